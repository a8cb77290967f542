package tui

import (
	"strings"
	"testing"

	"parley/engine"
)

func testNames() *lineNames {
	return &lineNames{
		roles: []option{
			{"alder-cyber", "Duty officer, cyber division"},
			{"alder-prosecutor", "Prosecutor"},
			{"alder-legal", "Legal adviser"},
			{"birch-cyber", "Duty officer 值班员"},
		},
		catalogue: func(role string) []option {
			if strings.HasPrefix(role, "birch") {
				return []option{{"search", "Search premises"}}
			}
			return []option{{"preserve-data", "Order a provider to preserve stored data"}, {"search", "Search premises"}}
		},
		targets: []option{{"", "none"}, {"mistwood", "Mistwood Hosting"}, {"corvane", "Corvane Turbines"}, {"corvane-bank", "The bank of Corvane"}},
		now:     45 * 60_000,
	}
}

// TestParseDid reads lines of every kind; what is not understood stays in
// words.
func TestParseDid(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		line string
		want didLine
	}{
		{"", didLine{part: partDid}},
		{"al", didLine{text: "al", part: partRole, typing: "al"}},
		{"prose", didLine{text: "prose", part: partRole, typing: "prose"}},
		{"alder-prosecutor: ", didLine{role: "alder-prosecutor", part: partDid}},
		{"Prosecutor: preserve-data", didLine{role: "alder-prosecutor", action: "preserve-data", part: partDid, typing: "preserve-data"}},
		{"pros：我们搜查", didLine{role: "alder-prosecutor", text: "我们搜查", part: partDid, typing: "我们搜查"}},
		{"值班员: search", didLine{role: "birch-cyber", action: "search", part: partDid, typing: "search"}},
		{"duty cyber div: search", didLine{role: "alder-cyber", action: "search", part: partDid, typing: "search"}},
		{"duty: search", didLine{text: "duty: search", part: partDid, typing: "duty: search", several: "duty"}},
		{"we told them: stop", didLine{text: "we told them: stop", part: partDid, typing: "we told them: stop"}},
		{"legal: did Search Premises", didLine{role: "alder-legal", action: "search", part: partDid, typing: "did Search Premises"}},
		{"legal: search the house", didLine{role: "alder-legal", text: "search the house", part: partDid, typing: "search the house"}},
		{"legal: search: the house", didLine{role: "alder-legal", action: "search", text: "the house", part: partDid, typing: "search: the house"}},
		{"legal: preserve-data at once", didLine{role: "alder-legal", action: "preserve-data", text: "at once", part: partDid, typing: "preserve-data at once"}},
		{"birch-c: preserve-data", didLine{role: "birch-cyber", text: "preserve-data", part: partDid, typing: "preserve-data"}},
		{"legal: search >", didLine{role: "alder-legal", text: "search >", part: partTarget}},
		{"legal: search > mist", didLine{role: "alder-legal", action: "search", target: "mistwood", part: partTarget, typing: "mist"}},
		{"legal: search → Corvane Turbines", didLine{role: "alder-legal", action: "search", target: "corvane", part: partTarget, typing: "Corvane Turbines"}},
		{"legal：搜查 》corvane", didLine{role: "alder-legal", text: "搜查", target: "corvane", part: partTarget, typing: "corvane"}},
		{"legal: search > corvane", didLine{role: "alder-legal", action: "search", target: "corvane", part: partTarget, typing: "corvane"}},
		{"legal: search > corv", didLine{role: "alder-legal", text: "search > corv", part: partTarget, typing: "corv", several: "corv"}},
		{"legal: move x -> y", didLine{role: "alder-legal", text: "move x -> y", part: partTarget, typing: "y"}},
		{"legal: if a>b we call", didLine{role: "alder-legal", text: "if a>b we call", part: partDid, typing: "if a>b we call"}},
		{"legal: search > mist @-2m", didLine{role: "alder-legal", action: "search", target: "mistwood", when: "-2m", part: partWhen, typing: "-2m"}},
		{"legal: search @T+00:40:00 > mist", didLine{role: "alder-legal", action: "search", target: "mistwood", when: "T+00:40:00", part: partTarget, typing: "mist"}},
		{"legal: search @ 40:00", didLine{role: "alder-legal", action: "search", when: "40:00", part: partWhen, typing: "40:00"}},
		{"legal: search @+5m", didLine{role: "alder-legal", text: "search @+5m", part: partWhen, typing: "+5m"}},
		{"legal: meet @noon", didLine{role: "alder-legal", text: "meet @noon", part: partWhen, typing: "noon"}},
		{"legal: mail bob@mist.example", didLine{role: "alder-legal", text: "mail bob@mist.example", part: partDid, typing: "mail bob@mist.example"}},
		{"preserve-data > mist", didLine{action: "preserve-data", target: "mistwood", part: partTarget, typing: "mist"}},
		{":", didLine{text: ":", part: partDid, typing: ":"}},
		{"> @ : → @", didLine{text: "> @ : → @", part: partWhen}},
	} {
		if got := parseDid(c.line, testNames()); got != c.want {
			t.Errorf("%q\n got %+v\nwant %+v", c.line, got, c.want)
		}
	}
}

// FuzzParseDid holds that words are neither made up nor, where nothing is
// understood, lost.
func FuzzParseDid(f *testing.F) {
	for _, s := range []string{"legal: search > mist @-2m", "a: b > c @d", "→→ @@ ::", "legal: preserve-data: x @1:00 -> corvane", "：>@ @ now"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		n := testNames()
		l := parseDid(s, n)
		rest := s
		for w := range strings.FieldsSeq(l.text) {
			_, after, ok := strings.Cut(rest, w)
			if !ok {
				t.Fatalf("%q became %q", s, l.text)
			}
			rest = after
		}
		if l.role+l.action+l.target+l.when == "" && l.text != strings.TrimSpace(s) {
			t.Errorf("nothing of %q is understood, and it became %q", s, l.text)
		}
	})
}

// TestDidInOneLine records what was said by one line and two keys of Enter.
func TestDidInOneLine(t *testing.T) {
	t.Parallel()
	u := newUser(t, 80, 24)
	u.keys("space", "enter")
	u.pass(600_000)
	u.keys("d", "'alder-p: preserve-data: both servers > mist @-2m", "enter")
	u.shows("as Prosecutor of Republic of Alder, spoken, said at")
	u.shows("T+00:08:00")
	u.shows("Enter: record")
	u.keys("enter")
	u.gave("act", "alder-prosecutor")
	c := u.last()
	if op := c.Op.(engine.Act); op.Action != "preserve-data" || op.Text != "both servers" || op.Target != "mistwood" || c.Said != 480_000 || c.How != engine.HowSpoken {
		t.Errorf("recorded %+v of %+v", op, c)
	}
}

// TestDidLineCompletes takes role, action and target from what is suggested.
func TestDidLineCompletes(t *testing.T) {
	t.Parallel()
	u := newUser(t, 80, 24)
	u.keys("space", "enter", "d", "'prose")
	u.shows("alder-prosecutor  Prosecutor")
	u.keys("tab", "'keep the data", "down", "enter", "'> mi", "tab")
	line := u.m.topForm().fields[0].(*lineField)
	if got := line.in.Value(); got != "alder-prosecutor: preserve-data: keep the data > mistwood " {
		t.Errorf("the line is %q", got)
	}
	u.keys("enter", "enter")
	u.gave("act", "alder-prosecutor")
	if op := u.last().Op.(engine.Act); op.Action != "preserve-data" || op.Text != "keep the data" || op.Target != "mistwood" {
		t.Errorf("recorded %+v", op)
	}
}

// TestDidLineFields lets fields be changed after the line filled them, takes
// back what the line no longer says, and loses nothing.
func TestDidLineFields(t *testing.T) {
	t.Parallel()
	u := newUser(t, 80, 24)
	u.keys("space", "enter")
	u.pass(125_000)
	u.keys("d", "'duty: we wait", "enter")
	u.shows("“duty” could be several")
	u.keys("ctrl+u", "'alder", "enter")
	u.shows("“alder” could be several")
	u.keys("ctrl+u", "'legal: we wait > corv", "enter", "shift+tab", "ctrl+u", "'-1m", "tab", "enter")
	u.gave("act", "alder-legal")
	c := u.last()
	if op := c.Op.(engine.Act); op.Text != "we wait > corv" || op.Target != "" || c.Said < 0 {
		t.Errorf("recorded %+v said at %d", op, c.Said)
	}
	u.keys("d", "'legal: x", "ctrl+u")
	if got := u.m.topForm().fields[1].(*pickField).value(); got == "alder-legal" {
		t.Error("the role stays after the line let go of it")
	}
	u.keys("'something @+5m", "tab", "tab", "tab", "tab", "tab", "tab", "'+5m", "ctrl+s")
	u.shows("nobody has said it yet")
}
