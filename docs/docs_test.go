package docs_test

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"parley/engine/bots"
	"parley/scenarios"
	"parley/tui"
)

// TestGenerated holds what is made from the program against the program.
func TestGenerated(t *testing.T) {
	for name, made := range map[string]struct {
		want []byte
		by   string
	}{
		"format.md":            {[]byte(scenarios.Reference()), "check --reference"},
		"scenario.schema.json": {scenarios.JSONSchema(), "check --schema"},
		"keys.md":              {[]byte(tui.KeyReference()), "help keys"},
	} {
		if got := read(t, name); !bytes.Equal(got, made.want) {
			t.Errorf("docs/%s is not what the program gives; this makes it: go run ./cmd/parley %s > docs/%s", name, made.by, name)
		}
	}
}

// pages are the README and all pages of the documentation.
func pages(t *testing.T) []string {
	t.Helper()
	all, err := filepath.Glob("*.md")
	if err != nil || len(all) < 5 {
		t.Fatalf("the pages: %v, %v", all, err)
	}
	return append(all, filepath.Join("..", "README.md"))
}

// TestLinks follows the links between pages, to pictures, and to headings.
func TestLinks(t *testing.T) {
	link := regexp.MustCompile(`\]\(([^()\s]+)\)`)
	for _, page := range pages(t) {
		for _, m := range link.FindAllStringSubmatch(withoutCode(string(read(t, page))), -1) {
			if strings.Contains(m[1], "://") {
				continue
			}
			file, anchor, _ := strings.Cut(m[1], "#")
			to := filepath.Join(filepath.Dir(page), filepath.FromSlash(file))
			if file == "" {
				to = page
			}
			text, err := os.ReadFile(to)
			if err != nil {
				t.Errorf("%s: %s leads nowhere: %v", page, m[1], err)
			} else if anchor != "" && !hasHeading(string(text), anchor) {
				t.Errorf("%s: %s: there is no such heading", page, m[1])
			}
		}
	}
}

func withoutCode(text string) string {
	return regexp.MustCompile("(?ms)^```.*?^```$|`[^`\n]*`").ReplaceAllString(text, "")
}

// hasHeading knows headings of plain words.
func hasHeading(text, anchor string) bool {
	for l := range strings.Lines(text) {
		if h := strings.TrimLeft(l, "#"); h != l && strings.ReplaceAll(strings.ToLower(strings.TrimSpace(h)), " ", "-") == anchor {
			return true
		}
	}
	return false
}

// TestPictures keeps the machine that a picture was made on out of it, and
// pictures that no page shows out of the folder.
func TestPictures(t *testing.T) {
	all, err := filepath.Glob(filepath.Join("pictures", "*"))
	if err != nil || len(all) == 0 {
		t.Fatalf("the pictures: %v, %v", all, err)
	}
	var text strings.Builder
	for _, page := range pages(t) {
		text.Write(read(t, page))
	}
	for _, p := range all {
		if !strings.Contains(text.String(), filepath.ToSlash(p)) {
			t.Errorf("no page shows %s", p)
		}
		for _, bad := range []string{"/home/", "/root/", "/tmp/", "/Users/"} {
			if bytes.Contains(read(t, p), []byte(bad)) {
				t.Errorf("%s shows a path of a machine: %s", p, bad)
			}
		}
	}
}

// TestExamples checks what planners.md gives to copy.
func TestExamples(t *testing.T) {
	var scenario, play string
	for _, m := range regexp.MustCompile("(?ms)^```toml\n(.*?)^```$").FindAllStringSubmatch(string(read(t, "planners.md")), -1) {
		switch {
		case strings.HasPrefix(m[1], "format = 1"):
			scenario = m[1]
		case strings.Contains(m[1], "[[step]]"):
			play = m[1]
		case strings.Contains(m[1], "[[inject.question]]"):
			scenario += "\n" + m[1]
		}
	}
	if scenario == "" || play == "" {
		t.Fatal("planners.md has no example of a scenario, or none of a play file")
	}
	file := filepath.Join(t.TempDir(), "first-light.toml")
	if err := os.WriteFile(file, []byte(scenario), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, problems := scenarios.Open(file); len(problems) > 0 {
		t.Errorf("the scenario in planners.md:\n%s", problems)
	}
	if steps, err := bots.ReadPlay("evening.toml", []byte(play)); err != nil || len(steps) == 0 {
		t.Errorf("the play file in planners.md: %d steps, %v", len(steps), err)
	}
}

func read(t *testing.T, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return b
}
