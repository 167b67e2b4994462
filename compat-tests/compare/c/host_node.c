/* The host: hardware, memory, cells, pages, parameters. needs: daemon */
#include "common.h"

static void sizes(virConnectPtr c)
{
    unsigned long long cells[4] = { 0 }, counts[8] = { 0 };
    unsigned int pages[2] = { 4, 2048 }, online = 77;
    unsigned char *map = NULL;
    virNodeInfo info;
    memset(&info, 0x5a, sizeof(info));
    result("info", virNodeGetInfo(c, &info));
    printf("  %s %lu KiB, %u cpus %u MHz, %u/%u/%u/%u\n", info.model, info.memory, info.cpus, info.mhz, info.nodes,
           info.sockets, info.cores, info.threads);
    result("info NULL", virNodeGetInfo(c, NULL));
    result("info, no connection", virNodeGetInfo(NULL, &info));
    result("free memory known", virNodeGetFreeMemory(c) > 0);
    int n = virNodeGetCellsFreeMemory(c, cells, 0, 4);
    result("cells", n);
    for (int i = 0; i < n; i++)
        printf("  %llu\n", cells[i]);
    result("cells from 5", virNodeGetCellsFreeMemory(c, cells, 5, 4));
    result("cells, no array", virNodeGetCellsFreeMemory(c, NULL, 0, 4));
    result("cells, no room", virNodeGetCellsFreeMemory(c, NULL, 0, 0));
    result("cells, negative room", virNodeGetCellsFreeMemory(c, cells, 0, -1));
    result("cells, negative start", virNodeGetCellsFreeMemory(c, cells, -1, 4));
    result("cells, too much room", virNodeGetCellsFreeMemory(c, cells, 0, 1025));

    n = virNodeGetCPUMap(c, &map, &online, 0);
    result("cpu map", n);
    printf("  %u online, first byte %d\n", online, map ? map[0] : -1);
    free(map);
    result("cpu map, neither", virNodeGetCPUMap(c, NULL, NULL, 0));
    result("cpu map, bad flags", virNodeGetCPUMap(c, &map, &online, 8));

    n = virNodeGetFreePages(c, 2, pages, 0, 2, counts, 0);
    result("pages", n);
    for (int i = 0; i < n; i++)
        printf("  %llu\n", counts[i]);
    result("pages, zero", virNodeGetFreePages(c, 0, pages, 0, 2, counts, 0));
    result("pages, NULL", virNodeGetFreePages(c, 2, NULL, 0, 2, counts, 0));
    result("pages, zero cells", virNodeGetFreePages(c, 2, pages, 0, 0, counts, 0));
    result("pages, NULL counts", virNodeGetFreePages(c, 2, pages, 0, 2, NULL, 0));
    result("pages, too many", virNodeGetFreePages(c, 2, pages, 0, 513, counts, 0));
    result("pages, no such cell", virNodeGetFreePages(c, 2, pages, 99, 2, counts, 0));
    result("alloc", virNodeAllocPages(c, 2, pages, counts, 0, 1, 0));
    result("alloc, zero", virNodeAllocPages(c, 0, pages, counts, 0, 1, 0));
    result("alloc, NULL sizes", virNodeAllocPages(c, 2, NULL, counts, 0, 1, 0));
    result("alloc, NULL counts", virNodeAllocPages(c, 2, pages, NULL, 0, 1, 0));
    result("alloc, zero cells", virNodeAllocPages(c, 2, pages, counts, 0, 0, 0));
    result("alloc, too many", virNodeAllocPages(c, 1025, pages, counts, 0, 1, 0));
}

static void statistics(virConnectPtr c)
{
    virNodeCPUStats cpu[8];
    virNodeMemoryStats memory[8];
    int n = 0;
    result("cpu number", virNodeGetCPUStats(c, -1, NULL, &n, 0));
    printf("  %d\n", n);
    result("cpu", virNodeGetCPUStats(c, 0, cpu, &n, 0));
    n = -3;
    result("cpu, negative", virNodeGetCPUStats(c, 0, cpu, &n, 0));
    result("cpu, NULL number", virNodeGetCPUStats(c, 0, cpu, NULL, 0));
    n = 8;
    result("cpu, wrong cpu", virNodeGetCPUStats(c, -2, cpu, &n, 0));
    n = 0;
    result("memory number", virNodeGetMemoryStats(c, -1, NULL, &n, 0));
    printf("  %d\n", n);
    result("memory", virNodeGetMemoryStats(c, 0, memory, &n, 0));
    n = -3;
    result("memory, negative", virNodeGetMemoryStats(c, 0, memory, &n, 0));
    result("memory, NULL number", virNodeGetMemoryStats(c, 0, memory, NULL, 0));
    n = 8;
    result("memory, wrong cell", virNodeGetMemoryStats(c, -2, memory, &n, 0));
}

static void parameters(virConnectPtr c)
{
    virTypedParameter params[8];
    virTypedParameterPtr sev = NULL;
    virSecurityModel model;
    int n = 0;
    memset(params, 0, sizeof(params));
    result("memory parameters", virNodeGetMemoryParameters(c, NULL, &n, 0));
    printf("  %d\n", n);
    n = 8;
    result("memory parameters, no array", virNodeGetMemoryParameters(c, NULL, &n, 0));
    n = -1;
    result("memory parameters, negative", virNodeGetMemoryParameters(c, params, &n, 0));
    result("memory parameters, NULL number", virNodeGetMemoryParameters(c, params, NULL, 0));
    strcpy(params[0].field, "shm_pages_to_scan");
    params[0].type = VIR_TYPED_PARAM_UINT;
    result("set", virNodeSetMemoryParameters(c, params, 1, 0));
    result("set NULL", virNodeSetMemoryParameters(c, NULL, 1, 0));
    result("set negative", virNodeSetMemoryParameters(c, params, -1, 0));
    params[0].type = VIR_TYPED_PARAM_STRING;
    result("set NULL string", virNodeSetMemoryParameters(c, params, 1, 0));
    n = 0;
    result("sev", virNodeGetSEVInfo(c, &sev, &n, 0));
    result("sev, NULL number", virNodeGetSEVInfo(c, &sev, NULL, 0));
    n = -1;
    result("sev, negative", virNodeGetSEVInfo(c, &sev, &n, 0));
    memset(&model, 0x5a, sizeof(model));
    result("security model", virNodeGetSecurityModel(c, &model));
    printf("  [%s] [%s]\n", model.model, model.doi);
    result("security model NULL", virNodeGetSecurityModel(c, NULL));
    result("suspend", virNodeSuspendForDuration(c, 99, 0, 0));
}

int main(int argc, char **argv)
{
    unsigned int page = 4;
    unsigned long long none = 0;
    virTypedParameterPtr sev = NULL;
    int n = 0;
    if (argc < 2)
        return 77;
    virSetErrorFunc(NULL, quiet);
    virConnectPtr c = virConnectOpen(argv[1]);
    result_pointer("open", c);
    if (!c)
        return 1;
    sizes(c);
    statistics(c);
    parameters(c);
    result("close", virConnectClose(c));
    c = virConnectOpenReadOnly(argv[1]);
    if (!c)
        return 1;
    result("ro alloc", virNodeAllocPages(c, 1, &page, &none, 0, 1, 0));
    result("ro alloc, zero", virNodeAllocPages(c, 0, NULL, NULL, 0, 0, 0));
    result("ro set", virNodeSetMemoryParameters(c, NULL, 1, 0));
    result("ro suspend", virNodeSuspendForDuration(c, 0, 60, 0));
    result("ro sev", virNodeGetSEVInfo(c, &sev, &n, 0));
    result("ro sev, NULL number", virNodeGetSEVInfo(c, &sev, NULL, 0));
    result("ro close", virConnectClose(c));
    return 0;
}
