package lexicon

import "testing"

func TestAnswers(t *testing.T) {
	for kind, word := range map[AnswerKind]string{
		AnswerDismissal: "fairy tale", AnswerContrary: "no such thing", AnswerBlame: "responsibility", AnswerEmpty: "comment",
		AnswerAccusing: "accuse", AnswerReplying: "retort", AnswerRequest: "offer", AnswerDeed: "shell", AnswerBlaming: "attribute",
		AnswerPointer: "story", AnswerFigure: "toll", AnswerFlat: "refute", AnswerAnnounced: "say otherwise", AnswerDiffering: "differ",
	} {
		if !Answers(kind)[word] {
			t.Errorf("%q is no %s", word, kind)
		}
	}
	if len(answers()) != 16 {
		t.Errorf("%d kinds of answer", len(answers()))
	}
}

func TestTarget(t *testing.T) {
	for word, want := range map[string]string{"market": "civil", "depot": "armed", "road": ""} {
		if got := Target(word); got != want {
			t.Errorf("%s: %q", word, got)
		}
	}
	for word, kind := range targets() {
		if kind != "civil" && kind != "armed" {
			t.Errorf("%s is of kind %q", word, kind)
		}
	}
}
