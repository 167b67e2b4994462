/* Calls on a domain: strings, lists, lookups, snapshots and checkpoints. */
#include "client.h"

#define D on.dom
static const char *mounts[] = { "/" };

TEXT(os_type, virDomainGetOSType(D))
TEXT(dom_xml, virDomainGetXMLDesc(D, 0))
TEXT(dom_hostname, virDomainGetHostname(D, 0))
TEXT(dom_metadata, virDomainGetMetadata(D, VIR_DOMAIN_METADATA_TITLE, NULL, 0))
TEXT(backup_xml, virDomainBackupGetXMLDesc(D, 0))
TEXT(managed_xml, virDomainManagedSaveGetXMLDesc(D, 0))
TEXT(agent, virDomainQemuAgentCommand(D, "{}", -1, 0))
NUMBER(is_active, virDomainIsActive(D))
NUMBER(is_persistent, virDomainIsPersistent(D))
NUMBER(is_updated, virDomainIsUpdated(D))
NUMBER(vcpus_flags, virDomainGetVcpusFlags(D, 0))
NUMBER(max_vcpus_dom, virDomainGetMaxVcpus(D))
NUMBER(has_save, virDomainHasManagedSaveImage(D, 0))
NUMBER(freeze, virDomainFSFreeze(D, mounts, 1, 0))
NUMBER(thaw, virDomainFSThaw(D, mounts, 1, 0))
NUMBER(create, virDomainCreate(D))
NUMBER(create_flags, virDomainCreateWithFlags(D, 1))
NUMBER(rename_dom, virDomainRename(D, "other", 0))
NUMBER(agent_timeout, virDomainAgentSetResponseTimeout(D, 1, 0))
NUMBER(suspend, virDomainSuspend(D))
NUMBER(abort_job, virDomainAbortJob(D))
NUMBER(migrate_to_uri3, virDomainMigrateToURI3(D, "test+ssh://peer.invalid/default", NULL, 0, VIR_MIGRATE_PEER2PEER))
OBJECT(migrate3, virDomainPtr, virDomainMigrate3(D, on.conn, NULL, 0, 0), virDomainGetName, virDomainFree)

CALL(max_memory)
{
    o->failed = virDomainGetMaxMemory(D) == 0 && virGetLastError();
}

CALL(scheduler_type)
{
    int nparams = 0;
    text(o, virDomainGetSchedulerType(D, &nparams));
    if (!o->failed && nparams < 0)
        bad(o, "%d parameters", nparams);
}

CALL(monitor)
{
    char *result = NULL;
    int rc = virDomainQemuMonitorCommand(D, "{}", &result, 0);
    if (number(o, rc) != !!result)
        bad(o, "status %d and result %s", rc, result ? "there" : "NULL");
    if (result)
        block(o, result, strlen(result) + 1);
    free(result);
}

#define STRUCT(id, type, call) \
    CALL(id) \
    { \
        type *value = room(sizeof(*value)); \
        number(o, call); \
        fence(o, value, sizeof(*value)); \
    }
STRUCT(dom_info, virDomainInfo, virDomainGetInfo(D, value))
STRUCT(control_info, virDomainControlInfo, virDomainGetControlInfo(D, value, 0))
STRUCT(job_info, virDomainJobInfo, virDomainGetJobInfo(D, value))
STRUCT(block_info, virDomainBlockInfo, virDomainGetBlockInfo(D, "vda", value, 0))
STRUCT(block_job, virDomainBlockJobInfo, virDomainGetBlockJobInfo(D, "vda", value, 0))
STRUCT(block_stats, virDomainBlockStatsStruct, virDomainBlockStats(D, "vda", value, sizeof(*value)))
STRUCT(interface_stats, virDomainInterfaceStatsStruct, virDomainInterfaceStats(D, "vnet0", value, sizeof(*value)))
STRUCT(autostart, int, virDomainGetAutostart(D, value))
STRUCT(max_downtime, unsigned long long, virDomainMigrateGetMaxDowntime(D, value, 0))
STRUCT(max_speed, unsigned long, virDomainMigrateGetMaxSpeed(D, value, 0))
STRUCT(cache_size, unsigned long long, virDomainMigrateGetCompressionCache(D, value, 0))

CALL(state)
{
    int state = 0, reason = 0;
    number(o, virDomainGetState(D, &state, &reason, 0));
}

CALL(guest_time)
{
    long long seconds = 0;
    unsigned int nseconds = 0;
    number(o, virDomainGetTime(D, &seconds, &nseconds, 0));
}

CALL(label)
{
    virSecurityLabelPtr value = room(sizeof(*value));
    if (number(o, virDomainGetSecurityLabel(D, value)) && !memchr(value->label, 0, sizeof(value->label)))
        bad(o, "a label without end");
    fence(o, value, sizeof(*value));
}

CALL(labels)
{
    virSecurityLabelPtr list = NULL;
    int n = virDomainGetSecurityLabelList(D, &list);
    if (number(o, n)) {
        o->list = true;
        if (n > 0)
            block(o, list, sizeof(*list) * (size_t)n);
        for (int i = 0; i < n && !o->bad[0]; i++)
            if (!memchr(list[i].label, 0, sizeof(list[i].label)))
                bad(o, "a label without end");
    } else if (list) {
        bad(o, "a list after a failure");
    }
    if (!o->bad[0])
        free(list);
}

#define STRINGS(id, call) \
    CALL(id) \
    { \
        char **list = NULL; \
        int n = call; \
        owned_names(o, list, n); \
    }
STRINGS(messages, virDomainGetMessages(D, &list, 0))
STRINGS(ssh_keys, virDomainAuthorizedSSHKeysGet(D, "root", &list, 0))

static void filesystem(struct outcome *o, virDomainFSInfoPtr info)
{
    lent(o, info->mountpoint);
    lent(o, info->name);
    lent(o, info->fstype);
    if (info->ndevAlias)
        block(o, info->devAlias, sizeof(char *) * info->ndevAlias);
    for (size_t d = 0; d < info->ndevAlias && !o->bad[0]; d++)
        lent(o, info->devAlias[d]);
}

static void interface(struct outcome *o, virDomainInterfacePtr one)
{
    lent(o, one->name);
    if (one->hwaddr)
        lent(o, one->hwaddr);
    if (one->naddrs)
        block(o, one->addrs, sizeof(*one->addrs) * one->naddrs);
    for (unsigned a = 0; a < one->naddrs && !o->bad[0]; a++)
        lent(o, one->addrs[a].addr);
}

static void iothread(struct outcome *o, virDomainIOThreadInfoPtr info)
{
    if (info->cpumaplen)
        block(o, info->cpumap, (size_t)info->cpumaplen);
}

RECORDS(filesystems, virDomainFSInfoPtr, virDomainGetFSInfo(D, &list, 0), filesystem, virDomainFSInfoFree)
RECORDS(addresses, virDomainInterfacePtr, virDomainInterfaceAddresses(D, &list, VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_LEASE, 0), interface,
        virDomainInterfaceFree)
RECORDS(iothreads, virDomainIOThreadInfoPtr, virDomainGetIOThreadInfo(D, &list, 0), iothread, virDomainIOThreadInfoFree)

LIST(snapshots, virDomainSnapshotPtr, virDomainListAllSnapshots(D, &list, 0), virDomainSnapshotGetName, virDomainSnapshotFree)
LIST(snapshot_children, virDomainSnapshotPtr, virDomainSnapshotListAllChildren(on.snap, &list, 0), virDomainSnapshotGetName, virDomainSnapshotFree)
LIST(checkpoints, virDomainCheckpointPtr, virDomainListAllCheckpoints(D, &list, 0), virDomainCheckpointGetName, virDomainCheckpointFree)
LIST(checkpoint_children, virDomainCheckpointPtr, virDomainCheckpointListAllChildren(on.check, &list, 0), virDomainCheckpointGetName, virDomainCheckpointFree)
NUMBER(snapshots_count, virDomainListAllSnapshots(D, NULL, 0))
NAMES(snapshot_names, virDomainSnapshotListNames(D, list, max, 0))
NAMES(snapshot_child_names, virDomainSnapshotListChildrenNames(on.snap, list, max, 0))
NUMBER(num_snapshots, virDomainSnapshotNum(D, 0))
NUMBER(num_snapshot_children, virDomainSnapshotNumChildren(on.snap, 0))
NUMBER(has_current, virDomainHasCurrentSnapshot(D, 0))
NUMBER(snap_is_current, virDomainSnapshotIsCurrent(on.snap, 0))
NUMBER(snap_has_metadata, virDomainSnapshotHasMetadata(on.snap, 0))
TEXT(snap_xml, virDomainSnapshotGetXMLDesc(on.snap, 0))
TEXT(check_xml, virDomainCheckpointGetXMLDesc(on.check, 0))
#define SNAP(id, call) OBJECT(id, virDomainSnapshotPtr, call, virDomainSnapshotGetName, virDomainSnapshotFree)
SNAP(snap_create, virDomainSnapshotCreateXML(D, "<domainsnapshot/>", 0))
SNAP(snap_by_name, virDomainSnapshotLookupByName(D, "name0", 0))
SNAP(snap_current, virDomainSnapshotCurrent(D, 0))
SNAP(snap_parent, virDomainSnapshotGetParent(on.snap, 0))
#define CHECK(id, call) OBJECT(id, virDomainCheckpointPtr, call, virDomainCheckpointGetName, virDomainCheckpointFree)
CHECK(check_create, virDomainCheckpointCreateXML(D, "<domaincheckpoint/>", 0))
CHECK(check_by_name, virDomainCheckpointLookupByName(D, "name0", 0))
CHECK(check_parent, virDomainCheckpointGetParent(on.check, 0))

#define C(id) { #id, NEEDS_DOM, id }
const struct call domain_calls[] = {
    C(os_type), C(dom_xml), C(dom_hostname), C(dom_metadata), C(backup_xml), C(managed_xml), C(agent), C(is_active),
    C(is_persistent), C(is_updated), C(vcpus_flags), C(max_vcpus_dom), C(has_save), C(freeze), C(thaw), C(create),
    C(create_flags), C(rename_dom), C(agent_timeout), C(suspend), C(abort_job), C(migrate_to_uri3), C(migrate3),
    C(max_memory), C(scheduler_type), C(monitor), C(dom_info), C(control_info), C(job_info), C(block_info), C(block_job), C(block_stats),
    C(interface_stats), C(autostart), C(max_downtime), C(max_speed), C(cache_size), C(state), C(guest_time), C(label),
    C(labels), C(messages), C(ssh_keys), C(filesystems), C(addresses), C(iothreads), C(snapshots),
    C(snapshots_count), C(checkpoints), C(snapshot_names), C(num_snapshots), C(has_current), C(snap_create),
    C(snap_by_name), C(snap_current), C(check_create), C(check_by_name),
    { "snapshot_children", NEEDS_SNAP, snapshot_children },
    { "snapshot_child_names", NEEDS_SNAP, snapshot_child_names },
    { "num_snapshot_children", NEEDS_SNAP, num_snapshot_children },
    { "snap_is_current", NEEDS_SNAP, snap_is_current },
    { "snap_has_metadata", NEEDS_SNAP, snap_has_metadata },
    { "snap_xml", NEEDS_SNAP, snap_xml },
    { "snap_parent", NEEDS_SNAP, snap_parent },
    { "checkpoint_children", NEEDS_CHECK, checkpoint_children },
    { "check_xml", NEEDS_CHECK, check_xml },
    { "check_parent", NEEDS_CHECK, check_parent },
    END,
};
