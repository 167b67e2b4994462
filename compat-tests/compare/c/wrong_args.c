/* Written by gen_null.py; do not edit. Objects of another kind, and zeros, where each function takes an object. needs: the local driver */
#include "cases.h"
static unsigned long long zeros[64];

static void c0(void)
{
    RESULT_OWNED(virConnectBaselineCPU((void *)dom, strings, 0, 0));
}
static void c1(void)
{
    RESULT_OWNED(virConnectBaselineCPU((void *)zeros, strings, 0, 0));
}
static void c2(void)
{
    RESULT_OWNED(virConnectBaselineHypervisorCPU((void *)dom, "x", "x", "x", "x", strings, 0, 0));
}
static void c3(void)
{
    RESULT_OWNED(virConnectBaselineHypervisorCPU((void *)zeros, "x", "x", "x", "x", strings, 0, 0));
}
static void c4(void)
{
    RESULT_NUMBER(virConnectClose((void *)dom));
}
static void c5(void)
{
    RESULT_NUMBER(virConnectClose((void *)zeros));
}
static void c6(void)
{
    RESULT_NUMBER(virConnectCompareCPU((void *)dom, "x", 0));
}
static void c7(void)
{
    RESULT_NUMBER(virConnectCompareCPU((void *)zeros, "x", 0));
}
static void c8(void)
{
    RESULT_NUMBER(virConnectCompareHypervisorCPU((void *)dom, "x", "x", "x", "x", "x", 0));
}
static void c9(void)
{
    RESULT_NUMBER(virConnectCompareHypervisorCPU((void *)zeros, "x", "x", "x", "x", "x", 0));
}
static void c10(void)
{
    RESULT_NUMBER(virConnectDomainEventDeregister((void *)dom, (virConnectDomainEventCallback)nothing));
}
static void c11(void)
{
    RESULT_NUMBER(virConnectDomainEventDeregister((void *)zeros, (virConnectDomainEventCallback)nothing));
}
static void c12(void)
{
    RESULT_NUMBER(virConnectDomainEventDeregisterAny((void *)dom, 0));
}
static void c13(void)
{
    RESULT_NUMBER(virConnectDomainEventDeregisterAny((void *)zeros, 0));
}
static void c14(void)
{
    RESULT_NUMBER(virConnectDomainEventRegister((void *)dom, (virConnectDomainEventCallback)nothing, (void *)scratch, (virFreeCallback)nothing));
}
static void c15(void)
{
    RESULT_NUMBER(virConnectDomainEventRegister((void *)zeros, (virConnectDomainEventCallback)nothing, (void *)scratch, (virFreeCallback)nothing));
}
static void c16(void)
{
    RESULT_NUMBER(virConnectDomainEventRegisterAny((void *)dom, dom, 0, (virConnectDomainEventGenericCallback)nothing, (void *)scratch, (virFreeCallback)nothing));
}
static void c17(void)
{
    RESULT_NUMBER(virConnectDomainEventRegisterAny((void *)zeros, dom, 0, (virConnectDomainEventGenericCallback)nothing, (void *)scratch, (virFreeCallback)nothing));
}
static void c18(void)
{
    RESULT_NUMBER(virConnectDomainEventRegisterAny(conn, (void *)conn, 0, (virConnectDomainEventGenericCallback)nothing, (void *)scratch, (virFreeCallback)nothing));
}
static void c19(void)
{
    RESULT_NUMBER(virConnectDomainEventRegisterAny(conn, (void *)zeros, 0, (virConnectDomainEventGenericCallback)nothing, (void *)scratch, (virFreeCallback)nothing));
}
static void c20(void)
{
    RESULT_OWNED(virConnectDomainXMLFromNative((void *)dom, "x", "x", 0));
}
static void c21(void)
{
    RESULT_OWNED(virConnectDomainXMLFromNative((void *)zeros, "x", "x", 0));
}
static void c22(void)
{
    RESULT_OWNED(virConnectDomainXMLToNative((void *)dom, "x", "x", 0));
}
static void c23(void)
{
    RESULT_OWNED(virConnectDomainXMLToNative((void *)zeros, "x", "x", 0));
}
static void c24(void)
{
    RESULT_OWNED(virConnectFindStoragePoolSources((void *)dom, "x", "x", 0));
}
static void c25(void)
{
    RESULT_OWNED(virConnectFindStoragePoolSources((void *)zeros, "x", "x", 0));
}
static void c26(void)
{
    RESULT_NUMBER(virConnectGetAllDomainStats((void *)dom, 0, (void *)scratch, 0));
}
static void c27(void)
{
    RESULT_NUMBER(virConnectGetAllDomainStats((void *)zeros, 0, (void *)scratch, 0));
}
static void c28(void)
{
    RESULT_NUMBER(virConnectGetCPUModelNames((void *)dom, "x", (void *)scratch, 0));
}
static void c29(void)
{
    RESULT_NUMBER(virConnectGetCPUModelNames((void *)zeros, "x", (void *)scratch, 0));
}
static void c30(void)
{
    RESULT_OWNED(virConnectGetCapabilities((void *)dom));
}
static void c31(void)
{
    RESULT_OWNED(virConnectGetCapabilities((void *)zeros));
}
static void c32(void)
{
    RESULT_OWNED(virConnectGetDomainCapabilities((void *)dom, "x", "x", "x", "x", 0));
}
static void c33(void)
{
    RESULT_OWNED(virConnectGetDomainCapabilities((void *)zeros, "x", "x", "x", "x", 0));
}
static void c34(void)
{
    RESULT_OWNED(virConnectGetHostname((void *)dom));
}
static void c35(void)
{
    RESULT_OWNED(virConnectGetHostname((void *)zeros));
}
static void c36(void)
{
    RESULT_NUMBER(virConnectGetLibVersion((void *)dom, (void *)scratch));
}
static void c37(void)
{
    RESULT_NUMBER(virConnectGetLibVersion((void *)zeros, (void *)scratch));
}
static void c38(void)
{
    RESULT_NUMBER(virConnectGetMaxVcpus((void *)dom, "x"));
}
static void c39(void)
{
    RESULT_NUMBER(virConnectGetMaxVcpus((void *)zeros, "x"));
}
static void c40(void)
{
    RESULT_OWNED(virConnectGetStoragePoolCapabilities((void *)dom, 0));
}
static void c41(void)
{
    RESULT_OWNED(virConnectGetStoragePoolCapabilities((void *)zeros, 0));
}
static void c42(void)
{
    RESULT_OWNED(virConnectGetSysinfo((void *)dom, 0));
}
static void c43(void)
{
    RESULT_OWNED(virConnectGetSysinfo((void *)zeros, 0));
}
static void c44(void)
{
    RESULT_STRING(virConnectGetType((void *)dom));
}
static void c45(void)
{
    RESULT_STRING(virConnectGetType((void *)zeros));
}
static void c46(void)
{
    RESULT_OWNED(virConnectGetURI((void *)dom));
}
static void c47(void)
{
    RESULT_OWNED(virConnectGetURI((void *)zeros));
}
static void c48(void)
{
    RESULT_NUMBER(virConnectGetVersion((void *)dom, (void *)scratch));
}
static void c49(void)
{
    RESULT_NUMBER(virConnectGetVersion((void *)zeros, (void *)scratch));
}
static void c50(void)
{
    RESULT_NUMBER(virConnectIsAlive((void *)dom));
}
static void c51(void)
{
    RESULT_NUMBER(virConnectIsAlive((void *)zeros));
}
static void c52(void)
{
    RESULT_NUMBER(virConnectIsEncrypted((void *)dom));
}
static void c53(void)
{
    RESULT_NUMBER(virConnectIsEncrypted((void *)zeros));
}
static void c54(void)
{
    RESULT_NUMBER(virConnectIsSecure((void *)dom));
}
static void c55(void)
{
    RESULT_NUMBER(virConnectIsSecure((void *)zeros));
}
static void c56(void)
{
    RESULT_NUMBER(virConnectListAllDomains((void *)dom, (void *)scratch, 0));
}
static void c57(void)
{
    RESULT_NUMBER(virConnectListAllDomains((void *)zeros, (void *)scratch, 0));
}
static void c58(void)
{
    RESULT_NUMBER(virConnectListAllInterfaces((void *)dom, (void *)scratch, 0));
}
static void c59(void)
{
    RESULT_NUMBER(virConnectListAllInterfaces((void *)zeros, (void *)scratch, 0));
}
static void c60(void)
{
    RESULT_NUMBER(virConnectListAllNWFilterBindings((void *)dom, (void *)scratch, 0));
}
static void c61(void)
{
    RESULT_NUMBER(virConnectListAllNWFilterBindings((void *)zeros, (void *)scratch, 0));
}
static void c62(void)
{
    RESULT_NUMBER(virConnectListAllNWFilters((void *)dom, (void *)scratch, 0));
}
static void c63(void)
{
    RESULT_NUMBER(virConnectListAllNWFilters((void *)zeros, (void *)scratch, 0));
}
static void c64(void)
{
    RESULT_NUMBER(virConnectListAllNetworks((void *)dom, (void *)scratch, 0));
}
static void c65(void)
{
    RESULT_NUMBER(virConnectListAllNetworks((void *)zeros, (void *)scratch, 0));
}
static void c66(void)
{
    RESULT_NUMBER(virConnectListAllNodeDevices((void *)dom, (void *)scratch, 0));
}
static void c67(void)
{
    RESULT_NUMBER(virConnectListAllNodeDevices((void *)zeros, (void *)scratch, 0));
}
static void c68(void)
{
    RESULT_NUMBER(virConnectListAllSecrets((void *)dom, (void *)scratch, 0));
}
static void c69(void)
{
    RESULT_NUMBER(virConnectListAllSecrets((void *)zeros, (void *)scratch, 0));
}
static void c70(void)
{
    RESULT_NUMBER(virConnectListAllStoragePools((void *)dom, (void *)scratch, 0));
}
static void c71(void)
{
    RESULT_NUMBER(virConnectListAllStoragePools((void *)zeros, (void *)scratch, 0));
}
static void c72(void)
{
    RESULT_NUMBER(virConnectListDefinedDomains((void *)dom, strings, 0));
}
static void c73(void)
{
    RESULT_NUMBER(virConnectListDefinedDomains((void *)zeros, strings, 0));
}
static void c74(void)
{
    RESULT_NUMBER(virConnectListDefinedInterfaces((void *)dom, strings, 0));
}
static void c75(void)
{
    RESULT_NUMBER(virConnectListDefinedInterfaces((void *)zeros, strings, 0));
}
static void c76(void)
{
    RESULT_NUMBER(virConnectListDefinedNetworks((void *)dom, strings, 0));
}
static void c77(void)
{
    RESULT_NUMBER(virConnectListDefinedNetworks((void *)zeros, strings, 0));
}
static void c78(void)
{
    RESULT_NUMBER(virConnectListDefinedStoragePools((void *)dom, strings, 0));
}
static void c79(void)
{
    RESULT_NUMBER(virConnectListDefinedStoragePools((void *)zeros, strings, 0));
}
static void c80(void)
{
    RESULT_NUMBER(virConnectListDomains((void *)dom, (void *)scratch, 0));
}
static void c81(void)
{
    RESULT_NUMBER(virConnectListDomains((void *)zeros, (void *)scratch, 0));
}
static void c82(void)
{
    RESULT_NUMBER(virConnectListInterfaces((void *)dom, strings, 0));
}
static void c83(void)
{
    RESULT_NUMBER(virConnectListInterfaces((void *)zeros, strings, 0));
}
static void c84(void)
{
    RESULT_NUMBER(virConnectListNWFilters((void *)dom, strings, 0));
}
static void c85(void)
{
    RESULT_NUMBER(virConnectListNWFilters((void *)zeros, strings, 0));
}
static void c86(void)
{
    RESULT_NUMBER(virConnectListNetworks((void *)dom, strings, 0));
}
static void c87(void)
{
    RESULT_NUMBER(virConnectListNetworks((void *)zeros, strings, 0));
}
static void c88(void)
{
    RESULT_NUMBER(virConnectListSecrets((void *)dom, (void *)scratch, 0));
}
static void c89(void)
{
    RESULT_NUMBER(virConnectListSecrets((void *)zeros, (void *)scratch, 0));
}
static void c90(void)
{
    RESULT_NUMBER(virConnectListStoragePools((void *)dom, strings, 0));
}
static void c91(void)
{
    RESULT_NUMBER(virConnectListStoragePools((void *)zeros, strings, 0));
}
static void c92(void)
{
    RESULT_NUMBER(virConnectNetworkEventDeregisterAny((void *)dom, 0));
}
static void c93(void)
{
    RESULT_NUMBER(virConnectNetworkEventDeregisterAny((void *)zeros, 0));
}
static void c94(void)
{
    RESULT_NUMBER(virConnectNetworkEventRegisterAny((void *)dom, net, 0, (virConnectNetworkEventGenericCallback)nothing, (void *)scratch, (virFreeCallback)nothing));
}
static void c95(void)
{
    RESULT_NUMBER(virConnectNetworkEventRegisterAny((void *)zeros, net, 0, (virConnectNetworkEventGenericCallback)nothing, (void *)scratch, (virFreeCallback)nothing));
}
static void c96(void)
{
    RESULT_NUMBER(virConnectNetworkEventRegisterAny(conn, (void *)dom, 0, (virConnectNetworkEventGenericCallback)nothing, (void *)scratch, (virFreeCallback)nothing));
}
static void c97(void)
{
    RESULT_NUMBER(virConnectNetworkEventRegisterAny(conn, (void *)zeros, 0, (virConnectNetworkEventGenericCallback)nothing, (void *)scratch, (virFreeCallback)nothing));
}
static void c98(void)
{
    RESULT_NUMBER(virConnectNodeDeviceEventDeregisterAny((void *)dom, 0));
}
static void c99(void)
{
    RESULT_NUMBER(virConnectNodeDeviceEventDeregisterAny((void *)zeros, 0));
}
static void c100(void)
{
    RESULT_NUMBER(virConnectNodeDeviceEventRegisterAny((void *)dom, dev, 0, (virConnectNodeDeviceEventGenericCallback)nothing, (void *)scratch, (virFreeCallback)nothing));
}
static void c101(void)
{
    RESULT_NUMBER(virConnectNodeDeviceEventRegisterAny((void *)zeros, dev, 0, (virConnectNodeDeviceEventGenericCallback)nothing, (void *)scratch, (virFreeCallback)nothing));
}
static void c102(void)
{
    RESULT_NUMBER(virConnectNodeDeviceEventRegisterAny(conn, (void *)dom, 0, (virConnectNodeDeviceEventGenericCallback)nothing, (void *)scratch, (virFreeCallback)nothing));
}
static void c103(void)
{
    RESULT_NUMBER(virConnectNodeDeviceEventRegisterAny(conn, (void *)zeros, 0, (virConnectNodeDeviceEventGenericCallback)nothing, (void *)scratch, (virFreeCallback)nothing));
}
static void c104(void)
{
    RESULT_NUMBER(virConnectNumOfDefinedDomains((void *)dom));
}
static void c105(void)
{
    RESULT_NUMBER(virConnectNumOfDefinedDomains((void *)zeros));
}
static void c106(void)
{
    RESULT_NUMBER(virConnectNumOfDefinedInterfaces((void *)dom));
}
static void c107(void)
{
    RESULT_NUMBER(virConnectNumOfDefinedInterfaces((void *)zeros));
}
static void c108(void)
{
    RESULT_NUMBER(virConnectNumOfDefinedNetworks((void *)dom));
}
static void c109(void)
{
    RESULT_NUMBER(virConnectNumOfDefinedNetworks((void *)zeros));
}
static void c110(void)
{
    RESULT_NUMBER(virConnectNumOfDefinedStoragePools((void *)dom));
}
static void c111(void)
{
    RESULT_NUMBER(virConnectNumOfDefinedStoragePools((void *)zeros));
}
static void c112(void)
{
    RESULT_NUMBER(virConnectNumOfDomains((void *)dom));
}
static void c113(void)
{
    RESULT_NUMBER(virConnectNumOfDomains((void *)zeros));
}
static void c114(void)
{
    RESULT_NUMBER(virConnectNumOfInterfaces((void *)dom));
}
static void c115(void)
{
    RESULT_NUMBER(virConnectNumOfInterfaces((void *)zeros));
}
static void c116(void)
{
    RESULT_NUMBER(virConnectNumOfNWFilters((void *)dom));
}
static void c117(void)
{
    RESULT_NUMBER(virConnectNumOfNWFilters((void *)zeros));
}
static void c118(void)
{
    RESULT_NUMBER(virConnectNumOfNetworks((void *)dom));
}
static void c119(void)
{
    RESULT_NUMBER(virConnectNumOfNetworks((void *)zeros));
}
static void c120(void)
{
    RESULT_NUMBER(virConnectNumOfSecrets((void *)dom));
}
static void c121(void)
{
    RESULT_NUMBER(virConnectNumOfSecrets((void *)zeros));
}
static void c122(void)
{
    RESULT_NUMBER(virConnectNumOfStoragePools((void *)dom));
}
static void c123(void)
{
    RESULT_NUMBER(virConnectNumOfStoragePools((void *)zeros));
}
static void c124(void)
{
    RESULT_NUMBER(virConnectRef((void *)dom));
}
static void c125(void)
{
    RESULT_NUMBER(virConnectRef((void *)zeros));
}
static void c126(void)
{
    RESULT_NUMBER(virConnectRegisterCloseCallback((void *)dom, (virConnectCloseFunc)nothing, (void *)scratch, (virFreeCallback)nothing));
}
static void c127(void)
{
    RESULT_NUMBER(virConnectRegisterCloseCallback((void *)zeros, (virConnectCloseFunc)nothing, (void *)scratch, (virFreeCallback)nothing));
}
static void c128(void)
{
    RESULT_NUMBER(virConnectSecretEventDeregisterAny((void *)dom, 0));
}
static void c129(void)
{
    RESULT_NUMBER(virConnectSecretEventDeregisterAny((void *)zeros, 0));
}
static void c130(void)
{
    RESULT_NUMBER(virConnectSecretEventRegisterAny((void *)dom, NULL, 0, (virConnectSecretEventGenericCallback)nothing, (void *)scratch, (virFreeCallback)nothing));
}
static void c131(void)
{
    RESULT_NUMBER(virConnectSecretEventRegisterAny((void *)zeros, NULL, 0, (virConnectSecretEventGenericCallback)nothing, (void *)scratch, (virFreeCallback)nothing));
}
static void c132(void)
{
    RESULT_NUMBER(virConnectSecretEventRegisterAny(conn, (void *)dom, 0, (virConnectSecretEventGenericCallback)nothing, (void *)scratch, (virFreeCallback)nothing));
}
static void c133(void)
{
    RESULT_NUMBER(virConnectSecretEventRegisterAny(conn, (void *)zeros, 0, (virConnectSecretEventGenericCallback)nothing, (void *)scratch, (virFreeCallback)nothing));
}
static void c134(void)
{
    RESULT_NUMBER(virConnectSetKeepAlive((void *)dom, 0, 0));
}
static void c135(void)
{
    RESULT_NUMBER(virConnectSetKeepAlive((void *)zeros, 0, 0));
}
static void c136(void)
{
    RESULT_NUMBER(virConnectStoragePoolEventDeregisterAny((void *)dom, 0));
}
static void c137(void)
{
    RESULT_NUMBER(virConnectStoragePoolEventDeregisterAny((void *)zeros, 0));
}
static void c138(void)
{
    RESULT_NUMBER(virConnectStoragePoolEventRegisterAny((void *)dom, pool, 0, (virConnectStoragePoolEventGenericCallback)nothing, (void *)scratch, (virFreeCallback)nothing));
}
static void c139(void)
{
    RESULT_NUMBER(virConnectStoragePoolEventRegisterAny((void *)zeros, pool, 0, (virConnectStoragePoolEventGenericCallback)nothing, (void *)scratch, (virFreeCallback)nothing));
}
static void c140(void)
{
    RESULT_NUMBER(virConnectStoragePoolEventRegisterAny(conn, (void *)dom, 0, (virConnectStoragePoolEventGenericCallback)nothing, (void *)scratch, (virFreeCallback)nothing));
}
static void c141(void)
{
    RESULT_NUMBER(virConnectStoragePoolEventRegisterAny(conn, (void *)zeros, 0, (virConnectStoragePoolEventGenericCallback)nothing, (void *)scratch, (virFreeCallback)nothing));
}
static void c142(void)
{
    RESULT_NUMBER(virConnectUnregisterCloseCallback((void *)dom, (virConnectCloseFunc)nothing));
}
static void c143(void)
{
    RESULT_NUMBER(virConnectUnregisterCloseCallback((void *)zeros, (virConnectCloseFunc)nothing));
}
static void c144(void)
{
    RESULT_NUMBER(virDomainAbortJob((void *)conn));
}
static void c145(void)
{
    RESULT_NUMBER(virDomainAbortJob((void *)zeros));
}
static void c146(void)
{
    RESULT_NUMBER(virDomainAbortJobFlags((void *)conn, 0));
}
static void c147(void)
{
    RESULT_NUMBER(virDomainAbortJobFlags((void *)zeros, 0));
}
static void c148(void)
{
    RESULT_NUMBER(virDomainAddIOThread((void *)conn, 0, 0));
}
static void c149(void)
{
    RESULT_NUMBER(virDomainAddIOThread((void *)zeros, 0, 0));
}
static void c150(void)
{
    RESULT_NUMBER(virDomainAgentSetResponseTimeout((void *)conn, 0, 0));
}
static void c151(void)
{
    RESULT_NUMBER(virDomainAgentSetResponseTimeout((void *)zeros, 0, 0));
}
static void c152(void)
{
    RESULT_NUMBER(virDomainAttachDevice((void *)conn, "x"));
}
static void c153(void)
{
    RESULT_NUMBER(virDomainAttachDevice((void *)zeros, "x"));
}
static void c154(void)
{
    RESULT_NUMBER(virDomainAttachDeviceFlags((void *)conn, "x", 0));
}
static void c155(void)
{
    RESULT_NUMBER(virDomainAttachDeviceFlags((void *)zeros, "x", 0));
}
static void c156(void)
{
    RESULT_NUMBER(virDomainAuthorizedSSHKeysGet((void *)conn, "x", (void *)scratch, 0));
}
static void c157(void)
{
    RESULT_NUMBER(virDomainAuthorizedSSHKeysGet((void *)zeros, "x", (void *)scratch, 0));
}
static void c158(void)
{
    RESULT_NUMBER(virDomainAuthorizedSSHKeysSet((void *)conn, "x", strings, 0, 0));
}
static void c159(void)
{
    RESULT_NUMBER(virDomainAuthorizedSSHKeysSet((void *)zeros, "x", strings, 0, 0));
}
static void c160(void)
{
    RESULT_NUMBER(virDomainBackupBegin((void *)conn, "x", "x", 0));
}
static void c161(void)
{
    RESULT_NUMBER(virDomainBackupBegin((void *)zeros, "x", "x", 0));
}
static void c162(void)
{
    RESULT_OWNED(virDomainBackupGetXMLDesc((void *)conn, 0));
}
static void c163(void)
{
    RESULT_OWNED(virDomainBackupGetXMLDesc((void *)zeros, 0));
}
static void c164(void)
{
    RESULT_NUMBER(virDomainBlockCommit((void *)conn, "x", "x", "x", 0, 0));
}
static void c165(void)
{
    RESULT_NUMBER(virDomainBlockCommit((void *)zeros, "x", "x", "x", 0, 0));
}
static void c166(void)
{
    RESULT_NUMBER(virDomainBlockCopy((void *)conn, "x", "x", (void *)scratch, 0, 0));
}
static void c167(void)
{
    RESULT_NUMBER(virDomainBlockCopy((void *)zeros, "x", "x", (void *)scratch, 0, 0));
}
static void c168(void)
{
    RESULT_NUMBER(virDomainBlockJobAbort((void *)conn, "x", 0));
}
static void c169(void)
{
    RESULT_NUMBER(virDomainBlockJobAbort((void *)zeros, "x", 0));
}
static void c170(void)
{
    RESULT_NUMBER(virDomainBlockJobSetSpeed((void *)conn, "x", 0, 0));
}
static void c171(void)
{
    RESULT_NUMBER(virDomainBlockJobSetSpeed((void *)zeros, "x", 0, 0));
}
static void c172(void)
{
    RESULT_NUMBER(virDomainBlockPeek((void *)conn, "x", 0, 0, (void *)scratch, 0));
}
static void c173(void)
{
    RESULT_NUMBER(virDomainBlockPeek((void *)zeros, "x", 0, 0, (void *)scratch, 0));
}
static void c174(void)
{
    RESULT_NUMBER(virDomainBlockPull((void *)conn, "x", 0, 0));
}
static void c175(void)
{
    RESULT_NUMBER(virDomainBlockPull((void *)zeros, "x", 0, 0));
}
static void c176(void)
{
    RESULT_NUMBER(virDomainBlockRebase((void *)conn, "x", "x", 0, 0));
}
static void c177(void)
{
    RESULT_NUMBER(virDomainBlockRebase((void *)zeros, "x", "x", 0, 0));
}
static void c178(void)
{
    RESULT_NUMBER(virDomainBlockResize((void *)conn, "x", 0, 0));
}
static void c179(void)
{
    RESULT_NUMBER(virDomainBlockResize((void *)zeros, "x", 0, 0));
}
static void c180(void)
{
    RESULT_NUMBER(virDomainBlockStats((void *)conn, "x", (void *)scratch, 0));
}
static void c181(void)
{
    RESULT_NUMBER(virDomainBlockStats((void *)zeros, "x", (void *)scratch, 0));
}
static void c182(void)
{
    RESULT_NUMBER(virDomainBlockStatsFlags((void *)conn, "x", (void *)scratch, (void *)scratch, 0));
}
static void c183(void)
{
    RESULT_NUMBER(virDomainBlockStatsFlags((void *)zeros, "x", (void *)scratch, (void *)scratch, 0));
}
static void c184(void)
{
    RESULT_POINTER(virDomainCheckpointCreateXML((void *)conn, "x", 0));
}
static void c185(void)
{
    RESULT_POINTER(virDomainCheckpointCreateXML((void *)zeros, "x", 0));
}
static void c186(void)
{
    RESULT_NUMBER(virDomainCheckpointDelete((void *)dom, 0));
}
static void c187(void)
{
    RESULT_NUMBER(virDomainCheckpointDelete((void *)zeros, 0));
}
static void c188(void)
{
    RESULT_NUMBER(virDomainCheckpointFree((void *)dom));
}
static void c189(void)
{
    RESULT_NUMBER(virDomainCheckpointFree((void *)zeros));
}
static void c190(void)
{
    RESULT_POINTER(virDomainCheckpointGetConnect((void *)dom));
}
static void c191(void)
{
    RESULT_POINTER(virDomainCheckpointGetConnect((void *)zeros));
}
static void c192(void)
{
    RESULT_POINTER(virDomainCheckpointGetDomain((void *)dom));
}
static void c193(void)
{
    RESULT_POINTER(virDomainCheckpointGetDomain((void *)zeros));
}
static void c194(void)
{
    RESULT_STRING(virDomainCheckpointGetName((void *)dom));
}
static void c195(void)
{
    RESULT_STRING(virDomainCheckpointGetName((void *)zeros));
}
static void c196(void)
{
    RESULT_POINTER(virDomainCheckpointGetParent((void *)dom, 0));
}
static void c197(void)
{
    RESULT_POINTER(virDomainCheckpointGetParent((void *)zeros, 0));
}
static void c198(void)
{
    RESULT_OWNED(virDomainCheckpointGetXMLDesc((void *)dom, 0));
}
static void c199(void)
{
    RESULT_OWNED(virDomainCheckpointGetXMLDesc((void *)zeros, 0));
}
static void c200(void)
{
    RESULT_NUMBER(virDomainCheckpointListAllChildren((void *)dom, (void *)scratch, 0));
}
static void c201(void)
{
    RESULT_NUMBER(virDomainCheckpointListAllChildren((void *)zeros, (void *)scratch, 0));
}
static void c202(void)
{
    RESULT_POINTER(virDomainCheckpointLookupByName((void *)conn, "x", 0));
}
static void c203(void)
{
    RESULT_POINTER(virDomainCheckpointLookupByName((void *)zeros, "x", 0));
}
static void c204(void)
{
    RESULT_NUMBER(virDomainCheckpointRef((void *)dom));
}
static void c205(void)
{
    RESULT_NUMBER(virDomainCheckpointRef((void *)zeros));
}
static void c206(void)
{
    RESULT_NUMBER(virDomainCoreDump((void *)conn, "x", 0));
}
static void c207(void)
{
    RESULT_NUMBER(virDomainCoreDump((void *)zeros, "x", 0));
}
static void c208(void)
{
    RESULT_NUMBER(virDomainCoreDumpWithFormat((void *)conn, "x", 0, 0));
}
static void c209(void)
{
    RESULT_NUMBER(virDomainCoreDumpWithFormat((void *)zeros, "x", 0, 0));
}
static void c210(void)
{
    RESULT_NUMBER(virDomainCreate((void *)conn));
}
static void c211(void)
{
    RESULT_NUMBER(virDomainCreate((void *)zeros));
}
static void c212(void)
{
    RESULT_POINTER(virDomainCreateLinux((void *)dom, "x", 0));
}
static void c213(void)
{
    RESULT_POINTER(virDomainCreateLinux((void *)zeros, "x", 0));
}
static void c214(void)
{
    RESULT_NUMBER(virDomainCreateWithFiles((void *)conn, 0, (void *)scratch, 0));
}
static void c215(void)
{
    RESULT_NUMBER(virDomainCreateWithFiles((void *)zeros, 0, (void *)scratch, 0));
}
static void c216(void)
{
    RESULT_NUMBER(virDomainCreateWithFlags((void *)conn, 0));
}
static void c217(void)
{
    RESULT_NUMBER(virDomainCreateWithFlags((void *)zeros, 0));
}
static void c218(void)
{
    RESULT_POINTER(virDomainCreateXML((void *)dom, "x", 0));
}
static void c219(void)
{
    RESULT_POINTER(virDomainCreateXML((void *)zeros, "x", 0));
}
static void c220(void)
{
    RESULT_POINTER(virDomainCreateXMLWithFiles((void *)dom, "x", 0, (void *)scratch, 0));
}
static void c221(void)
{
    RESULT_POINTER(virDomainCreateXMLWithFiles((void *)zeros, "x", 0, (void *)scratch, 0));
}
static void c222(void)
{
    RESULT_POINTER(virDomainDefineXML((void *)dom, "x"));
}
static void c223(void)
{
    RESULT_POINTER(virDomainDefineXML((void *)zeros, "x"));
}
static void c224(void)
{
    RESULT_POINTER(virDomainDefineXMLFlags((void *)dom, "x", 0));
}
static void c225(void)
{
    RESULT_POINTER(virDomainDefineXMLFlags((void *)zeros, "x", 0));
}
static void c226(void)
{
    RESULT_NUMBER(virDomainDelIOThread((void *)conn, 0, 0));
}
static void c227(void)
{
    RESULT_NUMBER(virDomainDelIOThread((void *)zeros, 0, 0));
}
static void c228(void)
{
    RESULT_NUMBER(virDomainDestroy((void *)conn));
}
static void c229(void)
{
    RESULT_NUMBER(virDomainDestroy((void *)zeros));
}
static void c230(void)
{
    RESULT_NUMBER(virDomainDestroyFlags((void *)conn, 0));
}
static void c231(void)
{
    RESULT_NUMBER(virDomainDestroyFlags((void *)zeros, 0));
}
static void c232(void)
{
    RESULT_NUMBER(virDomainDetachDevice((void *)conn, "x"));
}
static void c233(void)
{
    RESULT_NUMBER(virDomainDetachDevice((void *)zeros, "x"));
}
static void c234(void)
{
    RESULT_NUMBER(virDomainDetachDeviceAlias((void *)conn, "x", 0));
}
static void c235(void)
{
    RESULT_NUMBER(virDomainDetachDeviceAlias((void *)zeros, "x", 0));
}
static void c236(void)
{
    RESULT_NUMBER(virDomainDetachDeviceFlags((void *)conn, "x", 0));
}
static void c237(void)
{
    RESULT_NUMBER(virDomainDetachDeviceFlags((void *)zeros, "x", 0));
}
static void c238(void)
{
    RESULT_NUMBER(virDomainFSFreeze((void *)conn, strings, 0, 0));
}
static void c239(void)
{
    RESULT_NUMBER(virDomainFSFreeze((void *)zeros, strings, 0, 0));
}
static void c240(void)
{
    RESULT_NUMBER(virDomainFSThaw((void *)conn, strings, 0, 0));
}
static void c241(void)
{
    RESULT_NUMBER(virDomainFSThaw((void *)zeros, strings, 0, 0));
}
static void c242(void)
{
    RESULT_NUMBER(virDomainFSTrim((void *)conn, "x", 0, 0));
}
static void c243(void)
{
    RESULT_NUMBER(virDomainFSTrim((void *)zeros, "x", 0, 0));
}
static void c244(void)
{
    RESULT_NUMBER(virDomainFree((void *)conn));
}
static void c245(void)
{
    RESULT_NUMBER(virDomainFree((void *)zeros));
}
static void c246(void)
{
    RESULT_NUMBER(virDomainGetAutostart((void *)conn, (void *)scratch));
}
static void c247(void)
{
    RESULT_NUMBER(virDomainGetAutostart((void *)zeros, (void *)scratch));
}
static void c248(void)
{
    RESULT_NUMBER(virDomainGetBlkioParameters((void *)conn, (void *)scratch, (void *)scratch, 0));
}
static void c249(void)
{
    RESULT_NUMBER(virDomainGetBlkioParameters((void *)zeros, (void *)scratch, (void *)scratch, 0));
}
static void c250(void)
{
    RESULT_NUMBER(virDomainGetBlockInfo((void *)conn, "x", (void *)scratch, 0));
}
static void c251(void)
{
    RESULT_NUMBER(virDomainGetBlockInfo((void *)zeros, "x", (void *)scratch, 0));
}
static void c252(void)
{
    RESULT_NUMBER(virDomainGetBlockIoTune((void *)conn, "x", (void *)scratch, (void *)scratch, 0));
}
static void c253(void)
{
    RESULT_NUMBER(virDomainGetBlockIoTune((void *)zeros, "x", (void *)scratch, (void *)scratch, 0));
}
static void c254(void)
{
    RESULT_NUMBER(virDomainGetBlockJobInfo((void *)conn, "x", (void *)scratch, 0));
}
static void c255(void)
{
    RESULT_NUMBER(virDomainGetBlockJobInfo((void *)zeros, "x", (void *)scratch, 0));
}
static void c256(void)
{
    RESULT_NUMBER(virDomainGetCPUStats((void *)conn, (void *)scratch, 0, 0, 0, 0));
}
static void c257(void)
{
    RESULT_NUMBER(virDomainGetCPUStats((void *)zeros, (void *)scratch, 0, 0, 0, 0));
}
static void c258(void)
{
    RESULT_POINTER(virDomainGetConnect((void *)conn));
}
static void c259(void)
{
    RESULT_POINTER(virDomainGetConnect((void *)zeros));
}
static void c260(void)
{
    RESULT_NUMBER(virDomainGetControlInfo((void *)conn, (void *)scratch, 0));
}
static void c261(void)
{
    RESULT_NUMBER(virDomainGetControlInfo((void *)zeros, (void *)scratch, 0));
}
static void c262(void)
{
    RESULT_NUMBER(virDomainGetDiskErrors((void *)conn, (void *)scratch, 0, 0));
}
static void c263(void)
{
    RESULT_NUMBER(virDomainGetDiskErrors((void *)zeros, (void *)scratch, 0, 0));
}
static void c264(void)
{
    RESULT_NUMBER(virDomainGetEmulatorPinInfo((void *)conn, (void *)scratch, 0, 0));
}
static void c265(void)
{
    RESULT_NUMBER(virDomainGetEmulatorPinInfo((void *)zeros, (void *)scratch, 0, 0));
}
static void c266(void)
{
    RESULT_NUMBER(virDomainGetFSInfo((void *)conn, (void *)scratch, 0));
}
static void c267(void)
{
    RESULT_NUMBER(virDomainGetFSInfo((void *)zeros, (void *)scratch, 0));
}
static void c268(void)
{
    RESULT_NUMBER(virDomainGetGuestInfo((void *)conn, 0, (void *)scratch, (void *)scratch, 0));
}
static void c269(void)
{
    RESULT_NUMBER(virDomainGetGuestInfo((void *)zeros, 0, (void *)scratch, (void *)scratch, 0));
}
static void c270(void)
{
    RESULT_NUMBER(virDomainGetGuestVcpus((void *)conn, (void *)scratch, (void *)scratch, 0));
}
static void c271(void)
{
    RESULT_NUMBER(virDomainGetGuestVcpus((void *)zeros, (void *)scratch, (void *)scratch, 0));
}
static void c272(void)
{
    RESULT_OWNED(virDomainGetHostname((void *)conn, 0));
}
static void c273(void)
{
    RESULT_OWNED(virDomainGetHostname((void *)zeros, 0));
}
static void c274(void)
{
    RESULT_NUMBER(virDomainGetID((void *)conn));
}
static void c275(void)
{
    RESULT_NUMBER(virDomainGetID((void *)zeros));
}
static void c276(void)
{
    RESULT_NUMBER(virDomainGetIOThreadInfo((void *)conn, (void *)scratch, 0));
}
static void c277(void)
{
    RESULT_NUMBER(virDomainGetIOThreadInfo((void *)zeros, (void *)scratch, 0));
}
static void c278(void)
{
    RESULT_NUMBER(virDomainGetInfo((void *)conn, (void *)scratch));
}
static void c279(void)
{
    RESULT_NUMBER(virDomainGetInfo((void *)zeros, (void *)scratch));
}
static void c280(void)
{
    RESULT_NUMBER(virDomainGetInterfaceParameters((void *)conn, "x", (void *)scratch, (void *)scratch, 0));
}
static void c281(void)
{
    RESULT_NUMBER(virDomainGetInterfaceParameters((void *)zeros, "x", (void *)scratch, (void *)scratch, 0));
}
static void c282(void)
{
    RESULT_NUMBER(virDomainGetJobInfo((void *)conn, (void *)scratch));
}
static void c283(void)
{
    RESULT_NUMBER(virDomainGetJobInfo((void *)zeros, (void *)scratch));
}
static void c284(void)
{
    RESULT_NUMBER(virDomainGetJobStats((void *)conn, (void *)scratch, (void *)scratch, (void *)scratch, 0));
}
static void c285(void)
{
    RESULT_NUMBER(virDomainGetJobStats((void *)zeros, (void *)scratch, (void *)scratch, (void *)scratch, 0));
}
static void c286(void)
{
    RESULT_NUMBER(virDomainGetLaunchSecurityInfo((void *)conn, (void *)scratch, (void *)scratch, 0));
}
static void c287(void)
{
    RESULT_NUMBER(virDomainGetLaunchSecurityInfo((void *)zeros, (void *)scratch, (void *)scratch, 0));
}
static void c288(void)
{
    RESULT_NUMBER(virDomainGetMaxMemory((void *)conn));
}
static void c289(void)
{
    RESULT_NUMBER(virDomainGetMaxMemory((void *)zeros));
}
static void c290(void)
{
    RESULT_NUMBER(virDomainGetMaxVcpus((void *)conn));
}
static void c291(void)
{
    RESULT_NUMBER(virDomainGetMaxVcpus((void *)zeros));
}
static void c292(void)
{
    RESULT_NUMBER(virDomainGetMemoryParameters((void *)conn, (void *)scratch, (void *)scratch, 0));
}
static void c293(void)
{
    RESULT_NUMBER(virDomainGetMemoryParameters((void *)zeros, (void *)scratch, (void *)scratch, 0));
}
static void c294(void)
{
    RESULT_NUMBER(virDomainGetMessages((void *)conn, (void *)scratch, 0));
}
static void c295(void)
{
    RESULT_NUMBER(virDomainGetMessages((void *)zeros, (void *)scratch, 0));
}
static void c296(void)
{
    RESULT_OWNED(virDomainGetMetadata((void *)conn, 0, "x", 0));
}
static void c297(void)
{
    RESULT_OWNED(virDomainGetMetadata((void *)zeros, 0, "x", 0));
}
static void c298(void)
{
    RESULT_STRING(virDomainGetName((void *)conn));
}
static void c299(void)
{
    RESULT_STRING(virDomainGetName((void *)zeros));
}
static void c300(void)
{
    RESULT_NUMBER(virDomainGetNumaParameters((void *)conn, (void *)scratch, (void *)scratch, 0));
}
static void c301(void)
{
    RESULT_NUMBER(virDomainGetNumaParameters((void *)zeros, (void *)scratch, (void *)scratch, 0));
}
static void c302(void)
{
    RESULT_OWNED(virDomainGetOSType((void *)conn));
}
static void c303(void)
{
    RESULT_OWNED(virDomainGetOSType((void *)zeros));
}
static void c304(void)
{
    RESULT_NUMBER(virDomainGetPerfEvents((void *)conn, (void *)scratch, (void *)scratch, 0));
}
static void c305(void)
{
    RESULT_NUMBER(virDomainGetPerfEvents((void *)zeros, (void *)scratch, (void *)scratch, 0));
}
static void c306(void)
{
    RESULT_NUMBER(virDomainGetSchedulerParameters((void *)conn, (void *)scratch, (void *)scratch));
}
static void c307(void)
{
    RESULT_NUMBER(virDomainGetSchedulerParameters((void *)zeros, (void *)scratch, (void *)scratch));
}
static void c308(void)
{
    RESULT_NUMBER(virDomainGetSchedulerParametersFlags((void *)conn, (void *)scratch, (void *)scratch, 0));
}
static void c309(void)
{
    RESULT_NUMBER(virDomainGetSchedulerParametersFlags((void *)zeros, (void *)scratch, (void *)scratch, 0));
}
static void c310(void)
{
    RESULT_OWNED(virDomainGetSchedulerType((void *)conn, (void *)scratch));
}
static void c311(void)
{
    RESULT_OWNED(virDomainGetSchedulerType((void *)zeros, (void *)scratch));
}
static void c312(void)
{
    RESULT_NUMBER(virDomainGetSecurityLabel((void *)conn, (void *)scratch));
}
static void c313(void)
{
    RESULT_NUMBER(virDomainGetSecurityLabel((void *)zeros, (void *)scratch));
}
static void c314(void)
{
    RESULT_NUMBER(virDomainGetSecurityLabelList((void *)conn, (void *)scratch));
}
static void c315(void)
{
    RESULT_NUMBER(virDomainGetSecurityLabelList((void *)zeros, (void *)scratch));
}
static void c316(void)
{
    RESULT_NUMBER(virDomainGetState((void *)conn, (void *)scratch, (void *)scratch, 0));
}
static void c317(void)
{
    RESULT_NUMBER(virDomainGetState((void *)zeros, (void *)scratch, (void *)scratch, 0));
}
static void c318(void)
{
    RESULT_NUMBER(virDomainGetTime((void *)conn, (void *)scratch, (void *)scratch, 0));
}
static void c319(void)
{
    RESULT_NUMBER(virDomainGetTime((void *)zeros, (void *)scratch, (void *)scratch, 0));
}
static void c320(void)
{
    RESULT_NUMBER(virDomainGetUUID((void *)conn, (void *)scratch));
}
static void c321(void)
{
    RESULT_NUMBER(virDomainGetUUID((void *)zeros, (void *)scratch));
}
static void c322(void)
{
    RESULT_NUMBER(virDomainGetUUIDString((void *)conn, (void *)scratch));
}
static void c323(void)
{
    RESULT_NUMBER(virDomainGetUUIDString((void *)zeros, (void *)scratch));
}
static void c324(void)
{
    RESULT_NUMBER(virDomainGetVcpuPinInfo((void *)conn, 0, (void *)scratch, 0, 0));
}
static void c325(void)
{
    RESULT_NUMBER(virDomainGetVcpuPinInfo((void *)zeros, 0, (void *)scratch, 0, 0));
}
static void c326(void)
{
    RESULT_NUMBER(virDomainGetVcpus((void *)conn, (void *)scratch, 0, (void *)scratch, 0));
}
static void c327(void)
{
    RESULT_NUMBER(virDomainGetVcpus((void *)zeros, (void *)scratch, 0, (void *)scratch, 0));
}
static void c328(void)
{
    RESULT_NUMBER(virDomainGetVcpusFlags((void *)conn, 0));
}
static void c329(void)
{
    RESULT_NUMBER(virDomainGetVcpusFlags((void *)zeros, 0));
}
static void c330(void)
{
    RESULT_OWNED(virDomainGetXMLDesc((void *)conn, 0));
}
static void c331(void)
{
    RESULT_OWNED(virDomainGetXMLDesc((void *)zeros, 0));
}
static void c332(void)
{
    RESULT_NUMBER(virDomainHasCurrentSnapshot((void *)conn, 0));
}
static void c333(void)
{
    RESULT_NUMBER(virDomainHasCurrentSnapshot((void *)zeros, 0));
}
static void c334(void)
{
    RESULT_NUMBER(virDomainHasManagedSaveImage((void *)conn, 0));
}
static void c335(void)
{
    RESULT_NUMBER(virDomainHasManagedSaveImage((void *)zeros, 0));
}
static void c336(void)
{
    RESULT_NUMBER(virDomainInjectNMI((void *)conn, 0));
}
static void c337(void)
{
    RESULT_NUMBER(virDomainInjectNMI((void *)zeros, 0));
}
static void c338(void)
{
    RESULT_NUMBER(virDomainInterfaceAddresses((void *)conn, (void *)scratch, 0, 0));
}
static void c339(void)
{
    RESULT_NUMBER(virDomainInterfaceAddresses((void *)zeros, (void *)scratch, 0, 0));
}
static void c340(void)
{
    RESULT_NUMBER(virDomainInterfaceStats((void *)conn, "x", (void *)scratch, 0));
}
static void c341(void)
{
    RESULT_NUMBER(virDomainInterfaceStats((void *)zeros, "x", (void *)scratch, 0));
}
static void c342(void)
{
    RESULT_NUMBER(virDomainIsActive((void *)conn));
}
static void c343(void)
{
    RESULT_NUMBER(virDomainIsActive((void *)zeros));
}
static void c344(void)
{
    RESULT_NUMBER(virDomainIsPersistent((void *)conn));
}
static void c345(void)
{
    RESULT_NUMBER(virDomainIsPersistent((void *)zeros));
}
static void c346(void)
{
    RESULT_NUMBER(virDomainIsUpdated((void *)conn));
}
static void c347(void)
{
    RESULT_NUMBER(virDomainIsUpdated((void *)zeros));
}
static void c348(void)
{
    RESULT_NUMBER(virDomainListAllCheckpoints((void *)conn, (void *)scratch, 0));
}
static void c349(void)
{
    RESULT_NUMBER(virDomainListAllCheckpoints((void *)zeros, (void *)scratch, 0));
}
static void c350(void)
{
    RESULT_NUMBER(virDomainListAllSnapshots((void *)conn, (void *)scratch, 0));
}
static void c351(void)
{
    RESULT_NUMBER(virDomainListAllSnapshots((void *)zeros, (void *)scratch, 0));
}
static void c352(void)
{
    RESULT_POINTER(virDomainLookupByID((void *)dom, 0));
}
static void c353(void)
{
    RESULT_POINTER(virDomainLookupByID((void *)zeros, 0));
}
static void c354(void)
{
    RESULT_POINTER(virDomainLookupByName((void *)dom, "x"));
}
static void c355(void)
{
    RESULT_POINTER(virDomainLookupByName((void *)zeros, "x"));
}
static void c356(void)
{
    RESULT_POINTER(virDomainLookupByUUID((void *)dom, (void *)scratch));
}
static void c357(void)
{
    RESULT_POINTER(virDomainLookupByUUID((void *)zeros, (void *)scratch));
}
static void c358(void)
{
    RESULT_POINTER(virDomainLookupByUUIDString((void *)dom, "x"));
}
static void c359(void)
{
    RESULT_POINTER(virDomainLookupByUUIDString((void *)zeros, "x"));
}
static void c360(void)
{
    RESULT_NUMBER(virDomainManagedSave((void *)conn, 0));
}
static void c361(void)
{
    RESULT_NUMBER(virDomainManagedSave((void *)zeros, 0));
}
static void c362(void)
{
    RESULT_NUMBER(virDomainManagedSaveDefineXML((void *)conn, "x", 0));
}
static void c363(void)
{
    RESULT_NUMBER(virDomainManagedSaveDefineXML((void *)zeros, "x", 0));
}
static void c364(void)
{
    RESULT_OWNED(virDomainManagedSaveGetXMLDesc((void *)conn, 0));
}
static void c365(void)
{
    RESULT_OWNED(virDomainManagedSaveGetXMLDesc((void *)zeros, 0));
}
static void c366(void)
{
    RESULT_NUMBER(virDomainManagedSaveRemove((void *)conn, 0));
}
static void c367(void)
{
    RESULT_NUMBER(virDomainManagedSaveRemove((void *)zeros, 0));
}
static void c368(void)
{
    RESULT_NUMBER(virDomainMemoryPeek((void *)conn, 0, 0, (void *)scratch, 0));
}
static void c369(void)
{
    RESULT_NUMBER(virDomainMemoryPeek((void *)zeros, 0, 0, (void *)scratch, 0));
}
static void c370(void)
{
    RESULT_NUMBER(virDomainMemoryStats((void *)conn, (void *)scratch, 0, 0));
}
static void c371(void)
{
    RESULT_NUMBER(virDomainMemoryStats((void *)zeros, (void *)scratch, 0, 0));
}
static void c372(void)
{
    RESULT_POINTER(virDomainMigrate((void *)conn, conn, 0, "x", "x", 0));
}
static void c373(void)
{
    RESULT_POINTER(virDomainMigrate((void *)zeros, conn, 0, "x", "x", 0));
}
static void c374(void)
{
    RESULT_POINTER(virDomainMigrate(dom, (void *)dom, 0, "x", "x", 0));
}
static void c375(void)
{
    RESULT_POINTER(virDomainMigrate(dom, (void *)zeros, 0, "x", "x", 0));
}
static void c376(void)
{
    RESULT_POINTER(virDomainMigrate2((void *)conn, conn, "x", 0, "x", "x", 0));
}
static void c377(void)
{
    RESULT_POINTER(virDomainMigrate2((void *)zeros, conn, "x", 0, "x", "x", 0));
}
static void c378(void)
{
    RESULT_POINTER(virDomainMigrate2(dom, (void *)dom, "x", 0, "x", "x", 0));
}
static void c379(void)
{
    RESULT_POINTER(virDomainMigrate2(dom, (void *)zeros, "x", 0, "x", "x", 0));
}
static void c380(void)
{
    RESULT_POINTER(virDomainMigrate3((void *)conn, conn, (void *)scratch, 0, 0));
}
static void c381(void)
{
    RESULT_POINTER(virDomainMigrate3((void *)zeros, conn, (void *)scratch, 0, 0));
}
static void c382(void)
{
    RESULT_NUMBER(virDomainMigrateGetCompressionCache((void *)conn, (void *)scratch, 0));
}
static void c383(void)
{
    RESULT_NUMBER(virDomainMigrateGetCompressionCache((void *)zeros, (void *)scratch, 0));
}
static void c384(void)
{
    RESULT_NUMBER(virDomainMigrateGetMaxDowntime((void *)conn, (void *)scratch, 0));
}
static void c385(void)
{
    RESULT_NUMBER(virDomainMigrateGetMaxDowntime((void *)zeros, (void *)scratch, 0));
}
static void c386(void)
{
    RESULT_NUMBER(virDomainMigrateGetMaxSpeed((void *)conn, (void *)scratch, 0));
}
static void c387(void)
{
    RESULT_NUMBER(virDomainMigrateGetMaxSpeed((void *)zeros, (void *)scratch, 0));
}
static void c388(void)
{
    RESULT_NUMBER(virDomainMigrateSetCompressionCache((void *)conn, 0, 0));
}
static void c389(void)
{
    RESULT_NUMBER(virDomainMigrateSetCompressionCache((void *)zeros, 0, 0));
}
static void c390(void)
{
    RESULT_NUMBER(virDomainMigrateSetMaxDowntime((void *)conn, 0, 0));
}
static void c391(void)
{
    RESULT_NUMBER(virDomainMigrateSetMaxDowntime((void *)zeros, 0, 0));
}
static void c392(void)
{
    RESULT_NUMBER(virDomainMigrateSetMaxSpeed((void *)conn, 0, 0));
}
static void c393(void)
{
    RESULT_NUMBER(virDomainMigrateSetMaxSpeed((void *)zeros, 0, 0));
}
static void c394(void)
{
    RESULT_NUMBER(virDomainMigrateStartPostCopy((void *)conn, 0));
}
static void c395(void)
{
    RESULT_NUMBER(virDomainMigrateStartPostCopy((void *)zeros, 0));
}
static void c396(void)
{
    RESULT_NUMBER(virDomainMigrateToURI((void *)conn, "x", 0, "x", 0));
}
static void c397(void)
{
    RESULT_NUMBER(virDomainMigrateToURI((void *)zeros, "x", 0, "x", 0));
}
static void c398(void)
{
    RESULT_NUMBER(virDomainMigrateToURI2((void *)conn, "x", "x", "x", 0, "x", 0));
}
static void c399(void)
{
    RESULT_NUMBER(virDomainMigrateToURI2((void *)zeros, "x", "x", "x", 0, "x", 0));
}
static void c400(void)
{
    RESULT_NUMBER(virDomainMigrateToURI3((void *)conn, "x", (void *)scratch, 0, 0));
}
static void c401(void)
{
    RESULT_NUMBER(virDomainMigrateToURI3((void *)zeros, "x", (void *)scratch, 0, 0));
}
static void c402(void)
{
    RESULT_NUMBER(virDomainOpenChannel((void *)conn, "x", stream, 0));
}
static void c403(void)
{
    RESULT_NUMBER(virDomainOpenChannel((void *)zeros, "x", stream, 0));
}
static void c404(void)
{
    RESULT_NUMBER(virDomainOpenChannel(dom, "x", (void *)dom, 0));
}
static void c405(void)
{
    RESULT_NUMBER(virDomainOpenChannel(dom, "x", (void *)zeros, 0));
}
static void c406(void)
{
    RESULT_NUMBER(virDomainOpenConsole((void *)conn, "x", stream, 0));
}
static void c407(void)
{
    RESULT_NUMBER(virDomainOpenConsole((void *)zeros, "x", stream, 0));
}
static void c408(void)
{
    RESULT_NUMBER(virDomainOpenConsole(dom, "x", (void *)dom, 0));
}
static void c409(void)
{
    RESULT_NUMBER(virDomainOpenConsole(dom, "x", (void *)zeros, 0));
}
static void c410(void)
{
    RESULT_NUMBER(virDomainOpenGraphics((void *)conn, 0, 0, 0));
}
static void c411(void)
{
    RESULT_NUMBER(virDomainOpenGraphics((void *)zeros, 0, 0, 0));
}
static void c412(void)
{
    RESULT_NUMBER(virDomainOpenGraphicsFD((void *)conn, 0, 0));
}
static void c413(void)
{
    RESULT_NUMBER(virDomainOpenGraphicsFD((void *)zeros, 0, 0));
}
static void c414(void)
{
    RESULT_NUMBER(virDomainPMSuspendForDuration((void *)conn, 0, 0, 0));
}
static void c415(void)
{
    RESULT_NUMBER(virDomainPMSuspendForDuration((void *)zeros, 0, 0, 0));
}
static void c416(void)
{
    RESULT_NUMBER(virDomainPMWakeup((void *)conn, 0));
}
static void c417(void)
{
    RESULT_NUMBER(virDomainPMWakeup((void *)zeros, 0));
}
static void c418(void)
{
    RESULT_NUMBER(virDomainPinEmulator((void *)conn, (void *)scratch, 0, 0));
}
static void c419(void)
{
    RESULT_NUMBER(virDomainPinEmulator((void *)zeros, (void *)scratch, 0, 0));
}
static void c420(void)
{
    RESULT_NUMBER(virDomainPinIOThread((void *)conn, 0, (void *)scratch, 0, 0));
}
static void c421(void)
{
    RESULT_NUMBER(virDomainPinIOThread((void *)zeros, 0, (void *)scratch, 0, 0));
}
static void c422(void)
{
    RESULT_NUMBER(virDomainPinVcpu((void *)conn, 0, (void *)scratch, 0));
}
static void c423(void)
{
    RESULT_NUMBER(virDomainPinVcpu((void *)zeros, 0, (void *)scratch, 0));
}
static void c424(void)
{
    RESULT_NUMBER(virDomainPinVcpuFlags((void *)conn, 0, (void *)scratch, 0, 0));
}
static void c425(void)
{
    RESULT_NUMBER(virDomainPinVcpuFlags((void *)zeros, 0, (void *)scratch, 0, 0));
}
static void c426(void)
{
    RESULT_NUMBER(virDomainReboot((void *)conn, 0));
}
static void c427(void)
{
    RESULT_NUMBER(virDomainReboot((void *)zeros, 0));
}
static void c428(void)
{
    RESULT_NUMBER(virDomainRef((void *)conn));
}
static void c429(void)
{
    RESULT_NUMBER(virDomainRef((void *)zeros));
}
static void c430(void)
{
    RESULT_NUMBER(virDomainRename((void *)conn, "x", 0));
}
static void c431(void)
{
    RESULT_NUMBER(virDomainRename((void *)zeros, "x", 0));
}
static void c432(void)
{
    RESULT_NUMBER(virDomainReset((void *)conn, 0));
}
static void c433(void)
{
    RESULT_NUMBER(virDomainReset((void *)zeros, 0));
}
static void c434(void)
{
    RESULT_NUMBER(virDomainRestore((void *)dom, "x"));
}
static void c435(void)
{
    RESULT_NUMBER(virDomainRestore((void *)zeros, "x"));
}
static void c436(void)
{
    RESULT_NUMBER(virDomainRestoreFlags((void *)dom, "x", "x", 0));
}
static void c437(void)
{
    RESULT_NUMBER(virDomainRestoreFlags((void *)zeros, "x", "x", 0));
}
static void c438(void)
{
    RESULT_NUMBER(virDomainRestoreParams((void *)dom, (void *)scratch, 0, 0));
}
static void c439(void)
{
    RESULT_NUMBER(virDomainRestoreParams((void *)zeros, (void *)scratch, 0, 0));
}
static void c440(void)
{
    RESULT_NUMBER(virDomainResume((void *)conn));
}
static void c441(void)
{
    RESULT_NUMBER(virDomainResume((void *)zeros));
}
static void c442(void)
{
    RESULT_NUMBER(virDomainRevertToSnapshot((void *)dom, 0));
}
static void c443(void)
{
    RESULT_NUMBER(virDomainRevertToSnapshot((void *)zeros, 0));
}
static void c444(void)
{
    RESULT_NUMBER(virDomainSave((void *)conn, "x"));
}
static void c445(void)
{
    RESULT_NUMBER(virDomainSave((void *)zeros, "x"));
}
static void c446(void)
{
    RESULT_NUMBER(virDomainSaveFlags((void *)conn, "x", "x", 0));
}
static void c447(void)
{
    RESULT_NUMBER(virDomainSaveFlags((void *)zeros, "x", "x", 0));
}
static void c448(void)
{
    RESULT_NUMBER(virDomainSaveImageDefineXML((void *)dom, "x", "x", 0));
}
static void c449(void)
{
    RESULT_NUMBER(virDomainSaveImageDefineXML((void *)zeros, "x", "x", 0));
}
static void c450(void)
{
    RESULT_OWNED(virDomainSaveImageGetXMLDesc((void *)dom, "x", 0));
}
static void c451(void)
{
    RESULT_OWNED(virDomainSaveImageGetXMLDesc((void *)zeros, "x", 0));
}
static void c452(void)
{
    RESULT_NUMBER(virDomainSaveParams((void *)conn, (void *)scratch, 0, 0));
}
static void c453(void)
{
    RESULT_NUMBER(virDomainSaveParams((void *)zeros, (void *)scratch, 0, 0));
}
static void c454(void)
{
    RESULT_OWNED(virDomainScreenshot((void *)conn, stream, 0, 0));
}
static void c455(void)
{
    RESULT_OWNED(virDomainScreenshot((void *)zeros, stream, 0, 0));
}
static void c456(void)
{
    RESULT_OWNED(virDomainScreenshot(dom, (void *)dom, 0, 0));
}
static void c457(void)
{
    RESULT_OWNED(virDomainScreenshot(dom, (void *)zeros, 0, 0));
}
static void c458(void)
{
    RESULT_NUMBER(virDomainSendKey((void *)conn, 0, 0, (void *)scratch, 0, 0));
}
static void c459(void)
{
    RESULT_NUMBER(virDomainSendKey((void *)zeros, 0, 0, (void *)scratch, 0, 0));
}
static void c460(void)
{
    RESULT_NUMBER(virDomainSendProcessSignal((void *)conn, 0, 0, 0));
}
static void c461(void)
{
    RESULT_NUMBER(virDomainSendProcessSignal((void *)zeros, 0, 0, 0));
}
static void c462(void)
{
    RESULT_NUMBER(virDomainSetAutostart((void *)conn, 0));
}
static void c463(void)
{
    RESULT_NUMBER(virDomainSetAutostart((void *)zeros, 0));
}
static void c464(void)
{
    RESULT_NUMBER(virDomainSetBlkioParameters((void *)conn, (void *)scratch, 0, 0));
}
static void c465(void)
{
    RESULT_NUMBER(virDomainSetBlkioParameters((void *)zeros, (void *)scratch, 0, 0));
}
static void c466(void)
{
    RESULT_NUMBER(virDomainSetBlockIoTune((void *)conn, "x", (void *)scratch, 0, 0));
}
static void c467(void)
{
    RESULT_NUMBER(virDomainSetBlockIoTune((void *)zeros, "x", (void *)scratch, 0, 0));
}
static void c468(void)
{
    RESULT_NUMBER(virDomainSetBlockThreshold((void *)conn, "x", 0, 0));
}
static void c469(void)
{
    RESULT_NUMBER(virDomainSetBlockThreshold((void *)zeros, "x", 0, 0));
}
static void c470(void)
{
    RESULT_NUMBER(virDomainSetGuestVcpus((void *)conn, "x", 0, 0));
}
static void c471(void)
{
    RESULT_NUMBER(virDomainSetGuestVcpus((void *)zeros, "x", 0, 0));
}
static void c472(void)
{
    RESULT_NUMBER(virDomainSetIOThreadParams((void *)conn, 0, (void *)scratch, 0, 0));
}
static void c473(void)
{
    RESULT_NUMBER(virDomainSetIOThreadParams((void *)zeros, 0, (void *)scratch, 0, 0));
}
static void c474(void)
{
    RESULT_NUMBER(virDomainSetInterfaceParameters((void *)conn, "x", (void *)scratch, 0, 0));
}
static void c475(void)
{
    RESULT_NUMBER(virDomainSetInterfaceParameters((void *)zeros, "x", (void *)scratch, 0, 0));
}
static void c476(void)
{
    RESULT_NUMBER(virDomainSetLaunchSecurityState((void *)conn, (void *)scratch, 0, 0));
}
static void c477(void)
{
    RESULT_NUMBER(virDomainSetLaunchSecurityState((void *)zeros, (void *)scratch, 0, 0));
}
static void c478(void)
{
    RESULT_NUMBER(virDomainSetLifecycleAction((void *)conn, 0, 0, 0));
}
static void c479(void)
{
    RESULT_NUMBER(virDomainSetLifecycleAction((void *)zeros, 0, 0, 0));
}
static void c480(void)
{
    RESULT_NUMBER(virDomainSetMaxMemory((void *)conn, 0));
}
static void c481(void)
{
    RESULT_NUMBER(virDomainSetMaxMemory((void *)zeros, 0));
}
static void c482(void)
{
    RESULT_NUMBER(virDomainSetMemory((void *)conn, 0));
}
static void c483(void)
{
    RESULT_NUMBER(virDomainSetMemory((void *)zeros, 0));
}
static void c484(void)
{
    RESULT_NUMBER(virDomainSetMemoryFlags((void *)conn, 0, 0));
}
static void c485(void)
{
    RESULT_NUMBER(virDomainSetMemoryFlags((void *)zeros, 0, 0));
}
static void c486(void)
{
    RESULT_NUMBER(virDomainSetMemoryParameters((void *)conn, (void *)scratch, 0, 0));
}
static void c487(void)
{
    RESULT_NUMBER(virDomainSetMemoryParameters((void *)zeros, (void *)scratch, 0, 0));
}
static void c488(void)
{
    RESULT_NUMBER(virDomainSetMemoryStatsPeriod((void *)conn, 0, 0));
}
static void c489(void)
{
    RESULT_NUMBER(virDomainSetMemoryStatsPeriod((void *)zeros, 0, 0));
}
static void c490(void)
{
    RESULT_NUMBER(virDomainSetMetadata((void *)conn, 0, "x", "x", "x", 0));
}
static void c491(void)
{
    RESULT_NUMBER(virDomainSetMetadata((void *)zeros, 0, "x", "x", "x", 0));
}
static void c492(void)
{
    RESULT_NUMBER(virDomainSetNumaParameters((void *)conn, (void *)scratch, 0, 0));
}
static void c493(void)
{
    RESULT_NUMBER(virDomainSetNumaParameters((void *)zeros, (void *)scratch, 0, 0));
}
static void c494(void)
{
    RESULT_NUMBER(virDomainSetPerfEvents((void *)conn, (void *)scratch, 0, 0));
}
static void c495(void)
{
    RESULT_NUMBER(virDomainSetPerfEvents((void *)zeros, (void *)scratch, 0, 0));
}
static void c496(void)
{
    RESULT_NUMBER(virDomainSetSchedulerParameters((void *)conn, (void *)scratch, 0));
}
static void c497(void)
{
    RESULT_NUMBER(virDomainSetSchedulerParameters((void *)zeros, (void *)scratch, 0));
}
static void c498(void)
{
    RESULT_NUMBER(virDomainSetSchedulerParametersFlags((void *)conn, (void *)scratch, 0, 0));
}
static void c499(void)
{
    RESULT_NUMBER(virDomainSetSchedulerParametersFlags((void *)zeros, (void *)scratch, 0, 0));
}
static void c500(void)
{
    RESULT_NUMBER(virDomainSetTime((void *)conn, 0, 0, 0));
}
static void c501(void)
{
    RESULT_NUMBER(virDomainSetTime((void *)zeros, 0, 0, 0));
}
static void c502(void)
{
    RESULT_NUMBER(virDomainSetUserPassword((void *)conn, "x", "x", 0));
}
static void c503(void)
{
    RESULT_NUMBER(virDomainSetUserPassword((void *)zeros, "x", "x", 0));
}
static void c504(void)
{
    RESULT_NUMBER(virDomainSetVcpu((void *)conn, "x", 0, 0));
}
static void c505(void)
{
    RESULT_NUMBER(virDomainSetVcpu((void *)zeros, "x", 0, 0));
}
static void c506(void)
{
    RESULT_NUMBER(virDomainSetVcpus((void *)conn, 0));
}
static void c507(void)
{
    RESULT_NUMBER(virDomainSetVcpus((void *)zeros, 0));
}
static void c508(void)
{
    RESULT_NUMBER(virDomainSetVcpusFlags((void *)conn, 0, 0));
}
static void c509(void)
{
    RESULT_NUMBER(virDomainSetVcpusFlags((void *)zeros, 0, 0));
}
static void c510(void)
{
    RESULT_NUMBER(virDomainShutdown((void *)conn));
}
static void c511(void)
{
    RESULT_NUMBER(virDomainShutdown((void *)zeros));
}
static void c512(void)
{
    RESULT_NUMBER(virDomainShutdownFlags((void *)conn, 0));
}
static void c513(void)
{
    RESULT_NUMBER(virDomainShutdownFlags((void *)zeros, 0));
}
static void c514(void)
{
    RESULT_POINTER(virDomainSnapshotCreateXML((void *)conn, "x", 0));
}
static void c515(void)
{
    RESULT_POINTER(virDomainSnapshotCreateXML((void *)zeros, "x", 0));
}
static void c516(void)
{
    RESULT_POINTER(virDomainSnapshotCurrent((void *)conn, 0));
}
static void c517(void)
{
    RESULT_POINTER(virDomainSnapshotCurrent((void *)zeros, 0));
}
static void c518(void)
{
    RESULT_NUMBER(virDomainSnapshotDelete((void *)dom, 0));
}
static void c519(void)
{
    RESULT_NUMBER(virDomainSnapshotDelete((void *)zeros, 0));
}
static void c520(void)
{
    RESULT_NUMBER(virDomainSnapshotFree((void *)dom));
}
static void c521(void)
{
    RESULT_NUMBER(virDomainSnapshotFree((void *)zeros));
}
static void c522(void)
{
    RESULT_POINTER(virDomainSnapshotGetConnect((void *)dom));
}
static void c523(void)
{
    RESULT_POINTER(virDomainSnapshotGetConnect((void *)zeros));
}
static void c524(void)
{
    RESULT_POINTER(virDomainSnapshotGetDomain((void *)dom));
}
static void c525(void)
{
    RESULT_POINTER(virDomainSnapshotGetDomain((void *)zeros));
}
static void c526(void)
{
    RESULT_STRING(virDomainSnapshotGetName((void *)dom));
}
static void c527(void)
{
    RESULT_STRING(virDomainSnapshotGetName((void *)zeros));
}
static void c528(void)
{
    RESULT_POINTER(virDomainSnapshotGetParent((void *)dom, 0));
}
static void c529(void)
{
    RESULT_POINTER(virDomainSnapshotGetParent((void *)zeros, 0));
}
static void c530(void)
{
    RESULT_OWNED(virDomainSnapshotGetXMLDesc((void *)dom, 0));
}
static void c531(void)
{
    RESULT_OWNED(virDomainSnapshotGetXMLDesc((void *)zeros, 0));
}
static void c532(void)
{
    RESULT_NUMBER(virDomainSnapshotHasMetadata((void *)dom, 0));
}
static void c533(void)
{
    RESULT_NUMBER(virDomainSnapshotHasMetadata((void *)zeros, 0));
}
static void c534(void)
{
    RESULT_NUMBER(virDomainSnapshotIsCurrent((void *)dom, 0));
}
static void c535(void)
{
    RESULT_NUMBER(virDomainSnapshotIsCurrent((void *)zeros, 0));
}
static void c536(void)
{
    RESULT_NUMBER(virDomainSnapshotListAllChildren((void *)dom, (void *)scratch, 0));
}
static void c537(void)
{
    RESULT_NUMBER(virDomainSnapshotListAllChildren((void *)zeros, (void *)scratch, 0));
}
static void c538(void)
{
    RESULT_NUMBER(virDomainSnapshotListChildrenNames((void *)dom, (void *)scratch, 0, 0));
}
static void c539(void)
{
    RESULT_NUMBER(virDomainSnapshotListChildrenNames((void *)zeros, (void *)scratch, 0, 0));
}
static void c540(void)
{
    RESULT_NUMBER(virDomainSnapshotListNames((void *)conn, (void *)scratch, 0, 0));
}
static void c541(void)
{
    RESULT_NUMBER(virDomainSnapshotListNames((void *)zeros, (void *)scratch, 0, 0));
}
static void c542(void)
{
    RESULT_POINTER(virDomainSnapshotLookupByName((void *)conn, "x", 0));
}
static void c543(void)
{
    RESULT_POINTER(virDomainSnapshotLookupByName((void *)zeros, "x", 0));
}
static void c544(void)
{
    RESULT_NUMBER(virDomainSnapshotNum((void *)conn, 0));
}
static void c545(void)
{
    RESULT_NUMBER(virDomainSnapshotNum((void *)zeros, 0));
}
static void c546(void)
{
    RESULT_NUMBER(virDomainSnapshotNumChildren((void *)dom, 0));
}
static void c547(void)
{
    RESULT_NUMBER(virDomainSnapshotNumChildren((void *)zeros, 0));
}
static void c548(void)
{
    RESULT_NUMBER(virDomainSnapshotRef((void *)dom));
}
static void c549(void)
{
    RESULT_NUMBER(virDomainSnapshotRef((void *)zeros));
}
static void c550(void)
{
    RESULT_NUMBER(virDomainStartDirtyRateCalc((void *)conn, 0, 0));
}
static void c551(void)
{
    RESULT_NUMBER(virDomainStartDirtyRateCalc((void *)zeros, 0, 0));
}
static void c552(void)
{
    RESULT_NUMBER(virDomainSuspend((void *)conn));
}
static void c553(void)
{
    RESULT_NUMBER(virDomainSuspend((void *)zeros));
}
static void c554(void)
{
    RESULT_NUMBER(virDomainUndefine((void *)conn));
}
static void c555(void)
{
    RESULT_NUMBER(virDomainUndefine((void *)zeros));
}
static void c556(void)
{
    RESULT_NUMBER(virDomainUndefineFlags((void *)conn, 0));
}
static void c557(void)
{
    RESULT_NUMBER(virDomainUndefineFlags((void *)zeros, 0));
}
static void c558(void)
{
    RESULT_NUMBER(virDomainUpdateDeviceFlags((void *)conn, "x", 0));
}
static void c559(void)
{
    RESULT_NUMBER(virDomainUpdateDeviceFlags((void *)zeros, "x", 0));
}
static void c560(void)
{
    RESULT_NUMBER(virInterfaceChangeBegin((void *)dom, 0));
}
static void c561(void)
{
    RESULT_NUMBER(virInterfaceChangeBegin((void *)zeros, 0));
}
static void c562(void)
{
    RESULT_NUMBER(virInterfaceChangeCommit((void *)dom, 0));
}
static void c563(void)
{
    RESULT_NUMBER(virInterfaceChangeCommit((void *)zeros, 0));
}
static void c564(void)
{
    RESULT_NUMBER(virInterfaceChangeRollback((void *)dom, 0));
}
static void c565(void)
{
    RESULT_NUMBER(virInterfaceChangeRollback((void *)zeros, 0));
}
static void c566(void)
{
    RESULT_NUMBER(virInterfaceCreate((void *)dom, 0));
}
static void c567(void)
{
    RESULT_NUMBER(virInterfaceCreate((void *)zeros, 0));
}
static void c568(void)
{
    RESULT_POINTER(virInterfaceDefineXML((void *)dom, "x", 0));
}
static void c569(void)
{
    RESULT_POINTER(virInterfaceDefineXML((void *)zeros, "x", 0));
}
static void c570(void)
{
    RESULT_NUMBER(virInterfaceDestroy((void *)dom, 0));
}
static void c571(void)
{
    RESULT_NUMBER(virInterfaceDestroy((void *)zeros, 0));
}
static void c572(void)
{
    RESULT_NUMBER(virInterfaceFree((void *)dom));
}
static void c573(void)
{
    RESULT_NUMBER(virInterfaceFree((void *)zeros));
}
static void c574(void)
{
    RESULT_POINTER(virInterfaceGetConnect((void *)dom));
}
static void c575(void)
{
    RESULT_POINTER(virInterfaceGetConnect((void *)zeros));
}
static void c576(void)
{
    RESULT_STRING(virInterfaceGetMACString((void *)dom));
}
static void c577(void)
{
    RESULT_STRING(virInterfaceGetMACString((void *)zeros));
}
static void c578(void)
{
    RESULT_STRING(virInterfaceGetName((void *)dom));
}
static void c579(void)
{
    RESULT_STRING(virInterfaceGetName((void *)zeros));
}
static void c580(void)
{
    RESULT_OWNED(virInterfaceGetXMLDesc((void *)dom, 0));
}
static void c581(void)
{
    RESULT_OWNED(virInterfaceGetXMLDesc((void *)zeros, 0));
}
static void c582(void)
{
    RESULT_NUMBER(virInterfaceIsActive((void *)dom));
}
static void c583(void)
{
    RESULT_NUMBER(virInterfaceIsActive((void *)zeros));
}
static void c584(void)
{
    RESULT_POINTER(virInterfaceLookupByMACString((void *)dom, "x"));
}
static void c585(void)
{
    RESULT_POINTER(virInterfaceLookupByMACString((void *)zeros, "x"));
}
static void c586(void)
{
    RESULT_POINTER(virInterfaceLookupByName((void *)dom, "x"));
}
static void c587(void)
{
    RESULT_POINTER(virInterfaceLookupByName((void *)zeros, "x"));
}
static void c588(void)
{
    RESULT_NUMBER(virInterfaceRef((void *)dom));
}
static void c589(void)
{
    RESULT_NUMBER(virInterfaceRef((void *)zeros));
}
static void c590(void)
{
    RESULT_NUMBER(virInterfaceUndefine((void *)dom));
}
static void c591(void)
{
    RESULT_NUMBER(virInterfaceUndefine((void *)zeros));
}
static void c592(void)
{
    RESULT_POINTER(virNWFilterBindingCreateXML((void *)dom, "x", 0));
}
static void c593(void)
{
    RESULT_POINTER(virNWFilterBindingCreateXML((void *)zeros, "x", 0));
}
static void c594(void)
{
    RESULT_NUMBER(virNWFilterBindingDelete((void *)dom));
}
static void c595(void)
{
    RESULT_NUMBER(virNWFilterBindingDelete((void *)zeros));
}
static void c596(void)
{
    RESULT_NUMBER(virNWFilterBindingFree((void *)dom));
}
static void c597(void)
{
    RESULT_NUMBER(virNWFilterBindingFree((void *)zeros));
}
static void c598(void)
{
    RESULT_STRING(virNWFilterBindingGetFilterName((void *)dom));
}
static void c599(void)
{
    RESULT_STRING(virNWFilterBindingGetFilterName((void *)zeros));
}
static void c600(void)
{
    RESULT_STRING(virNWFilterBindingGetPortDev((void *)dom));
}
static void c601(void)
{
    RESULT_STRING(virNWFilterBindingGetPortDev((void *)zeros));
}
static void c602(void)
{
    RESULT_OWNED(virNWFilterBindingGetXMLDesc((void *)dom, 0));
}
static void c603(void)
{
    RESULT_OWNED(virNWFilterBindingGetXMLDesc((void *)zeros, 0));
}
static void c604(void)
{
    RESULT_POINTER(virNWFilterBindingLookupByPortDev((void *)dom, "x"));
}
static void c605(void)
{
    RESULT_POINTER(virNWFilterBindingLookupByPortDev((void *)zeros, "x"));
}
static void c606(void)
{
    RESULT_NUMBER(virNWFilterBindingRef((void *)dom));
}
static void c607(void)
{
    RESULT_NUMBER(virNWFilterBindingRef((void *)zeros));
}
static void c608(void)
{
    RESULT_POINTER(virNWFilterDefineXML((void *)dom, "x"));
}
static void c609(void)
{
    RESULT_POINTER(virNWFilterDefineXML((void *)zeros, "x"));
}
static void c610(void)
{
    RESULT_POINTER(virNWFilterDefineXMLFlags((void *)dom, "x", 0));
}
static void c611(void)
{
    RESULT_POINTER(virNWFilterDefineXMLFlags((void *)zeros, "x", 0));
}
static void c612(void)
{
    RESULT_NUMBER(virNWFilterFree((void *)dom));
}
static void c613(void)
{
    RESULT_NUMBER(virNWFilterFree((void *)zeros));
}
static void c614(void)
{
    RESULT_STRING(virNWFilterGetName((void *)dom));
}
static void c615(void)
{
    RESULT_STRING(virNWFilterGetName((void *)zeros));
}
static void c616(void)
{
    RESULT_NUMBER(virNWFilterGetUUID((void *)dom, (void *)scratch));
}
static void c617(void)
{
    RESULT_NUMBER(virNWFilterGetUUID((void *)zeros, (void *)scratch));
}
static void c618(void)
{
    RESULT_NUMBER(virNWFilterGetUUIDString((void *)dom, (void *)scratch));
}
static void c619(void)
{
    RESULT_NUMBER(virNWFilterGetUUIDString((void *)zeros, (void *)scratch));
}
static void c620(void)
{
    RESULT_OWNED(virNWFilterGetXMLDesc((void *)dom, 0));
}
static void c621(void)
{
    RESULT_OWNED(virNWFilterGetXMLDesc((void *)zeros, 0));
}
static void c622(void)
{
    RESULT_POINTER(virNWFilterLookupByName((void *)dom, "x"));
}
static void c623(void)
{
    RESULT_POINTER(virNWFilterLookupByName((void *)zeros, "x"));
}
static void c624(void)
{
    RESULT_POINTER(virNWFilterLookupByUUID((void *)dom, (void *)scratch));
}
static void c625(void)
{
    RESULT_POINTER(virNWFilterLookupByUUID((void *)zeros, (void *)scratch));
}
static void c626(void)
{
    RESULT_POINTER(virNWFilterLookupByUUIDString((void *)dom, "x"));
}
static void c627(void)
{
    RESULT_POINTER(virNWFilterLookupByUUIDString((void *)zeros, "x"));
}
static void c628(void)
{
    RESULT_NUMBER(virNWFilterRef((void *)dom));
}
static void c629(void)
{
    RESULT_NUMBER(virNWFilterRef((void *)zeros));
}
static void c630(void)
{
    RESULT_NUMBER(virNWFilterUndefine((void *)dom));
}
static void c631(void)
{
    RESULT_NUMBER(virNWFilterUndefine((void *)zeros));
}
static void c632(void)
{
    RESULT_NUMBER(virNetworkCreate((void *)dom));
}
static void c633(void)
{
    RESULT_NUMBER(virNetworkCreate((void *)zeros));
}
static void c634(void)
{
    RESULT_POINTER(virNetworkCreateXML((void *)dom, "x"));
}
static void c635(void)
{
    RESULT_POINTER(virNetworkCreateXML((void *)zeros, "x"));
}
static void c636(void)
{
    RESULT_POINTER(virNetworkCreateXMLFlags((void *)dom, "x", 0));
}
static void c637(void)
{
    RESULT_POINTER(virNetworkCreateXMLFlags((void *)zeros, "x", 0));
}
static void c638(void)
{
    RESULT_POINTER(virNetworkDefineXML((void *)dom, "x"));
}
static void c639(void)
{
    RESULT_POINTER(virNetworkDefineXML((void *)zeros, "x"));
}
static void c640(void)
{
    RESULT_POINTER(virNetworkDefineXMLFlags((void *)dom, "x", 0));
}
static void c641(void)
{
    RESULT_POINTER(virNetworkDefineXMLFlags((void *)zeros, "x", 0));
}
static void c642(void)
{
    RESULT_NUMBER(virNetworkDestroy((void *)dom));
}
static void c643(void)
{
    RESULT_NUMBER(virNetworkDestroy((void *)zeros));
}
static void c644(void)
{
    RESULT_NUMBER(virNetworkFree((void *)dom));
}
static void c645(void)
{
    RESULT_NUMBER(virNetworkFree((void *)zeros));
}
static void c646(void)
{
    RESULT_NUMBER(virNetworkGetAutostart((void *)dom, (void *)scratch));
}
static void c647(void)
{
    RESULT_NUMBER(virNetworkGetAutostart((void *)zeros, (void *)scratch));
}
static void c648(void)
{
    RESULT_OWNED(virNetworkGetBridgeName((void *)dom));
}
static void c649(void)
{
    RESULT_OWNED(virNetworkGetBridgeName((void *)zeros));
}
static void c650(void)
{
    RESULT_POINTER(virNetworkGetConnect((void *)dom));
}
static void c651(void)
{
    RESULT_POINTER(virNetworkGetConnect((void *)zeros));
}
static void c652(void)
{
    RESULT_NUMBER(virNetworkGetDHCPLeases((void *)dom, "x", (void *)scratch, 0));
}
static void c653(void)
{
    RESULT_NUMBER(virNetworkGetDHCPLeases((void *)zeros, "x", (void *)scratch, 0));
}
static void c654(void)
{
    RESULT_STRING(virNetworkGetName((void *)dom));
}
static void c655(void)
{
    RESULT_STRING(virNetworkGetName((void *)zeros));
}
static void c656(void)
{
    RESULT_NUMBER(virNetworkGetUUID((void *)dom, (void *)scratch));
}
static void c657(void)
{
    RESULT_NUMBER(virNetworkGetUUID((void *)zeros, (void *)scratch));
}
static void c658(void)
{
    RESULT_NUMBER(virNetworkGetUUIDString((void *)dom, (void *)scratch));
}
static void c659(void)
{
    RESULT_NUMBER(virNetworkGetUUIDString((void *)zeros, (void *)scratch));
}
static void c660(void)
{
    RESULT_OWNED(virNetworkGetXMLDesc((void *)dom, 0));
}
static void c661(void)
{
    RESULT_OWNED(virNetworkGetXMLDesc((void *)zeros, 0));
}
static void c662(void)
{
    RESULT_NUMBER(virNetworkIsActive((void *)dom));
}
static void c663(void)
{
    RESULT_NUMBER(virNetworkIsActive((void *)zeros));
}
static void c664(void)
{
    RESULT_NUMBER(virNetworkIsPersistent((void *)dom));
}
static void c665(void)
{
    RESULT_NUMBER(virNetworkIsPersistent((void *)zeros));
}
static void c666(void)
{
    RESULT_NUMBER(virNetworkListAllPorts((void *)dom, (void *)scratch, 0));
}
static void c667(void)
{
    RESULT_NUMBER(virNetworkListAllPorts((void *)zeros, (void *)scratch, 0));
}
static void c668(void)
{
    RESULT_POINTER(virNetworkLookupByName((void *)dom, "x"));
}
static void c669(void)
{
    RESULT_POINTER(virNetworkLookupByName((void *)zeros, "x"));
}
static void c670(void)
{
    RESULT_POINTER(virNetworkLookupByUUID((void *)dom, (void *)scratch));
}
static void c671(void)
{
    RESULT_POINTER(virNetworkLookupByUUID((void *)zeros, (void *)scratch));
}
static void c672(void)
{
    RESULT_POINTER(virNetworkLookupByUUIDString((void *)dom, "x"));
}
static void c673(void)
{
    RESULT_POINTER(virNetworkLookupByUUIDString((void *)zeros, "x"));
}
static void c674(void)
{
    RESULT_POINTER(virNetworkPortCreateXML((void *)dom, "x", 0));
}
static void c675(void)
{
    RESULT_POINTER(virNetworkPortCreateXML((void *)zeros, "x", 0));
}
static void c676(void)
{
    RESULT_NUMBER(virNetworkPortDelete((void *)dom, 0));
}
static void c677(void)
{
    RESULT_NUMBER(virNetworkPortDelete((void *)zeros, 0));
}
static void c678(void)
{
    RESULT_NUMBER(virNetworkPortFree((void *)dom));
}
static void c679(void)
{
    RESULT_NUMBER(virNetworkPortFree((void *)zeros));
}
static void c680(void)
{
    RESULT_POINTER(virNetworkPortGetNetwork((void *)dom));
}
static void c681(void)
{
    RESULT_POINTER(virNetworkPortGetNetwork((void *)zeros));
}
static void c682(void)
{
    RESULT_NUMBER(virNetworkPortGetParameters((void *)dom, (void *)scratch, (void *)scratch, 0));
}
static void c683(void)
{
    RESULT_NUMBER(virNetworkPortGetParameters((void *)zeros, (void *)scratch, (void *)scratch, 0));
}
static void c684(void)
{
    RESULT_NUMBER(virNetworkPortGetUUID((void *)dom, (void *)scratch));
}
static void c685(void)
{
    RESULT_NUMBER(virNetworkPortGetUUID((void *)zeros, (void *)scratch));
}
static void c686(void)
{
    RESULT_NUMBER(virNetworkPortGetUUIDString((void *)dom, (void *)scratch));
}
static void c687(void)
{
    RESULT_NUMBER(virNetworkPortGetUUIDString((void *)zeros, (void *)scratch));
}
static void c688(void)
{
    RESULT_OWNED(virNetworkPortGetXMLDesc((void *)dom, 0));
}
static void c689(void)
{
    RESULT_OWNED(virNetworkPortGetXMLDesc((void *)zeros, 0));
}
static void c690(void)
{
    RESULT_POINTER(virNetworkPortLookupByUUID((void *)dom, (void *)scratch));
}
static void c691(void)
{
    RESULT_POINTER(virNetworkPortLookupByUUID((void *)zeros, (void *)scratch));
}
static void c692(void)
{
    RESULT_POINTER(virNetworkPortLookupByUUIDString((void *)dom, "x"));
}
static void c693(void)
{
    RESULT_POINTER(virNetworkPortLookupByUUIDString((void *)zeros, "x"));
}
static void c694(void)
{
    RESULT_NUMBER(virNetworkPortRef((void *)dom));
}
static void c695(void)
{
    RESULT_NUMBER(virNetworkPortRef((void *)zeros));
}
static void c696(void)
{
    RESULT_NUMBER(virNetworkPortSetParameters((void *)dom, (void *)scratch, 0, 0));
}
static void c697(void)
{
    RESULT_NUMBER(virNetworkPortSetParameters((void *)zeros, (void *)scratch, 0, 0));
}
static void c698(void)
{
    RESULT_NUMBER(virNetworkRef((void *)dom));
}
static void c699(void)
{
    RESULT_NUMBER(virNetworkRef((void *)zeros));
}
static void c700(void)
{
    RESULT_NUMBER(virNetworkSetAutostart((void *)dom, 0));
}
static void c701(void)
{
    RESULT_NUMBER(virNetworkSetAutostart((void *)zeros, 0));
}
static void c702(void)
{
    RESULT_NUMBER(virNetworkUndefine((void *)dom));
}
static void c703(void)
{
    RESULT_NUMBER(virNetworkUndefine((void *)zeros));
}
static void c704(void)
{
    RESULT_NUMBER(virNetworkUpdate((void *)dom, 0, 0, 0, "x", 0));
}
static void c705(void)
{
    RESULT_NUMBER(virNetworkUpdate((void *)zeros, 0, 0, 0, "x", 0));
}
static void c706(void)
{
    RESULT_NUMBER(virNodeAllocPages((void *)dom, 0, (void *)scratch, (void *)scratch, 0, 0, 0));
}
static void c707(void)
{
    RESULT_NUMBER(virNodeAllocPages((void *)zeros, 0, (void *)scratch, (void *)scratch, 0, 0, 0));
}
static void c708(void)
{
    RESULT_NUMBER(virNodeDeviceCreate((void *)dom, 0));
}
static void c709(void)
{
    RESULT_NUMBER(virNodeDeviceCreate((void *)zeros, 0));
}
static void c710(void)
{
    RESULT_POINTER(virNodeDeviceCreateXML((void *)dom, "x", 0));
}
static void c711(void)
{
    RESULT_POINTER(virNodeDeviceCreateXML((void *)zeros, "x", 0));
}
static void c712(void)
{
    RESULT_POINTER(virNodeDeviceDefineXML((void *)dom, "x", 0));
}
static void c713(void)
{
    RESULT_POINTER(virNodeDeviceDefineXML((void *)zeros, "x", 0));
}
static void c714(void)
{
    RESULT_NUMBER(virNodeDeviceDestroy((void *)dom));
}
static void c715(void)
{
    RESULT_NUMBER(virNodeDeviceDestroy((void *)zeros));
}
static void c716(void)
{
    RESULT_NUMBER(virNodeDeviceDetachFlags((void *)dom, "x", 0));
}
static void c717(void)
{
    RESULT_NUMBER(virNodeDeviceDetachFlags((void *)zeros, "x", 0));
}
static void c718(void)
{
    RESULT_NUMBER(virNodeDeviceDettach((void *)dom));
}
static void c719(void)
{
    RESULT_NUMBER(virNodeDeviceDettach((void *)zeros));
}
static void c720(void)
{
    RESULT_NUMBER(virNodeDeviceFree((void *)dom));
}
static void c721(void)
{
    RESULT_NUMBER(virNodeDeviceFree((void *)zeros));
}
static void c722(void)
{
    RESULT_NUMBER(virNodeDeviceGetAutostart((void *)dom, (void *)scratch));
}
static void c723(void)
{
    RESULT_NUMBER(virNodeDeviceGetAutostart((void *)zeros, (void *)scratch));
}
static void c724(void)
{
    RESULT_STRING(virNodeDeviceGetName((void *)dom));
}
static void c725(void)
{
    RESULT_STRING(virNodeDeviceGetName((void *)zeros));
}
static void c726(void)
{
    RESULT_STRING(virNodeDeviceGetParent((void *)dom));
}
static void c727(void)
{
    RESULT_STRING(virNodeDeviceGetParent((void *)zeros));
}
static void c728(void)
{
    RESULT_OWNED(virNodeDeviceGetXMLDesc((void *)dom, 0));
}
static void c729(void)
{
    RESULT_OWNED(virNodeDeviceGetXMLDesc((void *)zeros, 0));
}
static void c730(void)
{
    RESULT_NUMBER(virNodeDeviceIsActive((void *)dom));
}
static void c731(void)
{
    RESULT_NUMBER(virNodeDeviceIsActive((void *)zeros));
}
static void c732(void)
{
    RESULT_NUMBER(virNodeDeviceIsPersistent((void *)dom));
}
static void c733(void)
{
    RESULT_NUMBER(virNodeDeviceIsPersistent((void *)zeros));
}
static void c734(void)
{
    RESULT_NUMBER(virNodeDeviceListCaps((void *)dom, strings, 0));
}
static void c735(void)
{
    RESULT_NUMBER(virNodeDeviceListCaps((void *)zeros, strings, 0));
}
static void c736(void)
{
    RESULT_POINTER(virNodeDeviceLookupByName((void *)dom, "x"));
}
static void c737(void)
{
    RESULT_POINTER(virNodeDeviceLookupByName((void *)zeros, "x"));
}
static void c738(void)
{
    RESULT_POINTER(virNodeDeviceLookupSCSIHostByWWN((void *)dom, "x", "x", 0));
}
static void c739(void)
{
    RESULT_POINTER(virNodeDeviceLookupSCSIHostByWWN((void *)zeros, "x", "x", 0));
}
static void c740(void)
{
    RESULT_NUMBER(virNodeDeviceNumOfCaps((void *)dom));
}
static void c741(void)
{
    RESULT_NUMBER(virNodeDeviceNumOfCaps((void *)zeros));
}
static void c742(void)
{
    RESULT_NUMBER(virNodeDeviceReAttach((void *)dom));
}
static void c743(void)
{
    RESULT_NUMBER(virNodeDeviceReAttach((void *)zeros));
}
static void c744(void)
{
    RESULT_NUMBER(virNodeDeviceRef((void *)dom));
}
static void c745(void)
{
    RESULT_NUMBER(virNodeDeviceRef((void *)zeros));
}
static void c746(void)
{
    RESULT_NUMBER(virNodeDeviceReset((void *)dom));
}
static void c747(void)
{
    RESULT_NUMBER(virNodeDeviceReset((void *)zeros));
}
static void c748(void)
{
    RESULT_NUMBER(virNodeDeviceSetAutostart((void *)dom, 0));
}
static void c749(void)
{
    RESULT_NUMBER(virNodeDeviceSetAutostart((void *)zeros, 0));
}
static void c750(void)
{
    RESULT_NUMBER(virNodeDeviceUndefine((void *)dom, 0));
}
static void c751(void)
{
    RESULT_NUMBER(virNodeDeviceUndefine((void *)zeros, 0));
}
static void c752(void)
{
    RESULT_NUMBER(virNodeGetCPUMap((void *)dom, (void *)scratch, (void *)scratch, 0));
}
static void c753(void)
{
    RESULT_NUMBER(virNodeGetCPUMap((void *)zeros, (void *)scratch, (void *)scratch, 0));
}
static void c754(void)
{
    RESULT_NUMBER(virNodeGetCPUStats((void *)dom, 0, (void *)scratch, (void *)scratch, 0));
}
static void c755(void)
{
    RESULT_NUMBER(virNodeGetCPUStats((void *)zeros, 0, (void *)scratch, (void *)scratch, 0));
}
static void c756(void)
{
    RESULT_NUMBER(virNodeGetCellsFreeMemory((void *)dom, (void *)scratch, 0, 0));
}
static void c757(void)
{
    RESULT_NUMBER(virNodeGetCellsFreeMemory((void *)zeros, (void *)scratch, 0, 0));
}
static void c758(void)
{
    RESULT_NUMBER(virNodeGetFreeMemory((void *)dom));
}
static void c759(void)
{
    RESULT_NUMBER(virNodeGetFreeMemory((void *)zeros));
}
static void c760(void)
{
    RESULT_NUMBER(virNodeGetFreePages((void *)dom, 0, (void *)scratch, 0, 0, (void *)scratch, 0));
}
static void c761(void)
{
    RESULT_NUMBER(virNodeGetFreePages((void *)zeros, 0, (void *)scratch, 0, 0, (void *)scratch, 0));
}
static void c762(void)
{
    RESULT_NUMBER(virNodeGetInfo((void *)dom, (void *)scratch));
}
static void c763(void)
{
    RESULT_NUMBER(virNodeGetInfo((void *)zeros, (void *)scratch));
}
static void c764(void)
{
    RESULT_NUMBER(virNodeGetMemoryParameters((void *)dom, (void *)scratch, (void *)scratch, 0));
}
static void c765(void)
{
    RESULT_NUMBER(virNodeGetMemoryParameters((void *)zeros, (void *)scratch, (void *)scratch, 0));
}
static void c766(void)
{
    RESULT_NUMBER(virNodeGetMemoryStats((void *)dom, 0, (void *)scratch, (void *)scratch, 0));
}
static void c767(void)
{
    RESULT_NUMBER(virNodeGetMemoryStats((void *)zeros, 0, (void *)scratch, (void *)scratch, 0));
}
static void c768(void)
{
    RESULT_NUMBER(virNodeGetSEVInfo((void *)dom, (void *)scratch, (void *)scratch, 0));
}
static void c769(void)
{
    RESULT_NUMBER(virNodeGetSEVInfo((void *)zeros, (void *)scratch, (void *)scratch, 0));
}
static void c770(void)
{
    RESULT_NUMBER(virNodeGetSecurityModel((void *)dom, (void *)scratch));
}
static void c771(void)
{
    RESULT_NUMBER(virNodeGetSecurityModel((void *)zeros, (void *)scratch));
}
static void c772(void)
{
    RESULT_NUMBER(virNodeListDevices((void *)dom, "x", strings, 0, 0));
}
static void c773(void)
{
    RESULT_NUMBER(virNodeListDevices((void *)zeros, "x", strings, 0, 0));
}
static void c774(void)
{
    RESULT_NUMBER(virNodeNumOfDevices((void *)dom, "x", 0));
}
static void c775(void)
{
    RESULT_NUMBER(virNodeNumOfDevices((void *)zeros, "x", 0));
}
static void c776(void)
{
    RESULT_NUMBER(virNodeSetMemoryParameters((void *)dom, (void *)scratch, 0, 0));
}
static void c777(void)
{
    RESULT_NUMBER(virNodeSetMemoryParameters((void *)zeros, (void *)scratch, 0, 0));
}
static void c778(void)
{
    RESULT_NUMBER(virNodeSuspendForDuration((void *)dom, 0, 0, 0));
}
static void c779(void)
{
    RESULT_NUMBER(virNodeSuspendForDuration((void *)zeros, 0, 0, 0));
}
static void c780(void)
{
    RESULT_POINTER(virSecretDefineXML((void *)dom, "x", 0));
}
static void c781(void)
{
    RESULT_POINTER(virSecretDefineXML((void *)zeros, "x", 0));
}
static void c782(void)
{
    RESULT_NUMBER(virSecretFree((void *)dom));
}
static void c783(void)
{
    RESULT_NUMBER(virSecretFree((void *)zeros));
}
static void c784(void)
{
    RESULT_POINTER(virSecretGetConnect((void *)dom));
}
static void c785(void)
{
    RESULT_POINTER(virSecretGetConnect((void *)zeros));
}
static void c786(void)
{
    RESULT_NUMBER(virSecretGetUUID((void *)dom, (void *)scratch));
}
static void c787(void)
{
    RESULT_NUMBER(virSecretGetUUID((void *)zeros, (void *)scratch));
}
static void c788(void)
{
    RESULT_NUMBER(virSecretGetUUIDString((void *)dom, (void *)scratch));
}
static void c789(void)
{
    RESULT_NUMBER(virSecretGetUUIDString((void *)zeros, (void *)scratch));
}
static void c790(void)
{
    RESULT_STRING(virSecretGetUsageID((void *)dom));
}
static void c791(void)
{
    RESULT_STRING(virSecretGetUsageID((void *)zeros));
}
static void c792(void)
{
    RESULT_NUMBER(virSecretGetUsageType((void *)dom));
}
static void c793(void)
{
    RESULT_NUMBER(virSecretGetUsageType((void *)zeros));
}
static void c794(void)
{
    RESULT_POINTER(virSecretGetValue((void *)dom, (void *)scratch, 0));
}
static void c795(void)
{
    RESULT_POINTER(virSecretGetValue((void *)zeros, (void *)scratch, 0));
}
static void c796(void)
{
    RESULT_OWNED(virSecretGetXMLDesc((void *)dom, 0));
}
static void c797(void)
{
    RESULT_OWNED(virSecretGetXMLDesc((void *)zeros, 0));
}
static void c798(void)
{
    RESULT_POINTER(virSecretLookupByUUID((void *)dom, (void *)scratch));
}
static void c799(void)
{
    RESULT_POINTER(virSecretLookupByUUID((void *)zeros, (void *)scratch));
}
static void c800(void)
{
    RESULT_POINTER(virSecretLookupByUUIDString((void *)dom, "x"));
}
static void c801(void)
{
    RESULT_POINTER(virSecretLookupByUUIDString((void *)zeros, "x"));
}
static void c802(void)
{
    RESULT_POINTER(virSecretLookupByUsage((void *)dom, 0, "x"));
}
static void c803(void)
{
    RESULT_POINTER(virSecretLookupByUsage((void *)zeros, 0, "x"));
}
static void c804(void)
{
    RESULT_NUMBER(virSecretRef((void *)dom));
}
static void c805(void)
{
    RESULT_NUMBER(virSecretRef((void *)zeros));
}
static void c806(void)
{
    RESULT_NUMBER(virSecretSetValue((void *)dom, (void *)scratch, 0, 0));
}
static void c807(void)
{
    RESULT_NUMBER(virSecretSetValue((void *)zeros, (void *)scratch, 0, 0));
}
static void c808(void)
{
    RESULT_NUMBER(virSecretUndefine((void *)dom));
}
static void c809(void)
{
    RESULT_NUMBER(virSecretUndefine((void *)zeros));
}
static void c810(void)
{
    RESULT_NUMBER(virStoragePoolBuild((void *)dom, 0));
}
static void c811(void)
{
    RESULT_NUMBER(virStoragePoolBuild((void *)zeros, 0));
}
static void c812(void)
{
    RESULT_NUMBER(virStoragePoolCreate((void *)dom, 0));
}
static void c813(void)
{
    RESULT_NUMBER(virStoragePoolCreate((void *)zeros, 0));
}
static void c814(void)
{
    RESULT_POINTER(virStoragePoolCreateXML((void *)dom, "x", 0));
}
static void c815(void)
{
    RESULT_POINTER(virStoragePoolCreateXML((void *)zeros, "x", 0));
}
static void c816(void)
{
    RESULT_POINTER(virStoragePoolDefineXML((void *)dom, "x", 0));
}
static void c817(void)
{
    RESULT_POINTER(virStoragePoolDefineXML((void *)zeros, "x", 0));
}
static void c818(void)
{
    RESULT_NUMBER(virStoragePoolDelete((void *)dom, 0));
}
static void c819(void)
{
    RESULT_NUMBER(virStoragePoolDelete((void *)zeros, 0));
}
static void c820(void)
{
    RESULT_NUMBER(virStoragePoolDestroy((void *)dom));
}
static void c821(void)
{
    RESULT_NUMBER(virStoragePoolDestroy((void *)zeros));
}
static void c822(void)
{
    RESULT_NUMBER(virStoragePoolFree((void *)dom));
}
static void c823(void)
{
    RESULT_NUMBER(virStoragePoolFree((void *)zeros));
}
static void c824(void)
{
    RESULT_NUMBER(virStoragePoolGetAutostart((void *)dom, (void *)scratch));
}
static void c825(void)
{
    RESULT_NUMBER(virStoragePoolGetAutostart((void *)zeros, (void *)scratch));
}
static void c826(void)
{
    RESULT_POINTER(virStoragePoolGetConnect((void *)dom));
}
static void c827(void)
{
    RESULT_POINTER(virStoragePoolGetConnect((void *)zeros));
}
static void c828(void)
{
    RESULT_NUMBER(virStoragePoolGetInfo((void *)dom, (void *)scratch));
}
static void c829(void)
{
    RESULT_NUMBER(virStoragePoolGetInfo((void *)zeros, (void *)scratch));
}
static void c830(void)
{
    RESULT_STRING(virStoragePoolGetName((void *)dom));
}
static void c831(void)
{
    RESULT_STRING(virStoragePoolGetName((void *)zeros));
}
static void c832(void)
{
    RESULT_NUMBER(virStoragePoolGetUUID((void *)dom, (void *)scratch));
}
static void c833(void)
{
    RESULT_NUMBER(virStoragePoolGetUUID((void *)zeros, (void *)scratch));
}
static void c834(void)
{
    RESULT_NUMBER(virStoragePoolGetUUIDString((void *)dom, (void *)scratch));
}
static void c835(void)
{
    RESULT_NUMBER(virStoragePoolGetUUIDString((void *)zeros, (void *)scratch));
}
static void c836(void)
{
    RESULT_OWNED(virStoragePoolGetXMLDesc((void *)dom, 0));
}
static void c837(void)
{
    RESULT_OWNED(virStoragePoolGetXMLDesc((void *)zeros, 0));
}
static void c838(void)
{
    RESULT_NUMBER(virStoragePoolIsActive((void *)dom));
}
static void c839(void)
{
    RESULT_NUMBER(virStoragePoolIsActive((void *)zeros));
}
static void c840(void)
{
    RESULT_NUMBER(virStoragePoolIsPersistent((void *)dom));
}
static void c841(void)
{
    RESULT_NUMBER(virStoragePoolIsPersistent((void *)zeros));
}
static void c842(void)
{
    RESULT_NUMBER(virStoragePoolListAllVolumes((void *)dom, (void *)scratch, 0));
}
static void c843(void)
{
    RESULT_NUMBER(virStoragePoolListAllVolumes((void *)zeros, (void *)scratch, 0));
}
static void c844(void)
{
    RESULT_NUMBER(virStoragePoolListVolumes((void *)dom, strings, 0));
}
static void c845(void)
{
    RESULT_NUMBER(virStoragePoolListVolumes((void *)zeros, strings, 0));
}
static void c846(void)
{
    RESULT_POINTER(virStoragePoolLookupByName((void *)dom, "x"));
}
static void c847(void)
{
    RESULT_POINTER(virStoragePoolLookupByName((void *)zeros, "x"));
}
static void c848(void)
{
    RESULT_POINTER(virStoragePoolLookupByTargetPath((void *)dom, "x"));
}
static void c849(void)
{
    RESULT_POINTER(virStoragePoolLookupByTargetPath((void *)zeros, "x"));
}
static void c850(void)
{
    RESULT_POINTER(virStoragePoolLookupByUUID((void *)dom, (void *)scratch));
}
static void c851(void)
{
    RESULT_POINTER(virStoragePoolLookupByUUID((void *)zeros, (void *)scratch));
}
static void c852(void)
{
    RESULT_POINTER(virStoragePoolLookupByUUIDString((void *)dom, "x"));
}
static void c853(void)
{
    RESULT_POINTER(virStoragePoolLookupByUUIDString((void *)zeros, "x"));
}
static void c854(void)
{
    RESULT_POINTER(virStoragePoolLookupByVolume((void *)dom));
}
static void c855(void)
{
    RESULT_POINTER(virStoragePoolLookupByVolume((void *)zeros));
}
static void c856(void)
{
    RESULT_NUMBER(virStoragePoolNumOfVolumes((void *)dom));
}
static void c857(void)
{
    RESULT_NUMBER(virStoragePoolNumOfVolumes((void *)zeros));
}
static void c858(void)
{
    RESULT_NUMBER(virStoragePoolRef((void *)dom));
}
static void c859(void)
{
    RESULT_NUMBER(virStoragePoolRef((void *)zeros));
}
static void c860(void)
{
    RESULT_NUMBER(virStoragePoolRefresh((void *)dom, 0));
}
static void c861(void)
{
    RESULT_NUMBER(virStoragePoolRefresh((void *)zeros, 0));
}
static void c862(void)
{
    RESULT_NUMBER(virStoragePoolSetAutostart((void *)dom, 0));
}
static void c863(void)
{
    RESULT_NUMBER(virStoragePoolSetAutostart((void *)zeros, 0));
}
static void c864(void)
{
    RESULT_NUMBER(virStoragePoolUndefine((void *)dom));
}
static void c865(void)
{
    RESULT_NUMBER(virStoragePoolUndefine((void *)zeros));
}
static void c866(void)
{
    RESULT_POINTER(virStorageVolCreateXML((void *)dom, "x", 0));
}
static void c867(void)
{
    RESULT_POINTER(virStorageVolCreateXML((void *)zeros, "x", 0));
}
static void c868(void)
{
    RESULT_POINTER(virStorageVolCreateXMLFrom((void *)dom, "x", vol, 0));
}
static void c869(void)
{
    RESULT_POINTER(virStorageVolCreateXMLFrom((void *)zeros, "x", vol, 0));
}
static void c870(void)
{
    RESULT_POINTER(virStorageVolCreateXMLFrom(pool, "x", (void *)dom, 0));
}
static void c871(void)
{
    RESULT_POINTER(virStorageVolCreateXMLFrom(pool, "x", (void *)zeros, 0));
}
static void c872(void)
{
    RESULT_NUMBER(virStorageVolDelete((void *)dom, 0));
}
static void c873(void)
{
    RESULT_NUMBER(virStorageVolDelete((void *)zeros, 0));
}
static void c874(void)
{
    RESULT_NUMBER(virStorageVolDownload((void *)dom, stream, 0, 0, 0));
}
static void c875(void)
{
    RESULT_NUMBER(virStorageVolDownload((void *)zeros, stream, 0, 0, 0));
}
static void c876(void)
{
    RESULT_NUMBER(virStorageVolDownload(vol, (void *)dom, 0, 0, 0));
}
static void c877(void)
{
    RESULT_NUMBER(virStorageVolDownload(vol, (void *)zeros, 0, 0, 0));
}
static void c878(void)
{
    RESULT_NUMBER(virStorageVolFree((void *)dom));
}
static void c879(void)
{
    RESULT_NUMBER(virStorageVolFree((void *)zeros));
}
static void c880(void)
{
    RESULT_POINTER(virStorageVolGetConnect((void *)dom));
}
static void c881(void)
{
    RESULT_POINTER(virStorageVolGetConnect((void *)zeros));
}
static void c882(void)
{
    RESULT_NUMBER(virStorageVolGetInfo((void *)dom, (void *)scratch));
}
static void c883(void)
{
    RESULT_NUMBER(virStorageVolGetInfo((void *)zeros, (void *)scratch));
}
static void c884(void)
{
    RESULT_NUMBER(virStorageVolGetInfoFlags((void *)dom, (void *)scratch, 0));
}
static void c885(void)
{
    RESULT_NUMBER(virStorageVolGetInfoFlags((void *)zeros, (void *)scratch, 0));
}
static void c886(void)
{
    RESULT_STRING(virStorageVolGetKey((void *)dom));
}
static void c887(void)
{
    RESULT_STRING(virStorageVolGetKey((void *)zeros));
}
static void c888(void)
{
    RESULT_STRING(virStorageVolGetName((void *)dom));
}
static void c889(void)
{
    RESULT_STRING(virStorageVolGetName((void *)zeros));
}
static void c890(void)
{
    RESULT_OWNED(virStorageVolGetPath((void *)dom));
}
static void c891(void)
{
    RESULT_OWNED(virStorageVolGetPath((void *)zeros));
}
static void c892(void)
{
    RESULT_OWNED(virStorageVolGetXMLDesc((void *)dom, 0));
}
static void c893(void)
{
    RESULT_OWNED(virStorageVolGetXMLDesc((void *)zeros, 0));
}
static void c894(void)
{
    RESULT_POINTER(virStorageVolLookupByKey((void *)dom, "x"));
}
static void c895(void)
{
    RESULT_POINTER(virStorageVolLookupByKey((void *)zeros, "x"));
}
static void c896(void)
{
    RESULT_POINTER(virStorageVolLookupByName((void *)dom, "x"));
}
static void c897(void)
{
    RESULT_POINTER(virStorageVolLookupByName((void *)zeros, "x"));
}
static void c898(void)
{
    RESULT_POINTER(virStorageVolLookupByPath((void *)dom, "x"));
}
static void c899(void)
{
    RESULT_POINTER(virStorageVolLookupByPath((void *)zeros, "x"));
}
static void c900(void)
{
    RESULT_NUMBER(virStorageVolRef((void *)dom));
}
static void c901(void)
{
    RESULT_NUMBER(virStorageVolRef((void *)zeros));
}
static void c902(void)
{
    RESULT_NUMBER(virStorageVolResize((void *)dom, 0, 0));
}
static void c903(void)
{
    RESULT_NUMBER(virStorageVolResize((void *)zeros, 0, 0));
}
static void c904(void)
{
    RESULT_NUMBER(virStorageVolUpload((void *)dom, stream, 0, 0, 0));
}
static void c905(void)
{
    RESULT_NUMBER(virStorageVolUpload((void *)zeros, stream, 0, 0, 0));
}
static void c906(void)
{
    RESULT_NUMBER(virStorageVolUpload(vol, (void *)dom, 0, 0, 0));
}
static void c907(void)
{
    RESULT_NUMBER(virStorageVolUpload(vol, (void *)zeros, 0, 0, 0));
}
static void c908(void)
{
    RESULT_NUMBER(virStorageVolWipe((void *)dom, 0));
}
static void c909(void)
{
    RESULT_NUMBER(virStorageVolWipe((void *)zeros, 0));
}
static void c910(void)
{
    RESULT_NUMBER(virStorageVolWipePattern((void *)dom, 0, 0));
}
static void c911(void)
{
    RESULT_NUMBER(virStorageVolWipePattern((void *)zeros, 0, 0));
}
static void c912(void)
{
    RESULT_NUMBER(virStreamAbort((void *)dom));
}
static void c913(void)
{
    RESULT_NUMBER(virStreamAbort((void *)zeros));
}
static void c914(void)
{
    RESULT_NUMBER(virStreamEventAddCallback((void *)dom, 0, (virStreamEventCallback)nothing, (void *)scratch, (virFreeCallback)nothing));
}
static void c915(void)
{
    RESULT_NUMBER(virStreamEventAddCallback((void *)zeros, 0, (virStreamEventCallback)nothing, (void *)scratch, (virFreeCallback)nothing));
}
static void c916(void)
{
    RESULT_NUMBER(virStreamEventRemoveCallback((void *)dom));
}
static void c917(void)
{
    RESULT_NUMBER(virStreamEventRemoveCallback((void *)zeros));
}
static void c918(void)
{
    RESULT_NUMBER(virStreamEventUpdateCallback((void *)dom, 0));
}
static void c919(void)
{
    RESULT_NUMBER(virStreamEventUpdateCallback((void *)zeros, 0));
}
static void c920(void)
{
    RESULT_NUMBER(virStreamFinish((void *)dom));
}
static void c921(void)
{
    RESULT_NUMBER(virStreamFinish((void *)zeros));
}
static void c922(void)
{
    RESULT_NUMBER(virStreamFree((void *)dom));
}
static void c923(void)
{
    RESULT_NUMBER(virStreamFree((void *)zeros));
}
static void c924(void)
{
    RESULT_POINTER(virStreamNew((void *)dom, 0));
}
static void c925(void)
{
    RESULT_POINTER(virStreamNew((void *)zeros, 0));
}
static void c926(void)
{
    RESULT_NUMBER(virStreamRecv((void *)dom, (void *)scratch, 0));
}
static void c927(void)
{
    RESULT_NUMBER(virStreamRecv((void *)zeros, (void *)scratch, 0));
}
static void c928(void)
{
    RESULT_NUMBER(virStreamRecvAll((void *)dom, (virStreamSinkFunc)nothing, (void *)scratch));
}
static void c929(void)
{
    RESULT_NUMBER(virStreamRecvAll((void *)zeros, (virStreamSinkFunc)nothing, (void *)scratch));
}
static void c930(void)
{
    RESULT_NUMBER(virStreamRecvFlags((void *)dom, (void *)scratch, 0, 0));
}
static void c931(void)
{
    RESULT_NUMBER(virStreamRecvFlags((void *)zeros, (void *)scratch, 0, 0));
}
static void c932(void)
{
    RESULT_NUMBER(virStreamRecvHole((void *)dom, (void *)scratch, 0));
}
static void c933(void)
{
    RESULT_NUMBER(virStreamRecvHole((void *)zeros, (void *)scratch, 0));
}
static void c934(void)
{
    RESULT_NUMBER(virStreamRef((void *)dom));
}
static void c935(void)
{
    RESULT_NUMBER(virStreamRef((void *)zeros));
}
static void c936(void)
{
    RESULT_NUMBER(virStreamSend((void *)dom, "x", 0));
}
static void c937(void)
{
    RESULT_NUMBER(virStreamSend((void *)zeros, "x", 0));
}
static void c938(void)
{
    RESULT_NUMBER(virStreamSendAll((void *)dom, (virStreamSourceFunc)nothing, (void *)scratch));
}
static void c939(void)
{
    RESULT_NUMBER(virStreamSendAll((void *)zeros, (virStreamSourceFunc)nothing, (void *)scratch));
}
static void c940(void)
{
    RESULT_NUMBER(virStreamSendHole((void *)dom, 0, 0));
}
static void c941(void)
{
    RESULT_NUMBER(virStreamSendHole((void *)zeros, 0, 0));
}
static void c942(void)
{
    RESULT_NUMBER(virStreamSparseRecvAll((void *)dom, (virStreamSinkFunc)nothing, (virStreamSinkHoleFunc)nothing, (void *)scratch));
}
static void c943(void)
{
    RESULT_NUMBER(virStreamSparseRecvAll((void *)zeros, (virStreamSinkFunc)nothing, (virStreamSinkHoleFunc)nothing, (void *)scratch));
}
static void c944(void)
{
    RESULT_NUMBER(virStreamSparseSendAll((void *)dom, (virStreamSourceFunc)nothing, (virStreamSourceHoleFunc)nothing, (virStreamSourceSkipFunc)nothing, (void *)scratch));
}
static void c945(void)
{
    RESULT_NUMBER(virStreamSparseSendAll((void *)zeros, (virStreamSourceFunc)nothing, (virStreamSourceHoleFunc)nothing, (virStreamSourceSkipFunc)nothing, (void *)scratch));
}
static void c946(void)
{
    RESULT_NUMBER(virConnectDomainQemuMonitorEventDeregister((void *)dom, 0));
}
static void c947(void)
{
    RESULT_NUMBER(virConnectDomainQemuMonitorEventDeregister((void *)zeros, 0));
}
static void c948(void)
{
    RESULT_NUMBER(virConnectDomainQemuMonitorEventRegister((void *)dom, dom, "x", (virConnectDomainQemuMonitorEventCallback)nothing, (void *)scratch, (virFreeCallback)nothing, 0));
}
static void c949(void)
{
    RESULT_NUMBER(virConnectDomainQemuMonitorEventRegister((void *)zeros, dom, "x", (virConnectDomainQemuMonitorEventCallback)nothing, (void *)scratch, (virFreeCallback)nothing, 0));
}
static void c950(void)
{
    RESULT_NUMBER(virConnectDomainQemuMonitorEventRegister(conn, (void *)conn, "x", (virConnectDomainQemuMonitorEventCallback)nothing, (void *)scratch, (virFreeCallback)nothing, 0));
}
static void c951(void)
{
    RESULT_NUMBER(virConnectDomainQemuMonitorEventRegister(conn, (void *)zeros, "x", (virConnectDomainQemuMonitorEventCallback)nothing, (void *)scratch, (virFreeCallback)nothing, 0));
}
static void c952(void)
{
    RESULT_OWNED(virDomainQemuAgentCommand((void *)conn, "x", 0, 0));
}
static void c953(void)
{
    RESULT_OWNED(virDomainQemuAgentCommand((void *)zeros, "x", 0, 0));
}
static void c954(void)
{
    RESULT_POINTER(virDomainQemuAttach((void *)dom, 0, 0));
}
static void c955(void)
{
    RESULT_POINTER(virDomainQemuAttach((void *)zeros, 0, 0));
}
static void c956(void)
{
    RESULT_NUMBER(virDomainQemuMonitorCommand((void *)conn, "x", (void *)scratch, 0));
}
static void c957(void)
{
    RESULT_NUMBER(virDomainQemuMonitorCommand((void *)zeros, "x", (void *)scratch, 0));
}
static void c958(void)
{
    RESULT_NUMBER(virDomainQemuMonitorCommandWithFiles((void *)conn, "x", 0, (void *)scratch, (void *)scratch, (void *)scratch, (void *)scratch, 0));
}
static void c959(void)
{
    RESULT_NUMBER(virDomainQemuMonitorCommandWithFiles((void *)zeros, "x", 0, (void *)scratch, (void *)scratch, (void *)scratch, (void *)scratch, 0));
}
static void c960(void)
{
    RESULT_NUMBER(virDomainLxcEnterCGroup((void *)conn, 0));
}
static void c961(void)
{
    RESULT_NUMBER(virDomainLxcEnterCGroup((void *)zeros, 0));
}
static void c962(void)
{
    RESULT_NUMBER(virDomainLxcOpenNamespace((void *)conn, (void *)scratch, 0));
}
static void c963(void)
{
    RESULT_NUMBER(virDomainLxcOpenNamespace((void *)zeros, (void *)scratch, 0));
}

static const struct step steps[] = {
    {"virConnectBaselineCPU conn other", c0},
    {"virConnectBaselineCPU conn nothing", c1},
    {"virConnectBaselineHypervisorCPU conn other", c2},
    {"virConnectBaselineHypervisorCPU conn nothing", c3},
    {"virConnectClose conn other", c4},
    {"virConnectClose conn nothing", c5},
    {"virConnectCompareCPU conn other", c6},
    {"virConnectCompareCPU conn nothing", c7},
    {"virConnectCompareHypervisorCPU conn other", c8},
    {"virConnectCompareHypervisorCPU conn nothing", c9},
    {"virConnectDomainEventDeregister conn other", c10},
    {"virConnectDomainEventDeregister conn nothing", c11},
    {"virConnectDomainEventDeregisterAny conn other", c12},
    {"virConnectDomainEventDeregisterAny conn nothing", c13},
    {"virConnectDomainEventRegister conn other", c14},
    {"virConnectDomainEventRegister conn nothing", c15},
    {"virConnectDomainEventRegisterAny conn other", c16},
    {"virConnectDomainEventRegisterAny conn nothing", c17},
    {"virConnectDomainEventRegisterAny dom other", c18},
    {"virConnectDomainEventRegisterAny dom nothing", c19},
    {"virConnectDomainXMLFromNative conn other", c20},
    {"virConnectDomainXMLFromNative conn nothing", c21},
    {"virConnectDomainXMLToNative conn other", c22},
    {"virConnectDomainXMLToNative conn nothing", c23},
    {"virConnectFindStoragePoolSources conn other", c24},
    {"virConnectFindStoragePoolSources conn nothing", c25},
    {"virConnectGetAllDomainStats conn other", c26},
    {"virConnectGetAllDomainStats conn nothing", c27},
    {"virConnectGetCPUModelNames conn other", c28},
    {"virConnectGetCPUModelNames conn nothing", c29},
    {"virConnectGetCapabilities conn other", c30},
    {"virConnectGetCapabilities conn nothing", c31},
    {"virConnectGetDomainCapabilities conn other", c32},
    {"virConnectGetDomainCapabilities conn nothing", c33},
    {"virConnectGetHostname conn other", c34},
    {"virConnectGetHostname conn nothing", c35},
    {"virConnectGetLibVersion conn other", c36},
    {"virConnectGetLibVersion conn nothing", c37},
    {"virConnectGetMaxVcpus conn other", c38},
    {"virConnectGetMaxVcpus conn nothing", c39},
    {"virConnectGetStoragePoolCapabilities conn other", c40},
    {"virConnectGetStoragePoolCapabilities conn nothing", c41},
    {"virConnectGetSysinfo conn other", c42},
    {"virConnectGetSysinfo conn nothing", c43},
    {"virConnectGetType conn other", c44},
    {"virConnectGetType conn nothing", c45},
    {"virConnectGetURI conn other", c46},
    {"virConnectGetURI conn nothing", c47},
    {"virConnectGetVersion conn other", c48},
    {"virConnectGetVersion conn nothing", c49},
    {"virConnectIsAlive conn other", c50},
    {"virConnectIsAlive conn nothing", c51},
    {"virConnectIsEncrypted conn other", c52},
    {"virConnectIsEncrypted conn nothing", c53},
    {"virConnectIsSecure conn other", c54},
    {"virConnectIsSecure conn nothing", c55},
    {"virConnectListAllDomains conn other", c56},
    {"virConnectListAllDomains conn nothing", c57},
    {"virConnectListAllInterfaces conn other", c58},
    {"virConnectListAllInterfaces conn nothing", c59},
    {"virConnectListAllNWFilterBindings conn other", c60},
    {"virConnectListAllNWFilterBindings conn nothing", c61},
    {"virConnectListAllNWFilters conn other", c62},
    {"virConnectListAllNWFilters conn nothing", c63},
    {"virConnectListAllNetworks conn other", c64},
    {"virConnectListAllNetworks conn nothing", c65},
    {"virConnectListAllNodeDevices conn other", c66},
    {"virConnectListAllNodeDevices conn nothing", c67},
    {"virConnectListAllSecrets conn other", c68},
    {"virConnectListAllSecrets conn nothing", c69},
    {"virConnectListAllStoragePools conn other", c70},
    {"virConnectListAllStoragePools conn nothing", c71},
    {"virConnectListDefinedDomains conn other", c72},
    {"virConnectListDefinedDomains conn nothing", c73},
    {"virConnectListDefinedInterfaces conn other", c74},
    {"virConnectListDefinedInterfaces conn nothing", c75},
    {"virConnectListDefinedNetworks conn other", c76},
    {"virConnectListDefinedNetworks conn nothing", c77},
    {"virConnectListDefinedStoragePools conn other", c78},
    {"virConnectListDefinedStoragePools conn nothing", c79},
    {"virConnectListDomains conn other", c80},
    {"virConnectListDomains conn nothing", c81},
    {"virConnectListInterfaces conn other", c82},
    {"virConnectListInterfaces conn nothing", c83},
    {"virConnectListNWFilters conn other", c84},
    {"virConnectListNWFilters conn nothing", c85},
    {"virConnectListNetworks conn other", c86},
    {"virConnectListNetworks conn nothing", c87},
    {"virConnectListSecrets conn other", c88},
    {"virConnectListSecrets conn nothing", c89},
    {"virConnectListStoragePools conn other", c90},
    {"virConnectListStoragePools conn nothing", c91},
    {"virConnectNetworkEventDeregisterAny conn other", c92},
    {"virConnectNetworkEventDeregisterAny conn nothing", c93},
    {"virConnectNetworkEventRegisterAny conn other", c94},
    {"virConnectNetworkEventRegisterAny conn nothing", c95},
    {"virConnectNetworkEventRegisterAny net other", c96},
    {"virConnectNetworkEventRegisterAny net nothing", c97},
    {"virConnectNodeDeviceEventDeregisterAny conn other", c98},
    {"virConnectNodeDeviceEventDeregisterAny conn nothing", c99},
    {"virConnectNodeDeviceEventRegisterAny conn other", c100},
    {"virConnectNodeDeviceEventRegisterAny conn nothing", c101},
    {"virConnectNodeDeviceEventRegisterAny dev other", c102},
    {"virConnectNodeDeviceEventRegisterAny dev nothing", c103},
    {"virConnectNumOfDefinedDomains conn other", c104},
    {"virConnectNumOfDefinedDomains conn nothing", c105},
    {"virConnectNumOfDefinedInterfaces conn other", c106},
    {"virConnectNumOfDefinedInterfaces conn nothing", c107},
    {"virConnectNumOfDefinedNetworks conn other", c108},
    {"virConnectNumOfDefinedNetworks conn nothing", c109},
    {"virConnectNumOfDefinedStoragePools conn other", c110},
    {"virConnectNumOfDefinedStoragePools conn nothing", c111},
    {"virConnectNumOfDomains conn other", c112},
    {"virConnectNumOfDomains conn nothing", c113},
    {"virConnectNumOfInterfaces conn other", c114},
    {"virConnectNumOfInterfaces conn nothing", c115},
    {"virConnectNumOfNWFilters conn other", c116},
    {"virConnectNumOfNWFilters conn nothing", c117},
    {"virConnectNumOfNetworks conn other", c118},
    {"virConnectNumOfNetworks conn nothing", c119},
    {"virConnectNumOfSecrets conn other", c120},
    {"virConnectNumOfSecrets conn nothing", c121},
    {"virConnectNumOfStoragePools conn other", c122},
    {"virConnectNumOfStoragePools conn nothing", c123},
    {"virConnectRef conn other", c124},
    {"virConnectRef conn nothing", c125},
    {"virConnectRegisterCloseCallback conn other", c126},
    {"virConnectRegisterCloseCallback conn nothing", c127},
    {"virConnectSecretEventDeregisterAny conn other", c128},
    {"virConnectSecretEventDeregisterAny conn nothing", c129},
    {"virConnectSecretEventRegisterAny conn other", c130},
    {"virConnectSecretEventRegisterAny conn nothing", c131},
    {"virConnectSecretEventRegisterAny secret other", c132},
    {"virConnectSecretEventRegisterAny secret nothing", c133},
    {"virConnectSetKeepAlive conn other", c134},
    {"virConnectSetKeepAlive conn nothing", c135},
    {"virConnectStoragePoolEventDeregisterAny conn other", c136},
    {"virConnectStoragePoolEventDeregisterAny conn nothing", c137},
    {"virConnectStoragePoolEventRegisterAny conn other", c138},
    {"virConnectStoragePoolEventRegisterAny conn nothing", c139},
    {"virConnectStoragePoolEventRegisterAny pool other", c140},
    {"virConnectStoragePoolEventRegisterAny pool nothing", c141},
    {"virConnectUnregisterCloseCallback conn other", c142},
    {"virConnectUnregisterCloseCallback conn nothing", c143},
    {"virDomainAbortJob domain other", c144},
    {"virDomainAbortJob domain nothing", c145},
    {"virDomainAbortJobFlags domain other", c146},
    {"virDomainAbortJobFlags domain nothing", c147},
    {"virDomainAddIOThread domain other", c148},
    {"virDomainAddIOThread domain nothing", c149},
    {"virDomainAgentSetResponseTimeout domain other", c150},
    {"virDomainAgentSetResponseTimeout domain nothing", c151},
    {"virDomainAttachDevice domain other", c152},
    {"virDomainAttachDevice domain nothing", c153},
    {"virDomainAttachDeviceFlags domain other", c154},
    {"virDomainAttachDeviceFlags domain nothing", c155},
    {"virDomainAuthorizedSSHKeysGet domain other", c156},
    {"virDomainAuthorizedSSHKeysGet domain nothing", c157},
    {"virDomainAuthorizedSSHKeysSet domain other", c158},
    {"virDomainAuthorizedSSHKeysSet domain nothing", c159},
    {"virDomainBackupBegin domain other", c160},
    {"virDomainBackupBegin domain nothing", c161},
    {"virDomainBackupGetXMLDesc domain other", c162},
    {"virDomainBackupGetXMLDesc domain nothing", c163},
    {"virDomainBlockCommit dom other", c164},
    {"virDomainBlockCommit dom nothing", c165},
    {"virDomainBlockCopy dom other", c166},
    {"virDomainBlockCopy dom nothing", c167},
    {"virDomainBlockJobAbort dom other", c168},
    {"virDomainBlockJobAbort dom nothing", c169},
    {"virDomainBlockJobSetSpeed dom other", c170},
    {"virDomainBlockJobSetSpeed dom nothing", c171},
    {"virDomainBlockPeek dom other", c172},
    {"virDomainBlockPeek dom nothing", c173},
    {"virDomainBlockPull dom other", c174},
    {"virDomainBlockPull dom nothing", c175},
    {"virDomainBlockRebase dom other", c176},
    {"virDomainBlockRebase dom nothing", c177},
    {"virDomainBlockResize dom other", c178},
    {"virDomainBlockResize dom nothing", c179},
    {"virDomainBlockStats dom other", c180},
    {"virDomainBlockStats dom nothing", c181},
    {"virDomainBlockStatsFlags dom other", c182},
    {"virDomainBlockStatsFlags dom nothing", c183},
    {"virDomainCheckpointCreateXML domain other", c184},
    {"virDomainCheckpointCreateXML domain nothing", c185},
    {"virDomainCheckpointDelete checkpoint other", c186},
    {"virDomainCheckpointDelete checkpoint nothing", c187},
    {"virDomainCheckpointFree checkpoint other", c188},
    {"virDomainCheckpointFree checkpoint nothing", c189},
    {"virDomainCheckpointGetConnect checkpoint other", c190},
    {"virDomainCheckpointGetConnect checkpoint nothing", c191},
    {"virDomainCheckpointGetDomain checkpoint other", c192},
    {"virDomainCheckpointGetDomain checkpoint nothing", c193},
    {"virDomainCheckpointGetName checkpoint other", c194},
    {"virDomainCheckpointGetName checkpoint nothing", c195},
    {"virDomainCheckpointGetParent checkpoint other", c196},
    {"virDomainCheckpointGetParent checkpoint nothing", c197},
    {"virDomainCheckpointGetXMLDesc checkpoint other", c198},
    {"virDomainCheckpointGetXMLDesc checkpoint nothing", c199},
    {"virDomainCheckpointListAllChildren checkpoint other", c200},
    {"virDomainCheckpointListAllChildren checkpoint nothing", c201},
    {"virDomainCheckpointLookupByName domain other", c202},
    {"virDomainCheckpointLookupByName domain nothing", c203},
    {"virDomainCheckpointRef checkpoint other", c204},
    {"virDomainCheckpointRef checkpoint nothing", c205},
    {"virDomainCoreDump domain other", c206},
    {"virDomainCoreDump domain nothing", c207},
    {"virDomainCoreDumpWithFormat domain other", c208},
    {"virDomainCoreDumpWithFormat domain nothing", c209},
    {"virDomainCreate domain other", c210},
    {"virDomainCreate domain nothing", c211},
    {"virDomainCreateLinux conn other", c212},
    {"virDomainCreateLinux conn nothing", c213},
    {"virDomainCreateWithFiles domain other", c214},
    {"virDomainCreateWithFiles domain nothing", c215},
    {"virDomainCreateWithFlags domain other", c216},
    {"virDomainCreateWithFlags domain nothing", c217},
    {"virDomainCreateXML conn other", c218},
    {"virDomainCreateXML conn nothing", c219},
    {"virDomainCreateXMLWithFiles conn other", c220},
    {"virDomainCreateXMLWithFiles conn nothing", c221},
    {"virDomainDefineXML conn other", c222},
    {"virDomainDefineXML conn nothing", c223},
    {"virDomainDefineXMLFlags conn other", c224},
    {"virDomainDefineXMLFlags conn nothing", c225},
    {"virDomainDelIOThread domain other", c226},
    {"virDomainDelIOThread domain nothing", c227},
    {"virDomainDestroy domain other", c228},
    {"virDomainDestroy domain nothing", c229},
    {"virDomainDestroyFlags domain other", c230},
    {"virDomainDestroyFlags domain nothing", c231},
    {"virDomainDetachDevice domain other", c232},
    {"virDomainDetachDevice domain nothing", c233},
    {"virDomainDetachDeviceAlias domain other", c234},
    {"virDomainDetachDeviceAlias domain nothing", c235},
    {"virDomainDetachDeviceFlags domain other", c236},
    {"virDomainDetachDeviceFlags domain nothing", c237},
    {"virDomainFSFreeze dom other", c238},
    {"virDomainFSFreeze dom nothing", c239},
    {"virDomainFSThaw dom other", c240},
    {"virDomainFSThaw dom nothing", c241},
    {"virDomainFSTrim dom other", c242},
    {"virDomainFSTrim dom nothing", c243},
    {"virDomainFree domain other", c244},
    {"virDomainFree domain nothing", c245},
    {"virDomainGetAutostart domain other", c246},
    {"virDomainGetAutostart domain nothing", c247},
    {"virDomainGetBlkioParameters domain other", c248},
    {"virDomainGetBlkioParameters domain nothing", c249},
    {"virDomainGetBlockInfo domain other", c250},
    {"virDomainGetBlockInfo domain nothing", c251},
    {"virDomainGetBlockIoTune dom other", c252},
    {"virDomainGetBlockIoTune dom nothing", c253},
    {"virDomainGetBlockJobInfo dom other", c254},
    {"virDomainGetBlockJobInfo dom nothing", c255},
    {"virDomainGetCPUStats domain other", c256},
    {"virDomainGetCPUStats domain nothing", c257},
    {"virDomainGetConnect dom other", c258},
    {"virDomainGetConnect dom nothing", c259},
    {"virDomainGetControlInfo domain other", c260},
    {"virDomainGetControlInfo domain nothing", c261},
    {"virDomainGetDiskErrors dom other", c262},
    {"virDomainGetDiskErrors dom nothing", c263},
    {"virDomainGetEmulatorPinInfo domain other", c264},
    {"virDomainGetEmulatorPinInfo domain nothing", c265},
    {"virDomainGetFSInfo dom other", c266},
    {"virDomainGetFSInfo dom nothing", c267},
    {"virDomainGetGuestInfo domain other", c268},
    {"virDomainGetGuestInfo domain nothing", c269},
    {"virDomainGetGuestVcpus domain other", c270},
    {"virDomainGetGuestVcpus domain nothing", c271},
    {"virDomainGetHostname domain other", c272},
    {"virDomainGetHostname domain nothing", c273},
    {"virDomainGetID domain other", c274},
    {"virDomainGetID domain nothing", c275},
    {"virDomainGetIOThreadInfo dom other", c276},
    {"virDomainGetIOThreadInfo dom nothing", c277},
    {"virDomainGetInfo domain other", c278},
    {"virDomainGetInfo domain nothing", c279},
    {"virDomainGetInterfaceParameters domain other", c280},
    {"virDomainGetInterfaceParameters domain nothing", c281},
    {"virDomainGetJobInfo domain other", c282},
    {"virDomainGetJobInfo domain nothing", c283},
    {"virDomainGetJobStats domain other", c284},
    {"virDomainGetJobStats domain nothing", c285},
    {"virDomainGetLaunchSecurityInfo domain other", c286},
    {"virDomainGetLaunchSecurityInfo domain nothing", c287},
    {"virDomainGetMaxMemory domain other", c288},
    {"virDomainGetMaxMemory domain nothing", c289},
    {"virDomainGetMaxVcpus domain other", c290},
    {"virDomainGetMaxVcpus domain nothing", c291},
    {"virDomainGetMemoryParameters domain other", c292},
    {"virDomainGetMemoryParameters domain nothing", c293},
    {"virDomainGetMessages domain other", c294},
    {"virDomainGetMessages domain nothing", c295},
    {"virDomainGetMetadata domain other", c296},
    {"virDomainGetMetadata domain nothing", c297},
    {"virDomainGetName domain other", c298},
    {"virDomainGetName domain nothing", c299},
    {"virDomainGetNumaParameters domain other", c300},
    {"virDomainGetNumaParameters domain nothing", c301},
    {"virDomainGetOSType domain other", c302},
    {"virDomainGetOSType domain nothing", c303},
    {"virDomainGetPerfEvents domain other", c304},
    {"virDomainGetPerfEvents domain nothing", c305},
    {"virDomainGetSchedulerParameters domain other", c306},
    {"virDomainGetSchedulerParameters domain nothing", c307},
    {"virDomainGetSchedulerParametersFlags domain other", c308},
    {"virDomainGetSchedulerParametersFlags domain nothing", c309},
    {"virDomainGetSchedulerType domain other", c310},
    {"virDomainGetSchedulerType domain nothing", c311},
    {"virDomainGetSecurityLabel domain other", c312},
    {"virDomainGetSecurityLabel domain nothing", c313},
    {"virDomainGetSecurityLabelList domain other", c314},
    {"virDomainGetSecurityLabelList domain nothing", c315},
    {"virDomainGetState domain other", c316},
    {"virDomainGetState domain nothing", c317},
    {"virDomainGetTime dom other", c318},
    {"virDomainGetTime dom nothing", c319},
    {"virDomainGetUUID domain other", c320},
    {"virDomainGetUUID domain nothing", c321},
    {"virDomainGetUUIDString domain other", c322},
    {"virDomainGetUUIDString domain nothing", c323},
    {"virDomainGetVcpuPinInfo domain other", c324},
    {"virDomainGetVcpuPinInfo domain nothing", c325},
    {"virDomainGetVcpus domain other", c326},
    {"virDomainGetVcpus domain nothing", c327},
    {"virDomainGetVcpusFlags domain other", c328},
    {"virDomainGetVcpusFlags domain nothing", c329},
    {"virDomainGetXMLDesc domain other", c330},
    {"virDomainGetXMLDesc domain nothing", c331},
    {"virDomainHasCurrentSnapshot domain other", c332},
    {"virDomainHasCurrentSnapshot domain nothing", c333},
    {"virDomainHasManagedSaveImage dom other", c334},
    {"virDomainHasManagedSaveImage dom nothing", c335},
    {"virDomainInjectNMI domain other", c336},
    {"virDomainInjectNMI domain nothing", c337},
    {"virDomainInterfaceAddresses dom other", c338},
    {"virDomainInterfaceAddresses dom nothing", c339},
    {"virDomainInterfaceStats dom other", c340},
    {"virDomainInterfaceStats dom nothing", c341},
    {"virDomainIsActive dom other", c342},
    {"virDomainIsActive dom nothing", c343},
    {"virDomainIsPersistent dom other", c344},
    {"virDomainIsPersistent dom nothing", c345},
    {"virDomainIsUpdated dom other", c346},
    {"virDomainIsUpdated dom nothing", c347},
    {"virDomainListAllCheckpoints domain other", c348},
    {"virDomainListAllCheckpoints domain nothing", c349},
    {"virDomainListAllSnapshots domain other", c350},
    {"virDomainListAllSnapshots domain nothing", c351},
    {"virDomainLookupByID conn other", c352},
    {"virDomainLookupByID conn nothing", c353},
    {"virDomainLookupByName conn other", c354},
    {"virDomainLookupByName conn nothing", c355},
    {"virDomainLookupByUUID conn other", c356},
    {"virDomainLookupByUUID conn nothing", c357},
    {"virDomainLookupByUUIDString conn other", c358},
    {"virDomainLookupByUUIDString conn nothing", c359},
    {"virDomainManagedSave dom other", c360},
    {"virDomainManagedSave dom nothing", c361},
    {"virDomainManagedSaveDefineXML domain other", c362},
    {"virDomainManagedSaveDefineXML domain nothing", c363},
    {"virDomainManagedSaveGetXMLDesc domain other", c364},
    {"virDomainManagedSaveGetXMLDesc domain nothing", c365},
    {"virDomainManagedSaveRemove dom other", c366},
    {"virDomainManagedSaveRemove dom nothing", c367},
    {"virDomainMemoryPeek dom other", c368},
    {"virDomainMemoryPeek dom nothing", c369},
    {"virDomainMemoryStats dom other", c370},
    {"virDomainMemoryStats dom nothing", c371},
    {"virDomainMigrate domain other", c372},
    {"virDomainMigrate domain nothing", c373},
    {"virDomainMigrate dconn other", c374},
    {"virDomainMigrate dconn nothing", c375},
    {"virDomainMigrate2 domain other", c376},
    {"virDomainMigrate2 domain nothing", c377},
    {"virDomainMigrate2 dconn other", c378},
    {"virDomainMigrate2 dconn nothing", c379},
    {"virDomainMigrate3 domain other", c380},
    {"virDomainMigrate3 domain nothing", c381},
    {"virDomainMigrateGetCompressionCache domain other", c382},
    {"virDomainMigrateGetCompressionCache domain nothing", c383},
    {"virDomainMigrateGetMaxDowntime domain other", c384},
    {"virDomainMigrateGetMaxDowntime domain nothing", c385},
    {"virDomainMigrateGetMaxSpeed domain other", c386},
    {"virDomainMigrateGetMaxSpeed domain nothing", c387},
    {"virDomainMigrateSetCompressionCache domain other", c388},
    {"virDomainMigrateSetCompressionCache domain nothing", c389},
    {"virDomainMigrateSetMaxDowntime domain other", c390},
    {"virDomainMigrateSetMaxDowntime domain nothing", c391},
    {"virDomainMigrateSetMaxSpeed domain other", c392},
    {"virDomainMigrateSetMaxSpeed domain nothing", c393},
    {"virDomainMigrateStartPostCopy domain other", c394},
    {"virDomainMigrateStartPostCopy domain nothing", c395},
    {"virDomainMigrateToURI domain other", c396},
    {"virDomainMigrateToURI domain nothing", c397},
    {"virDomainMigrateToURI2 domain other", c398},
    {"virDomainMigrateToURI2 domain nothing", c399},
    {"virDomainMigrateToURI3 domain other", c400},
    {"virDomainMigrateToURI3 domain nothing", c401},
    {"virDomainOpenChannel dom other", c402},
    {"virDomainOpenChannel dom nothing", c403},
    {"virDomainOpenChannel st other", c404},
    {"virDomainOpenChannel st nothing", c405},
    {"virDomainOpenConsole dom other", c406},
    {"virDomainOpenConsole dom nothing", c407},
    {"virDomainOpenConsole st other", c408},
    {"virDomainOpenConsole st nothing", c409},
    {"virDomainOpenGraphics dom other", c410},
    {"virDomainOpenGraphics dom nothing", c411},
    {"virDomainOpenGraphicsFD dom other", c412},
    {"virDomainOpenGraphicsFD dom nothing", c413},
    {"virDomainPMSuspendForDuration dom other", c414},
    {"virDomainPMSuspendForDuration dom nothing", c415},
    {"virDomainPMWakeup dom other", c416},
    {"virDomainPMWakeup dom nothing", c417},
    {"virDomainPinEmulator domain other", c418},
    {"virDomainPinEmulator domain nothing", c419},
    {"virDomainPinIOThread domain other", c420},
    {"virDomainPinIOThread domain nothing", c421},
    {"virDomainPinVcpu domain other", c422},
    {"virDomainPinVcpu domain nothing", c423},
    {"virDomainPinVcpuFlags domain other", c424},
    {"virDomainPinVcpuFlags domain nothing", c425},
    {"virDomainReboot domain other", c426},
    {"virDomainReboot domain nothing", c427},
    {"virDomainRef domain other", c428},
    {"virDomainRef domain nothing", c429},
    {"virDomainRename dom other", c430},
    {"virDomainRename dom nothing", c431},
    {"virDomainReset domain other", c432},
    {"virDomainReset domain nothing", c433},
    {"virDomainRestore conn other", c434},
    {"virDomainRestore conn nothing", c435},
    {"virDomainRestoreFlags conn other", c436},
    {"virDomainRestoreFlags conn nothing", c437},
    {"virDomainRestoreParams conn other", c438},
    {"virDomainRestoreParams conn nothing", c439},
    {"virDomainResume domain other", c440},
    {"virDomainResume domain nothing", c441},
    {"virDomainRevertToSnapshot snapshot other", c442},
    {"virDomainRevertToSnapshot snapshot nothing", c443},
    {"virDomainSave domain other", c444},
    {"virDomainSave domain nothing", c445},
    {"virDomainSaveFlags domain other", c446},
    {"virDomainSaveFlags domain nothing", c447},
    {"virDomainSaveImageDefineXML conn other", c448},
    {"virDomainSaveImageDefineXML conn nothing", c449},
    {"virDomainSaveImageGetXMLDesc conn other", c450},
    {"virDomainSaveImageGetXMLDesc conn nothing", c451},
    {"virDomainSaveParams domain other", c452},
    {"virDomainSaveParams domain nothing", c453},
    {"virDomainScreenshot domain other", c454},
    {"virDomainScreenshot domain nothing", c455},
    {"virDomainScreenshot stream other", c456},
    {"virDomainScreenshot stream nothing", c457},
    {"virDomainSendKey domain other", c458},
    {"virDomainSendKey domain nothing", c459},
    {"virDomainSendProcessSignal domain other", c460},
    {"virDomainSendProcessSignal domain nothing", c461},
    {"virDomainSetAutostart domain other", c462},
    {"virDomainSetAutostart domain nothing", c463},
    {"virDomainSetBlkioParameters domain other", c464},
    {"virDomainSetBlkioParameters domain nothing", c465},
    {"virDomainSetBlockIoTune dom other", c466},
    {"virDomainSetBlockIoTune dom nothing", c467},
    {"virDomainSetBlockThreshold domain other", c468},
    {"virDomainSetBlockThreshold domain nothing", c469},
    {"virDomainSetGuestVcpus domain other", c470},
    {"virDomainSetGuestVcpus domain nothing", c471},
    {"virDomainSetIOThreadParams domain other", c472},
    {"virDomainSetIOThreadParams domain nothing", c473},
    {"virDomainSetInterfaceParameters domain other", c474},
    {"virDomainSetInterfaceParameters domain nothing", c475},
    {"virDomainSetLaunchSecurityState domain other", c476},
    {"virDomainSetLaunchSecurityState domain nothing", c477},
    {"virDomainSetLifecycleAction domain other", c478},
    {"virDomainSetLifecycleAction domain nothing", c479},
    {"virDomainSetMaxMemory domain other", c480},
    {"virDomainSetMaxMemory domain nothing", c481},
    {"virDomainSetMemory domain other", c482},
    {"virDomainSetMemory domain nothing", c483},
    {"virDomainSetMemoryFlags domain other", c484},
    {"virDomainSetMemoryFlags domain nothing", c485},
    {"virDomainSetMemoryParameters domain other", c486},
    {"virDomainSetMemoryParameters domain nothing", c487},
    {"virDomainSetMemoryStatsPeriod domain other", c488},
    {"virDomainSetMemoryStatsPeriod domain nothing", c489},
    {"virDomainSetMetadata domain other", c490},
    {"virDomainSetMetadata domain nothing", c491},
    {"virDomainSetNumaParameters domain other", c492},
    {"virDomainSetNumaParameters domain nothing", c493},
    {"virDomainSetPerfEvents domain other", c494},
    {"virDomainSetPerfEvents domain nothing", c495},
    {"virDomainSetSchedulerParameters domain other", c496},
    {"virDomainSetSchedulerParameters domain nothing", c497},
    {"virDomainSetSchedulerParametersFlags domain other", c498},
    {"virDomainSetSchedulerParametersFlags domain nothing", c499},
    {"virDomainSetTime dom other", c500},
    {"virDomainSetTime dom nothing", c501},
    {"virDomainSetUserPassword dom other", c502},
    {"virDomainSetUserPassword dom nothing", c503},
    {"virDomainSetVcpu domain other", c504},
    {"virDomainSetVcpu domain nothing", c505},
    {"virDomainSetVcpus domain other", c506},
    {"virDomainSetVcpus domain nothing", c507},
    {"virDomainSetVcpusFlags domain other", c508},
    {"virDomainSetVcpusFlags domain nothing", c509},
    {"virDomainShutdown domain other", c510},
    {"virDomainShutdown domain nothing", c511},
    {"virDomainShutdownFlags domain other", c512},
    {"virDomainShutdownFlags domain nothing", c513},
    {"virDomainSnapshotCreateXML domain other", c514},
    {"virDomainSnapshotCreateXML domain nothing", c515},
    {"virDomainSnapshotCurrent domain other", c516},
    {"virDomainSnapshotCurrent domain nothing", c517},
    {"virDomainSnapshotDelete snapshot other", c518},
    {"virDomainSnapshotDelete snapshot nothing", c519},
    {"virDomainSnapshotFree snapshot other", c520},
    {"virDomainSnapshotFree snapshot nothing", c521},
    {"virDomainSnapshotGetConnect snapshot other", c522},
    {"virDomainSnapshotGetConnect snapshot nothing", c523},
    {"virDomainSnapshotGetDomain snapshot other", c524},
    {"virDomainSnapshotGetDomain snapshot nothing", c525},
    {"virDomainSnapshotGetName snapshot other", c526},
    {"virDomainSnapshotGetName snapshot nothing", c527},
    {"virDomainSnapshotGetParent snapshot other", c528},
    {"virDomainSnapshotGetParent snapshot nothing", c529},
    {"virDomainSnapshotGetXMLDesc snapshot other", c530},
    {"virDomainSnapshotGetXMLDesc snapshot nothing", c531},
    {"virDomainSnapshotHasMetadata snapshot other", c532},
    {"virDomainSnapshotHasMetadata snapshot nothing", c533},
    {"virDomainSnapshotIsCurrent snapshot other", c534},
    {"virDomainSnapshotIsCurrent snapshot nothing", c535},
    {"virDomainSnapshotListAllChildren snapshot other", c536},
    {"virDomainSnapshotListAllChildren snapshot nothing", c537},
    {"virDomainSnapshotListChildrenNames snapshot other", c538},
    {"virDomainSnapshotListChildrenNames snapshot nothing", c539},
    {"virDomainSnapshotListNames domain other", c540},
    {"virDomainSnapshotListNames domain nothing", c541},
    {"virDomainSnapshotLookupByName domain other", c542},
    {"virDomainSnapshotLookupByName domain nothing", c543},
    {"virDomainSnapshotNum domain other", c544},
    {"virDomainSnapshotNum domain nothing", c545},
    {"virDomainSnapshotNumChildren snapshot other", c546},
    {"virDomainSnapshotNumChildren snapshot nothing", c547},
    {"virDomainSnapshotRef snapshot other", c548},
    {"virDomainSnapshotRef snapshot nothing", c549},
    {"virDomainStartDirtyRateCalc domain other", c550},
    {"virDomainStartDirtyRateCalc domain nothing", c551},
    {"virDomainSuspend domain other", c552},
    {"virDomainSuspend domain nothing", c553},
    {"virDomainUndefine domain other", c554},
    {"virDomainUndefine domain nothing", c555},
    {"virDomainUndefineFlags domain other", c556},
    {"virDomainUndefineFlags domain nothing", c557},
    {"virDomainUpdateDeviceFlags domain other", c558},
    {"virDomainUpdateDeviceFlags domain nothing", c559},
    {"virInterfaceChangeBegin conn other", c560},
    {"virInterfaceChangeBegin conn nothing", c561},
    {"virInterfaceChangeCommit conn other", c562},
    {"virInterfaceChangeCommit conn nothing", c563},
    {"virInterfaceChangeRollback conn other", c564},
    {"virInterfaceChangeRollback conn nothing", c565},
    {"virInterfaceCreate iface other", c566},
    {"virInterfaceCreate iface nothing", c567},
    {"virInterfaceDefineXML conn other", c568},
    {"virInterfaceDefineXML conn nothing", c569},
    {"virInterfaceDestroy iface other", c570},
    {"virInterfaceDestroy iface nothing", c571},
    {"virInterfaceFree iface other", c572},
    {"virInterfaceFree iface nothing", c573},
    {"virInterfaceGetConnect iface other", c574},
    {"virInterfaceGetConnect iface nothing", c575},
    {"virInterfaceGetMACString iface other", c576},
    {"virInterfaceGetMACString iface nothing", c577},
    {"virInterfaceGetName iface other", c578},
    {"virInterfaceGetName iface nothing", c579},
    {"virInterfaceGetXMLDesc iface other", c580},
    {"virInterfaceGetXMLDesc iface nothing", c581},
    {"virInterfaceIsActive iface other", c582},
    {"virInterfaceIsActive iface nothing", c583},
    {"virInterfaceLookupByMACString conn other", c584},
    {"virInterfaceLookupByMACString conn nothing", c585},
    {"virInterfaceLookupByName conn other", c586},
    {"virInterfaceLookupByName conn nothing", c587},
    {"virInterfaceRef iface other", c588},
    {"virInterfaceRef iface nothing", c589},
    {"virInterfaceUndefine iface other", c590},
    {"virInterfaceUndefine iface nothing", c591},
    {"virNWFilterBindingCreateXML conn other", c592},
    {"virNWFilterBindingCreateXML conn nothing", c593},
    {"virNWFilterBindingDelete binding other", c594},
    {"virNWFilterBindingDelete binding nothing", c595},
    {"virNWFilterBindingFree binding other", c596},
    {"virNWFilterBindingFree binding nothing", c597},
    {"virNWFilterBindingGetFilterName binding other", c598},
    {"virNWFilterBindingGetFilterName binding nothing", c599},
    {"virNWFilterBindingGetPortDev binding other", c600},
    {"virNWFilterBindingGetPortDev binding nothing", c601},
    {"virNWFilterBindingGetXMLDesc binding other", c602},
    {"virNWFilterBindingGetXMLDesc binding nothing", c603},
    {"virNWFilterBindingLookupByPortDev conn other", c604},
    {"virNWFilterBindingLookupByPortDev conn nothing", c605},
    {"virNWFilterBindingRef binding other", c606},
    {"virNWFilterBindingRef binding nothing", c607},
    {"virNWFilterDefineXML conn other", c608},
    {"virNWFilterDefineXML conn nothing", c609},
    {"virNWFilterDefineXMLFlags conn other", c610},
    {"virNWFilterDefineXMLFlags conn nothing", c611},
    {"virNWFilterFree nwfilter other", c612},
    {"virNWFilterFree nwfilter nothing", c613},
    {"virNWFilterGetName nwfilter other", c614},
    {"virNWFilterGetName nwfilter nothing", c615},
    {"virNWFilterGetUUID nwfilter other", c616},
    {"virNWFilterGetUUID nwfilter nothing", c617},
    {"virNWFilterGetUUIDString nwfilter other", c618},
    {"virNWFilterGetUUIDString nwfilter nothing", c619},
    {"virNWFilterGetXMLDesc nwfilter other", c620},
    {"virNWFilterGetXMLDesc nwfilter nothing", c621},
    {"virNWFilterLookupByName conn other", c622},
    {"virNWFilterLookupByName conn nothing", c623},
    {"virNWFilterLookupByUUID conn other", c624},
    {"virNWFilterLookupByUUID conn nothing", c625},
    {"virNWFilterLookupByUUIDString conn other", c626},
    {"virNWFilterLookupByUUIDString conn nothing", c627},
    {"virNWFilterRef nwfilter other", c628},
    {"virNWFilterRef nwfilter nothing", c629},
    {"virNWFilterUndefine nwfilter other", c630},
    {"virNWFilterUndefine nwfilter nothing", c631},
    {"virNetworkCreate network other", c632},
    {"virNetworkCreate network nothing", c633},
    {"virNetworkCreateXML conn other", c634},
    {"virNetworkCreateXML conn nothing", c635},
    {"virNetworkCreateXMLFlags conn other", c636},
    {"virNetworkCreateXMLFlags conn nothing", c637},
    {"virNetworkDefineXML conn other", c638},
    {"virNetworkDefineXML conn nothing", c639},
    {"virNetworkDefineXMLFlags conn other", c640},
    {"virNetworkDefineXMLFlags conn nothing", c641},
    {"virNetworkDestroy network other", c642},
    {"virNetworkDestroy network nothing", c643},
    {"virNetworkFree network other", c644},
    {"virNetworkFree network nothing", c645},
    {"virNetworkGetAutostart network other", c646},
    {"virNetworkGetAutostart network nothing", c647},
    {"virNetworkGetBridgeName network other", c648},
    {"virNetworkGetBridgeName network nothing", c649},
    {"virNetworkGetConnect net other", c650},
    {"virNetworkGetConnect net nothing", c651},
    {"virNetworkGetDHCPLeases network other", c652},
    {"virNetworkGetDHCPLeases network nothing", c653},
    {"virNetworkGetName network other", c654},
    {"virNetworkGetName network nothing", c655},
    {"virNetworkGetUUID network other", c656},
    {"virNetworkGetUUID network nothing", c657},
    {"virNetworkGetUUIDString network other", c658},
    {"virNetworkGetUUIDString network nothing", c659},
    {"virNetworkGetXMLDesc network other", c660},
    {"virNetworkGetXMLDesc network nothing", c661},
    {"virNetworkIsActive net other", c662},
    {"virNetworkIsActive net nothing", c663},
    {"virNetworkIsPersistent net other", c664},
    {"virNetworkIsPersistent net nothing", c665},
    {"virNetworkListAllPorts network other", c666},
    {"virNetworkListAllPorts network nothing", c667},
    {"virNetworkLookupByName conn other", c668},
    {"virNetworkLookupByName conn nothing", c669},
    {"virNetworkLookupByUUID conn other", c670},
    {"virNetworkLookupByUUID conn nothing", c671},
    {"virNetworkLookupByUUIDString conn other", c672},
    {"virNetworkLookupByUUIDString conn nothing", c673},
    {"virNetworkPortCreateXML net other", c674},
    {"virNetworkPortCreateXML net nothing", c675},
    {"virNetworkPortDelete port other", c676},
    {"virNetworkPortDelete port nothing", c677},
    {"virNetworkPortFree port other", c678},
    {"virNetworkPortFree port nothing", c679},
    {"virNetworkPortGetNetwork port other", c680},
    {"virNetworkPortGetNetwork port nothing", c681},
    {"virNetworkPortGetParameters port other", c682},
    {"virNetworkPortGetParameters port nothing", c683},
    {"virNetworkPortGetUUID port other", c684},
    {"virNetworkPortGetUUID port nothing", c685},
    {"virNetworkPortGetUUIDString port other", c686},
    {"virNetworkPortGetUUIDString port nothing", c687},
    {"virNetworkPortGetXMLDesc port other", c688},
    {"virNetworkPortGetXMLDesc port nothing", c689},
    {"virNetworkPortLookupByUUID net other", c690},
    {"virNetworkPortLookupByUUID net nothing", c691},
    {"virNetworkPortLookupByUUIDString net other", c692},
    {"virNetworkPortLookupByUUIDString net nothing", c693},
    {"virNetworkPortRef port other", c694},
    {"virNetworkPortRef port nothing", c695},
    {"virNetworkPortSetParameters port other", c696},
    {"virNetworkPortSetParameters port nothing", c697},
    {"virNetworkRef network other", c698},
    {"virNetworkRef network nothing", c699},
    {"virNetworkSetAutostart network other", c700},
    {"virNetworkSetAutostart network nothing", c701},
    {"virNetworkUndefine network other", c702},
    {"virNetworkUndefine network nothing", c703},
    {"virNetworkUpdate network other", c704},
    {"virNetworkUpdate network nothing", c705},
    {"virNodeAllocPages conn other", c706},
    {"virNodeAllocPages conn nothing", c707},
    {"virNodeDeviceCreate dev other", c708},
    {"virNodeDeviceCreate dev nothing", c709},
    {"virNodeDeviceCreateXML conn other", c710},
    {"virNodeDeviceCreateXML conn nothing", c711},
    {"virNodeDeviceDefineXML conn other", c712},
    {"virNodeDeviceDefineXML conn nothing", c713},
    {"virNodeDeviceDestroy dev other", c714},
    {"virNodeDeviceDestroy dev nothing", c715},
    {"virNodeDeviceDetachFlags dev other", c716},
    {"virNodeDeviceDetachFlags dev nothing", c717},
    {"virNodeDeviceDettach dev other", c718},
    {"virNodeDeviceDettach dev nothing", c719},
    {"virNodeDeviceFree dev other", c720},
    {"virNodeDeviceFree dev nothing", c721},
    {"virNodeDeviceGetAutostart dev other", c722},
    {"virNodeDeviceGetAutostart dev nothing", c723},
    {"virNodeDeviceGetName dev other", c724},
    {"virNodeDeviceGetName dev nothing", c725},
    {"virNodeDeviceGetParent dev other", c726},
    {"virNodeDeviceGetParent dev nothing", c727},
    {"virNodeDeviceGetXMLDesc dev other", c728},
    {"virNodeDeviceGetXMLDesc dev nothing", c729},
    {"virNodeDeviceIsActive dev other", c730},
    {"virNodeDeviceIsActive dev nothing", c731},
    {"virNodeDeviceIsPersistent dev other", c732},
    {"virNodeDeviceIsPersistent dev nothing", c733},
    {"virNodeDeviceListCaps dev other", c734},
    {"virNodeDeviceListCaps dev nothing", c735},
    {"virNodeDeviceLookupByName conn other", c736},
    {"virNodeDeviceLookupByName conn nothing", c737},
    {"virNodeDeviceLookupSCSIHostByWWN conn other", c738},
    {"virNodeDeviceLookupSCSIHostByWWN conn nothing", c739},
    {"virNodeDeviceNumOfCaps dev other", c740},
    {"virNodeDeviceNumOfCaps dev nothing", c741},
    {"virNodeDeviceReAttach dev other", c742},
    {"virNodeDeviceReAttach dev nothing", c743},
    {"virNodeDeviceRef dev other", c744},
    {"virNodeDeviceRef dev nothing", c745},
    {"virNodeDeviceReset dev other", c746},
    {"virNodeDeviceReset dev nothing", c747},
    {"virNodeDeviceSetAutostart dev other", c748},
    {"virNodeDeviceSetAutostart dev nothing", c749},
    {"virNodeDeviceUndefine dev other", c750},
    {"virNodeDeviceUndefine dev nothing", c751},
    {"virNodeGetCPUMap conn other", c752},
    {"virNodeGetCPUMap conn nothing", c753},
    {"virNodeGetCPUStats conn other", c754},
    {"virNodeGetCPUStats conn nothing", c755},
    {"virNodeGetCellsFreeMemory conn other", c756},
    {"virNodeGetCellsFreeMemory conn nothing", c757},
    {"virNodeGetFreeMemory conn other", c758},
    {"virNodeGetFreeMemory conn nothing", c759},
    {"virNodeGetFreePages conn other", c760},
    {"virNodeGetFreePages conn nothing", c761},
    {"virNodeGetInfo conn other", c762},
    {"virNodeGetInfo conn nothing", c763},
    {"virNodeGetMemoryParameters conn other", c764},
    {"virNodeGetMemoryParameters conn nothing", c765},
    {"virNodeGetMemoryStats conn other", c766},
    {"virNodeGetMemoryStats conn nothing", c767},
    {"virNodeGetSEVInfo conn other", c768},
    {"virNodeGetSEVInfo conn nothing", c769},
    {"virNodeGetSecurityModel conn other", c770},
    {"virNodeGetSecurityModel conn nothing", c771},
    {"virNodeListDevices conn other", c772},
    {"virNodeListDevices conn nothing", c773},
    {"virNodeNumOfDevices conn other", c774},
    {"virNodeNumOfDevices conn nothing", c775},
    {"virNodeSetMemoryParameters conn other", c776},
    {"virNodeSetMemoryParameters conn nothing", c777},
    {"virNodeSuspendForDuration conn other", c778},
    {"virNodeSuspendForDuration conn nothing", c779},
    {"virSecretDefineXML conn other", c780},
    {"virSecretDefineXML conn nothing", c781},
    {"virSecretFree secret other", c782},
    {"virSecretFree secret nothing", c783},
    {"virSecretGetConnect secret other", c784},
    {"virSecretGetConnect secret nothing", c785},
    {"virSecretGetUUID secret other", c786},
    {"virSecretGetUUID secret nothing", c787},
    {"virSecretGetUUIDString secret other", c788},
    {"virSecretGetUUIDString secret nothing", c789},
    {"virSecretGetUsageID secret other", c790},
    {"virSecretGetUsageID secret nothing", c791},
    {"virSecretGetUsageType secret other", c792},
    {"virSecretGetUsageType secret nothing", c793},
    {"virSecretGetValue secret other", c794},
    {"virSecretGetValue secret nothing", c795},
    {"virSecretGetXMLDesc secret other", c796},
    {"virSecretGetXMLDesc secret nothing", c797},
    {"virSecretLookupByUUID conn other", c798},
    {"virSecretLookupByUUID conn nothing", c799},
    {"virSecretLookupByUUIDString conn other", c800},
    {"virSecretLookupByUUIDString conn nothing", c801},
    {"virSecretLookupByUsage conn other", c802},
    {"virSecretLookupByUsage conn nothing", c803},
    {"virSecretRef secret other", c804},
    {"virSecretRef secret nothing", c805},
    {"virSecretSetValue secret other", c806},
    {"virSecretSetValue secret nothing", c807},
    {"virSecretUndefine secret other", c808},
    {"virSecretUndefine secret nothing", c809},
    {"virStoragePoolBuild pool other", c810},
    {"virStoragePoolBuild pool nothing", c811},
    {"virStoragePoolCreate pool other", c812},
    {"virStoragePoolCreate pool nothing", c813},
    {"virStoragePoolCreateXML conn other", c814},
    {"virStoragePoolCreateXML conn nothing", c815},
    {"virStoragePoolDefineXML conn other", c816},
    {"virStoragePoolDefineXML conn nothing", c817},
    {"virStoragePoolDelete pool other", c818},
    {"virStoragePoolDelete pool nothing", c819},
    {"virStoragePoolDestroy pool other", c820},
    {"virStoragePoolDestroy pool nothing", c821},
    {"virStoragePoolFree pool other", c822},
    {"virStoragePoolFree pool nothing", c823},
    {"virStoragePoolGetAutostart pool other", c824},
    {"virStoragePoolGetAutostart pool nothing", c825},
    {"virStoragePoolGetConnect pool other", c826},
    {"virStoragePoolGetConnect pool nothing", c827},
    {"virStoragePoolGetInfo pool other", c828},
    {"virStoragePoolGetInfo pool nothing", c829},
    {"virStoragePoolGetName pool other", c830},
    {"virStoragePoolGetName pool nothing", c831},
    {"virStoragePoolGetUUID pool other", c832},
    {"virStoragePoolGetUUID pool nothing", c833},
    {"virStoragePoolGetUUIDString pool other", c834},
    {"virStoragePoolGetUUIDString pool nothing", c835},
    {"virStoragePoolGetXMLDesc pool other", c836},
    {"virStoragePoolGetXMLDesc pool nothing", c837},
    {"virStoragePoolIsActive pool other", c838},
    {"virStoragePoolIsActive pool nothing", c839},
    {"virStoragePoolIsPersistent pool other", c840},
    {"virStoragePoolIsPersistent pool nothing", c841},
    {"virStoragePoolListAllVolumes pool other", c842},
    {"virStoragePoolListAllVolumes pool nothing", c843},
    {"virStoragePoolListVolumes pool other", c844},
    {"virStoragePoolListVolumes pool nothing", c845},
    {"virStoragePoolLookupByName conn other", c846},
    {"virStoragePoolLookupByName conn nothing", c847},
    {"virStoragePoolLookupByTargetPath conn other", c848},
    {"virStoragePoolLookupByTargetPath conn nothing", c849},
    {"virStoragePoolLookupByUUID conn other", c850},
    {"virStoragePoolLookupByUUID conn nothing", c851},
    {"virStoragePoolLookupByUUIDString conn other", c852},
    {"virStoragePoolLookupByUUIDString conn nothing", c853},
    {"virStoragePoolLookupByVolume vol other", c854},
    {"virStoragePoolLookupByVolume vol nothing", c855},
    {"virStoragePoolNumOfVolumes pool other", c856},
    {"virStoragePoolNumOfVolumes pool nothing", c857},
    {"virStoragePoolRef pool other", c858},
    {"virStoragePoolRef pool nothing", c859},
    {"virStoragePoolRefresh pool other", c860},
    {"virStoragePoolRefresh pool nothing", c861},
    {"virStoragePoolSetAutostart pool other", c862},
    {"virStoragePoolSetAutostart pool nothing", c863},
    {"virStoragePoolUndefine pool other", c864},
    {"virStoragePoolUndefine pool nothing", c865},
    {"virStorageVolCreateXML pool other", c866},
    {"virStorageVolCreateXML pool nothing", c867},
    {"virStorageVolCreateXMLFrom pool other", c868},
    {"virStorageVolCreateXMLFrom pool nothing", c869},
    {"virStorageVolCreateXMLFrom clonevol other", c870},
    {"virStorageVolCreateXMLFrom clonevol nothing", c871},
    {"virStorageVolDelete vol other", c872},
    {"virStorageVolDelete vol nothing", c873},
    {"virStorageVolDownload vol other", c874},
    {"virStorageVolDownload vol nothing", c875},
    {"virStorageVolDownload stream other", c876},
    {"virStorageVolDownload stream nothing", c877},
    {"virStorageVolFree vol other", c878},
    {"virStorageVolFree vol nothing", c879},
    {"virStorageVolGetConnect vol other", c880},
    {"virStorageVolGetConnect vol nothing", c881},
    {"virStorageVolGetInfo vol other", c882},
    {"virStorageVolGetInfo vol nothing", c883},
    {"virStorageVolGetInfoFlags vol other", c884},
    {"virStorageVolGetInfoFlags vol nothing", c885},
    {"virStorageVolGetKey vol other", c886},
    {"virStorageVolGetKey vol nothing", c887},
    {"virStorageVolGetName vol other", c888},
    {"virStorageVolGetName vol nothing", c889},
    {"virStorageVolGetPath vol other", c890},
    {"virStorageVolGetPath vol nothing", c891},
    {"virStorageVolGetXMLDesc vol other", c892},
    {"virStorageVolGetXMLDesc vol nothing", c893},
    {"virStorageVolLookupByKey conn other", c894},
    {"virStorageVolLookupByKey conn nothing", c895},
    {"virStorageVolLookupByName pool other", c896},
    {"virStorageVolLookupByName pool nothing", c897},
    {"virStorageVolLookupByPath conn other", c898},
    {"virStorageVolLookupByPath conn nothing", c899},
    {"virStorageVolRef vol other", c900},
    {"virStorageVolRef vol nothing", c901},
    {"virStorageVolResize vol other", c902},
    {"virStorageVolResize vol nothing", c903},
    {"virStorageVolUpload vol other", c904},
    {"virStorageVolUpload vol nothing", c905},
    {"virStorageVolUpload stream other", c906},
    {"virStorageVolUpload stream nothing", c907},
    {"virStorageVolWipe vol other", c908},
    {"virStorageVolWipe vol nothing", c909},
    {"virStorageVolWipePattern vol other", c910},
    {"virStorageVolWipePattern vol nothing", c911},
    {"virStreamAbort stream other", c912},
    {"virStreamAbort stream nothing", c913},
    {"virStreamEventAddCallback stream other", c914},
    {"virStreamEventAddCallback stream nothing", c915},
    {"virStreamEventRemoveCallback stream other", c916},
    {"virStreamEventRemoveCallback stream nothing", c917},
    {"virStreamEventUpdateCallback stream other", c918},
    {"virStreamEventUpdateCallback stream nothing", c919},
    {"virStreamFinish stream other", c920},
    {"virStreamFinish stream nothing", c921},
    {"virStreamFree stream other", c922},
    {"virStreamFree stream nothing", c923},
    {"virStreamNew conn other", c924},
    {"virStreamNew conn nothing", c925},
    {"virStreamRecv stream other", c926},
    {"virStreamRecv stream nothing", c927},
    {"virStreamRecvAll stream other", c928},
    {"virStreamRecvAll stream nothing", c929},
    {"virStreamRecvFlags stream other", c930},
    {"virStreamRecvFlags stream nothing", c931},
    {"virStreamRecvHole stream other", c932},
    {"virStreamRecvHole stream nothing", c933},
    {"virStreamRef stream other", c934},
    {"virStreamRef stream nothing", c935},
    {"virStreamSend stream other", c936},
    {"virStreamSend stream nothing", c937},
    {"virStreamSendAll stream other", c938},
    {"virStreamSendAll stream nothing", c939},
    {"virStreamSendHole stream other", c940},
    {"virStreamSendHole stream nothing", c941},
    {"virStreamSparseRecvAll stream other", c942},
    {"virStreamSparseRecvAll stream nothing", c943},
    {"virStreamSparseSendAll stream other", c944},
    {"virStreamSparseSendAll stream nothing", c945},
    {"virConnectDomainQemuMonitorEventDeregister conn other", c946},
    {"virConnectDomainQemuMonitorEventDeregister conn nothing", c947},
    {"virConnectDomainQemuMonitorEventRegister conn other", c948},
    {"virConnectDomainQemuMonitorEventRegister conn nothing", c949},
    {"virConnectDomainQemuMonitorEventRegister dom other", c950},
    {"virConnectDomainQemuMonitorEventRegister dom nothing", c951},
    {"virDomainQemuAgentCommand domain other", c952},
    {"virDomainQemuAgentCommand domain nothing", c953},
    {"virDomainQemuAttach conn other", c954},
    {"virDomainQemuAttach conn nothing", c955},
    {"virDomainQemuMonitorCommand domain other", c956},
    {"virDomainQemuMonitorCommand domain nothing", c957},
    {"virDomainQemuMonitorCommandWithFiles domain other", c958},
    {"virDomainQemuMonitorCommandWithFiles domain nothing", c959},
    {"virDomainLxcEnterCGroup domain other", c960},
    {"virDomainLxcEnterCGroup domain nothing", c961},
    {"virDomainLxcOpenNamespace domain other", c962},
    {"virDomainLxcOpenNamespace domain nothing", c963},
};

int main(int argc, char **argv)
{
    const unsigned int count = sizeof(steps) / sizeof(steps[0]);
    int status = begin(steps, count);
    if (status >= 0)
        return status;
    if ((status = open_objects(argc > 1 ? argv[1] : NULL)) > 0)
        return status;
    run_steps(steps, count, tell);
    close_objects();
    return 0;
}
