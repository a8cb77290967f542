package book_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"parley/scenarios"
	"parley/scenarios/book"
)

// load opens a scenario anew: each caller may change what it gets.
func load(t *testing.T, name string) *scenarios.Scenario {
	t.Helper()
	sc, problems := scenarios.Open(name)
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	return sc
}

const small = "testdata/two-desks.toml"

// all are the scenarios of the library, and the small one.
func all() []string {
	names := []string{small}
	for _, e := range scenarios.Library() {
		names = append(names, e.ID)
	}
	return names
}

func players() []book.Part { return []book.Part{book.Briefing, book.Roles, book.Envelopes} }

func printed(t *testing.T, sc *scenarios.Scenario, opt book.Options) string {
	t.Helper()
	var b strings.Builder
	if _, err := book.Print(&b, sc, opt); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// paper is one sheet of the page as a reader of it finds it.
type paper struct {
	class, id string
	head      string // its first line, which each of its pages bears
	foot      string
	text      string // all of it, with single spaces
}

// read parses a page as strictly as XML is parsed, which HTML readers then get
// right too, and returns its sheets. Whatever could run, load or lead
// elsewhere fails the test.
func read(t *testing.T, page string) []paper {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(page))
	var out []paper
	var open []string
	var part map[string]*strings.Builder
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			t.Fatalf("the page is not well formed: %v", err)
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			inert(t, tok)
			open = append(open, tok.Name.Local)
			if tok.Name.Local == "section" {
				part = map[string]*strings.Builder{"header": {}, "footer": {}, "": {}}
				p := paper{}
				for _, a := range tok.Attr {
					switch a.Name.Local {
					case "class":
						p.class = a.Value
					case "id":
						p.id = a.Value
					}
				}
				out = append(out, p)
			}
		case xml.CharData:
			if part != nil {
				for _, name := range []string{"header", "footer"} {
					if slices.Contains(open, name) {
						part[name].WriteString(string(tok) + " ")
					}
				}
				part[""].WriteString(string(tok) + " ")
			}
		case xml.EndElement:
			open = open[:len(open)-1]
			if tok.Name.Local == "section" {
				p := &out[len(out)-1]
				p.head, p.foot, p.text = spaced(part["header"]), spaced(part["footer"]), spaced(part[""])
				part = nil
			}
		}
	}
}

func spaced(b *strings.Builder) string { return strings.Join(strings.Fields(b.String()), " ") }

// inert fails on an element or an attribute that a page on paper has no use
// for.
func inert(t *testing.T, e xml.StartElement) {
	t.Helper()
	known := strings.Fields(`html head meta title style body nav section header footer div span strong small em code pre
		p br hr h1 h2 h3 h4 h5 ul ol li dl dt dd blockquote table thead tbody tr th td a`)
	if !slices.Contains(known, e.Name.Local) {
		t.Errorf("there is a <%s> in the page", e.Name.Local)
	}
	for _, a := range e.Attr {
		name := a.Name.Local
		switch {
		case e.Name.Local == "meta", slices.Contains([]string{"class", "id", "lang", "colspan", "align", "start"}, name):
		case name == "href" && strings.HasPrefix(a.Value, "#"):
		default:
			t.Errorf("<%s> has %s=%q", e.Name.Local, name, a.Value)
		}
	}
}

// TestWellFormed prints everything in both languages and reads it.
func TestWellFormed(t *testing.T) {
	t.Parallel()
	for _, name := range all() {
		for _, lang := range []string{"en", "zh-Hans"} {
			page := printed(t, load(t, name), book.Options{Lang: lang})
			sheets := read(t, page)
			if len(sheets) < 10 {
				t.Errorf("%s, %s: %d sheets", name, lang, len(sheets))
			}
			begin := page[:min(len(page), 1000)]
			for _, want := range []string{"<!DOCTYPE html>", `<html lang="` + lang + `">`, book.Mark, "default-src 'none'"} {
				if !strings.Contains(begin, want) {
					t.Errorf("%s, %s: the page does not begin with %q:\n%s", name, lang, want, begin)
				}
			}
		}
	}
}

// TestSame: the same scenario gives the same bytes.
func TestSame(t *testing.T) {
	t.Parallel()
	var one, two bytes.Buffer
	for _, b := range []*bytes.Buffer{&one, &two} {
		if _, err := book.Print(b, load(t, small), book.Options{}); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(one.Bytes(), two.Bytes()) {
		t.Error("two prints differ")
	}
}
