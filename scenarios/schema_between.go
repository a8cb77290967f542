package scenarios

// The tables of what happens between the sides.

func requestTable() Table {
	return Table{
		Name: "request", Many: true, Scen: true, Pack: true, Kind: kindRequest,
		Doc: "A kind of request for assistance from one side to another: what it must contain, who may send and receive it, how fast it is to be answered, on what grounds it may be refused. Each of its steps is an action, held against stated authorities like any other. From a pack it is there for the sides that take the pack.",
		Example: `[[request]]
id = "preservation-request"
title = "Expedited preservation of stored data"
basis = "Budapest Convention, Art. 29(2)"
class = "preservation"
from = ["contact-point"]
to = ["contact-point"]
sends-as = "request-preservation"
handles-as = "handle-request"
executes-as = "preserve-data"`,
		Keys: []Key{
			idKey("the kind of request"),
			text("title", "What is requested.").required(),
			text("help", "What else one should know before sending it."),
			word("basis", "The legal basis on which it is sent, as one would cite it.").required(),
			word("source", "Where the planner has it from, and how sure that is."),
			word("class", "Under which its timeliness is reported, together with other kinds of the same class.").or("its id"),
			refs("from", "Who may send it: offices, agencies or roles. Others can send it too, and it is recorded that the channel was not theirs.", kindOffice, kindAgency, kindRole).required(),
			refs("to", "Who receives it: offices, agencies or roles.", kindOffice, kindAgency, kindRole).required(),
			ref("sends-as", "The action that sending it is, and withdrawing and closing.", kindAction).required(),
			ref("handles-as", "The action that acknowledging and accepting it is, and passing it on.", kindAction).required(),
			ref("executes-as", "The action that carrying it out is.", kindAction).required(),
			ref("supplements-as", "The action that supplementing it is, and replying to a consultation.", kindAction).or("as `sends-as`"),
			ref("asks-as", "The action that asking for a supplement is, and consulting.", kindAction).or("as `handles-as`"),
			ref("refuses-as", "The action that refusing it is.", kindAction).or("as `handles-as`"),
			ref("postpones-as", "The action that postponing it is.", kindAction).or("as `handles-as`"),
			ref("protects-as", "The action that a protective step is.", kindAction).or("as `executes-as`"),
			ref("updates-as", "The action that an update on status and results is.", kindAction).or("as `handles-as`"),
			yesNo("free-text", "Whether it is written as one text, of which the receiver or control ticks what it contains."),
			enum("clock", "story", "In which time its response times run.", "story", "exercise"),
		},
		Tables: []Table{fieldTable(), timeTable(), groundTable()},
	}
}

func fieldTable() Table {
	return Table{
		Name: "field", Many: true,
		Doc: "Something that the request is to contain.",
		Example: `  [[request.field]]
  id = "addresses"
  title = "IP addresses, each with its port"
  weight = "mandatory"
  check = "ip"
  technical = true`,
		Keys: []Key{
			Key{Name: "id", Type: TypeID, Doc: "How the field is referred to; used once in its kind of request."}.required(),
			text("title", "What is to be stated.").required(),
			text("help", "How it is stated well."),
			enum("weight", "mandatory", "`mandatory`, `conditional` (mandatory while `when` holds) or `desirable`.", WeightMandatory, WeightConditional, WeightDesirable),
			condition("when", "When a conditional field is mandatory."),
			enum("check", "", "What its value is checked for: a `time` with its zone, an `ip` address with its port, a `hash` of a right length, a `period` of two dates.", CheckTime, CheckAddr, CheckHash, CheckPeriod),
			yesNo("technical", "Whether it belongs to the technical minimum, which is scored of its own."),
			yesNo("asks", "Whether it is something that is asked for: the answer is held against these one by one."),
		},
	}
}

// timeKeys are the response times, in a kind of request or over it.
func timeKeys() []Key {
	return []Key{
		duration(TimeAcknowledge, "By when it is to be acknowledged."),
		duration(TimeVerdict, "By when the receiver says whether it is complete, and accepts it, asks for a supplement, or refuses."),
		duration(TimeProtect, "By when a protective step is to be taken."),
		duration(TimeAnswer, "By when the first answer of substance is due."),
		duration(TimeUpdate, "How often an update on status and results is due, once it is accepted."),
	}
}

func timeTable() Table {
	return Table{
		Name: "time", Many: true,
		Doc: "The response times under one urgency, counted from when it was sent. At least one; the first is proposed to whoever sends it.",
		Example: `  [[request.time]]
  urgency = "urgent"
  acknowledge = "2h"
  verdict = "8h"
  protect = "24h"
  answer = "72h"`,
		Keys: append([]Key{
			Key{Name: "urgency", Type: TypeID, Doc: "Its name: `urgent`, `routine`, `emergency`; used once in its kind of request."}.required(),
			text("title", "What players read."),
		}, timeKeys()...),
	}
}

func groundTable() Table {
	return Table{
		Name: "ground", Many: true,
		Doc: "A ground on which it may be refused, in whole or in part, or postponed. A refusal that names one and gives its reasons is a good answer.",
		Example: `  [[request.ground]]
  id = "sovereignty"
  title = "Sovereignty, security, ordre public"`,
		Keys: []Key{
			Key{Name: "id", Type: TypeID, Doc: "How the ground is referred to; used once in its kind of request."}.required(),
			text("title", "The ground.").required(),
			word("basis", "Where it stands, as one would cite it."),
			yesNo("postpone", "Whether it is a ground for postponing, not for refusing."),
		},
	}
}

func responseTable() Table {
	return Table{
		Name: "response", Many: true, Scen: true,
		Doc: "Response times of this scenario for a kind of request, in the place of those that its pack states: what is right in life is often too long, or in a fast story too short, for a table.",
		Example: `[[response]]
request = "preservation-request"
urgency = "urgent"
clock = "exercise"
acknowledge = "6m"
verdict = "10m"
protect = "15m"
answer = "20m"`,
		Keys: append([]Key{
			ref("request", "The kind of request.", kindRequest).required(),
			Key{Name: "urgency", Type: TypeID, Doc: "The urgency; one that the kind does not have is added."}.required(),
			text("title", "What players read."),
			enum("clock", "", "In which time all response times of the kind run.", "story", "exercise"),
		}, timeKeys()...),
	}
}

func hotlineTable() Table {
	return Table{
		Name: "hotline", Many: true, Scen: true, Kind: kindHotline,
		Doc: "An escalation channel between the sides. Opening it asks for the entry test: something urgent, and the lower channel has failed or is too slow. Misuse is recorded, not prevented.",
		Example: `[[hotline]]
id = "cyber-hotline"
title = "Cyber hotline"
basis = "Joint statement of 2015"
scope = "Urgent issues that could not be resolved otherwise."
opens = ["head-of-delegation"]
contacts = ["head-of-delegation"]
answer-within = "3m"
clock = "exercise"
  [[hotline.topic]]
  id = "stuck-request"
  title = "A request that has not been answered in time"
  [[hotline.step]]
  id = "read-back"
  title = "Read back what you have understood"`,
		Keys: []Key{
			idKey("the hotline"),
			text("title", "What it is called.").required(),
			word("basis", "Where it was agreed, as one would cite it."),
			text("scope", "What it is for, for the card.").required(),
			refs("opens", "Who may open it: offices, agencies or roles.", kindOffice, kindAgency, kindRole).required(),
			ref("opens-as", "The action that opening it is, so that it is held against stated authorities.", kindAction),
			refs("contacts", "The points of contact, who answer it: offices, agencies or roles.", kindOffice, kindAgency, kindRole).required(),
			duration("answer-within", "By when it is to be answered.").or("at once, without a clock"),
			enum("clock", "story", "In which time that runs.", "story", "exercise"),
			condition("needed", "When it ought to be used: that it was not is a fault then."),
		},
		Tables: []Table{
			{
				Name: "topic", Many: true,
				Doc: "Something that it is for. Whoever opens it chooses one, or says that it is something else; that is out of scope.",
				Keys: []Key{
					Key{Name: "id", Type: TypeID, Doc: "How the topic is referred to; used once in its hotline."}.required(),
					text("title", "What players read.").required(),
				},
			},
			{
				Name: "step", Many: true,
				Doc: "A step of the procedure, to be ticked off during the call.",
				Keys: []Key{
					Key{Name: "id", Type: TypeID, Doc: "How the step is referred to; used once in its hotline."}.required(),
					text("title", "What is to be done.").required(),
				},
			},
		},
	}
}

func deadlineTable() Table {
	return Table{
		Name: "deadline", Many: true, Scen: true, Kind: kindDeadline,
		Doc: "A legal clock: it starts when a fact is established, and its side sees it run. The ends of powers, approvals and effects run by themselves and need no table.",
		Example: `[[deadline]]
id = "report-in-24h"
title = "Report the case to public security"
side = "birch"
basis = "State Council Regulation 147, Art. 14"
starts = 'milestone("case-known")'
within = "24h"
met = 'acted("report-case", "birch")'`,
		Keys: []Key{
			idKey("the deadline"),
			text("title", "What is to be done.").required(),
			ref("side", "Whose duty it is.", kindSide).required(),
			word("basis", "The legal basis, as one would cite it.").required(),
			word("source", "Where the planner has it from, and how sure that is."),
			condition("starts", "The fact that starts it. What was said or done earlier starts it then.").required(),
			duration("within", "How long it is; the last moment is in time.").required().positive(),
			enum("clock", "story", "In which time it runs.", "story", "exercise"),
			condition("met", "The fact that meets it.").required(),
			ref("objective", "The objective or critical task for which it counts.", kindObjective, kindTask),
		},
	}
}

func commitmentTable() Table {
	return Table{
		Name: "commitment", Many: true, Scen: true, Kind: kindCommitment,
		Doc: "What a side has undertaken. What bears on it during the exercise is proposed to control, who judges it.",
		Example: `[[commitment]]
id = "timely-responses"
title = "Timely responses to requests"
text = "Both sides provide timely responses to requests for information and assistance."
for = 'executed("preservation-request")'
against = 'late("preservation-request")'`,
		Keys: []Key{
			idKey("the commitment"),
			text("title", "Its name.").required(),
			text("text", "What was undertaken, in its words.").required(),
			ref("side", "Who undertook it.", kindSide).or("every side"),
			word("source", "Where it stands."),
			condition("for", "What would speak for its being kept."),
			condition("against", "What would speak against it."),
		},
	}
}

func proposalTable() Table {
	return Table{
		Name: "proposal", Many: true, Scen: true, Kind: kindProposal,
		Doc: "What lies on the table for every side to assess: support, support with changes, defer or decline, with reasons. Players can table others.",
		Example: `[[proposal]]
id = "seminar"
title = "Seminar on network protection"
text = "Experts of both sides meet in August for three days."
when = 'phase("results")'`,
		Keys: []Key{
			idKey("the proposal"),
			text("title", "Its name.").required(),
			text("text", "Its text, which can be amended.").required(),
			ref("by", "The side that tables it.", kindSide).or("nobody in particular"),
			condition("when", "When it is tabled.").or("at STARTEX"),
		},
	}
}

func caseTable() Table {
	return Table{
		Name: "case", Many: true, Scen: true, Kind: kindCase,
		Doc: "What requests, evidence, deadlines and messages belong to. Each side keeps its own account of it; a joint status report is agreed or disputed line by line. Players can open others.",
		Example: `[[case]]
id = "corvane-case"
title = "Theft of turbine designs"`,
		Keys: []Key{
			idKey("the case"),
			text("title", "What it is called on both sides.").required(),
			text("text", "What both sides know of it from the start."),
		},
	}
}

func scoresTable() Table {
	weight := func(name string, def, doc string) Key {
		return Key{Name: name, Type: TypeInteger, Min: 0, Max: 100, Default: def, Doc: doc}
	}
	return Table{
		Name: "scores", Scen: true,
		Doc: "Turns scores on; both sides agreed the scenario, and so that they are scored. The weights are percent of a side's score and add up to 100. A side's scores are its own until all sides have released theirs.",
		Example: `[scores]
timeliness = 30`,
		Keys: []Key{
			weight("timeliness", "30", "How fast it answered."),
			weight("requests", "20", "How good its requests were."),
			weight("responses", "25", "How good its answers were."),
			weight("authority", "15", "Whether it acted on stated authority."),
			weight("channels", "10", "How it used hotlines and kept the other side up to date."),
		},
	}
}
