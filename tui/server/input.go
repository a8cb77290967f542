package server

import (
	"bytes"
	"sync"
	"sync/atomic"
	"time"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
)

// What a terminal may send. All of it may come from somebody who means harm,
// and all of it is work for this host.
const (
	// maxPaste is how much of what is pasted at once is taken, in bytes; the
	// rest is dropped while it streams.
	maxPaste = 256 << 10
	// maxSequence is how long a control sequence may be, in bytes. What is
	// longer is dropped up to its end.
	maxSequence = 256
	// bulk is how much text that comes in one piece is a paste, and no keys,
	// at a terminal that does not say where a paste begins.
	bulk = 200
	// A terminal's input costs tokens: a byte pasted one, a key keyCost. There
	// are at first burst of them, and then tokenRate a second.
	burst     = 256 << 10
	tokenRate = 64 << 10
	keyCost   = 64
	// escapeWait is after how long an Esc is the key and begins nothing, and
	// pasteWait after how long a paste is over that nothing ends.
	escapeWait = 50 * time.Millisecond
	pasteWait  = 2 * time.Second
)

// input makes keys and pastes of what a client sends, and nothing else: what
// terminals answer to questions that were never asked is dropped, a size of a
// window among it. It holds no more than it needs, however little sense there
// is in what comes.
type input struct {
	give func(tea.Msg) // waits while the screen has something to do
	rest func(time.Duration)
	now  func() time.Time
	cut  func() // a paste was longer than is taken

	mu      sync.Mutex
	decoder uv.EventDecoder
	buf     []byte // that makes no whole yet
	skip    bool   // drop what comes up to the end of a sequence
	pasting bool
	paste   []byte
	over    bool // the paste is longer than is taken
	timer   *time.Timer
	tokens  int
	last    time.Time // that tokens were counted
	streams bool      // text comes in bulk: it is a paste until there is a pause

	touched atomic.Int64 // when the last key came, Unix nanoseconds
}

func newInput(give func(tea.Msg), now func() time.Time, rest func(time.Duration), cut func()) *input {
	in := &input{give: give, now: now, rest: rest, cut: cut, tokens: burst, last: now()}
	in.touched.Store(now().UnixNano())
	in.timer = time.AfterFunc(time.Hour, in.expire)
	in.timer.Stop()
	return in
}

// feed takes in what was read.
func (in *input) feed(p []byte) {
	in.mu.Lock()
	defer in.mu.Unlock()
	in.timer.Stop()
	for len(p) > 0 {
		n := min(len(p), 2*maxSequence)
		in.buf = append(in.buf, p[:n]...)
		p = p[n:]
		in.take(false)
	}
	switch {
	case in.pasting:
		in.timer.Reset(pasteWait)
	case len(in.buf) > 0 || in.streams || in.skip:
		in.timer.Reset(escapeWait)
	}
}

// expire is when nothing more came of what was begun.
func (in *input) expire() {
	in.mu.Lock()
	defer in.mu.Unlock()
	if in.pasting {
		in.pasted()
	}
	in.skip, in.streams = false, false
	in.take(true)
	in.buf = in.buf[:0]
}

// close ends what is still under way.
func (in *input) close() {
	in.mu.Lock()
	defer in.mu.Unlock()
	in.timer.Stop()
	in.buf, in.paste = nil, nil
}

// take takes as much of the buffer as makes sense; expired: nothing more comes.
func (in *input) take(expired bool) {
	buf := in.buf
	for len(buf) > 0 {
		var n int
		switch {
		case in.pasting:
			n = in.pasteOf(buf)
		case in.skip:
			n = in.skipped(buf)
		default:
			n = in.next(buf, expired)
		}
		if n == 0 {
			break // the rest of it may come yet
		}
		buf = buf[n:]
	}
	in.buf = append(in.buf[:0], buf...)
}

var pasteEnd = []byte("\x1b[201~") //nolint:gochecknoglobals // as good as a constant

// pasteOf takes in what is pasted, up to its end.
func (in *input) pasteOf(buf []byte) int {
	n, done := bytes.Index(buf, pasteEnd), true
	if n < 0 {
		done = false
		n = len(buf) - endBegun(buf) // an end of which only the beginning came
	}
	keep := min(n, maxPaste-len(in.paste))
	in.paste = append(in.paste, buf[:keep]...)
	in.over = in.over || keep < n
	if done {
		in.pasted()
		n += len(pasteEnd)
	}
	return n
}

// endBegun is how much of the end of a paste stands at the end of buf.
func endBegun(buf []byte) int {
	for n := min(len(buf), len(pasteEnd)-1); n > 0; n-- {
		if bytes.HasSuffix(buf, pasteEnd[:n]) {
			return n
		}
	}
	return 0
}

// pasted gives what was pasted.
func (in *input) pasted() {
	text, over := bytes.ToValidUTF8(in.paste, nil), in.over
	in.pasting, in.paste, in.over = false, nil, false
	if len(text) > 0 {
		in.pay(len(text))
		in.send(tea.PasteMsg{Content: string(text)})
	}
	if over {
		in.cut()
	}
}

// skipped drops a sequence that is too long, up to its end.
func (in *input) skipped(buf []byte) int {
	i := bytes.IndexAny(buf, "\a\x1b\x18\x1a")
	if i < 0 {
		return len(buf)
	}
	in.skip = false
	if buf[i] == '\x1b' {
		return i + min(2, len(buf)-i)
	}
	return i + 1
}

// next takes one key, one sequence or a piece of text.
func (in *input) next(buf []byte, expired bool) int {
	if buf[0] == '\x1b' {
		return in.sequence(buf, expired)
	}
	if n := textRun(buf); n >= bulk || n > 0 && in.streams {
		in.streams = true
		in.pay(n)
		in.send(tea.PasteMsg{Content: string(buf[:n])})
		return n
	}
	if !utf8.FullRune(buf) {
		if expired {
			return len(buf)
		}
		return 0
	}
	if r, n := utf8.DecodeRune(buf); r == utf8.RuneError || r >= 0x80 && r < 0xa0 {
		return n
	}
	n, event := in.decoder.Decode(buf)
	in.key(event)
	return n
}

// textRun is how much of buf is text without a control character, line ends
// and tabs apart.
func textRun(buf []byte) int {
	for i := 0; i < len(buf); {
		c := buf[i]
		if c < ' ' && c != '\r' && c != '\n' && c != '\t' || c == 0x7f {
			return i
		}
		r, n := utf8.DecodeRune(buf[i:])
		if r == utf8.RuneError {
			return i
		}
		i += n
	}
	return len(buf)
}

// sequence takes what begins with an Esc.
func (in *input) sequence(buf []byte, expired bool) int {
	n, kind := measure(buf)
	switch {
	case n > 0 && kind == keySequence:
		if bytes.HasPrefix(buf, []byte("\x1b[200~")) {
			in.pasting = true
			return n
		}
		_, event := in.decoder.Decode(buf[:n])
		in.key(event)
		return n
	case n > 0:
		return n // whatever it is, nobody asked for it
	case len(buf) > maxSequence:
		in.skip = true
		return len(buf)
	case !expired:
		return 0
	case len(buf) <= 2: // Esc, or Alt with [, ] and the like
		_, event := in.decoder.Decode(buf)
		in.key(event)
	}
	return len(buf)
}

// key gives a key, or what a terminal answers to the few questions it is
// asked.
func (in *input) key(event uv.Event) {
	in.pay(keyCost)
	if several, ok := event.(uv.MultiEvent); ok && len(several) > 0 {
		event = several[0]
	}
	switch event.(type) {
	case uv.KeyPressEvent:
		in.send(event)
	case uv.ModeReportEvent, uv.BackgroundColorEvent:
		in.give(event)
	}
}

func (in *input) send(msg tea.Msg) {
	in.touched.Store(in.now().UnixNano())
	in.give(msg)
}

// pay takes tokens, and waits for them if there are none.
func (in *input) pay(cost int) {
	now := in.now()
	in.tokens = min(burst, in.tokens+int(min(now.Sub(in.last), time.Minute)*tokenRate/time.Second))
	in.last = now
	if in.tokens -= cost; in.tokens < 0 {
		in.rest(time.Duration(-in.tokens) * time.Second / tokenRate)
	}
}

// idleSince is when the last key was pressed.
func (in *input) idleSince() time.Time {
	return time.Unix(0, in.touched.Load())
}
