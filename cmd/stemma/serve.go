package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"github.com/inconshreveable/mousetrap"
	"github.com/spf13/cobra"

	"stemma"
	"stemma/internal/ingest"
	"stemma/internal/past"
	"stemma/internal/store"
	"stemma/internal/store/sqlite"
	"stemma/internal/web"
)

func (p *program) serve() *cobra.Command {
	listen, token := "127.0.0.1:0", ""
	cmd := &cobra.Command{
		Use: "serve [CASE]", Short: "Look at a case, and decide, in the browser of this computer",
		Long: `Serves one case to one person, on this computer only. The link that is printed
works once; it lets one browser in. Without a case the start page offers the
sample, a new case, or one from the disk. The case is locked meanwhile.

With --token, scripts are let in too: they send what stands in that file as
Authorization: Bearer. Only you can read the file; it goes when stemma stops.`,
		Example: "  stemma serve border.stemma\n  stemma serve --listen 127.0.0.1:7836 --token token.txt border.stemma\n  curl -H \"Authorization: Bearer $(cat token.txt)\" http://127.0.0.1:7836/api/v1/incidents",
		Args:    atMost(1, "one case, or none"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.serveCase(cmd.Context(), serving{listen: listen, token: token}, args)
		},
	}
	cmd.Flags().StringVar(&token, "token", "", "file to write the token for scripts into")
	cmd.Flags().StringVar(&listen, "listen", listen, "address of this computer to listen on; port 0 takes a free one")
	return cmd
}

func (p *program) openBrowser() *cobra.Command {
	return &cobra.Command{
		Use: "open [CASE]", Short: "Serve a case and open the browser on it",
		Long:    "As `stemma serve`, and opens the browser on the link.",
		Example: "  stemma open\n  stemma open border.stemma",
		Args:    atMost(1, "one case, or none"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.serveCase(cmd.Context(), serving{listen: "127.0.0.1:0", then: browse}, args)
		},
	}
}

// serving is how a case is served.
type serving struct {
	listen string
	token  string                                       // file for the scripts' token; "": none are let in
	then   func(ctx context.Context, link string) error // nil: nothing
}

// serveCase serves until it is stopped, from here or from the page.
func (p *program) serveCase(ctx context.Context, how serving, args []string) error {
	if err := web.Loopback(how.listen); err != nil {
		return err
	}
	ctx, quit := context.WithCancel(ctx)
	defer quit()
	options, err := p.served(ctx, args)
	if err != nil {
		return err
	}
	options.Quit = quit
	listener, server, err := listen(ctx, how.listen, options)
	if err != nil {
		return err
	}
	if how.token != "" {
		if err := letScriptsIn(how.token, server.Token()); err != nil {
			return errors.Join(err, listener.Close(), server.Close())
		}
		defer os.Remove(how.token)
	}
	p.invite(ctx, how, server.Link())
	return errors.Join(answer(ctx, listener, server), server.Close())
}

// served is what the server is given: the case that is meant, or none and the start
// page.
func (p *program) served(ctx context.Context, args []string) (web.Options, error) {
	desk := shelfOfCases{}
	options := web.Options{Cases: desk, Version: version()}
	path, err := p.servedPath(args)
	if err != nil || path == "" {
		return options, err
	}
	options.Case, err = desk.Open(ctx, path)
	return options, err
}

// listen is a server on an address of this computer.
func listen(ctx context.Context, address string, options web.Options) (net.Listener, *web.Server, error) {
	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", address)
	if err != nil {
		return nil, nil, fmt.Errorf("%w: listen on %s: %w", stemma.ErrUsage, address, err)
	}
	server, err := web.NewServer(listener.Addr().String(), options)
	if err != nil {
		return nil, nil, errors.Join(err, listener.Close())
	}
	return listener, server, nil
}

// invite prints the link, and opens the browser on it if that is wanted.
func (p *program) invite(ctx context.Context, how serving, link string) {
	fmt.Fprintf(p.stderr, "open %s   (works once; Ctrl-C stops stemma)\n", link)
	if how.then == nil {
		return
	}
	if err := how.then(ctx, link); err != nil {
		fmt.Fprintf(p.stderr, "stemma: no browser was opened (%v); open the link yourself\n", err)
	}
}

// letScriptsIn writes the token into a file of its own, that only this user can
// read.
func letScriptsIn(path, token string) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return fmt.Errorf("%w: write the token: %w", stemma.ErrUsage, err)
	}
	_, err = fmt.Fprintln(f, token)
	return errors.Join(err, f.Close())
}

// servedPath is the case that is meant; "" for the start page, where none is
// near.
func (p *program) servedPath(args []string) (string, error) {
	if len(args) == 1 {
		return args[0], nil
	}
	path, err := p.casePath()
	if err != nil && p.casefile == "" && len(nearby()) == 0 {
		return "", nil
	}
	return path, err
}

// answer serves until the context ends, then lets what is under way finish.
func answer(ctx context.Context, listener net.Listener, handler http.Handler) error {
	server := &http.Server{Handler: handler, ReadHeaderTimeout: 10 * time.Second, IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 64 << 10}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener) }()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	ending, stop := context.WithTimeout(context.WithoutCancel(ctx), 3*time.Second)
	defer stop()
	if err := server.Shutdown(ending); err != nil {
		return server.Close() // somebody still watches progress
	}
	return nil
}

// browse opens the system's browser.
func browse(ctx context.Context, link string) error {
	ctx = context.WithoutCancel(ctx) // the browser outlives this program
	switch runtime.GOOS {
	case "darwin":
		return exec.CommandContext(ctx, "open", link).Start()
	case "windows":
		return exec.CommandContext(ctx, "rundll32", "url.dll,FileProtocolHandler", link).Start()
	}
	return exec.CommandContext(ctx, "xdg-open", link).Start()
}

// clicked reports whether the program was started from a desktop and not from a
// terminal, a script or a test: nobody is at any of its streams.
func (p *program) clicked() bool {
	if mousetrap.StartedByExplorer() { // Windows gives such a program a terminal of its own
		return true
	}
	for _, stream := range []any{p.stdin, p.stdout, p.stderr} {
		f, ok := stream.(*os.File)
		if !ok || !nobodyAt(f) {
			return false
		}
	}
	return runtime.GOOS == "darwin" || os.Getenv("DISPLAY")+os.Getenv("WAYLAND_DISPLAY") != ""
}

// nobodyAt reports whether a stream leads nowhere or to the log of a desktop.
func nobodyAt(f *os.File) bool {
	info, err := f.Stat()
	if err != nil {
		return true
	}
	null, err := os.Stat(os.DevNull)
	return info.Mode()&os.ModeSocket != 0 || err == nil && os.SameFile(info, null)
}

// shelfOfCases opens cases for the start page.
type shelfOfCases struct{}

// nearby are the cases in this folder.
func nearby() []string {
	found, _ := filepath.Glob("*" + caseExtension)
	return found
}

// Known implements [web.Cases].
func (s shelfOfCases) Known() []string { return nearby() }

// Sample implements [web.Cases]: the sample is made once, and opened after that.
func (s shelfOfCases) Sample(ctx context.Context) (*web.Case, error) {
	path := "sample" + caseExtension
	if _, err := os.Stat(path); errors.Is(err, os.ErrNotExist) {
		if err := s.silent().makeSample(ctx, path); err != nil {
			return nil, err
		}
	}
	return s.Open(ctx, path)
}

// Create implements [web.Cases].
func (s shelfOfCases) Create(ctx context.Context, name string) (*web.Case, error) {
	name = strings.TrimSuffix(strings.TrimSpace(name), caseExtension)
	if name == "" || name != filepath.Base(name) || strings.HasPrefix(name, ".") {
		return nil, fmt.Errorf("%w: %q cannot be the name of a file here", stemma.ErrUsage, name)
	}
	if err := sqlite.Create(ctx, name+caseExtension); err != nil {
		return nil, err
	}
	return s.Open(ctx, name+caseExtension)
}

// Open implements [web.Cases].
func (s shelfOfCases) Open(ctx context.Context, path string) (*web.Case, error) {
	c, err := caseAt(ctx, path, sqlite.Options{})
	if err != nil {
		return nil, err
	}
	p := s.silent()
	desk := p.desk(c)
	return &web.Case{
		Name: strings.TrimSuffix(filepath.Base(path), caseExtension), Path: path, Store: c, Desk: desk, Close: c.Close,
		Stood: func(ctx context.Context, cut past.Cut) (store.Store, error) { return p.stood(ctx, c, cut) },
		Add: func(ctx context.Context, items iter.Seq[ingest.Item], tell func(ingest.Result)) (ingest.Report, error) {
			line, err := caseReader(ctx, c)
			if err != nil {
				return nil, err
			}
			run := p.job(c, line)
			run.Progress = tell
			return run.Add(ctx, items)
		},
	}, nil
}

// silent is the program without its streams: pages say what was done.
func (s shelfOfCases) silent() *program {
	return &program{stdin: strings.NewReader(""), stdout: io.Discard, stderr: io.Discard, quiet: true}
}
