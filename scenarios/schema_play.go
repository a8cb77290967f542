package scenarios

// The tables of play: what is done, on what authority, and what is put in
// front of people.

func actionTable() Table {
	return Table{
		Name: "action", Many: true, Scen: true, Pack: true, Kind: kindAction,
		Doc: "Something that a role can do. In a scenario it is there for every side, in a pack for the sides that take the pack.",
		Example: `[[action]]
id = "preserve-data"
title = "Order a provider to preserve stored data"
takes = "5m"
result = "works"
yields = ["frozen-server-image"]`,
		Keys: append([]Key{
			idKey("the action"),
			text("title", "What is done, starting with a verb; players find it by these words.").required(),
			text("help", "What else a player should know before doing it."),
			duration("takes", "Exercise time until its outcome is proposed.").or("at once"),
			enum("result", "works", "The outcome that is proposed to control.", "works", "in-part", "fails", "pending"),
			refs("yields", "The evidence that it gives to the side, if it works.", kindEvidence),
		}, setsAndClears("when it is done")...),
	}
}

func authorityTable() Table {
	return Table{
		Name: "authority", Many: true, Scen: true, Pack: true, Kind: kindAuthority,
		Doc: "A power as a side has stated it. Actions are held against these; what is not stated here counts as not stated, not as forbidden. From a pack its id in the record is `SIDE.ID`.",
		Example: `[[authority]]
id = "preservation"
title = "Preservation of stored data"
held-by = ["investigator", "prosecutor"]
basis = "18 U.S.C. § 2703(f)"
permits = ["preserve-data"]
reaches = ["own"]
lasts = "90d"
# approval = "prosecutor"
# approval-lasts = "14d"
# in-force = [2015-01-01, ""]
# condition = 'milestone("case-filed")'`,
		Keys: []Key{
			idKey("the authority"),
			text("title", "Its name on the card that players read.").required(),
			refs("held-by", "Who has the power: offices in a pack, agencies or offices in a scenario.", kindOffice, kindAgency).required(),
			ref("side", "The side that states it. Needed where `held-by` names offices.", kindSide).scenarioOnly(),
			word("basis", "The legal basis, as one would cite it.").required(),
			word("source", "Where the planner has it from, and how sure that is."),
			text("says", "What it says, in a few sentences, for the card."),
			refs("permits", "The actions that it permits.", kindAction).required(),
			refs("reaches", "Where: `own` is what belongs to the side itself, `any` is everywhere; or particular sides and targets.", kindSide, kindTarget).words("own", "any").required(),
			condition("condition", "What must be so for the power to exist at all."),
			ref("approval", "Whose approval is needed before: an office, an agency or a role of the same side.", kindOffice, kindAgency, kindRole),
			duration("approval-lasts", "Story time for which an approval holds.").or("to the end of the exercise"),
			duration("lasts", "Story time for which the effect of what was done holds; a preservation of `\"90d\"`.").or("no end"),
			{Name: "in-force", Type: TypePeriod, Doc: "From when, and until when (not included). `\"\"` leaves an end open: `[2018-05-25]`, `[\"\", 2020-07-16]`."},
		},
	}
}

func milestoneTable() Table {
	return Table{
		Name: "milestone", Many: true, Scen: true, Pack: true, Kind: kindMilestone,
		Doc: "A named fact that the scenario tracks. Injects, actions and answers set and clear it; conditions ask for it.",
		Example: `[[milestone]]
id = "case-filed"
title = "A case has been filed"`,
		Keys: []Key{
			idKey("the milestone"),
			text("title", "The fact as a sentence.").required(),
			yesNo("set", "Whether it is so from the start."),
		},
	}
}

func evidenceTable() Table {
	return Table{
		Name: "evidence", Many: true, Scen: true, Pack: true, Kind: kindEvidence,
		Doc: "What the outcome of an action may yield. How it was obtained goes with it.",
		Example: `[[evidence]]
id = "frozen-server-image"
title = "Image of the rented server"
description = "Taken while the machine was running."`,
		Keys: []Key{
			idKey("the evidence"),
			text("title", "What it is.").required(),
			text("description", "What can be seen from it."),
			word("hash", "Its hash, for show."),
			text("certificate", "The form of certification that a court would ask for: what must be stated, by whom it is signed."),
			text("limits", "What it may be used for, and for what not."),
			ref("marking", "Its marking.", kindMarking),
		},
	}
}

func packTable() Table {
	return Table{
		Name: "pack", Pack: true,
		Doc: "Makes a file, or a folder of files, a pack: authorities and actions for offices, which sides of any scenario can take as their profile. Beside it only actions, authorities, requests, evidence and milestones stand there.",
		Example: `format = 1

[pack]
id = "us-2016"
title = "United States federal law, 2016"
era = "2016"`,
		Keys: []Key{
			{Name: "id", Type: TypeID, Required: true, Doc: "The pack's name. The file is called the same, or the folder."},
			text("title", "What it holds.").required(),
			word("era", "The year or period whose law it gives."),
			text("note", "For planners: where it is from, what was left out."),
		},
	}
}

func injectTable() Table {
	return Table{
		Name: "inject", Many: true, Scen: true, Kind: kindInject,
		Doc: "One event for players. With `at` it falls due on the clock, with `after` so long after another, with `when` it is proposed to the facilitator once its condition holds; with none of these it is delivered by hand.",
		Example: `[[inject]]
id = "corvane-reports"
phase = "first-days"
at = "2m"
channel = "phone"
from = "Corvane Turbines, security officer"
to = ["alder-cyber"]
subject = "Design files copied out"
body = """
We found **41 GB** leaving the drawing office since Friday.
"""
ask = "Tell Corvane within the hour what to keep."

[[inject]]
id = "logs-gone"
channel = "email"
to = ["alder"]
subject = "The provider's logs are gone"
when = 'since("corvane-reports") > "36m" and not acted("preserve-data")'`,
		Keys: append([]Key{
			idKey("the inject"),
			enum("category", "contingency with `when`, else inject", "What it counts as in the MSEL.", CategoryInject, CategoryContingency, CategoryOther),
			ref("phase", "The phase that it belongs to. Needed with `at`.", kindPhase),
			ref("segment", "The segment from whose start `at` counts.", kindSegment).or("the phase's first segment of play"),
			duration("at", "When it falls due, counted from the start of its segment."),
			ref("after", "The inject after whose delivery it falls due.", kindInject),
			duration("delay", "How long after.").or("at once"),
			condition("when", "The condition that makes it proposed."),
			yesNo("auto", "Whether it is delivered unasked as soon as its condition holds."),
			yesNo("repeat", "Whether it is proposed again each time its condition becomes true. Otherwise once."),
			enum("channel", "", "How it reaches people. A controller says `phone` and `in-person` aloud, or hands it over; `controller` is for control alone to act on.",
				ChannelEmail, ChannelPhone, ChannelNews, ChannelSocial, ChannelCable, ChannelIntelligence, ChannelCERT, ChannelInPerson, ChannelController).required(),
			word("from", "Who it comes from: a persona's id, or any text."),
			refs("to", "Who gets it: roles, agencies, sides, or `everyone`.", kindRole, kindAgency, kindSide).words("everyone").required(),
			ref("marking", "Its marking.", kindMarking).or("the scenario's"),
		}, append(contentKeys(true), append([]Key{
			text("note", "For control only: what it is for, what to look out for."),
		}, setsAndClears("when it is delivered")...)...)...),
		Tables: []Table{attachmentTable(), expectTable(), questionTable(), alternativeTable()},
	}
}

func contentKeys(own bool) []Key {
	subject := text("subject", "Its first line.")
	subject.Required = own
	keys := []Key{
		subject,
		text("body", "The text, in Markdown."),
		text("ask", "What it asks of its reader. Players see it."),
		duration("ask-within", "By when, counted from delivery. Players see it."),
	}
	if !own {
		for i := range keys {
			keys[i].Default = "the inject's"
		}
	}
	return keys
}

func attachmentTable() Table {
	return Table{
		Name: "attachment", Many: true,
		Doc: "A text that comes with it.",
		Example: `  [[inject.attachment]]
  name = "netflow.csv"
  file = "attachments/netflow.csv"`,
		Keys: []Key{
			word("name", "What it is called.").required(),
			text("text", "The text itself. Either this or `file`."),
			word("file", "A file of UTF-8 text inside the scenario's folder that holds it; not a `.toml` file."),
		},
	}
}

func expectTable() Table {
	return Table{
		Name: "expect", Many: true,
		Doc: "What the planner expects to be done after the inject. For control only; players never see it.",
		Example: `  [[inject.expect]]
  action = "preserve-data"
  by = ["alder-cyber"]
  within = "15m"
  objective = "timely-preservation"`,
		Keys: []Key{
			ref("action", "What is expected.", kindAction).required(),
			refs("by", "The roles of whom it is expected.", kindRole).or("any role"),
			ref("target", "What it is to be done to.", kindTarget).or("anything"),
			duration("within", "By when, counted from delivery; the last moment is in time.").required(),
			ref("objective", "The objective or critical task for which it counts.", kindObjective, kindTask),
			text("note", "For control and evaluators."),
		},
	}
}

func questionTable() Table {
	return Table{
		Name: "question", Many: true, Kind: kindQuestion,
		Doc: "A question to those who get the inject.",
		Example: `  [[inject.question]]
  id = "go-public"
  kind = "one"
  prompt = "Do you go public now?"
    [[inject.question.option]]
    id = "yes"
    text = "Yes, today"
    sets = ["public"]
    [[inject.question.option]]
    id = "no"
    text = "Not yet"`,
		Keys: append(questionKeys("INJECT-q1, INJECT-q2, …"),
			enum("per", "role", "Whether each role answers, or each side once.", "role", "side")),
		Tables: []Table{optionTable()},
	}
}

// discussionTable are the questions of a segment.
func discussionTable() Table {
	return Table{
		Name: "question", Many: true, Kind: kindQuestion,
		Doc: "A discussion question of the segment, which the facilitator puts. In a breakout each side talks it over alone, and its answer stays its own until the side reports it in plenary; in any other segment it is put to the room.",
		Example: `  [[phase.segment.question]]
  id = "who-decides"
  kind = "text"
  prompt = "Who decides whether the plant is shut down, and who must be asked before?"
  note = "Listen for the works council."`,
		Keys: append(questionKeys("SEGMENT-q1, SEGMENT-q2, …"),
			refs("to", "The sides that it is put to.", kindSide).or("all"),
			text("note", "For control only: what to listen for, how to help a table that is stuck.")),
		Tables: []Table{optionTable()},
	}
}

// questionKeys are what every question has.
func questionKeys(id string) []Key {
	return []Key{
		{Name: "id", Type: TypeID, Default: id, Doc: "How the question is referred to."},
		enum("kind", "", "`one` or `several` of its options, a number on a `scale`, or free `text`.", "one", "several", "scale", "text").required(),
		text("prompt", "The question.").required(),
		{Name: "min", Type: TypeInteger, Min: -1000000, Max: 1000000, Default: "1", Doc: "The lowest number of a scale."},
		{Name: "max", Type: TypeInteger, Min: -1000000, Max: 1000000, Default: "5", Doc: "The highest number of a scale."},
	}
}

func optionTable() Table {
	return Table{
		Name: "option", Many: true,
		Doc: "A choice of the question.",
		Keys: append([]Key{
			Key{Name: "id", Type: TypeID, Doc: "How the option is referred to; used once in its question."}.required(),
			text("text", "What players read.").required(),
		}, setsAndClears("when somebody chooses it")...),
	}
}

func alternativeTable() Table {
	return Table{
		Name: "alternative", Many: true,
		Doc: "Other content for the inject if a condition holds when it is delivered. The first that holds is taken; what it leaves out is as in the inject.",
		Example: `  [[inject.alternative]]
  when = 'acted("preserve-data")'
  subject = "The provider has kept everything"`,
		Keys: append([]Key{
			condition("when", "The condition.").required(),
		}, contentKeys(false)...),
		Tables: []Table{attachmentTable()},
	}
}
