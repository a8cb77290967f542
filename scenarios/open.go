package scenarios

import (
	"embed"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// library is what comes with the program. Nothing writes to it.
//
//go:embed all:library
var library embed.FS

// Entry is a scenario of the library.
type Entry struct {
	ID      string
	Title   Text
	Family  string
	Style   string
	Summary Text
	Minutes int // the planned lengths of its segments together
}

const (
	libraryFolder = "library"
	packsFolder   = "packs"
)

// LibraryPacks returns the packs that come with the program.
func LibraryPacks() fs.FS {
	sub, err := fs.Sub(library, libraryFolder+"/"+packsFolder)
	if err != nil {
		return nil
	}
	return sub
}

// Library lists the scenarios that come with the program, by id. One with
// mistakes is listed as far as it can be read; [Open] says what is wrong.
func Library() []Entry {
	var out []Entry
	for _, id := range libraryIDs() {
		d := &desk{}
		scn := loadFrom(d, librarySource(id).open()).scn
		e := Entry{ID: id, Title: scn.Title, Family: scn.Family, Style: scn.Style, Summary: scn.Summary}
		var total Millis
		for _, p := range scn.Phases {
			for _, s := range p.Segments {
				total += s.Length
			}
		}
		e.Minutes = int(total / 60_000)
		out = append(out, e)
	}
	return out
}

// libraryIDs lists the scenarios by the names of their files or folders.
func libraryIDs() []string {
	entries, err := fs.ReadDir(library, libraryFolder)
	if err != nil {
		return nil
	}
	var ids []string
	for _, e := range entries {
		id, isToml := strings.CutSuffix(e.Name(), ".toml")
		if e.Name() != packsFolder && (isToml || e.IsDir()) {
			ids = append(ids, id)
		}
	}
	return ids
}

func librarySource(id string) Source {
	name := path.Join(libraryFolder, id)
	shown := id
	if _, err := fs.Stat(library, name); err != nil {
		name += ".toml"
		shown = ""
	}
	return Source{FS: library, Name: name, Packs: LibraryPacks(), Shown: shown}
}

// Open loads a scenario of the library by its id, or else the file or folder
// of that name. A folder that is called like a scenario of the library is
// opened as "./NAME".
func Open(nameOrPath string) (*Scenario, Problems) {
	ids := libraryIDs()
	for _, id := range ids {
		if id == nameOrPath {
			return librarySource(id).Load()
		}
	}
	info, err := os.Stat(nameOrPath)
	switch {
	case err != nil && errors.Is(err, fs.ErrNotExist):
		return nil, notFound(nameOrPath, ids)
	case err != nil:
		return nil, Problems{{File: nameOrPath, Severity: SeverityError, Code: "unreadable", Message: "the scenario " + reason(err).Error()}}
	}
	dir, name := nameOrPath, "."
	if !info.IsDir() {
		dir, name = filepath.Dir(nameOrPath), filepath.Base(nameOrPath)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, Problems{{File: nameOrPath, Severity: SeverityError, Code: "unreadable", Message: "the folder " + reason(err).Error()}}
	}
	defer root.Close() //nolint:errcheck // it was only read
	shown := filepath.ToSlash(filepath.Clean(dir))
	return Source{FS: root.FS(), Name: name, Packs: LibraryPacks(), Disk: dir, Shown: shown}.Load()
}

func notFound(name string, ids []string) Problems {
	spell := speller{}
	p := Problem{
		Severity: SeverityError, Code: "not-found",
		Message: "there is no scenario " + quoted(name) + " in the library, and no file or folder of that name",
	}
	candidates := append(siblings(name), ids...)
	switch near := spell.near(name, candidates); {
	case near != "":
		p.Hint = "did you mean " + quoted(near) + "?"
	case len(ids) > 0:
		p.Hint = "the library has: " + oneOf(ids)
	}
	return Problems{p}
}

// siblings lists what stands where name would stand, as one would write it.
func siblings(name string) []string {
	dir, _ := filepath.Split(name)
	entries, err := os.ReadDir(filepath.Clean(dir + "."))
	if err != nil {
		return nil
	}
	var out []string
	for _, e := range entries {
		if e.IsDir() || strings.HasSuffix(e.Name(), ".toml") {
			out = append(out, dir+e.Name())
		}
	}
	return out
}
