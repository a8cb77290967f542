package server

import (
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"pgregory.net/rapid"
)

// No time passes in these tests but what they let pass: an Esc is a key only
// when they say so.

// typist feeds an input and writes down what comes of it.
type typist struct {
	*input
	got    []string
	text   strings.Builder
	rested time.Duration
	clock  time.Time
	cuts   int
}

func newTypist() *typist {
	y := &typist{clock: start}
	y.input = newInput(y.take, func() time.Time { return y.clock },
		func(d time.Duration) { y.rested += d; y.clock = y.clock.Add(d) }, func() { y.cuts++ })
	return y
}

func (y *typist) take(msg tea.Msg) {
	switch msg := msg.(type) {
	case uv.KeyPressEvent:
		y.got = append(y.got, tea.KeyPressMsg(msg).String())
		y.text.WriteString(msg.Text)
	case tea.PasteMsg:
		y.got = append(y.got, fmt.Sprintf("paste(%d)", len(msg.Content)))
		y.text.WriteString(msg.Content)
	default:
		y.got = append(y.got, fmt.Sprintf("%T", msg))
	}
}

// held is how much an input holds; here time passes.
func (y *typist) held() (buf, paste int) {
	y.mu.Lock()
	defer y.mu.Unlock()
	return len(y.buf), len(y.paste)
}

func TestKeysOfATerminal(t *testing.T) { synctest.Test(t, keysOfATerminal) }

func keysOfATerminal(t *testing.T) {
	for sent, want := range map[string]string{
		"aB é漢":                  "a B space é 漢",
		"\r\t\x7f\x03\x1a":       "enter tab backspace ctrl+c ctrl+z",
		"\x1b[A\x1bOB\x1b[5~":    "up down pgup",
		"\x1b[1;5C\x1b[Z":        "ctrl+right shift+tab",
		"\x1bx":                  "alt+x",
		"\x1b":                   "esc",
		"\x1b\x1b":               "esc esc",
		"\x1b[":                  "alt+[",
		"e\u0301":                "e \u0301",
		"\x1b[200~a\nb\x1b[201~": "paste(3)",
		// What nobody asked for: sizes of windows, answers, the mouse, a key
		// that counts itself, clipboards, and what can be no sequence at all.
		"\x1b[8;10000;10000t":                 "",
		"\x1b[48;10000;10000;1;1t":            "",
		"\x1b[<0;1;1M\x1b[M !!a":              "space ! ! a",
		"\x1b[65;30;97;1;0;65535_":            "",
		"\x1b]52;c;cGFzdGU=\a":                "",
		"\x1bP1+r5247\x1b\\":                  "",
		"\x1b_Gi=1;OK\x1b\\x":                 "x",
		"\x1b[?1;2c\x1b[0n":                   "",
		"\x1b[200\x07~":                       "ctrl+g ~",
		"\xff\xfe\x9b\xc3":                    "",
		"\u009b8;9999;9999t":                  "8 ; 9 9 9 9 ; 9 9 9 9 t",
		"\x1b]11;rgb:ffff/ffff/ffff\x1b\\":    "uv.BackgroundColorEvent",
		"\x1b[?2026;2$y":                      "uv.ModeReportEvent",
		"\x1b]0;" + strings.Repeat("x", 9999): "",
	} {
		// However it is cut to pieces, it is the same.
		for _, piece := range []int{len(sent), 1, 2, 3} {
			y := newTypist()
			for rest := sent; rest != ""; {
				n := min(piece, len(rest))
				y.feed([]byte(rest[:n]))
				rest = rest[n:]
			}
			y.expire()
			got := strings.Join(y.got, " ")
			if got != want {
				t.Errorf("%q in pieces of %d: %q, want %q", sent, piece, got, want)
			}
		}
	}
}

func TestALongPasteIsCutWhileItStreams(t *testing.T) { synctest.Test(t, aLongPasteIsCutWhileItStreams) }

func aLongPasteIsCutWhileItStreams(t *testing.T) {
	y := newTypist()
	y.feed([]byte("\x1b[200~"))
	piece := []byte(strings.Repeat("0123456789abcdef", 64))
	for range 4 * maxPaste / len(piece) {
		y.feed(piece)
		if cap(y.paste) > 2*maxPaste || cap(y.buf) > 4<<10 {
			t.Fatalf("%d and %d bytes are held", cap(y.paste), cap(y.buf))
		}
	}
	y.feed([]byte("\x1b[201~ok"))
	if got := strings.Join(y.got, " "); got != fmt.Sprintf("paste(%d) o k", maxPaste) || y.cuts != 1 {
		t.Errorf("%s, told %d times", got, y.cuts)
	}
}

func TestAPasteThatNeverEndsIsOverInTheEnd(t *testing.T) {
	synctest.Test(t, aPasteThatNeverEndsIsOverInTheEnd)
}

func aPasteThatNeverEndsIsOverInTheEnd(t *testing.T) {
	y := newTypist()
	y.feed([]byte("\x1b[200~half"))
	y.expire()
	y.feed([]byte("k"))
	if got := strings.Join(y.got, " "); got != "paste(4) k" {
		t.Error(got)
	}
}

func TestTextInBulkIsNoKeys(t *testing.T) { synctest.Test(t, textInBulkIsNoKeys) }

func textInBulkIsNoKeys(t *testing.T) {
	y := newTypist()
	text := strings.Repeat("freeze F and end x\n", 100)
	for rest := text; rest != ""; {
		n := min(700, len(rest))
		y.feed([]byte(rest[:n]))
		rest = rest[n:]
	}
	for _, g := range y.got {
		if !strings.HasPrefix(g, "paste(") {
			t.Fatalf("pasted text pressed %s", g)
		}
	}
	if y.text.String() != text {
		t.Errorf("%d of %d bytes came", y.text.Len(), len(text))
	}
	y.got = nil
	y.expire()
	y.feed([]byte("F"))
	if strings.Join(y.got, " ") != "F" {
		t.Errorf("after a pause a key is no key: %v", y.got)
	}
}

func TestNobodyTypesFasterThanTheHostCanFollow(t *testing.T) {
	synctest.Test(t, nobodyTypesFasterThanTheHostCanFollow)
}

func nobodyTypesFasterThanTheHostCanFollow(t *testing.T) {
	y := newTypist()
	const keys = 20_000
	for range keys {
		y.feed([]byte("\x1b[A"))
	}
	if want := time.Duration(keys*keyCost-burst) * time.Second / tokenRate; y.rested < want-time.Second {
		t.Errorf("%d keys rested %v, want about %v", keys, y.rested, want)
	}
	y = newTypist()
	for range 500 {
		y.feed([]byte("a"))
		y.clock = y.clock.Add(10 * time.Millisecond)
	}
	if y.rested != 0 {
		t.Errorf("who types 100 keys a second rested %v", y.rested)
	}
}

// TestInputHoldsLittle: whatever comes, in whatever pieces, little is held and
// nothing fails.
func TestInputHoldsLittle(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		y := newTypist()
		bits := rapid.SliceOf(rapid.OneOf(
			rapid.SampledFrom([]string{"\x1b", "\x1b[", "\x1b]", "\x1bP", "\x1b[200~", "\x1b[201~", "\x1b[20", "\x1bO", "\\", "\a", ";", "9", "t", "_", "e\u0301", "\x80", "漢", "\x1b[M"}),
			rapid.StringN(0, 40, 80),
		)).Draw(t, "bits")
		all := []byte(strings.Join(bits, ""))
		for len(all) > 0 {
			n := rapid.IntRange(1, len(all)).Draw(t, "piece")
			y.feed(all[:n])
			all = all[n:]
			if buf, paste := y.held(); buf > 2*maxSequence+4 || paste > maxPaste {
				t.Fatalf("%d and %d bytes are held", buf, paste)
			}
		}
		y.expire()
		if buf, paste := y.held(); buf > 0 || paste > 0 {
			t.Fatalf("%d and %d bytes are still held", buf, paste)
		}
	})
}

func TestNamesAndTerminals(t *testing.T) {
	for given, want := range map[string]string{
		"  Li   Wei ":                           "Li Wei",
		"Ada\nLead\tx":                          "Ada Lead x",
		"李伟":                                    "李伟",
		"":                                      "",
		" \u200b\u202e ":                        "",
		"\x1b[2J":                               "␛[2J",
		strings.Repeat("x", 1<<20):              strings.Repeat("x", maxName),
		"e" + strings.Repeat("\u0301", 100_000): "e" + strings.Repeat("\u0301", mostMarks),
		"...":                                   "",
	} {
		got, ok := cleanName(given)
		if ok != (want != "") || ok && got != want {
			t.Errorf("%.40q: %.80q, %v; want %q", given, got, ok, want)
		}
	}
	for given, want := range map[string]string{
		"xterm-256color": "xterm-256color", "": "xterm", "tmux": "tmux", "../../etc/passwd": "xterm",
		strings.Repeat("x", 1<<20): "xterm", "x\x1b[2J": "xterm", "漢": "xterm",
	} {
		if got := cleanTerm(given); got != want {
			t.Errorf("%.40q: %q, want %q", given, got, want)
		}
	}
}
