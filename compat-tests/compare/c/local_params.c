/* Typed parameters of every type, known and not, for setters of the test driver in the process. needs: the local driver */
#include "common.h"

static virDomainPtr dom;

static void set(const char *what, const char *field, int type)
{
    virTypedParameter param;
    memset(&param, 0, sizeof(param));
    strcpy(param.field, field);
    param.type = type;
    if (type == VIR_TYPED_PARAM_STRING)
        param.value.s = (char *)"text";
    printf("%s %s %d ", what, field, type);
    if (strcmp(what, "memory") == 0)
        result("", virDomainSetMemoryParameters(dom, &param, 1, 0));
    else if (strcmp(what, "scheduler") == 0)
        result("", virDomainSetSchedulerParameters(dom, &param, 1));
    else if (strcmp(what, "blkio") == 0)
        result("", virDomainSetBlkioParameters(dom, &param, 1, 0));
    else if (strcmp(what, "numa") == 0)
        result("", virDomainSetNumaParameters(dom, &param, 1, VIR_DOMAIN_AFFECT_CONFIG));
    else if (strcmp(what, "perf") == 0)
        result("", virDomainSetPerfEvents(dom, &param, 1, 0));
    else
        result("", virDomainSetInterfaceParameters(dom, "52:54:00:00:00:00", &param, 1, 0));
}

int main(int argc, char **argv)
{
    static const char *const known[][2] = {{"memory", "hard_limit"}, {"scheduler", "weight"}, {"blkio", "weight"},
                                           {"numa", "numa_mode"},    {"perf", "cmt"},         {"interface", "inbound.average"}};
    virConnectPtr conn;
    virSetErrorFunc(NULL, quiet);
    conn = virConnectOpen(argc > 1 ? argv[1] : "");
    dom = conn ? virDomainLookupByName(conn, "test") : NULL;
    if (!dom)
        return 77;
    for (unsigned int i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
        for (int type = -1; type <= 8; type++)
            set(known[i][0], known[i][1], type);
        for (int type = VIR_TYPED_PARAM_INT; type < 8; type++)
            set(known[i][0], "unknown", type);
        set(known[i][0], "", VIR_TYPED_PARAM_INT);
    }
    virDomainFree(dom);
    result("close", virConnectClose(conn));
    return 0;
}
