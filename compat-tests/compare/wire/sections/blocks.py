"""Snapshots, checkpoints, backups and block jobs of a qemu guest with qcow2 disks."""

import libvirt

from lib.definitions import checkpoint, guest, raw_disk, snapshot


def run(s):
    """The guest stays paused: nothing changes but what is asked for."""
    conn = s.open(s.qemu_uri)
    disks = raw_disk(f"{s.scratch}/one.qcow2", "vda", "qcow2") + raw_disk(f"{s.scratch}/two.qcow2", "vdb", "qcow2")
    dom = s(conn, "defineXML", guest(devices=disks))
    s(dom, "createWithFlags", libvirt.VIR_DOMAIN_START_PAUSED)
    snapshots(s, dom)
    checkpoints(s, dom)
    jobs(s, dom)
    s(dom, "destroy")
    s(dom, "undefineFlags", libvirt.VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA | libvirt.VIR_DOMAIN_UNDEFINE_CHECKPOINTS_METADATA)
    del dom
    s.close(conn)


def snapshots(s, dom):
    """Internal ones."""
    one = s(dom, "snapshotCreateXML", snapshot("one"), 0)
    two = s(dom, "snapshotCreateXML", snapshot("two"), libvirt.VIR_DOMAIN_SNAPSHOT_CREATE_ATOMIC)
    s(dom, "snapshotCreateXML", "<domainsnapshot/", 0)
    s.each(dom, [("snapshotNum", 0), ("snapshotListNames", 0), ("listAllSnapshots", 0), ("hasCurrentSnapshot", 0),
                 ("snapshotCurrent", 0), ("snapshotLookupByName", "one", 0), ("snapshotLookupByName", "none", 0)],
           mask="sorted")
    for snap in (one, two):
        s.each(snap, [("getParent", 0), ("numChildren", 0), ("listChildrenNames", 0), ("listAllChildren", 0),
                      ("isCurrent", 0), ("hasMetadata", 0)])
        s(snap, "getXMLDesc", 0, mask="all")
    s(dom, "revertToSnapshot", one, libvirt.VIR_DOMAIN_SNAPSHOT_REVERT_PAUSED)
    s(two, "delete", 0)
    s(one, "delete", libvirt.VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN)


def checkpoints(s, dom):
    """Bitmaps, and a pull-mode backup."""
    one = s(dom, "checkpointCreateXML", checkpoint("check1"), 0)
    two = s(dom, "checkpointCreateXML", checkpoint("check2"), 0)
    s(dom, "checkpointCreateXML", "<x/>", 0)
    s.each(dom, [("listAllCheckpoints", 0), ("checkpointLookupByName", "check1", 0), ("checkpointLookupByName", "none", 0)],
           mask="sorted")
    for check in (one, two):
        s.each(check, ["getName", ("getParent", 0), ("listAllChildren", 0)])
        s(check, "getXMLDesc", libvirt.VIR_DOMAIN_CHECKPOINT_XML_NO_DOMAIN)
    backup = (f"<domainbackup mode='pull'><server transport='unix' socket='{s.scratch}/nbd.sock'/><disks>"
              f"<disk name='vda' backup='yes' type='file'><scratch file='{s.scratch}/scratch.qcow2'/></disk>"
              "<disk name='vdb' backup='no'/></disks></domainbackup>")
    s(dom, "backupBegin", backup, None, 0)
    s(dom, "backupGetXMLDesc", 0, mask="all")
    s(dom, "abortJob")
    # The backup ends after the call.
    s.until(s.qemu_uri, "golden", lambda dom: dom.jobInfo()[0] == libvirt.VIR_DOMAIN_JOB_NONE)
    s(two, "delete", 0)
    s(one, "delete", 0)


def jobs(s, dom):
    """Block jobs: copy, commit, pull, rebase."""
    s(dom, "blockJobInfo", "vda", 0, mask="shape")
    copy = f"<disk type='file'><source file='{s.scratch}/copy.qcow2'/><driver type='qcow2'/></disk>"
    s(dom, "blockCopy", "vda", copy, {"bandwidth": 1048576, "granularity": 65536},
      libvirt.VIR_DOMAIN_BLOCK_COPY_REUSE_EXT | libvirt.VIR_DOMAIN_BLOCK_COPY_TRANSIENT_JOB)
    s(dom, "blockJobInfo", "vda", 0, mask="shape")
    s(dom, "blockJobSetSpeed", "vda", 10, 0)
    s(dom, "blockJobAbort", "vda", 0)
    s(dom, "blockRebase", "vdb", f"{s.scratch}/none", 0, 0)
    s(dom, "blockPull", "vdb", 0, 0)
    # There is nothing to pull, so the job ends by itself.
    s.until(s.qemu_uri, "golden", lambda dom: not dom.blockJobInfo("vdb", 0))
    s(dom, "blockCommit", "vdb", None, None, 0, 0)
    s(dom, "blockJobAbort", "vdb", libvirt.VIR_DOMAIN_BLOCK_JOB_ABORT_ASYNC)
    external = (f"<disks><disk name='vdb' snapshot='external'><driver type='qcow2'/><source file='{s.scratch}/over.qcow2'/>"
                "</disk><disk name='vda' snapshot='no'/></disks>")
    s(dom, "snapshotCreateXML", snapshot("ext", external), libvirt.VIR_DOMAIN_SNAPSHOT_CREATE_DISK_ONLY |
      libvirt.VIR_DOMAIN_SNAPSHOT_CREATE_NO_METADATA)
    s(dom, "blockCommit", "vdb", None, None, 0, libvirt.VIR_DOMAIN_BLOCK_COMMIT_ACTIVE)
    s(dom, "blockJobInfo", "vdb", 0, mask="shape")
    s(dom, "blockJobAbort", "vdb", 0)
