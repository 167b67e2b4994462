/* One measurement a run: bench KIND COUNT [URI]. Prints the process's CPU seconds (user, system) spent in the loop alone,
 * the wall seconds, and the peak resident memory in KiB. The same binary runs on both libraries. */
#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <time.h>

static double seconds(struct timeval t)
{
    return (double) t.tv_sec + (double) t.tv_usec / 1e6;
}

/* The kernel's high-water mark of this program: ru_maxrss would start at the parent's. */
static long peak_kib(void)
{
    char line[256];
    long kib = -1;
    FILE *status = fopen("/proc/self/status", "r");
    while (status && fgets(line, sizeof(line), status))
        if (sscanf(line, "VmHWM: %ld kB", &kib) == 1)
            break;
    if (status)
        fclose(status);
    return kib;
}

static void fail(const char *what)
{
    fprintf(stderr, "bench: %s: %s\n", what, virGetLastErrorMessage());
    exit(1);
}

/* Names as programs find them: numbered at the end, or statistics: one of each of 32 disks, eight of each of four. */
static void typed_params(const char *kind, long count)
{
    static const char *const of_disk[] = {"rd.reqs", "rd.bytes", "rd.times", "wr.reqs", "wr.bytes", "wr.times", "fl.reqs", "fl.times"};
    char names[32][32];
    for (int i = 0; i < 32; i++) {
        if (!strcmp(kind, "params"))
            snprintf(names[i], sizeof(names[i]), "parameter.%d", i);
        else if (!strcmp(kind, "params-disks"))
            snprintf(names[i], sizeof(names[i]), "block.%d.rd.bytes", i);
        else
            snprintf(names[i], sizeof(names[i]), "block.%d.%s", i / 8, of_disk[i % 8]);
    }
    for (long n = 0; n < count; n++) {
        virTypedParameterPtr params = NULL;
        int nparams = 0, room = 0, value;
        for (int i = 0; i < 32; i++)
            if (virTypedParamsAddInt(&params, &nparams, &room, names[i], i) < 0)
                fail("add");
        for (int i = 0; i < 32; i++)
            if (virTypedParamsGetInt(params, nparams, names[i], &value) != 1 || value != i)
                fail("look up");
        virTypedParamsFree(params, nparams);
    }
}

static void list_domains(virConnectPtr conn, long count)
{
    for (long n = 0; n < count; n++) {
        virDomainPtr *domains = NULL;
        int found = virConnectListAllDomains(conn, &domains, 0);
        if (found < 0)
            fail("list");
        for (int i = 0; i < found; i++)
            virDomainFree(domains[i]);
        free(domains);
    }
}

static void calls(virConnectPtr conn, virDomainPtr domain, const char *kind, long count)
{
    virDomainInfo info;
    unsigned long version;
    for (long n = 0; n < count; n++) {
        char *text = NULL;
        if (!strcmp(kind, "libversion")) {
            if (virConnectGetLibVersion(conn, &version) < 0)
                fail(kind);
        } else if (!strcmp(kind, "info")) {
            if (virDomainGetInfo(domain, &info) < 0)
                fail(kind);
        } else if (!strcmp(kind, "hostname")) {
            text = virConnectGetHostname(conn);
            if (!text)
                fail(kind);
        } else if (!strcmp(kind, "xml")) {
            text = virDomainGetXMLDesc(domain, 0);
            if (!text)
                fail(kind);
        } else {
            fail("unknown kind");
        }
        free(text);
    }
}

int main(int argc, char **argv)
{
    struct rusage before, after;
    struct timespec from, to;
    virConnectPtr conn = NULL;
    virDomainPtr *domains = NULL;

    if (argc < 3)
        return 2;
    const char *kind = argv[1];
    long count = strtol(argv[2], NULL, 10);
    /* The stock library's error functions need it. */
    if (virInitialize() < 0)
        fail("initialise");
    if (argc > 3) {
        conn = virConnectOpen(argv[3]);
        if (!conn || virConnectListAllDomains(conn, &domains, 0) < 1)
            fail("open and list");
    }
    getrusage(RUSAGE_SELF, &before);
    clock_gettime(CLOCK_MONOTONIC, &from);
    if (!strcmp(kind, "version")) {
        unsigned long version;
        if (virGetVersion(&version, NULL, NULL) < 0)
            fail(kind);
    } else if (!strncmp(kind, "params", 6)) {
        typed_params(kind, count);
    } else if (!strcmp(kind, "list")) {
        list_domains(conn, count);
    } else {
        calls(conn, domains[0], kind, count);
    }
    clock_gettime(CLOCK_MONOTONIC, &to);
    getrusage(RUSAGE_SELF, &after);
    printf("%.6f %.6f %.6f %ld\n", seconds(after.ru_utime) - seconds(before.ru_utime),
           seconds(after.ru_stime) - seconds(before.ru_stime),
           (double) (to.tv_sec - from.tv_sec) + (double) (to.tv_nsec - from.tv_nsec) / 1e9, peak_kib());
    return 0;
}
