package scenarios

import (
	"net/netip"
	"regexp"
	"strings"
)

// CheckValue holds what somebody wrote into a field against its check: each
// word of a list of addresses or hashes must pass. A field without a check
// takes any text. What is empty never passes.
func CheckValue(check, value string) bool {
	value = strings.TrimSpace(value)
	if value == "" {
		return false
	}
	switch check {
	case CheckTime:
		return zoned(value)
	case CheckAddr:
		return eachWord(value, addressed)
	case CheckHash:
		return eachWord(value, hashed)
	case CheckPeriod:
		return len(dateForm().FindAllString(value, 3)) == 2
	}
	return true
}

// eachWord reports whether some words of a text are of the kind, and none
// looks like one and fails.
func eachWord(value string, is func(string) (like, good bool)) bool {
	found := false
	for _, w := range strings.FieldsFunc(value, func(r rune) bool { return strings.ContainsRune(" \t\r\n,;", r) }) {
		like, good := is(strings.Trim(w, ".()\"'"))
		if like && !good {
			return false
		}
		found = found || good
	}
	return found
}

// addressed: an IP address alone is not good, since behind one address sit
// many; the port tells them apart.
func addressed(w string) (like, good bool) {
	if _, err := netip.ParseAddrPort(w); err == nil {
		return true, true
	}
	_, err := netip.ParseAddr(strings.Trim(w, "[]"))
	return err == nil, false
}

// hashed: MD5, SHA-1, SHA-224, SHA-256, SHA-384 and SHA-512 in hexadecimal,
// with or without the name before it.
func hashed(w string) (like, good bool) {
	if i := strings.LastIndexByte(w, ':'); i >= 0 {
		w = w[i+1:]
	}
	if len(w) < 16 || strings.Trim(w, "0123456789abcdefABCDEF") != "" {
		return false, false
	}
	switch len(w) {
	case 32, 40, 56, 64, 96, 128:
		return true, true
	}
	return true, false
}

// zoned: an hour and something that says of which zone, for each hour named
// or once for all.
func zoned(value string) bool { return hourForm().MatchString(value) && zoneForm().MatchString(value) }

func hourForm() *regexp.Regexp { return regexp.MustCompile(`\d{1,2}[:.h]\d{2}`) }

func zoneForm() *regexp.Regexp {
	return regexp.MustCompile(`\d\s*Z\b|\b(UTC|GMT|[A-Z][SD]T|[A-Z]{1,2}[SD]?T)\b|[+\-−]\d{1,2}(:?\d{2})?\s*$|:\d{2}\s*[+\-−]\d{2}:?\d{0,2}\b|[A-Z][a-z]+/[A-Z][a-z]+`)
}

func dateForm() *regexp.Regexp {
	return regexp.MustCompile(`\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\.? [A-Z][a-z]+ \d{4}|\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}年\d{1,2}月\d{1,2}日`)
}
