package transcripts

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"
)

// SyncData is what the store syncs with.
func SyncData(f *os.File) error { return syncData(f) }

// A Disk is what a File writes to.
type Disk = disk

// WithDisk puts another disk beneath a File.
func WithDisk(f *File, wrap func(Disk) Disk) { f.disk = wrap(f.disk) }

// Canonical parses every whole line of b and reports whether encoding it gives the same bytes.
func Canonical(b []byte) bool {
	p := newParser()
	for line := range bytes.Lines(b) {
		if p.parse(line) == nil && !bytes.Equal(appendLine(nil, &p.line), line) {
			return false
		}
	}
	return true
}

// ValidContent says whether b is a content.
func ValidContent(b []byte) bool {
	line := append(bytes.Clone(b), '\n')
	return object(line, 0) == len(b)
}

// compact is what encoding/json says of the same question.
func compact(b []byte) bool {
	var out bytes.Buffer
	if len(b) == 0 || b[0] != '{' || json.Compact(&out, b) != nil {
		return false
	}
	return bytes.Equal(out.Bytes(), b) && strings.ToValidUTF8(string(b), "") == string(b) && depthOf(b) <= maxDepth
}

func depthOf(b []byte) int {
	depth, deepest, quoted, escaped := 0, 0, false, false
	for _, c := range b {
		switch {
		case escaped:
			escaped = false
		case quoted && c == '\\':
			escaped = true
		case c == '"':
			quoted = !quoted
		case !quoted && (c == '{' || c == '['):
			depth++
			deepest = max(deepest, depth)
		case !quoted && (c == '}' || c == ']'):
			depth--
		}
	}
	return deepest
}

// contents are seeds with and without mistakes.
func contents() []string {
	return []string{
		`{}`, `{"a":1}`, `{"a":-0.5e+10,"b":[],"c":{},"d":[{}],"e":[1,"x",null,true,false]}`,
		`{"a":"a long text without anything in it that needs a second look"}`, `{"naïve":"上海 \"ü\" \u00e9\n"}`,
		`{"a":01}`, `{"a":1.}`, `{"a":.5}`, `{"a":1e}`, `{"a":-}`, `{"a":+1}`, `{"a":tru}`, `{"a":nul}`, `{"a":falsey}`,
		`{"a":1,}`, `{"a"}`, `{"a":}`, `{,}`, `{"a":[1,]}`, `{"a":[}`, `{"a":{]}`, `{a:1}`, `{"a":1 }`, ` {}`, `{} `,
		`[]`, `"a"`, ``, `{`, `{"`, `{"a`, `{"a":"`, `{"a":"\`, `{"a":"\u12`, `{"a":"\x"}`, "{\"a\":\"\x1f\"}", "{\"a\":\"\xc3\"}",
		`{"a":[[[[[[]]]]]]}`, `{}}`, `{}{}`, "{\"a\":\"12345678\xff\"}", `{"a":1e5,"b":1E-5,"c":0,"d":-0}`,
		`{"a":` + strings.Repeat("[", maxDepth-1) + strings.Repeat("]", maxDepth-1) + `}`,
		`{"a":` + strings.Repeat("[", maxDepth) + strings.Repeat("]", maxDepth) + `}`,
	}
}

func TestContentIsJudgedAsByEncodingJSON(t *testing.T) {
	for _, c := range contents() {
		if got, want := ValidContent([]byte(c)), compact([]byte(c)); got != want {
			t.Errorf("%q: %v, want %v", c, got, want)
		}
	}
}

func FuzzContent(f *testing.F) {
	for _, c := range contents() {
		f.Add([]byte(c))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		if got, want := ValidContent(b), compact(b); got != want {
			t.Errorf("%q: %v, want %v", b, got, want)
		}
	})
}

func TestAudiences(t *testing.T) {
	good := [][]string{{"all"}, {"lead"}, {"alder"}, {"alder", "control/alder"}, {"a-1-b"}, {"control/x", "lead", "x"}}
	bad := [][]string{
		{},
		{""},
		{"a", "a"},
		{"b", "a"},
		{"A"},
		{"a_b"},
		{"a--b"},
		{"-a"},
		{"a-"},
		{"control"},
		{"control/"},
		{"control/all"},
		{"control/lead"},
		{"control/control"},
		{"x/alder"},
		{"a b"},
		{`a","b`},
		{strings.Repeat("a", maxMember+1)},
	}
	for _, a := range good {
		if err := CheckAudience(a); err != nil {
			t.Errorf("%q: %v", a, err)
		}
		table := newTable()
		in, err := table.add(a)
		if err != nil {
			t.Fatal(err)
		}
		if out, err := newTable().parse([]byte(in.text)); err != nil || out.text != in.text {
			t.Errorf("%q read back: %v", in.text, err)
		}
	}
	for _, a := range bad {
		if CheckAudience(a) == nil {
			t.Errorf("%q accepted", a)
		}
	}
}

func TestHexIsLowerCaseOnly(t *testing.T) {
	for c := range 256 {
		src := []byte("0123456789abcdef")
		for i := range src {
			b := bytes.Clone(src)
			b[i] = byte(c)
			var dst [8]byte
			good := bytes.IndexByte(src, byte(c)) >= 0
			if got := unhex(dst[:], b, 0); (got == 16) != good {
				t.Fatalf("byte %#x at %d: %d", c, i, got)
			}
			if good && string(appendHex(dst[:])) != string(b) {
				t.Fatalf("%q decoded as %x", b, dst)
			}
		}
	}
}

func appendHex(b []byte) []byte {
	const digits = "0123456789abcdef"
	var out []byte
	for _, c := range b {
		out = append(out, digits[c>>4], digits[c&15])
	}
	return out
}
