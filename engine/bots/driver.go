package bots

import (
	"slices"

	"parley/engine"
)

// Driver lets an exercise go on: what falls due, scripted steps, and bots, in
// that order at equal t, bots in the order of their seats. A bot stands back
// while a person sits in its seat.
type Driver struct {
	x      *engine.Exercise
	crew   *Crew
	script []engine.Command
	bots   []bot

	// Refused is called with a scripted step or a bot's command that was not
	// taken. May be nil.
	Refused func(c engine.Command, err error)
}

// bot is a seat with its next move, as of the last look at its view.
type bot struct {
	seat string
	move Move
	has  bool
	seen int // log entries when it was last looked at
	look bool
	away bool // a person sits there, and the bot lets them play
}

// NewDriver drives an exercise with bots in these seats and scripted steps in
// order of their t. Steps whose command id was taken before, and those earlier
// than the exercise's clock, are passed over, as a resumed exercise needs it.
func NewDriver(x *engine.Exercise, seats []string, script []engine.Command) *Driver {
	d := &Driver{x: x, crew: NewCrew(x.Seed())}
	clock := x.Clock()
	for _, c := range script {
		if x.Taken(c.ID) || c.T < clock.T && clock.Life != engine.Planned {
			continue
		}
		d.script = append(d.script, c)
	}
	slices.SortStableFunc(d.script, func(a, b engine.Command) int { return int(max(-1, min(1, a.T-b.T))) })
	for _, s := range seats {
		d.bots = append(d.bots, bot{seat: s, look: true, away: x.Attended(s)})
	}
	return d
}

// Seats that bots sit in.
func (d *Driver) Seats() []string {
	out := make([]string, len(d.bots))
	for i := range d.bots {
		out[i] = d.bots[i].seat
	}
	return out
}

// Changed has the bots look again, after somebody else's command.
func (d *Driver) Changed() {
	for i := range d.bots {
		b := &d.bots[i]
		away := d.x.Attended(b.seat)
		if d.x.LogLen(b.seat) != b.seen || engine.IsControl(b.seat) || away != b.away {
			b.look = true
		}
		b.away = away
	}
}

// Next is the exercise time of the next thing that happens by itself.
func (d *Driver) Next() (engine.Millis, bool) {
	t, _, ok := d.next()
	return t, ok
}

type source int

const (
	fromClock source = iota
	fromScript
	fromBots // + place
)

func (d *Driver) next() (engine.Millis, source, bool) {
	t, ok := d.x.NextDue()
	from := fromClock
	now := d.x.Clock().T
	if len(d.script) > 0 && (d.x.Clock().Life != engine.Planned || engine.BeforeStart(d.script[0].Op)) {
		if st := max(now, d.script[0].T); !ok || st < t {
			t, from, ok = st, fromScript, true
		}
	}
	for i := range d.bots {
		b := &d.bots[i]
		if b.look {
			d.lookAgain(b)
		}
		if b.has {
			if bt := max(now, b.move.T); !ok || bt < t {
				t, from, ok = bt, fromBots+source(i), true
			}
		}
	}
	return t, from, ok
}

func (d *Driver) lookAgain(b *bot) {
	b.look = false
	v, ok := d.x.View(b.seat)
	if !ok || b.away {
		b.has = false
		return
	}
	b.seen = v.LogLen()
	b.move, b.has = d.crew.Next(v)
}

// Step lets the next thing at or before t happen, and returns its events as
// one line of the record; ok is false if there was nothing. A line may be
// empty: something was looked at and left as it was.
func (d *Driver) Step(t engine.Millis, wall func(engine.Millis) int64) (line []engine.Event, ok bool) {
	at, from, ok := d.next()
	if !ok || at > t {
		return nil, false
	}
	switch from {
	case fromClock:
		line = d.x.Advance(at, wall(at))
	case fromScript:
		c := d.script[0]
		d.script = d.script[1:]
		line = d.give(c, at, wall(at))
	default:
		b := &d.bots[from-fromBots]
		c := b.move.Command
		b.has, b.look = false, true
		before := d.x.Events()
		line = d.give(c, at, wall(at))
		if d.x.Events() == before {
			b.look = false // it would say the same again: wait for something to change
		}
	}
	d.Changed()
	return line, true
}

func (d *Driver) give(c engine.Command, t engine.Millis, wall int64) []engine.Event {
	c.T, c.Wall = t, wall
	if j, ok := c.Op.(engine.Jump); ok && j.Choices == nil {
		// A scripted jump takes what is proposed for each thing it passes.
		c.Op = engine.Jump{To: j.To, Choices: d.x.JumpList(t, j.To)}
	}
	a, err := d.x.Do(c)
	if err != nil && d.Refused != nil {
		d.Refused(c, err)
	}
	return a.Events
}

// Opens reports whether a scripted step is to be given before STARTEX, or is it.
func (d *Driver) Opens() bool {
	return len(d.script) > 0 && engine.BeforeStart(d.script[0].Op) && d.script[0].T <= d.x.Clock().T
}

// Has reports whether a bot sits in a seat.
func (d *Driver) Has(seat string) bool {
	return slices.ContainsFunc(d.bots, func(b bot) bool { return b.seat == seat })
}
