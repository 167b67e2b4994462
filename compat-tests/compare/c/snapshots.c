/*
 * Snapshots and checkpoints of a domain over the wire: trees, lists, look-ups, flags that exclude each other.
 * needs: daemon
 */
#include "common.h"

static void names(const char *what, int n, char **list)
{
    printf("%s: %d", what, n);
    for (int i = 0; i < n; i++) {
        printf(" [%s]", list[i]);
        free(list[i]);
    }
    printf(" ");
    print_error();
    virResetLastError();
}

static int by_name(const void *a, const void *b)
{
    return strcmp(virDomainSnapshotGetName(*(virDomainSnapshotPtr *)a),
                  virDomainSnapshotGetName(*(virDomainSnapshotPtr *)b));
}

static void all(const char *what, int n, virDomainSnapshotPtr *list)
{
    result(what, n);
    if (n < 0)
        return;
    printf("terminated: %d\n", list[n] == NULL);
    qsort(list, n, sizeof(*list), by_name);
    for (int i = 0; i < n; i++) {
        printf("- %s\n", virDomainSnapshotGetName(list[i]));
        virDomainSnapshotFree(list[i]);
    }
    free(list);
}

static virDomainSnapshotPtr create(virDomainPtr dom, const char *name)
{
    char xml[200];
    virDomainSnapshotPtr snap;

    snprintf(xml, sizeof(xml), "<domainsnapshot><name>%s</name><description>of ours</description></domainsnapshot>",
             name);
    snap = virDomainSnapshotCreateXML(dom, xml, 0);
    result_string("create", snap ? virDomainSnapshotGetName(snap) : NULL);
    return snap;
}

static void flags(virDomainPtr dom, virDomainSnapshotPtr snap)
{
    unsigned int redefine = VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE;

    result_pointer("no xml", virDomainSnapshotCreateXML(dom, NULL, 0));
    result_pointer("bad xml", virDomainSnapshotCreateXML(dom, "<none/>", 0));
    result_pointer("current without redefine",
                   virDomainSnapshotCreateXML(dom, "<none/>", VIR_DOMAIN_SNAPSHOT_CREATE_CURRENT));
    result_pointer("redefine without metadata",
                   virDomainSnapshotCreateXML(dom, "<none/>", redefine | VIR_DOMAIN_SNAPSHOT_CREATE_NO_METADATA));
    result_pointer("redefine and halt",
                   virDomainSnapshotCreateXML(dom, "<none/>", redefine | VIR_DOMAIN_SNAPSHOT_CREATE_HALT));
    result("revert, running and paused", virDomainRevertToSnapshot(snap, VIR_DOMAIN_SNAPSHOT_REVERT_RUNNING |
                                                                            VIR_DOMAIN_SNAPSHOT_REVERT_PAUSED));
    result("delete, children and children only",
           virDomainSnapshotDelete(snap, VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN |
                                             VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN_ONLY));
    result("number, bad flags", virDomainSnapshotNum(dom, 0x80000000));
}

static void snapshots(virConnectPtr conn, virDomainPtr dom)
{
    char *list[8] = {0};
    virDomainSnapshotPtr *snaps = NULL;
    virDomainSnapshotPtr one, two, other;
    char *xml;
    int n;

    result("has current", virDomainHasCurrentSnapshot(dom, 0));
    result_pointer("current", virDomainSnapshotCurrent(dom, 0));
    one = create(dom, "one");
    two = create(dom, "two");
    if (!one || !two)
        return;
    result("has current", virDomainHasCurrentSnapshot(dom, 0));
    result("number", virDomainSnapshotNum(dom, 0));
    result("number of roots", virDomainSnapshotNum(dom, VIR_DOMAIN_SNAPSHOT_LIST_ROOTS));
    result("number of children", virDomainSnapshotNumChildren(one, 0));
    names("roots", virDomainSnapshotListNames(dom, list, 8, VIR_DOMAIN_SNAPSHOT_LIST_ROOTS), list);
    names("names nowhere", virDomainSnapshotListNames(dom, NULL, 8, 0), list);
    names("names, negative", virDomainSnapshotListNames(dom, list, -8, 0), list);
    names("names, too many", virDomainSnapshotListNames(dom, list, 16385, 0), list);
    names("children", virDomainSnapshotListChildrenNames(one, list, 8, 0), list);
    names("children nowhere", virDomainSnapshotListChildrenNames(one, NULL, 8, 0), list);
    names("children, negative", virDomainSnapshotListChildrenNames(one, list, -8, 0), list);
    names("children, too many", virDomainSnapshotListChildrenNames(one, list, 16385, 0), list);
    result("all, number only", virDomainListAllSnapshots(dom, NULL, 0));
    n = virDomainListAllSnapshots(dom, &snaps, 0);
    all("all", n, snaps);
    n = virDomainSnapshotListAllChildren(one, &snaps, 0);
    all("all children", n, snaps);
    result("all children, number only", virDomainSnapshotListAllChildren(one, NULL, 0));
    snaps = (void *)0x1;
    result("all of nothing", virDomainListAllSnapshots(NULL, &snaps, 0));
    printf("array left: %d\n", snaps == NULL);
    other = virDomainSnapshotCurrent(dom, 0);
    result_string("current", other ? virDomainSnapshotGetName(other) : NULL);
    if (other)
        virDomainSnapshotFree(other);
    other = virDomainSnapshotGetParent(two, 0);
    result_string("parent", other ? virDomainSnapshotGetName(other) : NULL);
    if (other)
        virDomainSnapshotFree(other);
    result_pointer("parent of the root", virDomainSnapshotGetParent(one, 0));
    other = virDomainSnapshotLookupByName(dom, "two", 0);
    result_string("by name", other ? virDomainSnapshotGetName(other) : NULL);
    if (other)
        virDomainSnapshotFree(other);
    result_pointer("by no name", virDomainSnapshotLookupByName(dom, NULL, 0));
    result_pointer("by unknown name", virDomainSnapshotLookupByName(dom, "three", 0));
    result("one is current", virDomainSnapshotIsCurrent(one, 0));
    result("two is current", virDomainSnapshotIsCurrent(two, 0));
    result("has metadata", virDomainSnapshotHasMetadata(one, 0));
    printf("same connection: %d, same domain: %d\n", virDomainSnapshotGetConnect(one) == conn,
           virDomainSnapshotGetDomain(one) == dom);
    xml = virDomainSnapshotGetXMLDesc(one, VIR_DOMAIN_SNAPSHOT_XML_SECURE);
    result("xml", xml && strstr(xml, "of ours"));
    free(xml);
    result_pointer("xml, bad flags", virDomainSnapshotGetXMLDesc(one, 0x100));
    flags(dom, one);
    result("reference", virDomainSnapshotRef(one));
    result("free", virDomainSnapshotFree(one));
    result("revert", virDomainRevertToSnapshot(one, 0));
    result("revert, bad flags", virDomainRevertToSnapshot(one, 0x100));
    result("one is current", virDomainSnapshotIsCurrent(one, 0));
    result("delete", virDomainSnapshotDelete(one, VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN));
    result("delete again", virDomainSnapshotDelete(one, 0));
    result("number", virDomainSnapshotNum(dom, 0));
    result("free", virDomainSnapshotFree(two));
    result("free", virDomainSnapshotFree(one));
}

static void checkpoints(virConnectPtr conn, virDomainPtr dom)
{
    virDomainCheckpointPtr *list = (void *)0x1;
    virDomainCheckpointPtr point, other;
    int n;

    result_pointer("no xml", virDomainCheckpointCreateXML(dom, NULL, 0));
    result_pointer("redefine and quiesce",
                   virDomainCheckpointCreateXML(dom, "<none/>", VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE |
                                                                    VIR_DOMAIN_CHECKPOINT_CREATE_QUIESCE));
    result_pointer("validate without redefine",
                   virDomainCheckpointCreateXML(dom, "<none/>", VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE_VALIDATE));
    result_pointer("bad xml", virDomainCheckpointCreateXML(dom, "<none/>", 0));
    point = virDomainCheckpointCreateXML(dom, "<domaincheckpoint><name>point</name></domaincheckpoint>", 0);
    result_string("create", point ? virDomainCheckpointGetName(point) : NULL);
    result("all, number only", virDomainListAllCheckpoints(dom, NULL, 0));
    n = virDomainListAllCheckpoints(dom, &list, 0);
    result("all", n);
    for (int i = 0; i < n; i++)
        virDomainCheckpointFree(list[i]);
    if (n >= 0)
        free(list);
    list = (void *)0x1;
    result("all of nothing", virDomainListAllCheckpoints(NULL, &list, 0));
    printf("array left: %d\n", list == NULL);
    other = virDomainCheckpointLookupByName(dom, "point", 0);
    result_string("by name", other ? virDomainCheckpointGetName(other) : NULL);
    result_pointer("by no name", virDomainCheckpointLookupByName(dom, NULL, 0));
    result_pointer("by unknown name", virDomainCheckpointLookupByName(dom, "none", 0));
    if (other)
        virDomainCheckpointFree(other);
    if (point) {
        char *xml = virDomainCheckpointGetXMLDesc(point, 0);

        result("xml", xml != NULL);
        free(xml);
        result_pointer("parent", virDomainCheckpointGetParent(point, 0));
        result("children", virDomainCheckpointListAllChildren(point, NULL, 0));
        printf("same connection: %d, same domain: %d\n", virDomainCheckpointGetConnect(point) == conn,
               virDomainCheckpointGetDomain(point) == dom);
        result("delete, children and children only",
               virDomainCheckpointDelete(point, VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN |
                                                    VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN_ONLY));
        result("delete", virDomainCheckpointDelete(point, 0));
        result("reference", virDomainCheckpointRef(point));
        result("free", virDomainCheckpointFree(point));
        result("free", virDomainCheckpointFree(point));
    }
}

static void read_only(const char *uri)
{
    virConnectPtr conn = virConnectOpenReadOnly(uri);
    virDomainPtr dom;
    virDomainSnapshotPtr snap;

    result_pointer("read-only", conn);
    dom = conn ? virDomainLookupByName(conn, "test") : NULL;
    result_pointer("domain", dom);
    if (!dom)
        return;
    result_pointer("create", virDomainSnapshotCreateXML(dom, "<domainsnapshot/>", 0));
    result_pointer("create checkpoint", virDomainCheckpointCreateXML(dom, "<domaincheckpoint/>", 0));
    snap = virDomainSnapshotLookupByName(dom, "kept", 0);
    result_pointer("kept", snap);
    if (snap) {
        result("revert", virDomainRevertToSnapshot(snap, 3));
        result("delete", virDomainSnapshotDelete(snap, 0));
        result_pointer("secrets", virDomainSnapshotGetXMLDesc(snap, VIR_DOMAIN_SNAPSHOT_XML_SECURE));
        virDomainSnapshotFree(snap);
    }
    virDomainFree(dom);
    result("close", virConnectClose(conn));
}

static void nothing(void)
{
    result_string("name of no snapshot", virDomainSnapshotGetName(NULL));
    result_pointer("domain of no snapshot", virDomainSnapshotGetDomain(NULL));
    result_pointer("connection of no snapshot", virDomainSnapshotGetConnect(NULL));
    result("free no snapshot", virDomainSnapshotFree(NULL));
    result("delete no snapshot", virDomainSnapshotDelete(NULL, 0));
    result("number of no domain", virDomainSnapshotNum(NULL, 0));
    result_string("name of no checkpoint", virDomainCheckpointGetName(NULL));
    result("free no checkpoint", virDomainCheckpointFree(NULL));
    result("delete no checkpoint", virDomainCheckpointDelete(NULL, 0));
}

int main(int argc, char **argv)
{
    virConnectPtr conn;
    virDomainPtr dom;
    virDomainSnapshotPtr kept;

    if (argc < 2)
        return 77;
    virInitialize();
    virSetErrorFunc(NULL, quiet);
    nothing();
    conn = virConnectOpen(argv[1]);
    dom = conn ? virDomainLookupByName(conn, "test") : NULL;
    result_pointer("domain", dom);
    if (!dom)
        return 1;
    snapshots(conn, dom);
    checkpoints(conn, dom);
    kept = create(dom, "kept");
    read_only(argv[1]);
    if (kept) {
        result("delete", virDomainSnapshotDelete(kept, 0));
        virDomainSnapshotFree(kept);
    }
    virDomainFree(dom);
    result("close", virConnectClose(conn));
    return 0;
}
