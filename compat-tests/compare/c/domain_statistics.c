/* Statistics of a domain: structs, typed parameters in both conventions, lists of records, looks into disks and memory.
 * needs: daemon */
#include "common.h"

static void print_params(virTypedParameterPtr params, int nparams)
{
    for (int i = 0; i < nparams; i++) {
        printf("  %s type %d", params[i].field, params[i].type);
        if (params[i].type == VIR_TYPED_PARAM_STRING)
            printf(" [%s]", text(params[i].value.s));
        printf("\n");
    }
}

static void structs(virDomainPtr dom)
{
    virDomainBlockStatsStruct block;
    virDomainInterfaceStatsStruct net;
    virDomainBlockInfo info;
    virDomainJobInfo job;
    virDomainMemoryStatStruct memory[32];
    memset(&block, 0x55, sizeof(block));
    memset(&net, 0x55, sizeof(net));
    memset(&info, 0x55, sizeof(info));
    memset(&job, 0x55, sizeof(job));
    result("block stats", virDomainBlockStats(dom, "vda", &block, sizeof(block)));
    result("block stats size", virDomainBlockStats(dom, "vda", &block, sizeof(block) + 1));
    result("block stats huge", virDomainBlockStats(dom, "vda", &block, (size_t)-1));
    result("block stats none", virDomainBlockStats(dom, "nosuch", &block, 8));
    result("block stats NULL", virDomainBlockStats(dom, "vda", NULL, 0));
    result("block stats path", virDomainBlockStats(dom, NULL, &block, 0));
    result("interface stats", virDomainInterfaceStats(dom, "testnet0", &net, 16));
    printf("errs %llx\n", (unsigned long long)net.rx_errs);
    result("interface stats size", virDomainInterfaceStats(dom, "testnet0", &net, sizeof(net) + 1));
    result("interface stats none", virDomainInterfaceStats(dom, "nosuch", &net, sizeof(net)));
    result("interface stats NULL", virDomainInterfaceStats(dom, NULL, &net, sizeof(net)));
    result("block info", virDomainGetBlockInfo(dom, "vda", &info, 0));
    printf("capacity %llu\n", info.capacity);
    result("block info empty", virDomainGetBlockInfo(dom, "", &info, 0));
    result("block info NULL", virDomainGetBlockInfo(dom, "vda", NULL, 0));
    result("job info", virDomainGetJobInfo(dom, &job));
    printf("job %d %llu\n", job.type, job.timeElapsed);
    result("job info NULL", virDomainGetJobInfo(dom, NULL));
    result("memory stats 0", virDomainMemoryStats(dom, memory, 0, 0));
    result("memory stats NULL", virDomainMemoryStats(dom, NULL, 5, 0));
    result("memory stats flags", virDomainMemoryStats(dom, memory, 5, 1 << 30));
    int n = virDomainMemoryStats(dom, memory, 32, 0);
    result("memory stats", n);
    for (int i = 0; i < n; i++)
        printf("  tag %d %llu\n", memory[i].tag, memory[i].val);
    result("memory stats 2", virDomainMemoryStats(dom, memory, 2, 0));
    result("memory period", virDomainSetMemoryStatsPeriod(dom, 5, 0));
    result("memory period -1", virDomainSetMemoryStatsPeriod(dom, -1, 0));
}

static void typed(virDomainPtr dom)
{
    virTypedParameter room[64];
    virTypedParameterPtr params = NULL;
    int nparams = 0, type = 77;
    memset(room, 0, sizeof(room));
    result("block flags count", virDomainBlockStatsFlags(dom, "vda", NULL, &nparams, 0));
    printf("nparams %d\n", nparams);
    nparams = -1;
    result("block flags -1", virDomainBlockStatsFlags(dom, "vda", room, &nparams, 0));
    nparams = 3;
    result("block flags NULL", virDomainBlockStatsFlags(dom, "vda", NULL, &nparams, 0));
    result("block flags no count", virDomainBlockStatsFlags(dom, "vda", room, NULL, 0));
    result("block flags no disk", virDomainBlockStatsFlags(dom, NULL, room, &nparams, 0));
    result("block flags", virDomainBlockStatsFlags(dom, "vda", room, &nparams, 0));
    nparams = 0;
    result("job stats", virDomainGetJobStats(dom, &type, &params, &nparams, 0));
    printf("type %d nparams %d\n", type, nparams);
    virTypedParamsFree(params, nparams);
    params = NULL;
    result("job stats keep", virDomainGetJobStats(dom, &type, &params, &nparams, 2));
    result("job stats completed", virDomainGetJobStats(dom, &type, &params, &nparams, 3));
    result("job stats type", virDomainGetJobStats(dom, NULL, &params, &nparams, 0));
    result("job stats params", virDomainGetJobStats(dom, &type, NULL, &nparams, 0));
    result("job stats nparams", virDomainGetJobStats(dom, &type, &params, NULL, 0));
    result("abort job", virDomainAbortJob(dom));
    result("abort job flags", virDomainAbortJobFlags(dom, 1));
}

static void matrix(virDomainPtr dom)
{
    virTypedParameter room[16 * 8];
    memset(room, 0x55, sizeof(room));
    result("cpu count", virDomainGetCPUStats(dom, NULL, 0, 0, 0, 0));
    result("cpu per cpu", virDomainGetCPUStats(dom, NULL, 0, 0, 1, 0));
    int n = virDomainGetCPUStats(dom, NULL, 0, -1, 1, 0);
    result("cpu total count", n);
    n = virDomainGetCPUStats(dom, room, 16, -1, 1, 0);
    result("cpu total", n);
    print_params(room, n);
    n = virDomainGetCPUStats(dom, room, 3, 0, 8, 0);
    result("cpu matrix", n);
    for (int row = 0; n > 0 && row < 8; row++) {
        printf(" row %d\n", row);
        print_params(room + row * 3, 3);
    }
    result("cpu offset", virDomainGetCPUStats(dom, room, 3, 1, 1, 0));
    result("cpu beyond", virDomainGetCPUStats(dom, room, 3, 1000, 1, 0));
    result("cpu -1 twice", virDomainGetCPUStats(dom, room, 3, -1, 2, 0));
    result("cpu -2", virDomainGetCPUStats(dom, room, 3, -2, 1, 0));
    result("cpu NULL", virDomainGetCPUStats(dom, NULL, 3, 0, 1, 0));
    result("cpu not NULL", virDomainGetCPUStats(dom, room, 0, 0, 1, 0));
    result("cpu none", virDomainGetCPUStats(dom, room, 3, 0, 0, 0));
    result("cpu product", virDomainGetCPUStats(dom, room, 0x10000, 0, 0x10000, 0));
    result("cpu many params", virDomainGetCPUStats(dom, room, 17, 0, 1, 0));
    result("cpu many cpus", virDomainGetCPUStats(dom, room, 1, 0, 129, 0));
    result("cpu flags", virDomainGetCPUStats(dom, room, 1, 0, 1, 1 << 30));
}

static void records(virConnectPtr conn, virConnectPtr other, virDomainPtr dom)
{
    virDomainStatsRecordPtr *list = NULL;
    virDomainPtr doms[] = { dom, NULL, NULL }, none[] = { NULL };
    int n = virConnectGetAllDomainStats(conn, 0, &list, 0);
    result("all stats", n);
    for (int i = 0; i < n; i++) {
        printf(" %s\n", virDomainGetName(list[i]->dom));
        print_params(list[i]->params, list[i]->nparams);
    }
    if (n >= 0)
        printf("ended %d\n", list[n] == NULL);
    virDomainStatsRecordListFree(n >= 0 ? list : NULL);
    list = NULL;
    n = virConnectGetAllDomainStats(conn, VIR_DOMAIN_STATS_STATE, &list, VIR_CONNECT_GET_ALL_DOMAINS_STATS_INACTIVE);
    result("inactive stats", n);
    virDomainStatsRecordListFree(n >= 0 ? list : NULL);
    list = NULL;
    result("all stats enforced", virConnectGetAllDomainStats(conn, 1u << 29, &list, 1u << 31));
    result("all stats NULL", virConnectGetAllDomainStats(conn, 0, NULL, 0));
    n = virDomainListGetStats(doms, VIR_DOMAIN_STATS_STATE, &list, 0);
    result("list stats", n);
    virDomainStatsRecordListFree(n >= 0 ? list : NULL);
    result("list stats none", virDomainListGetStats(none, 0, &list, 0));
    result("list stats NULL", virDomainListGetStats(NULL, 0, &list, 0));
    result("list stats no place", virDomainListGetStats(doms, 0, NULL, 0));
    doms[1] = virDomainLookupByName(other, "test");
    result("list stats mixed", virDomainListGetStats(doms, 0, &list, 0));
    virDomainFree(doms[1]);
    virDomainStatsRecordListFree(NULL);
}

static void errors_and_peeks(virDomainPtr dom)
{
    virDomainDiskError errors[4];
    char buffer[64];
    int n = virDomainGetDiskErrors(dom, NULL, 0, 0);
    result("disk errors count", n);
    result("disk errors NULL", virDomainGetDiskErrors(dom, NULL, 4, 0));
    n = virDomainGetDiskErrors(dom, errors, 4, 0);
    result("disk errors", n);
    for (int i = 0; i < n; i++) {
        printf("  %s %d\n", errors[i].disk, errors[i].error);
        free(errors[i].disk);
    }
    result("disk errors flags", virDomainGetDiskErrors(dom, errors, 4, 1));
    result("block peek", virDomainBlockPeek(dom, "vda", 0, sizeof(buffer), buffer, 0));
    result("block peek 0", virDomainBlockPeek(dom, "vda", 0, 0, NULL, 0));
    result("block peek NULL", virDomainBlockPeek(dom, "vda", 0, 1, NULL, 0));
    result("block peek empty", virDomainBlockPeek(dom, "", 0, 1, buffer, 0));
    result("block peek large", virDomainBlockPeek(dom, "vda", 0, 4194305, buffer, 0));
    result("block peek huge", virDomainBlockPeek(dom, "vda", 0, (size_t)-1, buffer, 0));
    result("memory peek", virDomainMemoryPeek(dom, 0, sizeof(buffer), buffer, VIR_MEMORY_VIRTUAL));
    result("memory peek both", virDomainMemoryPeek(dom, 0, 1, buffer, VIR_MEMORY_VIRTUAL | VIR_MEMORY_PHYSICAL));
    result("memory peek NULL", virDomainMemoryPeek(dom, 0, 1, NULL, VIR_MEMORY_VIRTUAL));
    result("memory peek large", virDomainMemoryPeek(dom, 0, 4194305, buffer, VIR_MEMORY_VIRTUAL));
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
    structs(dom);
    typed(dom);
    matrix(dom);
    records(conn, readonly, dom);
    errors_and_peeks(dom);
    printf("-- read-only\n");
    structs(looking);
    typed(looking);
    errors_and_peeks(looking);
    virDomainFree(looking);
    virDomainFree(dom);
    result("close", virConnectClose(readonly));
    result("close", virConnectClose(conn));
    return 0;
}
