package tui

import (
	"bytes"
	"context"
	"io"
	"slices"
	"sync"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"parley/engine"
)

// The figures are taken through a whole Bubble Tea program at 200×60, from the
// bytes of a key on its input, or from the first of many events, to the write
// on its output that holds the change. Beside each stands the same for a
// program that draws one line: what both have in common is reading the input
// and above all the renderer's tick, which is 8.3 ms at figuresFPS and 16.7 ms
// at the 60 a second that people have. "own" is Update and View alone.
//
//	go test ./tui -run '^$' -bench Figures -benchtime 500x
const (
	figuresFPS    = 120
	figuresBehind = 10_000 // events
	figuresBurst  = 200
)

// liveHost tells who watches that something happened.
type liveHost struct {
	*fakeHost
	changed chan struct{}
}

// live is a host for one console.
func live(h *fakeHost) *liveHost { return &liveHost{h, make(chan struct{}, 1)} }

func (h *liveHost) Watch(string) (changed <-chan struct{}, cancel func()) {
	return h.changed, func() {}
}

// happens gives a command and tells of it, as a session does.
func (h *liveHost) happens(tb testing.TB, text string) {
	c := engine.Command{Seat: engine.SeatControl, Op: engine.MakeNote{Text: text}, Said: engine.SaidNow}
	if _, err := h.Do(tb.Context(), c); err != nil {
		tb.Error(err)
	}
	select {
	case h.changed <- struct{}{}:
	default:
	}
}

// figuresHost is an exercise with many events behind it, whose clock stands.
func figuresHost(b *testing.B) *fakeHost {
	b.Helper()
	h := live(newFakeHost(b, exampleScenario))
	for _, op := range []engine.Op{engine.Start{}, engine.Pause{}} {
		if _, err := h.Do(b.Context(), engine.Command{Seat: engine.SeatControl, Op: op, Said: engine.SaidNow}); err != nil {
			b.Fatal(err)
		}
	}
	for range figuresBehind {
		h.happens(b, "something that was noted")
	}
	return h.fakeHost
}

// terminal is a program's output in memory, and notes when something is on it.
type terminal struct {
	mu    sync.Mutex
	since []byte // written since want was set
	want  string // "" for anything at all
	seen  chan time.Time
}

func newTerminal() *terminal { return &terminal{seen: make(chan time.Time, 1)} }

func (t *terminal) Write(p []byte) (int, error) {
	now := time.Now()
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.since = append(t.since, p...); t.seen != nil && len(p) > 0 && bytes.Contains(t.since, []byte(t.want)) {
		select {
		case t.seen <- now:
		default:
		}
	}
	return len(p), nil
}

// expect has the next write that holds want noted.
func (t *terminal) expect(want string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.want, t.since = want, t.since[:0]
	select {
	case <-t.seen:
	default:
	}
}

// oneLine is what a Bubble Tea program costs that does nothing.
type oneLine struct {
	text string
	keys int
}

type textMsg string

func (m oneLine) Init() tea.Cmd { return nil }

func (m oneLine) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case textMsg:
		m.text = string(msg)
	case tea.KeyPressMsg:
		m.text = word(m.keys)
		m.keys++
	}
	return m, nil
}

func (m oneLine) View() tea.View {
	v := tea.NewView("EXERCISE " + m.text)
	v.AltScreen = true
	return v
}

// program is one under way in memory.
type program struct {
	*tea.Program
	keys io.Writer
	out  *terminal
	done chan struct{}
	stop context.CancelFunc
}

func start(b *testing.B, m tea.Model) *program {
	b.Helper()
	in, keys := io.Pipe()
	ctx, cancel := context.WithCancel(b.Context())
	p := &program{keys: keys, out: newTerminal(), done: make(chan struct{}), stop: cancel}
	p.out.expect("EXERCISE")
	p.Program = tea.NewProgram(m, tea.WithContext(ctx), tea.WithInput(in), tea.WithOutput(p.out), tea.WithWindowSize(200, 60), tea.WithFPS(figuresFPS),
		tea.WithColorProfile(colorprofile.ANSI256), tea.WithEnvironment([]string{"TERM=xterm-256color"}), tea.WithoutSignalHandler())
	go func() {
		_, _ = p.Run()
		close(p.done)
	}()
	b.Cleanup(p.end)
	return p
}

// end ends the program.
func (p *program) end() {
	p.stop()
	<-p.done
}

// wait waits for what was expected of the terminal.
func (p *program) wait(b *testing.B) time.Time {
	b.Helper()
	select {
	case at := <-p.out.seen:
		return at
	case <-time.After(10 * time.Second):
		b.Fatalf("%q never came", p.out.want)
		return time.Time{}
	}
}

// offBeat waits a little, another time each time: without that a measurement
// begins always at the same moment of the renderer's tick. It lets a frame that
// is written in several pieces come to its end.
func offBeat(i int) {
	time.Sleep(4*time.Millisecond + time.Duration(i*7919%(1000*1000/figuresFPS))*time.Microsecond)
}

// percentiles reports the median and the ninety-ninth of a hundred.
func percentiles(b *testing.B, took []time.Duration) {
	b.Helper()
	slices.Sort(took)
	ms := func(part float64) float64 {
		return float64(took[min(len(took)-1, int(part*float64(len(took))))].Microseconds()) / 1000
	}
	b.ReportMetric(ms(0.5), "p50-ms")
	b.ReportMetric(ms(0.99), "p99-ms")
	b.ReportMetric(0, "ns/op") // says nothing: it holds the waits in between
}

// word is one of which no letter stands where it stood in the one before, nor
// in any text in small letters, so that a renderer that writes only what
// changed writes all of it.
func word(i int) string {
	out := make([]byte, 12)
	for k := range out {
		out[k] = byte('A' + (i+k)%26)
	}
	return string(out)
}

func BenchmarkFigures(b *testing.B) {
	host := figuresHost(b)
	parley := func() tea.Model { return New(live(host), Options{}) }
	empty := func() tea.Model { return oneLine{} }
	for _, is := range []struct {
		name  string
		model func() tea.Model
	}{{"parley", parley}, {"empty", empty}} {
		b.Run("start/"+is.name, func(b *testing.B) { figureStart(b, is.model) })
	}
	b.Run("key/parley", func(b *testing.B) { figureKey(b, parley()) })
	b.Run("key/empty", func(b *testing.B) { figureKey(b, empty()) })
	b.Run("key/own", func(b *testing.B) { figureOwn(b, New(live(host), Options{})) })
	b.Run("burst/parley", func(b *testing.B) {
		h := live(host)
		figureBurst(b, New(h, Options{}), func(_ *program, text string) { h.happens(b, text) })
	})
	b.Run("burst/empty", func(b *testing.B) {
		figureBurst(b, oneLine{}, func(p *program, text string) { p.Send(textMsg(text)) })
	})
}

// figureStart is from making the model to its first frame.
func figureStart(b *testing.B, model func() tea.Model) {
	var took []time.Duration
	for range b.N {
		from := time.Now()
		p := start(b, model())
		took = append(took, p.wait(b).Sub(from))
		p.end()
	}
	percentiles(b, took)
}

// figureKey is from a key to the frame that shows what it did.
func figureKey(b *testing.B, m tea.Model) {
	p := start(b, m)
	p.wait(b)
	p.out.expect("")
	_, _ = io.WriteString(p.keys, "2") // the feed, with all that is behind
	p.wait(b)
	var took []time.Duration
	for i := range b.N {
		offBeat(i)
		p.out.expect("") // nothing else changes: the clock stands
		from := time.Now()
		_, _ = io.WriteString(p.keys, "kj"[i/12%2:i/12%2+1]) // up a dozen rows, and down
		took = append(took, p.wait(b).Sub(from))
	}
	percentiles(b, took)
}

// figureOwn is what of a key is this package's: Update and View.
func figureOwn(b *testing.B, m *Model) {
	m.Update(tea.WindowSizeMsg{Width: 200, Height: 60})
	m.Update(tea.KeyPressMsg{Code: '2', Text: "2"})
	var took []time.Duration
	for i := range b.N {
		r := rune("kj"[i%2])
		from := time.Now()
		m.Update(tea.KeyPressMsg{Code: r, Text: string(r)})
		_ = m.View()
		took = append(took, time.Since(from))
	}
	percentiles(b, took)
}

// figureBurst is from the first of many events to the frame that shows the
// last. What the exercise itself takes for them is in it.
func figureBurst(b *testing.B, m tea.Model, happens func(p *program, text string)) {
	p := start(b, m)
	p.wait(b)
	var took []time.Duration
	for i := range b.N {
		offBeat(i)
		last := word(i + 3*b.N) // not the one that stands there from the run before
		p.out.expect(last)
		from := time.Now()
		for range figuresBurst - 1 {
			happens(p, "and then")
		}
		happens(p, last)
		took = append(took, p.wait(b).Sub(from))
	}
	percentiles(b, took)
}
