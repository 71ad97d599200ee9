// Command pages makes a large invented case, serves it, and prints how long each
// page takes and how many bytes it has: the median, the 95th of a hundred, the
// slowest. The case is put as readings and incidents, since reading and joining
// are timed elsewhere.
//
//	go run ./bench/pages -documents 10000 -claims 10
//
// With -atlas it draws the map of the incidents in Chromium instead, and tells
// from its trace how long frames take.
//
//	go run ./bench/pages -atlas -documents 4000 -places 6000
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/cookiejar"
	"os"
	"path/filepath"
	"slices"
	"time"

	"stemma/internal/decide"
	"stemma/internal/store/sqlite"
	"stemma/internal/web"
)

func main() {
	documents := flag.Int("documents", 10000, "how many documents")
	claims := flag.Int("claims", 10, "how many claims, and events, each document has")
	times := flag.Int("times", 40, "how often each page is asked for")
	places := flag.Int("places", 10, "at how many places the events are")
	atlas := flag.Bool("atlas", false, "draw, pan and zoom the map in Chromium")
	flag.Parse()
	if err := run(context.Background(), size{*documents, *claims, *places}, *times, *atlas); err != nil {
		fmt.Fprintln(os.Stderr, "pages:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, s size, times int, atlas bool) error {
	folder, err := os.MkdirTemp("", "pages")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	path := filepath.Join(folder, "large.stemma")
	if err := sqlite.Create(ctx, path); err != nil {
		return err
	}
	c, err := sqlite.Open(ctx, path, sqlite.Options{})
	if err != nil {
		return err
	}
	defer c.Close()
	began := time.Now()
	if err := fill(ctx, c, s); err != nil {
		return err
	}
	fmt.Printf("%d documents, %d claims, made in %s\n", s.documents, s.documents*s.claims, time.Since(began).Round(time.Second))
	none := func(context.Context) error { return nil }
	desk := &decide.Desk{Store: c, By: "bench", Now: time.Now, Weigh: none, Refresh: none, Reread: none}
	return serve(&web.Case{Name: "large", Store: c, Desk: desk}, times, atlas)
}

// serve asks for every page as a browser that was let in does.
func serve(c *web.Case, times int, atlas bool) error {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	server, err := web.NewServer(listener.Addr().String(), web.Options{Case: c})
	if err != nil {
		return err
	}
	go func() { _ = http.Serve(listener, server) }()
	jar, err := cookiejar.New(nil)
	if err != nil {
		return err
	}
	client := &http.Client{Jar: jar}
	began := time.Now()
	if _, err := get(client, server.Link()); err != nil { // leads to the overview: the shelf is gathered
		return err
	}
	fmt.Printf("first page after opening: %s\n\n", time.Since(began).Round(time.Millisecond))
	base := "http://" + listener.Addr().String()
	if atlas {
		return drawAtlas(client, server.Link(), base)
	}
	fmt.Println("page | median | 95 of 100 | slowest | KB")
	for _, page := range addresses() {
		if err := time1(client, base, page, times); err != nil {
			return err
		}
	}
	return nil
}

func time1(client *http.Client, base string, page func(n int) string, times int) error {
	var took []time.Duration
	size := 0
	for n := range times {
		began := time.Now()
		bytes, err := get(client, base+page(n))
		if err != nil {
			return err
		}
		took, size = append(took, time.Since(began)), max(size, bytes)
	}
	slices.Sort(took)
	ms := func(share float64) float64 { return took[int(share*float64(len(took)-1))].Seconds() * 1000 }
	fmt.Printf("%s | %.0f ms | %.0f ms | %.0f ms | %d\n", page(0), ms(.5), ms(.95), ms(1), size>>10)
	return nil
}

func get(client *http.Client, address string) (int, error) {
	answer, err := client.Get(address)
	if err != nil {
		return 0, err
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err == nil && answer.StatusCode != http.StatusOK {
		err = fmt.Errorf("%s: %s", address, answer.Status)
	}
	return len(body), err
}
