package scenarios

import (
	"fmt"
	"strings"
)

// InWords puts a condition into words. say knows the words of codes ("cond.and")
// and name what an id is called; a fact names what it speaks of. A condition
// that is none is "".
func (c *Cond) InWords(say func(code string, args map[string]string) string, name func(fact Fact, id string) string) string {
	if c == nil {
		return ""
	}
	return (&condSpeaker{say, name}).cond(c, false, false)
}

type condSpeaker struct {
	say  func(code string, args map[string]string) string
	name func(fact Fact, id string) string
}

// cond says a node, or its opposite. inside says that it stands within another
// list of conditions, and needs brackets if it is one itself.
func (s *condSpeaker) cond(c *Cond, not, inside bool) string {
	switch c.Op {
	case CondAnd, CondOr:
		return s.list(c, not, inside)
	case CondNot:
		return s.cond(c.Args[0], !not, inside)
	case CondTrue, CondFalse:
		if (c.Op == CondTrue) != not {
			return s.say("cond.always", nil)
		}
		return s.say("cond.never", nil)
	case CondTime:
		return s.time(c, not)
	}
	args := map[string]string{}
	for i, id := range c.IDs {
		args[[]string{"a", "b", "c", "d"}[min(i, 3)]] = s.name(c.Fact, id)
	}
	code := "cond." + c.Fact.code()
	if len(c.IDs) > 2 && c.Fact != FactHas {
		args["b"] = s.names(c.Fact, c.IDs[1:])
	}
	switch {
	case c.Fact == FactHas && len(c.IDs) > 2:
		code, args["c"] = code+"-as", s.say("obtained."+c.IDs[2], nil)
	case len(c.IDs) > 1 && c.Fact != FactHas:
		code += "-by"
	}
	if not {
		code += "-not"
	}
	return s.say(code, args)
}

func (s *condSpeaker) names(fact Fact, ids []string) string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = s.name(fact, id)
	}
	return strings.Join(out, ", ")
}

// list joins what stands together. The opposite of "both" is "either not".
func (s *condSpeaker) list(c *Cond, not, inside bool) string {
	parts := make([]string, len(c.Args))
	for i, a := range c.Args {
		parts[i] = s.cond(a, not, true)
	}
	code := "cond.and"
	if (c.Op == CondOr) != not {
		code = "cond.or"
	}
	text := parts[0]
	for _, p := range parts[1:] {
		text = s.say(code, map[string]string{"a": text, "b": p})
	}
	if inside && len(parts) > 1 {
		return s.say("cond.group", map[string]string{"a": text})
	}
	return text
}

// time says a comparison with the time since something.
func (s *condSpeaker) time(c *Cond, not bool) string {
	cmp := c.Cmp
	if not {
		cmp = [...]Cmp{CmpLess: CmpGreaterEqual, CmpLessEqual: CmpGreater, CmpGreater: CmpLessEqual, CmpGreaterEqual: CmpLess}[cmp]
	}
	args := map[string]string{"limit": s.span(c.Limit), "a": ""}
	code := "cond.since"
	if len(c.IDs) > 0 {
		args["a"] = s.name(c.Fact, c.IDs[0])
	}
	if c.Fact == FactElapsed {
		code = "cond.elapsed"
	}
	if cmp == CmpLess || cmp == CmpLessEqual {
		return s.say(code+"-within", args)
	}
	return s.say(code+"-after", args)
}

// span says a duration in its largest whole units.
func (s *condSpeaker) span(d Millis) string {
	for _, u := range [...]struct {
		unit string
		of   Millis
	}{{"days", 86_400_000}, {"hours", 3_600_000}, {"minutes", 60_000}, {"seconds", 1000}} {
		if d >= u.of && d%u.of == 0 {
			return s.say("cond."+u.unit, map[string]string{"n": fmt.Sprint(d / u.of)})
		}
	}
	return fmt.Sprintf("%d ms", d)
}

// code of a fact, as words know it.
func (f Fact) code() string {
	return [...]string{
		FactNone: "none", FactDelivered: "delivered", FactActed: "acted", FactAnswered: "answered", FactMilestone: "milestone",
		FactHas: "has", FactMissed: "missed", FactStands: "stands", FactPhase: "phase", FactSince: "since", FactElapsed: "elapsed",
		FactRequested: "requested", FactAcknowledged: "acknowledged", FactAccepted: "accepted", FactRefused: "refused", FactExecuted: "executed",
		FactLate: "late", FactCalled: "called", FactConnected: "connected", FactMisused: "misused", FactMet: "met", FactMissedDeadline: "missed-deadline", FactAssessed: "assessed", FactAdopted: "adopted",
	}[f]
}
