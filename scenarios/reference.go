package scenarios

import (
	"fmt"
	"strings"
)

// Reference is the reference of the format as Markdown, for planners. It is
// made of [Schema], so it says what the loader does.
func Reference() string {
	var b strings.Builder
	b.WriteString(referenceHead)
	scenario, packs := rootTable(false), rootTable(true)
	b.WriteString("\n## Every file\n\n")
	writeKeys(&b, scenario.Keys)
	for i := range scenario.Tables {
		writeTable(&b, &scenario.Tables[i], "", 2)
	}
	writeTable(&b, packs.sub("pack"), "", 2)
	b.WriteString(referenceConditions)
	b.WriteString("\n| fact | holds if, or is |\n| --- | --- |\n")
	for _, f := range facts() {
		fmt.Fprintf(&b, "| `%s` | %s |\n", f.usage, f.doc)
	}
	return b.String()
}

const referenceHead = `# The format of scenarios

This page is made from the program; ` + "`parley check`" + ` holds a scenario against the same table.

A scenario is one ` + "`.toml`" + ` file, or a folder whose ` + "`.toml`" + ` files are read in the order of their names
as if they were one. Folders within it are not read, but an attachment may stand there. Everything has an
**id**, and things refer to each other by their ids; an id is used once in the whole scenario. Spelling
counts: ` + "`Held-By`" + ` is not ` + "`held-by`" + `.

## How values are written

| value | written as |
| --- | --- |
| text | ` + "`\"…\"`" + `, over several lines ` + "`\"\"\"…\"\"\"`" + `, or by language: ` + "`{ en = \"…\", zh-Hans = \"…\" }`" + `. What is longer than a line is Markdown. |
| plain text | between quotes, in one language only |
| id, reference | lower-case letters, digits and single hyphens: ` + "`\"first-days\"`" + ` |
| duration | ` + "`\"45m\"`" + `, ` + "`\"1h30m\"`" + `, ` + "`\"90d\"`" + `; units d, h, m, s, ms, from large to small; at most 3650 days |
| instant | ` + "`2016-04-12T08:00:00Z`" + ` or with an offset, ` + "`2016-04-12T08:00:00-04:00`" + `; a date alone is its midnight in UTC; without quotes |
| condition | an expression between ` + "`'`" + ` and ` + "`'`" + `, see the end of this page |
| list | ` + "`[\"one\", \"two\"]`" + `, also with a single entry |
| boolean | ` + "`true`" + ` or ` + "`false`" + `, without quotes |

A file is at most 16 MiB, a scenario at most 64 MiB, 1,000 files and 100,000 injects.
`

const referenceConditions = `
## Conditions

A condition is made of facts with ` + "`and`" + `, ` + "`or`" + `, ` + "`not`" + ` and parentheses; ` + "`true`" + ` and ` + "`false`" + ` are allowed.
Ids stand between double quotes, so the whole is best written between single ones. ` + "`since`" + ` and ` + "`elapsed`" + ` are
times: they are compared by ` + "`<`, `<=`, `>`, `>=`" + ` with a duration that is written out, so that it is known in
advance when the condition will hold. There is nothing else: no ` + "`==`" + `, no arithmetic, no other functions.

` + "```toml" + `
when = 'since("corvane-reports") > "36m" and not acted("preserve-data")'
` + "```" + `
`

func writeTable(b *strings.Builder, t *Table, parents string, level int) {
	fmt.Fprintf(b, "\n%s %s\n\n%s\n", strings.Repeat("#", level), t.header(parents), t.Doc)
	switch {
	case level > 2:
	case t.Pack && t.Scen:
		b.WriteString("\nStands in scenarios and in packs.\n")
	case t.Pack:
		b.WriteString("\nStands in packs.\n")
	}
	if t.Example != "" {
		b.WriteString("\n```toml\n" + t.Example + "\n```\n")
	}
	b.WriteString("\n")
	writeKeys(b, t.Keys)
	for i := range t.Tables {
		writeTable(b, &t.Tables[i], parents+t.Name+".", min(level+1, 4))
	}
}

func writeKeys(b *strings.Builder, keys []Key) {
	b.WriteString("| key | value | |\n| --- | --- | --- |\n")
	for i := range keys {
		k := &keys[i]
		doc := k.Doc
		if k.Scenario {
			doc += " Not in packs."
		}
		switch {
		case k.Required:
			doc += " **Required.**"
		case k.Default != "" && len(k.Enum) > 0 && !strings.Contains(k.Default, " "):
			doc += " Default: `" + k.Default + "`."
		case k.Default != "":
			doc += " Default: " + k.Default + "."
		}
		fmt.Fprintf(b, "| `%s` | %s | %s |\n", k.Name, strings.ReplaceAll(k.describe(), "|", "\\|"), strings.ReplaceAll(doc, "|", "\\|"))
	}
}

// describe says what a value may be.
func (k *Key) describe() string {
	what := string(k.Type)
	var parts []string
	for _, w := range k.Words {
		parts = append(parts, "`"+w+"`")
	}
	parts = append(parts, k.Ref...)
	switch {
	case len(k.Enum) > 0:
		for _, v := range k.Enum {
			parts = append(parts, "`"+v+"`")
		}
		what = listed(parts)
	case k.Type == TypeRef:
		what = "id: " + listed(parts)
	case k.Type == TypeString:
		what = "plain text"
	case k.Type == TypePeriod:
		what = "list of one or two instants"
	case k.Type == TypeInteger && k.Max != 0 && k.Min != k.Max:
		what = fmt.Sprintf("whole number, %d to %d", k.Min, k.Max)
	case k.Type == TypeInteger:
		what = "whole number"
	}
	if k.List {
		what = "list of " + strings.TrimPrefix(what, "id: ")
	}
	return what
}
