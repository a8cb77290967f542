package server

import (
	"crypto/ed25519"
	"crypto/rand"
	"os"
	"path/filepath"
	"strings"
	"testing"

	gossh "golang.org/x/crypto/ssh"
)

// keyPair is somebody's key, and its line as OpenSSH writes it, without a
// comment.
func keyPair(t *testing.T) (gossh.Signer, string) {
	t.Helper()
	_, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	signer, err := gossh.NewSignerFromKey(private)
	if err != nil {
		t.Fatal(err)
	}
	return signer, strings.TrimSpace(string(gossh.MarshalAuthorizedKey(signer.PublicKey())))
}

func keysFile(t *testing.T, lines ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "keys")
	if err := os.WriteFile(path, []byte(strings.Join(lines, "\n")), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestReadKeys(t *testing.T) {
	one, lineOne := keyPair(t)
	two, lineTwo := keyPair(t)
	path := keysFile(t, "\ufeff# who comes with a key", "", "alder-cyber "+lineOne+" Li Wei", "  control   "+lineTwo+"   Ada  Lead\r")
	keys, err := ReadKeys(path, []string{"alder-cyber", "control"})
	if err != nil {
		t.Fatal(err)
	}
	if name, ok := keys.opens("alder-cyber", one.PublicKey()); !ok || name != "Li Wei" {
		t.Errorf("%q, %v", name, ok)
	}
	if name, ok := keys.opens("control", two.PublicKey()); !ok || name != "Ada Lead" {
		t.Errorf("%q, %v", name, ok)
	}
	if _, ok := keys.opens("control", one.PublicKey()); ok {
		t.Error("a key opens another seat")
	}
}

func TestReadKeysNamesEveryBadLine(t *testing.T) {
	_, good := keyPair(t)
	_, other := keyPair(t)
	path := keysFile(t,
		"alder-cyber "+good+" Li Wei",
		"alder-cybr "+other+" Bo",
		"alder-cyber not a key",
		good+" Li Wei",
		"alder-cyber "+other,
		"alder-cyber "+good+" Somebody Else",
		`alder-cyber command="rm -rf /" `+other+" Bo",
	)
	_, err := ReadKeys(path, []string{"alder-cyber", "control"})
	if err == nil {
		t.Fatal("all of it was taken")
	}
	lines := strings.Split(err.Error(), "\n")
	want := []string{
		`line 2: there is no seat "alder-cybr"; the seats are alder-cyber, control`,
		"line 3: what follows alder-cyber is no public key",
		"line 4: it begins with the key: write the seat before it",
		"line 5: there is no name behind the key",
		"line 6: this key is Li Wei's at alder-cyber already",
		"line 7: options before the key",
	}
	if len(lines) != len(want) {
		t.Fatalf("%d lines:\n%v", len(lines), err)
	}
	for i, w := range want {
		if !strings.HasPrefix(lines[i], path+", "+w) {
			t.Errorf("%q\nwant %q", lines[i], w)
		}
	}
	if _, err := ReadKeys(filepath.Join(t.TempDir(), "none"), nil); err == nil {
		t.Error("no file is no error")
	}
}
