/* A program built with the installed headers and pkg-config files: uses each of the four libraries.
 * Arguments: URI of a daemon's test driver, or none. Prints one line per fact; run compares them. */
#include <libvirt/libvirt-admin.h>
#include <libvirt/libvirt-lxc.h>
#include <libvirt/libvirt-qemu.h>
#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>
#include <stdio.h>
#include <string.h>

static void quiet(void *data, virErrorPtr error)
{
    (void) data;
    (void) error;
}

int main(int argc, char **argv)
{
    unsigned long version = 0;
    unsigned long long admin = 0;
    virTypedParameterPtr params = NULL;
    int count = 0, room = 0;
    unsigned int value = 0;

    virSetErrorFunc(NULL, quiet);
    if (virInitialize() < 0 || virAdmInitialize() < 0)
        return 1;
    virGetVersion(&version, NULL, NULL);
    virAdmGetVersion(&admin);
    printf("headers %d library %lu admin %llu\n", LIBVIR_VERSION_NUMBER, version, admin);

    if (virTypedParamsAddUInt(&params, &count, &room, VIR_DOMAIN_CPU_STATS_CPUTIME, 7) < 0)
        return 1;
    virTypedParamsGetUInt(params, count, VIR_DOMAIN_CPU_STATS_CPUTIME, &value);
    printf("parameter %s %u\n", params[0].field, value);
    virTypedParamsFree(params, count);

    printf("qemu %d", virDomainQemuAttach(NULL, 1, 0) == NULL);
    printf(" code %d\n", virGetLastErrorCode());
    printf("lxc %d", virDomainLxcEnterCGroup(NULL, 0));
    printf(" code %d\n", virGetLastErrorCode());
    if (argc > 1) {
        virConnectPtr conn = virConnectOpen(argv[1]);
        virDomainPtr domain = conn ? virDomainLookupByName(conn, "test") : NULL;
        virDomainInfo info;
        memset(&info, 0, sizeof(info));
        if (!domain || virDomainGetInfo(domain, &info) < 0) {
            printf("daemon: %s\n", virGetLastErrorMessage());
            return 1;
        }
        printf("domain %s memory %lu\n", virDomainGetName(domain), info.memory);
        virDomainFree(domain);
        virConnectClose(conn);
    }
    return 0;
}
