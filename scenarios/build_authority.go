package scenarios

import "slices"

func (l *loader) buildAuthorities() {
	taken := map[string]*record{}
	add := func(a Authority, r *record) {
		if a.ID != "" {
			if first := taken[a.ID]; first != nil {
				l.index.twice(&entry{kindAuthority, a.ID, r, a.Side}, &entry{kindAuthority, a.ID, first, a.Side})
				return
			}
			if others := l.index.byID[a.ID]; len(others) > 0 {
				l.index.twice(&entry{kindAuthority, a.ID, r, a.Side}, others[0])
				return
			}
		}
		taken[a.ID] = r
		l.scn.Authorities = append(l.scn.Authorities, a)
	}
	for _, r := range l.each(kindAuthority) {
		side, ok := l.authoritySide(r)
		if ok {
			add(l.authority(r, side, r.id()), r)
		}
	}
	for _, side := range l.each("side") {
		for _, entry := range side.list("profile") {
			for _, r := range l.packs[entry].each(kindAuthority) {
				id := ""
				if r.id() != "" {
					id = side.id() + "." + r.id()
				}
				add(l.authority(r, side.id(), id), r)
			}
		}
	}
}

// authoritySide is the side of an authority that stands in the scenario: as it
// says, or that of the agencies that hold it.
func (l *loader) authoritySide(r *record) (string, bool) {
	if side := r.str("side"); side != "" || r.wrong["side"] || r.wrong["held-by"] {
		return side, side != ""
	}
	side := ""
	for _, it := range r.items("held-by") {
		e := l.index.get(it.value, kindAgency)
		if e == nil {
			if !l.hasBroken() {
				hint := "write side = \"…\" if it is an office"
				if like := l.spell.near(it.value, l.index.names(kindAgency)); like != "" {
					hint = "did you mean " + quoted(like) + "? Or " + hint
				}
				l.errorf(r.elem("held-by", it.index), "unknown-id", hint, "held-by names %s, which is no agency, and it is not said which side's office it is", quoted(it.value))
			}
			return "", false
		}
		its := e.rec.str("side")
		if side != "" && its != side {
			l.errorf(r.elem("held-by", it.index), "two-sides", "write it once for each side", "authority %s would be held by agencies of two sides", quoted(r.id()))
			return "", false
		}
		side = its
	}
	return side, side != ""
}

// authority resolves an authority for one side.
func (l *loader) authority(r *record, side, id string) Authority {
	a := Authority{
		ID: id, Side: side, Title: r.text("title"), Basis: r.str("basis"), Source: r.str("source"), Says: r.text("says"),
		Permits: r.list("permits"), Reaches: r.list("reaches"),
		Condition: l.condition(r, "condition"), ConditionText: r.str("condition"),
		Approval: r.str("approval"), ApprovalLasts: r.millis("approval-lasts"), Lasts: r.millis("lasts"),
	}
	a.From, a.Until = r.period("in-force")
	a.Agencies = l.holders(r, side)
	if a.Approval != "" && len(a.Agencies) > 0 {
		a.Approvers = l.approvers(r, side)
	}
	if a.Approval == "" && a.ApprovalLasts > 0 {
		l.warnf(r.key("approval-lasts"), "no-effect", "write approval = \"…\"", "approval-lasts has no effect without approval")
	}
	l.checkPermits(r, side)
	return a
}

// holders returns the agencies of a side that hold an authority, in the order
// of the scenario.
func (l *loader) holders(r *record, side string) []string {
	held := r.list("held-by")
	known := map[string]bool{}
	var out []string
	for _, a := range l.scn.Agencies {
		if a.Side != side {
			continue
		}
		holds := false
		for _, h := range held {
			if h == a.ID || slices.Contains(a.Offices, h) {
				known[h], holds = true, true
			}
		}
		if holds {
			out = append(out, a.ID)
		}
	}
	switch {
	case len(held) == 0 || l.hasBroken():
	case r.pack == nil:
		for _, it := range r.items("held-by") {
			if !known[it.value] {
				names := append(l.agencies(side), l.index.offices[side]...)
				l.errorf(r.elem("held-by", it.index), "unknown-id", l.spell.meant(it.value, names), "held-by names %s, which is neither an agency of side %s nor an office that one fills", quoted(it.value), quoted(side))
			}
		}
	case len(out) == 0:
		l.warnf(r.at("held-by"), "unused", "write office = […] in the agency that does", "no agency of side %s fills %s: nobody holds authority %s", quoted(side), listed(held), quoted(side+"."+r.id()))
	}
	return out
}

func (l *loader) agencies(side string) []string {
	var out []string
	for _, a := range l.scn.Agencies {
		if a.Side == side {
			out = append(out, a.ID)
		}
	}
	return out
}

// approvers returns the roles of a side that approve, in the order of the
// scenario.
func (l *loader) approvers(r *record, side string) []string {
	approval := r.str("approval")
	agencies := map[string]bool{}
	for _, a := range l.scn.Agencies {
		if a.Side == side && (a.ID == approval || slices.Contains(a.Offices, approval)) {
			agencies[a.ID] = true
		}
	}
	var out, names []string
	for _, role := range l.scn.Roles {
		if role.Side != side {
			continue
		}
		names = append(names, role.ID)
		if role.ID == approval || agencies[role.Agency] {
			out = append(out, role.ID)
		}
	}
	if len(out) > 0 || l.hasBroken() || l.broken[approval] {
		return out
	}
	if len(agencies) > 0 {
		l.errorf(r.at("approval"), "no-approver", "write a [[role]] in the agency", "approval %s: nobody of side %s sits in an agency that gives it", quoted(approval), quoted(side))
		return nil
	}
	names = append(append(names, l.agencies(side)...), l.index.offices[side]...)
	hint := l.spell.meant(approval, names)
	if hint == "" {
		hint = "write office = [" + quoted(approval) + "] in the agency that approves"
	}
	l.errorf(r.at("approval"), "no-approver", hint, "approval %s: no agency or role of side %s is or fills it", quoted(approval), quoted(side))
	return nil
}

// checkPermits reports actions that exist, but not for the side.
func (l *loader) checkPermits(r *record, side string) {
	for _, it := range r.items("permits") {
		if !l.available(it.value, side) {
			l.errorf(r.elem("permits", it.index), "not-available", "it stands in a pack that the side does not take", "side %s has no action %s", quoted(side), quoted(it.value))
		}
	}
}

// available reports whether a side has the action.
func (l *loader) available(action, side string) bool {
	return slices.ContainsFunc(l.index.byID[action], func(e *entry) bool {
		return e.kind == kindAction && (e.side == "" || e.side == side)
	})
}
