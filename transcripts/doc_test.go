package transcripts_test

import (
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"regexp"
	"strings"
	"testing"

	"parley/engine"
)

// Whoever writes a verifier or a reader has doc.go alone: each kind of event
// that the engine writes, and each of its fields, must stand there.
func TestDocNamesEveryEventAndField(t *testing.T) {
	text, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	var files []ast.Node
	for _, name := range []string{"event.go", "betweenevents.go"} {
		file, err := parser.ParseFile(token.NewFileSet(), "../engine/"+name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	kinds := regexp.MustCompile(`([a-z])([A-Z])`)
	n := 0
	visit := func(node ast.Node) bool {
		spec, ok := node.(*ast.TypeSpec)
		if !ok {
			return true
		}
		body, ok := spec.Type.(*ast.StructType)
		kind := strings.ToLower(kinds.ReplaceAllString(spec.Name.Name, "$1-$2"))
		var unknown *engine.UnknownKindError
		_, err := engine.Decode(nil, []byte(`{"k":"`+kind+`","t":0,"w":0,"b":{}}`))
		if !ok || errors.As(err, &unknown) {
			return true
		}
		n++
		_, entry, found := strings.Cut(string(text), "\n//\t"+kind+": ")
		if !found {
			t.Errorf("doc.go says nothing of %q", kind)
			return true
		}
		entry, _, _ = strings.Cut(entry, "\n//\n")
		for _, f := range body.Fields.List {
			name, _, _ := strings.Cut(strings.TrimPrefix(f.Tag.Value, "`json:\""), "\"")
			name, _, _ = strings.Cut(name, ",")
			if !strings.Contains(entry, "\n//\t  "+name+" ") {
				t.Errorf("doc.go does not name the field %q of %q", name, kind)
			}
		}
		return true
	}
	for _, file := range files {
		ast.Inspect(file, visit)
	}
	if n < 50 {
		t.Errorf("only %d kinds found in the engine", n)
	}
}
