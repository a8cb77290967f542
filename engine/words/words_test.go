package words_test

import (
	"slices"
	"strings"
	"testing"

	"parley/engine/words"
)

func TestSay(t *testing.T) {
	t.Parallel()
	type args = map[string]string
	for _, c := range []struct {
		name, lang, code string
		args             args
		want             string
	}{
		{"plain", "en", "state.held", nil, "held"},
		{"a language that there is no file of", "eo", "state.held", nil, "held"},
		{"a region", "en-GB", "state.held", nil, "held"},
		{"an argument", "en", "refusal.no-such-target", args{"target": "t9"}, "There is no target t9: choose one from the list, or leave it out."},
		{"an argument that is a code", "en", "event.outcome-proposed", args{"act": "a1", "result": "in-part"}, "outcome proposed: a1 works in part"},
		{"an argument that is no code any more", "en", "event.outcome-proposed", args{"act": "a1", "result": "odd"}, "outcome proposed: a1 odd"},
		{
			"a form", "en", "refusal.wrong-moment",
			args{"op": "act", "life": "planned"},
			"“Act” is not possible before STARTEX: the exercise has to be started first.",
		},
		{"a form that there is no line of", "en", "refusal.wrong-state", args{"inject": "x", "state": "due"}, "x is due: this can't be done with it now."},
		{"a form by name", "en", "cause.lapsed.approval", args{"authority": "A"}, "the approval under A had lapsed"},
		{"the same form by its argument", "en", "cause.lapsed", args{"authority": "A", "what": "approval"}, "the approval under A had lapsed"},
		{"a form for want of an argument", "en", "cause.none-cited", nil, "no authority was cited"},
		{"optional parts left out", "en", "event.acted", args{"who": "r", "action": "Do", "target": "", "authorities": ""}, "r: Do"},
		{"optional parts", "en", "event.acted", args{"who": "r", "action": "Do", "target": "T", "authorities": "A, B"}, "r: Do → T, citing A, B"},
		{"brackets that are not optional", "en", "tell.expunged", nil, "[expunged]"},
		{"an argument that is missing shows", "en", "event.released", nil, "released: {inject}"},
		{"arguments are not templates", "en", "event.released", args{"inject": "{who} [x]"}, "released: {who} [x]"},
		{"Chinese", "zh-Hans", "state.held", nil, "搁置"},
		{"Chinese of another region", "zh-CN", "state.held", nil, "搁置"},
		{"Chinese without a region", "zh", "state.held", nil, "搁置"},
		{"Chinese in characters that there is no file of", "zh-Hant", "state.held", nil, "搁置"},
		{"a Latin argument stands apart in Chinese", "zh-Hans", "event.withdrawn", args{"who": "alder-cyber", "act": "a1", "text": ""}, "alder-cyber 收回 a1"},
		{"a Chinese one does not", "zh-Hans", "event.withdrawn", args{"who": "审判长", "act": "第一项", "text": ""}, "审判长收回第一项"},
		{"a number in Chinese", "zh-Hans", "event.chose-alternative", args{"inject": "x", "n": "2"}, "x：按备选内容 2 发送"},
		{"what stands in an argument is left alone", "zh-Hans", "tell.quoted", args{"text": "我们查封server"}, "“我们查封server”"},
		{"a form in Chinese", "zh-Hans", "cause.lapsed", args{"authority": "搜查令", "what": "approval"}, "搜查令项下的批准当时已失效"},
		{"an argument that is a code, in Chinese", "zh-Hans", "event.outcome-proposed", args{"act": "a1", "result": "in-part"}, "提议结果：a1，部分成功"},
		{"optional parts left out in Chinese", "zh-Hans", "event.ruled", args{"item": "", "to": "", "text": "“x”", "reason": ""}, "作出裁决：“x”"},
		{"an unknown code in Chinese", "zh-Hans", "refusal.no-such-code", nil, "refusal.no-such-code"},
		{"an unknown code", "en", "refusal.no-such-code", nil, "refusal.no-such-code"},
		{"an unknown namespace", "en", "odd", nil, "odd"},
		{"no code", "en", "", nil, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if got := words.Say(c.lang, c.code, c.args); got != c.want {
				t.Errorf("Say(%q, %q) = %q, want %q", c.lang, c.code, got, c.want)
			}
		})
	}
}

func spaces() []string {
	return []string{
		"refusal", "event", "op", "cond", "cause", "finding", "waits", "tell", "verdict", "standing", "result", "state", "why", "waiting",
		"expect", "approval", "channel", "segment", "life", "how", "obtained", "item", "status", "step",
		"agree", "clearance", "call", "urgent", "lower", "misuse", "line", "request", "rstep", "time", "deadline", "off-channel", "fault", "weight", "check", "score",
		"way", "support", "proposal",
	}
}

// A table is typed by hand: what it can't say is a mistake in it.
func TestTables(t *testing.T) {
	t.Parallel()
	for _, space := range spaces() {
		codes := words.Codes(space)
		if len(codes) == 0 {
			t.Errorf("%s: no codes", space)
		}
		sorted := slices.Sorted(slices.Values(codes))
		if len(slices.Compact(sorted)) != len(codes) {
			t.Errorf("%s: a code stands twice", space)
		}
		for _, code := range codes {
			args := map[string]string{}
			for _, p := range words.Placeholders(code) {
				args[p] = "x"
			}
			got := words.Say("en", code, args)
			if got == code || strings.TrimSpace(got) == "" || strings.ContainsAny(got, "{}") {
				t.Errorf("%s says %q", code, got)
			}
			if !words.Has(code) {
				t.Errorf("%s is not there", code)
			}
			if space == "refusal" && !strings.HasSuffix(got, ".") {
				t.Errorf("%s is not a sentence: %q", code, got)
			}
		}
	}
}

func BenchmarkSay(b *testing.B) {
	args := map[string]string{"who": "alder-cyber", "action": "Order", "target": "Mistwood", "authorities": ""}
	for b.Loop() {
		words.Say("en", "event.acted", args)
	}
}
