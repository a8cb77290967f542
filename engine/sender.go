package engine

import "parley/scenarios"

// sender is who an inject comes from, in each language in which the scenario
// names them; nil: nobody is named.
func sender(sc *scenarios.Scenario, def *scenarios.Inject) scenarios.Text {
	for i := range sc.Personas {
		if p := &sc.Personas[i]; p.ID == def.Persona && def.Persona != "" {
			return p.Name
		}
	}
	if def.From == "" {
		return nil
	}
	return scenarios.Text{sc.Language: def.From}
}
