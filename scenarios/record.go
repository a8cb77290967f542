package scenarios

import (
	"strconv"
	"time"

	"parley/scenarios/internal/position"
)

// record is one table of a file after the schema has been held against it.
// Only values that fit are in it; the others have been reported.
type record struct {
	src    *source
	table  *Table
	parent *record
	index  int // in its array of tables, -1 where it stands alone
	pack   *pack
	vals   map[string]any
	subs   map[string][]*record
	wrong  map[string]bool // keys that were given, and were wrong
}

// item is an element of a list, with its place in it.
type item struct {
	value string
	index int
}

// path leads to the record in its file.
func (r *record) path() position.Path {
	if r.parent == nil {
		return position.Path{}
	}
	p := append(r.parent.path(), r.table.Name)
	if r.index >= 0 {
		p = append(p, strconv.Itoa(r.index))
	}
	return p
}

// here is the record's header.
func (r *record) here() site { return site{src: r.src, path: r.path(), onKey: true} }

// at is the value of one of its keys.
func (r *record) at(key string) site { return site{src: r.src, path: append(r.path(), key)} }

// key is one of its keys.
func (r *record) key(key string) site {
	return site{src: r.src, path: append(r.path(), key), onKey: true}
}

// elem is the element of a list, or the value itself if index is negative.
func (r *record) elem(key string, index int) site {
	if index < 0 {
		return r.at(key)
	}
	return site{src: r.src, path: append(r.path(), key, strconv.Itoa(index))}
}

// given reports whether the key stands in the file, right or wrong.
func (r *record) given(key string) bool { return r.has(key) || r.wrong[key] }

// has reports whether there is a value that fits.
func (r *record) has(key string) bool {
	_, ok := r.vals[key]
	return ok
}

func (r *record) drop(key string) {
	delete(r.vals, key)
	if r.wrong == nil {
		r.wrong = map[string]bool{}
	}
	r.wrong[key] = true
}

func (r *record) str(key string) string {
	s, _ := r.vals[key].(string)
	return s
}

// strOr is str with a default.
func (r *record) strOr(key, def string) string {
	if s := r.str(key); s != "" {
		return s
	}
	return def
}

func (r *record) id() string { return r.str("id") }

func (r *record) text(key string) Text {
	t, _ := r.vals[key].(Text)
	return t
}

func (r *record) millis(key string) Millis {
	m, _ := r.vals[key].(Millis)
	return m
}

func (r *record) number(key string, def int64) int64 {
	if n, ok := r.vals[key].(number); ok {
		return int64(n)
	}
	return def
}

func (r *record) yes(key string) bool {
	b, _ := r.vals[key].(bool)
	return b
}

func (r *record) story() time.Time {
	t, _ := r.vals["story"].(time.Time)
	return t
}

func (r *record) period(key string) (from, until time.Time) {
	p, _ := r.vals[key].([2]time.Time)
	return p[0], p[1]
}

func (r *record) items(key string) []item {
	l, _ := r.vals[key].([]item)
	return l
}

func (r *record) list(key string) []string {
	items := r.items(key)
	if len(items) == 0 {
		return nil
	}
	out := make([]string, len(items))
	for i, it := range items {
		out[i] = it.value
	}
	return out
}
