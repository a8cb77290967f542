package scenarios

import (
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

func loadGood(t *testing.T) *Scenario {
	t.Helper()
	s, problems := Load(os.DirFS("testdata/good"), ".", testPacks(t))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return s
}

func find[T any](t *testing.T, list []T, is func(T) bool) T {
	t.Helper()
	i := slices.IndexFunc(list, is)
	if i < 0 {
		t.Fatal("not found")
	}
	return list[i]
}

func TestLoad(t *testing.T) {
	s := loadGood(t)
	inject := func(id string) Inject { return find(t, s.Injects, func(i Inject) bool { return i.ID == id }) }

	t.Run("MSEL order", func(t *testing.T) {
		var order []string
		for i, in := range s.Injects {
			if in.Number != i+1 {
				t.Errorf("%s has number %d", in.ID, in.Number)
			}
			order = append(order, in.ID)
		}
		if want := []string{"corvane-reports", "corvane-again", "logs-gone"}; !slices.Equal(order, want) {
			t.Errorf("order %v, want %v", order, want)
		}
	})
	t.Run("inject", func(t *testing.T) {
		in := inject("corvane-reports")
		if in.Segment != "first-days-2" || in.File != "quiet.toml" || in.At != 120_000 || !in.HasAt || in.Category != CategoryInject {
			t.Errorf("%+v", in)
		}
		if in.Persona != "corvane-security" || in.From != "Rosa Lindqvist, Corvane Turbines" {
			t.Errorf("from %q, persona %q", in.From, in.Persona)
		}
		if !strings.HasPrefix(in.Content.Attachments[0].Text["en"], "time,bytes") {
			t.Error("attachment not read")
		}
		if q := in.Questions[0]; q.ID != "corvane-reports-q1" || q.Min != 1 || q.Max != 5 || q.Per != "role" {
			t.Errorf("%+v", q)
		}
	})
	t.Run("addressees", func(t *testing.T) {
		want := []string{"alder-cyber", "birch-cyber", "alder-prosecutor"}
		if got := inject("logs-gone").Roles; !slices.Equal(got, want) {
			t.Errorf("got %v, want %v", got, want)
		}
	})
}

func TestLoadCondition(t *testing.T) {
	s := loadGood(t)
	inject := func(id string) Inject { return find(t, s.Injects, func(i Inject) bool { return i.ID == id }) }
	in := inject("logs-gone")
	want := &Cond{Op: CondAnd, Args: []*Cond{
		{Op: CondTime, Fact: FactSince, IDs: []string{"corvane-reports"}, Cmp: CmpGreater, Limit: 36 * 60_000},
		{Op: CondNot, Args: []*Cond{{Op: CondFact, Fact: FactActed, IDs: []string{"preserve-data", "alder", "mistwood"}}}},
	}}
	if !reflect.DeepEqual(in.When, want) || in.Category != CategoryContingency {
		t.Errorf("%+v", in.When)
	}
	first := inject("corvane-reports").Alternatives[0].When.Args[0]
	if first.Cmp != CmpLessEqual || first.Fact != FactElapsed || first.Limit != 300_000 {
		t.Errorf("the other way round: %+v", first)
	}
}

func TestLoadProfiles(t *testing.T) {
	s := loadGood(t)
	t.Run("authorities", func(t *testing.T) {
		var ids []string
		for _, a := range s.Authorities {
			ids = append(ids, a.ID)
		}
		if want := []string{"press-law", "alder.preservation", "birch.preservation"}; !slices.Equal(ids, want) {
			t.Errorf("got %v", ids)
		}
		a := s.Authorities[1]
		if !slices.Equal(a.Agencies, []string{"alder-police", "alder-justice"}) || !slices.Equal(a.Approvers, []string{"alder-prosecutor"}) {
			t.Errorf("%+v", a)
		}
		p := s.Authorities[0]
		if p.Side != "alder" || !p.From.IsZero() || !p.Until.Equal(time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)) {
			t.Errorf("%+v", p)
		}
	})
	t.Run("pack for two sides", func(t *testing.T) {
		if len(s.Evidence) != 1 || len(s.Actions) != 3 || s.Actions[1].Side != "alder" || s.Actions[2].Side != "birch" {
			t.Errorf("%+v %+v", s.Evidence, s.Actions)
		}
	})
}

func TestLoadStage(t *testing.T) {
	s := loadGood(t)
	t.Run("text by language", func(t *testing.T) {
		if s.Title.In("fr") != "Tour silencieux" || s.Title.In("zh-Hans") != "Quiet Lathe" {
			t.Error(s.Title)
		}
	})
	if s.Sides[0].Zone.String() != "America/New_York" || s.Roles[0].Side != "alder" || !s.Roles[2].Legal {
		t.Error("side or role not resolved")
	}
}

func TestLoadFilesRoundTrip(t *testing.T) {
	good := loadGood(t)
	var names []string
	for _, f := range good.Files {
		names = append(names, f.Name)
	}
	want := []string{"quiet.toml", "pack:us-2016/actions.toml", "pack:us-2016/authorities.toml", "attachments/netflow.csv"}
	if !slices.Equal(names, want) {
		t.Errorf("files %v", names)
	}
	encoded, err := json.Marshal(good.Files)
	if err != nil {
		t.Fatal(err)
	}
	var files []File
	if err := json.Unmarshal(encoded, &files); err != nil {
		t.Fatal(err)
	}
	again, problems := LoadFiles(files)
	if len(problems) > 0 || !reflect.DeepEqual(good, again) {
		t.Errorf("not the same scenario: %v", problems)
	}
	if s, problems := LoadFiles(nil); s != nil || problems.Err() == nil {
		t.Error("no files make a scenario")
	}
}

func TestOpen(t *testing.T) {
	for _, e := range Library() {
		s, problems := Open(e.ID)
		if s == nil {
			t.Errorf("%s: %v", e.ID, problems)
			continue
		}
		again, problems := LoadFiles(s.Files)
		if !reflect.DeepEqual(s, again) {
			t.Errorf("%s is another scenario when loaded again: %v", e.ID, problems)
		}
	}
	_, problems := Open("testdata/god")
	if len(problems) != 1 || !strings.Contains(problems[0].Hint, `"testdata/good"`) {
		t.Error(problems)
	}
}

// copyGood copies the good scenario and its packs to a folder of its own.
func copyGood(t *testing.T, profile string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "scenario"), os.DirFS("testdata/good")); err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(filepath.Join(dir, "packs"), os.DirFS("testdata/packs")); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(dir, "scenario", "quiet.toml")
	content, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	changed := strings.ReplaceAll(string(content), `profile = ["us-2016"]`, "profile = ["+profile+"]")
	if err := os.WriteFile(name, []byte(changed), 0o600); err != nil {
		t.Fatal(err)
	}
	return filepath.Dir(name)
}

func TestPathPacks(t *testing.T) {
	dir := copyGood(t, `"../packs/us-2016"`)
	for _, name := range []string{dir, filepath.Join(dir, "quiet.toml")} {
		s, problems := Open(name)
		if s == nil {
			t.Fatal(problems)
		}
		again, problems := LoadFiles(s.Files)
		if !reflect.DeepEqual(s, again) {
			t.Error(problems)
		}
	}
	s, problems := Load(os.DirFS(filepath.Dir(dir)), "scenario", nil)
	if s == nil {
		t.Error("a path within the file system:", problems)
	}
	_, problems = Load(os.DirFS(dir), ".", nil)
	if len(problems) == 0 || problems[0].Code != "unknown-pack" {
		t.Error("a path out of the file system:", problems)
	}
}

// What leads out of the scenario's folder, or is no file, is refused, also
// where the file system follows links.
func TestLinks(t *testing.T) {
	attachment := filepath.Join("attachments", "netflow.csv")
	for _, c := range []struct{ name, target, message string }{
		{"absolute", "/etc/hostname", `"attachments/netflow.csv" is a link to "/etc/hostname", which is outside`},
		{"upwards", "../../packs/old-law.toml", `"attachments/netflow.csv" is a link to "../../packs/old-law.toml", which is outside`},
		{"circle", "netflow.csv", `"attachments/netflow.csv"`},
		{"inside", "../quiet.toml", ""},
		{"folder", ".", `"attachments/netflow.csv" is not a file of text, but a folder`},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := copyGood(t, `"../packs/us-2016"`)
			link := filepath.Join(dir, attachment)
			if err := os.Remove(link); err != nil {
				t.Fatal(err)
			}
			if err := os.Symlink(c.target, link); err != nil {
				t.Skip(err)
			}
			_, fromRoot := Open(dir)
			_, fromDir := Source{FS: os.DirFS(dir), Name: ".", Disk: dir}.Load()
			for _, problems := range []Problems{fromRoot, fromDir} {
				if c.message == "" && len(problems) > 0 || !strings.Contains(problems.String(), c.message) {
					t.Error(problems)
				}
			}
		})
	}
	t.Run("scenario file", func(t *testing.T) {
		dir := copyGood(t, `"../packs/us-2016"`)
		if err := os.Symlink("../packs/old-law.toml", filepath.Join(dir, "z.toml")); err != nil {
			t.Skip(err)
		}
		_, problems := Open(dir)
		if len(problems) != 1 || problems[0].Code != "unreadable" || !strings.HasSuffix(problems[0].File, "/z.toml") {
			t.Error(problems)
		}
	})
}

func TestLimits(t *testing.T) {
	deep := strings.Repeat("[", 100_000)
	dots := strings.Repeat("a.", 100_000) + "a"
	many := fstest.MapFS{}
	for i := range maxFiles + 1 {
		many[strings.Repeat("x", i%50+1)+string(rune('a'+i%26))+time.Duration(i).String()+".toml"] = &fstest.MapFile{}
	}
	one := func(content string) fs.FS {
		return fstest.MapFS{"a.toml": {Data: []byte(content)}}
	}
	big := strings.Repeat("# a line of comment that is quite long indeed\n", maxFileSize/46)
	five := fstest.MapFS{}
	for _, n := range []string{"a", "b", "c", "d", "e"} {
		five[n+".toml"] = &fstest.MapFile{Data: []byte(big)}
	}
	for _, c := range []struct {
		name    string
		fsys    fs.FS
		message string
	}{
		{"arrays", one("format = 1\na = " + deep), "a.toml:2:105: arrays and tables are nested more than 100 deep here"},
		{"inline tables", one("a = " + strings.Repeat("{a=", 100_000)), "nested more than 100 deep"},
		{"dotted keys", one(dots + " = 1"), "nested more than 100 deep"},
		{"headers", one("[" + dots + "]"), "nested more than 100 deep"},
		{"dots", one("format = 1\n" + strings.Repeat(strings.Repeat("a.", 99)+"a = 1\n", 10_000)), "more keys with dots"},
		{"NUL", one("format = 1\nx = \"a\x00b\""), "a.toml:2:7: there is a NUL byte"},
		{"not UTF-8", one("format = 1\nx = \"\xe9\""), "a.toml:2:6: this byte is not UTF-8"},
		{"UTF-16", one("\xff\xfef\x00"), "UTF-16"},
		{"size", one(big + big), `"a.toml" is larger than 16 MiB`},
		{"all sizes", five, "larger than 64 MiB together"},
		{"files", many, "more than 1000 *.toml files"},
		{"injects", one("format = 1\n" + strings.Repeat("[[inject]]\n", maxInjects+1)), "more than 100,000 injects"},
		{"tables", one("format = 1\n" + strings.Repeat("[[inject]]\n", maxTables+1)), "more than 500,000 tables"},
		{"inline injects", one("format = 1\ninject = [" + strings.Repeat("{},", maxInjects+1) + "]"), "more than 100,000 injects"},
		{"one long line", one("format = 1\nx = [" + strings.Repeat(`"a",`, 1_000_000) + "]\ny = 1"), `a.toml:3:1: there is no key "y"`},
		{"no files", fstest.MapFS{"a.txt": {}}, "there is no *.toml file in this folder"},
		{"device", fstest.MapFS{"a.toml": {Mode: fs.ModeDevice}}, `"a.toml" is not a file of text, but a device`},
		{"long condition", one("format=1\n[[inject]]\nwhen='" + strings.Repeat("not ", 2000) + "true'"), "longer than 4 KiB"},
		{"deep condition", one("format=1\n[[inject]]\nwhen='" + strings.Repeat("(", 1000) + "true'"), "more than 100 deep"},
	} {
		t.Run(c.name, func(t *testing.T) {
			begun := time.Now()
			s, problems := Load(c.fsys, ".", nil)
			if s != nil || !strings.Contains(problems.String(), c.message) {
				t.Errorf("%.2000s", problems)
			}
			if len(problems) > maxProblems+1 {
				t.Errorf("%d problems", len(problems))
			}
			t.Log(time.Since(begun))
		})
	}
}

func TestManyProblems(t *testing.T) {
	content := "format = 1\n" + strings.Repeat("[[inject]]\nid = \"x\"\n", 20_000)
	_, problems := Load(fstest.MapFS{"a.toml": {Data: []byte(content)}}, ".", nil)
	last := problems[len(problems)-1]
	if len(problems) != maxProblems+1 || last.Code != "more" || last.Severity != SeverityError {
		t.Errorf("%d problems, the last: %v", len(problems), last)
	}
}

// A byte order mark and lines that end in CR LF change nothing.
func TestWindowsFiles(t *testing.T) {
	content, err := os.ReadFile("testdata/good/quiet.toml")
	if err != nil {
		t.Fatal(err)
	}
	netflow, err := os.ReadFile("testdata/good/attachments/netflow.csv")
	if err != nil {
		t.Fatal(err)
	}
	windows := "\ufeff" + strings.ReplaceAll(string(content), "\n", "\r\n")
	fsys := fstest.MapFS{"quiet.toml": {Data: []byte(windows)}, "attachments/netflow.csv": {Data: netflow}}
	s, problems := Load(fsys, "quiet.toml", testPacks(t))
	if s == nil || len(s.Injects) != 3 || s.Files[0].Content != windows {
		t.Fatal(problems)
	}
	fsys["quiet.toml"].Data = []byte(strings.Replace(windows, `style = "operations"`, `style = "games"`, 1))
	_, problems = Load(fsys, "quiet.toml", testPacks(t))
	if len(problems) != 1 || problems[0].Place() != "quiet.toml:6:9" || problems[0].Source != `style = "games"` {
		t.Error(problems)
	}
}
