"""One program of events under one of three event loops: loops.py default|own|glib URI. Prints what it is told, in order.

`own` is a loop as Python programs write it (selectors, timers in a dictionary), registered with virEventRegisterImpl; `glib` is
GLib's main loop through libvirt-glib, as GTK programs have it.
"""
import selectors
import sys
import time

import libvirt

EVENTS = {selectors.EVENT_READ: libvirt.VIR_EVENT_HANDLE_READABLE, selectors.EVENT_WRITE: libvirt.VIR_EVENT_HANDLE_WRITABLE}


class Default:
    """The library's own loop."""

    def __init__(self):
        libvirt.virEventRegisterDefaultImpl()

    def turn(self):
        """Runs the loop once."""
        libvirt.virEventRunDefaultImpl()


class Own:
    """A program's loop. Callbacks run from turn() alone; frees are asked for as the rules say: not from a removal itself."""

    def __init__(self):
        self.next, self.handles, self.timers, self.freed = 1, {}, {}, []
        libvirt.virEventRegisterImpl(self.add_handle, self.update_handle, self.remove_handle,
                                     self.add_timer, self.update_timer, self.remove_timer)

    def number(self):
        """Returns the next number of a handle or timer."""
        self.next += 1
        return self.next - 1

    def add_handle(self, fd, events, callback, opaque):
        """Is virEventAddHandleFunc."""
        number = self.number()
        self.handles[number] = [fd, events, callback, opaque]
        return number

    def update_handle(self, number, events):
        """Is virEventUpdateHandleFunc."""
        self.handles[number][1] = events

    def remove_handle(self, number):
        """Is virEventRemoveHandleFunc."""
        self.freed.append(self.handles.pop(number)[3])
        return 0

    def add_timer(self, milliseconds, callback, opaque):
        """Is virEventAddTimeoutFunc."""
        number = self.number()
        self.timers[number] = [milliseconds, self.due(milliseconds), callback, opaque]
        return number

    def update_timer(self, number, milliseconds):
        """Is virEventUpdateTimeoutFunc."""
        self.timers[number][:2] = milliseconds, self.due(milliseconds)

    def remove_timer(self, number):
        """Is virEventRemoveTimeoutFunc."""
        self.freed.append(self.timers.pop(number)[3])
        return 0

    @staticmethod
    def due(milliseconds):
        """Returns when a timer is due, or None."""
        return None if milliseconds < 0 else time.monotonic() + milliseconds / 1000

    def turn(self):
        """Runs the loop once: frees what was removed, then handles, then timers."""
        freed, self.freed = self.freed, []
        for opaque in freed:
            libvirt.virEventInvokeFreeCallback(opaque)
        times = [timer[1] for timer in self.timers.values() if timer[1] is not None]
        with selectors.DefaultSelector() as selector:
            watched = {}
            for number, (fd, events, _, _) in self.handles.items():
                wanted = sum(mask for mask, event in EVENTS.items() if events & event)
                if wanted:
                    watched.setdefault(fd, [0, []])
                    watched[fd][0] |= wanted
                    watched[fd][1].append(number)
            for fd, (wanted, numbers) in watched.items():
                selector.register(fd, wanted, numbers)
            wait = max(0, min(times) - time.monotonic()) if times else None
            for key, mask in selector.select(0 if freed else wait):
                for number in key.data:
                    if number in self.handles:
                        fd, events, callback, opaque = self.handles[number]
                        seen = sum(event for bit, event in EVENTS.items() if mask & bit) & events
                        if seen:
                            callback(number, fd, seen, opaque)
        for number, (milliseconds, at, callback, opaque) in list(self.timers.items()):
            if number in self.timers and at is not None and at <= time.monotonic() and self.timers[number][1] == at:
                self.timers[number][1] = self.due(milliseconds)
                callback(number, opaque)


class Glib:
    """GLib's."""

    def __init__(self):
        import gi
        gi.require_version("LibvirtGLib", "1.0")
        from gi.repository import GLib, LibvirtGLib
        LibvirtGLib.event_register()
        self.context = GLib.MainContext.default()

    def turn(self):
        """Runs the loop once."""
        self.context.iteration(True)


class Program:
    """The program of events; each line that it is told is printed."""

    def __init__(self, loop, uri):
        self.loop, self.told, self.uri = loop, [], uri
        self.conn = libvirt.open(uri)
        self.other = libvirt.open(uri)

    def tell(self, *words):
        """Prints a line, and keeps it."""
        self.told.append(words)
        print(*words, flush=True)

    def until(self, count):
        """Turns the loop until so many lines were told in all."""
        while len(self.told) < count:
            self.loop.turn()

    def lifecycle(self, conn, domain, event, detail, opaque):
        """Is told of a domain's state."""
        self.tell("lifecycle", domain.name(), event, detail, opaque)

    def once(self, conn, domain, event, detail, opaque):
        """Is told once: removes itself, and calls the library inside the callback."""
        conn.domainEventDeregisterAny(self.mine)
        self.tell("once", domain.name(), event, conn.lookupByName(domain.name()).state())

    def closed(self, conn, reason, opaque):
        """Is told of the connection's end."""
        self.tell("closed", reason, opaque)

    def run(self):
        """Does everything."""
        domain = self.other.lookupByName("test")
        first = self.conn.domainEventRegisterAny(None, libvirt.VIR_DOMAIN_EVENT_ID_LIFECYCLE, self.lifecycle, "all")
        mine = self.conn.domainEventRegisterAny(self.conn.lookupByName("test"), libvirt.VIR_DOMAIN_EVENT_ID_LIFECYCLE,
                                                self.lifecycle, "mine")
        domain.suspend()
        self.until(2)
        domain.resume()
        domain.destroy()
        self.until(6)
        self.conn.domainEventDeregisterAny(mine)
        self.mine = self.conn.domainEventRegisterAny(self.conn.lookupByName("test"), libvirt.VIR_DOMAIN_EVENT_ID_LIFECYCLE,
                                                     self.once, None)
        domain.create()
        domain.suspend()
        domain.resume()
        self.until(10)
        self.conn.domainEventDeregisterAny(first)
        net = self.conn.networkEventRegisterAny(None, libvirt.VIR_NETWORK_EVENT_ID_LIFECYCLE,
                                                lambda conn, net, *rest: self.tell("network", net.name(), *rest), "net")
        network = self.other.networkLookupByName("default")
        network.destroy()
        network.create()
        self.until(12)
        self.conn.networkEventDeregisterAny(net)
        # Calls of this thread bring events in, too; they wait for the loop.
        again = self.conn.domainEventRegisterAny(None, libvirt.VIR_DOMAIN_EVENT_ID_LIFECYCLE, self.lifecycle, "again")
        domain.suspend()
        domain.resume()
        before = len(self.told)
        self.conn.getHostname()
        print("told by calls", len(self.told) - before)
        self.until(before + 2)
        self.conn.domainEventDeregisterAny(again)
        self.conn.setKeepAlive(1, 5)
        self.conn.registerCloseCallback(self.closed, "here")
        self.conn.unregisterCloseCallback()
        print("close", self.conn.close(), self.other.close())


def main():
    """Runs the program under the loop that the arguments name."""
    loop = {"default": Default, "own": Own, "glib": Glib}[sys.argv[1]]()
    Program(loop, sys.argv[2]).run()


if __name__ == "__main__":
    main()
