package session

import (
	"context"
	"slices"

	"parley/engine"
)

// Place is the exercise as one person in one seat has it, at a terminal of
// their own: what their screen may ask for, and what it can give. It is where a
// terminal ends and the exercise begins; behind it the engine trusts nothing of
// what a screen says of who somebody is.
type Place struct {
	*Session
	seat, person string
	sees         []string
}

// At gives the exercise to a person who has got into a seat. The person is a
// name of the record's ("p-3kd8"), of which a [engine.Joined] speaks.
func (s *Session) At(seat, person string) *Place {
	return &Place{s, seat, person, engine.SeatsSeenBy(s.rec.X.Scenario(), seat)}
}

// Seat that it is.
func (p *Place) Seat() string { return p.seat }

// Person who sits there.
func (p *Place) Person() string { return p.person }

// Sees are the seats whose views can be asked for.
func (p *Place) Sees() []string { return slices.Clone(p.sees) }

// View is what a seat may know now, if this one may look there.
func (p *Place) View(seat string) (engine.View, bool) {
	if !slices.Contains(p.sees, seat) {
		return engine.View{}, false
	}
	return p.Session.View(seat)
}

// Do gives a command as the person who sits here, from this seat, whatever it
// says itself.
func (p *Place) Do(ctx context.Context, cmd engine.Command) (engine.Answer, error) {
	cmd.From, cmd.By = p.seat, p.person
	return p.Session.Do(ctx, cmd)
}

// JumpList is control's alone.
func (p *Place) JumpList(to engine.Millis) []engine.JumpChoice {
	if !engine.Leads(p.seat) {
		return nil
	}
	return p.Session.JumpList(to)
}
