package main

import (
	"errors"
	"fmt"
	"net"
	"net/netip"
	"slices"
	"strings"

	"parley/engine/words"
)

// hostNames are the names and addresses by which people reach this computer:
// those given, else those of its network.
func hostNames(given []string) ([]string, error) {
	var out []string
	for _, g := range given {
		name, err := hostName(g)
		if err != nil {
			return nil, usageError{fmt.Errorf("--host: %w", err)}
		}
		if !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	if out == nil {
		out = addresses()
	}
	if out == nil {
		return nil, errors.New("this computer has no address that others could reach: connect it to the network of the room, or name it by --host")
	}
	return out, nil
}

// hostName makes sure that what somebody gave as this computer's name or
// address can stand in a line to type, and gives it in its usual form.
func hostName(given string) (string, error) {
	said := words.HarmlessLine(given)
	host := strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(given), "["), "]")
	if a, err := netip.ParseAddr(host); err == nil {
		return a.String(), nil
	}
	if name, port, err := net.SplitHostPort(given); err == nil {
		return "", fmt.Errorf("%s has a port in it: give %s alone; the port, %s, is --listen's, of slips --port's", said, words.HarmlessLine(name), words.HarmlessLine(port))
	}
	ok := host != "" && len(host) <= 253 && host[0] != '-' && host[0] != '.'
	for _, c := range host {
		ok = ok && (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '.' || c == '-')
	}
	if !ok {
		return "", fmt.Errorf("%q is neither a computer's name nor an address", said)
	}
	return host, nil
}

// addresses are those at which others may reach this computer.
func addresses() []string {
	interfaces, err := net.Interfaces()
	if err != nil {
		return nil
	}
	var found []netip.Addr
	for _, i := range interfaces {
		if i.Flags&net.FlagUp == 0 || ownNetwork(i.Name) {
			continue
		}
		all, err := i.Addrs()
		if err != nil {
			continue
		}
		for _, a := range all {
			if p, err := netip.ParsePrefix(a.String()); err == nil {
				found = append(found, p.Addr().WithZone(""))
			}
		}
	}
	return reachable(found)
}

// ownNetwork reports whether a network is this computer's own: one that only
// programs on it are in.
func ownNetwork(name string) bool {
	for _, own := range [...]string{"docker", "br-", "veth", "virbr", "vboxnet", "vmnet", "vEthernet (WSL", "vEthernet (Default"} {
		if strings.HasPrefix(name, own) {
			return true
		}
	}
	return false
}

// reachable are the addresses that a room could reach, as one types them:
// those of IPv4, which are short; without one those of IPv6; without one those
// that hold on one cable only.
func reachable(all []netip.Addr) []string {
	var four, six, link []string
	for _, a := range all {
		a = a.Unmap()
		switch {
		case a.IsLoopback(), a.IsUnspecified(), a.IsMulticast(), a.IsLinkLocalUnicast() && !a.Is4():
		case a.IsLinkLocalUnicast():
			link = append(link, a.String())
		case a.Is4():
			four = append(four, a.String())
		default:
			six = append(six, a.String())
		}
	}
	for _, some := range [][]string{four, six, link} {
		if some != nil {
			return slices.Compact(some)
		}
	}
	return nil
}
