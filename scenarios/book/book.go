package book

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"

	"parley/engine/words"
	"parley/scenarios"
)

// Part is a set of papers that can be printed alone.
type Part string

// The parts.
const (
	Briefing  Part = "briefing"
	Roles     Part = "roles"
	Envelopes Part = "envelopes"
	Book      Part = "book"
)

// Parts lists all parts in the order of the page.
func Parts() []Part { return []Part{Briefing, Roles, Envelopes, Book} }

// Mark stands near the beginning of every page that [Print] wrote and names no
// version, so that a later one knows an earlier one's.
const Mark = `<meta name="generator" content="parley print" />`

// Options say what is printed.
type Options struct {
	Lang string // tag of a language; "": the scenario's
	Only []Part // empty: all; with a Role all but the Book
	Role string // only what this role may have, by id; "": all roles
}

// Summary counts what was printed.
type Summary struct {
	Parts     []Part // in the order of the page
	Roles     int    // role cards
	Envelopes int
}

// papers is everything on the page. A part that is not printed is nil.
type papers struct {
	Lang, Title string
	Briefing    *briefing
	Sides       []sideBriefing
	Roles       []roleCard
	Questions   []questionSheet
	Envelopes   []envelope
	Book        *control
}

// sheet is a paper of its own: it starts on a new page, and each of its pages
// bears EXERCISE, whom it is for, and a marking.
type sheet struct{ Class, Anchor, Whom, Marking, Title string }

//go:embed *.html *.css
var files embed.FS

// Print writes a scenario's papers as one page of HTML. The scenario must have
// been loaded without an error. The error says what is wrong with the options,
// or what w said.
func Print(w io.Writer, sc *scenarios.Scenario, opt Options) (Summary, error) {
	if opt.Role != "" && !slices.ContainsFunc(sc.Roles, func(r scenarios.Role) bool { return r.ID == opt.Role }) {
		return Summary{}, fmt.Errorf("there is no role %q", opt.Role)
	}
	parts, err := wanted(opt)
	if err != nil {
		return Summary{}, err
	}
	if opt.Lang == "" {
		opt.Lang = sc.Language
	}
	p := newPrinter(sc, opt.Lang)
	page := p.papers(parts, opt.Role)
	if err := p.write(w, page); err != nil {
		return Summary{}, err
	}
	return Summary{Parts: parts, Roles: len(page.Roles), Envelopes: len(page.Envelopes)}, nil
}

// wanted are the parts to print, in the order of the page.
func wanted(opt Options) ([]Part, error) {
	for _, part := range opt.Only {
		switch {
		case !slices.Contains(Parts(), part):
			return nil, fmt.Errorf("there is no part %q; there are: %s", part, listed(Parts()))
		case part == Book && opt.Role != "":
			return nil, fmt.Errorf("the %s is control's: no role may have it", Book)
		}
	}
	var out []Part
	for _, part := range Parts() {
		if len(opt.Only) == 0 && (opt.Role == "" || part != Book) || slices.Contains(opt.Only, part) {
			out = append(out, part)
		}
	}
	return out, nil
}

func listed(parts []Part) string {
	names := make([]string, len(parts))
	for i, part := range parts {
		names[i] = string(part)
	}
	return strings.Join(names, ", ")
}

func (p *printer) papers(parts []Part, role string) *papers {
	page := &papers{Lang: p.lang, Title: p.line(p.sc.Title)}
	for _, part := range parts {
		switch part {
		case Briefing:
			page.Briefing = p.briefing()
			page.Sides = p.sideBriefings(role)
		case Roles:
			page.Roles = p.roleCards(role)
		case Envelopes:
			page.Questions = p.questionSheets(role)
			page.Envelopes = p.envelopes(role)
		case Book:
			page.Book = p.control()
		}
	}
	return page
}

func (p *printer) write(w io.Writer, page *papers) error {
	css, err := files.ReadFile("page.css")
	if err != nil {
		return err
	}
	t, err := template.New("").Funcs(template.FuncMap{
		"t":     p.t,
		"style": func() template.CSS { return template.CSS(css) },
		"mark":  func() template.HTML { return template.HTML(Mark) },
		"times": func(n int) []struct{} { return make([]struct{}, n) },
		"list":  p.list, "phrases": p.phrases,
		"sheet": func(class, anchor, whom, marking string) sheet {
			return sheet{class, anchor, whom, marking, page.Title}
		},
	}).ParseFS(files, "*.html")
	if err != nil {
		return err
	}
	// Whole or not at all: a page that breaks off would be printed as it is.
	var b bytes.Buffer
	if err := t.ExecuteTemplate(&b, "page.html", page); err != nil {
		return err
	}
	_, err = b.WriteTo(w)
	return err
}

// t is one of our own texts in the language of the page. args are names and
// values in turn.
func (p *printer) t(text string, args ...string) string {
	return words.Label(p.lang, text, args...)
}

// say is an engine's code in the language of the page.
func (p *printer) say(code string) string { return words.Say(p.lang, code, nil) }
