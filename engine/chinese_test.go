package engine

import (
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"parley/scenarios"
)

// inTwo is a planner's text in English and, where this test knows it, Chinese.
func inTwo(english string) scenarios.Text {
	text := scenarios.Text{"en": english}
	names := map[string]string{
		"Alder": "阿尔德", "Birch": "比尔奇", "Police": "警方", "Court": "法院", "Corvane": "科尔万公司", "Mistwood": "雾林公司",
		"Preserve data": "保全数据", "Search premises": "搜查场所", "Preservation": "数据保全令", "Search warrant": "搜查令",
		"Summons": "传票", "Old power": "旧职权", "New power": "新职权", "First days": "最初几日", "Alder Police": "阿尔德警方",
		"Alder Justice": "阿尔德检察机关", "Mistwood Hosting": "雾林托管公司", "Order a provider to preserve data": "要求服务商保全数据",
		"Preservation letter": "保全通知书", "Warrant": "搜查令", "Files copied out": "文件被复制外传",
	}
	if s, ok := names[english]; ok {
		text["zh-Hans"] = s
	}
	return text
}

// inChinese gives a scenario its names in Chinese too.
func inChinese(sc *scenarios.Scenario) {
	for i := range sc.Sides {
		sc.Sides[i].Name = inTwo(sc.Sides[i].Name["en"])
	}
	for i := range sc.Agencies {
		sc.Agencies[i].Name = inTwo(sc.Agencies[i].Name["en"])
	}
	for i := range sc.Targets {
		sc.Targets[i].Title = inTwo(sc.Targets[i].Title["en"])
	}
	for i := range sc.Actions {
		sc.Actions[i].Title = inTwo(sc.Actions[i].Title["en"])
	}
	for i := range sc.Authorities {
		sc.Authorities[i].Title = inTwo(sc.Authorities[i].Title["en"])
	}
}

// fillIn gives every part of an event a value: a code where it holds one.
func fillIn(v reflect.Value, yes bool) {
	codes := map[string]string{
		"SegmentKind": "play", "Why": WhyHand, "Status": ExpectLate, "What": "action", "How": VerdictUncited,
		"Verdict": VerdictWithin, "Standing": StandingConfirmed, "Result": ResultInPart, "Step": "protect",
		"OffChannel": "sender", "Faults": FaultOverBroad, "Causes": MisuseRole,
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			code, ok := codes[v.Type().Field(i).Name]
			switch f := v.Field(i); {
			case ok && f.Kind() == reflect.String:
				f.SetString(code)
				continue
			case ok && f.Type() == reflect.TypeFor[[]string]():
				f.Set(reflect.ValueOf([]string{code}))
				continue
			}
			fillIn(v.Field(i), yes)
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), maxListed+3, maxListed+3))
		for i := range v.Len() {
			fillIn(v.Index(i), yes)
		}
	case reflect.Map:
		v.Set(reflect.ValueOf(map[string]string{"zh-Hans": "某"}))
	case reflect.String:
		v.SetString("某")
	case reflect.Bool:
		v.SetBool(yes)
	case reflect.Int, reflect.Int64:
		v.SetInt(7)
	}
}

// Whatever happens is told in Chinese without a word of English, but for what
// is called so.
func TestEveryEventIsToldInChinese(t *testing.T) {
	t.Parallel()
	english := regexp.MustCompile(`[A-Za-z]{2,}`)
	v, _ := New(tellScenario(), 1).View(SeatControl)
	for _, kind := range kinds(t) {
		for _, yes := range []bool{false, true} {
			e := &Event{Stamp: Stamp{T: 8, Seat: "某", By: "bot", How: HowSpoken}, Body: newBody(kind)}
			fillIn(reflect.ValueOf(e.Body).Elem(), yes)
			if b, ok := e.Body.(*Agreed); ok {
				b.What = AgreeEndex
			}
			if b, ok := e.Body.(*ProposalAssessed); ok {
				b.Verdict = SupportFull
			}
			got := v.Tell(e, "zh-Hans")
			if got == "" || english.MatchString(strings.ReplaceAll(got, "UTC", "")) || strings.ContainsAny(got, ",;{}[]()") {
				t.Errorf("%s is told as %q", kind, got)
			}
		}
	}
}

func TestTellInChinese(t *testing.T) {
	t.Parallel()
	x := tale(t)
	for seat, want := range map[string]string{
		SeatControl: `演练开始
推演开始：最初几日
report “文件被复制外传” → 阿尔德
alder-cyber：要求服务商保全数据 → 雾林托管公司，援引保全通知书
对 alder-a1 的认定（暂定）：所声明的保全通知书未涵盖雾林托管公司（比尔奇）
预期行动已完成：要求服务商保全数据（alder-a1）
对 alder-a1 的认定（已更正）：所声明的保全通知书未涵盖雾林托管公司（比尔奇）：“Mistwood is abroad.”
alder-cyber 向 alder-law 申请批准：搜查场所 → 雾林托管公司，依搜查令：［已清除］（机器人）
alder-law 批准 alder-p1（搜查场所）（口头、于 T+00:01:45 提出）
birch-cyber：“We call ␛[31mMistwood␛[0m”
提议结果：alder-a1（要求服务商保全数据），成功
结果：alder-a1（要求服务商保全数据），失败：“The provider …”
作出裁决，致阿尔德、比尔奇：“Birch answers.”，理由：“No time left.”
alder-cyber → control：“Who is on duty?”
alder-cyber 向比尔奇披露：行动“要求服务商保全数据”
control 清除一段文字：“A real name.”
时钟已暂停
`,
		"birch-cyber": `演练开始
推演开始：最初几日
birch-cyber：“We call ␛[31mMistwood␛[0m”
作出裁决，致阿尔德、比尔奇：“Birch answers.”，理由：“No time left.”
阿尔德向比尔奇披露：行动“要求服务商保全数据”
时钟已暂停
`,
	} {
		v, _ := x.View(seat)
		if got := told(v, "zh-Hans"); got != want {
			t.Errorf("%s is told:\n%swant:\n%s", seat, got, want)
		}
	}
	v, _ := x.View(SeatControl)
	var got []string
	for _, w := range v.Waiting() {
		got = append(got, v.TellWaiting(w, "zh-Hans"))
	}
	want := []string{"这属于哪项行动？birch-cyber：“We call ␛[31mMistwood␛[0m”", "alder-cyber 询问主控：“Who is on duty?”"}
	if !slices.Equal(got, want) {
		t.Errorf("waiting:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
