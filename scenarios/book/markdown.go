package book

import (
	"bytes"
	"html/template"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"

	"parley/engine/words"
)

// Bounds on one text: nobody reads more on paper, and what nests deeper than
// this was not written to be read.
const (
	maxBlock  = 256 << 10
	maxNested = 40
)

// newMarkdown reads Markdown without HTML, links and images: they stay text.
// What a message hides in them is on the paper, and nothing can be loaded or
// followed.
func newMarkdown() goldmark.Markdown {
	reader := parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(parser.NewSetextHeadingParser(), 100),
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(parser.NewListParser(), 300),
			util.Prioritized(parser.NewListItemParser(), 400),
			util.Prioritized(parser.NewCodeBlockParser(), 500),
			util.Prioritized(parser.NewATXHeadingParser(), 600),
			util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
			util.Prioritized(parser.NewBlockquoteParser(), 800),
			util.Prioritized(parser.NewParagraphParser(), 1000),
		),
		parser.WithInlineParsers(
			util.Prioritized(parser.NewCodeSpanParser(), 100),
			util.Prioritized(parser.NewEmphasisParser(), 500),
		),
	)
	return goldmark.New(
		goldmark.WithParser(reader),
		goldmark.WithRendererOptions(
			html.WithXHTML(),
			renderer.WithNodeRenderers(util.Prioritized(own{}, 100)),
		),
		goldmark.WithExtensions(extension.NewTable(extension.WithTableCellAlignMethod(extension.TableCellAlignAttribute))),
	)
}

// markdown turns a text into HTML that can be trusted.
func (p *printer) markdown(text string) template.HTML {
	if len(text) > maxBlock {
		n := maxBlock
		for n > 0 && !utf8.RuneStart(text[n]) {
			n--
		}
		text = text[:n] + "\n\n…"
	}
	text = words.Harmless(text)
	if nested(text) {
		return template.HTML("<pre>" + template.HTMLEscapeString(text) + "</pre>")
	}
	var b bytes.Buffer
	if err := p.md.Convert([]byte(text), &b); err != nil {
		return template.HTML("<pre>" + template.HTMLEscapeString(text) + "</pre>")
	}
	// Once more: a character may have been written as an entity.
	return template.HTML(words.Harmless(b.String()))
}

// nested reports whether a line opens more quotes and lists within each other
// than a reader could follow.
func nested(text string) bool {
	for line := range strings.Lines(text) {
		marks := line[:len(line)-len(strings.TrimLeft(line, "> -*+.)0123456789"))]
		if strings.Count(marks, ">")+strings.Count(marks, " ")/2 > maxNested && strings.Trim(marks, " ") != "" {
			return true
		}
	}
	return false
}

// own draws what goldmark's renderer would draw otherwise.
type own struct{}

func (own) RegisterFuncs(reg renderer.NodeRendererFuncRegisterer) {
	reg.Register(ast.KindHeading, heading)
	reg.Register(ast.KindText, text)
}

// heading keeps a message's headings below those of the page.
func heading(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	tag := "h5"
	if h, ok := n.(*ast.Heading); ok && h.Level == 1 {
		tag = "h4"
	}
	open := "</"
	if entering {
		open = "<"
	}
	_, err := w.WriteString(open + tag + ">")
	return ast.WalkContinue, err
}

// text leaves out the end of a line between two Chinese characters, which are
// not parted by spaces. goldmark's own option for that joins English words
// too.
func text(w util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	n, ok := node.(*ast.Text)
	if !ok || !entering {
		return ast.WalkContinue, nil
	}
	value := n.Segment.Value(source)
	if n.IsRaw() {
		html.DefaultWriter.RawWrite(w, value)
		return ast.WalkContinue, nil
	}
	html.DefaultWriter.Write(w, value)
	switch {
	case n.HardLineBreak():
		_, _ = w.WriteString("<br />\n") // the buffer keeps its error
	case n.SoftLineBreak():
		before, _ := utf8.DecodeLastRune(bytes.TrimRight(value, " "))
		after, _ := utf8.DecodeRune(bytes.TrimLeft(source[n.Segment.Stop:], " \n>"))
		if !util.IsEastAsianWideRune(before) || !util.IsEastAsianWideRune(after) {
			_ = w.WriteByte('\n')
		}
	}
	return ast.WalkContinue, nil
}
