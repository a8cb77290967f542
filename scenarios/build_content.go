package scenarios

import (
	"path"
	"slices"
	"strings"
)

func (l *loader) content(r *record) Content {
	c := Content{
		Subject: r.text("subject"), Body: r.text("body"),
		Ask: r.text("ask"), AskWithin: r.millis("ask-within"),
	}
	for _, sub := range r.subs["attachment"] {
		c.Attachments = append(c.Attachments, l.attachment(sub))
	}
	return c
}

func (l *loader) attachment(r *record) Attachment {
	a := Attachment{Name: r.str("name"), Text: r.text("text")}
	switch {
	case r.given("text") && r.given("file"):
		l.errorf(r.key("file"), "text-and-file", "keep one of them", "an attachment has text or file, not both")
	case !r.given("text") && !r.given("file"):
		l.errorf(r.here(), "missing-key", `write text = "…" or file = "…"`, "the attachment has neither text nor file")
	case r.has("file"):
		if content, ok := l.attached(r, r.str("file")); ok {
			a.Text = Text{l.lang: content}
		}
	}
	return a
}

// attached reads a file that an inject names, once.
func (l *loader) attached(r *record, name string) (string, bool) {
	name = path.Clean(strings.ReplaceAll(name, `\`, "/"))
	s := r.at("file")
	switch {
	case strings.HasSuffix(name, ".toml"):
		l.errorf(s, "bad-file", "give it another ending, such as .txt", "a .toml file is read as part of the scenario and cannot be an attachment")
		return "", false
	case strings.HasPrefix(name, "pack:"):
		l.errorf(s, "bad-file", "", "an attachment's file cannot begin with pack:")
		return "", false
	}
	for _, src := range l.sources {
		if src.Name == name {
			return src.body, true
		}
	}
	src, err := l.from.attachment(name)
	if err != nil {
		l.errorf(s, "bad-file", "an attachment is a file inside the scenario's folder", "%s", err)
		return "", false
	}
	if f := scanBytes(src.body); f != nil {
		l.errorf(s, "bad-file", f.hint, "%s: %s", quoted(name), f.message)
		return "", false
	}
	l.sources = append(l.sources, src)
	return src.body, true
}

func (l *loader) expect(r *record) Expect {
	e := Expect{
		Action: r.str("action"), By: r.list("by"), Target: r.str("target"),
		Within: r.millis("within"), Objective: r.str("objective"), Note: r.text("note"),
	}
	if e.Action == "" {
		return e
	}
	for _, it := range r.items("by") {
		i := slices.IndexFunc(l.scn.Roles, func(role Role) bool { return role.ID == it.value })
		if i >= 0 && !l.available(e.Action, l.scn.Roles[i].Side) {
			l.warnf(r.elem("by", it.index), "not-available", "", "role %s cannot do %s: the action is in a pack that its side does not take", quoted(it.value), quoted(e.Action))
		}
	}
	return e
}

// question makes a question; per is who answers it where it does not say so.
func (l *loader) question(r *record, per string) Question {
	q := Question{
		ID: r.id(), Kind: r.str("kind"), Prompt: r.text("prompt"), Per: r.strOr("per", per),
	}
	seen := map[string]*record{}
	for _, sub := range r.subs["option"] {
		o := Option{ID: sub.id(), Text: sub.text("text"), Sets: sub.list("sets"), Clears: sub.list("clears")}
		l.checkMilestones(sub)
		if first := seen[o.ID]; first != nil && o.ID != "" {
			other := first.at("id")
			l.add(report{site: sub.at("id"), Severity: SeverityError, code: "duplicate-id", message: "the question has the option " + quoted(o.ID) + " already", other: &other})
		}
		seen[o.ID] = sub
		q.Options = append(q.Options, o)
	}
	choice := q.Kind == "one" || q.Kind == "several"
	switch {
	case choice && len(q.Options) == 0:
		l.errorf(r.at("kind"), "no-options", "write "+r.table.sub("option").header(headerOf(r))+" with id and text below it", "a question of kind %s needs options", quoted(q.Kind))
	case !choice && q.Kind != "" && len(q.Options) > 0:
		l.errorf(r.at("kind"), "options", `write kind = "one" or "several"`, "a question of kind %s has no options", quoted(q.Kind))
	}
	l.scale(r, &q)
	return q
}

func (l *loader) scale(r *record, q *Question) {
	if q.Kind == "scale" {
		q.Min, q.Max = r.number("min", 1), r.number("max", 5)
		if q.Min >= q.Max && !r.wrong["min"] && !r.wrong["max"] {
			key := "max"
			if !r.has(key) {
				key = "min"
			}
			l.errorf(r.at(key), "bad-scale", "", "the scale runs from %d to %d", q.Min, q.Max)
		}
		return
	}
	for _, key := range []string{"min", "max"} {
		if r.has(key) && q.Kind != "" {
			l.warnf(r.key(key), "no-effect", "", "%s has no effect on a question of kind %s", key, quoted(q.Kind))
		}
	}
}
