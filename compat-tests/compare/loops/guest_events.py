"""Events of a running QEMU guest: guest_events.py URI. QEMU's own monitor events and the domain's, as they come."""
import sys
import threading

import libvirt
import libvirt_qemu

GUEST = """<domain type='qemu'><name>events</name><uuid>6d3b1a54-0c5e-4f8e-9d3e-0d5f2f3c8e11</uuid>
<memory unit='MiB'>64</memory><os><type arch='x86_64' machine='pc'>hvm</type></os><on_reboot>restart</on_reboot>
<devices><memballoon model='virtio'/><disk type='file' device='cdrom'><target dev='hdc' bus='ide'/></disk></devices>
<metadata><x:one xmlns:x='urn:x'/></metadata></domain>"""
IDS = ("LIFECYCLE", "REBOOT", "RTC_CHANGE", "WATCHDOG", "IO_ERROR", "GRAPHICS", "CONTROL_ERROR", "BLOCK_JOB", "DISK_CHANGE", "TRAY_CHANGE",
       "BALLOON_CHANGE", "DEVICE_REMOVED", "TUNABLE", "DEVICE_ADDED", "METADATA_CHANGE", "JOB_COMPLETED")


def main():
    """Starts a guest, moves it through its states, and prints what is told."""
    libvirt.virEventRegisterDefaultImpl()
    conn = libvirt.open(sys.argv[1])
    told, monitor = [], []

    def on_event(conn, domain, *rest):
        # Whether QEMU's own end, or that of its monitor, is seen before it is killed is a race inside the daemon.
        if rest[-1] == "CONTROL_ERROR" or (rest[0] == libvirt.VIR_DOMAIN_EVENT_SHUTDOWN and rest[-1] == "LIFECYCLE"):
            return
        words = [word if isinstance(word, (int, str)) or word is None else "object" for word in rest]
        told.append(words)
        print(rest[-1], domain.name(), *words[:-1], flush=True)

    def on_monitor(conn, domain, event, seconds, micros, details, opaque):
        monitor.append(event)
        print("monitor", opaque, domain.name(), event, details, seconds > 0, flush=True)

    def until(condition):
        while not condition():
            libvirt.virEventRunDefaultImpl()

    def call(function, *arguments):
        """Calls run in a thread of their own, so that the loop goes on."""
        thread = threading.Thread(target=function, args=arguments)
        thread.start()
        while thread.is_alive():
            libvirt.virEventRunDefaultImpl()
        thread.join()

    # The loop must turn at least now and then for the thread's end to be seen.
    libvirt.virEventAddTimeout(50, lambda *_: None, None)
    domain = conn.createXML(GUEST, libvirt.VIR_DOMAIN_START_PAUSED)
    for name in IDS:
        number = getattr(libvirt, f"VIR_DOMAIN_EVENT_ID_{name}")
        conn.domainEventRegisterAny(domain, number, on_event, name)
    register = libvirt_qemu.qemuMonitorEventRegister
    stop = register(conn, None, "STOP", on_monitor, "stop", 0)
    register(conn, domain, "^re(sume|set)$", on_monitor, "regex",
             libvirt_qemu.VIR_CONNECT_DOMAIN_QEMU_MONITOR_EVENT_REGISTER_REGEX
             | libvirt_qemu.VIR_CONNECT_DOMAIN_QEMU_MONITOR_EVENT_REGISTER_NOCASE)
    call(domain.resume)
    until(lambda: "RESUME" in monitor)
    call(domain.suspend)
    until(lambda: "STOP" in monitor)
    call(libvirt_qemu.qemuMonitorEventDeregister, conn, stop)
    call(domain.resume)
    until(lambda: monitor.count("RESUME") == 2)
    # Paused, or the firmware would reset the machine a few times more.
    call(domain.suspend)
    until(lambda: sum(words[-1] == "LIFECYCLE" for words in told) == 4)
    call(domain.reset, 0)
    until(lambda: "RESET" in monitor)
    call(domain.setMetadata, libvirt.VIR_DOMAIN_METADATA_TITLE, "a title", None, None, 0)
    until(lambda: any(words[-1] == "METADATA_CHANGE" for words in told))
    call(domain.destroy)
    until(lambda: any(words[0] == libvirt.VIR_DOMAIN_EVENT_STOPPED and words[-1] == "LIFECYCLE" for words in told))
    print("alive", conn.isAlive())


if __name__ == "__main__":
    main()
