package position

import (
	"fmt"
	"strings"
	"testing"
)

const doc = `title = "x"
"quoted key" = 1
a.b."c d" = 2

[one]
text = """
[[inject]]
id = "fake"
"""
lit = '''
[[inject]]
'''

[[inject]] # the first
id = "a"
to = [
  "x", # a comment
  "y",
]
  [[inject.expect]]
  action = "p"
  [[inject.expect]]
  action = "q"
  by = ["r", "s"]

[[ inject ]]
id = "b"
inline = { en = "E", "zh-Hans" = 'Z', deep = { er = [1, [2, 3]] } }
  [inject.table]
  key = 2016-04-12T08:00:00Z
  [[inject.expect]]
  action = "again"
Held-By = 1
held-by = 2
list = [{ id = "in" }, { id = "line" }]
`

func TestFind(t *testing.T) {
	for _, c := range []struct{ path, key, value string }{
		{"title", "1:1", `1:9 "x"`},
		{"quoted key", "2:1", "2:16 1"},
		{"a.b.c d", "3:5", "3:13 2"},
		{"a.b", "3:3", "3:3"},
		{"one", "5:2", "5:2"},
		{"inject.0", "14:3", "14:3"},
		{"inject.0.id", "15:1", `15:6 "a"`},
		{"inject.0.to", "16:1", "16:1"},
		{"inject.0.to.1", "18:3", `18:3 "y"`},
		{"inject.0.expect.1.by.1", "24:14", `24:14 "s"`},
		{"inject.1", "26:4", "26:4"},
		{"inject.1.inline.zh-Hans", "28:22", "28:34 'Z'"},
		{"inject.1.inline.deep.er.0", "28:54", "28:54 1"},
		{"inject.1.table.key", "30:3", "30:9 2016-04-12T08:00:00Z"},
		{"inject.1.expect.0.action", "32:3", `32:12 "again"`},
		{"inject.1.expect.0.Held-By", "33:1", "33:11 1"},
		{"inject.1.expect.0.held-by", "34:1", "34:11 2"},
		{"inject.1.expect.0.list.1.id", "35:26", `35:31 "line"`},
		{"inject.1.expect.0.missing.deep", "31:5", "31:5"},
		{"inject.9", "14:3", "14:3"},
	} {
		t.Run(c.path, func(t *testing.T) {
			s := Find(doc, []Path{strings.Split(c.path, ".")})[0]
			if got := place(s.Key); got != c.key {
				t.Errorf("key at %s, want %s", got, c.key)
			}
			if got := strings.TrimSpace(place(s.Value) + " " + s.Raw); got != c.value {
				t.Errorf("value at %s, want %s", got, c.value)
			}
		})
	}
}

func place(offset int) string {
	before := doc[:offset]
	return fmt.Sprintf("%d:%d", strings.Count(before, "\n")+1, offset-strings.LastIndexByte(before, '\n'))
}

// A file that breaks off is read as far as it goes.
func TestFindBroken(t *testing.T) {
	spans := Find("a = 1\nb = [1, \n", []Path{{"a"}, {"b", "0"}})
	if !spans[0].Exact || spans[1].Exact || spans[1].Key != 0 {
		t.Errorf("%+v", spans)
	}
}

func TestInside(t *testing.T) {
	for _, c := range []struct {
		raw  string
		n    int
		want string // what stands there
	}{
		{`'abc'`, 1, "b"},
		{`"a\"b"`, 2, "b"},
		{`"a\u00e9b"`, 2, "b"},
		{`"äöü"`, 2, "ü"},
		{"'''\nabc'''", 0, "a"},
		{"\"\"\"\r\na\r\nb\"\"\"", 2, "b"},
		{"\"\"\"a\\\n   b\"\"\"", 1, "b"},
		{"\"\"\"a\\\n   b\"\"\"", 2, "\""},
		{`'abc'`, 99, "'"},
		{`42`, 1, "4"},
		{``, 1, ""},
		{`"\`, 1, ""},
	} {
		at := Inside(c.raw, c.n)
		if at < 0 || at > len(c.raw) || !strings.HasPrefix(c.raw[at:], c.want) {
			t.Errorf("Inside(%q, %d) = %d", c.raw, c.n, at)
		}
	}
}
