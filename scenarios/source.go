package scenarios

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// Source says where a scenario is and where its packs are.
type Source struct {
	FS    fs.FS  // holds the scenario
	Name  string // the file or folder in it; "." is the whole of it
	Packs fs.FS  // the library's packs, ID.toml or ID/*.toml; may be nil
	Disk  string // folder of the operating system from which profiles that are paths count; "" if there is none
	Shown string // what messages put before the names of files; "" for nothing
}

// Load reads, checks and resolves the scenario. Without an error among the
// problems the scenario is complete; otherwise it is nil.
func (s Source) Load() (*Scenario, Problems) {
	d := &desk{}
	return finish(loadFrom(d, s.open()))
}

// Load loads the file or folder name in fsys, with packs from the library's
// file system packs (which may be nil). Entries of a profile that are paths
// are looked for in fsys; see [Source] for more.
func Load(fsys fs.FS, name string, packs fs.FS) (*Scenario, Problems) {
	return Source{FS: fsys, Name: name, Packs: packs}.Load()
}

// located is an origin in a file system.
type located struct {
	Source
	folder folder
	single string // the one file, or ""
	err    error
}

func (s Source) open() *located {
	o := &located{Source: s}
	name := path.Clean(filepath.ToSlash(s.Name))
	o.folder = folder{fsys: s.FS, dir: name, shown: s.Shown, quota: newQuota()}
	if !fs.ValidPath(name) {
		o.err = fs.ErrInvalid
		return o
	}
	info, err := fs.Stat(s.FS, name)
	switch {
	case err != nil:
		o.err = err
	case !info.IsDir():
		o.single = path.Base(name)
		o.folder.dir = path.Dir(name)
	}
	return o
}

func (o *located) scenario(d *desk) []*source {
	whole := &source{shown: o.folder.show(o.Name)}
	if o.Shown != "" {
		whole.shown = o.Shown
	}
	if o.err != nil {
		d.errorf(site{src: whole}, "not-found", "", "%s %s", quoted(o.Name), reason(o.err))
		return nil
	}
	if o.single != "" {
		return o.folder.sources(d, "", []string{o.single})
	}
	names, err := o.folder.tomls()
	switch {
	case err != nil:
		d.errorf(site{src: whole}, "unreadable", "", "%s", err)
	case len(names) == 0:
		d.errorf(site{src: whole}, "no-files", "a scenario is a *.toml file, or a folder with *.toml files directly in it", "there is no *.toml file in this folder")
	}
	return o.folder.sources(d, "", names)
}

func (o *located) attachment(name string) (*source, error) {
	content, err := o.folder.read(name)
	if err != nil {
		return nil, err
	}
	return newSource(name, o.folder.show(name), content), nil
}

// isPath reports whether an entry of a profile is a path, not an id.
func isPath(entry string) bool {
	return strings.HasPrefix(entry, "./") || strings.HasPrefix(entry, "../") || strings.HasPrefix(entry, "/")
}

func (o *located) pack(d *desk, entry string) ([]*source, bool) {
	switch {
	case !isPath(entry):
		if o.Packs == nil {
			return nil, false
		}
		f := folder{fsys: o.Packs, dir: ".", shown: "pack:" + entry, quota: o.folder.quota}
		return packFiles(d, f, entry, entry)
	case o.Disk != "":
		return o.diskPack(d, entry)
	}
	name := path.Join(o.folder.dir, entry)
	if path.IsAbs(entry) || !fs.ValidPath(name) {
		return nil, false
	}
	f := folder{fsys: o.FS, dir: ".", shown: entry, quota: o.folder.quota}
	return packFiles(d, f, name, entry)
}

// diskPack opens a pack that the planner keeps beside the scenario. The path
// may lead anywhere, since the planner wrote it; what is in the pack's folder
// may not.
func (o *located) diskPack(d *desk, entry string) ([]*source, bool) {
	full := filepath.FromSlash(entry)
	if !filepath.IsAbs(full) {
		full = filepath.Join(o.Disk, full)
	}
	root, err := os.OpenRoot(filepath.Dir(full))
	if err != nil {
		return nil, false
	}
	defer root.Close() //nolint:errcheck // it was only read
	f := folder{fsys: root.FS(), dir: ".", shown: entry, quota: o.folder.quota}
	return packFiles(d, f, filepath.Base(full), entry)
}

// packFiles reads the file NAME.toml or NAME, or all of the folder NAME.
func packFiles(d *desk, f folder, name, entry string) ([]*source, bool) {
	prefix := "pack:" + entry + "/"
	for _, file := range []string{name, name + ".toml"} {
		info, err := fs.Stat(f.fsys, file)
		switch {
		case err != nil:
			continue
		case info.IsDir():
			f.dir = file
			names, err := f.tomls()
			if err != nil {
				d.errorf(site{src: &source{shown: f.shown}}, "unreadable", "", "the pack %s: %s", quoted(entry), err)
			}
			return f.sources(d, prefix, names), len(names) > 0
		case !strings.HasSuffix(file, ".toml"):
			continue
		}
		f.dir = path.Dir(file)
		if strings.HasSuffix(entry, ".toml") {
			f.shown = path.Dir(entry)
		}
		f.quota.files--
		return f.sources(d, prefix, []string{path.Base(file)}), true
	}
	return nil, false
}

func (o *located) packs() []string { return packIDs(o.Packs) }

func packIDs(fsys fs.FS) []string {
	if fsys == nil {
		return nil
	}
	entries, err := fs.ReadDir(fsys, ".")
	if err != nil {
		return nil
	}
	var ids []string
	for _, e := range entries {
		id, isFile := strings.CutSuffix(e.Name(), ".toml")
		if isFile || e.IsDir() {
			ids = append(ids, id)
		}
	}
	return ids
}
