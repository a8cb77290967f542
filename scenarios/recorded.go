package scenarios

import (
	"io/fs"
	"slices"
	"strings"
)

// LoadFiles loads a scenario again from its [Scenario.Files]. The result
// equals what was loaded from disk then.
func LoadFiles(files []File) (*Scenario, Problems) {
	d := &desk{}
	return finish(loadFrom(d, recorded{files: files, quota: newQuota()}))
}

// recorded is an origin of files that a record kept.
type recorded struct {
	files []File
	quota *quota
}

// packEntry returns the profile's entry in the name of a pack's file.
func packEntry(name string) (entry string, ok bool) {
	rest, ok := strings.CutPrefix(name, "pack:")
	i := strings.LastIndexByte(rest, '/')
	if !ok || i <= 0 {
		return "", false
	}
	return rest[:i], true
}

func (o recorded) scenario(d *desk) []*source {
	var out []*source
	for _, f := range o.files {
		_, isPack := packEntry(f.Name)
		if !isPack && strings.HasSuffix(f.Name, ".toml") && !strings.Contains(f.Name, "/") {
			out = append(out, o.source(d, f)...)
		}
	}
	slices.SortStableFunc(out, func(a, b *source) int { return strings.Compare(a.Name, b.Name) })
	if len(out) == 0 && !d.failed() {
		d.errorf(site{}, "no-files", "", "there is no *.toml file of a scenario among the files")
	}
	return out
}

// source checks what a file system would have been asked before reading.
func (o recorded) source(d *desk, f File) []*source {
	src := newSource(f.Name, f.Name, f.Content)
	_, err := o.quota.take(f.Name, f.Content)
	switch {
	case err != nil:
		d.errorf(site{src: src}, "unreadable", "", "%s", err)
	case len(f.Content) > maxFileSize:
		d.errorf(site{src: src}, "unreadable", "", "%s is larger than 16 MiB", quoted(f.Name))
	default:
		return []*source{src}
	}
	d.unseen = true
	return nil
}

func (o recorded) attachment(name string) (*source, error) {
	for _, f := range o.files {
		if f.Name == name {
			return newSource(f.Name, f.Name, f.Content), nil
		}
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

func (o recorded) pack(d *desk, entry string) ([]*source, bool) {
	var out []*source
	found := false
	for _, f := range o.files {
		if e, ok := packEntry(f.Name); ok && e == entry {
			found = true
			out = append(out, o.source(d, f)...)
		}
	}
	slices.SortStableFunc(out, func(a, b *source) int { return strings.Compare(a.Name, b.Name) })
	return out, found
}

func (o recorded) packs() []string {
	var ids []string
	for _, f := range o.files {
		if e, ok := packEntry(f.Name); ok && !slices.Contains(ids, e) {
			ids = append(ids, e)
		}
	}
	return ids
}
