package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"parley/engine"
)

// waysBindings are the keys of the authority map.
func waysBindings() []binding {
	const help = "the authority map: how each side may do what is under the cursor, or what is expected there"
	return append(things([]binding{
		{scopeConsole, []string{"A"}, "map", help, 2, groupLooking, (*Model).waysKey, (*Model).whyNoWays, nil, false},
	}),
		binding{scopeAdjudicate, []string{"A"}, "map", "the authority map: how each side may do it", 2, "Adjudicate", (*Model).waysKey, (*Model).whyNoWays, nil, false},
	)
}

// waysKey shows the authority map of what is under the cursor.
func (m *Model) waysKey() tea.Cmd {
	m.lay(&fullDetail{at: waysSubject(m.waysAt(m.at())...)})
	return nil
}

func (m *Model) whyNoWays() string {
	if f, ok := m.top().(*fullDetail); ok && f.at.kind == onWays {
		return m.t("this is it")
	}
	switch s := m.at(); {
	case len(m.waysAt(s)) > 0:
		return ""
	case s.kind == onAction:
		return m.t("it is in free words, and counts as nothing yet")
	}
	return m.t("it speaks of no action of the catalogue, and of no request")
}

// waysAt are the actions, and kinds of request, that a subject speaks of: what
// was done, what approval is asked for, what is expected, what an authority
// permits.
func (m *Model) waysAt(s subject) []string {
	var ids []string
	switch s.kind {
	case onAction:
		if a, ok := m.view.Action(s.id); ok {
			ids = append(ids, a.Name())
		}
	case onApproval:
		if a, ok := m.view.Approval(s.id); ok {
			ids = append(ids, a.Action)
		}
	case onInject:
		ids = m.expectedAt(s)
	case onEvent:
		if s.entry >= 0 && s.entry < m.view.LogLen() {
			ids = m.waysOfEvent(m.view.LogAt(s.entry).Body)
		}
	case onCatalogue:
		ids = append(ids, s.id)
	case onCall:
		ids = m.waysOfCall(s.id)
	case onEvidence:
		ids = m.waysOfExhibit(s.id)
	case onAuthority:
		ids = m.permittedBy(s.id)
	default:
		ids = m.waysOfRequest(s.id)
	}
	var out []string
	for _, id := range ids {
		if id != "" && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

// permittedBy are the actions that an authority permits.
func (m *Model) permittedBy(id string) []string {
	for _, a := range m.view.Scenario().Authorities {
		if a.ID == id {
			return a.Permits
		}
	}
	for _, a := range m.view.Stated() {
		if a.ID == id {
			return []string{a.Permits}
		}
	}
	return nil
}

// expectedAt are the actions that are expected after an inject; of one expected
// action that action.
func (m *Model) expectedAt(s subject) []string {
	if s.expect != "" {
		for _, e := range m.view.Expectations(s.delivery) {
			if e.ID == s.expect {
				return []string{e.Def.Action}
			}
		}
	}
	it, ok := m.view.Item(s.id)
	if !ok {
		return nil
	}
	var out []string
	for i := range it.Def.Expects {
		out = append(out, it.Def.Expects[i].Action)
	}
	return out
}

// waysOfEvent are those of what happens between the sides.
func (m *Model) waysOfEvent(body engine.Body) []string {
	switch b := body.(type) {
	case *engine.RequestSent:
		return []string{b.Request}
	case *engine.RequestStepped:
		return m.waysOfRequest(b.Request)
	case *engine.RequestForwarded:
		return m.waysOfRequest(b.Request)
	case *engine.RequestTicked:
		return m.waysOfRequest(b.Request)
	case *engine.DeadlineStarted:
		return m.waysOfRequest(b.Request)
	case *engine.DeadlineSet:
		return m.waysOfRequest(b.ID)
	case *engine.HotlineOpened:
		return m.waysOfCall(b.ID)
	}
	return nil
}

// waysOfCall is the action that opening the hotline of a call is.
func (m *Model) waysOfCall(id string) []string {
	c, ok := m.view.Call(id)
	if !ok {
		return nil
	}
	for _, h := range m.view.Scenario().Hotlines {
		if h.ID == c.Hotline {
			return []string{h.OpensAs}
		}
	}
	return nil
}

// waysOfExhibit is the action that yielded a piece of evidence.
func (m *Model) waysOfExhibit(id string) []string {
	e, ok := m.view.Exhibit(id)
	if !ok {
		return nil
	}
	if a, ok := m.view.Action(e.Act); ok {
		return []string{a.Name()}
	}
	return nil
}

// waysOfRequest is the kind of a request, or of the one that a deadline belongs
// to.
func (m *Model) waysOfRequest(id string) []string {
	if d, ok := m.view.Deadline(id); ok {
		id = d.Request
	}
	if r, ok := m.view.Request(id); ok {
		return []string{r.Request}
	}
	return nil
}
