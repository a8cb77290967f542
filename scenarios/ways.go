package scenarios

import "slices"

// Way is an authority that permits an action, with the roles that may use it:
// those of the agencies that hold it, in the order of the scenario.
type Way struct {
	Authority *Authority
	Roles     []string
	// Act is the action on which the authority was stated during the exercise,
	// "" for one that stands in the scenario.
	Act string
}

// SideWays are the ways of one side to do an action. With none of them the side
// has stated nothing.
type SideWays struct {
	Side   string
	ID     string  // of the action
	Action *Action // as the side has it; nil: it is not in the side's catalogue
	Ways   []Way
}

// Ways are the ways of each side to do an action, in the order of sides and
// authorities. Further ones, stated during an exercise, come last.
func (s *Scenario) Ways(action string, further ...Way) []SideWays {
	out := make([]SideWays, len(s.Sides))
	for i := range s.Sides {
		out[i] = s.sideWays(s.Sides[i].ID, action, further)
	}
	return out
}

func (s *Scenario) sideWays(side, action string, further []Way) SideWays {
	out := SideWays{Side: side, ID: action, Action: s.catalogued(side, action)}
	for i := range s.Authorities {
		if a := &s.Authorities[i]; a.Side == side && slices.Contains(a.Permits, action) {
			out.Ways = append(out.Ways, Way{Authority: a, Roles: s.holders(a)})
		}
	}
	for _, w := range further {
		if w.Authority.Side == side && slices.Contains(w.Authority.Permits, action) {
			w.Roles = s.holders(w.Authority)
			out.Ways = append(out.Ways, w)
		}
	}
	return out
}

// catalogued is an action as a side has it: its own before everyone's.
func (s *Scenario) catalogued(side, action string) *Action {
	var all *Action
	for i := range s.Actions {
		switch a := &s.Actions[i]; {
		case a.ID != action:
		case a.Side == side:
			return a
		case a.Side == "":
			all = a
		}
	}
	return all
}

// holders are the roles of the agencies that hold an authority.
func (s *Scenario) holders(a *Authority) []string {
	var out []string
	for i := range s.Roles {
		if slices.Contains(a.Agencies, s.Roles[i].Agency) {
			out = append(out, s.Roles[i].ID)
		}
	}
	return out
}

// StepWays are the ways of a side to take steps of a request that are the same
// action.
type StepWays struct {
	Steps []string // Step constants
	SideWays
}

// RequestWays are the ways of one side with a kind of request: its roles that
// may send and receive it, and the steps at either end. Every side has the same
// steps in the same order.
type RequestWays struct {
	Side      string
	Senders   []string
	Receivers []string
	Sends     []StepWays
	Handles   []StepWays
}

// RequestWays are the ways of each side with a kind of request, in the order of
// sides. Further ones, stated during an exercise, come last at each step.
func (s *Scenario) RequestWays(k *RequestKind, further ...Way) []RequestWays {
	out := make([]RequestWays, len(s.Sides))
	for i := range s.Sides {
		side := s.Sides[i].ID
		w := RequestWays{Side: side, Senders: s.rolesOf(side, k.Senders), Receivers: s.rolesOf(side, k.Receivers)}
		w.Sends = s.stepWays(side, k, append([]string{StepSend}, SenderSteps()...), further)
		w.Handles = s.stepWays(side, k, ReceiverSteps(), further)
		out[i] = w
	}
	return out
}

func (s *Scenario) stepWays(side string, k *RequestKind, steps []string, further []Way) []StepWays {
	var out []StepWays
	for _, step := range steps {
		action := k.As[step]
		i := slices.IndexFunc(out, func(w StepWays) bool { return w.ID == action })
		switch {
		case action == "":
		case i >= 0:
			out[i].Steps = append(out[i].Steps, step)
		default:
			out = append(out, StepWays{[]string{step}, s.sideWays(side, action, further)})
		}
	}
	return out
}

func (s *Scenario) rolesOf(side string, roles []string) []string {
	var out []string
	for i := range s.Roles {
		if r := &s.Roles[i]; r.Side == side && slices.Contains(roles, r.ID) {
			out = append(out, r.ID)
		}
	}
	return out
}

// ActionIDs are the actions of the catalogue, each once, in order.
func (s *Scenario) ActionIDs() []string {
	var out []string
	for i := range s.Actions {
		if id := s.Actions[i].ID; !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}
