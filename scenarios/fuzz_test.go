package scenarios

import (
	"os"
	"reflect"
	"testing"
	"testing/fstest"
)

// Whatever a file holds, loading ends, says where each mistake is, and gives a
// scenario away only if its own files give the same one again.
func FuzzLoad(f *testing.F) {
	for _, name := range []string{"testdata/good/quiet.toml", "testdata/packs/old-law.toml"} {
		content, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(content), "")
	}
	entries, err := os.ReadDir("testdata/mistakes")
	if err != nil {
		f.Fatal(err)
	}
	for _, e := range entries {
		if content, err := os.ReadFile("testdata/mistakes/" + e.Name()); err == nil {
			f.Add(base, string(content))
		}
	}
	f.Add("format = 1\na.b.\"c\" = [{}, {x = [[]]}]\n[[a]]\n[a.b]\n[[a.b.c]]", "\xef\xbb\xbf[x]\r\n")
	packs := os.DirFS("testdata/packs")
	f.Fuzz(func(t *testing.T, a, b string) {
		fsys := fstest.MapFS{"a.toml": {Data: []byte(a)}}
		if b != "" {
			fsys["b.toml"] = &fstest.MapFile{Data: []byte(b)}
		}
		s, problems := Load(fsys, ".", packs)
		if (s == nil) != (problems.Err() != nil) {
			t.Fatalf("scenario %v, problems %v", s != nil, problems)
		}
		for _, p := range problems {
			if p.Message == "" || p.Code == "" || p.File == "" && p.Code != "more" {
				t.Errorf("%+v", p)
			}
		}
		if s == nil {
			return
		}
		again, more := LoadFiles(s.Files)
		if !reflect.DeepEqual(s, again) || len(problems) != len(more) {
			t.Errorf("loaded again it is another: %v, then %v", problems, more)
		}
	})
}

// Whatever a condition says, it is turned into a tree of known nodes with ids
// that exist, or refused with a reason.
func FuzzCondition(f *testing.F) {
	for _, s := range []string{
		`since("first") > "36m" and not acted("search", "alder")`, `"5m" >= elapsed("one") or true`,
		`all(1..1000, {# > 1})`, `let x = 1; x`, `a?.b[1:2]`, `not not (false)`, `"a" | upper()`, `if true { 1 } else { 2 }`,
		`milestone("filed") ? 1 : 2`, `-1 ** 2`, `::now()`, "`raw`", `answered()`, `has("alder")`, `[1, {"a": nil}]`, `1e999`,
	} {
		f.Add(s)
	}
	d := &desk{}
	l := &loader{desk: d, from: recorded{files: []File{{"a.toml", base}}, quota: newQuota()}, packs: map[string]*pack{}, scn: &Scenario{}}
	l.readScenario()
	x := newIndex(l)
	x.fill()
	f.Fuzz(func(t *testing.T, text string) {
		l.reports = nil
		c := parseCondition(l.desk, x, site{}, text)
		if (c == nil) != l.failed() {
			t.Fatalf("%v with %v", c, l.reports)
		}
		walk(t, x, c)
	})
}

func walk(t *testing.T, x *index, c *Cond) {
	if c == nil {
		return
	}
	switch c.Op {
	case CondTrue, CondFalse:
	case CondAnd, CondOr:
		if len(c.Args) < 2 {
			t.Errorf("%+v", c)
		}
	case CondNot:
		if len(c.Args) != 1 || c.Args[0] == nil {
			t.Errorf("%+v", c)
		}
	case CondFact, CondTime:
		if c.Fact == FactNone || c.Limit < 0 || c.Limit > maxDuration {
			t.Errorf("%+v", c)
		}
		for _, id := range c.IDs {
			if len(x.byID[id]) == 0 && c.Fact != FactAnswered {
				t.Errorf("%q does not exist", id)
			}
		}
	}
	for _, a := range c.Args {
		walk(t, x, a)
	}
}
