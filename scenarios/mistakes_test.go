package scenarios

import (
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

func updating() bool { return flag.Lookup("update").Value.String() == "true" }

func TestMain(m *testing.M) {
	flag.Bool("update", false, "rewrite the golden files")
	flag.Parse()
	os.Exit(m.Run())
}

// golden compares with a file of testdata, or rewrites it with -update.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if updating() {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s is not as in the file; run go test -update and read the difference\n%s", name, got)
	}
}

func testPacks(t *testing.T) fs.FS {
	t.Helper()
	return os.DirFS(filepath.Join("testdata", "packs"))
}

// A folder with a mistake of nearly every kind. The golden is what a planner
// would read.
func TestMistakes(t *testing.T) {
	s, problems := Load(os.DirFS("testdata/mistakes"), ".", testPacks(t))
	if s != nil {
		t.Error("a scenario with errors was given away")
	}
	golden(t, "mistakes.golden", problems.String()+"\n")
}
