package scenarios

import (
	"maps"
	"slices"
	"strconv"
	"strings"
)

// checker holds decoded files against the schema.
type checker struct {
	*desk
	lang string // of plain strings
	root *Table
	pack *pack // whose file it is, or nil
	all  map[string][]string
}

func newChecker(d *desk, lang string, p *pack) *checker {
	c := &checker{desk: d, lang: lang, root: rootTable(p != nil), pack: p, all: map[string][]string{}}
	c.collect(c.root, "")
	return c
}

// collect remembers in which tables each key is at home, for hints.
func (c *checker) collect(t *Table, parents string) {
	for i := range t.Tables {
		sub := &t.Tables[i]
		for _, k := range sub.Keys {
			c.all[k.Name] = append(c.all[k.Name], sub.header(parents))
		}
		c.collect(sub, parents+sub.Name+".")
	}
}

// file checks one decoded file.
func (c *checker) file(src *source, raw map[string]any) *record {
	return c.table(&record{src: src, table: c.root, index: -1, pack: c.pack}, raw)
}

// table checks one table and all below it.
func (c *checker) table(r *record, raw map[string]any) *record {
	r.vals = make(map[string]any, len(raw))
	for _, name := range slices.Sorted(maps.Keys(raw)) {
		v := raw[name]
		if k := r.table.find(name); k != nil {
			c.keyed(r, k, v)
		} else if sub := r.table.sub(name); sub != nil {
			c.nested(r, sub, v)
		} else {
			c.unknown(r, name, v)
		}
	}
	for i := range r.table.Keys {
		k := &r.table.Keys[i]
		if k.Required && !r.given(k.Name) {
			c.missing(r, k)
		}
	}
	return r
}

func (c *checker) keyed(r *record, k *Key, raw any) {
	if k.Scenario && r.pack != nil {
		c.errorf(r.key(k.Name), "not-in-packs", "", "%s has no place in a pack: a pack does not know the sides", k.Name)
		return
	}
	v, ok := c.value(r, k, raw)
	if !ok {
		r.drop(k.Name)
		return
	}
	if v != nil {
		r.vals[k.Name] = v
	}
}

func (c *checker) missing(r *record, k *Key) {
	if r.parent == nil {
		c.errorf(site{src: r.src, byOff: true}, "missing-key", "write format = 1 as the first line of every file", "the file does not say its format")
		return
	}
	c.errorf(r.here(), "missing-key", "write "+k.form(), "%s has no %s", c.call(r), k.Name)
}

// call is what a record is called in messages.
func (c *checker) call(r *record) string {
	if id := r.id(); id != "" && !r.wrong["id"] {
		return r.table.Name + " " + quoted(id)
	}
	return "this " + r.table.Name
}

// nested checks the tables below a key that must hold tables.
func (c *checker) nested(r *record, t *Table, raw any) {
	header := t.header(headerOf(r))
	var tables []map[string]any
	switch v := raw.(type) {
	case map[string]any:
		if t.Many {
			c.errorf(r.key(t.Name), "one-bracket", "write "+header+" with two brackets: there can be several", "%s is written as a single table", t.Name)
			return
		}
		c.sub(r, t, v, -1)
		return
	case []map[string]any:
		tables = v
	case []any:
		for _, e := range v {
			m, ok := e.(map[string]any)
			if !ok {
				c.errorf(r.key(t.Name), "wrong-type", "write "+header, "%s must hold tables, but holds %s", t.Name, typeName(e))
				return
			}
			tables = append(tables, m)
		}
	default:
		c.errorf(r.key(t.Name), "wrong-type", "write "+header+" and its keys below it", "%s must be a table, but is %s", t.Name, typeName(raw))
		return
	}
	if !t.Many {
		c.errorf(r.key(t.Name), "two-brackets", "write "+header+" with single brackets", "there is only one %s, and it is no list", t.Name)
		return
	}
	for i, m := range tables {
		c.sub(r, t, m, i)
	}
}

func (c *checker) sub(r *record, t *Table, raw map[string]any, index int) {
	sub := &record{src: r.src, table: t, parent: r, index: index, pack: r.pack}
	if r.subs == nil {
		r.subs = map[string][]*record{}
	}
	r.subs[t.Name] = append(r.subs[t.Name], c.table(sub, raw))
}

// headerOf is what stands before a nested table's name in its header.
func headerOf(r *record) string {
	if r.parent == nil {
		return ""
	}
	return headerOf(r.parent) + r.table.Name + "."
}

// unknown reports a key that the table does not have, and where it may belong.
func (c *checker) unknown(r *record, name string, raw any) {
	var names []string
	for _, k := range r.table.Keys {
		names = append(names, k.Name)
	}
	for _, t := range r.table.Tables {
		names = append(names, t.Name)
	}
	what := "key"
	switch raw.(type) {
	case map[string]any, []map[string]any:
		what = "table"
	}
	owner := "a scenario"
	switch {
	case r.parent != nil:
		owner = r.table.header(headerOf(r.parent))
	case c.pack != nil:
		owner = "a pack"
	}
	c.errorf(r.key(name), "unknown-"+what, c.unknownHint(r, name, names), "there is no %s %s in %s", what, quoted(name), owner)
}

func (c *checker) unknownHint(r *record, name string, names []string) string {
	if n := c.spell.near(name, names); n != "" {
		return "did you mean " + n + "?"
	}
	if homes := c.all[name]; len(homes) > 0 {
		hint := name + " belongs to " + listed(homes)
		if p := r.parent; p != nil && p.parent != nil && p.table.find(name) != nil {
			hint = name + " belongs to " + p.table.header(headerOf(p.parent)) + ": move it above the line " + r.table.header(headerOf(r.parent))
		}
		return hint
	}
	if r.parent == nil && c.pack != nil && slices.ContainsFunc(Schema(), func(t Table) bool { return t.Name == name }) {
		return "it belongs to the scenario; a pack holds actions, authorities, requests, evidence and milestones"
	}
	return "there are: " + strings.Join(names, ", ")
}

// list checks each element. A wrong one is reported and left out; the others
// stay, so that one mistake does not hide what else is wrong.
func (c *checker) list(r *record, k *Key, raw any) (any, bool) {
	elems, ok := raw.([]any)
	if !ok {
		hint := "write " + k.form()
		if s, isText := raw.(string); isText {
			hint = "write " + k.Name + " = [" + quoted(s) + "]"
		}
		c.errorf(r.at(k.Name), "wrong-type", hint, "%s must be a list, but is %s", k.Name, typeName(raw))
		return nil, false
	}
	if len(elems) == 0 && k.Required {
		c.errorf(r.at(k.Name), "empty", "", "%s is an empty list", k.Name)
		return nil, false
	}
	items := make([]item, 0, len(elems))
	seen := map[string]int{}
	for i, e := range elems {
		s, ok := e.(string)
		if !ok {
			c.errorf(r.elem(k.Name, i), "wrong-type", "", "%s must hold text, but its entry %d is %s", k.Name, i+1, typeName(e))
			continue
		}
		if strings.TrimSpace(s) == "" {
			c.errorf(r.elem(k.Name, i), "empty", "", "entry %d of %s is empty", i+1, k.Name)
			continue
		}
		if _, twice := seen[s]; twice {
			c.warnf(r.elem(k.Name, i), "twice", "", "%s stands twice in %s", quoted(s), k.Name)
			continue
		}
		seen[s] = i
		items = append(items, item{s, i})
	}
	return items, len(items) > 0 || len(elems) == 0
}

// wrongType reports a value of another type than the key's.
func (c *checker) wrongType(r *record, k *Key, raw any) {
	hint := "write " + k.form()
	switch v := raw.(type) {
	case int64:
		if k.Type == TypeDuration {
			hint = "write " + k.Name + ` = "` + strconv.FormatInt(v, 10) + `m" if minutes are meant`
		}
	case string:
		if k.Type == TypeBoolean || k.Type == TypeInteger || k.Type == TypeInstant {
			hint = "write it without quotes: " + k.form()
		}
	}
	c.errorf(r.at(k.Name), "wrong-type", hint, "%s must be %s, but is %s", k.Name, k.expected(), typeName(raw))
}
