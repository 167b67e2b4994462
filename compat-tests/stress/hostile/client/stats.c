/* Calls on a domain: typed parameters in both conventions, statistics, processor maps, blobs. */
#include "client.h"

#define D on.dom

PARAMS(memory_params, virDomainGetMemoryParameters(D, list, &nparams, 0))
PARAMS(blkio_params, virDomainGetBlkioParameters(D, list, &nparams, 0))
PARAMS(numa_params, virDomainGetNumaParameters(D, list, &nparams, 0))
PARAMS(block_io_tune, virDomainGetBlockIoTune(D, "vda", list, &nparams, 0))
PARAMS(interface_params, virDomainGetInterfaceParameters(D, "vnet0", list, &nparams, 0))
PARAMS(block_stats_flags, virDomainBlockStatsFlags(D, "vda", list, &nparams, 0))
PARAMS(scheduler_flags, virDomainGetSchedulerParametersFlags(D, list, &nparams, 0))
PARAMS(scheduler, virDomainGetSchedulerParameters(D, list, &nparams))
OWNED_PARAMS(perf_events, virDomainGetPerfEvents(D, &list, &nparams, 0))
OWNED_PARAMS(guest_info, virDomainGetGuestInfo(D, 0, &list, &nparams, 0))
OWNED_PARAMS(launch_security, virDomainGetLaunchSecurityInfo(D, &list, &nparams, 0))

CALL(guest_vcpus)
{
    virTypedParameterPtr list = NULL;
    unsigned int nparams = 0;
    int rc = virDomainGetGuestVcpus(D, &list, &nparams, 0);
    owned_params(o, rc, list, (int)nparams);
}

CALL(job_stats)
{
    virTypedParameterPtr list = NULL;
    int nparams = 0, type = 0;
    int rc = virDomainGetJobStats(D, &type, &list, &nparams, 0);
    owned_params(o, rc, list, nparams);
}

/* Room for 4 processors of 3 parameters. */
CALL(cpu_stats)
{
    virTypedParameterPtr list = room(sizeof(*list) * 12);
    int n = virDomainGetCPUStats(D, list, 3, 0, 4, 0);
    if (number(o, n)) {
        if (n > 3)
            bad(o, "%d parameters for each processor in room for 3", n);
        for (int i = 0; i < 12; i++)
            if (list[i].type == VIR_TYPED_PARAM_STRING)
                lent(o, list[i].value.s);
        virTypedParamsClear(list, 12);
    }
    fence(o, list, sizeof(*list) * 12);
}

/* What the daemon leaves out stays zero. */
CALL(cpu_stats_total)
{
    virTypedParameterPtr list = room(sizeof(*list) * 4);
    int n = virDomainGetCPUStats(D, list, 4, -1, 1, 0);
    if (number(o, n)) {
        if (n > 4)
            bad(o, "%d parameters in room for 4", n);
        virTypedParamsClear(list, 4);
    }
    fence(o, list, sizeof(*list) * 4);
}

NUMBER(cpu_stats_ncpus, virDomainGetCPUStats(D, NULL, 0, 0, 0, 0))
NUMBER(cpu_stats_nparams, virDomainGetCPUStats(D, NULL, 0, -1, 1, 0))

static void records(struct outcome *o, int n, virDomainStatsRecordPtr *list)
{
    if (!number(o, n)) {
        if (list)
            bad(o, "a list after a failure");
        return;
    }
    o->list = true;
    block(o, list, sizeof(*list) * ((size_t)n + 1));
    for (int i = 0; i < n && !o->bad[0]; i++) {
        lent(o, virDomainGetName(list[i]->dom));
        if (list[i]->nparams > 0)
            block(o, list[i]->params, sizeof(*list[i]->params) * (size_t)list[i]->nparams);
        for (int p = 0; p < list[i]->nparams && !o->bad[0]; p++)
            if (list[i]->params[p].type == VIR_TYPED_PARAM_STRING)
                lent(o, list[i]->params[p].value.s);
    }
    if (!o->bad[0])
        virDomainStatsRecordListFree(list);
}

CALL(all_stats)
{
    virDomainStatsRecordPtr *list = NULL;
    int n = virConnectGetAllDomainStats(on.conn, 0, &list, 0);
    records(o, n, list);
}

CALL(list_stats)
{
    virDomainStatsRecordPtr *list = NULL;
    virDomainPtr doms[] = { D, D, NULL };
    int n = virDomainListGetStats(doms, 0, &list, 0);
    records(o, n, list);
}

CALL(memory_stats)
{
    virDomainMemoryStatPtr list = room(sizeof(*list) * 4);
    int n = virDomainMemoryStats(D, list, 4, 0);
    if (number(o, n) && n > 4)
        bad(o, "%d values in room for 4", n);
    o->list = true;
    fence(o, list, sizeof(*list) * 4);
}

CALL(disk_errors)
{
    virDomainDiskErrorPtr list = room(sizeof(*list) * 4);
    int n = virDomainGetDiskErrors(D, list, 4, 0);
    if (number(o, n)) {
        o->list = true;
        if (n > 4)
            bad(o, "%d errors in room for 4", n);
        for (int i = 0; i < n && i < 4; i++) {
            lent(o, list[i].disk);
            free(list[i].disk);
        }
    }
    fence(o, list, sizeof(*list) * 4);
}

NUMBER(disk_errors_count, virDomainGetDiskErrors(D, NULL, 0, 0))

CALL(vcpus)
{
    virVcpuInfoPtr info = room(sizeof(*info) * 4);
    unsigned char *maps = room(8);
    int n = virDomainGetVcpus(D, info, 4, maps, 2);
    if (number(o, n) && n > 4)
        bad(o, "%d processors in room for 4", n);
    o->list = true;
    fence(o, info, sizeof(*info) * 4);
    fence(o, maps, 8);
}

CALL(vcpu_pins)
{
    unsigned char *maps = room(8);
    int n = virDomainGetVcpuPinInfo(D, 4, maps, 2, 0);
    if (number(o, n) && n > 4)
        bad(o, "%d processors in room for 4", n);
    fence(o, maps, 8);
}

CALL(emulator_pin)
{
    unsigned char *maps = room(8);
    number(o, virDomainGetEmulatorPinInfo(D, maps, 8, 0));
    fence(o, maps, 8);
}

#define PEEK(id, call) \
    CALL(id) \
    { \
        unsigned char *buffer = room(4); \
        number(o, call); \
        fence(o, buffer, 4); \
    }
PEEK(block_peek, virDomainBlockPeek(D, "vda", 0, 4, buffer, 0))
PEEK(memory_peek, virDomainMemoryPeek(D, 0, 4, buffer, VIR_MEMORY_VIRTUAL))

#define C(id) { #id, NEEDS_DOM, id }
#define P(id) C(id), C(id##_probe)
const struct call stats_calls[] = {
    P(memory_params), P(blkio_params), P(numa_params), P(block_io_tune), P(interface_params), C(block_stats_flags), C(block_stats_flags_probe),
    C(scheduler_flags), C(scheduler), C(perf_events), C(guest_info), C(launch_security), C(guest_vcpus), C(job_stats),
    C(cpu_stats), C(cpu_stats_total), C(cpu_stats_ncpus), C(cpu_stats_nparams), C(list_stats), C(memory_stats),
    C(disk_errors), C(disk_errors_count), C(vcpus), C(vcpu_pins), C(emulator_pin), C(block_peek), C(memory_peek),
    { "all_stats", NEEDS_CONN, all_stats },
    END,
};
/* These two have no form that asks for a number. */
void (*const unused_forms[])(struct outcome *) = { scheduler_probe, scheduler_flags_probe };
