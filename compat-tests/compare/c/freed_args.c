/* Written by gen_null.py; do not edit. Handles that were freed, where each function takes an object: what is not refused as such is told. needs: the local
   driver; drops what it gets */
#include "cases.h"
static virConnectPtr freed_conn;
static virDomainPtr freed_dom;
static virNetworkPtr freed_net;
static virStoragePoolPtr freed_pool;
static virStorageVolPtr freed_vol;
static virNodeDevicePtr freed_dev;
static virInterfacePtr freed_iface;
static virDomainSnapshotPtr freed_snap;
static virStreamPtr freed_stream;
static int refused;

/* Nothing, where the handle is refused by its kind and the function's name. */
static void tell_freed(const struct step *step)
{
    step->run();
    const virError *error = virGetLastError();
    const char *message = error && error->message ? error->message : "";
    const unsigned long name = strcspn(step->name, " ");
    const unsigned long length = strlen(message);
    if (strncmp(message + (*message != 0), "nvalid ", 7) == 0 && length > name &&
        strncmp(message + length - name, step->name, name) == 0) {
        refused++;
    } else {
        printf("%s: ", step->name);
        print_error();
    }
}

static void c0(void)
{
    (void)virConnectBaselineCPU(freed_conn, strings, 0, 0);
}
static void c1(void)
{
    (void)virConnectBaselineHypervisorCPU(freed_conn, "x", "x", "x", "x", strings, 0, 0);
}
static void c2(void)
{
    (void)virConnectClose(freed_conn);
}
static void c3(void)
{
    (void)virConnectCompareCPU(freed_conn, "x", 0);
}
static void c4(void)
{
    (void)virConnectCompareHypervisorCPU(freed_conn, "x", "x", "x", "x", "x", 0);
}
static void c5(void)
{
    (void)virConnectDomainEventDeregister(freed_conn, (virConnectDomainEventCallback)nothing);
}
static void c6(void)
{
    (void)virConnectDomainEventDeregisterAny(freed_conn, 0);
}
static void c7(void)
{
    (void)virConnectDomainEventRegister(freed_conn, (virConnectDomainEventCallback)nothing, (void *)scratch, (virFreeCallback)nothing);
}
static void c8(void)
{
    (void)virConnectDomainEventRegisterAny(freed_conn, dom, 0, (virConnectDomainEventGenericCallback)nothing, (void *)scratch, (virFreeCallback)nothing);
}
static void c9(void)
{
    (void)virConnectDomainEventRegisterAny(conn, freed_dom, 0, (virConnectDomainEventGenericCallback)nothing, (void *)scratch, (virFreeCallback)nothing);
}
static void c10(void)
{
    (void)virConnectDomainXMLFromNative(freed_conn, "x", "x", 0);
}
static void c11(void)
{
    (void)virConnectDomainXMLToNative(freed_conn, "x", "x", 0);
}
static void c12(void)
{
    (void)virConnectFindStoragePoolSources(freed_conn, "x", "x", 0);
}
static void c13(void)
{
    (void)virConnectGetAllDomainStats(freed_conn, 0, (void *)scratch, 0);
}
static void c14(void)
{
    (void)virConnectGetCPUModelNames(freed_conn, "x", (void *)scratch, 0);
}
static void c15(void)
{
    (void)virConnectGetCapabilities(freed_conn);
}
static void c16(void)
{
    (void)virConnectGetDomainCapabilities(freed_conn, "x", "x", "x", "x", 0);
}
static void c17(void)
{
    (void)virConnectGetHostname(freed_conn);
}
static void c18(void)
{
    (void)virConnectGetLibVersion(freed_conn, (void *)scratch);
}
static void c19(void)
{
    (void)virConnectGetMaxVcpus(freed_conn, "x");
}
static void c20(void)
{
    (void)virConnectGetStoragePoolCapabilities(freed_conn, 0);
}
static void c21(void)
{
    (void)virConnectGetSysinfo(freed_conn, 0);
}
static void c22(void)
{
    (void)virConnectGetType(freed_conn);
}
static void c23(void)
{
    (void)virConnectGetURI(freed_conn);
}
static void c24(void)
{
    (void)virConnectGetVersion(freed_conn, (void *)scratch);
}
static void c25(void)
{
    (void)virConnectIsAlive(freed_conn);
}
static void c26(void)
{
    (void)virConnectIsEncrypted(freed_conn);
}
static void c27(void)
{
    (void)virConnectIsSecure(freed_conn);
}
static void c28(void)
{
    (void)virConnectListAllDomains(freed_conn, (void *)scratch, 0);
}
static void c29(void)
{
    (void)virConnectListAllInterfaces(freed_conn, (void *)scratch, 0);
}
static void c30(void)
{
    (void)virConnectListAllNWFilterBindings(freed_conn, (void *)scratch, 0);
}
static void c31(void)
{
    (void)virConnectListAllNWFilters(freed_conn, (void *)scratch, 0);
}
static void c32(void)
{
    (void)virConnectListAllNetworks(freed_conn, (void *)scratch, 0);
}
static void c33(void)
{
    (void)virConnectListAllNodeDevices(freed_conn, (void *)scratch, 0);
}
static void c34(void)
{
    (void)virConnectListAllSecrets(freed_conn, (void *)scratch, 0);
}
static void c35(void)
{
    (void)virConnectListAllStoragePools(freed_conn, (void *)scratch, 0);
}
static void c36(void)
{
    (void)virConnectListDefinedDomains(freed_conn, strings, 0);
}
static void c37(void)
{
    (void)virConnectListDefinedInterfaces(freed_conn, strings, 0);
}
static void c38(void)
{
    (void)virConnectListDefinedNetworks(freed_conn, strings, 0);
}
static void c39(void)
{
    (void)virConnectListDefinedStoragePools(freed_conn, strings, 0);
}
static void c40(void)
{
    (void)virConnectListDomains(freed_conn, (void *)scratch, 0);
}
static void c41(void)
{
    (void)virConnectListInterfaces(freed_conn, strings, 0);
}
static void c42(void)
{
    (void)virConnectListNWFilters(freed_conn, strings, 0);
}
static void c43(void)
{
    (void)virConnectListNetworks(freed_conn, strings, 0);
}
static void c44(void)
{
    (void)virConnectListSecrets(freed_conn, (void *)scratch, 0);
}
static void c45(void)
{
    (void)virConnectListStoragePools(freed_conn, strings, 0);
}
static void c46(void)
{
    (void)virConnectNetworkEventDeregisterAny(freed_conn, 0);
}
static void c47(void)
{
    (void)virConnectNetworkEventRegisterAny(freed_conn, net, 0, (virConnectNetworkEventGenericCallback)nothing, (void *)scratch, (virFreeCallback)nothing);
}
static void c48(void)
{
    (void)virConnectNetworkEventRegisterAny(conn, freed_net, 0, (virConnectNetworkEventGenericCallback)nothing, (void *)scratch, (virFreeCallback)nothing);
}
static void c49(void)
{
    (void)virConnectNodeDeviceEventDeregisterAny(freed_conn, 0);
}
static void c50(void)
{
    (void)virConnectNodeDeviceEventRegisterAny(freed_conn, dev, 0, (virConnectNodeDeviceEventGenericCallback)nothing, (void *)scratch, (virFreeCallback)nothing);
}
static void c51(void)
{
    (void)virConnectNodeDeviceEventRegisterAny(conn, freed_dev, 0, (virConnectNodeDeviceEventGenericCallback)nothing, (void *)scratch, (virFreeCallback)nothing);
}
static void c52(void)
{
    (void)virConnectNumOfDefinedDomains(freed_conn);
}
static void c53(void)
{
    (void)virConnectNumOfDefinedInterfaces(freed_conn);
}
static void c54(void)
{
    (void)virConnectNumOfDefinedNetworks(freed_conn);
}
static void c55(void)
{
    (void)virConnectNumOfDefinedStoragePools(freed_conn);
}
static void c56(void)
{
    (void)virConnectNumOfDomains(freed_conn);
}
static void c57(void)
{
    (void)virConnectNumOfInterfaces(freed_conn);
}
static void c58(void)
{
    (void)virConnectNumOfNWFilters(freed_conn);
}
static void c59(void)
{
    (void)virConnectNumOfNetworks(freed_conn);
}
static void c60(void)
{
    (void)virConnectNumOfSecrets(freed_conn);
}
static void c61(void)
{
    (void)virConnectNumOfStoragePools(freed_conn);
}
static void c62(void)
{
    (void)virConnectRef(freed_conn);
}
static void c63(void)
{
    (void)virConnectRegisterCloseCallback(freed_conn, (virConnectCloseFunc)nothing, (void *)scratch, (virFreeCallback)nothing);
}
static void c64(void)
{
    (void)virConnectSecretEventDeregisterAny(freed_conn, 0);
}
static void c65(void)
{
    (void)virConnectSecretEventRegisterAny(freed_conn, NULL, 0, (virConnectSecretEventGenericCallback)nothing, (void *)scratch, (virFreeCallback)nothing);
}
static void c66(void)
{
    (void)virConnectSetIdentity(freed_conn, (void *)scratch, 0, 0);
}
static void c67(void)
{
    (void)virConnectSetKeepAlive(freed_conn, 0, 0);
}
static void c68(void)
{
    (void)virConnectStoragePoolEventDeregisterAny(freed_conn, 0);
}
static void c69(void)
{
    (void)virConnectStoragePoolEventRegisterAny(freed_conn, pool, 0, (virConnectStoragePoolEventGenericCallback)nothing, (void *)scratch, (virFreeCallback)nothing);
}
static void c70(void)
{
    (void)virConnectStoragePoolEventRegisterAny(conn, freed_pool, 0, (virConnectStoragePoolEventGenericCallback)nothing, (void *)scratch, (virFreeCallback)nothing);
}
static void c71(void)
{
    (void)virConnectUnregisterCloseCallback(freed_conn, (virConnectCloseFunc)nothing);
}
static void c72(void)
{
    (void)virDomainAbortJob(freed_dom);
}
static void c73(void)
{
    (void)virDomainAbortJobFlags(freed_dom, 0);
}
static void c74(void)
{
    (void)virDomainAddIOThread(freed_dom, 0, 0);
}
static void c75(void)
{
    (void)virDomainAgentSetResponseTimeout(freed_dom, 0, 0);
}
static void c76(void)
{
    (void)virDomainAttachDevice(freed_dom, "x");
}
static void c77(void)
{
    (void)virDomainAttachDeviceFlags(freed_dom, "x", 0);
}
static void c78(void)
{
    (void)virDomainAuthorizedSSHKeysGet(freed_dom, "x", (void *)scratch, 0);
}
static void c79(void)
{
    (void)virDomainAuthorizedSSHKeysSet(freed_dom, "x", strings, 0, 0);
}
static void c80(void)
{
    (void)virDomainBackupBegin(freed_dom, "x", "x", 0);
}
static void c81(void)
{
    (void)virDomainBackupGetXMLDesc(freed_dom, 0);
}
static void c82(void)
{
    (void)virDomainBlockCommit(freed_dom, "x", "x", "x", 0, 0);
}
static void c83(void)
{
    (void)virDomainBlockCopy(freed_dom, "x", "x", (void *)scratch, 0, 0);
}
static void c84(void)
{
    (void)virDomainBlockJobAbort(freed_dom, "x", 0);
}
static void c85(void)
{
    (void)virDomainBlockJobSetSpeed(freed_dom, "x", 0, 0);
}
static void c86(void)
{
    (void)virDomainBlockPeek(freed_dom, "x", 0, 0, (void *)scratch, 0);
}
static void c87(void)
{
    (void)virDomainBlockPull(freed_dom, "x", 0, 0);
}
static void c88(void)
{
    (void)virDomainBlockRebase(freed_dom, "x", "x", 0, 0);
}
static void c89(void)
{
    (void)virDomainBlockResize(freed_dom, "x", 0, 0);
}
static void c90(void)
{
    (void)virDomainBlockStats(freed_dom, "x", (void *)scratch, 0);
}
static void c91(void)
{
    (void)virDomainBlockStatsFlags(freed_dom, "x", (void *)scratch, (void *)scratch, 0);
}
static void c92(void)
{
    (void)virDomainCheckpointCreateXML(freed_dom, "x", 0);
}
static void c93(void)
{
    (void)virDomainCheckpointLookupByName(freed_dom, "x", 0);
}
static void c94(void)
{
    (void)virDomainCoreDump(freed_dom, "x", 0);
}
static void c95(void)
{
    (void)virDomainCoreDumpWithFormat(freed_dom, "x", 0, 0);
}
static void c96(void)
{
    (void)virDomainCreate(freed_dom);
}
static void c97(void)
{
    (void)virDomainCreateLinux(freed_conn, "x", 0);
}
static void c98(void)
{
    (void)virDomainCreateWithFiles(freed_dom, 0, (void *)scratch, 0);
}
static void c99(void)
{
    (void)virDomainCreateWithFlags(freed_dom, 0);
}
static void c100(void)
{
    (void)virDomainCreateXML(freed_conn, "x", 0);
}
static void c101(void)
{
    (void)virDomainCreateXMLWithFiles(freed_conn, "x", 0, (void *)scratch, 0);
}
static void c102(void)
{
    (void)virDomainDefineXML(freed_conn, "x");
}
static void c103(void)
{
    (void)virDomainDefineXMLFlags(freed_conn, "x", 0);
}
static void c104(void)
{
    (void)virDomainDelIOThread(freed_dom, 0, 0);
}
static void c105(void)
{
    (void)virDomainDestroy(freed_dom);
}
static void c106(void)
{
    (void)virDomainDestroyFlags(freed_dom, 0);
}
static void c107(void)
{
    (void)virDomainDetachDevice(freed_dom, "x");
}
static void c108(void)
{
    (void)virDomainDetachDeviceAlias(freed_dom, "x", 0);
}
static void c109(void)
{
    (void)virDomainDetachDeviceFlags(freed_dom, "x", 0);
}
static void c110(void)
{
    (void)virDomainFDAssociate(freed_dom, "x", 0, (void *)scratch, 0);
}
static void c111(void)
{
    (void)virDomainFSFreeze(freed_dom, strings, 0, 0);
}
static void c112(void)
{
    (void)virDomainFSThaw(freed_dom, strings, 0, 0);
}
static void c113(void)
{
    (void)virDomainFSTrim(freed_dom, "x", 0, 0);
}
static void c114(void)
{
    (void)virDomainFree(freed_dom);
}
static void c115(void)
{
    (void)virDomainGetAutostart(freed_dom, (void *)scratch);
}
static void c116(void)
{
    (void)virDomainGetBlkioParameters(freed_dom, (void *)scratch, (void *)scratch, 0);
}
static void c117(void)
{
    (void)virDomainGetBlockInfo(freed_dom, "x", (void *)scratch, 0);
}
static void c118(void)
{
    (void)virDomainGetBlockIoTune(freed_dom, "x", (void *)scratch, (void *)scratch, 0);
}
static void c119(void)
{
    (void)virDomainGetBlockJobInfo(freed_dom, "x", (void *)scratch, 0);
}
static void c120(void)
{
    (void)virDomainGetCPUStats(freed_dom, (void *)scratch, 0, 0, 0, 0);
}
static void c121(void)
{
    (void)virDomainGetConnect(freed_dom);
}
static void c122(void)
{
    (void)virDomainGetControlInfo(freed_dom, (void *)scratch, 0);
}
static void c123(void)
{
    (void)virDomainGetDiskErrors(freed_dom, (void *)scratch, 0, 0);
}
static void c124(void)
{
    (void)virDomainGetEmulatorPinInfo(freed_dom, (void *)scratch, 0, 0);
}
static void c125(void)
{
    (void)virDomainGetFSInfo(freed_dom, (void *)scratch, 0);
}
static void c126(void)
{
    (void)virDomainGetGuestInfo(freed_dom, 0, (void *)scratch, (void *)scratch, 0);
}
static void c127(void)
{
    (void)virDomainGetGuestVcpus(freed_dom, (void *)scratch, (void *)scratch, 0);
}
static void c128(void)
{
    (void)virDomainGetHostname(freed_dom, 0);
}
static void c129(void)
{
    (void)virDomainGetID(freed_dom);
}
static void c130(void)
{
    (void)virDomainGetIOThreadInfo(freed_dom, (void *)scratch, 0);
}
static void c131(void)
{
    (void)virDomainGetInfo(freed_dom, (void *)scratch);
}
static void c132(void)
{
    (void)virDomainGetInterfaceParameters(freed_dom, "x", (void *)scratch, (void *)scratch, 0);
}
static void c133(void)
{
    (void)virDomainGetJobInfo(freed_dom, (void *)scratch);
}
static void c134(void)
{
    (void)virDomainGetJobStats(freed_dom, (void *)scratch, (void *)scratch, (void *)scratch, 0);
}
static void c135(void)
{
    (void)virDomainGetLaunchSecurityInfo(freed_dom, (void *)scratch, (void *)scratch, 0);
}
static void c136(void)
{
    (void)virDomainGetMaxMemory(freed_dom);
}
static void c137(void)
{
    (void)virDomainGetMaxVcpus(freed_dom);
}
static void c138(void)
{
    (void)virDomainGetMemoryParameters(freed_dom, (void *)scratch, (void *)scratch, 0);
}
static void c139(void)
{
    (void)virDomainGetMessages(freed_dom, (void *)scratch, 0);
}
static void c140(void)
{
    (void)virDomainGetMetadata(freed_dom, 0, "x", 0);
}
static void c141(void)
{
    (void)virDomainGetName(freed_dom);
}
static void c142(void)
{
    (void)virDomainGetNumaParameters(freed_dom, (void *)scratch, (void *)scratch, 0);
}
static void c143(void)
{
    (void)virDomainGetOSType(freed_dom);
}
static void c144(void)
{
    (void)virDomainGetPerfEvents(freed_dom, (void *)scratch, (void *)scratch, 0);
}
static void c145(void)
{
    (void)virDomainGetSchedulerParameters(freed_dom, (void *)scratch, (void *)scratch);
}
static void c146(void)
{
    (void)virDomainGetSchedulerParametersFlags(freed_dom, (void *)scratch, (void *)scratch, 0);
}
static void c147(void)
{
    (void)virDomainGetSchedulerType(freed_dom, (void *)scratch);
}
static void c148(void)
{
    (void)virDomainGetSecurityLabel(freed_dom, (void *)scratch);
}
static void c149(void)
{
    (void)virDomainGetSecurityLabelList(freed_dom, (void *)scratch);
}
static void c150(void)
{
    (void)virDomainGetState(freed_dom, (void *)scratch, (void *)scratch, 0);
}
static void c151(void)
{
    (void)virDomainGetTime(freed_dom, (void *)scratch, (void *)scratch, 0);
}
static void c152(void)
{
    (void)virDomainGetUUID(freed_dom, (void *)scratch);
}
static void c153(void)
{
    (void)virDomainGetUUIDString(freed_dom, (void *)scratch);
}
static void c154(void)
{
    (void)virDomainGetVcpuPinInfo(freed_dom, 0, (void *)scratch, 0, 0);
}
static void c155(void)
{
    (void)virDomainGetVcpus(freed_dom, (void *)scratch, 0, (void *)scratch, 0);
}
static void c156(void)
{
    (void)virDomainGetVcpusFlags(freed_dom, 0);
}
static void c157(void)
{
    (void)virDomainGetXMLDesc(freed_dom, 0);
}
static void c158(void)
{
    (void)virDomainHasCurrentSnapshot(freed_dom, 0);
}
static void c159(void)
{
    (void)virDomainHasManagedSaveImage(freed_dom, 0);
}
static void c160(void)
{
    (void)virDomainInjectNMI(freed_dom, 0);
}
static void c161(void)
{
    (void)virDomainInterfaceAddresses(freed_dom, (void *)scratch, 0, 0);
}
static void c162(void)
{
    (void)virDomainInterfaceStats(freed_dom, "x", (void *)scratch, 0);
}
static void c163(void)
{
    (void)virDomainIsActive(freed_dom);
}
static void c164(void)
{
    (void)virDomainIsPersistent(freed_dom);
}
static void c165(void)
{
    (void)virDomainIsUpdated(freed_dom);
}
static void c166(void)
{
    (void)virDomainListAllCheckpoints(freed_dom, (void *)scratch, 0);
}
static void c167(void)
{
    (void)virDomainListAllSnapshots(freed_dom, (void *)scratch, 0);
}
static void c168(void)
{
    (void)virDomainLookupByID(freed_conn, 0);
}
static void c169(void)
{
    (void)virDomainLookupByName(freed_conn, "x");
}
static void c170(void)
{
    (void)virDomainLookupByUUID(freed_conn, (void *)scratch);
}
static void c171(void)
{
    (void)virDomainLookupByUUIDString(freed_conn, "x");
}
static void c172(void)
{
    (void)virDomainManagedSave(freed_dom, 0);
}
static void c173(void)
{
    (void)virDomainManagedSaveDefineXML(freed_dom, "x", 0);
}
static void c174(void)
{
    (void)virDomainManagedSaveGetXMLDesc(freed_dom, 0);
}
static void c175(void)
{
    (void)virDomainManagedSaveRemove(freed_dom, 0);
}
static void c176(void)
{
    (void)virDomainMemoryPeek(freed_dom, 0, 0, (void *)scratch, 0);
}
static void c177(void)
{
    (void)virDomainMemoryStats(freed_dom, (void *)scratch, 0, 0);
}
static void c178(void)
{
    (void)virDomainMigrate(freed_dom, conn, 0, "x", "x", 0);
}
static void c179(void)
{
    (void)virDomainMigrate(dom, freed_conn, 0, "x", "x", 0);
}
static void c180(void)
{
    (void)virDomainMigrate2(freed_dom, conn, "x", 0, "x", "x", 0);
}
static void c181(void)
{
    (void)virDomainMigrate2(dom, freed_conn, "x", 0, "x", "x", 0);
}
static void c182(void)
{
    (void)virDomainMigrate3(freed_dom, conn, (void *)scratch, 0, 0);
}
static void c183(void)
{
    (void)virDomainMigrate3(dom, freed_conn, (void *)scratch, 0, 0);
}
static void c184(void)
{
    (void)virDomainMigrateGetCompressionCache(freed_dom, (void *)scratch, 0);
}
static void c185(void)
{
    (void)virDomainMigrateGetMaxDowntime(freed_dom, (void *)scratch, 0);
}
static void c186(void)
{
    (void)virDomainMigrateGetMaxSpeed(freed_dom, (void *)scratch, 0);
}
static void c187(void)
{
    (void)virDomainMigrateSetCompressionCache(freed_dom, 0, 0);
}
static void c188(void)
{
    (void)virDomainMigrateSetMaxDowntime(freed_dom, 0, 0);
}
static void c189(void)
{
    (void)virDomainMigrateSetMaxSpeed(freed_dom, 0, 0);
}
static void c190(void)
{
    (void)virDomainMigrateStartPostCopy(freed_dom, 0);
}
static void c191(void)
{
    (void)virDomainMigrateToURI(freed_dom, "x", 0, "x", 0);
}
static void c192(void)
{
    (void)virDomainMigrateToURI2(freed_dom, "x", "x", "x", 0, "x", 0);
}
static void c193(void)
{
    (void)virDomainMigrateToURI3(freed_dom, "x", (void *)scratch, 0, 0);
}
static void c194(void)
{
    (void)virDomainOpenChannel(freed_dom, "x", stream, 0);
}
static void c195(void)
{
    (void)virDomainOpenChannel(dom, "x", freed_stream, 0);
}
static void c196(void)
{
    (void)virDomainOpenConsole(freed_dom, "x", stream, 0);
}
static void c197(void)
{
    (void)virDomainOpenConsole(dom, "x", freed_stream, 0);
}
static void c198(void)
{
    (void)virDomainOpenGraphics(freed_dom, 0, 0, 0);
}
static void c199(void)
{
    (void)virDomainOpenGraphicsFD(freed_dom, 0, 0);
}
static void c200(void)
{
    (void)virDomainPMSuspendForDuration(freed_dom, 0, 0, 0);
}
static void c201(void)
{
    (void)virDomainPMWakeup(freed_dom, 0);
}
static void c202(void)
{
    (void)virDomainPinEmulator(freed_dom, (void *)scratch, 0, 0);
}
static void c203(void)
{
    (void)virDomainPinIOThread(freed_dom, 0, (void *)scratch, 0, 0);
}
static void c204(void)
{
    (void)virDomainPinVcpu(freed_dom, 0, (void *)scratch, 0);
}
static void c205(void)
{
    (void)virDomainPinVcpuFlags(freed_dom, 0, (void *)scratch, 0, 0);
}
static void c206(void)
{
    (void)virDomainReboot(freed_dom, 0);
}
static void c207(void)
{
    (void)virDomainRef(freed_dom);
}
static void c208(void)
{
    (void)virDomainRename(freed_dom, "x", 0);
}
static void c209(void)
{
    (void)virDomainReset(freed_dom, 0);
}
static void c210(void)
{
    (void)virDomainRestore(freed_conn, "x");
}
static void c211(void)
{
    (void)virDomainRestoreFlags(freed_conn, "x", "x", 0);
}
static void c212(void)
{
    (void)virDomainRestoreParams(freed_conn, (void *)scratch, 0, 0);
}
static void c213(void)
{
    (void)virDomainResume(freed_dom);
}
static void c214(void)
{
    (void)virDomainRevertToSnapshot(freed_snap, 0);
}
static void c215(void)
{
    (void)virDomainSave(freed_dom, "x");
}
static void c216(void)
{
    (void)virDomainSaveFlags(freed_dom, "x", "x", 0);
}
static void c217(void)
{
    (void)virDomainSaveImageDefineXML(freed_conn, "x", "x", 0);
}
static void c218(void)
{
    (void)virDomainSaveImageGetXMLDesc(freed_conn, "x", 0);
}
static void c219(void)
{
    (void)virDomainSaveParams(freed_dom, (void *)scratch, 0, 0);
}
static void c220(void)
{
    (void)virDomainScreenshot(freed_dom, stream, 0, 0);
}
static void c221(void)
{
    (void)virDomainScreenshot(dom, freed_stream, 0, 0);
}
static void c222(void)
{
    (void)virDomainSendKey(freed_dom, 0, 0, (void *)scratch, 0, 0);
}
static void c223(void)
{
    (void)virDomainSendProcessSignal(freed_dom, 0, 0, 0);
}
static void c224(void)
{
    (void)virDomainSetAutostart(freed_dom, 0);
}
static void c225(void)
{
    (void)virDomainSetBlkioParameters(freed_dom, (void *)scratch, 0, 0);
}
static void c226(void)
{
    (void)virDomainSetBlockIoTune(freed_dom, "x", (void *)scratch, 0, 0);
}
static void c227(void)
{
    (void)virDomainSetBlockThreshold(freed_dom, "x", 0, 0);
}
static void c228(void)
{
    (void)virDomainSetGuestVcpus(freed_dom, "x", 0, 0);
}
static void c229(void)
{
    (void)virDomainSetIOThreadParams(freed_dom, 0, (void *)scratch, 0, 0);
}
static void c230(void)
{
    (void)virDomainSetInterfaceParameters(freed_dom, "x", (void *)scratch, 0, 0);
}
static void c231(void)
{
    (void)virDomainSetLaunchSecurityState(freed_dom, (void *)scratch, 0, 0);
}
static void c232(void)
{
    (void)virDomainSetLifecycleAction(freed_dom, 0, 0, 0);
}
static void c233(void)
{
    (void)virDomainSetMaxMemory(freed_dom, 0);
}
static void c234(void)
{
    (void)virDomainSetMemory(freed_dom, 0);
}
static void c235(void)
{
    (void)virDomainSetMemoryFlags(freed_dom, 0, 0);
}
static void c236(void)
{
    (void)virDomainSetMemoryParameters(freed_dom, (void *)scratch, 0, 0);
}
static void c237(void)
{
    (void)virDomainSetMemoryStatsPeriod(freed_dom, 0, 0);
}
static void c238(void)
{
    (void)virDomainSetMetadata(freed_dom, 0, "x", "x", "x", 0);
}
static void c239(void)
{
    (void)virDomainSetNumaParameters(freed_dom, (void *)scratch, 0, 0);
}
static void c240(void)
{
    (void)virDomainSetPerfEvents(freed_dom, (void *)scratch, 0, 0);
}
static void c241(void)
{
    (void)virDomainSetSchedulerParameters(freed_dom, (void *)scratch, 0);
}
static void c242(void)
{
    (void)virDomainSetSchedulerParametersFlags(freed_dom, (void *)scratch, 0, 0);
}
static void c243(void)
{
    (void)virDomainSetTime(freed_dom, 0, 0, 0);
}
static void c244(void)
{
    (void)virDomainSetUserPassword(freed_dom, "x", "x", 0);
}
static void c245(void)
{
    (void)virDomainSetVcpu(freed_dom, "x", 0, 0);
}
static void c246(void)
{
    (void)virDomainSetVcpus(freed_dom, 0);
}
static void c247(void)
{
    (void)virDomainSetVcpusFlags(freed_dom, 0, 0);
}
static void c248(void)
{
    (void)virDomainShutdown(freed_dom);
}
static void c249(void)
{
    (void)virDomainShutdownFlags(freed_dom, 0);
}
static void c250(void)
{
    (void)virDomainSnapshotCreateXML(freed_dom, "x", 0);
}
static void c251(void)
{
    (void)virDomainSnapshotCurrent(freed_dom, 0);
}
static void c252(void)
{
    (void)virDomainSnapshotDelete(freed_snap, 0);
}
static void c253(void)
{
    (void)virDomainSnapshotFree(freed_snap);
}
static void c254(void)
{
    (void)virDomainSnapshotGetConnect(freed_snap);
}
static void c255(void)
{
    (void)virDomainSnapshotGetDomain(freed_snap);
}
static void c256(void)
{
    (void)virDomainSnapshotGetName(freed_snap);
}
static void c257(void)
{
    (void)virDomainSnapshotGetParent(freed_snap, 0);
}
static void c258(void)
{
    (void)virDomainSnapshotGetXMLDesc(freed_snap, 0);
}
static void c259(void)
{
    (void)virDomainSnapshotHasMetadata(freed_snap, 0);
}
static void c260(void)
{
    (void)virDomainSnapshotIsCurrent(freed_snap, 0);
}
static void c261(void)
{
    (void)virDomainSnapshotListAllChildren(freed_snap, (void *)scratch, 0);
}
static void c262(void)
{
    (void)virDomainSnapshotListChildrenNames(freed_snap, (void *)scratch, 0, 0);
}
static void c263(void)
{
    (void)virDomainSnapshotListNames(freed_dom, (void *)scratch, 0, 0);
}
static void c264(void)
{
    (void)virDomainSnapshotLookupByName(freed_dom, "x", 0);
}
static void c265(void)
{
    (void)virDomainSnapshotNum(freed_dom, 0);
}
static void c266(void)
{
    (void)virDomainSnapshotNumChildren(freed_snap, 0);
}
static void c267(void)
{
    (void)virDomainSnapshotRef(freed_snap);
}
static void c268(void)
{
    (void)virDomainStartDirtyRateCalc(freed_dom, 0, 0);
}
static void c269(void)
{
    (void)virDomainSuspend(freed_dom);
}
static void c270(void)
{
    (void)virDomainUndefine(freed_dom);
}
static void c271(void)
{
    (void)virDomainUndefineFlags(freed_dom, 0);
}
static void c272(void)
{
    (void)virDomainUpdateDeviceFlags(freed_dom, "x", 0);
}
static void c273(void)
{
    (void)virInterfaceChangeBegin(freed_conn, 0);
}
static void c274(void)
{
    (void)virInterfaceChangeCommit(freed_conn, 0);
}
static void c275(void)
{
    (void)virInterfaceChangeRollback(freed_conn, 0);
}
static void c276(void)
{
    (void)virInterfaceCreate(freed_iface, 0);
}
static void c277(void)
{
    (void)virInterfaceDefineXML(freed_conn, "x", 0);
}
static void c278(void)
{
    (void)virInterfaceDestroy(freed_iface, 0);
}
static void c279(void)
{
    (void)virInterfaceFree(freed_iface);
}
static void c280(void)
{
    (void)virInterfaceGetConnect(freed_iface);
}
static void c281(void)
{
    (void)virInterfaceGetMACString(freed_iface);
}
static void c282(void)
{
    (void)virInterfaceGetName(freed_iface);
}
static void c283(void)
{
    (void)virInterfaceGetXMLDesc(freed_iface, 0);
}
static void c284(void)
{
    (void)virInterfaceIsActive(freed_iface);
}
static void c285(void)
{
    (void)virInterfaceLookupByMACString(freed_conn, "x");
}
static void c286(void)
{
    (void)virInterfaceLookupByName(freed_conn, "x");
}
static void c287(void)
{
    (void)virInterfaceRef(freed_iface);
}
static void c288(void)
{
    (void)virInterfaceUndefine(freed_iface);
}
static void c289(void)
{
    (void)virNWFilterBindingCreateXML(freed_conn, "x", 0);
}
static void c290(void)
{
    (void)virNWFilterBindingLookupByPortDev(freed_conn, "x");
}
static void c291(void)
{
    (void)virNWFilterDefineXML(freed_conn, "x");
}
static void c292(void)
{
    (void)virNWFilterDefineXMLFlags(freed_conn, "x", 0);
}
static void c293(void)
{
    (void)virNWFilterLookupByName(freed_conn, "x");
}
static void c294(void)
{
    (void)virNWFilterLookupByUUID(freed_conn, (void *)scratch);
}
static void c295(void)
{
    (void)virNWFilterLookupByUUIDString(freed_conn, "x");
}
static void c296(void)
{
    (void)virNetworkCreate(freed_net);
}
static void c297(void)
{
    (void)virNetworkCreateXML(freed_conn, "x");
}
static void c298(void)
{
    (void)virNetworkCreateXMLFlags(freed_conn, "x", 0);
}
static void c299(void)
{
    (void)virNetworkDefineXML(freed_conn, "x");
}
static void c300(void)
{
    (void)virNetworkDefineXMLFlags(freed_conn, "x", 0);
}
static void c301(void)
{
    (void)virNetworkDestroy(freed_net);
}
static void c302(void)
{
    (void)virNetworkFree(freed_net);
}
static void c303(void)
{
    (void)virNetworkGetAutostart(freed_net, (void *)scratch);
}
static void c304(void)
{
    (void)virNetworkGetBridgeName(freed_net);
}
static void c305(void)
{
    (void)virNetworkGetConnect(freed_net);
}
static void c306(void)
{
    (void)virNetworkGetDHCPLeases(freed_net, "x", (void *)scratch, 0);
}
static void c307(void)
{
    (void)virNetworkGetName(freed_net);
}
static void c308(void)
{
    (void)virNetworkGetUUID(freed_net, (void *)scratch);
}
static void c309(void)
{
    (void)virNetworkGetUUIDString(freed_net, (void *)scratch);
}
static void c310(void)
{
    (void)virNetworkGetXMLDesc(freed_net, 0);
}
static void c311(void)
{
    (void)virNetworkIsActive(freed_net);
}
static void c312(void)
{
    (void)virNetworkIsPersistent(freed_net);
}
static void c313(void)
{
    (void)virNetworkListAllPorts(freed_net, (void *)scratch, 0);
}
static void c314(void)
{
    (void)virNetworkLookupByName(freed_conn, "x");
}
static void c315(void)
{
    (void)virNetworkLookupByUUID(freed_conn, (void *)scratch);
}
static void c316(void)
{
    (void)virNetworkLookupByUUIDString(freed_conn, "x");
}
static void c317(void)
{
    (void)virNetworkPortCreateXML(freed_net, "x", 0);
}
static void c318(void)
{
    (void)virNetworkPortLookupByUUID(freed_net, (void *)scratch);
}
static void c319(void)
{
    (void)virNetworkPortLookupByUUIDString(freed_net, "x");
}
static void c320(void)
{
    (void)virNetworkRef(freed_net);
}
static void c321(void)
{
    (void)virNetworkSetAutostart(freed_net, 0);
}
static void c322(void)
{
    (void)virNetworkUndefine(freed_net);
}
static void c323(void)
{
    (void)virNetworkUpdate(freed_net, 0, 0, 0, "x", 0);
}
static void c324(void)
{
    (void)virNodeAllocPages(freed_conn, 0, (void *)scratch, (void *)scratch, 0, 0, 0);
}
static void c325(void)
{
    (void)virNodeDeviceCreate(freed_dev, 0);
}
static void c326(void)
{
    (void)virNodeDeviceCreateXML(freed_conn, "x", 0);
}
static void c327(void)
{
    (void)virNodeDeviceDefineXML(freed_conn, "x", 0);
}
static void c328(void)
{
    (void)virNodeDeviceDestroy(freed_dev);
}
static void c329(void)
{
    (void)virNodeDeviceDetachFlags(freed_dev, "x", 0);
}
static void c330(void)
{
    (void)virNodeDeviceDettach(freed_dev);
}
static void c331(void)
{
    (void)virNodeDeviceFree(freed_dev);
}
static void c332(void)
{
    (void)virNodeDeviceGetAutostart(freed_dev, (void *)scratch);
}
static void c333(void)
{
    (void)virNodeDeviceGetName(freed_dev);
}
static void c334(void)
{
    (void)virNodeDeviceGetParent(freed_dev);
}
static void c335(void)
{
    (void)virNodeDeviceGetXMLDesc(freed_dev, 0);
}
static void c336(void)
{
    (void)virNodeDeviceIsActive(freed_dev);
}
static void c337(void)
{
    (void)virNodeDeviceIsPersistent(freed_dev);
}
static void c338(void)
{
    (void)virNodeDeviceListCaps(freed_dev, strings, 0);
}
static void c339(void)
{
    (void)virNodeDeviceLookupByName(freed_conn, "x");
}
static void c340(void)
{
    (void)virNodeDeviceLookupSCSIHostByWWN(freed_conn, "x", "x", 0);
}
static void c341(void)
{
    (void)virNodeDeviceNumOfCaps(freed_dev);
}
static void c342(void)
{
    (void)virNodeDeviceReAttach(freed_dev);
}
static void c343(void)
{
    (void)virNodeDeviceRef(freed_dev);
}
static void c344(void)
{
    (void)virNodeDeviceReset(freed_dev);
}
static void c345(void)
{
    (void)virNodeDeviceSetAutostart(freed_dev, 0);
}
static void c346(void)
{
    (void)virNodeDeviceUndefine(freed_dev, 0);
}
static void c347(void)
{
    (void)virNodeGetCPUMap(freed_conn, (void *)scratch, (void *)scratch, 0);
}
static void c348(void)
{
    (void)virNodeGetCPUStats(freed_conn, 0, (void *)scratch, (void *)scratch, 0);
}
static void c349(void)
{
    (void)virNodeGetCellsFreeMemory(freed_conn, (void *)scratch, 0, 0);
}
static void c350(void)
{
    (void)virNodeGetFreeMemory(freed_conn);
}
static void c351(void)
{
    (void)virNodeGetFreePages(freed_conn, 0, (void *)scratch, 0, 0, (void *)scratch, 0);
}
static void c352(void)
{
    (void)virNodeGetInfo(freed_conn, (void *)scratch);
}
static void c353(void)
{
    (void)virNodeGetMemoryParameters(freed_conn, (void *)scratch, (void *)scratch, 0);
}
static void c354(void)
{
    (void)virNodeGetMemoryStats(freed_conn, 0, (void *)scratch, (void *)scratch, 0);
}
static void c355(void)
{
    (void)virNodeGetSEVInfo(freed_conn, (void *)scratch, (void *)scratch, 0);
}
static void c356(void)
{
    (void)virNodeGetSecurityModel(freed_conn, (void *)scratch);
}
static void c357(void)
{
    (void)virNodeListDevices(freed_conn, "x", strings, 0, 0);
}
static void c358(void)
{
    (void)virNodeNumOfDevices(freed_conn, "x", 0);
}
static void c359(void)
{
    (void)virNodeSetMemoryParameters(freed_conn, (void *)scratch, 0, 0);
}
static void c360(void)
{
    (void)virNodeSuspendForDuration(freed_conn, 0, 0, 0);
}
static void c361(void)
{
    (void)virSecretDefineXML(freed_conn, "x", 0);
}
static void c362(void)
{
    (void)virSecretLookupByUUID(freed_conn, (void *)scratch);
}
static void c363(void)
{
    (void)virSecretLookupByUUIDString(freed_conn, "x");
}
static void c364(void)
{
    (void)virSecretLookupByUsage(freed_conn, 0, "x");
}
static void c365(void)
{
    (void)virStoragePoolBuild(freed_pool, 0);
}
static void c366(void)
{
    (void)virStoragePoolCreate(freed_pool, 0);
}
static void c367(void)
{
    (void)virStoragePoolCreateXML(freed_conn, "x", 0);
}
static void c368(void)
{
    (void)virStoragePoolDefineXML(freed_conn, "x", 0);
}
static void c369(void)
{
    (void)virStoragePoolDelete(freed_pool, 0);
}
static void c370(void)
{
    (void)virStoragePoolDestroy(freed_pool);
}
static void c371(void)
{
    (void)virStoragePoolFree(freed_pool);
}
static void c372(void)
{
    (void)virStoragePoolGetAutostart(freed_pool, (void *)scratch);
}
static void c373(void)
{
    (void)virStoragePoolGetConnect(freed_pool);
}
static void c374(void)
{
    (void)virStoragePoolGetInfo(freed_pool, (void *)scratch);
}
static void c375(void)
{
    (void)virStoragePoolGetName(freed_pool);
}
static void c376(void)
{
    (void)virStoragePoolGetUUID(freed_pool, (void *)scratch);
}
static void c377(void)
{
    (void)virStoragePoolGetUUIDString(freed_pool, (void *)scratch);
}
static void c378(void)
{
    (void)virStoragePoolGetXMLDesc(freed_pool, 0);
}
static void c379(void)
{
    (void)virStoragePoolIsActive(freed_pool);
}
static void c380(void)
{
    (void)virStoragePoolIsPersistent(freed_pool);
}
static void c381(void)
{
    (void)virStoragePoolListAllVolumes(freed_pool, (void *)scratch, 0);
}
static void c382(void)
{
    (void)virStoragePoolListVolumes(freed_pool, strings, 0);
}
static void c383(void)
{
    (void)virStoragePoolLookupByName(freed_conn, "x");
}
static void c384(void)
{
    (void)virStoragePoolLookupByTargetPath(freed_conn, "x");
}
static void c385(void)
{
    (void)virStoragePoolLookupByUUID(freed_conn, (void *)scratch);
}
static void c386(void)
{
    (void)virStoragePoolLookupByUUIDString(freed_conn, "x");
}
static void c387(void)
{
    (void)virStoragePoolLookupByVolume(freed_vol);
}
static void c388(void)
{
    (void)virStoragePoolNumOfVolumes(freed_pool);
}
static void c389(void)
{
    (void)virStoragePoolRef(freed_pool);
}
static void c390(void)
{
    (void)virStoragePoolRefresh(freed_pool, 0);
}
static void c391(void)
{
    (void)virStoragePoolSetAutostart(freed_pool, 0);
}
static void c392(void)
{
    (void)virStoragePoolUndefine(freed_pool);
}
static void c393(void)
{
    (void)virStorageVolCreateXML(freed_pool, "x", 0);
}
static void c394(void)
{
    (void)virStorageVolCreateXMLFrom(freed_pool, "x", vol, 0);
}
static void c395(void)
{
    (void)virStorageVolCreateXMLFrom(pool, "x", freed_vol, 0);
}
static void c396(void)
{
    (void)virStorageVolDelete(freed_vol, 0);
}
static void c397(void)
{
    (void)virStorageVolDownload(freed_vol, stream, 0, 0, 0);
}
static void c398(void)
{
    (void)virStorageVolDownload(vol, freed_stream, 0, 0, 0);
}
static void c399(void)
{
    (void)virStorageVolFree(freed_vol);
}
static void c400(void)
{
    (void)virStorageVolGetConnect(freed_vol);
}
static void c401(void)
{
    (void)virStorageVolGetInfo(freed_vol, (void *)scratch);
}
static void c402(void)
{
    (void)virStorageVolGetInfoFlags(freed_vol, (void *)scratch, 0);
}
static void c403(void)
{
    (void)virStorageVolGetKey(freed_vol);
}
static void c404(void)
{
    (void)virStorageVolGetName(freed_vol);
}
static void c405(void)
{
    (void)virStorageVolGetPath(freed_vol);
}
static void c406(void)
{
    (void)virStorageVolGetXMLDesc(freed_vol, 0);
}
static void c407(void)
{
    (void)virStorageVolLookupByKey(freed_conn, "x");
}
static void c408(void)
{
    (void)virStorageVolLookupByName(freed_pool, "x");
}
static void c409(void)
{
    (void)virStorageVolLookupByPath(freed_conn, "x");
}
static void c410(void)
{
    (void)virStorageVolRef(freed_vol);
}
static void c411(void)
{
    (void)virStorageVolResize(freed_vol, 0, 0);
}
static void c412(void)
{
    (void)virStorageVolUpload(freed_vol, stream, 0, 0, 0);
}
static void c413(void)
{
    (void)virStorageVolUpload(vol, freed_stream, 0, 0, 0);
}
static void c414(void)
{
    (void)virStorageVolWipe(freed_vol, 0);
}
static void c415(void)
{
    (void)virStorageVolWipePattern(freed_vol, 0, 0);
}
static void c416(void)
{
    (void)virStreamAbort(freed_stream);
}
static void c417(void)
{
    (void)virStreamEventAddCallback(freed_stream, 0, (virStreamEventCallback)nothing, (void *)scratch, (virFreeCallback)nothing);
}
static void c418(void)
{
    (void)virStreamEventRemoveCallback(freed_stream);
}
static void c419(void)
{
    (void)virStreamEventUpdateCallback(freed_stream, 0);
}
static void c420(void)
{
    (void)virStreamFinish(freed_stream);
}
static void c421(void)
{
    (void)virStreamFree(freed_stream);
}
static void c422(void)
{
    (void)virStreamNew(freed_conn, 0);
}
static void c423(void)
{
    (void)virStreamRecv(freed_stream, (void *)scratch, 0);
}
static void c424(void)
{
    (void)virStreamRecvAll(freed_stream, (virStreamSinkFunc)nothing, (void *)scratch);
}
static void c425(void)
{
    (void)virStreamRecvFlags(freed_stream, (void *)scratch, 0, 0);
}
static void c426(void)
{
    (void)virStreamRecvHole(freed_stream, (void *)scratch, 0);
}
static void c427(void)
{
    (void)virStreamRef(freed_stream);
}
static void c428(void)
{
    (void)virStreamSend(freed_stream, "x", 0);
}
static void c429(void)
{
    (void)virStreamSendAll(freed_stream, (virStreamSourceFunc)nothing, (void *)scratch);
}
static void c430(void)
{
    (void)virStreamSendHole(freed_stream, 0, 0);
}
static void c431(void)
{
    (void)virStreamSparseRecvAll(freed_stream, (virStreamSinkFunc)nothing, (virStreamSinkHoleFunc)nothing, (void *)scratch);
}
static void c432(void)
{
    (void)virStreamSparseSendAll(freed_stream, (virStreamSourceFunc)nothing, (virStreamSourceHoleFunc)nothing, (virStreamSourceSkipFunc)nothing, (void *)scratch);
}
static void c433(void)
{
    (void)virConnectDomainQemuMonitorEventDeregister(freed_conn, 0);
}
static void c434(void)
{
    (void)virConnectDomainQemuMonitorEventRegister(freed_conn, dom, "x", (virConnectDomainQemuMonitorEventCallback)nothing, (void *)scratch, (virFreeCallback)nothing, 0);
}
static void c435(void)
{
    (void)virConnectDomainQemuMonitorEventRegister(conn, freed_dom, "x", (virConnectDomainQemuMonitorEventCallback)nothing, (void *)scratch, (virFreeCallback)nothing, 0);
}
static void c436(void)
{
    (void)virDomainQemuAgentCommand(freed_dom, "x", 0, 0);
}
static void c437(void)
{
    (void)virDomainQemuAttach(freed_conn, 0, 0);
}
static void c438(void)
{
    (void)virDomainQemuMonitorCommand(freed_dom, "x", (void *)scratch, 0);
}
static void c439(void)
{
    (void)virDomainQemuMonitorCommandWithFiles(freed_dom, "x", 0, (void *)scratch, (void *)scratch, (void *)scratch, (void *)scratch, 0);
}
static void c440(void)
{
    (void)virDomainLxcEnterCGroup(freed_dom, 0);
}
static void c441(void)
{
    (void)virDomainLxcEnterNamespace(freed_dom, 0, (void *)scratch, (void *)scratch, (void *)scratch, 0);
}
static void c442(void)
{
    (void)virDomainLxcOpenNamespace(freed_dom, (void *)scratch, 0);
}

static const struct step steps[] = {
    {"virConnectBaselineCPU conn freed", c0},
    {"virConnectBaselineHypervisorCPU conn freed", c1},
    {"virConnectClose conn freed", c2},
    {"virConnectCompareCPU conn freed", c3},
    {"virConnectCompareHypervisorCPU conn freed", c4},
    {"virConnectDomainEventDeregister conn freed", c5},
    {"virConnectDomainEventDeregisterAny conn freed", c6},
    {"virConnectDomainEventRegister conn freed", c7},
    {"virConnectDomainEventRegisterAny conn freed", c8},
    {"virConnectDomainEventRegisterAny dom freed", c9},
    {"virConnectDomainXMLFromNative conn freed", c10},
    {"virConnectDomainXMLToNative conn freed", c11},
    {"virConnectFindStoragePoolSources conn freed", c12},
    {"virConnectGetAllDomainStats conn freed", c13},
    {"virConnectGetCPUModelNames conn freed", c14},
    {"virConnectGetCapabilities conn freed", c15},
    {"virConnectGetDomainCapabilities conn freed", c16},
    {"virConnectGetHostname conn freed", c17},
    {"virConnectGetLibVersion conn freed", c18},
    {"virConnectGetMaxVcpus conn freed", c19},
    {"virConnectGetStoragePoolCapabilities conn freed", c20},
    {"virConnectGetSysinfo conn freed", c21},
    {"virConnectGetType conn freed", c22},
    {"virConnectGetURI conn freed", c23},
    {"virConnectGetVersion conn freed", c24},
    {"virConnectIsAlive conn freed", c25},
    {"virConnectIsEncrypted conn freed", c26},
    {"virConnectIsSecure conn freed", c27},
    {"virConnectListAllDomains conn freed", c28},
    {"virConnectListAllInterfaces conn freed", c29},
    {"virConnectListAllNWFilterBindings conn freed", c30},
    {"virConnectListAllNWFilters conn freed", c31},
    {"virConnectListAllNetworks conn freed", c32},
    {"virConnectListAllNodeDevices conn freed", c33},
    {"virConnectListAllSecrets conn freed", c34},
    {"virConnectListAllStoragePools conn freed", c35},
    {"virConnectListDefinedDomains conn freed", c36},
    {"virConnectListDefinedInterfaces conn freed", c37},
    {"virConnectListDefinedNetworks conn freed", c38},
    {"virConnectListDefinedStoragePools conn freed", c39},
    {"virConnectListDomains conn freed", c40},
    {"virConnectListInterfaces conn freed", c41},
    {"virConnectListNWFilters conn freed", c42},
    {"virConnectListNetworks conn freed", c43},
    {"virConnectListSecrets conn freed", c44},
    {"virConnectListStoragePools conn freed", c45},
    {"virConnectNetworkEventDeregisterAny conn freed", c46},
    {"virConnectNetworkEventRegisterAny conn freed", c47},
    {"virConnectNetworkEventRegisterAny net freed", c48},
    {"virConnectNodeDeviceEventDeregisterAny conn freed", c49},
    {"virConnectNodeDeviceEventRegisterAny conn freed", c50},
    {"virConnectNodeDeviceEventRegisterAny dev freed", c51},
    {"virConnectNumOfDefinedDomains conn freed", c52},
    {"virConnectNumOfDefinedInterfaces conn freed", c53},
    {"virConnectNumOfDefinedNetworks conn freed", c54},
    {"virConnectNumOfDefinedStoragePools conn freed", c55},
    {"virConnectNumOfDomains conn freed", c56},
    {"virConnectNumOfInterfaces conn freed", c57},
    {"virConnectNumOfNWFilters conn freed", c58},
    {"virConnectNumOfNetworks conn freed", c59},
    {"virConnectNumOfSecrets conn freed", c60},
    {"virConnectNumOfStoragePools conn freed", c61},
    {"virConnectRef conn freed", c62},
    {"virConnectRegisterCloseCallback conn freed", c63},
    {"virConnectSecretEventDeregisterAny conn freed", c64},
    {"virConnectSecretEventRegisterAny conn freed", c65},
    {"virConnectSetIdentity conn freed", c66},
    {"virConnectSetKeepAlive conn freed", c67},
    {"virConnectStoragePoolEventDeregisterAny conn freed", c68},
    {"virConnectStoragePoolEventRegisterAny conn freed", c69},
    {"virConnectStoragePoolEventRegisterAny pool freed", c70},
    {"virConnectUnregisterCloseCallback conn freed", c71},
    {"virDomainAbortJob domain freed", c72},
    {"virDomainAbortJobFlags domain freed", c73},
    {"virDomainAddIOThread domain freed", c74},
    {"virDomainAgentSetResponseTimeout domain freed", c75},
    {"virDomainAttachDevice domain freed", c76},
    {"virDomainAttachDeviceFlags domain freed", c77},
    {"virDomainAuthorizedSSHKeysGet domain freed", c78},
    {"virDomainAuthorizedSSHKeysSet domain freed", c79},
    {"virDomainBackupBegin domain freed", c80},
    {"virDomainBackupGetXMLDesc domain freed", c81},
    {"virDomainBlockCommit dom freed", c82},
    {"virDomainBlockCopy dom freed", c83},
    {"virDomainBlockJobAbort dom freed", c84},
    {"virDomainBlockJobSetSpeed dom freed", c85},
    {"virDomainBlockPeek dom freed", c86},
    {"virDomainBlockPull dom freed", c87},
    {"virDomainBlockRebase dom freed", c88},
    {"virDomainBlockResize dom freed", c89},
    {"virDomainBlockStats dom freed", c90},
    {"virDomainBlockStatsFlags dom freed", c91},
    {"virDomainCheckpointCreateXML domain freed", c92},
    {"virDomainCheckpointLookupByName domain freed", c93},
    {"virDomainCoreDump domain freed", c94},
    {"virDomainCoreDumpWithFormat domain freed", c95},
    {"virDomainCreate domain freed", c96},
    {"virDomainCreateLinux conn freed", c97},
    {"virDomainCreateWithFiles domain freed", c98},
    {"virDomainCreateWithFlags domain freed", c99},
    {"virDomainCreateXML conn freed", c100},
    {"virDomainCreateXMLWithFiles conn freed", c101},
    {"virDomainDefineXML conn freed", c102},
    {"virDomainDefineXMLFlags conn freed", c103},
    {"virDomainDelIOThread domain freed", c104},
    {"virDomainDestroy domain freed", c105},
    {"virDomainDestroyFlags domain freed", c106},
    {"virDomainDetachDevice domain freed", c107},
    {"virDomainDetachDeviceAlias domain freed", c108},
    {"virDomainDetachDeviceFlags domain freed", c109},
    {"virDomainFDAssociate domain freed", c110},
    {"virDomainFSFreeze dom freed", c111},
    {"virDomainFSThaw dom freed", c112},
    {"virDomainFSTrim dom freed", c113},
    {"virDomainFree domain freed", c114},
    {"virDomainGetAutostart domain freed", c115},
    {"virDomainGetBlkioParameters domain freed", c116},
    {"virDomainGetBlockInfo domain freed", c117},
    {"virDomainGetBlockIoTune dom freed", c118},
    {"virDomainGetBlockJobInfo dom freed", c119},
    {"virDomainGetCPUStats domain freed", c120},
    {"virDomainGetConnect dom freed", c121},
    {"virDomainGetControlInfo domain freed", c122},
    {"virDomainGetDiskErrors dom freed", c123},
    {"virDomainGetEmulatorPinInfo domain freed", c124},
    {"virDomainGetFSInfo dom freed", c125},
    {"virDomainGetGuestInfo domain freed", c126},
    {"virDomainGetGuestVcpus domain freed", c127},
    {"virDomainGetHostname domain freed", c128},
    {"virDomainGetID domain freed", c129},
    {"virDomainGetIOThreadInfo dom freed", c130},
    {"virDomainGetInfo domain freed", c131},
    {"virDomainGetInterfaceParameters domain freed", c132},
    {"virDomainGetJobInfo domain freed", c133},
    {"virDomainGetJobStats domain freed", c134},
    {"virDomainGetLaunchSecurityInfo domain freed", c135},
    {"virDomainGetMaxMemory domain freed", c136},
    {"virDomainGetMaxVcpus domain freed", c137},
    {"virDomainGetMemoryParameters domain freed", c138},
    {"virDomainGetMessages domain freed", c139},
    {"virDomainGetMetadata domain freed", c140},
    {"virDomainGetName domain freed", c141},
    {"virDomainGetNumaParameters domain freed", c142},
    {"virDomainGetOSType domain freed", c143},
    {"virDomainGetPerfEvents domain freed", c144},
    {"virDomainGetSchedulerParameters domain freed", c145},
    {"virDomainGetSchedulerParametersFlags domain freed", c146},
    {"virDomainGetSchedulerType domain freed", c147},
    {"virDomainGetSecurityLabel domain freed", c148},
    {"virDomainGetSecurityLabelList domain freed", c149},
    {"virDomainGetState domain freed", c150},
    {"virDomainGetTime dom freed", c151},
    {"virDomainGetUUID domain freed", c152},
    {"virDomainGetUUIDString domain freed", c153},
    {"virDomainGetVcpuPinInfo domain freed", c154},
    {"virDomainGetVcpus domain freed", c155},
    {"virDomainGetVcpusFlags domain freed", c156},
    {"virDomainGetXMLDesc domain freed", c157},
    {"virDomainHasCurrentSnapshot domain freed", c158},
    {"virDomainHasManagedSaveImage dom freed", c159},
    {"virDomainInjectNMI domain freed", c160},
    {"virDomainInterfaceAddresses dom freed", c161},
    {"virDomainInterfaceStats dom freed", c162},
    {"virDomainIsActive dom freed", c163},
    {"virDomainIsPersistent dom freed", c164},
    {"virDomainIsUpdated dom freed", c165},
    {"virDomainListAllCheckpoints domain freed", c166},
    {"virDomainListAllSnapshots domain freed", c167},
    {"virDomainLookupByID conn freed", c168},
    {"virDomainLookupByName conn freed", c169},
    {"virDomainLookupByUUID conn freed", c170},
    {"virDomainLookupByUUIDString conn freed", c171},
    {"virDomainManagedSave dom freed", c172},
    {"virDomainManagedSaveDefineXML domain freed", c173},
    {"virDomainManagedSaveGetXMLDesc domain freed", c174},
    {"virDomainManagedSaveRemove dom freed", c175},
    {"virDomainMemoryPeek dom freed", c176},
    {"virDomainMemoryStats dom freed", c177},
    {"virDomainMigrate domain freed", c178},
    {"virDomainMigrate dconn freed", c179},
    {"virDomainMigrate2 domain freed", c180},
    {"virDomainMigrate2 dconn freed", c181},
    {"virDomainMigrate3 domain freed", c182},
    {"virDomainMigrate3 dconn freed", c183},
    {"virDomainMigrateGetCompressionCache domain freed", c184},
    {"virDomainMigrateGetMaxDowntime domain freed", c185},
    {"virDomainMigrateGetMaxSpeed domain freed", c186},
    {"virDomainMigrateSetCompressionCache domain freed", c187},
    {"virDomainMigrateSetMaxDowntime domain freed", c188},
    {"virDomainMigrateSetMaxSpeed domain freed", c189},
    {"virDomainMigrateStartPostCopy domain freed", c190},
    {"virDomainMigrateToURI domain freed", c191},
    {"virDomainMigrateToURI2 domain freed", c192},
    {"virDomainMigrateToURI3 domain freed", c193},
    {"virDomainOpenChannel dom freed", c194},
    {"virDomainOpenChannel st freed", c195},
    {"virDomainOpenConsole dom freed", c196},
    {"virDomainOpenConsole st freed", c197},
    {"virDomainOpenGraphics dom freed", c198},
    {"virDomainOpenGraphicsFD dom freed", c199},
    {"virDomainPMSuspendForDuration dom freed", c200},
    {"virDomainPMWakeup dom freed", c201},
    {"virDomainPinEmulator domain freed", c202},
    {"virDomainPinIOThread domain freed", c203},
    {"virDomainPinVcpu domain freed", c204},
    {"virDomainPinVcpuFlags domain freed", c205},
    {"virDomainReboot domain freed", c206},
    {"virDomainRef domain freed", c207},
    {"virDomainRename dom freed", c208},
    {"virDomainReset domain freed", c209},
    {"virDomainRestore conn freed", c210},
    {"virDomainRestoreFlags conn freed", c211},
    {"virDomainRestoreParams conn freed", c212},
    {"virDomainResume domain freed", c213},
    {"virDomainRevertToSnapshot snapshot freed", c214},
    {"virDomainSave domain freed", c215},
    {"virDomainSaveFlags domain freed", c216},
    {"virDomainSaveImageDefineXML conn freed", c217},
    {"virDomainSaveImageGetXMLDesc conn freed", c218},
    {"virDomainSaveParams domain freed", c219},
    {"virDomainScreenshot domain freed", c220},
    {"virDomainScreenshot stream freed", c221},
    {"virDomainSendKey domain freed", c222},
    {"virDomainSendProcessSignal domain freed", c223},
    {"virDomainSetAutostart domain freed", c224},
    {"virDomainSetBlkioParameters domain freed", c225},
    {"virDomainSetBlockIoTune dom freed", c226},
    {"virDomainSetBlockThreshold domain freed", c227},
    {"virDomainSetGuestVcpus domain freed", c228},
    {"virDomainSetIOThreadParams domain freed", c229},
    {"virDomainSetInterfaceParameters domain freed", c230},
    {"virDomainSetLaunchSecurityState domain freed", c231},
    {"virDomainSetLifecycleAction domain freed", c232},
    {"virDomainSetMaxMemory domain freed", c233},
    {"virDomainSetMemory domain freed", c234},
    {"virDomainSetMemoryFlags domain freed", c235},
    {"virDomainSetMemoryParameters domain freed", c236},
    {"virDomainSetMemoryStatsPeriod domain freed", c237},
    {"virDomainSetMetadata domain freed", c238},
    {"virDomainSetNumaParameters domain freed", c239},
    {"virDomainSetPerfEvents domain freed", c240},
    {"virDomainSetSchedulerParameters domain freed", c241},
    {"virDomainSetSchedulerParametersFlags domain freed", c242},
    {"virDomainSetTime dom freed", c243},
    {"virDomainSetUserPassword dom freed", c244},
    {"virDomainSetVcpu domain freed", c245},
    {"virDomainSetVcpus domain freed", c246},
    {"virDomainSetVcpusFlags domain freed", c247},
    {"virDomainShutdown domain freed", c248},
    {"virDomainShutdownFlags domain freed", c249},
    {"virDomainSnapshotCreateXML domain freed", c250},
    {"virDomainSnapshotCurrent domain freed", c251},
    {"virDomainSnapshotDelete snapshot freed", c252},
    {"virDomainSnapshotFree snapshot freed", c253},
    {"virDomainSnapshotGetConnect snapshot freed", c254},
    {"virDomainSnapshotGetDomain snapshot freed", c255},
    {"virDomainSnapshotGetName snapshot freed", c256},
    {"virDomainSnapshotGetParent snapshot freed", c257},
    {"virDomainSnapshotGetXMLDesc snapshot freed", c258},
    {"virDomainSnapshotHasMetadata snapshot freed", c259},
    {"virDomainSnapshotIsCurrent snapshot freed", c260},
    {"virDomainSnapshotListAllChildren snapshot freed", c261},
    {"virDomainSnapshotListChildrenNames snapshot freed", c262},
    {"virDomainSnapshotListNames domain freed", c263},
    {"virDomainSnapshotLookupByName domain freed", c264},
    {"virDomainSnapshotNum domain freed", c265},
    {"virDomainSnapshotNumChildren snapshot freed", c266},
    {"virDomainSnapshotRef snapshot freed", c267},
    {"virDomainStartDirtyRateCalc domain freed", c268},
    {"virDomainSuspend domain freed", c269},
    {"virDomainUndefine domain freed", c270},
    {"virDomainUndefineFlags domain freed", c271},
    {"virDomainUpdateDeviceFlags domain freed", c272},
    {"virInterfaceChangeBegin conn freed", c273},
    {"virInterfaceChangeCommit conn freed", c274},
    {"virInterfaceChangeRollback conn freed", c275},
    {"virInterfaceCreate iface freed", c276},
    {"virInterfaceDefineXML conn freed", c277},
    {"virInterfaceDestroy iface freed", c278},
    {"virInterfaceFree iface freed", c279},
    {"virInterfaceGetConnect iface freed", c280},
    {"virInterfaceGetMACString iface freed", c281},
    {"virInterfaceGetName iface freed", c282},
    {"virInterfaceGetXMLDesc iface freed", c283},
    {"virInterfaceIsActive iface freed", c284},
    {"virInterfaceLookupByMACString conn freed", c285},
    {"virInterfaceLookupByName conn freed", c286},
    {"virInterfaceRef iface freed", c287},
    {"virInterfaceUndefine iface freed", c288},
    {"virNWFilterBindingCreateXML conn freed", c289},
    {"virNWFilterBindingLookupByPortDev conn freed", c290},
    {"virNWFilterDefineXML conn freed", c291},
    {"virNWFilterDefineXMLFlags conn freed", c292},
    {"virNWFilterLookupByName conn freed", c293},
    {"virNWFilterLookupByUUID conn freed", c294},
    {"virNWFilterLookupByUUIDString conn freed", c295},
    {"virNetworkCreate network freed", c296},
    {"virNetworkCreateXML conn freed", c297},
    {"virNetworkCreateXMLFlags conn freed", c298},
    {"virNetworkDefineXML conn freed", c299},
    {"virNetworkDefineXMLFlags conn freed", c300},
    {"virNetworkDestroy network freed", c301},
    {"virNetworkFree network freed", c302},
    {"virNetworkGetAutostart network freed", c303},
    {"virNetworkGetBridgeName network freed", c304},
    {"virNetworkGetConnect net freed", c305},
    {"virNetworkGetDHCPLeases network freed", c306},
    {"virNetworkGetName network freed", c307},
    {"virNetworkGetUUID network freed", c308},
    {"virNetworkGetUUIDString network freed", c309},
    {"virNetworkGetXMLDesc network freed", c310},
    {"virNetworkIsActive net freed", c311},
    {"virNetworkIsPersistent net freed", c312},
    {"virNetworkListAllPorts network freed", c313},
    {"virNetworkLookupByName conn freed", c314},
    {"virNetworkLookupByUUID conn freed", c315},
    {"virNetworkLookupByUUIDString conn freed", c316},
    {"virNetworkPortCreateXML net freed", c317},
    {"virNetworkPortLookupByUUID net freed", c318},
    {"virNetworkPortLookupByUUIDString net freed", c319},
    {"virNetworkRef network freed", c320},
    {"virNetworkSetAutostart network freed", c321},
    {"virNetworkUndefine network freed", c322},
    {"virNetworkUpdate network freed", c323},
    {"virNodeAllocPages conn freed", c324},
    {"virNodeDeviceCreate dev freed", c325},
    {"virNodeDeviceCreateXML conn freed", c326},
    {"virNodeDeviceDefineXML conn freed", c327},
    {"virNodeDeviceDestroy dev freed", c328},
    {"virNodeDeviceDetachFlags dev freed", c329},
    {"virNodeDeviceDettach dev freed", c330},
    {"virNodeDeviceFree dev freed", c331},
    {"virNodeDeviceGetAutostart dev freed", c332},
    {"virNodeDeviceGetName dev freed", c333},
    {"virNodeDeviceGetParent dev freed", c334},
    {"virNodeDeviceGetXMLDesc dev freed", c335},
    {"virNodeDeviceIsActive dev freed", c336},
    {"virNodeDeviceIsPersistent dev freed", c337},
    {"virNodeDeviceListCaps dev freed", c338},
    {"virNodeDeviceLookupByName conn freed", c339},
    {"virNodeDeviceLookupSCSIHostByWWN conn freed", c340},
    {"virNodeDeviceNumOfCaps dev freed", c341},
    {"virNodeDeviceReAttach dev freed", c342},
    {"virNodeDeviceRef dev freed", c343},
    {"virNodeDeviceReset dev freed", c344},
    {"virNodeDeviceSetAutostart dev freed", c345},
    {"virNodeDeviceUndefine dev freed", c346},
    {"virNodeGetCPUMap conn freed", c347},
    {"virNodeGetCPUStats conn freed", c348},
    {"virNodeGetCellsFreeMemory conn freed", c349},
    {"virNodeGetFreeMemory conn freed", c350},
    {"virNodeGetFreePages conn freed", c351},
    {"virNodeGetInfo conn freed", c352},
    {"virNodeGetMemoryParameters conn freed", c353},
    {"virNodeGetMemoryStats conn freed", c354},
    {"virNodeGetSEVInfo conn freed", c355},
    {"virNodeGetSecurityModel conn freed", c356},
    {"virNodeListDevices conn freed", c357},
    {"virNodeNumOfDevices conn freed", c358},
    {"virNodeSetMemoryParameters conn freed", c359},
    {"virNodeSuspendForDuration conn freed", c360},
    {"virSecretDefineXML conn freed", c361},
    {"virSecretLookupByUUID conn freed", c362},
    {"virSecretLookupByUUIDString conn freed", c363},
    {"virSecretLookupByUsage conn freed", c364},
    {"virStoragePoolBuild pool freed", c365},
    {"virStoragePoolCreate pool freed", c366},
    {"virStoragePoolCreateXML conn freed", c367},
    {"virStoragePoolDefineXML conn freed", c368},
    {"virStoragePoolDelete pool freed", c369},
    {"virStoragePoolDestroy pool freed", c370},
    {"virStoragePoolFree pool freed", c371},
    {"virStoragePoolGetAutostart pool freed", c372},
    {"virStoragePoolGetConnect pool freed", c373},
    {"virStoragePoolGetInfo pool freed", c374},
    {"virStoragePoolGetName pool freed", c375},
    {"virStoragePoolGetUUID pool freed", c376},
    {"virStoragePoolGetUUIDString pool freed", c377},
    {"virStoragePoolGetXMLDesc pool freed", c378},
    {"virStoragePoolIsActive pool freed", c379},
    {"virStoragePoolIsPersistent pool freed", c380},
    {"virStoragePoolListAllVolumes pool freed", c381},
    {"virStoragePoolListVolumes pool freed", c382},
    {"virStoragePoolLookupByName conn freed", c383},
    {"virStoragePoolLookupByTargetPath conn freed", c384},
    {"virStoragePoolLookupByUUID conn freed", c385},
    {"virStoragePoolLookupByUUIDString conn freed", c386},
    {"virStoragePoolLookupByVolume vol freed", c387},
    {"virStoragePoolNumOfVolumes pool freed", c388},
    {"virStoragePoolRef pool freed", c389},
    {"virStoragePoolRefresh pool freed", c390},
    {"virStoragePoolSetAutostart pool freed", c391},
    {"virStoragePoolUndefine pool freed", c392},
    {"virStorageVolCreateXML pool freed", c393},
    {"virStorageVolCreateXMLFrom pool freed", c394},
    {"virStorageVolCreateXMLFrom clonevol freed", c395},
    {"virStorageVolDelete vol freed", c396},
    {"virStorageVolDownload vol freed", c397},
    {"virStorageVolDownload stream freed", c398},
    {"virStorageVolFree vol freed", c399},
    {"virStorageVolGetConnect vol freed", c400},
    {"virStorageVolGetInfo vol freed", c401},
    {"virStorageVolGetInfoFlags vol freed", c402},
    {"virStorageVolGetKey vol freed", c403},
    {"virStorageVolGetName vol freed", c404},
    {"virStorageVolGetPath vol freed", c405},
    {"virStorageVolGetXMLDesc vol freed", c406},
    {"virStorageVolLookupByKey conn freed", c407},
    {"virStorageVolLookupByName pool freed", c408},
    {"virStorageVolLookupByPath conn freed", c409},
    {"virStorageVolRef vol freed", c410},
    {"virStorageVolResize vol freed", c411},
    {"virStorageVolUpload vol freed", c412},
    {"virStorageVolUpload stream freed", c413},
    {"virStorageVolWipe vol freed", c414},
    {"virStorageVolWipePattern vol freed", c415},
    {"virStreamAbort stream freed", c416},
    {"virStreamEventAddCallback stream freed", c417},
    {"virStreamEventRemoveCallback stream freed", c418},
    {"virStreamEventUpdateCallback stream freed", c419},
    {"virStreamFinish stream freed", c420},
    {"virStreamFree stream freed", c421},
    {"virStreamNew conn freed", c422},
    {"virStreamRecv stream freed", c423},
    {"virStreamRecvAll stream freed", c424},
    {"virStreamRecvFlags stream freed", c425},
    {"virStreamRecvHole stream freed", c426},
    {"virStreamRef stream freed", c427},
    {"virStreamSend stream freed", c428},
    {"virStreamSendAll stream freed", c429},
    {"virStreamSendHole stream freed", c430},
    {"virStreamSparseRecvAll stream freed", c431},
    {"virStreamSparseSendAll stream freed", c432},
    {"virConnectDomainQemuMonitorEventDeregister conn freed", c433},
    {"virConnectDomainQemuMonitorEventRegister conn freed", c434},
    {"virConnectDomainQemuMonitorEventRegister dom freed", c435},
    {"virDomainQemuAgentCommand domain freed", c436},
    {"virDomainQemuAttach conn freed", c437},
    {"virDomainQemuMonitorCommand domain freed", c438},
    {"virDomainQemuMonitorCommandWithFiles domain freed", c439},
    {"virDomainLxcEnterCGroup domain freed", c440},
    {"virDomainLxcEnterNamespace domain freed", c441},
    {"virDomainLxcOpenNamespace domain freed", c442},
};

int main(int argc, char **argv)
{
    const unsigned int count = sizeof(steps) / sizeof(steps[0]);
    int status = begin(steps, count);
    if (status >= 0)
        return status;
    if ((status = open_objects(argc > 1 ? argv[1] : NULL)) > 0)
        return status;
    freed_conn = conn;
    freed_dom = dom;
    freed_net = net;
    freed_pool = pool;
    freed_vol = vol;
    freed_dev = dev;
    freed_iface = iface;
    freed_snap = snap;
    freed_stream = stream;
    conn = virConnectOpen(argv[1]);
    look_up_objects();
    virStreamFree(freed_stream);
    virDomainSnapshotFree(freed_snap);
    virInterfaceFree(freed_iface);
    virNodeDeviceFree(freed_dev);
    virStorageVolFree(freed_vol);
    virStoragePoolFree(freed_pool);
    virNetworkFree(freed_net);
    virDomainFree(freed_dom);
    virConnectClose(freed_conn);
    run_steps(steps, count, tell_freed);
    printf("refused: %d\n", refused);
    close_objects();
    return 0;
}
