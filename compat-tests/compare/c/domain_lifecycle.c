/* Finding, defining, starting, changing and removing domains: good and bad arguments, and what the handle knows after.
 * needs: daemon */
#include "common.h"

#define UUID "0c8f6f4e-63d1-4d52-8a2f-1f7a3b5c9d10"
#define DOMAIN(name, extra) \
    "<domain type='test'><name>" name "</name>" extra "<memory>4096</memory><vcpu>2</vcpu><os><type>hvm</type></os></domain>"

static const char persistent[] = DOMAIN("first", "<uuid>" UUID "</uuid>");
static const char transient[] = DOMAIN("brief", "<uuid>0c8f6f4e-63d1-4d52-8a2f-1f7a3b5c9d12</uuid>");

static int by_name(const void *a, const void *b)
{
    return strcmp(virDomainGetName(*(const virDomainPtr *)a), virDomainGetName(*(const virDomainPtr *)b));
}

static int by_text(const void *a, const void *b) { return strcmp(*(char *const *)a, *(char *const *)b); }

/* What the handle knows without asking, then what the daemon says. */
static void facts(const char *what, virDomainPtr dom)
{
    unsigned char raw[VIR_UUID_BUFLEN];
    char uuid[VIR_UUID_STRING_BUFLEN];
    int state = 77, reason = 77;
    printf("%s: ", what);
    if (!dom) {
        print_error();
        return;
    }
    virDomainGetUUID(dom, raw);
    virDomainGetUUIDString(dom, uuid);
    printf("id %d name %s uuid %s", (int)virDomainGetID(dom), virDomainGetName(dom), uuid);
    printf(" state %d", virDomainGetState(dom, &state, &reason, 0));
    printf(" %d %d active %d persistent %d updated %d\n", state, reason, virDomainIsActive(dom), virDomainIsPersistent(dom),
           virDomainIsUpdated(dom));
    virResetLastError();
}

static void names(const char *what, char **list, int count)
{
    result(what, count);
    if (count > 0)
        qsort(list, (size_t)count, sizeof(*list), by_text);
    for (int i = 0; i < count; i++) {
        printf("  [%s]\n", list[i]);
        free(list[i]);
    }
}

static void lists(virConnectPtr c)
{
    int ids[8];
    char *list[8];
    result("active", virConnectNumOfDomains(c));
    result("inactive", virConnectNumOfDefinedDomains(c));
    result("active NULL", virConnectNumOfDomains(NULL));
    result("inactive NULL", virConnectNumOfDefinedDomains(NULL));
    result("ids", virConnectListDomains(c, ids, 8));
    result("ids none", virConnectListDomains(c, ids, 0));
    result("ids none NULL", virConnectListDomains(c, NULL, 0));
    result("ids NULL", virConnectListDomains(c, NULL, 2));
    result("ids negative", virConnectListDomains(c, ids, -1));
    result("ids negative NULL", virConnectListDomains(c, NULL, -1));
    result("ids many", virConnectListDomains(c, ids, 16385));
    names("names", list, virConnectListDefinedDomains(c, list, 8));
    names("names none", list, virConnectListDefinedDomains(c, list, 0));
    result("names NULL", virConnectListDefinedDomains(c, NULL, 1));
    result("names negative", virConnectListDefinedDomains(c, list, -5));
    result("names many", virConnectListDefinedDomains(c, list, 16385));
    virDomainPtr *all = NULL;
    int n = virConnectListAllDomains(c, &all, 0);
    result("all", n);
    if (n > 0)
        qsort(all, (size_t)n, sizeof(*all), by_name);
    for (int i = 0; i < n; i++) {
        facts("  one", all[i]);
        virDomainFree(all[i]);
    }
    printf("terminated: %d\n", all && !all[n]);
    free(all);
    result("all counted", virConnectListAllDomains(c, NULL, 0));
    result("all counted, inactive", virConnectListAllDomains(c, NULL, VIR_CONNECT_LIST_DOMAINS_INACTIVE));
    all = (void *)list;
    result("all bad flags", virConnectListAllDomains(c, &all, 1u << 30));
    printf("cleared: %d\n", all == NULL);
    all = (void *)list;
    result("all NULL", virConnectListAllDomains(NULL, &all, 0));
    printf("cleared: %d\n", all == NULL);
}

static void lookups(virConnectPtr c)
{
    static const unsigned char zero[VIR_UUID_BUFLEN];
    static const char *const texts[] = { UUID, "0C8F6F4E63D14D528A2F1F7A3B5C9D10", " " UUID, "", "nonsense", UUID "0", NULL };
    for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
        virDomainPtr dom = virDomainLookupByUUIDString(c, texts[i]);
        facts(text(texts[i]), dom);
        if (dom)
            virDomainFree(dom);
        virResetLastError();
    }
    result_pointer("uuid", virDomainLookupByUUID(c, zero));
    result_pointer("uuid NULL", virDomainLookupByUUID(c, NULL));
    result_pointer("name", virDomainLookupByName(c, "nosuch"));
    result_pointer("name empty", virDomainLookupByName(c, ""));
    result_pointer("name NULL", virDomainLookupByName(c, NULL));
    result_pointer("id", virDomainLookupByID(c, 12345));
    result_pointer("id negative", virDomainLookupByID(c, -1));
    virDomainPtr dom = virDomainLookupByID(c, 1);
    facts("id 1", dom);
    result("ref", virDomainRef(dom));
    printf("same connection: %d\n", virDomainGetConnect(dom) == c);
    result("uuid NULL", virDomainGetUUID(dom, NULL));
    result("uuid string NULL", virDomainGetUUIDString(dom, NULL));
    result("free", virDomainFree(dom));
    result("free", virDomainFree(dom));
    result("free NULL", virDomainFree(NULL));
    result("ref NULL", virDomainRef(NULL));
    result("id NULL", (int)virDomainGetID(NULL));
    result_string("name NULL", virDomainGetName(NULL));
    result_pointer("connection NULL", virDomainGetConnect(NULL));
}

static void starts(virConnectPtr c)
{
    virDomainPtr dom = virDomainDefineXML(c, persistent);
    facts("defined", dom);
    result_pointer("define NULL", virDomainDefineXML(c, NULL));
    result_pointer("define nonsense", virDomainDefineXML(c, "<network/>"));
    result_pointer("define flags", virDomainDefineXMLFlags(c, persistent, 1u << 20));
    result_pointer("define flags NULL", virDomainDefineXMLFlags(c, NULL, 0));
    virDomainPtr again = virDomainDefineXMLFlags(c, persistent, VIR_DOMAIN_DEFINE_VALIDATE);
    facts("defined again", again);
    virDomainPtr other = virDomainLookupByName(c, "first");
    lookups(c);

    result("create", virDomainCreate(dom));
    facts("created", dom);
    facts("another handle", other);
    result("create again", virDomainCreate(dom));
    result("undefine active", virDomainUndefine(other));
    result("suspend", virDomainSuspend(dom));
    facts("suspended", dom);
    result("resume", virDomainResume(dom));
    result("resume again", virDomainResume(dom));
    result("reboot", virDomainReboot(dom, 0));
    facts("rebooted", dom);
    result("reboot flags", virDomainReboot(dom, 1u << 30));
    result("reset", virDomainReset(dom, 0));
    result("reset flags", virDomainReset(dom, 1));
    result("nmi", virDomainInjectNMI(dom, 0));
    result("nmi flags", virDomainInjectNMI(dom, 1));
    result("destroy", virDomainDestroy(dom));
    facts("destroyed", dom);
    result("destroy again", virDomainDestroy(dom));
    result("define for good", virDomainFree(virDomainDefineXML(c, persistent)));
    result("create flags", virDomainCreateWithFlags(other, VIR_DOMAIN_START_PAUSED));
    facts("created with flags", other);
    result("create bad flags", virDomainCreateWithFlags(other, 1u << 30));
    result("destroy flags", virDomainDestroyFlags(other, VIR_DOMAIN_DESTROY_GRACEFUL));
    facts("destroyed with flags", other);
    result("destroy bad flags", virDomainDestroyFlags(other, 1u << 30));
    result("create", virDomainCreateWithFlags(other, 0));
    result("shutdown", virDomainShutdown(other));
    facts("shut down", other);
    result("create", virDomainCreate(other));
    result("shutdown flags", virDomainShutdownFlags(other, 0));
    result("shutdown bad flags", virDomainShutdownFlags(other, 1u << 30));

    const char *lent = virDomainGetName(dom);
    printf("lent %s\n", lent);
    result("rename NULL", virDomainRename(dom, NULL, 0));
    result("rename empty", virDomainRename(dom, "", 0));
    result("rename taken", virDomainRename(dom, "test", 0));
    result("rename flags", virDomainRename(dom, "second", 1));
    result("rename", virDomainRename(dom, "second", 0));
    facts("renamed", dom);
    facts("not this one", other);
    lists(c);

    virDomainPtr brief = virDomainCreateXML(c, transient, 0);
    facts("transient", brief);
    result("rename transient", virDomainRename(brief, "briefer", 0));
    result("undefine transient", virDomainUndefine(brief));
    result_pointer("twice", virDomainCreateXML(c, transient, 0));
    result_pointer("create XML NULL", virDomainCreateXML(c, NULL, 0));
    result_pointer("create Linux NULL", virDomainCreateLinux(c, NULL, 0));
    result_pointer("create XML flags", virDomainCreateXML(c, transient, 1u << 30));
    lists(c);
    result("destroy transient", virDomainDestroy(brief));
    facts("transient after", brief);
    virDomainFree(brief);
    brief = virDomainCreateLinux(c, transient, VIR_DOMAIN_START_PAUSED);
    facts("transient paused", brief);
    result("destroy transient", virDomainDestroy(brief));
    virDomainFree(brief);

    result("undefine flags", virDomainUndefineFlags(dom, 1u << 30));
    result("undefine", virDomainUndefine(dom));
    facts("undefined", dom);
    result("undefine again", virDomainUndefineFlags(dom, 0));
    result("create undefined", virDomainCreate(dom));
    virDomainFree(other);
    virDomainFree(again);
    virDomainFree(dom);
}

static void print_owned(const char *what, char *string)
{
    result_string(what, string);
    free(string);
}

static void configuration(virConnectPtr c, virDomainPtr dom)
{
    int autostart = 77, state = 77;
    virDomainInfo info;
    virDomainControlInfo control = { 7, 7, 7 };
    result("autostart", virDomainGetAutostart(dom, &autostart));
    printf("%d\n", autostart);
    result("autostart NULL", virDomainGetAutostart(dom, NULL));
    result("set autostart", virDomainSetAutostart(dom, 1));
    result("autostart", virDomainGetAutostart(dom, &autostart));
    printf("%d\n", autostart);
    result("set autostart", virDomainSetAutostart(dom, 0));
    memset(&info, 0x55, sizeof(info));
    result("info", virDomainGetInfo(dom, &info));
    printf("%d %lu %lu %d\n", info.state, info.maxMem, info.memory, info.nrVirtCpu);
    memset(&info, 0x55, sizeof(info));
    result("info of NULL", virDomainGetInfo(NULL, &info));
    printf("%d %lu %lu %d\n", info.state, info.maxMem, info.memory, info.nrVirtCpu);
    result("info NULL", virDomainGetInfo(dom, NULL));
    result("control info", virDomainGetControlInfo(dom, &control, 0));
    printf("%u %u %llu\n", control.state, control.details, control.stateTime);
    result("control info NULL", virDomainGetControlInfo(dom, NULL, 0));
    result("control info flags", virDomainGetControlInfo(dom, &control, 4));
    result("state", virDomainGetState(dom, &state, NULL, 0));
    result("state NULL", virDomainGetState(dom, NULL, NULL, 0));
    result("state flags", virDomainGetState(dom, &state, NULL, 1));
    print_owned("os", virDomainGetOSType(dom));
    print_owned("os NULL", virDomainGetOSType(NULL));
    char *xml = virDomainGetXMLDesc(dom, 0);
    result_pointer("XML", xml);
    free(xml);
    xml = virDomainGetXMLDesc(dom, VIR_DOMAIN_XML_SECURE);
    result_pointer("XML secure", xml);
    free(xml);
    print_owned("XML migratable and more", virDomainGetXMLDesc(dom, VIR_DOMAIN_XML_MIGRATABLE | 1u << 30));
    print_owned("XML flags", virDomainGetXMLDesc(dom, 1u << 30));
    print_owned("from native", virConnectDomainXMLFromNative(c, "x", "y", 0));
    print_owned("from native NULL", virConnectDomainXMLFromNative(c, NULL, NULL, 0));
    print_owned("from native config NULL", virConnectDomainXMLFromNative(c, "x", NULL, 0));
    print_owned("to native", virConnectDomainXMLToNative(c, "x", "y", 0));
    print_owned("to native NULL", virConnectDomainXMLToNative(c, NULL, NULL, 0));
    print_owned("to native XML NULL", virConnectDomainXMLToNative(c, "x", NULL, 0));
    print_owned("capabilities", virConnectGetDomainCapabilities(c, NULL, NULL, NULL, NULL, 0));
    print_owned("capabilities", virConnectGetDomainCapabilities(c, "/x", "arch", "machine", "type", 1));
    result("action", virDomainSetLifecycleAction(dom, VIR_DOMAIN_LIFECYCLE_REBOOT, VIR_DOMAIN_LIFECYCLE_ACTION_PRESERVE, 0));
    result("action type", virDomainSetLifecycleAction(dom, 3, 0, 0));
    result("action type", virDomainSetLifecycleAction(dom, (unsigned int)-1, 99, 0));
    result("action action", virDomainSetLifecycleAction(dom, 0, 7, 0));
    result("action flags", virDomainSetLifecycleAction(dom, 0, 0, 1u << 30));
    result("dirty rate", virDomainStartDirtyRateCalc(dom, 1, 0));
    result("dirty rate modes", virDomainStartDirtyRateCalc(dom, 1, 3));
}

static void metadata(virDomainPtr dom)
{
    static const int types[] = { VIR_DOMAIN_METADATA_DESCRIPTION, VIR_DOMAIN_METADATA_TITLE, VIR_DOMAIN_METADATA_ELEMENT, 3, -1 };
    static const char *const texts[] = { "plain", "two\nlines", "<a/>", NULL };
    for (size_t t = 0; t < sizeof(types) / sizeof(*types); t++) {
        for (size_t m = 0; m < sizeof(texts) / sizeof(*texts); m++) {
            printf("type %d text %zu\n", types[t], m);
            result("set", virDomainSetMetadata(dom, types[t], texts[m], NULL, NULL, 0));
            result("set key", virDomainSetMetadata(dom, types[t], texts[m], "k", NULL, 0));
            result("set uri", virDomainSetMetadata(dom, types[t], texts[m], NULL, "urn:x", 0));
            result("set both", virDomainSetMetadata(dom, types[t], texts[m], "k", "urn:x", 0));
            print_owned("get", virDomainGetMetadata(dom, types[t], NULL, 0));
            print_owned("get uri", virDomainGetMetadata(dom, types[t], "urn:x", 0));
        }
        print_owned("get config", virDomainGetMetadata(dom, types[t], NULL, VIR_DOMAIN_AFFECT_CONFIG));
        print_owned("get both", virDomainGetMetadata(dom, types[t], "urn:x", 3));
        print_owned("get flags", virDomainGetMetadata(dom, types[t], NULL, 1u << 30));
        result("set flags", virDomainSetMetadata(dom, types[t], NULL, NULL, NULL, 1u << 30));
    }
}

static void security(virDomainPtr dom)
{
    virSecurityLabel label;
    virSecurityLabelPtr labels = (void *)&label;
    virTypedParameterPtr params = NULL;
    virTypedParameter one = { .field = "sev-secret", .type = VIR_TYPED_PARAM_STRING, .value.s = (char *)"x" };
    int nparams = 77;
    char **msgs = NULL;
    memset(&label, 0x55, sizeof(label));
    result("label", virDomainGetSecurityLabel(dom, &label));
    printf("[%s] %d\n", label.label, label.enforcing);
    result("label NULL", virDomainGetSecurityLabel(dom, NULL));
    result("labels", virDomainGetSecurityLabelList(dom, &labels));
    result("labels NULL", virDomainGetSecurityLabelList(dom, NULL));
    int n = virDomainGetMessages(dom, &msgs, 0);
    result("messages", n);
    for (int i = 0; i < n; i++) {
        printf("  [%s]\n", msgs[i]);
        free(msgs[i]);
    }
    if (n >= 0) {
        printf("terminated: %d\n", msgs && !msgs[n]);
        free(msgs);
    }
    result("messages kind", virDomainGetMessages(dom, &msgs, 1u << 30));
    result("messages NULL", virDomainGetMessages(dom, NULL, 0));
    result("launch info", virDomainGetLaunchSecurityInfo(dom, &params, &nparams, 0));
    virTypedParamsFree(params, nparams == 77 ? 0 : nparams);
    params = NULL;
    result("launch info NULL", virDomainGetLaunchSecurityInfo(dom, NULL, NULL, 0));
    result("launch info count", virDomainGetLaunchSecurityInfo(dom, &params, NULL, 0));
    result("launch state", virDomainSetLaunchSecurityState(dom, &one, 1, 0));
    result("launch state none", virDomainSetLaunchSecurityState(dom, &one, 0, 0));
    result("launch state NULL", virDomainSetLaunchSecurityState(dom, NULL, 0, 0));
    one.value.s = NULL;
    result("launch state string", virDomainSetLaunchSecurityState(dom, &one, 1, 0));
}

static void forbidden(virConnectPtr c, virDomainPtr dom)
{
    result_pointer("define", virDomainDefineXML(c, NULL));
    result_pointer("create XML", virDomainCreateXML(c, NULL, 0));
    result_pointer("create XML", virDomainCreateXML(c, transient, 0));
    result("create", virDomainCreate(dom));
    result("create", virDomainCreateWithFlags(dom, 0));
    result("destroy", virDomainDestroy(dom));
    result("destroy", virDomainDestroyFlags(dom, 0));
    result("suspend", virDomainSuspend(dom));
    result("resume", virDomainResume(dom));
    result("reboot", virDomainReboot(dom, 0));
    result("reset", virDomainReset(dom, 0));
    result("shutdown", virDomainShutdown(dom));
    result("shutdown", virDomainShutdownFlags(dom, 0));
    result("undefine", virDomainUndefine(dom));
    result("undefine", virDomainUndefineFlags(dom, 0));
    result("rename", virDomainRename(dom, "", 0));
    result("rename", virDomainRename(dom, "x", 0));
    result("nmi", virDomainInjectNMI(dom, 0));
}

int main(int argc, char **argv)
{
    setvbuf(stdout, NULL, _IOLBF, 0);
    virSetErrorFunc(NULL, quiet);
    virConnectPtr conn = argc > 1 ? virConnectOpen(argv[1]) : NULL;
    virConnectPtr readonly = argc > 1 ? virConnectOpenReadOnly(argv[1]) : NULL;
    virDomainPtr dom = conn ? virDomainLookupByName(conn, "test") : NULL;
    virDomainPtr looking = readonly ? virDomainLookupByName(readonly, "test") : NULL;
    if (!dom || !looking) {
        print_error();
        return 1;
    }
    lists(conn);
    starts(conn);
    configuration(conn, dom);
    metadata(dom);
    security(dom);
    printf("-- read-only\n");
    lists(readonly);
    forbidden(readonly, looking);
    configuration(readonly, looking);
    metadata(looking);
    security(looking);
    virDomainFree(looking);
    virDomainFree(dom);
    result("close", virConnectClose(readonly));
    result("close", virConnectClose(conn));
    return 0;
}
