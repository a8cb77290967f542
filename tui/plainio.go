package tui

import (
	"bufio"
	"errors"
	"io"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"parley/engine/words"
)

// print puts out a line, whole and harmless.
func (p *plain) print(s string) {
	s = words.HarmlessLine(strings.TrimRight(ansi.Strip(s), " "))
	if p.page > 0 && p.count >= p.page {
		p.rest = append(p.rest, s)
		return
	}
	p.putLine(s)
}

func (p *plain) putLine(s string) {
	if p.open {
		p.write("\n")
		p.open = false
	}
	p.count++
	p.write(s + "\n")
}

// more puts out what a page had no room for.
func (p *plain) more() {
	rest := p.rest
	p.rest, p.count = nil, 0
	if len(rest) == 0 {
		p.print(p.m.t("There is no more."))
	}
	for _, s := range rest {
		p.print(s)
	}
}

// prompt asks for a line, once.
func (p *plain) prompt() {
	if n := len(p.rest); n > 0 && p.count > 0 {
		p.putLine(p.m.t("{n} more lines; more goes on", "n", text64(int64(n))))
		p.count = 0
	}
	if !p.open {
		p.write(words.HarmlessLine(ansi.Strip(p.promptText())) + "> ")
		p.open = true
	}
	p.flush()
}

func (p *plain) write(s string) {
	if _, err := p.w.WriteString(s); err != nil && p.err == nil {
		p.err = err
	}
}

func (p *plain) flush() {
	if err := p.w.Flush(); err != nil && p.err == nil {
		p.err = err
	}
}

// longestLine is how many bytes of a typed line are taken.
const longestLine = 1 << 20

// readLines reads lines until the input or the reader of the channel ends.
func readLines(in io.Reader, ended <-chan struct{}) <-chan string {
	lines := make(chan string)
	go func() {
		defer close(lines)
		r := bufio.NewReader(in)
		for {
			s, err := readLine(r)
			if err != nil && s == "" {
				return
			}
			select {
			case lines <- strings.ToValidUTF8(s, "\uFFFD"):
			case <-ended:
				return
			}
		}
	}()
	return lines
}

// readLine reads to the end of a line, and keeps no more of it than it may
// have.
func readLine(r *bufio.Reader) (string, error) {
	var b strings.Builder
	for {
		part, err := r.ReadSlice('\n')
		b.Write(part[:min(len(part), max(0, longestLine-b.Len()))])
		if !errors.Is(err, bufio.ErrBufferFull) {
			return strings.TrimRight(b.String(), "\r\n"), err
		}
	}
}

// labelled is a text behind its label, where there are no columns.
func (m *Model) labelled(label, text string) string {
	return m.t("{label}: {text}", "label", label, "text", text)
}
