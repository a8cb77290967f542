package main

// control gathers a control sequence and does what it says at its last byte.
func (g *grid) control(c byte) {
	switch {
	case c >= '0' && c <= '9':
		if g.n == 0 {
			g.n = 1
		}
		if g.n <= len(g.params) {
			g.params[g.n-1] = min(g.params[g.n-1]*10+int(c-'0'), 1<<15)
		}
	case c == ';' || c == ':':
		g.n = max(g.n, 1) + 1
	case c >= '<' && c <= '?':
		g.private = c
	case c >= 0x20 && c <= 0x2f:
		g.middle = c
	case c >= 0x40 && c <= 0x7e:
		g.state = inText
		g.dispatch(c)
	case c == 0x1b:
		g.state = afterEscape
	default:
		g.text(c) // a C0 control inside a sequence acts at once
	}
}

// param is a parameter, or what it is if it was left out or is 0.
func (g *grid) param(i, otherwise int) int {
	if i < len(g.params) && g.params[i] > 0 {
		return g.params[i]
	}
	return otherwise
}

func (g *grid) dispatch(c byte) {
	if g.private != 0 || g.middle != 0 {
		g.mode(c)
		return
	}
	if g.move(c) || g.erase(c) || g.shift(c) {
		return
	}
	switch c {
	case 'm', 'n', 'c', 't', 'l', 'h', 'g', 'q': // looks, questions, modes
	case 's':
		g.savedX, g.savedY = g.x, g.y
	case 'u':
		g.x, g.y = g.savedX, g.savedY
	case 'r':
		g.top, g.bottom = min(g.param(0, 1), g.h)-1, min(g.param(1, g.h), g.h)
		if g.top >= g.bottom {
			g.top, g.bottom = 0, g.h
		}
		g.x, g.y = 0, 0
	case 'b':
		for range min(g.param(0, 1), g.w) {
			g.put(g.last, runeWidth(g.last))
		}
	default:
		g.strange["CSI "+string(rune(c))]++
	}
}

// mode does what a private sequence says. Of those only the alternate screen
// changes texts.
func (g *grid) mode(c byte) {
	if g.private == '?' && (c == 'h' || c == 'l') {
		for i := range min(g.n, len(g.params)) {
			if p := g.params[i]; p == 1049 || p == 1047 || p == 47 {
				g.clear(0, g.w*g.h)
				g.x, g.y = 0, 0
			}
		}
	}
}

// move moves the cursor.
func (g *grid) move(c byte) bool {
	x := min(g.x, g.w-1)
	switch n := g.param(0, 1); c {
	case 'A':
		g.y = max(0, g.y-n)
	case 'B', 'e':
		g.y = min(g.h-1, g.y+n)
	case 'C', 'a':
		x += n
	case 'D':
		x -= n
	case 'E':
		x, g.y = 0, min(g.h-1, g.y+n)
	case 'F':
		x, g.y = 0, max(0, g.y-n)
	case 'G', '`':
		x = n - 1
	case 'H', 'f':
		x, g.y = g.param(1, 1)-1, min(g.h, n)-1
	case 'd':
		g.y = min(g.h, n) - 1
	case 'I':
		x = (x/8 + n) * 8
	case 'Z':
		x = ((x+7)/8 - n) * 8
	default:
		return false
	}
	g.x = max(0, min(x, g.w-1))
	return true
}

// erase makes cells spaces.
func (g *grid) erase(c byte) bool {
	x := min(g.x, g.w-1)
	at, row := g.y*g.w+x, g.y*g.w
	switch {
	case c == 'J' && g.params[0] == 0:
		g.clear(at, g.w*g.h)
	case c == 'J' && g.params[0] == 1:
		g.clear(0, at+1)
	case c == 'J' && g.params[0] == 2:
		g.clear(0, g.w*g.h)
	case c == 'K' && g.params[0] == 0:
		g.clear(at, row+g.w)
	case c == 'K' && g.params[0] == 1:
		g.clear(row, at+1)
	case c == 'K' && g.params[0] == 2:
		g.clear(row, row+g.w)
	case c == 'X':
		g.clear(at, min(at+g.param(0, 1), row+g.w))
	default:
		return c == 'J' || c == 'K' // of what scrolled away
	}
	return true
}

// shift moves what stands in cells and rows.
func (g *grid) shift(c byte) bool {
	n, x := g.param(0, 1), min(g.x, g.w-1)
	row := g.row(g.y)
	switch c {
	case '@':
		n = min(n, g.w-x)
		copy(row[x+n:], row[x:])
		g.clear(g.y*g.w+x, g.y*g.w+x+n)
	case 'P':
		n = min(n, g.w-x)
		copy(row[x:], row[x+n:])
		g.clear((g.y+1)*g.w-n, (g.y+1)*g.w)
	case 'L':
		g.inRegion(-n)
	case 'M':
		g.inRegion(n)
	case 'S':
		g.scroll(g.top, g.bottom, n)
	case 'T':
		g.scroll(g.top, g.bottom, -n)
	default:
		return false
	}
	return true
}

// inRegion deletes n rows from the cursor's on, or inserts -n, if it is in the
// scrolling region.
func (g *grid) inRegion(n int) {
	if g.y >= g.top && g.y < g.bottom {
		g.scroll(g.y, g.bottom, n)
		g.x = 0
	}
}
