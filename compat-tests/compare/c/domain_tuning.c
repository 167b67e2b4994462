/* Typed-parameter tuning, processors, pinning and I/O threads of domains: good and bad arguments, sizes at their edges.
 * needs: daemon */
#include "common.h"
#include <limits.h>

static const char definition[] =
    "<domain type='test'><name>tuned</name><uuid>0c8f6f4e-63d1-4d52-8a2f-1f7a3b5c9d11</uuid><memory>65536</memory>"
    "<vcpu current='2'>4</vcpu><iothreads>2</iothreads><os><type>hvm</type></os><devices>"
    "<disk type='file'><source file='/tmp/a.img'/><target dev='vda' bus='virtio'/></disk>"
    "<interface type='network'><mac address='52:54:00:11:22:33'/><source network='default'/><target dev='tuned0'/></interface>"
    "</devices></domain>";

static void print_params(const virTypedParameter *params, int n)
{
    for (int i = 0; i < n; i++) {
        printf("  %s %d ", params[i].field, params[i].type);
        switch (params[i].type) {
        case VIR_TYPED_PARAM_INT: printf("%d\n", params[i].value.i); break;
        case VIR_TYPED_PARAM_UINT: printf("%u\n", params[i].value.ui); break;
        case VIR_TYPED_PARAM_LLONG: printf("%lld\n", params[i].value.l); break;
        case VIR_TYPED_PARAM_ULLONG: printf("%llu\n", params[i].value.ul); break;
        case VIR_TYPED_PARAM_DOUBLE: printf("%g\n", params[i].value.d); break;
        case VIR_TYPED_PARAM_BOOLEAN: printf("%d\n", params[i].value.b); break;
        default: printf("[%s]\n", text(params[i].value.s)); break;
        }
    }
}

/* One signature for all the getters and setters. */
typedef int (*get_fn)(virDomainPtr, const char *, virTypedParameterPtr, int *, unsigned int);
typedef int (*set_fn)(virDomainPtr, const char *, virTypedParameterPtr, int, unsigned int);

#define WITHOUT_NAME(fn)                                                                                              \
    static int get_##fn(virDomainPtr d, const char *n, virTypedParameterPtr p, int *np, unsigned int f)               \
    {                                                                                                                 \
        (void)n;                                                                                                      \
        return virDomainGet##fn(d, p, np, f);                                                                         \
    }                                                                                                                 \
    static int set_##fn(virDomainPtr d, const char *n, virTypedParameterPtr p, int np, unsigned int f)                \
    {                                                                                                                 \
        (void)n;                                                                                                      \
        return virDomainSet##fn(d, p, np, f);                                                                         \
    }
WITHOUT_NAME(BlkioParameters)
WITHOUT_NAME(MemoryParameters)
WITHOUT_NAME(NumaParameters)
WITHOUT_NAME(SchedulerParametersFlags)

static int get_Scheduler(virDomainPtr d, const char *n, virTypedParameterPtr p, int *np, unsigned int f)
{
    (void)n;
    (void)f;
    return virDomainGetSchedulerParameters(d, p, np);
}

static int set_Scheduler(virDomainPtr d, const char *n, virTypedParameterPtr p, int np, unsigned int f)
{
    (void)n;
    (void)f;
    return virDomainSetSchedulerParameters(d, p, np);
}

static const struct {
    const char *what, *name;
    get_fn get;
    set_fn set;
} kinds[] = {
    { "blkio", NULL, get_BlkioParameters, set_BlkioParameters },
    { "memory", NULL, get_MemoryParameters, set_MemoryParameters },
    { "numa", NULL, get_NumaParameters, set_NumaParameters },
    { "scheduler", NULL, get_Scheduler, set_Scheduler },
    { "scheduler flags", NULL, get_SchedulerParametersFlags, set_SchedulerParametersFlags },
    { "interface", "tuned0", virDomainGetInterfaceParameters, virDomainSetInterfaceParameters },
    { "block", "vda", virDomainGetBlockIoTune, virDomainSetBlockIoTune },
};

static void tuning(virDomainPtr dom)
{
    for (size_t k = 0; k < sizeof(kinds) / sizeof(*kinds); k++) {
        virTypedParameter params[64];
        const char *name = kinds[k].name;
        get_fn get = kinds[k].get;
        set_fn set = kinds[k].set;
        int n = 0;
        printf("- %s\n", kinds[k].what);
        memset(params, 0, sizeof(params));
        result("count", get(dom, name, NULL, &n, 0));
        printf("%d\n", n);
        for (int room = 1; room < 40; room += 13) {
            n = room;
            int rc = get(dom, name, params, &n, 0);
            result("get", rc);
            printf("room %d: %d\n", room, n);
            if (rc == 0) {
                print_params(params, n);
                virTypedParamsClear(params, n);
            }
        }
        n = 0;
        result("room none", get(dom, name, params, &n, 0));
        n = -1;
        result("negative", get(dom, name, params, &n, 0));
        n = 3;
        result("NULL array", get(dom, name, NULL, &n, 0));
        result("NULL count", get(dom, name, params, NULL, 0));
        result("NULL domain", get(NULL, name, params, &n, 0));
        result("both", get(dom, name, params, &n, 3));
        result("flags", get(dom, name, params, &n, 1u << 30));
        if (name) {
            n = 3;
            result("unknown", get(dom, "nosuch", params, &n, 0));
            result("set unknown", set(dom, "nosuch", params, 1, 0));
        }
        n = 16;
        if (get(dom, name, params, &n, 0) == 0 && n > 0) {
            result("set what was got", set(dom, name, params, n, 0));
            result("set first", set(dom, name, params, 1, VIR_DOMAIN_AFFECT_LIVE));
            virTypedParamsClear(params, n);
        }
        virResetLastError();
        memset(params, 0, sizeof(params));
        strcpy(params[0].field, "weight");
        params[0].type = VIR_TYPED_PARAM_UINT;
        params[0].value.ui = 60;
        result("set", set(dom, name, params, 1, 0));
        result("set none", set(dom, name, params, 0, 0));
        result("set negative", set(dom, name, params, -1, 0));
        result("set NULL", set(dom, name, NULL, 1, 0));
        result("set NULL none", set(dom, name, NULL, 0, 0));
        result("set NULL domain", set(NULL, name, params, 1, 0));
        result("set flags", set(dom, name, params, 1, 1u << 30));
        strcpy(params[0].field, "nosuch");
        result("set unknown parameter", set(dom, name, params, 1, 0));
        params[0].type = VIR_TYPED_PARAM_STRING;
        params[0].value.s = NULL;
        result("set NULL string", set(dom, name, params, 1, 0));
        memset(params[0].field, 'x', sizeof(params[0].field));
        params[0].type = VIR_TYPED_PARAM_UINT;
        result("set long name", set(dom, name, params, 1, 0));
    }
    int n = 77;
    char *type = virDomainGetSchedulerType(dom, &n);
    result_string("scheduler type", type);
    printf("%d\n", n);
    free(type);
    type = virDomainGetSchedulerType(dom, NULL);
    result_string("scheduler type only", type);
    free(type);
    result_string("scheduler type NULL", virDomainGetSchedulerType(NULL, &n));
}

static void print_map(const unsigned char *map, size_t len)
{
    printf("  map");
    for (size_t i = 0; i < len; i++)
        printf(" %02x", map[i]);
    printf("\n");
}

static void processors(virDomainPtr dom)
{
    virVcpuInfo info[6];
    unsigned char maps[64], map[3000];
    memset(map, 1, sizeof(map));
    result("max", virDomainGetMaxVcpus(dom));
    result("max NULL", virDomainGetMaxVcpus(NULL));
    for (unsigned int flags = 0; flags < 16; flags++)
        result("number", virDomainGetVcpusFlags(dom, flags));
    result("number flags", virDomainGetVcpusFlags(dom, 1u << 30));
    result("set", virDomainSetVcpus(dom, 3));
    result("set none", virDomainSetVcpus(dom, 0));
    result("set many", virDomainSetVcpus(dom, 1000));
    for (unsigned int flags = 0; flags < 16; flags++)
        result("set flags", virDomainSetVcpusFlags(dom, 4, flags));
    result("set flags none", virDomainSetVcpusFlags(dom, 0, 0));
    result("set flags none guest", virDomainSetVcpusFlags(dom, 0, VIR_DOMAIN_VCPU_GUEST | VIR_DOMAIN_AFFECT_CONFIG));
    result("set flags unknown", virDomainSetVcpusFlags(dom, 1, 1u << 30));
    result("set one", virDomainSetVcpu(dom, "1", 1, 0));
    result("set one NULL", virDomainSetVcpu(dom, NULL, 1, 0));

    for (int maxinfo = 1; maxinfo <= 6; maxinfo++) {
        memset(info, 0x55, sizeof(info));
        memset(maps, 0x55, sizeof(maps));
        int n = virDomainGetVcpus(dom, info, maxinfo, maps, 3);
        result("vcpus", n);
        for (int i = 0; i < maxinfo; i++)
            printf("  %u %d %d\n", info[i].number, info[i].state, info[i].cpu);
        print_map(maps, 24);
    }
    result("vcpus only", virDomainGetVcpus(dom, info, 6, NULL, 0));
    result("vcpus length without maps", virDomainGetVcpus(dom, info, 6, NULL, 1));
    result("vcpus maps without length", virDomainGetVcpus(dom, info, 6, maps, 0));
    result("vcpus negative length", virDomainGetVcpus(dom, info, 6, maps, -1));
    result("vcpus NULL", virDomainGetVcpus(dom, NULL, 6, maps, 1));
    result("vcpus none", virDomainGetVcpus(dom, info, 0, maps, 1));
    result("vcpus negative", virDomainGetVcpus(dom, info, -1, maps, 1));
    result("vcpus many", virDomainGetVcpus(dom, info, 16385, NULL, 0));
    result("vcpus large maps", virDomainGetVcpus(dom, info, 6, maps, 8388608));
    result("vcpus overflow", virDomainGetVcpus(dom, info, 65536, maps, 65536));
    result("vcpus overflow", virDomainGetVcpus(dom, info, INT_MAX, maps, INT_MAX));

    for (unsigned int flags = 0; flags < 4; flags++) {
        memset(maps, 0x55, sizeof(maps));
        result("pins", virDomainGetVcpuPinInfo(dom, 5, maps, 3, flags));
        print_map(maps, 16);
        memset(maps, 0x55, sizeof(maps));
        result("emulator", virDomainGetEmulatorPinInfo(dom, maps, 5, flags));
        print_map(maps, 6);
    }
    result("pins NULL", virDomainGetVcpuPinInfo(dom, 4, NULL, 1, 0));
    result("pins NULL none", virDomainGetVcpuPinInfo(dom, 0, NULL, 1, 0));
    result("pins none", virDomainGetVcpuPinInfo(dom, 0, maps, 1, 0));
    result("pins no length", virDomainGetVcpuPinInfo(dom, 1, maps, 0, 0));
    result("pins many", virDomainGetVcpuPinInfo(dom, 16385, maps, 1, 0));
    result("pins large", virDomainGetVcpuPinInfo(dom, 2, maps, 8388608, 0));
    result("pins overflow", virDomainGetVcpuPinInfo(dom, 32768, maps, 65536, 3));
    result("emulator NULL", virDomainGetEmulatorPinInfo(dom, NULL, 1, 0));
    result("emulator none", virDomainGetEmulatorPinInfo(dom, maps, 0, 0));
    result("emulator large", virDomainGetEmulatorPinInfo(dom, maps, 8388609, 0));

    result("pin", virDomainPinVcpu(dom, 1, map, 2));
    result("pin NULL", virDomainPinVcpu(dom, 1, NULL, 2));
    result("pin none", virDomainPinVcpu(dom, 1, map, 0));
    result("pin long", virDomainPinVcpu(dom, 1, map, 2049));
    result("pin unknown", virDomainPinVcpu(dom, 99, map, 1));
    for (unsigned int flags = 0; flags < 4; flags++) {
        result("pin flags", virDomainPinVcpuFlags(dom, 0, map, 1, flags));
        result("pin emulator", virDomainPinEmulator(dom, map, 1, flags));
    }
    result("pin flags NULL", virDomainPinVcpuFlags(dom, 0, NULL, 1, 0));
    result("pin flags negative", virDomainPinVcpuFlags(dom, 0, map, -1, 0));
    result("pin flags long", virDomainPinVcpuFlags(dom, 0, map, INT_MAX < 3000 ? 1 : 3000, 0));
    result("pin emulator NULL", virDomainPinEmulator(dom, NULL, 1, 0));
    result("pin emulator none", virDomainPinEmulator(dom, map, 0, 0));
    result("pin emulator long", virDomainPinEmulator(dom, map, 2049, 0));
    memset(maps, 0x55, sizeof(maps));
    result("pins after", virDomainGetVcpuPinInfo(dom, 4, maps, 3, 0));
    print_map(maps, 13);

    virTypedParameterPtr params = NULL;
    unsigned int nparams = 77;
    result("guest", virDomainGetGuestVcpus(dom, &params, &nparams, 0));
    printf("%d %u\n", params == NULL, nparams);
    result("guest NULL", virDomainGetGuestVcpus(dom, NULL, NULL, 0));
    result("guest count", virDomainGetGuestVcpus(dom, &params, NULL, 0));
    result("set guest", virDomainSetGuestVcpus(dom, "0-1", 1, 0));
    result("set guest NULL", virDomainSetGuestVcpus(dom, NULL, 1, 0));
}

static void threads(virDomainPtr dom)
{
    virDomainIOThreadInfoPtr *info = (void *)1;
    unsigned char map[3000] = { 1 };
    virTypedParameter one = { .field = VIR_DOMAIN_IOTHREAD_POLL_MAX_NS, .type = VIR_TYPED_PARAM_ULLONG, .value.ul = 5 };
    result("add", virDomainAddIOThread(dom, 7, 0));
    result("add again", virDomainAddIOThread(dom, 7, 0));
    result("add flags", virDomainAddIOThread(dom, 8, 1u << 30));
    result("pin", virDomainPinIOThread(dom, 7, map, 1, 0));
    result("pin unknown", virDomainPinIOThread(dom, 99, map, 1, 0));
    result("pin NULL", virDomainPinIOThread(dom, 7, NULL, 1, 0));
    result("pin none", virDomainPinIOThread(dom, 7, map, 0, 0));
    result("pin long", virDomainPinIOThread(dom, 7, map, 2049, 0));
    for (unsigned int flags = 0; flags < 4; flags++) {
        info = (void *)1;
        int n = virDomainGetIOThreadInfo(dom, &info, flags);
        result("threads", n);
        if (n < 0)
            printf("cleared: %d\n", info == NULL);
        for (int i = 0; i < n; i++) {
            printf("  %u %d\n", info[i]->iothread_id, info[i]->cpumaplen);
            print_map(info[i]->cpumap, (size_t)info[i]->cpumaplen);
            virDomainIOThreadInfoFree(info[i]);
        }
        if (n >= 0)
            free(info);
    }
    info = (void *)1;
    result("threads NULL domain", virDomainGetIOThreadInfo(NULL, &info, 0));
    printf("untouched: %d\n", info == (void *)1);
    result("threads NULL", virDomainGetIOThreadInfo(dom, NULL, 0));
    virDomainGetIOThreadInfo(dom, NULL, 0);
    virDomainIOThreadInfoFree(NULL);
    result("error kept", 0);
    result("set", virDomainSetIOThreadParams(dom, 7, &one, 1, 0));
    result("set NULL", virDomainSetIOThreadParams(dom, 7, NULL, 1, 0));
    result("set none", virDomainSetIOThreadParams(dom, 7, &one, 0, 0));
    result("set unknown", virDomainSetIOThreadParams(dom, 99, &one, 1, 0));
    result("delete", virDomainDelIOThread(dom, 7, 0));
    result("delete again", virDomainDelIOThread(dom, 7, 0));
    result("delete none", virDomainDelIOThread(dom, 0, 0));
}

int main(int argc, char **argv)
{
    setvbuf(stdout, NULL, _IOLBF, 0);
    virSetErrorFunc(NULL, quiet);
    virConnectPtr conn = argc > 1 ? virConnectOpen(argv[1]) : NULL;
    virConnectPtr readonly = argc > 1 ? virConnectOpenReadOnly(argv[1]) : NULL;
    virDomainPtr dom = conn ? virDomainCreateXML(conn, definition, 0) : NULL;
    virDomainPtr looking = readonly ? virDomainLookupByName(readonly, "tuned") : NULL;
    if (!dom || !looking) {
        print_error();
        return 1;
    }
    tuning(dom);
    processors(dom);
    threads(dom);
    printf("-- read-only\n");
    tuning(looking);
    processors(looking);
    threads(looking);
    result("destroy", virDomainDestroy(dom));
    processors(dom);
    virDomainFree(looking);
    virDomainFree(dom);
    result("close", virConnectClose(readonly));
    result("close", virConnectClose(conn));
    return 0;
}
