package tui

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"parley/engine"
	"parley/engine/words"
)

// labels are the texts that screens say of themselves, by where: those given
// to t or to words.Label anywhere in the module, and those of bindings.
func labels(t *testing.T) map[string]string {
	t.Helper()
	out := map[string]string{}
	files := token.NewFileSet()
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && strings.HasPrefix(d.Name(), ".") && path != "..":
			return filepath.SkipDir
		case strings.HasSuffix(path, ".html"):
			return template(out, path)
		case !strings.HasSuffix(path, ".go"), strings.HasSuffix(path, "_test.go"), strings.Contains(path, "engine/words"):
			return nil
		}
		file, err := parser.ParseFile(files, path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if text, ok := given(n); ok {
				out[text] = files.Position(n.Pos()).String()
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range slices.Concat(allBindings(), lockedBindings(), playerTerminalBindings(), observerBindings(), consoleBindings(engine.SeatSimulator)) {
		for _, text := range []string{b.short, b.help, b.group, b.scope.title()} {
			if text != "" {
				out[text] = "the binding of " + b.keyText() + " (" + b.scope.title() + ")"
			}
		}
	}
	return out
}

// template adds the texts of a template of paper, given to its function t.
func template(out map[string]string, path string) error {
	page, err := os.ReadFile(path)
	for _, m := range regexp.MustCompile(`\bt "([^"]+)"`).FindAllSubmatch(page, -1) {
		out[string(m[1])] = path
	}
	return err
}

// given is the text that a node gives to t or words.Label.
func given(n ast.Node) (string, bool) {
	call, ok := n.(*ast.CallExpr)
	if !ok {
		return "", false
	}
	fun, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return "", false
	}
	at := map[string]int{"t": 0, "Label": 1}
	i, ok := at[fun.Sel.Name]
	if !ok || i >= len(call.Args) {
		return "", false
	}
	lit, ok := call.Args[i].(*ast.BasicLit)
	if !ok {
		return "", false
	}
	text, err := strconv.Unquote(lit.Value)
	return text, err == nil && text != ""
}

func placeholders(text string) []string {
	out := regexp.MustCompile(`\{[^}]*\}`).FindAllString(text, -1)
	slices.Sort(out)
	return slices.Compact(out)
}

// TestLabels holds what screens say against the tables of other languages.
func TestLabels(t *testing.T) {
	used := labels(t)
	if len(used) < 300 {
		t.Fatalf("only %d labels found", len(used))
	}
	for _, lang := range []string{"zh"} {
		table := words.Labels(lang)
		for text, where := range used {
			said, ok := table[text]
			if !ok {
				t.Errorf("%s lacks %q, of %s", lang, text, where)
				continue
			}
			if want, got := placeholders(text), placeholders(said); !slices.Equal(want, got) {
				t.Errorf("%s: %q speaks of %v, %q of %v", lang, text, want, said, got)
			}
		}
		for text := range table {
			if used[text] == "" {
				t.Errorf("%s has %q, which nothing says", lang, text)
			}
		}
	}
}

// TestNothingDrawnUntranslated: no words stand in the code but those that are
// put into the reader's language.
func TestNothingDrawnUntranslated(t *testing.T) {
	sentence := regexp.MustCompile(`[A-Za-z]{2,},? [A-Za-z]{2,}`)
	said := labels(t)
	paths, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	files := token.NewFileSet()
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") || path == "keysdoc.go" { // a page of docs, in English
			continue
		}
		file, err := parser.ParseFile(files, path, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			lit, ok := n.(*ast.BasicLit)
			if !ok || lit.Kind != token.STRING {
				return true
			}
			text, err := strconv.Unquote(lit.Value)
			if err == nil && said[text] == "" && sentence.MatchString(text) && text != "Mon 2 Jan " && !strings.HasPrefix(text, "  parley ") {
				t.Errorf("%s: %q is not put into the reader's language", files.Position(lit.Pos()), text)
			}
			return true
		})
	}
}
