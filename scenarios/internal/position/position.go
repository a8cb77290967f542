// Package position finds where in a TOML file a value stands.
//
// The decoder in use keeps no positions, so this package parses the file a
// second time, and is called only when there is something to report. It reads
// as far as the file can be read.
package position

import (
	"strconv"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"
)

// Path leads to a value: names of keys, and indices from 0 as decimal numbers
// (inject, 3, to, 1).
type Path []string

// sep cannot occur in a key: TOML allows no such character unescaped, and a
// key that spells it with an escape is only found at its table.
const sep = "\x00"

func (p Path) key() string { return strings.Join(p, sep) }

// Span is where a value stands, in bytes from the start of the file.
type Span struct {
	Key   int    // start of its key, or of the name in its header; of an element, that of the value
	Value int    // start of the value; as Key where there is none
	Raw   string // the value as written; "" for arrays and tables
	Exact bool   // false if only something around it was found
}

// Find returns the span of each path. What is not in the file gets the span of
// the nearest thing around it that is, or the file's start.
func Find(content string, paths []Path) []Span {
	wanted := map[string]bool{"": true}
	for _, p := range paths {
		for n := range p {
			wanted[p[:n+1].key()] = true
		}
	}
	w := walker{wanted: wanted, found: map[string]Span{}, counts: map[string]int{}}
	w.p.Reset([]byte(content))
	for w.p.NextExpression() {
		w.expression(w.p.Expression())
	}
	spans := make([]Span, len(paths))
	for i, p := range paths {
		for n := len(p); n > 0; n-- {
			if s, ok := w.found[p[:n].key()]; ok {
				s.Exact = n == len(p)
				spans[i] = s
				break
			}
		}
	}
	return spans
}

type walker struct {
	p      unstable.Parser
	wanted map[string]bool
	found  map[string]Span
	counts map[string]int // how many tables an array of tables has so far
	table  string         // the present header
}

func join(parent, key string) string {
	if parent == "" {
		return key
	}
	return parent + sep + key
}

// note keeps the first place of a path: a table that is opened twice, once by
// a dotted key, is where it was opened first.
func (w *walker) note(path string, s Span) {
	if _, ok := w.found[path]; !ok && w.wanted[path] {
		w.found[path] = s
	}
}

func (w *walker) expression(n *unstable.Node) {
	switch n.Kind {
	case unstable.Table, unstable.ArrayTable:
		w.header(n)
	case unstable.KeyValue:
		w.keyValue(w.table, n)
	}
}

// header follows the names of a header. A name on the way that is an array of
// tables means its last table.
func (w *walker) header(n *unstable.Node) {
	cur := ""
	first := -1
	keys := n.Key()
	for keys.Next() {
		k := keys.Node()
		if first < 0 {
			first = int(k.Raw.Offset)
		}
		last := k.Next() == nil
		cur = join(cur, string(k.Data))
		at := Span{Key: first, Value: first}
		w.note(cur, at)
		count, isArray := w.counts[cur]
		switch {
		case last && n.Kind == unstable.ArrayTable:
			w.counts[cur] = count + 1
			cur = join(cur, strconv.Itoa(count))
			w.note(cur, at)
		case isArray:
			cur = join(cur, strconv.Itoa(count-1))
		}
	}
	w.table = cur
}

func (w *walker) keyValue(table string, n *unstable.Node) {
	cur := table
	keys := n.Key()
	value := n.Value()
	span := Span{}
	for keys.Next() {
		k := keys.Node()
		cur = join(cur, string(k.Data))
		span = Span{Key: int(k.Raw.Offset)}
		span.Value = span.Key
		if k.Next() != nil {
			w.note(cur, span)
		}
	}
	w.value(cur, span, value)
}

func (w *walker) value(path string, span Span, n *unstable.Node) {
	switch n.Kind {
	case unstable.Array:
		w.note(path, span)
		i := 0
		for it := n.Children(); it.Next(); i++ {
			w.value(join(path, strconv.Itoa(i)), element(it.Node(), span), it.Node())
		}
	case unstable.InlineTable:
		span.Value = int(n.Raw.Offset)
		w.note(path, span)
		for it := n.Children(); it.Next(); {
			w.keyValue(path, it.Node())
		}
	default:
		span.Value = int(n.Raw.Offset)
		span.Raw = string(w.p.Raw(n.Raw))
		w.note(path, span)
	}
}

// element is the span of an array's element. An array within it is not given
// a place of its own by the parser, and gets that of the outer one.
func element(n *unstable.Node, outer Span) Span {
	if n.Kind == unstable.Array {
		return outer
	}
	at := int(n.Raw.Offset)
	return Span{Key: at, Value: at}
}
