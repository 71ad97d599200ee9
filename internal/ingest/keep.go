package ingest

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"time"

	"stemma"
	"stemma/internal/input"
	"stemma/internal/store"
)

// A job is one item on its way: planned, read, kept.
type job struct {
	result Result
	entry  store.Entry
	given  stemma.Given // to read it with
	read   bool         // it has to be read
	done   chan struct{}
}

// keep reads jobs on every core and keeps them in their order. One goroutine
// plans, some read, and this one writes; so many jobs are under way at once that
// a slow one does not hold up the readers, and no more.
func (r Run) keep(ctx context.Context, jobs iter.Seq[job], report Report) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	planned := make(chan *job, r.group())
	toRead := make(chan *job)
	go func() {
		defer close(toRead)
		defer close(planned)
		for j := range jobs {
			if !hand(ctx, &j, planned, toRead) {
				return
			}
		}
	}()
	for range r.readers() {
		go func() {
			for j := range toRead {
				r.read(ctx, j)
			}
		}()
	}
	return r.write(ctx, planned, report)
}

// hand gives a job to the writer, for its order, and to a reader.
func hand(ctx context.Context, j *job, planned, toRead chan<- *job) bool {
	j.done = make(chan struct{})
	select {
	case planned <- j:
	case <-ctx.Done():
		return false
	}
	if !j.read || j.result.Err != nil {
		close(j.done)
		return true
	}
	select {
	case toRead <- j:
		return true
	case <-ctx.Done():
		return false
	}
}

func (r Run) read(ctx context.Context, j *job) {
	defer close(j.done)
	reading, err := r.Reader.Read(ctx, j.entry.Document, j.given)
	if err == nil {
		err = store.Check(reading)
	}
	if err != nil {
		j.result.Err = fmt.Errorf("read: %w", err)
		return
	}
	j.entry.Reading, j.result.After = reading, reading
	if r.Fingerprints != nil {
		j.entry.Fingerprints = r.Fingerprints(reading)
	}
}

// write keeps jobs in groups as they are done, and tells of each when it is
// safe.
func (r Run) write(ctx context.Context, planned <-chan *job, report Report) error {
	w := writer{run: r, report: report, failed: map[string]error{}}
	timer := time.NewTimer(r.wait())
	defer timer.Stop()
	for {
		select {
		case j, more := <-planned:
			if !more {
				return errors.Join(w.flush(ctx), ctx.Err())
			}
			if err := w.await(ctx, j, timer); err != nil {
				return err
			}
		case <-timer.C:
			if err := w.flush(ctx); err != nil {
				return err
			}
			timer.Reset(r.wait())
		case <-ctx.Done():
			return errors.Join(w.flush(ctx), ctx.Err())
		}
	}
}

// A writer gathers a group.
type writer struct {
	run      Run
	report   Report
	group    []*job
	failed   map[string]error // documents of this run that are not kept, with the reason
	unjoined int              // new documents that are kept since what is there was joined
}

// await takes in a job when it is done. What has waited long enough meanwhile is
// kept without it.
func (w *writer) await(ctx context.Context, j *job, timer *time.Timer) error {
	for {
		select {
		case <-j.done:
			w.group = append(w.group, j)
			if len(w.group) >= w.run.group() {
				return w.flush(ctx)
			}
			return nil
		case <-timer.C:
			if err := w.flush(ctx); err != nil {
				return err
			}
			timer.Reset(w.run.wait())
		case <-ctx.Done():
			return errors.Join(w.flush(ctx), ctx.Err())
		}
	}
}

// flush keeps the group: all at once, or one by one if one of them cannot be
// kept. A run that is being cancelled keeps what it has read.
func (w *writer) flush(ctx context.Context) error {
	group := w.group
	w.group = nil
	var change store.Change
	for _, j := range group {
		if w.sound(j) {
			change.Entries = append(change.Entries, j.entry)
		}
	}
	safe := context.WithoutCancel(ctx)
	err := w.put(safe, change)
	if general(err) {
		return err
	}
	for _, j := range group {
		if err != nil && w.sound(j) {
			j.result.Err = w.put(safe, store.Change{Entries: []store.Entry{j.entry}})
			if general(j.result.Err) {
				return j.result.Err
			}
		}
		if w.sound(j) || !errors.Is(j.result.Err, context.Canceled) { // what was not come to has not failed
			w.tell(j)
		}
	}
	return w.joinStretch(ctx)
}

// joinStretch joins what has been added so far once it is much, so that a folder of
// any size takes the same memory.
func (w *writer) joinStretch(ctx context.Context) error {
	if w.unjoined < w.run.stretch() || ctx.Err() != nil {
		return nil
	}
	w.unjoined = 0
	return w.run.join(ctx)
}

func (w *writer) put(ctx context.Context, change store.Change) error {
	if len(change.Entries) == 0 {
		return nil
	}
	return w.run.Store.Put(ctx, change)
}

// sound reports whether nothing is known against keeping a job. One that only
// adds a capture to a document of this run that failed, fails with it.
func (w *writer) sound(j *job) bool {
	id := j.result.Document
	if why := w.failed[id]; why != nil && j.result.Err == nil && !j.read {
		j.result.Err = why
	}
	if j.result.Err != nil && j.result.State == Added {
		w.failed[id] = j.result.Err
	}
	return j.result.Err == nil
}

// general reports whether an error is not of one document: there is no use in
// trying the next.
func general(err error) bool {
	return errors.Is(err, stemma.ErrLimit) || errors.Is(err, stemma.ErrLocked) ||
		errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded)
}

// tell counts a result and passes it on.
func (w *writer) tell(j *job) {
	if aside := (*input.Aside)(nil); errors.As(j.result.Err, &aside) {
		j.result.State = Aside
	} else if j.result.Err != nil {
		j.result.State = Failed
	}
	w.report[j.result.State]++
	if j.result.State == Added {
		w.unjoined++
	}
	if w.run.Progress != nil {
		w.run.Progress(j.result)
	}
}
