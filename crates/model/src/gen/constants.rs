//! The constants of include/libvirt under their C names. Written by `cargo headers`.
#![expect(missing_docs, reason = "the headers document them")]
pub const LIBVIR_VERSION_NUMBER: u32 = 12008000;
pub const VIR_TYPED_PARAM_FIELD_LENGTH: u32 = 80;
pub const VIR_UUID_BUFLEN: u32 = 16;
pub const VIR_UUID_STRING_BUFLEN: u32 = 37;
pub const VIR_CONNECT_IDENTITY_USER_NAME: &str = "user-name";
pub const VIR_CONNECT_IDENTITY_UNIX_USER_ID: &str = "unix-user-id";
pub const VIR_CONNECT_IDENTITY_GROUP_NAME: &str = "group-name";
pub const VIR_CONNECT_IDENTITY_UNIX_GROUP_ID: &str = "unix-group-id";
pub const VIR_CONNECT_IDENTITY_PROCESS_ID: &str = "process-id";
pub const VIR_CONNECT_IDENTITY_PROCESS_TIME: &str = "process-time";
pub const VIR_CONNECT_IDENTITY_SASL_USER_NAME: &str = "sasl-user-name";
pub const VIR_CONNECT_IDENTITY_X509_DISTINGUISHED_NAME: &str = "x509-distinguished-name";
pub const VIR_CONNECT_IDENTITY_SELINUX_CONTEXT: &str = "selinux-context";
pub const VIR_NODE_CPU_STATS_FIELD_LENGTH: u32 = 80;
pub const VIR_NODE_CPU_STATS_KERNEL: &str = "kernel";
pub const VIR_NODE_CPU_STATS_USER: &str = "user";
pub const VIR_NODE_CPU_STATS_IDLE: &str = "idle";
pub const VIR_NODE_CPU_STATS_IOWAIT: &str = "iowait";
pub const VIR_NODE_CPU_STATS_INTR: &str = "intr";
pub const VIR_NODE_CPU_STATS_GUEST: &str = "guest";
pub const VIR_NODE_CPU_STATS_UTILIZATION: &str = "utilization";
pub const VIR_NODE_MEMORY_STATS_FIELD_LENGTH: u32 = 80;
pub const VIR_NODE_MEMORY_STATS_TOTAL: &str = "total";
pub const VIR_NODE_MEMORY_STATS_FREE: &str = "free";
pub const VIR_NODE_MEMORY_STATS_AVAILABLE: &str = "available";
pub const VIR_NODE_MEMORY_STATS_BUFFERS: &str = "buffers";
pub const VIR_NODE_MEMORY_STATS_CACHED: &str = "cached";
pub const VIR_NODE_MEMORY_SHARED_PAGES_TO_SCAN: &str = "shm_pages_to_scan";
pub const VIR_NODE_MEMORY_SHARED_SLEEP_MILLISECS: &str = "shm_sleep_millisecs";
pub const VIR_NODE_MEMORY_SHARED_PAGES_SHARED: &str = "shm_pages_shared";
pub const VIR_NODE_MEMORY_SHARED_PAGES_SHARING: &str = "shm_pages_sharing";
pub const VIR_NODE_MEMORY_SHARED_PAGES_UNSHARED: &str = "shm_pages_unshared";
pub const VIR_NODE_MEMORY_SHARED_PAGES_VOLATILE: &str = "shm_pages_volatile";
pub const VIR_NODE_MEMORY_SHARED_FULL_SCANS: &str = "shm_full_scans";
pub const VIR_NODE_MEMORY_SHARED_MERGE_ACROSS_NODES: &str = "shm_merge_across_nodes";
pub const VIR_SECURITY_LABEL_BUFLEN: u32 = 4097;
pub const VIR_SECURITY_MODEL_BUFLEN: u32 = 257;
pub const VIR_SECURITY_DOI_BUFLEN: u32 = 257;
pub const VIR_NODE_SEV_PDH: &str = "pdh";
pub const VIR_NODE_SEV_CERT_CHAIN: &str = "cert-chain";
pub const VIR_NODE_SEV_CPU0_ID: &str = "cpu0-id";
pub const VIR_NODE_SEV_CBITPOS: &str = "cbitpos";
pub const VIR_NODE_SEV_REDUCED_PHYS_BITS: &str = "reduced-phys-bits";
pub const VIR_NODE_SEV_MAX_GUESTS: &str = "max-guests";
pub const VIR_NODE_SEV_MAX_ES_GUESTS: &str = "max-es-guests";
pub const VIR_DOMAIN_ANNOUNCE_INTERFACE_INITIAL: &str = "initial";
pub const VIR_DOMAIN_ANNOUNCE_INTERFACE_MAX: &str = "max";
pub const VIR_DOMAIN_ANNOUNCE_INTERFACE_ROUNDS: &str = "rounds";
pub const VIR_DOMAIN_ANNOUNCE_INTERFACE_STEP: &str = "step";
pub const VIR_DOMAIN_BANDWIDTH_IN_AVERAGE: &str = "inbound.average";
pub const VIR_DOMAIN_BANDWIDTH_IN_BURST: &str = "inbound.burst";
pub const VIR_DOMAIN_BANDWIDTH_IN_FLOOR: &str = "inbound.floor";
pub const VIR_DOMAIN_BANDWIDTH_IN_PEAK: &str = "inbound.peak";
pub const VIR_DOMAIN_BANDWIDTH_OUT_AVERAGE: &str = "outbound.average";
pub const VIR_DOMAIN_BANDWIDTH_OUT_BURST: &str = "outbound.burst";
pub const VIR_DOMAIN_BANDWIDTH_OUT_PEAK: &str = "outbound.peak";
pub const VIR_DOMAIN_BLKIO_DEVICE_READ_BPS: &str = "device_read_bytes_sec";
pub const VIR_DOMAIN_BLKIO_DEVICE_READ_IOPS: &str = "device_read_iops_sec";
pub const VIR_DOMAIN_BLKIO_DEVICE_WEIGHT: &str = "device_weight";
pub const VIR_DOMAIN_BLKIO_DEVICE_WRITE_BPS: &str = "device_write_bytes_sec";
pub const VIR_DOMAIN_BLKIO_DEVICE_WRITE_IOPS: &str = "device_write_iops_sec";
pub const VIR_DOMAIN_BLKIO_FIELD_LENGTH: u32 = 80;
pub const VIR_DOMAIN_BLKIO_WEIGHT: &str = "weight";
pub const VIR_DOMAIN_BLOCK_COPY_BANDWIDTH: &str = "bandwidth";
pub const VIR_DOMAIN_BLOCK_COPY_BUF_SIZE: &str = "buf-size";
pub const VIR_DOMAIN_BLOCK_COPY_GRANULARITY: &str = "granularity";
pub const VIR_DOMAIN_BLOCK_IOTUNE_GROUP_NAME: &str = "group_name";
pub const VIR_DOMAIN_BLOCK_IOTUNE_READ_BYTES_SEC: &str = "read_bytes_sec";
pub const VIR_DOMAIN_BLOCK_IOTUNE_READ_BYTES_SEC_MAX: &str = "read_bytes_sec_max";
pub const VIR_DOMAIN_BLOCK_IOTUNE_READ_BYTES_SEC_MAX_LENGTH: &str = "read_bytes_sec_max_length";
pub const VIR_DOMAIN_BLOCK_IOTUNE_READ_IOPS_SEC: &str = "read_iops_sec";
pub const VIR_DOMAIN_BLOCK_IOTUNE_READ_IOPS_SEC_MAX: &str = "read_iops_sec_max";
pub const VIR_DOMAIN_BLOCK_IOTUNE_READ_IOPS_SEC_MAX_LENGTH: &str = "read_iops_sec_max_length";
pub const VIR_DOMAIN_BLOCK_IOTUNE_SIZE_IOPS_SEC: &str = "size_iops_sec";
pub const VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC: &str = "total_bytes_sec";
pub const VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC_MAX: &str = "total_bytes_sec_max";
pub const VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC_MAX_LENGTH: &str = "total_bytes_sec_max_length";
pub const VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_IOPS_SEC: &str = "total_iops_sec";
pub const VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_IOPS_SEC_MAX: &str = "total_iops_sec_max";
pub const VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_IOPS_SEC_MAX_LENGTH: &str = "total_iops_sec_max_length";
pub const VIR_DOMAIN_BLOCK_IOTUNE_WRITE_BYTES_SEC: &str = "write_bytes_sec";
pub const VIR_DOMAIN_BLOCK_IOTUNE_WRITE_BYTES_SEC_MAX: &str = "write_bytes_sec_max";
pub const VIR_DOMAIN_BLOCK_IOTUNE_WRITE_BYTES_SEC_MAX_LENGTH: &str = "write_bytes_sec_max_length";
pub const VIR_DOMAIN_BLOCK_IOTUNE_WRITE_IOPS_SEC: &str = "write_iops_sec";
pub const VIR_DOMAIN_BLOCK_IOTUNE_WRITE_IOPS_SEC_MAX: &str = "write_iops_sec_max";
pub const VIR_DOMAIN_BLOCK_IOTUNE_WRITE_IOPS_SEC_MAX_LENGTH: &str = "write_iops_sec_max_length";
pub const VIR_DOMAIN_BLOCK_STATS_ERRS: &str = "errs";
pub const VIR_DOMAIN_BLOCK_STATS_FIELD_LENGTH: u32 = 80;
pub const VIR_DOMAIN_BLOCK_STATS_FLUSH_REQ: &str = "flush_operations";
pub const VIR_DOMAIN_BLOCK_STATS_FLUSH_TOTAL_TIMES: &str = "flush_total_times";
pub const VIR_DOMAIN_BLOCK_STATS_READ_BYTES: &str = "rd_bytes";
pub const VIR_DOMAIN_BLOCK_STATS_READ_REQ: &str = "rd_operations";
pub const VIR_DOMAIN_BLOCK_STATS_READ_TOTAL_TIMES: &str = "rd_total_times";
pub const VIR_DOMAIN_BLOCK_STATS_WRITE_BYTES: &str = "wr_bytes";
pub const VIR_DOMAIN_BLOCK_STATS_WRITE_REQ: &str = "wr_operations";
pub const VIR_DOMAIN_BLOCK_STATS_WRITE_TOTAL_TIMES: &str = "wr_total_times";
pub const VIR_DOMAIN_CPU_STATS_CPUTIME: &str = "cpu_time";
pub const VIR_DOMAIN_CPU_STATS_SYSTEMTIME: &str = "system_time";
pub const VIR_DOMAIN_CPU_STATS_USERTIME: &str = "user_time";
pub const VIR_DOMAIN_CPU_STATS_VCPUTIME: &str = "vcpu_time";
pub const VIR_DOMAIN_GUEST_INFO_DEVICE_COUNT: &str = "device.count";
pub const VIR_DOMAIN_GUEST_INFO_DEVICE_PREFIX: &str = "device.";
pub const VIR_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_DRIVER_DATE: &str = ".driverDate";
pub const VIR_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_DRIVER_NAME: &str = ".driverName";
pub const VIR_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_DRIVER_VERSION: &str = ".driverVersion";
pub const VIR_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_ID_TYPE: &str = ".idType";
pub const VIR_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_PCI_DEVICE: &str = ".pciDevice";
pub const VIR_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_PCI_VENDOR: &str = ".pciVendor";
pub const VIR_DOMAIN_GUEST_INFO_DISK_COUNT: &str = "disk.count";
pub const VIR_DOMAIN_GUEST_INFO_DISK_PREFIX: &str = "disk.";
pub const VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_ALIAS: &str = ".alias";
pub const VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_DEPENDENCY_COUNT: &str = ".dependency.count";
pub const VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_DEPENDENCY_PREFIX: &str = ".dependency.";
pub const VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_DEPENDENCY_SUFFIX_NAME: &str = ".name";
pub const VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_GUEST_ALIAS: &str = ".guest_alias";
pub const VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_GUEST_BUS: &str = ".guest_bus";
pub const VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_NAME: &str = ".name";
pub const VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_PARTITION: &str = ".partition";
pub const VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_SERIAL: &str = ".serial";
pub const VIR_DOMAIN_GUEST_INFO_FS_COUNT: &str = "fs.count";
pub const VIR_DOMAIN_GUEST_INFO_FS_PREFIX: &str = "fs.";
pub const VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_DISK_COUNT: &str = ".disk.count";
pub const VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_DISK_PREFIX: &str = ".disk.";
pub const VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_DISK_SUFFIX_ALIAS: &str = ".alias";
pub const VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_DISK_SUFFIX_DEVICE: &str = ".device";
pub const VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_DISK_SUFFIX_SERIAL: &str = ".serial";
pub const VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_FSTYPE: &str = ".fstype";
pub const VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_MOUNTPOINT: &str = ".mountpoint";
pub const VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_NAME: &str = ".name";
pub const VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_TOTAL_BYTES: &str = ".total-bytes";
pub const VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_USED_BYTES: &str = ".used-bytes";
pub const VIR_DOMAIN_GUEST_INFO_HOSTNAME_HOSTNAME: &str = "hostname";
pub const VIR_DOMAIN_GUEST_INFO_IF_COUNT: &str = "if.count";
pub const VIR_DOMAIN_GUEST_INFO_IF_PREFIX: &str = "if.";
pub const VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_ADDR_COUNT: &str = ".addr.count";
pub const VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_ADDR_PREFIX: &str = ".addr.";
pub const VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_ADDR_SUFFIX_ADDR: &str = ".addr";
pub const VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_ADDR_SUFFIX_PREFIX: &str = ".prefix";
pub const VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_ADDR_SUFFIX_TYPE: &str = ".type";
pub const VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_HWADDR: &str = ".hwaddr";
pub const VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_NAME: &str = ".name";
pub const VIR_DOMAIN_GUEST_INFO_LOAD_15M: &str = "load.15m";
pub const VIR_DOMAIN_GUEST_INFO_LOAD_1M: &str = "load.1m";
pub const VIR_DOMAIN_GUEST_INFO_LOAD_5M: &str = "load.5m";
pub const VIR_DOMAIN_GUEST_INFO_OS_ID: &str = "os.id";
pub const VIR_DOMAIN_GUEST_INFO_OS_KERNEL_RELEASE: &str = "os.kernel-release";
pub const VIR_DOMAIN_GUEST_INFO_OS_KERNEL_VERSION: &str = "os.kernel-version";
pub const VIR_DOMAIN_GUEST_INFO_OS_MACHINE: &str = "os.machine";
pub const VIR_DOMAIN_GUEST_INFO_OS_NAME: &str = "os.name";
pub const VIR_DOMAIN_GUEST_INFO_OS_PRETTY_NAME: &str = "os.pretty-name";
pub const VIR_DOMAIN_GUEST_INFO_OS_VARIANT: &str = "os.variant";
pub const VIR_DOMAIN_GUEST_INFO_OS_VARIANT_ID: &str = "os.variant-id";
pub const VIR_DOMAIN_GUEST_INFO_OS_VERSION: &str = "os.version";
pub const VIR_DOMAIN_GUEST_INFO_OS_VERSION_ID: &str = "os.version-id";
pub const VIR_DOMAIN_GUEST_INFO_TIMEZONE_NAME: &str = "timezone.name";
pub const VIR_DOMAIN_GUEST_INFO_TIMEZONE_OFFSET: &str = "timezone.offset";
pub const VIR_DOMAIN_GUEST_INFO_USER_COUNT: &str = "user.count";
pub const VIR_DOMAIN_GUEST_INFO_USER_PREFIX: &str = "user.";
pub const VIR_DOMAIN_GUEST_INFO_USER_SUFFIX_DOMAIN: &str = ".domain";
pub const VIR_DOMAIN_GUEST_INFO_USER_SUFFIX_LOGIN_TIME: &str = ".login-time";
pub const VIR_DOMAIN_GUEST_INFO_USER_SUFFIX_NAME: &str = ".name";
pub const VIR_DOMAIN_IOTHREAD_POLL_GROW: &str = "poll_grow";
pub const VIR_DOMAIN_IOTHREAD_POLL_MAX_NS: &str = "poll_max_ns";
pub const VIR_DOMAIN_IOTHREAD_POLL_SHRINK: &str = "poll_shrink";
pub const VIR_DOMAIN_IOTHREAD_POLL_WEIGHT: &str = "poll_weight";
pub const VIR_DOMAIN_IOTHREAD_THREAD_POOL_MAX: &str = "thread_pool_max";
pub const VIR_DOMAIN_IOTHREAD_THREAD_POOL_MIN: &str = "thread_pool_min";
pub const VIR_DOMAIN_JOB_AUTO_CONVERGE_THROTTLE: &str = "auto_converge_throttle";
pub const VIR_DOMAIN_JOB_COMPRESSION_BYTES: &str = "compression_bytes";
pub const VIR_DOMAIN_JOB_COMPRESSION_CACHE: &str = "compression_cache";
pub const VIR_DOMAIN_JOB_COMPRESSION_CACHE_MISSES: &str = "compression_cache_misses";
pub const VIR_DOMAIN_JOB_COMPRESSION_OVERFLOW: &str = "compression_overflow";
pub const VIR_DOMAIN_JOB_COMPRESSION_PAGES: &str = "compression_pages";
pub const VIR_DOMAIN_JOB_DATA_PROCESSED: &str = "data_processed";
pub const VIR_DOMAIN_JOB_DATA_REMAINING: &str = "data_remaining";
pub const VIR_DOMAIN_JOB_DATA_TOTAL: &str = "data_total";
pub const VIR_DOMAIN_JOB_DISK_BPS: &str = "disk_bps";
pub const VIR_DOMAIN_JOB_DISK_PROCESSED: &str = "disk_processed";
pub const VIR_DOMAIN_JOB_DISK_REMAINING: &str = "disk_remaining";
pub const VIR_DOMAIN_JOB_DISK_TEMP_TOTAL: &str = "disk_temp_total";
pub const VIR_DOMAIN_JOB_DISK_TEMP_USED: &str = "disk_temp_used";
pub const VIR_DOMAIN_JOB_DISK_TOTAL: &str = "disk_total";
pub const VIR_DOMAIN_JOB_DOWNTIME: &str = "downtime";
pub const VIR_DOMAIN_JOB_DOWNTIME_NET: &str = "downtime_net";
pub const VIR_DOMAIN_JOB_ERRMSG: &str = "errmsg";
pub const VIR_DOMAIN_JOB_MEMORY_BPS: &str = "memory_bps";
pub const VIR_DOMAIN_JOB_MEMORY_CONSTANT: &str = "memory_constant";
pub const VIR_DOMAIN_JOB_MEMORY_DIRTY_RATE: &str = "memory_dirty_rate";
pub const VIR_DOMAIN_JOB_MEMORY_ITERATION: &str = "memory_iteration";
pub const VIR_DOMAIN_JOB_MEMORY_NORMAL: &str = "memory_normal";
pub const VIR_DOMAIN_JOB_MEMORY_NORMAL_BYTES: &str = "memory_normal_bytes";
pub const VIR_DOMAIN_JOB_MEMORY_PAGE_SIZE: &str = "memory_page_size";
pub const VIR_DOMAIN_JOB_MEMORY_POSTCOPY_REQS: &str = "memory_postcopy_requests";
pub const VIR_DOMAIN_JOB_MEMORY_PROCESSED: &str = "memory_processed";
pub const VIR_DOMAIN_JOB_MEMORY_REMAINING: &str = "memory_remaining";
pub const VIR_DOMAIN_JOB_MEMORY_TOTAL: &str = "memory_total";
pub const VIR_DOMAIN_JOB_OPERATION: &str = "operation";
pub const VIR_DOMAIN_JOB_SETUP_TIME: &str = "setup_time";
pub const VIR_DOMAIN_JOB_SUCCESS: &str = "success";
pub const VIR_DOMAIN_JOB_TIME_ELAPSED: &str = "time_elapsed";
pub const VIR_DOMAIN_JOB_TIME_ELAPSED_NET: &str = "time_elapsed_net";
pub const VIR_DOMAIN_JOB_TIME_REMAINING: &str = "time_remaining";
pub const VIR_DOMAIN_JOB_VFIO_DATA_TRANSFERRED: &str = "vfio_data_transferred";
pub const VIR_DOMAIN_LAUNCH_SECURITY_SEV_API_MAJOR: &str = "sev-api-major";
pub const VIR_DOMAIN_LAUNCH_SECURITY_SEV_API_MINOR: &str = "sev-api-minor";
pub const VIR_DOMAIN_LAUNCH_SECURITY_SEV_BUILD_ID: &str = "sev-build-id";
pub const VIR_DOMAIN_LAUNCH_SECURITY_SEV_MEASUREMENT: &str = "sev-measurement";
pub const VIR_DOMAIN_LAUNCH_SECURITY_SEV_POLICY: &str = "sev-policy";
pub const VIR_DOMAIN_LAUNCH_SECURITY_SEV_SECRET: &str = "sev-secret";
pub const VIR_DOMAIN_LAUNCH_SECURITY_SEV_SECRET_HEADER: &str = "sev-secret-header";
pub const VIR_DOMAIN_LAUNCH_SECURITY_SEV_SECRET_SET_ADDRESS: &str = "sev-secret-set-address";
pub const VIR_DOMAIN_LAUNCH_SECURITY_SEV_SNP_POLICY: &str = "sev-snp-policy";
pub const VIR_DOMAIN_MEMORY_FIELD_LENGTH: u32 = 80;
pub const VIR_DOMAIN_MEMORY_HARD_LIMIT: &str = "hard_limit";
pub const VIR_DOMAIN_MEMORY_MIN_GUARANTEE: &str = "min_guarantee";
pub const VIR_DOMAIN_MEMORY_PARAM_UNLIMITED: u64 = 9007199254740991;
pub const VIR_DOMAIN_MEMORY_SOFT_LIMIT: &str = "soft_limit";
pub const VIR_DOMAIN_MEMORY_SWAP_HARD_LIMIT: &str = "swap_hard_limit";
pub const VIR_DOMAIN_NUMA_MODE: &str = "numa_mode";
pub const VIR_DOMAIN_NUMA_NODESET: &str = "numa_nodeset";
pub const VIR_DOMAIN_SAVE_PARAM_DXML: &str = "dxml";
pub const VIR_DOMAIN_SAVE_PARAM_FILE: &str = "file";
pub const VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT: &str = "image_format";
pub const VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_BZIP2: &str = "bzip2";
pub const VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_GZIP: &str = "gzip";
pub const VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_LZOP: &str = "lzop";
pub const VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_RAW: &str = "raw";
pub const VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_SPARSE: &str = "sparse";
pub const VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_XZ: &str = "xz";
pub const VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_ZSTD: &str = "zstd";
pub const VIR_DOMAIN_SAVE_PARAM_PARALLEL_CHANNELS: &str = "parallel.channels";
pub const VIR_DOMAIN_SCHEDULER_CAP: &str = "cap";
pub const VIR_DOMAIN_SCHEDULER_CPU_SHARES: &str = "cpu_shares";
pub const VIR_DOMAIN_SCHEDULER_EMULATOR_PERIOD: &str = "emulator_period";
pub const VIR_DOMAIN_SCHEDULER_EMULATOR_QUOTA: &str = "emulator_quota";
pub const VIR_DOMAIN_SCHEDULER_GLOBAL_PERIOD: &str = "global_period";
pub const VIR_DOMAIN_SCHEDULER_GLOBAL_QUOTA: &str = "global_quota";
pub const VIR_DOMAIN_SCHEDULER_IOTHREAD_PERIOD: &str = "iothread_period";
pub const VIR_DOMAIN_SCHEDULER_IOTHREAD_QUOTA: &str = "iothread_quota";
pub const VIR_DOMAIN_SCHEDULER_LIMIT: &str = "limit";
pub const VIR_DOMAIN_SCHEDULER_RESERVATION: &str = "reservation";
pub const VIR_DOMAIN_SCHEDULER_SHARES: &str = "shares";
pub const VIR_DOMAIN_SCHEDULER_VCPU_PERIOD: &str = "vcpu_period";
pub const VIR_DOMAIN_SCHEDULER_VCPU_QUOTA: &str = "vcpu_quota";
pub const VIR_DOMAIN_SCHEDULER_WEIGHT: &str = "weight";
pub const VIR_DOMAIN_SCHED_FIELD_LENGTH: u32 = 80;
pub const VIR_DOMAIN_SEND_KEY_MAX_KEYS: u32 = 16;
pub const VIR_DOMAIN_STATS_BALLOON_AVAILABLE: &str = "balloon.available";
pub const VIR_DOMAIN_STATS_BALLOON_CURRENT: &str = "balloon.current";
pub const VIR_DOMAIN_STATS_BALLOON_DISK_CACHES: &str = "balloon.disk_caches";
pub const VIR_DOMAIN_STATS_BALLOON_HUGETLB_PGALLOC: &str = "balloon.hugetlb_pgalloc";
pub const VIR_DOMAIN_STATS_BALLOON_HUGETLB_PGFAIL: &str = "balloon.hugetlb_pgfail";
pub const VIR_DOMAIN_STATS_BALLOON_LAST_UPDATE: &str = "balloon.last-update";
pub const VIR_DOMAIN_STATS_BALLOON_MAJOR_FAULT: &str = "balloon.major_fault";
pub const VIR_DOMAIN_STATS_BALLOON_MAXIMUM: &str = "balloon.maximum";
pub const VIR_DOMAIN_STATS_BALLOON_MINOR_FAULT: &str = "balloon.minor_fault";
pub const VIR_DOMAIN_STATS_BALLOON_RSS: &str = "balloon.rss";
pub const VIR_DOMAIN_STATS_BALLOON_SWAP_IN: &str = "balloon.swap_in";
pub const VIR_DOMAIN_STATS_BALLOON_SWAP_OUT: &str = "balloon.swap_out";
pub const VIR_DOMAIN_STATS_BALLOON_UNUSED: &str = "balloon.unused";
pub const VIR_DOMAIN_STATS_BALLOON_USABLE: &str = "balloon.usable";
pub const VIR_DOMAIN_STATS_BLOCK_COUNT: &str = "block.count";
pub const VIR_DOMAIN_STATS_BLOCK_PREFIX: &str = "block.";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_ALLOCATION: &str = ".allocation";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_BACKINGINDEX: &str = ".backingIndex";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_CAPACITY: &str = ".capacity";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_ERRORS: &str = ".errors";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_FL_REQS: &str = ".fl.reqs";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_FL_TIMES: &str = ".fl.times";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_FLUSH_PREFIX: &str = ".latency_histogram.flush.";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_READ_PREFIX: &str = ".latency_histogram.read.";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_SUFFIX_BIN_COUNT: &str = "bin.count";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_SUFFIX_BIN_PREFIX: &str = "bin.";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_SUFFIX_BIN_SUFFIX_START: &str = ".start";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_SUFFIX_BIN_SUFFIX_VALUE: &str = ".value";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_WRITE_PREFIX: &str = ".latency_histogram.write.";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_ZONE_APPEND_PREFIX: &str = ".latency_histogram.zone_append.";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_DISCARD_ALIGNMENT: &str = ".limits.discard_alignment";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_DISCARD_MAX: &str = ".limits.discard_max";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_IOV_HW_MAX: &str = ".limits.iov_hw_max";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_IOV_MAX: &str = ".limits.iov_max";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_MEMORY_ALIGNMENT_MINIMAL: &str = ".limits.memory_alignment_minimal";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_MEMORY_ALIGNMENT_OPTIMAL: &str = ".limits.memory_alignment_optimal";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_REQUEST_ALIGNMENT: &str = ".limits.request_alignment";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_TRANSFER_HW_MAX: &str = ".limits.transfer_hw_max";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_TRANSFER_MAX: &str = ".limits.transfer_max";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_TRANSFER_OPTIMAL: &str = ".limits.transfer_optimal";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_WRITE_ZEROES_ALIGNMENT: &str = ".limits.write_zeroes_alignment";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_WRITE_ZEROES_MAX: &str = ".limits.write_zeroes_max";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_NAME: &str = ".name";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_PATH: &str = ".path";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_PHYSICAL: &str = ".physical";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_RD_BYTES: &str = ".rd.bytes";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_RD_REQS: &str = ".rd.reqs";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_RD_TIMES: &str = ".rd.times";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_THRESHOLD: &str = ".threshold";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_COUNT: &str = ".timed_group.count";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_PREFIX: &str = ".timed_group.";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_FLUSH_LATENCY_AVG: &str = ".flush_latency_avg";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_FLUSH_LATENCY_MAX: &str = ".flush_latency_max";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_FLUSH_LATENCY_MIN: &str = ".flush_latency_min";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_INTERVAL: &str = ".interval";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_RD_LATENCY_AVG: &str = ".rd_latency_avg";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_RD_LATENCY_MAX: &str = ".rd_latency_max";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_RD_LATENCY_MIN: &str = ".rd_latency_min";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_RD_QUEUE_DEPTH_AVG: &str = ".rd_queue_depth_avg";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_WR_LATENCY_AVG: &str = ".wr_latency_avg";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_WR_LATENCY_MAX: &str = ".wr_latency_max";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_WR_LATENCY_MIN: &str = ".wr_latency_min";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_WR_QUEUE_DEPTH_AVG: &str = ".wr_queue_depth_avg";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_ZONE_APPEND_LATENCY_AVG: &str = ".zone_append_latency_avg";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_ZONE_APPEND_LATENCY_MAX: &str = ".zone_append_latency_max";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_ZONE_APPEND_LATENCY_MIN: &str = ".zone_append_latency_min";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_ZONE_APPEND_QUEUE_DEPTH_AVG: &str =
    ".zone_append_queue_depth_avg";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_WR_BYTES: &str = ".wr.bytes";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_WR_REQS: &str = ".wr.reqs";
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_WR_TIMES: &str = ".wr.times";
pub const VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_COUNT: &str = "cpu.cache.monitor.count";
pub const VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_PREFIX: &str = "cpu.cache.monitor.";
pub const VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_BANK_COUNT: &str = ".bank.count";
pub const VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_BANK_PREFIX: &str = ".bank.";
pub const VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_BANK_SUFFIX_BYTES: &str = ".bytes";
pub const VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_BANK_SUFFIX_ID: &str = ".id";
pub const VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_NAME: &str = ".name";
pub const VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_VCPUS: &str = ".vcpus";
pub const VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_COUNT: &str = "cpu.energy.monitor.count";
pub const VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_PREFIX: &str = "cpu.energy.monitor.";
pub const VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_SUFFIX_NAME: &str = ".name";
pub const VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_SUFFIX_PKG_COUNT: &str = ".pkg.count";
pub const VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_SUFFIX_PKG_PREFIX: &str = ".pkg.";
pub const VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_SUFFIX_PKG_SUFFIX_ID: &str = ".id";
pub const VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_SUFFIX_VCPUS: &str = ".vcpus";
pub const VIR_DOMAIN_STATS_CPU_HALTPOLL_FAIL_TIME: &str = "cpu.haltpoll.fail.time";
pub const VIR_DOMAIN_STATS_CPU_HALTPOLL_SUCCESS_TIME: &str = "cpu.haltpoll.success.time";
pub const VIR_DOMAIN_STATS_CPU_SYSTEM: &str = "cpu.system";
pub const VIR_DOMAIN_STATS_CPU_TIME: &str = "cpu.time";
pub const VIR_DOMAIN_STATS_CPU_USER: &str = "cpu.user";
pub const VIR_DOMAIN_STATS_CUSTOM_SUFFIX_TYPE_CUR: &str = ".cur";
pub const VIR_DOMAIN_STATS_CUSTOM_SUFFIX_TYPE_MAX: &str = ".max";
pub const VIR_DOMAIN_STATS_CUSTOM_SUFFIX_TYPE_SUM: &str = ".sum";
pub const VIR_DOMAIN_STATS_DIRTYRATE_CALC_MODE: &str = "dirtyrate.calc_mode";
pub const VIR_DOMAIN_STATS_DIRTYRATE_CALC_PERIOD: &str = "dirtyrate.calc_period";
pub const VIR_DOMAIN_STATS_DIRTYRATE_CALC_START_TIME: &str = "dirtyrate.calc_start_time";
pub const VIR_DOMAIN_STATS_DIRTYRATE_CALC_STATUS: &str = "dirtyrate.calc_status";
pub const VIR_DOMAIN_STATS_DIRTYRATE_MEGABYTES_PER_SECOND: &str = "dirtyrate.megabytes_per_second";
pub const VIR_DOMAIN_STATS_DIRTYRATE_VCPU_PREFIX: &str = "dirtyrate.vcpu.";
pub const VIR_DOMAIN_STATS_DIRTYRATE_VCPU_SUFFIX_MEGABYTES_PER_SECOND: &str = ".megabytes_per_second";
pub const VIR_DOMAIN_STATS_IOTHREAD_COUNT: &str = "iothread.count";
pub const VIR_DOMAIN_STATS_IOTHREAD_PREFIX: &str = "iothread.";
pub const VIR_DOMAIN_STATS_IOTHREAD_SUFFIX_POLL_GROW: &str = ".poll-grow";
pub const VIR_DOMAIN_STATS_IOTHREAD_SUFFIX_POLL_MAX_NS: &str = ".poll-max-ns";
pub const VIR_DOMAIN_STATS_IOTHREAD_SUFFIX_POLL_SHRINK: &str = ".poll-shrink";
pub const VIR_DOMAIN_STATS_IOTHREAD_SUFFIX_POLL_WEIGHT: &str = ".poll-weight";
pub const VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_COUNT: &str = "memory.bandwidth.monitor.count";
pub const VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_PREFIX: &str = "memory.bandwidth.monitor.";
pub const VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NAME: &str = ".name";
pub const VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NODE_COUNT: &str = ".node.count";
pub const VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NODE_PREFIX: &str = ".node.";
pub const VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NODE_SUFFIX_BYTES_LOCAL: &str = ".bytes.local";
pub const VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NODE_SUFFIX_BYTES_TOTAL: &str = ".bytes.total";
pub const VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NODE_SUFFIX_ID: &str = ".id";
pub const VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_VCPUS: &str = ".vcpus";
pub const VIR_DOMAIN_STATS_NET_COUNT: &str = "net.count";
pub const VIR_DOMAIN_STATS_NET_PREFIX: &str = "net.";
pub const VIR_DOMAIN_STATS_NET_SUFFIX_NAME: &str = ".name";
pub const VIR_DOMAIN_STATS_NET_SUFFIX_RX_BYTES: &str = ".rx.bytes";
pub const VIR_DOMAIN_STATS_NET_SUFFIX_RX_DROP: &str = ".rx.drop";
pub const VIR_DOMAIN_STATS_NET_SUFFIX_RX_ERRS: &str = ".rx.errs";
pub const VIR_DOMAIN_STATS_NET_SUFFIX_RX_PKTS: &str = ".rx.pkts";
pub const VIR_DOMAIN_STATS_NET_SUFFIX_TX_BYTES: &str = ".tx.bytes";
pub const VIR_DOMAIN_STATS_NET_SUFFIX_TX_DROP: &str = ".tx.drop";
pub const VIR_DOMAIN_STATS_NET_SUFFIX_TX_ERRS: &str = ".tx.errs";
pub const VIR_DOMAIN_STATS_NET_SUFFIX_TX_PKTS: &str = ".tx.pkts";
pub const VIR_DOMAIN_STATS_PERF_ALIGNMENT_FAULTS: &str = "perf.alignment_faults";
pub const VIR_DOMAIN_STATS_PERF_BRANCH_INSTRUCTIONS: &str = "perf.branch_instructions";
pub const VIR_DOMAIN_STATS_PERF_BRANCH_MISSES: &str = "perf.branch_misses";
pub const VIR_DOMAIN_STATS_PERF_BUS_CYCLES: &str = "perf.bus_cycles";
pub const VIR_DOMAIN_STATS_PERF_CACHE_MISSES: &str = "perf.cache_misses";
pub const VIR_DOMAIN_STATS_PERF_CACHE_REFERENCES: &str = "perf.cache_references";
pub const VIR_DOMAIN_STATS_PERF_CMT: &str = "perf.cmt";
pub const VIR_DOMAIN_STATS_PERF_CONTEXT_SWITCHES: &str = "perf.context_switches";
pub const VIR_DOMAIN_STATS_PERF_CPU_CLOCK: &str = "perf.cpu_clock";
pub const VIR_DOMAIN_STATS_PERF_CPU_CYCLES: &str = "perf.cpu_cycles";
pub const VIR_DOMAIN_STATS_PERF_CPU_MIGRATIONS: &str = "perf.cpu_migrations";
pub const VIR_DOMAIN_STATS_PERF_EMULATION_FAULTS: &str = "perf.emulation_faults";
pub const VIR_DOMAIN_STATS_PERF_INSTRUCTIONS: &str = "perf.instructions";
pub const VIR_DOMAIN_STATS_PERF_MBML: &str = "perf.mbml";
pub const VIR_DOMAIN_STATS_PERF_MBMT: &str = "perf.mbmt";
pub const VIR_DOMAIN_STATS_PERF_PAGE_FAULTS: &str = "perf.page_faults";
pub const VIR_DOMAIN_STATS_PERF_PAGE_FAULTS_MAJ: &str = "perf.page_faults_maj";
pub const VIR_DOMAIN_STATS_PERF_PAGE_FAULTS_MIN: &str = "perf.page_faults_min";
pub const VIR_DOMAIN_STATS_PERF_REF_CPU_CYCLES: &str = "perf.ref_cpu_cycles";
pub const VIR_DOMAIN_STATS_PERF_STALLED_CYCLES_BACKEND: &str = "perf.stalled_cycles_backend";
pub const VIR_DOMAIN_STATS_PERF_STALLED_CYCLES_FRONTEND: &str = "perf.stalled_cycles_frontend";
pub const VIR_DOMAIN_STATS_PERF_TASK_CLOCK: &str = "perf.task_clock";
pub const VIR_DOMAIN_STATS_STATE_REASON: &str = "state.reason";
pub const VIR_DOMAIN_STATS_STATE_STATE: &str = "state.state";
pub const VIR_DOMAIN_STATS_VCPU_CURRENT: &str = "vcpu.current";
pub const VIR_DOMAIN_STATS_VCPU_MAXIMUM: &str = "vcpu.maximum";
pub const VIR_DOMAIN_STATS_VCPU_PREFIX: &str = "vcpu.";
pub const VIR_DOMAIN_STATS_VCPU_SUFFIX_DELAY: &str = ".delay";
pub const VIR_DOMAIN_STATS_VCPU_SUFFIX_HALTED: &str = ".halted";
pub const VIR_DOMAIN_STATS_VCPU_SUFFIX_STATE: &str = ".state";
pub const VIR_DOMAIN_STATS_VCPU_SUFFIX_TIME: &str = ".time";
pub const VIR_DOMAIN_STATS_VCPU_SUFFIX_WAIT: &str = ".wait";
pub const VIR_DOMAIN_STATS_VM_PREFIX: &str = "vm.";
pub const VIR_DOMAIN_TUNABLE_BLKDEV_DISK: &str = "blkdeviotune.disk";
pub const VIR_DOMAIN_TUNABLE_BLKDEV_GROUP_NAME: &str = "blkdeviotune.group_name";
pub const VIR_DOMAIN_TUNABLE_BLKDEV_READ_BYTES_SEC: &str = "blkdeviotune.read_bytes_sec";
pub const VIR_DOMAIN_TUNABLE_BLKDEV_READ_BYTES_SEC_MAX: &str = "blkdeviotune.read_bytes_sec_max";
pub const VIR_DOMAIN_TUNABLE_BLKDEV_READ_BYTES_SEC_MAX_LENGTH: &str = "blkdeviotune.read_bytes_sec_max_length";
pub const VIR_DOMAIN_TUNABLE_BLKDEV_READ_IOPS_SEC: &str = "blkdeviotune.read_iops_sec";
pub const VIR_DOMAIN_TUNABLE_BLKDEV_READ_IOPS_SEC_MAX: &str = "blkdeviotune.read_iops_sec_max";
pub const VIR_DOMAIN_TUNABLE_BLKDEV_READ_IOPS_SEC_MAX_LENGTH: &str = "blkdeviotune.read_iops_sec_max_length";
pub const VIR_DOMAIN_TUNABLE_BLKDEV_SIZE_IOPS_SEC: &str = "blkdeviotune.size_iops_sec";
pub const VIR_DOMAIN_TUNABLE_BLKDEV_TOTAL_BYTES_SEC: &str = "blkdeviotune.total_bytes_sec";
pub const VIR_DOMAIN_TUNABLE_BLKDEV_TOTAL_BYTES_SEC_MAX: &str = "blkdeviotune.total_bytes_sec_max";
pub const VIR_DOMAIN_TUNABLE_BLKDEV_TOTAL_BYTES_SEC_MAX_LENGTH: &str = "blkdeviotune.total_bytes_sec_max_length";
pub const VIR_DOMAIN_TUNABLE_BLKDEV_TOTAL_IOPS_SEC: &str = "blkdeviotune.total_iops_sec";
pub const VIR_DOMAIN_TUNABLE_BLKDEV_TOTAL_IOPS_SEC_MAX: &str = "blkdeviotune.total_iops_sec_max";
pub const VIR_DOMAIN_TUNABLE_BLKDEV_TOTAL_IOPS_SEC_MAX_LENGTH: &str = "blkdeviotune.total_iops_sec_max_length";
pub const VIR_DOMAIN_TUNABLE_BLKDEV_WRITE_BYTES_SEC: &str = "blkdeviotune.write_bytes_sec";
pub const VIR_DOMAIN_TUNABLE_BLKDEV_WRITE_BYTES_SEC_MAX: &str = "blkdeviotune.write_bytes_sec_max";
pub const VIR_DOMAIN_TUNABLE_BLKDEV_WRITE_BYTES_SEC_MAX_LENGTH: &str = "blkdeviotune.write_bytes_sec_max_length";
pub const VIR_DOMAIN_TUNABLE_BLKDEV_WRITE_IOPS_SEC: &str = "blkdeviotune.write_iops_sec";
pub const VIR_DOMAIN_TUNABLE_BLKDEV_WRITE_IOPS_SEC_MAX: &str = "blkdeviotune.write_iops_sec_max";
pub const VIR_DOMAIN_TUNABLE_BLKDEV_WRITE_IOPS_SEC_MAX_LENGTH: &str = "blkdeviotune.write_iops_sec_max_length";
pub const VIR_DOMAIN_TUNABLE_CPU_CPU_SHARES: &str = "cputune.cpu_shares";
pub const VIR_DOMAIN_TUNABLE_CPU_EMULATORPIN: &str = "cputune.emulatorpin";
pub const VIR_DOMAIN_TUNABLE_CPU_EMULATOR_PERIOD: &str = "cputune.emulator_period";
pub const VIR_DOMAIN_TUNABLE_CPU_EMULATOR_QUOTA: &str = "cputune.emulator_quota";
pub const VIR_DOMAIN_TUNABLE_CPU_GLOBAL_PERIOD: &str = "cputune.global_period";
pub const VIR_DOMAIN_TUNABLE_CPU_GLOBAL_QUOTA: &str = "cputune.global_quota";
pub const VIR_DOMAIN_TUNABLE_CPU_IOTHREADSPIN: &str = "cputune.iothreadpin%u";
pub const VIR_DOMAIN_TUNABLE_CPU_IOTHREAD_PERIOD: &str = "cputune.iothread_period";
pub const VIR_DOMAIN_TUNABLE_CPU_IOTHREAD_QUOTA: &str = "cputune.iothread_quota";
pub const VIR_DOMAIN_TUNABLE_CPU_VCPUPIN: &str = "cputune.vcpupin%u";
pub const VIR_DOMAIN_TUNABLE_CPU_VCPU_PERIOD: &str = "cputune.vcpu_period";
pub const VIR_DOMAIN_TUNABLE_CPU_VCPU_QUOTA: &str = "cputune.vcpu_quota";
pub const VIR_MIGRATE_PARAM_AUTO_CONVERGE_INCREMENT: &str = "auto_converge.increment";
pub const VIR_MIGRATE_PARAM_AUTO_CONVERGE_INITIAL: &str = "auto_converge.initial";
pub const VIR_MIGRATE_PARAM_BANDWIDTH: &str = "bandwidth";
pub const VIR_MIGRATE_PARAM_BANDWIDTH_AVAIL_SWITCHOVER: &str = "bandwidth.avail.switchover";
pub const VIR_MIGRATE_PARAM_BANDWIDTH_POSTCOPY: &str = "bandwidth.postcopy";
pub const VIR_MIGRATE_PARAM_COMPRESSION: &str = "compression";
pub const VIR_MIGRATE_PARAM_COMPRESSION_MT_DTHREADS: &str = "compression.mt.dthreads";
pub const VIR_MIGRATE_PARAM_COMPRESSION_MT_LEVEL: &str = "compression.mt.level";
pub const VIR_MIGRATE_PARAM_COMPRESSION_MT_THREADS: &str = "compression.mt.threads";
pub const VIR_MIGRATE_PARAM_COMPRESSION_XBZRLE_CACHE: &str = "compression.xbzrle.cache";
pub const VIR_MIGRATE_PARAM_COMPRESSION_ZLIB_LEVEL: &str = "compression.zlib.level";
pub const VIR_MIGRATE_PARAM_COMPRESSION_ZSTD_LEVEL: &str = "compression.zstd.level";
pub const VIR_MIGRATE_PARAM_DEST_NAME: &str = "destination_name";
pub const VIR_MIGRATE_PARAM_DEST_XML: &str = "destination_xml";
pub const VIR_MIGRATE_PARAM_DISKS_PORT: &str = "disks_port";
pub const VIR_MIGRATE_PARAM_DISKS_URI: &str = "disks_uri";
pub const VIR_MIGRATE_PARAM_GRAPHICS_URI: &str = "graphics_uri";
pub const VIR_MIGRATE_PARAM_LISTEN_ADDRESS: &str = "listen_address";
pub const VIR_MIGRATE_PARAM_MIGRATE_DISKS: &str = "migrate_disks";
pub const VIR_MIGRATE_PARAM_MIGRATE_DISKS_DETECT_ZEROES: &str = "migrate_disks_detect_zeroes";
pub const VIR_MIGRATE_PARAM_MIGRATE_DISKS_TARGET_ZERO: &str = "migrate_disks_target_zero";
pub const VIR_MIGRATE_PARAM_PARALLEL_CONNECTIONS: &str = "parallel.connections";
pub const VIR_MIGRATE_PARAM_PERSIST_XML: &str = "persistent_xml";
pub const VIR_MIGRATE_PARAM_TLS_DESTINATION: &str = "tls.destination";
pub const VIR_MIGRATE_PARAM_URI: &str = "migrate_uri";
pub const VIR_PERF_PARAM_ALIGNMENT_FAULTS: &str = "alignment_faults";
pub const VIR_PERF_PARAM_BRANCH_INSTRUCTIONS: &str = "branch_instructions";
pub const VIR_PERF_PARAM_BRANCH_MISSES: &str = "branch_misses";
pub const VIR_PERF_PARAM_BUS_CYCLES: &str = "bus_cycles";
pub const VIR_PERF_PARAM_CACHE_MISSES: &str = "cache_misses";
pub const VIR_PERF_PARAM_CACHE_REFERENCES: &str = "cache_references";
pub const VIR_PERF_PARAM_CMT: &str = "cmt";
pub const VIR_PERF_PARAM_CONTEXT_SWITCHES: &str = "context_switches";
pub const VIR_PERF_PARAM_CPU_CLOCK: &str = "cpu_clock";
pub const VIR_PERF_PARAM_CPU_CYCLES: &str = "cpu_cycles";
pub const VIR_PERF_PARAM_CPU_MIGRATIONS: &str = "cpu_migrations";
pub const VIR_PERF_PARAM_EMULATION_FAULTS: &str = "emulation_faults";
pub const VIR_PERF_PARAM_INSTRUCTIONS: &str = "instructions";
pub const VIR_PERF_PARAM_MBML: &str = "mbml";
pub const VIR_PERF_PARAM_MBMT: &str = "mbmt";
pub const VIR_PERF_PARAM_PAGE_FAULTS: &str = "page_faults";
pub const VIR_PERF_PARAM_PAGE_FAULTS_MAJ: &str = "page_faults_maj";
pub const VIR_PERF_PARAM_PAGE_FAULTS_MIN: &str = "page_faults_min";
pub const VIR_PERF_PARAM_REF_CPU_CYCLES: &str = "ref_cpu_cycles";
pub const VIR_PERF_PARAM_STALLED_CYCLES_BACKEND: &str = "stalled_cycles_backend";
pub const VIR_PERF_PARAM_STALLED_CYCLES_FRONTEND: &str = "stalled_cycles_frontend";
pub const VIR_PERF_PARAM_TASK_CLOCK: &str = "task_clock";
pub const VIR_NETWORK_PORT_BANDWIDTH_IN_AVERAGE: &str = "inbound.average";
pub const VIR_NETWORK_PORT_BANDWIDTH_IN_BURST: &str = "inbound.burst";
pub const VIR_NETWORK_PORT_BANDWIDTH_IN_FLOOR: &str = "inbound.floor";
pub const VIR_NETWORK_PORT_BANDWIDTH_IN_PEAK: &str = "inbound.peak";
pub const VIR_NETWORK_PORT_BANDWIDTH_OUT_AVERAGE: &str = "outbound.average";
pub const VIR_NETWORK_PORT_BANDWIDTH_OUT_BURST: &str = "outbound.burst";
pub const VIR_NETWORK_PORT_BANDWIDTH_OUT_PEAK: &str = "outbound.peak";
pub const VIR_THREADPOOL_WORKERS_MIN: &str = "minWorkers";
pub const VIR_THREADPOOL_WORKERS_MAX: &str = "maxWorkers";
pub const VIR_THREADPOOL_WORKERS_PRIORITY: &str = "prioWorkers";
pub const VIR_THREADPOOL_WORKERS_FREE: &str = "freeWorkers";
pub const VIR_THREADPOOL_WORKERS_CURRENT: &str = "nWorkers";
pub const VIR_THREADPOOL_JOB_QUEUE_DEPTH: &str = "jobQueueDepth";
pub const VIR_SERVER_CLIENTS_MAX: &str = "nclients_max";
pub const VIR_SERVER_CLIENTS_CURRENT: &str = "nclients";
pub const VIR_SERVER_CLIENTS_UNAUTH_MAX: &str = "nclients_unauth_max";
pub const VIR_SERVER_CLIENTS_UNAUTH_CURRENT: &str = "nclients_unauth";
pub const VIR_CLIENT_INFO_READONLY: &str = "readonly";
pub const VIR_CLIENT_INFO_SOCKET_ADDR: &str = "sock_addr";
pub const VIR_CLIENT_INFO_SASL_USER_NAME: &str = "sasl_user_name";
pub const VIR_CLIENT_INFO_X509_DISTINGUISHED_NAME: &str = "tls_x509_dname";
pub const VIR_CLIENT_INFO_UNIX_USER_ID: &str = "unix_user_id";
pub const VIR_CLIENT_INFO_UNIX_USER_NAME: &str = "unix_user_name";
pub const VIR_CLIENT_INFO_UNIX_GROUP_ID: &str = "unix_group_id";
pub const VIR_CLIENT_INFO_UNIX_GROUP_NAME: &str = "unix_group_name";
pub const VIR_CLIENT_INFO_UNIX_PROCESS_ID: &str = "unix_process_id";
pub const VIR_CLIENT_INFO_SELINUX_CONTEXT: &str = "selinux_context";

// virConnectCloseReason
pub const VIR_CONNECT_CLOSE_REASON_ERROR: u32 = 0;
pub const VIR_CONNECT_CLOSE_REASON_EOF: u32 = 1;
pub const VIR_CONNECT_CLOSE_REASON_KEEPALIVE: u32 = 2;
pub const VIR_CONNECT_CLOSE_REASON_CLIENT: u32 = 3;
pub const VIR_CONNECT_CLOSE_REASON_LAST: u32 = 4;

// virTypedParameterType
pub const VIR_TYPED_PARAM_INT: u32 = 1;
pub const VIR_TYPED_PARAM_UINT: u32 = 2;
pub const VIR_TYPED_PARAM_LLONG: u32 = 3;
pub const VIR_TYPED_PARAM_ULLONG: u32 = 4;
pub const VIR_TYPED_PARAM_DOUBLE: u32 = 5;
pub const VIR_TYPED_PARAM_BOOLEAN: u32 = 6;
pub const VIR_TYPED_PARAM_STRING: u32 = 7;
pub const VIR_TYPED_PARAM_LAST: u32 = 8;

// virTypedParameterFlags
pub const VIR_TYPED_PARAM_STRING_OKAY: u32 = 4;

// virConnectFlags
pub const VIR_CONNECT_RO: u32 = 1;
pub const VIR_CONNECT_NO_ALIASES: u32 = 2;

// virConnectCredentialType
pub const VIR_CRED_USERNAME: u32 = 1;
pub const VIR_CRED_AUTHNAME: u32 = 2;
pub const VIR_CRED_LANGUAGE: u32 = 3;
pub const VIR_CRED_CNONCE: u32 = 4;
pub const VIR_CRED_PASSPHRASE: u32 = 5;
pub const VIR_CRED_ECHOPROMPT: u32 = 6;
pub const VIR_CRED_NOECHOPROMPT: u32 = 7;
pub const VIR_CRED_REALM: u32 = 8;
pub const VIR_CRED_EXTERNAL: u32 = 9;
pub const VIR_CRED_LAST: u32 = 10;

// virCPUCompareResult
pub const VIR_CPU_COMPARE_ERROR: i32 = -1;
pub const VIR_CPU_COMPARE_INCOMPATIBLE: i32 = 0;
pub const VIR_CPU_COMPARE_IDENTICAL: i32 = 1;
pub const VIR_CPU_COMPARE_SUPERSET: i32 = 2;
pub const VIR_CPU_COMPARE_LAST: i32 = 3;

// virConnectCompareCPUFlags
pub const VIR_CONNECT_COMPARE_CPU_FAIL_INCOMPATIBLE: u32 = 1;
pub const VIR_CONNECT_COMPARE_CPU_VALIDATE_XML: u32 = 2;

// virConnectBaselineCPUFlags
pub const VIR_CONNECT_BASELINE_CPU_EXPAND_FEATURES: u32 = 1;
pub const VIR_CONNECT_BASELINE_CPU_MIGRATABLE: u32 = 2;
pub const VIR_CONNECT_BASELINE_CPU_IGNORE_HOST: u32 = 4;

// virNodeGetCPUStatsAllCPUs
pub const VIR_NODE_CPU_STATS_ALL_CPUS: i32 = -1;

// virNodeGetMemoryStatsAllCells
pub const VIR_NODE_MEMORY_STATS_ALL_CELLS: i32 = -1;

// virNodeAllocPagesFlags
pub const VIR_NODE_ALLOC_PAGES_ADD: u32 = 0;
pub const VIR_NODE_ALLOC_PAGES_SET: u32 = 1;

// virNodeSuspendTarget
pub const VIR_NODE_SUSPEND_TARGET_MEM: u32 = 0;
pub const VIR_NODE_SUSPEND_TARGET_DISK: u32 = 1;
pub const VIR_NODE_SUSPEND_TARGET_HYBRID: u32 = 2;
pub const VIR_NODE_SUSPEND_TARGET_LAST: u32 = 3;

// virConnectDomainEventAgentLifecycleReason
pub const VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_UNKNOWN: u32 = 0;
pub const VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_DOMAIN_STARTED: u32 = 1;
pub const VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_CHANNEL: u32 = 2;
pub const VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_LAST: u32 = 3;

// virConnectDomainEventAgentLifecycleState
pub const VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_CONNECTED: u32 = 1;
pub const VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_DISCONNECTED: u32 = 2;
pub const VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_LAST: u32 = 3;

// virConnectDomainEventChannelLifecycleReason
pub const VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_REASON_UNKNOWN: u32 = 0;
pub const VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_REASON_DOMAIN_STARTED: u32 = 1;
pub const VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_REASON_CHANNEL: u32 = 2;
pub const VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_REASON_LAST: u32 = 3;

// virConnectDomainEventChannelLifecycleState
pub const VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_STATE_CONNECTED: u32 = 1;
pub const VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_STATE_DISCONNECTED: u32 = 2;
pub const VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_STATE_LAST: u32 = 3;

// virConnectGetDomainCapabilitiesFlags
pub const VIR_CONNECT_GET_DOMAIN_CAPABILITIES_DISABLE_DEPRECATED_FEATURES: u32 = 1;
pub const VIR_CONNECT_GET_DOMAIN_CAPABILITIES_EXPAND_CPU_FEATURES: u32 = 2;
pub const VIR_CONNECT_GET_DOMAIN_CAPABILITIES_SUPPORTED_CPU_FEATURES: u32 = 4;

// virConnectListAllDomainsFlags
pub const VIR_CONNECT_LIST_DOMAINS_ACTIVE: u32 = 1;
pub const VIR_CONNECT_LIST_DOMAINS_INACTIVE: u32 = 2;
pub const VIR_CONNECT_LIST_DOMAINS_PERSISTENT: u32 = 4;
pub const VIR_CONNECT_LIST_DOMAINS_TRANSIENT: u32 = 8;
pub const VIR_CONNECT_LIST_DOMAINS_RUNNING: u32 = 16;
pub const VIR_CONNECT_LIST_DOMAINS_PAUSED: u32 = 32;
pub const VIR_CONNECT_LIST_DOMAINS_SHUTOFF: u32 = 64;
pub const VIR_CONNECT_LIST_DOMAINS_OTHER: u32 = 128;
pub const VIR_CONNECT_LIST_DOMAINS_MANAGEDSAVE: u32 = 256;
pub const VIR_CONNECT_LIST_DOMAINS_NO_MANAGEDSAVE: u32 = 512;
pub const VIR_CONNECT_LIST_DOMAINS_AUTOSTART: u32 = 1024;
pub const VIR_CONNECT_LIST_DOMAINS_NO_AUTOSTART: u32 = 2048;
pub const VIR_CONNECT_LIST_DOMAINS_HAS_SNAPSHOT: u32 = 4096;
pub const VIR_CONNECT_LIST_DOMAINS_NO_SNAPSHOT: u32 = 8192;
pub const VIR_CONNECT_LIST_DOMAINS_HAS_CHECKPOINT: u32 = 16384;
pub const VIR_CONNECT_LIST_DOMAINS_NO_CHECKPOINT: u32 = 32768;

// virConnectGetAllDomainStatsFlags
pub const VIR_CONNECT_GET_ALL_DOMAINS_STATS_NOWAIT: u32 = 536870912;
pub const VIR_CONNECT_GET_ALL_DOMAINS_STATS_BACKING: u32 = 1073741824;
pub const VIR_CONNECT_GET_ALL_DOMAINS_STATS_ENFORCE_STATS: u32 = 2147483648;
pub const VIR_CONNECT_GET_ALL_DOMAINS_STATS_ACTIVE: u32 = 1;
pub const VIR_CONNECT_GET_ALL_DOMAINS_STATS_INACTIVE: u32 = 2;
pub const VIR_CONNECT_GET_ALL_DOMAINS_STATS_OTHER: u32 = 128;
pub const VIR_CONNECT_GET_ALL_DOMAINS_STATS_PAUSED: u32 = 32;
pub const VIR_CONNECT_GET_ALL_DOMAINS_STATS_PERSISTENT: u32 = 4;
pub const VIR_CONNECT_GET_ALL_DOMAINS_STATS_RUNNING: u32 = 16;
pub const VIR_CONNECT_GET_ALL_DOMAINS_STATS_SHUTOFF: u32 = 64;
pub const VIR_CONNECT_GET_ALL_DOMAINS_STATS_TRANSIENT: u32 = 8;

// virDomainAbortJobFlagsValues
pub const VIR_DOMAIN_ABORT_JOB_POSTCOPY: u32 = 1;

// virDomainModificationImpact
pub const VIR_DOMAIN_AFFECT_CURRENT: u32 = 0;
pub const VIR_DOMAIN_AFFECT_LIVE: u32 = 1;
pub const VIR_DOMAIN_AFFECT_CONFIG: u32 = 2;

// virDomainAgentResponseTimeoutValues
pub const VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_BLOCK: i32 = -2;
pub const VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_DEFAULT: i32 = -1;
pub const VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_NOWAIT: i32 = 0;

// virDomainAuthorizedSSHKeysSetFlags
pub const VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_APPEND: u32 = 1;
pub const VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_REMOVE: u32 = 2;

// virDomainBackupBeginFlags
pub const VIR_DOMAIN_BACKUP_BEGIN_REUSE_EXTERNAL: u32 = 1;
pub const VIR_DOMAIN_BACKUP_BEGIN_PRESERVE_SHUTDOWN_DOMAIN: u32 = 2;

// virBlkioParameterType
pub const VIR_DOMAIN_BLKIO_PARAM_BOOLEAN: u32 = 6;
pub const VIR_DOMAIN_BLKIO_PARAM_DOUBLE: u32 = 5;
pub const VIR_DOMAIN_BLKIO_PARAM_INT: u32 = 1;
pub const VIR_DOMAIN_BLKIO_PARAM_LLONG: u32 = 3;
pub const VIR_DOMAIN_BLKIO_PARAM_UINT: u32 = 2;
pub const VIR_DOMAIN_BLKIO_PARAM_ULLONG: u32 = 4;

// virDomainState
pub const VIR_DOMAIN_NOSTATE: u32 = 0;
pub const VIR_DOMAIN_RUNNING: u32 = 1;
pub const VIR_DOMAIN_BLOCKED: u32 = 2;
pub const VIR_DOMAIN_PAUSED: u32 = 3;
pub const VIR_DOMAIN_SHUTDOWN: u32 = 4;
pub const VIR_DOMAIN_SHUTOFF: u32 = 5;
pub const VIR_DOMAIN_CRASHED: u32 = 6;
pub const VIR_DOMAIN_PMSUSPENDED: u32 = 7;
pub const VIR_DOMAIN_LAST: u32 = 8;

// virDomainBlockedReason
pub const VIR_DOMAIN_BLOCKED_UNKNOWN: u32 = 0;
pub const VIR_DOMAIN_BLOCKED_LAST: u32 = 1;

// virDomainBlockCommitFlags
pub const VIR_DOMAIN_BLOCK_COMMIT_SHALLOW: u32 = 1;
pub const VIR_DOMAIN_BLOCK_COMMIT_DELETE: u32 = 2;
pub const VIR_DOMAIN_BLOCK_COMMIT_ACTIVE: u32 = 4;
pub const VIR_DOMAIN_BLOCK_COMMIT_RELATIVE: u32 = 8;
pub const VIR_DOMAIN_BLOCK_COMMIT_BANDWIDTH_BYTES: u32 = 16;

// virDomainBlockCopyFlags
pub const VIR_DOMAIN_BLOCK_COPY_SHALLOW: u32 = 1;
pub const VIR_DOMAIN_BLOCK_COPY_REUSE_EXT: u32 = 2;
pub const VIR_DOMAIN_BLOCK_COPY_TRANSIENT_JOB: u32 = 4;
pub const VIR_DOMAIN_BLOCK_COPY_SYNCHRONOUS_WRITES: u32 = 8;
pub const VIR_DOMAIN_BLOCK_COPY_TARGET_ZEROED: u32 = 16;

// virDomainBlockJobAbortFlags
pub const VIR_DOMAIN_BLOCK_JOB_ABORT_ASYNC: u32 = 1;
pub const VIR_DOMAIN_BLOCK_JOB_ABORT_PIVOT: u32 = 2;

// virConnectDomainEventBlockJobStatus
pub const VIR_DOMAIN_BLOCK_JOB_COMPLETED: u32 = 0;
pub const VIR_DOMAIN_BLOCK_JOB_FAILED: u32 = 1;
pub const VIR_DOMAIN_BLOCK_JOB_CANCELED: u32 = 2;
pub const VIR_DOMAIN_BLOCK_JOB_READY: u32 = 3;
pub const VIR_DOMAIN_BLOCK_JOB_LAST: u32 = 4;

// virDomainBlockJobInfoFlags
pub const VIR_DOMAIN_BLOCK_JOB_INFO_BANDWIDTH_BYTES: u32 = 1;

// virDomainBlockJobSetSpeedFlags
pub const VIR_DOMAIN_BLOCK_JOB_SPEED_BANDWIDTH_BYTES: u32 = 1;

// virDomainBlockJobType
pub const VIR_DOMAIN_BLOCK_JOB_TYPE_UNKNOWN: u32 = 0;
pub const VIR_DOMAIN_BLOCK_JOB_TYPE_PULL: u32 = 1;
pub const VIR_DOMAIN_BLOCK_JOB_TYPE_COPY: u32 = 2;
pub const VIR_DOMAIN_BLOCK_JOB_TYPE_COMMIT: u32 = 3;
pub const VIR_DOMAIN_BLOCK_JOB_TYPE_ACTIVE_COMMIT: u32 = 4;
pub const VIR_DOMAIN_BLOCK_JOB_TYPE_BACKUP: u32 = 5;
pub const VIR_DOMAIN_BLOCK_JOB_TYPE_LAST: u32 = 6;

// virDomainBlockPullFlags
pub const VIR_DOMAIN_BLOCK_PULL_BANDWIDTH_BYTES: u32 = 64;

// virDomainBlockRebaseFlags
pub const VIR_DOMAIN_BLOCK_REBASE_SHALLOW: u32 = 1;
pub const VIR_DOMAIN_BLOCK_REBASE_REUSE_EXT: u32 = 2;
pub const VIR_DOMAIN_BLOCK_REBASE_COPY_RAW: u32 = 4;
pub const VIR_DOMAIN_BLOCK_REBASE_COPY: u32 = 8;
pub const VIR_DOMAIN_BLOCK_REBASE_RELATIVE: u32 = 16;
pub const VIR_DOMAIN_BLOCK_REBASE_COPY_DEV: u32 = 32;
pub const VIR_DOMAIN_BLOCK_REBASE_BANDWIDTH_BYTES: u32 = 64;

// virDomainBlockResizeFlags
pub const VIR_DOMAIN_BLOCK_RESIZE_BYTES: u32 = 1;
pub const VIR_DOMAIN_BLOCK_RESIZE_CAPACITY: u32 = 2;
pub const VIR_DOMAIN_BLOCK_RESIZE_EXTEND: u32 = 4;

// virDomainChannelFlags
pub const VIR_DOMAIN_CHANNEL_FORCE: u32 = 1;

// virDomainConsoleFlags
pub const VIR_DOMAIN_CONSOLE_FORCE: u32 = 1;
pub const VIR_DOMAIN_CONSOLE_SAFE: u32 = 2;

// virDomainControlState
pub const VIR_DOMAIN_CONTROL_OK: u32 = 0;
pub const VIR_DOMAIN_CONTROL_JOB: u32 = 1;
pub const VIR_DOMAIN_CONTROL_OCCUPIED: u32 = 2;
pub const VIR_DOMAIN_CONTROL_ERROR: u32 = 3;
pub const VIR_DOMAIN_CONTROL_LAST: u32 = 4;

// virDomainControlErrorReason
pub const VIR_DOMAIN_CONTROL_ERROR_REASON_NONE: u32 = 0;
pub const VIR_DOMAIN_CONTROL_ERROR_REASON_UNKNOWN: u32 = 1;
pub const VIR_DOMAIN_CONTROL_ERROR_REASON_MONITOR: u32 = 2;
pub const VIR_DOMAIN_CONTROL_ERROR_REASON_INTERNAL: u32 = 3;
pub const VIR_DOMAIN_CONTROL_ERROR_REASON_LAST: u32 = 4;

// virDomainCoreDumpFormat
pub const VIR_DOMAIN_CORE_DUMP_FORMAT_RAW: u32 = 0;
pub const VIR_DOMAIN_CORE_DUMP_FORMAT_KDUMP_ZLIB: u32 = 1;
pub const VIR_DOMAIN_CORE_DUMP_FORMAT_KDUMP_LZO: u32 = 2;
pub const VIR_DOMAIN_CORE_DUMP_FORMAT_KDUMP_SNAPPY: u32 = 3;
pub const VIR_DOMAIN_CORE_DUMP_FORMAT_WIN_DMP: u32 = 4;
pub const VIR_DOMAIN_CORE_DUMP_FORMAT_LAST: u32 = 5;

// virDomainCrashedReason
pub const VIR_DOMAIN_CRASHED_UNKNOWN: u32 = 0;
pub const VIR_DOMAIN_CRASHED_PANICKED: u32 = 1;
pub const VIR_DOMAIN_CRASHED_LAST: u32 = 2;

// virDomainDefineFlags
pub const VIR_DOMAIN_DEFINE_VALIDATE: u32 = 1;

// virDomainDestroyFlagsValues
pub const VIR_DOMAIN_DESTROY_DEFAULT: u32 = 0;
pub const VIR_DOMAIN_DESTROY_GRACEFUL: u32 = 1;
pub const VIR_DOMAIN_DESTROY_REMOVE_LOGS: u32 = 2;

// virDomainDeviceModifyFlags
pub const VIR_DOMAIN_DEVICE_MODIFY_FORCE: u32 = 4;
pub const VIR_DOMAIN_DEVICE_MODIFY_CONFIG: u32 = 2;
pub const VIR_DOMAIN_DEVICE_MODIFY_CURRENT: u32 = 0;
pub const VIR_DOMAIN_DEVICE_MODIFY_LIVE: u32 = 1;

// virDomainDirtyRateStatus
pub const VIR_DOMAIN_DIRTYRATE_UNSTARTED: u32 = 0;
pub const VIR_DOMAIN_DIRTYRATE_MEASURING: u32 = 1;
pub const VIR_DOMAIN_DIRTYRATE_MEASURED: u32 = 2;
pub const VIR_DOMAIN_DIRTYRATE_LAST: u32 = 3;

// virDomainDirtyRateCalcFlags
pub const VIR_DOMAIN_DIRTYRATE_MODE_PAGE_SAMPLING: u32 = 0;
pub const VIR_DOMAIN_DIRTYRATE_MODE_DIRTY_BITMAP: u32 = 1;
pub const VIR_DOMAIN_DIRTYRATE_MODE_DIRTY_RING: u32 = 2;

// virDomainDiskErrorCode
pub const VIR_DOMAIN_DISK_ERROR_NONE: u32 = 0;
pub const VIR_DOMAIN_DISK_ERROR_UNSPEC: u32 = 1;
pub const VIR_DOMAIN_DISK_ERROR_NO_SPACE: u32 = 2;
pub const VIR_DOMAIN_DISK_ERROR_LAST: u32 = 3;

// virDomainEventType
pub const VIR_DOMAIN_EVENT_DEFINED: u32 = 0;
pub const VIR_DOMAIN_EVENT_UNDEFINED: u32 = 1;
pub const VIR_DOMAIN_EVENT_STARTED: u32 = 2;
pub const VIR_DOMAIN_EVENT_SUSPENDED: u32 = 3;
pub const VIR_DOMAIN_EVENT_RESUMED: u32 = 4;
pub const VIR_DOMAIN_EVENT_STOPPED: u32 = 5;
pub const VIR_DOMAIN_EVENT_SHUTDOWN: u32 = 6;
pub const VIR_DOMAIN_EVENT_PMSUSPENDED: u32 = 7;
pub const VIR_DOMAIN_EVENT_CRASHED: u32 = 8;
pub const VIR_DOMAIN_EVENT_LAST: u32 = 9;

// virDomainEventCrashedDetailType
pub const VIR_DOMAIN_EVENT_CRASHED_PANICKED: u32 = 0;
pub const VIR_DOMAIN_EVENT_CRASHED_CRASHLOADED: u32 = 1;
pub const VIR_DOMAIN_EVENT_CRASHED_LAST: u32 = 2;

// virDomainEventDefinedDetailType
pub const VIR_DOMAIN_EVENT_DEFINED_ADDED: u32 = 0;
pub const VIR_DOMAIN_EVENT_DEFINED_UPDATED: u32 = 1;
pub const VIR_DOMAIN_EVENT_DEFINED_RENAMED: u32 = 2;
pub const VIR_DOMAIN_EVENT_DEFINED_FROM_SNAPSHOT: u32 = 3;
pub const VIR_DOMAIN_EVENT_DEFINED_LAST: u32 = 4;

// virConnectDomainEventDiskChangeReason
pub const VIR_DOMAIN_EVENT_DISK_CHANGE_MISSING_ON_START: u32 = 0;
pub const VIR_DOMAIN_EVENT_DISK_DROP_MISSING_ON_START: u32 = 1;
pub const VIR_DOMAIN_EVENT_DISK_CHANGE_LAST: u32 = 2;

// virDomainEventGraphicsAddressType
pub const VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_IPV4: u32 = 0;
pub const VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_IPV6: u32 = 1;
pub const VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_UNIX: u32 = 2;
pub const VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_LAST: u32 = 3;

// virDomainEventGraphicsPhase
pub const VIR_DOMAIN_EVENT_GRAPHICS_CONNECT: u32 = 0;
pub const VIR_DOMAIN_EVENT_GRAPHICS_INITIALIZE: u32 = 1;
pub const VIR_DOMAIN_EVENT_GRAPHICS_DISCONNECT: u32 = 2;
pub const VIR_DOMAIN_EVENT_GRAPHICS_LAST: u32 = 3;

// virDomainEventID
pub const VIR_DOMAIN_EVENT_ID_LIFECYCLE: u32 = 0;
pub const VIR_DOMAIN_EVENT_ID_REBOOT: u32 = 1;
pub const VIR_DOMAIN_EVENT_ID_RTC_CHANGE: u32 = 2;
pub const VIR_DOMAIN_EVENT_ID_WATCHDOG: u32 = 3;
pub const VIR_DOMAIN_EVENT_ID_IO_ERROR: u32 = 4;
pub const VIR_DOMAIN_EVENT_ID_GRAPHICS: u32 = 5;
pub const VIR_DOMAIN_EVENT_ID_IO_ERROR_REASON: u32 = 6;
pub const VIR_DOMAIN_EVENT_ID_CONTROL_ERROR: u32 = 7;
pub const VIR_DOMAIN_EVENT_ID_BLOCK_JOB: u32 = 8;
pub const VIR_DOMAIN_EVENT_ID_DISK_CHANGE: u32 = 9;
pub const VIR_DOMAIN_EVENT_ID_TRAY_CHANGE: u32 = 10;
pub const VIR_DOMAIN_EVENT_ID_PMWAKEUP: u32 = 11;
pub const VIR_DOMAIN_EVENT_ID_PMSUSPEND: u32 = 12;
pub const VIR_DOMAIN_EVENT_ID_BALLOON_CHANGE: u32 = 13;
pub const VIR_DOMAIN_EVENT_ID_PMSUSPEND_DISK: u32 = 14;
pub const VIR_DOMAIN_EVENT_ID_DEVICE_REMOVED: u32 = 15;
pub const VIR_DOMAIN_EVENT_ID_BLOCK_JOB_2: u32 = 16;
pub const VIR_DOMAIN_EVENT_ID_TUNABLE: u32 = 17;
pub const VIR_DOMAIN_EVENT_ID_AGENT_LIFECYCLE: u32 = 18;
pub const VIR_DOMAIN_EVENT_ID_DEVICE_ADDED: u32 = 19;
pub const VIR_DOMAIN_EVENT_ID_MIGRATION_ITERATION: u32 = 20;
pub const VIR_DOMAIN_EVENT_ID_JOB_COMPLETED: u32 = 21;
pub const VIR_DOMAIN_EVENT_ID_DEVICE_REMOVAL_FAILED: u32 = 22;
pub const VIR_DOMAIN_EVENT_ID_METADATA_CHANGE: u32 = 23;
pub const VIR_DOMAIN_EVENT_ID_BLOCK_THRESHOLD: u32 = 24;
pub const VIR_DOMAIN_EVENT_ID_MEMORY_FAILURE: u32 = 25;
pub const VIR_DOMAIN_EVENT_ID_MEMORY_DEVICE_SIZE_CHANGE: u32 = 26;
pub const VIR_DOMAIN_EVENT_ID_NIC_MAC_CHANGE: u32 = 27;
pub const VIR_DOMAIN_EVENT_ID_VCPU_REMOVED: u32 = 28;
pub const VIR_DOMAIN_EVENT_ID_CHANNEL_LIFECYCLE: u32 = 29;
pub const VIR_DOMAIN_EVENT_ID_LAST: u32 = 30;

// virDomainEventIOErrorAction
pub const VIR_DOMAIN_EVENT_IO_ERROR_NONE: u32 = 0;
pub const VIR_DOMAIN_EVENT_IO_ERROR_PAUSE: u32 = 1;
pub const VIR_DOMAIN_EVENT_IO_ERROR_REPORT: u32 = 2;
pub const VIR_DOMAIN_EVENT_IO_ERROR_LAST: u32 = 3;

// virDomainMemoryFailureActionType
pub const VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_IGNORE: u32 = 0;
pub const VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_INJECT: u32 = 1;
pub const VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_FATAL: u32 = 2;
pub const VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_RESET: u32 = 3;
pub const VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_LAST: u32 = 4;

// virDomainMemoryFailureRecipientType
pub const VIR_DOMAIN_EVENT_MEMORY_FAILURE_RECIPIENT_HYPERVISOR: u32 = 0;
pub const VIR_DOMAIN_EVENT_MEMORY_FAILURE_RECIPIENT_GUEST: u32 = 1;
pub const VIR_DOMAIN_EVENT_MEMORY_FAILURE_RECIPIENT_LAST: u32 = 2;

// virDomainEventPMSuspendedDetailType
pub const VIR_DOMAIN_EVENT_PMSUSPENDED_MEMORY: u32 = 0;
pub const VIR_DOMAIN_EVENT_PMSUSPENDED_DISK: u32 = 1;
pub const VIR_DOMAIN_EVENT_PMSUSPENDED_LAST: u32 = 2;

// virDomainEventResumedDetailType
pub const VIR_DOMAIN_EVENT_RESUMED_UNPAUSED: u32 = 0;
pub const VIR_DOMAIN_EVENT_RESUMED_MIGRATED: u32 = 1;
pub const VIR_DOMAIN_EVENT_RESUMED_FROM_SNAPSHOT: u32 = 2;
pub const VIR_DOMAIN_EVENT_RESUMED_POSTCOPY: u32 = 3;
pub const VIR_DOMAIN_EVENT_RESUMED_POSTCOPY_FAILED: u32 = 4;
pub const VIR_DOMAIN_EVENT_RESUMED_LAST: u32 = 5;

// virDomainEventShutdownDetailType
pub const VIR_DOMAIN_EVENT_SHUTDOWN_FINISHED: u32 = 0;
pub const VIR_DOMAIN_EVENT_SHUTDOWN_GUEST: u32 = 1;
pub const VIR_DOMAIN_EVENT_SHUTDOWN_HOST: u32 = 2;
pub const VIR_DOMAIN_EVENT_SHUTDOWN_LAST: u32 = 3;

// virDomainEventStartedDetailType
pub const VIR_DOMAIN_EVENT_STARTED_BOOTED: u32 = 0;
pub const VIR_DOMAIN_EVENT_STARTED_MIGRATED: u32 = 1;
pub const VIR_DOMAIN_EVENT_STARTED_RESTORED: u32 = 2;
pub const VIR_DOMAIN_EVENT_STARTED_FROM_SNAPSHOT: u32 = 3;
pub const VIR_DOMAIN_EVENT_STARTED_WAKEUP: u32 = 4;
pub const VIR_DOMAIN_EVENT_STARTED_RECREATED: u32 = 5;
pub const VIR_DOMAIN_EVENT_STARTED_LAST: u32 = 6;

// virDomainEventStoppedDetailType
pub const VIR_DOMAIN_EVENT_STOPPED_SHUTDOWN: u32 = 0;
pub const VIR_DOMAIN_EVENT_STOPPED_DESTROYED: u32 = 1;
pub const VIR_DOMAIN_EVENT_STOPPED_CRASHED: u32 = 2;
pub const VIR_DOMAIN_EVENT_STOPPED_MIGRATED: u32 = 3;
pub const VIR_DOMAIN_EVENT_STOPPED_SAVED: u32 = 4;
pub const VIR_DOMAIN_EVENT_STOPPED_FAILED: u32 = 5;
pub const VIR_DOMAIN_EVENT_STOPPED_FROM_SNAPSHOT: u32 = 6;
pub const VIR_DOMAIN_EVENT_STOPPED_RECREATED: u32 = 7;
pub const VIR_DOMAIN_EVENT_STOPPED_LAST: u32 = 8;

// virDomainEventSuspendedDetailType
pub const VIR_DOMAIN_EVENT_SUSPENDED_PAUSED: u32 = 0;
pub const VIR_DOMAIN_EVENT_SUSPENDED_MIGRATED: u32 = 1;
pub const VIR_DOMAIN_EVENT_SUSPENDED_IOERROR: u32 = 2;
pub const VIR_DOMAIN_EVENT_SUSPENDED_WATCHDOG: u32 = 3;
pub const VIR_DOMAIN_EVENT_SUSPENDED_RESTORED: u32 = 4;
pub const VIR_DOMAIN_EVENT_SUSPENDED_FROM_SNAPSHOT: u32 = 5;
pub const VIR_DOMAIN_EVENT_SUSPENDED_API_ERROR: u32 = 6;
pub const VIR_DOMAIN_EVENT_SUSPENDED_POSTCOPY: u32 = 7;
pub const VIR_DOMAIN_EVENT_SUSPENDED_POSTCOPY_FAILED: u32 = 8;
pub const VIR_DOMAIN_EVENT_SUSPENDED_GUEST_SHUTDOWN: u32 = 9;
pub const VIR_DOMAIN_EVENT_SUSPENDED_LAST: u32 = 10;

// virDomainEventTrayChangeReason
pub const VIR_DOMAIN_EVENT_TRAY_CHANGE_OPEN: u32 = 0;
pub const VIR_DOMAIN_EVENT_TRAY_CHANGE_CLOSE: u32 = 1;
pub const VIR_DOMAIN_EVENT_TRAY_CHANGE_LAST: u32 = 2;

// virDomainEventUndefinedDetailType
pub const VIR_DOMAIN_EVENT_UNDEFINED_REMOVED: u32 = 0;
pub const VIR_DOMAIN_EVENT_UNDEFINED_RENAMED: u32 = 1;
pub const VIR_DOMAIN_EVENT_UNDEFINED_LAST: u32 = 2;

// virDomainEventWatchdogAction
pub const VIR_DOMAIN_EVENT_WATCHDOG_NONE: u32 = 0;
pub const VIR_DOMAIN_EVENT_WATCHDOG_PAUSE: u32 = 1;
pub const VIR_DOMAIN_EVENT_WATCHDOG_RESET: u32 = 2;
pub const VIR_DOMAIN_EVENT_WATCHDOG_POWEROFF: u32 = 3;
pub const VIR_DOMAIN_EVENT_WATCHDOG_SHUTDOWN: u32 = 4;
pub const VIR_DOMAIN_EVENT_WATCHDOG_DEBUG: u32 = 5;
pub const VIR_DOMAIN_EVENT_WATCHDOG_INJECTNMI: u32 = 6;
pub const VIR_DOMAIN_EVENT_WATCHDOG_LAST: u32 = 7;

// virDomainFDAssociateFlags
pub const VIR_DOMAIN_FD_ASSOCIATE_SECLABEL_RESTORE: u32 = 1;
pub const VIR_DOMAIN_FD_ASSOCIATE_SECLABEL_WRITABLE: u32 = 2;

// virDomainGetHostnameFlags
pub const VIR_DOMAIN_GET_HOSTNAME_LEASE: u32 = 1;
pub const VIR_DOMAIN_GET_HOSTNAME_AGENT: u32 = 2;

// virDomainGraphicsReloadType
pub const VIR_DOMAIN_GRAPHICS_RELOAD_TYPE_ANY: u32 = 0;
pub const VIR_DOMAIN_GRAPHICS_RELOAD_TYPE_VNC: u32 = 1;
pub const VIR_DOMAIN_GRAPHICS_RELOAD_TYPE_LAST: u32 = 2;

// virDomainGuestInfoTypes
pub const VIR_DOMAIN_GUEST_INFO_USERS: u32 = 1;
pub const VIR_DOMAIN_GUEST_INFO_OS: u32 = 2;
pub const VIR_DOMAIN_GUEST_INFO_TIMEZONE: u32 = 4;
pub const VIR_DOMAIN_GUEST_INFO_HOSTNAME: u32 = 8;
pub const VIR_DOMAIN_GUEST_INFO_FILESYSTEM: u32 = 16;
pub const VIR_DOMAIN_GUEST_INFO_DISKS: u32 = 32;
pub const VIR_DOMAIN_GUEST_INFO_INTERFACES: u32 = 64;
pub const VIR_DOMAIN_GUEST_INFO_LOAD: u32 = 128;
pub const VIR_DOMAIN_GUEST_INFO_DEVICES: u32 = 256;

// virDomainInterfaceAddressesSource
pub const VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_LEASE: u32 = 0;
pub const VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_AGENT: u32 = 1;
pub const VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_ARP: u32 = 2;
pub const VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_LAST: u32 = 3;

// virDomainJobType
pub const VIR_DOMAIN_JOB_NONE: u32 = 0;
pub const VIR_DOMAIN_JOB_BOUNDED: u32 = 1;
pub const VIR_DOMAIN_JOB_UNBOUNDED: u32 = 2;
pub const VIR_DOMAIN_JOB_COMPLETED: u32 = 3;
pub const VIR_DOMAIN_JOB_FAILED: u32 = 4;
pub const VIR_DOMAIN_JOB_CANCELLED: u32 = 5;
pub const VIR_DOMAIN_JOB_LAST: u32 = 6;

// virDomainJobOperation
pub const VIR_DOMAIN_JOB_OPERATION_UNKNOWN: u32 = 0;
pub const VIR_DOMAIN_JOB_OPERATION_START: u32 = 1;
pub const VIR_DOMAIN_JOB_OPERATION_SAVE: u32 = 2;
pub const VIR_DOMAIN_JOB_OPERATION_RESTORE: u32 = 3;
pub const VIR_DOMAIN_JOB_OPERATION_MIGRATION_IN: u32 = 4;
pub const VIR_DOMAIN_JOB_OPERATION_MIGRATION_OUT: u32 = 5;
pub const VIR_DOMAIN_JOB_OPERATION_SNAPSHOT: u32 = 6;
pub const VIR_DOMAIN_JOB_OPERATION_SNAPSHOT_REVERT: u32 = 7;
pub const VIR_DOMAIN_JOB_OPERATION_DUMP: u32 = 8;
pub const VIR_DOMAIN_JOB_OPERATION_BACKUP: u32 = 9;
pub const VIR_DOMAIN_JOB_OPERATION_SNAPSHOT_DELETE: u32 = 10;
pub const VIR_DOMAIN_JOB_OPERATION_LAST: u32 = 11;

// virDomainGetJobStatsFlags
pub const VIR_DOMAIN_JOB_STATS_COMPLETED: u32 = 1;
pub const VIR_DOMAIN_JOB_STATS_KEEP_COMPLETED: u32 = 2;

// virDomainLifecycleAction
pub const VIR_DOMAIN_LIFECYCLE_ACTION_DESTROY: u32 = 0;
pub const VIR_DOMAIN_LIFECYCLE_ACTION_RESTART: u32 = 1;
pub const VIR_DOMAIN_LIFECYCLE_ACTION_RESTART_RENAME: u32 = 2;
pub const VIR_DOMAIN_LIFECYCLE_ACTION_PRESERVE: u32 = 3;
pub const VIR_DOMAIN_LIFECYCLE_ACTION_COREDUMP_DESTROY: u32 = 4;
pub const VIR_DOMAIN_LIFECYCLE_ACTION_COREDUMP_RESTART: u32 = 5;
pub const VIR_DOMAIN_LIFECYCLE_ACTION_PRESERVE_RUNNING: u32 = 6;
pub const VIR_DOMAIN_LIFECYCLE_ACTION_LAST: u32 = 7;

// virDomainLifecycle
pub const VIR_DOMAIN_LIFECYCLE_POWEROFF: u32 = 0;
pub const VIR_DOMAIN_LIFECYCLE_REBOOT: u32 = 1;
pub const VIR_DOMAIN_LIFECYCLE_CRASH: u32 = 2;
pub const VIR_DOMAIN_LIFECYCLE_LAST: u32 = 3;

// virDomainMemoryFailureFlags
pub const VIR_DOMAIN_MEMORY_FAILURE_ACTION_REQUIRED: u32 = 1;
pub const VIR_DOMAIN_MEMORY_FAILURE_RECURSIVE: u32 = 2;

// virMemoryParameterType
pub const VIR_DOMAIN_MEMORY_PARAM_BOOLEAN: u32 = 6;
pub const VIR_DOMAIN_MEMORY_PARAM_DOUBLE: u32 = 5;
pub const VIR_DOMAIN_MEMORY_PARAM_INT: u32 = 1;
pub const VIR_DOMAIN_MEMORY_PARAM_LLONG: u32 = 3;
pub const VIR_DOMAIN_MEMORY_PARAM_UINT: u32 = 2;
pub const VIR_DOMAIN_MEMORY_PARAM_ULLONG: u32 = 4;

// virDomainMemoryStatTags
pub const VIR_DOMAIN_MEMORY_STAT_SWAP_IN: u32 = 0;
pub const VIR_DOMAIN_MEMORY_STAT_SWAP_OUT: u32 = 1;
pub const VIR_DOMAIN_MEMORY_STAT_MAJOR_FAULT: u32 = 2;
pub const VIR_DOMAIN_MEMORY_STAT_MINOR_FAULT: u32 = 3;
pub const VIR_DOMAIN_MEMORY_STAT_UNUSED: u32 = 4;
pub const VIR_DOMAIN_MEMORY_STAT_AVAILABLE: u32 = 5;
pub const VIR_DOMAIN_MEMORY_STAT_ACTUAL_BALLOON: u32 = 6;
pub const VIR_DOMAIN_MEMORY_STAT_RSS: u32 = 7;
pub const VIR_DOMAIN_MEMORY_STAT_USABLE: u32 = 8;
pub const VIR_DOMAIN_MEMORY_STAT_LAST_UPDATE: u32 = 9;
pub const VIR_DOMAIN_MEMORY_STAT_DISK_CACHES: u32 = 10;
pub const VIR_DOMAIN_MEMORY_STAT_HUGETLB_PGALLOC: u32 = 11;
pub const VIR_DOMAIN_MEMORY_STAT_HUGETLB_PGFAIL: u32 = 12;
pub const VIR_DOMAIN_MEMORY_STAT_NR: u32 = 13;
pub const VIR_DOMAIN_MEMORY_STAT_LAST: u32 = 13;

// virDomainMemoryModFlags
pub const VIR_DOMAIN_MEM_MAXIMUM: u32 = 4;
pub const VIR_DOMAIN_MEM_CONFIG: u32 = 2;
pub const VIR_DOMAIN_MEM_CURRENT: u32 = 0;
pub const VIR_DOMAIN_MEM_LIVE: u32 = 1;

// virDomainMessageType
pub const VIR_DOMAIN_MESSAGE_DEPRECATION: u32 = 1;
pub const VIR_DOMAIN_MESSAGE_TAINTING: u32 = 2;
pub const VIR_DOMAIN_MESSAGE_IOERRORS: u32 = 4;

// virDomainMetadataType
pub const VIR_DOMAIN_METADATA_DESCRIPTION: u32 = 0;
pub const VIR_DOMAIN_METADATA_TITLE: u32 = 1;
pub const VIR_DOMAIN_METADATA_ELEMENT: u32 = 2;
pub const VIR_DOMAIN_METADATA_LAST: u32 = 3;

// virDomainMigrateMaxSpeedFlags
pub const VIR_DOMAIN_MIGRATE_MAX_SPEED_POSTCOPY: u32 = 1;

// virDomainCreateFlags
pub const VIR_DOMAIN_NONE: u32 = 0;
pub const VIR_DOMAIN_START_PAUSED: u32 = 1;
pub const VIR_DOMAIN_START_AUTODESTROY: u32 = 2;
pub const VIR_DOMAIN_START_BYPASS_CACHE: u32 = 4;
pub const VIR_DOMAIN_START_FORCE_BOOT: u32 = 8;
pub const VIR_DOMAIN_START_VALIDATE: u32 = 16;
pub const VIR_DOMAIN_START_RESET_NVRAM: u32 = 32;

// virDomainNostateReason
pub const VIR_DOMAIN_NOSTATE_UNKNOWN: u32 = 0;
pub const VIR_DOMAIN_NOSTATE_LAST: u32 = 1;

// virDomainNumatuneMemMode
pub const VIR_DOMAIN_NUMATUNE_MEM_STRICT: u32 = 0;
pub const VIR_DOMAIN_NUMATUNE_MEM_PREFERRED: u32 = 1;
pub const VIR_DOMAIN_NUMATUNE_MEM_INTERLEAVE: u32 = 2;
pub const VIR_DOMAIN_NUMATUNE_MEM_RESTRICTIVE: u32 = 3;
pub const VIR_DOMAIN_NUMATUNE_MEM_LAST: u32 = 4;

// virDomainOpenGraphicsFlags
pub const VIR_DOMAIN_OPEN_GRAPHICS_SKIPAUTH: u32 = 1;

// virDomainSetUserPasswordFlags
pub const VIR_DOMAIN_PASSWORD_ENCRYPTED: u32 = 1;

// virDomainPausedReason
pub const VIR_DOMAIN_PAUSED_UNKNOWN: u32 = 0;
pub const VIR_DOMAIN_PAUSED_USER: u32 = 1;
pub const VIR_DOMAIN_PAUSED_MIGRATION: u32 = 2;
pub const VIR_DOMAIN_PAUSED_SAVE: u32 = 3;
pub const VIR_DOMAIN_PAUSED_DUMP: u32 = 4;
pub const VIR_DOMAIN_PAUSED_IOERROR: u32 = 5;
pub const VIR_DOMAIN_PAUSED_WATCHDOG: u32 = 6;
pub const VIR_DOMAIN_PAUSED_FROM_SNAPSHOT: u32 = 7;
pub const VIR_DOMAIN_PAUSED_SHUTTING_DOWN: u32 = 8;
pub const VIR_DOMAIN_PAUSED_SNAPSHOT: u32 = 9;
pub const VIR_DOMAIN_PAUSED_CRASHED: u32 = 10;
pub const VIR_DOMAIN_PAUSED_STARTING_UP: u32 = 11;
pub const VIR_DOMAIN_PAUSED_POSTCOPY: u32 = 12;
pub const VIR_DOMAIN_PAUSED_POSTCOPY_FAILED: u32 = 13;
pub const VIR_DOMAIN_PAUSED_API_ERROR: u32 = 14;
pub const VIR_DOMAIN_PAUSED_LAST: u32 = 15;

// virDomainPMSuspendedDiskReason
pub const VIR_DOMAIN_PMSUSPENDED_DISK_UNKNOWN: u32 = 0;
pub const VIR_DOMAIN_PMSUSPENDED_DISK_LAST: u32 = 1;

// virDomainPMSuspendedReason
pub const VIR_DOMAIN_PMSUSPENDED_UNKNOWN: u32 = 0;
pub const VIR_DOMAIN_PMSUSPENDED_LAST: u32 = 1;

// virDomainProcessSignal
pub const VIR_DOMAIN_PROCESS_SIGNAL_NOP: u32 = 0;
pub const VIR_DOMAIN_PROCESS_SIGNAL_HUP: u32 = 1;
pub const VIR_DOMAIN_PROCESS_SIGNAL_INT: u32 = 2;
pub const VIR_DOMAIN_PROCESS_SIGNAL_QUIT: u32 = 3;
pub const VIR_DOMAIN_PROCESS_SIGNAL_ILL: u32 = 4;
pub const VIR_DOMAIN_PROCESS_SIGNAL_TRAP: u32 = 5;
pub const VIR_DOMAIN_PROCESS_SIGNAL_ABRT: u32 = 6;
pub const VIR_DOMAIN_PROCESS_SIGNAL_BUS: u32 = 7;
pub const VIR_DOMAIN_PROCESS_SIGNAL_FPE: u32 = 8;
pub const VIR_DOMAIN_PROCESS_SIGNAL_KILL: u32 = 9;
pub const VIR_DOMAIN_PROCESS_SIGNAL_USR1: u32 = 10;
pub const VIR_DOMAIN_PROCESS_SIGNAL_SEGV: u32 = 11;
pub const VIR_DOMAIN_PROCESS_SIGNAL_USR2: u32 = 12;
pub const VIR_DOMAIN_PROCESS_SIGNAL_PIPE: u32 = 13;
pub const VIR_DOMAIN_PROCESS_SIGNAL_ALRM: u32 = 14;
pub const VIR_DOMAIN_PROCESS_SIGNAL_TERM: u32 = 15;
pub const VIR_DOMAIN_PROCESS_SIGNAL_STKFLT: u32 = 16;
pub const VIR_DOMAIN_PROCESS_SIGNAL_CHLD: u32 = 17;
pub const VIR_DOMAIN_PROCESS_SIGNAL_CONT: u32 = 18;
pub const VIR_DOMAIN_PROCESS_SIGNAL_STOP: u32 = 19;
pub const VIR_DOMAIN_PROCESS_SIGNAL_TSTP: u32 = 20;
pub const VIR_DOMAIN_PROCESS_SIGNAL_TTIN: u32 = 21;
pub const VIR_DOMAIN_PROCESS_SIGNAL_TTOU: u32 = 22;
pub const VIR_DOMAIN_PROCESS_SIGNAL_URG: u32 = 23;
pub const VIR_DOMAIN_PROCESS_SIGNAL_XCPU: u32 = 24;
pub const VIR_DOMAIN_PROCESS_SIGNAL_XFSZ: u32 = 25;
pub const VIR_DOMAIN_PROCESS_SIGNAL_VTALRM: u32 = 26;
pub const VIR_DOMAIN_PROCESS_SIGNAL_PROF: u32 = 27;
pub const VIR_DOMAIN_PROCESS_SIGNAL_WINCH: u32 = 28;
pub const VIR_DOMAIN_PROCESS_SIGNAL_POLL: u32 = 29;
pub const VIR_DOMAIN_PROCESS_SIGNAL_PWR: u32 = 30;
pub const VIR_DOMAIN_PROCESS_SIGNAL_SYS: u32 = 31;
pub const VIR_DOMAIN_PROCESS_SIGNAL_RT0: u32 = 32;
pub const VIR_DOMAIN_PROCESS_SIGNAL_RT1: u32 = 33;
pub const VIR_DOMAIN_PROCESS_SIGNAL_RT2: u32 = 34;
pub const VIR_DOMAIN_PROCESS_SIGNAL_RT3: u32 = 35;
pub const VIR_DOMAIN_PROCESS_SIGNAL_RT4: u32 = 36;
pub const VIR_DOMAIN_PROCESS_SIGNAL_RT5: u32 = 37;
pub const VIR_DOMAIN_PROCESS_SIGNAL_RT6: u32 = 38;
pub const VIR_DOMAIN_PROCESS_SIGNAL_RT7: u32 = 39;
pub const VIR_DOMAIN_PROCESS_SIGNAL_RT8: u32 = 40;
pub const VIR_DOMAIN_PROCESS_SIGNAL_RT9: u32 = 41;
pub const VIR_DOMAIN_PROCESS_SIGNAL_RT10: u32 = 42;
pub const VIR_DOMAIN_PROCESS_SIGNAL_RT11: u32 = 43;
pub const VIR_DOMAIN_PROCESS_SIGNAL_RT12: u32 = 44;
pub const VIR_DOMAIN_PROCESS_SIGNAL_RT13: u32 = 45;
pub const VIR_DOMAIN_PROCESS_SIGNAL_RT14: u32 = 46;
pub const VIR_DOMAIN_PROCESS_SIGNAL_RT15: u32 = 47;
pub const VIR_DOMAIN_PROCESS_SIGNAL_RT16: u32 = 48;
pub const VIR_DOMAIN_PROCESS_SIGNAL_RT17: u32 = 49;
pub const VIR_DOMAIN_PROCESS_SIGNAL_RT18: u32 = 50;
pub const VIR_DOMAIN_PROCESS_SIGNAL_RT19: u32 = 51;
pub const VIR_DOMAIN_PROCESS_SIGNAL_RT20: u32 = 52;
pub const VIR_DOMAIN_PROCESS_SIGNAL_RT21: u32 = 53;
pub const VIR_DOMAIN_PROCESS_SIGNAL_RT22: u32 = 54;
pub const VIR_DOMAIN_PROCESS_SIGNAL_RT23: u32 = 55;
pub const VIR_DOMAIN_PROCESS_SIGNAL_RT24: u32 = 56;
pub const VIR_DOMAIN_PROCESS_SIGNAL_RT25: u32 = 57;
pub const VIR_DOMAIN_PROCESS_SIGNAL_RT26: u32 = 58;
pub const VIR_DOMAIN_PROCESS_SIGNAL_RT27: u32 = 59;
pub const VIR_DOMAIN_PROCESS_SIGNAL_RT28: u32 = 60;
pub const VIR_DOMAIN_PROCESS_SIGNAL_RT29: u32 = 61;
pub const VIR_DOMAIN_PROCESS_SIGNAL_RT30: u32 = 62;
pub const VIR_DOMAIN_PROCESS_SIGNAL_RT31: u32 = 63;
pub const VIR_DOMAIN_PROCESS_SIGNAL_RT32: u32 = 64;
pub const VIR_DOMAIN_PROCESS_SIGNAL_LAST: u32 = 65;

// virDomainRebootFlagValues
pub const VIR_DOMAIN_REBOOT_DEFAULT: u32 = 0;
pub const VIR_DOMAIN_REBOOT_ACPI_POWER_BTN: u32 = 1;
pub const VIR_DOMAIN_REBOOT_GUEST_AGENT: u32 = 2;
pub const VIR_DOMAIN_REBOOT_INITCTL: u32 = 4;
pub const VIR_DOMAIN_REBOOT_SIGNAL: u32 = 8;
pub const VIR_DOMAIN_REBOOT_PARAVIRT: u32 = 16;

// virDomainRunningReason
pub const VIR_DOMAIN_RUNNING_UNKNOWN: u32 = 0;
pub const VIR_DOMAIN_RUNNING_BOOTED: u32 = 1;
pub const VIR_DOMAIN_RUNNING_MIGRATED: u32 = 2;
pub const VIR_DOMAIN_RUNNING_RESTORED: u32 = 3;
pub const VIR_DOMAIN_RUNNING_FROM_SNAPSHOT: u32 = 4;
pub const VIR_DOMAIN_RUNNING_UNPAUSED: u32 = 5;
pub const VIR_DOMAIN_RUNNING_MIGRATION_CANCELED: u32 = 6;
pub const VIR_DOMAIN_RUNNING_SAVE_CANCELED: u32 = 7;
pub const VIR_DOMAIN_RUNNING_WAKEUP: u32 = 8;
pub const VIR_DOMAIN_RUNNING_CRASHED: u32 = 9;
pub const VIR_DOMAIN_RUNNING_POSTCOPY: u32 = 10;
pub const VIR_DOMAIN_RUNNING_POSTCOPY_FAILED: u32 = 11;
pub const VIR_DOMAIN_RUNNING_LAST: u32 = 12;

// virDomainSaveRestoreFlags
pub const VIR_DOMAIN_SAVE_BYPASS_CACHE: u32 = 1;
pub const VIR_DOMAIN_SAVE_RUNNING: u32 = 2;
pub const VIR_DOMAIN_SAVE_PAUSED: u32 = 4;
pub const VIR_DOMAIN_SAVE_RESET_NVRAM: u32 = 8;

// virSchedParameterType
pub const VIR_DOMAIN_SCHED_FIELD_BOOLEAN: u32 = 6;
pub const VIR_DOMAIN_SCHED_FIELD_DOUBLE: u32 = 5;
pub const VIR_DOMAIN_SCHED_FIELD_INT: u32 = 1;
pub const VIR_DOMAIN_SCHED_FIELD_LLONG: u32 = 3;
pub const VIR_DOMAIN_SCHED_FIELD_UINT: u32 = 2;
pub const VIR_DOMAIN_SCHED_FIELD_ULLONG: u32 = 4;

// virDomainSetVcpuFlags
pub const VIR_DOMAIN_SETVCPU_ASYNC_UNPLUG: u32 = 4;
pub const VIR_DOMAIN_SETVCPU_AFFECT_CONFIG: u32 = 2;
pub const VIR_DOMAIN_SETVCPU_AFFECT_CURRENT: u32 = 0;
pub const VIR_DOMAIN_SETVCPU_AFFECT_LIVE: u32 = 1;

// virDomainShutdownFlagValues
pub const VIR_DOMAIN_SHUTDOWN_DEFAULT: u32 = 0;
pub const VIR_DOMAIN_SHUTDOWN_ACPI_POWER_BTN: u32 = 1;
pub const VIR_DOMAIN_SHUTDOWN_GUEST_AGENT: u32 = 2;
pub const VIR_DOMAIN_SHUTDOWN_INITCTL: u32 = 4;
pub const VIR_DOMAIN_SHUTDOWN_SIGNAL: u32 = 8;
pub const VIR_DOMAIN_SHUTDOWN_PARAVIRT: u32 = 16;

// virDomainShutdownReason
pub const VIR_DOMAIN_SHUTDOWN_UNKNOWN: u32 = 0;
pub const VIR_DOMAIN_SHUTDOWN_USER: u32 = 1;
pub const VIR_DOMAIN_SHUTDOWN_LAST: u32 = 2;

// virDomainShutoffReason
pub const VIR_DOMAIN_SHUTOFF_UNKNOWN: u32 = 0;
pub const VIR_DOMAIN_SHUTOFF_SHUTDOWN: u32 = 1;
pub const VIR_DOMAIN_SHUTOFF_DESTROYED: u32 = 2;
pub const VIR_DOMAIN_SHUTOFF_CRASHED: u32 = 3;
pub const VIR_DOMAIN_SHUTOFF_MIGRATED: u32 = 4;
pub const VIR_DOMAIN_SHUTOFF_SAVED: u32 = 5;
pub const VIR_DOMAIN_SHUTOFF_FAILED: u32 = 6;
pub const VIR_DOMAIN_SHUTOFF_FROM_SNAPSHOT: u32 = 7;
pub const VIR_DOMAIN_SHUTOFF_DAEMON: u32 = 8;
pub const VIR_DOMAIN_SHUTOFF_LAST: u32 = 9;

// virDomainStatsTypes
pub const VIR_DOMAIN_STATS_STATE: u32 = 1;
pub const VIR_DOMAIN_STATS_CPU_TOTAL: u32 = 2;
pub const VIR_DOMAIN_STATS_BALLOON: u32 = 4;
pub const VIR_DOMAIN_STATS_VCPU: u32 = 8;
pub const VIR_DOMAIN_STATS_INTERFACE: u32 = 16;
pub const VIR_DOMAIN_STATS_BLOCK: u32 = 32;
pub const VIR_DOMAIN_STATS_PERF: u32 = 64;
pub const VIR_DOMAIN_STATS_IOTHREAD: u32 = 128;
pub const VIR_DOMAIN_STATS_MEMORY: u32 = 256;
pub const VIR_DOMAIN_STATS_DIRTYRATE: u32 = 512;
pub const VIR_DOMAIN_STATS_VM: u32 = 1024;

// virDomainSetTimeFlags
pub const VIR_DOMAIN_TIME_SYNC: u32 = 1;

// virDomainUndefineFlagsValues
pub const VIR_DOMAIN_UNDEFINE_MANAGED_SAVE: u32 = 1;
pub const VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA: u32 = 2;
pub const VIR_DOMAIN_UNDEFINE_NVRAM: u32 = 4;
pub const VIR_DOMAIN_UNDEFINE_KEEP_NVRAM: u32 = 8;
pub const VIR_DOMAIN_UNDEFINE_CHECKPOINTS_METADATA: u32 = 16;
pub const VIR_DOMAIN_UNDEFINE_TPM: u32 = 32;
pub const VIR_DOMAIN_UNDEFINE_KEEP_TPM: u32 = 64;

// virDomainVcpuFlags
pub const VIR_DOMAIN_VCPU_MAXIMUM: u32 = 4;
pub const VIR_DOMAIN_VCPU_GUEST: u32 = 8;
pub const VIR_DOMAIN_VCPU_HOTPLUGGABLE: u32 = 16;
pub const VIR_DOMAIN_VCPU_ASYNC_UNPLUG: u32 = 32;
pub const VIR_DOMAIN_VCPU_CONFIG: u32 = 2;
pub const VIR_DOMAIN_VCPU_CURRENT: u32 = 0;
pub const VIR_DOMAIN_VCPU_LIVE: u32 = 1;

// virDomainXMLFlags
pub const VIR_DOMAIN_XML_SECURE: u32 = 1;
pub const VIR_DOMAIN_XML_INACTIVE: u32 = 2;
pub const VIR_DOMAIN_XML_UPDATE_CPU: u32 = 4;
pub const VIR_DOMAIN_XML_MIGRATABLE: u32 = 8;

// virDomainSaveImageXMLFlags
pub const VIR_DOMAIN_SAVE_IMAGE_XML_SECURE: u32 = 1;

// virDomainCoreDumpFlags
pub const VIR_DUMP_CRASH: u32 = 1;
pub const VIR_DUMP_LIVE: u32 = 2;
pub const VIR_DUMP_BYPASS_CACHE: u32 = 4;
pub const VIR_DUMP_RESET: u32 = 8;
pub const VIR_DUMP_MEMORY_ONLY: u32 = 16;

// virKeycodeSet
pub const VIR_KEYCODE_SET_LINUX: u32 = 0;
pub const VIR_KEYCODE_SET_XT: u32 = 1;
pub const VIR_KEYCODE_SET_ATSET1: u32 = 2;
pub const VIR_KEYCODE_SET_ATSET2: u32 = 3;
pub const VIR_KEYCODE_SET_ATSET3: u32 = 4;
pub const VIR_KEYCODE_SET_OSX: u32 = 5;
pub const VIR_KEYCODE_SET_XT_KBD: u32 = 6;
pub const VIR_KEYCODE_SET_USB: u32 = 7;
pub const VIR_KEYCODE_SET_WIN32: u32 = 8;
pub const VIR_KEYCODE_SET_QNUM: u32 = 9;
pub const VIR_KEYCODE_SET_LAST: u32 = 10;

// virDomainMemoryFlags
pub const VIR_MEMORY_VIRTUAL: u32 = 1;
pub const VIR_MEMORY_PHYSICAL: u32 = 2;

// virDomainMigrateFlags
pub const VIR_MIGRATE_LIVE: u32 = 1;
pub const VIR_MIGRATE_PEER2PEER: u32 = 2;
pub const VIR_MIGRATE_TUNNELLED: u32 = 4;
pub const VIR_MIGRATE_PERSIST_DEST: u32 = 8;
pub const VIR_MIGRATE_UNDEFINE_SOURCE: u32 = 16;
pub const VIR_MIGRATE_PAUSED: u32 = 32;
pub const VIR_MIGRATE_NON_SHARED_DISK: u32 = 64;
pub const VIR_MIGRATE_NON_SHARED_INC: u32 = 128;
pub const VIR_MIGRATE_CHANGE_PROTECTION: u32 = 256;
pub const VIR_MIGRATE_UNSAFE: u32 = 512;
pub const VIR_MIGRATE_OFFLINE: u32 = 1024;
pub const VIR_MIGRATE_COMPRESSED: u32 = 2048;
pub const VIR_MIGRATE_ABORT_ON_ERROR: u32 = 4096;
pub const VIR_MIGRATE_AUTO_CONVERGE: u32 = 8192;
pub const VIR_MIGRATE_RDMA_PIN_ALL: u32 = 16384;
pub const VIR_MIGRATE_POSTCOPY: u32 = 32768;
pub const VIR_MIGRATE_TLS: u32 = 65536;
pub const VIR_MIGRATE_PARALLEL: u32 = 131072;
pub const VIR_MIGRATE_NON_SHARED_SYNCHRONOUS_WRITES: u32 = 262144;
pub const VIR_MIGRATE_POSTCOPY_RESUME: u32 = 524288;
pub const VIR_MIGRATE_ZEROCOPY: u32 = 1048576;

// virVcpuState
pub const VIR_VCPU_OFFLINE: u32 = 0;
pub const VIR_VCPU_RUNNING: u32 = 1;
pub const VIR_VCPU_BLOCKED: u32 = 2;
pub const VIR_VCPU_LAST: u32 = 3;

// virVcpuHostCpuState
pub const VIR_VCPU_INFO_CPU_UNAVAILABLE: i32 = -2;
pub const VIR_VCPU_INFO_CPU_OFFLINE: i32 = -1;

// virDomainCheckpointCreateFlags
pub const VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE: u32 = 1;
pub const VIR_DOMAIN_CHECKPOINT_CREATE_QUIESCE: u32 = 2;
pub const VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE_VALIDATE: u32 = 4;

// virDomainCheckpointDeleteFlags
pub const VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN: u32 = 1;
pub const VIR_DOMAIN_CHECKPOINT_DELETE_METADATA_ONLY: u32 = 2;
pub const VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN_ONLY: u32 = 4;

// virDomainCheckpointListFlags
pub const VIR_DOMAIN_CHECKPOINT_LIST_DESCENDANTS: u32 = 1;
pub const VIR_DOMAIN_CHECKPOINT_LIST_ROOTS: u32 = 1;
pub const VIR_DOMAIN_CHECKPOINT_LIST_TOPOLOGICAL: u32 = 2;
pub const VIR_DOMAIN_CHECKPOINT_LIST_LEAVES: u32 = 4;
pub const VIR_DOMAIN_CHECKPOINT_LIST_NO_LEAVES: u32 = 8;

// virDomainCheckpointXMLFlags
pub const VIR_DOMAIN_CHECKPOINT_XML_SECURE: u32 = 1;
pub const VIR_DOMAIN_CHECKPOINT_XML_NO_DOMAIN: u32 = 2;
pub const VIR_DOMAIN_CHECKPOINT_XML_SIZE: u32 = 4;

// virDomainSnapshotCreateFlags
pub const VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE: u32 = 1;
pub const VIR_DOMAIN_SNAPSHOT_CREATE_CURRENT: u32 = 2;
pub const VIR_DOMAIN_SNAPSHOT_CREATE_NO_METADATA: u32 = 4;
pub const VIR_DOMAIN_SNAPSHOT_CREATE_HALT: u32 = 8;
pub const VIR_DOMAIN_SNAPSHOT_CREATE_DISK_ONLY: u32 = 16;
pub const VIR_DOMAIN_SNAPSHOT_CREATE_REUSE_EXT: u32 = 32;
pub const VIR_DOMAIN_SNAPSHOT_CREATE_QUIESCE: u32 = 64;
pub const VIR_DOMAIN_SNAPSHOT_CREATE_ATOMIC: u32 = 128;
pub const VIR_DOMAIN_SNAPSHOT_CREATE_LIVE: u32 = 256;
pub const VIR_DOMAIN_SNAPSHOT_CREATE_VALIDATE: u32 = 512;

// virDomainSnapshotDeleteFlags
pub const VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN: u32 = 1;
pub const VIR_DOMAIN_SNAPSHOT_DELETE_METADATA_ONLY: u32 = 2;
pub const VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN_ONLY: u32 = 4;

// virDomainSnapshotListFlags
pub const VIR_DOMAIN_SNAPSHOT_LIST_DESCENDANTS: u32 = 1;
pub const VIR_DOMAIN_SNAPSHOT_LIST_ROOTS: u32 = 1;
pub const VIR_DOMAIN_SNAPSHOT_LIST_METADATA: u32 = 2;
pub const VIR_DOMAIN_SNAPSHOT_LIST_LEAVES: u32 = 4;
pub const VIR_DOMAIN_SNAPSHOT_LIST_NO_LEAVES: u32 = 8;
pub const VIR_DOMAIN_SNAPSHOT_LIST_NO_METADATA: u32 = 16;
pub const VIR_DOMAIN_SNAPSHOT_LIST_INACTIVE: u32 = 32;
pub const VIR_DOMAIN_SNAPSHOT_LIST_ACTIVE: u32 = 64;
pub const VIR_DOMAIN_SNAPSHOT_LIST_DISK_ONLY: u32 = 128;
pub const VIR_DOMAIN_SNAPSHOT_LIST_INTERNAL: u32 = 256;
pub const VIR_DOMAIN_SNAPSHOT_LIST_EXTERNAL: u32 = 512;
pub const VIR_DOMAIN_SNAPSHOT_LIST_TOPOLOGICAL: u32 = 1024;

// virDomainSnapshotRevertFlags
pub const VIR_DOMAIN_SNAPSHOT_REVERT_RUNNING: u32 = 1;
pub const VIR_DOMAIN_SNAPSHOT_REVERT_PAUSED: u32 = 2;
pub const VIR_DOMAIN_SNAPSHOT_REVERT_FORCE: u32 = 4;
pub const VIR_DOMAIN_SNAPSHOT_REVERT_RESET_NVRAM: u32 = 8;

// virDomainSnapshotXMLFlags
pub const VIR_DOMAIN_SNAPSHOT_XML_SECURE: u32 = 1;

// virEventHandleType
pub const VIR_EVENT_HANDLE_READABLE: u32 = 1;
pub const VIR_EVENT_HANDLE_WRITABLE: u32 = 2;
pub const VIR_EVENT_HANDLE_ERROR: u32 = 4;
pub const VIR_EVENT_HANDLE_HANGUP: u32 = 8;

// virConnectListAllInterfacesFlags
pub const VIR_CONNECT_LIST_INTERFACES_INACTIVE: u32 = 1;
pub const VIR_CONNECT_LIST_INTERFACES_ACTIVE: u32 = 2;

// virInterfaceDefineFlags
pub const VIR_INTERFACE_DEFINE_VALIDATE: u32 = 1;

// virInterfaceXMLFlags
pub const VIR_INTERFACE_XML_INACTIVE: u32 = 1;

// virConnectListAllNetworksFlags
pub const VIR_CONNECT_LIST_NETWORKS_INACTIVE: u32 = 1;
pub const VIR_CONNECT_LIST_NETWORKS_ACTIVE: u32 = 2;
pub const VIR_CONNECT_LIST_NETWORKS_PERSISTENT: u32 = 4;
pub const VIR_CONNECT_LIST_NETWORKS_TRANSIENT: u32 = 8;
pub const VIR_CONNECT_LIST_NETWORKS_AUTOSTART: u32 = 16;
pub const VIR_CONNECT_LIST_NETWORKS_NO_AUTOSTART: u32 = 32;

// virIPAddrType
pub const VIR_IP_ADDR_TYPE_IPV4: u32 = 0;
pub const VIR_IP_ADDR_TYPE_IPV6: u32 = 1;
pub const VIR_IP_ADDR_TYPE_LAST: u32 = 2;

// virNetworkCreateFlags
pub const VIR_NETWORK_CREATE_VALIDATE: u32 = 1;

// virNetworkDefineFlags
pub const VIR_NETWORK_DEFINE_VALIDATE: u32 = 1;

// virNetworkEventLifecycleType
pub const VIR_NETWORK_EVENT_DEFINED: u32 = 0;
pub const VIR_NETWORK_EVENT_UNDEFINED: u32 = 1;
pub const VIR_NETWORK_EVENT_STARTED: u32 = 2;
pub const VIR_NETWORK_EVENT_STOPPED: u32 = 3;
pub const VIR_NETWORK_EVENT_LAST: u32 = 4;

// virNetworkEventID
pub const VIR_NETWORK_EVENT_ID_LIFECYCLE: u32 = 0;
pub const VIR_NETWORK_EVENT_ID_METADATA_CHANGE: u32 = 1;
pub const VIR_NETWORK_EVENT_ID_LAST: u32 = 2;

// virNetworkMetadataType
pub const VIR_NETWORK_METADATA_DESCRIPTION: u32 = 0;
pub const VIR_NETWORK_METADATA_TITLE: u32 = 1;
pub const VIR_NETWORK_METADATA_ELEMENT: u32 = 2;
pub const VIR_NETWORK_METADATA_LAST: u32 = 3;

// virNetworkPortCreateFlags
pub const VIR_NETWORK_PORT_CREATE_RECLAIM: u32 = 1;
pub const VIR_NETWORK_PORT_CREATE_VALIDATE: u32 = 2;

// virNetworkUpdateSection
pub const VIR_NETWORK_SECTION_NONE: u32 = 0;
pub const VIR_NETWORK_SECTION_BRIDGE: u32 = 1;
pub const VIR_NETWORK_SECTION_DOMAIN: u32 = 2;
pub const VIR_NETWORK_SECTION_IP: u32 = 3;
pub const VIR_NETWORK_SECTION_IP_DHCP_HOST: u32 = 4;
pub const VIR_NETWORK_SECTION_IP_DHCP_RANGE: u32 = 5;
pub const VIR_NETWORK_SECTION_FORWARD: u32 = 6;
pub const VIR_NETWORK_SECTION_FORWARD_INTERFACE: u32 = 7;
pub const VIR_NETWORK_SECTION_FORWARD_PF: u32 = 8;
pub const VIR_NETWORK_SECTION_PORTGROUP: u32 = 9;
pub const VIR_NETWORK_SECTION_DNS_HOST: u32 = 10;
pub const VIR_NETWORK_SECTION_DNS_TXT: u32 = 11;
pub const VIR_NETWORK_SECTION_DNS_SRV: u32 = 12;
pub const VIR_NETWORK_SECTION_LAST: u32 = 13;

// virNetworkUpdateFlags
pub const VIR_NETWORK_UPDATE_AFFECT_CURRENT: u32 = 0;
pub const VIR_NETWORK_UPDATE_AFFECT_LIVE: u32 = 1;
pub const VIR_NETWORK_UPDATE_AFFECT_CONFIG: u32 = 2;

// virNetworkUpdateCommand
pub const VIR_NETWORK_UPDATE_COMMAND_NONE: u32 = 0;
pub const VIR_NETWORK_UPDATE_COMMAND_MODIFY: u32 = 1;
pub const VIR_NETWORK_UPDATE_COMMAND_DELETE: u32 = 2;
pub const VIR_NETWORK_UPDATE_COMMAND_ADD_LAST: u32 = 3;
pub const VIR_NETWORK_UPDATE_COMMAND_ADD_FIRST: u32 = 4;
pub const VIR_NETWORK_UPDATE_COMMAND_LAST: u32 = 5;

// virNetworkXMLFlags
pub const VIR_NETWORK_XML_INACTIVE: u32 = 1;

// virConnectListAllNodeDeviceFlags
pub const VIR_CONNECT_LIST_NODE_DEVICES_CAP_SYSTEM: u32 = 1;
pub const VIR_CONNECT_LIST_NODE_DEVICES_CAP_PCI_DEV: u32 = 2;
pub const VIR_CONNECT_LIST_NODE_DEVICES_CAP_USB_DEV: u32 = 4;
pub const VIR_CONNECT_LIST_NODE_DEVICES_CAP_USB_INTERFACE: u32 = 8;
pub const VIR_CONNECT_LIST_NODE_DEVICES_CAP_NET: u32 = 16;
pub const VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI_HOST: u32 = 32;
pub const VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI_TARGET: u32 = 64;
pub const VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI: u32 = 128;
pub const VIR_CONNECT_LIST_NODE_DEVICES_CAP_STORAGE: u32 = 256;
pub const VIR_CONNECT_LIST_NODE_DEVICES_CAP_FC_HOST: u32 = 512;
pub const VIR_CONNECT_LIST_NODE_DEVICES_CAP_VPORTS: u32 = 1024;
pub const VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI_GENERIC: u32 = 2048;
pub const VIR_CONNECT_LIST_NODE_DEVICES_CAP_DRM: u32 = 4096;
pub const VIR_CONNECT_LIST_NODE_DEVICES_CAP_MDEV_TYPES: u32 = 8192;
pub const VIR_CONNECT_LIST_NODE_DEVICES_CAP_MDEV: u32 = 16384;
pub const VIR_CONNECT_LIST_NODE_DEVICES_CAP_CCW_DEV: u32 = 32768;
pub const VIR_CONNECT_LIST_NODE_DEVICES_CAP_CSS_DEV: u32 = 65536;
pub const VIR_CONNECT_LIST_NODE_DEVICES_CAP_VDPA: u32 = 131072;
pub const VIR_CONNECT_LIST_NODE_DEVICES_CAP_AP_CARD: u32 = 262144;
pub const VIR_CONNECT_LIST_NODE_DEVICES_CAP_AP_QUEUE: u32 = 524288;
pub const VIR_CONNECT_LIST_NODE_DEVICES_CAP_AP_MATRIX: u32 = 1048576;
pub const VIR_CONNECT_LIST_NODE_DEVICES_CAP_VPD: u32 = 2097152;
pub const VIR_CONNECT_LIST_NODE_DEVICES_CAP_CCWGROUP_DEV: u32 = 4194304;
pub const VIR_CONNECT_LIST_NODE_DEVICES_CAP_CCWGROUP_MEMBER: u32 = 8388608;
pub const VIR_CONNECT_LIST_NODE_DEVICES_PERSISTENT: u32 = 268435456;
pub const VIR_CONNECT_LIST_NODE_DEVICES_TRANSIENT: u32 = 536870912;
pub const VIR_CONNECT_LIST_NODE_DEVICES_INACTIVE: u32 = 1073741824;
pub const VIR_CONNECT_LIST_NODE_DEVICES_ACTIVE: u32 = 2147483648;

// virNodeDeviceCreateXMLFlags
pub const VIR_NODE_DEVICE_CREATE_XML_VALIDATE: u32 = 1;

// virNodeDeviceDefineXMLFlags
pub const VIR_NODE_DEVICE_DEFINE_XML_VALIDATE: u32 = 1;

// virNodeDeviceEventLifecycleType
pub const VIR_NODE_DEVICE_EVENT_CREATED: u32 = 0;
pub const VIR_NODE_DEVICE_EVENT_DELETED: u32 = 1;
pub const VIR_NODE_DEVICE_EVENT_DEFINED: u32 = 2;
pub const VIR_NODE_DEVICE_EVENT_UNDEFINED: u32 = 3;
pub const VIR_NODE_DEVICE_EVENT_LAST: u32 = 4;

// virNodeDeviceEventID
pub const VIR_NODE_DEVICE_EVENT_ID_LIFECYCLE: u32 = 0;
pub const VIR_NODE_DEVICE_EVENT_ID_UPDATE: u32 = 1;
pub const VIR_NODE_DEVICE_EVENT_ID_LAST: u32 = 2;

// virNodeDeviceUpdateFlags
pub const VIR_NODE_DEVICE_UPDATE_AFFECT_CURRENT: u32 = 0;
pub const VIR_NODE_DEVICE_UPDATE_AFFECT_LIVE: u32 = 1;
pub const VIR_NODE_DEVICE_UPDATE_AFFECT_CONFIG: u32 = 2;

// virNodeDeviceXMLFlags
pub const VIR_NODE_DEVICE_XML_INACTIVE: u32 = 1;

// virNWFilterBindingCreateFlags
pub const VIR_NWFILTER_BINDING_CREATE_VALIDATE: u32 = 1;

// virNWFilterDefineFlags
pub const VIR_NWFILTER_DEFINE_VALIDATE: u32 = 1;

// virConnectListAllSecretsFlags
pub const VIR_CONNECT_LIST_SECRETS_EPHEMERAL: u32 = 1;
pub const VIR_CONNECT_LIST_SECRETS_NO_EPHEMERAL: u32 = 2;
pub const VIR_CONNECT_LIST_SECRETS_PRIVATE: u32 = 4;
pub const VIR_CONNECT_LIST_SECRETS_NO_PRIVATE: u32 = 8;

// virSecretDefineFlags
pub const VIR_SECRET_DEFINE_VALIDATE: u32 = 1;

// virSecretEventLifecycleType
pub const VIR_SECRET_EVENT_DEFINED: u32 = 0;
pub const VIR_SECRET_EVENT_UNDEFINED: u32 = 1;
pub const VIR_SECRET_EVENT_LAST: u32 = 2;

// virSecretEventID
pub const VIR_SECRET_EVENT_ID_LIFECYCLE: u32 = 0;
pub const VIR_SECRET_EVENT_ID_VALUE_CHANGED: u32 = 1;
pub const VIR_SECRET_EVENT_ID_LAST: u32 = 2;

// virSecretUsageType
pub const VIR_SECRET_USAGE_TYPE_NONE: u32 = 0;
pub const VIR_SECRET_USAGE_TYPE_VOLUME: u32 = 1;
pub const VIR_SECRET_USAGE_TYPE_CEPH: u32 = 2;
pub const VIR_SECRET_USAGE_TYPE_ISCSI: u32 = 3;
pub const VIR_SECRET_USAGE_TYPE_TLS: u32 = 4;
pub const VIR_SECRET_USAGE_TYPE_VTPM: u32 = 5;
pub const VIR_SECRET_USAGE_TYPE_LAST: u32 = 6;

// virConnectListAllStoragePoolsFlags
pub const VIR_CONNECT_LIST_STORAGE_POOLS_INACTIVE: u32 = 1;
pub const VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE: u32 = 2;
pub const VIR_CONNECT_LIST_STORAGE_POOLS_PERSISTENT: u32 = 4;
pub const VIR_CONNECT_LIST_STORAGE_POOLS_TRANSIENT: u32 = 8;
pub const VIR_CONNECT_LIST_STORAGE_POOLS_AUTOSTART: u32 = 16;
pub const VIR_CONNECT_LIST_STORAGE_POOLS_NO_AUTOSTART: u32 = 32;
pub const VIR_CONNECT_LIST_STORAGE_POOLS_DIR: u32 = 64;
pub const VIR_CONNECT_LIST_STORAGE_POOLS_FS: u32 = 128;
pub const VIR_CONNECT_LIST_STORAGE_POOLS_NETFS: u32 = 256;
pub const VIR_CONNECT_LIST_STORAGE_POOLS_LOGICAL: u32 = 512;
pub const VIR_CONNECT_LIST_STORAGE_POOLS_DISK: u32 = 1024;
pub const VIR_CONNECT_LIST_STORAGE_POOLS_ISCSI: u32 = 2048;
pub const VIR_CONNECT_LIST_STORAGE_POOLS_SCSI: u32 = 4096;
pub const VIR_CONNECT_LIST_STORAGE_POOLS_MPATH: u32 = 8192;
pub const VIR_CONNECT_LIST_STORAGE_POOLS_RBD: u32 = 16384;
pub const VIR_CONNECT_LIST_STORAGE_POOLS_SHEEPDOG: u32 = 32768;
pub const VIR_CONNECT_LIST_STORAGE_POOLS_GLUSTER: u32 = 65536;
pub const VIR_CONNECT_LIST_STORAGE_POOLS_ZFS: u32 = 131072;
pub const VIR_CONNECT_LIST_STORAGE_POOLS_VSTORAGE: u32 = 262144;
pub const VIR_CONNECT_LIST_STORAGE_POOLS_ISCSI_DIRECT: u32 = 524288;

// virStoragePoolState
pub const VIR_STORAGE_POOL_INACTIVE: u32 = 0;
pub const VIR_STORAGE_POOL_BUILDING: u32 = 1;
pub const VIR_STORAGE_POOL_RUNNING: u32 = 2;
pub const VIR_STORAGE_POOL_DEGRADED: u32 = 3;
pub const VIR_STORAGE_POOL_INACCESSIBLE: u32 = 4;
pub const VIR_STORAGE_POOL_STATE_LAST: u32 = 5;

// virStoragePoolBuildFlags
pub const VIR_STORAGE_POOL_BUILD_NEW: u32 = 0;
pub const VIR_STORAGE_POOL_BUILD_REPAIR: u32 = 1;
pub const VIR_STORAGE_POOL_BUILD_RESIZE: u32 = 2;
pub const VIR_STORAGE_POOL_BUILD_NO_OVERWRITE: u32 = 4;
pub const VIR_STORAGE_POOL_BUILD_OVERWRITE: u32 = 8;

// virStoragePoolCreateFlags
pub const VIR_STORAGE_POOL_CREATE_NORMAL: u32 = 0;
pub const VIR_STORAGE_POOL_CREATE_WITH_BUILD: u32 = 1;
pub const VIR_STORAGE_POOL_CREATE_WITH_BUILD_OVERWRITE: u32 = 2;
pub const VIR_STORAGE_POOL_CREATE_WITH_BUILD_NO_OVERWRITE: u32 = 4;

// virStoragePoolDefineFlags
pub const VIR_STORAGE_POOL_DEFINE_VALIDATE: u32 = 1;

// virStoragePoolDeleteFlags
pub const VIR_STORAGE_POOL_DELETE_NORMAL: u32 = 0;
pub const VIR_STORAGE_POOL_DELETE_ZEROED: u32 = 1;

// virStoragePoolEventLifecycleType
pub const VIR_STORAGE_POOL_EVENT_DEFINED: u32 = 0;
pub const VIR_STORAGE_POOL_EVENT_UNDEFINED: u32 = 1;
pub const VIR_STORAGE_POOL_EVENT_STARTED: u32 = 2;
pub const VIR_STORAGE_POOL_EVENT_STOPPED: u32 = 3;
pub const VIR_STORAGE_POOL_EVENT_CREATED: u32 = 4;
pub const VIR_STORAGE_POOL_EVENT_DELETED: u32 = 5;
pub const VIR_STORAGE_POOL_EVENT_LAST: u32 = 6;

// virStoragePoolEventID
pub const VIR_STORAGE_POOL_EVENT_ID_LIFECYCLE: u32 = 0;
pub const VIR_STORAGE_POOL_EVENT_ID_REFRESH: u32 = 1;
pub const VIR_STORAGE_POOL_EVENT_ID_LAST: u32 = 2;

// virStorageVolType
pub const VIR_STORAGE_VOL_FILE: u32 = 0;
pub const VIR_STORAGE_VOL_BLOCK: u32 = 1;
pub const VIR_STORAGE_VOL_DIR: u32 = 2;
pub const VIR_STORAGE_VOL_NETWORK: u32 = 3;
pub const VIR_STORAGE_VOL_NETDIR: u32 = 4;
pub const VIR_STORAGE_VOL_PLOOP: u32 = 5;
pub const VIR_STORAGE_VOL_LAST: u32 = 6;

// virStorageVolCreateFlags
pub const VIR_STORAGE_VOL_CREATE_PREALLOC_METADATA: u32 = 1;
pub const VIR_STORAGE_VOL_CREATE_REFLINK: u32 = 2;
pub const VIR_STORAGE_VOL_CREATE_VALIDATE: u32 = 4;

// virStorageVolDeleteFlags
pub const VIR_STORAGE_VOL_DELETE_NORMAL: u32 = 0;
pub const VIR_STORAGE_VOL_DELETE_ZEROED: u32 = 1;
pub const VIR_STORAGE_VOL_DELETE_WITH_SNAPSHOTS: u32 = 2;

// virStorageVolDownloadFlags
pub const VIR_STORAGE_VOL_DOWNLOAD_SPARSE_STREAM: u32 = 1;

// virStorageVolInfoFlags
pub const VIR_STORAGE_VOL_USE_ALLOCATION: u32 = 0;
pub const VIR_STORAGE_VOL_GET_PHYSICAL: u32 = 1;

// virStorageVolResizeFlags
pub const VIR_STORAGE_VOL_RESIZE_ALLOCATE: u32 = 1;
pub const VIR_STORAGE_VOL_RESIZE_DELTA: u32 = 2;
pub const VIR_STORAGE_VOL_RESIZE_SHRINK: u32 = 4;

// virStorageVolUploadFlags
pub const VIR_STORAGE_VOL_UPLOAD_SPARSE_STREAM: u32 = 1;

// virStorageVolWipeAlgorithm
pub const VIR_STORAGE_VOL_WIPE_ALG_ZERO: u32 = 0;
pub const VIR_STORAGE_VOL_WIPE_ALG_NNSA: u32 = 1;
pub const VIR_STORAGE_VOL_WIPE_ALG_DOD: u32 = 2;
pub const VIR_STORAGE_VOL_WIPE_ALG_BSI: u32 = 3;
pub const VIR_STORAGE_VOL_WIPE_ALG_GUTMANN: u32 = 4;
pub const VIR_STORAGE_VOL_WIPE_ALG_SCHNEIER: u32 = 5;
pub const VIR_STORAGE_VOL_WIPE_ALG_PFITZNER7: u32 = 6;
pub const VIR_STORAGE_VOL_WIPE_ALG_PFITZNER33: u32 = 7;
pub const VIR_STORAGE_VOL_WIPE_ALG_RANDOM: u32 = 8;
pub const VIR_STORAGE_VOL_WIPE_ALG_TRIM: u32 = 9;
pub const VIR_STORAGE_VOL_WIPE_ALG_LAST: u32 = 10;

// virStorageXMLFlags
pub const VIR_STORAGE_XML_INACTIVE: u32 = 1;

// virStreamFlags
pub const VIR_STREAM_NONBLOCK: u32 = 1;

// virStreamRecvFlagsValues
pub const VIR_STREAM_RECV_STOP_AT_HOLE: u32 = 1;

// virStreamEventType
pub const VIR_STREAM_EVENT_READABLE: u32 = 1;
pub const VIR_STREAM_EVENT_WRITABLE: u32 = 2;
pub const VIR_STREAM_EVENT_ERROR: u32 = 4;
pub const VIR_STREAM_EVENT_HANGUP: u32 = 8;

// virErrorLevel
pub const VIR_ERR_NONE: u32 = 0;
pub const VIR_ERR_WARNING: u32 = 1;
pub const VIR_ERR_ERROR: u32 = 2;

// virErrorDomain
pub const VIR_FROM_NONE: u32 = 0;
pub const VIR_FROM_XEN: u32 = 1;
pub const VIR_FROM_XEND: u32 = 2;
pub const VIR_FROM_XENSTORE: u32 = 3;
pub const VIR_FROM_SEXPR: u32 = 4;
pub const VIR_FROM_XML: u32 = 5;
pub const VIR_FROM_DOM: u32 = 6;
pub const VIR_FROM_RPC: u32 = 7;
pub const VIR_FROM_PROXY: u32 = 8;
pub const VIR_FROM_CONF: u32 = 9;
pub const VIR_FROM_QEMU: u32 = 10;
pub const VIR_FROM_NET: u32 = 11;
pub const VIR_FROM_TEST: u32 = 12;
pub const VIR_FROM_REMOTE: u32 = 13;
pub const VIR_FROM_OPENVZ: u32 = 14;
pub const VIR_FROM_XENXM: u32 = 15;
pub const VIR_FROM_STATS_LINUX: u32 = 16;
pub const VIR_FROM_LXC: u32 = 17;
pub const VIR_FROM_STORAGE: u32 = 18;
pub const VIR_FROM_NETWORK: u32 = 19;
pub const VIR_FROM_DOMAIN: u32 = 20;
pub const VIR_FROM_UML: u32 = 21;
pub const VIR_FROM_NODEDEV: u32 = 22;
pub const VIR_FROM_XEN_INOTIFY: u32 = 23;
pub const VIR_FROM_SECURITY: u32 = 24;
pub const VIR_FROM_VBOX: u32 = 25;
pub const VIR_FROM_INTERFACE: u32 = 26;
pub const VIR_FROM_ONE: u32 = 27;
pub const VIR_FROM_ESX: u32 = 28;
pub const VIR_FROM_PHYP: u32 = 29;
pub const VIR_FROM_SECRET: u32 = 30;
pub const VIR_FROM_CPU: u32 = 31;
pub const VIR_FROM_XENAPI: u32 = 32;
pub const VIR_FROM_NWFILTER: u32 = 33;
pub const VIR_FROM_HOOK: u32 = 34;
pub const VIR_FROM_DOMAIN_SNAPSHOT: u32 = 35;
pub const VIR_FROM_AUDIT: u32 = 36;
pub const VIR_FROM_SYSINFO: u32 = 37;
pub const VIR_FROM_STREAMS: u32 = 38;
pub const VIR_FROM_VMWARE: u32 = 39;
pub const VIR_FROM_EVENT: u32 = 40;
pub const VIR_FROM_LIBXL: u32 = 41;
pub const VIR_FROM_LOCKING: u32 = 42;
pub const VIR_FROM_HYPERV: u32 = 43;
pub const VIR_FROM_CAPABILITIES: u32 = 44;
pub const VIR_FROM_URI: u32 = 45;
pub const VIR_FROM_AUTH: u32 = 46;
pub const VIR_FROM_DBUS: u32 = 47;
pub const VIR_FROM_PARALLELS: u32 = 48;
pub const VIR_FROM_DEVICE: u32 = 49;
pub const VIR_FROM_SSH: u32 = 50;
pub const VIR_FROM_LOCKSPACE: u32 = 51;
pub const VIR_FROM_INITCTL: u32 = 52;
pub const VIR_FROM_IDENTITY: u32 = 53;
pub const VIR_FROM_CGROUP: u32 = 54;
pub const VIR_FROM_ACCESS: u32 = 55;
pub const VIR_FROM_SYSTEMD: u32 = 56;
pub const VIR_FROM_BHYVE: u32 = 57;
pub const VIR_FROM_CRYPTO: u32 = 58;
pub const VIR_FROM_FIREWALL: u32 = 59;
pub const VIR_FROM_POLKIT: u32 = 60;
pub const VIR_FROM_THREAD: u32 = 61;
pub const VIR_FROM_ADMIN: u32 = 62;
pub const VIR_FROM_LOGGING: u32 = 63;
pub const VIR_FROM_XENXL: u32 = 64;
pub const VIR_FROM_PERF: u32 = 65;
pub const VIR_FROM_LIBSSH: u32 = 66;
pub const VIR_FROM_RESCTRL: u32 = 67;
pub const VIR_FROM_FIREWALLD: u32 = 68;
pub const VIR_FROM_DOMAIN_CHECKPOINT: u32 = 69;
pub const VIR_FROM_TPM: u32 = 70;
pub const VIR_FROM_BPF: u32 = 71;
pub const VIR_FROM_CH: u32 = 72;
pub const VIR_ERR_DOMAIN_LAST: u32 = 73;

// virErrorNumber
pub const VIR_ERR_OK: u32 = 0;
pub const VIR_ERR_INTERNAL_ERROR: u32 = 1;
pub const VIR_ERR_NO_MEMORY: u32 = 2;
pub const VIR_ERR_NO_SUPPORT: u32 = 3;
pub const VIR_ERR_UNKNOWN_HOST: u32 = 4;
pub const VIR_ERR_NO_CONNECT: u32 = 5;
pub const VIR_ERR_INVALID_CONN: u32 = 6;
pub const VIR_ERR_INVALID_DOMAIN: u32 = 7;
pub const VIR_ERR_INVALID_ARG: u32 = 8;
pub const VIR_ERR_OPERATION_FAILED: u32 = 9;
pub const VIR_ERR_GET_FAILED: u32 = 10;
pub const VIR_ERR_POST_FAILED: u32 = 11;
pub const VIR_ERR_HTTP_ERROR: u32 = 12;
pub const VIR_ERR_SEXPR_SERIAL: u32 = 13;
pub const VIR_ERR_NO_XEN: u32 = 14;
pub const VIR_ERR_XEN_CALL: u32 = 15;
pub const VIR_ERR_OS_TYPE: u32 = 16;
pub const VIR_ERR_NO_KERNEL: u32 = 17;
pub const VIR_ERR_NO_ROOT: u32 = 18;
pub const VIR_ERR_NO_SOURCE: u32 = 19;
pub const VIR_ERR_NO_TARGET: u32 = 20;
pub const VIR_ERR_NO_NAME: u32 = 21;
pub const VIR_ERR_NO_OS: u32 = 22;
pub const VIR_ERR_NO_DEVICE: u32 = 23;
pub const VIR_ERR_NO_XENSTORE: u32 = 24;
pub const VIR_ERR_DRIVER_FULL: u32 = 25;
pub const VIR_ERR_CALL_FAILED: u32 = 26;
pub const VIR_ERR_XML_ERROR: u32 = 27;
pub const VIR_ERR_DOM_EXIST: u32 = 28;
pub const VIR_ERR_OPERATION_DENIED: u32 = 29;
pub const VIR_ERR_OPEN_FAILED: u32 = 30;
pub const VIR_ERR_READ_FAILED: u32 = 31;
pub const VIR_ERR_PARSE_FAILED: u32 = 32;
pub const VIR_ERR_CONF_SYNTAX: u32 = 33;
pub const VIR_ERR_WRITE_FAILED: u32 = 34;
pub const VIR_ERR_XML_DETAIL: u32 = 35;
pub const VIR_ERR_INVALID_NETWORK: u32 = 36;
pub const VIR_ERR_NETWORK_EXIST: u32 = 37;
pub const VIR_ERR_SYSTEM_ERROR: u32 = 38;
pub const VIR_ERR_RPC: u32 = 39;
pub const VIR_ERR_GNUTLS_ERROR: u32 = 40;
pub const VIR_WAR_NO_NETWORK: u32 = 41;
pub const VIR_ERR_NO_DOMAIN: u32 = 42;
pub const VIR_ERR_NO_NETWORK: u32 = 43;
pub const VIR_ERR_INVALID_MAC: u32 = 44;
pub const VIR_ERR_AUTH_FAILED: u32 = 45;
pub const VIR_ERR_INVALID_STORAGE_POOL: u32 = 46;
pub const VIR_ERR_INVALID_STORAGE_VOL: u32 = 47;
pub const VIR_WAR_NO_STORAGE: u32 = 48;
pub const VIR_ERR_NO_STORAGE_POOL: u32 = 49;
pub const VIR_ERR_NO_STORAGE_VOL: u32 = 50;
pub const VIR_WAR_NO_NODE: u32 = 51;
pub const VIR_ERR_INVALID_NODE_DEVICE: u32 = 52;
pub const VIR_ERR_NO_NODE_DEVICE: u32 = 53;
pub const VIR_ERR_NO_SECURITY_MODEL: u32 = 54;
pub const VIR_ERR_OPERATION_INVALID: u32 = 55;
pub const VIR_WAR_NO_INTERFACE: u32 = 56;
pub const VIR_ERR_NO_INTERFACE: u32 = 57;
pub const VIR_ERR_INVALID_INTERFACE: u32 = 58;
pub const VIR_ERR_MULTIPLE_INTERFACES: u32 = 59;
pub const VIR_WAR_NO_NWFILTER: u32 = 60;
pub const VIR_ERR_INVALID_NWFILTER: u32 = 61;
pub const VIR_ERR_NO_NWFILTER: u32 = 62;
pub const VIR_ERR_BUILD_FIREWALL: u32 = 63;
pub const VIR_WAR_NO_SECRET: u32 = 64;
pub const VIR_ERR_INVALID_SECRET: u32 = 65;
pub const VIR_ERR_NO_SECRET: u32 = 66;
pub const VIR_ERR_CONFIG_UNSUPPORTED: u32 = 67;
pub const VIR_ERR_OPERATION_TIMEOUT: u32 = 68;
pub const VIR_ERR_MIGRATE_PERSIST_FAILED: u32 = 69;
pub const VIR_ERR_HOOK_SCRIPT_FAILED: u32 = 70;
pub const VIR_ERR_INVALID_DOMAIN_SNAPSHOT: u32 = 71;
pub const VIR_ERR_NO_DOMAIN_SNAPSHOT: u32 = 72;
pub const VIR_ERR_INVALID_STREAM: u32 = 73;
pub const VIR_ERR_ARGUMENT_UNSUPPORTED: u32 = 74;
pub const VIR_ERR_STORAGE_PROBE_FAILED: u32 = 75;
pub const VIR_ERR_STORAGE_POOL_BUILT: u32 = 76;
pub const VIR_ERR_SNAPSHOT_REVERT_RISKY: u32 = 77;
pub const VIR_ERR_OPERATION_ABORTED: u32 = 78;
pub const VIR_ERR_AUTH_CANCELLED: u32 = 79;
pub const VIR_ERR_NO_DOMAIN_METADATA: u32 = 80;
pub const VIR_ERR_MIGRATE_UNSAFE: u32 = 81;
pub const VIR_ERR_OVERFLOW: u32 = 82;
pub const VIR_ERR_BLOCK_COPY_ACTIVE: u32 = 83;
pub const VIR_ERR_OPERATION_UNSUPPORTED: u32 = 84;
pub const VIR_ERR_SSH: u32 = 85;
pub const VIR_ERR_AGENT_UNRESPONSIVE: u32 = 86;
pub const VIR_ERR_RESOURCE_BUSY: u32 = 87;
pub const VIR_ERR_ACCESS_DENIED: u32 = 88;
pub const VIR_ERR_DBUS_SERVICE: u32 = 89;
pub const VIR_ERR_STORAGE_VOL_EXIST: u32 = 90;
pub const VIR_ERR_CPU_INCOMPATIBLE: u32 = 91;
pub const VIR_ERR_XML_INVALID_SCHEMA: u32 = 92;
pub const VIR_ERR_MIGRATE_FINISH_OK: u32 = 93;
pub const VIR_ERR_AUTH_UNAVAILABLE: u32 = 94;
pub const VIR_ERR_NO_SERVER: u32 = 95;
pub const VIR_ERR_NO_CLIENT: u32 = 96;
pub const VIR_ERR_AGENT_UNSYNCED: u32 = 97;
pub const VIR_ERR_LIBSSH: u32 = 98;
pub const VIR_ERR_DEVICE_MISSING: u32 = 99;
pub const VIR_ERR_INVALID_NWFILTER_BINDING: u32 = 100;
pub const VIR_ERR_NO_NWFILTER_BINDING: u32 = 101;
pub const VIR_ERR_INVALID_DOMAIN_CHECKPOINT: u32 = 102;
pub const VIR_ERR_NO_DOMAIN_CHECKPOINT: u32 = 103;
pub const VIR_ERR_NO_DOMAIN_BACKUP: u32 = 104;
pub const VIR_ERR_INVALID_NETWORK_PORT: u32 = 105;
pub const VIR_ERR_NETWORK_PORT_EXIST: u32 = 106;
pub const VIR_ERR_NO_NETWORK_PORT: u32 = 107;
pub const VIR_ERR_NO_HOSTNAME: u32 = 108;
pub const VIR_ERR_CHECKPOINT_INCONSISTENT: u32 = 109;
pub const VIR_ERR_MULTIPLE_DOMAINS: u32 = 110;
pub const VIR_ERR_NO_NETWORK_METADATA: u32 = 111;
pub const VIR_ERR_AGENT_COMMAND_TIMEOUT: u32 = 112;
pub const VIR_ERR_AGENT_COMMAND_FAILED: u32 = 113;
pub const VIR_ERR_INVALID_ENCR_KEY_SECRET: u32 = 114;
pub const VIR_ERR_NUMBER_LAST: u32 = 115;

// virAdmConnectDaemonShutdownFlags
pub const VIR_DAEMON_SHUTDOWN_PRESERVE: u32 = 1;

// virClientTransport
pub const VIR_CLIENT_TRANS_UNIX: u32 = 0;
pub const VIR_CLIENT_TRANS_TCP: u32 = 1;
pub const VIR_CLIENT_TRANS_TLS: u32 = 2;
pub const VIR_CLIENT_TRANS_LAST: u32 = 3;

// virDomainQemuMonitorCommandFlags
pub const VIR_DOMAIN_QEMU_MONITOR_COMMAND_DEFAULT: u32 = 0;
pub const VIR_DOMAIN_QEMU_MONITOR_COMMAND_HMP: u32 = 1;

// virConnectDomainQemuMonitorEventRegisterFlags
pub const VIR_CONNECT_DOMAIN_QEMU_MONITOR_EVENT_REGISTER_REGEX: u32 = 1;
pub const VIR_CONNECT_DOMAIN_QEMU_MONITOR_EVENT_REGISTER_NOCASE: u32 = 2;

// virDomainQemuAgentCommandTimeoutValues
pub const VIR_DOMAIN_QEMU_AGENT_COMMAND_MIN: i32 = -2;
pub const VIR_DOMAIN_QEMU_AGENT_COMMAND_BLOCK: i32 = -2;
pub const VIR_DOMAIN_QEMU_AGENT_COMMAND_DEFAULT: i32 = -1;
pub const VIR_DOMAIN_QEMU_AGENT_COMMAND_NOWAIT: i32 = 0;
pub const VIR_DOMAIN_QEMU_AGENT_COMMAND_SHUTDOWN: i32 = 60;
