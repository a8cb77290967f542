package scenarios

import (
	"slices"
	"strconv"
)

// maxListed is how many names a hint may choose from.
const maxListed = 40

// entry is a thing that an id names.
type entry struct {
	kind string
	id   string
	rec  *record // nil for what has its id from elsewhere
	side string  // of a pack's action: the side that takes the pack
}

// index knows every id of the scenario.
type index struct {
	*loader
	byID    map[string][]*entry
	byKind  map[string][]string // ids, for hints
	offices map[string][]string // side -> offices that its agencies fill
}

func newIndex(l *loader) *index {
	return &index{loader: l, byID: map[string][]*entry{}, byKind: map[string][]string{}, offices: map[string][]string{}}
}

// fill registers every id, and says which are used twice.
func (x *index) fill() {
	for _, f := range x.files {
		for i := range f.table.Tables {
			for _, r := range f.subs[f.table.Tables[i].Name] {
				x.record(r)
			}
		}
	}
	for _, a := range x.each("agency") {
		side := a.str("side")
		x.offices[side] = append(x.offices[side], a.list("office")...)
	}
	shared := map[string]bool{}
	for _, side := range x.each("side") {
		for _, it := range side.items("profile") {
			p := x.packs[it.value]
			for _, r := range p.each(kindAction) {
				x.register(&entry{kindAction, r.id(), r, side.id()})
			}
			if shared[it.value] {
				continue
			}
			shared[it.value] = true
			for _, r := range slices.Concat(p.each(kindMilestone), p.each(kindEvidence), p.each(kindRequest)) {
				x.register(&entry{r.table.Kind, r.id(), r, ""})
			}
		}
	}
}

// record registers a record of the scenario and what is nested in it.
func (x *index) record(r *record) {
	switch kind := r.table.Kind; kind {
	case "":
	case kindPhase:
		x.register(&entry{kind, r.id(), r, ""})
		x.numbered(r, "segment", "-")
		return
	case kindInject, kindSegment:
		x.register(&entry{kind, r.id(), r, ""})
		x.numbered(r, "question", "-q")
		return
	case kindScenario, kindAuthority:
		// A scenario's id names the scenario, not something in it; authorities
		// are registered when their side is known.
		return
	default:
		x.register(&entry{kind, r.id(), r, ""})
	}
	for i := range r.table.Tables {
		for _, sub := range r.subs[r.table.Tables[i].Name] {
			x.record(sub)
		}
	}
}

// numbered registers nested records that have an id by default.
func (x *index) numbered(r *record, table, infix string) {
	for i, sub := range r.subs[table] {
		if !sub.given("id") && r.id() != "" {
			sub.vals["id"] = r.id() + infix + strconv.Itoa(i+1)
		}
		x.record(sub)
	}
}

func (x *index) register(e *entry) {
	if e.id == "" {
		return
	}
	for _, o := range x.byID[e.id] {
		bothActions := o.kind == kindAction && e.kind == kindAction
		if bothActions && o.side != e.side && o.side != "" && e.side != "" {
			continue
		}
		x.twice(e, o)
		return
	}
	if len(x.byID[e.id]) == 0 {
		x.byKind[e.kind] = append(x.byKind[e.kind], e.id)
	}
	x.byID[e.id] = append(x.byID[e.id], e)
}

func (x *index) twice(e, o *entry) {
	other := o.rec.place()
	r := report{site: e.rec.place(), Severity: SeverityError, code: "duplicate-id", other: &other}
	r.message = "the id " + quoted(e.id) + " is taken by " + article(o.kind)
	if e.kind == kindAction && o.kind == kindAction && (e.side != "" || o.side != "") {
		side := e.side
		if side == "" {
			side = o.side
		}
		r.message = "side " + quoted(side) + " would have the action " + quoted(e.id) + " twice; the other is"
	}
	x.add(r)
}

// place is where the record's id stands, or its header if it has it by default.
func (r *record) place() site {
	if k := r.table.find("id"); k != nil && !k.Required {
		return r.here()
	}
	return r.at("id")
}

func article(kind string) string {
	if kind != "" && slices.Contains([]byte("aeio"), kind[0]) {
		return "an " + kind
	}
	return "a " + kind
}

// get returns the entry of that id if it is of one of the kinds.
func (x *index) get(id string, kinds ...string) *entry {
	for _, e := range x.byID[id] {
		if slices.Contains(kinds, e.kind) {
			return e
		}
	}
	return nil
}

// names lists all ids of the kinds.
func (x *index) names(kinds ...string) []string {
	var out []string
	for _, k := range kinds {
		out = append(out, x.byKind[k]...)
	}
	return out
}

// resolve holds every reference against the ids there are. What names nothing
// is reported and taken out.
func (x *index) resolve() {
	for _, f := range x.files {
		x.references(f)
	}
	for _, entry := range x.order {
		if p := x.packs[entry]; p != nil {
			for _, f := range p.files {
				x.references(f)
			}
		}
	}
}

func (x *index) references(r *record) {
	for i := range r.table.Keys {
		k := &r.table.Keys[i]
		if k.Type != TypeRef || slices.Contains(k.Ref, kindOffice) || !r.has(k.Name) {
			continue
		}
		if !k.List {
			if !x.exists(r.at(k.Name), k, r.str(k.Name)) {
				r.drop(k.Name)
			}
			continue
		}
		kept := slices.DeleteFunc(slices.Clone(r.items(k.Name)), func(it item) bool {
			return !x.exists(r.elem(k.Name, it.index), k, it.value)
		})
		if len(kept) == 0 && len(r.items(k.Name)) > 0 {
			r.drop(k.Name)
			continue
		}
		r.vals[k.Name] = kept
	}
	for i := range r.table.Tables {
		for _, sub := range r.subs[r.table.Tables[i].Name] {
			x.references(sub)
		}
	}
}

// exists reports a reference that names nothing, or the wrong kind of thing.
func (x *index) exists(s site, k *Key, id string) bool {
	if slices.Contains(k.Words, id) || x.get(id, k.Ref...) != nil {
		return true
	}
	x.unknownID(s, k.Name+" names ", id, k.Ref, k.Words)
	return false
}

// unknownID says that an id is not what was wanted, and what was probably
// meant. It says nothing if the id may stand in a file that cannot be read.
func (x *index) unknownID(s site, intro, id string, kinds, words []string) {
	if other := x.byID[id]; len(other) > 0 {
		x.errorf(s, "wrong-kind", "it must be "+articles(kinds), "%s%s, which is %s", intro, quoted(id), article(other[0].kind))
		return
	}
	if x.broken[id] || x.unseen {
		return
	}
	names := append(slices.Clone(words), x.names(kinds...)...)
	hint := x.spell.meant(id, names)
	if hint == "" && x.lost && containsAny(kinds, kindAction, kindEvidence, kindMilestone, kindRequest) {
		return // it may well stand in the pack that was not found
	}
	switch {
	case hint != "":
	case len(names) == 0:
		hint = "the scenario has no " + listed(kinds) + " at all"
	case len(names) <= maxListed:
		hint = "there are: " + oneOf(names)
	}
	x.errorf(s, "unknown-id", hint, "%s%s, but there is no such %s", intro, quoted(id), listed(kinds))
}

func containsAny(list []string, words ...string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return slices.Contains(list, w) })
}

func articles(kinds []string) string {
	out := make([]string, len(kinds))
	for i, k := range kinds {
		out[i] = article(k)
	}
	return listed(out)
}
