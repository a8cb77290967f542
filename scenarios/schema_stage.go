package scenarios

// The tables of the stage: the scenario itself, its phases, who is in it.

func scenarioTable() Table {
	return Table{
		Name: "scenario", Scen: true, Kind: kindScenario,
		Doc: "The scenario itself. Stands once, in one of the scenario's files.",
		Example: `[scenario]
id = "quiet-lathe"
title = { en = "Quiet Lathe", fr = "Tour silencieux" }
family = "cybercrime"
style = "operations"
era = "2016"
summary = "Design files leave a turbine maker; the trail leads through a hosting firm abroad."`,
		Keys: []Key{
			idKey("the scenario"),
			text("title", "What the exercise is called on every screen and page.").required(),
			enum("family", "", "What the exercise is about.", "cybercrime", "malicious-cyber-activity", "network-protection").required(),
			enum("style", "operations", "`discussion` is a tabletop proper: modules, questions, breakouts, injects mostly by hand. In `operations` the clock drives.", "discussion", "operations"),
			enum("control", "single", "Who runs it: one facilitator who sees everything, or a controller for each side and a lead who sees only what crosses or is released.", "single", "per-side"),
			word("language", "The language of all text that is written as a plain string, as a tag: `en`, `zh-Hans`.").or("en"),
			text("summary", "Two or three sentences for whoever chooses a scenario."),
			text("briefing", "What everybody reads before STARTEX."),
			text("practice", "The message of the practice inject, with which players try their seats before STARTEX. A standard one, if left out."),
			word("era", "The year or period whose law the scenario assumes (`\"2016\"`). A pack of another era gives a warning."),
			ref("marking", "The marking of everything that bears none of its own.", kindMarking),
		},
	}
}

func phaseTable() Table {
	return Table{
		Name: "phase", Many: true, Scen: true, Kind: kindPhase,
		Doc: "A chapter of the story. Phases follow each other as they stand in the files.",
		Example: `[[phase]]
id = "first-days"
title = "First days"
story = 2016-04-12T08:00:00Z
pace = 1`,
		Keys: []Key{
			idKey("the phase"),
			text("title", "Its name in the header of every screen.").required(),
			Key{Name: "story", Type: TypeInstant, Doc: "Date and hour of the story at which it starts. Never before the preceding phase's."}.required(),
			{Name: "pace", Type: TypeInteger, Min: 1, Max: 100000, Default: "1", Doc: "How many minutes of the story pass in one minute of play."},
		},
		Tables: []Table{{
			Name: "segment", Many: true, Kind: kindSegment,
			Doc: "A part of a phase with a planned length, which counts down.",
			Example: `  [[phase.segment]]
  kind = "play"
  length = "45m"`,
			Keys: []Key{
				{Name: "id", Type: TypeID, Default: "PHASE-1, PHASE-2, …", Doc: "How the segment is referred to."},
				enum("kind", "", "`brief` tells, `play` is played, in a `breakout` each side talks among itself, in `plenary` all talk, `break` is a break.", "brief", "play", "breakout", "plenary", "break").required(),
				text("title", "Its name, where the kind alone does not say enough."),
				duration("length", "How long it is planned to take.").required().positive(),
				{Name: "story", Type: TypeInstant, Doc: "Where the story leaps to when the segment starts. Within its phase."},
				text("note", "For control only: how to lead it, what to look out for."),
			},
			Tables: []Table{discussionTable()},
		}},
	}
}

func sideTable() Table {
	return Table{
		Name: "side", Many: true, Scen: true, Kind: kindSide,
		Doc: "A party to the exercise: a government, a company, a team.",
		Example: `[[side]]
id = "alder"
name = "Republic of Alder"
timezone = "America/New_York"
profile = ["us-2016"]`,
		Keys: []Key{
			idKey("the side"),
			text("name", "Its full name.").required(),
			Key{Name: "timezone", Type: TypeZone, Doc: "The zone in which its people read the story's time, by its IANA name: `Europe/Paris`, `Asia/Shanghai`, `UTC`."}.required(),
			{Name: "profile", Type: TypeString, List: true, Doc: "The packs of authorities and actions that it takes, by id from the library, or as a path that starts with `./`, `../` or `/`."},
			text("briefing", "What its people read before STARTEX, and nobody else."),
			word("language", "The language in which its seats start."),
			ref("cleared-by", "The role, such as a head of delegation, that must clear what the side's other roles show to another side.", kindRole),
		},
	}
}

func agencyTable() Table {
	return Table{
		Name: "agency", Many: true, Scen: true, Kind: kindAgency,
		Doc: "A body of a side. It holds authorities, and its roles act on them.",
		Example: `[[agency]]
id = "alder-police"
side = "alder"
name = "Alder Federal Police"
office = ["investigator"]`,
		Keys: []Key{
			idKey("the agency"),
			ref("side", "The side that it belongs to.", kindSide).required(),
			text("name", "Its full name.").required(),
			word("office", "The offices that it fills in the packs of its side: `investigator`, `prosecutor`, `central-authority`.").list(),
		},
	}
}

func roleTable() Table {
	return Table{
		Name: "role", Many: true, Scen: true, Kind: kindRole,
		Doc: "A player's seat.",
		Example: `[[role]]
id = "alder-cyber"
agency = "alder-police"
title = "Duty officer, cyber division"
briefing = "You answer for the first hour."`,
		Keys: []Key{
			idKey("the role"),
			ref("agency", "The agency that it belongs to.", kindAgency).required(),
			text("title", "What the person is.").required(),
			text("briefing", "What only this role reads before STARTEX."),
			yesNo("legal-adviser", "Whether findings of its side wait for this role to confirm or correct them."),
			ref("alternate", "Who decides in its place when the seat is empty.", kindRole),
			yesNo("scribe", "Whether this role may record what its side's other roles say or hand in on paper."),
			{Name: "people", Type: TypeInteger, Min: 1, Max: 20, Default: "1", Doc: "How many people may sit there at once, each at a terminal of their own. One of them has the pen; the others suggest."},
		},
	}
}

func targetTable() Table {
	return Table{
		Name: "target", Many: true, Scen: true, Kind: kindTarget,
		Doc: "Something that actions are done to: a firm, a server, an account.",
		Example: `[[target]]
id = "mistwood"
side = "birch"
title = "Mistwood Hosting"`,
		Keys: []Key{
			idKey("the target"),
			ref("side", "The side in whose territory or hands it is. Leave it out for what belongs to none.", kindSide),
			text("title", "What it is called.").required(),
		},
	}
}

func personaTable() Table {
	return Table{
		Name: "persona", Many: true, Scen: true, Kind: kindPersona,
		Doc: "Somebody outside the table for whom control speaks.",
		Example: `[[persona]]
id = "corvane-security"
name = "Rosa Lindqvist, security officer of Corvane Turbines"
note = "Knows less than she thinks. Wants to call the press."`,
		Keys: []Key{
			idKey("the persona"),
			text("name", "Name and position, as players see them.").required(),
			text("note", "How to play her or him; for control only."),
		},
	}
}

func objectiveTable() Table {
	return Table{
		Name: "objective", Many: true, Scen: true, Kind: kindObjective,
		Doc: "What the exercise is to show, for the evaluators and the report.",
		Example: `[[objective]]
id = "preservation"
title = "Volatile data is preserved before it is gone"
  [[objective.task]]
  id = "timely-preservation"
  title = "Order preservation within the hour"`,
		Keys: []Key{
			idKey("the objective"),
			text("title", "The objective in one sentence.").required(),
		},
		Tables: []Table{{
			Name: "task", Many: true, Kind: kindTask,
			Doc: "A critical task: what is observed and rated under the objective.",
			Keys: []Key{
				idKey("the task"),
				text("title", "The task in one sentence.").required(),
			},
		}},
	}
}

func markingTable() Table {
	return Table{
		Name: "marking", Many: true, Scen: true, Kind: kindMarking,
		Doc: "A TLP label or a classification, and to whom what bears it may be released.",
		Example: `[[marking]]
id = "tlp-amber"
label = "TLP:AMBER"
releasable = ["alder"]`,
		Keys: []Key{
			idKey("the marking"),
			word("label", "What is shown.").required(),
			refs("releasable", "The sides that may see it. Leave it out for all.", kindSide),
		},
	}
}
