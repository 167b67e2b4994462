/* What depends on the machine: byte order, the width of long, the sign of char, the layout of structs. Every line is the
   same on all machines. needs: daemon */
#include "common.h"
#include <limits.h>

/* A struct, and bytes behind it that nobody may write. */
#define GUARDED(type, name) struct { type it; unsigned char guard[16]; } name; memset(&name, 0xa5, sizeof(name))
#define INTACT(name) printf("  behind %s: %s\n", #name, intact(name.guard, sizeof(name.guard)) ? "intact" : "overwritten")

static int intact(const unsigned char *guard, size_t length)
{
    while (length > 0)
        if (guard[--length] != 0xa5)
            return 0;
    return 1;
}

/* More than 32 bits hold is refused where a long has no more, in the same words everywhere, and given where it has. */
static void large(const char *what, int failed, unsigned long value, unsigned long long wanted)
{
    const virError *e = virGetLastError();
    int refused = failed && e && e->code == VIR_ERR_INTERNAL_ERROR && e->domain == VIR_FROM_REMOTE &&
                  strstr(e->message, "conversion from hyper to unsigned long overflowed");
    printf("%s: %s\n", what, (sizeof(long) == 8 ? !failed && value == wanted : refused) ? "as a long holds it" : "wrong");
    virResetLastError();
}

static void library(void)
{
    unsigned long version = 0, type = 0;
    result("version", virGetVersion(&version, "test", &type));
    printf("  %s, %s\n", version > 1000000 && version < 100000000 ? "plausible" : "odd", type == version ? "the same" : "another");
    virConnectAuthPtr auth = virConnectAuthPtrDefault;
    printf("auth: %u kinds, callback %s, data %s\n", auth->ncredtype, auth->cb ? "set" : "NULL", auth->cbdata ? "set" : "NULL");
    for (unsigned int i = 0; i < auth->ncredtype; i++)
        printf("  %d\n", auth->credtype[i]);
}

static void parameters(void)
{
    virTypedParameterPtr p = NULL;
    int n = 0, max = 0, i = 0;
    unsigned int u = 0;
    long long l = 0;
    unsigned long long ul = 0;
    double d = 0;
    const char *s = NULL;
    result("int", virTypedParamsAddInt(&p, &n, &max, "i", INT_MIN + 1));
    result("uint", virTypedParamsAddUInt(&p, &n, &max, "u", 0xfffffff0u));
    result("llong", virTypedParamsAddLLong(&p, &n, &max, "l", -0x123456789abcdefLL));
    result("ullong", virTypedParamsAddULLong(&p, &n, &max, "ul", 0xfedcba9876543210ULL));
    result("double", virTypedParamsAddDouble(&p, &n, &max, "d", 1.0 / 3));
    result("boolean", virTypedParamsAddBoolean(&p, &n, &max, "b", 1));
    result("string", virTypedParamsAddString(&p, &n, &max, "s", "caf\xc3\xa9\xff"));
    printf("members: %d %u %lld %llu %a %d %s\n", p[0].value.i, p[1].value.ui, p[2].value.l, p[3].value.ul, p[4].value.d,
           p[5].value.b, p[6].value.s);
    result("get int", virTypedParamsGetInt(p, n, "i", &i));
    result("get uint", virTypedParamsGetUInt(p, n, "u", &u));
    result("get llong", virTypedParamsGetLLong(p, n, "l", &l));
    result("get ullong", virTypedParamsGetULLong(p, n, "ul", &ul));
    result("get double", virTypedParamsGetDouble(p, n, "d", &d));
    result("get string", virTypedParamsGetString(p, n, "s", &s));
    printf("got: %d %u %lld %llu %a %s\n", i, u, l, ul, d, s);
    result("get boolean", virTypedParamsGetBoolean(p, n, "b", &i));
    printf("got: %d\n", i);
    virTypedParamsFree(p, n);
}

static void host(virConnectPtr conn)
{
    GUARDED(virNodeInfo, node);
    GUARDED(virSecurityModel, model);
    GUARDED(unsigned long, hypervisor);
    GUARDED(virStoragePoolInfo, info);
    result("node", virNodeGetInfo(conn, &node.it));
    printf("  [%s] %lu KiB, %u at %u MHz, %u/%u/%u/%u\n", node.it.model, node.it.memory, node.it.cpus, node.it.mhz, node.it.nodes,
           node.it.sockets, node.it.cores, node.it.threads);
    INTACT(node);
    result("security model", virNodeGetSecurityModel(conn, &model.it));
    INTACT(model);
    result("hypervisor", virConnectGetVersion(conn, &hypervisor.it));
    printf("  %lu\n", hypervisor.it);
    INTACT(hypervisor);
    virStoragePoolPtr pool = virStoragePoolLookupByName(conn, "default-pool");
    result("pool", virStoragePoolGetInfo(pool, &info.it));
    printf("  %d %llu %llu %llu\n", info.it.state, info.it.capacity, info.it.allocation, info.it.available);
    INTACT(info);
    virStoragePoolFree(pool);
}

static void domain(virDomainPtr dom)
{
    GUARDED(virDomainInfo, info);
    GUARDED(virDomainBlockStatsStruct, block);
    GUARDED(virDomainBlockInfo, disk);
    GUARDED(virDomainControlInfo, control);
    GUARDED(virSecurityLabel, label);
    struct { virVcpuInfo it[2]; unsigned char guard[16]; } cpus;
    struct { unsigned char it[VIR_UUID_BUFLEN]; unsigned char guard[16]; } uuid;
    memset(&cpus, 0xa5, sizeof(cpus));
    memset(&uuid, 0xa5, sizeof(uuid));
    char written[VIR_UUID_STRING_BUFLEN] = "";
    result("info", virDomainGetInfo(dom, &info.it));
    printf("  %d, %lu of %lu KiB, %u processors, %s\n", info.it.state, info.it.memory, info.it.maxMem, info.it.nrVirtCpu,
           info.it.cpuTime > 1000000000000000ULL ? "a time of more than 32 bits" : "a small time");
    INTACT(info);
    result("memory", virDomainSetMemory(dom, 1234567));
    result("info", virDomainGetInfo(dom, &info.it));
    printf("  %lu KiB\n", info.it.memory);
    result("processors", virDomainGetVcpus(dom, cpus.it, 2, NULL, 0));
    printf("  %u and %u\n", cpus.it[0].number, cpus.it[1].number);
    INTACT(cpus);
    result("block statistics", virDomainBlockStats(dom, "vda", &block.it, sizeof(block.it)));
    INTACT(block);
    result("block", virDomainGetBlockInfo(dom, "vda", &disk.it, 0));
    INTACT(disk);
    result("control", virDomainGetControlInfo(dom, &control.it, 0));
    INTACT(control);
    result("label", virDomainGetSecurityLabel(dom, &label.it));
    INTACT(label);
    result("uuid", virDomainGetUUID(dom, uuid.it));
    result("uuid", virDomainGetUUIDString(dom, written));
    printf("  %s, first byte %x\n", written, uuid.it[0]);
    INTACT(uuid);
}

static void large_memory(virConnectPtr conn)
{
    virDomainPtr dom = virDomainDefineXML(conn, "<domain type='test'><name>large</name><memory unit='TiB'>8</memory>"
                                                "<vcpu>1</vcpu><os><type>hvm</type></os></domain>");
    virDomainInfo info;
    memset(&info, 0, sizeof(info));
    unsigned long most = virDomainGetMaxMemory(dom);
    large("8 TiB at most", most == 0, most, 8ULL << 30);
    int done = virDomainGetInfo(dom, &info);
    large("8 TiB", done < 0, info.maxMem, 8ULL << 30);
    result("undefine", virDomainUndefine(dom));
    virDomainFree(dom);
}

int main(int argc, char **argv)
{
    (void)argc;
    setvbuf(stdout, NULL, _IOLBF, 0);
    virSetErrorFunc(NULL, quiet);
    library();
    parameters();
    virConnectPtr conn = virConnectOpenAuth(argv[1], virConnectAuthPtrDefault, 0);
    if (!conn) {
        result_pointer("open", conn);
        return 1;
    }
    host(conn);
    virDomainPtr dom = virDomainLookupByName(conn, "test");
    domain(dom);
    virDomainFree(dom);
    large_memory(conn);
    result("close", virConnectClose(conn));
    return 0;
}
