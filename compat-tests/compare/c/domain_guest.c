/* What a guest's agent does and tells: file systems, interfaces, time, keys, passwords, sleep.
 * needs: daemon */
#include "common.h"

static void filesystems(virDomainPtr dom)
{
    virDomainFSInfoPtr *info = (void *)1;
    const char *paths[300] = { "/", "/boot", "/nosuch" };
    for (int i = 3; i < 300; i++)
        paths[i] = "/x";
    int n = virDomainGetFSInfo(dom, &info, 0);
    result("fs info", n);
    for (int i = 0; i < n; i++) {
        printf("  %s %s %s %zu", info[i]->mountpoint, info[i]->name, info[i]->fstype, info[i]->ndevAlias);
        for (size_t j = 0; j < info[i]->ndevAlias; j++)
            printf(" %s", info[i]->devAlias[j]);
        printf("\n");
        virDomainFSInfoFree(info[i]);
    }
    if (n >= 0)
        free(info);
    info = (void *)1;
    result("fs info flags", virDomainGetFSInfo(dom, &info, 1));
    printf("info %d\n", info == NULL);
    result("fs info NULL", virDomainGetFSInfo(dom, NULL, 0));
    virDomainFSInfoFree(NULL);
    result("freeze", virDomainFSFreeze(dom, paths, 2, 0));
    result("freeze again", virDomainFSFreeze(dom, NULL, 0, 0));
    result("freeze NULL", virDomainFSFreeze(dom, NULL, 2, 0));
    result("freeze unknown", virDomainFSFreeze(dom, paths, 3, 0));
    result("freeze many", virDomainFSFreeze(dom, paths, 257, 0));
    result("freeze huge", virDomainFSFreeze(dom, paths, (unsigned int)-1, 0));
    result("thaw", virDomainFSThaw(dom, paths, 1, 0));
    result("thaw all", virDomainFSThaw(dom, NULL, 0, 0));
    result("thaw NULL", virDomainFSThaw(dom, NULL, 1, 0));
    result("thaw many", virDomainFSThaw(dom, paths, 300, 0));
    result("trim", virDomainFSTrim(dom, NULL, 0, 0));
    result("trim one", virDomainFSTrim(dom, "/boot", 1024, 0));
    result("trim flags", virDomainFSTrim(dom, "/", 0, 7));
}

static void interfaces(virDomainPtr dom)
{
    virDomainInterfacePtr *ifaces = (void *)1;
    int n = virDomainInterfaceAddresses(dom, &ifaces, VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_LEASE, 0);
    result("addresses", n);
    for (int i = 0; i < n; i++) {
        printf("  %s %s", ifaces[i]->name, text(ifaces[i]->hwaddr));
        for (unsigned int j = 0; j < ifaces[i]->naddrs; j++)
            printf(" %d %s/%u", ifaces[i]->addrs[j].type, ifaces[i]->addrs[j].addr, ifaces[i]->addrs[j].prefix);
        printf("\n");
        virDomainInterfaceFree(ifaces[i]);
    }
    if (n >= 0)
        free(ifaces);
    ifaces = (void *)1;
    n = virDomainInterfaceAddresses(dom, &ifaces, VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_AGENT, 0);
    result("addresses agent", n);
    printf("ifaces %d\n", ifaces == NULL);
    for (int i = 0; i < n; i++)
        virDomainInterfaceFree(ifaces[i]);
    if (n >= 0)
        free(ifaces);
    result("addresses source", virDomainInterfaceAddresses(dom, &ifaces, 77, 0));
    result("addresses flags", virDomainInterfaceAddresses(dom, &ifaces, 0, 1));
    result("addresses NULL", virDomainInterfaceAddresses(dom, NULL, 0, 0));
    virDomainInterfaceFree(NULL);
}

static void guest(virDomainPtr dom)
{
    virTypedParameterPtr params = NULL;
    int nparams = 0;
    long long seconds = 5;
    unsigned int nseconds = 6;
    char **keys = NULL;
    const char *key[] = { "ssh-rsa one", "ssh-rsa two" };
    char *name = virDomainGetHostname(dom, 0);
    result_string("hostname", name);
    free(name);
    result_string("hostname flags", virDomainGetHostname(dom, 1 << 30));
    int rc = virDomainGetTime(dom, &seconds, &nseconds, 0);
    result("time", rc);
    printf("%lld %u\n", seconds, nseconds);
    result("set time", virDomainSetTime(dom, 12345, 6789, 0));
    result("set time sync", virDomainSetTime(dom, 0, 0, VIR_DOMAIN_TIME_SYNC));
    result("get time", virDomainGetTime(dom, &seconds, &nseconds, 0));
    result("get time flags", virDomainGetTime(dom, &seconds, &nseconds, 9));
    result("guest info", virDomainGetGuestInfo(dom, 0, &params, &nparams, 0));
    virTypedParamsFree(params, nparams);
    params = NULL;
    result("guest info NULL", virDomainGetGuestInfo(dom, 0, NULL, &nparams, 0));
    result("guest info count", virDomainGetGuestInfo(dom, 0, &params, NULL, 0));
    result("agent timeout", virDomainAgentSetResponseTimeout(dom, 3, 0));
    result("keys", virDomainAuthorizedSSHKeysGet(dom, "root", &keys, 0));
    result("keys user", virDomainAuthorizedSSHKeysGet(dom, NULL, &keys, 0));
    result("keys NULL", virDomainAuthorizedSSHKeysGet(dom, "root", NULL, 0));
    result("set keys", virDomainAuthorizedSSHKeysSet(dom, "root", key, 2, 0));
    result("set no keys", virDomainAuthorizedSSHKeysSet(dom, "root", NULL, 0, 0));
    result("append no keys", virDomainAuthorizedSSHKeysSet(dom, "root", NULL, 0, 1));
    result("both", virDomainAuthorizedSSHKeysSet(dom, "root", key, 2, 3));
    result("many keys", virDomainAuthorizedSSHKeysSet(dom, "root", key, 2049, 0));
    result("keys of nobody", virDomainAuthorizedSSHKeysSet(dom, NULL, key, 2, 0));
    result("password", virDomainSetUserPassword(dom, "root", "secret", 0));
    result("password user", virDomainSetUserPassword(dom, NULL, "secret", 0));
    result("password NULL", virDomainSetUserPassword(dom, "root", NULL, 0));
    result("suspend", virDomainPMSuspendForDuration(dom, 99, 0, 0));
    result("suspend disk", virDomainPMSuspendForDuration(dom, VIR_NODE_SUSPEND_TARGET_DISK, 10, 0));
    result("wake up", virDomainPMWakeup(dom, 0));
    result("wake up flags", virDomainPMWakeup(dom, 1));
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
    filesystems(dom);
    interfaces(dom);
    guest(dom);
    printf("-- read-only\n");
    filesystems(looking);
    interfaces(looking);
    guest(looking);
    virDomainFree(looking);
    virDomainFree(dom);
    result("close", virConnectClose(readonly));
    result("close", virConnectClose(conn));
    return 0;
}
