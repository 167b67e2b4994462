//! The structs and callbacks of include/libvirt. Written by `cargo headers`.

pub type virFreeCallback = ::core::option::Option<unsafe extern "C-unwind" fn(opaque: *mut core::ffi::c_void)>;
pub type virConnectCloseReason = core::ffi::c_uint;
pub type virTypedParameterType = core::ffi::c_uint;
pub type virTypedParameterFlags = core::ffi::c_uint;
pub type virTypedParameter = _virTypedParameter;
#[repr(C)]
#[derive(Copy, Clone)]
pub struct _virTypedParameter {
    pub field: [core::ffi::c_char; 80usize],
    pub type_: core::ffi::c_int,
    pub value: _virTypedParameter__bindgen_ty_1,
}
#[repr(C)]
#[derive(Copy, Clone)]
pub union _virTypedParameter__bindgen_ty_1 {
    pub i: core::ffi::c_int,
    pub ui: core::ffi::c_uint,
    pub l: core::ffi::c_longlong,
    pub ul: core::ffi::c_ulonglong,
    pub d: f64,
    pub b: core::ffi::c_char,
    pub s: *mut core::ffi::c_char,
}
pub type virTypedParameterPtr = *mut virTypedParameter;
#[repr(C)]
#[derive(Debug)]
pub struct _virConnect {
    _unused: [u8; 0],
}
pub type virConnect = _virConnect;
pub type virConnectPtr = *mut virConnect;
#[repr(C)]
#[derive(Debug)]
pub struct _virStream {
    _unused: [u8; 0],
}
pub type virStream = _virStream;
pub type virStreamPtr = *mut virStream;
pub type virConnectFlags = core::ffi::c_uint;
pub type virConnectCredentialType = core::ffi::c_uint;
pub type virConnectCredential = _virConnectCredential;
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct _virConnectCredential {
    pub type_: core::ffi::c_int,
    pub prompt: *const core::ffi::c_char,
    pub challenge: *const core::ffi::c_char,
    pub defresult: *const core::ffi::c_char,
    pub result: *mut core::ffi::c_char,
    pub resultlen: core::ffi::c_uint,
}
pub type virConnectCredentialPtr = *mut virConnectCredential;
pub type virConnectAuthCallbackPtr = ::core::option::Option<
    unsafe extern "C-unwind" fn(
        cred: virConnectCredentialPtr,
        ncred: core::ffi::c_uint,
        cbdata: *mut core::ffi::c_void,
    ) -> core::ffi::c_int,
>;
pub type virConnectAuth = _virConnectAuth;
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct _virConnectAuth {
    pub credtype: *mut core::ffi::c_int,
    pub ncredtype: core::ffi::c_uint,
    pub cb: virConnectAuthCallbackPtr,
    pub cbdata: *mut core::ffi::c_void,
}
pub type virConnectAuthPtr = *mut virConnectAuth;
pub type virConnectCloseFunc = ::core::option::Option<
    unsafe extern "C-unwind" fn(conn: virConnectPtr, reason: core::ffi::c_int, opaque: *mut core::ffi::c_void),
>;
pub type virCPUCompareResult = core::ffi::c_int;
pub type virConnectCompareCPUFlags = core::ffi::c_uint;
pub type virConnectBaselineCPUFlags = core::ffi::c_uint;
pub type virNodeInfo = _virNodeInfo;
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct _virNodeInfo {
    pub model: [core::ffi::c_char; 32usize],
    pub memory: core::ffi::c_ulong,
    pub cpus: core::ffi::c_uint,
    pub mhz: core::ffi::c_uint,
    pub nodes: core::ffi::c_uint,
    pub sockets: core::ffi::c_uint,
    pub cores: core::ffi::c_uint,
    pub threads: core::ffi::c_uint,
}
pub type virNodeInfoPtr = *mut virNodeInfo;
pub type virNodeGetCPUStatsAllCPUs = core::ffi::c_int;
pub type virNodeCPUStats = _virNodeCPUStats;
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct _virNodeCPUStats {
    pub field: [core::ffi::c_char; 80usize],
    pub value: core::ffi::c_ulonglong,
}
pub type virNodeCPUStatsPtr = *mut virNodeCPUStats;
pub type virNodeGetMemoryStatsAllCells = core::ffi::c_int;
pub type virNodeMemoryStats = _virNodeMemoryStats;
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct _virNodeMemoryStats {
    pub field: [core::ffi::c_char; 80usize],
    pub value: core::ffi::c_ulonglong,
}
pub type virNodeMemoryStatsPtr = *mut virNodeMemoryStats;
pub type virNodeAllocPagesFlags = core::ffi::c_uint;
pub type virSecurityLabel = _virSecurityLabel;
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct _virSecurityLabel {
    pub label: [core::ffi::c_char; 4097usize],
    pub enforcing: core::ffi::c_int,
}
pub type virSecurityLabelPtr = *mut virSecurityLabel;
pub type virSecurityModel = _virSecurityModel;
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct _virSecurityModel {
    pub model: [core::ffi::c_char; 257usize],
    pub doi: [core::ffi::c_char; 257usize],
}
pub type virSecurityModelPtr = *mut virSecurityModel;
pub type virNodeSuspendTarget = core::ffi::c_uint;
#[repr(C)]
#[derive(Debug)]
pub struct _virDomain {
    _unused: [u8; 0],
}
pub type virDomain = _virDomain;
pub type virDomainPtr = *mut virDomain;
pub type virConnectDomainEventAgentLifecycleReason = core::ffi::c_uint;
pub type virConnectDomainEventAgentLifecycleState = core::ffi::c_uint;
pub type virConnectDomainEventChannelLifecycleReason = core::ffi::c_uint;
pub type virConnectDomainEventChannelLifecycleState = core::ffi::c_uint;
pub type virConnectGetDomainCapabilitiesFlags = core::ffi::c_uint;
pub type virConnectListAllDomainsFlags = core::ffi::c_uint;
pub type virConnectGetAllDomainStatsFlags = core::ffi::c_uint;
pub type virDomainAbortJobFlagsValues = core::ffi::c_uint;
pub type virDomainModificationImpact = core::ffi::c_uint;
pub type virDomainAgentResponseTimeoutValues = core::ffi::c_int;
pub type virDomainAuthorizedSSHKeysSetFlags = core::ffi::c_uint;
pub type virDomainBackupBeginFlags = core::ffi::c_uint;
pub type virBlkioParameterType = core::ffi::c_uint;
pub type virDomainState = core::ffi::c_uint;
pub type virDomainBlockedReason = core::ffi::c_uint;
pub type virDomainBlockCommitFlags = core::ffi::c_uint;
pub type virDomainBlockCopyFlags = core::ffi::c_uint;
pub type virDomainBlockJobAbortFlags = core::ffi::c_uint;
pub type virConnectDomainEventBlockJobStatus = core::ffi::c_uint;
pub type virDomainBlockJobInfoFlags = core::ffi::c_uint;
pub type virDomainBlockJobSetSpeedFlags = core::ffi::c_uint;
pub type virDomainBlockJobType = core::ffi::c_uint;
pub type virDomainBlockPullFlags = core::ffi::c_uint;
pub type virDomainBlockRebaseFlags = core::ffi::c_uint;
pub type virDomainBlockResizeFlags = core::ffi::c_uint;
pub type virDomainChannelFlags = core::ffi::c_uint;
pub type virDomainConsoleFlags = core::ffi::c_uint;
pub type virDomainControlState = core::ffi::c_uint;
pub type virDomainControlErrorReason = core::ffi::c_uint;
pub type virDomainCoreDumpFormat = core::ffi::c_uint;
pub type virDomainCrashedReason = core::ffi::c_uint;
pub type virDomainDefineFlags = core::ffi::c_uint;
pub type virDomainDestroyFlagsValues = core::ffi::c_uint;
pub type virDomainDeviceModifyFlags = core::ffi::c_uint;
pub type virDomainDirtyRateStatus = core::ffi::c_uint;
pub type virDomainDirtyRateCalcFlags = core::ffi::c_uint;
pub type virDomainDiskErrorCode = core::ffi::c_uint;
pub type virDomainEventType = core::ffi::c_uint;
pub type virDomainEventCrashedDetailType = core::ffi::c_uint;
pub type virDomainEventDefinedDetailType = core::ffi::c_uint;
pub type virConnectDomainEventDiskChangeReason = core::ffi::c_uint;
pub type virDomainEventGraphicsAddressType = core::ffi::c_uint;
pub type virDomainEventGraphicsPhase = core::ffi::c_uint;
pub type virDomainEventID = core::ffi::c_uint;
pub type virDomainEventIOErrorAction = core::ffi::c_uint;
pub type virDomainMemoryFailureActionType = core::ffi::c_uint;
pub type virDomainMemoryFailureRecipientType = core::ffi::c_uint;
pub type virDomainEventPMSuspendedDetailType = core::ffi::c_uint;
pub type virDomainEventResumedDetailType = core::ffi::c_uint;
pub type virDomainEventShutdownDetailType = core::ffi::c_uint;
pub type virDomainEventStartedDetailType = core::ffi::c_uint;
pub type virDomainEventStoppedDetailType = core::ffi::c_uint;
pub type virDomainEventSuspendedDetailType = core::ffi::c_uint;
pub type virDomainEventTrayChangeReason = core::ffi::c_uint;
pub type virDomainEventUndefinedDetailType = core::ffi::c_uint;
pub type virDomainEventWatchdogAction = core::ffi::c_uint;
pub type virDomainFDAssociateFlags = core::ffi::c_uint;
pub type virDomainGetHostnameFlags = core::ffi::c_uint;
pub type virDomainGraphicsReloadType = core::ffi::c_uint;
pub type virDomainGuestInfoTypes = core::ffi::c_uint;
pub type virDomainInterfaceAddressesSource = core::ffi::c_uint;
pub type virDomainJobType = core::ffi::c_uint;
pub type virDomainJobOperation = core::ffi::c_uint;
pub type virDomainGetJobStatsFlags = core::ffi::c_uint;
pub type virDomainLifecycleAction = core::ffi::c_uint;
pub type virDomainLifecycle = core::ffi::c_uint;
pub type virDomainMemoryFailureFlags = core::ffi::c_uint;
pub type virMemoryParameterType = core::ffi::c_uint;
pub type virDomainMemoryStatTags = core::ffi::c_uint;
pub type virDomainMemoryModFlags = core::ffi::c_uint;
pub type virDomainMessageType = core::ffi::c_uint;
pub type virDomainMetadataType = core::ffi::c_uint;
pub type virDomainMigrateMaxSpeedFlags = core::ffi::c_uint;
pub type virDomainCreateFlags = core::ffi::c_uint;
pub type virDomainNostateReason = core::ffi::c_uint;
pub type virDomainNumatuneMemMode = core::ffi::c_uint;
pub type virDomainOpenGraphicsFlags = core::ffi::c_uint;
pub type virDomainSetUserPasswordFlags = core::ffi::c_uint;
pub type virDomainPausedReason = core::ffi::c_uint;
pub type virDomainPMSuspendedDiskReason = core::ffi::c_uint;
pub type virDomainPMSuspendedReason = core::ffi::c_uint;
pub type virDomainProcessSignal = core::ffi::c_uint;
pub type virDomainRebootFlagValues = core::ffi::c_uint;
pub type virDomainRunningReason = core::ffi::c_uint;
pub type virDomainSaveRestoreFlags = core::ffi::c_uint;
pub type virSchedParameterType = core::ffi::c_uint;
pub type virDomainSetVcpuFlags = core::ffi::c_uint;
pub type virDomainShutdownFlagValues = core::ffi::c_uint;
pub type virDomainShutdownReason = core::ffi::c_uint;
pub type virDomainShutoffReason = core::ffi::c_uint;
pub type virDomainStatsTypes = core::ffi::c_uint;
pub type virDomainSetTimeFlags = core::ffi::c_uint;
pub type virDomainUndefineFlagsValues = core::ffi::c_uint;
pub type virDomainVcpuFlags = core::ffi::c_uint;
pub type virDomainXMLFlags = core::ffi::c_uint;
pub type virDomainSaveImageXMLFlags = core::ffi::c_uint;
pub type virDomainCoreDumpFlags = core::ffi::c_uint;
pub type virKeycodeSet = core::ffi::c_uint;
pub type virDomainMemoryFlags = core::ffi::c_uint;
pub type virDomainMigrateFlags = core::ffi::c_uint;
pub type virVcpuState = core::ffi::c_uint;
pub type virVcpuHostCpuState = core::ffi::c_int;
pub type virDomainBlockJobCursor = core::ffi::c_ulonglong;
pub type virBlkioParameter = _virTypedParameter;
pub type virBlkioParameterPtr = *mut virBlkioParameter;
pub type virDomainBlockInfo = _virDomainBlockInfo;
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct _virDomainBlockInfo {
    pub capacity: core::ffi::c_ulonglong,
    pub allocation: core::ffi::c_ulonglong,
    pub physical: core::ffi::c_ulonglong,
}
pub type virDomainBlockInfoPtr = *mut virDomainBlockInfo;
pub type virDomainBlockJobInfo = _virDomainBlockJobInfo;
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct _virDomainBlockJobInfo {
    pub type_: core::ffi::c_int,
    pub bandwidth: core::ffi::c_ulong,
    pub cur: virDomainBlockJobCursor,
    pub end: virDomainBlockJobCursor,
}
pub type virDomainBlockJobInfoPtr = *mut virDomainBlockJobInfo;
pub type virDomainBlockStatsStruct = _virDomainBlockStats;
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct _virDomainBlockStats {
    pub rd_req: core::ffi::c_longlong,
    pub rd_bytes: core::ffi::c_longlong,
    pub wr_req: core::ffi::c_longlong,
    pub wr_bytes: core::ffi::c_longlong,
    pub errs: core::ffi::c_longlong,
}
pub type virDomainBlockStatsPtr = *mut virDomainBlockStatsStruct;
pub type virDomainControlInfo = _virDomainControlInfo;
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct _virDomainControlInfo {
    pub state: core::ffi::c_uint,
    pub details: core::ffi::c_uint,
    pub stateTime: core::ffi::c_ulonglong,
}
pub type virDomainControlInfoPtr = *mut virDomainControlInfo;
pub type virDomainDiskError = _virDomainDiskError;
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct _virDomainDiskError {
    pub disk: *mut core::ffi::c_char,
    pub error: core::ffi::c_int,
}
pub type virDomainDiskErrorPtr = *mut virDomainDiskError;
pub type virDomainEventGraphicsAddress = _virDomainEventGraphicsAddress;
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct _virDomainEventGraphicsAddress {
    pub family: core::ffi::c_int,
    pub node: *mut core::ffi::c_char,
    pub service: *mut core::ffi::c_char,
}
pub type virDomainEventGraphicsAddressPtr = *mut virDomainEventGraphicsAddress;
pub type virDomainEventGraphicsSubjectIdentity = _virDomainEventGraphicsSubjectIdentity;
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct _virDomainEventGraphicsSubjectIdentity {
    pub type_: *mut core::ffi::c_char,
    pub name: *mut core::ffi::c_char,
}
pub type virDomainEventGraphicsSubjectIdentityPtr = *mut virDomainEventGraphicsSubjectIdentity;
pub type virDomainEventGraphicsSubject = _virDomainEventGraphicsSubject;
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct _virDomainEventGraphicsSubject {
    pub nidentity: core::ffi::c_int,
    pub identities: virDomainEventGraphicsSubjectIdentityPtr,
}
pub type virDomainEventGraphicsSubjectPtr = *mut virDomainEventGraphicsSubject;
pub type virDomainFSInfo = _virDomainFSInfo;
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct _virDomainFSInfo {
    pub mountpoint: *mut core::ffi::c_char,
    pub name: *mut core::ffi::c_char,
    pub fstype: *mut core::ffi::c_char,
    pub ndevAlias: usize,
    pub devAlias: *mut *mut core::ffi::c_char,
}
pub type virDomainFSInfoPtr = *mut virDomainFSInfo;
pub type virDomainIOThreadInfo = _virDomainIOThreadInfo;
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct _virDomainIOThreadInfo {
    pub iothread_id: core::ffi::c_uint,
    pub cpumap: *mut core::ffi::c_uchar,
    pub cpumaplen: core::ffi::c_int,
}
pub type virDomainIOThreadInfoPtr = *mut virDomainIOThreadInfo;
pub type virDomainIPAddress = _virDomainInterfaceIPAddress;
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct _virDomainInterfaceIPAddress {
    pub type_: core::ffi::c_int,
    pub addr: *mut core::ffi::c_char,
    pub prefix: core::ffi::c_uint,
}
pub type virDomainIPAddressPtr = *mut virDomainIPAddress;
pub type virDomainInfo = _virDomainInfo;
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct _virDomainInfo {
    pub state: core::ffi::c_uchar,
    pub maxMem: core::ffi::c_ulong,
    pub memory: core::ffi::c_ulong,
    pub nrVirtCpu: core::ffi::c_ushort,
    pub cpuTime: core::ffi::c_ulonglong,
}
pub type virDomainInfoPtr = *mut virDomainInfo;
pub type virDomainInterface = _virDomainInterface;
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct _virDomainInterface {
    pub name: *mut core::ffi::c_char,
    pub hwaddr: *mut core::ffi::c_char,
    pub naddrs: core::ffi::c_uint,
    pub addrs: virDomainIPAddressPtr,
}
pub type virDomainInterfacePtr = *mut virDomainInterface;
pub type virDomainInterfaceStatsStruct = _virDomainInterfaceStats;
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct _virDomainInterfaceStats {
    pub rx_bytes: core::ffi::c_longlong,
    pub rx_packets: core::ffi::c_longlong,
    pub rx_errs: core::ffi::c_longlong,
    pub rx_drop: core::ffi::c_longlong,
    pub tx_bytes: core::ffi::c_longlong,
    pub tx_packets: core::ffi::c_longlong,
    pub tx_errs: core::ffi::c_longlong,
    pub tx_drop: core::ffi::c_longlong,
}
pub type virDomainInterfaceStatsPtr = *mut virDomainInterfaceStatsStruct;
pub type virDomainJobInfo = _virDomainJobInfo;
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct _virDomainJobInfo {
    pub type_: core::ffi::c_int,
    pub timeElapsed: core::ffi::c_ulonglong,
    pub timeRemaining: core::ffi::c_ulonglong,
    pub dataTotal: core::ffi::c_ulonglong,
    pub dataProcessed: core::ffi::c_ulonglong,
    pub dataRemaining: core::ffi::c_ulonglong,
    pub memTotal: core::ffi::c_ulonglong,
    pub memProcessed: core::ffi::c_ulonglong,
    pub memRemaining: core::ffi::c_ulonglong,
    pub fileTotal: core::ffi::c_ulonglong,
    pub fileProcessed: core::ffi::c_ulonglong,
    pub fileRemaining: core::ffi::c_ulonglong,
}
pub type virDomainJobInfoPtr = *mut virDomainJobInfo;
pub type virDomainMemoryStatStruct = _virDomainMemoryStat;
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct _virDomainMemoryStat {
    pub tag: core::ffi::c_int,
    pub val: core::ffi::c_ulonglong,
}
pub type virDomainMemoryStatPtr = *mut virDomainMemoryStatStruct;
pub type virDomainStatsRecord = _virDomainStatsRecord;
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct _virDomainStatsRecord {
    pub dom: virDomainPtr,
    pub params: virTypedParameterPtr,
    pub nparams: core::ffi::c_int,
}
pub type virDomainStatsRecordPtr = *mut virDomainStatsRecord;
pub type virMemoryParameter = _virTypedParameter;
pub type virMemoryParameterPtr = *mut virMemoryParameter;
pub type virSchedParameter = _virTypedParameter;
pub type virSchedParameterPtr = *mut virSchedParameter;
pub type virVcpuInfo = _virVcpuInfo;
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct _virVcpuInfo {
    pub number: core::ffi::c_uint,
    pub state: core::ffi::c_int,
    pub cpuTime: core::ffi::c_ulonglong,
    pub cpu: core::ffi::c_int,
}
pub type virVcpuInfoPtr = *mut virVcpuInfo;
pub type virConnectDomainEventAgentLifecycleCallback = ::core::option::Option<
    unsafe extern "C-unwind" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        state: core::ffi::c_int,
        reason: core::ffi::c_int,
        opaque: *mut core::ffi::c_void,
    ),
>;
pub type virConnectDomainEventBalloonChangeCallback = ::core::option::Option<
    unsafe extern "C-unwind" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        actual: core::ffi::c_ulonglong,
        opaque: *mut core::ffi::c_void,
    ),
>;
pub type virConnectDomainEventBlockJobCallback = ::core::option::Option<
    unsafe extern "C-unwind" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        disk: *const core::ffi::c_char,
        type_: core::ffi::c_int,
        status: core::ffi::c_int,
        opaque: *mut core::ffi::c_void,
    ),
>;
pub type virConnectDomainEventBlockThresholdCallback = ::core::option::Option<
    unsafe extern "C-unwind" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        dev: *const core::ffi::c_char,
        path: *const core::ffi::c_char,
        threshold: core::ffi::c_ulonglong,
        excess: core::ffi::c_ulonglong,
        opaque: *mut core::ffi::c_void,
    ),
>;
pub type virConnectDomainEventCallback = ::core::option::Option<
    unsafe extern "C-unwind" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        event: core::ffi::c_int,
        detail: core::ffi::c_int,
        opaque: *mut core::ffi::c_void,
    ) -> core::ffi::c_int,
>;
pub type virConnectDomainEventChannelLifecycleCallback = ::core::option::Option<
    unsafe extern "C-unwind" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        channelName: *const core::ffi::c_char,
        state: core::ffi::c_int,
        reason: core::ffi::c_int,
        opaque: *mut core::ffi::c_void,
    ),
>;
pub type virConnectDomainEventDeviceAddedCallback = ::core::option::Option<
    unsafe extern "C-unwind" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        devAlias: *const core::ffi::c_char,
        opaque: *mut core::ffi::c_void,
    ),
>;
pub type virConnectDomainEventDeviceRemovalFailedCallback = ::core::option::Option<
    unsafe extern "C-unwind" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        devAlias: *const core::ffi::c_char,
        opaque: *mut core::ffi::c_void,
    ),
>;
pub type virConnectDomainEventDeviceRemovedCallback = ::core::option::Option<
    unsafe extern "C-unwind" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        devAlias: *const core::ffi::c_char,
        opaque: *mut core::ffi::c_void,
    ),
>;
pub type virConnectDomainEventDiskChangeCallback = ::core::option::Option<
    unsafe extern "C-unwind" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        oldSrcPath: *const core::ffi::c_char,
        newSrcPath: *const core::ffi::c_char,
        devAlias: *const core::ffi::c_char,
        reason: core::ffi::c_int,
        opaque: *mut core::ffi::c_void,
    ),
>;
pub type virConnectDomainEventGenericCallback = ::core::option::Option<
    unsafe extern "C-unwind" fn(conn: virConnectPtr, dom: virDomainPtr, opaque: *mut core::ffi::c_void),
>;
pub type virConnectDomainEventGraphicsCallback = ::core::option::Option<
    unsafe extern "C-unwind" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        phase: core::ffi::c_int,
        local: *const virDomainEventGraphicsAddress,
        remote: *const virDomainEventGraphicsAddress,
        authScheme: *const core::ffi::c_char,
        subject: *const virDomainEventGraphicsSubject,
        opaque: *mut core::ffi::c_void,
    ),
>;
pub type virConnectDomainEventIOErrorCallback = ::core::option::Option<
    unsafe extern "C-unwind" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        srcPath: *const core::ffi::c_char,
        devAlias: *const core::ffi::c_char,
        action: core::ffi::c_int,
        opaque: *mut core::ffi::c_void,
    ),
>;
pub type virConnectDomainEventIOErrorReasonCallback = ::core::option::Option<
    unsafe extern "C-unwind" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        srcPath: *const core::ffi::c_char,
        devAlias: *const core::ffi::c_char,
        action: core::ffi::c_int,
        reason: *const core::ffi::c_char,
        opaque: *mut core::ffi::c_void,
    ),
>;
pub type virConnectDomainEventJobCompletedCallback = ::core::option::Option<
    unsafe extern "C-unwind" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        params: virTypedParameterPtr,
        nparams: core::ffi::c_int,
        opaque: *mut core::ffi::c_void,
    ),
>;
pub type virConnectDomainEventMemoryDeviceSizeChangeCallback = ::core::option::Option<
    unsafe extern "C-unwind" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        alias: *const core::ffi::c_char,
        size: core::ffi::c_ulonglong,
        opaque: *mut core::ffi::c_void,
    ),
>;
pub type virConnectDomainEventMemoryFailureCallback = ::core::option::Option<
    unsafe extern "C-unwind" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        recipient: core::ffi::c_int,
        action: core::ffi::c_int,
        flags: core::ffi::c_uint,
        opaque: *mut core::ffi::c_void,
    ),
>;
pub type virConnectDomainEventMetadataChangeCallback = ::core::option::Option<
    unsafe extern "C-unwind" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        type_: core::ffi::c_int,
        nsuri: *const core::ffi::c_char,
        opaque: *mut core::ffi::c_void,
    ),
>;
pub type virConnectDomainEventMigrationIterationCallback = ::core::option::Option<
    unsafe extern "C-unwind" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        iteration: core::ffi::c_int,
        opaque: *mut core::ffi::c_void,
    ),
>;
pub type virConnectDomainEventNICMACChangeCallback = ::core::option::Option<
    unsafe extern "C-unwind" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        alias: *const core::ffi::c_char,
        oldMAC: *const core::ffi::c_char,
        newMAC: *const core::ffi::c_char,
        opaque: *mut core::ffi::c_void,
    ),
>;
pub type virConnectDomainEventPMSuspendCallback = ::core::option::Option<
    unsafe extern "C-unwind" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        reason: core::ffi::c_int,
        opaque: *mut core::ffi::c_void,
    ),
>;
pub type virConnectDomainEventPMSuspendDiskCallback = ::core::option::Option<
    unsafe extern "C-unwind" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        reason: core::ffi::c_int,
        opaque: *mut core::ffi::c_void,
    ),
>;
pub type virConnectDomainEventPMWakeupCallback = ::core::option::Option<
    unsafe extern "C-unwind" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        reason: core::ffi::c_int,
        opaque: *mut core::ffi::c_void,
    ),
>;
pub type virConnectDomainEventRTCChangeCallback = ::core::option::Option<
    unsafe extern "C-unwind" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        utcoffset: core::ffi::c_longlong,
        opaque: *mut core::ffi::c_void,
    ),
>;
pub type virConnectDomainEventTrayChangeCallback = ::core::option::Option<
    unsafe extern "C-unwind" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        devAlias: *const core::ffi::c_char,
        reason: core::ffi::c_int,
        opaque: *mut core::ffi::c_void,
    ),
>;
pub type virConnectDomainEventTunableCallback = ::core::option::Option<
    unsafe extern "C-unwind" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        params: virTypedParameterPtr,
        nparams: core::ffi::c_int,
        opaque: *mut core::ffi::c_void,
    ),
>;
pub type virConnectDomainEventVcpuRemovedCallback = ::core::option::Option<
    unsafe extern "C-unwind" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        vcpuid: core::ffi::c_uint,
        opaque: *mut core::ffi::c_void,
    ),
>;
pub type virConnectDomainEventWatchdogCallback = ::core::option::Option<
    unsafe extern "C-unwind" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        action: core::ffi::c_int,
        opaque: *mut core::ffi::c_void,
    ),
>;
#[repr(C)]
#[derive(Debug)]
pub struct _virDomainCheckpoint {
    _unused: [u8; 0],
}
pub type virDomainCheckpoint = _virDomainCheckpoint;
pub type virDomainCheckpointPtr = *mut virDomainCheckpoint;
pub type virDomainCheckpointCreateFlags = core::ffi::c_uint;
pub type virDomainCheckpointDeleteFlags = core::ffi::c_uint;
pub type virDomainCheckpointListFlags = core::ffi::c_uint;
pub type virDomainCheckpointXMLFlags = core::ffi::c_uint;
#[repr(C)]
#[derive(Debug)]
pub struct _virDomainSnapshot {
    _unused: [u8; 0],
}
pub type virDomainSnapshot = _virDomainSnapshot;
pub type virDomainSnapshotPtr = *mut virDomainSnapshot;
pub type virDomainSnapshotCreateFlags = core::ffi::c_uint;
pub type virDomainSnapshotDeleteFlags = core::ffi::c_uint;
pub type virDomainSnapshotListFlags = core::ffi::c_uint;
pub type virDomainSnapshotRevertFlags = core::ffi::c_uint;
pub type virDomainSnapshotXMLFlags = core::ffi::c_uint;
pub type virEventHandleType = core::ffi::c_uint;
pub type virEventHandleCallback = ::core::option::Option<
    unsafe extern "C-unwind" fn(
        watch: core::ffi::c_int,
        fd: core::ffi::c_int,
        events: core::ffi::c_int,
        opaque: *mut core::ffi::c_void,
    ),
>;
pub type virEventTimeoutCallback =
    ::core::option::Option<unsafe extern "C-unwind" fn(timer: core::ffi::c_int, opaque: *mut core::ffi::c_void)>;
pub type virEventAddHandleFunc = ::core::option::Option<
    unsafe extern "C-unwind" fn(
        fd: core::ffi::c_int,
        event: core::ffi::c_int,
        cb: virEventHandleCallback,
        opaque: *mut core::ffi::c_void,
        ff: virFreeCallback,
    ) -> core::ffi::c_int,
>;
pub type virEventUpdateHandleFunc =
    ::core::option::Option<unsafe extern "C-unwind" fn(watch: core::ffi::c_int, event: core::ffi::c_int)>;
pub type virEventRemoveHandleFunc =
    ::core::option::Option<unsafe extern "C-unwind" fn(watch: core::ffi::c_int) -> core::ffi::c_int>;
pub type virEventAddTimeoutFunc = ::core::option::Option<
    unsafe extern "C-unwind" fn(
        timeout: core::ffi::c_int,
        cb: virEventTimeoutCallback,
        opaque: *mut core::ffi::c_void,
        ff: virFreeCallback,
    ) -> core::ffi::c_int,
>;
pub type virEventUpdateTimeoutFunc =
    ::core::option::Option<unsafe extern "C-unwind" fn(timer: core::ffi::c_int, timeout: core::ffi::c_int)>;
pub type virEventRemoveTimeoutFunc =
    ::core::option::Option<unsafe extern "C-unwind" fn(timer: core::ffi::c_int) -> core::ffi::c_int>;
#[repr(C)]
#[derive(Debug)]
pub struct _virInterface {
    _unused: [u8; 0],
}
pub type virInterface = _virInterface;
pub type virInterfacePtr = *mut virInterface;
pub type virConnectListAllInterfacesFlags = core::ffi::c_uint;
pub type virInterfaceDefineFlags = core::ffi::c_uint;
pub type virInterfaceXMLFlags = core::ffi::c_uint;
#[repr(C)]
#[derive(Debug)]
pub struct _virNetwork {
    _unused: [u8; 0],
}
pub type virNetwork = _virNetwork;
pub type virNetworkPtr = *mut virNetwork;
#[repr(C)]
#[derive(Debug)]
pub struct _virNetworkPort {
    _unused: [u8; 0],
}
pub type virNetworkPort = _virNetworkPort;
pub type virNetworkPortPtr = *mut virNetworkPort;
pub type virConnectListAllNetworksFlags = core::ffi::c_uint;
pub type virIPAddrType = core::ffi::c_uint;
pub type virNetworkCreateFlags = core::ffi::c_uint;
pub type virNetworkDefineFlags = core::ffi::c_uint;
pub type virNetworkEventLifecycleType = core::ffi::c_uint;
pub type virNetworkEventID = core::ffi::c_uint;
pub type virNetworkMetadataType = core::ffi::c_uint;
pub type virNetworkPortCreateFlags = core::ffi::c_uint;
pub type virNetworkUpdateSection = core::ffi::c_uint;
pub type virNetworkUpdateFlags = core::ffi::c_uint;
pub type virNetworkUpdateCommand = core::ffi::c_uint;
pub type virNetworkXMLFlags = core::ffi::c_uint;
pub type virNetworkDHCPLease = _virNetworkDHCPLease;
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct _virNetworkDHCPLease {
    pub iface: *mut core::ffi::c_char,
    pub expirytime: core::ffi::c_longlong,
    pub type_: core::ffi::c_int,
    pub mac: *mut core::ffi::c_char,
    pub iaid: *mut core::ffi::c_char,
    pub ipaddr: *mut core::ffi::c_char,
    pub prefix: core::ffi::c_uint,
    pub hostname: *mut core::ffi::c_char,
    pub clientid: *mut core::ffi::c_char,
}
pub type virNetworkDHCPLeasePtr = *mut virNetworkDHCPLease;
pub type virConnectNetworkEventGenericCallback = ::core::option::Option<
    unsafe extern "C-unwind" fn(conn: virConnectPtr, net: virNetworkPtr, opaque: *mut core::ffi::c_void),
>;
pub type virConnectNetworkEventLifecycleCallback = ::core::option::Option<
    unsafe extern "C-unwind" fn(
        conn: virConnectPtr,
        net: virNetworkPtr,
        event: core::ffi::c_int,
        detail: core::ffi::c_int,
        opaque: *mut core::ffi::c_void,
    ),
>;
pub type virConnectNetworkEventMetadataChangeCallback = ::core::option::Option<
    unsafe extern "C-unwind" fn(
        conn: virConnectPtr,
        net: virNetworkPtr,
        type_: core::ffi::c_int,
        nsuri: *const core::ffi::c_char,
        opaque: *mut core::ffi::c_void,
    ),
>;
#[repr(C)]
#[derive(Debug)]
pub struct _virNodeDevice {
    _unused: [u8; 0],
}
pub type virNodeDevice = _virNodeDevice;
pub type virNodeDevicePtr = *mut virNodeDevice;
pub type virConnectListAllNodeDeviceFlags = core::ffi::c_uint;
pub type virNodeDeviceCreateXMLFlags = core::ffi::c_uint;
pub type virNodeDeviceDefineXMLFlags = core::ffi::c_uint;
pub type virNodeDeviceEventLifecycleType = core::ffi::c_uint;
pub type virNodeDeviceEventID = core::ffi::c_uint;
pub type virNodeDeviceUpdateFlags = core::ffi::c_uint;
pub type virNodeDeviceXMLFlags = core::ffi::c_uint;
pub type virConnectNodeDeviceEventGenericCallback = ::core::option::Option<
    unsafe extern "C-unwind" fn(conn: virConnectPtr, dev: virNodeDevicePtr, opaque: *mut core::ffi::c_void),
>;
pub type virConnectNodeDeviceEventLifecycleCallback = ::core::option::Option<
    unsafe extern "C-unwind" fn(
        conn: virConnectPtr,
        dev: virNodeDevicePtr,
        event: core::ffi::c_int,
        detail: core::ffi::c_int,
        opaque: *mut core::ffi::c_void,
    ),
>;
#[repr(C)]
#[derive(Debug)]
pub struct _virNWFilter {
    _unused: [u8; 0],
}
pub type virNWFilter = _virNWFilter;
pub type virNWFilterPtr = *mut virNWFilter;
#[repr(C)]
#[derive(Debug)]
pub struct _virNWFilterBinding {
    _unused: [u8; 0],
}
pub type virNWFilterBinding = _virNWFilterBinding;
pub type virNWFilterBindingPtr = *mut virNWFilterBinding;
pub type virNWFilterBindingCreateFlags = core::ffi::c_uint;
pub type virNWFilterDefineFlags = core::ffi::c_uint;
#[repr(C)]
#[derive(Debug)]
pub struct _virSecret {
    _unused: [u8; 0],
}
pub type virSecret = _virSecret;
pub type virSecretPtr = *mut virSecret;
pub type virConnectListAllSecretsFlags = core::ffi::c_uint;
pub type virSecretDefineFlags = core::ffi::c_uint;
pub type virSecretEventLifecycleType = core::ffi::c_uint;
pub type virSecretEventID = core::ffi::c_uint;
pub type virSecretUsageType = core::ffi::c_uint;
pub type virConnectSecretEventGenericCallback = ::core::option::Option<
    unsafe extern "C-unwind" fn(conn: virConnectPtr, secret: virSecretPtr, opaque: *mut core::ffi::c_void),
>;
pub type virConnectSecretEventLifecycleCallback = ::core::option::Option<
    unsafe extern "C-unwind" fn(
        conn: virConnectPtr,
        secret: virSecretPtr,
        event: core::ffi::c_int,
        detail: core::ffi::c_int,
        opaque: *mut core::ffi::c_void,
    ),
>;
#[repr(C)]
#[derive(Debug)]
pub struct _virStoragePool {
    _unused: [u8; 0],
}
pub type virStoragePool = _virStoragePool;
pub type virStoragePoolPtr = *mut virStoragePool;
#[repr(C)]
#[derive(Debug)]
pub struct _virStorageVol {
    _unused: [u8; 0],
}
pub type virStorageVol = _virStorageVol;
pub type virStorageVolPtr = *mut virStorageVol;
pub type virConnectListAllStoragePoolsFlags = core::ffi::c_uint;
pub type virStoragePoolState = core::ffi::c_uint;
pub type virStoragePoolBuildFlags = core::ffi::c_uint;
pub type virStoragePoolCreateFlags = core::ffi::c_uint;
pub type virStoragePoolDefineFlags = core::ffi::c_uint;
pub type virStoragePoolDeleteFlags = core::ffi::c_uint;
pub type virStoragePoolEventLifecycleType = core::ffi::c_uint;
pub type virStoragePoolEventID = core::ffi::c_uint;
pub type virStorageVolType = core::ffi::c_uint;
pub type virStorageVolCreateFlags = core::ffi::c_uint;
pub type virStorageVolDeleteFlags = core::ffi::c_uint;
pub type virStorageVolDownloadFlags = core::ffi::c_uint;
pub type virStorageVolInfoFlags = core::ffi::c_uint;
pub type virStorageVolResizeFlags = core::ffi::c_uint;
pub type virStorageVolUploadFlags = core::ffi::c_uint;
pub type virStorageVolWipeAlgorithm = core::ffi::c_uint;
pub type virStorageXMLFlags = core::ffi::c_uint;
pub type virStoragePoolInfo = _virStoragePoolInfo;
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct _virStoragePoolInfo {
    pub state: core::ffi::c_int,
    pub capacity: core::ffi::c_ulonglong,
    pub allocation: core::ffi::c_ulonglong,
    pub available: core::ffi::c_ulonglong,
}
pub type virStoragePoolInfoPtr = *mut virStoragePoolInfo;
pub type virStorageVolInfo = _virStorageVolInfo;
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct _virStorageVolInfo {
    pub type_: core::ffi::c_int,
    pub capacity: core::ffi::c_ulonglong,
    pub allocation: core::ffi::c_ulonglong,
}
pub type virStorageVolInfoPtr = *mut virStorageVolInfo;
pub type virConnectStoragePoolEventGenericCallback = ::core::option::Option<
    unsafe extern "C-unwind" fn(conn: virConnectPtr, pool: virStoragePoolPtr, opaque: *mut core::ffi::c_void),
>;
pub type virConnectStoragePoolEventLifecycleCallback = ::core::option::Option<
    unsafe extern "C-unwind" fn(
        conn: virConnectPtr,
        pool: virStoragePoolPtr,
        event: core::ffi::c_int,
        detail: core::ffi::c_int,
        opaque: *mut core::ffi::c_void,
    ),
>;
pub type virStreamFlags = core::ffi::c_uint;
pub type virStreamRecvFlagsValues = core::ffi::c_uint;
pub type virStreamEventType = core::ffi::c_uint;
pub type virStreamSourceFunc = ::core::option::Option<
    unsafe extern "C-unwind" fn(
        st: virStreamPtr,
        data: *mut core::ffi::c_char,
        nbytes: usize,
        opaque: *mut core::ffi::c_void,
    ) -> core::ffi::c_int,
>;
pub type virStreamSourceHoleFunc = ::core::option::Option<
    unsafe extern "C-unwind" fn(
        st: virStreamPtr,
        inData: *mut core::ffi::c_int,
        length: *mut core::ffi::c_longlong,
        opaque: *mut core::ffi::c_void,
    ) -> core::ffi::c_int,
>;
pub type virStreamSourceSkipFunc = ::core::option::Option<
    unsafe extern "C-unwind" fn(
        st: virStreamPtr,
        length: core::ffi::c_longlong,
        opaque: *mut core::ffi::c_void,
    ) -> core::ffi::c_int,
>;
pub type virStreamSinkFunc = ::core::option::Option<
    unsafe extern "C-unwind" fn(
        st: virStreamPtr,
        data: *const core::ffi::c_char,
        nbytes: usize,
        opaque: *mut core::ffi::c_void,
    ) -> core::ffi::c_int,
>;
pub type virStreamSinkHoleFunc = ::core::option::Option<
    unsafe extern "C-unwind" fn(
        st: virStreamPtr,
        length: core::ffi::c_longlong,
        opaque: *mut core::ffi::c_void,
    ) -> core::ffi::c_int,
>;
pub type virStreamEventCallback = ::core::option::Option<
    unsafe extern "C-unwind" fn(stream: virStreamPtr, events: core::ffi::c_int, opaque: *mut core::ffi::c_void),
>;
pub type virErrorLevel = core::ffi::c_uint;
pub type virErrorDomain = core::ffi::c_uint;
pub type virErrorNumber = core::ffi::c_uint;
pub type virError = _virError;
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct _virError {
    pub code: core::ffi::c_int,
    pub domain: core::ffi::c_int,
    pub message: *mut core::ffi::c_char,
    pub level: virErrorLevel,
    pub conn: virConnectPtr,
    pub dom: virDomainPtr,
    pub str1: *mut core::ffi::c_char,
    pub str2: *mut core::ffi::c_char,
    pub str3: *mut core::ffi::c_char,
    pub int1: core::ffi::c_int,
    pub int2: core::ffi::c_int,
    pub net: virNetworkPtr,
}
pub type virErrorPtr = *mut virError;
pub type virErrorFunc =
    ::core::option::Option<unsafe extern "C-unwind" fn(userData: *mut core::ffi::c_void, error: virErrorPtr)>;
#[repr(C)]
#[derive(Debug)]
pub struct _virAdmConnect {
    _unused: [u8; 0],
}
pub type virAdmConnect = _virAdmConnect;
pub type virAdmConnectPtr = *mut virAdmConnect;
#[repr(C)]
#[derive(Debug)]
pub struct _virAdmServer {
    _unused: [u8; 0],
}
pub type virAdmServer = _virAdmServer;
pub type virAdmServerPtr = *mut virAdmServer;
#[repr(C)]
#[derive(Debug)]
pub struct _virAdmClient {
    _unused: [u8; 0],
}
pub type virAdmClient = _virAdmClient;
pub type virAdmClientPtr = *mut virAdmClient;
pub type virAdmConnectDaemonShutdownFlags = core::ffi::c_uint;
pub type virAdmConnectCloseFunc = ::core::option::Option<
    unsafe extern "C-unwind" fn(conn: virAdmConnectPtr, reason: core::ffi::c_int, opaque: *mut core::ffi::c_void),
>;
pub type virClientTransport = core::ffi::c_uint;
pub type virDomainQemuMonitorCommandFlags = core::ffi::c_uint;
pub type virConnectDomainQemuMonitorEventCallback = ::core::option::Option<
    unsafe extern "C-unwind" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        event: *const core::ffi::c_char,
        seconds: core::ffi::c_longlong,
        micros: core::ffi::c_uint,
        details: *const core::ffi::c_char,
        opaque: *mut core::ffi::c_void,
    ),
>;
pub type virConnectDomainQemuMonitorEventRegisterFlags = core::ffi::c_uint;
pub type virDomainQemuAgentCommandTimeoutValues = core::ffi::c_int;
