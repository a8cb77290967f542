package tui

import "strings"

// askRequestField asks in lines for what a request must contain: what it is,
// how much it weighs, how it must be, and what stands there.
func (p *plain) askRequestField(f *requestField) {
	m := p.m
	p.print(m.t("{what} ({more})", "what", f.title, "more", f.note(m)))
	if help := line(f.def.Help.In(m.lang)); help != "" {
		p.print(help)
	}
	if f.def.Asks {
		p.print(m.t("the answer must speak to it"))
	}
	if f.def.Check != "" {
		p.print(f.checkText(m))
	}
	if !f.empty() {
		for l := range strings.SplitSeq(f.value(), "\n") {
			p.print(l)
		}
	}
	p.print(m.t("Several lines; one that holds only . ends them."))
}
