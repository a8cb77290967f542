package scenarios

import (
	"strings"
	"time"
)

// Millis is a span or a moment of exercise time or story time in integer
// milliseconds. Durations in files lie between 0 and 10 years.
type Millis = int64

// Text is a planner's text by language tag ("en", "zh-Hans"). A plain string
// in a file is text in the scenario's language.
type Text map[string]string

// In returns the text for a reader of lang, as [Text.Find] has it.
func (t Text) In(lang string) string {
	s, _ := t.Find(lang)
	return s
}

// Find returns the text for a reader of lang, and the tag that it is under:
// lang itself, else the same language by another tag ("zh" for "zh-Hans"),
// else English, else any, of several the first by tag; both "" for no text.
func (t Text) Find(lang string) (text, tag string) {
	if s, ok := t[lang]; ok {
		return s, lang
	}
	first := func(of func(tag string) bool) (string, bool) {
		best, ok := "", false
		for l := range t {
			if of(l) && (!ok || l < best) {
				best, ok = l, true
			}
		}
		return best, ok
	}
	for _, of := range []func(string) bool{
		func(l string) bool { return SameLanguage(l, lang) },
		func(l string) bool { return SameLanguage(l, "en") },
		func(string) bool { return true },
	} {
		if tag, ok := first(of); ok {
			return t[tag], tag
		}
	}
	return "", ""
}

// SameLanguage reports whether a reader of one language tag reads the other:
// their first parts are the same ("zh" and "zh-Hans").
func SameLanguage(a, b string) bool {
	a, _, _ = strings.Cut(a, "-")
	b, _, _ = strings.Cut(b, "-")
	return strings.EqualFold(a, b)
}

// File is one source file of a scenario or a pack, verbatim, as the record
// keeps it. Name is slash-separated and relative to the scenario's folder;
// the files of a pack are named "pack:ID/file.toml".
type File struct {
	Name    string `json:"name"`
	Content string `json:"content"`
}

// Scenario is what a planner wrote, checked and resolved. It is never changed
// after loading and may be shared.
type Scenario struct {
	ID       string
	Title    Text
	Family   string // cybercrime | malicious-cyber-activity | network-protection
	Style    string // discussion | operations
	Control  string // single | per-side
	Language string // language of plain strings, default "en"
	Summary  Text
	Briefing Text   // for everyone, before STARTEX
	Practice Text   // the practice inject's message; empty: the standard one
	Era      string // "2016"; packs with another era give a warning
	Marking  string // id of the default marking, may be ""

	Phases      []Phase
	Sides       []Side
	Agencies    []Agency
	Roles       []Role
	Targets     []Target
	Actions     []Action    // of the scenario (Side "") and of packs (Side set), in order
	Authorities []Authority // ids are SIDE.ID where they came from a pack
	Injects     []Inject    // in MSEL order; Injects[i].Number == i+1
	Milestones  []Milestone
	Objectives  []Objective
	Personas    []Persona
	Evidence    []Evidence
	Markings    []Marking

	Requests    []RequestKind
	Hotlines    []Hotline
	Deadlines   []Deadline
	Commitments []Commitment
	Proposals   []Proposal
	Cases       []Case
	Scoring     *Scoring // nil: there are no scores

	Files []File // all sources, verbatim, scenario first
}

// Phase is a chapter of the story.
type Phase struct {
	ID       string
	Title    Text
	Story    time.Time // date and hour of the story at which it starts; UTC
	Pace     int64     // story milliseconds per exercise millisecond in play, 1..100000
	Segments []Segment
}

// Kinds of segments that rules speak of.
const (
	SegmentBrief    = "brief" // somebody tells, all listen
	SegmentPlay     = "play"
	SegmentBreakout = "breakout" // each side talks alone
	SegmentPlenary  = "plenary"
	SegmentBreak    = "break"
)

// Segment is a part of a phase with a planned length.
type Segment struct {
	ID     string // given, or PHASE-N with N from 1
	Kind   string // brief | play | breakout | plenary | break
	Title  Text
	Length Millis    // planned, > 0
	Story  time.Time // if not zero, story time leaps here when it starts
	Note   Text      // for control
	// Questions are what the facilitator puts up for discussion.
	Questions []Discussion
}

// Discussion is a question of a segment. In a breakout it is put to each side
// alone, else to the room; Per is "side" always.
type Discussion struct {
	Question
	To   []string // sides; empty: all
	Note Text     // for control
}

// Side is a party to the exercise.
type Side struct {
	ID       string
	Name     Text
	Zone     *time.Location // of its timezone; never nil
	Timezone string         // as written, IANA name
	Profile  []string       // packs, in order
	Briefing Text           // for this side only
	Language string         // default language of its seats, may be ""
	// ClearedBy is the role that clears what the others of the side show to
	// another side; "": nobody needs to.
	ClearedBy string
}

// Agency is a body of a side.
type Agency struct {
	ID      string
	Side    string
	Name    Text
	Offices []string // which offices of packs it fills
}

// Role is a player's seat.
type Role struct {
	ID        string
	Agency    string
	Side      string // derived from the agency
	Title     Text
	Briefing  Text // for this role only
	Legal     bool // is its side's legal adviser
	Alternate string
	Scribe    bool // may record what other roles of its side say
	People    int  // how many may sit there at once at terminals of their own, from 1
}

// Target is something that actions are done to. Side may be "" where it
// belongs to none.
type Target struct {
	ID    string
	Side  string
	Title Text
}

// Action is an entry of the catalogue. Side is "" for all sides, or the side
// whose pack brought it.
type Action struct {
	ID     string
	Side   string
	Title  Text
	Help   Text
	Takes  Millis // exercise time until its outcome is proposed
	Result string // works | in-part | fails | pending; the proposed outcome
	Yields []string
	Sets   []string // milestones set when it is done
	Clears []string
}

// Authority is a power as a side has stated it.
type Authority struct {
	ID            string // SIDE.ID from a pack, else as written
	Side          string
	Title         Text
	Agencies      []string  // that hold it, resolved from held-by
	Basis         string    // the legal basis as cited
	Source        string    // where the planner has it from, and how sure that is
	Says          Text      // what it says, for the card
	Permits       []string  // action ids
	Reaches       []string  // "own", "any", side ids or target ids
	Condition     *Cond     // nil: none
	ConditionText string    // as written
	Approval      string    // "": none, else the office, agency or role that approves
	Approvers     []string  // roles, resolved
	ApprovalLasts Millis    // story time, 0: until used up by ENDEX
	Lasts         Millis    // story time that the effect of an action lasts, 0: no end
	From          time.Time // in force from, zero: always
	Until         time.Time // in force until, exclusive, zero: open
}

// Category of an inject.
const (
	CategoryInject      = "inject"
	CategoryContingency = "contingency"
	CategoryOther       = "other"
)

// Channel values. Phone and in-person injects are cued to a controller, who
// says them aloud.
const (
	ChannelEmail        = "email"
	ChannelPhone        = "phone"
	ChannelNews         = "news"
	ChannelSocial       = "social-media"
	ChannelCable        = "diplomatic-cable"
	ChannelIntelligence = "intelligence-report"
	ChannelCERT         = "cert-alert"
	ChannelInPerson     = "in-person"
	ChannelController   = "controller"
)

// Inject is one event for players.
//
// At most one of At, After, When is set; with none it is delivered by hand.
type Inject struct {
	ID       string
	Number   int // MSEL number, from 1
	Category string
	Phase    string // "" for contingencies that belong to the whole exercise
	Segment  string // segment that At counts from, resolved
	HasAt    bool
	At       Millis
	After    string // id of another inject
	Delay    Millis
	When     *Cond
	WhenText string
	Auto     bool
	Repeat   bool

	Channel string
	From    string   // free text, or the persona's name
	Persona string   // persona id where From named one
	To      []string // as written: role, agency or side ids, or "everyone"
	Roles   []string // resolved addressees, in scenario order
	Marking string

	Content      Content
	Alternatives []Alternative
	Note         Text // for control only
	Sets, Clears []string
	Expects      []Expect
	Questions    []Question
	File         string // file it stands in, for MSEL order
}

// Content is what is delivered.
type Content struct {
	Subject     Text
	Body        Text   // Markdown
	Ask         Text   // what the message asks of its reader
	AskWithin   Millis // by when, from delivery; 0: not said
	Attachments []Attachment
}

// Alternative replaces the content of an inject if its condition is the first
// that holds on delivery. Empty parts are taken from the inject.
type Alternative struct {
	When     *Cond
	WhenText string
	Content  Content
}

// Attachment is a text that comes with an inject.
type Attachment struct {
	Name string
	Text Text
}

// Expect is an expected action. For control only.
type Expect struct {
	Action    string
	By        []string // role ids, resolved; empty: any role
	Target    string   // "": any
	Within    Millis
	Objective string // objective or critical task id, may be ""
	Note      Text
}

// Question is put to the addressees of an inject.
type Question struct {
	ID      string // unique in the scenario; given, or INJECT-qN
	Kind    string // one | several | scale | text
	Prompt  Text
	Options []Option
	Min     int64 // of a scale
	Max     int64
	Per     string // role | side
}

// Option is a choice of a question.
type Option struct {
	ID     string
	Text   Text
	Sets   []string
	Clears []string
}

// Milestone is a named fact that the scenario tracks.
type Milestone struct {
	ID    string
	Title Text
	Set   bool // at STARTEX
}

// Objective is what the exercise wants to see, with its critical tasks.
type Objective struct {
	ID    string
	Title Text
	Tasks []Task
}

// Task is a critical task of an objective.
type Task struct {
	ID    string
	Title Text
}

// Persona is somebody outside the table whom control may speak as.
type Persona struct {
	ID   string
	Name Text
	Note Text // for control
}

// Evidence is what an outcome may yield.
type Evidence struct {
	ID          string
	Title       Text
	Description Text
	Hash        string
	Marking     string
	Certificate Text // the form of certification that a court would ask for
	Limits      Text // what it may be used for
}

// Marking is a TLP label or a classification. Releasable empty means to all
// sides.
type Marking struct {
	ID         string
	Label      string
	Releasable []string
}
