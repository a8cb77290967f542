package scenarios

// Type is what a key's value is written as.
type Type string

// The types of values.
const (
	TypeID        Type = "id"        // defines an id
	TypeRef       Type = "reference" // the id of something else
	TypeString    Type = "string"
	TypeText      Type = "text"
	TypeDuration  Type = "duration"
	TypeInstant   Type = "instant"
	TypePeriod    Type = "period"
	TypeInteger   Type = "integer"
	TypeBoolean   Type = "boolean"
	TypeCondition Type = "condition"
	TypeZone      Type = "time zone"
)

// What an id can name, beside the names of tables.
const (
	kindScenario   = "scenario"
	kindPhase      = "phase"
	kindSegment    = "segment"
	kindSide       = "side"
	kindAgency     = "agency"
	kindRole       = "role"
	kindTarget     = "target"
	kindAction     = "action"
	kindAuthority  = "authority"
	kindMilestone  = "milestone"
	kindObjective  = "objective"
	kindTask       = "task"
	kindPersona    = "persona"
	kindEvidence   = "evidence"
	kindMarking    = "marking"
	kindInject     = "inject"
	kindQuestion   = "question"
	kindRequest    = "request"
	kindHotline    = "hotline"
	kindDeadline   = "deadline"
	kindCommitment = "commitment"
	kindProposal   = "proposal"
	kindCase       = "case"
	kindOffice     = "office" // no table: what an agency fills
)

// Table is one table of the format.
type Table struct {
	Name    string // the last part of its header
	Doc     string
	Example string  // TOML
	Many    bool    // written as [[name]], any number of times
	Kind    string  // what its ids name, "" if they are not of the scenario's namespace
	Pack    bool    // may stand in a pack
	Scen    bool    // may stand in a scenario
	Keys    []Key   // in the order in which they are explained
	Tables  []Table // nested in it
}

// Key is one key of a table.
type Key struct {
	Name     string
	Type     Type
	List     bool
	Required bool
	Enum     []string // the only values
	Ref      []string // kinds of thing that it may name
	Words    []string // words that it may hold instead of a reference
	Default  string   // as explained; "" for none
	Min, Max int64    // of an integer, if Max is not 0
	Positive bool     // a duration of nothing is a mistake
	Scenario bool     // not in packs
	Doc      string
}

// find returns the key of that name.
func (t *Table) find(name string) *Key {
	for i := range t.Keys {
		if t.Keys[i].Name == name {
			return &t.Keys[i]
		}
	}
	return nil
}

// sub returns the nested table of that name.
func (t *Table) sub(name string) *Table {
	for i := range t.Tables {
		if t.Tables[i].Name == name {
			return &t.Tables[i]
		}
	}
	return nil
}

// header is how the table is written below the given parents.
func (t *Table) header(parents string) string {
	if t.Many {
		return "[[" + parents + t.Name + "]]"
	}
	return "[" + parents + t.Name + "]"
}

// Schema is the format as data: every table with its keys. It drives decoding
// and its messages, [Reference] and [JSONSchema]. Each call returns a copy of
// its own.
func Schema() []Table {
	return []Table{
		scenarioTable(), phaseTable(),
		sideTable(), agencyTable(), roleTable(), targetTable(),
		actionTable(), authorityTable(), milestoneTable(), evidenceTable(), markingTable(),
		requestTable(), responseTable(), hotlineTable(), deadlineTable(), commitmentTable(), proposalTable(), caseTable(), scoresTable(),
		objectiveTable(), personaTable(), injectTable(),
		packTable(),
	}
}

// rootTable is a file: what stands above its first header, and its tables.
func rootTable(pack bool) *Table {
	root := &Table{
		Scen: true, Pack: true,
		Keys: []Key{{
			Name: "format", Type: TypeInteger, Required: true, Min: 1, Max: 1,
			Doc: "The version of the format; `1`. The first line of every file.",
		}},
	}
	for _, t := range Schema() {
		if pack && t.Pack || !pack && t.Scen {
			root.Tables = append(root.Tables, t)
		}
	}
	return root
}

// key builders keep the tables below readable.

func idKey(what string) Key {
	return Key{
		Name: "id", Type: TypeID, Required: true,
		Doc: "How " + what + " is referred to: lower-case letters, digits and single hyphens, at most 64 characters; used once in the whole scenario.",
	}
}

func text(name, doc string) Key { return Key{Name: name, Type: TypeText, Doc: doc} }

func word(name, doc string) Key { return Key{Name: name, Type: TypeString, Doc: doc} }

func duration(name, doc string) Key { return Key{Name: name, Type: TypeDuration, Doc: doc} }

func yesNo(name, doc string) Key {
	return Key{Name: name, Type: TypeBoolean, Default: "false", Doc: doc}
}

func condition(name, doc string) Key { return Key{Name: name, Type: TypeCondition, Doc: doc} }

func ref(name, doc string, kinds ...string) Key {
	return Key{Name: name, Type: TypeRef, Ref: kinds, Doc: doc}
}

func refs(name, doc string, kinds ...string) Key {
	return Key{Name: name, Type: TypeRef, List: true, Ref: kinds, Doc: doc}
}

func enum(name, def, doc string, values ...string) Key {
	return Key{Name: name, Type: TypeString, Enum: values, Default: def, Doc: doc}
}

func (k Key) required() Key {
	k.Required = true
	return k
}

func (k Key) list() Key {
	k.List = true
	return k
}

func (k Key) words(w ...string) Key {
	k.Words = w
	return k
}

func (k Key) scenarioOnly() Key {
	k.Scenario = true
	return k
}

func (k Key) positive() Key {
	k.Positive = true
	return k
}

func (k Key) or(def string) Key {
	k.Default = def
	return k
}

func setsAndClears(when string) []Key {
	return []Key{
		refs("sets", "Milestones that become set "+when+".", kindMilestone),
		refs("clears", "Milestones that are no longer set "+when+".", kindMilestone),
	}
}
