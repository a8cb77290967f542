package server

import (
	"bytes"
	"io"
	"runtime"
	"sync"
	"sync/atomic"
	"time"
)

// output is where a terminal's screen is written. It knows how long its client
// has taken nothing: only what is written there waits for that.
type output struct {
	to      io.Writer
	now     func() time.Time
	buffers *sync.Pool   // of *bytes.Buffer, shared by all terminals
	since   atomic.Int64 // when the write that waits began, Unix nanoseconds; 0: none waits
}

// Write writes what a terminal is to draw. There is no driver behind it that
// makes a new line of a line feed, so that is done here.
func (o *output) Write(p []byte) (int, error) {
	o.since.Store(o.now().UnixNano())
	defer o.since.Store(0)
	if runtime.GOOS == "windows" || bytes.IndexByte(p, '\n') < 0 { // there the screen says it itself
		return o.to.Write(p)
	}
	b, _ := o.buffers.Get().(*bytes.Buffer)
	if b == nil {
		b = &bytes.Buffer{}
	}
	b.Reset()
	for i, c := range p {
		if c == '\n' && (i == 0 || p[i-1] != '\r') {
			b.WriteByte('\r')
		}
		b.WriteByte(c)
	}
	_, err := o.to.Write(b.Bytes())
	o.buffers.Put(b)
	if err != nil {
		return 0, err
	}
	return len(p), nil
}

// stuck is since when a write waits, zero if none does.
func (o *output) stuck() time.Time {
	if n := o.since.Load(); n != 0 {
		return time.Unix(0, n)
	}
	return time.Time{}
}
