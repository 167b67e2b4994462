/* Written by gen_null.py; do not edit. Real objects, other pointers NULL. needs: daemon. A close callback stays registered and keeps the connection:
   leaves handles: 1 */
#include "cases.h"

static void c0(void)
{
    RESULT_OWNED(virConnectBaselineCPU(conn, NULL, 0, 0));
}
static void c1(void)
{
    RESULT_OWNED(virConnectBaselineCPU(conn, NULL, 1, 1));
}
static void c2(void)
{
    RESULT_OWNED(virConnectBaselineHypervisorCPU(conn, NULL, NULL, NULL, NULL, NULL, 0, 0));
}
static void c3(void)
{
    RESULT_OWNED(virConnectBaselineHypervisorCPU(conn, NULL, "x", "x", "x", strings, 0, 0));
}
static void c4(void)
{
    RESULT_OWNED(virConnectBaselineHypervisorCPU(conn, "x", NULL, "x", "x", strings, 0, 0));
}
static void c5(void)
{
    RESULT_OWNED(virConnectBaselineHypervisorCPU(conn, "x", "x", NULL, "x", strings, 0, 0));
}
static void c6(void)
{
    RESULT_OWNED(virConnectBaselineHypervisorCPU(conn, "x", "x", "x", NULL, strings, 0, 0));
}
static void c7(void)
{
    RESULT_OWNED(virConnectBaselineHypervisorCPU(conn, "x", "x", "x", "x", NULL, 0, 0));
}
static void c8(void)
{
    RESULT_OWNED(virConnectBaselineHypervisorCPU(conn, NULL, NULL, NULL, NULL, NULL, 1, 1));
}
static void c9(void)
{
    RESULT_OWNED(virConnectBaselineHypervisorCPU(conn, NULL, "x", "x", "x", strings, 1, 1));
}
static void c10(void)
{
    RESULT_OWNED(virConnectBaselineHypervisorCPU(conn, "x", NULL, "x", "x", strings, 1, 1));
}
static void c11(void)
{
    RESULT_OWNED(virConnectBaselineHypervisorCPU(conn, "x", "x", NULL, "x", strings, 1, 1));
}
static void c12(void)
{
    RESULT_OWNED(virConnectBaselineHypervisorCPU(conn, "x", "x", "x", NULL, strings, 1, 1));
}
static void c13(void)
{
    RESULT_OWNED(virConnectBaselineHypervisorCPU(conn, "x", "x", "x", "x", NULL, 1, 1));
}
static void c14(void)
{
    RESULT_NUMBER(virConnectCompareCPU(conn, NULL, 0));
}
static void c15(void)
{
    RESULT_NUMBER(virConnectCompareCPU(conn, NULL, 1));
}
static void c16(void)
{
    RESULT_NUMBER(virConnectCompareHypervisorCPU(conn, NULL, NULL, NULL, NULL, NULL, 0));
}
static void c17(void)
{
    RESULT_NUMBER(virConnectCompareHypervisorCPU(conn, NULL, "x", "x", "x", "x", 0));
}
static void c18(void)
{
    RESULT_NUMBER(virConnectCompareHypervisorCPU(conn, "x", NULL, "x", "x", "x", 0));
}
static void c19(void)
{
    RESULT_NUMBER(virConnectCompareHypervisorCPU(conn, "x", "x", NULL, "x", "x", 0));
}
static void c20(void)
{
    RESULT_NUMBER(virConnectCompareHypervisorCPU(conn, "x", "x", "x", NULL, "x", 0));
}
static void c21(void)
{
    RESULT_NUMBER(virConnectCompareHypervisorCPU(conn, "x", "x", "x", "x", NULL, 0));
}
static void c22(void)
{
    RESULT_NUMBER(virConnectCompareHypervisorCPU(conn, NULL, NULL, NULL, NULL, NULL, 1));
}
static void c23(void)
{
    RESULT_NUMBER(virConnectCompareHypervisorCPU(conn, NULL, "x", "x", "x", "x", 1));
}
static void c24(void)
{
    RESULT_NUMBER(virConnectCompareHypervisorCPU(conn, "x", NULL, "x", "x", "x", 1));
}
static void c25(void)
{
    RESULT_NUMBER(virConnectCompareHypervisorCPU(conn, "x", "x", NULL, "x", "x", 1));
}
static void c26(void)
{
    RESULT_NUMBER(virConnectCompareHypervisorCPU(conn, "x", "x", "x", NULL, "x", 1));
}
static void c27(void)
{
    RESULT_NUMBER(virConnectCompareHypervisorCPU(conn, "x", "x", "x", "x", NULL, 1));
}
static void c28(void)
{
    RESULT_NUMBER(virConnectDomainEventDeregister(conn, NULL));
}
static void c29(void)
{
    RESULT_NUMBER(virConnectDomainEventRegister(conn, NULL, NULL, NULL));
}
static void c30(void)
{
    RESULT_NUMBER(virConnectDomainEventRegister(conn, NULL, (void *)scratch, (virFreeCallback)nothing));
}
static void c31(void)
{
    RESULT_NUMBER(virConnectDomainEventRegister(conn, (virConnectDomainEventCallback)nothing, NULL, (virFreeCallback)nothing));
}
static void c32(void)
{
    RESULT_NUMBER(virConnectDomainEventRegister(conn, (virConnectDomainEventCallback)nothing, (void *)scratch, NULL));
}
static void c33(void)
{
    RESULT_NUMBER(virConnectDomainEventRegisterAny(conn, NULL, 0, NULL, NULL, NULL));
}
static void c34(void)
{
    RESULT_NUMBER(virConnectDomainEventRegisterAny(conn, dom, 0, NULL, (void *)scratch, (virFreeCallback)nothing));
}
static void c35(void)
{
    RESULT_NUMBER(virConnectDomainEventRegisterAny(conn, dom, 0, (virConnectDomainEventGenericCallback)nothing, NULL, (virFreeCallback)nothing));
}
static void c36(void)
{
    RESULT_NUMBER(virConnectDomainEventRegisterAny(conn, dom, 0, (virConnectDomainEventGenericCallback)nothing, (void *)scratch, NULL));
}
static void c37(void)
{
    RESULT_NUMBER(virConnectDomainEventRegisterAny(conn, NULL, 0, (virConnectDomainEventGenericCallback)nothing, (void *)scratch, (virFreeCallback)nothing));
}
static void c38(void)
{
    RESULT_NUMBER(virConnectDomainEventRegisterAny(conn, NULL, 1, NULL, NULL, NULL));
}
static void c39(void)
{
    RESULT_NUMBER(virConnectDomainEventRegisterAny(conn, dom, 1, NULL, (void *)scratch, (virFreeCallback)nothing));
}
static void c40(void)
{
    RESULT_NUMBER(virConnectDomainEventRegisterAny(conn, dom, 1, (virConnectDomainEventGenericCallback)nothing, NULL, (virFreeCallback)nothing));
}
static void c41(void)
{
    RESULT_NUMBER(virConnectDomainEventRegisterAny(conn, dom, 1, (virConnectDomainEventGenericCallback)nothing, (void *)scratch, NULL));
}
static void c42(void)
{
    RESULT_NUMBER(virConnectDomainEventRegisterAny(conn, NULL, 1, (virConnectDomainEventGenericCallback)nothing, (void *)scratch, (virFreeCallback)nothing));
}
static void c43(void)
{
    RESULT_OWNED(virConnectDomainXMLFromNative(conn, NULL, NULL, 0));
}
static void c44(void)
{
    RESULT_OWNED(virConnectDomainXMLFromNative(conn, NULL, "x", 0));
}
static void c45(void)
{
    RESULT_OWNED(virConnectDomainXMLFromNative(conn, "x", NULL, 0));
}
static void c46(void)
{
    RESULT_OWNED(virConnectDomainXMLFromNative(conn, NULL, NULL, 1));
}
static void c47(void)
{
    RESULT_OWNED(virConnectDomainXMLFromNative(conn, NULL, "x", 1));
}
static void c48(void)
{
    RESULT_OWNED(virConnectDomainXMLFromNative(conn, "x", NULL, 1));
}
static void c49(void)
{
    RESULT_OWNED(virConnectDomainXMLToNative(conn, NULL, NULL, 0));
}
static void c50(void)
{
    RESULT_OWNED(virConnectDomainXMLToNative(conn, NULL, "x", 0));
}
static void c51(void)
{
    RESULT_OWNED(virConnectDomainXMLToNative(conn, "x", NULL, 0));
}
static void c52(void)
{
    RESULT_OWNED(virConnectDomainXMLToNative(conn, NULL, NULL, 1));
}
static void c53(void)
{
    RESULT_OWNED(virConnectDomainXMLToNative(conn, NULL, "x", 1));
}
static void c54(void)
{
    RESULT_OWNED(virConnectDomainXMLToNative(conn, "x", NULL, 1));
}
static void c55(void)
{
    RESULT_OWNED(virConnectFindStoragePoolSources(conn, NULL, NULL, 0));
}
static void c56(void)
{
    RESULT_OWNED(virConnectFindStoragePoolSources(conn, NULL, "x", 0));
}
static void c57(void)
{
    RESULT_OWNED(virConnectFindStoragePoolSources(conn, "x", NULL, 0));
}
static void c58(void)
{
    RESULT_OWNED(virConnectFindStoragePoolSources(conn, NULL, NULL, 1));
}
static void c59(void)
{
    RESULT_OWNED(virConnectFindStoragePoolSources(conn, NULL, "x", 1));
}
static void c60(void)
{
    RESULT_OWNED(virConnectFindStoragePoolSources(conn, "x", NULL, 1));
}
static void c61(void)
{
    RESULT_NUMBER(virConnectGetAllDomainStats(conn, 0, NULL, 0));
}
static void c62(void)
{
    RESULT_NUMBER(virConnectGetAllDomainStats(conn, 1, NULL, 1));
}
static void c63(void)
{
    RESULT_NUMBER(virConnectGetCPUModelNames(conn, NULL, NULL, 0));
}
static void c64(void)
{
    RESULT_NUMBER(virConnectGetCPUModelNames(conn, NULL, (void *)scratch, 0));
}
static void c65(void)
{
    RESULT_NUMBER(virConnectGetCPUModelNames(conn, "x", NULL, 0));
}
static void c66(void)
{
    RESULT_NUMBER(virConnectGetCPUModelNames(conn, NULL, NULL, 1));
}
static void c67(void)
{
    RESULT_NUMBER(virConnectGetCPUModelNames(conn, NULL, (void *)scratch, 1));
}
static void c68(void)
{
    RESULT_NUMBER(virConnectGetCPUModelNames(conn, "x", NULL, 1));
}
static void c69(void)
{
    RESULT_OWNED(virConnectGetDomainCapabilities(conn, NULL, NULL, NULL, NULL, 0));
}
static void c70(void)
{
    RESULT_OWNED(virConnectGetDomainCapabilities(conn, NULL, "x", "x", "x", 0));
}
static void c71(void)
{
    RESULT_OWNED(virConnectGetDomainCapabilities(conn, "x", NULL, "x", "x", 0));
}
static void c72(void)
{
    RESULT_OWNED(virConnectGetDomainCapabilities(conn, "x", "x", NULL, "x", 0));
}
static void c73(void)
{
    RESULT_OWNED(virConnectGetDomainCapabilities(conn, "x", "x", "x", NULL, 0));
}
static void c74(void)
{
    RESULT_OWNED(virConnectGetDomainCapabilities(conn, NULL, NULL, NULL, NULL, 1));
}
static void c75(void)
{
    RESULT_OWNED(virConnectGetDomainCapabilities(conn, NULL, "x", "x", "x", 1));
}
static void c76(void)
{
    RESULT_OWNED(virConnectGetDomainCapabilities(conn, "x", NULL, "x", "x", 1));
}
static void c77(void)
{
    RESULT_OWNED(virConnectGetDomainCapabilities(conn, "x", "x", NULL, "x", 1));
}
static void c78(void)
{
    RESULT_OWNED(virConnectGetDomainCapabilities(conn, "x", "x", "x", NULL, 1));
}
static void c79(void)
{
    RESULT_NUMBER(virConnectGetLibVersion(conn, NULL));
}
static void c80(void)
{
    RESULT_NUMBER(virConnectGetMaxVcpus(conn, NULL));
}
static void c81(void)
{
    RESULT_NUMBER(virConnectGetVersion(conn, NULL));
}
static void c82(void)
{
    RESULT_NUMBER(virConnectListAllDomains(conn, NULL, 0));
}
static void c83(void)
{
    RESULT_NUMBER(virConnectListAllDomains(conn, NULL, 1));
}
static void c84(void)
{
    RESULT_NUMBER(virConnectListAllInterfaces(conn, NULL, 0));
}
static void c85(void)
{
    RESULT_NUMBER(virConnectListAllInterfaces(conn, NULL, 1));
}
static void c86(void)
{
    RESULT_NUMBER(virConnectListAllNWFilterBindings(conn, NULL, 0));
}
static void c87(void)
{
    RESULT_NUMBER(virConnectListAllNWFilterBindings(conn, NULL, 1));
}
static void c88(void)
{
    RESULT_NUMBER(virConnectListAllNWFilters(conn, NULL, 0));
}
static void c89(void)
{
    RESULT_NUMBER(virConnectListAllNWFilters(conn, NULL, 1));
}
static void c90(void)
{
    RESULT_NUMBER(virConnectListAllNetworks(conn, NULL, 0));
}
static void c91(void)
{
    RESULT_NUMBER(virConnectListAllNetworks(conn, NULL, 1));
}
static void c92(void)
{
    RESULT_NUMBER(virConnectListAllNodeDevices(conn, NULL, 0));
}
static void c93(void)
{
    RESULT_NUMBER(virConnectListAllNodeDevices(conn, NULL, 1));
}
static void c94(void)
{
    RESULT_NUMBER(virConnectListAllSecrets(conn, NULL, 0));
}
static void c95(void)
{
    RESULT_NUMBER(virConnectListAllSecrets(conn, NULL, 1));
}
static void c96(void)
{
    RESULT_NUMBER(virConnectListAllStoragePools(conn, NULL, 0));
}
static void c97(void)
{
    RESULT_NUMBER(virConnectListAllStoragePools(conn, NULL, 1));
}
static void c98(void)
{
    RESULT_NUMBER(virConnectListDefinedDomains(conn, NULL, 0));
}
static void c99(void)
{
    RESULT_NUMBER(virConnectListDefinedDomains(conn, NULL, 1));
}
static void c100(void)
{
    RESULT_NUMBER(virConnectListDefinedInterfaces(conn, NULL, 0));
}
static void c101(void)
{
    RESULT_NUMBER(virConnectListDefinedInterfaces(conn, NULL, 1));
}
static void c102(void)
{
    RESULT_NUMBER(virConnectListDefinedNetworks(conn, NULL, 0));
}
static void c103(void)
{
    RESULT_NUMBER(virConnectListDefinedNetworks(conn, NULL, 1));
}
static void c104(void)
{
    RESULT_NUMBER(virConnectListDefinedStoragePools(conn, NULL, 0));
}
static void c105(void)
{
    RESULT_NUMBER(virConnectListDefinedStoragePools(conn, NULL, 1));
}
static void c106(void)
{
    RESULT_NUMBER(virConnectListDomains(conn, NULL, 0));
}
static void c107(void)
{
    RESULT_NUMBER(virConnectListDomains(conn, NULL, 1));
}
static void c108(void)
{
    RESULT_NUMBER(virConnectListInterfaces(conn, NULL, 0));
}
static void c109(void)
{
    RESULT_NUMBER(virConnectListInterfaces(conn, NULL, 1));
}
static void c110(void)
{
    RESULT_NUMBER(virConnectListNWFilters(conn, NULL, 0));
}
static void c111(void)
{
    RESULT_NUMBER(virConnectListNWFilters(conn, NULL, 1));
}
static void c112(void)
{
    RESULT_NUMBER(virConnectListNetworks(conn, NULL, 0));
}
static void c113(void)
{
    RESULT_NUMBER(virConnectListNetworks(conn, NULL, 1));
}
static void c114(void)
{
    RESULT_NUMBER(virConnectListSecrets(conn, NULL, 0));
}
static void c115(void)
{
    RESULT_NUMBER(virConnectListSecrets(conn, NULL, 1));
}
static void c116(void)
{
    RESULT_NUMBER(virConnectListStoragePools(conn, NULL, 0));
}
static void c117(void)
{
    RESULT_NUMBER(virConnectListStoragePools(conn, NULL, 1));
}
static void c118(void)
{
    RESULT_NUMBER(virConnectNetworkEventRegisterAny(conn, NULL, 0, NULL, NULL, NULL));
}
static void c119(void)
{
    RESULT_NUMBER(virConnectNetworkEventRegisterAny(conn, net, 0, NULL, (void *)scratch, (virFreeCallback)nothing));
}
static void c120(void)
{
    RESULT_NUMBER(virConnectNetworkEventRegisterAny(conn, net, 0, (virConnectNetworkEventGenericCallback)nothing, NULL, (virFreeCallback)nothing));
}
static void c121(void)
{
    RESULT_NUMBER(virConnectNetworkEventRegisterAny(conn, net, 0, (virConnectNetworkEventGenericCallback)nothing, (void *)scratch, NULL));
}
static void c122(void)
{
    RESULT_NUMBER(virConnectNetworkEventRegisterAny(conn, NULL, 0, (virConnectNetworkEventGenericCallback)nothing, (void *)scratch, (virFreeCallback)nothing));
}
static void c123(void)
{
    RESULT_NUMBER(virConnectNetworkEventRegisterAny(conn, NULL, 1, NULL, NULL, NULL));
}
static void c124(void)
{
    RESULT_NUMBER(virConnectNetworkEventRegisterAny(conn, net, 1, NULL, (void *)scratch, (virFreeCallback)nothing));
}
static void c125(void)
{
    RESULT_NUMBER(virConnectNodeDeviceEventRegisterAny(conn, NULL, 0, NULL, NULL, NULL));
}
static void c126(void)
{
    RESULT_NUMBER(virConnectNodeDeviceEventRegisterAny(conn, dev, 0, NULL, (void *)scratch, (virFreeCallback)nothing));
}
static void c127(void)
{
    RESULT_NUMBER(virConnectNodeDeviceEventRegisterAny(conn, dev, 0, (virConnectNodeDeviceEventGenericCallback)nothing, NULL, (virFreeCallback)nothing));
}
static void c128(void)
{
    RESULT_NUMBER(virConnectNodeDeviceEventRegisterAny(conn, dev, 0, (virConnectNodeDeviceEventGenericCallback)nothing, (void *)scratch, NULL));
}
static void c129(void)
{
    RESULT_NUMBER(virConnectNodeDeviceEventRegisterAny(conn, NULL, 0, (virConnectNodeDeviceEventGenericCallback)nothing, (void *)scratch, (virFreeCallback)nothing));
}
static void c130(void)
{
    RESULT_NUMBER(virConnectNodeDeviceEventRegisterAny(conn, NULL, 1, NULL, NULL, NULL));
}
static void c131(void)
{
    RESULT_NUMBER(virConnectNodeDeviceEventRegisterAny(conn, dev, 1, NULL, (void *)scratch, (virFreeCallback)nothing));
}
static void c132(void)
{
    RESULT_NUMBER(virConnectNodeDeviceEventRegisterAny(conn, dev, 1, (virConnectNodeDeviceEventGenericCallback)nothing, NULL, (virFreeCallback)nothing));
}
static void c133(void)
{
    RESULT_NUMBER(virConnectNodeDeviceEventRegisterAny(conn, dev, 1, (virConnectNodeDeviceEventGenericCallback)nothing, (void *)scratch, NULL));
}
static void c134(void)
{
    RESULT_NUMBER(virConnectNodeDeviceEventRegisterAny(conn, NULL, 1, (virConnectNodeDeviceEventGenericCallback)nothing, (void *)scratch, (virFreeCallback)nothing));
}
static void c135(void)
{
    RESULT_NUMBER(virConnectRegisterCloseCallback(conn, NULL, NULL, NULL));
}
static void c136(void)
{
    RESULT_NUMBER(virConnectRegisterCloseCallback(conn, NULL, (void *)scratch, (virFreeCallback)nothing));
}
static void c137(void)
{
    RESULT_NUMBER(virConnectRegisterCloseCallback(conn, (virConnectCloseFunc)nothing, NULL, (virFreeCallback)nothing));
}
static void c138(void)
{
    RESULT_NUMBER(virConnectRegisterCloseCallback(conn, (virConnectCloseFunc)nothing, (void *)scratch, NULL));
}
static void c139(void)
{
    RESULT_NUMBER(virConnectSetIdentity(conn, NULL, 0, 0));
}
static void c140(void)
{
    RESULT_NUMBER(virConnectStoragePoolEventRegisterAny(conn, NULL, 0, NULL, NULL, NULL));
}
static void c141(void)
{
    RESULT_NUMBER(virConnectStoragePoolEventRegisterAny(conn, pool, 0, NULL, (void *)scratch, (virFreeCallback)nothing));
}
static void c142(void)
{
    RESULT_NUMBER(virConnectStoragePoolEventRegisterAny(conn, pool, 0, (virConnectStoragePoolEventGenericCallback)nothing, NULL, (virFreeCallback)nothing));
}
static void c143(void)
{
    RESULT_NUMBER(virConnectStoragePoolEventRegisterAny(conn, pool, 0, (virConnectStoragePoolEventGenericCallback)nothing, (void *)scratch, NULL));
}
static void c144(void)
{
    RESULT_NUMBER(virConnectStoragePoolEventRegisterAny(conn, NULL, 0, (virConnectStoragePoolEventGenericCallback)nothing, (void *)scratch, (virFreeCallback)nothing));
}
static void c145(void)
{
    RESULT_NUMBER(virConnectStoragePoolEventRegisterAny(conn, NULL, 1, NULL, NULL, NULL));
}
static void c146(void)
{
    RESULT_NUMBER(virConnectStoragePoolEventRegisterAny(conn, pool, 1, NULL, (void *)scratch, (virFreeCallback)nothing));
}
static void c147(void)
{
    RESULT_NUMBER(virConnectStoragePoolEventRegisterAny(conn, pool, 1, (virConnectStoragePoolEventGenericCallback)nothing, NULL, (virFreeCallback)nothing));
}
static void c148(void)
{
    RESULT_NUMBER(virConnectStoragePoolEventRegisterAny(conn, pool, 1, (virConnectStoragePoolEventGenericCallback)nothing, (void *)scratch, NULL));
}
static void c149(void)
{
    RESULT_NUMBER(virConnectStoragePoolEventRegisterAny(conn, NULL, 1, (virConnectStoragePoolEventGenericCallback)nothing, (void *)scratch, (virFreeCallback)nothing));
}
static void c150(void)
{
    RESULT_NUMBER(virConnectUnregisterCloseCallback(conn, NULL));
}
static void c151(void)
{
    RESULT_NUMBER(virDomainAttachDevice(dom, NULL));
}
static void c152(void)
{
    RESULT_NUMBER(virDomainAttachDeviceFlags(dom, NULL, 0));
}
static void c153(void)
{
    RESULT_NUMBER(virDomainAttachDeviceFlags(dom, NULL, 1));
}
static void c154(void)
{
    RESULT_NUMBER(virDomainAuthorizedSSHKeysGet(dom, NULL, NULL, 0));
}
static void c155(void)
{
    RESULT_NUMBER(virDomainAuthorizedSSHKeysGet(dom, NULL, (void *)scratch, 0));
}
static void c156(void)
{
    RESULT_NUMBER(virDomainAuthorizedSSHKeysGet(dom, "x", NULL, 0));
}
static void c157(void)
{
    RESULT_NUMBER(virDomainAuthorizedSSHKeysGet(dom, NULL, NULL, 1));
}
static void c158(void)
{
    RESULT_NUMBER(virDomainAuthorizedSSHKeysGet(dom, NULL, (void *)scratch, 1));
}
static void c159(void)
{
    RESULT_NUMBER(virDomainAuthorizedSSHKeysGet(dom, "x", NULL, 1));
}
static void c160(void)
{
    RESULT_NUMBER(virDomainAuthorizedSSHKeysSet(dom, NULL, NULL, 0, 0));
}
static void c161(void)
{
    RESULT_NUMBER(virDomainAuthorizedSSHKeysSet(dom, NULL, strings, 0, 0));
}
static void c162(void)
{
    RESULT_NUMBER(virDomainAuthorizedSSHKeysSet(dom, "x", NULL, 0, 0));
}
static void c163(void)
{
    RESULT_NUMBER(virDomainAuthorizedSSHKeysSet(dom, NULL, NULL, 1, 1));
}
static void c164(void)
{
    RESULT_NUMBER(virDomainAuthorizedSSHKeysSet(dom, NULL, strings, 1, 1));
}
static void c165(void)
{
    RESULT_NUMBER(virDomainAuthorizedSSHKeysSet(dom, "x", NULL, 1, 1));
}
static void c166(void)
{
    RESULT_NUMBER(virDomainBackupBegin(dom, NULL, NULL, 0));
}
static void c167(void)
{
    RESULT_NUMBER(virDomainBackupBegin(dom, NULL, "x", 0));
}
static void c168(void)
{
    RESULT_NUMBER(virDomainBackupBegin(dom, "x", NULL, 0));
}
static void c169(void)
{
    RESULT_NUMBER(virDomainBackupBegin(dom, NULL, NULL, 1));
}
static void c170(void)
{
    RESULT_NUMBER(virDomainBackupBegin(dom, NULL, "x", 1));
}
static void c171(void)
{
    RESULT_NUMBER(virDomainBackupBegin(dom, "x", NULL, 1));
}
static void c172(void)
{
    RESULT_NUMBER(virDomainBlockCommit(dom, NULL, NULL, NULL, 0, 0));
}
static void c173(void)
{
    RESULT_NUMBER(virDomainBlockCommit(dom, NULL, "x", "x", 0, 0));
}
static void c174(void)
{
    RESULT_NUMBER(virDomainBlockCommit(dom, "x", NULL, "x", 0, 0));
}
static void c175(void)
{
    RESULT_NUMBER(virDomainBlockCommit(dom, "x", "x", NULL, 0, 0));
}
static void c176(void)
{
    RESULT_NUMBER(virDomainBlockCommit(dom, NULL, NULL, NULL, 1, 1));
}
static void c177(void)
{
    RESULT_NUMBER(virDomainBlockCommit(dom, NULL, "x", "x", 1, 1));
}
static void c178(void)
{
    RESULT_NUMBER(virDomainBlockCommit(dom, "x", NULL, "x", 1, 1));
}
static void c179(void)
{
    RESULT_NUMBER(virDomainBlockCommit(dom, "x", "x", NULL, 1, 1));
}
static void c180(void)
{
    RESULT_NUMBER(virDomainBlockCopy(dom, NULL, NULL, NULL, 0, 0));
}
static void c181(void)
{
    RESULT_NUMBER(virDomainBlockCopy(dom, NULL, "x", (void *)scratch, 0, 0));
}
static void c182(void)
{
    RESULT_NUMBER(virDomainBlockCopy(dom, "x", NULL, (void *)scratch, 0, 0));
}
static void c183(void)
{
    RESULT_NUMBER(virDomainBlockCopy(dom, "x", "x", NULL, 0, 0));
}
static void c184(void)
{
    RESULT_NUMBER(virDomainBlockCopy(dom, NULL, NULL, NULL, 1, 1));
}
static void c185(void)
{
    RESULT_NUMBER(virDomainBlockCopy(dom, NULL, "x", (void *)scratch, 1, 1));
}
static void c186(void)
{
    RESULT_NUMBER(virDomainBlockCopy(dom, "x", NULL, (void *)scratch, 1, 1));
}
static void c187(void)
{
    RESULT_NUMBER(virDomainBlockCopy(dom, "x", "x", NULL, 1, 1));
}
static void c188(void)
{
    RESULT_NUMBER(virDomainBlockJobAbort(dom, NULL, 0));
}
static void c189(void)
{
    RESULT_NUMBER(virDomainBlockJobAbort(dom, NULL, 1));
}
static void c190(void)
{
    RESULT_NUMBER(virDomainBlockJobSetSpeed(dom, NULL, 0, 0));
}
static void c191(void)
{
    RESULT_NUMBER(virDomainBlockJobSetSpeed(dom, NULL, 1, 1));
}
static void c192(void)
{
    RESULT_NUMBER(virDomainBlockPeek(dom, NULL, 0, 0, NULL, 0));
}
static void c193(void)
{
    RESULT_NUMBER(virDomainBlockPeek(dom, NULL, 0, 0, (void *)scratch, 0));
}
static void c194(void)
{
    RESULT_NUMBER(virDomainBlockPeek(dom, "x", 0, 0, NULL, 0));
}
static void c195(void)
{
    RESULT_NUMBER(virDomainBlockPeek(dom, NULL, 1, 1, NULL, 1));
}
static void c196(void)
{
    RESULT_NUMBER(virDomainBlockPeek(dom, NULL, 1, 1, (void *)scratch, 1));
}
static void c197(void)
{
    RESULT_NUMBER(virDomainBlockPeek(dom, "x", 1, 1, NULL, 1));
}
static void c198(void)
{
    RESULT_NUMBER(virDomainBlockPull(dom, NULL, 0, 0));
}
static void c199(void)
{
    RESULT_NUMBER(virDomainBlockPull(dom, NULL, 1, 1));
}
static void c200(void)
{
    RESULT_NUMBER(virDomainBlockRebase(dom, NULL, NULL, 0, 0));
}
static void c201(void)
{
    RESULT_NUMBER(virDomainBlockRebase(dom, NULL, "x", 0, 0));
}
static void c202(void)
{
    RESULT_NUMBER(virDomainBlockRebase(dom, "x", NULL, 0, 0));
}
static void c203(void)
{
    RESULT_NUMBER(virDomainBlockRebase(dom, NULL, NULL, 1, 1));
}
static void c204(void)
{
    RESULT_NUMBER(virDomainBlockRebase(dom, NULL, "x", 1, 1));
}
static void c205(void)
{
    RESULT_NUMBER(virDomainBlockRebase(dom, "x", NULL, 1, 1));
}
static void c206(void)
{
    RESULT_NUMBER(virDomainBlockResize(dom, NULL, 0, 0));
}
static void c207(void)
{
    RESULT_NUMBER(virDomainBlockResize(dom, NULL, 1, 1));
}
static void c208(void)
{
    RESULT_NUMBER(virDomainBlockStats(dom, NULL, NULL, 0));
}
static void c209(void)
{
    RESULT_NUMBER(virDomainBlockStats(dom, NULL, (void *)scratch, 0));
}
static void c210(void)
{
    RESULT_NUMBER(virDomainBlockStats(dom, "x", NULL, 0));
}
static void c211(void)
{
    RESULT_NUMBER(virDomainBlockStats(dom, NULL, NULL, 1));
}
static void c212(void)
{
    RESULT_NUMBER(virDomainBlockStats(dom, NULL, (void *)scratch, 1));
}
static void c213(void)
{
    RESULT_NUMBER(virDomainBlockStats(dom, "x", NULL, 1));
}
static void c214(void)
{
    RESULT_NUMBER(virDomainBlockStatsFlags(dom, NULL, NULL, NULL, 0));
}
static void c215(void)
{
    RESULT_NUMBER(virDomainBlockStatsFlags(dom, NULL, (void *)scratch, (void *)scratch, 0));
}
static void c216(void)
{
    RESULT_NUMBER(virDomainBlockStatsFlags(dom, "x", NULL, (void *)scratch, 0));
}
static void c217(void)
{
    RESULT_NUMBER(virDomainBlockStatsFlags(dom, "x", (void *)scratch, NULL, 0));
}
static void c218(void)
{
    RESULT_NUMBER(virDomainBlockStatsFlags(dom, NULL, NULL, NULL, 1));
}
static void c219(void)
{
    RESULT_NUMBER(virDomainBlockStatsFlags(dom, NULL, (void *)scratch, (void *)scratch, 1));
}
static void c220(void)
{
    RESULT_NUMBER(virDomainBlockStatsFlags(dom, "x", NULL, (void *)scratch, 1));
}
static void c221(void)
{
    RESULT_NUMBER(virDomainBlockStatsFlags(dom, "x", (void *)scratch, NULL, 1));
}
static void c222(void)
{
    RESULT_POINTER(virDomainCheckpointCreateXML(dom, NULL, 0));
}
static void c223(void)
{
    RESULT_POINTER(virDomainCheckpointCreateXML(dom, NULL, 1));
}
static void c224(void)
{
    RESULT_POINTER(virDomainCheckpointLookupByName(dom, NULL, 0));
}
static void c225(void)
{
    RESULT_POINTER(virDomainCheckpointLookupByName(dom, NULL, 1));
}
static void c226(void)
{
    RESULT_NUMBER(virDomainCoreDump(dom, NULL, 0));
}
static void c227(void)
{
    RESULT_NUMBER(virDomainCoreDump(dom, NULL, 1));
}
static void c228(void)
{
    RESULT_NUMBER(virDomainCoreDumpWithFormat(dom, NULL, 0, 0));
}
static void c229(void)
{
    RESULT_NUMBER(virDomainCoreDumpWithFormat(dom, NULL, 1, 1));
}
static void c230(void)
{
    RESULT_POINTER(virDomainCreateLinux(conn, NULL, 0));
}
static void c231(void)
{
    RESULT_POINTER(virDomainCreateLinux(conn, NULL, 1));
}
static void c232(void)
{
    RESULT_NUMBER(virDomainCreateWithFiles(dom, 0, NULL, 0));
}
static void c233(void)
{
    RESULT_POINTER(virDomainCreateXML(conn, NULL, 0));
}
static void c234(void)
{
    RESULT_POINTER(virDomainCreateXML(conn, NULL, 1));
}
static void c235(void)
{
    RESULT_POINTER(virDomainCreateXMLWithFiles(conn, NULL, 0, NULL, 0));
}
static void c236(void)
{
    RESULT_POINTER(virDomainCreateXMLWithFiles(conn, NULL, 0, (void *)scratch, 0));
}
static void c237(void)
{
    RESULT_POINTER(virDomainCreateXMLWithFiles(conn, "x", 0, NULL, 0));
}
static void c238(void)
{
    RESULT_POINTER(virDomainCreateXMLWithFiles(conn, NULL, 1, NULL, 1));
}
static void c239(void)
{
    RESULT_POINTER(virDomainCreateXMLWithFiles(conn, NULL, 1, (void *)scratch, 1));
}
static void c240(void)
{
    RESULT_POINTER(virDomainDefineXML(conn, NULL));
}
static void c241(void)
{
    RESULT_POINTER(virDomainDefineXMLFlags(conn, NULL, 0));
}
static void c242(void)
{
    RESULT_POINTER(virDomainDefineXMLFlags(conn, NULL, 1));
}
static void c243(void)
{
    RESULT_NUMBER(virDomainDetachDevice(dom, NULL));
}
static void c244(void)
{
    RESULT_NUMBER(virDomainDetachDeviceAlias(dom, NULL, 0));
}
static void c245(void)
{
    RESULT_NUMBER(virDomainDetachDeviceAlias(dom, NULL, 1));
}
static void c246(void)
{
    RESULT_NUMBER(virDomainDetachDeviceFlags(dom, NULL, 0));
}
static void c247(void)
{
    RESULT_NUMBER(virDomainDetachDeviceFlags(dom, NULL, 1));
}
static void c248(void)
{
    RESULT_NUMBER(virDomainFDAssociate(dom, NULL, 0, NULL, 0));
}
static void c249(void)
{
    RESULT_NUMBER(virDomainFDAssociate(dom, NULL, 0, (void *)scratch, 0));
}
static void c250(void)
{
    RESULT_NUMBER(virDomainFDAssociate(dom, "x", 0, NULL, 0));
}
static void c251(void)
{
    RESULT_NUMBER(virDomainFDAssociate(dom, NULL, 1, NULL, 1));
}
static void c252(void)
{
    RESULT_NUMBER(virDomainFDAssociate(dom, NULL, 1, (void *)scratch, 1));
}
static void c253(void)
{
    RESULT_NUMBER(virDomainFDAssociate(dom, "x", 1, NULL, 1));
}
static void c254(void)
{
    RESULT_NUMBER(virDomainFSFreeze(dom, NULL, 0, 0));
}
static void c255(void)
{
    RESULT_NUMBER(virDomainFSFreeze(dom, NULL, 1, 1));
}
static void c256(void)
{
    RESULT_NUMBER(virDomainFSThaw(dom, NULL, 0, 0));
}
static void c257(void)
{
    RESULT_NUMBER(virDomainFSThaw(dom, NULL, 1, 1));
}
static void c258(void)
{
    RESULT_NUMBER(virDomainFSTrim(dom, NULL, 0, 0));
}
static void c259(void)
{
    RESULT_NUMBER(virDomainFSTrim(dom, NULL, 1, 1));
}
static void c260(void)
{
    RESULT_NUMBER(virDomainGetAutostart(dom, NULL));
}
static void c261(void)
{
    RESULT_NUMBER(virDomainGetBlkioParameters(dom, NULL, NULL, 0));
}
static void c262(void)
{
    RESULT_NUMBER(virDomainGetBlkioParameters(dom, NULL, (void *)scratch, 0));
}
static void c263(void)
{
    RESULT_NUMBER(virDomainGetBlkioParameters(dom, (void *)scratch, NULL, 0));
}
static void c264(void)
{
    RESULT_NUMBER(virDomainGetBlkioParameters(dom, NULL, NULL, 1));
}
static void c265(void)
{
    RESULT_NUMBER(virDomainGetBlkioParameters(dom, NULL, (void *)scratch, 1));
}
static void c266(void)
{
    RESULT_NUMBER(virDomainGetBlkioParameters(dom, (void *)scratch, NULL, 1));
}
static void c267(void)
{
    RESULT_NUMBER(virDomainGetBlockInfo(dom, NULL, NULL, 0));
}
static void c268(void)
{
    RESULT_NUMBER(virDomainGetBlockInfo(dom, NULL, (void *)scratch, 0));
}
static void c269(void)
{
    RESULT_NUMBER(virDomainGetBlockInfo(dom, "x", NULL, 0));
}
static void c270(void)
{
    RESULT_NUMBER(virDomainGetBlockInfo(dom, NULL, NULL, 1));
}
static void c271(void)
{
    RESULT_NUMBER(virDomainGetBlockInfo(dom, NULL, (void *)scratch, 1));
}
static void c272(void)
{
    RESULT_NUMBER(virDomainGetBlockInfo(dom, "x", NULL, 1));
}
static void c273(void)
{
    RESULT_NUMBER(virDomainGetBlockIoTune(dom, NULL, NULL, NULL, 0));
}
static void c274(void)
{
    RESULT_NUMBER(virDomainGetBlockIoTune(dom, NULL, (void *)scratch, (void *)scratch, 0));
}
static void c275(void)
{
    RESULT_NUMBER(virDomainGetBlockIoTune(dom, "x", NULL, (void *)scratch, 0));
}
static void c276(void)
{
    RESULT_NUMBER(virDomainGetBlockIoTune(dom, "x", (void *)scratch, NULL, 0));
}
static void c277(void)
{
    RESULT_NUMBER(virDomainGetBlockIoTune(dom, NULL, NULL, NULL, 1));
}
static void c278(void)
{
    RESULT_NUMBER(virDomainGetBlockIoTune(dom, NULL, (void *)scratch, (void *)scratch, 1));
}
static void c279(void)
{
    RESULT_NUMBER(virDomainGetBlockIoTune(dom, "x", NULL, (void *)scratch, 1));
}
static void c280(void)
{
    RESULT_NUMBER(virDomainGetBlockIoTune(dom, "x", (void *)scratch, NULL, 1));
}
static void c281(void)
{
    RESULT_NUMBER(virDomainGetBlockJobInfo(dom, NULL, NULL, 0));
}
static void c282(void)
{
    RESULT_NUMBER(virDomainGetBlockJobInfo(dom, NULL, (void *)scratch, 0));
}
static void c283(void)
{
    RESULT_NUMBER(virDomainGetBlockJobInfo(dom, "x", NULL, 0));
}
static void c284(void)
{
    RESULT_NUMBER(virDomainGetBlockJobInfo(dom, NULL, NULL, 1));
}
static void c285(void)
{
    RESULT_NUMBER(virDomainGetBlockJobInfo(dom, NULL, (void *)scratch, 1));
}
static void c286(void)
{
    RESULT_NUMBER(virDomainGetBlockJobInfo(dom, "x", NULL, 1));
}
static void c287(void)
{
    RESULT_NUMBER(virDomainGetCPUStats(dom, NULL, 0, 0, 0, 0));
}
static void c288(void)
{
    RESULT_NUMBER(virDomainGetCPUStats(dom, NULL, 1, 1, 1, 1));
}
static void c289(void)
{
    RESULT_NUMBER(virDomainGetControlInfo(dom, NULL, 0));
}
static void c290(void)
{
    RESULT_NUMBER(virDomainGetControlInfo(dom, NULL, 1));
}
static void c291(void)
{
    RESULT_NUMBER(virDomainGetDiskErrors(dom, NULL, 0, 0));
}
static void c292(void)
{
    RESULT_NUMBER(virDomainGetDiskErrors(dom, NULL, 1, 1));
}
static void c293(void)
{
    RESULT_NUMBER(virDomainGetEmulatorPinInfo(dom, NULL, 0, 0));
}
static void c294(void)
{
    RESULT_NUMBER(virDomainGetEmulatorPinInfo(dom, NULL, 1, 1));
}
static void c295(void)
{
    RESULT_NUMBER(virDomainGetFSInfo(dom, NULL, 0));
}
static void c296(void)
{
    RESULT_NUMBER(virDomainGetFSInfo(dom, NULL, 1));
}
static void c297(void)
{
    RESULT_NUMBER(virDomainGetGuestInfo(dom, 0, NULL, NULL, 0));
}
static void c298(void)
{
    RESULT_NUMBER(virDomainGetGuestInfo(dom, 0, NULL, (void *)scratch, 0));
}
static void c299(void)
{
    RESULT_NUMBER(virDomainGetGuestInfo(dom, 0, (void *)scratch, NULL, 0));
}
static void c300(void)
{
    RESULT_NUMBER(virDomainGetGuestInfo(dom, 1, NULL, NULL, 1));
}
static void c301(void)
{
    RESULT_NUMBER(virDomainGetGuestInfo(dom, 1, NULL, (void *)scratch, 1));
}
static void c302(void)
{
    RESULT_NUMBER(virDomainGetGuestInfo(dom, 1, (void *)scratch, NULL, 1));
}
static void c303(void)
{
    RESULT_NUMBER(virDomainGetGuestVcpus(dom, NULL, NULL, 0));
}
static void c304(void)
{
    RESULT_NUMBER(virDomainGetGuestVcpus(dom, NULL, (void *)scratch, 0));
}
static void c305(void)
{
    RESULT_NUMBER(virDomainGetGuestVcpus(dom, (void *)scratch, NULL, 0));
}
static void c306(void)
{
    RESULT_NUMBER(virDomainGetGuestVcpus(dom, NULL, NULL, 1));
}
static void c307(void)
{
    RESULT_NUMBER(virDomainGetGuestVcpus(dom, NULL, (void *)scratch, 1));
}
static void c308(void)
{
    RESULT_NUMBER(virDomainGetGuestVcpus(dom, (void *)scratch, NULL, 1));
}
static void c309(void)
{
    RESULT_NUMBER(virDomainGetIOThreadInfo(dom, NULL, 0));
}
static void c310(void)
{
    RESULT_NUMBER(virDomainGetIOThreadInfo(dom, NULL, 1));
}
static void c311(void)
{
    RESULT_NUMBER(virDomainGetInfo(dom, NULL));
}
static void c312(void)
{
    RESULT_NUMBER(virDomainGetInterfaceParameters(dom, NULL, NULL, NULL, 0));
}
static void c313(void)
{
    RESULT_NUMBER(virDomainGetInterfaceParameters(dom, NULL, (void *)scratch, (void *)scratch, 0));
}
static void c314(void)
{
    RESULT_NUMBER(virDomainGetInterfaceParameters(dom, "x", NULL, (void *)scratch, 0));
}
static void c315(void)
{
    RESULT_NUMBER(virDomainGetInterfaceParameters(dom, "x", (void *)scratch, NULL, 0));
}
static void c316(void)
{
    RESULT_NUMBER(virDomainGetInterfaceParameters(dom, NULL, NULL, NULL, 1));
}
static void c317(void)
{
    RESULT_NUMBER(virDomainGetInterfaceParameters(dom, NULL, (void *)scratch, (void *)scratch, 1));
}
static void c318(void)
{
    RESULT_NUMBER(virDomainGetInterfaceParameters(dom, "x", NULL, (void *)scratch, 1));
}
static void c319(void)
{
    RESULT_NUMBER(virDomainGetInterfaceParameters(dom, "x", (void *)scratch, NULL, 1));
}
static void c320(void)
{
    RESULT_NUMBER(virDomainGetJobInfo(dom, NULL));
}
static void c321(void)
{
    RESULT_NUMBER(virDomainGetJobStats(dom, NULL, NULL, NULL, 0));
}
static void c322(void)
{
    RESULT_NUMBER(virDomainGetJobStats(dom, NULL, (void *)scratch, (void *)scratch, 0));
}
static void c323(void)
{
    RESULT_NUMBER(virDomainGetJobStats(dom, (void *)scratch, NULL, (void *)scratch, 0));
}
static void c324(void)
{
    RESULT_NUMBER(virDomainGetJobStats(dom, (void *)scratch, (void *)scratch, NULL, 0));
}
static void c325(void)
{
    RESULT_NUMBER(virDomainGetJobStats(dom, NULL, NULL, NULL, 1));
}
static void c326(void)
{
    RESULT_NUMBER(virDomainGetJobStats(dom, NULL, (void *)scratch, (void *)scratch, 1));
}
static void c327(void)
{
    RESULT_NUMBER(virDomainGetJobStats(dom, (void *)scratch, NULL, (void *)scratch, 1));
}
static void c328(void)
{
    RESULT_NUMBER(virDomainGetJobStats(dom, (void *)scratch, (void *)scratch, NULL, 1));
}
static void c329(void)
{
    RESULT_NUMBER(virDomainGetLaunchSecurityInfo(dom, NULL, NULL, 0));
}
static void c330(void)
{
    RESULT_NUMBER(virDomainGetLaunchSecurityInfo(dom, NULL, (void *)scratch, 0));
}
static void c331(void)
{
    RESULT_NUMBER(virDomainGetLaunchSecurityInfo(dom, (void *)scratch, NULL, 0));
}
static void c332(void)
{
    RESULT_NUMBER(virDomainGetLaunchSecurityInfo(dom, NULL, NULL, 1));
}
static void c333(void)
{
    RESULT_NUMBER(virDomainGetLaunchSecurityInfo(dom, NULL, (void *)scratch, 1));
}
static void c334(void)
{
    RESULT_NUMBER(virDomainGetLaunchSecurityInfo(dom, (void *)scratch, NULL, 1));
}
static void c335(void)
{
    RESULT_NUMBER(virDomainGetMemoryParameters(dom, NULL, NULL, 0));
}
static void c336(void)
{
    RESULT_NUMBER(virDomainGetMemoryParameters(dom, NULL, (void *)scratch, 0));
}
static void c337(void)
{
    RESULT_NUMBER(virDomainGetMemoryParameters(dom, (void *)scratch, NULL, 0));
}
static void c338(void)
{
    RESULT_NUMBER(virDomainGetMemoryParameters(dom, NULL, NULL, 1));
}
static void c339(void)
{
    RESULT_NUMBER(virDomainGetMemoryParameters(dom, NULL, (void *)scratch, 1));
}
static void c340(void)
{
    RESULT_NUMBER(virDomainGetMemoryParameters(dom, (void *)scratch, NULL, 1));
}
static void c341(void)
{
    RESULT_NUMBER(virDomainGetMessages(dom, NULL, 0));
}
static void c342(void)
{
    RESULT_NUMBER(virDomainGetMessages(dom, NULL, 1));
}
static void c343(void)
{
    RESULT_OWNED(virDomainGetMetadata(dom, 0, NULL, 0));
}
static void c344(void)
{
    RESULT_OWNED(virDomainGetMetadata(dom, 1, NULL, 1));
}
static void c345(void)
{
    RESULT_NUMBER(virDomainGetNumaParameters(dom, NULL, NULL, 0));
}
static void c346(void)
{
    RESULT_NUMBER(virDomainGetNumaParameters(dom, NULL, (void *)scratch, 0));
}
static void c347(void)
{
    RESULT_NUMBER(virDomainGetNumaParameters(dom, (void *)scratch, NULL, 0));
}
static void c348(void)
{
    RESULT_NUMBER(virDomainGetNumaParameters(dom, NULL, NULL, 1));
}
static void c349(void)
{
    RESULT_NUMBER(virDomainGetNumaParameters(dom, NULL, (void *)scratch, 1));
}
static void c350(void)
{
    RESULT_NUMBER(virDomainGetNumaParameters(dom, (void *)scratch, NULL, 1));
}
static void c351(void)
{
    RESULT_NUMBER(virDomainGetPerfEvents(dom, NULL, NULL, 0));
}
static void c352(void)
{
    RESULT_NUMBER(virDomainGetPerfEvents(dom, NULL, (void *)scratch, 0));
}
static void c353(void)
{
    RESULT_NUMBER(virDomainGetPerfEvents(dom, (void *)scratch, NULL, 0));
}
static void c354(void)
{
    RESULT_NUMBER(virDomainGetPerfEvents(dom, NULL, NULL, 1));
}
static void c355(void)
{
    RESULT_NUMBER(virDomainGetPerfEvents(dom, NULL, (void *)scratch, 1));
}
static void c356(void)
{
    RESULT_NUMBER(virDomainGetPerfEvents(dom, (void *)scratch, NULL, 1));
}
static void c357(void)
{
    RESULT_NUMBER(virDomainGetSchedulerParameters(dom, NULL, NULL));
}
static void c358(void)
{
    RESULT_NUMBER(virDomainGetSchedulerParameters(dom, NULL, (void *)scratch));
}
static void c359(void)
{
    RESULT_NUMBER(virDomainGetSchedulerParameters(dom, (void *)scratch, NULL));
}
static void c360(void)
{
    RESULT_NUMBER(virDomainGetSchedulerParametersFlags(dom, NULL, NULL, 0));
}
static void c361(void)
{
    RESULT_NUMBER(virDomainGetSchedulerParametersFlags(dom, NULL, (void *)scratch, 0));
}
static void c362(void)
{
    RESULT_NUMBER(virDomainGetSchedulerParametersFlags(dom, (void *)scratch, NULL, 0));
}
static void c363(void)
{
    RESULT_NUMBER(virDomainGetSchedulerParametersFlags(dom, NULL, NULL, 1));
}
static void c364(void)
{
    RESULT_NUMBER(virDomainGetSchedulerParametersFlags(dom, NULL, (void *)scratch, 1));
}
static void c365(void)
{
    RESULT_NUMBER(virDomainGetSchedulerParametersFlags(dom, (void *)scratch, NULL, 1));
}
static void c366(void)
{
    RESULT_OWNED(virDomainGetSchedulerType(dom, NULL));
}
static void c367(void)
{
    RESULT_NUMBER(virDomainGetSecurityLabel(dom, NULL));
}
static void c368(void)
{
    RESULT_NUMBER(virDomainGetSecurityLabelList(dom, NULL));
}
static void c369(void)
{
    RESULT_NUMBER(virDomainGetState(dom, NULL, NULL, 0));
}
static void c370(void)
{
    RESULT_NUMBER(virDomainGetState(dom, NULL, (void *)scratch, 0));
}
static void c371(void)
{
    RESULT_NUMBER(virDomainGetState(dom, (void *)scratch, NULL, 0));
}
static void c372(void)
{
    RESULT_NUMBER(virDomainGetState(dom, NULL, NULL, 1));
}
static void c373(void)
{
    RESULT_NUMBER(virDomainGetState(dom, NULL, (void *)scratch, 1));
}
static void c374(void)
{
    RESULT_NUMBER(virDomainGetState(dom, (void *)scratch, NULL, 1));
}
static void c375(void)
{
    RESULT_NUMBER(virDomainGetUUID(dom, NULL));
}
static void c376(void)
{
    RESULT_NUMBER(virDomainGetUUIDString(dom, NULL));
}
static void c377(void)
{
    RESULT_NUMBER(virDomainGetVcpuPinInfo(dom, 0, NULL, 0, 0));
}
static void c378(void)
{
    RESULT_NUMBER(virDomainGetVcpuPinInfo(dom, 1, NULL, 1, 1));
}
static void c379(void)
{
    RESULT_NUMBER(virDomainGetVcpus(dom, NULL, 0, NULL, 0));
}
static void c380(void)
{
    RESULT_NUMBER(virDomainGetVcpus(dom, NULL, 0, (void *)scratch, 0));
}
static void c381(void)
{
    RESULT_NUMBER(virDomainGetVcpus(dom, (void *)scratch, 0, NULL, 0));
}
static void c382(void)
{
    RESULT_NUMBER(virDomainGetVcpus(dom, NULL, 1, NULL, 1));
}
static void c383(void)
{
    RESULT_NUMBER(virDomainGetVcpus(dom, NULL, 1, (void *)scratch, 1));
}
static void c384(void)
{
    RESULT_NUMBER(virDomainGetVcpus(dom, (void *)scratch, 1, NULL, 1));
}
static void c385(void)
{
    RESULT_NUMBER(virDomainInterfaceAddresses(dom, NULL, 0, 0));
}
static void c386(void)
{
    RESULT_NUMBER(virDomainInterfaceAddresses(dom, NULL, 1, 1));
}
static void c387(void)
{
    RESULT_NUMBER(virDomainInterfaceStats(dom, NULL, NULL, 0));
}
static void c388(void)
{
    RESULT_NUMBER(virDomainInterfaceStats(dom, NULL, (void *)scratch, 0));
}
static void c389(void)
{
    RESULT_NUMBER(virDomainInterfaceStats(dom, "x", NULL, 0));
}
static void c390(void)
{
    RESULT_NUMBER(virDomainInterfaceStats(dom, NULL, NULL, 1));
}
static void c391(void)
{
    RESULT_NUMBER(virDomainInterfaceStats(dom, NULL, (void *)scratch, 1));
}
static void c392(void)
{
    RESULT_NUMBER(virDomainInterfaceStats(dom, "x", NULL, 1));
}
static void c393(void)
{
    RESULT_NUMBER(virDomainListAllCheckpoints(dom, NULL, 0));
}
static void c394(void)
{
    RESULT_NUMBER(virDomainListAllCheckpoints(dom, NULL, 1));
}
static void c395(void)
{
    RESULT_NUMBER(virDomainListAllSnapshots(dom, NULL, 0));
}
static void c396(void)
{
    RESULT_NUMBER(virDomainListAllSnapshots(dom, NULL, 1));
}
static void c397(void)
{
    RESULT_POINTER(virDomainLookupByName(conn, NULL));
}
static void c398(void)
{
    RESULT_POINTER(virDomainLookupByUUID(conn, NULL));
}
static void c399(void)
{
    RESULT_POINTER(virDomainLookupByUUIDString(conn, NULL));
}
static void c400(void)
{
    RESULT_NUMBER(virDomainManagedSaveDefineXML(dom, NULL, 0));
}
static void c401(void)
{
    RESULT_NUMBER(virDomainManagedSaveDefineXML(dom, NULL, 1));
}
static void c402(void)
{
    RESULT_NUMBER(virDomainMemoryPeek(dom, 0, 0, NULL, 0));
}
static void c403(void)
{
    RESULT_NUMBER(virDomainMemoryPeek(dom, 1, 1, NULL, 1));
}
static void c404(void)
{
    RESULT_NUMBER(virDomainMemoryStats(dom, NULL, 0, 0));
}
static void c405(void)
{
    RESULT_NUMBER(virDomainMemoryStats(dom, NULL, 1, 1));
}
static void c406(void)
{
    RESULT_POINTER(virDomainMigrate3(dom, conn, NULL, 0, 0));
}
static void c407(void)
{
    RESULT_NUMBER(virDomainMigrateGetCompressionCache(dom, NULL, 0));
}
static void c408(void)
{
    RESULT_NUMBER(virDomainMigrateGetCompressionCache(dom, NULL, 1));
}
static void c409(void)
{
    RESULT_NUMBER(virDomainMigrateGetMaxDowntime(dom, NULL, 0));
}
static void c410(void)
{
    RESULT_NUMBER(virDomainMigrateGetMaxDowntime(dom, NULL, 1));
}
static void c411(void)
{
    RESULT_NUMBER(virDomainMigrateGetMaxSpeed(dom, NULL, 0));
}
static void c412(void)
{
    RESULT_NUMBER(virDomainMigrateGetMaxSpeed(dom, NULL, 1));
}
static void c413(void)
{
    RESULT_NUMBER(virDomainMigrateToURI(dom, NULL, 0, NULL, 0));
}
static void c414(void)
{
    RESULT_NUMBER(virDomainMigrateToURI(dom, NULL, 0, "x", 0));
}
static void c415(void)
{
    RESULT_NUMBER(virDomainMigrateToURI(dom, "x", 0, NULL, 0));
}
static void c416(void)
{
    RESULT_NUMBER(virDomainMigrateToURI(dom, NULL, 1, NULL, 1));
}
static void c417(void)
{
    RESULT_NUMBER(virDomainMigrateToURI(dom, NULL, 1, "x", 1));
}
static void c418(void)
{
    RESULT_NUMBER(virDomainMigrateToURI(dom, "x", 1, NULL, 1));
}
static void c419(void)
{
    RESULT_NUMBER(virDomainMigrateToURI2(dom, NULL, NULL, NULL, 0, NULL, 0));
}
static void c420(void)
{
    RESULT_NUMBER(virDomainMigrateToURI2(dom, NULL, "x", "x", 0, "x", 0));
}
static void c421(void)
{
    RESULT_NUMBER(virDomainMigrateToURI2(dom, "x", NULL, "x", 0, "x", 0));
}
static void c422(void)
{
    RESULT_NUMBER(virDomainMigrateToURI2(dom, "x", "x", NULL, 0, "x", 0));
}
static void c423(void)
{
    RESULT_NUMBER(virDomainMigrateToURI2(dom, "x", "x", "x", 0, NULL, 0));
}
static void c424(void)
{
    RESULT_NUMBER(virDomainMigrateToURI2(dom, NULL, NULL, NULL, 1, NULL, 1));
}
static void c425(void)
{
    RESULT_NUMBER(virDomainMigrateToURI2(dom, NULL, "x", "x", 1, "x", 1));
}
static void c426(void)
{
    RESULT_NUMBER(virDomainMigrateToURI2(dom, "x", NULL, "x", 1, "x", 1));
}
static void c427(void)
{
    RESULT_NUMBER(virDomainMigrateToURI2(dom, "x", "x", NULL, 1, "x", 1));
}
static void c428(void)
{
    RESULT_NUMBER(virDomainMigrateToURI2(dom, "x", "x", "x", 1, NULL, 1));
}
static void c429(void)
{
    RESULT_NUMBER(virDomainMigrateToURI3(dom, NULL, NULL, 0, 0));
}
static void c430(void)
{
    RESULT_NUMBER(virDomainMigrateToURI3(dom, NULL, (void *)scratch, 0, 0));
}
static void c431(void)
{
    RESULT_NUMBER(virDomainMigrateToURI3(dom, "x", NULL, 0, 0));
}
static void c432(void)
{
    RESULT_NUMBER(virDomainMigrateToURI3(dom, NULL, NULL, 1, 1));
}
static void c433(void)
{
    RESULT_NUMBER(virDomainMigrateToURI3(dom, NULL, (void *)scratch, 1, 1));
}
static void c434(void)
{
    RESULT_NUMBER(virDomainMigrateToURI3(dom, "x", NULL, 1, 1));
}
static void c435(void)
{
    RESULT_NUMBER(virDomainOpenChannel(dom, NULL, NULL, 0));
}
static void c436(void)
{
    RESULT_NUMBER(virDomainOpenChannel(dom, NULL, stream, 0));
}
static void c437(void)
{
    RESULT_NUMBER(virDomainOpenChannel(dom, "x", NULL, 0));
}
static void c438(void)
{
    RESULT_NUMBER(virDomainOpenChannel(dom, NULL, NULL, 1));
}
static void c439(void)
{
    RESULT_NUMBER(virDomainOpenChannel(dom, NULL, stream, 1));
}
static void c440(void)
{
    RESULT_NUMBER(virDomainOpenChannel(dom, "x", NULL, 1));
}
static void c441(void)
{
    RESULT_NUMBER(virDomainOpenConsole(dom, NULL, NULL, 0));
}
static void c442(void)
{
    RESULT_NUMBER(virDomainOpenConsole(dom, NULL, stream, 0));
}
static void c443(void)
{
    RESULT_NUMBER(virDomainOpenConsole(dom, "x", NULL, 0));
}
static void c444(void)
{
    RESULT_NUMBER(virDomainOpenConsole(dom, NULL, NULL, 1));
}
static void c445(void)
{
    RESULT_NUMBER(virDomainOpenConsole(dom, NULL, stream, 1));
}
static void c446(void)
{
    RESULT_NUMBER(virDomainOpenConsole(dom, "x", NULL, 1));
}
static void c447(void)
{
    RESULT_NUMBER(virDomainPinEmulator(dom, NULL, 0, 0));
}
static void c448(void)
{
    RESULT_NUMBER(virDomainPinEmulator(dom, NULL, 1, 1));
}
static void c449(void)
{
    RESULT_NUMBER(virDomainPinIOThread(dom, 0, NULL, 0, 0));
}
static void c450(void)
{
    RESULT_NUMBER(virDomainPinIOThread(dom, 1, NULL, 1, 1));
}
static void c451(void)
{
    RESULT_NUMBER(virDomainPinVcpu(dom, 0, NULL, 0));
}
static void c452(void)
{
    RESULT_NUMBER(virDomainPinVcpu(dom, 1, NULL, 1));
}
static void c453(void)
{
    RESULT_NUMBER(virDomainPinVcpuFlags(dom, 0, NULL, 0, 0));
}
static void c454(void)
{
    RESULT_NUMBER(virDomainPinVcpuFlags(dom, 1, NULL, 1, 1));
}
static void c455(void)
{
    RESULT_NUMBER(virDomainRename(dom, NULL, 0));
}
static void c456(void)
{
    RESULT_NUMBER(virDomainRename(dom, NULL, 1));
}
static void c457(void)
{
    RESULT_NUMBER(virDomainRestore(conn, NULL));
}
static void c458(void)
{
    RESULT_NUMBER(virDomainRestoreFlags(conn, NULL, NULL, 0));
}
static void c459(void)
{
    RESULT_NUMBER(virDomainRestoreFlags(conn, NULL, "x", 0));
}
static void c460(void)
{
    RESULT_NUMBER(virDomainRestoreFlags(conn, "x", NULL, 0));
}
static void c461(void)
{
    RESULT_NUMBER(virDomainRestoreFlags(conn, NULL, NULL, 1));
}
static void c462(void)
{
    RESULT_NUMBER(virDomainRestoreFlags(conn, NULL, "x", 1));
}
static void c463(void)
{
    RESULT_NUMBER(virDomainRestoreFlags(conn, "x", NULL, 1));
}
static void c464(void)
{
    RESULT_NUMBER(virDomainRestoreParams(conn, NULL, 0, 0));
}
static void c465(void)
{
    RESULT_NUMBER(virDomainSave(dom, NULL));
}
static void c466(void)
{
    RESULT_NUMBER(virDomainSaveImageDefineXML(conn, NULL, NULL, 0));
}
static void c467(void)
{
    RESULT_NUMBER(virDomainSaveImageDefineXML(conn, NULL, "x", 0));
}
static void c468(void)
{
    RESULT_NUMBER(virDomainSaveImageDefineXML(conn, "x", NULL, 0));
}
static void c469(void)
{
    RESULT_NUMBER(virDomainSaveImageDefineXML(conn, NULL, NULL, 1));
}
static void c470(void)
{
    RESULT_NUMBER(virDomainSaveImageDefineXML(conn, NULL, "x", 1));
}
static void c471(void)
{
    RESULT_NUMBER(virDomainSaveImageDefineXML(conn, "x", NULL, 1));
}
static void c472(void)
{
    RESULT_OWNED(virDomainSaveImageGetXMLDesc(conn, NULL, 0));
}
static void c473(void)
{
    RESULT_OWNED(virDomainSaveImageGetXMLDesc(conn, NULL, 1));
}
static void c474(void)
{
    RESULT_NUMBER(virDomainSaveParams(dom, NULL, 0, 0));
}
static void c475(void)
{
    RESULT_OWNED(virDomainScreenshot(dom, NULL, 0, 0));
}
static void c476(void)
{
    RESULT_OWNED(virDomainScreenshot(dom, NULL, 1, 1));
}
static void c477(void)
{
    RESULT_NUMBER(virDomainSendKey(dom, 0, 0, NULL, 0, 0));
}
static void c478(void)
{
    RESULT_NUMBER(virDomainSendKey(dom, 1, 1, NULL, 1, 1));
}
static void c479(void)
{
    RESULT_NUMBER(virDomainSetBlkioParameters(dom, NULL, 0, 0));
}
static void c480(void)
{
    RESULT_NUMBER(virDomainSetBlkioParameters(dom, NULL, 1, 1));
}
static void c481(void)
{
    RESULT_NUMBER(virDomainSetBlockIoTune(dom, NULL, NULL, 0, 0));
}
static void c482(void)
{
    RESULT_NUMBER(virDomainSetBlockIoTune(dom, NULL, (void *)scratch, 0, 0));
}
static void c483(void)
{
    RESULT_NUMBER(virDomainSetBlockIoTune(dom, "x", NULL, 0, 0));
}
static void c484(void)
{
    RESULT_NUMBER(virDomainSetBlockIoTune(dom, NULL, NULL, 1, 1));
}
static void c485(void)
{
    RESULT_NUMBER(virDomainSetBlockIoTune(dom, NULL, (void *)scratch, 1, 1));
}
static void c486(void)
{
    RESULT_NUMBER(virDomainSetBlockIoTune(dom, "x", NULL, 1, 1));
}
static void c487(void)
{
    RESULT_NUMBER(virDomainSetBlockThreshold(dom, NULL, 0, 0));
}
static void c488(void)
{
    RESULT_NUMBER(virDomainSetBlockThreshold(dom, NULL, 1, 1));
}
static void c489(void)
{
    RESULT_NUMBER(virDomainSetGuestVcpus(dom, NULL, 0, 0));
}
static void c490(void)
{
    RESULT_NUMBER(virDomainSetGuestVcpus(dom, NULL, 1, 1));
}
static void c491(void)
{
    RESULT_NUMBER(virDomainSetIOThreadParams(dom, 0, NULL, 0, 0));
}
static void c492(void)
{
    RESULT_NUMBER(virDomainSetIOThreadParams(dom, 1, NULL, 1, 1));
}
static void c493(void)
{
    RESULT_NUMBER(virDomainSetInterfaceParameters(dom, NULL, NULL, 0, 0));
}
static void c494(void)
{
    RESULT_NUMBER(virDomainSetInterfaceParameters(dom, NULL, (void *)scratch, 0, 0));
}
static void c495(void)
{
    RESULT_NUMBER(virDomainSetInterfaceParameters(dom, "x", NULL, 0, 0));
}
static void c496(void)
{
    RESULT_NUMBER(virDomainSetInterfaceParameters(dom, NULL, NULL, 1, 1));
}
static void c497(void)
{
    RESULT_NUMBER(virDomainSetInterfaceParameters(dom, NULL, (void *)scratch, 1, 1));
}
static void c498(void)
{
    RESULT_NUMBER(virDomainSetInterfaceParameters(dom, "x", NULL, 1, 1));
}
static void c499(void)
{
    RESULT_NUMBER(virDomainSetLaunchSecurityState(dom, NULL, 0, 0));
}
static void c500(void)
{
    RESULT_NUMBER(virDomainSetLaunchSecurityState(dom, NULL, 1, 1));
}
static void c501(void)
{
    RESULT_NUMBER(virDomainSetMemoryParameters(dom, NULL, 0, 0));
}
static void c502(void)
{
    RESULT_NUMBER(virDomainSetMemoryParameters(dom, NULL, 1, 1));
}
static void c503(void)
{
    RESULT_NUMBER(virDomainSetMetadata(dom, 0, NULL, NULL, NULL, 0));
}
static void c504(void)
{
    RESULT_NUMBER(virDomainSetMetadata(dom, 0, NULL, "x", "x", 0));
}
static void c505(void)
{
    RESULT_NUMBER(virDomainSetMetadata(dom, 0, "x", NULL, "x", 0));
}
static void c506(void)
{
    RESULT_NUMBER(virDomainSetMetadata(dom, 0, "x", "x", NULL, 0));
}
static void c507(void)
{
    RESULT_NUMBER(virDomainSetMetadata(dom, 1, NULL, NULL, NULL, 1));
}
static void c508(void)
{
    RESULT_NUMBER(virDomainSetMetadata(dom, 1, NULL, "x", "x", 1));
}
static void c509(void)
{
    RESULT_NUMBER(virDomainSetMetadata(dom, 1, "x", NULL, "x", 1));
}
static void c510(void)
{
    RESULT_NUMBER(virDomainSetMetadata(dom, 1, "x", "x", NULL, 1));
}
static void c511(void)
{
    RESULT_NUMBER(virDomainSetNumaParameters(dom, NULL, 0, 0));
}
static void c512(void)
{
    RESULT_NUMBER(virDomainSetNumaParameters(dom, NULL, 1, 1));
}
static void c513(void)
{
    RESULT_NUMBER(virDomainSetPerfEvents(dom, NULL, 0, 0));
}
static void c514(void)
{
    RESULT_NUMBER(virDomainSetPerfEvents(dom, NULL, 1, 1));
}
static void c515(void)
{
    RESULT_NUMBER(virDomainSetSchedulerParameters(dom, NULL, 0));
}
static void c516(void)
{
    RESULT_NUMBER(virDomainSetSchedulerParameters(dom, NULL, 1));
}
static void c517(void)
{
    RESULT_NUMBER(virDomainSetSchedulerParametersFlags(dom, NULL, 0, 0));
}
static void c518(void)
{
    RESULT_NUMBER(virDomainSetSchedulerParametersFlags(dom, NULL, 1, 1));
}
static void c519(void)
{
    RESULT_NUMBER(virDomainSetUserPassword(dom, NULL, NULL, 0));
}
static void c520(void)
{
    RESULT_NUMBER(virDomainSetUserPassword(dom, NULL, "x", 0));
}
static void c521(void)
{
    RESULT_NUMBER(virDomainSetUserPassword(dom, "x", NULL, 0));
}
static void c522(void)
{
    RESULT_NUMBER(virDomainSetUserPassword(dom, NULL, NULL, 1));
}
static void c523(void)
{
    RESULT_NUMBER(virDomainSetUserPassword(dom, NULL, "x", 1));
}
static void c524(void)
{
    RESULT_NUMBER(virDomainSetUserPassword(dom, "x", NULL, 1));
}
static void c525(void)
{
    RESULT_NUMBER(virDomainSetVcpu(dom, NULL, 0, 0));
}
static void c526(void)
{
    RESULT_NUMBER(virDomainSetVcpu(dom, NULL, 1, 1));
}
static void c527(void)
{
    RESULT_POINTER(virDomainSnapshotCreateXML(dom, NULL, 0));
}
static void c528(void)
{
    RESULT_POINTER(virDomainSnapshotCreateXML(dom, NULL, 1));
}
static void c529(void)
{
    RESULT_NUMBER(virDomainSnapshotListAllChildren(snap, NULL, 0));
}
static void c530(void)
{
    RESULT_NUMBER(virDomainSnapshotListAllChildren(snap, NULL, 1));
}
static void c531(void)
{
    RESULT_NUMBER(virDomainSnapshotListChildrenNames(snap, NULL, 0, 0));
}
static void c532(void)
{
    RESULT_NUMBER(virDomainSnapshotListChildrenNames(snap, NULL, 1, 1));
}
static void c533(void)
{
    RESULT_NUMBER(virDomainSnapshotListNames(dom, NULL, 1, 1));
}
static void c534(void)
{
    RESULT_POINTER(virDomainSnapshotLookupByName(dom, NULL, 0));
}
static void c535(void)
{
    RESULT_POINTER(virDomainSnapshotLookupByName(dom, NULL, 1));
}
static void c536(void)
{
    RESULT_NUMBER(virDomainUpdateDeviceFlags(dom, NULL, 0));
}
static void c537(void)
{
    RESULT_NUMBER(virDomainUpdateDeviceFlags(dom, NULL, 1));
}
static void c538(void)
{
    RESULT_POINTER(virInterfaceDefineXML(conn, NULL, 0));
}
static void c539(void)
{
    RESULT_POINTER(virInterfaceDefineXML(conn, NULL, 1));
}
static void c540(void)
{
    RESULT_POINTER(virInterfaceLookupByMACString(conn, NULL));
}
static void c541(void)
{
    RESULT_POINTER(virInterfaceLookupByName(conn, NULL));
}
static void c542(void)
{
    RESULT_POINTER(virNWFilterBindingCreateXML(conn, NULL, 0));
}
static void c543(void)
{
    RESULT_POINTER(virNWFilterBindingCreateXML(conn, NULL, 1));
}
static void c544(void)
{
    RESULT_POINTER(virNWFilterBindingLookupByPortDev(conn, NULL));
}
static void c545(void)
{
    RESULT_POINTER(virNWFilterDefineXML(conn, NULL));
}
static void c546(void)
{
    RESULT_POINTER(virNWFilterDefineXMLFlags(conn, NULL, 0));
}
static void c547(void)
{
    RESULT_POINTER(virNWFilterDefineXMLFlags(conn, NULL, 1));
}
static void c548(void)
{
    RESULT_POINTER(virNWFilterLookupByName(conn, NULL));
}
static void c549(void)
{
    RESULT_POINTER(virNWFilterLookupByUUID(conn, NULL));
}
static void c550(void)
{
    RESULT_POINTER(virNWFilterLookupByUUIDString(conn, NULL));
}
static void c551(void)
{
    RESULT_POINTER(virNetworkCreateXML(conn, NULL));
}
static void c552(void)
{
    RESULT_POINTER(virNetworkCreateXMLFlags(conn, NULL, 0));
}
static void c553(void)
{
    RESULT_POINTER(virNetworkCreateXMLFlags(conn, NULL, 1));
}
static void c554(void)
{
    RESULT_POINTER(virNetworkDefineXML(conn, NULL));
}
static void c555(void)
{
    RESULT_POINTER(virNetworkDefineXMLFlags(conn, NULL, 0));
}
static void c556(void)
{
    RESULT_POINTER(virNetworkDefineXMLFlags(conn, NULL, 1));
}
static void c557(void)
{
    RESULT_NUMBER(virNetworkGetAutostart(net, NULL));
}
static void c558(void)
{
    RESULT_NUMBER(virNetworkGetDHCPLeases(net, NULL, NULL, 0));
}
static void c559(void)
{
    RESULT_NUMBER(virNetworkGetDHCPLeases(net, NULL, (void *)scratch, 0)); free_leases();
}
static void c560(void)
{
    RESULT_NUMBER(virNetworkGetDHCPLeases(net, "x", NULL, 0));
}
static void c561(void)
{
    RESULT_NUMBER(virNetworkGetDHCPLeases(net, NULL, NULL, 1));
}
static void c562(void)
{
    RESULT_NUMBER(virNetworkGetDHCPLeases(net, NULL, (void *)scratch, 1));
}
static void c563(void)
{
    RESULT_NUMBER(virNetworkGetDHCPLeases(net, "x", NULL, 1));
}
static void c564(void)
{
    RESULT_NUMBER(virNetworkGetUUID(net, NULL));
}
static void c565(void)
{
    RESULT_NUMBER(virNetworkGetUUIDString(net, NULL));
}
static void c566(void)
{
    RESULT_NUMBER(virNetworkListAllPorts(net, NULL, 0));
}
static void c567(void)
{
    RESULT_NUMBER(virNetworkListAllPorts(net, NULL, 1));
}
static void c568(void)
{
    RESULT_POINTER(virNetworkLookupByName(conn, NULL));
}
static void c569(void)
{
    RESULT_POINTER(virNetworkLookupByUUID(conn, NULL));
}
static void c570(void)
{
    RESULT_POINTER(virNetworkLookupByUUIDString(conn, NULL));
}
static void c571(void)
{
    RESULT_POINTER(virNetworkPortCreateXML(net, NULL, 0));
}
static void c572(void)
{
    RESULT_POINTER(virNetworkPortCreateXML(net, NULL, 1));
}
static void c573(void)
{
    RESULT_POINTER(virNetworkPortLookupByUUID(net, NULL));
}
static void c574(void)
{
    RESULT_POINTER(virNetworkPortLookupByUUIDString(net, NULL));
}
static void c575(void)
{
    RESULT_NUMBER(virNetworkUpdate(net, 0, 0, 0, NULL, 0));
}
static void c576(void)
{
    RESULT_NUMBER(virNetworkUpdate(net, 1, 1, 1, NULL, 1));
}
static void c577(void)
{
    RESULT_NUMBER(virNodeAllocPages(conn, 0, NULL, NULL, 0, 0, 0));
}
static void c578(void)
{
    RESULT_NUMBER(virNodeAllocPages(conn, 0, NULL, (void *)scratch, 0, 0, 0));
}
static void c579(void)
{
    RESULT_NUMBER(virNodeAllocPages(conn, 0, (void *)scratch, NULL, 0, 0, 0));
}
static void c580(void)
{
    RESULT_NUMBER(virNodeAllocPages(conn, 1, NULL, NULL, 1, 1, 1));
}
static void c581(void)
{
    RESULT_NUMBER(virNodeAllocPages(conn, 1, NULL, (void *)scratch, 1, 1, 1));
}
static void c582(void)
{
    RESULT_NUMBER(virNodeAllocPages(conn, 1, (void *)scratch, NULL, 1, 1, 1));
}
static void c583(void)
{
    RESULT_POINTER(virNodeDeviceCreateXML(conn, NULL, 0));
}
static void c584(void)
{
    RESULT_POINTER(virNodeDeviceCreateXML(conn, NULL, 1));
}
static void c585(void)
{
    RESULT_POINTER(virNodeDeviceDefineXML(conn, NULL, 0));
}
static void c586(void)
{
    RESULT_POINTER(virNodeDeviceDefineXML(conn, NULL, 1));
}
static void c587(void)
{
    RESULT_NUMBER(virNodeDeviceDetachFlags(dev, NULL, 0));
}
static void c588(void)
{
    RESULT_NUMBER(virNodeDeviceDetachFlags(dev, NULL, 1));
}
static void c589(void)
{
    RESULT_NUMBER(virNodeDeviceGetAutostart(dev, NULL));
}
static void c590(void)
{
    RESULT_NUMBER(virNodeDeviceListCaps(dev, NULL, 0));
}
static void c591(void)
{
    RESULT_NUMBER(virNodeDeviceListCaps(dev, NULL, 1));
}
static void c592(void)
{
    RESULT_POINTER(virNodeDeviceLookupByName(conn, NULL));
}
static void c593(void)
{
    RESULT_POINTER(virNodeDeviceLookupSCSIHostByWWN(conn, NULL, NULL, 0));
}
static void c594(void)
{
    RESULT_POINTER(virNodeDeviceLookupSCSIHostByWWN(conn, NULL, "x", 0));
}
static void c595(void)
{
    RESULT_POINTER(virNodeDeviceLookupSCSIHostByWWN(conn, "x", NULL, 0));
}
static void c596(void)
{
    RESULT_POINTER(virNodeDeviceLookupSCSIHostByWWN(conn, NULL, NULL, 1));
}
static void c597(void)
{
    RESULT_POINTER(virNodeDeviceLookupSCSIHostByWWN(conn, NULL, "x", 1));
}
static void c598(void)
{
    RESULT_POINTER(virNodeDeviceLookupSCSIHostByWWN(conn, "x", NULL, 1));
}
static void c599(void)
{
    RESULT_NUMBER(virNodeGetCPUMap(conn, NULL, NULL, 0));
}
static void c600(void)
{
    RESULT_NUMBER(virNodeGetCPUMap(conn, NULL, (void *)scratch, 0));
}
static void c601(void)
{
    RESULT_NUMBER(virNodeGetCPUMap(conn, (void *)scratch, NULL, 0)); free(scratch[0]);
}
static void c602(void)
{
    RESULT_NUMBER(virNodeGetCPUMap(conn, NULL, NULL, 1));
}
static void c603(void)
{
    RESULT_NUMBER(virNodeGetCPUMap(conn, NULL, (void *)scratch, 1));
}
static void c604(void)
{
    RESULT_NUMBER(virNodeGetCPUMap(conn, (void *)scratch, NULL, 1));
}
static void c605(void)
{
    RESULT_NUMBER(virNodeGetCPUStats(conn, 0, NULL, NULL, 0));
}
static void c606(void)
{
    RESULT_NUMBER(virNodeGetCPUStats(conn, 0, NULL, (void *)scratch, 0));
}
static void c607(void)
{
    RESULT_NUMBER(virNodeGetCPUStats(conn, 0, (void *)scratch, NULL, 0));
}
static void c608(void)
{
    RESULT_NUMBER(virNodeGetCPUStats(conn, 1, NULL, NULL, 1));
}
static void c609(void)
{
    RESULT_NUMBER(virNodeGetCPUStats(conn, 1, NULL, (void *)scratch, 1));
}
static void c610(void)
{
    RESULT_NUMBER(virNodeGetCPUStats(conn, 1, (void *)scratch, NULL, 1));
}
static void c611(void)
{
    RESULT_NUMBER(virNodeGetCellsFreeMemory(conn, NULL, 0, 0));
}
static void c612(void)
{
    RESULT_NUMBER(virNodeGetCellsFreeMemory(conn, NULL, 1, 1));
}
static void c613(void)
{
    RESULT_NUMBER(virNodeGetFreePages(conn, 0, NULL, 0, 0, NULL, 0));
}
static void c614(void)
{
    RESULT_NUMBER(virNodeGetFreePages(conn, 0, NULL, 0, 0, (void *)scratch, 0));
}
static void c615(void)
{
    RESULT_NUMBER(virNodeGetFreePages(conn, 0, (void *)scratch, 0, 0, NULL, 0));
}
static void c616(void)
{
    RESULT_NUMBER(virNodeGetFreePages(conn, 1, NULL, 1, 1, NULL, 1));
}
static void c617(void)
{
    RESULT_NUMBER(virNodeGetFreePages(conn, 1, NULL, 1, 1, (void *)scratch, 1));
}
static void c618(void)
{
    RESULT_NUMBER(virNodeGetFreePages(conn, 1, (void *)scratch, 1, 1, NULL, 1));
}
static void c619(void)
{
    RESULT_NUMBER(virNodeGetInfo(conn, NULL));
}
static void c620(void)
{
    RESULT_NUMBER(virNodeGetMemoryParameters(conn, NULL, NULL, 0));
}
static void c621(void)
{
    RESULT_NUMBER(virNodeGetMemoryParameters(conn, NULL, (void *)scratch, 0));
}
static void c622(void)
{
    RESULT_NUMBER(virNodeGetMemoryParameters(conn, (void *)scratch, NULL, 0));
}
static void c623(void)
{
    RESULT_NUMBER(virNodeGetMemoryParameters(conn, NULL, NULL, 1));
}
static void c624(void)
{
    RESULT_NUMBER(virNodeGetMemoryParameters(conn, NULL, (void *)scratch, 1));
}
static void c625(void)
{
    RESULT_NUMBER(virNodeGetMemoryParameters(conn, (void *)scratch, NULL, 1));
}
static void c626(void)
{
    RESULT_NUMBER(virNodeGetMemoryStats(conn, 0, NULL, NULL, 0));
}
static void c627(void)
{
    RESULT_NUMBER(virNodeGetMemoryStats(conn, 0, NULL, (void *)scratch, 0));
}
static void c628(void)
{
    RESULT_NUMBER(virNodeGetMemoryStats(conn, 0, (void *)scratch, NULL, 0));
}
static void c629(void)
{
    RESULT_NUMBER(virNodeGetMemoryStats(conn, 1, NULL, NULL, 1));
}
static void c630(void)
{
    RESULT_NUMBER(virNodeGetMemoryStats(conn, 1, NULL, (void *)scratch, 1));
}
static void c631(void)
{
    RESULT_NUMBER(virNodeGetMemoryStats(conn, 1, (void *)scratch, NULL, 1));
}
static void c632(void)
{
    RESULT_NUMBER(virNodeGetSEVInfo(conn, NULL, NULL, 0));
}
static void c633(void)
{
    RESULT_NUMBER(virNodeGetSEVInfo(conn, NULL, (void *)scratch, 0));
}
static void c634(void)
{
    RESULT_NUMBER(virNodeGetSEVInfo(conn, (void *)scratch, NULL, 0));
}
static void c635(void)
{
    RESULT_NUMBER(virNodeGetSEVInfo(conn, NULL, NULL, 1));
}
static void c636(void)
{
    RESULT_NUMBER(virNodeGetSEVInfo(conn, NULL, (void *)scratch, 1));
}
static void c637(void)
{
    RESULT_NUMBER(virNodeGetSEVInfo(conn, (void *)scratch, NULL, 1));
}
static void c638(void)
{
    RESULT_NUMBER(virNodeGetSecurityModel(conn, NULL));
}
static void c639(void)
{
    RESULT_NUMBER(virNodeListDevices(conn, NULL, NULL, 0, 0));
}
static void c640(void)
{
    RESULT_NUMBER(virNodeListDevices(conn, NULL, strings, 0, 0));
}
static void c641(void)
{
    RESULT_NUMBER(virNodeListDevices(conn, "x", NULL, 0, 0));
}
static void c642(void)
{
    RESULT_NUMBER(virNodeListDevices(conn, NULL, NULL, 1, 1));
}
static void c643(void)
{
    RESULT_NUMBER(virNodeListDevices(conn, NULL, strings, 1, 1));
}
static void c644(void)
{
    RESULT_NUMBER(virNodeListDevices(conn, "x", NULL, 1, 1));
}
static void c645(void)
{
    RESULT_NUMBER(virNodeNumOfDevices(conn, NULL, 0));
}
static void c646(void)
{
    RESULT_NUMBER(virNodeNumOfDevices(conn, NULL, 1));
}
static void c647(void)
{
    RESULT_NUMBER(virNodeSetMemoryParameters(conn, NULL, 0, 0));
}
static void c648(void)
{
    RESULT_NUMBER(virNodeSetMemoryParameters(conn, NULL, 1, 1));
}
static void c649(void)
{
    RESULT_POINTER(virSecretDefineXML(conn, NULL, 0));
}
static void c650(void)
{
    RESULT_POINTER(virSecretDefineXML(conn, NULL, 1));
}
static void c651(void)
{
    RESULT_POINTER(virSecretLookupByUUID(conn, NULL));
}
static void c652(void)
{
    RESULT_POINTER(virSecretLookupByUUIDString(conn, NULL));
}
static void c653(void)
{
    RESULT_POINTER(virSecretLookupByUsage(conn, 0, NULL));
}
static void c654(void)
{
    RESULT_POINTER(virSecretLookupByUsage(conn, 1, NULL));
}
static void c655(void)
{
    RESULT_POINTER(virStoragePoolCreateXML(conn, NULL, 0));
}
static void c656(void)
{
    RESULT_POINTER(virStoragePoolCreateXML(conn, NULL, 1));
}
static void c657(void)
{
    RESULT_POINTER(virStoragePoolDefineXML(conn, NULL, 0));
}
static void c658(void)
{
    RESULT_POINTER(virStoragePoolDefineXML(conn, NULL, 1));
}
static void c659(void)
{
    RESULT_NUMBER(virStoragePoolGetAutostart(pool, NULL));
}
static void c660(void)
{
    RESULT_NUMBER(virStoragePoolGetInfo(pool, NULL));
}
static void c661(void)
{
    RESULT_NUMBER(virStoragePoolGetUUID(pool, NULL));
}
static void c662(void)
{
    RESULT_NUMBER(virStoragePoolGetUUIDString(pool, NULL));
}
static void c663(void)
{
    RESULT_NUMBER(virStoragePoolListAllVolumes(pool, NULL, 0));
}
static void c664(void)
{
    RESULT_NUMBER(virStoragePoolListAllVolumes(pool, NULL, 1));
}
static void c665(void)
{
    RESULT_NUMBER(virStoragePoolListVolumes(pool, NULL, 0));
}
static void c666(void)
{
    RESULT_NUMBER(virStoragePoolListVolumes(pool, NULL, 1));
}
static void c667(void)
{
    RESULT_POINTER(virStoragePoolLookupByName(conn, NULL));
}
static void c668(void)
{
    RESULT_POINTER(virStoragePoolLookupByTargetPath(conn, NULL));
}
static void c669(void)
{
    RESULT_POINTER(virStoragePoolLookupByUUID(conn, NULL));
}
static void c670(void)
{
    RESULT_POINTER(virStoragePoolLookupByUUIDString(conn, NULL));
}
static void c671(void)
{
    RESULT_POINTER(virStorageVolCreateXML(pool, NULL, 0));
}
static void c672(void)
{
    RESULT_POINTER(virStorageVolCreateXML(pool, NULL, 1));
}
static void c673(void)
{
    RESULT_POINTER(virStorageVolCreateXMLFrom(pool, NULL, NULL, 0));
}
static void c674(void)
{
    RESULT_POINTER(virStorageVolCreateXMLFrom(pool, NULL, vol, 0));
}
static void c675(void)
{
    RESULT_POINTER(virStorageVolCreateXMLFrom(pool, "x", NULL, 0));
}
static void c676(void)
{
    RESULT_POINTER(virStorageVolCreateXMLFrom(pool, NULL, NULL, 1));
}
static void c677(void)
{
    RESULT_POINTER(virStorageVolCreateXMLFrom(pool, NULL, vol, 1));
}
static void c678(void)
{
    RESULT_POINTER(virStorageVolCreateXMLFrom(pool, "x", NULL, 1));
}
static void c679(void)
{
    RESULT_NUMBER(virStorageVolDownload(vol, NULL, 0, 0, 0));
}
static void c680(void)
{
    RESULT_NUMBER(virStorageVolDownload(vol, NULL, 1, 1, 1));
}
static void c681(void)
{
    RESULT_NUMBER(virStorageVolGetInfo(vol, NULL));
}
static void c682(void)
{
    RESULT_NUMBER(virStorageVolGetInfoFlags(vol, NULL, 0));
}
static void c683(void)
{
    RESULT_NUMBER(virStorageVolGetInfoFlags(vol, NULL, 1));
}
static void c684(void)
{
    RESULT_POINTER(virStorageVolLookupByKey(conn, NULL));
}
static void c685(void)
{
    RESULT_POINTER(virStorageVolLookupByName(pool, NULL));
}
static void c686(void)
{
    RESULT_POINTER(virStorageVolLookupByPath(conn, NULL));
}
static void c687(void)
{
    RESULT_NUMBER(virStorageVolUpload(vol, NULL, 0, 0, 0));
}
static void c688(void)
{
    RESULT_NUMBER(virStorageVolUpload(vol, NULL, 1, 1, 1));
}
static void c689(void)
{
    RESULT_NUMBER(virStreamEventAddCallback(stream, 0, NULL, NULL, NULL));
}
static void c690(void)
{
    RESULT_NUMBER(virStreamEventAddCallback(stream, 0, NULL, (void *)scratch, (virFreeCallback)nothing));
}
static void c691(void)
{
    RESULT_NUMBER(virStreamEventAddCallback(stream, 0, (virStreamEventCallback)nothing, NULL, (virFreeCallback)nothing));
}
static void c692(void)
{
    RESULT_NUMBER(virStreamEventAddCallback(stream, 0, (virStreamEventCallback)nothing, (void *)scratch, NULL));
}
static void c693(void)
{
    RESULT_NUMBER(virStreamEventAddCallback(stream, 1, NULL, NULL, NULL));
}
static void c694(void)
{
    RESULT_NUMBER(virStreamEventAddCallback(stream, 1, NULL, (void *)scratch, (virFreeCallback)nothing));
}
static void c695(void)
{
    RESULT_NUMBER(virStreamEventAddCallback(stream, 1, (virStreamEventCallback)nothing, NULL, (virFreeCallback)nothing));
}
static void c696(void)
{
    RESULT_NUMBER(virStreamEventAddCallback(stream, 1, (virStreamEventCallback)nothing, (void *)scratch, NULL));
}
static void c697(void)
{
    RESULT_NUMBER(virStreamRecv(stream, NULL, 0));
}
static void c698(void)
{
    RESULT_NUMBER(virStreamRecv(stream, NULL, 1));
}
static void c699(void)
{
    RESULT_NUMBER(virStreamRecvAll(stream, NULL, NULL));
}
static void c700(void)
{
    RESULT_NUMBER(virStreamRecvAll(stream, NULL, (void *)scratch));
}
static void c701(void)
{
    RESULT_NUMBER(virStreamRecvAll(stream, (virStreamSinkFunc)nothing, NULL));
}
static void c702(void)
{
    RESULT_NUMBER(virStreamRecvFlags(stream, NULL, 0, 0));
}
static void c703(void)
{
    RESULT_NUMBER(virStreamRecvFlags(stream, NULL, 1, 1));
}
static void c704(void)
{
    RESULT_NUMBER(virStreamRecvHole(stream, NULL, 0));
}
static void c705(void)
{
    RESULT_NUMBER(virStreamRecvHole(stream, NULL, 1));
}
static void c706(void)
{
    RESULT_NUMBER(virStreamSend(stream, NULL, 0));
}
static void c707(void)
{
    RESULT_NUMBER(virStreamSend(stream, NULL, 1));
}
static void c708(void)
{
    RESULT_NUMBER(virStreamSendAll(stream, NULL, NULL));
}
static void c709(void)
{
    RESULT_NUMBER(virStreamSendAll(stream, NULL, (void *)scratch));
}
static void c710(void)
{
    RESULT_NUMBER(virStreamSendAll(stream, (virStreamSourceFunc)nothing, NULL));
}
static void c711(void)
{
    RESULT_NUMBER(virStreamSparseRecvAll(stream, NULL, NULL, NULL));
}
static void c712(void)
{
    RESULT_NUMBER(virStreamSparseRecvAll(stream, NULL, (virStreamSinkHoleFunc)nothing, (void *)scratch));
}
static void c713(void)
{
    RESULT_NUMBER(virStreamSparseRecvAll(stream, (virStreamSinkFunc)nothing, NULL, (void *)scratch));
}
static void c714(void)
{
    RESULT_NUMBER(virStreamSparseRecvAll(stream, (virStreamSinkFunc)nothing, (virStreamSinkHoleFunc)nothing, NULL));
}
static void c715(void)
{
    RESULT_NUMBER(virStreamSparseSendAll(stream, NULL, NULL, NULL, NULL));
}
static void c716(void)
{
    RESULT_NUMBER(virStreamSparseSendAll(stream, NULL, (virStreamSourceHoleFunc)nothing, (virStreamSourceSkipFunc)nothing, (void *)scratch));
}
static void c717(void)
{
    RESULT_NUMBER(virStreamSparseSendAll(stream, (virStreamSourceFunc)nothing, NULL, (virStreamSourceSkipFunc)nothing, (void *)scratch));
}
static void c718(void)
{
    RESULT_NUMBER(virStreamSparseSendAll(stream, (virStreamSourceFunc)nothing, (virStreamSourceHoleFunc)nothing, NULL, (void *)scratch));
}
static void c719(void)
{
    RESULT_NUMBER(virStreamSparseSendAll(stream, (virStreamSourceFunc)nothing, (virStreamSourceHoleFunc)nothing, (virStreamSourceSkipFunc)nothing, NULL));
}
static void c720(void)
{
    RESULT_NUMBER(virConnectDomainQemuMonitorEventRegister(conn, NULL, NULL, NULL, NULL, NULL, 0));
}
static void c721(void)
{
    RESULT_NUMBER(virConnectDomainQemuMonitorEventRegister(conn, dom, NULL, (virConnectDomainQemuMonitorEventCallback)nothing, (void *)scratch, (virFreeCallback)nothing, 0));
}
static void c722(void)
{
    RESULT_NUMBER(virConnectDomainQemuMonitorEventRegister(conn, dom, "x", NULL, (void *)scratch, (virFreeCallback)nothing, 0));
}
static void c723(void)
{
    RESULT_NUMBER(virConnectDomainQemuMonitorEventRegister(conn, dom, "x", (virConnectDomainQemuMonitorEventCallback)nothing, NULL, (virFreeCallback)nothing, 0));
}
static void c724(void)
{
    RESULT_NUMBER(virConnectDomainQemuMonitorEventRegister(conn, dom, "x", (virConnectDomainQemuMonitorEventCallback)nothing, (void *)scratch, NULL, 0));
}
static void c725(void)
{
    RESULT_NUMBER(virConnectDomainQemuMonitorEventRegister(conn, NULL, "x", (virConnectDomainQemuMonitorEventCallback)nothing, (void *)scratch, (virFreeCallback)nothing, 0));
}
static void c726(void)
{
    RESULT_NUMBER(virConnectDomainQemuMonitorEventRegister(conn, NULL, NULL, NULL, NULL, NULL, 1));
}
static void c727(void)
{
    RESULT_NUMBER(virConnectDomainQemuMonitorEventRegister(conn, dom, NULL, (virConnectDomainQemuMonitorEventCallback)nothing, (void *)scratch, (virFreeCallback)nothing, 1));
}
static void c728(void)
{
    RESULT_NUMBER(virConnectDomainQemuMonitorEventRegister(conn, dom, "x", NULL, (void *)scratch, (virFreeCallback)nothing, 1));
}
static void c729(void)
{
    RESULT_NUMBER(virConnectDomainQemuMonitorEventRegister(conn, dom, "x", (virConnectDomainQemuMonitorEventCallback)nothing, NULL, (virFreeCallback)nothing, 1));
}
static void c730(void)
{
    RESULT_NUMBER(virConnectDomainQemuMonitorEventRegister(conn, dom, "x", (virConnectDomainQemuMonitorEventCallback)nothing, (void *)scratch, NULL, 1));
}
static void c731(void)
{
    RESULT_NUMBER(virConnectDomainQemuMonitorEventRegister(conn, NULL, "x", (virConnectDomainQemuMonitorEventCallback)nothing, (void *)scratch, (virFreeCallback)nothing, 1));
}
static void c732(void)
{
    RESULT_OWNED(virDomainQemuAgentCommand(dom, NULL, 0, 0));
}
static void c733(void)
{
    RESULT_OWNED(virDomainQemuAgentCommand(dom, NULL, 1, 1));
}
static void c734(void)
{
    RESULT_NUMBER(virDomainQemuMonitorCommand(dom, NULL, NULL, 0));
}
static void c735(void)
{
    RESULT_NUMBER(virDomainQemuMonitorCommand(dom, NULL, (void *)scratch, 0));
}
static void c736(void)
{
    RESULT_NUMBER(virDomainQemuMonitorCommand(dom, "x", NULL, 0));
}
static void c737(void)
{
    RESULT_NUMBER(virDomainQemuMonitorCommand(dom, NULL, NULL, 1));
}
static void c738(void)
{
    RESULT_NUMBER(virDomainQemuMonitorCommand(dom, NULL, (void *)scratch, 1));
}
static void c739(void)
{
    RESULT_NUMBER(virDomainQemuMonitorCommand(dom, "x", NULL, 1));
}
static void c740(void)
{
    RESULT_NUMBER(virDomainQemuMonitorCommandWithFiles(dom, NULL, 0, NULL, NULL, NULL, NULL, 0));
}
static void c741(void)
{
    RESULT_NUMBER(virDomainQemuMonitorCommandWithFiles(dom, NULL, 0, (void *)scratch, (void *)scratch, (void *)scratch, (void *)scratch, 0));
}
static void c742(void)
{
    RESULT_NUMBER(virDomainQemuMonitorCommandWithFiles(dom, "x", 0, NULL, (void *)scratch, (void *)scratch, (void *)scratch, 0));
}
static void c743(void)
{
    RESULT_NUMBER(virDomainQemuMonitorCommandWithFiles(dom, "x", 0, (void *)scratch, NULL, (void *)scratch, (void *)scratch, 0));
}
static void c744(void)
{
    RESULT_NUMBER(virDomainQemuMonitorCommandWithFiles(dom, "x", 0, (void *)scratch, (void *)scratch, NULL, (void *)scratch, 0));
}
static void c745(void)
{
    RESULT_NUMBER(virDomainQemuMonitorCommandWithFiles(dom, "x", 0, (void *)scratch, (void *)scratch, (void *)scratch, NULL, 0));
}
static void c746(void)
{
    RESULT_NUMBER(virDomainQemuMonitorCommandWithFiles(dom, NULL, 1, NULL, NULL, NULL, NULL, 1));
}
static void c747(void)
{
    RESULT_NUMBER(virDomainQemuMonitorCommandWithFiles(dom, NULL, 1, (void *)scratch, (void *)scratch, (void *)scratch, (void *)scratch, 1));
}
static void c748(void)
{
    RESULT_NUMBER(virDomainQemuMonitorCommandWithFiles(dom, "x", 1, (void *)scratch, NULL, (void *)scratch, (void *)scratch, 1));
}
static void c749(void)
{
    RESULT_NUMBER(virDomainQemuMonitorCommandWithFiles(dom, "x", 1, (void *)scratch, (void *)scratch, NULL, (void *)scratch, 1));
}
static void c750(void)
{
    RESULT_NUMBER(virDomainQemuMonitorCommandWithFiles(dom, "x", 1, (void *)scratch, (void *)scratch, (void *)scratch, NULL, 1));
}
static void c751(void)
{
    RESULT_NUMBER(virDomainLxcEnterNamespace(dom, 0, NULL, NULL, NULL, 0));
}
static void c752(void)
{
    RESULT_NUMBER(virDomainLxcEnterNamespace(dom, 0, (void *)scratch, NULL, (void *)scratch, 0));
}
static void c753(void)
{
    RESULT_NUMBER(virDomainLxcEnterNamespace(dom, 0, (void *)scratch, (void *)scratch, NULL, 0));
}
static void c754(void)
{
    RESULT_NUMBER(virDomainLxcEnterNamespace(dom, 1, NULL, NULL, NULL, 1));
}
static void c755(void)
{
    RESULT_NUMBER(virDomainLxcEnterNamespace(dom, 1, NULL, (void *)scratch, (void *)scratch, 1));
}
static void c756(void)
{
    RESULT_NUMBER(virDomainLxcEnterNamespace(dom, 1, (void *)scratch, NULL, (void *)scratch, 1));
}
static void c757(void)
{
    RESULT_NUMBER(virDomainLxcEnterNamespace(dom, 1, (void *)scratch, (void *)scratch, NULL, 1));
}
static void c758(void)
{
    RESULT_NUMBER(virDomainLxcOpenNamespace(dom, NULL, 0));
}
static void c759(void)
{
    RESULT_NUMBER(virDomainLxcOpenNamespace(dom, NULL, 1));
}

static const struct step steps[] = {
    {"virConnectBaselineCPU all/0", c0},
    {"virConnectBaselineCPU all/1", c1},
    {"virConnectBaselineHypervisorCPU all/0", c2},
    {"virConnectBaselineHypervisorCPU emulator/0", c3},
    {"virConnectBaselineHypervisorCPU arch/0", c4},
    {"virConnectBaselineHypervisorCPU machine/0", c5},
    {"virConnectBaselineHypervisorCPU virttype/0", c6},
    {"virConnectBaselineHypervisorCPU xmlCPUs/0", c7},
    {"virConnectBaselineHypervisorCPU all/1", c8},
    {"virConnectBaselineHypervisorCPU emulator/1", c9},
    {"virConnectBaselineHypervisorCPU arch/1", c10},
    {"virConnectBaselineHypervisorCPU machine/1", c11},
    {"virConnectBaselineHypervisorCPU virttype/1", c12},
    {"virConnectBaselineHypervisorCPU xmlCPUs/1", c13},
    {"virConnectCompareCPU all/0", c14},
    {"virConnectCompareCPU all/1", c15},
    {"virConnectCompareHypervisorCPU all/0", c16},
    {"virConnectCompareHypervisorCPU emulator/0", c17},
    {"virConnectCompareHypervisorCPU arch/0", c18},
    {"virConnectCompareHypervisorCPU machine/0", c19},
    {"virConnectCompareHypervisorCPU virttype/0", c20},
    {"virConnectCompareHypervisorCPU xmlCPU/0", c21},
    {"virConnectCompareHypervisorCPU all/1", c22},
    {"virConnectCompareHypervisorCPU emulator/1", c23},
    {"virConnectCompareHypervisorCPU arch/1", c24},
    {"virConnectCompareHypervisorCPU machine/1", c25},
    {"virConnectCompareHypervisorCPU virttype/1", c26},
    {"virConnectCompareHypervisorCPU xmlCPU/1", c27},
    {"virConnectDomainEventDeregister all/0", c28},
    {"virConnectDomainEventRegister all/0", c29},
    {"virConnectDomainEventRegister cb/0", c30},
    {"virConnectDomainEventRegister opaque/0", c31},
    {"virConnectDomainEventRegister freecb/0", c32},
    {"virConnectDomainEventRegisterAny all/0", c33},
    {"virConnectDomainEventRegisterAny cb/0", c34},
    {"virConnectDomainEventRegisterAny opaque/0", c35},
    {"virConnectDomainEventRegisterAny freecb/0", c36},
    {"virConnectDomainEventRegisterAny dom/0", c37},
    {"virConnectDomainEventRegisterAny all/1", c38},
    {"virConnectDomainEventRegisterAny cb/1", c39},
    {"virConnectDomainEventRegisterAny opaque/1", c40},
    {"virConnectDomainEventRegisterAny freecb/1", c41},
    {"virConnectDomainEventRegisterAny dom/1", c42},
    {"virConnectDomainXMLFromNative all/0", c43},
    {"virConnectDomainXMLFromNative nativeFormat/0", c44},
    {"virConnectDomainXMLFromNative nativeConfig/0", c45},
    {"virConnectDomainXMLFromNative all/1", c46},
    {"virConnectDomainXMLFromNative nativeFormat/1", c47},
    {"virConnectDomainXMLFromNative nativeConfig/1", c48},
    {"virConnectDomainXMLToNative all/0", c49},
    {"virConnectDomainXMLToNative nativeFormat/0", c50},
    {"virConnectDomainXMLToNative domainXml/0", c51},
    {"virConnectDomainXMLToNative all/1", c52},
    {"virConnectDomainXMLToNative nativeFormat/1", c53},
    {"virConnectDomainXMLToNative domainXml/1", c54},
    {"virConnectFindStoragePoolSources all/0", c55},
    {"virConnectFindStoragePoolSources type/0", c56},
    {"virConnectFindStoragePoolSources srcSpec/0", c57},
    {"virConnectFindStoragePoolSources all/1", c58},
    {"virConnectFindStoragePoolSources type/1", c59},
    {"virConnectFindStoragePoolSources srcSpec/1", c60},
    {"virConnectGetAllDomainStats all/0", c61},
    {"virConnectGetAllDomainStats all/1", c62},
    {"virConnectGetCPUModelNames all/0", c63},
    {"virConnectGetCPUModelNames arch/0", c64},
    {"virConnectGetCPUModelNames models/0", c65},
    {"virConnectGetCPUModelNames all/1", c66},
    {"virConnectGetCPUModelNames arch/1", c67},
    {"virConnectGetCPUModelNames models/1", c68},
    {"virConnectGetDomainCapabilities all/0", c69},
    {"virConnectGetDomainCapabilities emulatorbin/0", c70},
    {"virConnectGetDomainCapabilities arch/0", c71},
    {"virConnectGetDomainCapabilities machine/0", c72},
    {"virConnectGetDomainCapabilities virttype/0", c73},
    {"virConnectGetDomainCapabilities all/1", c74},
    {"virConnectGetDomainCapabilities emulatorbin/1", c75},
    {"virConnectGetDomainCapabilities arch/1", c76},
    {"virConnectGetDomainCapabilities machine/1", c77},
    {"virConnectGetDomainCapabilities virttype/1", c78},
    {"virConnectGetLibVersion all/0", c79},
    {"virConnectGetMaxVcpus all/0", c80},
    {"virConnectGetVersion all/0", c81},
    {"virConnectListAllDomains all/0", c82},
    {"virConnectListAllDomains all/1", c83},
    {"virConnectListAllInterfaces all/0", c84},
    {"virConnectListAllInterfaces all/1", c85},
    {"virConnectListAllNWFilterBindings all/0", c86},
    {"virConnectListAllNWFilterBindings all/1", c87},
    {"virConnectListAllNWFilters all/0", c88},
    {"virConnectListAllNWFilters all/1", c89},
    {"virConnectListAllNetworks all/0", c90},
    {"virConnectListAllNetworks all/1", c91},
    {"virConnectListAllNodeDevices all/0", c92},
    {"virConnectListAllNodeDevices all/1", c93},
    {"virConnectListAllSecrets all/0", c94},
    {"virConnectListAllSecrets all/1", c95},
    {"virConnectListAllStoragePools all/0", c96},
    {"virConnectListAllStoragePools all/1", c97},
    {"virConnectListDefinedDomains all/0", c98},
    {"virConnectListDefinedDomains all/1", c99},
    {"virConnectListDefinedInterfaces all/0", c100},
    {"virConnectListDefinedInterfaces all/1", c101},
    {"virConnectListDefinedNetworks all/0", c102},
    {"virConnectListDefinedNetworks all/1", c103},
    {"virConnectListDefinedStoragePools all/0", c104},
    {"virConnectListDefinedStoragePools all/1", c105},
    {"virConnectListDomains all/0", c106},
    {"virConnectListDomains all/1", c107},
    {"virConnectListInterfaces all/0", c108},
    {"virConnectListInterfaces all/1", c109},
    {"virConnectListNWFilters all/0", c110},
    {"virConnectListNWFilters all/1", c111},
    {"virConnectListNetworks all/0", c112},
    {"virConnectListNetworks all/1", c113},
    {"virConnectListSecrets all/0", c114},
    {"virConnectListSecrets all/1", c115},
    {"virConnectListStoragePools all/0", c116},
    {"virConnectListStoragePools all/1", c117},
    {"virConnectNetworkEventRegisterAny all/0", c118},
    {"virConnectNetworkEventRegisterAny cb/0", c119},
    {"virConnectNetworkEventRegisterAny opaque/0", c120},
    {"virConnectNetworkEventRegisterAny freecb/0", c121},
    {"virConnectNetworkEventRegisterAny net/0", c122},
    {"virConnectNetworkEventRegisterAny all/1", c123},
    {"virConnectNetworkEventRegisterAny cb/1", c124},
    {"virConnectNodeDeviceEventRegisterAny all/0", c125},
    {"virConnectNodeDeviceEventRegisterAny cb/0", c126},
    {"virConnectNodeDeviceEventRegisterAny opaque/0", c127},
    {"virConnectNodeDeviceEventRegisterAny freecb/0", c128},
    {"virConnectNodeDeviceEventRegisterAny dev/0", c129},
    {"virConnectNodeDeviceEventRegisterAny all/1", c130},
    {"virConnectNodeDeviceEventRegisterAny cb/1", c131},
    {"virConnectNodeDeviceEventRegisterAny opaque/1", c132},
    {"virConnectNodeDeviceEventRegisterAny freecb/1", c133},
    {"virConnectNodeDeviceEventRegisterAny dev/1", c134},
    {"virConnectRegisterCloseCallback all/0", c135},
    {"virConnectRegisterCloseCallback cb/0", c136},
    {"virConnectRegisterCloseCallback opaque/0", c137},
    {"virConnectRegisterCloseCallback freecb/0", c138},
    {"virConnectSetIdentity all/0", c139},
    {"virConnectStoragePoolEventRegisterAny all/0", c140},
    {"virConnectStoragePoolEventRegisterAny cb/0", c141},
    {"virConnectStoragePoolEventRegisterAny opaque/0", c142},
    {"virConnectStoragePoolEventRegisterAny freecb/0", c143},
    {"virConnectStoragePoolEventRegisterAny pool/0", c144},
    {"virConnectStoragePoolEventRegisterAny all/1", c145},
    {"virConnectStoragePoolEventRegisterAny cb/1", c146},
    {"virConnectStoragePoolEventRegisterAny opaque/1", c147},
    {"virConnectStoragePoolEventRegisterAny freecb/1", c148},
    {"virConnectStoragePoolEventRegisterAny pool/1", c149},
    {"virConnectUnregisterCloseCallback all/0", c150},
    {"virDomainAttachDevice all/0", c151},
    {"virDomainAttachDeviceFlags all/0", c152},
    {"virDomainAttachDeviceFlags all/1", c153},
    {"virDomainAuthorizedSSHKeysGet all/0", c154},
    {"virDomainAuthorizedSSHKeysGet user/0", c155},
    {"virDomainAuthorizedSSHKeysGet keys/0", c156},
    {"virDomainAuthorizedSSHKeysGet all/1", c157},
    {"virDomainAuthorizedSSHKeysGet user/1", c158},
    {"virDomainAuthorizedSSHKeysGet keys/1", c159},
    {"virDomainAuthorizedSSHKeysSet all/0", c160},
    {"virDomainAuthorizedSSHKeysSet user/0", c161},
    {"virDomainAuthorizedSSHKeysSet keys/0", c162},
    {"virDomainAuthorizedSSHKeysSet all/1", c163},
    {"virDomainAuthorizedSSHKeysSet user/1", c164},
    {"virDomainAuthorizedSSHKeysSet keys/1", c165},
    {"virDomainBackupBegin all/0", c166},
    {"virDomainBackupBegin backupXML/0", c167},
    {"virDomainBackupBegin checkpointXML/0", c168},
    {"virDomainBackupBegin all/1", c169},
    {"virDomainBackupBegin backupXML/1", c170},
    {"virDomainBackupBegin checkpointXML/1", c171},
    {"virDomainBlockCommit all/0", c172},
    {"virDomainBlockCommit disk/0", c173},
    {"virDomainBlockCommit base/0", c174},
    {"virDomainBlockCommit top/0", c175},
    {"virDomainBlockCommit all/1", c176},
    {"virDomainBlockCommit disk/1", c177},
    {"virDomainBlockCommit base/1", c178},
    {"virDomainBlockCommit top/1", c179},
    {"virDomainBlockCopy all/0", c180},
    {"virDomainBlockCopy disk/0", c181},
    {"virDomainBlockCopy destxml/0", c182},
    {"virDomainBlockCopy params/0", c183},
    {"virDomainBlockCopy all/1", c184},
    {"virDomainBlockCopy disk/1", c185},
    {"virDomainBlockCopy destxml/1", c186},
    {"virDomainBlockCopy params/1", c187},
    {"virDomainBlockJobAbort all/0", c188},
    {"virDomainBlockJobAbort all/1", c189},
    {"virDomainBlockJobSetSpeed all/0", c190},
    {"virDomainBlockJobSetSpeed all/1", c191},
    {"virDomainBlockPeek all/0", c192},
    {"virDomainBlockPeek disk/0", c193},
    {"virDomainBlockPeek buffer/0", c194},
    {"virDomainBlockPeek all/1", c195},
    {"virDomainBlockPeek disk/1", c196},
    {"virDomainBlockPeek buffer/1", c197},
    {"virDomainBlockPull all/0", c198},
    {"virDomainBlockPull all/1", c199},
    {"virDomainBlockRebase all/0", c200},
    {"virDomainBlockRebase disk/0", c201},
    {"virDomainBlockRebase base/0", c202},
    {"virDomainBlockRebase all/1", c203},
    {"virDomainBlockRebase disk/1", c204},
    {"virDomainBlockRebase base/1", c205},
    {"virDomainBlockResize all/0", c206},
    {"virDomainBlockResize all/1", c207},
    {"virDomainBlockStats all/0", c208},
    {"virDomainBlockStats disk/0", c209},
    {"virDomainBlockStats stats/0", c210},
    {"virDomainBlockStats all/1", c211},
    {"virDomainBlockStats disk/1", c212},
    {"virDomainBlockStats stats/1", c213},
    {"virDomainBlockStatsFlags all/0", c214},
    {"virDomainBlockStatsFlags disk/0", c215},
    {"virDomainBlockStatsFlags params/0", c216},
    {"virDomainBlockStatsFlags nparams/0", c217},
    {"virDomainBlockStatsFlags all/1", c218},
    {"virDomainBlockStatsFlags disk/1", c219},
    {"virDomainBlockStatsFlags params/1", c220},
    {"virDomainBlockStatsFlags nparams/1", c221},
    {"virDomainCheckpointCreateXML all/0", c222},
    {"virDomainCheckpointCreateXML all/1", c223},
    {"virDomainCheckpointLookupByName all/0", c224},
    {"virDomainCheckpointLookupByName all/1", c225},
    {"virDomainCoreDump all/0", c226},
    {"virDomainCoreDump all/1", c227},
    {"virDomainCoreDumpWithFormat all/0", c228},
    {"virDomainCoreDumpWithFormat all/1", c229},
    {"virDomainCreateLinux all/0", c230},
    {"virDomainCreateLinux all/1", c231},
    {"virDomainCreateWithFiles all/0", c232},
    {"virDomainCreateXML all/0", c233},
    {"virDomainCreateXML all/1", c234},
    {"virDomainCreateXMLWithFiles all/0", c235},
    {"virDomainCreateXMLWithFiles xmlDesc/0", c236},
    {"virDomainCreateXMLWithFiles files/0", c237},
    {"virDomainCreateXMLWithFiles all/1", c238},
    {"virDomainCreateXMLWithFiles xmlDesc/1", c239},
    {"virDomainDefineXML all/0", c240},
    {"virDomainDefineXMLFlags all/0", c241},
    {"virDomainDefineXMLFlags all/1", c242},
    {"virDomainDetachDevice all/0", c243},
    {"virDomainDetachDeviceAlias all/0", c244},
    {"virDomainDetachDeviceAlias all/1", c245},
    {"virDomainDetachDeviceFlags all/0", c246},
    {"virDomainDetachDeviceFlags all/1", c247},
    {"virDomainFDAssociate all/0", c248},
    {"virDomainFDAssociate name/0", c249},
    {"virDomainFDAssociate fds/0", c250},
    {"virDomainFDAssociate all/1", c251},
    {"virDomainFDAssociate name/1", c252},
    {"virDomainFDAssociate fds/1", c253},
    {"virDomainFSFreeze all/0", c254},
    {"virDomainFSFreeze all/1", c255},
    {"virDomainFSThaw all/0", c256},
    {"virDomainFSThaw all/1", c257},
    {"virDomainFSTrim all/0", c258},
    {"virDomainFSTrim all/1", c259},
    {"virDomainGetAutostart all/0", c260},
    {"virDomainGetBlkioParameters all/0", c261},
    {"virDomainGetBlkioParameters params/0", c262},
    {"virDomainGetBlkioParameters nparams/0", c263},
    {"virDomainGetBlkioParameters all/1", c264},
    {"virDomainGetBlkioParameters params/1", c265},
    {"virDomainGetBlkioParameters nparams/1", c266},
    {"virDomainGetBlockInfo all/0", c267},
    {"virDomainGetBlockInfo disk/0", c268},
    {"virDomainGetBlockInfo info/0", c269},
    {"virDomainGetBlockInfo all/1", c270},
    {"virDomainGetBlockInfo disk/1", c271},
    {"virDomainGetBlockInfo info/1", c272},
    {"virDomainGetBlockIoTune all/0", c273},
    {"virDomainGetBlockIoTune disk/0", c274},
    {"virDomainGetBlockIoTune params/0", c275},
    {"virDomainGetBlockIoTune nparams/0", c276},
    {"virDomainGetBlockIoTune all/1", c277},
    {"virDomainGetBlockIoTune disk/1", c278},
    {"virDomainGetBlockIoTune params/1", c279},
    {"virDomainGetBlockIoTune nparams/1", c280},
    {"virDomainGetBlockJobInfo all/0", c281},
    {"virDomainGetBlockJobInfo disk/0", c282},
    {"virDomainGetBlockJobInfo info/0", c283},
    {"virDomainGetBlockJobInfo all/1", c284},
    {"virDomainGetBlockJobInfo disk/1", c285},
    {"virDomainGetBlockJobInfo info/1", c286},
    {"virDomainGetCPUStats all/0", c287},
    {"virDomainGetCPUStats all/1", c288},
    {"virDomainGetControlInfo all/0", c289},
    {"virDomainGetControlInfo all/1", c290},
    {"virDomainGetDiskErrors all/0", c291},
    {"virDomainGetDiskErrors all/1", c292},
    {"virDomainGetEmulatorPinInfo all/0", c293},
    {"virDomainGetEmulatorPinInfo all/1", c294},
    {"virDomainGetFSInfo all/0", c295},
    {"virDomainGetFSInfo all/1", c296},
    {"virDomainGetGuestInfo all/0", c297},
    {"virDomainGetGuestInfo params/0", c298},
    {"virDomainGetGuestInfo nparams/0", c299},
    {"virDomainGetGuestInfo all/1", c300},
    {"virDomainGetGuestInfo params/1", c301},
    {"virDomainGetGuestInfo nparams/1", c302},
    {"virDomainGetGuestVcpus all/0", c303},
    {"virDomainGetGuestVcpus params/0", c304},
    {"virDomainGetGuestVcpus nparams/0", c305},
    {"virDomainGetGuestVcpus all/1", c306},
    {"virDomainGetGuestVcpus params/1", c307},
    {"virDomainGetGuestVcpus nparams/1", c308},
    {"virDomainGetIOThreadInfo all/0", c309},
    {"virDomainGetIOThreadInfo all/1", c310},
    {"virDomainGetInfo all/0", c311},
    {"virDomainGetInterfaceParameters all/0", c312},
    {"virDomainGetInterfaceParameters device/0", c313},
    {"virDomainGetInterfaceParameters params/0", c314},
    {"virDomainGetInterfaceParameters nparams/0", c315},
    {"virDomainGetInterfaceParameters all/1", c316},
    {"virDomainGetInterfaceParameters device/1", c317},
    {"virDomainGetInterfaceParameters params/1", c318},
    {"virDomainGetInterfaceParameters nparams/1", c319},
    {"virDomainGetJobInfo all/0", c320},
    {"virDomainGetJobStats all/0", c321},
    {"virDomainGetJobStats type/0", c322},
    {"virDomainGetJobStats params/0", c323},
    {"virDomainGetJobStats nparams/0", c324},
    {"virDomainGetJobStats all/1", c325},
    {"virDomainGetJobStats type/1", c326},
    {"virDomainGetJobStats params/1", c327},
    {"virDomainGetJobStats nparams/1", c328},
    {"virDomainGetLaunchSecurityInfo all/0", c329},
    {"virDomainGetLaunchSecurityInfo params/0", c330},
    {"virDomainGetLaunchSecurityInfo nparams/0", c331},
    {"virDomainGetLaunchSecurityInfo all/1", c332},
    {"virDomainGetLaunchSecurityInfo params/1", c333},
    {"virDomainGetLaunchSecurityInfo nparams/1", c334},
    {"virDomainGetMemoryParameters all/0", c335},
    {"virDomainGetMemoryParameters params/0", c336},
    {"virDomainGetMemoryParameters nparams/0", c337},
    {"virDomainGetMemoryParameters all/1", c338},
    {"virDomainGetMemoryParameters params/1", c339},
    {"virDomainGetMemoryParameters nparams/1", c340},
    {"virDomainGetMessages all/0", c341},
    {"virDomainGetMessages all/1", c342},
    {"virDomainGetMetadata all/0", c343},
    {"virDomainGetMetadata all/1", c344},
    {"virDomainGetNumaParameters all/0", c345},
    {"virDomainGetNumaParameters params/0", c346},
    {"virDomainGetNumaParameters nparams/0", c347},
    {"virDomainGetNumaParameters all/1", c348},
    {"virDomainGetNumaParameters params/1", c349},
    {"virDomainGetNumaParameters nparams/1", c350},
    {"virDomainGetPerfEvents all/0", c351},
    {"virDomainGetPerfEvents params/0", c352},
    {"virDomainGetPerfEvents nparams/0", c353},
    {"virDomainGetPerfEvents all/1", c354},
    {"virDomainGetPerfEvents params/1", c355},
    {"virDomainGetPerfEvents nparams/1", c356},
    {"virDomainGetSchedulerParameters all/0", c357},
    {"virDomainGetSchedulerParameters params/0", c358},
    {"virDomainGetSchedulerParameters nparams/0", c359},
    {"virDomainGetSchedulerParametersFlags all/0", c360},
    {"virDomainGetSchedulerParametersFlags params/0", c361},
    {"virDomainGetSchedulerParametersFlags nparams/0", c362},
    {"virDomainGetSchedulerParametersFlags all/1", c363},
    {"virDomainGetSchedulerParametersFlags params/1", c364},
    {"virDomainGetSchedulerParametersFlags nparams/1", c365},
    {"virDomainGetSchedulerType all/0", c366},
    {"virDomainGetSecurityLabel all/0", c367},
    {"virDomainGetSecurityLabelList all/0", c368},
    {"virDomainGetState all/0", c369},
    {"virDomainGetState state/0", c370},
    {"virDomainGetState reason/0", c371},
    {"virDomainGetState all/1", c372},
    {"virDomainGetState state/1", c373},
    {"virDomainGetState reason/1", c374},
    {"virDomainGetUUID all/0", c375},
    {"virDomainGetUUIDString all/0", c376},
    {"virDomainGetVcpuPinInfo all/0", c377},
    {"virDomainGetVcpuPinInfo all/1", c378},
    {"virDomainGetVcpus all/0", c379},
    {"virDomainGetVcpus info/0", c380},
    {"virDomainGetVcpus cpumaps/0", c381},
    {"virDomainGetVcpus all/1", c382},
    {"virDomainGetVcpus info/1", c383},
    {"virDomainGetVcpus cpumaps/1", c384},
    {"virDomainInterfaceAddresses all/0", c385},
    {"virDomainInterfaceAddresses all/1", c386},
    {"virDomainInterfaceStats all/0", c387},
    {"virDomainInterfaceStats device/0", c388},
    {"virDomainInterfaceStats stats/0", c389},
    {"virDomainInterfaceStats all/1", c390},
    {"virDomainInterfaceStats device/1", c391},
    {"virDomainInterfaceStats stats/1", c392},
    {"virDomainListAllCheckpoints all/0", c393},
    {"virDomainListAllCheckpoints all/1", c394},
    {"virDomainListAllSnapshots all/0", c395},
    {"virDomainListAllSnapshots all/1", c396},
    {"virDomainLookupByName all/0", c397},
    {"virDomainLookupByUUID all/0", c398},
    {"virDomainLookupByUUIDString all/0", c399},
    {"virDomainManagedSaveDefineXML all/0", c400},
    {"virDomainManagedSaveDefineXML all/1", c401},
    {"virDomainMemoryPeek all/0", c402},
    {"virDomainMemoryPeek all/1", c403},
    {"virDomainMemoryStats all/0", c404},
    {"virDomainMemoryStats all/1", c405},
    {"virDomainMigrate3 params/0", c406},
    {"virDomainMigrateGetCompressionCache all/0", c407},
    {"virDomainMigrateGetCompressionCache all/1", c408},
    {"virDomainMigrateGetMaxDowntime all/0", c409},
    {"virDomainMigrateGetMaxDowntime all/1", c410},
    {"virDomainMigrateGetMaxSpeed all/0", c411},
    {"virDomainMigrateGetMaxSpeed all/1", c412},
    {"virDomainMigrateToURI all/0", c413},
    {"virDomainMigrateToURI duri/0", c414},
    {"virDomainMigrateToURI dname/0", c415},
    {"virDomainMigrateToURI all/1", c416},
    {"virDomainMigrateToURI duri/1", c417},
    {"virDomainMigrateToURI dname/1", c418},
    {"virDomainMigrateToURI2 all/0", c419},
    {"virDomainMigrateToURI2 dconnuri/0", c420},
    {"virDomainMigrateToURI2 miguri/0", c421},
    {"virDomainMigrateToURI2 dxml/0", c422},
    {"virDomainMigrateToURI2 dname/0", c423},
    {"virDomainMigrateToURI2 all/1", c424},
    {"virDomainMigrateToURI2 dconnuri/1", c425},
    {"virDomainMigrateToURI2 miguri/1", c426},
    {"virDomainMigrateToURI2 dxml/1", c427},
    {"virDomainMigrateToURI2 dname/1", c428},
    {"virDomainMigrateToURI3 all/0", c429},
    {"virDomainMigrateToURI3 dconnuri/0", c430},
    {"virDomainMigrateToURI3 params/0", c431},
    {"virDomainMigrateToURI3 all/1", c432},
    {"virDomainMigrateToURI3 dconnuri/1", c433},
    {"virDomainMigrateToURI3 params/1", c434},
    {"virDomainOpenChannel all/0", c435},
    {"virDomainOpenChannel name/0", c436},
    {"virDomainOpenChannel st/0", c437},
    {"virDomainOpenChannel all/1", c438},
    {"virDomainOpenChannel name/1", c439},
    {"virDomainOpenChannel st/1", c440},
    {"virDomainOpenConsole all/0", c441},
    {"virDomainOpenConsole dev_name/0", c442},
    {"virDomainOpenConsole st/0", c443},
    {"virDomainOpenConsole all/1", c444},
    {"virDomainOpenConsole dev_name/1", c445},
    {"virDomainOpenConsole st/1", c446},
    {"virDomainPinEmulator all/0", c447},
    {"virDomainPinEmulator all/1", c448},
    {"virDomainPinIOThread all/0", c449},
    {"virDomainPinIOThread all/1", c450},
    {"virDomainPinVcpu all/0", c451},
    {"virDomainPinVcpu all/1", c452},
    {"virDomainPinVcpuFlags all/0", c453},
    {"virDomainPinVcpuFlags all/1", c454},
    {"virDomainRename all/0", c455},
    {"virDomainRename all/1", c456},
    {"virDomainRestore all/0", c457},
    {"virDomainRestoreFlags all/0", c458},
    {"virDomainRestoreFlags from/0", c459},
    {"virDomainRestoreFlags dxml/0", c460},
    {"virDomainRestoreFlags all/1", c461},
    {"virDomainRestoreFlags from/1", c462},
    {"virDomainRestoreFlags dxml/1", c463},
    {"virDomainRestoreParams all/0", c464},
    {"virDomainSave all/0", c465},
    {"virDomainSaveImageDefineXML all/0", c466},
    {"virDomainSaveImageDefineXML file/0", c467},
    {"virDomainSaveImageDefineXML dxml/0", c468},
    {"virDomainSaveImageDefineXML all/1", c469},
    {"virDomainSaveImageDefineXML file/1", c470},
    {"virDomainSaveImageDefineXML dxml/1", c471},
    {"virDomainSaveImageGetXMLDesc all/0", c472},
    {"virDomainSaveImageGetXMLDesc all/1", c473},
    {"virDomainSaveParams all/0", c474},
    {"virDomainScreenshot all/0", c475},
    {"virDomainScreenshot all/1", c476},
    {"virDomainSendKey all/0", c477},
    {"virDomainSendKey all/1", c478},
    {"virDomainSetBlkioParameters all/0", c479},
    {"virDomainSetBlkioParameters all/1", c480},
    {"virDomainSetBlockIoTune all/0", c481},
    {"virDomainSetBlockIoTune disk/0", c482},
    {"virDomainSetBlockIoTune params/0", c483},
    {"virDomainSetBlockIoTune all/1", c484},
    {"virDomainSetBlockIoTune disk/1", c485},
    {"virDomainSetBlockIoTune params/1", c486},
    {"virDomainSetBlockThreshold all/0", c487},
    {"virDomainSetBlockThreshold all/1", c488},
    {"virDomainSetGuestVcpus all/0", c489},
    {"virDomainSetGuestVcpus all/1", c490},
    {"virDomainSetIOThreadParams all/0", c491},
    {"virDomainSetIOThreadParams all/1", c492},
    {"virDomainSetInterfaceParameters all/0", c493},
    {"virDomainSetInterfaceParameters device/0", c494},
    {"virDomainSetInterfaceParameters params/0", c495},
    {"virDomainSetInterfaceParameters all/1", c496},
    {"virDomainSetInterfaceParameters device/1", c497},
    {"virDomainSetInterfaceParameters params/1", c498},
    {"virDomainSetLaunchSecurityState all/0", c499},
    {"virDomainSetLaunchSecurityState all/1", c500},
    {"virDomainSetMemoryParameters all/0", c501},
    {"virDomainSetMemoryParameters all/1", c502},
    {"virDomainSetMetadata all/0", c503},
    {"virDomainSetMetadata metadata/0", c504},
    {"virDomainSetMetadata key/0", c505},
    {"virDomainSetMetadata uri/0", c506},
    {"virDomainSetMetadata all/1", c507},
    {"virDomainSetMetadata metadata/1", c508},
    {"virDomainSetMetadata key/1", c509},
    {"virDomainSetMetadata uri/1", c510},
    {"virDomainSetNumaParameters all/0", c511},
    {"virDomainSetNumaParameters all/1", c512},
    {"virDomainSetPerfEvents all/0", c513},
    {"virDomainSetPerfEvents all/1", c514},
    {"virDomainSetSchedulerParameters all/0", c515},
    {"virDomainSetSchedulerParameters all/1", c516},
    {"virDomainSetSchedulerParametersFlags all/0", c517},
    {"virDomainSetSchedulerParametersFlags all/1", c518},
    {"virDomainSetUserPassword all/0", c519},
    {"virDomainSetUserPassword user/0", c520},
    {"virDomainSetUserPassword password/0", c521},
    {"virDomainSetUserPassword all/1", c522},
    {"virDomainSetUserPassword user/1", c523},
    {"virDomainSetUserPassword password/1", c524},
    {"virDomainSetVcpu all/0", c525},
    {"virDomainSetVcpu all/1", c526},
    {"virDomainSnapshotCreateXML all/0", c527},
    {"virDomainSnapshotCreateXML all/1", c528},
    {"virDomainSnapshotListAllChildren all/0", c529},
    {"virDomainSnapshotListAllChildren all/1", c530},
    {"virDomainSnapshotListChildrenNames all/0", c531},
    {"virDomainSnapshotListChildrenNames all/1", c532},
    {"virDomainSnapshotListNames all/1", c533},
    {"virDomainSnapshotLookupByName all/0", c534},
    {"virDomainSnapshotLookupByName all/1", c535},
    {"virDomainUpdateDeviceFlags all/0", c536},
    {"virDomainUpdateDeviceFlags all/1", c537},
    {"virInterfaceDefineXML all/0", c538},
    {"virInterfaceDefineXML all/1", c539},
    {"virInterfaceLookupByMACString all/0", c540},
    {"virInterfaceLookupByName all/0", c541},
    {"virNWFilterBindingCreateXML all/0", c542},
    {"virNWFilterBindingCreateXML all/1", c543},
    {"virNWFilterBindingLookupByPortDev all/0", c544},
    {"virNWFilterDefineXML all/0", c545},
    {"virNWFilterDefineXMLFlags all/0", c546},
    {"virNWFilterDefineXMLFlags all/1", c547},
    {"virNWFilterLookupByName all/0", c548},
    {"virNWFilterLookupByUUID all/0", c549},
    {"virNWFilterLookupByUUIDString all/0", c550},
    {"virNetworkCreateXML all/0", c551},
    {"virNetworkCreateXMLFlags all/0", c552},
    {"virNetworkCreateXMLFlags all/1", c553},
    {"virNetworkDefineXML all/0", c554},
    {"virNetworkDefineXMLFlags all/0", c555},
    {"virNetworkDefineXMLFlags all/1", c556},
    {"virNetworkGetAutostart all/0", c557},
    {"virNetworkGetDHCPLeases all/0", c558},
    {"virNetworkGetDHCPLeases mac/0", c559},
    {"virNetworkGetDHCPLeases leases/0", c560},
    {"virNetworkGetDHCPLeases all/1", c561},
    {"virNetworkGetDHCPLeases mac/1", c562},
    {"virNetworkGetDHCPLeases leases/1", c563},
    {"virNetworkGetUUID all/0", c564},
    {"virNetworkGetUUIDString all/0", c565},
    {"virNetworkListAllPorts all/0", c566},
    {"virNetworkListAllPorts all/1", c567},
    {"virNetworkLookupByName all/0", c568},
    {"virNetworkLookupByUUID all/0", c569},
    {"virNetworkLookupByUUIDString all/0", c570},
    {"virNetworkPortCreateXML all/0", c571},
    {"virNetworkPortCreateXML all/1", c572},
    {"virNetworkPortLookupByUUID all/0", c573},
    {"virNetworkPortLookupByUUIDString all/0", c574},
    {"virNetworkUpdate all/0", c575},
    {"virNetworkUpdate all/1", c576},
    {"virNodeAllocPages all/0", c577},
    {"virNodeAllocPages pageSizes/0", c578},
    {"virNodeAllocPages pageCounts/0", c579},
    {"virNodeAllocPages all/1", c580},
    {"virNodeAllocPages pageSizes/1", c581},
    {"virNodeAllocPages pageCounts/1", c582},
    {"virNodeDeviceCreateXML all/0", c583},
    {"virNodeDeviceCreateXML all/1", c584},
    {"virNodeDeviceDefineXML all/0", c585},
    {"virNodeDeviceDefineXML all/1", c586},
    {"virNodeDeviceDetachFlags all/0", c587},
    {"virNodeDeviceDetachFlags all/1", c588},
    {"virNodeDeviceGetAutostart all/0", c589},
    {"virNodeDeviceListCaps all/0", c590},
    {"virNodeDeviceListCaps all/1", c591},
    {"virNodeDeviceLookupByName all/0", c592},
    {"virNodeDeviceLookupSCSIHostByWWN all/0", c593},
    {"virNodeDeviceLookupSCSIHostByWWN wwnn/0", c594},
    {"virNodeDeviceLookupSCSIHostByWWN wwpn/0", c595},
    {"virNodeDeviceLookupSCSIHostByWWN all/1", c596},
    {"virNodeDeviceLookupSCSIHostByWWN wwnn/1", c597},
    {"virNodeDeviceLookupSCSIHostByWWN wwpn/1", c598},
    {"virNodeGetCPUMap all/0", c599},
    {"virNodeGetCPUMap cpumap/0", c600},
    {"virNodeGetCPUMap online/0", c601},
    {"virNodeGetCPUMap all/1", c602},
    {"virNodeGetCPUMap cpumap/1", c603},
    {"virNodeGetCPUMap online/1", c604},
    {"virNodeGetCPUStats all/0", c605},
    {"virNodeGetCPUStats params/0", c606},
    {"virNodeGetCPUStats nparams/0", c607},
    {"virNodeGetCPUStats all/1", c608},
    {"virNodeGetCPUStats params/1", c609},
    {"virNodeGetCPUStats nparams/1", c610},
    {"virNodeGetCellsFreeMemory all/0", c611},
    {"virNodeGetCellsFreeMemory all/1", c612},
    {"virNodeGetFreePages all/0", c613},
    {"virNodeGetFreePages pages/0", c614},
    {"virNodeGetFreePages counts/0", c615},
    {"virNodeGetFreePages all/1", c616},
    {"virNodeGetFreePages pages/1", c617},
    {"virNodeGetFreePages counts/1", c618},
    {"virNodeGetInfo all/0", c619},
    {"virNodeGetMemoryParameters all/0", c620},
    {"virNodeGetMemoryParameters params/0", c621},
    {"virNodeGetMemoryParameters nparams/0", c622},
    {"virNodeGetMemoryParameters all/1", c623},
    {"virNodeGetMemoryParameters params/1", c624},
    {"virNodeGetMemoryParameters nparams/1", c625},
    {"virNodeGetMemoryStats all/0", c626},
    {"virNodeGetMemoryStats params/0", c627},
    {"virNodeGetMemoryStats nparams/0", c628},
    {"virNodeGetMemoryStats all/1", c629},
    {"virNodeGetMemoryStats params/1", c630},
    {"virNodeGetMemoryStats nparams/1", c631},
    {"virNodeGetSEVInfo all/0", c632},
    {"virNodeGetSEVInfo params/0", c633},
    {"virNodeGetSEVInfo nparams/0", c634},
    {"virNodeGetSEVInfo all/1", c635},
    {"virNodeGetSEVInfo params/1", c636},
    {"virNodeGetSEVInfo nparams/1", c637},
    {"virNodeGetSecurityModel all/0", c638},
    {"virNodeListDevices all/0", c639},
    {"virNodeListDevices cap/0", c640},
    {"virNodeListDevices names/0", c641},
    {"virNodeListDevices all/1", c642},
    {"virNodeListDevices cap/1", c643},
    {"virNodeListDevices names/1", c644},
    {"virNodeNumOfDevices all/0", c645},
    {"virNodeNumOfDevices all/1", c646},
    {"virNodeSetMemoryParameters all/0", c647},
    {"virNodeSetMemoryParameters all/1", c648},
    {"virSecretDefineXML all/0", c649},
    {"virSecretDefineXML all/1", c650},
    {"virSecretLookupByUUID all/0", c651},
    {"virSecretLookupByUUIDString all/0", c652},
    {"virSecretLookupByUsage all/0", c653},
    {"virSecretLookupByUsage all/1", c654},
    {"virStoragePoolCreateXML all/0", c655},
    {"virStoragePoolCreateXML all/1", c656},
    {"virStoragePoolDefineXML all/0", c657},
    {"virStoragePoolDefineXML all/1", c658},
    {"virStoragePoolGetAutostart all/0", c659},
    {"virStoragePoolGetInfo all/0", c660},
    {"virStoragePoolGetUUID all/0", c661},
    {"virStoragePoolGetUUIDString all/0", c662},
    {"virStoragePoolListAllVolumes all/0", c663},
    {"virStoragePoolListAllVolumes all/1", c664},
    {"virStoragePoolListVolumes all/0", c665},
    {"virStoragePoolListVolumes all/1", c666},
    {"virStoragePoolLookupByName all/0", c667},
    {"virStoragePoolLookupByTargetPath all/0", c668},
    {"virStoragePoolLookupByUUID all/0", c669},
    {"virStoragePoolLookupByUUIDString all/0", c670},
    {"virStorageVolCreateXML all/0", c671},
    {"virStorageVolCreateXML all/1", c672},
    {"virStorageVolCreateXMLFrom all/0", c673},
    {"virStorageVolCreateXMLFrom xmlDesc/0", c674},
    {"virStorageVolCreateXMLFrom clonevol/0", c675},
    {"virStorageVolCreateXMLFrom all/1", c676},
    {"virStorageVolCreateXMLFrom xmlDesc/1", c677},
    {"virStorageVolCreateXMLFrom clonevol/1", c678},
    {"virStorageVolDownload all/0", c679},
    {"virStorageVolDownload all/1", c680},
    {"virStorageVolGetInfo all/0", c681},
    {"virStorageVolGetInfoFlags all/0", c682},
    {"virStorageVolGetInfoFlags all/1", c683},
    {"virStorageVolLookupByKey all/0", c684},
    {"virStorageVolLookupByName all/0", c685},
    {"virStorageVolLookupByPath all/0", c686},
    {"virStorageVolUpload all/0", c687},
    {"virStorageVolUpload all/1", c688},
    {"virStreamEventAddCallback all/0", c689},
    {"virStreamEventAddCallback cb/0", c690},
    {"virStreamEventAddCallback opaque/0", c691},
    {"virStreamEventAddCallback ff/0", c692},
    {"virStreamEventAddCallback all/1", c693},
    {"virStreamEventAddCallback cb/1", c694},
    {"virStreamEventAddCallback opaque/1", c695},
    {"virStreamEventAddCallback ff/1", c696},
    {"virStreamRecv all/0", c697},
    {"virStreamRecv all/1", c698},
    {"virStreamRecvAll all/0", c699},
    {"virStreamRecvAll handler/0", c700},
    {"virStreamRecvAll opaque/0", c701},
    {"virStreamRecvFlags all/0", c702},
    {"virStreamRecvFlags all/1", c703},
    {"virStreamRecvHole all/0", c704},
    {"virStreamRecvHole all/1", c705},
    {"virStreamSend all/0", c706},
    {"virStreamSend all/1", c707},
    {"virStreamSendAll all/0", c708},
    {"virStreamSendAll handler/0", c709},
    {"virStreamSendAll opaque/0", c710},
    {"virStreamSparseRecvAll all/0", c711},
    {"virStreamSparseRecvAll handler/0", c712},
    {"virStreamSparseRecvAll holeHandler/0", c713},
    {"virStreamSparseRecvAll opaque/0", c714},
    {"virStreamSparseSendAll all/0", c715},
    {"virStreamSparseSendAll handler/0", c716},
    {"virStreamSparseSendAll holeHandler/0", c717},
    {"virStreamSparseSendAll skipHandler/0", c718},
    {"virStreamSparseSendAll opaque/0", c719},
    {"virConnectDomainQemuMonitorEventRegister all/0", c720},
    {"virConnectDomainQemuMonitorEventRegister event/0", c721},
    {"virConnectDomainQemuMonitorEventRegister cb/0", c722},
    {"virConnectDomainQemuMonitorEventRegister opaque/0", c723},
    {"virConnectDomainQemuMonitorEventRegister freecb/0", c724},
    {"virConnectDomainQemuMonitorEventRegister dom/0", c725},
    {"virConnectDomainQemuMonitorEventRegister all/1", c726},
    {"virConnectDomainQemuMonitorEventRegister event/1", c727},
    {"virConnectDomainQemuMonitorEventRegister cb/1", c728},
    {"virConnectDomainQemuMonitorEventRegister opaque/1", c729},
    {"virConnectDomainQemuMonitorEventRegister freecb/1", c730},
    {"virConnectDomainQemuMonitorEventRegister dom/1", c731},
    {"virDomainQemuAgentCommand all/0", c732},
    {"virDomainQemuAgentCommand all/1", c733},
    {"virDomainQemuMonitorCommand all/0", c734},
    {"virDomainQemuMonitorCommand cmd/0", c735},
    {"virDomainQemuMonitorCommand result/0", c736},
    {"virDomainQemuMonitorCommand all/1", c737},
    {"virDomainQemuMonitorCommand cmd/1", c738},
    {"virDomainQemuMonitorCommand result/1", c739},
    {"virDomainQemuMonitorCommandWithFiles all/0", c740},
    {"virDomainQemuMonitorCommandWithFiles cmd/0", c741},
    {"virDomainQemuMonitorCommandWithFiles infiles/0", c742},
    {"virDomainQemuMonitorCommandWithFiles noutfiles/0", c743},
    {"virDomainQemuMonitorCommandWithFiles outfiles/0", c744},
    {"virDomainQemuMonitorCommandWithFiles result/0", c745},
    {"virDomainQemuMonitorCommandWithFiles all/1", c746},
    {"virDomainQemuMonitorCommandWithFiles cmd/1", c747},
    {"virDomainQemuMonitorCommandWithFiles noutfiles/1", c748},
    {"virDomainQemuMonitorCommandWithFiles outfiles/1", c749},
    {"virDomainQemuMonitorCommandWithFiles result/1", c750},
    {"virDomainLxcEnterNamespace all/0", c751},
    {"virDomainLxcEnterNamespace noldfdlist/0", c752},
    {"virDomainLxcEnterNamespace oldfdlist/0", c753},
    {"virDomainLxcEnterNamespace all/1", c754},
    {"virDomainLxcEnterNamespace fdlist/1", c755},
    {"virDomainLxcEnterNamespace noldfdlist/1", c756},
    {"virDomainLxcEnterNamespace oldfdlist/1", c757},
    {"virDomainLxcOpenNamespace all/0", c758},
    {"virDomainLxcOpenNamespace all/1", c759},
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
