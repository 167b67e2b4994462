// Lists what a connection has, and leads a guest from its definition to its end. Argument: a URI, test:///default without one.
//
//	GO111MODULE=off GOPATH=/usr/share/gocode go run example.go
package main

import (
	"fmt"
	"log"
	"os"

	libvirt "github.com/libvirt/libvirt-go"
)

const guestXML = `<domain type='test'>
  <name>example</name>
  <memory unit='MiB'>64</memory>
  <os><type>hvm</type></os>
</domain>`

var states = map[libvirt.DomainState]string{
	libvirt.DOMAIN_RUNNING: "running",
	libvirt.DOMAIN_PAUSED:  "paused",
	libvirt.DOMAIN_SHUTOFF: "shut off",
}

// must ends the program when a call failed.
func must[T any](value T, err error) T {
	if err != nil {
		log.Fatal(err)
	}
	return value
}

func state(domain *libvirt.Domain) string {
	state, _, err := domain.GetState()
	return states[must(state, err)]
}

func activity(active bool, err error) string {
	if must(active, err) {
		return "active"
	}
	return "inactive"
}

func list(conn *libvirt.Connect) {
	for _, domain := range must(conn.ListAllDomains(0)) {
		info := must(domain.GetInfo())
		fmt.Printf("domain %s: %s, %d KiB, %d CPUs\n", must(domain.GetName()), state(&domain), info.MaxMem, info.NrVirtCpu)
		domain.Free()
	}
	for _, network := range must(conn.ListAllNetworks(0)) {
		fmt.Printf("network %s: %s\n", must(network.GetName()), activity(network.IsActive()))
		network.Free()
	}
	for _, pool := range must(conn.ListAllStoragePools(0)) {
		fmt.Printf("pool %s: %s\n", must(pool.GetName()), activity(pool.IsActive()))
		pool.Free()
	}
}

func lead(conn *libvirt.Connect) {
	guest := must(conn.DomainDefineXML(guestXML))
	defer guest.Free()
	fmt.Printf("%s defined: %s\n", must(guest.GetName()), state(guest))
	for _, step := range []struct {
		name string
		take func() error
	}{{"create", guest.Create}, {"suspend", guest.Suspend}, {"resume", guest.Resume}, {"destroy", guest.Destroy}} {
		if err := step.take(); err != nil {
			log.Fatal(step.name, ": ", err)
		}
		fmt.Printf("%s %s: %s\n", must(guest.GetName()), step.name, state(guest))
	}
	if err := guest.Undefine(); err != nil {
		log.Fatal(err)
	}
}

func main() {
	uri := "test:///default"
	if len(os.Args) > 1 {
		uri = os.Args[1]
	}
	conn := must(libvirt.NewConnect(uri))
	defer conn.Close()
	fmt.Printf("%s at %s\n", must(conn.GetType()), must(conn.GetURI()))
	list(conn)
	lead(conn)
	if _, err := conn.LookupDomainByName("example"); err != nil {
		if known, ok := err.(libvirt.Error); ok {
			fmt.Printf("error %d: %s\n", known.Code, known.Message)
		}
	}
}
