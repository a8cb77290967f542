package engine

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"parley/engine/words"
	"parley/scenarios"
)

// source is the package's own code, so that a code that somebody adds without
// words for it is found without anybody thinking of it.
func source(t *testing.T) []*ast.File {
	t.Helper()
	set := token.NewFileSet()
	//nolint:staticcheck // one package without build tags
	pkgs, err := parser.ParseDir(set, ".", func(f fs.FileInfo) bool { return !strings.HasSuffix(f.Name(), "_test.go") }, 0)
	if err != nil {
		t.Fatal(err)
	}
	var out []*ast.File
	for _, f := range pkgs["engine"].Files {
		out = append(out, f)
	}
	return out
}

func inspect(t *testing.T, visit func(ast.Node)) {
	t.Helper()
	for _, f := range source(t) {
		ast.Inspect(f, func(n ast.Node) bool {
			visit(n)
			return true
		})
	}
}

func literal(e ast.Expr) (string, bool) {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	s, err := strconv.Unquote(lit.Value)
	return s, err == nil
}

func wantWords(t *testing.T, code string) {
	t.Helper()
	if !words.Has(code) {
		t.Errorf("no words for %s", code)
	}
}

func TestRefusalsHaveWords(t *testing.T) {
	t.Parallel()
	seen := 0
	inspect(t, func(n ast.Node) {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return
		}
		if f, ok := call.Fun.(*ast.Ident); !ok || f.Name != "refuse" {
			return
		}
		code, ok := literal(call.Args[0])
		if !ok {
			t.Error("a refusal whose code is not a literal")
			return
		}
		seen++
		wantWords(t, "refusal."+code)
		var given []string
		for i := 1; i < len(call.Args); i += 2 {
			name, _ := literal(call.Args[i])
			given = append(given, name)
		}
		for _, c := range words.Codes("refusal") {
			if c != "refusal."+code && !strings.HasPrefix(c, "refusal."+code+".") {
				continue
			}
			for _, p := range words.Placeholders(c) {
				if !slices.Contains(given, p) {
					t.Errorf("%s speaks of {%s}, which a refusal lacks", c, p)
				}
			}
		}
	})
	if seen < 50 {
		t.Errorf("found %d refusals: the scan is broken", seen)
	}
}

func TestOpsHaveWords(t *testing.T) {
	t.Parallel()
	seen := 0
	inspect(t, func(n ast.Node) {
		lit, ok := n.(*ast.CompositeLit)
		if !ok {
			return
		}
		if id, ok := lit.Type.(*ast.Ident); !ok || id.Name != "opInfo" || len(lit.Elts) == 0 {
			return
		}
		name, _ := literal(lit.Elts[0])
		wantWords(t, "op."+name)
		seen++
	})
	if seen < 40 {
		t.Errorf("found %d ops: the scan is broken", seen)
	}
}

// Constants that are codes, by the prefix of their names.
func TestConstantsHaveWords(t *testing.T) {
	t.Parallel()
	spaces := map[string]string{
		"Verdict": "verdict", "Cause": "cause", "Standing": "standing", "Result": "result", "Why": "why",
		"Expect": "expect", "Approval": "approval", "How": "how", "Agree": "agree", "Clearance": "clearance",
		"Request": "request", "Deadline": "deadline", "Fault": "fault", "Call": "call", "Urgent": "urgent", "Lower": "lower", "Misuse": "misuse", "Line": "line",
		"Obtained": "obtained", "Mark": "obtained", "Way": "way", "Outcome": "proposal", "Rating": "rating",
	}
	seen := map[string]int{}
	inspect(t, func(n ast.Node) {
		spec, ok := n.(*ast.ValueSpec)
		if !ok || len(spec.Values) != 1 {
			return
		}
		value, ok := literal(spec.Values[0])
		if !ok {
			return
		}
		for prefix, space := range spaces {
			if strings.HasPrefix(spec.Names[0].Name, prefix) {
				wantWords(t, space+"."+value)
				seen[space]++
			}
		}
	})
	for _, space := range spaces {
		if seen[space] == 0 {
			t.Errorf("found no constant of %s: the scan is broken", space)
		}
	}
	for s := InjectPlanned; s <= InjectDismissed; s++ {
		wantWords(t, "state."+s.String())
	}
	for l := Planned; l <= Over; l++ {
		wantWords(t, "life."+l.String())
	}
	for _, c := range channels() {
		wantWords(t, "channel."+c)
	}
	for _, c := range causeCodes() {
		wantWords(t, "cause."+c+".none")
	}
	for _, what := range []string{"not-yet", "power", "approval"} {
		wantWords(t, "cause.lapsed."+what)
	}
	wantWords(t, "obtained."+VerdictUncited) // in old records
	for _, s := range Supports() {
		wantWords(t, "support."+s)
	}
}

func TestWaitingHasWords(t *testing.T) {
	t.Parallel()
	kinds := map[string]bool{InjectProposed.String(): true, InjectCued.String(): true, InjectDue.String(): true}
	inspect(t, func(n ast.Node) {
		lit, ok := n.(*ast.CompositeLit)
		if !ok {
			return
		}
		if id, ok := lit.Type.(*ast.Ident); !ok || id.Name != "Waiting" {
			return
		}
		for _, e := range lit.Elts {
			if kv, ok := e.(*ast.KeyValueExpr); ok && kv.Key.(*ast.Ident).Name == "Kind" {
				if kind, ok := literal(kv.Value); ok {
					kinds[kind] = true
				}
			}
		}
	})
	if len(kinds) < 10 {
		t.Errorf("found %d kinds: the scan is broken", len(kinds))
	}
	for kind := range kinds {
		wantWords(t, "waiting."+kind)
		wantWords(t, "waits."+kind)
	}
}

// kinds are all kinds of events.
func kinds(t *testing.T) []Kind {
	t.Helper()
	var out []Kind
	inspect(t, func(n ast.Node) {
		f, ok := n.(*ast.FuncDecl)
		if !ok || f.Name.Name != "newBody" && f.Name.Name != "newBetween" {
			return
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if c, ok := n.(*ast.CaseClause); ok && len(c.List) > 0 {
				kind, _ := literal(c.List[0])
				out = append(out, Kind(kind))
			}
			return true
		})
	})
	if len(out) < 50 {
		t.Errorf("found %d kinds: the scan is broken", len(out))
	}
	return out
}

// Every kind of event has a line, and the line has what it speaks of.
func TestEventsHaveWords(t *testing.T) {
	t.Parallel()
	v, _ := New(tellScenario(), 1).View(SeatControl)
	for _, kind := range kinds(t) {
		event := "event." + string(kind)
		wantWords(t, event)
		args := teller{v, "en"}.args(&Event{Body: newBody(kind)})
		if args == nil {
			t.Errorf("%s is not told", event)
		}
		for _, code := range words.Codes("event") {
			if code != event && !strings.HasPrefix(code, event+".") {
				continue
			}
			for _, p := range words.Placeholders(code) {
				if _, ok := args[p]; !ok {
					t.Errorf("%s speaks of {%s}, which Tell does not give", code, p)
				}
			}
		}
	}
}

// tellScenario has two sides that each know something of their own.
func tellScenario() *scenarios.Scenario {
	text := inTwo
	return &scenarios.Scenario{
		ID: "lathe", Title: text("Lathe"), Style: "operations", Control: "single", Language: "en",
		Phases: []scenarios.Phase{{
			ID: "first", Title: text("First days"), Story: time.Date(2016, 4, 12, 8, 0, 0, 0, time.UTC), Pace: 1,
			Segments: []scenarios.Segment{{ID: "first-1", Kind: "play", Length: 3_600_000}},
		}},
		Sides: []scenarios.Side{
			{ID: "alder", Name: text("Alder"), Zone: time.FixedZone("", -4*3600)},
			{ID: "birch", Name: text("Birch"), Zone: time.FixedZone("", 8*3600)},
		},
		Agencies: []scenarios.Agency{
			{ID: "alder-police", Side: "alder", Name: text("Alder Police"), Offices: []string{"investigator"}},
			{ID: "alder-justice", Side: "alder", Name: text("Alder Justice"), Offices: []string{"prosecutor"}},
			{ID: "birch-police", Side: "birch", Name: text("Birch Police")},
		},
		Roles: []scenarios.Role{
			{ID: "alder-cyber", Agency: "alder-police", Side: "alder", Title: text("Duty officer")},
			{ID: "alder-law", Agency: "alder-justice", Side: "alder", Title: text("Prosecutor"), Legal: true},
			{ID: "birch-cyber", Agency: "birch-police", Side: "birch", Title: text("Duty officer")},
		},
		Targets: []scenarios.Target{{ID: "mistwood", Side: "birch", Title: text("Mistwood Hosting")}},
		Actions: []scenarios.Action{
			{ID: "preserve", Title: text("Order a provider to preserve data"), Takes: 60_000, Result: "works"},
			{ID: "search", Title: text("Search premises"), Takes: 60_000, Result: "in-part"},
		},
		Authorities: []scenarios.Authority{
			{
				ID: "alder.preservation", Side: "alder", Title: text("Preservation letter"), Agencies: []string{"alder-police"},
				Basis: "Act 1 § 2", Permits: []string{"preserve"}, Reaches: []string{"own"},
			},
			{
				ID: "alder.warrant", Side: "alder", Title: text("Warrant"), Agencies: []string{"alder-police"}, Basis: "Act 3",
				Permits: []string{"search"}, Reaches: []string{"own"}, Approval: "prosecutor", Approvers: []string{"alder-law"},
			},
		},
		Injects: []scenarios.Inject{{
			ID: "report", Number: 1, Category: scenarios.CategoryInject, Phase: "first", Segment: "first-1", HasAt: true, At: 60_000,
			Channel: scenarios.ChannelEmail, From: "Corvane Turbines", To: []string{"alder"}, Roles: []string{"alder-cyber", "alder-law"},
			Content: scenarios.Content{Subject: text("Files copied out"), Body: text("…")},
			Expects: []scenarios.Expect{{Action: "preserve", By: []string{"alder-cyber"}, Within: 600_000}},
		}},
	}
}
