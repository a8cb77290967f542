package main

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"time"
)

// profileAddress is where a server built for -profile gives profiles.
const profileAddress = "127.0.0.1:6061"

// profiling takes a profile of what the server spends for half a minute, from
// some time into the load on, and at its end one of its memory. stop waits for
// both.
func (o *options) profiling(_ *process) (stop func() error) {
	if o.profile == "" {
		return func() error { return nil }
	}
	done := make(chan error, 1)
	go func() {
		time.Sleep(o.length / 4)
		done <- o.fetch("profile?seconds=30", "cpu.pprof")
	}()
	return func() error {
		return errors.Join(<-done, o.fetch("heap?gc=1", "heap.pprof"), o.fetch("goroutine", "goroutines.pprof"))
	}
}

func (o *options) fetch(what, name string) error {
	r, err := http.Get("http://" + profileAddress + "/debug/pprof/" + what)
	if err != nil {
		return fmt.Errorf("no profile: %w", err)
	}
	defer func() { _ = r.Body.Close() }() // read to its end below
	f, err := os.Create(filepath.Join(o.profile, name))
	if err != nil {
		return err
	}
	_, err = io.Copy(f, r.Body)
	return errors.Join(err, f.Close())
}
