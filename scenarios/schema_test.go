package scenarios

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// Each key of the schema is explained, and refers to kinds that there are.
func TestSchemaIsComplete(t *testing.T) {
	kinds := []string{kindOffice}
	var each func(t *Table, do func(*Table))
	each = func(t *Table, do func(*Table)) {
		do(t)
		for i := range t.Tables {
			each(&t.Tables[i], do)
		}
	}
	tables := Schema()
	for i := range tables {
		each(&tables[i], func(tb *Table) { kinds = append(kinds, tb.Kind) })
	}
	for i := range tables {
		each(&tables[i], func(tb *Table) {
			if tb.Doc == "" || i < 0 {
				t.Errorf("%s is not explained", tb.Name)
			}
			names := map[string]bool{}
			for _, k := range tb.Keys {
				if k.Doc == "" || k.Type == "" || names[k.Name] {
					t.Errorf("%s.%s: no doc, no type, or twice", tb.Name, k.Name)
				}
				names[k.Name] = true
				for _, r := range k.Ref {
					if !slices.Contains(kinds, r) {
						t.Errorf("%s.%s refers to %s", tb.Name, k.Name, r)
					}
				}
			}
		})
		if tables[i].Example == "" {
			t.Errorf("%s has no example", tables[i].Name)
		}
	}
}

// What the reference shows as an example is free of mistakes of form; what it
// refers to may be elsewhere.
func TestExamples(t *testing.T) {
	var examples func(tb *Table) string
	examples = func(tb *Table) string {
		out := tb.Example + "\n"
		for i := range tb.Tables {
			out += examples(&tb.Tables[i])
		}
		return out
	}
	tables := Schema()
	for i := range tables {
		content := examples(&tables[i])
		if !strings.HasPrefix(content, "format") {
			content = "format = 1\n" + content
		}
		_, problems := Load(fstest.MapFS{"a.toml": {Data: []byte(content)}}, "a.toml", nil)
		for _, p := range problems {
			if !slices.Contains([]string{"unknown-id", "missing-table", "bad-condition", "bad-file", "unknown-pack", "unknown-table", "no-segments"}, p.Code) {
				t.Errorf("%s: %s", tables[i].Name, p)
			}
		}
	}
}

func TestReference(t *testing.T) {
	ref := Reference()
	for _, want := range []string{"## [[inject]]", "### [[inject.expect]]", "#### [[inject.question.option]]", "| `held-by` | list of office or agency |", "`since(", "\n## [pack]"} {
		if !strings.Contains(ref, want) {
			t.Errorf("no %q", want)
		}
	}
	if strings.Contains(ref, "\n\n\n") {
		t.Error("empty lines in a row")
	}
}

func TestJSONSchema(t *testing.T) {
	var schema struct {
		Properties map[string]struct {
			Type  string
			Items struct{ Required []string }
		}
		Required []string
	}
	if err := json.Unmarshal(JSONSchema(), &schema); err != nil {
		t.Fatal(err)
	}
	inject := schema.Properties["inject"]
	if inject.Type != "array" || !slices.Contains(inject.Items.Required, "channel") || !slices.Equal(schema.Required, []string{"format"}) {
		t.Errorf("%+v", inject)
	}
	if first, second := JSONSchema(), JSONSchema(); string(first) != string(second) {
		t.Error("not the same twice")
	}
}
