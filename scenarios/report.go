package scenarios

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"parley/scenarios/internal/position"
)

// maxReports is how many problems are collected before more are only counted.
const maxReports = 20 * maxProblems

// source is one file of the scenario or of a pack.
type source struct {
	File
	shown  string // how messages call it
	body   string // the content without a byte order mark
	broken bool   // it could not be parsed
}

func newSource(name, shown, content string) *source {
	return &source{
		File: File{Name: name, Content: content}, shown: shown,
		body: strings.TrimPrefix(content, "\ufeff"),
	}
}

// site is a place in a file: a path to a value, or an offset, or neither, for
// the file as a whole.
type site struct {
	src    *source
	path   position.Path
	onKey  bool // the key is meant, not its value
	inside int  // which character of the string that the value is, from 1; 0 for the value itself
	offset int  // bytes into the file's body, if byOffset
	byOff  bool
}

func atOffset(src *source, offset int) site { return site{src: src, offset: offset, byOff: true} }

// report is a problem whose place is not worked out yet.
type report struct {
	site
	Severity
	code, message, hint string
	other               *site // a second place that the message ends with
}

// desk takes reports.
type desk struct {
	reports []report
	dropped int
	broken  map[string]bool // words of files that could not be parsed; nil if there are none
	unseen  bool            // a file could not be read at all
	lost    bool            // a pack does not exist
	counts  counts          // of what was read so far
	spell   speller
}

func (d *desk) add(r report) {
	if len(d.reports) >= maxReports {
		d.dropped++
		return
	}
	d.reports = append(d.reports, r)
}

func (d *desk) errorf(s site, code, hint, format string, args ...any) {
	d.add(report{site: s, Severity: SeverityError, code: code, hint: hint, message: fmt.Sprintf(format, args...)})
}

func (d *desk) warnf(s site, code, hint, format string, args ...any) {
	d.add(report{site: s, Severity: SeverityWarning, code: code, hint: hint, message: fmt.Sprintf(format, args...)})
}

// hasBroken reports whether some file could not be parsed, so that what seems
// to be missing may well stand there.
func (d *desk) hasBroken() bool { return d.broken != nil || d.unseen }

// failed reports whether an error was found.
func (d *desk) failed() bool {
	return slices.ContainsFunc(d.reports, func(r report) bool { return r.Severity == SeverityError })
}

// markBroken remembers the words of a file that could not be parsed. What it
// mentions is not reported as missing elsewhere.
func (d *desk) markBroken(src *source) {
	src.broken = true
	if d.broken == nil {
		d.broken = map[string]bool{}
	}
	words := strings.FieldsFuncSeq(src.body, func(r rune) bool { return !idRune(r) })
	for w := range words {
		d.broken[strings.Clone(w)] = true
	}
}

// problems works out all places. Files are looked through once each.
func (d *desk) problems() Problems {
	sites := map[*source][]*site{}
	for i := range d.reports {
		r := &d.reports[i]
		for _, s := range []*site{&r.site, r.other} {
			if s != nil && s.src != nil {
				sites[s.src] = append(sites[s.src], s)
			}
		}
	}
	places := map[*site]Problem{}
	for src, list := range sites {
		maps.Copy(places, locate(src, list))
	}
	out := make(Problems, 0, len(d.reports))
	for i := range d.reports {
		r := &d.reports[i]
		p := places[&r.site]
		p.Severity, p.Code, p.Message, p.Hint = r.Severity, r.code, r.message, r.hint
		if r.other != nil {
			p.Message += " at " + places[r.other].Place()
		}
		out = append(out, p)
	}
	return arranged(out, d.dropped)
}

// locate fills in file, line, column and source of each site in one file.
func locate(src *source, list []*site) map[*site]Problem {
	var paths []position.Path
	for _, s := range list {
		if !s.byOff && s.path != nil {
			paths = append(paths, s.path)
		}
	}
	var spans []position.Span
	if len(paths) > 0 { // a file that cannot be parsed has none
		spans = position.Find(src.body, paths)
	}
	offsets := make(map[*site]int, len(list))
	out := make(map[*site]Problem, len(list))
	for _, s := range list {
		switch {
		case s.byOff:
			offsets[s] = s.offset
		case s.path == nil:
			out[s] = Problem{File: src.shown}
		default:
			offsets[s] = s.within(spans[0])
			spans = spans[1:]
		}
	}
	lines := newLines(src.body)
	for _, s := range slices.SortedFunc(maps.Keys(offsets), func(a, b *site) int { return cmp.Compare(offsets[a], offsets[b]) }) {
		line, column, text := lines.at(offsets[s])
		out[s] = Problem{File: src.shown, Line: line, Column: column, Source: text}
	}
	return out
}

// within is the site's offset, once its value is found.
func (s *site) within(span position.Span) int {
	switch {
	case s.onKey || !span.Exact:
		return span.Key
	case s.inside > 0:
		return span.Value + position.Inside(span.Raw, s.inside-1)
	}
	return span.Value
}

// lines finds lines and columns by offset. It goes through a file once, from
// the first offset asked for to the last: a line may be as long as the file.
type lines struct {
	text   string
	line   int // from 1
	start  int // of the line
	offset int // up to where characters were counted
	column int // from 1, at offset
}

func newLines(text string) *lines { return &lines{text: text, line: 1, column: 1} }

// at returns line and column from 1, the column in runes, and the line. No
// offset may be before the last one. Of a line that is longer than anybody
// would read, nothing is returned: a problem must not carry a whole file.
func (l *lines) at(offset int) (line, column int, text string) {
	const longest = 4 << 10
	offset = min(max(offset, l.offset), len(l.text))
	for {
		end := strings.IndexByte(l.text[l.offset:offset], '\n')
		if end < 0 {
			break
		}
		l.line++
		l.start = l.offset + end + 1
		l.offset, l.column = l.start, 1
	}
	l.column += utf8.RuneCountInString(l.text[l.offset:offset])
	l.offset = offset
	rest := l.text[l.start:]
	length := strings.IndexByte(rest[:min(len(rest), longest)], '\n')
	switch {
	case length >= 0:
		text = rest[:length]
	case len(rest) < longest:
		text = rest
	}
	return l.line, l.column, strings.TrimSuffix(text, "\r")
}
