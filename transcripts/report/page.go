package report

import (
	"strings"
	"time"
)

// page is a Markdown document under construction. Everything that comes in is
// text and is escaped here, once.
type page struct{ b strings.Builder }

func (p *page) heading(level int, parts ...string) {
	for i := range parts {
		parts[i] = escape(parts[i])
	}
	p.b.WriteString(strings.Repeat("#", level) + " " + strings.Join(parts, " · ") + "\n\n")
}

func (p *page) paragraph(s string) {
	p.b.WriteString(escape(s) + "\n\n")
}

func (p *page) list(items []string) {
	for _, s := range items {
		p.b.WriteString("- " + escape(s) + "\n")
	}
	if items != nil {
		p.b.WriteString("\n")
	}
}

// table writes a table, or that there is nothing to put in it.
func (p *page) table(head []string, rows [][]string) {
	if len(rows) == 0 {
		p.paragraph("None.")
		return
	}
	p.row(head)
	p.b.WriteString(strings.Repeat("| --- ", len(head)) + "|\n")
	for _, r := range rows {
		p.row(r)
	}
	p.b.WriteString("\n")
}

func (p *page) row(cells []string) {
	for _, c := range cells {
		p.b.WriteString("| ")
		if c = escape(c); c != "" {
			p.b.WriteString(c + " ")
		}
	}
	p.b.WriteString("|\n")
}

// span writes a length of time to the second: "1h2m3s".
func span(ms int64) string {
	return (time.Duration(ms) * time.Millisecond).Round(time.Second).String()
}

// wall writes a moment of the real world, in UTC.
func wall(ms int64) string {
	return time.UnixMilli(ms).UTC().Format("2006-01-02 15:04:05 UTC")
}
