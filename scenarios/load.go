package scenarios

import (
	"errors"
	"strings"

	"github.com/BurntSushi/toml"
)

// loaded is a scenario on its way, complete only if the desk has no errors.
type loaded struct {
	desk *desk
	scn  *Scenario
}

// finish works the reports out and gives the scenario away only if it holds.
func finish(l loaded) (*Scenario, Problems) {
	problems := l.desk.problems()
	if l.desk.failed() {
		return nil, problems
	}
	return l.scn, problems
}

// pack is one pack as read, however many sides take it.
type pack struct {
	entry string // as the profile names it
	id    string
	files []*record
}

// loader carries what the steps of loading share.
type loader struct {
	*desk
	from    origin
	lang    string
	files   []*record        // of the scenario
	packs   map[string]*pack // by entry; nil for one that does not exist
	order   []string         // entries in order of first use
	index   *index
	sources []*source
	scn     *Scenario
}

func loadFrom(d *desk, from origin) loaded {
	l := &loader{desk: d, from: from, packs: map[string]*pack{}, scn: &Scenario{Language: "en"}}
	l.readScenario()
	l.readPacks()
	l.index = newIndex(l)
	l.index.fill()
	l.index.resolve()
	l.build()
	return loaded{d, l.scn}
}

// readScenario reads, decodes and checks the scenario's own files.
func (l *loader) readScenario() {
	sources := l.from.scenario(l.desk)
	l.sources = append(l.sources, sources...)
	raws := make([]map[string]any, len(sources))
	for i, src := range sources {
		raws[i] = decode(l.desk, src)
	}
	l.lang = plainLanguage(raws)
	c := newChecker(l.desk, l.lang, nil)
	injects := 0
	for i, src := range sources {
		if raws[i] == nil {
			continue
		}
		switch list := raws[i]["inject"].(type) {
		case []map[string]any:
			injects += len(list)
		case []any:
			injects += len(list)
		}
		if injects > maxInjects {
			l.errorf(site{src: src}, "too-many", "", "there are more than 100,000 injects")
			return
		}
		l.files = append(l.files, c.file(src, raws[i]))
	}
}

// plainLanguage is the language of plain strings, needed before the first of
// them is read.
func plainLanguage(raws []map[string]any) string {
	for _, raw := range raws {
		table, _ := raw["scenario"].(map[string]any)
		if lang, ok := table["language"].(string); ok && languageTag(lang) {
			return lang
		}
	}
	return "en"
}

// readPacks reads each pack that some side names, once.
func (l *loader) readPacks() {
	for _, side := range l.each("side") {
		for _, it := range side.items("profile") {
			if _, known := l.packs[it.value]; known {
				continue
			}
			l.order = append(l.order, it.value)
			l.packs[it.value] = l.readPack(it.value)
		}
	}
}

func (l *loader) readPack(entry string) *pack {
	sources, ok := l.from.pack(l.desk, entry)
	if !ok {
		l.lost = true
		return nil
	}
	p := &pack{entry: entry}
	c := newChecker(l.desk, l.lang, p)
	broken := false
	var first *record
	for _, src := range sources {
		l.sources = append(l.sources, src)
		raw := decode(l.desk, src)
		if raw == nil {
			broken = true
			continue
		}
		file := c.file(src, raw)
		p.files = append(p.files, file)
		for _, r := range file.subs["pack"] {
			if first != nil {
				other := first.here()
				l.add(report{site: r.here(), Severity: SeverityError, code: "twice", message: "[pack] stands once in a pack; the other is", other: &other})
				continue
			}
			first = r
			p.id = r.id()
		}
	}
	if first == nil && !broken && len(sources) > 0 {
		l.errorf(atOffset(sources[0], 0), "no-pack", "a pack says [pack] with id and title", "this is not a pack: there is no [pack]")
	}
	if first != nil && p.id != "" && !isPath(entry) && p.id != entry {
		l.errorf(first.at("id"), "pack-id", "", "the pack is called %s in profiles, but says it is %s", quoted(entry), quoted(p.id))
	}
	return p
}

// each returns the records of one of the scenario's top tables, in order.
func (l *loader) each(table string) []*record {
	var out []*record
	for _, f := range l.files {
		out = append(out, f.subs[table]...)
	}
	return out
}

// each returns the records of one of the pack's tables, in order.
func (p *pack) each(table string) []*record {
	if p == nil {
		return nil
	}
	var out []*record
	for _, f := range p.files {
		out = append(out, f.subs[table]...)
	}
	return out
}

// decode parses one file to untyped maps. It returns nil, having said why, if
// the file cannot be parsed.
func decode(d *desk, src *source) map[string]any {
	if f := scan(src.body, &d.counts); f != nil {
		d.markBroken(src)
		d.errorf(atOffset(src, f.offset), "syntax", f.hint, "%s", f.message)
		return nil
	}
	raw := map[string]any{}
	_, err := toml.Decode(src.body, &raw)
	if err == nil {
		return raw
	}
	d.markBroken(src)
	var pe toml.ParseError
	if !errors.As(err, &pe) {
		d.errorf(atOffset(src, 0), "syntax", "", "%s", strings.TrimPrefix(err.Error(), "toml: "))
		return nil
	}
	d.errorf(atOffset(src, pe.Position.Start), "syntax", syntaxHint(pe.Message), "%s", pe.Message)
	return nil
}

// syntaxHint explains what the parser says, where planners fall into it.
func syntaxHint(message string) string {
	for _, h := range []struct{ part, hint string }{
		{"already been defined", "each key stands once in its table; a second table of the kind begins with a header of its own, such as [[inject]]"},
		{"already exists", "each key stands once in its table; a second table of the kind begins with a header of its own, such as [[inject]]"},
		{"expected value but found", "text stands between quotes: title = \"…\""},
		{"expected a top-level item to end", "something is left over at the end of the line; text that contains \" is written between ' and '"},
		{"invalid escape", "write \\\\ for a backslash, or put the text between ' and '"},
		{"bare keys cannot contain", "a key is written key = value; its name has letters, digits, - and _ only"},
		{"expected '.' or '='", "a key is written key = value; a comment begins with #"},
		{"expected key separator", "a key is written key = value; a comment begins with #"},
		{"expected a comma", "the entries of a list are separated by commas and end with ]"},
		{"invalid datetime", "a date is written 2016-04-12T08:00:00Z"},
	} {
		if strings.Contains(message, h.part) {
			return h.hint
		}
	}
	return ""
}
