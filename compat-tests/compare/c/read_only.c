/* Written by gen_null.py; do not edit. Which functions a read-only connection is refused for. needs: daemon; drops what it gets */
#include "cases.h"
/* Only whether the connection is refused. */
static void tell_refused(const struct step *step)
{
    printf("%.*s ", (int)strcspn(step->name, " "), step->name);
    fprintf(stderr, "# %s\n", step->name);
    step->run();
    const virError *error = virGetLastError();
    if (error && error->code == VIR_ERR_OPERATION_DENIED)
        printf("refused: %s\n", error->message);
    else
        printf("passes\n");
}

static void c0(void)
{
    (void)virConnCopyLastError(conn, (void *)scratch);
}
static void c1(void)
{
    (void)virConnGetLastError(conn);
}
static void c2(void)
{
    (void)virConnResetLastError(conn);
}
static void c3(void)
{
    (void)virConnectBaselineCPU(conn, strings, 1, 1);
}
static void c4(void)
{
    (void)virConnectBaselineHypervisorCPU(conn, "x", "x", "x", "x", strings, 1, 1);
}
static void c5(void)
{
    (void)virConnectCompareCPU(conn, "x", 1);
}
static void c6(void)
{
    (void)virConnectCompareHypervisorCPU(conn, "x", "x", "x", "x", "x", 1);
}
static void c7(void)
{
    (void)virConnectDomainEventDeregister(conn, (virConnectDomainEventCallback)nothing);
}
static void c8(void)
{
    (void)virConnectDomainEventDeregisterAny(conn, 1);
}
static void c9(void)
{
    (void)virConnectDomainEventRegister(conn, (virConnectDomainEventCallback)nothing, (void *)scratch, (virFreeCallback)nothing);
}
static void c10(void)
{
    (void)virConnectDomainEventRegisterAny(conn, dom, 1, (virConnectDomainEventGenericCallback)nothing, (void *)scratch, (virFreeCallback)nothing);
}
static void c11(void)
{
    (void)virConnectDomainXMLFromNative(conn, "x", "x", 1);
}
static void c12(void)
{
    (void)virConnectDomainXMLToNative(conn, "x", "x", 1);
}
static void c13(void)
{
    (void)virConnectFindStoragePoolSources(conn, "x", "x", 1);
}
static void c14(void)
{
    (void)virConnectGetAllDomainStats(conn, 1, (void *)scratch, 1);
}
static void c15(void)
{
    (void)virConnectGetCPUModelNames(conn, "x", (void *)scratch, 1);
}
static void c16(void)
{
    (void)virConnectGetCapabilities(conn);
}
static void c17(void)
{
    (void)virConnectGetDomainCapabilities(conn, "x", "x", "x", "x", 1);
}
static void c18(void)
{
    (void)virConnectGetHostname(conn);
}
static void c19(void)
{
    (void)virConnectGetLibVersion(conn, (void *)scratch);
}
static void c20(void)
{
    (void)virConnectGetMaxVcpus(conn, "x");
}
static void c21(void)
{
    (void)virConnectGetStoragePoolCapabilities(conn, 1);
}
static void c22(void)
{
    (void)virConnectGetSysinfo(conn, 1);
}
static void c23(void)
{
    (void)virConnectGetType(conn);
}
static void c24(void)
{
    (void)virConnectGetURI(conn);
}
static void c25(void)
{
    (void)virConnectGetVersion(conn, (void *)scratch);
}
static void c26(void)
{
    (void)virConnectIsAlive(conn);
}
static void c27(void)
{
    (void)virConnectIsEncrypted(conn);
}
static void c28(void)
{
    (void)virConnectIsSecure(conn);
}
static void c29(void)
{
    (void)virConnectListAllDomains(conn, (void *)scratch, 1);
}
static void c30(void)
{
    (void)virConnectListAllInterfaces(conn, (void *)scratch, 1);
}
static void c31(void)
{
    (void)virConnectListAllNWFilterBindings(conn, (void *)scratch, 1);
}
static void c32(void)
{
    (void)virConnectListAllNWFilters(conn, (void *)scratch, 1);
}
static void c33(void)
{
    (void)virConnectListAllNetworks(conn, (void *)scratch, 1);
}
static void c34(void)
{
    (void)virConnectListAllNodeDevices(conn, (void *)scratch, 1);
}
static void c35(void)
{
    (void)virConnectListAllSecrets(conn, (void *)scratch, 1);
}
static void c36(void)
{
    (void)virConnectListAllStoragePools(conn, (void *)scratch, 1);
}
static void c37(void)
{
    (void)virConnectListDefinedDomains(conn, strings, 1);
}
static void c38(void)
{
    (void)virConnectListDefinedInterfaces(conn, strings, 1);
}
static void c39(void)
{
    (void)virConnectListDefinedNetworks(conn, strings, 1);
}
static void c40(void)
{
    (void)virConnectListDefinedStoragePools(conn, strings, 1);
}
static void c41(void)
{
    (void)virConnectListDomains(conn, (void *)scratch, 1);
}
static void c42(void)
{
    (void)virConnectListInterfaces(conn, strings, 1);
}
static void c43(void)
{
    (void)virConnectListNWFilters(conn, strings, 1);
}
static void c44(void)
{
    (void)virConnectListNetworks(conn, strings, 1);
}
static void c45(void)
{
    (void)virConnectListSecrets(conn, (void *)scratch, 1);
}
static void c46(void)
{
    (void)virConnectListStoragePools(conn, strings, 1);
}
static void c47(void)
{
    (void)virConnectNetworkEventDeregisterAny(conn, 1);
}
static void c48(void)
{
    (void)virConnectNetworkEventRegisterAny(conn, net, 1, (virConnectNetworkEventGenericCallback)nothing, (void *)scratch, (virFreeCallback)nothing);
}
static void c49(void)
{
    (void)virConnectNodeDeviceEventDeregisterAny(conn, 1);
}
static void c50(void)
{
    (void)virConnectNodeDeviceEventRegisterAny(conn, dev, 1, (virConnectNodeDeviceEventGenericCallback)nothing, (void *)scratch, (virFreeCallback)nothing);
}
static void c51(void)
{
    (void)virConnectNumOfDefinedDomains(conn);
}
static void c52(void)
{
    (void)virConnectNumOfDefinedInterfaces(conn);
}
static void c53(void)
{
    (void)virConnectNumOfDefinedNetworks(conn);
}
static void c54(void)
{
    (void)virConnectNumOfDefinedStoragePools(conn);
}
static void c55(void)
{
    (void)virConnectNumOfDomains(conn);
}
static void c56(void)
{
    (void)virConnectNumOfInterfaces(conn);
}
static void c57(void)
{
    (void)virConnectNumOfNWFilters(conn);
}
static void c58(void)
{
    (void)virConnectNumOfNetworks(conn);
}
static void c59(void)
{
    (void)virConnectNumOfSecrets(conn);
}
static void c60(void)
{
    (void)virConnectNumOfStoragePools(conn);
}
static void c61(void)
{
    (void)virConnectRegisterCloseCallback(conn, (virConnectCloseFunc)nothing, (void *)scratch, (virFreeCallback)nothing);
}
static void c62(void)
{
    (void)virConnectSecretEventDeregisterAny(conn, 1);
}
static void c63(void)
{
    (void)virConnectSetIdentity(conn, (void *)scratch, 1, 1);
}
static void c64(void)
{
    (void)virConnectSetKeepAlive(conn, 1, 1);
}
static void c65(void)
{
    (void)virConnectStoragePoolEventDeregisterAny(conn, 1);
}
static void c66(void)
{
    (void)virConnectStoragePoolEventRegisterAny(conn, pool, 1, (virConnectStoragePoolEventGenericCallback)nothing, (void *)scratch, (virFreeCallback)nothing);
}
static void c67(void)
{
    (void)virConnectUnregisterCloseCallback(conn, (virConnectCloseFunc)nothing);
}
static void c68(void)
{
    (void)virDomainAbortJob(dom);
}
static void c69(void)
{
    (void)virDomainAbortJobFlags(dom, 1);
}
static void c70(void)
{
    (void)virDomainAddIOThread(dom, 1, 1);
}
static void c71(void)
{
    (void)virDomainAgentSetResponseTimeout(dom, 1, 1);
}
static void c72(void)
{
    (void)virDomainAttachDevice(dom, "x");
}
static void c73(void)
{
    (void)virDomainAttachDeviceFlags(dom, "x", 1);
}
static void c74(void)
{
    (void)virDomainAuthorizedSSHKeysGet(dom, "x", (void *)scratch, 1);
}
static void c75(void)
{
    (void)virDomainAuthorizedSSHKeysSet(dom, "x", strings, 1, 1);
}
static void c76(void)
{
    (void)virDomainBackupBegin(dom, "x", "x", 1);
}
static void c77(void)
{
    (void)virDomainBackupGetXMLDesc(dom, 1);
}
static void c78(void)
{
    (void)virDomainBlockCommit(dom, "x", "x", "x", 1, 1);
}
static void c79(void)
{
    (void)virDomainBlockCopy(dom, "x", "x", (void *)scratch, 1, 1);
}
static void c80(void)
{
    (void)virDomainBlockJobAbort(dom, "x", 1);
}
static void c81(void)
{
    (void)virDomainBlockJobSetSpeed(dom, "x", 1, 1);
}
static void c82(void)
{
    (void)virDomainBlockPeek(dom, "x", 1, 1, (void *)scratch, 1);
}
static void c83(void)
{
    (void)virDomainBlockPull(dom, "x", 1, 1);
}
static void c84(void)
{
    (void)virDomainBlockRebase(dom, "x", "x", 1, 1);
}
static void c85(void)
{
    (void)virDomainBlockResize(dom, "x", 1, 1);
}
static void c86(void)
{
    (void)virDomainBlockStats(dom, "x", (void *)scratch, 1);
}
static void c87(void)
{
    (void)virDomainBlockStatsFlags(dom, "x", (void *)scratch, (void *)scratch, 1);
}
static void c88(void)
{
    (void)virDomainCheckpointCreateXML(dom, "x", 1);
}
static void c89(void)
{
    (void)virDomainCheckpointLookupByName(dom, "x", 1);
}
static void c90(void)
{
    (void)virDomainCoreDump(dom, "x", 1);
}
static void c91(void)
{
    (void)virDomainCoreDumpWithFormat(dom, "x", 1, 1);
}
static void c92(void)
{
    (void)virDomainCreate(dom);
}
static void c93(void)
{
    (void)virDomainCreateLinux(conn, "x", 1);
}
static void c94(void)
{
    (void)virDomainCreateWithFiles(dom, 1, (void *)scratch, 1);
}
static void c95(void)
{
    (void)virDomainCreateWithFlags(dom, 1);
}
static void c96(void)
{
    (void)virDomainCreateXML(conn, "x", 1);
}
static void c97(void)
{
    (void)virDomainCreateXMLWithFiles(conn, "x", 1, (void *)scratch, 1);
}
static void c98(void)
{
    (void)virDomainDefineXML(conn, "x");
}
static void c99(void)
{
    (void)virDomainDefineXMLFlags(conn, "x", 1);
}
static void c100(void)
{
    (void)virDomainDelIOThread(dom, 1, 1);
}
static void c101(void)
{
    (void)virDomainDestroy(dom);
}
static void c102(void)
{
    (void)virDomainDestroyFlags(dom, 1);
}
static void c103(void)
{
    (void)virDomainDetachDevice(dom, "x");
}
static void c104(void)
{
    (void)virDomainDetachDeviceAlias(dom, "x", 1);
}
static void c105(void)
{
    (void)virDomainDetachDeviceFlags(dom, "x", 1);
}
static void c106(void)
{
    (void)virDomainFDAssociate(dom, "x", 1, (void *)scratch, 1);
}
static void c107(void)
{
    (void)virDomainFSFreeze(dom, strings, 1, 1);
}
static void c108(void)
{
    (void)virDomainFSThaw(dom, strings, 1, 1);
}
static void c109(void)
{
    (void)virDomainFSTrim(dom, "x", 1, 1);
}
static void c110(void)
{
    (void)virDomainGetAutostart(dom, (void *)scratch);
}
static void c111(void)
{
    (void)virDomainGetBlkioParameters(dom, (void *)scratch, (void *)scratch, 1);
}
static void c112(void)
{
    (void)virDomainGetBlockInfo(dom, "x", (void *)scratch, 1);
}
static void c113(void)
{
    (void)virDomainGetBlockIoTune(dom, "x", (void *)scratch, (void *)scratch, 1);
}
static void c114(void)
{
    (void)virDomainGetBlockJobInfo(dom, "x", (void *)scratch, 1);
}
static void c115(void)
{
    (void)virDomainGetCPUStats(dom, (void *)scratch, 1, 1, 1, 1);
}
static void c116(void)
{
    (void)virDomainGetConnect(dom);
}
static void c117(void)
{
    (void)virDomainGetControlInfo(dom, (void *)scratch, 1);
}
static void c118(void)
{
    (void)virDomainGetDiskErrors(dom, (void *)scratch, 1, 1);
}
static void c119(void)
{
    (void)virDomainGetEmulatorPinInfo(dom, (void *)scratch, 1, 1);
}
static void c120(void)
{
    (void)virDomainGetFSInfo(dom, (void *)scratch, 1);
}
static void c121(void)
{
    (void)virDomainGetGuestInfo(dom, 1, (void *)scratch, (void *)scratch, 1);
}
static void c122(void)
{
    (void)virDomainGetGuestVcpus(dom, (void *)scratch, (void *)scratch, 1);
}
static void c123(void)
{
    (void)virDomainGetHostname(dom, 1);
}
static void c124(void)
{
    (void)virDomainGetID(dom);
}
static void c125(void)
{
    (void)virDomainGetIOThreadInfo(dom, (void *)scratch, 1);
}
static void c126(void)
{
    (void)virDomainGetInfo(dom, (void *)scratch);
}
static void c127(void)
{
    (void)virDomainGetInterfaceParameters(dom, "x", (void *)scratch, (void *)scratch, 1);
}
static void c128(void)
{
    (void)virDomainGetJobInfo(dom, (void *)scratch);
}
static void c129(void)
{
    (void)virDomainGetJobStats(dom, (void *)scratch, (void *)scratch, (void *)scratch, 1);
}
static void c130(void)
{
    (void)virDomainGetLaunchSecurityInfo(dom, (void *)scratch, (void *)scratch, 1);
}
static void c131(void)
{
    (void)virDomainGetMaxMemory(dom);
}
static void c132(void)
{
    (void)virDomainGetMaxVcpus(dom);
}
static void c133(void)
{
    (void)virDomainGetMemoryParameters(dom, (void *)scratch, (void *)scratch, 1);
}
static void c134(void)
{
    (void)virDomainGetMessages(dom, (void *)scratch, 1);
}
static void c135(void)
{
    (void)virDomainGetMetadata(dom, 1, "x", 1);
}
static void c136(void)
{
    (void)virDomainGetName(dom);
}
static void c137(void)
{
    (void)virDomainGetNumaParameters(dom, (void *)scratch, (void *)scratch, 1);
}
static void c138(void)
{
    (void)virDomainGetOSType(dom);
}
static void c139(void)
{
    (void)virDomainGetSchedulerParameters(dom, (void *)scratch, (void *)scratch);
}
static void c140(void)
{
    (void)virDomainGetSchedulerParametersFlags(dom, (void *)scratch, (void *)scratch, 1);
}
static void c141(void)
{
    (void)virDomainGetSchedulerType(dom, (void *)scratch);
}
static void c142(void)
{
    (void)virDomainGetSecurityLabel(dom, (void *)scratch);
}
static void c143(void)
{
    (void)virDomainGetSecurityLabelList(dom, (void *)scratch);
}
static void c144(void)
{
    (void)virDomainGetState(dom, (void *)scratch, (void *)scratch, 1);
}
static void c145(void)
{
    (void)virDomainGetTime(dom, (void *)scratch, (void *)scratch, 1);
}
static void c146(void)
{
    (void)virDomainGetUUID(dom, (void *)scratch);
}
static void c147(void)
{
    (void)virDomainGetUUIDString(dom, (void *)scratch);
}
static void c148(void)
{
    (void)virDomainGetVcpuPinInfo(dom, 1, (void *)scratch, 1, 1);
}
static void c149(void)
{
    (void)virDomainGetVcpus(dom, (void *)scratch, 1, (void *)scratch, 1);
}
static void c150(void)
{
    (void)virDomainGetVcpusFlags(dom, 1);
}
static void c151(void)
{
    (void)virDomainGetXMLDesc(dom, 1);
}
static void c152(void)
{
    (void)virDomainHasCurrentSnapshot(dom, 1);
}
static void c153(void)
{
    (void)virDomainHasManagedSaveImage(dom, 1);
}
static void c154(void)
{
    (void)virDomainInjectNMI(dom, 1);
}
static void c155(void)
{
    (void)virDomainInterfaceAddresses(dom, (void *)scratch, 1, 1);
}
static void c156(void)
{
    (void)virDomainInterfaceStats(dom, "x", (void *)scratch, 1);
}
static void c157(void)
{
    (void)virDomainIsActive(dom);
}
static void c158(void)
{
    (void)virDomainIsPersistent(dom);
}
static void c159(void)
{
    (void)virDomainIsUpdated(dom);
}
static void c160(void)
{
    (void)virDomainListAllCheckpoints(dom, (void *)scratch, 1);
}
static void c161(void)
{
    (void)virDomainListAllSnapshots(dom, (void *)scratch, 1);
}
static void c162(void)
{
    (void)virDomainLookupByID(conn, 1);
}
static void c163(void)
{
    (void)virDomainLookupByName(conn, "x");
}
static void c164(void)
{
    (void)virDomainLookupByUUID(conn, (void *)scratch);
}
static void c165(void)
{
    (void)virDomainLookupByUUIDString(conn, "x");
}
static void c166(void)
{
    (void)virDomainManagedSave(dom, 1);
}
static void c167(void)
{
    (void)virDomainManagedSaveDefineXML(dom, "x", 1);
}
static void c168(void)
{
    (void)virDomainManagedSaveGetXMLDesc(dom, 1);
}
static void c169(void)
{
    (void)virDomainManagedSaveRemove(dom, 1);
}
static void c170(void)
{
    (void)virDomainMemoryPeek(dom, 1, 1, (void *)scratch, 1);
}
static void c171(void)
{
    (void)virDomainMemoryStats(dom, (void *)scratch, 1, 1);
}
static void c172(void)
{
    (void)virDomainMigrate(dom, conn, 1, "x", "x", 1);
}
static void c173(void)
{
    (void)virDomainMigrate2(dom, conn, "x", 1, "x", "x", 1);
}
static void c174(void)
{
    (void)virDomainMigrate3(dom, conn, (void *)scratch, 1, 1);
}
static void c175(void)
{
    (void)virDomainMigrateGetCompressionCache(dom, (void *)scratch, 1);
}
static void c176(void)
{
    (void)virDomainMigrateGetMaxDowntime(dom, (void *)scratch, 1);
}
static void c177(void)
{
    (void)virDomainMigrateGetMaxSpeed(dom, (void *)scratch, 1);
}
static void c178(void)
{
    (void)virDomainMigrateSetCompressionCache(dom, 1, 1);
}
static void c179(void)
{
    (void)virDomainMigrateSetMaxDowntime(dom, 1, 1);
}
static void c180(void)
{
    (void)virDomainMigrateSetMaxSpeed(dom, 1, 1);
}
static void c181(void)
{
    (void)virDomainMigrateStartPostCopy(dom, 1);
}
static void c182(void)
{
    (void)virDomainMigrateToURI(dom, "x", 1, "x", 1);
}
static void c183(void)
{
    (void)virDomainMigrateToURI2(dom, "x", "x", "x", 1, "x", 1);
}
static void c184(void)
{
    (void)virDomainMigrateToURI3(dom, "x", (void *)scratch, 1, 1);
}
static void c185(void)
{
    (void)virDomainOpenChannel(dom, "x", stream, 1);
}
static void c186(void)
{
    (void)virDomainOpenConsole(dom, "x", stream, 1);
}
static void c187(void)
{
    (void)virDomainOpenGraphics(dom, 1, 1, 1);
}
static void c188(void)
{
    (void)virDomainOpenGraphicsFD(dom, 1, 1);
}
static void c189(void)
{
    (void)virDomainPMSuspendForDuration(dom, 1, 1, 1);
}
static void c190(void)
{
    (void)virDomainPMWakeup(dom, 1);
}
static void c191(void)
{
    (void)virDomainPinEmulator(dom, (void *)scratch, 1, 1);
}
static void c192(void)
{
    (void)virDomainPinIOThread(dom, 1, (void *)scratch, 1, 1);
}
static void c193(void)
{
    (void)virDomainPinVcpu(dom, 1, (void *)scratch, 1);
}
static void c194(void)
{
    (void)virDomainPinVcpuFlags(dom, 1, (void *)scratch, 1, 1);
}
static void c195(void)
{
    (void)virDomainReboot(dom, 1);
}
static void c196(void)
{
    (void)virDomainRename(dom, "x", 1);
}
static void c197(void)
{
    (void)virDomainReset(dom, 1);
}
static void c198(void)
{
    (void)virDomainRestore(conn, "x");
}
static void c199(void)
{
    (void)virDomainRestoreFlags(conn, "x", "x", 1);
}
static void c200(void)
{
    (void)virDomainRestoreParams(conn, (void *)scratch, 1, 1);
}
static void c201(void)
{
    (void)virDomainResume(dom);
}
static void c202(void)
{
    (void)virDomainRevertToSnapshot(snap, 1);
}
static void c203(void)
{
    (void)virDomainSave(dom, "x");
}
static void c204(void)
{
    (void)virDomainSaveFlags(dom, "x", "x", 1);
}
static void c205(void)
{
    (void)virDomainSaveImageDefineXML(conn, "x", "x", 1);
}
static void c206(void)
{
    (void)virDomainSaveImageGetXMLDesc(conn, "x", 1);
}
static void c207(void)
{
    (void)virDomainSaveParams(dom, (void *)scratch, 1, 1);
}
static void c208(void)
{
    (void)virDomainScreenshot(dom, stream, 1, 1);
}
static void c209(void)
{
    (void)virDomainSendKey(dom, 1, 1, (void *)scratch, 1, 1);
}
static void c210(void)
{
    (void)virDomainSendProcessSignal(dom, 1, 1, 1);
}
static void c211(void)
{
    (void)virDomainSetAutostart(dom, 1);
}
static void c212(void)
{
    (void)virDomainSetBlkioParameters(dom, (void *)scratch, 1, 1);
}
static void c213(void)
{
    (void)virDomainSetBlockIoTune(dom, "x", (void *)scratch, 1, 1);
}
static void c214(void)
{
    (void)virDomainSetBlockThreshold(dom, "x", 1, 1);
}
static void c215(void)
{
    (void)virDomainSetGuestVcpus(dom, "x", 1, 1);
}
static void c216(void)
{
    (void)virDomainSetIOThreadParams(dom, 1, (void *)scratch, 1, 1);
}
static void c217(void)
{
    (void)virDomainSetInterfaceParameters(dom, "x", (void *)scratch, 1, 1);
}
static void c218(void)
{
    (void)virDomainSetLaunchSecurityState(dom, (void *)scratch, 1, 1);
}
static void c219(void)
{
    (void)virDomainSetLifecycleAction(dom, 1, 1, 1);
}
static void c220(void)
{
    (void)virDomainSetMaxMemory(dom, 1);
}
static void c221(void)
{
    (void)virDomainSetMemory(dom, 1);
}
static void c222(void)
{
    (void)virDomainSetMemoryFlags(dom, 1, 1);
}
static void c223(void)
{
    (void)virDomainSetMemoryParameters(dom, (void *)scratch, 1, 1);
}
static void c224(void)
{
    (void)virDomainSetMemoryStatsPeriod(dom, 1, 1);
}
static void c225(void)
{
    (void)virDomainSetMetadata(dom, 1, "x", "x", "x", 1);
}
static void c226(void)
{
    (void)virDomainSetNumaParameters(dom, (void *)scratch, 1, 1);
}
static void c227(void)
{
    (void)virDomainSetPerfEvents(dom, (void *)scratch, 1, 1);
}
static void c228(void)
{
    (void)virDomainSetSchedulerParameters(dom, (void *)scratch, 1);
}
static void c229(void)
{
    (void)virDomainSetSchedulerParametersFlags(dom, (void *)scratch, 1, 1);
}
static void c230(void)
{
    (void)virDomainSetTime(dom, 1, 1, 1);
}
static void c231(void)
{
    (void)virDomainSetUserPassword(dom, "x", "x", 1);
}
static void c232(void)
{
    (void)virDomainSetVcpu(dom, "x", 1, 1);
}
static void c233(void)
{
    (void)virDomainSetVcpus(dom, 1);
}
static void c234(void)
{
    (void)virDomainSetVcpusFlags(dom, 1, 1);
}
static void c235(void)
{
    (void)virDomainShutdown(dom);
}
static void c236(void)
{
    (void)virDomainShutdownFlags(dom, 1);
}
static void c237(void)
{
    (void)virDomainSnapshotCreateXML(dom, "x", 1);
}
static void c238(void)
{
    (void)virDomainSnapshotCurrent(dom, 1);
}
static void c239(void)
{
    (void)virDomainSnapshotDelete(snap, 1);
}
static void c240(void)
{
    (void)virDomainSnapshotGetConnect(snap);
}
static void c241(void)
{
    (void)virDomainSnapshotGetDomain(snap);
}
static void c242(void)
{
    (void)virDomainSnapshotGetName(snap);
}
static void c243(void)
{
    (void)virDomainSnapshotGetParent(snap, 1);
}
static void c244(void)
{
    (void)virDomainSnapshotGetXMLDesc(snap, 1);
}
static void c245(void)
{
    (void)virDomainSnapshotHasMetadata(snap, 1);
}
static void c246(void)
{
    (void)virDomainSnapshotIsCurrent(snap, 1);
}
static void c247(void)
{
    (void)virDomainSnapshotListAllChildren(snap, (void *)scratch, 1);
}
static void c248(void)
{
    (void)virDomainSnapshotListChildrenNames(snap, (void *)scratch, 1, 1);
}
static void c249(void)
{
    (void)virDomainSnapshotListNames(dom, (void *)scratch, 1, 1);
}
static void c250(void)
{
    (void)virDomainSnapshotLookupByName(dom, "x", 1);
}
static void c251(void)
{
    (void)virDomainSnapshotNum(dom, 1);
}
static void c252(void)
{
    (void)virDomainSnapshotNumChildren(snap, 1);
}
static void c253(void)
{
    (void)virDomainStartDirtyRateCalc(dom, 1, 1);
}
static void c254(void)
{
    (void)virDomainSuspend(dom);
}
static void c255(void)
{
    (void)virDomainUndefine(dom);
}
static void c256(void)
{
    (void)virDomainUndefineFlags(dom, 1);
}
static void c257(void)
{
    (void)virDomainUpdateDeviceFlags(dom, "x", 1);
}
static void c258(void)
{
    (void)virInterfaceChangeBegin(conn, 1);
}
static void c259(void)
{
    (void)virInterfaceChangeCommit(conn, 1);
}
static void c260(void)
{
    (void)virInterfaceChangeRollback(conn, 1);
}
static void c261(void)
{
    (void)virInterfaceCreate(iface, 1);
}
static void c262(void)
{
    (void)virInterfaceDefineXML(conn, "x", 1);
}
static void c263(void)
{
    (void)virInterfaceDestroy(iface, 1);
}
static void c264(void)
{
    (void)virInterfaceGetConnect(iface);
}
static void c265(void)
{
    (void)virInterfaceGetMACString(iface);
}
static void c266(void)
{
    (void)virInterfaceGetName(iface);
}
static void c267(void)
{
    (void)virInterfaceGetXMLDesc(iface, 1);
}
static void c268(void)
{
    (void)virInterfaceIsActive(iface);
}
static void c269(void)
{
    (void)virInterfaceLookupByMACString(conn, "x");
}
static void c270(void)
{
    (void)virInterfaceLookupByName(conn, "x");
}
static void c271(void)
{
    (void)virInterfaceUndefine(iface);
}
static void c272(void)
{
    (void)virNWFilterBindingCreateXML(conn, "x", 1);
}
static void c273(void)
{
    (void)virNWFilterBindingLookupByPortDev(conn, "x");
}
static void c274(void)
{
    (void)virNWFilterDefineXML(conn, "x");
}
static void c275(void)
{
    (void)virNWFilterDefineXMLFlags(conn, "x", 1);
}
static void c276(void)
{
    (void)virNWFilterLookupByName(conn, "x");
}
static void c277(void)
{
    (void)virNWFilterLookupByUUID(conn, (void *)scratch);
}
static void c278(void)
{
    (void)virNWFilterLookupByUUIDString(conn, "x");
}
static void c279(void)
{
    (void)virNetworkCreate(net);
}
static void c280(void)
{
    (void)virNetworkCreateXML(conn, "x");
}
static void c281(void)
{
    (void)virNetworkCreateXMLFlags(conn, "x", 1);
}
static void c282(void)
{
    (void)virNetworkDefineXML(conn, "x");
}
static void c283(void)
{
    (void)virNetworkDefineXMLFlags(conn, "x", 1);
}
static void c284(void)
{
    (void)virNetworkDestroy(net);
}
static void c285(void)
{
    (void)virNetworkGetAutostart(net, (void *)scratch);
}
static void c286(void)
{
    (void)virNetworkGetBridgeName(net);
}
static void c287(void)
{
    (void)virNetworkGetConnect(net);
}
static void c288(void)
{
    (void)virNetworkGetDHCPLeases(net, "x", (void *)scratch, 1);
}
static void c289(void)
{
    (void)virNetworkGetName(net);
}
static void c290(void)
{
    (void)virNetworkGetUUID(net, (void *)scratch);
}
static void c291(void)
{
    (void)virNetworkGetUUIDString(net, (void *)scratch);
}
static void c292(void)
{
    (void)virNetworkGetXMLDesc(net, 1);
}
static void c293(void)
{
    (void)virNetworkIsActive(net);
}
static void c294(void)
{
    (void)virNetworkIsPersistent(net);
}
static void c295(void)
{
    (void)virNetworkListAllPorts(net, (void *)scratch, 1);
}
static void c296(void)
{
    (void)virNetworkLookupByName(conn, "x");
}
static void c297(void)
{
    (void)virNetworkLookupByUUID(conn, (void *)scratch);
}
static void c298(void)
{
    (void)virNetworkLookupByUUIDString(conn, "x");
}
static void c299(void)
{
    (void)virNetworkPortCreateXML(net, "x", 1);
}
static void c300(void)
{
    (void)virNetworkPortLookupByUUID(net, (void *)scratch);
}
static void c301(void)
{
    (void)virNetworkPortLookupByUUIDString(net, "x");
}
static void c302(void)
{
    (void)virNetworkSetAutostart(net, 1);
}
static void c303(void)
{
    (void)virNetworkUndefine(net);
}
static void c304(void)
{
    (void)virNetworkUpdate(net, 1, 1, 1, "x", 1);
}
static void c305(void)
{
    (void)virNodeAllocPages(conn, 1, (void *)scratch, (void *)scratch, 1, 1, 1);
}
static void c306(void)
{
    (void)virNodeDeviceCreate(dev, 1);
}
static void c307(void)
{
    (void)virNodeDeviceCreateXML(conn, "x", 1);
}
static void c308(void)
{
    (void)virNodeDeviceDefineXML(conn, "x", 1);
}
static void c309(void)
{
    (void)virNodeDeviceDestroy(dev);
}
static void c310(void)
{
    (void)virNodeDeviceDetachFlags(dev, "x", 1);
}
static void c311(void)
{
    (void)virNodeDeviceDettach(dev);
}
static void c312(void)
{
    (void)virNodeDeviceGetAutostart(dev, (void *)scratch);
}
static void c313(void)
{
    (void)virNodeDeviceGetName(dev);
}
static void c314(void)
{
    (void)virNodeDeviceGetParent(dev);
}
static void c315(void)
{
    (void)virNodeDeviceGetXMLDesc(dev, 1);
}
static void c316(void)
{
    (void)virNodeDeviceIsActive(dev);
}
static void c317(void)
{
    (void)virNodeDeviceIsPersistent(dev);
}
static void c318(void)
{
    (void)virNodeDeviceListCaps(dev, strings, 1);
}
static void c319(void)
{
    (void)virNodeDeviceLookupByName(conn, "x");
}
static void c320(void)
{
    (void)virNodeDeviceLookupSCSIHostByWWN(conn, "x", "x", 1);
}
static void c321(void)
{
    (void)virNodeDeviceNumOfCaps(dev);
}
static void c322(void)
{
    (void)virNodeDeviceReAttach(dev);
}
static void c323(void)
{
    (void)virNodeDeviceReset(dev);
}
static void c324(void)
{
    (void)virNodeDeviceSetAutostart(dev, 1);
}
static void c325(void)
{
    (void)virNodeDeviceUndefine(dev, 1);
}
static void c326(void)
{
    (void)virNodeGetCPUMap(conn, (void *)scratch, (void *)scratch, 1);
}
static void c327(void)
{
    (void)virNodeGetCPUStats(conn, 1, (void *)scratch, (void *)scratch, 1);
}
static void c328(void)
{
    (void)virNodeGetCellsFreeMemory(conn, (void *)scratch, 1, 1);
}
static void c329(void)
{
    (void)virNodeGetFreeMemory(conn);
}
static void c330(void)
{
    (void)virNodeGetFreePages(conn, 1, (void *)scratch, 1, 1, (void *)scratch, 1);
}
static void c331(void)
{
    (void)virNodeGetInfo(conn, (void *)scratch);
}
static void c332(void)
{
    (void)virNodeGetMemoryParameters(conn, (void *)scratch, (void *)scratch, 1);
}
static void c333(void)
{
    (void)virNodeGetMemoryStats(conn, 1, (void *)scratch, (void *)scratch, 1);
}
static void c334(void)
{
    (void)virNodeGetSEVInfo(conn, (void *)scratch, (void *)scratch, 1);
}
static void c335(void)
{
    (void)virNodeGetSecurityModel(conn, (void *)scratch);
}
static void c336(void)
{
    (void)virNodeListDevices(conn, "x", strings, 1, 1);
}
static void c337(void)
{
    (void)virNodeNumOfDevices(conn, "x", 1);
}
static void c338(void)
{
    (void)virNodeSetMemoryParameters(conn, (void *)scratch, 1, 1);
}
static void c339(void)
{
    (void)virNodeSuspendForDuration(conn, 1, 1, 1);
}
static void c340(void)
{
    (void)virSecretDefineXML(conn, "x", 1);
}
static void c341(void)
{
    (void)virSecretLookupByUUID(conn, (void *)scratch);
}
static void c342(void)
{
    (void)virSecretLookupByUUIDString(conn, "x");
}
static void c343(void)
{
    (void)virSecretLookupByUsage(conn, 1, "x");
}
static void c344(void)
{
    (void)virStoragePoolBuild(pool, 1);
}
static void c345(void)
{
    (void)virStoragePoolCreate(pool, 1);
}
static void c346(void)
{
    (void)virStoragePoolCreateXML(conn, "x", 1);
}
static void c347(void)
{
    (void)virStoragePoolDefineXML(conn, "x", 1);
}
static void c348(void)
{
    (void)virStoragePoolDelete(pool, 1);
}
static void c349(void)
{
    (void)virStoragePoolDestroy(pool);
}
static void c350(void)
{
    (void)virStoragePoolGetAutostart(pool, (void *)scratch);
}
static void c351(void)
{
    (void)virStoragePoolGetConnect(pool);
}
static void c352(void)
{
    (void)virStoragePoolGetInfo(pool, (void *)scratch);
}
static void c353(void)
{
    (void)virStoragePoolGetName(pool);
}
static void c354(void)
{
    (void)virStoragePoolGetUUID(pool, (void *)scratch);
}
static void c355(void)
{
    (void)virStoragePoolGetUUIDString(pool, (void *)scratch);
}
static void c356(void)
{
    (void)virStoragePoolGetXMLDesc(pool, 1);
}
static void c357(void)
{
    (void)virStoragePoolIsActive(pool);
}
static void c358(void)
{
    (void)virStoragePoolIsPersistent(pool);
}
static void c359(void)
{
    (void)virStoragePoolListAllVolumes(pool, (void *)scratch, 1);
}
static void c360(void)
{
    (void)virStoragePoolListVolumes(pool, strings, 1);
}
static void c361(void)
{
    (void)virStoragePoolLookupByName(conn, "x");
}
static void c362(void)
{
    (void)virStoragePoolLookupByTargetPath(conn, "x");
}
static void c363(void)
{
    (void)virStoragePoolLookupByUUID(conn, (void *)scratch);
}
static void c364(void)
{
    (void)virStoragePoolLookupByUUIDString(conn, "x");
}
static void c365(void)
{
    (void)virStoragePoolLookupByVolume(vol);
}
static void c366(void)
{
    (void)virStoragePoolNumOfVolumes(pool);
}
static void c367(void)
{
    (void)virStoragePoolRefresh(pool, 1);
}
static void c368(void)
{
    (void)virStoragePoolSetAutostart(pool, 1);
}
static void c369(void)
{
    (void)virStoragePoolUndefine(pool);
}
static void c370(void)
{
    (void)virStorageVolCreateXML(pool, "x", 1);
}
static void c371(void)
{
    (void)virStorageVolCreateXMLFrom(pool, "x", vol, 1);
}
static void c372(void)
{
    (void)virStorageVolDelete(vol, 1);
}
static void c373(void)
{
    (void)virStorageVolDownload(vol, stream, 1, 1, 1);
}
static void c374(void)
{
    (void)virStorageVolGetConnect(vol);
}
static void c375(void)
{
    (void)virStorageVolGetInfo(vol, (void *)scratch);
}
static void c376(void)
{
    (void)virStorageVolGetInfoFlags(vol, (void *)scratch, 1);
}
static void c377(void)
{
    (void)virStorageVolGetKey(vol);
}
static void c378(void)
{
    (void)virStorageVolGetName(vol);
}
static void c379(void)
{
    (void)virStorageVolGetPath(vol);
}
static void c380(void)
{
    (void)virStorageVolGetXMLDesc(vol, 1);
}
static void c381(void)
{
    (void)virStorageVolLookupByKey(conn, "x");
}
static void c382(void)
{
    (void)virStorageVolLookupByName(pool, "x");
}
static void c383(void)
{
    (void)virStorageVolLookupByPath(conn, "x");
}
static void c384(void)
{
    (void)virStorageVolResize(vol, 1, 1);
}
static void c385(void)
{
    (void)virStorageVolUpload(vol, stream, 1, 1, 1);
}
static void c386(void)
{
    (void)virStorageVolWipe(vol, 1);
}
static void c387(void)
{
    (void)virStorageVolWipePattern(vol, 1, 1);
}
static void c388(void)
{
    (void)virStreamAbort(stream);
}
static void c389(void)
{
    (void)virStreamEventAddCallback(stream, 1, (virStreamEventCallback)nothing, (void *)scratch, (virFreeCallback)nothing);
}
static void c390(void)
{
    (void)virStreamEventRemoveCallback(stream);
}
static void c391(void)
{
    (void)virStreamEventUpdateCallback(stream, 1);
}
static void c392(void)
{
    (void)virStreamFinish(stream);
}
static void c393(void)
{
    (void)virStreamNew(conn, 1);
}
static void c394(void)
{
    (void)virStreamRecv(stream, (void *)scratch, 1);
}
static void c395(void)
{
    (void)virStreamRecvAll(stream, (virStreamSinkFunc)nothing, (void *)scratch);
}
static void c396(void)
{
    (void)virStreamRecvFlags(stream, (void *)scratch, 1, 1);
}
static void c397(void)
{
    (void)virStreamRecvHole(stream, (void *)scratch, 1);
}
static void c398(void)
{
    (void)virStreamSend(stream, "x", 1);
}
static void c399(void)
{
    (void)virStreamSendAll(stream, (virStreamSourceFunc)nothing, (void *)scratch);
}
static void c400(void)
{
    (void)virStreamSendHole(stream, 1, 1);
}
static void c401(void)
{
    (void)virStreamSparseRecvAll(stream, (virStreamSinkFunc)nothing, (virStreamSinkHoleFunc)nothing, (void *)scratch);
}
static void c402(void)
{
    (void)virStreamSparseSendAll(stream, (virStreamSourceFunc)nothing, (virStreamSourceHoleFunc)nothing, (virStreamSourceSkipFunc)nothing, (void *)scratch);
}
static void c403(void)
{
    (void)virConnectDomainQemuMonitorEventDeregister(conn, 1);
}
static void c404(void)
{
    (void)virConnectDomainQemuMonitorEventRegister(conn, dom, "x", (virConnectDomainQemuMonitorEventCallback)nothing, (void *)scratch, (virFreeCallback)nothing, 1);
}
static void c405(void)
{
    (void)virDomainQemuAgentCommand(dom, "x", 1, 1);
}
static void c406(void)
{
    (void)virDomainQemuAttach(conn, 1, 1);
}
static void c407(void)
{
    (void)virDomainQemuMonitorCommand(dom, "x", (void *)scratch, 1);
}
static void c408(void)
{
    (void)virDomainQemuMonitorCommandWithFiles(dom, "x", 1, (void *)scratch, (void *)scratch, (void *)scratch, (void *)scratch, 1);
}
static void c409(void)
{
    (void)virDomainLxcEnterCGroup(dom, 1);
}
static void c410(void)
{
    (void)virDomainLxcEnterNamespace(dom, 1, (void *)scratch, (void *)scratch, (void *)scratch, 1);
}
static void c411(void)
{
    (void)virDomainLxcOpenNamespace(dom, (void *)scratch, 1);
}

static const struct step steps[] = {
    {"virConnCopyLastError one", c0},
    {"virConnGetLastError one", c1},
    {"virConnResetLastError one", c2},
    {"virConnectBaselineCPU one", c3},
    {"virConnectBaselineHypervisorCPU one", c4},
    {"virConnectCompareCPU one", c5},
    {"virConnectCompareHypervisorCPU one", c6},
    {"virConnectDomainEventDeregister one", c7},
    {"virConnectDomainEventDeregisterAny one", c8},
    {"virConnectDomainEventRegister one", c9},
    {"virConnectDomainEventRegisterAny one", c10},
    {"virConnectDomainXMLFromNative one", c11},
    {"virConnectDomainXMLToNative one", c12},
    {"virConnectFindStoragePoolSources one", c13},
    {"virConnectGetAllDomainStats one", c14},
    {"virConnectGetCPUModelNames one", c15},
    {"virConnectGetCapabilities one", c16},
    {"virConnectGetDomainCapabilities one", c17},
    {"virConnectGetHostname one", c18},
    {"virConnectGetLibVersion one", c19},
    {"virConnectGetMaxVcpus one", c20},
    {"virConnectGetStoragePoolCapabilities one", c21},
    {"virConnectGetSysinfo one", c22},
    {"virConnectGetType one", c23},
    {"virConnectGetURI one", c24},
    {"virConnectGetVersion one", c25},
    {"virConnectIsAlive one", c26},
    {"virConnectIsEncrypted one", c27},
    {"virConnectIsSecure one", c28},
    {"virConnectListAllDomains one", c29},
    {"virConnectListAllInterfaces one", c30},
    {"virConnectListAllNWFilterBindings one", c31},
    {"virConnectListAllNWFilters one", c32},
    {"virConnectListAllNetworks one", c33},
    {"virConnectListAllNodeDevices one", c34},
    {"virConnectListAllSecrets one", c35},
    {"virConnectListAllStoragePools one", c36},
    {"virConnectListDefinedDomains one", c37},
    {"virConnectListDefinedInterfaces one", c38},
    {"virConnectListDefinedNetworks one", c39},
    {"virConnectListDefinedStoragePools one", c40},
    {"virConnectListDomains one", c41},
    {"virConnectListInterfaces one", c42},
    {"virConnectListNWFilters one", c43},
    {"virConnectListNetworks one", c44},
    {"virConnectListSecrets one", c45},
    {"virConnectListStoragePools one", c46},
    {"virConnectNetworkEventDeregisterAny one", c47},
    {"virConnectNetworkEventRegisterAny one", c48},
    {"virConnectNodeDeviceEventDeregisterAny one", c49},
    {"virConnectNodeDeviceEventRegisterAny one", c50},
    {"virConnectNumOfDefinedDomains one", c51},
    {"virConnectNumOfDefinedInterfaces one", c52},
    {"virConnectNumOfDefinedNetworks one", c53},
    {"virConnectNumOfDefinedStoragePools one", c54},
    {"virConnectNumOfDomains one", c55},
    {"virConnectNumOfInterfaces one", c56},
    {"virConnectNumOfNWFilters one", c57},
    {"virConnectNumOfNetworks one", c58},
    {"virConnectNumOfSecrets one", c59},
    {"virConnectNumOfStoragePools one", c60},
    {"virConnectRegisterCloseCallback one", c61},
    {"virConnectSecretEventDeregisterAny one", c62},
    {"virConnectSetIdentity one", c63},
    {"virConnectSetKeepAlive one", c64},
    {"virConnectStoragePoolEventDeregisterAny one", c65},
    {"virConnectStoragePoolEventRegisterAny one", c66},
    {"virConnectUnregisterCloseCallback one", c67},
    {"virDomainAbortJob one", c68},
    {"virDomainAbortJobFlags one", c69},
    {"virDomainAddIOThread one", c70},
    {"virDomainAgentSetResponseTimeout one", c71},
    {"virDomainAttachDevice one", c72},
    {"virDomainAttachDeviceFlags one", c73},
    {"virDomainAuthorizedSSHKeysGet one", c74},
    {"virDomainAuthorizedSSHKeysSet one", c75},
    {"virDomainBackupBegin one", c76},
    {"virDomainBackupGetXMLDesc one", c77},
    {"virDomainBlockCommit one", c78},
    {"virDomainBlockCopy one", c79},
    {"virDomainBlockJobAbort one", c80},
    {"virDomainBlockJobSetSpeed one", c81},
    {"virDomainBlockPeek one", c82},
    {"virDomainBlockPull one", c83},
    {"virDomainBlockRebase one", c84},
    {"virDomainBlockResize one", c85},
    {"virDomainBlockStats one", c86},
    {"virDomainBlockStatsFlags one", c87},
    {"virDomainCheckpointCreateXML one", c88},
    {"virDomainCheckpointLookupByName one", c89},
    {"virDomainCoreDump one", c90},
    {"virDomainCoreDumpWithFormat one", c91},
    {"virDomainCreate one", c92},
    {"virDomainCreateLinux one", c93},
    {"virDomainCreateWithFiles one", c94},
    {"virDomainCreateWithFlags one", c95},
    {"virDomainCreateXML one", c96},
    {"virDomainCreateXMLWithFiles one", c97},
    {"virDomainDefineXML one", c98},
    {"virDomainDefineXMLFlags one", c99},
    {"virDomainDelIOThread one", c100},
    {"virDomainDestroy one", c101},
    {"virDomainDestroyFlags one", c102},
    {"virDomainDetachDevice one", c103},
    {"virDomainDetachDeviceAlias one", c104},
    {"virDomainDetachDeviceFlags one", c105},
    {"virDomainFDAssociate one", c106},
    {"virDomainFSFreeze one", c107},
    {"virDomainFSThaw one", c108},
    {"virDomainFSTrim one", c109},
    {"virDomainGetAutostart one", c110},
    {"virDomainGetBlkioParameters one", c111},
    {"virDomainGetBlockInfo one", c112},
    {"virDomainGetBlockIoTune one", c113},
    {"virDomainGetBlockJobInfo one", c114},
    {"virDomainGetCPUStats one", c115},
    {"virDomainGetConnect one", c116},
    {"virDomainGetControlInfo one", c117},
    {"virDomainGetDiskErrors one", c118},
    {"virDomainGetEmulatorPinInfo one", c119},
    {"virDomainGetFSInfo one", c120},
    {"virDomainGetGuestInfo one", c121},
    {"virDomainGetGuestVcpus one", c122},
    {"virDomainGetHostname one", c123},
    {"virDomainGetID one", c124},
    {"virDomainGetIOThreadInfo one", c125},
    {"virDomainGetInfo one", c126},
    {"virDomainGetInterfaceParameters one", c127},
    {"virDomainGetJobInfo one", c128},
    {"virDomainGetJobStats one", c129},
    {"virDomainGetLaunchSecurityInfo one", c130},
    {"virDomainGetMaxMemory one", c131},
    {"virDomainGetMaxVcpus one", c132},
    {"virDomainGetMemoryParameters one", c133},
    {"virDomainGetMessages one", c134},
    {"virDomainGetMetadata one", c135},
    {"virDomainGetName one", c136},
    {"virDomainGetNumaParameters one", c137},
    {"virDomainGetOSType one", c138},
    {"virDomainGetSchedulerParameters one", c139},
    {"virDomainGetSchedulerParametersFlags one", c140},
    {"virDomainGetSchedulerType one", c141},
    {"virDomainGetSecurityLabel one", c142},
    {"virDomainGetSecurityLabelList one", c143},
    {"virDomainGetState one", c144},
    {"virDomainGetTime one", c145},
    {"virDomainGetUUID one", c146},
    {"virDomainGetUUIDString one", c147},
    {"virDomainGetVcpuPinInfo one", c148},
    {"virDomainGetVcpus one", c149},
    {"virDomainGetVcpusFlags one", c150},
    {"virDomainGetXMLDesc one", c151},
    {"virDomainHasCurrentSnapshot one", c152},
    {"virDomainHasManagedSaveImage one", c153},
    {"virDomainInjectNMI one", c154},
    {"virDomainInterfaceAddresses one", c155},
    {"virDomainInterfaceStats one", c156},
    {"virDomainIsActive one", c157},
    {"virDomainIsPersistent one", c158},
    {"virDomainIsUpdated one", c159},
    {"virDomainListAllCheckpoints one", c160},
    {"virDomainListAllSnapshots one", c161},
    {"virDomainLookupByID one", c162},
    {"virDomainLookupByName one", c163},
    {"virDomainLookupByUUID one", c164},
    {"virDomainLookupByUUIDString one", c165},
    {"virDomainManagedSave one", c166},
    {"virDomainManagedSaveDefineXML one", c167},
    {"virDomainManagedSaveGetXMLDesc one", c168},
    {"virDomainManagedSaveRemove one", c169},
    {"virDomainMemoryPeek one", c170},
    {"virDomainMemoryStats one", c171},
    {"virDomainMigrate one", c172},
    {"virDomainMigrate2 one", c173},
    {"virDomainMigrate3 one", c174},
    {"virDomainMigrateGetCompressionCache one", c175},
    {"virDomainMigrateGetMaxDowntime one", c176},
    {"virDomainMigrateGetMaxSpeed one", c177},
    {"virDomainMigrateSetCompressionCache one", c178},
    {"virDomainMigrateSetMaxDowntime one", c179},
    {"virDomainMigrateSetMaxSpeed one", c180},
    {"virDomainMigrateStartPostCopy one", c181},
    {"virDomainMigrateToURI one", c182},
    {"virDomainMigrateToURI2 one", c183},
    {"virDomainMigrateToURI3 one", c184},
    {"virDomainOpenChannel one", c185},
    {"virDomainOpenConsole one", c186},
    {"virDomainOpenGraphics one", c187},
    {"virDomainOpenGraphicsFD one", c188},
    {"virDomainPMSuspendForDuration one", c189},
    {"virDomainPMWakeup one", c190},
    {"virDomainPinEmulator one", c191},
    {"virDomainPinIOThread one", c192},
    {"virDomainPinVcpu one", c193},
    {"virDomainPinVcpuFlags one", c194},
    {"virDomainReboot one", c195},
    {"virDomainRename one", c196},
    {"virDomainReset one", c197},
    {"virDomainRestore one", c198},
    {"virDomainRestoreFlags one", c199},
    {"virDomainRestoreParams one", c200},
    {"virDomainResume one", c201},
    {"virDomainRevertToSnapshot one", c202},
    {"virDomainSave one", c203},
    {"virDomainSaveFlags one", c204},
    {"virDomainSaveImageDefineXML one", c205},
    {"virDomainSaveImageGetXMLDesc one", c206},
    {"virDomainSaveParams one", c207},
    {"virDomainScreenshot one", c208},
    {"virDomainSendKey one", c209},
    {"virDomainSendProcessSignal one", c210},
    {"virDomainSetAutostart one", c211},
    {"virDomainSetBlkioParameters one", c212},
    {"virDomainSetBlockIoTune one", c213},
    {"virDomainSetBlockThreshold one", c214},
    {"virDomainSetGuestVcpus one", c215},
    {"virDomainSetIOThreadParams one", c216},
    {"virDomainSetInterfaceParameters one", c217},
    {"virDomainSetLaunchSecurityState one", c218},
    {"virDomainSetLifecycleAction one", c219},
    {"virDomainSetMaxMemory one", c220},
    {"virDomainSetMemory one", c221},
    {"virDomainSetMemoryFlags one", c222},
    {"virDomainSetMemoryParameters one", c223},
    {"virDomainSetMemoryStatsPeriod one", c224},
    {"virDomainSetMetadata one", c225},
    {"virDomainSetNumaParameters one", c226},
    {"virDomainSetPerfEvents one", c227},
    {"virDomainSetSchedulerParameters one", c228},
    {"virDomainSetSchedulerParametersFlags one", c229},
    {"virDomainSetTime one", c230},
    {"virDomainSetUserPassword one", c231},
    {"virDomainSetVcpu one", c232},
    {"virDomainSetVcpus one", c233},
    {"virDomainSetVcpusFlags one", c234},
    {"virDomainShutdown one", c235},
    {"virDomainShutdownFlags one", c236},
    {"virDomainSnapshotCreateXML one", c237},
    {"virDomainSnapshotCurrent one", c238},
    {"virDomainSnapshotDelete one", c239},
    {"virDomainSnapshotGetConnect one", c240},
    {"virDomainSnapshotGetDomain one", c241},
    {"virDomainSnapshotGetName one", c242},
    {"virDomainSnapshotGetParent one", c243},
    {"virDomainSnapshotGetXMLDesc one", c244},
    {"virDomainSnapshotHasMetadata one", c245},
    {"virDomainSnapshotIsCurrent one", c246},
    {"virDomainSnapshotListAllChildren one", c247},
    {"virDomainSnapshotListChildrenNames one", c248},
    {"virDomainSnapshotListNames one", c249},
    {"virDomainSnapshotLookupByName one", c250},
    {"virDomainSnapshotNum one", c251},
    {"virDomainSnapshotNumChildren one", c252},
    {"virDomainStartDirtyRateCalc one", c253},
    {"virDomainSuspend one", c254},
    {"virDomainUndefine one", c255},
    {"virDomainUndefineFlags one", c256},
    {"virDomainUpdateDeviceFlags one", c257},
    {"virInterfaceChangeBegin one", c258},
    {"virInterfaceChangeCommit one", c259},
    {"virInterfaceChangeRollback one", c260},
    {"virInterfaceCreate one", c261},
    {"virInterfaceDefineXML one", c262},
    {"virInterfaceDestroy one", c263},
    {"virInterfaceGetConnect one", c264},
    {"virInterfaceGetMACString one", c265},
    {"virInterfaceGetName one", c266},
    {"virInterfaceGetXMLDesc one", c267},
    {"virInterfaceIsActive one", c268},
    {"virInterfaceLookupByMACString one", c269},
    {"virInterfaceLookupByName one", c270},
    {"virInterfaceUndefine one", c271},
    {"virNWFilterBindingCreateXML one", c272},
    {"virNWFilterBindingLookupByPortDev one", c273},
    {"virNWFilterDefineXML one", c274},
    {"virNWFilterDefineXMLFlags one", c275},
    {"virNWFilterLookupByName one", c276},
    {"virNWFilterLookupByUUID one", c277},
    {"virNWFilterLookupByUUIDString one", c278},
    {"virNetworkCreate one", c279},
    {"virNetworkCreateXML one", c280},
    {"virNetworkCreateXMLFlags one", c281},
    {"virNetworkDefineXML one", c282},
    {"virNetworkDefineXMLFlags one", c283},
    {"virNetworkDestroy one", c284},
    {"virNetworkGetAutostart one", c285},
    {"virNetworkGetBridgeName one", c286},
    {"virNetworkGetConnect one", c287},
    {"virNetworkGetDHCPLeases one", c288},
    {"virNetworkGetName one", c289},
    {"virNetworkGetUUID one", c290},
    {"virNetworkGetUUIDString one", c291},
    {"virNetworkGetXMLDesc one", c292},
    {"virNetworkIsActive one", c293},
    {"virNetworkIsPersistent one", c294},
    {"virNetworkListAllPorts one", c295},
    {"virNetworkLookupByName one", c296},
    {"virNetworkLookupByUUID one", c297},
    {"virNetworkLookupByUUIDString one", c298},
    {"virNetworkPortCreateXML one", c299},
    {"virNetworkPortLookupByUUID one", c300},
    {"virNetworkPortLookupByUUIDString one", c301},
    {"virNetworkSetAutostart one", c302},
    {"virNetworkUndefine one", c303},
    {"virNetworkUpdate one", c304},
    {"virNodeAllocPages one", c305},
    {"virNodeDeviceCreate one", c306},
    {"virNodeDeviceCreateXML one", c307},
    {"virNodeDeviceDefineXML one", c308},
    {"virNodeDeviceDestroy one", c309},
    {"virNodeDeviceDetachFlags one", c310},
    {"virNodeDeviceDettach one", c311},
    {"virNodeDeviceGetAutostart one", c312},
    {"virNodeDeviceGetName one", c313},
    {"virNodeDeviceGetParent one", c314},
    {"virNodeDeviceGetXMLDesc one", c315},
    {"virNodeDeviceIsActive one", c316},
    {"virNodeDeviceIsPersistent one", c317},
    {"virNodeDeviceListCaps one", c318},
    {"virNodeDeviceLookupByName one", c319},
    {"virNodeDeviceLookupSCSIHostByWWN one", c320},
    {"virNodeDeviceNumOfCaps one", c321},
    {"virNodeDeviceReAttach one", c322},
    {"virNodeDeviceReset one", c323},
    {"virNodeDeviceSetAutostart one", c324},
    {"virNodeDeviceUndefine one", c325},
    {"virNodeGetCPUMap one", c326},
    {"virNodeGetCPUStats one", c327},
    {"virNodeGetCellsFreeMemory one", c328},
    {"virNodeGetFreeMemory one", c329},
    {"virNodeGetFreePages one", c330},
    {"virNodeGetInfo one", c331},
    {"virNodeGetMemoryParameters one", c332},
    {"virNodeGetMemoryStats one", c333},
    {"virNodeGetSEVInfo one", c334},
    {"virNodeGetSecurityModel one", c335},
    {"virNodeListDevices one", c336},
    {"virNodeNumOfDevices one", c337},
    {"virNodeSetMemoryParameters one", c338},
    {"virNodeSuspendForDuration one", c339},
    {"virSecretDefineXML one", c340},
    {"virSecretLookupByUUID one", c341},
    {"virSecretLookupByUUIDString one", c342},
    {"virSecretLookupByUsage one", c343},
    {"virStoragePoolBuild one", c344},
    {"virStoragePoolCreate one", c345},
    {"virStoragePoolCreateXML one", c346},
    {"virStoragePoolDefineXML one", c347},
    {"virStoragePoolDelete one", c348},
    {"virStoragePoolDestroy one", c349},
    {"virStoragePoolGetAutostart one", c350},
    {"virStoragePoolGetConnect one", c351},
    {"virStoragePoolGetInfo one", c352},
    {"virStoragePoolGetName one", c353},
    {"virStoragePoolGetUUID one", c354},
    {"virStoragePoolGetUUIDString one", c355},
    {"virStoragePoolGetXMLDesc one", c356},
    {"virStoragePoolIsActive one", c357},
    {"virStoragePoolIsPersistent one", c358},
    {"virStoragePoolListAllVolumes one", c359},
    {"virStoragePoolListVolumes one", c360},
    {"virStoragePoolLookupByName one", c361},
    {"virStoragePoolLookupByTargetPath one", c362},
    {"virStoragePoolLookupByUUID one", c363},
    {"virStoragePoolLookupByUUIDString one", c364},
    {"virStoragePoolLookupByVolume one", c365},
    {"virStoragePoolNumOfVolumes one", c366},
    {"virStoragePoolRefresh one", c367},
    {"virStoragePoolSetAutostart one", c368},
    {"virStoragePoolUndefine one", c369},
    {"virStorageVolCreateXML one", c370},
    {"virStorageVolCreateXMLFrom one", c371},
    {"virStorageVolDelete one", c372},
    {"virStorageVolDownload one", c373},
    {"virStorageVolGetConnect one", c374},
    {"virStorageVolGetInfo one", c375},
    {"virStorageVolGetInfoFlags one", c376},
    {"virStorageVolGetKey one", c377},
    {"virStorageVolGetName one", c378},
    {"virStorageVolGetPath one", c379},
    {"virStorageVolGetXMLDesc one", c380},
    {"virStorageVolLookupByKey one", c381},
    {"virStorageVolLookupByName one", c382},
    {"virStorageVolLookupByPath one", c383},
    {"virStorageVolResize one", c384},
    {"virStorageVolUpload one", c385},
    {"virStorageVolWipe one", c386},
    {"virStorageVolWipePattern one", c387},
    {"virStreamAbort one", c388},
    {"virStreamEventAddCallback one", c389},
    {"virStreamEventRemoveCallback one", c390},
    {"virStreamEventUpdateCallback one", c391},
    {"virStreamFinish one", c392},
    {"virStreamNew one", c393},
    {"virStreamRecv one", c394},
    {"virStreamRecvAll one", c395},
    {"virStreamRecvFlags one", c396},
    {"virStreamRecvHole one", c397},
    {"virStreamSend one", c398},
    {"virStreamSendAll one", c399},
    {"virStreamSendHole one", c400},
    {"virStreamSparseRecvAll one", c401},
    {"virStreamSparseSendAll one", c402},
    {"virConnectDomainQemuMonitorEventDeregister one", c403},
    {"virConnectDomainQemuMonitorEventRegister one", c404},
    {"virDomainQemuAgentCommand one", c405},
    {"virDomainQemuAttach one", c406},
    {"virDomainQemuMonitorCommand one", c407},
    {"virDomainQemuMonitorCommandWithFiles one", c408},
    {"virDomainLxcEnterCGroup one", c409},
    {"virDomainLxcEnterNamespace one", c410},
    {"virDomainLxcOpenNamespace one", c411},
};

int main(int argc, char **argv)
{
    const unsigned int count = sizeof(steps) / sizeof(steps[0]);
    int status = begin(steps, count);
    if (status >= 0)
        return status;
    if ((status = open_objects(argc > 1 ? argv[1] : NULL)) > 0)
        return status;
    virConnectPtr writable = conn;
    virDomainSnapshotPtr made = snap;
    virStorageVolPtr stored = vol;
    snap = NULL;
    vol = NULL;
    free_objects();
    conn = virConnectOpenReadOnly(argv[1]);
    look_up_objects();
    run_steps(steps, count, tell_refused);
    virSetErrorFunc(NULL, quiet);
    free_objects();
    virConnectClose(conn);
    virDomainSnapshotDelete(made, 0);
    virStorageVolDelete(stored, 0);
    virDomainSnapshotFree(made);
    virStorageVolFree(stored);
    printf("close: %d\n", virConnectClose(writable));
    return 0;
}
