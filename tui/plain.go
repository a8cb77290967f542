package tui

import (
	"bufio"
	"context"
	"errors"
	"io"
	"os"
	"reflect"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/term"
)

// plain says the screens in lines, for screen readers, braille lines, poor
// terminals, pipes and logs. It holds the same [Model] and presses its keys:
// what a typed word does is what the key of that binding does, and a form is
// the form that the screen would show. It draws nothing and moves no cursor.
type plain struct {
	m *Model
	w *bufio.Writer
	// launch runs a tea.Cmd and has what it brings come to came. mine: a typed
	// line set it off, and the next prompt waits a moment for it.
	launch func(cmd tea.Cmd, mine bool)
	echo   bool // what is typed is not on the output by itself

	open  bool // a prompt stands on the last line
	count int  // lines printed since something was typed
	page  int  // lines printed at once, 0: all
	rest  []string
	quiet bool // news wait for the next typed line
	due   bool // which was typed
	busy  bool // it set something off that is not done yet
	left  bool
	err   error // of the output
	ended bool  // it was said that the session is over

	actor  string  // whose screen was said last
	shown  overlay // what lies on top, as it was last said
	opened *form   // whose title was said
	at     int     // its field that was asked, -1: none yet
	taught bool    // how forms are filled was said

	choices []option   // as numbered last
	writing bool       // a longer text is being typed
	listed  *listing   // the list looked at last
	links   []pageLink // of the details said last
	seen    map[string]int
	ahead   map[newsKey]bool
}

// newsKey is an entry of a seat's log.
type newsKey struct {
	seat string
	i    int
}

func newPlain(m *Model, out io.Writer) *plain {
	p := &plain{m: m, w: bufio.NewWriter(out), at: -1, seen: map[string]int{}, ahead: map[newsKey]bool{}}
	p.seen[m.home] = m.view.LogLen()
	return p
}

// came is what a tea.Cmd brought, and after which typed line it was launched
// if that set it off.
type came struct {
	msg  tea.Msg
	mine int
}

// grace is how long a prompt waits for what a line set off. Nearly everything
// is there at once, and is then said before the prompt and not after it.
const grace = 30 * time.Millisecond

// runPlain runs the console in lines until its reader leaves, the input ends,
// or ctx is done. What reads the input is left behind in its last read.
func runPlain(ctx context.Context, host Host, opts Options) (goOn bool, err error) {
	in, out := opts.In, opts.Out
	if in == nil {
		in = os.Stdin
	}
	if out == nil {
		out = os.Stdout
	}
	m := New(host, opts)
	m.ctx = ctx
	defer m.close()
	if m.lock != nil {
		return false, errors.New(m.t("this screen was handed over, and lines can't be locked: resume without --plain, or with --forget-pin"))
	}
	p := newPlain(m, out)
	file, isFile := in.(*os.File)
	p.echo = !isFile || !term.IsTerminal(file.Fd())
	ended := make(chan struct{})
	defer close(ended)
	err = p.run(ctx, readLines(in, ended), ended)
	return m.room.goOn && ctx.Err() == nil, err
}

// run is the one loop. Lines are taken in one by one, each after what the one
// before set off was answered.
func (p *plain) run(ctx context.Context, lines <-chan string, ended <-chan struct{}) error {
	msgs := make(chan came)
	line, flying := 1, 0
	p.launch = func(cmd tea.Cmd, mine bool) {
		c := came{}
		if mine {
			c.mine = line
			flying++
		}
		go func() {
			c.msg = cmd()
			select {
			case msgs <- c:
			case <-ended:
			}
		}()
	}
	p.perform(p.m.Init(), false)
	p.print(p.m.t("Parley, in lines. help lists the commands; an empty line says where things stand."))
	for !p.left && p.err == nil {
		p.show()
		typed := lines
		var late <-chan time.Time
		switch {
		case p.m.sending > 0:
			typed = nil
		case flying > 0:
			typed, late = nil, time.After(grace)
		default:
			p.prompt()
		}
		select {
		case c := <-msgs:
			if c.mine == line {
				flying--
			}
			p.took(c.msg, c.mine == line)
		case <-late:
			flying = 0
		case s, ok := <-typed:
			if p.left = !ok; ok {
				line, flying = line+1, 0
				p.line(s)
			} else {
				p.m.leaveOthers() // nobody is left to be asked
			}
		case <-ctx.Done():
			p.left = true
		}
	}
	if p.open {
		p.write("\n")
	}
	p.flush()
	return p.err
}

// perform launches a tea.Cmd, if there is one.
func (p *plain) perform(cmd tea.Cmd, mine bool) {
	if cmd != nil {
		p.busy = p.busy || mine
		p.launch(cmd, mine)
	}
}

// took takes in what a tea.Cmd brought.
func (p *plain) took(msg tea.Msg, mine bool) {
	switch msg := msg.(type) {
	case nil:
	case tea.BatchMsg:
		for _, cmd := range msg {
			p.perform(cmd, mine)
		}
	case chained:
		p.took(msg.msg, mine)
		p.perform(chain(msg.rest), mine)
	case tea.QuitMsg:
		p.left = true
	case tea.RawMsg:
		if s, ok := msg.Msg.(string); ok && strings.Contains(s, bell) {
			p.write(bell)
		}
	case sentMsg:
		p.update(msg)
		p.at = -1 // what was refused is asked again
	default:
		if all, ok := sequence(msg); ok {
			p.perform(chain(all), mine)
			return
		}
		p.update(msg)
	}
}

// chained is what one tea.Cmd of several brought, that are done one after
// another.
type chained struct {
	msg  tea.Msg
	rest []tea.Cmd
}

func chain(all []tea.Cmd) tea.Cmd {
	if len(all) == 0 {
		return nil
	}
	return func() tea.Msg {
		c := chained{rest: all[1:]}
		if all[0] != nil {
			c.msg = all[0]()
		}
		return c
	}
}

// sequence takes what tea.Sequence brings apart: its type has no name outside.
func sequence(msg tea.Msg) ([]tea.Cmd, bool) {
	v := reflect.ValueOf(msg)
	if v.Kind() != reflect.Slice || !v.Type().ConvertibleTo(reflect.TypeFor[[]tea.Cmd]()) {
		return nil, false
	}
	return v.Convert(reflect.TypeFor[[]tea.Cmd]()).Interface().([]tea.Cmd), true
}

// bell is the one control character that is ever written beside the line end.
const bell = "\a"

// update gives the model a message that no typed line set off.
func (p *plain) update(msg tea.Msg) {
	_, cmd := p.m.Update(msg)
	p.perform(cmd, false)
}

// press gives the model a key by the name that bindings call it by.
func (p *plain) press(key string) {
	_, cmd := p.m.Update(keyPress(key))
	p.perform(cmd, true)
}

// show says what there is to say before the next prompt: an answer, what lies
// on top now, and the news. Nothing is said while an answer is on the way.
func (p *plain) show() {
	if p.m.sending > 0 {
		return
	}
	p.sayNote()
	p.present()
	p.sayNote() // of what was just closed
	if actor := p.m.actor(); actor != p.actor {
		p.actor, p.links = actor, nil
		p.status()
	}
	p.news()
	if err := p.m.host.Err(); err != nil && !p.ended {
		p.ended = true
		p.print(p.m.t("The session has ended, and nothing is saved any longer: {why}", "why", err.Error()))
	}
}

// sayNote says what the model answered.
func (p *plain) sayNote() {
	m := p.m
	if m.note == "" {
		return
	}
	note := m.note
	if m.failed {
		note = m.t("No: {why}", "why", note)
	}
	m.note = ""
	p.print(note)
}
