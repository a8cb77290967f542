package engine

import (
	"slices"
	"strings"

	"parley/scenarios"
)

// The seats of an exercise are its roles, by their ids, and those of the staff.
// A name with a side behind it ("observer/alder") is that side's.
const (
	// SeatControl is the seat of the facilitator who leads the exercise, and of
	// a second one: several people may sit there. Under control = "per-side" it
	// is the lead's, and "control/SIDE" that of a side's controller.
	SeatControl = "control"
	// SeatSimulator answers as the people whom nobody plays, and says what is
	// cued. It sees what the control seat of the same name sees.
	SeatSimulator = "simulator"
	// SeatEvaluator sees what the control seat of the same name sees, and
	// changes nothing but its own notes and ratings.
	SeatEvaluator = "evaluator"
	// SeatObserver looks on at the screens of all roles, or of one side's, and
	// does nothing.
	SeatObserver = "observer"
	// SeatProjector is the wall: what is plenary (see [Plenary]).
	SeatProjector = "projector"
)

// seatName takes a seat of the staff apart.
func seatName(seat string) (kind, side string) {
	kind, side, _ = strings.Cut(seat, "/")
	return kind, side
}

// StaffSeats are the seats of a scenario that are no role's, control's first.
// Under control = "per-side" nobody looks on at all sides, and each side has a
// simulator and an evaluator of its own beside the lead's (rule 13).
func StaffSeats(sc *scenarios.Scenario) []string {
	out := ControlSeats(sc)
	for _, kind := range [...]string{SeatSimulator, SeatEvaluator} {
		for _, desk := range ControlSeats(sc) {
			out = append(out, kind+strings.TrimPrefix(desk, SeatControl))
		}
	}
	if !PerSide(sc) {
		out = append(out, SeatObserver)
	}
	for i := range sc.Sides {
		out = append(out, SeatObserver+"/"+sc.Sides[i].ID)
	}
	return append(out, SeatProjector)
}

// IsSeat reports whether a scenario has a seat: a role's or one of the staff's.
func IsSeat(sc *scenarios.Scenario, seat string) bool {
	return slices.ContainsFunc(sc.Roles, func(r scenarios.Role) bool { return r.ID == seat }) || slices.Contains(StaffSeats(sc), seat)
}

// IsStaff reports whether a seat is, by its name, one of the staff's and no
// role's.
func IsStaff(seat string) bool {
	kind, _ := seatName(seat)
	switch kind {
	case SeatControl, SeatSimulator, SeatEvaluator, SeatObserver, SeatProjector:
		return true
	}
	return false
}

// deskOf is the control seat whose things a seat of the staff sees: of a
// simulator and an evaluator the one of the same name; "" for all others.
func deskOf(seat string) string {
	switch kind, side := seatName(seat); {
	case kind != SeatControl && kind != SeatSimulator && kind != SeatEvaluator:
		return ""
	case side != "":
		return SeatControl + "/" + side
	}
	return SeatControl
}

// IsControl reports whether a seat sees what one of control's sees: control's
// own, a simulator's and an evaluator's. What they may do is another matter.
func IsControl(seat string) bool { return deskOf(seat) != "" }

// Leads reports whether a seat is a facilitator's: the one's, the lead's or a
// side's controller's.
func Leads(seat string) bool {
	kind, _ := seatName(seat)
	return kind == SeatControl
}

// SeatsSeenBy are the seats whose views one who sits in a seat may ask for,
// their own first where there is one: a player theirs alone; control, a
// simulator and an evaluator also those of the roles that they have charge of,
// the lead under control = "per-side" of none; an observer those of the roles
// that they observe. The projector has none: it has a [Plenary].
func SeatsSeenBy(sc *scenarios.Scenario, seat string) []string {
	kind, side := seatName(seat)
	switch {
	case !IsStaff(seat):
		return []string{seat}
	case kind == SeatProjector:
		return nil
	}
	var out []string
	if kind != SeatObserver {
		out = append(out, seat)
		if PerSide(sc) && side == "" {
			return out
		}
	}
	for i := range sc.Roles {
		if side == "" || sc.Roles[i].Side == side {
			out = append(out, sc.Roles[i].ID)
		}
	}
	return out
}

// Attended reports whether a person sits in a seat, and not only a bot.
func (x *Exercise) Attended(seat string) bool {
	return slices.ContainsFunc(x.sitting[seat], func(s Sitting) bool { return !s.Bot })
}

// mayStaff refuses what is not for a seat of the staff.
func (x *Exercise) mayStaff(seat string, info opInfo) error {
	if !slices.Contains(StaffSeats(x.sc), seat) {
		return refuse("no-such-seat", "seat", seat)
	}
	if info.who&byAnyone != 0 {
		return nil
	}
	switch kind, _ := seatName(seat); {
	case givenBy(kind, info):
		return nil
	case kind == SeatControl:
		return refuse("players-only", "op", info.name)
	case kind == SeatObserver, kind == SeatProjector:
		return refuse("looks-on", "op", info.name, "seat", seat)
	}
	return refuse("not-yours", "op", info.name, "seat", seat)
}

// givenBy reports whether a kind of seat of the staff gives a command at all.
func givenBy(kind string, info opInfo) bool {
	switch kind {
	case SeatControl:
		return info.who&byControl != 0
	case SeatSimulator:
		return info.who&bySimulator != 0
	case SeatEvaluator:
		return info.who&byEvaluator != 0
	}
	return false
}

// MayGive reports whether a seat may give a command by what it is, whatever the
// moment, and whatever the command speaks of: what a screen need not offer
// where it is false.
func MayGive(seat string, op Op) bool {
	if kind, _ := seatName(seat); IsStaff(seat) {
		return givenBy(kind, op.op())
	}
	return op.op().who&(byPlayer|byLegal) != 0
}

// mayComeFrom refuses what somebody at one terminal gives for a seat that is
// not theirs. Who records for another says so by Via; whether they may is asked
// before the command's id is looked up, so that nobody learns from it what
// another side's command made.
func (x *Exercise) mayComeFrom(c *Command) error {
	if c.From == "" {
		return nil // the host itself
	}
	sits := slices.ContainsFunc(x.sitting[c.From], func(s Sitting) bool { return s.Person == c.By && !s.Bot })
	if !sits {
		return refuse("not-seated", "seat", c.From)
	}
	switch c.Op.(type) {
	case Mark, Reopen:
		return refuse("not-yours", "op", OpName(c.Op), "seat", c.From)
	case Join, Leave:
		if !Leads(c.From) || c.From != c.Seat && !x.mayRecord(c.From, c.Seat) {
			return refuse("not-yours", "op", OpName(c.Op), "seat", c.From)
		}
		return nil
	}
	switch {
	case c.Seat == c.From && (c.Via == "" || c.Via == c.Seat):
		return nil
	case c.Via != c.From || c.Via == c.Seat:
		return refuse("not-your-seat", "seat", c.Seat)
	case !x.mayRecord(c.Via, c.Seat):
		return refuse("not-yours", "op", OpName(c.Op), "seat", c.Via)
	}
	return nil
}
