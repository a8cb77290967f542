package tui

func waitingSign(st *styles, kind string) (string, style) {
	switch kind {
	case "proposed":
		return "?", st.odd
	case "cued":
		return "☎", st.warn
	case "due", "depends":
		return "●", st.warn
	case "finding":
		return "§", st.accent
	case "outcome":
		return "◎", st.accent
	case "free-text":
		return "»", st.accent
	case "asks":
		return "?", st.odd
	case "approval":
		return "✍", st.odd
	case "commitment":
		return "⚑", st.accent
	}
	return "!", st.warn
}
