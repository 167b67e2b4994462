/* One measurement a run of the test driver in this process: local KIND COUNT. Prints the process's CPU seconds (user, system) spent in
 * the loop alone, the wall seconds, and the peak resident memory in KiB. The same binary runs on both libraries. */
#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#define URI "test:///default"

static double seconds(struct timeval t)
{
    return (double) t.tv_sec + (double) t.tv_usec / 1e6;
}

static void fail(const char *what)
{
    fprintf(stderr, "local: %s: %s\n", what, virGetLastErrorMessage());
    exit(1);
}

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

static virDomainPtr define(virConnectPtr conn, long number)
{
    char xml[2048];

    /* A guest as tools make them: a disk, a network card, a console, graphics. */
    snprintf(xml, sizeof(xml),
             "<domain type='test'><name>guest-%ld</name><uuid>6ba7b810-9dad-11d1-80b4-%012lx</uuid>"
             "<memory unit='MiB'>512</memory><vcpu>2</vcpu><os><type arch='x86_64'>hvm</type><boot dev='hd'/></os>"
             "<features><acpi/><apic/></features><clock offset='utc'/><devices>"
             "<disk type='file' device='disk'><source file='/images/%ld.img'/><target dev='vda' bus='virtio'/></disk>"
             "<interface type='network'><mac address='52:54:00:%02lx:%02lx:%02lx'/><source network='default'/>"
             "<model type='virtio'/></interface><console type='pty'/><graphics type='vnc' port='-1' autoport='yes'/>"
             "</devices></domain>",
             number, number, number, number >> 16 & 255, number >> 8 & 255, number & 255);
    virDomainPtr domain = virDomainDefineXML(conn, xml);
    if (!domain)
        fail("define");
    return domain;
}

static void dump(virDomainPtr domain)
{
    char *xml = virDomainGetXMLDesc(domain, 0);
    if (!xml)
        fail("dump");
    free(xml);
}

static void list(virConnectPtr conn)
{
    virDomainPtr *domains;
    int count = virConnectListAllDomains(conn, &domains, 0);
    if (count < 0)
        fail("list");
    for (int i = 0; i < count; i++)
        virDomainFree(domains[i]);
    free(domains);
}

static void statistics(virConnectPtr conn)
{
    virDomainStatsRecordPtr *records;
    if (virConnectGetAllDomainStats(conn, 0, &records, 0) < 0)
        fail("statistics");
    virDomainStatsRecordListFree(records);
}

int main(int argc, char **argv)
{
    if (argc != 3)
        return 2;
    const char *kind = argv[1];
    long count = atol(argv[2]);
    virConnectPtr conn = virConnectOpen(URI);
    if (!conn)
        fail("open");
    virDomainPtr domain = define(conn, 0);
    if (!strcmp(kind, "list") || !strcmp(kind, "statistics"))
        for (long n = 1; n < 1000; n++)
            virDomainFree(define(conn, n));
    if (!strcmp(kind, "open"))
        /* The first connection to a state makes it; later ones would share it. */
        virDomainFree(domain), virConnectClose(conn);

    struct rusage before, after;
    struct timespec start, end;
    getrusage(RUSAGE_SELF, &before);
    clock_gettime(CLOCK_MONOTONIC, &start);
    for (long n = 0; n < count; n++) {
        if (!strcmp(kind, "info")) {
            virDomainInfo info;
            if (virDomainGetInfo(domain, &info) < 0)
                fail("info");
        } else if (!strcmp(kind, "dump")) {
            dump(domain);
        } else if (!strcmp(kind, "define")) {
            virDomainPtr other = define(conn, 1);
            dump(other);
            virDomainUndefine(other);
            virDomainFree(other);
        } else if (!strcmp(kind, "list")) {
            list(conn);
        } else if (!strcmp(kind, "statistics")) {
            statistics(conn);
        } else if (!strcmp(kind, "open")) {
            virConnectPtr other = virConnectOpen(URI);
            if (!other)
                fail("open");
            virConnectClose(other);
        } else if (!strcmp(kind, "many")) {
            virDomainFree(define(conn, n + 1));
        } else {
            return 2;
        }
    }
    clock_gettime(CLOCK_MONOTONIC, &end);
    getrusage(RUSAGE_SELF, &after);
    printf("%.6f %.6f %.6f %ld\n", seconds(after.ru_utime) - seconds(before.ru_utime),
           seconds(after.ru_stime) - seconds(before.ru_stime),
           (double) (end.tv_sec - start.tv_sec) + (double) (end.tv_nsec - start.tv_nsec) / 1e9, peak_kib());
    return 0;
}
