package scenarios

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"
)

// origin is where a scenario's files come from: a file system, or a record
// that kept them.
type origin interface {
	// scenario returns the scenario's own files in order.
	scenario(d *desk) []*source
	// attachment returns a file that an inject names, or why it cannot.
	attachment(name string) (*source, error)
	// pack returns the files of a profile's entry. It says false, and nothing
	// else, if there is no such pack.
	pack(d *desk, entry string) ([]*source, bool)
	// packs lists the ids that a profile could name.
	packs() []string
}

// folder reads files below one folder of a file system, and nothing outside
// it: no link that leads out, no device, nothing too large.
type folder struct {
	fsys  fs.FS
	dir   string // slash-separated, "." for the top
	shown string // what messages put before names
	quota *quota
}

// quota is what may still be read for one scenario.
type quota struct{ bytes, files int }

func newQuota() *quota { return &quota{bytes: maxTotalSize, files: maxFiles} }

func (f folder) show(name string) string {
	if f.shown == "" || f.shown == "." {
		return name
	}
	if strings.HasSuffix(f.shown, "/") {
		return f.shown + name
	}
	return f.shown + "/" + name
}

// read returns the content of a file below the folder.
func (f folder) read(name string) (string, error) {
	if !fs.ValidPath(name) || name == "." {
		return "", fmt.Errorf("%s leads out of the scenario's folder", quoted(name))
	}
	if err := f.contained(name, 20); err != nil {
		return "", err
	}
	full := path.Join(f.dir, name)
	info, err := fs.Stat(f.fsys, full)
	switch {
	case err != nil:
		return "", fmt.Errorf("%s %w", quoted(name), reason(err))
	case !info.Mode().IsRegular():
		return "", fmt.Errorf("%s is not a file of text, but a %s", quoted(name), modeName(info.Mode()))
	case info.Size() > maxFileSize:
		return "", fmt.Errorf("%s is larger than 16 MiB", quoted(name))
	}
	file, err := f.fsys.Open(full)
	if err != nil {
		return "", fmt.Errorf("%s %w", quoted(name), reason(err))
	}
	defer file.Close() //nolint:errcheck // it was only read
	content, err := io.ReadAll(io.LimitReader(file, maxFileSize+1))
	switch {
	case err != nil:
		return "", fmt.Errorf("%s %w", quoted(name), reason(err))
	case len(content) > maxFileSize:
		return "", fmt.Errorf("%s is larger than 16 MiB", quoted(name))
	}
	return f.quota.take(name, string(content))
}

func (q *quota) take(name, content string) (string, error) {
	if q.bytes -= len(content); q.bytes < 0 {
		return "", fmt.Errorf("%s is one too many: the scenario's files are larger than 64 MiB together", quoted(name))
	}
	return content, nil
}

// contained follows links one by one and refuses those that lead out of the
// folder. A file system without links has nothing to follow.
func (f folder) contained(name string, hops int) error {
	links, ok := f.fsys.(fs.ReadLinkFS)
	if !ok {
		return nil
	}
	parts := strings.Split(name, "/")
	for i := range parts {
		at := path.Join(parts[:i+1]...)
		info, err := links.Lstat(path.Join(f.dir, at))
		if err != nil {
			return fmt.Errorf("%s %w", quoted(name), reason(err))
		}
		if info.Mode()&fs.ModeSymlink == 0 {
			continue
		}
		target, err := links.ReadLink(path.Join(f.dir, at))
		if err != nil {
			return fmt.Errorf("%s %w", quoted(name), reason(err))
		}
		next := path.Join(path.Dir(at), target, path.Join(parts[i+1:]...))
		if path.IsAbs(target) || !fs.ValidPath(next) || next == "." {
			return fmt.Errorf("%s is a link to %s, which is outside the scenario's folder", quoted(at), quoted(target))
		}
		if hops == 0 {
			return fmt.Errorf("%s leads through too many links", quoted(name))
		}
		return f.contained(next, hops-1)
	}
	return nil
}

// tomls returns the names of the *.toml files that stand directly in the
// folder. Names that begin with a dot are what editors leave behind.
func (f folder) tomls() ([]string, error) {
	entries, err := fs.ReadDir(f.fsys, f.dir)
	if err != nil {
		return nil, fmt.Errorf("the folder %w", reason(err))
	}
	var names []string
	for _, e := range entries {
		if name := e.Name(); strings.HasSuffix(name, ".toml") && !strings.HasPrefix(name, ".") && !e.IsDir() {
			names = append(names, name)
		}
	}
	if f.quota.files -= len(names); f.quota.files < 0 {
		return nil, fmt.Errorf("there are more than %d *.toml files", maxFiles)
	}
	return names, nil
}

// sources reads files by name. What cannot be read is reported and left out.
func (f folder) sources(d *desk, prefix string, names []string) []*source {
	var out []*source
	for _, name := range names {
		content, err := f.read(name)
		src := newSource(prefix+name, f.show(name), content)
		if err != nil {
			d.errorf(site{src: src}, "unreadable", "", "%s", err)
			d.unseen = true
			continue
		}
		out = append(out, src)
	}
	return out
}

// reason makes a clause of an error of the file system. The path in the error
// is left out: the message has it already.
func reason(err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return errors.New("does not exist")
	case errors.Is(err, fs.ErrPermission):
		return errors.New("may not be read")
	}
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return fmt.Errorf("cannot be read: %w", pe.Err)
	}
	return fmt.Errorf("cannot be read: %w", err)
}

func modeName(m fs.FileMode) string {
	switch {
	case m.IsDir():
		return "folder"
	case m&fs.ModeNamedPipe != 0:
		return "pipe"
	case m&fs.ModeSocket != 0:
		return "socket"
	case m&fs.ModeDevice != 0:
		return "device"
	}
	return "special file"
}
