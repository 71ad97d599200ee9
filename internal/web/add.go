package web

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"mime/multipart"
	"net/http"
	"strings"
	"sync"
	"time"

	"stemma"
	"stemma/internal/ingest"
	"stemma/internal/input"
)

// jobs are what is being read in; one at a time, as a case has one writer.
type jobs struct {
	mu   sync.Mutex
	last *job
	ids  int
}

type job struct {
	id          int
	total, done int
	ended       bool
	all         []result
	tick        chan struct{} // closed and made anew at every step
}

type result struct{ Name, State, Problem string }

// progress is how far a job is.
type progress struct {
	ID, Total, Done int
}

func (j *jobs) running() *progress {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.last == nil || j.last.ended {
		return nil
	}
	return &progress{j.last.id, j.last.total, j.last.done}
}

// results are those of the last job.
func (j *jobs) results() ([]result, bool) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.last == nil {
		return nil, false
	}
	return append([]result(nil), j.last.all...), !j.last.ended
}

// begin starts a job, unless one is running.
func (j *jobs) begin(total int) (*job, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.last != nil && !j.last.ended {
		return nil, fmt.Errorf("%w: other documents are still being read; wait for them", stemma.ErrConflict)
	}
	j.ids++
	j.last = &job{id: j.ids, total: total, tick: make(chan struct{})}
	return j.last, nil
}

// step changes a job and wakes those who watch it.
func (j *jobs) step(x *job, do func(*job)) {
	j.mu.Lock()
	defer j.mu.Unlock()
	do(x)
	close(x.tick)
	x.tick = make(chan struct{})
}

const mostUpload = 256 << 20 // bytes in one request

// addDocuments takes in a pasted text or files, and reads them in the
// background.
func (s *Server) addDocuments(w http.ResponseWriter, r *http.Request, c *Case) error {
	r.Body = http.MaxBytesReader(w, r.Body, mostUpload)
	items, err := handedIn(r)
	if err != nil {
		return err
	}
	x, err := s.jobs.begin(len(items))
	if err != nil {
		return err
	}
	go func() { _, _ = s.read(context.WithoutCancel(r.Context()), c, x, items) }() // the page shows what became of each
	if strings.Contains(r.Header.Get("Accept"), "application/json") {
		w.WriteHeader(http.StatusAccepted)
		return nil
	}
	http.Redirect(w, r, "/d?said=reading#results", http.StatusSeeOther)
	return nil
}

// pasted are the items of a form's text, with what the form says of it.
func pasted(r *http.Request) ([]input.Item, error) {
	text := strings.ReplaceAll(r.FormValue("text"), "\r\n", "\n") // as forms send lines
	if strings.TrimSpace(text) == "" {
		return nil, nil
	}
	label := input.Label{URL: strings.TrimSpace(r.FormValue("url")), Outlet: strings.TrimSpace(r.FormValue("outlet")), Published: strings.TrimSpace(r.FormValue("published"))}
	items, err := input.All("pasted "+time.Now().UTC().Format("2006-01-02 15.04.05"), strings.NewReader(text))
	for i := range items {
		items[i].Label = items[i].Label.Under(label)
	}
	return items, err
}

// handedIn are the items of a form: its text or its files.
func handedIn(r *http.Request) ([]input.Item, error) {
	if err := r.ParseMultipartForm(32 << 20); err != nil && !errors.Is(err, http.ErrNotMultipart) {
		return nil, fmt.Errorf("%w: %w", stemma.ErrLimit, err)
	}
	out, err := pasted(r)
	if err != nil {
		return nil, err
	}
	if r.MultipartForm != nil {
		for _, file := range r.MultipartForm.File["files"] {
			items, err := fileItems(file)
			if err != nil {
				return nil, err
			}
			out = append(out, items...)
		}
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("%w: nothing was handed in", stemma.ErrUsage)
	}
	return out, nil
}

func fileItems(file *multipart.FileHeader) ([]input.Item, error) {
	f, err := file.Open()
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return input.Each(file.Filename, io.LimitReader(f, mostUpload)), nil
}

// read reads items into the case and tells how far it is.
func (s *Server) read(ctx context.Context, c *Case, x *job, items []input.Item) ([]ingest.Result, error) {
	s.working.Lock()
	defer s.working.Unlock()
	var all []ingest.Result
	_, err := c.Add(ctx, offered(items, c.Desk.By), func(r ingest.Result) {
		all = append(all, r)
		s.jobs.step(x, func(x *job) {
			x.done++
			one := result{Name: r.Name, State: string(r.State)}
			if r.Err != nil {
				one.Problem = r.Err.Error()
			}
			x.all = append(x.all, one)
		})
	})
	s.changed()
	s.jobs.step(x, func(x *job) {
		x.ended = true
		if err != nil {
			x.all = append(x.all, result{Name: "the run", State: string(ingest.Failed), Problem: err.Error()})
		}
	})
	return all, err
}

// offered are items as a case takes them in.
func offered(items []input.Item, by string) iter.Seq[ingest.Item] {
	now := time.Now().UTC().Truncate(time.Second)
	return func(yield func(ingest.Item) bool) {
		for _, item := range items {
			if !yield(ingest.Offer(item, by, now)) {
				return
			}
		}
	}
}

// progress sends what becomes of a job as server-sent events, until it ends.
func (s *Server) progress(w http.ResponseWriter, r *http.Request, _ *Case) error {
	w.Header().Set("Content-Type", "text/event-stream")
	out := http.NewResponseController(w)
	for {
		s.jobs.mu.Lock()
		x := s.jobs.last
		if x == nil {
			s.jobs.mu.Unlock()
			fmt.Fprint(w, "event: end\ndata: {}\n\n")
			return out.Flush()
		}
		done, total, ended, tick := x.done, x.total, x.ended, x.tick
		s.jobs.mu.Unlock()
		fmt.Fprintf(w, "event: step\ndata: {\"done\":%d,\"total\":%d}\n\n", done, total)
		if ended {
			fmt.Fprint(w, "event: end\ndata: {}\n\n")
			return out.Flush()
		}
		if err := out.Flush(); err != nil {
			return nil // nobody watches any more
		}
		select {
		case <-tick:
		case <-r.Context().Done():
			return nil
		}
	}
}
