package scenarios

import (
	"errors"
	"slices"
	"strings"

	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/file"
	"github.com/expr-lang/expr/parser"
)

const (
	maxCondition      = 4 << 10 // bytes
	maxConditionDepth = 100
)

// ids is what a condition asks about the scenario: what an id names, and what
// options a question has.
type ids interface {
	get(id string, kinds ...string) *entry
	unknownID(s site, intro, id string, kinds, words []string)
	options(question string) []string
}

// condParser turns one condition into a tree of ours. Whatever the language of
// the parser has beyond our facts is refused by name.
type condParser struct {
	*desk
	ids    ids
	where  site
	failed bool
}

// parseCondition returns nil, having said why, if the condition does not hold
// up.
func parseCondition(d *desk, known ids, where site, text string) *Cond {
	p := &condParser{desk: d, ids: known, where: where}
	if len(text) > maxCondition {
		p.fail(0, "", "the condition is longer than 4 KiB")
		return nil
	}
	if at := tooDeep(text); at >= 0 {
		p.fail(at, "", "the condition is nested more than 100 deep")
		return nil
	}
	if at, op := foreignOperator(text); op != "" {
		p.fail(at, "write "+inWords(op), "conditions have no operator %s", op)
		return nil
	}
	tree, err := parser.Parse(text)
	if err != nil {
		p.syntax(err)
		return nil
	}
	c := p.boolean(tree.Node)
	if p.failed {
		return nil
	}
	return c
}

// at is the place of the n-th character of the condition.
func (p *condParser) at(n int) site {
	s := p.where
	s.inside = n + 1
	return s
}

func (p *condParser) fail(n int, hint, format string, args ...any) *Cond {
	p.failed = true
	p.errorf(p.at(n), "bad-condition", hint, format, args...)
	return nil
}

func (p *condParser) syntax(err error) {
	var fe *file.Error
	if !errors.As(err, &fe) {
		p.fail(0, "", "the condition cannot be read: %s", err)
		return
	}
	message := fe.Message
	switch {
	case strings.Contains(message, "token EOF"), strings.Contains(message, "unexpected end"):
		message = "the condition ends too early"
	case strings.Contains(message, "unexpected token"):
		message = "the condition cannot be read from here: " + tokenName(message)
	default:
		message = "the condition cannot be read: " + message
	}
	p.fail(fe.From, `a condition is written like: since("some-inject") > "36m" and not acted("some-action")`, "%s", message)
}

// tokenName takes the quoted value out of `unexpected token Kind("value")`.
func tokenName(message string) string {
	_, rest, ok := strings.Cut(message, `("`)
	if i := strings.LastIndex(rest, `")`); ok && i >= 0 {
		return "unexpected " + quoted(rest[:i])
	}
	return message
}

// boolean turns a node that must be true or false.
func (p *condParser) boolean(n ast.Node) *Cond {
	at := n.Location().From
	switch n := n.(type) {
	case *ast.BoolNode:
		if n.Value {
			return &Cond{Op: CondTrue}
		}
		return &Cond{Op: CondFalse}
	case *ast.UnaryNode:
		return p.not(n)
	case *ast.BinaryNode:
		return p.binary(n)
	case *ast.CallNode:
		return p.call(n)
	case *ast.StringNode:
		return p.fail(at, `ask about it: milestone("…"), delivered("…"), acted("…")`, "the text %s alone is not true or false", quoted(n.Value))
	case *ast.IntegerNode, *ast.FloatNode:
		return p.fail(at, "", "a number has no place in a condition")
	}
	return p.foreign(n)
}

func (p *condParser) not(n *ast.UnaryNode) *Cond {
	if n.Operator != "not" {
		return p.fail(n.Location().From, "there is no arithmetic in conditions", "conditions have no operator %s", n.Operator)
	}
	c := p.boolean(n.Node)
	return &Cond{Op: CondNot, Args: []*Cond{c}}
}

func (p *condParser) binary(n *ast.BinaryNode) *Cond {
	switch n.Operator {
	case "and", "or":
		op := CondAnd
		if n.Operator == "or" {
			op = CondOr
		}
		c := &Cond{Op: op}
		for _, side := range []ast.Node{n.Left, n.Right} {
			arg := p.boolean(side)
			if arg != nil && arg.Op == op {
				c.Args = append(c.Args, arg.Args...)
			} else {
				c.Args = append(c.Args, arg)
			}
		}
		return c
	case "<", "<=", ">", ">=":
		return p.compare(n)
	}
	return p.fail(n.Location().From, "there are and, or, not, <, <=, > and >=", "conditions have no operator %s", n.Operator)
}

// compare turns since(…) > "36m", either way round.
func (p *condParser) compare(n *ast.BinaryNode) *Cond {
	at := n.Location().From
	left, right, op := n.Left, n.Right, n.Operator
	if u, ok := left.(*ast.UnaryNode); ok && u.Operator == "not" {
		return p.fail(u.Location().From, "write not (… "+op+" …)", "not binds to what follows it at once: put the comparison in parentheses")
	}
	if _, ok := left.(*ast.StringNode); ok {
		left, right = right, left
		op = map[string]string{"<": ">", "<=": ">=", ">": "<", ">=": "<="}[op]
	}
	for _, n := range []ast.Node{left, right} {
		if b, ok := n.(*ast.BuiltinNode); ok {
			return p.foreign(b)
		}
	}
	limit, ok := right.(*ast.StringNode)
	if !ok {
		return p.fail(at, `since and elapsed compare with a time such as "36m", so that it is known when it will be so`, "%s compares with something that is not a time", op)
	}
	call, ok := left.(*ast.CallNode)
	if !ok {
		return p.fail(at, `write since("…") or elapsed() on the other side`, "only since and elapsed compare with a time")
	}
	c := p.fact(call, true)
	if c == nil {
		return nil
	}
	millis, err := parseDuration(limit.Value)
	if err != nil {
		reason, hint, _ := strings.Cut(err.Error(), "; ")
		return p.fail(limit.Location().From, hint, "%s %s", quoted(limit.Value), reason)
	}
	c.Op, c.Limit = CondTime, millis
	c.Cmp = map[string]Cmp{"<": CmpLess, "<=": CmpLessEqual, ">": CmpGreater, ">=": CmpGreaterEqual}[op]
	return c
}

func (p *condParser) call(n *ast.CallNode) *Cond { return p.fact(n, false) }

// fact turns a call of a fact, where a time or a truth is wanted.
func (p *condParser) fact(n *ast.CallNode, time bool) *Cond {
	callee, ok := n.Callee.(*ast.IdentifierNode)
	if !ok {
		return p.foreign(n.Callee)
	}
	at := callee.Location().From
	fact := findFact(callee.Value)
	if fact == nil {
		return p.unknownFact(at, callee.Value)
	}
	switch {
	case fact.time && !time:
		return p.fail(at, "write "+fact.name+`(…) > "36m"`, "%s is a time, and must be compared with one", fact.name)
	case !fact.time && time:
		return p.fail(at, "", "%s is true or false, and does not compare with a time", fact.name)
	}
	if len(n.Arguments) < fact.least || !fact.more && len(n.Arguments) > len(fact.args) {
		return p.fail(at, "write "+fact.usage, "%s takes %s, but has %d here", fact.name, fact.arity(), len(n.Arguments))
	}
	c := &Cond{Op: CondFact, Fact: fact.fact}
	for i, arg := range n.Arguments {
		lit, ok := arg.(*ast.StringNode)
		if !ok {
			p.fail(arg.Location().From, "write "+fact.usage, "%s takes ids between quotes", fact.name)
			continue
		}
		kinds := fact.args[min(i, len(fact.args)-1)]
		p.checkID(lit, fact, kinds, c.IDs)
		c.IDs = append(c.IDs, lit.Value)
	}
	if c.Fact == FactMissed && len(c.IDs) > 0 && p.ids.get(c.IDs[0], kindDeadline) != nil {
		c.Fact = FactMissedDeadline
	}
	return c
}

func (p *condParser) checkID(lit *ast.StringNode, f *factSpec, kinds, before []string) {
	s := p.at(lit.Location().From)
	if kinds[0] == kindOption {
		if len(before) == 0 { // the question was no literal
			return
		}
		options := p.ids.options(before[0])
		if !slices.Contains(options, lit.Value) && p.ids.get(before[0], kindQuestion) != nil {
			p.failed = true
			hint := p.spell.meant(lit.Value, options)
			if hint == "" && len(options) > 0 {
				hint = "its options are: " + oneOf(options)
			}
			p.errorf(s, "unknown-id", hint, "the question %s has no option %s", quoted(before[0]), quoted(lit.Value))
		}
		return
	}
	if kinds[0] == kindMark {
		if !slices.Contains(marks(), lit.Value) {
			p.failed = true
			p.errorf(s, "unknown-id", "there are: "+oneOf(marks()), "%s is nothing that can be asked about evidence", quoted(lit.Value))
		}
		return
	}
	e := p.ids.get(lit.Value, kinds...)
	if e == nil {
		p.failed = true
		p.ids.unknownID(s, f.name+" asks about ", lit.Value, kinds, nil)
		return
	}
	if f.fact == FactMissed && e.kind == kindInject && len(e.rec.subs["expect"]) == 0 {
		p.warnf(s, "never", "write [[inject.expect]] below the inject", "inject %s expects no action, so missed is never true", quoted(lit.Value))
	}
}

func (p *condParser) unknownFact(at int, name string) *Cond {
	var names []string
	for _, f := range facts() {
		names = append(names, f.name)
	}
	hint := p.spell.meant(name, names)
	if hint == "" {
		hint = "there are: " + strings.Join(names, ", ")
	}
	return p.fail(at, hint, "conditions have no function %s", quoted(name))
}

// foreign refuses what the parser knows and conditions do not.
func (p *condParser) foreign(n ast.Node) *Cond {
	at := n.Location().From
	switch n := n.(type) {
	case *ast.BuiltinNode:
		return p.unknownFact(at, n.Name)
	case *ast.IdentifierNode:
		if f := findFact(n.Value); f != nil {
			return p.fail(at, "write "+f.usage, "%s asks about something, in parentheses", n.Value)
		}
		return p.fail(at, `an id stands between quotes in a fact: milestone("`+quotedPlain(n.Value)+`")`, "%s means nothing here", quoted(n.Value))
	case *ast.ConditionalNode:
		return p.fail(at, "write and, or, not", "conditions have no ? : and no if")
	case *ast.ArrayNode, *ast.MapNode, *ast.MemberNode, *ast.SliceNode, *ast.ChainNode:
		return p.fail(at, "", "conditions have no lists, tables or members")
	case *ast.VariableDeclaratorNode, *ast.SequenceNode:
		return p.fail(at, "write one condition", "conditions have no variables and no ;")
	case *ast.NilNode:
		return p.fail(at, "", "nil means nothing here")
	}
	return p.fail(at, "", "this has no place in a condition")
}

func quotedPlain(s string) string { return strings.Trim(quoted(s), `"`) }
