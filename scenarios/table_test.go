package scenarios

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"
)

// base is a small scenario without a mistake. Each test adds one file.
const base = `format = 1
[scenario]
id = "small"
title = "Small"
family = "cybercrime"
[[phase]]
id = "one"
title = "One"
story = 2016-04-12T08:00:00Z
  [[phase.segment]]
  kind = "play"
  length = "45m"
[[side]]
id = "alder"
name = "Alder"
timezone = "UTC"
[[side]]
id = "birch"
name = "Birch"
timezone = "UTC"
[[agency]]
id = "police"
side = "alder"
name = "Police"
office = ["investigator"]
[[agency]]
id = "court"
side = "alder"
name = "Court"
office = ["judge"]
[[agency]]
id = "guards"
side = "birch"
name = "Guards"
[[role]]
id = "officer"
agency = "police"
title = "Officer"
[[role]]
id = "guard"
agency = "guards"
title = "Guard"
[[milestone]]
id = "filed"
title = "Filed"
[[action]]
id = "search"
title = "Search"
[[inject]]
id = "first"
channel = "email"
to = ["officer"]
subject = "First"
`

const (
	inject    = "[[inject]]\nid = \"x\"\nchannel = \"email\"\nto = [\"officer\"]\nsubject = \"X\"\n"
	authority = "[[authority]]\nid = \"x\"\ntitle = \"X\"\nbasis = \"Law\"\npermits = [\"search\"]\nreaches = [\"own\"]\n"
)

func loadWith(t *testing.T, added string) (*Scenario, Problems) {
	t.Helper()
	fsys := fstest.MapFS{
		"a.toml": {Data: []byte(base)},
		"b.toml": {Data: []byte("format = 1\n" + added)},
	}
	return Load(fsys, ".", os.DirFS("testdata/packs"))
}

func TestBase(t *testing.T) {
	for _, added := range []string{"", inject, authority + `held-by = ["police"]`} {
		if s, problems := loadWith(t, added); s == nil || len(problems) > 0 {
			t.Error(problems)
		}
	}
}

// Mistakes that are alone in their file, each with the place and the words
// that a planner gets. Lines of b.toml count from 2.
func TestOneMistake(t *testing.T) {
	for _, c := range []struct{ name, added, place, message, hint string }{
		{"Held-By is not held-by", authority + "Held-By = [\"police\"]", "b.toml:8:1", `there is no key "Held-By" in [[authority]]`, "held-by"},
		{"underscore", inject + "ask_within = \"5m\"", "b.toml:7:1", `no key "ask_within"`, "did you mean ask-within?"},
		{"table misspelt", "[[injects]]\nid = \"x\"", "b.toml:2:3", `there is no table "injects" in a scenario`, "did you mean inject?"},
		{"pack table", "[pack]\nid = \"x\"\ntitle = \"X\"", "b.toml:2:2", `there is no table "pack" in a scenario`, ""},
		{"second scenario", "[scenario]\nid = \"y\"\ntitle = \"Y\"\nfamily = \"cybercrime\"", "b.toml:2:2", "the other is at a.toml:2:2", ""},
		{"two brackets", "[[scenario]]\nid = \"y\"", "b.toml:2:3", "there is only one scenario", "[scenario]"},
		{"key holds no table", "side = \"x\"", "b.toml:2:1", "side must be a table, but is text", "[[side]]"},
		{"list holds a number", inject + "sets = [\"filed\", 3]", "b.toml:7:18", "its entry 2 is a number", ""},
		{"inline tables", "milestone = [{ id = \"m\", title = 3 }]", "b.toml:2:34", "title must be text", ""},
		{"twice in a list", inject + "sets = [\"filed\", \"filed\"]", "b.toml:7:18", `"filed" stands twice in sets`, ""},
		{"fake header in text", inject + "body = \"\"\"\n[[inject]]\nid = 4\n\"\"\"\nask-within = \"5 minutes\"", "b.toml:11:14", "is not a duration", "45m"},
		{"duplicate in one file", "[[milestone]]\nid = \"m\"\ntitle = \"M\"\n[[persona]]\nid = \"m\"\nname = \"M\"", "b.toml:6:6", `the id "m" is taken by a milestone at b.toml:3:6`, ""},
		{"derived id", "[[milestone]]\nid = \"one-1\"\ntitle = \"M\"", "b.toml:3:6", "is taken by a segment at a.toml:10:5", ""},
		{"long id", "[[milestone]]\nid = \"" + strings.Repeat("a", 65) + "\"\ntitle = \"M\"", "b.toml:3:6", "longer than 64", ""},
		{"empty required text", "[[milestone]]\nid = \"m\"\ntitle = \" \"", "b.toml:4:9", "title is empty", ""},
		{"huge duration", inject + "ask-within = \"3651d\"", "b.toml:7:14", "longer than 3650 days", ""},
		{"units out of order", inject + "ask-within = \"30m1h\"", "b.toml:7:14", "is not a duration", ""},
		{"nobody", inject[:strings.Index(inject, "to =")] + "to = [\"court\"]\nsubject = \"X\"", "b.toml:5:7", `nobody sits in "court"`, ""},
		{"other phase's segment", inject + "phase = \"one\"\nsegment = \"first\"", "b.toml:8:11", `segment names "first", which is an inject`, "it must be a segment"},
		{"at without phase", inject + "at = \"5m\"", "b.toml:7:1", "but no phase", "phase"},
		{"delay without after", inject + "delay = \"5m\"", "b.toml:7:1", "delay needs an inject", ""},
		{"contingency with a time", inject + "category = \"contingency\"\nafter = \"y\"\n[[inject]]\nid = \"y\"\nchannel = \"email\"\nto = [\"everyone\"]\nsubject = \"S\"\nbody = \"b\"", "b.toml:7:12", "for a condition or a hand", ""},
		{"reserved id", "[[side]]\nid = \"lead\"\nname = \"Lead\"\ntimezone = \"UTC\"", "b.toml:3:6", "meaning of its own", ""},
		{"own circle", inject + "after = \"x\"", "b.toml:7:9", "x after x", ""},
		{"persona", inject + "from = \"some-one\"\n[[persona]]\nid = \"someone\"\nname = \"S\"", "b.toml:7:8", "is no persona", `"someone"`},
		{"attachment is .toml", inject + "[[inject.attachment]]\nname = \"n\"\nfile = \"a.toml\"", "b.toml:9:8", "cannot be an attachment", ""},
		{"attachment missing", inject + "[[inject.attachment]]\nname = \"n\"\nfile = \"n.txt\"", "b.toml:9:8", `"n.txt" does not exist`, ""},
		{"option twice", inject + "[[inject.question]]\nkind = \"one\"\nprompt = \"?\"\n[[inject.question.option]]\nid = \"o\"\ntext = \"O\"\n[[inject.question.option]]\nid = \"o\"\ntext = \"O\"", "b.toml:14:6", `has the option "o" already at b.toml:11:6`, ""},
		{"no approver", authority + "held-by = [\"police\"]\napproval = \"juge\"", "b.toml:9:12", `approval "juge"`, `did you mean "judge"?`},
		{"empty approver", authority + "held-by = [\"police\"]\napproval = \"judge\"", "b.toml:9:12", "nobody of side", "[[role]]"},
		{"agencies of two sides", authority + "held-by = [\"police\", \"guards\"]", "b.toml:8:22", "two sides", ""},
		{"office without side", authority + "held-by = [\"investigator\"]", "b.toml:8:12", "not said which side's office", "side ="},
		{"holder of the other side", authority + "side = \"birch\"\nheld-by = [\"police\"]", "b.toml:9:12", `neither an agency of side "birch"`, ""},
		{"unknown fact", inject + "when = 'now() > \"5m\"'", "b.toml:7:9", `no function "now"`, ""},
		{"filter of the wrong kind", inject + "when = 'acted(\"search\", \"filed\")'", "b.toml:7:25", `asks about "filed", which is a milestone`, "a role, a side or a target"},
		{"constant left", inject + "when = '\"5m\" < \"6m\"'", "b.toml:7:14", "only since and elapsed", ""},
		{"arithmetic", inject + "when = 'since(\"first\") + \"5m\"'", "b.toml:7:24", "no operator +", ""},
		{"typographic quotes", inject + "when = 'delivered(“first”)'", "b.toml:7:19", "no operator “", "straight quotes"},
		{"unquoted id", inject + "when = 'delivered(first)'", "b.toml:7:19", "takes ids between quotes", `delivered("inject")`},
		{"never missed", inject + "when = 'missed(\"first\")'", "b.toml:7:16", "expects no action", ""},
		{"option of no literal", inject + "when = 'answered(1, \"x\")'", "b.toml:7:18", "takes ids between quotes", ""},
		{"key twice", inject + "subject = \"Y\"", "b.toml:7:1", "already been defined", "each key stands once"},
		{"quote not closed", "[[milestone]]\nid = \"m\ntitle = \"M\"", "b.toml:3:6", "not closed on its line", ""},
		{"no value", "[[milestone]]\nid =\n", "b.toml:3:5", "expected value", ""},
		{"column in characters", "[[milestone]]\nid = \"m\"\ntitle = { en = \"äöü\", fr = 4 }", "b.toml:4:28", `title in "fr" must be text`, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, problems := loadWith(t, c.added)
			for _, p := range problems {
				if p.Place() == c.place && strings.Contains(p.Message, c.message) && strings.Contains(p.Hint, c.hint) {
					return
				}
			}
			t.Errorf("no problem at %s with %q and %q, but:\n%s", c.place, c.message, c.hint, problems)
		})
	}
}

// A mistake says one thing once: nothing follows from it that is not so.
func TestNoFollowUps(t *testing.T) {
	for _, added := range []string{
		inject + "when = 'acted(\"serch\")'\ncategory = \"contingency\"",
		authority + "held-by = 3",
		"[[agency]]\nid = \"a\"\nside = \"aldr\"\nname = \"A\"\n[[role]]\nid = \"r\"\nagency = \"a\"\ntitle = \"R\"",
		inject + "phase = \"oen\"\nat = \"5m\"",
		inject + "[[inject.question]]\nkind = \"oen\"\nprompt = \"?\"\n[[inject.question.option]]\nid = \"o\"\ntext = \"O\"",
		inject + "at = 5\nphase = \"one\"",
		"[[phase]]\nid = \"two\"\ntitle = \"Two\"\nstory = \"2016\"\n[[phase.segment]]\nkind = \"paly\"\nlength = \"1m\"\n",
	} {
		_, problems := loadWith(t, added)
		want := 1 + strings.Count(added, "paly")
		if len(problems) != want {
			t.Errorf("%s\ngives\n%s", added, problems)
		}
	}
}

func TestUnusedPackAuthority(t *testing.T) {
	pack := `format = 1
[pack]
id = "p"
title = "P"
[[authority]]
id = "auth"
title = "Authority"
held-by = ["magistrate"]
basis = "Law"
permits = ["search"]
reaches = ["own"]
approval = "regent"
`
	fsys := fstest.MapFS{"s.toml": {Data: []byte(strings.Replace(base, "timezone = \"UTC\"\n", "timezone = \"UTC\"\nprofile = [\"p\"]\n", 1))}}
	s, problems := Load(fsys, "s.toml", fstest.MapFS{"p.toml": {Data: []byte(pack)}})
	if s == nil || len(problems) != 1 || problems[0].Place() != "pack:p/p.toml:8:1" || problems[0].Code != "unused" {
		t.Error(problems)
	}
}

func TestDurations(t *testing.T) {
	for in, want := range map[string]Millis{
		"0m": 0, "45m": 2_700_000, "1h30m": 5_400_000, "90d": 7_776_000_000, "2d3h4m5s6ms": 183_845_006, "500ms": 500, "3650d": maxDuration,
	} {
		got, err := parseDuration(in)
		if err != nil || got != want {
			t.Errorf("%s: %d, %v", in, got, err)
		}
		if again, err := parseDuration(formatMillis(got)); err != nil || again != want {
			t.Errorf("%s written as %s", in, formatMillis(got))
		}
	}
	for _, in := range []string{"", "5", "m", "1.5h", "-5m", "+5m", "5m5m", "5m1h", "5 m", "5M", "99999999999999999999d", "3650d1ms", "1w"} {
		if _, err := parseDuration(in); err == nil {
			t.Errorf("%q was taken", in)
		}
	}
}
