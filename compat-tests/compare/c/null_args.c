/* Written by gen_null.py; do not edit. Every function with NULL objects. */
#include "cases.h"

static void c0(void)
{
    RESULT_NUMBER(virConnCopyLastError(NULL, (void *)scratch));
}
static void c1(void)
{
    RESULT_POINTER(virConnGetLastError(NULL));
}
static void c2(void)
{
    virConnResetLastError(NULL); RESULT_VOID;
}
static void c3(void)
{
    RESULT_OWNED(virConnectBaselineCPU(NULL, NULL, 0, 0));
}
static void c4(void)
{
    RESULT_OWNED(virConnectBaselineCPU(NULL, NULL, 1, 1));
}
static void c5(void)
{
    RESULT_OWNED(virConnectBaselineCPU(NULL, NULL, -1, -1));
}
static void c6(void)
{
    RESULT_OWNED(virConnectBaselineCPU(NULL, strings, 1, 1));
}
static void c7(void)
{
    RESULT_OWNED(virConnectBaselineHypervisorCPU(NULL, NULL, NULL, NULL, NULL, NULL, 0, 0));
}
static void c8(void)
{
    RESULT_OWNED(virConnectBaselineHypervisorCPU(NULL, NULL, NULL, NULL, NULL, NULL, 1, 1));
}
static void c9(void)
{
    RESULT_OWNED(virConnectBaselineHypervisorCPU(NULL, NULL, NULL, NULL, NULL, NULL, -1, -1));
}
static void c10(void)
{
    RESULT_OWNED(virConnectBaselineHypervisorCPU(NULL, "x", "x", "x", "x", strings, 1, 1));
}
static void c11(void)
{
    RESULT_NUMBER(virConnectClose(NULL));
}
static void c12(void)
{
    RESULT_NUMBER(virConnectCompareCPU(NULL, NULL, 0));
}
static void c13(void)
{
    RESULT_NUMBER(virConnectCompareCPU(NULL, NULL, 1));
}
static void c14(void)
{
    RESULT_NUMBER(virConnectCompareCPU(NULL, NULL, -1));
}
static void c15(void)
{
    RESULT_NUMBER(virConnectCompareCPU(NULL, "x", 1));
}
static void c16(void)
{
    RESULT_NUMBER(virConnectCompareHypervisorCPU(NULL, NULL, NULL, NULL, NULL, NULL, 0));
}
static void c17(void)
{
    RESULT_NUMBER(virConnectCompareHypervisorCPU(NULL, NULL, NULL, NULL, NULL, NULL, 1));
}
static void c18(void)
{
    RESULT_NUMBER(virConnectCompareHypervisorCPU(NULL, NULL, NULL, NULL, NULL, NULL, -1));
}
static void c19(void)
{
    RESULT_NUMBER(virConnectCompareHypervisorCPU(NULL, "x", "x", "x", "x", "x", 1));
}
static void c20(void)
{
    RESULT_NUMBER(virConnectDomainEventDeregister(NULL, NULL));
}
static void c21(void)
{
    RESULT_NUMBER(virConnectDomainEventDeregister(NULL, (virConnectDomainEventCallback)nothing));
}
static void c22(void)
{
    RESULT_NUMBER(virConnectDomainEventDeregisterAny(NULL, 0));
}
static void c23(void)
{
    RESULT_NUMBER(virConnectDomainEventDeregisterAny(NULL, 1));
}
static void c24(void)
{
    RESULT_NUMBER(virConnectDomainEventDeregisterAny(NULL, -1));
}
static void c25(void)
{
    RESULT_NUMBER(virConnectDomainEventRegister(NULL, NULL, NULL, NULL));
}
static void c26(void)
{
    RESULT_NUMBER(virConnectDomainEventRegister(NULL, (virConnectDomainEventCallback)nothing, (void *)scratch, (virFreeCallback)nothing));
}
static void c27(void)
{
    RESULT_NUMBER(virConnectDomainEventRegisterAny(NULL, NULL, 0, NULL, NULL, NULL));
}
static void c28(void)
{
    RESULT_NUMBER(virConnectDomainEventRegisterAny(NULL, NULL, 1, NULL, NULL, NULL));
}
static void c29(void)
{
    RESULT_NUMBER(virConnectDomainEventRegisterAny(NULL, NULL, -1, NULL, NULL, NULL));
}
static void c30(void)
{
    RESULT_NUMBER(virConnectDomainEventRegisterAny(NULL, NULL, 1, (virConnectDomainEventGenericCallback)nothing, (void *)scratch, (virFreeCallback)nothing));
}
static void c31(void)
{
    RESULT_OWNED(virConnectDomainXMLFromNative(NULL, NULL, NULL, 0));
}
static void c32(void)
{
    RESULT_OWNED(virConnectDomainXMLFromNative(NULL, NULL, NULL, 1));
}
static void c33(void)
{
    RESULT_OWNED(virConnectDomainXMLFromNative(NULL, NULL, NULL, -1));
}
static void c34(void)
{
    RESULT_OWNED(virConnectDomainXMLFromNative(NULL, "x", "x", 1));
}
static void c35(void)
{
    RESULT_OWNED(virConnectDomainXMLToNative(NULL, NULL, NULL, 0));
}
static void c36(void)
{
    RESULT_OWNED(virConnectDomainXMLToNative(NULL, NULL, NULL, 1));
}
static void c37(void)
{
    RESULT_OWNED(virConnectDomainXMLToNative(NULL, NULL, NULL, -1));
}
static void c38(void)
{
    RESULT_OWNED(virConnectDomainXMLToNative(NULL, "x", "x", 1));
}
static void c39(void)
{
    RESULT_OWNED(virConnectFindStoragePoolSources(NULL, NULL, NULL, 0));
}
static void c40(void)
{
    RESULT_OWNED(virConnectFindStoragePoolSources(NULL, NULL, NULL, 1));
}
static void c41(void)
{
    RESULT_OWNED(virConnectFindStoragePoolSources(NULL, NULL, NULL, -1));
}
static void c42(void)
{
    RESULT_OWNED(virConnectFindStoragePoolSources(NULL, "x", "x", 1));
}
static void c43(void)
{
    RESULT_NUMBER(virConnectGetAllDomainStats(NULL, 0, NULL, 0));
}
static void c44(void)
{
    RESULT_NUMBER(virConnectGetAllDomainStats(NULL, 1, NULL, 1));
}
static void c45(void)
{
    RESULT_NUMBER(virConnectGetAllDomainStats(NULL, -1, NULL, -1));
}
static void c46(void)
{
    RESULT_NUMBER(virConnectGetAllDomainStats(NULL, 1, (void *)scratch, 1));
}
static void c47(void)
{
    RESULT_NUMBER(virConnectGetCPUModelNames(NULL, NULL, NULL, 0));
}
static void c48(void)
{
    RESULT_NUMBER(virConnectGetCPUModelNames(NULL, NULL, NULL, 1));
}
static void c49(void)
{
    RESULT_NUMBER(virConnectGetCPUModelNames(NULL, NULL, NULL, -1));
}
static void c50(void)
{
    RESULT_NUMBER(virConnectGetCPUModelNames(NULL, "x", (void *)scratch, 1));
}
static void c51(void)
{
    RESULT_OWNED(virConnectGetCapabilities(NULL));
}
static void c52(void)
{
    RESULT_OWNED(virConnectGetDomainCapabilities(NULL, NULL, NULL, NULL, NULL, 0));
}
static void c53(void)
{
    RESULT_OWNED(virConnectGetDomainCapabilities(NULL, NULL, NULL, NULL, NULL, 1));
}
static void c54(void)
{
    RESULT_OWNED(virConnectGetDomainCapabilities(NULL, NULL, NULL, NULL, NULL, -1));
}
static void c55(void)
{
    RESULT_OWNED(virConnectGetDomainCapabilities(NULL, "x", "x", "x", "x", 1));
}
static void c56(void)
{
    RESULT_OWNED(virConnectGetHostname(NULL));
}
static void c57(void)
{
    RESULT_NUMBER(virConnectGetLibVersion(NULL, NULL));
}
static void c58(void)
{
    RESULT_NUMBER(virConnectGetLibVersion(NULL, (void *)scratch));
}
static void c59(void)
{
    RESULT_NUMBER(virConnectGetMaxVcpus(NULL, NULL));
}
static void c60(void)
{
    RESULT_NUMBER(virConnectGetMaxVcpus(NULL, "x"));
}
static void c61(void)
{
    RESULT_OWNED(virConnectGetStoragePoolCapabilities(NULL, 0));
}
static void c62(void)
{
    RESULT_OWNED(virConnectGetStoragePoolCapabilities(NULL, 1));
}
static void c63(void)
{
    RESULT_OWNED(virConnectGetStoragePoolCapabilities(NULL, -1));
}
static void c64(void)
{
    RESULT_OWNED(virConnectGetSysinfo(NULL, 0));
}
static void c65(void)
{
    RESULT_OWNED(virConnectGetSysinfo(NULL, 1));
}
static void c66(void)
{
    RESULT_OWNED(virConnectGetSysinfo(NULL, -1));
}
static void c67(void)
{
    RESULT_STRING(virConnectGetType(NULL));
}
static void c68(void)
{
    RESULT_OWNED(virConnectGetURI(NULL));
}
static void c69(void)
{
    RESULT_NUMBER(virConnectGetVersion(NULL, NULL));
}
static void c70(void)
{
    RESULT_NUMBER(virConnectGetVersion(NULL, (void *)scratch));
}
static void c71(void)
{
    RESULT_NUMBER(virConnectIsAlive(NULL));
}
static void c72(void)
{
    RESULT_NUMBER(virConnectIsEncrypted(NULL));
}
static void c73(void)
{
    RESULT_NUMBER(virConnectIsSecure(NULL));
}
static void c74(void)
{
    RESULT_NUMBER(virConnectListAllDomains(NULL, NULL, 0));
}
static void c75(void)
{
    RESULT_NUMBER(virConnectListAllDomains(NULL, NULL, 1));
}
static void c76(void)
{
    RESULT_NUMBER(virConnectListAllDomains(NULL, NULL, -1));
}
static void c77(void)
{
    RESULT_NUMBER(virConnectListAllDomains(NULL, (void *)scratch, 1));
}
static void c78(void)
{
    RESULT_NUMBER(virConnectListAllInterfaces(NULL, NULL, 0));
}
static void c79(void)
{
    RESULT_NUMBER(virConnectListAllInterfaces(NULL, NULL, 1));
}
static void c80(void)
{
    RESULT_NUMBER(virConnectListAllInterfaces(NULL, NULL, -1));
}
static void c81(void)
{
    RESULT_NUMBER(virConnectListAllInterfaces(NULL, (void *)scratch, 1));
}
static void c82(void)
{
    RESULT_NUMBER(virConnectListAllNWFilterBindings(NULL, NULL, 0));
}
static void c83(void)
{
    RESULT_NUMBER(virConnectListAllNWFilterBindings(NULL, NULL, 1));
}
static void c84(void)
{
    RESULT_NUMBER(virConnectListAllNWFilterBindings(NULL, NULL, -1));
}
static void c85(void)
{
    RESULT_NUMBER(virConnectListAllNWFilterBindings(NULL, (void *)scratch, 1));
}
static void c86(void)
{
    RESULT_NUMBER(virConnectListAllNWFilters(NULL, NULL, 0));
}
static void c87(void)
{
    RESULT_NUMBER(virConnectListAllNWFilters(NULL, NULL, 1));
}
static void c88(void)
{
    RESULT_NUMBER(virConnectListAllNWFilters(NULL, NULL, -1));
}
static void c89(void)
{
    RESULT_NUMBER(virConnectListAllNWFilters(NULL, (void *)scratch, 1));
}
static void c90(void)
{
    RESULT_NUMBER(virConnectListAllNetworks(NULL, NULL, 0));
}
static void c91(void)
{
    RESULT_NUMBER(virConnectListAllNetworks(NULL, NULL, 1));
}
static void c92(void)
{
    RESULT_NUMBER(virConnectListAllNetworks(NULL, NULL, -1));
}
static void c93(void)
{
    RESULT_NUMBER(virConnectListAllNetworks(NULL, (void *)scratch, 1));
}
static void c94(void)
{
    RESULT_NUMBER(virConnectListAllNodeDevices(NULL, NULL, 0));
}
static void c95(void)
{
    RESULT_NUMBER(virConnectListAllNodeDevices(NULL, NULL, 1));
}
static void c96(void)
{
    RESULT_NUMBER(virConnectListAllNodeDevices(NULL, NULL, -1));
}
static void c97(void)
{
    RESULT_NUMBER(virConnectListAllNodeDevices(NULL, (void *)scratch, 1));
}
static void c98(void)
{
    RESULT_NUMBER(virConnectListAllSecrets(NULL, NULL, 0));
}
static void c99(void)
{
    RESULT_NUMBER(virConnectListAllSecrets(NULL, NULL, 1));
}
static void c100(void)
{
    RESULT_NUMBER(virConnectListAllSecrets(NULL, NULL, -1));
}
static void c101(void)
{
    RESULT_NUMBER(virConnectListAllSecrets(NULL, (void *)scratch, 1));
}
static void c102(void)
{
    RESULT_NUMBER(virConnectListAllStoragePools(NULL, NULL, 0));
}
static void c103(void)
{
    RESULT_NUMBER(virConnectListAllStoragePools(NULL, NULL, 1));
}
static void c104(void)
{
    RESULT_NUMBER(virConnectListAllStoragePools(NULL, NULL, -1));
}
static void c105(void)
{
    RESULT_NUMBER(virConnectListAllStoragePools(NULL, (void *)scratch, 1));
}
static void c106(void)
{
    RESULT_NUMBER(virConnectListDefinedDomains(NULL, NULL, 0));
}
static void c107(void)
{
    RESULT_NUMBER(virConnectListDefinedDomains(NULL, NULL, 1));
}
static void c108(void)
{
    RESULT_NUMBER(virConnectListDefinedDomains(NULL, NULL, -1));
}
static void c109(void)
{
    RESULT_NUMBER(virConnectListDefinedDomains(NULL, strings, 1));
}
static void c110(void)
{
    RESULT_NUMBER(virConnectListDefinedInterfaces(NULL, NULL, 0));
}
static void c111(void)
{
    RESULT_NUMBER(virConnectListDefinedInterfaces(NULL, NULL, 1));
}
static void c112(void)
{
    RESULT_NUMBER(virConnectListDefinedInterfaces(NULL, NULL, -1));
}
static void c113(void)
{
    RESULT_NUMBER(virConnectListDefinedInterfaces(NULL, strings, 1));
}
static void c114(void)
{
    RESULT_NUMBER(virConnectListDefinedNetworks(NULL, NULL, 0));
}
static void c115(void)
{
    RESULT_NUMBER(virConnectListDefinedNetworks(NULL, NULL, 1));
}
static void c116(void)
{
    RESULT_NUMBER(virConnectListDefinedNetworks(NULL, NULL, -1));
}
static void c117(void)
{
    RESULT_NUMBER(virConnectListDefinedNetworks(NULL, strings, 1));
}
static void c118(void)
{
    RESULT_NUMBER(virConnectListDefinedStoragePools(NULL, NULL, 0));
}
static void c119(void)
{
    RESULT_NUMBER(virConnectListDefinedStoragePools(NULL, NULL, 1));
}
static void c120(void)
{
    RESULT_NUMBER(virConnectListDefinedStoragePools(NULL, NULL, -1));
}
static void c121(void)
{
    RESULT_NUMBER(virConnectListDefinedStoragePools(NULL, strings, 1));
}
static void c122(void)
{
    RESULT_NUMBER(virConnectListDomains(NULL, NULL, 0));
}
static void c123(void)
{
    RESULT_NUMBER(virConnectListDomains(NULL, NULL, 1));
}
static void c124(void)
{
    RESULT_NUMBER(virConnectListDomains(NULL, NULL, -1));
}
static void c125(void)
{
    RESULT_NUMBER(virConnectListDomains(NULL, (void *)scratch, 1));
}
static void c126(void)
{
    RESULT_NUMBER(virConnectListInterfaces(NULL, NULL, 0));
}
static void c127(void)
{
    RESULT_NUMBER(virConnectListInterfaces(NULL, NULL, 1));
}
static void c128(void)
{
    RESULT_NUMBER(virConnectListInterfaces(NULL, NULL, -1));
}
static void c129(void)
{
    RESULT_NUMBER(virConnectListInterfaces(NULL, strings, 1));
}
static void c130(void)
{
    RESULT_NUMBER(virConnectListNWFilters(NULL, NULL, 0));
}
static void c131(void)
{
    RESULT_NUMBER(virConnectListNWFilters(NULL, NULL, 1));
}
static void c132(void)
{
    RESULT_NUMBER(virConnectListNWFilters(NULL, NULL, -1));
}
static void c133(void)
{
    RESULT_NUMBER(virConnectListNWFilters(NULL, strings, 1));
}
static void c134(void)
{
    RESULT_NUMBER(virConnectListNetworks(NULL, NULL, 0));
}
static void c135(void)
{
    RESULT_NUMBER(virConnectListNetworks(NULL, NULL, 1));
}
static void c136(void)
{
    RESULT_NUMBER(virConnectListNetworks(NULL, NULL, -1));
}
static void c137(void)
{
    RESULT_NUMBER(virConnectListNetworks(NULL, strings, 1));
}
static void c138(void)
{
    RESULT_NUMBER(virConnectListSecrets(NULL, NULL, 0));
}
static void c139(void)
{
    RESULT_NUMBER(virConnectListSecrets(NULL, NULL, 1));
}
static void c140(void)
{
    RESULT_NUMBER(virConnectListSecrets(NULL, NULL, -1));
}
static void c141(void)
{
    RESULT_NUMBER(virConnectListSecrets(NULL, (void *)scratch, 1));
}
static void c142(void)
{
    RESULT_NUMBER(virConnectListStoragePools(NULL, NULL, 0));
}
static void c143(void)
{
    RESULT_NUMBER(virConnectListStoragePools(NULL, NULL, 1));
}
static void c144(void)
{
    RESULT_NUMBER(virConnectListStoragePools(NULL, NULL, -1));
}
static void c145(void)
{
    RESULT_NUMBER(virConnectListStoragePools(NULL, strings, 1));
}
static void c146(void)
{
    RESULT_NUMBER(virConnectNetworkEventDeregisterAny(NULL, 0));
}
static void c147(void)
{
    RESULT_NUMBER(virConnectNetworkEventDeregisterAny(NULL, 1));
}
static void c148(void)
{
    RESULT_NUMBER(virConnectNetworkEventDeregisterAny(NULL, -1));
}
static void c149(void)
{
    RESULT_NUMBER(virConnectNetworkEventRegisterAny(NULL, NULL, 0, NULL, NULL, NULL));
}
static void c150(void)
{
    RESULT_NUMBER(virConnectNetworkEventRegisterAny(NULL, NULL, 1, NULL, NULL, NULL));
}
static void c151(void)
{
    RESULT_NUMBER(virConnectNetworkEventRegisterAny(NULL, NULL, -1, NULL, NULL, NULL));
}
static void c152(void)
{
    RESULT_NUMBER(virConnectNetworkEventRegisterAny(NULL, NULL, 1, (virConnectNetworkEventGenericCallback)nothing, (void *)scratch, (virFreeCallback)nothing));
}
static void c153(void)
{
    RESULT_NUMBER(virConnectNodeDeviceEventDeregisterAny(NULL, 0));
}
static void c154(void)
{
    RESULT_NUMBER(virConnectNodeDeviceEventDeregisterAny(NULL, 1));
}
static void c155(void)
{
    RESULT_NUMBER(virConnectNodeDeviceEventDeregisterAny(NULL, -1));
}
static void c156(void)
{
    RESULT_NUMBER(virConnectNodeDeviceEventRegisterAny(NULL, NULL, 0, NULL, NULL, NULL));
}
static void c157(void)
{
    RESULT_NUMBER(virConnectNodeDeviceEventRegisterAny(NULL, NULL, 1, NULL, NULL, NULL));
}
static void c158(void)
{
    RESULT_NUMBER(virConnectNodeDeviceEventRegisterAny(NULL, NULL, -1, NULL, NULL, NULL));
}
static void c159(void)
{
    RESULT_NUMBER(virConnectNodeDeviceEventRegisterAny(NULL, NULL, 1, (virConnectNodeDeviceEventGenericCallback)nothing, (void *)scratch, (virFreeCallback)nothing));
}
static void c160(void)
{
    RESULT_NUMBER(virConnectNumOfDefinedDomains(NULL));
}
static void c161(void)
{
    RESULT_NUMBER(virConnectNumOfDefinedInterfaces(NULL));
}
static void c162(void)
{
    RESULT_NUMBER(virConnectNumOfDefinedNetworks(NULL));
}
static void c163(void)
{
    RESULT_NUMBER(virConnectNumOfDefinedStoragePools(NULL));
}
static void c164(void)
{
    RESULT_NUMBER(virConnectNumOfDomains(NULL));
}
static void c165(void)
{
    RESULT_NUMBER(virConnectNumOfInterfaces(NULL));
}
static void c166(void)
{
    RESULT_NUMBER(virConnectNumOfNWFilters(NULL));
}
static void c167(void)
{
    RESULT_NUMBER(virConnectNumOfNetworks(NULL));
}
static void c168(void)
{
    RESULT_NUMBER(virConnectNumOfSecrets(NULL));
}
static void c169(void)
{
    RESULT_NUMBER(virConnectNumOfStoragePools(NULL));
}
static void c170(void)
{
    RESULT_NUMBER(virConnectRef(NULL));
}
static void c171(void)
{
    RESULT_NUMBER(virConnectRegisterCloseCallback(NULL, NULL, NULL, NULL));
}
static void c172(void)
{
    RESULT_NUMBER(virConnectRegisterCloseCallback(NULL, (virConnectCloseFunc)nothing, (void *)scratch, (virFreeCallback)nothing));
}
static void c173(void)
{
    RESULT_NUMBER(virConnectSecretEventDeregisterAny(NULL, 0));
}
static void c174(void)
{
    RESULT_NUMBER(virConnectSecretEventDeregisterAny(NULL, 1));
}
static void c175(void)
{
    RESULT_NUMBER(virConnectSecretEventDeregisterAny(NULL, -1));
}
static void c176(void)
{
    RESULT_NUMBER(virConnectSecretEventRegisterAny(NULL, NULL, 0, NULL, NULL, NULL));
}
static void c177(void)
{
    RESULT_NUMBER(virConnectSecretEventRegisterAny(NULL, NULL, 1, NULL, NULL, NULL));
}
static void c178(void)
{
    RESULT_NUMBER(virConnectSecretEventRegisterAny(NULL, NULL, -1, NULL, NULL, NULL));
}
static void c179(void)
{
    RESULT_NUMBER(virConnectSecretEventRegisterAny(NULL, NULL, 1, (virConnectSecretEventGenericCallback)nothing, (void *)scratch, (virFreeCallback)nothing));
}
static void c180(void)
{
    RESULT_NUMBER(virConnectSetKeepAlive(NULL, 0, 0));
}
static void c181(void)
{
    RESULT_NUMBER(virConnectSetKeepAlive(NULL, 1, 1));
}
static void c182(void)
{
    RESULT_NUMBER(virConnectSetKeepAlive(NULL, -1, -1));
}
static void c183(void)
{
    RESULT_NUMBER(virConnectStoragePoolEventDeregisterAny(NULL, 0));
}
static void c184(void)
{
    RESULT_NUMBER(virConnectStoragePoolEventDeregisterAny(NULL, 1));
}
static void c185(void)
{
    RESULT_NUMBER(virConnectStoragePoolEventDeregisterAny(NULL, -1));
}
static void c186(void)
{
    RESULT_NUMBER(virConnectStoragePoolEventRegisterAny(NULL, NULL, 0, NULL, NULL, NULL));
}
static void c187(void)
{
    RESULT_NUMBER(virConnectStoragePoolEventRegisterAny(NULL, NULL, 1, NULL, NULL, NULL));
}
static void c188(void)
{
    RESULT_NUMBER(virConnectStoragePoolEventRegisterAny(NULL, NULL, -1, NULL, NULL, NULL));
}
static void c189(void)
{
    RESULT_NUMBER(virConnectStoragePoolEventRegisterAny(NULL, NULL, 1, (virConnectStoragePoolEventGenericCallback)nothing, (void *)scratch, (virFreeCallback)nothing));
}
static void c190(void)
{
    RESULT_NUMBER(virConnectUnregisterCloseCallback(NULL, NULL));
}
static void c191(void)
{
    RESULT_NUMBER(virConnectUnregisterCloseCallback(NULL, (virConnectCloseFunc)nothing));
}
static void c192(void)
{
    RESULT_NUMBER(virCopyLastError(NULL));
}
static void c193(void)
{
    virDefaultErrorFunc(NULL); RESULT_VOID;
}
static void c194(void)
{
    RESULT_NUMBER(virDomainAbortJob(NULL));
}
static void c195(void)
{
    RESULT_NUMBER(virDomainAbortJobFlags(NULL, 0));
}
static void c196(void)
{
    RESULT_NUMBER(virDomainAbortJobFlags(NULL, 1));
}
static void c197(void)
{
    RESULT_NUMBER(virDomainAbortJobFlags(NULL, -1));
}
static void c198(void)
{
    RESULT_NUMBER(virDomainAddIOThread(NULL, 0, 0));
}
static void c199(void)
{
    RESULT_NUMBER(virDomainAddIOThread(NULL, 1, 1));
}
static void c200(void)
{
    RESULT_NUMBER(virDomainAddIOThread(NULL, -1, -1));
}
static void c201(void)
{
    RESULT_NUMBER(virDomainAgentSetResponseTimeout(NULL, 0, 0));
}
static void c202(void)
{
    RESULT_NUMBER(virDomainAgentSetResponseTimeout(NULL, 1, 1));
}
static void c203(void)
{
    RESULT_NUMBER(virDomainAgentSetResponseTimeout(NULL, -1, -1));
}
static void c204(void)
{
    RESULT_NUMBER(virDomainAttachDevice(NULL, NULL));
}
static void c205(void)
{
    RESULT_NUMBER(virDomainAttachDevice(NULL, "x"));
}
static void c206(void)
{
    RESULT_NUMBER(virDomainAttachDeviceFlags(NULL, NULL, 0));
}
static void c207(void)
{
    RESULT_NUMBER(virDomainAttachDeviceFlags(NULL, NULL, 1));
}
static void c208(void)
{
    RESULT_NUMBER(virDomainAttachDeviceFlags(NULL, NULL, -1));
}
static void c209(void)
{
    RESULT_NUMBER(virDomainAttachDeviceFlags(NULL, "x", 1));
}
static void c210(void)
{
    RESULT_NUMBER(virDomainAuthorizedSSHKeysGet(NULL, NULL, NULL, 0));
}
static void c211(void)
{
    RESULT_NUMBER(virDomainAuthorizedSSHKeysGet(NULL, NULL, NULL, 1));
}
static void c212(void)
{
    RESULT_NUMBER(virDomainAuthorizedSSHKeysGet(NULL, NULL, NULL, -1));
}
static void c213(void)
{
    RESULT_NUMBER(virDomainAuthorizedSSHKeysGet(NULL, "x", (void *)scratch, 1));
}
static void c214(void)
{
    RESULT_NUMBER(virDomainAuthorizedSSHKeysSet(NULL, NULL, NULL, 0, 0));
}
static void c215(void)
{
    RESULT_NUMBER(virDomainAuthorizedSSHKeysSet(NULL, NULL, NULL, 1, 1));
}
static void c216(void)
{
    RESULT_NUMBER(virDomainAuthorizedSSHKeysSet(NULL, NULL, NULL, -1, -1));
}
static void c217(void)
{
    RESULT_NUMBER(virDomainAuthorizedSSHKeysSet(NULL, "x", strings, 1, 1));
}
static void c218(void)
{
    RESULT_NUMBER(virDomainBackupBegin(NULL, NULL, NULL, 0));
}
static void c219(void)
{
    RESULT_NUMBER(virDomainBackupBegin(NULL, NULL, NULL, 1));
}
static void c220(void)
{
    RESULT_NUMBER(virDomainBackupBegin(NULL, NULL, NULL, -1));
}
static void c221(void)
{
    RESULT_NUMBER(virDomainBackupBegin(NULL, "x", "x", 1));
}
static void c222(void)
{
    RESULT_OWNED(virDomainBackupGetXMLDesc(NULL, 0));
}
static void c223(void)
{
    RESULT_OWNED(virDomainBackupGetXMLDesc(NULL, 1));
}
static void c224(void)
{
    RESULT_OWNED(virDomainBackupGetXMLDesc(NULL, -1));
}
static void c225(void)
{
    RESULT_NUMBER(virDomainBlockCommit(NULL, NULL, NULL, NULL, 0, 0));
}
static void c226(void)
{
    RESULT_NUMBER(virDomainBlockCommit(NULL, NULL, NULL, NULL, 1, 1));
}
static void c227(void)
{
    RESULT_NUMBER(virDomainBlockCommit(NULL, NULL, NULL, NULL, -1, -1));
}
static void c228(void)
{
    RESULT_NUMBER(virDomainBlockCommit(NULL, "x", "x", "x", 1, 1));
}
static void c229(void)
{
    RESULT_NUMBER(virDomainBlockCopy(NULL, NULL, NULL, NULL, 0, 0));
}
static void c230(void)
{
    RESULT_NUMBER(virDomainBlockCopy(NULL, NULL, NULL, NULL, 1, 1));
}
static void c231(void)
{
    RESULT_NUMBER(virDomainBlockCopy(NULL, NULL, NULL, NULL, -1, -1));
}
static void c232(void)
{
    RESULT_NUMBER(virDomainBlockCopy(NULL, "x", "x", (void *)scratch, 1, 1));
}
static void c233(void)
{
    RESULT_NUMBER(virDomainBlockJobAbort(NULL, NULL, 0));
}
static void c234(void)
{
    RESULT_NUMBER(virDomainBlockJobAbort(NULL, NULL, 1));
}
static void c235(void)
{
    RESULT_NUMBER(virDomainBlockJobAbort(NULL, NULL, -1));
}
static void c236(void)
{
    RESULT_NUMBER(virDomainBlockJobAbort(NULL, "x", 1));
}
static void c237(void)
{
    RESULT_NUMBER(virDomainBlockJobSetSpeed(NULL, NULL, 0, 0));
}
static void c238(void)
{
    RESULT_NUMBER(virDomainBlockJobSetSpeed(NULL, NULL, 1, 1));
}
static void c239(void)
{
    RESULT_NUMBER(virDomainBlockJobSetSpeed(NULL, NULL, -1, -1));
}
static void c240(void)
{
    RESULT_NUMBER(virDomainBlockJobSetSpeed(NULL, "x", 1, 1));
}
static void c241(void)
{
    RESULT_NUMBER(virDomainBlockPeek(NULL, NULL, 0, 0, NULL, 0));
}
static void c242(void)
{
    RESULT_NUMBER(virDomainBlockPeek(NULL, NULL, 1, 1, NULL, 1));
}
static void c243(void)
{
    RESULT_NUMBER(virDomainBlockPeek(NULL, NULL, -1, -1, NULL, -1));
}
static void c244(void)
{
    RESULT_NUMBER(virDomainBlockPeek(NULL, "x", 1, 1, (void *)scratch, 1));
}
static void c245(void)
{
    RESULT_NUMBER(virDomainBlockPull(NULL, NULL, 0, 0));
}
static void c246(void)
{
    RESULT_NUMBER(virDomainBlockPull(NULL, NULL, 1, 1));
}
static void c247(void)
{
    RESULT_NUMBER(virDomainBlockPull(NULL, NULL, -1, -1));
}
static void c248(void)
{
    RESULT_NUMBER(virDomainBlockPull(NULL, "x", 1, 1));
}
static void c249(void)
{
    RESULT_NUMBER(virDomainBlockRebase(NULL, NULL, NULL, 0, 0));
}
static void c250(void)
{
    RESULT_NUMBER(virDomainBlockRebase(NULL, NULL, NULL, 1, 1));
}
static void c251(void)
{
    RESULT_NUMBER(virDomainBlockRebase(NULL, NULL, NULL, -1, -1));
}
static void c252(void)
{
    RESULT_NUMBER(virDomainBlockRebase(NULL, "x", "x", 1, 1));
}
static void c253(void)
{
    RESULT_NUMBER(virDomainBlockResize(NULL, NULL, 0, 0));
}
static void c254(void)
{
    RESULT_NUMBER(virDomainBlockResize(NULL, NULL, 1, 1));
}
static void c255(void)
{
    RESULT_NUMBER(virDomainBlockResize(NULL, NULL, -1, -1));
}
static void c256(void)
{
    RESULT_NUMBER(virDomainBlockResize(NULL, "x", 1, 1));
}
static void c257(void)
{
    RESULT_NUMBER(virDomainBlockStats(NULL, NULL, NULL, 0));
}
static void c258(void)
{
    RESULT_NUMBER(virDomainBlockStats(NULL, NULL, NULL, 1));
}
static void c259(void)
{
    RESULT_NUMBER(virDomainBlockStats(NULL, NULL, NULL, -1));
}
static void c260(void)
{
    RESULT_NUMBER(virDomainBlockStats(NULL, "x", (void *)scratch, 1));
}
static void c261(void)
{
    RESULT_NUMBER(virDomainBlockStatsFlags(NULL, NULL, NULL, NULL, 0));
}
static void c262(void)
{
    RESULT_NUMBER(virDomainBlockStatsFlags(NULL, NULL, NULL, NULL, 1));
}
static void c263(void)
{
    RESULT_NUMBER(virDomainBlockStatsFlags(NULL, NULL, NULL, NULL, -1));
}
static void c264(void)
{
    RESULT_NUMBER(virDomainBlockStatsFlags(NULL, "x", (void *)scratch, (void *)scratch, 1));
}
static void c265(void)
{
    RESULT_POINTER(virDomainCheckpointCreateXML(NULL, NULL, 0));
}
static void c266(void)
{
    RESULT_POINTER(virDomainCheckpointCreateXML(NULL, NULL, 1));
}
static void c267(void)
{
    RESULT_POINTER(virDomainCheckpointCreateXML(NULL, NULL, -1));
}
static void c268(void)
{
    RESULT_POINTER(virDomainCheckpointCreateXML(NULL, "x", 1));
}
static void c269(void)
{
    RESULT_NUMBER(virDomainCheckpointDelete(NULL, 0));
}
static void c270(void)
{
    RESULT_NUMBER(virDomainCheckpointDelete(NULL, 1));
}
static void c271(void)
{
    RESULT_NUMBER(virDomainCheckpointDelete(NULL, -1));
}
static void c272(void)
{
    RESULT_NUMBER(virDomainCheckpointFree(NULL));
}
static void c273(void)
{
    RESULT_POINTER(virDomainCheckpointGetConnect(NULL));
}
static void c274(void)
{
    RESULT_POINTER(virDomainCheckpointGetDomain(NULL));
}
static void c275(void)
{
    RESULT_STRING(virDomainCheckpointGetName(NULL));
}
static void c276(void)
{
    RESULT_POINTER(virDomainCheckpointGetParent(NULL, 0));
}
static void c277(void)
{
    RESULT_POINTER(virDomainCheckpointGetParent(NULL, 1));
}
static void c278(void)
{
    RESULT_POINTER(virDomainCheckpointGetParent(NULL, -1));
}
static void c279(void)
{
    RESULT_OWNED(virDomainCheckpointGetXMLDesc(NULL, 0));
}
static void c280(void)
{
    RESULT_OWNED(virDomainCheckpointGetXMLDesc(NULL, 1));
}
static void c281(void)
{
    RESULT_OWNED(virDomainCheckpointGetXMLDesc(NULL, -1));
}
static void c282(void)
{
    RESULT_NUMBER(virDomainCheckpointListAllChildren(NULL, NULL, 0));
}
static void c283(void)
{
    RESULT_NUMBER(virDomainCheckpointListAllChildren(NULL, NULL, 1));
}
static void c284(void)
{
    RESULT_NUMBER(virDomainCheckpointListAllChildren(NULL, NULL, -1));
}
static void c285(void)
{
    RESULT_NUMBER(virDomainCheckpointListAllChildren(NULL, (void *)scratch, 1));
}
static void c286(void)
{
    RESULT_POINTER(virDomainCheckpointLookupByName(NULL, NULL, 0));
}
static void c287(void)
{
    RESULT_POINTER(virDomainCheckpointLookupByName(NULL, NULL, 1));
}
static void c288(void)
{
    RESULT_POINTER(virDomainCheckpointLookupByName(NULL, NULL, -1));
}
static void c289(void)
{
    RESULT_POINTER(virDomainCheckpointLookupByName(NULL, "x", 1));
}
static void c290(void)
{
    RESULT_NUMBER(virDomainCheckpointRef(NULL));
}
static void c291(void)
{
    RESULT_NUMBER(virDomainCoreDump(NULL, NULL, 0));
}
static void c292(void)
{
    RESULT_NUMBER(virDomainCoreDump(NULL, NULL, 1));
}
static void c293(void)
{
    RESULT_NUMBER(virDomainCoreDump(NULL, NULL, -1));
}
static void c294(void)
{
    RESULT_NUMBER(virDomainCoreDump(NULL, "x", 1));
}
static void c295(void)
{
    RESULT_NUMBER(virDomainCoreDumpWithFormat(NULL, NULL, 0, 0));
}
static void c296(void)
{
    RESULT_NUMBER(virDomainCoreDumpWithFormat(NULL, NULL, 1, 1));
}
static void c297(void)
{
    RESULT_NUMBER(virDomainCoreDumpWithFormat(NULL, NULL, -1, -1));
}
static void c298(void)
{
    RESULT_NUMBER(virDomainCoreDumpWithFormat(NULL, "x", 1, 1));
}
static void c299(void)
{
    RESULT_NUMBER(virDomainCreate(NULL));
}
static void c300(void)
{
    RESULT_POINTER(virDomainCreateLinux(NULL, NULL, 0));
}
static void c301(void)
{
    RESULT_POINTER(virDomainCreateLinux(NULL, NULL, 1));
}
static void c302(void)
{
    RESULT_POINTER(virDomainCreateLinux(NULL, NULL, -1));
}
static void c303(void)
{
    RESULT_POINTER(virDomainCreateLinux(NULL, "x", 1));
}
static void c304(void)
{
    RESULT_NUMBER(virDomainCreateWithFiles(NULL, 0, NULL, 0));
}
static void c305(void)
{
    RESULT_NUMBER(virDomainCreateWithFiles(NULL, 1, NULL, 1));
}
static void c306(void)
{
    RESULT_NUMBER(virDomainCreateWithFiles(NULL, -1, NULL, -1));
}
static void c307(void)
{
    RESULT_NUMBER(virDomainCreateWithFiles(NULL, 1, (void *)scratch, 1));
}
static void c308(void)
{
    RESULT_NUMBER(virDomainCreateWithFlags(NULL, 0));
}
static void c309(void)
{
    RESULT_NUMBER(virDomainCreateWithFlags(NULL, 1));
}
static void c310(void)
{
    RESULT_NUMBER(virDomainCreateWithFlags(NULL, -1));
}
static void c311(void)
{
    RESULT_POINTER(virDomainCreateXML(NULL, NULL, 0));
}
static void c312(void)
{
    RESULT_POINTER(virDomainCreateXML(NULL, NULL, 1));
}
static void c313(void)
{
    RESULT_POINTER(virDomainCreateXML(NULL, NULL, -1));
}
static void c314(void)
{
    RESULT_POINTER(virDomainCreateXML(NULL, "x", 1));
}
static void c315(void)
{
    RESULT_POINTER(virDomainCreateXMLWithFiles(NULL, NULL, 0, NULL, 0));
}
static void c316(void)
{
    RESULT_POINTER(virDomainCreateXMLWithFiles(NULL, NULL, 1, NULL, 1));
}
static void c317(void)
{
    RESULT_POINTER(virDomainCreateXMLWithFiles(NULL, NULL, -1, NULL, -1));
}
static void c318(void)
{
    RESULT_POINTER(virDomainCreateXMLWithFiles(NULL, "x", 1, (void *)scratch, 1));
}
static void c319(void)
{
    RESULT_POINTER(virDomainDefineXML(NULL, NULL));
}
static void c320(void)
{
    RESULT_POINTER(virDomainDefineXML(NULL, "x"));
}
static void c321(void)
{
    RESULT_POINTER(virDomainDefineXMLFlags(NULL, NULL, 0));
}
static void c322(void)
{
    RESULT_POINTER(virDomainDefineXMLFlags(NULL, NULL, 1));
}
static void c323(void)
{
    RESULT_POINTER(virDomainDefineXMLFlags(NULL, NULL, -1));
}
static void c324(void)
{
    RESULT_POINTER(virDomainDefineXMLFlags(NULL, "x", 1));
}
static void c325(void)
{
    RESULT_NUMBER(virDomainDelIOThread(NULL, 0, 0));
}
static void c326(void)
{
    RESULT_NUMBER(virDomainDelIOThread(NULL, 1, 1));
}
static void c327(void)
{
    RESULT_NUMBER(virDomainDelIOThread(NULL, -1, -1));
}
static void c328(void)
{
    RESULT_NUMBER(virDomainDestroy(NULL));
}
static void c329(void)
{
    RESULT_NUMBER(virDomainDestroyFlags(NULL, 0));
}
static void c330(void)
{
    RESULT_NUMBER(virDomainDestroyFlags(NULL, 1));
}
static void c331(void)
{
    RESULT_NUMBER(virDomainDestroyFlags(NULL, -1));
}
static void c332(void)
{
    RESULT_NUMBER(virDomainDetachDevice(NULL, NULL));
}
static void c333(void)
{
    RESULT_NUMBER(virDomainDetachDevice(NULL, "x"));
}
static void c334(void)
{
    RESULT_NUMBER(virDomainDetachDeviceAlias(NULL, NULL, 0));
}
static void c335(void)
{
    RESULT_NUMBER(virDomainDetachDeviceAlias(NULL, NULL, 1));
}
static void c336(void)
{
    RESULT_NUMBER(virDomainDetachDeviceAlias(NULL, NULL, -1));
}
static void c337(void)
{
    RESULT_NUMBER(virDomainDetachDeviceAlias(NULL, "x", 1));
}
static void c338(void)
{
    RESULT_NUMBER(virDomainDetachDeviceFlags(NULL, NULL, 0));
}
static void c339(void)
{
    RESULT_NUMBER(virDomainDetachDeviceFlags(NULL, NULL, 1));
}
static void c340(void)
{
    RESULT_NUMBER(virDomainDetachDeviceFlags(NULL, NULL, -1));
}
static void c341(void)
{
    RESULT_NUMBER(virDomainDetachDeviceFlags(NULL, "x", 1));
}
static void c342(void)
{
    RESULT_NUMBER(virDomainFSFreeze(NULL, NULL, 0, 0));
}
static void c343(void)
{
    RESULT_NUMBER(virDomainFSFreeze(NULL, NULL, 1, 1));
}
static void c344(void)
{
    RESULT_NUMBER(virDomainFSFreeze(NULL, NULL, -1, -1));
}
static void c345(void)
{
    RESULT_NUMBER(virDomainFSFreeze(NULL, strings, 1, 1));
}
static void c346(void)
{
    virDomainFSInfoFree(NULL); RESULT_VOID;
}
static void c347(void)
{
    RESULT_NUMBER(virDomainFSThaw(NULL, NULL, 0, 0));
}
static void c348(void)
{
    RESULT_NUMBER(virDomainFSThaw(NULL, NULL, 1, 1));
}
static void c349(void)
{
    RESULT_NUMBER(virDomainFSThaw(NULL, NULL, -1, -1));
}
static void c350(void)
{
    RESULT_NUMBER(virDomainFSThaw(NULL, strings, 1, 1));
}
static void c351(void)
{
    RESULT_NUMBER(virDomainFSTrim(NULL, NULL, 0, 0));
}
static void c352(void)
{
    RESULT_NUMBER(virDomainFSTrim(NULL, NULL, 1, 1));
}
static void c353(void)
{
    RESULT_NUMBER(virDomainFSTrim(NULL, NULL, -1, -1));
}
static void c354(void)
{
    RESULT_NUMBER(virDomainFSTrim(NULL, "x", 1, 1));
}
static void c355(void)
{
    RESULT_NUMBER(virDomainFree(NULL));
}
static void c356(void)
{
    RESULT_NUMBER(virDomainGetAutostart(NULL, NULL));
}
static void c357(void)
{
    RESULT_NUMBER(virDomainGetAutostart(NULL, (void *)scratch));
}
static void c358(void)
{
    RESULT_NUMBER(virDomainGetBlkioParameters(NULL, NULL, NULL, 0));
}
static void c359(void)
{
    RESULT_NUMBER(virDomainGetBlkioParameters(NULL, NULL, NULL, 1));
}
static void c360(void)
{
    RESULT_NUMBER(virDomainGetBlkioParameters(NULL, NULL, NULL, -1));
}
static void c361(void)
{
    RESULT_NUMBER(virDomainGetBlkioParameters(NULL, (void *)scratch, (void *)scratch, 1));
}
static void c362(void)
{
    RESULT_NUMBER(virDomainGetBlockInfo(NULL, NULL, NULL, 0));
}
static void c363(void)
{
    RESULT_NUMBER(virDomainGetBlockInfo(NULL, NULL, NULL, 1));
}
static void c364(void)
{
    RESULT_NUMBER(virDomainGetBlockInfo(NULL, NULL, NULL, -1));
}
static void c365(void)
{
    RESULT_NUMBER(virDomainGetBlockInfo(NULL, "x", (void *)scratch, 1));
}
static void c366(void)
{
    RESULT_NUMBER(virDomainGetBlockIoTune(NULL, NULL, NULL, NULL, 0));
}
static void c367(void)
{
    RESULT_NUMBER(virDomainGetBlockIoTune(NULL, NULL, NULL, NULL, 1));
}
static void c368(void)
{
    RESULT_NUMBER(virDomainGetBlockIoTune(NULL, NULL, NULL, NULL, -1));
}
static void c369(void)
{
    RESULT_NUMBER(virDomainGetBlockIoTune(NULL, "x", (void *)scratch, (void *)scratch, 1));
}
static void c370(void)
{
    RESULT_NUMBER(virDomainGetBlockJobInfo(NULL, NULL, NULL, 0));
}
static void c371(void)
{
    RESULT_NUMBER(virDomainGetBlockJobInfo(NULL, NULL, NULL, 1));
}
static void c372(void)
{
    RESULT_NUMBER(virDomainGetBlockJobInfo(NULL, NULL, NULL, -1));
}
static void c373(void)
{
    RESULT_NUMBER(virDomainGetBlockJobInfo(NULL, "x", (void *)scratch, 1));
}
static void c374(void)
{
    RESULT_NUMBER(virDomainGetCPUStats(NULL, NULL, 0, 0, 0, 0));
}
static void c375(void)
{
    RESULT_NUMBER(virDomainGetCPUStats(NULL, NULL, 1, 1, 1, 1));
}
static void c376(void)
{
    RESULT_NUMBER(virDomainGetCPUStats(NULL, NULL, -1, -1, -1, -1));
}
static void c377(void)
{
    RESULT_NUMBER(virDomainGetCPUStats(NULL, (void *)scratch, 1, 1, 1, 1));
}
static void c378(void)
{
    RESULT_POINTER(virDomainGetConnect(NULL));
}
static void c379(void)
{
    RESULT_NUMBER(virDomainGetControlInfo(NULL, NULL, 0));
}
static void c380(void)
{
    RESULT_NUMBER(virDomainGetControlInfo(NULL, NULL, 1));
}
static void c381(void)
{
    RESULT_NUMBER(virDomainGetControlInfo(NULL, NULL, -1));
}
static void c382(void)
{
    RESULT_NUMBER(virDomainGetControlInfo(NULL, (void *)scratch, 1));
}
static void c383(void)
{
    RESULT_NUMBER(virDomainGetDiskErrors(NULL, NULL, 0, 0));
}
static void c384(void)
{
    RESULT_NUMBER(virDomainGetDiskErrors(NULL, NULL, 1, 1));
}
static void c385(void)
{
    RESULT_NUMBER(virDomainGetDiskErrors(NULL, NULL, -1, -1));
}
static void c386(void)
{
    RESULT_NUMBER(virDomainGetDiskErrors(NULL, (void *)scratch, 1, 1));
}
static void c387(void)
{
    RESULT_NUMBER(virDomainGetEmulatorPinInfo(NULL, NULL, 0, 0));
}
static void c388(void)
{
    RESULT_NUMBER(virDomainGetEmulatorPinInfo(NULL, NULL, 1, 1));
}
static void c389(void)
{
    RESULT_NUMBER(virDomainGetEmulatorPinInfo(NULL, NULL, -1, -1));
}
static void c390(void)
{
    RESULT_NUMBER(virDomainGetEmulatorPinInfo(NULL, (void *)scratch, 1, 1));
}
static void c391(void)
{
    RESULT_NUMBER(virDomainGetFSInfo(NULL, NULL, 0));
}
static void c392(void)
{
    RESULT_NUMBER(virDomainGetFSInfo(NULL, NULL, 1));
}
static void c393(void)
{
    RESULT_NUMBER(virDomainGetFSInfo(NULL, NULL, -1));
}
static void c394(void)
{
    RESULT_NUMBER(virDomainGetFSInfo(NULL, (void *)scratch, 1));
}
static void c395(void)
{
    RESULT_NUMBER(virDomainGetGuestInfo(NULL, 0, NULL, NULL, 0));
}
static void c396(void)
{
    RESULT_NUMBER(virDomainGetGuestInfo(NULL, 1, NULL, NULL, 1));
}
static void c397(void)
{
    RESULT_NUMBER(virDomainGetGuestInfo(NULL, -1, NULL, NULL, -1));
}
static void c398(void)
{
    RESULT_NUMBER(virDomainGetGuestInfo(NULL, 1, (void *)scratch, (void *)scratch, 1));
}
static void c399(void)
{
    RESULT_NUMBER(virDomainGetGuestVcpus(NULL, NULL, NULL, 0));
}
static void c400(void)
{
    RESULT_NUMBER(virDomainGetGuestVcpus(NULL, NULL, NULL, 1));
}
static void c401(void)
{
    RESULT_NUMBER(virDomainGetGuestVcpus(NULL, NULL, NULL, -1));
}
static void c402(void)
{
    RESULT_NUMBER(virDomainGetGuestVcpus(NULL, (void *)scratch, (void *)scratch, 1));
}
static void c403(void)
{
    RESULT_OWNED(virDomainGetHostname(NULL, 0));
}
static void c404(void)
{
    RESULT_OWNED(virDomainGetHostname(NULL, 1));
}
static void c405(void)
{
    RESULT_OWNED(virDomainGetHostname(NULL, -1));
}
static void c406(void)
{
    RESULT_NUMBER(virDomainGetID(NULL));
}
static void c407(void)
{
    RESULT_NUMBER(virDomainGetIOThreadInfo(NULL, NULL, 0));
}
static void c408(void)
{
    RESULT_NUMBER(virDomainGetIOThreadInfo(NULL, NULL, 1));
}
static void c409(void)
{
    RESULT_NUMBER(virDomainGetIOThreadInfo(NULL, NULL, -1));
}
static void c410(void)
{
    RESULT_NUMBER(virDomainGetIOThreadInfo(NULL, (void *)scratch, 1));
}
static void c411(void)
{
    RESULT_NUMBER(virDomainGetInfo(NULL, NULL));
}
static void c412(void)
{
    RESULT_NUMBER(virDomainGetInfo(NULL, (void *)scratch));
}
static void c413(void)
{
    RESULT_NUMBER(virDomainGetInterfaceParameters(NULL, NULL, NULL, NULL, 0));
}
static void c414(void)
{
    RESULT_NUMBER(virDomainGetInterfaceParameters(NULL, NULL, NULL, NULL, 1));
}
static void c415(void)
{
    RESULT_NUMBER(virDomainGetInterfaceParameters(NULL, NULL, NULL, NULL, -1));
}
static void c416(void)
{
    RESULT_NUMBER(virDomainGetInterfaceParameters(NULL, "x", (void *)scratch, (void *)scratch, 1));
}
static void c417(void)
{
    RESULT_NUMBER(virDomainGetJobInfo(NULL, NULL));
}
static void c418(void)
{
    RESULT_NUMBER(virDomainGetJobInfo(NULL, (void *)scratch));
}
static void c419(void)
{
    RESULT_NUMBER(virDomainGetJobStats(NULL, NULL, NULL, NULL, 0));
}
static void c420(void)
{
    RESULT_NUMBER(virDomainGetJobStats(NULL, NULL, NULL, NULL, 1));
}
static void c421(void)
{
    RESULT_NUMBER(virDomainGetJobStats(NULL, NULL, NULL, NULL, -1));
}
static void c422(void)
{
    RESULT_NUMBER(virDomainGetJobStats(NULL, (void *)scratch, (void *)scratch, (void *)scratch, 1));
}
static void c423(void)
{
    RESULT_NUMBER(virDomainGetMaxMemory(NULL));
}
static void c424(void)
{
    RESULT_NUMBER(virDomainGetMaxVcpus(NULL));
}
static void c425(void)
{
    RESULT_NUMBER(virDomainGetMemoryParameters(NULL, NULL, NULL, 0));
}
static void c426(void)
{
    RESULT_NUMBER(virDomainGetMemoryParameters(NULL, NULL, NULL, 1));
}
static void c427(void)
{
    RESULT_NUMBER(virDomainGetMemoryParameters(NULL, NULL, NULL, -1));
}
static void c428(void)
{
    RESULT_NUMBER(virDomainGetMemoryParameters(NULL, (void *)scratch, (void *)scratch, 1));
}
static void c429(void)
{
    RESULT_NUMBER(virDomainGetMessages(NULL, NULL, 0));
}
static void c430(void)
{
    RESULT_NUMBER(virDomainGetMessages(NULL, NULL, 1));
}
static void c431(void)
{
    RESULT_NUMBER(virDomainGetMessages(NULL, NULL, -1));
}
static void c432(void)
{
    RESULT_NUMBER(virDomainGetMessages(NULL, (void *)scratch, 1));
}
static void c433(void)
{
    RESULT_OWNED(virDomainGetMetadata(NULL, 0, NULL, 0));
}
static void c434(void)
{
    RESULT_OWNED(virDomainGetMetadata(NULL, 1, NULL, 1));
}
static void c435(void)
{
    RESULT_OWNED(virDomainGetMetadata(NULL, -1, NULL, -1));
}
static void c436(void)
{
    RESULT_OWNED(virDomainGetMetadata(NULL, 1, "x", 1));
}
static void c437(void)
{
    RESULT_STRING(virDomainGetName(NULL));
}
static void c438(void)
{
    RESULT_NUMBER(virDomainGetNumaParameters(NULL, NULL, NULL, 0));
}
static void c439(void)
{
    RESULT_NUMBER(virDomainGetNumaParameters(NULL, NULL, NULL, 1));
}
static void c440(void)
{
    RESULT_NUMBER(virDomainGetNumaParameters(NULL, NULL, NULL, -1));
}
static void c441(void)
{
    RESULT_NUMBER(virDomainGetNumaParameters(NULL, (void *)scratch, (void *)scratch, 1));
}
static void c442(void)
{
    RESULT_OWNED(virDomainGetOSType(NULL));
}
static void c443(void)
{
    RESULT_NUMBER(virDomainGetPerfEvents(NULL, NULL, NULL, 0));
}
static void c444(void)
{
    RESULT_NUMBER(virDomainGetPerfEvents(NULL, NULL, NULL, 1));
}
static void c445(void)
{
    RESULT_NUMBER(virDomainGetPerfEvents(NULL, NULL, NULL, -1));
}
static void c446(void)
{
    RESULT_NUMBER(virDomainGetPerfEvents(NULL, (void *)scratch, (void *)scratch, 1));
}
static void c447(void)
{
    RESULT_NUMBER(virDomainGetSchedulerParameters(NULL, NULL, NULL));
}
static void c448(void)
{
    RESULT_NUMBER(virDomainGetSchedulerParameters(NULL, (void *)scratch, (void *)scratch));
}
static void c449(void)
{
    RESULT_NUMBER(virDomainGetSchedulerParametersFlags(NULL, NULL, NULL, 0));
}
static void c450(void)
{
    RESULT_NUMBER(virDomainGetSchedulerParametersFlags(NULL, NULL, NULL, 1));
}
static void c451(void)
{
    RESULT_NUMBER(virDomainGetSchedulerParametersFlags(NULL, NULL, NULL, -1));
}
static void c452(void)
{
    RESULT_NUMBER(virDomainGetSchedulerParametersFlags(NULL, (void *)scratch, (void *)scratch, 1));
}
static void c453(void)
{
    RESULT_OWNED(virDomainGetSchedulerType(NULL, NULL));
}
static void c454(void)
{
    RESULT_OWNED(virDomainGetSchedulerType(NULL, (void *)scratch));
}
static void c455(void)
{
    RESULT_NUMBER(virDomainGetSecurityLabel(NULL, NULL));
}
static void c456(void)
{
    RESULT_NUMBER(virDomainGetSecurityLabel(NULL, (void *)scratch));
}
static void c457(void)
{
    RESULT_NUMBER(virDomainGetSecurityLabelList(NULL, NULL));
}
static void c458(void)
{
    RESULT_NUMBER(virDomainGetSecurityLabelList(NULL, (void *)scratch));
}
static void c459(void)
{
    RESULT_NUMBER(virDomainGetState(NULL, NULL, NULL, 0));
}
static void c460(void)
{
    RESULT_NUMBER(virDomainGetState(NULL, NULL, NULL, 1));
}
static void c461(void)
{
    RESULT_NUMBER(virDomainGetState(NULL, NULL, NULL, -1));
}
static void c462(void)
{
    RESULT_NUMBER(virDomainGetState(NULL, (void *)scratch, (void *)scratch, 1));
}
static void c463(void)
{
    RESULT_NUMBER(virDomainGetTime(NULL, NULL, NULL, 0));
}
static void c464(void)
{
    RESULT_NUMBER(virDomainGetTime(NULL, NULL, NULL, 1));
}
static void c465(void)
{
    RESULT_NUMBER(virDomainGetTime(NULL, NULL, NULL, -1));
}
static void c466(void)
{
    RESULT_NUMBER(virDomainGetTime(NULL, (void *)scratch, (void *)scratch, 1));
}
static void c467(void)
{
    RESULT_NUMBER(virDomainGetUUID(NULL, NULL));
}
static void c468(void)
{
    RESULT_NUMBER(virDomainGetUUID(NULL, (void *)scratch));
}
static void c469(void)
{
    RESULT_NUMBER(virDomainGetUUIDString(NULL, NULL));
}
static void c470(void)
{
    RESULT_NUMBER(virDomainGetUUIDString(NULL, (void *)scratch));
}
static void c471(void)
{
    RESULT_NUMBER(virDomainGetVcpuPinInfo(NULL, 0, NULL, 0, 0));
}
static void c472(void)
{
    RESULT_NUMBER(virDomainGetVcpuPinInfo(NULL, 1, NULL, 1, 1));
}
static void c473(void)
{
    RESULT_NUMBER(virDomainGetVcpuPinInfo(NULL, -1, NULL, -1, -1));
}
static void c474(void)
{
    RESULT_NUMBER(virDomainGetVcpuPinInfo(NULL, 1, (void *)scratch, 1, 1));
}
static void c475(void)
{
    RESULT_NUMBER(virDomainGetVcpus(NULL, NULL, 0, NULL, 0));
}
static void c476(void)
{
    RESULT_NUMBER(virDomainGetVcpus(NULL, NULL, 1, NULL, 1));
}
static void c477(void)
{
    RESULT_NUMBER(virDomainGetVcpus(NULL, NULL, -1, NULL, -1));
}
static void c478(void)
{
    RESULT_NUMBER(virDomainGetVcpus(NULL, (void *)scratch, 1, (void *)scratch, 1));
}
static void c479(void)
{
    RESULT_NUMBER(virDomainGetVcpusFlags(NULL, 0));
}
static void c480(void)
{
    RESULT_NUMBER(virDomainGetVcpusFlags(NULL, 1));
}
static void c481(void)
{
    RESULT_NUMBER(virDomainGetVcpusFlags(NULL, -1));
}
static void c482(void)
{
    RESULT_OWNED(virDomainGetXMLDesc(NULL, 0));
}
static void c483(void)
{
    RESULT_OWNED(virDomainGetXMLDesc(NULL, 1));
}
static void c484(void)
{
    RESULT_OWNED(virDomainGetXMLDesc(NULL, -1));
}
static void c485(void)
{
    RESULT_NUMBER(virDomainHasCurrentSnapshot(NULL, 0));
}
static void c486(void)
{
    RESULT_NUMBER(virDomainHasCurrentSnapshot(NULL, 1));
}
static void c487(void)
{
    RESULT_NUMBER(virDomainHasCurrentSnapshot(NULL, -1));
}
static void c488(void)
{
    RESULT_NUMBER(virDomainHasManagedSaveImage(NULL, 0));
}
static void c489(void)
{
    RESULT_NUMBER(virDomainHasManagedSaveImage(NULL, 1));
}
static void c490(void)
{
    RESULT_NUMBER(virDomainHasManagedSaveImage(NULL, -1));
}
static void c491(void)
{
    virDomainIOThreadInfoFree(NULL); RESULT_VOID;
}
static void c492(void)
{
    RESULT_NUMBER(virDomainInjectNMI(NULL, 0));
}
static void c493(void)
{
    RESULT_NUMBER(virDomainInjectNMI(NULL, 1));
}
static void c494(void)
{
    RESULT_NUMBER(virDomainInjectNMI(NULL, -1));
}
static void c495(void)
{
    RESULT_NUMBER(virDomainInterfaceAddresses(NULL, NULL, 0, 0));
}
static void c496(void)
{
    RESULT_NUMBER(virDomainInterfaceAddresses(NULL, NULL, 1, 1));
}
static void c497(void)
{
    RESULT_NUMBER(virDomainInterfaceAddresses(NULL, NULL, -1, -1));
}
static void c498(void)
{
    RESULT_NUMBER(virDomainInterfaceAddresses(NULL, (void *)scratch, 1, 1));
}
static void c499(void)
{
    virDomainInterfaceFree(NULL); RESULT_VOID;
}
static void c500(void)
{
    RESULT_NUMBER(virDomainInterfaceStats(NULL, NULL, NULL, 0));
}
static void c501(void)
{
    RESULT_NUMBER(virDomainInterfaceStats(NULL, NULL, NULL, 1));
}
static void c502(void)
{
    RESULT_NUMBER(virDomainInterfaceStats(NULL, NULL, NULL, -1));
}
static void c503(void)
{
    RESULT_NUMBER(virDomainInterfaceStats(NULL, "x", (void *)scratch, 1));
}
static void c504(void)
{
    RESULT_NUMBER(virDomainIsActive(NULL));
}
static void c505(void)
{
    RESULT_NUMBER(virDomainIsPersistent(NULL));
}
static void c506(void)
{
    RESULT_NUMBER(virDomainIsUpdated(NULL));
}
static void c507(void)
{
    RESULT_NUMBER(virDomainListAllCheckpoints(NULL, NULL, 0));
}
static void c508(void)
{
    RESULT_NUMBER(virDomainListAllCheckpoints(NULL, NULL, 1));
}
static void c509(void)
{
    RESULT_NUMBER(virDomainListAllCheckpoints(NULL, NULL, -1));
}
static void c510(void)
{
    RESULT_NUMBER(virDomainListAllCheckpoints(NULL, (void *)scratch, 1));
}
static void c511(void)
{
    RESULT_NUMBER(virDomainListAllSnapshots(NULL, NULL, 0));
}
static void c512(void)
{
    RESULT_NUMBER(virDomainListAllSnapshots(NULL, NULL, 1));
}
static void c513(void)
{
    RESULT_NUMBER(virDomainListAllSnapshots(NULL, NULL, -1));
}
static void c514(void)
{
    RESULT_NUMBER(virDomainListAllSnapshots(NULL, (void *)scratch, 1));
}
static void c515(void)
{
    RESULT_NUMBER(virDomainListGetStats(NULL, 0, NULL, 0));
}
static void c516(void)
{
    RESULT_NUMBER(virDomainListGetStats(NULL, 1, NULL, 1));
}
static void c517(void)
{
    RESULT_NUMBER(virDomainListGetStats(NULL, -1, NULL, -1));
}
static void c518(void)
{
    RESULT_POINTER(virDomainLookupByID(NULL, 0));
}
static void c519(void)
{
    RESULT_POINTER(virDomainLookupByID(NULL, 1));
}
static void c520(void)
{
    RESULT_POINTER(virDomainLookupByID(NULL, -1));
}
static void c521(void)
{
    RESULT_POINTER(virDomainLookupByName(NULL, NULL));
}
static void c522(void)
{
    RESULT_POINTER(virDomainLookupByName(NULL, "x"));
}
static void c523(void)
{
    RESULT_POINTER(virDomainLookupByUUID(NULL, NULL));
}
static void c524(void)
{
    RESULT_POINTER(virDomainLookupByUUID(NULL, (void *)scratch));
}
static void c525(void)
{
    RESULT_POINTER(virDomainLookupByUUIDString(NULL, NULL));
}
static void c526(void)
{
    RESULT_POINTER(virDomainLookupByUUIDString(NULL, "x"));
}
static void c527(void)
{
    RESULT_NUMBER(virDomainManagedSave(NULL, 0));
}
static void c528(void)
{
    RESULT_NUMBER(virDomainManagedSave(NULL, 1));
}
static void c529(void)
{
    RESULT_NUMBER(virDomainManagedSave(NULL, -1));
}
static void c530(void)
{
    RESULT_NUMBER(virDomainManagedSaveDefineXML(NULL, NULL, 0));
}
static void c531(void)
{
    RESULT_NUMBER(virDomainManagedSaveDefineXML(NULL, NULL, 1));
}
static void c532(void)
{
    RESULT_NUMBER(virDomainManagedSaveDefineXML(NULL, "x", 1));
}
static void c533(void)
{
    RESULT_OWNED(virDomainManagedSaveGetXMLDesc(NULL, 0));
}
static void c534(void)
{
    RESULT_OWNED(virDomainManagedSaveGetXMLDesc(NULL, 1));
}
static void c535(void)
{
    RESULT_OWNED(virDomainManagedSaveGetXMLDesc(NULL, -1));
}
static void c536(void)
{
    RESULT_NUMBER(virDomainManagedSaveRemove(NULL, 0));
}
static void c537(void)
{
    RESULT_NUMBER(virDomainManagedSaveRemove(NULL, 1));
}
static void c538(void)
{
    RESULT_NUMBER(virDomainManagedSaveRemove(NULL, -1));
}
static void c539(void)
{
    RESULT_NUMBER(virDomainMemoryPeek(NULL, 0, 0, NULL, 0));
}
static void c540(void)
{
    RESULT_NUMBER(virDomainMemoryPeek(NULL, 1, 1, NULL, 1));
}
static void c541(void)
{
    RESULT_NUMBER(virDomainMemoryPeek(NULL, -1, -1, NULL, -1));
}
static void c542(void)
{
    RESULT_NUMBER(virDomainMemoryPeek(NULL, 1, 1, (void *)scratch, 1));
}
static void c543(void)
{
    RESULT_NUMBER(virDomainMemoryStats(NULL, NULL, 0, 0));
}
static void c544(void)
{
    RESULT_NUMBER(virDomainMemoryStats(NULL, NULL, 1, 1));
}
static void c545(void)
{
    RESULT_NUMBER(virDomainMemoryStats(NULL, NULL, -1, -1));
}
static void c546(void)
{
    RESULT_NUMBER(virDomainMemoryStats(NULL, (void *)scratch, 1, 1));
}
static void c547(void)
{
    RESULT_POINTER(virDomainMigrate(NULL, NULL, 0, NULL, NULL, 0));
}
static void c548(void)
{
    RESULT_POINTER(virDomainMigrate(NULL, NULL, 1, NULL, NULL, 1));
}
static void c549(void)
{
    RESULT_POINTER(virDomainMigrate(NULL, NULL, -1, NULL, NULL, -1));
}
static void c550(void)
{
    RESULT_POINTER(virDomainMigrate(NULL, NULL, 1, "x", "x", 1));
}
static void c551(void)
{
    RESULT_POINTER(virDomainMigrate2(NULL, NULL, NULL, 0, NULL, NULL, 0));
}
static void c552(void)
{
    RESULT_POINTER(virDomainMigrate2(NULL, NULL, NULL, 1, NULL, NULL, 1));
}
static void c553(void)
{
    RESULT_POINTER(virDomainMigrate2(NULL, NULL, NULL, -1, NULL, NULL, -1));
}
static void c554(void)
{
    RESULT_POINTER(virDomainMigrate2(NULL, NULL, "x", 1, "x", "x", 1));
}
static void c555(void)
{
    RESULT_POINTER(virDomainMigrate3(NULL, NULL, NULL, 0, 0));
}
static void c556(void)
{
    RESULT_POINTER(virDomainMigrate3(NULL, NULL, NULL, 1, 1));
}
static void c557(void)
{
    RESULT_POINTER(virDomainMigrate3(NULL, NULL, NULL, -1, -1));
}
static void c558(void)
{
    RESULT_POINTER(virDomainMigrate3(NULL, NULL, (void *)scratch, 1, 1));
}
static void c559(void)
{
    RESULT_NUMBER(virDomainMigrateGetCompressionCache(NULL, NULL, 0));
}
static void c560(void)
{
    RESULT_NUMBER(virDomainMigrateGetCompressionCache(NULL, NULL, 1));
}
static void c561(void)
{
    RESULT_NUMBER(virDomainMigrateGetCompressionCache(NULL, NULL, -1));
}
static void c562(void)
{
    RESULT_NUMBER(virDomainMigrateGetCompressionCache(NULL, (void *)scratch, 1));
}
static void c563(void)
{
    RESULT_NUMBER(virDomainMigrateGetMaxDowntime(NULL, NULL, 0));
}
static void c564(void)
{
    RESULT_NUMBER(virDomainMigrateGetMaxDowntime(NULL, NULL, 1));
}
static void c565(void)
{
    RESULT_NUMBER(virDomainMigrateGetMaxDowntime(NULL, NULL, -1));
}
static void c566(void)
{
    RESULT_NUMBER(virDomainMigrateGetMaxDowntime(NULL, (void *)scratch, 1));
}
static void c567(void)
{
    RESULT_NUMBER(virDomainMigrateGetMaxSpeed(NULL, NULL, 0));
}
static void c568(void)
{
    RESULT_NUMBER(virDomainMigrateGetMaxSpeed(NULL, NULL, 1));
}
static void c569(void)
{
    RESULT_NUMBER(virDomainMigrateGetMaxSpeed(NULL, NULL, -1));
}
static void c570(void)
{
    RESULT_NUMBER(virDomainMigrateGetMaxSpeed(NULL, (void *)scratch, 1));
}
static void c571(void)
{
    RESULT_NUMBER(virDomainMigrateSetCompressionCache(NULL, 0, 0));
}
static void c572(void)
{
    RESULT_NUMBER(virDomainMigrateSetCompressionCache(NULL, 1, 1));
}
static void c573(void)
{
    RESULT_NUMBER(virDomainMigrateSetCompressionCache(NULL, -1, -1));
}
static void c574(void)
{
    RESULT_NUMBER(virDomainMigrateSetMaxDowntime(NULL, 0, 0));
}
static void c575(void)
{
    RESULT_NUMBER(virDomainMigrateSetMaxDowntime(NULL, 1, 1));
}
static void c576(void)
{
    RESULT_NUMBER(virDomainMigrateSetMaxDowntime(NULL, -1, -1));
}
static void c577(void)
{
    RESULT_NUMBER(virDomainMigrateSetMaxSpeed(NULL, 0, 0));
}
static void c578(void)
{
    RESULT_NUMBER(virDomainMigrateSetMaxSpeed(NULL, 1, 1));
}
static void c579(void)
{
    RESULT_NUMBER(virDomainMigrateSetMaxSpeed(NULL, -1, -1));
}
static void c580(void)
{
    RESULT_NUMBER(virDomainMigrateStartPostCopy(NULL, 0));
}
static void c581(void)
{
    RESULT_NUMBER(virDomainMigrateStartPostCopy(NULL, 1));
}
static void c582(void)
{
    RESULT_NUMBER(virDomainMigrateStartPostCopy(NULL, -1));
}
static void c583(void)
{
    RESULT_NUMBER(virDomainMigrateToURI(NULL, NULL, 0, NULL, 0));
}
static void c584(void)
{
    RESULT_NUMBER(virDomainMigrateToURI(NULL, NULL, 1, NULL, 1));
}
static void c585(void)
{
    RESULT_NUMBER(virDomainMigrateToURI(NULL, NULL, -1, NULL, -1));
}
static void c586(void)
{
    RESULT_NUMBER(virDomainMigrateToURI(NULL, "x", 1, "x", 1));
}
static void c587(void)
{
    RESULT_NUMBER(virDomainMigrateToURI2(NULL, NULL, NULL, NULL, 0, NULL, 0));
}
static void c588(void)
{
    RESULT_NUMBER(virDomainMigrateToURI2(NULL, NULL, NULL, NULL, 1, NULL, 1));
}
static void c589(void)
{
    RESULT_NUMBER(virDomainMigrateToURI2(NULL, NULL, NULL, NULL, -1, NULL, -1));
}
static void c590(void)
{
    RESULT_NUMBER(virDomainMigrateToURI2(NULL, "x", "x", "x", 1, "x", 1));
}
static void c591(void)
{
    RESULT_NUMBER(virDomainMigrateToURI3(NULL, NULL, NULL, 0, 0));
}
static void c592(void)
{
    RESULT_NUMBER(virDomainMigrateToURI3(NULL, NULL, NULL, 1, 1));
}
static void c593(void)
{
    RESULT_NUMBER(virDomainMigrateToURI3(NULL, NULL, NULL, -1, -1));
}
static void c594(void)
{
    RESULT_NUMBER(virDomainMigrateToURI3(NULL, "x", (void *)scratch, 1, 1));
}
static void c595(void)
{
    RESULT_NUMBER(virDomainOpenChannel(NULL, NULL, NULL, 0));
}
static void c596(void)
{
    RESULT_NUMBER(virDomainOpenChannel(NULL, NULL, NULL, 1));
}
static void c597(void)
{
    RESULT_NUMBER(virDomainOpenChannel(NULL, NULL, NULL, -1));
}
static void c598(void)
{
    RESULT_NUMBER(virDomainOpenChannel(NULL, "x", NULL, 1));
}
static void c599(void)
{
    RESULT_NUMBER(virDomainOpenConsole(NULL, NULL, NULL, 0));
}
static void c600(void)
{
    RESULT_NUMBER(virDomainOpenConsole(NULL, NULL, NULL, 1));
}
static void c601(void)
{
    RESULT_NUMBER(virDomainOpenConsole(NULL, NULL, NULL, -1));
}
static void c602(void)
{
    RESULT_NUMBER(virDomainOpenConsole(NULL, "x", NULL, 1));
}
static void c603(void)
{
    RESULT_NUMBER(virDomainOpenGraphics(NULL, 0, 0, 0));
}
static void c604(void)
{
    RESULT_NUMBER(virDomainOpenGraphics(NULL, 1, 1, 1));
}
static void c605(void)
{
    RESULT_NUMBER(virDomainOpenGraphics(NULL, -1, -1, -1));
}
static void c606(void)
{
    RESULT_NUMBER(virDomainOpenGraphicsFD(NULL, 0, 0));
}
static void c607(void)
{
    RESULT_NUMBER(virDomainOpenGraphicsFD(NULL, 1, 1));
}
static void c608(void)
{
    RESULT_NUMBER(virDomainOpenGraphicsFD(NULL, -1, -1));
}
static void c609(void)
{
    RESULT_NUMBER(virDomainPMSuspendForDuration(NULL, 0, 0, 0));
}
static void c610(void)
{
    RESULT_NUMBER(virDomainPMSuspendForDuration(NULL, 1, 1, 1));
}
static void c611(void)
{
    RESULT_NUMBER(virDomainPMSuspendForDuration(NULL, -1, -1, -1));
}
static void c612(void)
{
    RESULT_NUMBER(virDomainPMWakeup(NULL, 0));
}
static void c613(void)
{
    RESULT_NUMBER(virDomainPMWakeup(NULL, 1));
}
static void c614(void)
{
    RESULT_NUMBER(virDomainPMWakeup(NULL, -1));
}
static void c615(void)
{
    RESULT_NUMBER(virDomainPinEmulator(NULL, NULL, 0, 0));
}
static void c616(void)
{
    RESULT_NUMBER(virDomainPinEmulator(NULL, NULL, 1, 1));
}
static void c617(void)
{
    RESULT_NUMBER(virDomainPinEmulator(NULL, NULL, -1, -1));
}
static void c618(void)
{
    RESULT_NUMBER(virDomainPinEmulator(NULL, (void *)scratch, 1, 1));
}
static void c619(void)
{
    RESULT_NUMBER(virDomainPinIOThread(NULL, 0, NULL, 0, 0));
}
static void c620(void)
{
    RESULT_NUMBER(virDomainPinIOThread(NULL, 1, NULL, 1, 1));
}
static void c621(void)
{
    RESULT_NUMBER(virDomainPinIOThread(NULL, -1, NULL, -1, -1));
}
static void c622(void)
{
    RESULT_NUMBER(virDomainPinIOThread(NULL, 1, (void *)scratch, 1, 1));
}
static void c623(void)
{
    RESULT_NUMBER(virDomainPinVcpu(NULL, 0, NULL, 0));
}
static void c624(void)
{
    RESULT_NUMBER(virDomainPinVcpu(NULL, 1, NULL, 1));
}
static void c625(void)
{
    RESULT_NUMBER(virDomainPinVcpu(NULL, -1, NULL, -1));
}
static void c626(void)
{
    RESULT_NUMBER(virDomainPinVcpu(NULL, 1, (void *)scratch, 1));
}
static void c627(void)
{
    RESULT_NUMBER(virDomainPinVcpuFlags(NULL, 0, NULL, 0, 0));
}
static void c628(void)
{
    RESULT_NUMBER(virDomainPinVcpuFlags(NULL, 1, NULL, 1, 1));
}
static void c629(void)
{
    RESULT_NUMBER(virDomainPinVcpuFlags(NULL, -1, NULL, -1, -1));
}
static void c630(void)
{
    RESULT_NUMBER(virDomainPinVcpuFlags(NULL, 1, (void *)scratch, 1, 1));
}
static void c631(void)
{
    RESULT_NUMBER(virDomainReboot(NULL, 0));
}
static void c632(void)
{
    RESULT_NUMBER(virDomainReboot(NULL, 1));
}
static void c633(void)
{
    RESULT_NUMBER(virDomainReboot(NULL, -1));
}
static void c634(void)
{
    RESULT_NUMBER(virDomainRef(NULL));
}
static void c635(void)
{
    RESULT_NUMBER(virDomainRename(NULL, NULL, 0));
}
static void c636(void)
{
    RESULT_NUMBER(virDomainRename(NULL, NULL, 1));
}
static void c637(void)
{
    RESULT_NUMBER(virDomainRename(NULL, NULL, -1));
}
static void c638(void)
{
    RESULT_NUMBER(virDomainRename(NULL, "x", 1));
}
static void c639(void)
{
    RESULT_NUMBER(virDomainReset(NULL, 0));
}
static void c640(void)
{
    RESULT_NUMBER(virDomainReset(NULL, 1));
}
static void c641(void)
{
    RESULT_NUMBER(virDomainReset(NULL, -1));
}
static void c642(void)
{
    RESULT_NUMBER(virDomainRestore(NULL, NULL));
}
static void c643(void)
{
    RESULT_NUMBER(virDomainRestore(NULL, "x"));
}
static void c644(void)
{
    RESULT_NUMBER(virDomainRestoreFlags(NULL, NULL, NULL, 0));
}
static void c645(void)
{
    RESULT_NUMBER(virDomainRestoreFlags(NULL, NULL, NULL, 1));
}
static void c646(void)
{
    RESULT_NUMBER(virDomainRestoreFlags(NULL, NULL, NULL, -1));
}
static void c647(void)
{
    RESULT_NUMBER(virDomainRestoreFlags(NULL, "x", "x", 1));
}
static void c648(void)
{
    RESULT_NUMBER(virDomainRestoreParams(NULL, NULL, 0, 0));
}
static void c649(void)
{
    RESULT_NUMBER(virDomainRestoreParams(NULL, NULL, 1, 1));
}
static void c650(void)
{
    RESULT_NUMBER(virDomainRestoreParams(NULL, NULL, -1, -1));
}
static void c651(void)
{
    RESULT_NUMBER(virDomainRestoreParams(NULL, (void *)scratch, 1, 1));
}
static void c652(void)
{
    RESULT_NUMBER(virDomainResume(NULL));
}
static void c653(void)
{
    RESULT_NUMBER(virDomainRevertToSnapshot(NULL, 0));
}
static void c654(void)
{
    RESULT_NUMBER(virDomainRevertToSnapshot(NULL, 1));
}
static void c655(void)
{
    RESULT_NUMBER(virDomainRevertToSnapshot(NULL, -1));
}
static void c656(void)
{
    RESULT_NUMBER(virDomainSave(NULL, NULL));
}
static void c657(void)
{
    RESULT_NUMBER(virDomainSave(NULL, "x"));
}
static void c658(void)
{
    RESULT_NUMBER(virDomainSaveFlags(NULL, NULL, NULL, 0));
}
static void c659(void)
{
    RESULT_NUMBER(virDomainSaveFlags(NULL, NULL, NULL, 1));
}
static void c660(void)
{
    RESULT_NUMBER(virDomainSaveFlags(NULL, NULL, NULL, -1));
}
static void c661(void)
{
    RESULT_NUMBER(virDomainSaveFlags(NULL, "x", "x", 1));
}
static void c662(void)
{
    RESULT_NUMBER(virDomainSaveImageDefineXML(NULL, NULL, NULL, 0));
}
static void c663(void)
{
    RESULT_NUMBER(virDomainSaveImageDefineXML(NULL, NULL, NULL, 1));
}
static void c664(void)
{
    RESULT_NUMBER(virDomainSaveImageDefineXML(NULL, NULL, NULL, -1));
}
static void c665(void)
{
    RESULT_NUMBER(virDomainSaveImageDefineXML(NULL, "x", "x", 1));
}
static void c666(void)
{
    RESULT_OWNED(virDomainSaveImageGetXMLDesc(NULL, NULL, 0));
}
static void c667(void)
{
    RESULT_OWNED(virDomainSaveImageGetXMLDesc(NULL, NULL, 1));
}
static void c668(void)
{
    RESULT_OWNED(virDomainSaveImageGetXMLDesc(NULL, NULL, -1));
}
static void c669(void)
{
    RESULT_OWNED(virDomainSaveImageGetXMLDesc(NULL, "x", 1));
}
static void c670(void)
{
    RESULT_NUMBER(virDomainSaveParams(NULL, NULL, 0, 0));
}
static void c671(void)
{
    RESULT_NUMBER(virDomainSaveParams(NULL, NULL, 1, 1));
}
static void c672(void)
{
    RESULT_NUMBER(virDomainSaveParams(NULL, NULL, -1, -1));
}
static void c673(void)
{
    RESULT_NUMBER(virDomainSaveParams(NULL, (void *)scratch, 1, 1));
}
static void c674(void)
{
    RESULT_OWNED(virDomainScreenshot(NULL, NULL, 0, 0));
}
static void c675(void)
{
    RESULT_OWNED(virDomainScreenshot(NULL, NULL, 1, 1));
}
static void c676(void)
{
    RESULT_OWNED(virDomainScreenshot(NULL, NULL, -1, -1));
}
static void c677(void)
{
    RESULT_NUMBER(virDomainSendKey(NULL, 0, 0, NULL, 0, 0));
}
static void c678(void)
{
    RESULT_NUMBER(virDomainSendKey(NULL, 1, 1, NULL, 1, 1));
}
static void c679(void)
{
    RESULT_NUMBER(virDomainSendKey(NULL, -1, -1, NULL, -1, -1));
}
static void c680(void)
{
    RESULT_NUMBER(virDomainSendKey(NULL, 1, 1, (void *)scratch, 1, 1));
}
static void c681(void)
{
    RESULT_NUMBER(virDomainSendProcessSignal(NULL, 0, 0, 0));
}
static void c682(void)
{
    RESULT_NUMBER(virDomainSendProcessSignal(NULL, 1, 1, 1));
}
static void c683(void)
{
    RESULT_NUMBER(virDomainSendProcessSignal(NULL, -1, -1, -1));
}
static void c684(void)
{
    RESULT_NUMBER(virDomainSetAutostart(NULL, 0));
}
static void c685(void)
{
    RESULT_NUMBER(virDomainSetAutostart(NULL, 1));
}
static void c686(void)
{
    RESULT_NUMBER(virDomainSetAutostart(NULL, -1));
}
static void c687(void)
{
    RESULT_NUMBER(virDomainSetBlkioParameters(NULL, NULL, 0, 0));
}
static void c688(void)
{
    RESULT_NUMBER(virDomainSetBlkioParameters(NULL, NULL, 1, 1));
}
static void c689(void)
{
    RESULT_NUMBER(virDomainSetBlkioParameters(NULL, NULL, -1, -1));
}
static void c690(void)
{
    RESULT_NUMBER(virDomainSetBlkioParameters(NULL, (void *)scratch, 1, 1));
}
static void c691(void)
{
    RESULT_NUMBER(virDomainSetBlockIoTune(NULL, NULL, NULL, 0, 0));
}
static void c692(void)
{
    RESULT_NUMBER(virDomainSetBlockIoTune(NULL, NULL, NULL, 1, 1));
}
static void c693(void)
{
    RESULT_NUMBER(virDomainSetBlockIoTune(NULL, NULL, NULL, -1, -1));
}
static void c694(void)
{
    RESULT_NUMBER(virDomainSetBlockIoTune(NULL, "x", (void *)scratch, 1, 1));
}
static void c695(void)
{
    RESULT_NUMBER(virDomainSetBlockThreshold(NULL, NULL, 0, 0));
}
static void c696(void)
{
    RESULT_NUMBER(virDomainSetBlockThreshold(NULL, NULL, 1, 1));
}
static void c697(void)
{
    RESULT_NUMBER(virDomainSetBlockThreshold(NULL, NULL, -1, -1));
}
static void c698(void)
{
    RESULT_NUMBER(virDomainSetBlockThreshold(NULL, "x", 1, 1));
}
static void c699(void)
{
    RESULT_NUMBER(virDomainSetGuestVcpus(NULL, NULL, 0, 0));
}
static void c700(void)
{
    RESULT_NUMBER(virDomainSetGuestVcpus(NULL, NULL, 1, 1));
}
static void c701(void)
{
    RESULT_NUMBER(virDomainSetGuestVcpus(NULL, NULL, -1, -1));
}
static void c702(void)
{
    RESULT_NUMBER(virDomainSetGuestVcpus(NULL, "x", 1, 1));
}
static void c703(void)
{
    RESULT_NUMBER(virDomainSetIOThreadParams(NULL, 0, NULL, 0, 0));
}
static void c704(void)
{
    RESULT_NUMBER(virDomainSetIOThreadParams(NULL, 1, NULL, 1, 1));
}
static void c705(void)
{
    RESULT_NUMBER(virDomainSetIOThreadParams(NULL, -1, NULL, -1, -1));
}
static void c706(void)
{
    RESULT_NUMBER(virDomainSetIOThreadParams(NULL, 1, (void *)scratch, 1, 1));
}
static void c707(void)
{
    RESULT_NUMBER(virDomainSetInterfaceParameters(NULL, NULL, NULL, 0, 0));
}
static void c708(void)
{
    RESULT_NUMBER(virDomainSetInterfaceParameters(NULL, NULL, NULL, 1, 1));
}
static void c709(void)
{
    RESULT_NUMBER(virDomainSetInterfaceParameters(NULL, NULL, NULL, -1, -1));
}
static void c710(void)
{
    RESULT_NUMBER(virDomainSetInterfaceParameters(NULL, "x", (void *)scratch, 1, 1));
}
static void c711(void)
{
    RESULT_NUMBER(virDomainSetLifecycleAction(NULL, 0, 0, 0));
}
static void c712(void)
{
    RESULT_NUMBER(virDomainSetLifecycleAction(NULL, 1, 1, 1));
}
static void c713(void)
{
    RESULT_NUMBER(virDomainSetLifecycleAction(NULL, -1, -1, -1));
}
static void c714(void)
{
    RESULT_NUMBER(virDomainSetMaxMemory(NULL, 0));
}
static void c715(void)
{
    RESULT_NUMBER(virDomainSetMaxMemory(NULL, 1));
}
static void c716(void)
{
    RESULT_NUMBER(virDomainSetMaxMemory(NULL, -1));
}
static void c717(void)
{
    RESULT_NUMBER(virDomainSetMemory(NULL, 0));
}
static void c718(void)
{
    RESULT_NUMBER(virDomainSetMemory(NULL, 1));
}
static void c719(void)
{
    RESULT_NUMBER(virDomainSetMemory(NULL, -1));
}
static void c720(void)
{
    RESULT_NUMBER(virDomainSetMemoryFlags(NULL, 0, 0));
}
static void c721(void)
{
    RESULT_NUMBER(virDomainSetMemoryFlags(NULL, 1, 1));
}
static void c722(void)
{
    RESULT_NUMBER(virDomainSetMemoryFlags(NULL, -1, -1));
}
static void c723(void)
{
    RESULT_NUMBER(virDomainSetMemoryParameters(NULL, NULL, 0, 0));
}
static void c724(void)
{
    RESULT_NUMBER(virDomainSetMemoryParameters(NULL, NULL, 1, 1));
}
static void c725(void)
{
    RESULT_NUMBER(virDomainSetMemoryParameters(NULL, NULL, -1, -1));
}
static void c726(void)
{
    RESULT_NUMBER(virDomainSetMemoryParameters(NULL, (void *)scratch, 1, 1));
}
static void c727(void)
{
    RESULT_NUMBER(virDomainSetMemoryStatsPeriod(NULL, 0, 0));
}
static void c728(void)
{
    RESULT_NUMBER(virDomainSetMemoryStatsPeriod(NULL, 1, 1));
}
static void c729(void)
{
    RESULT_NUMBER(virDomainSetMemoryStatsPeriod(NULL, -1, -1));
}
static void c730(void)
{
    RESULT_NUMBER(virDomainSetMetadata(NULL, 0, NULL, NULL, NULL, 0));
}
static void c731(void)
{
    RESULT_NUMBER(virDomainSetMetadata(NULL, 1, NULL, NULL, NULL, 1));
}
static void c732(void)
{
    RESULT_NUMBER(virDomainSetMetadata(NULL, -1, NULL, NULL, NULL, -1));
}
static void c733(void)
{
    RESULT_NUMBER(virDomainSetMetadata(NULL, 1, "x", "x", "x", 1));
}
static void c734(void)
{
    RESULT_NUMBER(virDomainSetNumaParameters(NULL, NULL, 0, 0));
}
static void c735(void)
{
    RESULT_NUMBER(virDomainSetNumaParameters(NULL, NULL, 1, 1));
}
static void c736(void)
{
    RESULT_NUMBER(virDomainSetNumaParameters(NULL, NULL, -1, -1));
}
static void c737(void)
{
    RESULT_NUMBER(virDomainSetNumaParameters(NULL, (void *)scratch, 1, 1));
}
static void c738(void)
{
    RESULT_NUMBER(virDomainSetPerfEvents(NULL, NULL, 0, 0));
}
static void c739(void)
{
    RESULT_NUMBER(virDomainSetPerfEvents(NULL, NULL, 1, 1));
}
static void c740(void)
{
    RESULT_NUMBER(virDomainSetPerfEvents(NULL, NULL, -1, -1));
}
static void c741(void)
{
    RESULT_NUMBER(virDomainSetPerfEvents(NULL, (void *)scratch, 1, 1));
}
static void c742(void)
{
    RESULT_NUMBER(virDomainSetSchedulerParameters(NULL, NULL, 0));
}
static void c743(void)
{
    RESULT_NUMBER(virDomainSetSchedulerParameters(NULL, NULL, 1));
}
static void c744(void)
{
    RESULT_NUMBER(virDomainSetSchedulerParameters(NULL, NULL, -1));
}
static void c745(void)
{
    RESULT_NUMBER(virDomainSetSchedulerParameters(NULL, (void *)scratch, 1));
}
static void c746(void)
{
    RESULT_NUMBER(virDomainSetSchedulerParametersFlags(NULL, NULL, 0, 0));
}
static void c747(void)
{
    RESULT_NUMBER(virDomainSetSchedulerParametersFlags(NULL, NULL, 1, 1));
}
static void c748(void)
{
    RESULT_NUMBER(virDomainSetSchedulerParametersFlags(NULL, NULL, -1, -1));
}
static void c749(void)
{
    RESULT_NUMBER(virDomainSetSchedulerParametersFlags(NULL, (void *)scratch, 1, 1));
}
static void c750(void)
{
    RESULT_NUMBER(virDomainSetTime(NULL, 0, 0, 0));
}
static void c751(void)
{
    RESULT_NUMBER(virDomainSetTime(NULL, 1, 1, 1));
}
static void c752(void)
{
    RESULT_NUMBER(virDomainSetTime(NULL, -1, -1, -1));
}
static void c753(void)
{
    RESULT_NUMBER(virDomainSetUserPassword(NULL, NULL, NULL, 0));
}
static void c754(void)
{
    RESULT_NUMBER(virDomainSetUserPassword(NULL, NULL, NULL, 1));
}
static void c755(void)
{
    RESULT_NUMBER(virDomainSetUserPassword(NULL, NULL, NULL, -1));
}
static void c756(void)
{
    RESULT_NUMBER(virDomainSetUserPassword(NULL, "x", "x", 1));
}
static void c757(void)
{
    RESULT_NUMBER(virDomainSetVcpu(NULL, NULL, 0, 0));
}
static void c758(void)
{
    RESULT_NUMBER(virDomainSetVcpu(NULL, NULL, 1, 1));
}
static void c759(void)
{
    RESULT_NUMBER(virDomainSetVcpu(NULL, NULL, -1, -1));
}
static void c760(void)
{
    RESULT_NUMBER(virDomainSetVcpu(NULL, "x", 1, 1));
}
static void c761(void)
{
    RESULT_NUMBER(virDomainSetVcpus(NULL, 0));
}
static void c762(void)
{
    RESULT_NUMBER(virDomainSetVcpus(NULL, 1));
}
static void c763(void)
{
    RESULT_NUMBER(virDomainSetVcpus(NULL, -1));
}
static void c764(void)
{
    RESULT_NUMBER(virDomainSetVcpusFlags(NULL, 0, 0));
}
static void c765(void)
{
    RESULT_NUMBER(virDomainSetVcpusFlags(NULL, 1, 1));
}
static void c766(void)
{
    RESULT_NUMBER(virDomainSetVcpusFlags(NULL, -1, -1));
}
static void c767(void)
{
    RESULT_NUMBER(virDomainShutdown(NULL));
}
static void c768(void)
{
    RESULT_NUMBER(virDomainShutdownFlags(NULL, 0));
}
static void c769(void)
{
    RESULT_NUMBER(virDomainShutdownFlags(NULL, 1));
}
static void c770(void)
{
    RESULT_NUMBER(virDomainShutdownFlags(NULL, -1));
}
static void c771(void)
{
    RESULT_POINTER(virDomainSnapshotCreateXML(NULL, NULL, 0));
}
static void c772(void)
{
    RESULT_POINTER(virDomainSnapshotCreateXML(NULL, NULL, 1));
}
static void c773(void)
{
    RESULT_POINTER(virDomainSnapshotCreateXML(NULL, NULL, -1));
}
static void c774(void)
{
    RESULT_POINTER(virDomainSnapshotCreateXML(NULL, "x", 1));
}
static void c775(void)
{
    RESULT_POINTER(virDomainSnapshotCurrent(NULL, 0));
}
static void c776(void)
{
    RESULT_POINTER(virDomainSnapshotCurrent(NULL, 1));
}
static void c777(void)
{
    RESULT_POINTER(virDomainSnapshotCurrent(NULL, -1));
}
static void c778(void)
{
    RESULT_NUMBER(virDomainSnapshotDelete(NULL, 0));
}
static void c779(void)
{
    RESULT_NUMBER(virDomainSnapshotDelete(NULL, 1));
}
static void c780(void)
{
    RESULT_NUMBER(virDomainSnapshotDelete(NULL, -1));
}
static void c781(void)
{
    RESULT_NUMBER(virDomainSnapshotFree(NULL));
}
static void c782(void)
{
    RESULT_POINTER(virDomainSnapshotGetConnect(NULL));
}
static void c783(void)
{
    RESULT_POINTER(virDomainSnapshotGetDomain(NULL));
}
static void c784(void)
{
    RESULT_STRING(virDomainSnapshotGetName(NULL));
}
static void c785(void)
{
    RESULT_POINTER(virDomainSnapshotGetParent(NULL, 0));
}
static void c786(void)
{
    RESULT_POINTER(virDomainSnapshotGetParent(NULL, 1));
}
static void c787(void)
{
    RESULT_POINTER(virDomainSnapshotGetParent(NULL, -1));
}
static void c788(void)
{
    RESULT_OWNED(virDomainSnapshotGetXMLDesc(NULL, 0));
}
static void c789(void)
{
    RESULT_OWNED(virDomainSnapshotGetXMLDesc(NULL, 1));
}
static void c790(void)
{
    RESULT_OWNED(virDomainSnapshotGetXMLDesc(NULL, -1));
}
static void c791(void)
{
    RESULT_NUMBER(virDomainSnapshotHasMetadata(NULL, 0));
}
static void c792(void)
{
    RESULT_NUMBER(virDomainSnapshotHasMetadata(NULL, 1));
}
static void c793(void)
{
    RESULT_NUMBER(virDomainSnapshotHasMetadata(NULL, -1));
}
static void c794(void)
{
    RESULT_NUMBER(virDomainSnapshotIsCurrent(NULL, 0));
}
static void c795(void)
{
    RESULT_NUMBER(virDomainSnapshotIsCurrent(NULL, 1));
}
static void c796(void)
{
    RESULT_NUMBER(virDomainSnapshotIsCurrent(NULL, -1));
}
static void c797(void)
{
    RESULT_NUMBER(virDomainSnapshotListAllChildren(NULL, NULL, 0));
}
static void c798(void)
{
    RESULT_NUMBER(virDomainSnapshotListAllChildren(NULL, NULL, 1));
}
static void c799(void)
{
    RESULT_NUMBER(virDomainSnapshotListAllChildren(NULL, NULL, -1));
}
static void c800(void)
{
    RESULT_NUMBER(virDomainSnapshotListAllChildren(NULL, (void *)scratch, 1));
}
static void c801(void)
{
    RESULT_NUMBER(virDomainSnapshotListChildrenNames(NULL, NULL, 0, 0));
}
static void c802(void)
{
    RESULT_NUMBER(virDomainSnapshotListChildrenNames(NULL, NULL, 1, 1));
}
static void c803(void)
{
    RESULT_NUMBER(virDomainSnapshotListChildrenNames(NULL, NULL, -1, -1));
}
static void c804(void)
{
    RESULT_NUMBER(virDomainSnapshotListChildrenNames(NULL, (void *)scratch, 1, 1));
}
static void c805(void)
{
    RESULT_NUMBER(virDomainSnapshotListNames(NULL, NULL, 0, 0));
}
static void c806(void)
{
    RESULT_NUMBER(virDomainSnapshotListNames(NULL, NULL, 1, 1));
}
static void c807(void)
{
    RESULT_NUMBER(virDomainSnapshotListNames(NULL, NULL, -1, -1));
}
static void c808(void)
{
    RESULT_NUMBER(virDomainSnapshotListNames(NULL, (void *)scratch, 1, 1));
}
static void c809(void)
{
    RESULT_POINTER(virDomainSnapshotLookupByName(NULL, NULL, 0));
}
static void c810(void)
{
    RESULT_POINTER(virDomainSnapshotLookupByName(NULL, NULL, 1));
}
static void c811(void)
{
    RESULT_POINTER(virDomainSnapshotLookupByName(NULL, NULL, -1));
}
static void c812(void)
{
    RESULT_POINTER(virDomainSnapshotLookupByName(NULL, "x", 1));
}
static void c813(void)
{
    RESULT_NUMBER(virDomainSnapshotNum(NULL, 0));
}
static void c814(void)
{
    RESULT_NUMBER(virDomainSnapshotNum(NULL, 1));
}
static void c815(void)
{
    RESULT_NUMBER(virDomainSnapshotNum(NULL, -1));
}
static void c816(void)
{
    RESULT_NUMBER(virDomainSnapshotNumChildren(NULL, 0));
}
static void c817(void)
{
    RESULT_NUMBER(virDomainSnapshotNumChildren(NULL, 1));
}
static void c818(void)
{
    RESULT_NUMBER(virDomainSnapshotNumChildren(NULL, -1));
}
static void c819(void)
{
    RESULT_NUMBER(virDomainSnapshotRef(NULL));
}
static void c820(void)
{
    RESULT_NUMBER(virDomainStartDirtyRateCalc(NULL, 0, 0));
}
static void c821(void)
{
    RESULT_NUMBER(virDomainStartDirtyRateCalc(NULL, 1, 1));
}
static void c822(void)
{
    RESULT_NUMBER(virDomainStartDirtyRateCalc(NULL, -1, -1));
}
static void c823(void)
{
    virDomainStatsRecordListFree(NULL); RESULT_VOID;
}
static void c824(void)
{
    RESULT_NUMBER(virDomainSuspend(NULL));
}
static void c825(void)
{
    RESULT_NUMBER(virDomainUndefine(NULL));
}
static void c826(void)
{
    RESULT_NUMBER(virDomainUndefineFlags(NULL, 0));
}
static void c827(void)
{
    RESULT_NUMBER(virDomainUndefineFlags(NULL, 1));
}
static void c828(void)
{
    RESULT_NUMBER(virDomainUndefineFlags(NULL, -1));
}
static void c829(void)
{
    RESULT_NUMBER(virDomainUpdateDeviceFlags(NULL, NULL, 0));
}
static void c830(void)
{
    RESULT_NUMBER(virDomainUpdateDeviceFlags(NULL, NULL, 1));
}
static void c831(void)
{
    RESULT_NUMBER(virDomainUpdateDeviceFlags(NULL, NULL, -1));
}
static void c832(void)
{
    RESULT_NUMBER(virDomainUpdateDeviceFlags(NULL, "x", 1));
}
static void c833(void)
{
    RESULT_NUMBER(virEventAddHandle(0, 0, NULL, NULL, NULL));
}
static void c834(void)
{
    RESULT_NUMBER(virEventAddHandle(1, 1, NULL, NULL, NULL));
}
static void c835(void)
{
    RESULT_NUMBER(virEventAddHandle(-1, -1, NULL, NULL, NULL));
}
static void c836(void)
{
    RESULT_NUMBER(virEventAddTimeout(0, NULL, NULL, NULL));
}
static void c837(void)
{
    RESULT_NUMBER(virEventAddTimeout(1, NULL, NULL, NULL));
}
static void c838(void)
{
    RESULT_NUMBER(virEventAddTimeout(-1, NULL, NULL, NULL));
}
static void c839(void)
{
    RESULT_NUMBER(virEventRemoveHandle(0));
}
static void c840(void)
{
    RESULT_NUMBER(virEventRemoveHandle(1));
}
static void c841(void)
{
    RESULT_NUMBER(virEventRemoveHandle(-1));
}
static void c842(void)
{
    RESULT_NUMBER(virEventRemoveTimeout(0));
}
static void c843(void)
{
    RESULT_NUMBER(virEventRemoveTimeout(1));
}
static void c844(void)
{
    RESULT_NUMBER(virEventRemoveTimeout(-1));
}
static void c845(void)
{
    virEventUpdateHandle(0, 0); RESULT_VOID;
}
static void c846(void)
{
    virEventUpdateHandle(1, 1); RESULT_VOID;
}
static void c847(void)
{
    virEventUpdateHandle(-1, -1); RESULT_VOID;
}
static void c848(void)
{
    virEventUpdateTimeout(0, 0); RESULT_VOID;
}
static void c849(void)
{
    virEventUpdateTimeout(1, 1); RESULT_VOID;
}
static void c850(void)
{
    virEventUpdateTimeout(-1, -1); RESULT_VOID;
}
static void c851(void)
{
    virFreeError(NULL); RESULT_VOID;
}
static void c852(void)
{
    RESULT_POINTER(virGetLastError());
}
static void c853(void)
{
    RESULT_NUMBER(virGetLastErrorCode());
}
static void c854(void)
{
    RESULT_NUMBER(virGetLastErrorDomain());
}
static void c855(void)
{
    RESULT_STRING(virGetLastErrorMessage());
}
static void c856(void)
{
    RESULT_NUMBER(virInitialize());
}
static void c857(void)
{
    RESULT_NUMBER(virInterfaceChangeBegin(NULL, 0));
}
static void c858(void)
{
    RESULT_NUMBER(virInterfaceChangeBegin(NULL, 1));
}
static void c859(void)
{
    RESULT_NUMBER(virInterfaceChangeBegin(NULL, -1));
}
static void c860(void)
{
    RESULT_NUMBER(virInterfaceChangeCommit(NULL, 0));
}
static void c861(void)
{
    RESULT_NUMBER(virInterfaceChangeCommit(NULL, 1));
}
static void c862(void)
{
    RESULT_NUMBER(virInterfaceChangeCommit(NULL, -1));
}
static void c863(void)
{
    RESULT_NUMBER(virInterfaceChangeRollback(NULL, 0));
}
static void c864(void)
{
    RESULT_NUMBER(virInterfaceChangeRollback(NULL, 1));
}
static void c865(void)
{
    RESULT_NUMBER(virInterfaceChangeRollback(NULL, -1));
}
static void c866(void)
{
    RESULT_NUMBER(virInterfaceCreate(NULL, 0));
}
static void c867(void)
{
    RESULT_NUMBER(virInterfaceCreate(NULL, 1));
}
static void c868(void)
{
    RESULT_NUMBER(virInterfaceCreate(NULL, -1));
}
static void c869(void)
{
    RESULT_POINTER(virInterfaceDefineXML(NULL, NULL, 0));
}
static void c870(void)
{
    RESULT_POINTER(virInterfaceDefineXML(NULL, NULL, 1));
}
static void c871(void)
{
    RESULT_POINTER(virInterfaceDefineXML(NULL, NULL, -1));
}
static void c872(void)
{
    RESULT_POINTER(virInterfaceDefineXML(NULL, "x", 1));
}
static void c873(void)
{
    RESULT_NUMBER(virInterfaceDestroy(NULL, 0));
}
static void c874(void)
{
    RESULT_NUMBER(virInterfaceDestroy(NULL, 1));
}
static void c875(void)
{
    RESULT_NUMBER(virInterfaceDestroy(NULL, -1));
}
static void c876(void)
{
    RESULT_NUMBER(virInterfaceFree(NULL));
}
static void c877(void)
{
    RESULT_POINTER(virInterfaceGetConnect(NULL));
}
static void c878(void)
{
    RESULT_STRING(virInterfaceGetMACString(NULL));
}
static void c879(void)
{
    RESULT_STRING(virInterfaceGetName(NULL));
}
static void c880(void)
{
    RESULT_OWNED(virInterfaceGetXMLDesc(NULL, 0));
}
static void c881(void)
{
    RESULT_OWNED(virInterfaceGetXMLDesc(NULL, 1));
}
static void c882(void)
{
    RESULT_OWNED(virInterfaceGetXMLDesc(NULL, -1));
}
static void c883(void)
{
    RESULT_NUMBER(virInterfaceIsActive(NULL));
}
static void c884(void)
{
    RESULT_POINTER(virInterfaceLookupByMACString(NULL, NULL));
}
static void c885(void)
{
    RESULT_POINTER(virInterfaceLookupByMACString(NULL, "x"));
}
static void c886(void)
{
    RESULT_POINTER(virInterfaceLookupByName(NULL, NULL));
}
static void c887(void)
{
    RESULT_POINTER(virInterfaceLookupByName(NULL, "x"));
}
static void c888(void)
{
    RESULT_NUMBER(virInterfaceRef(NULL));
}
static void c889(void)
{
    RESULT_NUMBER(virInterfaceUndefine(NULL));
}
static void c890(void)
{
    RESULT_POINTER(virNWFilterBindingCreateXML(NULL, NULL, 0));
}
static void c891(void)
{
    RESULT_POINTER(virNWFilterBindingCreateXML(NULL, NULL, 1));
}
static void c892(void)
{
    RESULT_POINTER(virNWFilterBindingCreateXML(NULL, NULL, -1));
}
static void c893(void)
{
    RESULT_POINTER(virNWFilterBindingCreateXML(NULL, "x", 1));
}
static void c894(void)
{
    RESULT_NUMBER(virNWFilterBindingDelete(NULL));
}
static void c895(void)
{
    RESULT_NUMBER(virNWFilterBindingFree(NULL));
}
static void c896(void)
{
    RESULT_STRING(virNWFilterBindingGetFilterName(NULL));
}
static void c897(void)
{
    RESULT_STRING(virNWFilterBindingGetPortDev(NULL));
}
static void c898(void)
{
    RESULT_OWNED(virNWFilterBindingGetXMLDesc(NULL, 0));
}
static void c899(void)
{
    RESULT_OWNED(virNWFilterBindingGetXMLDesc(NULL, 1));
}
static void c900(void)
{
    RESULT_OWNED(virNWFilterBindingGetXMLDesc(NULL, -1));
}
static void c901(void)
{
    RESULT_POINTER(virNWFilterBindingLookupByPortDev(NULL, NULL));
}
static void c902(void)
{
    RESULT_POINTER(virNWFilterBindingLookupByPortDev(NULL, "x"));
}
static void c903(void)
{
    RESULT_NUMBER(virNWFilterBindingRef(NULL));
}
static void c904(void)
{
    RESULT_POINTER(virNWFilterDefineXML(NULL, NULL));
}
static void c905(void)
{
    RESULT_POINTER(virNWFilterDefineXML(NULL, "x"));
}
static void c906(void)
{
    RESULT_POINTER(virNWFilterDefineXMLFlags(NULL, NULL, 0));
}
static void c907(void)
{
    RESULT_POINTER(virNWFilterDefineXMLFlags(NULL, NULL, 1));
}
static void c908(void)
{
    RESULT_POINTER(virNWFilterDefineXMLFlags(NULL, NULL, -1));
}
static void c909(void)
{
    RESULT_POINTER(virNWFilterDefineXMLFlags(NULL, "x", 1));
}
static void c910(void)
{
    RESULT_NUMBER(virNWFilterFree(NULL));
}
static void c911(void)
{
    RESULT_STRING(virNWFilterGetName(NULL));
}
static void c912(void)
{
    RESULT_NUMBER(virNWFilterGetUUID(NULL, NULL));
}
static void c913(void)
{
    RESULT_NUMBER(virNWFilterGetUUID(NULL, (void *)scratch));
}
static void c914(void)
{
    RESULT_NUMBER(virNWFilterGetUUIDString(NULL, NULL));
}
static void c915(void)
{
    RESULT_NUMBER(virNWFilterGetUUIDString(NULL, (void *)scratch));
}
static void c916(void)
{
    RESULT_OWNED(virNWFilterGetXMLDesc(NULL, 0));
}
static void c917(void)
{
    RESULT_OWNED(virNWFilterGetXMLDesc(NULL, 1));
}
static void c918(void)
{
    RESULT_OWNED(virNWFilterGetXMLDesc(NULL, -1));
}
static void c919(void)
{
    RESULT_POINTER(virNWFilterLookupByName(NULL, NULL));
}
static void c920(void)
{
    RESULT_POINTER(virNWFilterLookupByName(NULL, "x"));
}
static void c921(void)
{
    RESULT_POINTER(virNWFilterLookupByUUID(NULL, NULL));
}
static void c922(void)
{
    RESULT_POINTER(virNWFilterLookupByUUID(NULL, (void *)scratch));
}
static void c923(void)
{
    RESULT_POINTER(virNWFilterLookupByUUIDString(NULL, NULL));
}
static void c924(void)
{
    RESULT_POINTER(virNWFilterLookupByUUIDString(NULL, "x"));
}
static void c925(void)
{
    RESULT_NUMBER(virNWFilterRef(NULL));
}
static void c926(void)
{
    RESULT_NUMBER(virNWFilterUndefine(NULL));
}
static void c927(void)
{
    RESULT_NUMBER(virNetworkCreate(NULL));
}
static void c928(void)
{
    RESULT_POINTER(virNetworkCreateXML(NULL, NULL));
}
static void c929(void)
{
    RESULT_POINTER(virNetworkCreateXML(NULL, "x"));
}
static void c930(void)
{
    RESULT_POINTER(virNetworkCreateXMLFlags(NULL, NULL, 0));
}
static void c931(void)
{
    RESULT_POINTER(virNetworkCreateXMLFlags(NULL, NULL, 1));
}
static void c932(void)
{
    RESULT_POINTER(virNetworkCreateXMLFlags(NULL, NULL, -1));
}
static void c933(void)
{
    RESULT_POINTER(virNetworkCreateXMLFlags(NULL, "x", 1));
}
static void c934(void)
{
    virNetworkDHCPLeaseFree(NULL); RESULT_VOID;
}
static void c935(void)
{
    RESULT_POINTER(virNetworkDefineXML(NULL, NULL));
}
static void c936(void)
{
    RESULT_POINTER(virNetworkDefineXML(NULL, "x"));
}
static void c937(void)
{
    RESULT_POINTER(virNetworkDefineXMLFlags(NULL, NULL, 0));
}
static void c938(void)
{
    RESULT_POINTER(virNetworkDefineXMLFlags(NULL, NULL, 1));
}
static void c939(void)
{
    RESULT_POINTER(virNetworkDefineXMLFlags(NULL, NULL, -1));
}
static void c940(void)
{
    RESULT_POINTER(virNetworkDefineXMLFlags(NULL, "x", 1));
}
static void c941(void)
{
    RESULT_NUMBER(virNetworkDestroy(NULL));
}
static void c942(void)
{
    RESULT_NUMBER(virNetworkFree(NULL));
}
static void c943(void)
{
    RESULT_NUMBER(virNetworkGetAutostart(NULL, NULL));
}
static void c944(void)
{
    RESULT_NUMBER(virNetworkGetAutostart(NULL, (void *)scratch));
}
static void c945(void)
{
    RESULT_OWNED(virNetworkGetBridgeName(NULL));
}
static void c946(void)
{
    RESULT_POINTER(virNetworkGetConnect(NULL));
}
static void c947(void)
{
    RESULT_NUMBER(virNetworkGetDHCPLeases(NULL, NULL, NULL, 0));
}
static void c948(void)
{
    RESULT_NUMBER(virNetworkGetDHCPLeases(NULL, NULL, NULL, 1));
}
static void c949(void)
{
    RESULT_NUMBER(virNetworkGetDHCPLeases(NULL, NULL, NULL, -1));
}
static void c950(void)
{
    RESULT_NUMBER(virNetworkGetDHCPLeases(NULL, "x", (void *)scratch, 1));
}
static void c951(void)
{
    RESULT_STRING(virNetworkGetName(NULL));
}
static void c952(void)
{
    RESULT_NUMBER(virNetworkGetUUID(NULL, NULL));
}
static void c953(void)
{
    RESULT_NUMBER(virNetworkGetUUID(NULL, (void *)scratch));
}
static void c954(void)
{
    RESULT_NUMBER(virNetworkGetUUIDString(NULL, NULL));
}
static void c955(void)
{
    RESULT_NUMBER(virNetworkGetUUIDString(NULL, (void *)scratch));
}
static void c956(void)
{
    RESULT_OWNED(virNetworkGetXMLDesc(NULL, 0));
}
static void c957(void)
{
    RESULT_OWNED(virNetworkGetXMLDesc(NULL, 1));
}
static void c958(void)
{
    RESULT_OWNED(virNetworkGetXMLDesc(NULL, -1));
}
static void c959(void)
{
    RESULT_NUMBER(virNetworkIsActive(NULL));
}
static void c960(void)
{
    RESULT_NUMBER(virNetworkIsPersistent(NULL));
}
static void c961(void)
{
    RESULT_NUMBER(virNetworkListAllPorts(NULL, NULL, 0));
}
static void c962(void)
{
    RESULT_NUMBER(virNetworkListAllPorts(NULL, NULL, 1));
}
static void c963(void)
{
    RESULT_NUMBER(virNetworkListAllPorts(NULL, NULL, -1));
}
static void c964(void)
{
    RESULT_NUMBER(virNetworkListAllPorts(NULL, (void *)scratch, 1));
}
static void c965(void)
{
    RESULT_POINTER(virNetworkLookupByName(NULL, NULL));
}
static void c966(void)
{
    RESULT_POINTER(virNetworkLookupByName(NULL, "x"));
}
static void c967(void)
{
    RESULT_POINTER(virNetworkLookupByUUID(NULL, NULL));
}
static void c968(void)
{
    RESULT_POINTER(virNetworkLookupByUUID(NULL, (void *)scratch));
}
static void c969(void)
{
    RESULT_POINTER(virNetworkLookupByUUIDString(NULL, NULL));
}
static void c970(void)
{
    RESULT_POINTER(virNetworkLookupByUUIDString(NULL, "x"));
}
static void c971(void)
{
    RESULT_POINTER(virNetworkPortCreateXML(NULL, NULL, 0));
}
static void c972(void)
{
    RESULT_POINTER(virNetworkPortCreateXML(NULL, NULL, 1));
}
static void c973(void)
{
    RESULT_POINTER(virNetworkPortCreateXML(NULL, NULL, -1));
}
static void c974(void)
{
    RESULT_POINTER(virNetworkPortCreateXML(NULL, "x", 1));
}
static void c975(void)
{
    RESULT_NUMBER(virNetworkPortDelete(NULL, 0));
}
static void c976(void)
{
    RESULT_NUMBER(virNetworkPortDelete(NULL, 1));
}
static void c977(void)
{
    RESULT_NUMBER(virNetworkPortDelete(NULL, -1));
}
static void c978(void)
{
    RESULT_NUMBER(virNetworkPortFree(NULL));
}
static void c979(void)
{
    RESULT_POINTER(virNetworkPortGetNetwork(NULL));
}
static void c980(void)
{
    RESULT_NUMBER(virNetworkPortGetParameters(NULL, NULL, NULL, 0));
}
static void c981(void)
{
    RESULT_NUMBER(virNetworkPortGetParameters(NULL, NULL, NULL, 1));
}
static void c982(void)
{
    RESULT_NUMBER(virNetworkPortGetParameters(NULL, NULL, NULL, -1));
}
static void c983(void)
{
    RESULT_NUMBER(virNetworkPortGetParameters(NULL, (void *)scratch, (void *)scratch, 1));
}
static void c984(void)
{
    RESULT_NUMBER(virNetworkPortGetUUID(NULL, NULL));
}
static void c985(void)
{
    RESULT_NUMBER(virNetworkPortGetUUID(NULL, (void *)scratch));
}
static void c986(void)
{
    RESULT_NUMBER(virNetworkPortGetUUIDString(NULL, NULL));
}
static void c987(void)
{
    RESULT_NUMBER(virNetworkPortGetUUIDString(NULL, (void *)scratch));
}
static void c988(void)
{
    RESULT_OWNED(virNetworkPortGetXMLDesc(NULL, 0));
}
static void c989(void)
{
    RESULT_OWNED(virNetworkPortGetXMLDesc(NULL, 1));
}
static void c990(void)
{
    RESULT_OWNED(virNetworkPortGetXMLDesc(NULL, -1));
}
static void c991(void)
{
    RESULT_POINTER(virNetworkPortLookupByUUID(NULL, NULL));
}
static void c992(void)
{
    RESULT_POINTER(virNetworkPortLookupByUUID(NULL, (void *)scratch));
}
static void c993(void)
{
    RESULT_POINTER(virNetworkPortLookupByUUIDString(NULL, NULL));
}
static void c994(void)
{
    RESULT_POINTER(virNetworkPortLookupByUUIDString(NULL, "x"));
}
static void c995(void)
{
    RESULT_NUMBER(virNetworkPortRef(NULL));
}
static void c996(void)
{
    RESULT_NUMBER(virNetworkPortSetParameters(NULL, NULL, 0, 0));
}
static void c997(void)
{
    RESULT_NUMBER(virNetworkPortSetParameters(NULL, NULL, 1, 1));
}
static void c998(void)
{
    RESULT_NUMBER(virNetworkPortSetParameters(NULL, NULL, -1, -1));
}
static void c999(void)
{
    RESULT_NUMBER(virNetworkPortSetParameters(NULL, (void *)scratch, 1, 1));
}
static void c1000(void)
{
    RESULT_NUMBER(virNetworkRef(NULL));
}
static void c1001(void)
{
    RESULT_NUMBER(virNetworkSetAutostart(NULL, 0));
}
static void c1002(void)
{
    RESULT_NUMBER(virNetworkSetAutostart(NULL, 1));
}
static void c1003(void)
{
    RESULT_NUMBER(virNetworkSetAutostart(NULL, -1));
}
static void c1004(void)
{
    RESULT_NUMBER(virNetworkUndefine(NULL));
}
static void c1005(void)
{
    RESULT_NUMBER(virNetworkUpdate(NULL, 0, 0, 0, NULL, 0));
}
static void c1006(void)
{
    RESULT_NUMBER(virNetworkUpdate(NULL, 1, 1, 1, NULL, 1));
}
static void c1007(void)
{
    RESULT_NUMBER(virNetworkUpdate(NULL, -1, -1, -1, NULL, -1));
}
static void c1008(void)
{
    RESULT_NUMBER(virNetworkUpdate(NULL, 1, 1, 1, "x", 1));
}
static void c1009(void)
{
    RESULT_NUMBER(virNodeAllocPages(NULL, 0, NULL, NULL, 0, 0, 0));
}
static void c1010(void)
{
    RESULT_NUMBER(virNodeAllocPages(NULL, 1, NULL, NULL, 1, 1, 1));
}
static void c1011(void)
{
    RESULT_NUMBER(virNodeAllocPages(NULL, -1, NULL, NULL, -1, -1, -1));
}
static void c1012(void)
{
    RESULT_NUMBER(virNodeAllocPages(NULL, 1, (void *)scratch, (void *)scratch, 1, 1, 1));
}
static void c1013(void)
{
    RESULT_NUMBER(virNodeDeviceCreate(NULL, 0));
}
static void c1014(void)
{
    RESULT_NUMBER(virNodeDeviceCreate(NULL, 1));
}
static void c1015(void)
{
    RESULT_NUMBER(virNodeDeviceCreate(NULL, -1));
}
static void c1016(void)
{
    RESULT_POINTER(virNodeDeviceCreateXML(NULL, NULL, 0));
}
static void c1017(void)
{
    RESULT_POINTER(virNodeDeviceCreateXML(NULL, NULL, 1));
}
static void c1018(void)
{
    RESULT_POINTER(virNodeDeviceCreateXML(NULL, NULL, -1));
}
static void c1019(void)
{
    RESULT_POINTER(virNodeDeviceCreateXML(NULL, "x", 1));
}
static void c1020(void)
{
    RESULT_POINTER(virNodeDeviceDefineXML(NULL, NULL, 0));
}
static void c1021(void)
{
    RESULT_POINTER(virNodeDeviceDefineXML(NULL, NULL, 1));
}
static void c1022(void)
{
    RESULT_POINTER(virNodeDeviceDefineXML(NULL, NULL, -1));
}
static void c1023(void)
{
    RESULT_POINTER(virNodeDeviceDefineXML(NULL, "x", 1));
}
static void c1024(void)
{
    RESULT_NUMBER(virNodeDeviceDestroy(NULL));
}
static void c1025(void)
{
    RESULT_NUMBER(virNodeDeviceDetachFlags(NULL, NULL, 0));
}
static void c1026(void)
{
    RESULT_NUMBER(virNodeDeviceDetachFlags(NULL, NULL, 1));
}
static void c1027(void)
{
    RESULT_NUMBER(virNodeDeviceDetachFlags(NULL, NULL, -1));
}
static void c1028(void)
{
    RESULT_NUMBER(virNodeDeviceDetachFlags(NULL, "x", 1));
}
static void c1029(void)
{
    RESULT_NUMBER(virNodeDeviceDettach(NULL));
}
static void c1030(void)
{
    RESULT_NUMBER(virNodeDeviceFree(NULL));
}
static void c1031(void)
{
    RESULT_NUMBER(virNodeDeviceGetAutostart(NULL, NULL));
}
static void c1032(void)
{
    RESULT_NUMBER(virNodeDeviceGetAutostart(NULL, (void *)scratch));
}
static void c1033(void)
{
    RESULT_STRING(virNodeDeviceGetName(NULL));
}
static void c1034(void)
{
    RESULT_STRING(virNodeDeviceGetParent(NULL));
}
static void c1035(void)
{
    RESULT_OWNED(virNodeDeviceGetXMLDesc(NULL, 0));
}
static void c1036(void)
{
    RESULT_OWNED(virNodeDeviceGetXMLDesc(NULL, 1));
}
static void c1037(void)
{
    RESULT_OWNED(virNodeDeviceGetXMLDesc(NULL, -1));
}
static void c1038(void)
{
    RESULT_NUMBER(virNodeDeviceIsActive(NULL));
}
static void c1039(void)
{
    RESULT_NUMBER(virNodeDeviceIsPersistent(NULL));
}
static void c1040(void)
{
    RESULT_NUMBER(virNodeDeviceListCaps(NULL, NULL, 0));
}
static void c1041(void)
{
    RESULT_NUMBER(virNodeDeviceListCaps(NULL, NULL, 1));
}
static void c1042(void)
{
    RESULT_NUMBER(virNodeDeviceListCaps(NULL, NULL, -1));
}
static void c1043(void)
{
    RESULT_NUMBER(virNodeDeviceListCaps(NULL, strings, 1));
}
static void c1044(void)
{
    RESULT_POINTER(virNodeDeviceLookupByName(NULL, NULL));
}
static void c1045(void)
{
    RESULT_POINTER(virNodeDeviceLookupByName(NULL, "x"));
}
static void c1046(void)
{
    RESULT_POINTER(virNodeDeviceLookupSCSIHostByWWN(NULL, NULL, NULL, 0));
}
static void c1047(void)
{
    RESULT_POINTER(virNodeDeviceLookupSCSIHostByWWN(NULL, NULL, NULL, 1));
}
static void c1048(void)
{
    RESULT_POINTER(virNodeDeviceLookupSCSIHostByWWN(NULL, NULL, NULL, -1));
}
static void c1049(void)
{
    RESULT_POINTER(virNodeDeviceLookupSCSIHostByWWN(NULL, "x", "x", 1));
}
static void c1050(void)
{
    RESULT_NUMBER(virNodeDeviceNumOfCaps(NULL));
}
static void c1051(void)
{
    RESULT_NUMBER(virNodeDeviceReAttach(NULL));
}
static void c1052(void)
{
    RESULT_NUMBER(virNodeDeviceRef(NULL));
}
static void c1053(void)
{
    RESULT_NUMBER(virNodeDeviceReset(NULL));
}
static void c1054(void)
{
    RESULT_NUMBER(virNodeDeviceSetAutostart(NULL, 0));
}
static void c1055(void)
{
    RESULT_NUMBER(virNodeDeviceSetAutostart(NULL, 1));
}
static void c1056(void)
{
    RESULT_NUMBER(virNodeDeviceSetAutostart(NULL, -1));
}
static void c1057(void)
{
    RESULT_NUMBER(virNodeDeviceUndefine(NULL, 0));
}
static void c1058(void)
{
    RESULT_NUMBER(virNodeDeviceUndefine(NULL, 1));
}
static void c1059(void)
{
    RESULT_NUMBER(virNodeDeviceUndefine(NULL, -1));
}
static void c1060(void)
{
    RESULT_NUMBER(virNodeGetCPUMap(NULL, NULL, NULL, 0));
}
static void c1061(void)
{
    RESULT_NUMBER(virNodeGetCPUMap(NULL, NULL, NULL, 1));
}
static void c1062(void)
{
    RESULT_NUMBER(virNodeGetCPUMap(NULL, NULL, NULL, -1));
}
static void c1063(void)
{
    RESULT_NUMBER(virNodeGetCPUMap(NULL, (void *)scratch, (void *)scratch, 1));
}
static void c1064(void)
{
    RESULT_NUMBER(virNodeGetCPUStats(NULL, 0, NULL, NULL, 0));
}
static void c1065(void)
{
    RESULT_NUMBER(virNodeGetCPUStats(NULL, 1, NULL, NULL, 1));
}
static void c1066(void)
{
    RESULT_NUMBER(virNodeGetCPUStats(NULL, -1, NULL, NULL, -1));
}
static void c1067(void)
{
    RESULT_NUMBER(virNodeGetCPUStats(NULL, 1, (void *)scratch, (void *)scratch, 1));
}
static void c1068(void)
{
    RESULT_NUMBER(virNodeGetCellsFreeMemory(NULL, NULL, 0, 0));
}
static void c1069(void)
{
    RESULT_NUMBER(virNodeGetCellsFreeMemory(NULL, NULL, 1, 1));
}
static void c1070(void)
{
    RESULT_NUMBER(virNodeGetCellsFreeMemory(NULL, NULL, -1, -1));
}
static void c1071(void)
{
    RESULT_NUMBER(virNodeGetCellsFreeMemory(NULL, (void *)scratch, 1, 1));
}
static void c1072(void)
{
    RESULT_NUMBER(virNodeGetFreeMemory(NULL));
}
static void c1073(void)
{
    RESULT_NUMBER(virNodeGetFreePages(NULL, 0, NULL, 0, 0, NULL, 0));
}
static void c1074(void)
{
    RESULT_NUMBER(virNodeGetFreePages(NULL, 1, NULL, 1, 1, NULL, 1));
}
static void c1075(void)
{
    RESULT_NUMBER(virNodeGetFreePages(NULL, -1, NULL, -1, -1, NULL, -1));
}
static void c1076(void)
{
    RESULT_NUMBER(virNodeGetFreePages(NULL, 1, (void *)scratch, 1, 1, (void *)scratch, 1));
}
static void c1077(void)
{
    RESULT_NUMBER(virNodeGetInfo(NULL, NULL));
}
static void c1078(void)
{
    RESULT_NUMBER(virNodeGetInfo(NULL, (void *)scratch));
}
static void c1079(void)
{
    RESULT_NUMBER(virNodeGetMemoryParameters(NULL, NULL, NULL, 0));
}
static void c1080(void)
{
    RESULT_NUMBER(virNodeGetMemoryParameters(NULL, NULL, NULL, 1));
}
static void c1081(void)
{
    RESULT_NUMBER(virNodeGetMemoryParameters(NULL, NULL, NULL, -1));
}
static void c1082(void)
{
    RESULT_NUMBER(virNodeGetMemoryParameters(NULL, (void *)scratch, (void *)scratch, 1));
}
static void c1083(void)
{
    RESULT_NUMBER(virNodeGetMemoryStats(NULL, 0, NULL, NULL, 0));
}
static void c1084(void)
{
    RESULT_NUMBER(virNodeGetMemoryStats(NULL, 1, NULL, NULL, 1));
}
static void c1085(void)
{
    RESULT_NUMBER(virNodeGetMemoryStats(NULL, -1, NULL, NULL, -1));
}
static void c1086(void)
{
    RESULT_NUMBER(virNodeGetMemoryStats(NULL, 1, (void *)scratch, (void *)scratch, 1));
}
static void c1087(void)
{
    RESULT_NUMBER(virNodeGetSEVInfo(NULL, NULL, NULL, 0));
}
static void c1088(void)
{
    RESULT_NUMBER(virNodeGetSEVInfo(NULL, NULL, NULL, 1));
}
static void c1089(void)
{
    RESULT_NUMBER(virNodeGetSEVInfo(NULL, NULL, NULL, -1));
}
static void c1090(void)
{
    RESULT_NUMBER(virNodeGetSEVInfo(NULL, (void *)scratch, (void *)scratch, 1));
}
static void c1091(void)
{
    RESULT_NUMBER(virNodeGetSecurityModel(NULL, NULL));
}
static void c1092(void)
{
    RESULT_NUMBER(virNodeGetSecurityModel(NULL, (void *)scratch));
}
static void c1093(void)
{
    RESULT_NUMBER(virNodeListDevices(NULL, NULL, NULL, 0, 0));
}
static void c1094(void)
{
    RESULT_NUMBER(virNodeListDevices(NULL, NULL, NULL, 1, 1));
}
static void c1095(void)
{
    RESULT_NUMBER(virNodeListDevices(NULL, NULL, NULL, -1, -1));
}
static void c1096(void)
{
    RESULT_NUMBER(virNodeListDevices(NULL, "x", strings, 1, 1));
}
static void c1097(void)
{
    RESULT_NUMBER(virNodeNumOfDevices(NULL, NULL, 0));
}
static void c1098(void)
{
    RESULT_NUMBER(virNodeNumOfDevices(NULL, NULL, 1));
}
static void c1099(void)
{
    RESULT_NUMBER(virNodeNumOfDevices(NULL, NULL, -1));
}
static void c1100(void)
{
    RESULT_NUMBER(virNodeNumOfDevices(NULL, "x", 1));
}
static void c1101(void)
{
    RESULT_NUMBER(virNodeSetMemoryParameters(NULL, NULL, 0, 0));
}
static void c1102(void)
{
    RESULT_NUMBER(virNodeSetMemoryParameters(NULL, NULL, 1, 1));
}
static void c1103(void)
{
    RESULT_NUMBER(virNodeSetMemoryParameters(NULL, NULL, -1, -1));
}
static void c1104(void)
{
    RESULT_NUMBER(virNodeSetMemoryParameters(NULL, (void *)scratch, 1, 1));
}
static void c1105(void)
{
    RESULT_NUMBER(virNodeSuspendForDuration(NULL, 0, 0, 0));
}
static void c1106(void)
{
    RESULT_NUMBER(virNodeSuspendForDuration(NULL, 1, 1, 1));
}
static void c1107(void)
{
    RESULT_NUMBER(virNodeSuspendForDuration(NULL, -1, -1, -1));
}
static void c1108(void)
{
    virResetError(NULL); RESULT_VOID;
}
static void c1109(void)
{
    virResetLastError(); RESULT_VOID;
}
static void c1110(void)
{
    RESULT_ERROR(virSaveLastError());
}
static void c1111(void)
{
    RESULT_POINTER(virSecretDefineXML(NULL, NULL, 0));
}
static void c1112(void)
{
    RESULT_POINTER(virSecretDefineXML(NULL, NULL, 1));
}
static void c1113(void)
{
    RESULT_POINTER(virSecretDefineXML(NULL, NULL, -1));
}
static void c1114(void)
{
    RESULT_POINTER(virSecretDefineXML(NULL, "x", 1));
}
static void c1115(void)
{
    RESULT_NUMBER(virSecretFree(NULL));
}
static void c1116(void)
{
    RESULT_POINTER(virSecretGetConnect(NULL));
}
static void c1117(void)
{
    RESULT_NUMBER(virSecretGetUUID(NULL, NULL));
}
static void c1118(void)
{
    RESULT_NUMBER(virSecretGetUUID(NULL, (void *)scratch));
}
static void c1119(void)
{
    RESULT_NUMBER(virSecretGetUUIDString(NULL, NULL));
}
static void c1120(void)
{
    RESULT_NUMBER(virSecretGetUUIDString(NULL, (void *)scratch));
}
static void c1121(void)
{
    RESULT_STRING(virSecretGetUsageID(NULL));
}
static void c1122(void)
{
    RESULT_NUMBER(virSecretGetUsageType(NULL));
}
static void c1123(void)
{
    RESULT_POINTER(virSecretGetValue(NULL, NULL, 0));
}
static void c1124(void)
{
    RESULT_POINTER(virSecretGetValue(NULL, NULL, 1));
}
static void c1125(void)
{
    RESULT_POINTER(virSecretGetValue(NULL, NULL, -1));
}
static void c1126(void)
{
    RESULT_POINTER(virSecretGetValue(NULL, (void *)scratch, 1));
}
static void c1127(void)
{
    RESULT_OWNED(virSecretGetXMLDesc(NULL, 0));
}
static void c1128(void)
{
    RESULT_OWNED(virSecretGetXMLDesc(NULL, 1));
}
static void c1129(void)
{
    RESULT_OWNED(virSecretGetXMLDesc(NULL, -1));
}
static void c1130(void)
{
    RESULT_POINTER(virSecretLookupByUUID(NULL, NULL));
}
static void c1131(void)
{
    RESULT_POINTER(virSecretLookupByUUID(NULL, (void *)scratch));
}
static void c1132(void)
{
    RESULT_POINTER(virSecretLookupByUUIDString(NULL, NULL));
}
static void c1133(void)
{
    RESULT_POINTER(virSecretLookupByUUIDString(NULL, "x"));
}
static void c1134(void)
{
    RESULT_POINTER(virSecretLookupByUsage(NULL, 0, NULL));
}
static void c1135(void)
{
    RESULT_POINTER(virSecretLookupByUsage(NULL, 1, NULL));
}
static void c1136(void)
{
    RESULT_POINTER(virSecretLookupByUsage(NULL, -1, NULL));
}
static void c1137(void)
{
    RESULT_POINTER(virSecretLookupByUsage(NULL, 1, "x"));
}
static void c1138(void)
{
    RESULT_NUMBER(virSecretRef(NULL));
}
static void c1139(void)
{
    RESULT_NUMBER(virSecretSetValue(NULL, NULL, 0, 0));
}
static void c1140(void)
{
    RESULT_NUMBER(virSecretSetValue(NULL, NULL, 1, 1));
}
static void c1141(void)
{
    RESULT_NUMBER(virSecretSetValue(NULL, NULL, -1, -1));
}
static void c1142(void)
{
    RESULT_NUMBER(virSecretSetValue(NULL, (void *)scratch, 1, 1));
}
static void c1143(void)
{
    RESULT_NUMBER(virSecretUndefine(NULL));
}
static void c1144(void)
{
    RESULT_NUMBER(virStoragePoolBuild(NULL, 0));
}
static void c1145(void)
{
    RESULT_NUMBER(virStoragePoolBuild(NULL, 1));
}
static void c1146(void)
{
    RESULT_NUMBER(virStoragePoolBuild(NULL, -1));
}
static void c1147(void)
{
    RESULT_NUMBER(virStoragePoolCreate(NULL, 0));
}
static void c1148(void)
{
    RESULT_NUMBER(virStoragePoolCreate(NULL, 1));
}
static void c1149(void)
{
    RESULT_NUMBER(virStoragePoolCreate(NULL, -1));
}
static void c1150(void)
{
    RESULT_POINTER(virStoragePoolCreateXML(NULL, NULL, 0));
}
static void c1151(void)
{
    RESULT_POINTER(virStoragePoolCreateXML(NULL, NULL, 1));
}
static void c1152(void)
{
    RESULT_POINTER(virStoragePoolCreateXML(NULL, NULL, -1));
}
static void c1153(void)
{
    RESULT_POINTER(virStoragePoolCreateXML(NULL, "x", 1));
}
static void c1154(void)
{
    RESULT_POINTER(virStoragePoolDefineXML(NULL, NULL, 0));
}
static void c1155(void)
{
    RESULT_POINTER(virStoragePoolDefineXML(NULL, NULL, 1));
}
static void c1156(void)
{
    RESULT_POINTER(virStoragePoolDefineXML(NULL, NULL, -1));
}
static void c1157(void)
{
    RESULT_POINTER(virStoragePoolDefineXML(NULL, "x", 1));
}
static void c1158(void)
{
    RESULT_NUMBER(virStoragePoolDelete(NULL, 0));
}
static void c1159(void)
{
    RESULT_NUMBER(virStoragePoolDelete(NULL, 1));
}
static void c1160(void)
{
    RESULT_NUMBER(virStoragePoolDelete(NULL, -1));
}
static void c1161(void)
{
    RESULT_NUMBER(virStoragePoolDestroy(NULL));
}
static void c1162(void)
{
    RESULT_NUMBER(virStoragePoolFree(NULL));
}
static void c1163(void)
{
    RESULT_NUMBER(virStoragePoolGetAutostart(NULL, NULL));
}
static void c1164(void)
{
    RESULT_NUMBER(virStoragePoolGetAutostart(NULL, (void *)scratch));
}
static void c1165(void)
{
    RESULT_POINTER(virStoragePoolGetConnect(NULL));
}
static void c1166(void)
{
    RESULT_NUMBER(virStoragePoolGetInfo(NULL, NULL));
}
static void c1167(void)
{
    RESULT_NUMBER(virStoragePoolGetInfo(NULL, (void *)scratch));
}
static void c1168(void)
{
    RESULT_STRING(virStoragePoolGetName(NULL));
}
static void c1169(void)
{
    RESULT_NUMBER(virStoragePoolGetUUID(NULL, NULL));
}
static void c1170(void)
{
    RESULT_NUMBER(virStoragePoolGetUUID(NULL, (void *)scratch));
}
static void c1171(void)
{
    RESULT_NUMBER(virStoragePoolGetUUIDString(NULL, NULL));
}
static void c1172(void)
{
    RESULT_NUMBER(virStoragePoolGetUUIDString(NULL, (void *)scratch));
}
static void c1173(void)
{
    RESULT_OWNED(virStoragePoolGetXMLDesc(NULL, 0));
}
static void c1174(void)
{
    RESULT_OWNED(virStoragePoolGetXMLDesc(NULL, 1));
}
static void c1175(void)
{
    RESULT_OWNED(virStoragePoolGetXMLDesc(NULL, -1));
}
static void c1176(void)
{
    RESULT_NUMBER(virStoragePoolIsActive(NULL));
}
static void c1177(void)
{
    RESULT_NUMBER(virStoragePoolIsPersistent(NULL));
}
static void c1178(void)
{
    RESULT_NUMBER(virStoragePoolListAllVolumes(NULL, NULL, 0));
}
static void c1179(void)
{
    RESULT_NUMBER(virStoragePoolListAllVolumes(NULL, NULL, 1));
}
static void c1180(void)
{
    RESULT_NUMBER(virStoragePoolListAllVolumes(NULL, NULL, -1));
}
static void c1181(void)
{
    RESULT_NUMBER(virStoragePoolListAllVolumes(NULL, (void *)scratch, 1));
}
static void c1182(void)
{
    RESULT_NUMBER(virStoragePoolListVolumes(NULL, NULL, 0));
}
static void c1183(void)
{
    RESULT_NUMBER(virStoragePoolListVolumes(NULL, NULL, 1));
}
static void c1184(void)
{
    RESULT_NUMBER(virStoragePoolListVolumes(NULL, NULL, -1));
}
static void c1185(void)
{
    RESULT_NUMBER(virStoragePoolListVolumes(NULL, strings, 1));
}
static void c1186(void)
{
    RESULT_POINTER(virStoragePoolLookupByName(NULL, NULL));
}
static void c1187(void)
{
    RESULT_POINTER(virStoragePoolLookupByName(NULL, "x"));
}
static void c1188(void)
{
    RESULT_POINTER(virStoragePoolLookupByTargetPath(NULL, NULL));
}
static void c1189(void)
{
    RESULT_POINTER(virStoragePoolLookupByTargetPath(NULL, "x"));
}
static void c1190(void)
{
    RESULT_POINTER(virStoragePoolLookupByUUID(NULL, NULL));
}
static void c1191(void)
{
    RESULT_POINTER(virStoragePoolLookupByUUID(NULL, (void *)scratch));
}
static void c1192(void)
{
    RESULT_POINTER(virStoragePoolLookupByUUIDString(NULL, NULL));
}
static void c1193(void)
{
    RESULT_POINTER(virStoragePoolLookupByUUIDString(NULL, "x"));
}
static void c1194(void)
{
    RESULT_POINTER(virStoragePoolLookupByVolume(NULL));
}
static void c1195(void)
{
    RESULT_NUMBER(virStoragePoolNumOfVolumes(NULL));
}
static void c1196(void)
{
    RESULT_NUMBER(virStoragePoolRef(NULL));
}
static void c1197(void)
{
    RESULT_NUMBER(virStoragePoolRefresh(NULL, 0));
}
static void c1198(void)
{
    RESULT_NUMBER(virStoragePoolRefresh(NULL, 1));
}
static void c1199(void)
{
    RESULT_NUMBER(virStoragePoolRefresh(NULL, -1));
}
static void c1200(void)
{
    RESULT_NUMBER(virStoragePoolSetAutostart(NULL, 0));
}
static void c1201(void)
{
    RESULT_NUMBER(virStoragePoolSetAutostart(NULL, 1));
}
static void c1202(void)
{
    RESULT_NUMBER(virStoragePoolSetAutostart(NULL, -1));
}
static void c1203(void)
{
    RESULT_NUMBER(virStoragePoolUndefine(NULL));
}
static void c1204(void)
{
    RESULT_POINTER(virStorageVolCreateXML(NULL, NULL, 0));
}
static void c1205(void)
{
    RESULT_POINTER(virStorageVolCreateXML(NULL, NULL, 1));
}
static void c1206(void)
{
    RESULT_POINTER(virStorageVolCreateXML(NULL, NULL, -1));
}
static void c1207(void)
{
    RESULT_POINTER(virStorageVolCreateXML(NULL, "x", 1));
}
static void c1208(void)
{
    RESULT_POINTER(virStorageVolCreateXMLFrom(NULL, NULL, NULL, 0));
}
static void c1209(void)
{
    RESULT_POINTER(virStorageVolCreateXMLFrom(NULL, NULL, NULL, 1));
}
static void c1210(void)
{
    RESULT_POINTER(virStorageVolCreateXMLFrom(NULL, NULL, NULL, -1));
}
static void c1211(void)
{
    RESULT_POINTER(virStorageVolCreateXMLFrom(NULL, "x", NULL, 1));
}
static void c1212(void)
{
    RESULT_NUMBER(virStorageVolDelete(NULL, 0));
}
static void c1213(void)
{
    RESULT_NUMBER(virStorageVolDelete(NULL, 1));
}
static void c1214(void)
{
    RESULT_NUMBER(virStorageVolDelete(NULL, -1));
}
static void c1215(void)
{
    RESULT_NUMBER(virStorageVolDownload(NULL, NULL, 0, 0, 0));
}
static void c1216(void)
{
    RESULT_NUMBER(virStorageVolDownload(NULL, NULL, 1, 1, 1));
}
static void c1217(void)
{
    RESULT_NUMBER(virStorageVolDownload(NULL, NULL, -1, -1, -1));
}
static void c1218(void)
{
    RESULT_NUMBER(virStorageVolFree(NULL));
}
static void c1219(void)
{
    RESULT_POINTER(virStorageVolGetConnect(NULL));
}
static void c1220(void)
{
    RESULT_NUMBER(virStorageVolGetInfo(NULL, NULL));
}
static void c1221(void)
{
    RESULT_NUMBER(virStorageVolGetInfo(NULL, (void *)scratch));
}
static void c1222(void)
{
    RESULT_NUMBER(virStorageVolGetInfoFlags(NULL, NULL, 0));
}
static void c1223(void)
{
    RESULT_NUMBER(virStorageVolGetInfoFlags(NULL, NULL, 1));
}
static void c1224(void)
{
    RESULT_NUMBER(virStorageVolGetInfoFlags(NULL, NULL, -1));
}
static void c1225(void)
{
    RESULT_NUMBER(virStorageVolGetInfoFlags(NULL, (void *)scratch, 1));
}
static void c1226(void)
{
    RESULT_STRING(virStorageVolGetKey(NULL));
}
static void c1227(void)
{
    RESULT_STRING(virStorageVolGetName(NULL));
}
static void c1228(void)
{
    RESULT_OWNED(virStorageVolGetPath(NULL));
}
static void c1229(void)
{
    RESULT_OWNED(virStorageVolGetXMLDesc(NULL, 0));
}
static void c1230(void)
{
    RESULT_OWNED(virStorageVolGetXMLDesc(NULL, 1));
}
static void c1231(void)
{
    RESULT_OWNED(virStorageVolGetXMLDesc(NULL, -1));
}
static void c1232(void)
{
    RESULT_POINTER(virStorageVolLookupByKey(NULL, NULL));
}
static void c1233(void)
{
    RESULT_POINTER(virStorageVolLookupByKey(NULL, "x"));
}
static void c1234(void)
{
    RESULT_POINTER(virStorageVolLookupByName(NULL, NULL));
}
static void c1235(void)
{
    RESULT_POINTER(virStorageVolLookupByName(NULL, "x"));
}
static void c1236(void)
{
    RESULT_POINTER(virStorageVolLookupByPath(NULL, NULL));
}
static void c1237(void)
{
    RESULT_POINTER(virStorageVolLookupByPath(NULL, "x"));
}
static void c1238(void)
{
    RESULT_NUMBER(virStorageVolRef(NULL));
}
static void c1239(void)
{
    RESULT_NUMBER(virStorageVolResize(NULL, 0, 0));
}
static void c1240(void)
{
    RESULT_NUMBER(virStorageVolResize(NULL, 1, 1));
}
static void c1241(void)
{
    RESULT_NUMBER(virStorageVolResize(NULL, -1, -1));
}
static void c1242(void)
{
    RESULT_NUMBER(virStorageVolUpload(NULL, NULL, 0, 0, 0));
}
static void c1243(void)
{
    RESULT_NUMBER(virStorageVolUpload(NULL, NULL, 1, 1, 1));
}
static void c1244(void)
{
    RESULT_NUMBER(virStorageVolUpload(NULL, NULL, -1, -1, -1));
}
static void c1245(void)
{
    RESULT_NUMBER(virStorageVolWipe(NULL, 0));
}
static void c1246(void)
{
    RESULT_NUMBER(virStorageVolWipe(NULL, 1));
}
static void c1247(void)
{
    RESULT_NUMBER(virStorageVolWipe(NULL, -1));
}
static void c1248(void)
{
    RESULT_NUMBER(virStorageVolWipePattern(NULL, 0, 0));
}
static void c1249(void)
{
    RESULT_NUMBER(virStorageVolWipePattern(NULL, 1, 1));
}
static void c1250(void)
{
    RESULT_NUMBER(virStorageVolWipePattern(NULL, -1, -1));
}
static void c1251(void)
{
    RESULT_NUMBER(virStreamAbort(NULL));
}
static void c1252(void)
{
    RESULT_NUMBER(virStreamEventAddCallback(NULL, 0, NULL, NULL, NULL));
}
static void c1253(void)
{
    RESULT_NUMBER(virStreamEventAddCallback(NULL, 1, NULL, NULL, NULL));
}
static void c1254(void)
{
    RESULT_NUMBER(virStreamEventAddCallback(NULL, -1, NULL, NULL, NULL));
}
static void c1255(void)
{
    RESULT_NUMBER(virStreamEventAddCallback(NULL, 1, (virStreamEventCallback)nothing, (void *)scratch, (virFreeCallback)nothing));
}
static void c1256(void)
{
    RESULT_NUMBER(virStreamEventRemoveCallback(NULL));
}
static void c1257(void)
{
    RESULT_NUMBER(virStreamEventUpdateCallback(NULL, 0));
}
static void c1258(void)
{
    RESULT_NUMBER(virStreamEventUpdateCallback(NULL, 1));
}
static void c1259(void)
{
    RESULT_NUMBER(virStreamEventUpdateCallback(NULL, -1));
}
static void c1260(void)
{
    RESULT_NUMBER(virStreamFinish(NULL));
}
static void c1261(void)
{
    RESULT_NUMBER(virStreamFree(NULL));
}
static void c1262(void)
{
    RESULT_POINTER(virStreamNew(NULL, 0));
}
static void c1263(void)
{
    RESULT_POINTER(virStreamNew(NULL, 1));
}
static void c1264(void)
{
    RESULT_POINTER(virStreamNew(NULL, -1));
}
static void c1265(void)
{
    RESULT_NUMBER(virStreamRecv(NULL, NULL, 0));
}
static void c1266(void)
{
    RESULT_NUMBER(virStreamRecv(NULL, NULL, 1));
}
static void c1267(void)
{
    RESULT_NUMBER(virStreamRecv(NULL, NULL, -1));
}
static void c1268(void)
{
    RESULT_NUMBER(virStreamRecv(NULL, (void *)scratch, 1));
}
static void c1269(void)
{
    RESULT_NUMBER(virStreamRecvAll(NULL, NULL, NULL));
}
static void c1270(void)
{
    RESULT_NUMBER(virStreamRecvAll(NULL, (virStreamSinkFunc)nothing, (void *)scratch));
}
static void c1271(void)
{
    RESULT_NUMBER(virStreamRecvFlags(NULL, NULL, 0, 0));
}
static void c1272(void)
{
    RESULT_NUMBER(virStreamRecvFlags(NULL, NULL, 1, 1));
}
static void c1273(void)
{
    RESULT_NUMBER(virStreamRecvFlags(NULL, NULL, -1, -1));
}
static void c1274(void)
{
    RESULT_NUMBER(virStreamRecvFlags(NULL, (void *)scratch, 1, 1));
}
static void c1275(void)
{
    RESULT_NUMBER(virStreamRecvHole(NULL, NULL, 0));
}
static void c1276(void)
{
    RESULT_NUMBER(virStreamRecvHole(NULL, NULL, 1));
}
static void c1277(void)
{
    RESULT_NUMBER(virStreamRecvHole(NULL, NULL, -1));
}
static void c1278(void)
{
    RESULT_NUMBER(virStreamRecvHole(NULL, (void *)scratch, 1));
}
static void c1279(void)
{
    RESULT_NUMBER(virStreamRef(NULL));
}
static void c1280(void)
{
    RESULT_NUMBER(virStreamSend(NULL, NULL, 0));
}
static void c1281(void)
{
    RESULT_NUMBER(virStreamSend(NULL, NULL, 1));
}
static void c1282(void)
{
    RESULT_NUMBER(virStreamSend(NULL, NULL, -1));
}
static void c1283(void)
{
    RESULT_NUMBER(virStreamSend(NULL, "x", 1));
}
static void c1284(void)
{
    RESULT_NUMBER(virStreamSendAll(NULL, NULL, NULL));
}
static void c1285(void)
{
    RESULT_NUMBER(virStreamSendAll(NULL, (virStreamSourceFunc)nothing, (void *)scratch));
}
static void c1286(void)
{
    RESULT_NUMBER(virStreamSendHole(NULL, 0, 0));
}
static void c1287(void)
{
    RESULT_NUMBER(virStreamSendHole(NULL, 1, 1));
}
static void c1288(void)
{
    RESULT_NUMBER(virStreamSendHole(NULL, -1, -1));
}
static void c1289(void)
{
    RESULT_NUMBER(virStreamSparseRecvAll(NULL, NULL, NULL, NULL));
}
static void c1290(void)
{
    RESULT_NUMBER(virStreamSparseRecvAll(NULL, (virStreamSinkFunc)nothing, (virStreamSinkHoleFunc)nothing, (void *)scratch));
}
static void c1291(void)
{
    RESULT_NUMBER(virStreamSparseSendAll(NULL, NULL, NULL, NULL, NULL));
}
static void c1292(void)
{
    RESULT_NUMBER(virStreamSparseSendAll(NULL, (virStreamSourceFunc)nothing, (virStreamSourceHoleFunc)nothing, (virStreamSourceSkipFunc)nothing, (void *)scratch));
}
static void c1293(void)
{
    RESULT_NUMBER(virTypedParamsAddStringList(NULL, NULL, NULL, NULL, NULL));
}
static void c1294(void)
{
    virTypedParamsClear(NULL, 0); RESULT_VOID;
}
static void c1295(void)
{
    virTypedParamsClear(NULL, 1); RESULT_VOID;
}
static void c1296(void)
{
    virTypedParamsClear(NULL, -1); RESULT_VOID;
}
static void c1297(void)
{
    virTypedParamsFree(NULL, 0); RESULT_VOID;
}
static void c1298(void)
{
    virTypedParamsFree(NULL, 1); RESULT_VOID;
}
static void c1299(void)
{
    virTypedParamsFree(NULL, -1); RESULT_VOID;
}
static void c1300(void)
{
    RESULT_POINTER(virTypedParamsGet(NULL, 0, NULL));
}
static void c1301(void)
{
    RESULT_POINTER(virTypedParamsGet(NULL, 1, NULL));
}
static void c1302(void)
{
    RESULT_POINTER(virTypedParamsGet(NULL, -1, NULL));
}
static void c1303(void)
{
    RESULT_NUMBER(virTypedParamsGetBoolean(NULL, 0, NULL, NULL));
}
static void c1304(void)
{
    RESULT_NUMBER(virTypedParamsGetBoolean(NULL, 1, NULL, NULL));
}
static void c1305(void)
{
    RESULT_NUMBER(virTypedParamsGetBoolean(NULL, -1, NULL, NULL));
}
static void c1306(void)
{
    RESULT_NUMBER(virTypedParamsGetDouble(NULL, 0, NULL, NULL));
}
static void c1307(void)
{
    RESULT_NUMBER(virTypedParamsGetDouble(NULL, 1, NULL, NULL));
}
static void c1308(void)
{
    RESULT_NUMBER(virTypedParamsGetDouble(NULL, -1, NULL, NULL));
}
static void c1309(void)
{
    RESULT_NUMBER(virTypedParamsGetInt(NULL, 0, NULL, NULL));
}
static void c1310(void)
{
    RESULT_NUMBER(virTypedParamsGetInt(NULL, 1, NULL, NULL));
}
static void c1311(void)
{
    RESULT_NUMBER(virTypedParamsGetInt(NULL, -1, NULL, NULL));
}
static void c1312(void)
{
    RESULT_NUMBER(virTypedParamsGetLLong(NULL, 0, NULL, NULL));
}
static void c1313(void)
{
    RESULT_NUMBER(virTypedParamsGetLLong(NULL, 1, NULL, NULL));
}
static void c1314(void)
{
    RESULT_NUMBER(virTypedParamsGetLLong(NULL, -1, NULL, NULL));
}
static void c1315(void)
{
    RESULT_NUMBER(virTypedParamsGetString(NULL, 0, NULL, NULL));
}
static void c1316(void)
{
    RESULT_NUMBER(virTypedParamsGetString(NULL, 1, NULL, NULL));
}
static void c1317(void)
{
    RESULT_NUMBER(virTypedParamsGetString(NULL, -1, NULL, NULL));
}
static void c1318(void)
{
    RESULT_NUMBER(virTypedParamsGetUInt(NULL, 0, NULL, NULL));
}
static void c1319(void)
{
    RESULT_NUMBER(virTypedParamsGetUInt(NULL, 1, NULL, NULL));
}
static void c1320(void)
{
    RESULT_NUMBER(virTypedParamsGetUInt(NULL, -1, NULL, NULL));
}
static void c1321(void)
{
    RESULT_NUMBER(virTypedParamsGetULLong(NULL, 0, NULL, NULL));
}
static void c1322(void)
{
    RESULT_NUMBER(virTypedParamsGetULLong(NULL, 1, NULL, NULL));
}
static void c1323(void)
{
    RESULT_NUMBER(virTypedParamsGetULLong(NULL, -1, NULL, NULL));
}
static void c1324(void)
{
    RESULT_NUMBER(virConnectDomainQemuMonitorEventDeregister(NULL, 0));
}
static void c1325(void)
{
    RESULT_NUMBER(virConnectDomainQemuMonitorEventDeregister(NULL, 1));
}
static void c1326(void)
{
    RESULT_NUMBER(virConnectDomainQemuMonitorEventDeregister(NULL, -1));
}
static void c1327(void)
{
    RESULT_NUMBER(virConnectDomainQemuMonitorEventRegister(NULL, NULL, NULL, NULL, NULL, NULL, 0));
}
static void c1328(void)
{
    RESULT_NUMBER(virConnectDomainQemuMonitorEventRegister(NULL, NULL, NULL, NULL, NULL, NULL, 1));
}
static void c1329(void)
{
    RESULT_NUMBER(virConnectDomainQemuMonitorEventRegister(NULL, NULL, NULL, NULL, NULL, NULL, -1));
}
static void c1330(void)
{
    RESULT_NUMBER(virConnectDomainQemuMonitorEventRegister(NULL, NULL, "x", (virConnectDomainQemuMonitorEventCallback)nothing, (void *)scratch, (virFreeCallback)nothing, 1));
}
static void c1331(void)
{
    RESULT_OWNED(virDomainQemuAgentCommand(NULL, NULL, 0, 0));
}
static void c1332(void)
{
    RESULT_OWNED(virDomainQemuAgentCommand(NULL, NULL, 1, 1));
}
static void c1333(void)
{
    RESULT_OWNED(virDomainQemuAgentCommand(NULL, NULL, -1, -1));
}
static void c1334(void)
{
    RESULT_OWNED(virDomainQemuAgentCommand(NULL, "x", 1, 1));
}
static void c1335(void)
{
    RESULT_POINTER(virDomainQemuAttach(NULL, 0, 0));
}
static void c1336(void)
{
    RESULT_POINTER(virDomainQemuAttach(NULL, 1, 1));
}
static void c1337(void)
{
    RESULT_POINTER(virDomainQemuAttach(NULL, -1, -1));
}
static void c1338(void)
{
    RESULT_NUMBER(virDomainQemuMonitorCommand(NULL, NULL, NULL, 0));
}
static void c1339(void)
{
    RESULT_NUMBER(virDomainQemuMonitorCommand(NULL, NULL, NULL, 1));
}
static void c1340(void)
{
    RESULT_NUMBER(virDomainQemuMonitorCommand(NULL, NULL, NULL, -1));
}
static void c1341(void)
{
    RESULT_NUMBER(virDomainQemuMonitorCommand(NULL, "x", (void *)scratch, 1));
}
static void c1342(void)
{
    RESULT_NUMBER(virDomainQemuMonitorCommandWithFiles(NULL, NULL, 0, NULL, NULL, NULL, NULL, 0));
}
static void c1343(void)
{
    RESULT_NUMBER(virDomainQemuMonitorCommandWithFiles(NULL, NULL, 1, NULL, NULL, NULL, NULL, 1));
}
static void c1344(void)
{
    RESULT_NUMBER(virDomainQemuMonitorCommandWithFiles(NULL, NULL, -1, NULL, NULL, NULL, NULL, -1));
}
static void c1345(void)
{
    RESULT_NUMBER(virDomainQemuMonitorCommandWithFiles(NULL, "x", 1, (void *)scratch, (void *)scratch, (void *)scratch, (void *)scratch, 1));
}
static void c1346(void)
{
    RESULT_NUMBER(virDomainLxcEnterCGroup(NULL, 0));
}
static void c1347(void)
{
    RESULT_NUMBER(virDomainLxcEnterCGroup(NULL, 1));
}
static void c1348(void)
{
    RESULT_NUMBER(virDomainLxcEnterCGroup(NULL, -1));
}
static void c1349(void)
{
    RESULT_NUMBER(virDomainLxcEnterSecurityLabel(NULL, NULL, NULL, 0));
}
static void c1350(void)
{
    RESULT_NUMBER(virDomainLxcEnterSecurityLabel(NULL, NULL, NULL, 1));
}
static void c1351(void)
{
    RESULT_NUMBER(virDomainLxcEnterSecurityLabel(NULL, NULL, NULL, -1));
}
static void c1352(void)
{
    RESULT_NUMBER(virDomainLxcOpenNamespace(NULL, NULL, 0));
}
static void c1353(void)
{
    RESULT_NUMBER(virDomainLxcOpenNamespace(NULL, NULL, 1));
}
static void c1354(void)
{
    RESULT_NUMBER(virDomainLxcOpenNamespace(NULL, NULL, -1));
}
static void c1355(void)
{
    RESULT_NUMBER(virDomainLxcOpenNamespace(NULL, (void *)scratch, 1));
}
static void c1356(void)
{
    RESULT_NUMBER(virAdmClientClose(NULL, 0));
}
static void c1357(void)
{
    RESULT_NUMBER(virAdmClientClose(NULL, 1));
}
static void c1358(void)
{
    RESULT_NUMBER(virAdmClientClose(NULL, -1));
}
static void c1359(void)
{
    RESULT_NUMBER(virAdmClientFree(NULL));
}
static void c1360(void)
{
    RESULT_NUMBER(virAdmClientGetID(NULL));
}
static void c1361(void)
{
    RESULT_NUMBER(virAdmClientGetInfo(NULL, NULL, NULL, 0));
}
static void c1362(void)
{
    RESULT_NUMBER(virAdmClientGetInfo(NULL, NULL, NULL, 1));
}
static void c1363(void)
{
    RESULT_NUMBER(virAdmClientGetInfo(NULL, NULL, NULL, -1));
}
static void c1364(void)
{
    RESULT_NUMBER(virAdmClientGetInfo(NULL, (void *)scratch, (void *)scratch, 1));
}
static void c1365(void)
{
    RESULT_NUMBER(virAdmClientGetTimestamp(NULL));
}
static void c1366(void)
{
    RESULT_NUMBER(virAdmClientGetTransport(NULL));
}
static void c1367(void)
{
    RESULT_NUMBER(virAdmConnectClose(NULL));
}
static void c1368(void)
{
    RESULT_NUMBER(virAdmConnectGetLibVersion(NULL, NULL));
}
static void c1369(void)
{
    RESULT_NUMBER(virAdmConnectGetLibVersion(NULL, (void *)scratch));
}
static void c1370(void)
{
    RESULT_NUMBER(virAdmConnectGetLoggingFilters(NULL, NULL, 0));
}
static void c1371(void)
{
    RESULT_NUMBER(virAdmConnectGetLoggingFilters(NULL, NULL, 1));
}
static void c1372(void)
{
    RESULT_NUMBER(virAdmConnectGetLoggingFilters(NULL, NULL, -1));
}
static void c1373(void)
{
    RESULT_NUMBER(virAdmConnectGetLoggingFilters(NULL, (void *)scratch, 1));
}
static void c1374(void)
{
    RESULT_NUMBER(virAdmConnectGetLoggingOutputs(NULL, NULL, 0));
}
static void c1375(void)
{
    RESULT_NUMBER(virAdmConnectGetLoggingOutputs(NULL, NULL, 1));
}
static void c1376(void)
{
    RESULT_NUMBER(virAdmConnectGetLoggingOutputs(NULL, NULL, -1));
}
static void c1377(void)
{
    RESULT_NUMBER(virAdmConnectGetLoggingOutputs(NULL, (void *)scratch, 1));
}
static void c1378(void)
{
    RESULT_OWNED(virAdmConnectGetURI(NULL));
}
static void c1379(void)
{
    RESULT_NUMBER(virAdmConnectIsAlive(NULL));
}
static void c1380(void)
{
    RESULT_NUMBER(virAdmConnectListServers(NULL, NULL, 0));
}
static void c1381(void)
{
    RESULT_NUMBER(virAdmConnectListServers(NULL, NULL, 1));
}
static void c1382(void)
{
    RESULT_NUMBER(virAdmConnectListServers(NULL, NULL, -1));
}
static void c1383(void)
{
    RESULT_NUMBER(virAdmConnectListServers(NULL, (void *)scratch, 1));
}
static void c1384(void)
{
    RESULT_POINTER(virAdmConnectLookupServer(NULL, NULL, 0));
}
static void c1385(void)
{
    RESULT_POINTER(virAdmConnectLookupServer(NULL, NULL, 1));
}
static void c1386(void)
{
    RESULT_POINTER(virAdmConnectLookupServer(NULL, NULL, -1));
}
static void c1387(void)
{
    RESULT_POINTER(virAdmConnectLookupServer(NULL, "x", 1));
}
static void c1388(void)
{
    RESULT_NUMBER(virAdmConnectRef(NULL));
}
static void c1389(void)
{
    RESULT_NUMBER(virAdmConnectRegisterCloseCallback(NULL, NULL, NULL, NULL));
}
static void c1390(void)
{
    RESULT_NUMBER(virAdmConnectRegisterCloseCallback(NULL, (virAdmConnectCloseFunc)nothing, (void *)scratch, (virFreeCallback)nothing));
}
static void c1391(void)
{
    RESULT_NUMBER(virAdmConnectSetDaemonTimeout(NULL, 0, 0));
}
static void c1392(void)
{
    RESULT_NUMBER(virAdmConnectSetDaemonTimeout(NULL, 1, 1));
}
static void c1393(void)
{
    RESULT_NUMBER(virAdmConnectSetDaemonTimeout(NULL, -1, -1));
}
static void c1394(void)
{
    RESULT_NUMBER(virAdmConnectSetLoggingFilters(NULL, NULL, 0));
}
static void c1395(void)
{
    RESULT_NUMBER(virAdmConnectSetLoggingFilters(NULL, NULL, 1));
}
static void c1396(void)
{
    RESULT_NUMBER(virAdmConnectSetLoggingFilters(NULL, NULL, -1));
}
static void c1397(void)
{
    RESULT_NUMBER(virAdmConnectSetLoggingFilters(NULL, "x", 1));
}
static void c1398(void)
{
    RESULT_NUMBER(virAdmConnectSetLoggingOutputs(NULL, NULL, 0));
}
static void c1399(void)
{
    RESULT_NUMBER(virAdmConnectSetLoggingOutputs(NULL, NULL, 1));
}
static void c1400(void)
{
    RESULT_NUMBER(virAdmConnectSetLoggingOutputs(NULL, NULL, -1));
}
static void c1401(void)
{
    RESULT_NUMBER(virAdmConnectSetLoggingOutputs(NULL, "x", 1));
}
static void c1402(void)
{
    RESULT_NUMBER(virAdmConnectUnregisterCloseCallback(NULL, NULL));
}
static void c1403(void)
{
    RESULT_NUMBER(virAdmConnectUnregisterCloseCallback(NULL, (virAdmConnectCloseFunc)nothing));
}
static void c1404(void)
{
    RESULT_NUMBER(virAdmGetVersion(NULL));
}
static void c1405(void)
{
    RESULT_NUMBER(virAdmInitialize());
}
static void c1406(void)
{
    RESULT_NUMBER(virAdmServerFree(NULL));
}
static void c1407(void)
{
    RESULT_NUMBER(virAdmServerGetClientLimits(NULL, NULL, NULL, 0));
}
static void c1408(void)
{
    RESULT_NUMBER(virAdmServerGetClientLimits(NULL, NULL, NULL, 1));
}
static void c1409(void)
{
    RESULT_NUMBER(virAdmServerGetClientLimits(NULL, NULL, NULL, -1));
}
static void c1410(void)
{
    RESULT_NUMBER(virAdmServerGetClientLimits(NULL, (void *)scratch, (void *)scratch, 1));
}
static void c1411(void)
{
    RESULT_STRING(virAdmServerGetName(NULL));
}
static void c1412(void)
{
    RESULT_NUMBER(virAdmServerGetThreadPoolParameters(NULL, NULL, NULL, 0));
}
static void c1413(void)
{
    RESULT_NUMBER(virAdmServerGetThreadPoolParameters(NULL, NULL, NULL, 1));
}
static void c1414(void)
{
    RESULT_NUMBER(virAdmServerGetThreadPoolParameters(NULL, NULL, NULL, -1));
}
static void c1415(void)
{
    RESULT_NUMBER(virAdmServerGetThreadPoolParameters(NULL, (void *)scratch, (void *)scratch, 1));
}
static void c1416(void)
{
    RESULT_NUMBER(virAdmServerListClients(NULL, NULL, 0));
}
static void c1417(void)
{
    RESULT_NUMBER(virAdmServerListClients(NULL, NULL, 1));
}
static void c1418(void)
{
    RESULT_NUMBER(virAdmServerListClients(NULL, NULL, -1));
}
static void c1419(void)
{
    RESULT_NUMBER(virAdmServerListClients(NULL, (void *)scratch, 1));
}
static void c1420(void)
{
    RESULT_POINTER(virAdmServerLookupClient(NULL, 0, 0));
}
static void c1421(void)
{
    RESULT_POINTER(virAdmServerLookupClient(NULL, 1, 1));
}
static void c1422(void)
{
    RESULT_POINTER(virAdmServerLookupClient(NULL, -1, -1));
}
static void c1423(void)
{
    RESULT_NUMBER(virAdmServerSetClientLimits(NULL, NULL, 0, 0));
}
static void c1424(void)
{
    RESULT_NUMBER(virAdmServerSetClientLimits(NULL, NULL, 1, 1));
}
static void c1425(void)
{
    RESULT_NUMBER(virAdmServerSetClientLimits(NULL, NULL, -1, -1));
}
static void c1426(void)
{
    RESULT_NUMBER(virAdmServerSetClientLimits(NULL, (void *)scratch, 1, 1));
}
static void c1427(void)
{
    RESULT_NUMBER(virAdmServerSetThreadPoolParameters(NULL, NULL, 0, 0));
}
static void c1428(void)
{
    RESULT_NUMBER(virAdmServerSetThreadPoolParameters(NULL, NULL, 1, 1));
}
static void c1429(void)
{
    RESULT_NUMBER(virAdmServerSetThreadPoolParameters(NULL, NULL, -1, -1));
}
static void c1430(void)
{
    RESULT_NUMBER(virAdmServerSetThreadPoolParameters(NULL, (void *)scratch, 1, 1));
}
static void c1431(void)
{
    RESULT_NUMBER(virAdmServerUpdateTlsFiles(NULL, 0));
}
static void c1432(void)
{
    RESULT_NUMBER(virAdmServerUpdateTlsFiles(NULL, 1));
}
static void c1433(void)
{
    RESULT_NUMBER(virAdmServerUpdateTlsFiles(NULL, -1));
}

static const struct step steps[] = {
    {"virConnCopyLastError pointers", c0},
    {"virConnGetLastError zero", c1},
    {"virConnResetLastError zero", c2},
    {"virConnectBaselineCPU zero", c3},
    {"virConnectBaselineCPU one", c4},
    {"virConnectBaselineCPU minus", c5},
    {"virConnectBaselineCPU pointers", c6},
    {"virConnectBaselineHypervisorCPU zero", c7},
    {"virConnectBaselineHypervisorCPU one", c8},
    {"virConnectBaselineHypervisorCPU minus", c9},
    {"virConnectBaselineHypervisorCPU pointers", c10},
    {"virConnectClose zero", c11},
    {"virConnectCompareCPU zero", c12},
    {"virConnectCompareCPU one", c13},
    {"virConnectCompareCPU minus", c14},
    {"virConnectCompareCPU pointers", c15},
    {"virConnectCompareHypervisorCPU zero", c16},
    {"virConnectCompareHypervisorCPU one", c17},
    {"virConnectCompareHypervisorCPU minus", c18},
    {"virConnectCompareHypervisorCPU pointers", c19},
    {"virConnectDomainEventDeregister zero", c20},
    {"virConnectDomainEventDeregister pointers", c21},
    {"virConnectDomainEventDeregisterAny zero", c22},
    {"virConnectDomainEventDeregisterAny one", c23},
    {"virConnectDomainEventDeregisterAny minus", c24},
    {"virConnectDomainEventRegister zero", c25},
    {"virConnectDomainEventRegister pointers", c26},
    {"virConnectDomainEventRegisterAny zero", c27},
    {"virConnectDomainEventRegisterAny one", c28},
    {"virConnectDomainEventRegisterAny minus", c29},
    {"virConnectDomainEventRegisterAny pointers", c30},
    {"virConnectDomainXMLFromNative zero", c31},
    {"virConnectDomainXMLFromNative one", c32},
    {"virConnectDomainXMLFromNative minus", c33},
    {"virConnectDomainXMLFromNative pointers", c34},
    {"virConnectDomainXMLToNative zero", c35},
    {"virConnectDomainXMLToNative one", c36},
    {"virConnectDomainXMLToNative minus", c37},
    {"virConnectDomainXMLToNative pointers", c38},
    {"virConnectFindStoragePoolSources zero", c39},
    {"virConnectFindStoragePoolSources one", c40},
    {"virConnectFindStoragePoolSources minus", c41},
    {"virConnectFindStoragePoolSources pointers", c42},
    {"virConnectGetAllDomainStats zero", c43},
    {"virConnectGetAllDomainStats one", c44},
    {"virConnectGetAllDomainStats minus", c45},
    {"virConnectGetAllDomainStats pointers", c46},
    {"virConnectGetCPUModelNames zero", c47},
    {"virConnectGetCPUModelNames one", c48},
    {"virConnectGetCPUModelNames minus", c49},
    {"virConnectGetCPUModelNames pointers", c50},
    {"virConnectGetCapabilities zero", c51},
    {"virConnectGetDomainCapabilities zero", c52},
    {"virConnectGetDomainCapabilities one", c53},
    {"virConnectGetDomainCapabilities minus", c54},
    {"virConnectGetDomainCapabilities pointers", c55},
    {"virConnectGetHostname zero", c56},
    {"virConnectGetLibVersion zero", c57},
    {"virConnectGetLibVersion pointers", c58},
    {"virConnectGetMaxVcpus zero", c59},
    {"virConnectGetMaxVcpus pointers", c60},
    {"virConnectGetStoragePoolCapabilities zero", c61},
    {"virConnectGetStoragePoolCapabilities one", c62},
    {"virConnectGetStoragePoolCapabilities minus", c63},
    {"virConnectGetSysinfo zero", c64},
    {"virConnectGetSysinfo one", c65},
    {"virConnectGetSysinfo minus", c66},
    {"virConnectGetType zero", c67},
    {"virConnectGetURI zero", c68},
    {"virConnectGetVersion zero", c69},
    {"virConnectGetVersion pointers", c70},
    {"virConnectIsAlive zero", c71},
    {"virConnectIsEncrypted zero", c72},
    {"virConnectIsSecure zero", c73},
    {"virConnectListAllDomains zero", c74},
    {"virConnectListAllDomains one", c75},
    {"virConnectListAllDomains minus", c76},
    {"virConnectListAllDomains pointers", c77},
    {"virConnectListAllInterfaces zero", c78},
    {"virConnectListAllInterfaces one", c79},
    {"virConnectListAllInterfaces minus", c80},
    {"virConnectListAllInterfaces pointers", c81},
    {"virConnectListAllNWFilterBindings zero", c82},
    {"virConnectListAllNWFilterBindings one", c83},
    {"virConnectListAllNWFilterBindings minus", c84},
    {"virConnectListAllNWFilterBindings pointers", c85},
    {"virConnectListAllNWFilters zero", c86},
    {"virConnectListAllNWFilters one", c87},
    {"virConnectListAllNWFilters minus", c88},
    {"virConnectListAllNWFilters pointers", c89},
    {"virConnectListAllNetworks zero", c90},
    {"virConnectListAllNetworks one", c91},
    {"virConnectListAllNetworks minus", c92},
    {"virConnectListAllNetworks pointers", c93},
    {"virConnectListAllNodeDevices zero", c94},
    {"virConnectListAllNodeDevices one", c95},
    {"virConnectListAllNodeDevices minus", c96},
    {"virConnectListAllNodeDevices pointers", c97},
    {"virConnectListAllSecrets zero", c98},
    {"virConnectListAllSecrets one", c99},
    {"virConnectListAllSecrets minus", c100},
    {"virConnectListAllSecrets pointers", c101},
    {"virConnectListAllStoragePools zero", c102},
    {"virConnectListAllStoragePools one", c103},
    {"virConnectListAllStoragePools minus", c104},
    {"virConnectListAllStoragePools pointers", c105},
    {"virConnectListDefinedDomains zero", c106},
    {"virConnectListDefinedDomains one", c107},
    {"virConnectListDefinedDomains minus", c108},
    {"virConnectListDefinedDomains pointers", c109},
    {"virConnectListDefinedInterfaces zero", c110},
    {"virConnectListDefinedInterfaces one", c111},
    {"virConnectListDefinedInterfaces minus", c112},
    {"virConnectListDefinedInterfaces pointers", c113},
    {"virConnectListDefinedNetworks zero", c114},
    {"virConnectListDefinedNetworks one", c115},
    {"virConnectListDefinedNetworks minus", c116},
    {"virConnectListDefinedNetworks pointers", c117},
    {"virConnectListDefinedStoragePools zero", c118},
    {"virConnectListDefinedStoragePools one", c119},
    {"virConnectListDefinedStoragePools minus", c120},
    {"virConnectListDefinedStoragePools pointers", c121},
    {"virConnectListDomains zero", c122},
    {"virConnectListDomains one", c123},
    {"virConnectListDomains minus", c124},
    {"virConnectListDomains pointers", c125},
    {"virConnectListInterfaces zero", c126},
    {"virConnectListInterfaces one", c127},
    {"virConnectListInterfaces minus", c128},
    {"virConnectListInterfaces pointers", c129},
    {"virConnectListNWFilters zero", c130},
    {"virConnectListNWFilters one", c131},
    {"virConnectListNWFilters minus", c132},
    {"virConnectListNWFilters pointers", c133},
    {"virConnectListNetworks zero", c134},
    {"virConnectListNetworks one", c135},
    {"virConnectListNetworks minus", c136},
    {"virConnectListNetworks pointers", c137},
    {"virConnectListSecrets zero", c138},
    {"virConnectListSecrets one", c139},
    {"virConnectListSecrets minus", c140},
    {"virConnectListSecrets pointers", c141},
    {"virConnectListStoragePools zero", c142},
    {"virConnectListStoragePools one", c143},
    {"virConnectListStoragePools minus", c144},
    {"virConnectListStoragePools pointers", c145},
    {"virConnectNetworkEventDeregisterAny zero", c146},
    {"virConnectNetworkEventDeregisterAny one", c147},
    {"virConnectNetworkEventDeregisterAny minus", c148},
    {"virConnectNetworkEventRegisterAny zero", c149},
    {"virConnectNetworkEventRegisterAny one", c150},
    {"virConnectNetworkEventRegisterAny minus", c151},
    {"virConnectNetworkEventRegisterAny pointers", c152},
    {"virConnectNodeDeviceEventDeregisterAny zero", c153},
    {"virConnectNodeDeviceEventDeregisterAny one", c154},
    {"virConnectNodeDeviceEventDeregisterAny minus", c155},
    {"virConnectNodeDeviceEventRegisterAny zero", c156},
    {"virConnectNodeDeviceEventRegisterAny one", c157},
    {"virConnectNodeDeviceEventRegisterAny minus", c158},
    {"virConnectNodeDeviceEventRegisterAny pointers", c159},
    {"virConnectNumOfDefinedDomains zero", c160},
    {"virConnectNumOfDefinedInterfaces zero", c161},
    {"virConnectNumOfDefinedNetworks zero", c162},
    {"virConnectNumOfDefinedStoragePools zero", c163},
    {"virConnectNumOfDomains zero", c164},
    {"virConnectNumOfInterfaces zero", c165},
    {"virConnectNumOfNWFilters zero", c166},
    {"virConnectNumOfNetworks zero", c167},
    {"virConnectNumOfSecrets zero", c168},
    {"virConnectNumOfStoragePools zero", c169},
    {"virConnectRef zero", c170},
    {"virConnectRegisterCloseCallback zero", c171},
    {"virConnectRegisterCloseCallback pointers", c172},
    {"virConnectSecretEventDeregisterAny zero", c173},
    {"virConnectSecretEventDeregisterAny one", c174},
    {"virConnectSecretEventDeregisterAny minus", c175},
    {"virConnectSecretEventRegisterAny zero", c176},
    {"virConnectSecretEventRegisterAny one", c177},
    {"virConnectSecretEventRegisterAny minus", c178},
    {"virConnectSecretEventRegisterAny pointers", c179},
    {"virConnectSetKeepAlive zero", c180},
    {"virConnectSetKeepAlive one", c181},
    {"virConnectSetKeepAlive minus", c182},
    {"virConnectStoragePoolEventDeregisterAny zero", c183},
    {"virConnectStoragePoolEventDeregisterAny one", c184},
    {"virConnectStoragePoolEventDeregisterAny minus", c185},
    {"virConnectStoragePoolEventRegisterAny zero", c186},
    {"virConnectStoragePoolEventRegisterAny one", c187},
    {"virConnectStoragePoolEventRegisterAny minus", c188},
    {"virConnectStoragePoolEventRegisterAny pointers", c189},
    {"virConnectUnregisterCloseCallback zero", c190},
    {"virConnectUnregisterCloseCallback pointers", c191},
    {"virCopyLastError zero", c192},
    {"virDefaultErrorFunc zero", c193},
    {"virDomainAbortJob zero", c194},
    {"virDomainAbortJobFlags zero", c195},
    {"virDomainAbortJobFlags one", c196},
    {"virDomainAbortJobFlags minus", c197},
    {"virDomainAddIOThread zero", c198},
    {"virDomainAddIOThread one", c199},
    {"virDomainAddIOThread minus", c200},
    {"virDomainAgentSetResponseTimeout zero", c201},
    {"virDomainAgentSetResponseTimeout one", c202},
    {"virDomainAgentSetResponseTimeout minus", c203},
    {"virDomainAttachDevice zero", c204},
    {"virDomainAttachDevice pointers", c205},
    {"virDomainAttachDeviceFlags zero", c206},
    {"virDomainAttachDeviceFlags one", c207},
    {"virDomainAttachDeviceFlags minus", c208},
    {"virDomainAttachDeviceFlags pointers", c209},
    {"virDomainAuthorizedSSHKeysGet zero", c210},
    {"virDomainAuthorizedSSHKeysGet one", c211},
    {"virDomainAuthorizedSSHKeysGet minus", c212},
    {"virDomainAuthorizedSSHKeysGet pointers", c213},
    {"virDomainAuthorizedSSHKeysSet zero", c214},
    {"virDomainAuthorizedSSHKeysSet one", c215},
    {"virDomainAuthorizedSSHKeysSet minus", c216},
    {"virDomainAuthorizedSSHKeysSet pointers", c217},
    {"virDomainBackupBegin zero", c218},
    {"virDomainBackupBegin one", c219},
    {"virDomainBackupBegin minus", c220},
    {"virDomainBackupBegin pointers", c221},
    {"virDomainBackupGetXMLDesc zero", c222},
    {"virDomainBackupGetXMLDesc one", c223},
    {"virDomainBackupGetXMLDesc minus", c224},
    {"virDomainBlockCommit zero", c225},
    {"virDomainBlockCommit one", c226},
    {"virDomainBlockCommit minus", c227},
    {"virDomainBlockCommit pointers", c228},
    {"virDomainBlockCopy zero", c229},
    {"virDomainBlockCopy one", c230},
    {"virDomainBlockCopy minus", c231},
    {"virDomainBlockCopy pointers", c232},
    {"virDomainBlockJobAbort zero", c233},
    {"virDomainBlockJobAbort one", c234},
    {"virDomainBlockJobAbort minus", c235},
    {"virDomainBlockJobAbort pointers", c236},
    {"virDomainBlockJobSetSpeed zero", c237},
    {"virDomainBlockJobSetSpeed one", c238},
    {"virDomainBlockJobSetSpeed minus", c239},
    {"virDomainBlockJobSetSpeed pointers", c240},
    {"virDomainBlockPeek zero", c241},
    {"virDomainBlockPeek one", c242},
    {"virDomainBlockPeek minus", c243},
    {"virDomainBlockPeek pointers", c244},
    {"virDomainBlockPull zero", c245},
    {"virDomainBlockPull one", c246},
    {"virDomainBlockPull minus", c247},
    {"virDomainBlockPull pointers", c248},
    {"virDomainBlockRebase zero", c249},
    {"virDomainBlockRebase one", c250},
    {"virDomainBlockRebase minus", c251},
    {"virDomainBlockRebase pointers", c252},
    {"virDomainBlockResize zero", c253},
    {"virDomainBlockResize one", c254},
    {"virDomainBlockResize minus", c255},
    {"virDomainBlockResize pointers", c256},
    {"virDomainBlockStats zero", c257},
    {"virDomainBlockStats one", c258},
    {"virDomainBlockStats minus", c259},
    {"virDomainBlockStats pointers", c260},
    {"virDomainBlockStatsFlags zero", c261},
    {"virDomainBlockStatsFlags one", c262},
    {"virDomainBlockStatsFlags minus", c263},
    {"virDomainBlockStatsFlags pointers", c264},
    {"virDomainCheckpointCreateXML zero", c265},
    {"virDomainCheckpointCreateXML one", c266},
    {"virDomainCheckpointCreateXML minus", c267},
    {"virDomainCheckpointCreateXML pointers", c268},
    {"virDomainCheckpointDelete zero", c269},
    {"virDomainCheckpointDelete one", c270},
    {"virDomainCheckpointDelete minus", c271},
    {"virDomainCheckpointFree zero", c272},
    {"virDomainCheckpointGetConnect zero", c273},
    {"virDomainCheckpointGetDomain zero", c274},
    {"virDomainCheckpointGetName zero", c275},
    {"virDomainCheckpointGetParent zero", c276},
    {"virDomainCheckpointGetParent one", c277},
    {"virDomainCheckpointGetParent minus", c278},
    {"virDomainCheckpointGetXMLDesc zero", c279},
    {"virDomainCheckpointGetXMLDesc one", c280},
    {"virDomainCheckpointGetXMLDesc minus", c281},
    {"virDomainCheckpointListAllChildren zero", c282},
    {"virDomainCheckpointListAllChildren one", c283},
    {"virDomainCheckpointListAllChildren minus", c284},
    {"virDomainCheckpointListAllChildren pointers", c285},
    {"virDomainCheckpointLookupByName zero", c286},
    {"virDomainCheckpointLookupByName one", c287},
    {"virDomainCheckpointLookupByName minus", c288},
    {"virDomainCheckpointLookupByName pointers", c289},
    {"virDomainCheckpointRef zero", c290},
    {"virDomainCoreDump zero", c291},
    {"virDomainCoreDump one", c292},
    {"virDomainCoreDump minus", c293},
    {"virDomainCoreDump pointers", c294},
    {"virDomainCoreDumpWithFormat zero", c295},
    {"virDomainCoreDumpWithFormat one", c296},
    {"virDomainCoreDumpWithFormat minus", c297},
    {"virDomainCoreDumpWithFormat pointers", c298},
    {"virDomainCreate zero", c299},
    {"virDomainCreateLinux zero", c300},
    {"virDomainCreateLinux one", c301},
    {"virDomainCreateLinux minus", c302},
    {"virDomainCreateLinux pointers", c303},
    {"virDomainCreateWithFiles zero", c304},
    {"virDomainCreateWithFiles one", c305},
    {"virDomainCreateWithFiles minus", c306},
    {"virDomainCreateWithFiles pointers", c307},
    {"virDomainCreateWithFlags zero", c308},
    {"virDomainCreateWithFlags one", c309},
    {"virDomainCreateWithFlags minus", c310},
    {"virDomainCreateXML zero", c311},
    {"virDomainCreateXML one", c312},
    {"virDomainCreateXML minus", c313},
    {"virDomainCreateXML pointers", c314},
    {"virDomainCreateXMLWithFiles zero", c315},
    {"virDomainCreateXMLWithFiles one", c316},
    {"virDomainCreateXMLWithFiles minus", c317},
    {"virDomainCreateXMLWithFiles pointers", c318},
    {"virDomainDefineXML zero", c319},
    {"virDomainDefineXML pointers", c320},
    {"virDomainDefineXMLFlags zero", c321},
    {"virDomainDefineXMLFlags one", c322},
    {"virDomainDefineXMLFlags minus", c323},
    {"virDomainDefineXMLFlags pointers", c324},
    {"virDomainDelIOThread zero", c325},
    {"virDomainDelIOThread one", c326},
    {"virDomainDelIOThread minus", c327},
    {"virDomainDestroy zero", c328},
    {"virDomainDestroyFlags zero", c329},
    {"virDomainDestroyFlags one", c330},
    {"virDomainDestroyFlags minus", c331},
    {"virDomainDetachDevice zero", c332},
    {"virDomainDetachDevice pointers", c333},
    {"virDomainDetachDeviceAlias zero", c334},
    {"virDomainDetachDeviceAlias one", c335},
    {"virDomainDetachDeviceAlias minus", c336},
    {"virDomainDetachDeviceAlias pointers", c337},
    {"virDomainDetachDeviceFlags zero", c338},
    {"virDomainDetachDeviceFlags one", c339},
    {"virDomainDetachDeviceFlags minus", c340},
    {"virDomainDetachDeviceFlags pointers", c341},
    {"virDomainFSFreeze zero", c342},
    {"virDomainFSFreeze one", c343},
    {"virDomainFSFreeze minus", c344},
    {"virDomainFSFreeze pointers", c345},
    {"virDomainFSInfoFree zero", c346},
    {"virDomainFSThaw zero", c347},
    {"virDomainFSThaw one", c348},
    {"virDomainFSThaw minus", c349},
    {"virDomainFSThaw pointers", c350},
    {"virDomainFSTrim zero", c351},
    {"virDomainFSTrim one", c352},
    {"virDomainFSTrim minus", c353},
    {"virDomainFSTrim pointers", c354},
    {"virDomainFree zero", c355},
    {"virDomainGetAutostart zero", c356},
    {"virDomainGetAutostart pointers", c357},
    {"virDomainGetBlkioParameters zero", c358},
    {"virDomainGetBlkioParameters one", c359},
    {"virDomainGetBlkioParameters minus", c360},
    {"virDomainGetBlkioParameters pointers", c361},
    {"virDomainGetBlockInfo zero", c362},
    {"virDomainGetBlockInfo one", c363},
    {"virDomainGetBlockInfo minus", c364},
    {"virDomainGetBlockInfo pointers", c365},
    {"virDomainGetBlockIoTune zero", c366},
    {"virDomainGetBlockIoTune one", c367},
    {"virDomainGetBlockIoTune minus", c368},
    {"virDomainGetBlockIoTune pointers", c369},
    {"virDomainGetBlockJobInfo zero", c370},
    {"virDomainGetBlockJobInfo one", c371},
    {"virDomainGetBlockJobInfo minus", c372},
    {"virDomainGetBlockJobInfo pointers", c373},
    {"virDomainGetCPUStats zero", c374},
    {"virDomainGetCPUStats one", c375},
    {"virDomainGetCPUStats minus", c376},
    {"virDomainGetCPUStats pointers", c377},
    {"virDomainGetConnect zero", c378},
    {"virDomainGetControlInfo zero", c379},
    {"virDomainGetControlInfo one", c380},
    {"virDomainGetControlInfo minus", c381},
    {"virDomainGetControlInfo pointers", c382},
    {"virDomainGetDiskErrors zero", c383},
    {"virDomainGetDiskErrors one", c384},
    {"virDomainGetDiskErrors minus", c385},
    {"virDomainGetDiskErrors pointers", c386},
    {"virDomainGetEmulatorPinInfo zero", c387},
    {"virDomainGetEmulatorPinInfo one", c388},
    {"virDomainGetEmulatorPinInfo minus", c389},
    {"virDomainGetEmulatorPinInfo pointers", c390},
    {"virDomainGetFSInfo zero", c391},
    {"virDomainGetFSInfo one", c392},
    {"virDomainGetFSInfo minus", c393},
    {"virDomainGetFSInfo pointers", c394},
    {"virDomainGetGuestInfo zero", c395},
    {"virDomainGetGuestInfo one", c396},
    {"virDomainGetGuestInfo minus", c397},
    {"virDomainGetGuestInfo pointers", c398},
    {"virDomainGetGuestVcpus zero", c399},
    {"virDomainGetGuestVcpus one", c400},
    {"virDomainGetGuestVcpus minus", c401},
    {"virDomainGetGuestVcpus pointers", c402},
    {"virDomainGetHostname zero", c403},
    {"virDomainGetHostname one", c404},
    {"virDomainGetHostname minus", c405},
    {"virDomainGetID zero", c406},
    {"virDomainGetIOThreadInfo zero", c407},
    {"virDomainGetIOThreadInfo one", c408},
    {"virDomainGetIOThreadInfo minus", c409},
    {"virDomainGetIOThreadInfo pointers", c410},
    {"virDomainGetInfo zero", c411},
    {"virDomainGetInfo pointers", c412},
    {"virDomainGetInterfaceParameters zero", c413},
    {"virDomainGetInterfaceParameters one", c414},
    {"virDomainGetInterfaceParameters minus", c415},
    {"virDomainGetInterfaceParameters pointers", c416},
    {"virDomainGetJobInfo zero", c417},
    {"virDomainGetJobInfo pointers", c418},
    {"virDomainGetJobStats zero", c419},
    {"virDomainGetJobStats one", c420},
    {"virDomainGetJobStats minus", c421},
    {"virDomainGetJobStats pointers", c422},
    {"virDomainGetMaxMemory zero", c423},
    {"virDomainGetMaxVcpus zero", c424},
    {"virDomainGetMemoryParameters zero", c425},
    {"virDomainGetMemoryParameters one", c426},
    {"virDomainGetMemoryParameters minus", c427},
    {"virDomainGetMemoryParameters pointers", c428},
    {"virDomainGetMessages zero", c429},
    {"virDomainGetMessages one", c430},
    {"virDomainGetMessages minus", c431},
    {"virDomainGetMessages pointers", c432},
    {"virDomainGetMetadata zero", c433},
    {"virDomainGetMetadata one", c434},
    {"virDomainGetMetadata minus", c435},
    {"virDomainGetMetadata pointers", c436},
    {"virDomainGetName zero", c437},
    {"virDomainGetNumaParameters zero", c438},
    {"virDomainGetNumaParameters one", c439},
    {"virDomainGetNumaParameters minus", c440},
    {"virDomainGetNumaParameters pointers", c441},
    {"virDomainGetOSType zero", c442},
    {"virDomainGetPerfEvents zero", c443},
    {"virDomainGetPerfEvents one", c444},
    {"virDomainGetPerfEvents minus", c445},
    {"virDomainGetPerfEvents pointers", c446},
    {"virDomainGetSchedulerParameters zero", c447},
    {"virDomainGetSchedulerParameters pointers", c448},
    {"virDomainGetSchedulerParametersFlags zero", c449},
    {"virDomainGetSchedulerParametersFlags one", c450},
    {"virDomainGetSchedulerParametersFlags minus", c451},
    {"virDomainGetSchedulerParametersFlags pointers", c452},
    {"virDomainGetSchedulerType zero", c453},
    {"virDomainGetSchedulerType pointers", c454},
    {"virDomainGetSecurityLabel zero", c455},
    {"virDomainGetSecurityLabel pointers", c456},
    {"virDomainGetSecurityLabelList zero", c457},
    {"virDomainGetSecurityLabelList pointers", c458},
    {"virDomainGetState zero", c459},
    {"virDomainGetState one", c460},
    {"virDomainGetState minus", c461},
    {"virDomainGetState pointers", c462},
    {"virDomainGetTime zero", c463},
    {"virDomainGetTime one", c464},
    {"virDomainGetTime minus", c465},
    {"virDomainGetTime pointers", c466},
    {"virDomainGetUUID zero", c467},
    {"virDomainGetUUID pointers", c468},
    {"virDomainGetUUIDString zero", c469},
    {"virDomainGetUUIDString pointers", c470},
    {"virDomainGetVcpuPinInfo zero", c471},
    {"virDomainGetVcpuPinInfo one", c472},
    {"virDomainGetVcpuPinInfo minus", c473},
    {"virDomainGetVcpuPinInfo pointers", c474},
    {"virDomainGetVcpus zero", c475},
    {"virDomainGetVcpus one", c476},
    {"virDomainGetVcpus minus", c477},
    {"virDomainGetVcpus pointers", c478},
    {"virDomainGetVcpusFlags zero", c479},
    {"virDomainGetVcpusFlags one", c480},
    {"virDomainGetVcpusFlags minus", c481},
    {"virDomainGetXMLDesc zero", c482},
    {"virDomainGetXMLDesc one", c483},
    {"virDomainGetXMLDesc minus", c484},
    {"virDomainHasCurrentSnapshot zero", c485},
    {"virDomainHasCurrentSnapshot one", c486},
    {"virDomainHasCurrentSnapshot minus", c487},
    {"virDomainHasManagedSaveImage zero", c488},
    {"virDomainHasManagedSaveImage one", c489},
    {"virDomainHasManagedSaveImage minus", c490},
    {"virDomainIOThreadInfoFree zero", c491},
    {"virDomainInjectNMI zero", c492},
    {"virDomainInjectNMI one", c493},
    {"virDomainInjectNMI minus", c494},
    {"virDomainInterfaceAddresses zero", c495},
    {"virDomainInterfaceAddresses one", c496},
    {"virDomainInterfaceAddresses minus", c497},
    {"virDomainInterfaceAddresses pointers", c498},
    {"virDomainInterfaceFree zero", c499},
    {"virDomainInterfaceStats zero", c500},
    {"virDomainInterfaceStats one", c501},
    {"virDomainInterfaceStats minus", c502},
    {"virDomainInterfaceStats pointers", c503},
    {"virDomainIsActive zero", c504},
    {"virDomainIsPersistent zero", c505},
    {"virDomainIsUpdated zero", c506},
    {"virDomainListAllCheckpoints zero", c507},
    {"virDomainListAllCheckpoints one", c508},
    {"virDomainListAllCheckpoints minus", c509},
    {"virDomainListAllCheckpoints pointers", c510},
    {"virDomainListAllSnapshots zero", c511},
    {"virDomainListAllSnapshots one", c512},
    {"virDomainListAllSnapshots minus", c513},
    {"virDomainListAllSnapshots pointers", c514},
    {"virDomainListGetStats zero", c515},
    {"virDomainListGetStats one", c516},
    {"virDomainListGetStats minus", c517},
    {"virDomainLookupByID zero", c518},
    {"virDomainLookupByID one", c519},
    {"virDomainLookupByID minus", c520},
    {"virDomainLookupByName zero", c521},
    {"virDomainLookupByName pointers", c522},
    {"virDomainLookupByUUID zero", c523},
    {"virDomainLookupByUUID pointers", c524},
    {"virDomainLookupByUUIDString zero", c525},
    {"virDomainLookupByUUIDString pointers", c526},
    {"virDomainManagedSave zero", c527},
    {"virDomainManagedSave one", c528},
    {"virDomainManagedSave minus", c529},
    {"virDomainManagedSaveDefineXML zero", c530},
    {"virDomainManagedSaveDefineXML one", c531},
    {"virDomainManagedSaveDefineXML pointers", c532},
    {"virDomainManagedSaveGetXMLDesc zero", c533},
    {"virDomainManagedSaveGetXMLDesc one", c534},
    {"virDomainManagedSaveGetXMLDesc minus", c535},
    {"virDomainManagedSaveRemove zero", c536},
    {"virDomainManagedSaveRemove one", c537},
    {"virDomainManagedSaveRemove minus", c538},
    {"virDomainMemoryPeek zero", c539},
    {"virDomainMemoryPeek one", c540},
    {"virDomainMemoryPeek minus", c541},
    {"virDomainMemoryPeek pointers", c542},
    {"virDomainMemoryStats zero", c543},
    {"virDomainMemoryStats one", c544},
    {"virDomainMemoryStats minus", c545},
    {"virDomainMemoryStats pointers", c546},
    {"virDomainMigrate zero", c547},
    {"virDomainMigrate one", c548},
    {"virDomainMigrate minus", c549},
    {"virDomainMigrate pointers", c550},
    {"virDomainMigrate2 zero", c551},
    {"virDomainMigrate2 one", c552},
    {"virDomainMigrate2 minus", c553},
    {"virDomainMigrate2 pointers", c554},
    {"virDomainMigrate3 zero", c555},
    {"virDomainMigrate3 one", c556},
    {"virDomainMigrate3 minus", c557},
    {"virDomainMigrate3 pointers", c558},
    {"virDomainMigrateGetCompressionCache zero", c559},
    {"virDomainMigrateGetCompressionCache one", c560},
    {"virDomainMigrateGetCompressionCache minus", c561},
    {"virDomainMigrateGetCompressionCache pointers", c562},
    {"virDomainMigrateGetMaxDowntime zero", c563},
    {"virDomainMigrateGetMaxDowntime one", c564},
    {"virDomainMigrateGetMaxDowntime minus", c565},
    {"virDomainMigrateGetMaxDowntime pointers", c566},
    {"virDomainMigrateGetMaxSpeed zero", c567},
    {"virDomainMigrateGetMaxSpeed one", c568},
    {"virDomainMigrateGetMaxSpeed minus", c569},
    {"virDomainMigrateGetMaxSpeed pointers", c570},
    {"virDomainMigrateSetCompressionCache zero", c571},
    {"virDomainMigrateSetCompressionCache one", c572},
    {"virDomainMigrateSetCompressionCache minus", c573},
    {"virDomainMigrateSetMaxDowntime zero", c574},
    {"virDomainMigrateSetMaxDowntime one", c575},
    {"virDomainMigrateSetMaxDowntime minus", c576},
    {"virDomainMigrateSetMaxSpeed zero", c577},
    {"virDomainMigrateSetMaxSpeed one", c578},
    {"virDomainMigrateSetMaxSpeed minus", c579},
    {"virDomainMigrateStartPostCopy zero", c580},
    {"virDomainMigrateStartPostCopy one", c581},
    {"virDomainMigrateStartPostCopy minus", c582},
    {"virDomainMigrateToURI zero", c583},
    {"virDomainMigrateToURI one", c584},
    {"virDomainMigrateToURI minus", c585},
    {"virDomainMigrateToURI pointers", c586},
    {"virDomainMigrateToURI2 zero", c587},
    {"virDomainMigrateToURI2 one", c588},
    {"virDomainMigrateToURI2 minus", c589},
    {"virDomainMigrateToURI2 pointers", c590},
    {"virDomainMigrateToURI3 zero", c591},
    {"virDomainMigrateToURI3 one", c592},
    {"virDomainMigrateToURI3 minus", c593},
    {"virDomainMigrateToURI3 pointers", c594},
    {"virDomainOpenChannel zero", c595},
    {"virDomainOpenChannel one", c596},
    {"virDomainOpenChannel minus", c597},
    {"virDomainOpenChannel pointers", c598},
    {"virDomainOpenConsole zero", c599},
    {"virDomainOpenConsole one", c600},
    {"virDomainOpenConsole minus", c601},
    {"virDomainOpenConsole pointers", c602},
    {"virDomainOpenGraphics zero", c603},
    {"virDomainOpenGraphics one", c604},
    {"virDomainOpenGraphics minus", c605},
    {"virDomainOpenGraphicsFD zero", c606},
    {"virDomainOpenGraphicsFD one", c607},
    {"virDomainOpenGraphicsFD minus", c608},
    {"virDomainPMSuspendForDuration zero", c609},
    {"virDomainPMSuspendForDuration one", c610},
    {"virDomainPMSuspendForDuration minus", c611},
    {"virDomainPMWakeup zero", c612},
    {"virDomainPMWakeup one", c613},
    {"virDomainPMWakeup minus", c614},
    {"virDomainPinEmulator zero", c615},
    {"virDomainPinEmulator one", c616},
    {"virDomainPinEmulator minus", c617},
    {"virDomainPinEmulator pointers", c618},
    {"virDomainPinIOThread zero", c619},
    {"virDomainPinIOThread one", c620},
    {"virDomainPinIOThread minus", c621},
    {"virDomainPinIOThread pointers", c622},
    {"virDomainPinVcpu zero", c623},
    {"virDomainPinVcpu one", c624},
    {"virDomainPinVcpu minus", c625},
    {"virDomainPinVcpu pointers", c626},
    {"virDomainPinVcpuFlags zero", c627},
    {"virDomainPinVcpuFlags one", c628},
    {"virDomainPinVcpuFlags minus", c629},
    {"virDomainPinVcpuFlags pointers", c630},
    {"virDomainReboot zero", c631},
    {"virDomainReboot one", c632},
    {"virDomainReboot minus", c633},
    {"virDomainRef zero", c634},
    {"virDomainRename zero", c635},
    {"virDomainRename one", c636},
    {"virDomainRename minus", c637},
    {"virDomainRename pointers", c638},
    {"virDomainReset zero", c639},
    {"virDomainReset one", c640},
    {"virDomainReset minus", c641},
    {"virDomainRestore zero", c642},
    {"virDomainRestore pointers", c643},
    {"virDomainRestoreFlags zero", c644},
    {"virDomainRestoreFlags one", c645},
    {"virDomainRestoreFlags minus", c646},
    {"virDomainRestoreFlags pointers", c647},
    {"virDomainRestoreParams zero", c648},
    {"virDomainRestoreParams one", c649},
    {"virDomainRestoreParams minus", c650},
    {"virDomainRestoreParams pointers", c651},
    {"virDomainResume zero", c652},
    {"virDomainRevertToSnapshot zero", c653},
    {"virDomainRevertToSnapshot one", c654},
    {"virDomainRevertToSnapshot minus", c655},
    {"virDomainSave zero", c656},
    {"virDomainSave pointers", c657},
    {"virDomainSaveFlags zero", c658},
    {"virDomainSaveFlags one", c659},
    {"virDomainSaveFlags minus", c660},
    {"virDomainSaveFlags pointers", c661},
    {"virDomainSaveImageDefineXML zero", c662},
    {"virDomainSaveImageDefineXML one", c663},
    {"virDomainSaveImageDefineXML minus", c664},
    {"virDomainSaveImageDefineXML pointers", c665},
    {"virDomainSaveImageGetXMLDesc zero", c666},
    {"virDomainSaveImageGetXMLDesc one", c667},
    {"virDomainSaveImageGetXMLDesc minus", c668},
    {"virDomainSaveImageGetXMLDesc pointers", c669},
    {"virDomainSaveParams zero", c670},
    {"virDomainSaveParams one", c671},
    {"virDomainSaveParams minus", c672},
    {"virDomainSaveParams pointers", c673},
    {"virDomainScreenshot zero", c674},
    {"virDomainScreenshot one", c675},
    {"virDomainScreenshot minus", c676},
    {"virDomainSendKey zero", c677},
    {"virDomainSendKey one", c678},
    {"virDomainSendKey minus", c679},
    {"virDomainSendKey pointers", c680},
    {"virDomainSendProcessSignal zero", c681},
    {"virDomainSendProcessSignal one", c682},
    {"virDomainSendProcessSignal minus", c683},
    {"virDomainSetAutostart zero", c684},
    {"virDomainSetAutostart one", c685},
    {"virDomainSetAutostart minus", c686},
    {"virDomainSetBlkioParameters zero", c687},
    {"virDomainSetBlkioParameters one", c688},
    {"virDomainSetBlkioParameters minus", c689},
    {"virDomainSetBlkioParameters pointers", c690},
    {"virDomainSetBlockIoTune zero", c691},
    {"virDomainSetBlockIoTune one", c692},
    {"virDomainSetBlockIoTune minus", c693},
    {"virDomainSetBlockIoTune pointers", c694},
    {"virDomainSetBlockThreshold zero", c695},
    {"virDomainSetBlockThreshold one", c696},
    {"virDomainSetBlockThreshold minus", c697},
    {"virDomainSetBlockThreshold pointers", c698},
    {"virDomainSetGuestVcpus zero", c699},
    {"virDomainSetGuestVcpus one", c700},
    {"virDomainSetGuestVcpus minus", c701},
    {"virDomainSetGuestVcpus pointers", c702},
    {"virDomainSetIOThreadParams zero", c703},
    {"virDomainSetIOThreadParams one", c704},
    {"virDomainSetIOThreadParams minus", c705},
    {"virDomainSetIOThreadParams pointers", c706},
    {"virDomainSetInterfaceParameters zero", c707},
    {"virDomainSetInterfaceParameters one", c708},
    {"virDomainSetInterfaceParameters minus", c709},
    {"virDomainSetInterfaceParameters pointers", c710},
    {"virDomainSetLifecycleAction zero", c711},
    {"virDomainSetLifecycleAction one", c712},
    {"virDomainSetLifecycleAction minus", c713},
    {"virDomainSetMaxMemory zero", c714},
    {"virDomainSetMaxMemory one", c715},
    {"virDomainSetMaxMemory minus", c716},
    {"virDomainSetMemory zero", c717},
    {"virDomainSetMemory one", c718},
    {"virDomainSetMemory minus", c719},
    {"virDomainSetMemoryFlags zero", c720},
    {"virDomainSetMemoryFlags one", c721},
    {"virDomainSetMemoryFlags minus", c722},
    {"virDomainSetMemoryParameters zero", c723},
    {"virDomainSetMemoryParameters one", c724},
    {"virDomainSetMemoryParameters minus", c725},
    {"virDomainSetMemoryParameters pointers", c726},
    {"virDomainSetMemoryStatsPeriod zero", c727},
    {"virDomainSetMemoryStatsPeriod one", c728},
    {"virDomainSetMemoryStatsPeriod minus", c729},
    {"virDomainSetMetadata zero", c730},
    {"virDomainSetMetadata one", c731},
    {"virDomainSetMetadata minus", c732},
    {"virDomainSetMetadata pointers", c733},
    {"virDomainSetNumaParameters zero", c734},
    {"virDomainSetNumaParameters one", c735},
    {"virDomainSetNumaParameters minus", c736},
    {"virDomainSetNumaParameters pointers", c737},
    {"virDomainSetPerfEvents zero", c738},
    {"virDomainSetPerfEvents one", c739},
    {"virDomainSetPerfEvents minus", c740},
    {"virDomainSetPerfEvents pointers", c741},
    {"virDomainSetSchedulerParameters zero", c742},
    {"virDomainSetSchedulerParameters one", c743},
    {"virDomainSetSchedulerParameters minus", c744},
    {"virDomainSetSchedulerParameters pointers", c745},
    {"virDomainSetSchedulerParametersFlags zero", c746},
    {"virDomainSetSchedulerParametersFlags one", c747},
    {"virDomainSetSchedulerParametersFlags minus", c748},
    {"virDomainSetSchedulerParametersFlags pointers", c749},
    {"virDomainSetTime zero", c750},
    {"virDomainSetTime one", c751},
    {"virDomainSetTime minus", c752},
    {"virDomainSetUserPassword zero", c753},
    {"virDomainSetUserPassword one", c754},
    {"virDomainSetUserPassword minus", c755},
    {"virDomainSetUserPassword pointers", c756},
    {"virDomainSetVcpu zero", c757},
    {"virDomainSetVcpu one", c758},
    {"virDomainSetVcpu minus", c759},
    {"virDomainSetVcpu pointers", c760},
    {"virDomainSetVcpus zero", c761},
    {"virDomainSetVcpus one", c762},
    {"virDomainSetVcpus minus", c763},
    {"virDomainSetVcpusFlags zero", c764},
    {"virDomainSetVcpusFlags one", c765},
    {"virDomainSetVcpusFlags minus", c766},
    {"virDomainShutdown zero", c767},
    {"virDomainShutdownFlags zero", c768},
    {"virDomainShutdownFlags one", c769},
    {"virDomainShutdownFlags minus", c770},
    {"virDomainSnapshotCreateXML zero", c771},
    {"virDomainSnapshotCreateXML one", c772},
    {"virDomainSnapshotCreateXML minus", c773},
    {"virDomainSnapshotCreateXML pointers", c774},
    {"virDomainSnapshotCurrent zero", c775},
    {"virDomainSnapshotCurrent one", c776},
    {"virDomainSnapshotCurrent minus", c777},
    {"virDomainSnapshotDelete zero", c778},
    {"virDomainSnapshotDelete one", c779},
    {"virDomainSnapshotDelete minus", c780},
    {"virDomainSnapshotFree zero", c781},
    {"virDomainSnapshotGetConnect zero", c782},
    {"virDomainSnapshotGetDomain zero", c783},
    {"virDomainSnapshotGetName zero", c784},
    {"virDomainSnapshotGetParent zero", c785},
    {"virDomainSnapshotGetParent one", c786},
    {"virDomainSnapshotGetParent minus", c787},
    {"virDomainSnapshotGetXMLDesc zero", c788},
    {"virDomainSnapshotGetXMLDesc one", c789},
    {"virDomainSnapshotGetXMLDesc minus", c790},
    {"virDomainSnapshotHasMetadata zero", c791},
    {"virDomainSnapshotHasMetadata one", c792},
    {"virDomainSnapshotHasMetadata minus", c793},
    {"virDomainSnapshotIsCurrent zero", c794},
    {"virDomainSnapshotIsCurrent one", c795},
    {"virDomainSnapshotIsCurrent minus", c796},
    {"virDomainSnapshotListAllChildren zero", c797},
    {"virDomainSnapshotListAllChildren one", c798},
    {"virDomainSnapshotListAllChildren minus", c799},
    {"virDomainSnapshotListAllChildren pointers", c800},
    {"virDomainSnapshotListChildrenNames zero", c801},
    {"virDomainSnapshotListChildrenNames one", c802},
    {"virDomainSnapshotListChildrenNames minus", c803},
    {"virDomainSnapshotListChildrenNames pointers", c804},
    {"virDomainSnapshotListNames zero", c805},
    {"virDomainSnapshotListNames one", c806},
    {"virDomainSnapshotListNames minus", c807},
    {"virDomainSnapshotListNames pointers", c808},
    {"virDomainSnapshotLookupByName zero", c809},
    {"virDomainSnapshotLookupByName one", c810},
    {"virDomainSnapshotLookupByName minus", c811},
    {"virDomainSnapshotLookupByName pointers", c812},
    {"virDomainSnapshotNum zero", c813},
    {"virDomainSnapshotNum one", c814},
    {"virDomainSnapshotNum minus", c815},
    {"virDomainSnapshotNumChildren zero", c816},
    {"virDomainSnapshotNumChildren one", c817},
    {"virDomainSnapshotNumChildren minus", c818},
    {"virDomainSnapshotRef zero", c819},
    {"virDomainStartDirtyRateCalc zero", c820},
    {"virDomainStartDirtyRateCalc one", c821},
    {"virDomainStartDirtyRateCalc minus", c822},
    {"virDomainStatsRecordListFree zero", c823},
    {"virDomainSuspend zero", c824},
    {"virDomainUndefine zero", c825},
    {"virDomainUndefineFlags zero", c826},
    {"virDomainUndefineFlags one", c827},
    {"virDomainUndefineFlags minus", c828},
    {"virDomainUpdateDeviceFlags zero", c829},
    {"virDomainUpdateDeviceFlags one", c830},
    {"virDomainUpdateDeviceFlags minus", c831},
    {"virDomainUpdateDeviceFlags pointers", c832},
    {"virEventAddHandle zero", c833},
    {"virEventAddHandle one", c834},
    {"virEventAddHandle minus", c835},
    {"virEventAddTimeout zero", c836},
    {"virEventAddTimeout one", c837},
    {"virEventAddTimeout minus", c838},
    {"virEventRemoveHandle zero", c839},
    {"virEventRemoveHandle one", c840},
    {"virEventRemoveHandle minus", c841},
    {"virEventRemoveTimeout zero", c842},
    {"virEventRemoveTimeout one", c843},
    {"virEventRemoveTimeout minus", c844},
    {"virEventUpdateHandle zero", c845},
    {"virEventUpdateHandle one", c846},
    {"virEventUpdateHandle minus", c847},
    {"virEventUpdateTimeout zero", c848},
    {"virEventUpdateTimeout one", c849},
    {"virEventUpdateTimeout minus", c850},
    {"virFreeError zero", c851},
    {"virGetLastError zero", c852},
    {"virGetLastErrorCode zero", c853},
    {"virGetLastErrorDomain zero", c854},
    {"virGetLastErrorMessage zero", c855},
    {"virInitialize zero", c856},
    {"virInterfaceChangeBegin zero", c857},
    {"virInterfaceChangeBegin one", c858},
    {"virInterfaceChangeBegin minus", c859},
    {"virInterfaceChangeCommit zero", c860},
    {"virInterfaceChangeCommit one", c861},
    {"virInterfaceChangeCommit minus", c862},
    {"virInterfaceChangeRollback zero", c863},
    {"virInterfaceChangeRollback one", c864},
    {"virInterfaceChangeRollback minus", c865},
    {"virInterfaceCreate zero", c866},
    {"virInterfaceCreate one", c867},
    {"virInterfaceCreate minus", c868},
    {"virInterfaceDefineXML zero", c869},
    {"virInterfaceDefineXML one", c870},
    {"virInterfaceDefineXML minus", c871},
    {"virInterfaceDefineXML pointers", c872},
    {"virInterfaceDestroy zero", c873},
    {"virInterfaceDestroy one", c874},
    {"virInterfaceDestroy minus", c875},
    {"virInterfaceFree zero", c876},
    {"virInterfaceGetConnect zero", c877},
    {"virInterfaceGetMACString zero", c878},
    {"virInterfaceGetName zero", c879},
    {"virInterfaceGetXMLDesc zero", c880},
    {"virInterfaceGetXMLDesc one", c881},
    {"virInterfaceGetXMLDesc minus", c882},
    {"virInterfaceIsActive zero", c883},
    {"virInterfaceLookupByMACString zero", c884},
    {"virInterfaceLookupByMACString pointers", c885},
    {"virInterfaceLookupByName zero", c886},
    {"virInterfaceLookupByName pointers", c887},
    {"virInterfaceRef zero", c888},
    {"virInterfaceUndefine zero", c889},
    {"virNWFilterBindingCreateXML zero", c890},
    {"virNWFilterBindingCreateXML one", c891},
    {"virNWFilterBindingCreateXML minus", c892},
    {"virNWFilterBindingCreateXML pointers", c893},
    {"virNWFilterBindingDelete zero", c894},
    {"virNWFilterBindingFree zero", c895},
    {"virNWFilterBindingGetFilterName zero", c896},
    {"virNWFilterBindingGetPortDev zero", c897},
    {"virNWFilterBindingGetXMLDesc zero", c898},
    {"virNWFilterBindingGetXMLDesc one", c899},
    {"virNWFilterBindingGetXMLDesc minus", c900},
    {"virNWFilterBindingLookupByPortDev zero", c901},
    {"virNWFilterBindingLookupByPortDev pointers", c902},
    {"virNWFilterBindingRef zero", c903},
    {"virNWFilterDefineXML zero", c904},
    {"virNWFilterDefineXML pointers", c905},
    {"virNWFilterDefineXMLFlags zero", c906},
    {"virNWFilterDefineXMLFlags one", c907},
    {"virNWFilterDefineXMLFlags minus", c908},
    {"virNWFilterDefineXMLFlags pointers", c909},
    {"virNWFilterFree zero", c910},
    {"virNWFilterGetName zero", c911},
    {"virNWFilterGetUUID zero", c912},
    {"virNWFilterGetUUID pointers", c913},
    {"virNWFilterGetUUIDString zero", c914},
    {"virNWFilterGetUUIDString pointers", c915},
    {"virNWFilterGetXMLDesc zero", c916},
    {"virNWFilterGetXMLDesc one", c917},
    {"virNWFilterGetXMLDesc minus", c918},
    {"virNWFilterLookupByName zero", c919},
    {"virNWFilterLookupByName pointers", c920},
    {"virNWFilterLookupByUUID zero", c921},
    {"virNWFilterLookupByUUID pointers", c922},
    {"virNWFilterLookupByUUIDString zero", c923},
    {"virNWFilterLookupByUUIDString pointers", c924},
    {"virNWFilterRef zero", c925},
    {"virNWFilterUndefine zero", c926},
    {"virNetworkCreate zero", c927},
    {"virNetworkCreateXML zero", c928},
    {"virNetworkCreateXML pointers", c929},
    {"virNetworkCreateXMLFlags zero", c930},
    {"virNetworkCreateXMLFlags one", c931},
    {"virNetworkCreateXMLFlags minus", c932},
    {"virNetworkCreateXMLFlags pointers", c933},
    {"virNetworkDHCPLeaseFree zero", c934},
    {"virNetworkDefineXML zero", c935},
    {"virNetworkDefineXML pointers", c936},
    {"virNetworkDefineXMLFlags zero", c937},
    {"virNetworkDefineXMLFlags one", c938},
    {"virNetworkDefineXMLFlags minus", c939},
    {"virNetworkDefineXMLFlags pointers", c940},
    {"virNetworkDestroy zero", c941},
    {"virNetworkFree zero", c942},
    {"virNetworkGetAutostart zero", c943},
    {"virNetworkGetAutostart pointers", c944},
    {"virNetworkGetBridgeName zero", c945},
    {"virNetworkGetConnect zero", c946},
    {"virNetworkGetDHCPLeases zero", c947},
    {"virNetworkGetDHCPLeases one", c948},
    {"virNetworkGetDHCPLeases minus", c949},
    {"virNetworkGetDHCPLeases pointers", c950},
    {"virNetworkGetName zero", c951},
    {"virNetworkGetUUID zero", c952},
    {"virNetworkGetUUID pointers", c953},
    {"virNetworkGetUUIDString zero", c954},
    {"virNetworkGetUUIDString pointers", c955},
    {"virNetworkGetXMLDesc zero", c956},
    {"virNetworkGetXMLDesc one", c957},
    {"virNetworkGetXMLDesc minus", c958},
    {"virNetworkIsActive zero", c959},
    {"virNetworkIsPersistent zero", c960},
    {"virNetworkListAllPorts zero", c961},
    {"virNetworkListAllPorts one", c962},
    {"virNetworkListAllPorts minus", c963},
    {"virNetworkListAllPorts pointers", c964},
    {"virNetworkLookupByName zero", c965},
    {"virNetworkLookupByName pointers", c966},
    {"virNetworkLookupByUUID zero", c967},
    {"virNetworkLookupByUUID pointers", c968},
    {"virNetworkLookupByUUIDString zero", c969},
    {"virNetworkLookupByUUIDString pointers", c970},
    {"virNetworkPortCreateXML zero", c971},
    {"virNetworkPortCreateXML one", c972},
    {"virNetworkPortCreateXML minus", c973},
    {"virNetworkPortCreateXML pointers", c974},
    {"virNetworkPortDelete zero", c975},
    {"virNetworkPortDelete one", c976},
    {"virNetworkPortDelete minus", c977},
    {"virNetworkPortFree zero", c978},
    {"virNetworkPortGetNetwork zero", c979},
    {"virNetworkPortGetParameters zero", c980},
    {"virNetworkPortGetParameters one", c981},
    {"virNetworkPortGetParameters minus", c982},
    {"virNetworkPortGetParameters pointers", c983},
    {"virNetworkPortGetUUID zero", c984},
    {"virNetworkPortGetUUID pointers", c985},
    {"virNetworkPortGetUUIDString zero", c986},
    {"virNetworkPortGetUUIDString pointers", c987},
    {"virNetworkPortGetXMLDesc zero", c988},
    {"virNetworkPortGetXMLDesc one", c989},
    {"virNetworkPortGetXMLDesc minus", c990},
    {"virNetworkPortLookupByUUID zero", c991},
    {"virNetworkPortLookupByUUID pointers", c992},
    {"virNetworkPortLookupByUUIDString zero", c993},
    {"virNetworkPortLookupByUUIDString pointers", c994},
    {"virNetworkPortRef zero", c995},
    {"virNetworkPortSetParameters zero", c996},
    {"virNetworkPortSetParameters one", c997},
    {"virNetworkPortSetParameters minus", c998},
    {"virNetworkPortSetParameters pointers", c999},
    {"virNetworkRef zero", c1000},
    {"virNetworkSetAutostart zero", c1001},
    {"virNetworkSetAutostart one", c1002},
    {"virNetworkSetAutostart minus", c1003},
    {"virNetworkUndefine zero", c1004},
    {"virNetworkUpdate zero", c1005},
    {"virNetworkUpdate one", c1006},
    {"virNetworkUpdate minus", c1007},
    {"virNetworkUpdate pointers", c1008},
    {"virNodeAllocPages zero", c1009},
    {"virNodeAllocPages one", c1010},
    {"virNodeAllocPages minus", c1011},
    {"virNodeAllocPages pointers", c1012},
    {"virNodeDeviceCreate zero", c1013},
    {"virNodeDeviceCreate one", c1014},
    {"virNodeDeviceCreate minus", c1015},
    {"virNodeDeviceCreateXML zero", c1016},
    {"virNodeDeviceCreateXML one", c1017},
    {"virNodeDeviceCreateXML minus", c1018},
    {"virNodeDeviceCreateXML pointers", c1019},
    {"virNodeDeviceDefineXML zero", c1020},
    {"virNodeDeviceDefineXML one", c1021},
    {"virNodeDeviceDefineXML minus", c1022},
    {"virNodeDeviceDefineXML pointers", c1023},
    {"virNodeDeviceDestroy zero", c1024},
    {"virNodeDeviceDetachFlags zero", c1025},
    {"virNodeDeviceDetachFlags one", c1026},
    {"virNodeDeviceDetachFlags minus", c1027},
    {"virNodeDeviceDetachFlags pointers", c1028},
    {"virNodeDeviceDettach zero", c1029},
    {"virNodeDeviceFree zero", c1030},
    {"virNodeDeviceGetAutostart zero", c1031},
    {"virNodeDeviceGetAutostart pointers", c1032},
    {"virNodeDeviceGetName zero", c1033},
    {"virNodeDeviceGetParent zero", c1034},
    {"virNodeDeviceGetXMLDesc zero", c1035},
    {"virNodeDeviceGetXMLDesc one", c1036},
    {"virNodeDeviceGetXMLDesc minus", c1037},
    {"virNodeDeviceIsActive zero", c1038},
    {"virNodeDeviceIsPersistent zero", c1039},
    {"virNodeDeviceListCaps zero", c1040},
    {"virNodeDeviceListCaps one", c1041},
    {"virNodeDeviceListCaps minus", c1042},
    {"virNodeDeviceListCaps pointers", c1043},
    {"virNodeDeviceLookupByName zero", c1044},
    {"virNodeDeviceLookupByName pointers", c1045},
    {"virNodeDeviceLookupSCSIHostByWWN zero", c1046},
    {"virNodeDeviceLookupSCSIHostByWWN one", c1047},
    {"virNodeDeviceLookupSCSIHostByWWN minus", c1048},
    {"virNodeDeviceLookupSCSIHostByWWN pointers", c1049},
    {"virNodeDeviceNumOfCaps zero", c1050},
    {"virNodeDeviceReAttach zero", c1051},
    {"virNodeDeviceRef zero", c1052},
    {"virNodeDeviceReset zero", c1053},
    {"virNodeDeviceSetAutostart zero", c1054},
    {"virNodeDeviceSetAutostart one", c1055},
    {"virNodeDeviceSetAutostart minus", c1056},
    {"virNodeDeviceUndefine zero", c1057},
    {"virNodeDeviceUndefine one", c1058},
    {"virNodeDeviceUndefine minus", c1059},
    {"virNodeGetCPUMap zero", c1060},
    {"virNodeGetCPUMap one", c1061},
    {"virNodeGetCPUMap minus", c1062},
    {"virNodeGetCPUMap pointers", c1063},
    {"virNodeGetCPUStats zero", c1064},
    {"virNodeGetCPUStats one", c1065},
    {"virNodeGetCPUStats minus", c1066},
    {"virNodeGetCPUStats pointers", c1067},
    {"virNodeGetCellsFreeMemory zero", c1068},
    {"virNodeGetCellsFreeMemory one", c1069},
    {"virNodeGetCellsFreeMemory minus", c1070},
    {"virNodeGetCellsFreeMemory pointers", c1071},
    {"virNodeGetFreeMemory zero", c1072},
    {"virNodeGetFreePages zero", c1073},
    {"virNodeGetFreePages one", c1074},
    {"virNodeGetFreePages minus", c1075},
    {"virNodeGetFreePages pointers", c1076},
    {"virNodeGetInfo zero", c1077},
    {"virNodeGetInfo pointers", c1078},
    {"virNodeGetMemoryParameters zero", c1079},
    {"virNodeGetMemoryParameters one", c1080},
    {"virNodeGetMemoryParameters minus", c1081},
    {"virNodeGetMemoryParameters pointers", c1082},
    {"virNodeGetMemoryStats zero", c1083},
    {"virNodeGetMemoryStats one", c1084},
    {"virNodeGetMemoryStats minus", c1085},
    {"virNodeGetMemoryStats pointers", c1086},
    {"virNodeGetSEVInfo zero", c1087},
    {"virNodeGetSEVInfo one", c1088},
    {"virNodeGetSEVInfo minus", c1089},
    {"virNodeGetSEVInfo pointers", c1090},
    {"virNodeGetSecurityModel zero", c1091},
    {"virNodeGetSecurityModel pointers", c1092},
    {"virNodeListDevices zero", c1093},
    {"virNodeListDevices one", c1094},
    {"virNodeListDevices minus", c1095},
    {"virNodeListDevices pointers", c1096},
    {"virNodeNumOfDevices zero", c1097},
    {"virNodeNumOfDevices one", c1098},
    {"virNodeNumOfDevices minus", c1099},
    {"virNodeNumOfDevices pointers", c1100},
    {"virNodeSetMemoryParameters zero", c1101},
    {"virNodeSetMemoryParameters one", c1102},
    {"virNodeSetMemoryParameters minus", c1103},
    {"virNodeSetMemoryParameters pointers", c1104},
    {"virNodeSuspendForDuration zero", c1105},
    {"virNodeSuspendForDuration one", c1106},
    {"virNodeSuspendForDuration minus", c1107},
    {"virResetError zero", c1108},
    {"virResetLastError zero", c1109},
    {"virSaveLastError zero", c1110},
    {"virSecretDefineXML zero", c1111},
    {"virSecretDefineXML one", c1112},
    {"virSecretDefineXML minus", c1113},
    {"virSecretDefineXML pointers", c1114},
    {"virSecretFree zero", c1115},
    {"virSecretGetConnect zero", c1116},
    {"virSecretGetUUID zero", c1117},
    {"virSecretGetUUID pointers", c1118},
    {"virSecretGetUUIDString zero", c1119},
    {"virSecretGetUUIDString pointers", c1120},
    {"virSecretGetUsageID zero", c1121},
    {"virSecretGetUsageType zero", c1122},
    {"virSecretGetValue zero", c1123},
    {"virSecretGetValue one", c1124},
    {"virSecretGetValue minus", c1125},
    {"virSecretGetValue pointers", c1126},
    {"virSecretGetXMLDesc zero", c1127},
    {"virSecretGetXMLDesc one", c1128},
    {"virSecretGetXMLDesc minus", c1129},
    {"virSecretLookupByUUID zero", c1130},
    {"virSecretLookupByUUID pointers", c1131},
    {"virSecretLookupByUUIDString zero", c1132},
    {"virSecretLookupByUUIDString pointers", c1133},
    {"virSecretLookupByUsage zero", c1134},
    {"virSecretLookupByUsage one", c1135},
    {"virSecretLookupByUsage minus", c1136},
    {"virSecretLookupByUsage pointers", c1137},
    {"virSecretRef zero", c1138},
    {"virSecretSetValue zero", c1139},
    {"virSecretSetValue one", c1140},
    {"virSecretSetValue minus", c1141},
    {"virSecretSetValue pointers", c1142},
    {"virSecretUndefine zero", c1143},
    {"virStoragePoolBuild zero", c1144},
    {"virStoragePoolBuild one", c1145},
    {"virStoragePoolBuild minus", c1146},
    {"virStoragePoolCreate zero", c1147},
    {"virStoragePoolCreate one", c1148},
    {"virStoragePoolCreate minus", c1149},
    {"virStoragePoolCreateXML zero", c1150},
    {"virStoragePoolCreateXML one", c1151},
    {"virStoragePoolCreateXML minus", c1152},
    {"virStoragePoolCreateXML pointers", c1153},
    {"virStoragePoolDefineXML zero", c1154},
    {"virStoragePoolDefineXML one", c1155},
    {"virStoragePoolDefineXML minus", c1156},
    {"virStoragePoolDefineXML pointers", c1157},
    {"virStoragePoolDelete zero", c1158},
    {"virStoragePoolDelete one", c1159},
    {"virStoragePoolDelete minus", c1160},
    {"virStoragePoolDestroy zero", c1161},
    {"virStoragePoolFree zero", c1162},
    {"virStoragePoolGetAutostart zero", c1163},
    {"virStoragePoolGetAutostart pointers", c1164},
    {"virStoragePoolGetConnect zero", c1165},
    {"virStoragePoolGetInfo zero", c1166},
    {"virStoragePoolGetInfo pointers", c1167},
    {"virStoragePoolGetName zero", c1168},
    {"virStoragePoolGetUUID zero", c1169},
    {"virStoragePoolGetUUID pointers", c1170},
    {"virStoragePoolGetUUIDString zero", c1171},
    {"virStoragePoolGetUUIDString pointers", c1172},
    {"virStoragePoolGetXMLDesc zero", c1173},
    {"virStoragePoolGetXMLDesc one", c1174},
    {"virStoragePoolGetXMLDesc minus", c1175},
    {"virStoragePoolIsActive zero", c1176},
    {"virStoragePoolIsPersistent zero", c1177},
    {"virStoragePoolListAllVolumes zero", c1178},
    {"virStoragePoolListAllVolumes one", c1179},
    {"virStoragePoolListAllVolumes minus", c1180},
    {"virStoragePoolListAllVolumes pointers", c1181},
    {"virStoragePoolListVolumes zero", c1182},
    {"virStoragePoolListVolumes one", c1183},
    {"virStoragePoolListVolumes minus", c1184},
    {"virStoragePoolListVolumes pointers", c1185},
    {"virStoragePoolLookupByName zero", c1186},
    {"virStoragePoolLookupByName pointers", c1187},
    {"virStoragePoolLookupByTargetPath zero", c1188},
    {"virStoragePoolLookupByTargetPath pointers", c1189},
    {"virStoragePoolLookupByUUID zero", c1190},
    {"virStoragePoolLookupByUUID pointers", c1191},
    {"virStoragePoolLookupByUUIDString zero", c1192},
    {"virStoragePoolLookupByUUIDString pointers", c1193},
    {"virStoragePoolLookupByVolume zero", c1194},
    {"virStoragePoolNumOfVolumes zero", c1195},
    {"virStoragePoolRef zero", c1196},
    {"virStoragePoolRefresh zero", c1197},
    {"virStoragePoolRefresh one", c1198},
    {"virStoragePoolRefresh minus", c1199},
    {"virStoragePoolSetAutostart zero", c1200},
    {"virStoragePoolSetAutostart one", c1201},
    {"virStoragePoolSetAutostart minus", c1202},
    {"virStoragePoolUndefine zero", c1203},
    {"virStorageVolCreateXML zero", c1204},
    {"virStorageVolCreateXML one", c1205},
    {"virStorageVolCreateXML minus", c1206},
    {"virStorageVolCreateXML pointers", c1207},
    {"virStorageVolCreateXMLFrom zero", c1208},
    {"virStorageVolCreateXMLFrom one", c1209},
    {"virStorageVolCreateXMLFrom minus", c1210},
    {"virStorageVolCreateXMLFrom pointers", c1211},
    {"virStorageVolDelete zero", c1212},
    {"virStorageVolDelete one", c1213},
    {"virStorageVolDelete minus", c1214},
    {"virStorageVolDownload zero", c1215},
    {"virStorageVolDownload one", c1216},
    {"virStorageVolDownload minus", c1217},
    {"virStorageVolFree zero", c1218},
    {"virStorageVolGetConnect zero", c1219},
    {"virStorageVolGetInfo zero", c1220},
    {"virStorageVolGetInfo pointers", c1221},
    {"virStorageVolGetInfoFlags zero", c1222},
    {"virStorageVolGetInfoFlags one", c1223},
    {"virStorageVolGetInfoFlags minus", c1224},
    {"virStorageVolGetInfoFlags pointers", c1225},
    {"virStorageVolGetKey zero", c1226},
    {"virStorageVolGetName zero", c1227},
    {"virStorageVolGetPath zero", c1228},
    {"virStorageVolGetXMLDesc zero", c1229},
    {"virStorageVolGetXMLDesc one", c1230},
    {"virStorageVolGetXMLDesc minus", c1231},
    {"virStorageVolLookupByKey zero", c1232},
    {"virStorageVolLookupByKey pointers", c1233},
    {"virStorageVolLookupByName zero", c1234},
    {"virStorageVolLookupByName pointers", c1235},
    {"virStorageVolLookupByPath zero", c1236},
    {"virStorageVolLookupByPath pointers", c1237},
    {"virStorageVolRef zero", c1238},
    {"virStorageVolResize zero", c1239},
    {"virStorageVolResize one", c1240},
    {"virStorageVolResize minus", c1241},
    {"virStorageVolUpload zero", c1242},
    {"virStorageVolUpload one", c1243},
    {"virStorageVolUpload minus", c1244},
    {"virStorageVolWipe zero", c1245},
    {"virStorageVolWipe one", c1246},
    {"virStorageVolWipe minus", c1247},
    {"virStorageVolWipePattern zero", c1248},
    {"virStorageVolWipePattern one", c1249},
    {"virStorageVolWipePattern minus", c1250},
    {"virStreamAbort zero", c1251},
    {"virStreamEventAddCallback zero", c1252},
    {"virStreamEventAddCallback one", c1253},
    {"virStreamEventAddCallback minus", c1254},
    {"virStreamEventAddCallback pointers", c1255},
    {"virStreamEventRemoveCallback zero", c1256},
    {"virStreamEventUpdateCallback zero", c1257},
    {"virStreamEventUpdateCallback one", c1258},
    {"virStreamEventUpdateCallback minus", c1259},
    {"virStreamFinish zero", c1260},
    {"virStreamFree zero", c1261},
    {"virStreamNew zero", c1262},
    {"virStreamNew one", c1263},
    {"virStreamNew minus", c1264},
    {"virStreamRecv zero", c1265},
    {"virStreamRecv one", c1266},
    {"virStreamRecv minus", c1267},
    {"virStreamRecv pointers", c1268},
    {"virStreamRecvAll zero", c1269},
    {"virStreamRecvAll pointers", c1270},
    {"virStreamRecvFlags zero", c1271},
    {"virStreamRecvFlags one", c1272},
    {"virStreamRecvFlags minus", c1273},
    {"virStreamRecvFlags pointers", c1274},
    {"virStreamRecvHole zero", c1275},
    {"virStreamRecvHole one", c1276},
    {"virStreamRecvHole minus", c1277},
    {"virStreamRecvHole pointers", c1278},
    {"virStreamRef zero", c1279},
    {"virStreamSend zero", c1280},
    {"virStreamSend one", c1281},
    {"virStreamSend minus", c1282},
    {"virStreamSend pointers", c1283},
    {"virStreamSendAll zero", c1284},
    {"virStreamSendAll pointers", c1285},
    {"virStreamSendHole zero", c1286},
    {"virStreamSendHole one", c1287},
    {"virStreamSendHole minus", c1288},
    {"virStreamSparseRecvAll zero", c1289},
    {"virStreamSparseRecvAll pointers", c1290},
    {"virStreamSparseSendAll zero", c1291},
    {"virStreamSparseSendAll pointers", c1292},
    {"virTypedParamsAddStringList zero", c1293},
    {"virTypedParamsClear zero", c1294},
    {"virTypedParamsClear one", c1295},
    {"virTypedParamsClear minus", c1296},
    {"virTypedParamsFree zero", c1297},
    {"virTypedParamsFree one", c1298},
    {"virTypedParamsFree minus", c1299},
    {"virTypedParamsGet zero", c1300},
    {"virTypedParamsGet one", c1301},
    {"virTypedParamsGet minus", c1302},
    {"virTypedParamsGetBoolean zero", c1303},
    {"virTypedParamsGetBoolean one", c1304},
    {"virTypedParamsGetBoolean minus", c1305},
    {"virTypedParamsGetDouble zero", c1306},
    {"virTypedParamsGetDouble one", c1307},
    {"virTypedParamsGetDouble minus", c1308},
    {"virTypedParamsGetInt zero", c1309},
    {"virTypedParamsGetInt one", c1310},
    {"virTypedParamsGetInt minus", c1311},
    {"virTypedParamsGetLLong zero", c1312},
    {"virTypedParamsGetLLong one", c1313},
    {"virTypedParamsGetLLong minus", c1314},
    {"virTypedParamsGetString zero", c1315},
    {"virTypedParamsGetString one", c1316},
    {"virTypedParamsGetString minus", c1317},
    {"virTypedParamsGetUInt zero", c1318},
    {"virTypedParamsGetUInt one", c1319},
    {"virTypedParamsGetUInt minus", c1320},
    {"virTypedParamsGetULLong zero", c1321},
    {"virTypedParamsGetULLong one", c1322},
    {"virTypedParamsGetULLong minus", c1323},
    {"virConnectDomainQemuMonitorEventDeregister zero", c1324},
    {"virConnectDomainQemuMonitorEventDeregister one", c1325},
    {"virConnectDomainQemuMonitorEventDeregister minus", c1326},
    {"virConnectDomainQemuMonitorEventRegister zero", c1327},
    {"virConnectDomainQemuMonitorEventRegister one", c1328},
    {"virConnectDomainQemuMonitorEventRegister minus", c1329},
    {"virConnectDomainQemuMonitorEventRegister pointers", c1330},
    {"virDomainQemuAgentCommand zero", c1331},
    {"virDomainQemuAgentCommand one", c1332},
    {"virDomainQemuAgentCommand minus", c1333},
    {"virDomainQemuAgentCommand pointers", c1334},
    {"virDomainQemuAttach zero", c1335},
    {"virDomainQemuAttach one", c1336},
    {"virDomainQemuAttach minus", c1337},
    {"virDomainQemuMonitorCommand zero", c1338},
    {"virDomainQemuMonitorCommand one", c1339},
    {"virDomainQemuMonitorCommand minus", c1340},
    {"virDomainQemuMonitorCommand pointers", c1341},
    {"virDomainQemuMonitorCommandWithFiles zero", c1342},
    {"virDomainQemuMonitorCommandWithFiles one", c1343},
    {"virDomainQemuMonitorCommandWithFiles minus", c1344},
    {"virDomainQemuMonitorCommandWithFiles pointers", c1345},
    {"virDomainLxcEnterCGroup zero", c1346},
    {"virDomainLxcEnterCGroup one", c1347},
    {"virDomainLxcEnterCGroup minus", c1348},
    {"virDomainLxcEnterSecurityLabel zero", c1349},
    {"virDomainLxcEnterSecurityLabel one", c1350},
    {"virDomainLxcEnterSecurityLabel minus", c1351},
    {"virDomainLxcOpenNamespace zero", c1352},
    {"virDomainLxcOpenNamespace one", c1353},
    {"virDomainLxcOpenNamespace minus", c1354},
    {"virDomainLxcOpenNamespace pointers", c1355},
    {"virAdmClientClose zero", c1356},
    {"virAdmClientClose one", c1357},
    {"virAdmClientClose minus", c1358},
    {"virAdmClientFree zero", c1359},
    {"virAdmClientGetID zero", c1360},
    {"virAdmClientGetInfo zero", c1361},
    {"virAdmClientGetInfo one", c1362},
    {"virAdmClientGetInfo minus", c1363},
    {"virAdmClientGetInfo pointers", c1364},
    {"virAdmClientGetTimestamp zero", c1365},
    {"virAdmClientGetTransport zero", c1366},
    {"virAdmConnectClose zero", c1367},
    {"virAdmConnectGetLibVersion zero", c1368},
    {"virAdmConnectGetLibVersion pointers", c1369},
    {"virAdmConnectGetLoggingFilters zero", c1370},
    {"virAdmConnectGetLoggingFilters one", c1371},
    {"virAdmConnectGetLoggingFilters minus", c1372},
    {"virAdmConnectGetLoggingFilters pointers", c1373},
    {"virAdmConnectGetLoggingOutputs zero", c1374},
    {"virAdmConnectGetLoggingOutputs one", c1375},
    {"virAdmConnectGetLoggingOutputs minus", c1376},
    {"virAdmConnectGetLoggingOutputs pointers", c1377},
    {"virAdmConnectGetURI zero", c1378},
    {"virAdmConnectIsAlive zero", c1379},
    {"virAdmConnectListServers zero", c1380},
    {"virAdmConnectListServers one", c1381},
    {"virAdmConnectListServers minus", c1382},
    {"virAdmConnectListServers pointers", c1383},
    {"virAdmConnectLookupServer zero", c1384},
    {"virAdmConnectLookupServer one", c1385},
    {"virAdmConnectLookupServer minus", c1386},
    {"virAdmConnectLookupServer pointers", c1387},
    {"virAdmConnectRef zero", c1388},
    {"virAdmConnectRegisterCloseCallback zero", c1389},
    {"virAdmConnectRegisterCloseCallback pointers", c1390},
    {"virAdmConnectSetDaemonTimeout zero", c1391},
    {"virAdmConnectSetDaemonTimeout one", c1392},
    {"virAdmConnectSetDaemonTimeout minus", c1393},
    {"virAdmConnectSetLoggingFilters zero", c1394},
    {"virAdmConnectSetLoggingFilters one", c1395},
    {"virAdmConnectSetLoggingFilters minus", c1396},
    {"virAdmConnectSetLoggingFilters pointers", c1397},
    {"virAdmConnectSetLoggingOutputs zero", c1398},
    {"virAdmConnectSetLoggingOutputs one", c1399},
    {"virAdmConnectSetLoggingOutputs minus", c1400},
    {"virAdmConnectSetLoggingOutputs pointers", c1401},
    {"virAdmConnectUnregisterCloseCallback zero", c1402},
    {"virAdmConnectUnregisterCloseCallback pointers", c1403},
    {"virAdmGetVersion zero", c1404},
    {"virAdmInitialize zero", c1405},
    {"virAdmServerFree zero", c1406},
    {"virAdmServerGetClientLimits zero", c1407},
    {"virAdmServerGetClientLimits one", c1408},
    {"virAdmServerGetClientLimits minus", c1409},
    {"virAdmServerGetClientLimits pointers", c1410},
    {"virAdmServerGetName zero", c1411},
    {"virAdmServerGetThreadPoolParameters zero", c1412},
    {"virAdmServerGetThreadPoolParameters one", c1413},
    {"virAdmServerGetThreadPoolParameters minus", c1414},
    {"virAdmServerGetThreadPoolParameters pointers", c1415},
    {"virAdmServerListClients zero", c1416},
    {"virAdmServerListClients one", c1417},
    {"virAdmServerListClients minus", c1418},
    {"virAdmServerListClients pointers", c1419},
    {"virAdmServerLookupClient zero", c1420},
    {"virAdmServerLookupClient one", c1421},
    {"virAdmServerLookupClient minus", c1422},
    {"virAdmServerSetClientLimits zero", c1423},
    {"virAdmServerSetClientLimits one", c1424},
    {"virAdmServerSetClientLimits minus", c1425},
    {"virAdmServerSetClientLimits pointers", c1426},
    {"virAdmServerSetThreadPoolParameters zero", c1427},
    {"virAdmServerSetThreadPoolParameters one", c1428},
    {"virAdmServerSetThreadPoolParameters minus", c1429},
    {"virAdmServerSetThreadPoolParameters pointers", c1430},
    {"virAdmServerUpdateTlsFiles zero", c1431},
    {"virAdmServerUpdateTlsFiles one", c1432},
    {"virAdmServerUpdateTlsFiles minus", c1433},
};

int main(int argc, char **argv)
{
    const unsigned int count = sizeof(steps) / sizeof(steps[0]);
    int status = begin(steps, count);
    if (status >= 0)
        return status;
    (void)argc;
    (void)argv;
    run_steps(steps, count, tell);
    return 0;
}
