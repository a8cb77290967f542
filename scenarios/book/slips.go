package book

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"io"
	"strconv"
	"strings"

	"parley/scenarios"
)

// SlipsMark stands near the beginning of every page that [PrintSlips] wrote, as
// [Mark] on those of [Print].
const SlipsMark = `<meta name="generator" content="parley slips" />`

// Slip is what one seat's people need to join at a terminal of their own.
type Slip struct {
	Seat string // a role's id, or a seat of the staff: "observer/alder"
	Code string // as it is to be read: "7K2M-QX4P-9DTR"
}

// SlipsOptions are what the slips of one exercise have in common.
type SlipsOptions struct {
	Lang        string   // tag of a language; "": of each seat's side, else the scenario's
	Hosts       []string // names and addresses of the host, the best first; one at least
	Port        int      // 22 is not written
	Fingerprint string   // of the host's key: "SHA256:…"
}

// SSHLine is what one types to join a seat.
func SSHLine(seat, host string, port int) string {
	if port == 22 {
		return "ssh " + seat + "@" + host
	}
	return "ssh -p " + strconv.Itoa(port) + " " + seat + "@" + host
}

// forgetLine makes ssh forget the key of a host.
func forgetLine(host string, port int) string {
	if port == 22 {
		return `ssh-keygen -R ` + host
	}
	return `ssh-keygen -R "[` + host + "]:" + strconv.Itoa(port) + `"`
}

// joinSlip is one cut-out.
type joinSlip struct {
	Lang, Exercise, Marking  string
	Whom, Over, Seat, Code   string
	Fingerprint              string
	Line, Forget             string
	Others                   []string // further lines to try
	People                   int      // of a role that several may take
	Staff, Wall, Leads, Does bool
	Tight                    bool // it says more than most, and still shares a page
}

// PrintSlips writes a page of HTML with a cut-out for each slip: who sits
// there, and how somebody joins who has never used ssh. A slip says nothing of
// any other seat. The error says which slip is of no seat of the scenario, or
// what w said.
func PrintSlips(w io.Writer, sc *scenarios.Scenario, slips []Slip, opt SlipsOptions) error {
	if len(opt.Hosts) == 0 {
		return errors.New("no name and no address of the host is known")
	}
	css, err := files.ReadFile("page.css")
	if err != nil {
		return err
	}
	own, err := files.ReadFile("joining.css")
	if err != nil {
		return err
	}
	lang := opt.Lang
	if lang == "" {
		lang = sc.Language
	}
	page := struct {
		Lang, Title string
		Style       template.CSS
		Slips       []template.HTML
	}{Lang: lang, Title: newPrinter(sc, lang).line(sc.Title), Style: template.CSS(string(css) + string(own))}
	sets := map[string]*slipSet{}
	for _, slip := range slips {
		lang := opt.Lang
		if lang == "" {
			lang = seatLanguage(sc, slip.Seat)
		}
		if sets[lang] == nil {
			if sets[lang], err = newSlipSet(sc, lang); err != nil {
				return err
			}
		}
		out, err := sets[lang].slip(slip, &opt)
		if err != nil {
			return err
		}
		page.Slips = append(page.Slips, out)
	}
	set, err := newSlipSet(sc, lang)
	if err != nil {
		return err
	}
	var b bytes.Buffer // whole or not at all
	if err := set.ExecuteTemplate(&b, "joining", page); err != nil {
		return err
	}
	_, err = b.WriteTo(w)
	return err
}

// seatLanguage is the language in which the people of a seat start.
func seatLanguage(sc *scenarios.Scenario, seat string) string {
	_, side, _ := strings.Cut(seat, "/")
	if r := find(sc.Roles, func(r *scenarios.Role) bool { return r.ID == seat }); r != nil {
		side = r.Side
	}
	if s := find(sc.Sides, func(s *scenarios.Side) bool { return s.ID == side }); s != nil && s.Language != "" {
		return s.Language
	}
	return sc.Language
}

// slipSet makes slips in one language.
type slipSet struct {
	*printer
	*template.Template
}

func newSlipSet(sc *scenarios.Scenario, lang string) (*slipSet, error) {
	p := newPrinter(sc, lang)
	t, err := template.New("").Funcs(template.FuncMap{
		"t":    p.t,
		"mark": func() template.HTML { return template.HTML(SlipsMark) },
	}).ParseFS(files, "joining.html")
	return &slipSet{p, t}, err
}

func (s *slipSet) slip(slip Slip, opt *SlipsOptions) (template.HTML, error) {
	j := joinSlip{
		Lang: s.lang, Exercise: s.line(s.sc.Title), Marking: s.marking(""), Seat: slip.Seat, Code: slip.Code,
		Fingerprint: opt.Fingerprint, Line: SSHLine(slip.Seat, opt.Hosts[0], opt.Port), Forget: forgetLine(opt.Hosts[0], opt.Port),
	}
	for _, host := range opt.Hosts[1:] {
		j.Others = append(j.Others, SSHLine(slip.Seat, host, opt.Port))
	}
	if r := s.role(slip.Seat); r != nil {
		j.Whom, j.Over, j.People = s.line(r.Title), s.sideName(r.Side)+" · "+s.agencyName(r.Agency), max(1, r.People)
	} else if !s.staff(&j) {
		return "", fmt.Errorf("%s has no seat %q", s.sc.ID, slip.Seat)
	}
	j.Tight = j.Staff || j.People > 1 || len(j.Others) > 0
	var b bytes.Buffer
	err := s.ExecuteTemplate(&b, "slip", &j)
	return template.HTML(b.String()), err
}

// staff fills what a slip says of a seat of the staff, and reports whether it
// is one.
func (s *slipSet) staff(j *joinSlip) bool {
	kind, side, ofSide := strings.Cut(j.Seat, "/")
	j.Staff, j.Over = true, s.t("staff of the exercise")
	if ofSide {
		if find(s.sc.Sides, func(o *scenarios.Side) bool { return o.ID == side }) == nil {
			return false
		}
		j.Over += " · " + s.sideName(side)
	}
	perSide := s.sc.Control == "per-side"
	switch {
	case kind == "control" && ofSide:
		j.Whom, j.Leads = s.t("Controller of a side"), true
	case kind == "control" && perSide:
		j.Whom, j.Leads = s.t("Lead facilitator"), true
	case kind == "control":
		j.Whom, j.Leads = s.t("Facilitator"), true
	case kind == "simulator":
		j.Whom, j.Does = s.t("Simulator"), true
	case kind == "evaluator":
		j.Whom = s.t("Evaluator")
	case kind == "observer":
		j.Whom = s.t("Observer")
	case j.Seat == "projector":
		j.Whom, j.Wall = s.t("The screen on the wall"), true
	default:
		return false
	}
	return true
}
