/*
 * libvirt-domain.h: domains, the virtual machines and containers of a connection.
 *
 * Constants and names of typed parameters come first, then structures, event callbacks, helpers
 * and functions. Units stand with each field and parameter.
 */

#ifndef LIBVIRT_DOMAIN_H
#define LIBVIRT_DOMAIN_H

#ifndef __VIR_LIBVIRT_H_INCLUDES__
#error "include <libvirt/libvirt.h> instead of this file"
#endif

#ifdef __cplusplus
extern "C" {
#endif

/*
 * Typed parameters: names, by call
 *
 * Below, the type a value has on the wire follows in parentheses: int, uint, llong, ullong,
 * double, boolean, string.
 */

/**
 * VIR_DOMAIN_ANNOUNCE_INTERFACE_INITIAL: delay before the first gratuitous ARP; 0 or absent
 * means 50 (uint, milliseconds)
 */
#define VIR_DOMAIN_ANNOUNCE_INTERFACE_INITIAL "initial"

/**
 * VIR_DOMAIN_ANNOUNCE_INTERFACE_MAX: longest delay between two announcements; 0 or absent means
 * 550 (uint, milliseconds)
 */
#define VIR_DOMAIN_ANNOUNCE_INTERFACE_MAX "max"

/**
 * VIR_DOMAIN_ANNOUNCE_INTERFACE_ROUNDS: how many announcements are sent; 0 or absent means 5
 * (uint)
 */
#define VIR_DOMAIN_ANNOUNCE_INTERFACE_ROUNDS "rounds"

/**
 * VIR_DOMAIN_ANNOUNCE_INTERFACE_STEP: by how much the delay grows with every round; 0 or absent
 * means 100 (uint, milliseconds)
 */
#define VIR_DOMAIN_ANNOUNCE_INTERFACE_STEP "step"

/**
 * VIR_DOMAIN_BANDWIDTH_IN_AVERAGE: long-term rate towards the guest; 0 removes the inbound limit
 * (uint, KiB/s)
 */
#define VIR_DOMAIN_BANDWIDTH_IN_AVERAGE "inbound.average"

/** VIR_DOMAIN_BANDWIDTH_IN_BURST: amount that may arrive at peak rate (uint, KiB) */
#define VIR_DOMAIN_BANDWIDTH_IN_BURST "inbound.burst"

/** VIR_DOMAIN_BANDWIDTH_IN_FLOOR: rate guaranteed on the bridge (uint, KiB/s) */
#define VIR_DOMAIN_BANDWIDTH_IN_FLOOR "inbound.floor"

/** VIR_DOMAIN_BANDWIDTH_IN_PEAK: highest short-term rate towards the guest (uint, KiB/s) */
#define VIR_DOMAIN_BANDWIDTH_IN_PEAK "inbound.peak"

/**
 * VIR_DOMAIN_BANDWIDTH_OUT_AVERAGE: long-term rate from the guest; 0 removes the outbound limit
 * (uint, KiB/s)
 */
#define VIR_DOMAIN_BANDWIDTH_OUT_AVERAGE "outbound.average"

/** VIR_DOMAIN_BANDWIDTH_OUT_BURST: amount that may leave at peak rate (uint, KiB) */
#define VIR_DOMAIN_BANDWIDTH_OUT_BURST "outbound.burst"

/** VIR_DOMAIN_BANDWIDTH_OUT_PEAK: highest short-term rate from the guest (uint, KiB/s) */
#define VIR_DOMAIN_BANDWIDTH_OUT_PEAK "outbound.peak"

/**
 * VIR_DOMAIN_BLKIO_DEVICE_READ_BPS: cgroup read throttle per host device: "path,limit" pairs
 * joined by commas; limit in bytes/s, 0 lifts it (string)
 */
#define VIR_DOMAIN_BLKIO_DEVICE_READ_BPS "device_read_bytes_sec"

/**
 * VIR_DOMAIN_BLKIO_DEVICE_READ_IOPS: like VIR_DOMAIN_BLKIO_DEVICE_READ_BPS with the limit in
 * reads per second (string)
 */
#define VIR_DOMAIN_BLKIO_DEVICE_READ_IOPS "device_read_iops_sec"

/**
 * VIR_DOMAIN_BLKIO_DEVICE_WEIGHT: cgroup weight per host device: "path,weight" pairs joined by
 * commas; 0 removes the entry (string)
 */
#define VIR_DOMAIN_BLKIO_DEVICE_WEIGHT "device_weight"

/**
 * VIR_DOMAIN_BLKIO_DEVICE_WRITE_BPS: cgroup write throttle per host device: "path,limit" pairs,
 * bytes/s (string)
 */
#define VIR_DOMAIN_BLKIO_DEVICE_WRITE_BPS "device_write_bytes_sec"

/**
 * VIR_DOMAIN_BLKIO_DEVICE_WRITE_IOPS: like VIR_DOMAIN_BLKIO_DEVICE_WRITE_BPS with the limit in
 * writes per second (string)
 */
#define VIR_DOMAIN_BLKIO_DEVICE_WRITE_IOPS "device_write_iops_sec"

/**
 * VIR_DOMAIN_BLKIO_FIELD_LENGTH: capacity of a name in virBlkioParameter, terminating NUL
 * included
 */
#define VIR_DOMAIN_BLKIO_FIELD_LENGTH VIR_TYPED_PARAM_FIELD_LENGTH

/** VIR_DOMAIN_BLKIO_WEIGHT: cgroup I/O weight of the whole domain (uint, relative) */
#define VIR_DOMAIN_BLKIO_WEIGHT "weight"

/**
 * VIR_DOMAIN_BLOCK_COPY_BANDWIDTH: speed limit of virDomainBlockCopy(); 0 is the hypervisor's
 * default (ullong, bytes/s)
 */
#define VIR_DOMAIN_BLOCK_COPY_BANDWIDTH "bandwidth"

/**
 * VIR_DOMAIN_BLOCK_COPY_BUF_SIZE: upper bound of data in flight of virDomainBlockCopy(); 0 is
 * the default (ullong, bytes)
 */
#define VIR_DOMAIN_BLOCK_COPY_BUF_SIZE "buf-size"

/**
 * VIR_DOMAIN_BLOCK_COPY_GRANULARITY: dirty-tracking granule of virDomainBlockCopy(), a power of
 * two; 0 is the default (uint, bytes)
 */
#define VIR_DOMAIN_BLOCK_COPY_GRANULARITY "granularity"

/**
 * VIR_DOMAIN_BLOCK_IOTUNE_GROUP_NAME: throttle group whose budget the disk shares with others
 * (string)
 */
#define VIR_DOMAIN_BLOCK_IOTUNE_GROUP_NAME "group_name"

/** VIR_DOMAIN_BLOCK_IOTUNE_READ_BYTES_SEC: sustained read rate; 0 is unlimited (ullong, bytes/s) */
#define VIR_DOMAIN_BLOCK_IOTUNE_READ_BYTES_SEC "read_bytes_sec"

/** VIR_DOMAIN_BLOCK_IOTUNE_READ_BYTES_SEC_MAX: burst read rate (ullong, bytes/s) */
#define VIR_DOMAIN_BLOCK_IOTUNE_READ_BYTES_SEC_MAX "read_bytes_sec_max"

/**
 * VIR_DOMAIN_BLOCK_IOTUNE_READ_BYTES_SEC_MAX_LENGTH: how long a read burst by volume may last
 * (ullong, seconds)
 */
#define VIR_DOMAIN_BLOCK_IOTUNE_READ_BYTES_SEC_MAX_LENGTH "read_bytes_sec_max_length"

/**
 * VIR_DOMAIN_BLOCK_IOTUNE_READ_IOPS_SEC: sustained read operations; 0 is unlimited (ullong,
 * operations/s)
 */
#define VIR_DOMAIN_BLOCK_IOTUNE_READ_IOPS_SEC "read_iops_sec"

/** VIR_DOMAIN_BLOCK_IOTUNE_READ_IOPS_SEC_MAX: burst read operations (ullong, operations/s) */
#define VIR_DOMAIN_BLOCK_IOTUNE_READ_IOPS_SEC_MAX "read_iops_sec_max"

/**
 * VIR_DOMAIN_BLOCK_IOTUNE_READ_IOPS_SEC_MAX_LENGTH: how long a burst of read operations may last
 * (ullong, seconds)
 */
#define VIR_DOMAIN_BLOCK_IOTUNE_READ_IOPS_SEC_MAX_LENGTH "read_iops_sec_max_length"

/**
 * VIR_DOMAIN_BLOCK_IOTUNE_SIZE_IOPS_SEC: request size which counts as one operation; larger ones
 * count several times (ullong, bytes)
 */
#define VIR_DOMAIN_BLOCK_IOTUNE_SIZE_IOPS_SEC "size_iops_sec"

/**
 * VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC: sustained rate of both directions; excludes the
 * separate limits (ullong, bytes/s)
 */
#define VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC "total_bytes_sec"

/** VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC_MAX: burst rate of both directions (ullong, bytes/s) */
#define VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC_MAX "total_bytes_sec_max"

/**
 * VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC_MAX_LENGTH: how long a burst by volume of both
 * directions may last (ullong, seconds)
 */
#define VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC_MAX_LENGTH "total_bytes_sec_max_length"

/**
 * VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_IOPS_SEC: sustained operations of both directions; excludes the
 * separate limits (ullong, operations/s)
 */
#define VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_IOPS_SEC "total_iops_sec"

/**
 * VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_IOPS_SEC_MAX: burst operations of both directions (ullong,
 * operations/s)
 */
#define VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_IOPS_SEC_MAX "total_iops_sec_max"

/**
 * VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_IOPS_SEC_MAX_LENGTH: how long a burst of operations of both
 * directions may last (ullong, seconds)
 */
#define VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_IOPS_SEC_MAX_LENGTH "total_iops_sec_max_length"

/**
 * VIR_DOMAIN_BLOCK_IOTUNE_WRITE_BYTES_SEC: sustained write rate; 0 is unlimited (ullong,
 * bytes/s)
 */
#define VIR_DOMAIN_BLOCK_IOTUNE_WRITE_BYTES_SEC "write_bytes_sec"

/** VIR_DOMAIN_BLOCK_IOTUNE_WRITE_BYTES_SEC_MAX: burst write rate (ullong, bytes/s) */
#define VIR_DOMAIN_BLOCK_IOTUNE_WRITE_BYTES_SEC_MAX "write_bytes_sec_max"

/**
 * VIR_DOMAIN_BLOCK_IOTUNE_WRITE_BYTES_SEC_MAX_LENGTH: how long a write burst by volume may last
 * (ullong, seconds)
 */
#define VIR_DOMAIN_BLOCK_IOTUNE_WRITE_BYTES_SEC_MAX_LENGTH "write_bytes_sec_max_length"

/**
 * VIR_DOMAIN_BLOCK_IOTUNE_WRITE_IOPS_SEC: sustained write operations; 0 is unlimited (ullong,
 * operations/s)
 */
#define VIR_DOMAIN_BLOCK_IOTUNE_WRITE_IOPS_SEC "write_iops_sec"

/** VIR_DOMAIN_BLOCK_IOTUNE_WRITE_IOPS_SEC_MAX: burst write operations (ullong, operations/s) */
#define VIR_DOMAIN_BLOCK_IOTUNE_WRITE_IOPS_SEC_MAX "write_iops_sec_max"

/**
 * VIR_DOMAIN_BLOCK_IOTUNE_WRITE_IOPS_SEC_MAX_LENGTH: how long a burst of write operations may
 * last (ullong, seconds)
 */
#define VIR_DOMAIN_BLOCK_IOTUNE_WRITE_IOPS_SEC_MAX_LENGTH "write_iops_sec_max_length"

/** VIR_DOMAIN_BLOCK_STATS_ERRS: failed requests; Xen only (llong, count) */
#define VIR_DOMAIN_BLOCK_STATS_ERRS "errs"

/**
 * VIR_DOMAIN_BLOCK_STATS_FIELD_LENGTH: capacity of a name in the array of
 * virDomainBlockStatsFlags(), NUL included
 */
#define VIR_DOMAIN_BLOCK_STATS_FIELD_LENGTH VIR_TYPED_PARAM_FIELD_LENGTH

/** VIR_DOMAIN_BLOCK_STATS_FLUSH_REQ: flushes since the domain started (llong, count) */
#define VIR_DOMAIN_BLOCK_STATS_FLUSH_REQ "flush_operations"

/** VIR_DOMAIN_BLOCK_STATS_FLUSH_TOTAL_TIMES: time spent in flushes (llong, ns) */
#define VIR_DOMAIN_BLOCK_STATS_FLUSH_TOTAL_TIMES "flush_total_times"

/** VIR_DOMAIN_BLOCK_STATS_READ_BYTES: read since the domain started (llong, bytes) */
#define VIR_DOMAIN_BLOCK_STATS_READ_BYTES "rd_bytes"

/** VIR_DOMAIN_BLOCK_STATS_READ_REQ: reads since the domain started (llong, count) */
#define VIR_DOMAIN_BLOCK_STATS_READ_REQ "rd_operations"

/** VIR_DOMAIN_BLOCK_STATS_READ_TOTAL_TIMES: time spent in reads (llong, ns) */
#define VIR_DOMAIN_BLOCK_STATS_READ_TOTAL_TIMES "rd_total_times"

/** VIR_DOMAIN_BLOCK_STATS_WRITE_BYTES: written since the domain started (llong, bytes) */
#define VIR_DOMAIN_BLOCK_STATS_WRITE_BYTES "wr_bytes"

/** VIR_DOMAIN_BLOCK_STATS_WRITE_REQ: writes since the domain started (llong, count) */
#define VIR_DOMAIN_BLOCK_STATS_WRITE_REQ "wr_operations"

/** VIR_DOMAIN_BLOCK_STATS_WRITE_TOTAL_TIMES: time spent in writes (llong, ns) */
#define VIR_DOMAIN_BLOCK_STATS_WRITE_TOTAL_TIMES "wr_total_times"

/** VIR_DOMAIN_CPU_STATS_CPUTIME: processor time of guest and hypervisor together (ullong, ns) */
#define VIR_DOMAIN_CPU_STATS_CPUTIME "cpu_time"

/**
 * VIR_DOMAIN_CPU_STATS_SYSTEMTIME: processor time in the host's kernel; totals only (ullong, ns)
 */
#define VIR_DOMAIN_CPU_STATS_SYSTEMTIME "system_time"

/**
 * VIR_DOMAIN_CPU_STATS_USERTIME: processor time in the host's user space; totals only (ullong,
 * ns)
 */
#define VIR_DOMAIN_CPU_STATS_USERTIME "user_time"

/** VIR_DOMAIN_CPU_STATS_VCPUTIME: processor time of the vCPU threads alone (ullong, ns) */
#define VIR_DOMAIN_CPU_STATS_VCPUTIME "vcpu_time"

/*
 * Guest agent reports (virDomainGetGuestInfo)
 *
 * Names of lists are built as prefix, index from 0, suffix: "disk.0.name".
 */

/** VIR_DOMAIN_GUEST_INFO_DEVICE_COUNT: devices with drivers listed (uint) */
#define VIR_DOMAIN_GUEST_INFO_DEVICE_COUNT "device.count"

/** VIR_DOMAIN_GUEST_INFO_DEVICE_PREFIX: start of a device's names */
#define VIR_DOMAIN_GUEST_INFO_DEVICE_PREFIX "device."

/**
 * VIR_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_DRIVER_DATE: release of the driver (llong, ns since the
 * epoch)
 */
#define VIR_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_DRIVER_DATE ".driverDate"

/** VIR_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_DRIVER_NAME: driver that serves the device (string) */
#define VIR_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_DRIVER_NAME ".driverName"

/** VIR_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_DRIVER_VERSION: version of the driver (string) */
#define VIR_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_DRIVER_VERSION ".driverVersion"

/**
 * VIR_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_ID_TYPE: kind of the device's identity, "pci" so far
 * (string)
 */
#define VIR_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_ID_TYPE ".idType"

/** VIR_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_PCI_DEVICE: PCI device number (uint) */
#define VIR_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_PCI_DEVICE ".pciDevice"

/** VIR_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_PCI_VENDOR: PCI vendor number (uint) */
#define VIR_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_PCI_VENDOR ".pciVendor"

/** VIR_DOMAIN_GUEST_INFO_DISK_COUNT: disks listed (uint) */
#define VIR_DOMAIN_GUEST_INFO_DISK_COUNT "disk.count"

/** VIR_DOMAIN_GUEST_INFO_DISK_PREFIX: start of a disk's names */
#define VIR_DOMAIN_GUEST_INFO_DISK_PREFIX "disk."

/**
 * VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_ALIAS: target of the disk in the domain XML, "vda", where it
 * can be matched (string)
 */
#define VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_ALIAS ".alias"

/** VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_DEPENDENCY_COUNT: devices this one is made of (uint) */
#define VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_DEPENDENCY_COUNT ".dependency.count"

/**
 * VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_DEPENDENCY_PREFIX: start of an underlying device's names,
 * under the disk
 */
#define VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_DEPENDENCY_PREFIX ".dependency."

/**
 * VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_DEPENDENCY_SUFFIX_NAME: the underlying device's node in the
 * guest (string)
 */
#define VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_DEPENDENCY_SUFFIX_NAME ".name"

/**
 * VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_GUEST_ALIAS: name the guest gave the device, such as a
 * device-mapper name (string)
 */
#define VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_GUEST_ALIAS ".guest_alias"

/** VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_GUEST_BUS: bus as the guest sees it (string) */
#define VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_GUEST_BUS ".guest_bus"

/** VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_NAME: device node in the guest (string) */
#define VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_NAME ".name"

/** VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_PARTITION: a partition rather than a whole disk (boolean) */
#define VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_PARTITION ".partition"

/** VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_SERIAL: serial number (string) */
#define VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_SERIAL ".serial"

/** VIR_DOMAIN_GUEST_INFO_FS_COUNT: mounted filesystems listed (uint) */
#define VIR_DOMAIN_GUEST_INFO_FS_COUNT "fs.count"

/** VIR_DOMAIN_GUEST_INFO_FS_PREFIX: start of a filesystem's names */
#define VIR_DOMAIN_GUEST_INFO_FS_PREFIX "fs."

/** VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_DISK_COUNT: disks which hold the filesystem (uint) */
#define VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_DISK_COUNT ".disk.count"

/**
 * VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_DISK_PREFIX: start of such a disk's names, under the
 * filesystem
 */
#define VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_DISK_PREFIX ".disk."

/**
 * VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_DISK_SUFFIX_ALIAS: target of the disk in the domain XML
 * (string)
 */
#define VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_DISK_SUFFIX_ALIAS ".alias"

/** VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_DISK_SUFFIX_DEVICE: device node in the guest (string) */
#define VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_DISK_SUFFIX_DEVICE ".device"

/** VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_DISK_SUFFIX_SERIAL: serial number (string) */
#define VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_DISK_SUFFIX_SERIAL ".serial"

/** VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_FSTYPE: type such as "ext4" (string) */
#define VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_FSTYPE ".fstype"

/** VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_MOUNTPOINT: where it is mounted in the guest (string) */
#define VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_MOUNTPOINT ".mountpoint"

/** VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_NAME: device name of the filesystem in the guest (string) */
#define VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_NAME ".name"

/** VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_TOTAL_BYTES: size (ullong, bytes) */
#define VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_TOTAL_BYTES ".total-bytes"

/** VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_USED_BYTES: occupied (ullong, bytes) */
#define VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_USED_BYTES ".used-bytes"

/** VIR_DOMAIN_GUEST_INFO_HOSTNAME_HOSTNAME: host name of the guest (string) */
#define VIR_DOMAIN_GUEST_INFO_HOSTNAME_HOSTNAME "hostname"

/** VIR_DOMAIN_GUEST_INFO_IF_COUNT: network interfaces listed (uint) */
#define VIR_DOMAIN_GUEST_INFO_IF_COUNT "if.count"

/** VIR_DOMAIN_GUEST_INFO_IF_PREFIX: start of an interface's names */
#define VIR_DOMAIN_GUEST_INFO_IF_PREFIX "if."

/** VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_ADDR_COUNT: addresses of the interface (uint) */
#define VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_ADDR_COUNT ".addr.count"

/** VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_ADDR_PREFIX: start of an address's names, under the interface */
#define VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_ADDR_PREFIX ".addr."

/** VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_ADDR_SUFFIX_ADDR: the address as text (string) */
#define VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_ADDR_SUFFIX_ADDR ".addr"

/** VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_ADDR_SUFFIX_PREFIX: length of the network prefix (uint, bits) */
#define VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_ADDR_SUFFIX_PREFIX ".prefix"

/** VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_ADDR_SUFFIX_TYPE: "ipv4" or "ipv6" (string) */
#define VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_ADDR_SUFFIX_TYPE ".type"

/** VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_HWADDR: MAC address (string) */
#define VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_HWADDR ".hwaddr"

/** VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_NAME: name in the guest (string) */
#define VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_NAME ".name"

/** VIR_DOMAIN_GUEST_INFO_LOAD_15M: load average of fifteen minutes (double) */
#define VIR_DOMAIN_GUEST_INFO_LOAD_15M "load.15m"

/** VIR_DOMAIN_GUEST_INFO_LOAD_1M: load average of one minute (double) */
#define VIR_DOMAIN_GUEST_INFO_LOAD_1M "load.1m"

/** VIR_DOMAIN_GUEST_INFO_LOAD_5M: load average of five minutes (double) */
#define VIR_DOMAIN_GUEST_INFO_LOAD_5M "load.5m"

/** VIR_DOMAIN_GUEST_INFO_OS_ID: short identifier of the system, as in os-release (string) */
#define VIR_DOMAIN_GUEST_INFO_OS_ID "os.id"

/** VIR_DOMAIN_GUEST_INFO_OS_KERNEL_RELEASE: release of the kernel, as in uname -r (string) */
#define VIR_DOMAIN_GUEST_INFO_OS_KERNEL_RELEASE "os.kernel-release"

/** VIR_DOMAIN_GUEST_INFO_OS_KERNEL_VERSION: build of the kernel, as in uname -v (string) */
#define VIR_DOMAIN_GUEST_INFO_OS_KERNEL_VERSION "os.kernel-version"

/** VIR_DOMAIN_GUEST_INFO_OS_MACHINE: machine hardware name, as in uname -m (string) */
#define VIR_DOMAIN_GUEST_INFO_OS_MACHINE "os.machine"

/** VIR_DOMAIN_GUEST_INFO_OS_NAME: name of the system (string) */
#define VIR_DOMAIN_GUEST_INFO_OS_NAME "os.name"

/** VIR_DOMAIN_GUEST_INFO_OS_PRETTY_NAME: name and version for people (string) */
#define VIR_DOMAIN_GUEST_INFO_OS_PRETTY_NAME "os.pretty-name"

/** VIR_DOMAIN_GUEST_INFO_OS_VARIANT: edition of the system (string) */
#define VIR_DOMAIN_GUEST_INFO_OS_VARIANT "os.variant"

/** VIR_DOMAIN_GUEST_INFO_OS_VARIANT_ID: edition, as an identifier (string) */
#define VIR_DOMAIN_GUEST_INFO_OS_VARIANT_ID "os.variant-id"

/** VIR_DOMAIN_GUEST_INFO_OS_VERSION: version for people (string) */
#define VIR_DOMAIN_GUEST_INFO_OS_VERSION "os.version"

/** VIR_DOMAIN_GUEST_INFO_OS_VERSION_ID: version, as an identifier (string) */
#define VIR_DOMAIN_GUEST_INFO_OS_VERSION_ID "os.version-id"

/** VIR_DOMAIN_GUEST_INFO_TIMEZONE_NAME: zone's name; may be absent (string) */
#define VIR_DOMAIN_GUEST_INFO_TIMEZONE_NAME "timezone.name"

/** VIR_DOMAIN_GUEST_INFO_TIMEZONE_OFFSET: distance to UTC, east positive (int, seconds) */
#define VIR_DOMAIN_GUEST_INFO_TIMEZONE_OFFSET "timezone.offset"

/** VIR_DOMAIN_GUEST_INFO_USER_COUNT: users logged in (uint) */
#define VIR_DOMAIN_GUEST_INFO_USER_COUNT "user.count"

/** VIR_DOMAIN_GUEST_INFO_USER_PREFIX: start of a user's names */
#define VIR_DOMAIN_GUEST_INFO_USER_PREFIX "user."

/** VIR_DOMAIN_GUEST_INFO_USER_SUFFIX_DOMAIN: login domain; Windows only (string) */
#define VIR_DOMAIN_GUEST_INFO_USER_SUFFIX_DOMAIN ".domain"

/**
 * VIR_DOMAIN_GUEST_INFO_USER_SUFFIX_LOGIN_TIME: when the user logged in (ullong, milliseconds
 * since the epoch)
 */
#define VIR_DOMAIN_GUEST_INFO_USER_SUFFIX_LOGIN_TIME ".login-time"

/** VIR_DOMAIN_GUEST_INFO_USER_SUFFIX_NAME: account name (string) */
#define VIR_DOMAIN_GUEST_INFO_USER_SUFFIX_NAME ".name"

/*
 * I/O threads (virDomainSetIOThreadParams)
 */

/**
 * VIR_DOMAIN_IOTHREAD_POLL_GROW: factor by which the polling time grows; 0 lets the hypervisor
 * choose (uint)
 */
#define VIR_DOMAIN_IOTHREAD_POLL_GROW "poll_grow"

/**
 * VIR_DOMAIN_IOTHREAD_POLL_MAX_NS: longest busy polling before the thread sleeps; 0 turns
 * polling off (ullong, ns)
 */
#define VIR_DOMAIN_IOTHREAD_POLL_MAX_NS "poll_max_ns"

/**
 * VIR_DOMAIN_IOTHREAD_POLL_SHRINK: divisor by which the polling time shrinks; 0 resets it at
 * once (uint)
 */
#define VIR_DOMAIN_IOTHREAD_POLL_SHRINK "poll_shrink"

/**
 * VIR_DOMAIN_IOTHREAD_POLL_WEIGHT: weight of the newest interval when the polling time is
 * adapted (uint)
 */
#define VIR_DOMAIN_IOTHREAD_POLL_WEIGHT "poll_weight"

/** VIR_DOMAIN_IOTHREAD_THREAD_POOL_MAX: most worker threads of the thread's pool (int) */
#define VIR_DOMAIN_IOTHREAD_THREAD_POOL_MAX "thread_pool_max"

/** VIR_DOMAIN_IOTHREAD_THREAD_POOL_MIN: workers kept even when idle (int) */
#define VIR_DOMAIN_IOTHREAD_THREAD_POOL_MIN "thread_pool_min"

/*
 * Jobs (virDomainGetJobStats, job completed event)
 */

/**
 * VIR_DOMAIN_JOB_AUTO_CONVERGE_THROTTLE: share of processor time withheld from the guest to
 * converge (int, percent)
 */
#define VIR_DOMAIN_JOB_AUTO_CONVERGE_THROTTLE "auto_converge_throttle"

/** VIR_DOMAIN_JOB_COMPRESSION_BYTES: sent as XBZRLE-compressed pages (ullong, bytes) */
#define VIR_DOMAIN_JOB_COMPRESSION_BYTES "compression_bytes"

/** VIR_DOMAIN_JOB_COMPRESSION_CACHE: size of the XBZRLE page cache (ullong, bytes) */
#define VIR_DOMAIN_JOB_COMPRESSION_CACHE "compression_cache"

/** VIR_DOMAIN_JOB_COMPRESSION_CACHE_MISSES: pages changed but not in that cache (ullong, pages) */
#define VIR_DOMAIN_JOB_COMPRESSION_CACHE_MISSES "compression_cache_misses"

/**
 * VIR_DOMAIN_JOB_COMPRESSION_OVERFLOW: pages whose compressed form was larger than the page
 * (ullong, pages)
 */
#define VIR_DOMAIN_JOB_COMPRESSION_OVERFLOW "compression_overflow"

/** VIR_DOMAIN_JOB_COMPRESSION_PAGES: pages sent compressed (ullong, pages) */
#define VIR_DOMAIN_JOB_COMPRESSION_PAGES "compression_pages"

/** VIR_DOMAIN_JOB_DATA_PROCESSED: memory and disks transferred (ullong, bytes) */
#define VIR_DOMAIN_JOB_DATA_PROCESSED "data_processed"

/** VIR_DOMAIN_JOB_DATA_REMAINING: memory and disks left (ullong, bytes) */
#define VIR_DOMAIN_JOB_DATA_REMAINING "data_remaining"

/** VIR_DOMAIN_JOB_DATA_TOTAL: memory and disks the job covers (ullong, bytes) */
#define VIR_DOMAIN_JOB_DATA_TOTAL "data_total"

/** VIR_DOMAIN_JOB_DISK_BPS: current disk transfer rate (ullong, bytes/s) */
#define VIR_DOMAIN_JOB_DISK_BPS "disk_bps"

/** VIR_DOMAIN_JOB_DISK_PROCESSED: disk data transferred (ullong, bytes) */
#define VIR_DOMAIN_JOB_DISK_PROCESSED "disk_processed"

/** VIR_DOMAIN_JOB_DISK_REMAINING: disk data left (ullong, bytes) */
#define VIR_DOMAIN_JOB_DISK_REMAINING "disk_remaining"

/**
 * VIR_DOMAIN_JOB_DISK_TEMP_TOTAL: limit of the scratch space of a pull-mode backup (ullong,
 * bytes)
 */
#define VIR_DOMAIN_JOB_DISK_TEMP_TOTAL "disk_temp_total"

/** VIR_DOMAIN_JOB_DISK_TEMP_USED: scratch space a pull-mode backup occupies (ullong, bytes) */
#define VIR_DOMAIN_JOB_DISK_TEMP_USED "disk_temp_used"

/** VIR_DOMAIN_JOB_DISK_TOTAL: disk data the job covers (ullong, bytes) */
#define VIR_DOMAIN_JOB_DISK_TOTAL "disk_total"

/**
 * VIR_DOMAIN_JOB_DOWNTIME: time without running vCPUs: expected while the job runs, measured
 * afterwards (ullong, milliseconds)
 */
#define VIR_DOMAIN_JOB_DOWNTIME "downtime"

/**
 * VIR_DOMAIN_JOB_DOWNTIME_NET: downtime minus the time lost between the hosts' clocks (ullong,
 * milliseconds)
 */
#define VIR_DOMAIN_JOB_DOWNTIME_NET "downtime_net"

/** VIR_DOMAIN_JOB_ERRMSG: why the job failed; completed jobs only, may be absent (string) */
#define VIR_DOMAIN_JOB_ERRMSG "errmsg"

/** VIR_DOMAIN_JOB_MEMORY_BPS: current memory transfer rate (ullong, bytes/s) */
#define VIR_DOMAIN_JOB_MEMORY_BPS "memory_bps"

/** VIR_DOMAIN_JOB_MEMORY_CONSTANT: pages of one repeated byte, sent as a marker (ullong, pages) */
#define VIR_DOMAIN_JOB_MEMORY_CONSTANT "memory_constant"

/** VIR_DOMAIN_JOB_MEMORY_DIRTY_RATE: pages the guest dirties (ullong, pages/s) */
#define VIR_DOMAIN_JOB_MEMORY_DIRTY_RATE "memory_dirty_rate"

/** VIR_DOMAIN_JOB_MEMORY_ITERATION: passes over the memory so far (ullong) */
#define VIR_DOMAIN_JOB_MEMORY_ITERATION "memory_iteration"

/** VIR_DOMAIN_JOB_MEMORY_NORMAL: pages sent in full (ullong, pages) */
#define VIR_DOMAIN_JOB_MEMORY_NORMAL "memory_normal"

/** VIR_DOMAIN_JOB_MEMORY_NORMAL_BYTES: sent as full pages (ullong, bytes) */
#define VIR_DOMAIN_JOB_MEMORY_NORMAL_BYTES "memory_normal_bytes"

/** VIR_DOMAIN_JOB_MEMORY_PAGE_SIZE: size of a page in the page counters (ullong, bytes) */
#define VIR_DOMAIN_JOB_MEMORY_PAGE_SIZE "memory_page_size"

/**
 * VIR_DOMAIN_JOB_MEMORY_POSTCOPY_REQS: pages the destination asked for in post-copy (ullong,
 * pages)
 */
#define VIR_DOMAIN_JOB_MEMORY_POSTCOPY_REQS "memory_postcopy_requests"

/** VIR_DOMAIN_JOB_MEMORY_PROCESSED: memory transferred (ullong, bytes) */
#define VIR_DOMAIN_JOB_MEMORY_PROCESSED "memory_processed"

/** VIR_DOMAIN_JOB_MEMORY_REMAINING: memory left (ullong, bytes) */
#define VIR_DOMAIN_JOB_MEMORY_REMAINING "memory_remaining"

/** VIR_DOMAIN_JOB_MEMORY_TOTAL: memory the job covers (ullong, bytes) */
#define VIR_DOMAIN_JOB_MEMORY_TOTAL "memory_total"

/** VIR_DOMAIN_JOB_OPERATION: what the job does, a virDomainJobOperation (int) */
#define VIR_DOMAIN_JOB_OPERATION "operation"

/** VIR_DOMAIN_JOB_SETUP_TIME: spent preparing the transfer (ullong, milliseconds) */
#define VIR_DOMAIN_JOB_SETUP_TIME "setup_time"

/** VIR_DOMAIN_JOB_SUCCESS: outcome of a completed job (boolean) */
#define VIR_DOMAIN_JOB_SUCCESS "success"

/** VIR_DOMAIN_JOB_TIME_ELAPSED: since the job began (ullong, milliseconds) */
#define VIR_DOMAIN_JOB_TIME_ELAPSED "time_elapsed"

/**
 * VIR_DOMAIN_JOB_TIME_ELAPSED_NET: elapsed time minus the time lost between the hosts' clocks
 * (ullong, milliseconds)
 */
#define VIR_DOMAIN_JOB_TIME_ELAPSED_NET "time_elapsed_net"

/**
 * VIR_DOMAIN_JOB_TIME_REMAINING: estimate for a job of VIR_DOMAIN_JOB_BOUNDED (ullong,
 * milliseconds)
 */
#define VIR_DOMAIN_JOB_TIME_REMAINING "time_remaining"

/** VIR_DOMAIN_JOB_VFIO_DATA_TRANSFERRED: state of VFIO devices transferred (ullong, bytes) */
#define VIR_DOMAIN_JOB_VFIO_DATA_TRANSFERRED "vfio_data_transferred"

/*
 * Launch security
 */

/** VIR_DOMAIN_LAUNCH_SECURITY_SEV_API_MAJOR: major version of the SEV firmware API (uint) */
#define VIR_DOMAIN_LAUNCH_SECURITY_SEV_API_MAJOR "sev-api-major"

/** VIR_DOMAIN_LAUNCH_SECURITY_SEV_API_MINOR: minor version of the SEV firmware API (uint) */
#define VIR_DOMAIN_LAUNCH_SECURITY_SEV_API_MINOR "sev-api-minor"

/** VIR_DOMAIN_LAUNCH_SECURITY_SEV_BUILD_ID: build of the SEV firmware (uint) */
#define VIR_DOMAIN_LAUNCH_SECURITY_SEV_BUILD_ID "sev-build-id"

/** VIR_DOMAIN_LAUNCH_SECURITY_SEV_MEASUREMENT: launch measurement of the guest, base64 (string) */
#define VIR_DOMAIN_LAUNCH_SECURITY_SEV_MEASUREMENT "sev-measurement"

/** VIR_DOMAIN_LAUNCH_SECURITY_SEV_POLICY: SEV policy bits of the guest (uint) */
#define VIR_DOMAIN_LAUNCH_SECURITY_SEV_POLICY "sev-policy"

/** VIR_DOMAIN_LAUNCH_SECURITY_SEV_SECRET: encrypted launch secret, base64 (string) */
#define VIR_DOMAIN_LAUNCH_SECURITY_SEV_SECRET "sev-secret"

/**
 * VIR_DOMAIN_LAUNCH_SECURITY_SEV_SECRET_HEADER: header that authenticates the launch secret,
 * base64 (string)
 */
#define VIR_DOMAIN_LAUNCH_SECURITY_SEV_SECRET_HEADER "sev-secret-header"

/**
 * VIR_DOMAIN_LAUNCH_SECURITY_SEV_SECRET_SET_ADDRESS: guest physical address to place the secret
 * at; absent lets firmware choose (ullong)
 */
#define VIR_DOMAIN_LAUNCH_SECURITY_SEV_SECRET_SET_ADDRESS "sev-secret-set-address"

/** VIR_DOMAIN_LAUNCH_SECURITY_SEV_SNP_POLICY: SEV-SNP policy bits of the guest (ullong) */
#define VIR_DOMAIN_LAUNCH_SECURITY_SEV_SNP_POLICY "sev-snp-policy"

/*
 * Memory, NUMA and saving
 */

/**
 * VIR_DOMAIN_MEMORY_FIELD_LENGTH: capacity of a name in virMemoryParameter, terminating NUL
 * included
 */
#define VIR_DOMAIN_MEMORY_FIELD_LENGTH VIR_TYPED_PARAM_FIELD_LENGTH

/**
 * VIR_DOMAIN_MEMORY_HARD_LIMIT: most memory the domain's processes may use on the host (ullong,
 * KiB)
 */
#define VIR_DOMAIN_MEMORY_HARD_LIMIT "hard_limit"

/** VIR_DOMAIN_MEMORY_MIN_GUARANTEE: memory the host keeps for the domain (ullong, KiB) */
#define VIR_DOMAIN_MEMORY_MIN_GUARANTEE "min_guarantee"

/**
 * VIR_DOMAIN_MEMORY_PARAM_UNLIMITED: value of a memory limit which stands for no limit,
 * INT64_MAX >> 10 (KiB)
 */
#define VIR_DOMAIN_MEMORY_PARAM_UNLIMITED 9007199254740991LL

/**
 * VIR_DOMAIN_MEMORY_SOFT_LIMIT: memory the domain is pushed back to under pressure (ullong, KiB)
 */
#define VIR_DOMAIN_MEMORY_SOFT_LIMIT "soft_limit"

/** VIR_DOMAIN_MEMORY_SWAP_HARD_LIMIT: most memory and swap together (ullong, KiB) */
#define VIR_DOMAIN_MEMORY_SWAP_HARD_LIMIT "swap_hard_limit"

/** VIR_DOMAIN_NUMA_MODE: memory policy, a virDomainNumatuneMemMode (int) */
#define VIR_DOMAIN_NUMA_MODE "numa_mode"

/** VIR_DOMAIN_NUMA_NODESET: host nodes memory comes from, such as "0-1,3" (string) */
#define VIR_DOMAIN_NUMA_NODESET "numa_nodeset"

/**
 * VIR_DOMAIN_SAVE_PARAM_DXML: domain XML stored instead of the live one, same guest ABI (string)
 */
#define VIR_DOMAIN_SAVE_PARAM_DXML "dxml"

/**
 * VIR_DOMAIN_SAVE_PARAM_FILE: absolute path of the saved image on the daemon's host; absent
 * means managed save (string)
 */
#define VIR_DOMAIN_SAVE_PARAM_FILE "file"

/**
 * VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT: format of the saved image, one of
 * VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_* (string)
 */
#define VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT "image_format"

/** VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_BZIP2: image format: memory piped through bzip2 */
#define VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_BZIP2 "bzip2"

/** VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_GZIP: image format: memory piped through gzip */
#define VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_GZIP "gzip"

/** VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_LZOP: image format: memory piped through lzop */
#define VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_LZOP "lzop"

/**
 * VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_RAW: image format: sequential migration stream,
 * uncompressed
 */
#define VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_RAW "raw"

/**
 * VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_SPARSE: image format: every page at a fixed offset, sparse
 * file, can be written in parallel
 */
#define VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_SPARSE "sparse"

/** VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_XZ: image format: memory piped through xz */
#define VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_XZ "xz"

/** VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_ZSTD: image format: memory piped through zstd */
#define VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_ZSTD "zstd"

/** VIR_DOMAIN_SAVE_PARAM_PARALLEL_CHANNELS: threads which write or read a sparse image (int) */
#define VIR_DOMAIN_SAVE_PARAM_PARALLEL_CHANNELS "parallel.channels"

/*
 * CPU scheduler
 *
 * A quota is the processor time per period; a negative quota is unlimited.
 */

/**
 * VIR_DOMAIN_SCHEDULER_CAP: Xen credit: hard ceiling, 100 is one processor, 0 none (uint,
 * percent)
 */
#define VIR_DOMAIN_SCHEDULER_CAP "cap"

/** VIR_DOMAIN_SCHEDULER_CPU_SHARES: cgroup weight of the domain (ullong, relative) */
#define VIR_DOMAIN_SCHEDULER_CPU_SHARES "cpu_shares"

/**
 * VIR_DOMAIN_SCHEDULER_EMULATOR_PERIOD: enforcement period of the emulator's threads (ullong,
 * microseconds)
 */
#define VIR_DOMAIN_SCHEDULER_EMULATOR_PERIOD "emulator_period"

/** VIR_DOMAIN_SCHEDULER_EMULATOR_QUOTA: quota of the emulator's threads (llong, microseconds) */
#define VIR_DOMAIN_SCHEDULER_EMULATOR_QUOTA "emulator_quota"

/**
 * VIR_DOMAIN_SCHEDULER_GLOBAL_PERIOD: enforcement period of the domain as a whole (ullong,
 * microseconds)
 */
#define VIR_DOMAIN_SCHEDULER_GLOBAL_PERIOD "global_period"

/** VIR_DOMAIN_SCHEDULER_GLOBAL_QUOTA: quota of the domain as a whole (llong, microseconds) */
#define VIR_DOMAIN_SCHEDULER_GLOBAL_QUOTA "global_quota"

/**
 * VIR_DOMAIN_SCHEDULER_IOTHREAD_PERIOD: enforcement period of every I/O thread (ullong,
 * microseconds)
 */
#define VIR_DOMAIN_SCHEDULER_IOTHREAD_PERIOD "iothread_period"

/** VIR_DOMAIN_SCHEDULER_IOTHREAD_QUOTA: quota of every I/O thread (llong, microseconds) */
#define VIR_DOMAIN_SCHEDULER_IOTHREAD_QUOTA "iothread_quota"

/** VIR_DOMAIN_SCHEDULER_LIMIT: ESX allocation: ceiling, -1 is unlimited (llong, MHz) */
#define VIR_DOMAIN_SCHEDULER_LIMIT "limit"

/** VIR_DOMAIN_SCHEDULER_RESERVATION: ESX allocation: guaranteed share (llong, MHz) */
#define VIR_DOMAIN_SCHEDULER_RESERVATION "reservation"

/** VIR_DOMAIN_SCHEDULER_SHARES: ESX allocation: weight, or -1 low, -2 normal, -3 high (int) */
#define VIR_DOMAIN_SCHEDULER_SHARES "shares"

/** VIR_DOMAIN_SCHEDULER_VCPU_PERIOD: enforcement period of every vCPU (ullong, microseconds) */
#define VIR_DOMAIN_SCHEDULER_VCPU_PERIOD "vcpu_period"

/** VIR_DOMAIN_SCHEDULER_VCPU_QUOTA: quota of every vCPU (llong, microseconds) */
#define VIR_DOMAIN_SCHEDULER_VCPU_QUOTA "vcpu_quota"

/** VIR_DOMAIN_SCHEDULER_WEIGHT: Xen credit: relative weight (uint) */
#define VIR_DOMAIN_SCHEDULER_WEIGHT "weight"

/**
 * VIR_DOMAIN_SCHED_FIELD_LENGTH: capacity of a name in virSchedParameter, terminating NUL
 * included
 */
#define VIR_DOMAIN_SCHED_FIELD_LENGTH VIR_TYPED_PARAM_FIELD_LENGTH

/** VIR_DOMAIN_SEND_KEY_MAX_KEYS: most keys in one virDomainSendKey() call */
#define VIR_DOMAIN_SEND_KEY_MAX_KEYS 16

/*
 * Bulk statistics (virConnectGetAllDomainStats, virDomainListGetStats)
 *
 * Names of lists are built as prefix, index from 0, suffix: "block.0.rd.bytes".
 */

/** VIR_DOMAIN_STATS_BALLOON_AVAILABLE: memory the guest's system sees (ullong, KiB) */
#define VIR_DOMAIN_STATS_BALLOON_AVAILABLE "balloon.available"

/** VIR_DOMAIN_STATS_BALLOON_CURRENT: balloon target (ullong, KiB) */
#define VIR_DOMAIN_STATS_BALLOON_CURRENT "balloon.current"

/**
 * VIR_DOMAIN_STATS_BALLOON_DISK_CACHES: guest page cache that can be dropped without I/O
 * (ullong, KiB)
 */
#define VIR_DOMAIN_STATS_BALLOON_DISK_CACHES "balloon.disk_caches"

/** VIR_DOMAIN_STATS_BALLOON_HUGETLB_PGALLOC: huge pages allocated in the guest (ullong, count) */
#define VIR_DOMAIN_STATS_BALLOON_HUGETLB_PGALLOC "balloon.hugetlb_pgalloc"

/**
 * VIR_DOMAIN_STATS_BALLOON_HUGETLB_PGFAIL: failed huge page allocations in the guest (ullong,
 * count)
 */
#define VIR_DOMAIN_STATS_BALLOON_HUGETLB_PGFAIL "balloon.hugetlb_pgfail"

/**
 * VIR_DOMAIN_STATS_BALLOON_LAST_UPDATE: when the guest last reported (ullong, seconds since the
 * epoch)
 */
#define VIR_DOMAIN_STATS_BALLOON_LAST_UPDATE "balloon.last-update"

/** VIR_DOMAIN_STATS_BALLOON_MAJOR_FAULT: page faults with disk I/O in the guest (ullong, count) */
#define VIR_DOMAIN_STATS_BALLOON_MAJOR_FAULT "balloon.major_fault"

/** VIR_DOMAIN_STATS_BALLOON_MAXIMUM: ceiling of the balloon (ullong, KiB) */
#define VIR_DOMAIN_STATS_BALLOON_MAXIMUM "balloon.maximum"

/**
 * VIR_DOMAIN_STATS_BALLOON_MINOR_FAULT: page faults without disk I/O in the guest (ullong,
 * count)
 */
#define VIR_DOMAIN_STATS_BALLOON_MINOR_FAULT "balloon.minor_fault"

/** VIR_DOMAIN_STATS_BALLOON_RSS: resident set of the domain's process on the host (ullong, KiB) */
#define VIR_DOMAIN_STATS_BALLOON_RSS "balloon.rss"

/** VIR_DOMAIN_STATS_BALLOON_SWAP_IN: read back from guest swap (ullong, KiB) */
#define VIR_DOMAIN_STATS_BALLOON_SWAP_IN "balloon.swap_in"

/** VIR_DOMAIN_STATS_BALLOON_SWAP_OUT: written to guest swap (ullong, KiB) */
#define VIR_DOMAIN_STATS_BALLOON_SWAP_OUT "balloon.swap_out"

/** VIR_DOMAIN_STATS_BALLOON_UNUSED: memory the guest leaves entirely free (ullong, KiB) */
#define VIR_DOMAIN_STATS_BALLOON_UNUSED "balloon.unused"

/**
 * VIR_DOMAIN_STATS_BALLOON_USABLE: memory the balloon could take without making the guest swap
 * (ullong, KiB)
 */
#define VIR_DOMAIN_STATS_BALLOON_USABLE "balloon.usable"

/**
 * VIR_DOMAIN_STATS_BLOCK_COUNT: entries in the list, backing images included when they were
 * asked for (uint)
 */
#define VIR_DOMAIN_STATS_BLOCK_COUNT "block.count"

/** VIR_DOMAIN_STATS_BLOCK_PREFIX: start of a block device's names */
#define VIR_DOMAIN_STATS_BLOCK_PREFIX "block."

/** VIR_DOMAIN_STATS_BLOCK_SUFFIX_ALLOCATION: highest offset written (ullong, bytes) */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_ALLOCATION ".allocation"

/**
 * VIR_DOMAIN_STATS_BLOCK_SUFFIX_BACKINGINDEX: index in the disk's backing chain; only with the
 * backing flag (uint)
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_BACKINGINDEX ".backingIndex"

/** VIR_DOMAIN_STATS_BLOCK_SUFFIX_CAPACITY: size the guest sees (ullong, bytes) */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_CAPACITY ".capacity"

/** VIR_DOMAIN_STATS_BLOCK_SUFFIX_ERRORS: failed requests; Xen only (ullong, count) */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_ERRORS ".errors"

/** VIR_DOMAIN_STATS_BLOCK_SUFFIX_FL_REQS: flushes (ullong, count) */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_FL_REQS ".fl.reqs"

/** VIR_DOMAIN_STATS_BLOCK_SUFFIX_FL_TIMES: time spent in flushes (ullong, ns) */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_FL_TIMES ".fl.times"

/**
 * VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_FLUSH_PREFIX: start of the flush latency
 * histogram's names
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_FLUSH_PREFIX ".latency_histogram.flush."

/**
 * VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_READ_PREFIX: start of the read latency
 * histogram's names
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_READ_PREFIX ".latency_histogram.read."

/**
 * VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_SUFFIX_BIN_COUNT: bins of the histogram (uint)
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_SUFFIX_BIN_COUNT "bin.count"

/**
 * VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_SUFFIX_BIN_PREFIX: start of a bin's names,
 * under the histogram
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_SUFFIX_BIN_PREFIX "bin."

/**
 * VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_SUFFIX_BIN_SUFFIX_START: lower bound of the
 * bin, included (ullong, ns)
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_SUFFIX_BIN_SUFFIX_START ".start"

/**
 * VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_SUFFIX_BIN_SUFFIX_VALUE: requests whose
 * latency fell into the bin (ullong, count)
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_SUFFIX_BIN_SUFFIX_VALUE ".value"

/**
 * VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_WRITE_PREFIX: start of the write latency
 * histogram's names
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_WRITE_PREFIX ".latency_histogram.write."

/**
 * VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_ZONE_APPEND_PREFIX: start of the zone append
 * latency histogram's names
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_ZONE_APPEND_PREFIX ".latency_histogram.zone_append."

/**
 * VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_DISCARD_ALIGNMENT: optimal alignment of discards (ullong,
 * bytes)
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_DISCARD_ALIGNMENT ".limits.discard_alignment"

/** VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_DISCARD_MAX: longest discard (ullong, bytes) */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_DISCARD_MAX ".limits.discard_max"

/**
 * VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_IOV_HW_MAX: most scatter/gather elements the hardware
 * takes (ullong, count)
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_IOV_HW_MAX ".limits.iov_hw_max"

/**
 * VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_IOV_MAX: most scatter/gather elements in a request
 * (ullong, count)
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_IOV_MAX ".limits.iov_max"

/**
 * VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_MEMORY_ALIGNMENT_MINIMAL: alignment buffers must have
 * (ullong, bytes)
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_MEMORY_ALIGNMENT_MINIMAL ".limits.memory_alignment_minimal"

/**
 * VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_MEMORY_ALIGNMENT_OPTIMAL: alignment buffers should have
 * (ullong, bytes)
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_MEMORY_ALIGNMENT_OPTIMAL ".limits.memory_alignment_optimal"

/**
 * VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_REQUEST_ALIGNMENT: alignment of offset and length of
 * requests (ullong, bytes)
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_REQUEST_ALIGNMENT ".limits.request_alignment"

/**
 * VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_TRANSFER_HW_MAX: longest transfer of the hardware
 * (ullong, bytes)
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_TRANSFER_HW_MAX ".limits.transfer_hw_max"

/**
 * VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_TRANSFER_MAX: longest transfer of a request (ullong,
 * bytes)
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_TRANSFER_MAX ".limits.transfer_max"

/**
 * VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_TRANSFER_OPTIMAL: transfer length that performs best
 * (ullong, bytes)
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_TRANSFER_OPTIMAL ".limits.transfer_optimal"

/**
 * VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_WRITE_ZEROES_ALIGNMENT: optimal alignment of write-zeroes
 * requests (ullong, bytes)
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_WRITE_ZEROES_ALIGNMENT ".limits.write_zeroes_alignment"

/**
 * VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_WRITE_ZEROES_MAX: longest write-zeroes request (ullong,
 * bytes)
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_WRITE_ZEROES_MAX ".limits.write_zeroes_max"

/** VIR_DOMAIN_STATS_BLOCK_SUFFIX_NAME: target of the disk, "vda" (string) */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_NAME ".name"

/** VIR_DOMAIN_STATS_BLOCK_SUFFIX_PATH: source, where it is a local file or block device (string) */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_PATH ".path"

/** VIR_DOMAIN_STATS_BLOCK_SUFFIX_PHYSICAL: size of the container on the host (ullong, bytes) */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_PHYSICAL ".physical"

/** VIR_DOMAIN_STATS_BLOCK_SUFFIX_RD_BYTES: read (ullong, bytes) */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_RD_BYTES ".rd.bytes"

/** VIR_DOMAIN_STATS_BLOCK_SUFFIX_RD_REQS: reads (ullong, count) */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_RD_REQS ".rd.reqs"

/** VIR_DOMAIN_STATS_BLOCK_SUFFIX_RD_TIMES: time spent in reads (ullong, ns) */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_RD_TIMES ".rd.times"

/**
 * VIR_DOMAIN_STATS_BLOCK_SUFFIX_THRESHOLD: write threshold armed with
 * virDomainSetBlockThreshold() (ullong, bytes)
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_THRESHOLD ".threshold"

/** VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_COUNT: configured statistics intervals (ullong) */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_COUNT ".timed_group.count"

/**
 * VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_PREFIX: start of an interval's names, under the
 * block device
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_PREFIX ".timed_group."

/**
 * VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_FLUSH_LATENCY_AVG: mean flush latency in the
 * interval (ullong, ns)
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_FLUSH_LATENCY_AVG ".flush_latency_avg"

/**
 * VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_FLUSH_LATENCY_MAX: longest flush in the
 * interval (ullong, ns)
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_FLUSH_LATENCY_MAX ".flush_latency_max"

/**
 * VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_FLUSH_LATENCY_MIN: shortest flush in the
 * interval (ullong, ns)
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_FLUSH_LATENCY_MIN ".flush_latency_min"

/**
 * VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_INTERVAL: length of the interval (ullong,
 * seconds)
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_INTERVAL ".interval"

/**
 * VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_RD_LATENCY_AVG: mean read latency in the
 * interval (ullong, ns)
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_RD_LATENCY_AVG ".rd_latency_avg"

/**
 * VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_RD_LATENCY_MAX: longest read in the interval
 * (ullong, ns)
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_RD_LATENCY_MAX ".rd_latency_max"

/**
 * VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_RD_LATENCY_MIN: shortest read in the interval
 * (ullong, ns)
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_RD_LATENCY_MIN ".rd_latency_min"

/**
 * VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_RD_QUEUE_DEPTH_AVG: mean of pending reads in
 * the interval (double)
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_RD_QUEUE_DEPTH_AVG ".rd_queue_depth_avg"

/**
 * VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_WR_LATENCY_AVG: mean write latency in the
 * interval (ullong, ns)
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_WR_LATENCY_AVG ".wr_latency_avg"

/**
 * VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_WR_LATENCY_MAX: longest write in the interval
 * (ullong, ns)
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_WR_LATENCY_MAX ".wr_latency_max"

/**
 * VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_WR_LATENCY_MIN: shortest write in the
 * interval (ullong, ns)
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_WR_LATENCY_MIN ".wr_latency_min"

/**
 * VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_WR_QUEUE_DEPTH_AVG: mean of pending writes in
 * the interval (double)
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_WR_QUEUE_DEPTH_AVG ".wr_queue_depth_avg"

/**
 * VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_ZONE_APPEND_LATENCY_AVG: mean zone append
 * latency in the interval (ullong, ns)
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_ZONE_APPEND_LATENCY_AVG ".zone_append_latency_avg"

/**
 * VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_ZONE_APPEND_LATENCY_MAX: longest zone append
 * in the interval (ullong, ns)
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_ZONE_APPEND_LATENCY_MAX ".zone_append_latency_max"

/**
 * VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_ZONE_APPEND_LATENCY_MIN: shortest zone append
 * in the interval (ullong, ns)
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_ZONE_APPEND_LATENCY_MIN ".zone_append_latency_min"

/**
 * VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_ZONE_APPEND_QUEUE_DEPTH_AVG: mean of pending
 * zone appends in the interval (double)
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_ZONE_APPEND_QUEUE_DEPTH_AVG ".zone_append_queue_depth_avg"

/** VIR_DOMAIN_STATS_BLOCK_SUFFIX_WR_BYTES: written (ullong, bytes) */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_WR_BYTES ".wr.bytes"

/** VIR_DOMAIN_STATS_BLOCK_SUFFIX_WR_REQS: writes (ullong, count) */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_WR_REQS ".wr.reqs"

/** VIR_DOMAIN_STATS_BLOCK_SUFFIX_WR_TIMES: time spent in writes (ullong, ns) */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_WR_TIMES ".wr.times"

/** VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_COUNT: cache monitors of the domain (uint) */
#define VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_COUNT "cpu.cache.monitor.count"

/** VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_PREFIX: start of a cache monitor's names */
#define VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_PREFIX "cpu.cache.monitor."

/** VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_BANK_COUNT: cache banks the monitor covers (uint) */
#define VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_BANK_COUNT ".bank.count"

/**
 * VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_BANK_PREFIX: start of a bank's names, under the
 * monitor
 */
#define VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_BANK_PREFIX ".bank."

/**
 * VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_BANK_SUFFIX_BYTES: last-level cache occupied
 * (ullong, bytes)
 */
#define VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_BANK_SUFFIX_BYTES ".bytes"

/**
 * VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_BANK_SUFFIX_ID: identifier of the bank on the host
 * (uint)
 */
#define VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_BANK_SUFFIX_ID ".id"

/** VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_NAME: name of the monitor (string) */
#define VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_NAME ".name"

/** VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_VCPUS: vCPUs it covers, as a list (string) */
#define VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_VCPUS ".vcpus"

/** VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_COUNT: energy monitors of the domain (uint) */
#define VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_COUNT "cpu.energy.monitor.count"

/** VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_PREFIX: start of an energy monitor's names */
#define VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_PREFIX "cpu.energy.monitor."

/** VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_SUFFIX_NAME: name of the monitor (string) */
#define VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_SUFFIX_NAME ".name"

/**
 * VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_SUFFIX_PKG_COUNT: processor packages the monitor covers
 * (uint)
 */
#define VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_SUFFIX_PKG_COUNT ".pkg.count"

/**
 * VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_SUFFIX_PKG_PREFIX: start of a package's names, under the
 * monitor; its events are named as in resctrl
 */
#define VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_SUFFIX_PKG_PREFIX ".pkg."

/**
 * VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_SUFFIX_PKG_SUFFIX_ID: identifier of the package on the
 * host (uint)
 */
#define VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_SUFFIX_PKG_SUFFIX_ID ".id"

/** VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_SUFFIX_VCPUS: vCPUs it covers, as a list (string) */
#define VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_SUFFIX_VCPUS ".vcpus"

/**
 * VIR_DOMAIN_STATS_CPU_HALTPOLL_FAIL_TIME: polled for a halted vCPU without success (ullong, ns)
 */
#define VIR_DOMAIN_STATS_CPU_HALTPOLL_FAIL_TIME "cpu.haltpoll.fail.time"

/**
 * VIR_DOMAIN_STATS_CPU_HALTPOLL_SUCCESS_TIME: polled for a halted vCPU until it woke (ullong,
 * ns)
 */
#define VIR_DOMAIN_STATS_CPU_HALTPOLL_SUCCESS_TIME "cpu.haltpoll.success.time"

/** VIR_DOMAIN_STATS_CPU_SYSTEM: processor time in the host's kernel (ullong, ns) */
#define VIR_DOMAIN_STATS_CPU_SYSTEM "cpu.system"

/** VIR_DOMAIN_STATS_CPU_TIME: processor time of the domain (ullong, ns) */
#define VIR_DOMAIN_STATS_CPU_TIME "cpu.time"

/** VIR_DOMAIN_STATS_CPU_USER: processor time in the host's user space (ullong, ns) */
#define VIR_DOMAIN_STATS_CPU_USER "cpu.user"

/**
 * VIR_DOMAIN_STATS_CUSTOM_SUFFIX_TYPE_CUR: ends the name of a hypervisor-specific statistic
 * which is a current value
 */
#define VIR_DOMAIN_STATS_CUSTOM_SUFFIX_TYPE_CUR ".cur"

/**
 * VIR_DOMAIN_STATS_CUSTOM_SUFFIX_TYPE_MAX: ends the name of a hypervisor-specific statistic
 * which is a peak
 */
#define VIR_DOMAIN_STATS_CUSTOM_SUFFIX_TYPE_MAX ".max"

/**
 * VIR_DOMAIN_STATS_CUSTOM_SUFFIX_TYPE_SUM: ends the name of a hypervisor-specific statistic
 * which accumulates
 */
#define VIR_DOMAIN_STATS_CUSTOM_SUFFIX_TYPE_SUM ".sum"

/**
 * VIR_DOMAIN_STATS_DIRTYRATE_CALC_MODE: how the rate was measured: "page-sampling",
 * "dirty-bitmap" or "dirty-ring" (string)
 */
#define VIR_DOMAIN_STATS_DIRTYRATE_CALC_MODE "dirtyrate.calc_mode"

/** VIR_DOMAIN_STATS_DIRTYRATE_CALC_PERIOD: length of the measurement (int, seconds) */
#define VIR_DOMAIN_STATS_DIRTYRATE_CALC_PERIOD "dirtyrate.calc_period"

/**
 * VIR_DOMAIN_STATS_DIRTYRATE_CALC_START_TIME: start of the measurement on the host's clock
 * (llong, seconds)
 */
#define VIR_DOMAIN_STATS_DIRTYRATE_CALC_START_TIME "dirtyrate.calc_start_time"

/** VIR_DOMAIN_STATS_DIRTYRATE_CALC_STATUS: progress, a virDomainDirtyRateStatus (int) */
#define VIR_DOMAIN_STATS_DIRTYRATE_CALC_STATUS "dirtyrate.calc_status"

/**
 * VIR_DOMAIN_STATS_DIRTYRATE_MEGABYTES_PER_SECOND: rate at which the guest dirties memory
 * (llong, MiB/s)
 */
#define VIR_DOMAIN_STATS_DIRTYRATE_MEGABYTES_PER_SECOND "dirtyrate.megabytes_per_second"

/** VIR_DOMAIN_STATS_DIRTYRATE_VCPU_PREFIX: start of a vCPU's dirty rate names; dirty-ring only */
#define VIR_DOMAIN_STATS_DIRTYRATE_VCPU_PREFIX "dirtyrate.vcpu."

/**
 * VIR_DOMAIN_STATS_DIRTYRATE_VCPU_SUFFIX_MEGABYTES_PER_SECOND: rate at which the vCPU dirties
 * memory (ullong, MiB/s)
 */
#define VIR_DOMAIN_STATS_DIRTYRATE_VCPU_SUFFIX_MEGABYTES_PER_SECOND ".megabytes_per_second"

/**
 * VIR_DOMAIN_STATS_IOTHREAD_COUNT: I/O threads listed; their indexes are thread identifiers,
 * which may have gaps (uint)
 */
#define VIR_DOMAIN_STATS_IOTHREAD_COUNT "iothread.count"

/** VIR_DOMAIN_STATS_IOTHREAD_PREFIX: start of an I/O thread's names */
#define VIR_DOMAIN_STATS_IOTHREAD_PREFIX "iothread."

/** VIR_DOMAIN_STATS_IOTHREAD_SUFFIX_POLL_GROW: factor by which the polling time grows (uint) */
#define VIR_DOMAIN_STATS_IOTHREAD_SUFFIX_POLL_GROW ".poll-grow"

/** VIR_DOMAIN_STATS_IOTHREAD_SUFFIX_POLL_MAX_NS: longest busy polling; 0 is off (ullong, ns) */
#define VIR_DOMAIN_STATS_IOTHREAD_SUFFIX_POLL_MAX_NS ".poll-max-ns"

/**
 * VIR_DOMAIN_STATS_IOTHREAD_SUFFIX_POLL_SHRINK: divisor by which the polling time shrinks (uint)
 */
#define VIR_DOMAIN_STATS_IOTHREAD_SUFFIX_POLL_SHRINK ".poll-shrink"

/** VIR_DOMAIN_STATS_IOTHREAD_SUFFIX_POLL_WEIGHT: weight of the newest interval (uint) */
#define VIR_DOMAIN_STATS_IOTHREAD_SUFFIX_POLL_WEIGHT ".poll-weight"

/**
 * VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_COUNT: memory bandwidth monitors of the domain
 * (uint)
 */
#define VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_COUNT "memory.bandwidth.monitor.count"

/** VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_PREFIX: start of a bandwidth monitor's names */
#define VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_PREFIX "memory.bandwidth.monitor."

/** VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NAME: name of the monitor (string) */
#define VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NAME ".name"

/**
 * VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NODE_COUNT: memory controllers the monitor
 * covers (uint)
 */
#define VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NODE_COUNT ".node.count"

/**
 * VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NODE_PREFIX: start of a controller's names,
 * under the monitor
 */
#define VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NODE_PREFIX ".node."

/**
 * VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NODE_SUFFIX_BYTES_LOCAL: moved through the
 * local controller (ullong, bytes)
 */
#define VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NODE_SUFFIX_BYTES_LOCAL ".bytes.local"

/**
 * VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NODE_SUFFIX_BYTES_TOTAL: moved through all
 * controllers (ullong, bytes)
 */
#define VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NODE_SUFFIX_BYTES_TOTAL ".bytes.total"

/**
 * VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NODE_SUFFIX_ID: identifier of the controller
 * on the host (uint)
 */
#define VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NODE_SUFFIX_ID ".id"

/** VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_VCPUS: vCPUs it covers, as a list (string) */
#define VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_VCPUS ".vcpus"

/** VIR_DOMAIN_STATS_NET_COUNT: network interfaces listed (uint) */
#define VIR_DOMAIN_STATS_NET_COUNT "net.count"

/** VIR_DOMAIN_STATS_NET_PREFIX: start of an interface's names */
#define VIR_DOMAIN_STATS_NET_PREFIX "net."

/** VIR_DOMAIN_STATS_NET_SUFFIX_NAME: host device such as "vnet0" (string) */
#define VIR_DOMAIN_STATS_NET_SUFFIX_NAME ".name"

/** VIR_DOMAIN_STATS_NET_SUFFIX_RX_BYTES: received by the guest (ullong, bytes) */
#define VIR_DOMAIN_STATS_NET_SUFFIX_RX_BYTES ".rx.bytes"

/** VIR_DOMAIN_STATS_NET_SUFFIX_RX_DROP: incoming packets dropped (ullong, count) */
#define VIR_DOMAIN_STATS_NET_SUFFIX_RX_DROP ".rx.drop"

/** VIR_DOMAIN_STATS_NET_SUFFIX_RX_ERRS: receive errors (ullong, count) */
#define VIR_DOMAIN_STATS_NET_SUFFIX_RX_ERRS ".rx.errs"

/** VIR_DOMAIN_STATS_NET_SUFFIX_RX_PKTS: packets received by the guest (ullong, count) */
#define VIR_DOMAIN_STATS_NET_SUFFIX_RX_PKTS ".rx.pkts"

/** VIR_DOMAIN_STATS_NET_SUFFIX_TX_BYTES: sent by the guest (ullong, bytes) */
#define VIR_DOMAIN_STATS_NET_SUFFIX_TX_BYTES ".tx.bytes"

/** VIR_DOMAIN_STATS_NET_SUFFIX_TX_DROP: outgoing packets dropped (ullong, count) */
#define VIR_DOMAIN_STATS_NET_SUFFIX_TX_DROP ".tx.drop"

/** VIR_DOMAIN_STATS_NET_SUFFIX_TX_ERRS: send errors (ullong, count) */
#define VIR_DOMAIN_STATS_NET_SUFFIX_TX_ERRS ".tx.errs"

/** VIR_DOMAIN_STATS_NET_SUFFIX_TX_PKTS: packets sent by the guest (ullong, count) */
#define VIR_DOMAIN_STATS_NET_SUFFIX_TX_PKTS ".tx.pkts"

/**
 * VIR_DOMAIN_STATS_PERF_ALIGNMENT_FAULTS: counter of VIR_PERF_PARAM_ALIGNMENT_FAULTS (ullong,
 * count)
 */
#define VIR_DOMAIN_STATS_PERF_ALIGNMENT_FAULTS "perf.alignment_faults"

/**
 * VIR_DOMAIN_STATS_PERF_BRANCH_INSTRUCTIONS: counter of VIR_PERF_PARAM_BRANCH_INSTRUCTIONS
 * (ullong, count)
 */
#define VIR_DOMAIN_STATS_PERF_BRANCH_INSTRUCTIONS "perf.branch_instructions"

/** VIR_DOMAIN_STATS_PERF_BRANCH_MISSES: counter of VIR_PERF_PARAM_BRANCH_MISSES (ullong, count) */
#define VIR_DOMAIN_STATS_PERF_BRANCH_MISSES "perf.branch_misses"

/** VIR_DOMAIN_STATS_PERF_BUS_CYCLES: counter of VIR_PERF_PARAM_BUS_CYCLES (ullong, cycles) */
#define VIR_DOMAIN_STATS_PERF_BUS_CYCLES "perf.bus_cycles"

/** VIR_DOMAIN_STATS_PERF_CACHE_MISSES: counter of VIR_PERF_PARAM_CACHE_MISSES (ullong, count) */
#define VIR_DOMAIN_STATS_PERF_CACHE_MISSES "perf.cache_misses"

/**
 * VIR_DOMAIN_STATS_PERF_CACHE_REFERENCES: counter of VIR_PERF_PARAM_CACHE_REFERENCES (ullong,
 * count)
 */
#define VIR_DOMAIN_STATS_PERF_CACHE_REFERENCES "perf.cache_references"

/** VIR_DOMAIN_STATS_PERF_CMT: last-level cache occupied (ullong, bytes) */
#define VIR_DOMAIN_STATS_PERF_CMT "perf.cmt"

/**
 * VIR_DOMAIN_STATS_PERF_CONTEXT_SWITCHES: counter of VIR_PERF_PARAM_CONTEXT_SWITCHES (ullong,
 * count)
 */
#define VIR_DOMAIN_STATS_PERF_CONTEXT_SWITCHES "perf.context_switches"

/** VIR_DOMAIN_STATS_PERF_CPU_CLOCK: wall time on processors (ullong, ns) */
#define VIR_DOMAIN_STATS_PERF_CPU_CLOCK "perf.cpu_clock"

/** VIR_DOMAIN_STATS_PERF_CPU_CYCLES: counter of VIR_PERF_PARAM_CPU_CYCLES (ullong, cycles) */
#define VIR_DOMAIN_STATS_PERF_CPU_CYCLES "perf.cpu_cycles"

/**
 * VIR_DOMAIN_STATS_PERF_CPU_MIGRATIONS: counter of VIR_PERF_PARAM_CPU_MIGRATIONS (ullong, count)
 */
#define VIR_DOMAIN_STATS_PERF_CPU_MIGRATIONS "perf.cpu_migrations"

/**
 * VIR_DOMAIN_STATS_PERF_EMULATION_FAULTS: counter of VIR_PERF_PARAM_EMULATION_FAULTS (ullong,
 * count)
 */
#define VIR_DOMAIN_STATS_PERF_EMULATION_FAULTS "perf.emulation_faults"

/** VIR_DOMAIN_STATS_PERF_INSTRUCTIONS: counter of VIR_PERF_PARAM_INSTRUCTIONS (ullong, count) */
#define VIR_DOMAIN_STATS_PERF_INSTRUCTIONS "perf.instructions"

/** VIR_DOMAIN_STATS_PERF_MBML: memory traffic of the local controller (ullong, bytes/s) */
#define VIR_DOMAIN_STATS_PERF_MBML "perf.mbml"

/** VIR_DOMAIN_STATS_PERF_MBMT: memory traffic of the whole system (ullong, bytes/s) */
#define VIR_DOMAIN_STATS_PERF_MBMT "perf.mbmt"

/** VIR_DOMAIN_STATS_PERF_PAGE_FAULTS: counter of VIR_PERF_PARAM_PAGE_FAULTS (ullong, count) */
#define VIR_DOMAIN_STATS_PERF_PAGE_FAULTS "perf.page_faults"

/**
 * VIR_DOMAIN_STATS_PERF_PAGE_FAULTS_MAJ: counter of VIR_PERF_PARAM_PAGE_FAULTS_MAJ (ullong,
 * count)
 */
#define VIR_DOMAIN_STATS_PERF_PAGE_FAULTS_MAJ "perf.page_faults_maj"

/**
 * VIR_DOMAIN_STATS_PERF_PAGE_FAULTS_MIN: counter of VIR_PERF_PARAM_PAGE_FAULTS_MIN (ullong,
 * count)
 */
#define VIR_DOMAIN_STATS_PERF_PAGE_FAULTS_MIN "perf.page_faults_min"

/**
 * VIR_DOMAIN_STATS_PERF_REF_CPU_CYCLES: counter of VIR_PERF_PARAM_REF_CPU_CYCLES (ullong,
 * cycles)
 */
#define VIR_DOMAIN_STATS_PERF_REF_CPU_CYCLES "perf.ref_cpu_cycles"

/**
 * VIR_DOMAIN_STATS_PERF_STALLED_CYCLES_BACKEND: counter of VIR_PERF_PARAM_STALLED_CYCLES_BACKEND
 * (ullong, cycles)
 */
#define VIR_DOMAIN_STATS_PERF_STALLED_CYCLES_BACKEND "perf.stalled_cycles_backend"

/**
 * VIR_DOMAIN_STATS_PERF_STALLED_CYCLES_FRONTEND: counter of
 * VIR_PERF_PARAM_STALLED_CYCLES_FRONTEND (ullong, cycles)
 */
#define VIR_DOMAIN_STATS_PERF_STALLED_CYCLES_FRONTEND "perf.stalled_cycles_frontend"

/** VIR_DOMAIN_STATS_PERF_TASK_CLOCK: processor time of the tasks (ullong, ns) */
#define VIR_DOMAIN_STATS_PERF_TASK_CLOCK "perf.task_clock"

/** VIR_DOMAIN_STATS_STATE_REASON: why it is in that state; the enum depends on the state (int) */
#define VIR_DOMAIN_STATS_STATE_REASON "state.reason"

/** VIR_DOMAIN_STATS_STATE_STATE: state, a virDomainState (int) */
#define VIR_DOMAIN_STATS_STATE_STATE "state.state"

/** VIR_DOMAIN_STATS_VCPU_CURRENT: vCPUs online (uint) */
#define VIR_DOMAIN_STATS_VCPU_CURRENT "vcpu.current"

/** VIR_DOMAIN_STATS_VCPU_MAXIMUM: vCPUs the domain may have (uint) */
#define VIR_DOMAIN_STATS_VCPU_MAXIMUM "vcpu.maximum"

/** VIR_DOMAIN_STATS_VCPU_PREFIX: start of a vCPU's names */
#define VIR_DOMAIN_STATS_VCPU_PREFIX "vcpu."

/** VIR_DOMAIN_STATS_VCPU_SUFFIX_DELAY: runnable but waiting for a host processor (ullong, ns) */
#define VIR_DOMAIN_STATS_VCPU_SUFFIX_DELAY ".delay"

/** VIR_DOMAIN_STATS_VCPU_SUFFIX_HALTED: idle in the guest (boolean) */
#define VIR_DOMAIN_STATS_VCPU_SUFFIX_HALTED ".halted"

/** VIR_DOMAIN_STATS_VCPU_SUFFIX_STATE: state, a virVcpuState (int) */
#define VIR_DOMAIN_STATS_VCPU_SUFFIX_STATE ".state"

/** VIR_DOMAIN_STATS_VCPU_SUFFIX_TIME: processor time (ullong, ns) */
#define VIR_DOMAIN_STATS_VCPU_SUFFIX_TIME ".time"

/** VIR_DOMAIN_STATS_VCPU_SUFFIX_WAIT: waiting for I/O on the host (ullong, ns) */
#define VIR_DOMAIN_STATS_VCPU_SUFFIX_WAIT ".wait"

/**
 * VIR_DOMAIN_STATS_VM_PREFIX: start of hypervisor-specific names about the whole domain; not
 * stable
 */
#define VIR_DOMAIN_STATS_VM_PREFIX "vm."

/*
 * Tunable event
 *
 * Names in the array of virConnectDomainEventTunableCallback().
 */

/** VIR_DOMAIN_TUNABLE_BLKDEV_DISK: disk the other blkdeviotune values are about (string) */
#define VIR_DOMAIN_TUNABLE_BLKDEV_DISK "blkdeviotune.disk"

/** VIR_DOMAIN_TUNABLE_BLKDEV_GROUP_NAME: throttle group of the disk (string) */
#define VIR_DOMAIN_TUNABLE_BLKDEV_GROUP_NAME "blkdeviotune.group_name"

/** VIR_DOMAIN_TUNABLE_BLKDEV_READ_BYTES_SEC: sustained read rate (ullong, bytes/s) */
#define VIR_DOMAIN_TUNABLE_BLKDEV_READ_BYTES_SEC "blkdeviotune.read_bytes_sec"

/** VIR_DOMAIN_TUNABLE_BLKDEV_READ_BYTES_SEC_MAX: burst read rate (ullong, bytes/s) */
#define VIR_DOMAIN_TUNABLE_BLKDEV_READ_BYTES_SEC_MAX "blkdeviotune.read_bytes_sec_max"

/**
 * VIR_DOMAIN_TUNABLE_BLKDEV_READ_BYTES_SEC_MAX_LENGTH: longest read burst by volume (ullong,
 * seconds)
 */
#define VIR_DOMAIN_TUNABLE_BLKDEV_READ_BYTES_SEC_MAX_LENGTH "blkdeviotune.read_bytes_sec_max_length"

/** VIR_DOMAIN_TUNABLE_BLKDEV_READ_IOPS_SEC: sustained read operations (ullong, operations/s) */
#define VIR_DOMAIN_TUNABLE_BLKDEV_READ_IOPS_SEC "blkdeviotune.read_iops_sec"

/** VIR_DOMAIN_TUNABLE_BLKDEV_READ_IOPS_SEC_MAX: burst read operations (ullong, operations/s) */
#define VIR_DOMAIN_TUNABLE_BLKDEV_READ_IOPS_SEC_MAX "blkdeviotune.read_iops_sec_max"

/**
 * VIR_DOMAIN_TUNABLE_BLKDEV_READ_IOPS_SEC_MAX_LENGTH: longest burst of read operations (ullong,
 * seconds)
 */
#define VIR_DOMAIN_TUNABLE_BLKDEV_READ_IOPS_SEC_MAX_LENGTH "blkdeviotune.read_iops_sec_max_length"

/**
 * VIR_DOMAIN_TUNABLE_BLKDEV_SIZE_IOPS_SEC: request size which counts as one operation (ullong,
 * bytes)
 */
#define VIR_DOMAIN_TUNABLE_BLKDEV_SIZE_IOPS_SEC "blkdeviotune.size_iops_sec"

/**
 * VIR_DOMAIN_TUNABLE_BLKDEV_TOTAL_BYTES_SEC: sustained rate of both directions (ullong, bytes/s)
 */
#define VIR_DOMAIN_TUNABLE_BLKDEV_TOTAL_BYTES_SEC "blkdeviotune.total_bytes_sec"

/**
 * VIR_DOMAIN_TUNABLE_BLKDEV_TOTAL_BYTES_SEC_MAX: burst rate of both directions (ullong, bytes/s)
 */
#define VIR_DOMAIN_TUNABLE_BLKDEV_TOTAL_BYTES_SEC_MAX "blkdeviotune.total_bytes_sec_max"

/**
 * VIR_DOMAIN_TUNABLE_BLKDEV_TOTAL_BYTES_SEC_MAX_LENGTH: longest burst by volume of both
 * directions (ullong, seconds)
 */
#define VIR_DOMAIN_TUNABLE_BLKDEV_TOTAL_BYTES_SEC_MAX_LENGTH "blkdeviotune.total_bytes_sec_max_length"

/**
 * VIR_DOMAIN_TUNABLE_BLKDEV_TOTAL_IOPS_SEC: sustained operations of both directions (ullong,
 * operations/s)
 */
#define VIR_DOMAIN_TUNABLE_BLKDEV_TOTAL_IOPS_SEC "blkdeviotune.total_iops_sec"

/**
 * VIR_DOMAIN_TUNABLE_BLKDEV_TOTAL_IOPS_SEC_MAX: burst operations of both directions (ullong,
 * operations/s)
 */
#define VIR_DOMAIN_TUNABLE_BLKDEV_TOTAL_IOPS_SEC_MAX "blkdeviotune.total_iops_sec_max"

/**
 * VIR_DOMAIN_TUNABLE_BLKDEV_TOTAL_IOPS_SEC_MAX_LENGTH: longest burst of operations of both
 * directions (ullong, seconds)
 */
#define VIR_DOMAIN_TUNABLE_BLKDEV_TOTAL_IOPS_SEC_MAX_LENGTH "blkdeviotune.total_iops_sec_max_length"

/** VIR_DOMAIN_TUNABLE_BLKDEV_WRITE_BYTES_SEC: sustained write rate (ullong, bytes/s) */
#define VIR_DOMAIN_TUNABLE_BLKDEV_WRITE_BYTES_SEC "blkdeviotune.write_bytes_sec"

/** VIR_DOMAIN_TUNABLE_BLKDEV_WRITE_BYTES_SEC_MAX: burst write rate (ullong, bytes/s) */
#define VIR_DOMAIN_TUNABLE_BLKDEV_WRITE_BYTES_SEC_MAX "blkdeviotune.write_bytes_sec_max"

/**
 * VIR_DOMAIN_TUNABLE_BLKDEV_WRITE_BYTES_SEC_MAX_LENGTH: longest write burst by volume (ullong,
 * seconds)
 */
#define VIR_DOMAIN_TUNABLE_BLKDEV_WRITE_BYTES_SEC_MAX_LENGTH "blkdeviotune.write_bytes_sec_max_length"

/** VIR_DOMAIN_TUNABLE_BLKDEV_WRITE_IOPS_SEC: sustained write operations (ullong, operations/s) */
#define VIR_DOMAIN_TUNABLE_BLKDEV_WRITE_IOPS_SEC "blkdeviotune.write_iops_sec"

/** VIR_DOMAIN_TUNABLE_BLKDEV_WRITE_IOPS_SEC_MAX: burst write operations (ullong, operations/s) */
#define VIR_DOMAIN_TUNABLE_BLKDEV_WRITE_IOPS_SEC_MAX "blkdeviotune.write_iops_sec_max"

/**
 * VIR_DOMAIN_TUNABLE_BLKDEV_WRITE_IOPS_SEC_MAX_LENGTH: longest burst of write operations
 * (ullong, seconds)
 */
#define VIR_DOMAIN_TUNABLE_BLKDEV_WRITE_IOPS_SEC_MAX_LENGTH "blkdeviotune.write_iops_sec_max_length"

/** VIR_DOMAIN_TUNABLE_CPU_CPU_SHARES: cgroup weight of the domain (ullong, relative) */
#define VIR_DOMAIN_TUNABLE_CPU_CPU_SHARES "cputune.cpu_shares"

/** VIR_DOMAIN_TUNABLE_CPU_EMULATORPIN: host processors of the emulator, as a list (string) */
#define VIR_DOMAIN_TUNABLE_CPU_EMULATORPIN "cputune.emulatorpin"

/**
 * VIR_DOMAIN_TUNABLE_CPU_EMULATOR_PERIOD: enforcement period of the emulator's threads (ullong,
 * microseconds)
 */
#define VIR_DOMAIN_TUNABLE_CPU_EMULATOR_PERIOD "cputune.emulator_period"

/** VIR_DOMAIN_TUNABLE_CPU_EMULATOR_QUOTA: quota of the emulator's threads (llong, microseconds) */
#define VIR_DOMAIN_TUNABLE_CPU_EMULATOR_QUOTA "cputune.emulator_quota"

/**
 * VIR_DOMAIN_TUNABLE_CPU_GLOBAL_PERIOD: enforcement period of the whole domain (ullong,
 * microseconds)
 */
#define VIR_DOMAIN_TUNABLE_CPU_GLOBAL_PERIOD "cputune.global_period"

/** VIR_DOMAIN_TUNABLE_CPU_GLOBAL_QUOTA: quota of the whole domain (llong, microseconds) */
#define VIR_DOMAIN_TUNABLE_CPU_GLOBAL_QUOTA "cputune.global_quota"

/**
 * VIR_DOMAIN_TUNABLE_CPU_IOTHREADSPIN: format of the name, with the I/O thread: its host
 * processors, as a list (string)
 */
#define VIR_DOMAIN_TUNABLE_CPU_IOTHREADSPIN "cputune.iothreadpin%u"

/**
 * VIR_DOMAIN_TUNABLE_CPU_IOTHREAD_PERIOD: enforcement period of every I/O thread (ullong,
 * microseconds)
 */
#define VIR_DOMAIN_TUNABLE_CPU_IOTHREAD_PERIOD "cputune.iothread_period"

/** VIR_DOMAIN_TUNABLE_CPU_IOTHREAD_QUOTA: quota of every I/O thread (llong, microseconds) */
#define VIR_DOMAIN_TUNABLE_CPU_IOTHREAD_QUOTA "cputune.iothread_quota"

/**
 * VIR_DOMAIN_TUNABLE_CPU_VCPUPIN: format of the name, with the vCPU: its host processors, as a
 * list (string)
 */
#define VIR_DOMAIN_TUNABLE_CPU_VCPUPIN "cputune.vcpupin%u"

/** VIR_DOMAIN_TUNABLE_CPU_VCPU_PERIOD: enforcement period of every vCPU (ullong, microseconds) */
#define VIR_DOMAIN_TUNABLE_CPU_VCPU_PERIOD "cputune.vcpu_period"

/** VIR_DOMAIN_TUNABLE_CPU_VCPU_QUOTA: quota of every vCPU (llong, microseconds) */
#define VIR_DOMAIN_TUNABLE_CPU_VCPU_QUOTA "cputune.vcpu_quota"

/*
 * Key codes
 */

/** VIR_KEYCODE_SET_RFB: former name of VIR_KEYCODE_SET_QNUM */
#define VIR_KEYCODE_SET_RFB VIR_KEYCODE_SET_QNUM

/*
 * Migration (virDomainMigrate3, virDomainMigrateToURI3)
 */

/**
 * VIR_MIGRATE_PARAM_AUTO_CONVERGE_INCREMENT: how much auto-converge adds when a pass gains
 * nothing (int, percent)
 */
#define VIR_MIGRATE_PARAM_AUTO_CONVERGE_INCREMENT "auto_converge.increment"

/** VIR_MIGRATE_PARAM_AUTO_CONVERGE_INITIAL: first throttling of auto-converge (int, percent) */
#define VIR_MIGRATE_PARAM_AUTO_CONVERGE_INITIAL "auto_converge.initial"

/**
 * VIR_MIGRATE_PARAM_BANDWIDTH: speed limit; 0 or absent is the hypervisor's default (ullong,
 * MiB/s)
 */
#define VIR_MIGRATE_PARAM_BANDWIDTH "bandwidth"

/**
 * VIR_MIGRATE_PARAM_BANDWIDTH_AVAIL_SWITCHOVER: speed assumed for the final stop-and-copy,
 * instead of the measured one (ullong, bytes/s)
 */
#define VIR_MIGRATE_PARAM_BANDWIDTH_AVAIL_SWITCHOVER "bandwidth.avail.switchover"

/**
 * VIR_MIGRATE_PARAM_BANDWIDTH_POSTCOPY: speed limit of the post-copy phase; 0 is unlimited
 * (ullong, MiB/s)
 */
#define VIR_MIGRATE_PARAM_BANDWIDTH_POSTCOPY "bandwidth.postcopy"

/**
 * VIR_MIGRATE_PARAM_COMPRESSION: compression method: "xbzrle", "mt", "zlib" or "zstd"; may occur
 * several times (string)
 */
#define VIR_MIGRATE_PARAM_COMPRESSION "compression"

/** VIR_MIGRATE_PARAM_COMPRESSION_MT_DTHREADS: decompression threads of method "mt" (int) */
#define VIR_MIGRATE_PARAM_COMPRESSION_MT_DTHREADS "compression.mt.dthreads"

/** VIR_MIGRATE_PARAM_COMPRESSION_MT_LEVEL: zlib level of method "mt", 0 to 9 (int) */
#define VIR_MIGRATE_PARAM_COMPRESSION_MT_LEVEL "compression.mt.level"

/** VIR_MIGRATE_PARAM_COMPRESSION_MT_THREADS: compression threads of method "mt" (int) */
#define VIR_MIGRATE_PARAM_COMPRESSION_MT_THREADS "compression.mt.threads"

/** VIR_MIGRATE_PARAM_COMPRESSION_XBZRLE_CACHE: page cache of method "xbzrle" (ullong, bytes) */
#define VIR_MIGRATE_PARAM_COMPRESSION_XBZRLE_CACHE "compression.xbzrle.cache"

/** VIR_MIGRATE_PARAM_COMPRESSION_ZLIB_LEVEL: level of method "zlib", 0 to 9 (int) */
#define VIR_MIGRATE_PARAM_COMPRESSION_ZLIB_LEVEL "compression.zlib.level"

/** VIR_MIGRATE_PARAM_COMPRESSION_ZSTD_LEVEL: level of method "zstd", 0 to 20 (int) */
#define VIR_MIGRATE_PARAM_COMPRESSION_ZSTD_LEVEL "compression.zstd.level"

/** VIR_MIGRATE_PARAM_DEST_NAME: name of the domain on the destination; absent keeps it (string) */
#define VIR_MIGRATE_PARAM_DEST_NAME "destination_name"

/** VIR_MIGRATE_PARAM_DEST_XML: domain XML for the destination, same guest ABI (string) */
#define VIR_MIGRATE_PARAM_DEST_XML "destination_xml"

/** VIR_MIGRATE_PARAM_DISKS_PORT: port the destination's NBD server listens on for storage (int) */
#define VIR_MIGRATE_PARAM_DISKS_PORT "disks_port"

/**
 * VIR_MIGRATE_PARAM_DISKS_URI: where storage is copied to: "tcp://host:port" or "unix:///path"
 * (string)
 */
#define VIR_MIGRATE_PARAM_DISKS_URI "disks_uri"

/**
 * VIR_MIGRATE_PARAM_GRAPHICS_URI: where graphics clients are sent: "spice://host:port" or with
 * tlsPort (string)
 */
#define VIR_MIGRATE_PARAM_GRAPHICS_URI "graphics_uri"

/** VIR_MIGRATE_PARAM_LISTEN_ADDRESS: address the destination listens on (string) */
#define VIR_MIGRATE_PARAM_LISTEN_ADDRESS "listen_address"

/**
 * VIR_MIGRATE_PARAM_MIGRATE_DISKS: target of a disk to copy; once per disk, absent means every
 * writable private disk (string)
 */
#define VIR_MIGRATE_PARAM_MIGRATE_DISKS "migrate_disks"

/**
 * VIR_MIGRATE_PARAM_MIGRATE_DISKS_DETECT_ZEROES: target of a copied disk whose zero blocks are
 * left sparse; once per disk (string)
 */
#define VIR_MIGRATE_PARAM_MIGRATE_DISKS_DETECT_ZEROES "migrate_disks_detect_zeroes"

/**
 * VIR_MIGRATE_PARAM_MIGRATE_DISKS_TARGET_ZERO: target of a copied disk whose destination already
 * reads as zeroes; once per disk (string)
 */
#define VIR_MIGRATE_PARAM_MIGRATE_DISKS_TARGET_ZERO "migrate_disks_target_zero"

/** VIR_MIGRATE_PARAM_PARALLEL_CONNECTIONS: connections used with VIR_MIGRATE_PARALLEL (int) */
#define VIR_MIGRATE_PARAM_PARALLEL_CONNECTIONS "parallel.connections"

/**
 * VIR_MIGRATE_PARAM_PERSIST_XML: persistent domain XML for the destination, with
 * VIR_MIGRATE_PERSIST_DEST (string)
 */
#define VIR_MIGRATE_PARAM_PERSIST_XML "persistent_xml"

/** VIR_MIGRATE_PARAM_TLS_DESTINATION: name expected in the destination's certificate (string) */
#define VIR_MIGRATE_PARAM_TLS_DESTINATION "tls.destination"

/**
 * VIR_MIGRATE_PARAM_URI: transport of the memory: "tcp://host:port", "rdma://..." or
 * "unix:///path"; absent lets the destination choose (string)
 */
#define VIR_MIGRATE_PARAM_URI "migrate_uri"

/*
 * perf events (virDomainGetPerfEvents, virDomainSetPerfEvents)
 */

/** VIR_PERF_PARAM_ALIGNMENT_FAULTS: count unaligned accesses the kernel had to fix (boolean) */
#define VIR_PERF_PARAM_ALIGNMENT_FAULTS "alignment_faults"

/** VIR_PERF_PARAM_BRANCH_INSTRUCTIONS: count branches (boolean) */
#define VIR_PERF_PARAM_BRANCH_INSTRUCTIONS "branch_instructions"

/** VIR_PERF_PARAM_BRANCH_MISSES: count mispredicted branches (boolean) */
#define VIR_PERF_PARAM_BRANCH_MISSES "branch_misses"

/** VIR_PERF_PARAM_BUS_CYCLES: count bus cycles (boolean) */
#define VIR_PERF_PARAM_BUS_CYCLES "bus_cycles"

/** VIR_PERF_PARAM_CACHE_MISSES: count last-level cache misses (boolean) */
#define VIR_PERF_PARAM_CACHE_MISSES "cache_misses"

/** VIR_PERF_PARAM_CACHE_REFERENCES: count last-level cache accesses (boolean) */
#define VIR_PERF_PARAM_CACHE_REFERENCES "cache_references"

/** VIR_PERF_PARAM_CMT: monitor last-level cache occupancy (boolean) */
#define VIR_PERF_PARAM_CMT "cmt"

/** VIR_PERF_PARAM_CONTEXT_SWITCHES: count context switches (boolean) */
#define VIR_PERF_PARAM_CONTEXT_SWITCHES "context_switches"

/** VIR_PERF_PARAM_CPU_CLOCK: measure wall time on processors (boolean) */
#define VIR_PERF_PARAM_CPU_CLOCK "cpu_clock"

/** VIR_PERF_PARAM_CPU_CYCLES: count processor cycles, scaled with frequency (boolean) */
#define VIR_PERF_PARAM_CPU_CYCLES "cpu_cycles"

/** VIR_PERF_PARAM_CPU_MIGRATIONS: count moves between processors (boolean) */
#define VIR_PERF_PARAM_CPU_MIGRATIONS "cpu_migrations"

/** VIR_PERF_PARAM_EMULATION_FAULTS: count instructions the kernel had to emulate (boolean) */
#define VIR_PERF_PARAM_EMULATION_FAULTS "emulation_faults"

/** VIR_PERF_PARAM_INSTRUCTIONS: count retired instructions (boolean) */
#define VIR_PERF_PARAM_INSTRUCTIONS "instructions"

/** VIR_PERF_PARAM_MBML: monitor memory traffic of the local controller (boolean) */
#define VIR_PERF_PARAM_MBML "mbml"

/** VIR_PERF_PARAM_MBMT: monitor memory traffic of the whole system (boolean) */
#define VIR_PERF_PARAM_MBMT "mbmt"

/** VIR_PERF_PARAM_PAGE_FAULTS: count page faults (boolean) */
#define VIR_PERF_PARAM_PAGE_FAULTS "page_faults"

/** VIR_PERF_PARAM_PAGE_FAULTS_MAJ: count page faults with I/O (boolean) */
#define VIR_PERF_PARAM_PAGE_FAULTS_MAJ "page_faults_maj"

/** VIR_PERF_PARAM_PAGE_FAULTS_MIN: count page faults without I/O (boolean) */
#define VIR_PERF_PARAM_PAGE_FAULTS_MIN "page_faults_min"

/** VIR_PERF_PARAM_REF_CPU_CYCLES: count processor cycles at the reference frequency (boolean) */
#define VIR_PERF_PARAM_REF_CPU_CYCLES "ref_cpu_cycles"

/** VIR_PERF_PARAM_STALLED_CYCLES_BACKEND: count cycles stalled in execution (boolean) */
#define VIR_PERF_PARAM_STALLED_CYCLES_BACKEND "stalled_cycles_backend"

/** VIR_PERF_PARAM_STALLED_CYCLES_FRONTEND: count cycles stalled in instruction fetch (boolean) */
#define VIR_PERF_PARAM_STALLED_CYCLES_FRONTEND "stalled_cycles_frontend"

/** VIR_PERF_PARAM_TASK_CLOCK: measure processor time of the tasks (boolean) */
#define VIR_PERF_PARAM_TASK_CLOCK "task_clock"

/** virDomain: a domain of a connection; opaque, counted references */
typedef struct _virDomain virDomain;
/** virDomainPtr: handle of a domain, released with virDomainFree() */
typedef virDomain *virDomainPtr;

/*
 * Enumerations
 */

/** virConnectDomainEventAgentLifecycleReason: why the guest agent's state changed */
typedef enum {
    VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_UNKNOWN = 0, /**< no cause known
                                                                      (Since: 1.2.11) */
    VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_DOMAIN_STARTED = 1,
    /**< state found when the domain started (Since: 1.2.11) */
    VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_CHANNEL = 2, /**< the guest opened or closed
                                                                      the channel (Since: 1.2.11) */
#ifdef VIR_ENUM_SENTINELS
    VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_LAST = 3, /**< number of constants; grows
                                                                   (Since: 1.2.11) */
#endif
} virConnectDomainEventAgentLifecycleReason;

/** virConnectDomainEventAgentLifecycleState: whether the guest agent can be reached */
typedef enum {
    VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_CONNECTED = 1,
    /**< the agent holds its channel open (Since: 1.2.11) */
    VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_DISCONNECTED = 2,
    /**< nobody listens in the guest (Since: 1.2.11) */
#ifdef VIR_ENUM_SENTINELS
    VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_LAST = 3, /**< number of constants; grows
                                                                  (Since: 1.2.11) */
#endif
} virConnectDomainEventAgentLifecycleState;

/** virConnectDomainEventChannelLifecycleReason: why a channel's state changed */
typedef enum {
    VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_REASON_UNKNOWN = 0,
    /**< no cause known (Since: 12.4.0) */
    VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_REASON_DOMAIN_STARTED = 1,
    /**< state found when the domain started (Since: 12.4.0) */
    VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_REASON_CHANNEL = 2,
    /**< the guest opened or closed the channel (Since: 12.4.0) */
#ifdef VIR_ENUM_SENTINELS
    VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_REASON_LAST = 3, /**< number of constants; grows
                                                                     (Since: 12.4.0) */
#endif
} virConnectDomainEventChannelLifecycleReason;

/** virConnectDomainEventChannelLifecycleState: whether the guest end of a virtio channel is open */
typedef enum {
    VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_STATE_CONNECTED = 1,
    /**< the guest opened it (Since: 12.4.0) */
    VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_STATE_DISCONNECTED = 2,
    /**< the guest closed it (Since: 12.4.0) */
#ifdef VIR_ENUM_SENTINELS
    VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_STATE_LAST = 3, /**< number of constants; grows
                                                                    (Since: 12.4.0) */
#endif
} virConnectDomainEventChannelLifecycleState;

/** virConnectGetDomainCapabilitiesFlags: flags of virConnectGetDomainCapabilities() */
typedef enum {
    VIR_CONNECT_GET_DOMAIN_CAPABILITIES_DISABLE_DEPRECATED_FEATURES = (1 << 0),
    /**< host-model with features marked deprecated switched off (Since: 11.0.0) */
    VIR_CONNECT_GET_DOMAIN_CAPABILITIES_EXPAND_CPU_FEATURES = (1 << 1),
    /**< host-model lists every feature, also those its model implies (Since: 12.2.0) */
    VIR_CONNECT_GET_DOMAIN_CAPABILITIES_SUPPORTED_CPU_FEATURES = (1 << 2),
    /**< host-model shows features that work but are off by default (Since: 12.5.0) */
} virConnectGetDomainCapabilitiesFlags;

/**
 * virConnectListAllDomainsFlags: filter of virConnectListAllDomains(): bits of one pair or group
 * are alternatives, groups must all match, an empty group does not filter
 */
typedef enum {
    VIR_CONNECT_LIST_DOMAINS_ACTIVE = (1 << 0), /**< has a running hypervisor instance
                                                     (Since: 0.9.13) */
    VIR_CONNECT_LIST_DOMAINS_INACTIVE = (1 << 1), /**< defined but not started (Since: 0.9.13) */
    VIR_CONNECT_LIST_DOMAINS_PERSISTENT = (1 << 2), /**< has a stored configuration
                                                         (Since: 0.9.13) */
    VIR_CONNECT_LIST_DOMAINS_TRANSIENT = (1 << 3), /**< exists only while it runs (Since: 0.9.13) */
    VIR_CONNECT_LIST_DOMAINS_RUNNING = (1 << 4), /**< state VIR_DOMAIN_RUNNING (Since: 0.9.13) */
    VIR_CONNECT_LIST_DOMAINS_PAUSED = (1 << 5), /**< state VIR_DOMAIN_PAUSED (Since: 0.9.13) */
    VIR_CONNECT_LIST_DOMAINS_SHUTOFF = (1 << 6), /**< state VIR_DOMAIN_SHUTOFF (Since: 0.9.13) */
    VIR_CONNECT_LIST_DOMAINS_OTHER = (1 << 7), /**< any other state (Since: 0.9.13) */
    VIR_CONNECT_LIST_DOMAINS_MANAGEDSAVE = (1 << 8), /**< has a managed save image
                                                          (Since: 0.9.13) */
    VIR_CONNECT_LIST_DOMAINS_NO_MANAGEDSAVE = (1 << 9), /**< has no managed save image
                                                             (Since: 0.9.13) */
    VIR_CONNECT_LIST_DOMAINS_AUTOSTART = (1 << 10), /**< started with the host (Since: 0.9.13) */
    VIR_CONNECT_LIST_DOMAINS_NO_AUTOSTART = (1 << 11), /**< not started with the host
                                                            (Since: 0.9.13) */
    VIR_CONNECT_LIST_DOMAINS_HAS_SNAPSHOT = (1 << 12), /**< has snapshots (Since: 0.9.13) */
    VIR_CONNECT_LIST_DOMAINS_NO_SNAPSHOT = (1 << 13), /**< has no snapshot (Since: 0.9.13) */
    VIR_CONNECT_LIST_DOMAINS_HAS_CHECKPOINT = (1 << 14), /**< has checkpoints (Since: 5.6.0) */
    VIR_CONNECT_LIST_DOMAINS_NO_CHECKPOINT = (1 << 15), /**< has no checkpoint (Since: 5.6.0) */
} virConnectListAllDomainsFlags;

/**
 * virConnectGetAllDomainStatsFlags: filter and behaviour of virConnectGetAllDomainStats() and
 * virDomainListGetStats()
 */
__extension__ typedef enum {
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_NOWAIT = (1 << 29), /**< report what needs no waiting for a
                                                               busy domain (Since: 4.5.0) */
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_BACKING = (1 << 30), /**< list every image of a backing
                                                                chain, not only the top
                                                                (Since: 1.2.12) */
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_ENFORCE_STATS = (1U << 31),
    /**< fail when a requested group is not supported (Since: 1.2.8) */
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_ACTIVE = VIR_CONNECT_LIST_DOMAINS_ACTIVE,
    /**< running domains (Since: 1.2.8) */
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_INACTIVE = VIR_CONNECT_LIST_DOMAINS_INACTIVE,
    /**< domains not started (Since: 1.2.8) */
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_OTHER = VIR_CONNECT_LIST_DOMAINS_OTHER,
    /**< states other than running, paused, shut off (Since: 1.2.8) */
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_PAUSED = VIR_CONNECT_LIST_DOMAINS_PAUSED,
    /**< paused domains (Since: 1.2.8) */
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_PERSISTENT = VIR_CONNECT_LIST_DOMAINS_PERSISTENT,
    /**< domains with a stored configuration (Since: 1.2.8) */
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_RUNNING = VIR_CONNECT_LIST_DOMAINS_RUNNING,
    /**< domains whose vCPUs run (Since: 1.2.8) */
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_SHUTOFF = VIR_CONNECT_LIST_DOMAINS_SHUTOFF,
    /**< domains shut off (Since: 1.2.8) */
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_TRANSIENT = VIR_CONNECT_LIST_DOMAINS_TRANSIENT,
    /**< domains without a stored configuration (Since: 1.2.8) */
} virConnectGetAllDomainStatsFlags;

/** virDomainAbortJobFlagsValues: flags of virDomainAbortJobFlags() */
typedef enum {
    VIR_DOMAIN_ABORT_JOB_POSTCOPY = (1 << 0), /**< interrupt a post-copy migration, which pauses
                                                   until it is resumed (Since: 8.5.0) */
} virDomainAbortJobFlagsValues;

/** virDomainModificationImpact: which of a domain's two configurations a call reads or changes */
typedef enum {
    VIR_DOMAIN_AFFECT_CURRENT = 0, /**< the live one when running, else the stored one
                                        (Since: 0.9.2) */
    VIR_DOMAIN_AFFECT_LIVE = (1 << 0), /**< the running instance (Since: 0.9.2) */
    VIR_DOMAIN_AFFECT_CONFIG = (1 << 1), /**< the stored configuration; effective at the next
                                              start (Since: 0.9.2) */
} virDomainModificationImpact;

/** virDomainAgentResponseTimeoutValues: special timeouts of virDomainAgentSetResponseTimeout() */
typedef enum {
    VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_BLOCK = -2, /**< wait for ever (Since: 5.10.0) */
    VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_DEFAULT = -1, /**< five seconds for the agent's first sign
                                                         of life, then for ever (Since: 5.10.0) */
    VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_NOWAIT = 0, /**< do not wait at all (Since: 5.10.0) */
} virDomainAgentResponseTimeoutValues;

/**
 * virDomainAuthorizedSSHKeysSetFlags: flags of virDomainAuthorizedSSHKeysSet(); without one the
 * list is replaced
 */
typedef enum {
    VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_APPEND = (1 << 0), /**< add the keys to the list
                                                               (Since: 6.10.0) */
    VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_REMOVE = (1 << 1), /**< drop the keys from the list
                                                               (Since: 6.10.0) */
} virDomainAuthorizedSSHKeysSetFlags;

/** virDomainBackupBeginFlags: flags of virDomainBackupBegin() */
typedef enum {
    VIR_DOMAIN_BACKUP_BEGIN_REUSE_EXTERNAL = (1 << 0), /**< the target or scratch files exist
                                                            already with the right size
                                                            (Since: 6.0.0) */
    VIR_DOMAIN_BACKUP_BEGIN_PRESERVE_SHUTDOWN_DOMAIN = (1 << 1), /**< keep the hypervisor,
                                                                      paused, when the guest
                                                                      shuts down meanwhile
                                                                      (Since: 11.10.0) */
} virDomainBackupBeginFlags;

/** virBlkioParameterType: former names of virTypedParameterType for I/O tuning */
typedef enum {
    VIR_DOMAIN_BLKIO_PARAM_BOOLEAN = VIR_TYPED_PARAM_BOOLEAN, /**< char, 0 or 1 (Since: 0.9.0) */
    VIR_DOMAIN_BLKIO_PARAM_DOUBLE = VIR_TYPED_PARAM_DOUBLE, /**< double (Since: 0.9.0) */
    VIR_DOMAIN_BLKIO_PARAM_INT = VIR_TYPED_PARAM_INT, /**< int (Since: 0.9.0) */
    VIR_DOMAIN_BLKIO_PARAM_LLONG = VIR_TYPED_PARAM_LLONG, /**< long long (Since: 0.9.0) */
    VIR_DOMAIN_BLKIO_PARAM_UINT = VIR_TYPED_PARAM_UINT, /**< unsigned int (Since: 0.9.0) */
    VIR_DOMAIN_BLKIO_PARAM_ULLONG = VIR_TYPED_PARAM_ULLONG, /**< unsigned long long
                                                                 (Since: 0.9.0) */
} virBlkioParameterType;

/** virDomainState: state of a domain (virDomainGetState(), virDomainGetInfo()) */
typedef enum {
    VIR_DOMAIN_NOSTATE = 0, /**< none of the others, or not known (Since: 0.0.1) */
    VIR_DOMAIN_RUNNING = 1, /**< vCPUs run (Since: 0.0.1) */
    VIR_DOMAIN_BLOCKED = 2, /**< waits for a resource; Xen (Since: 0.0.1) */
    VIR_DOMAIN_PAUSED = 3, /**< vCPUs stopped, memory kept (Since: 0.0.1) */
    VIR_DOMAIN_SHUTDOWN = 4, /**< the guest is shutting down (Since: 0.0.1) */
    VIR_DOMAIN_SHUTOFF = 5, /**< no instance exists (Since: 0.0.1) */
    VIR_DOMAIN_CRASHED = 6, /**< the guest crashed, its instance may still exist (Since: 0.0.2) */
    VIR_DOMAIN_PMSUSPENDED = 7, /**< the guest suspended itself to memory or disk (Since: 0.9.11) */
#ifdef VIR_ENUM_SENTINELS
    VIR_DOMAIN_LAST = 8, /**< number of constants; grows (Since: 0.9.5) */
#endif
} virDomainState;

/** virDomainBlockedReason: reason of VIR_DOMAIN_BLOCKED */
typedef enum {
    VIR_DOMAIN_BLOCKED_UNKNOWN = 0, /**< no reason is reported (Since: 0.9.2) */
#ifdef VIR_ENUM_SENTINELS
    VIR_DOMAIN_BLOCKED_LAST = 1, /**< number of constants; grows (Since: 0.9.10) */
#endif
} virDomainBlockedReason;

/** virDomainBlockCommitFlags: flags of virDomainBlockCommit() */
typedef enum {
    VIR_DOMAIN_BLOCK_COMMIT_SHALLOW = (1 << 0), /**< a NULL base means the image right below top
                                                     (Since: 0.10.2) */
    VIR_DOMAIN_BLOCK_COMMIT_DELETE = (1 << 1), /**< remove the images which became superfluous
                                                    (Since: 0.10.2) */
    VIR_DOMAIN_BLOCK_COMMIT_ACTIVE = (1 << 2), /**< allow top to be the active image; the job
                                                    stays ready until it is pivoted
                                                    (Since: 1.2.6) */
    VIR_DOMAIN_BLOCK_COMMIT_RELATIVE = (1 << 3), /**< keep backing file names relative
                                                      (Since: 1.2.7) */
    VIR_DOMAIN_BLOCK_COMMIT_BANDWIDTH_BYTES = (1 << 4), /**< bandwidth is in bytes/s rather than
                                                             MiB/s (Since: 1.2.9) */
} virDomainBlockCommitFlags;

/** virDomainBlockCopyFlags: flags of virDomainBlockCopy() */
typedef enum {
    VIR_DOMAIN_BLOCK_COPY_SHALLOW = (1 << 0), /**< copy the top image only, keep its backing
                                                   chain (Since: 1.2.8) */
    VIR_DOMAIN_BLOCK_COPY_REUSE_EXT = (1 << 1), /**< the destination exists and is used as it is
                                                     (Since: 1.2.8) */
    VIR_DOMAIN_BLOCK_COPY_TRANSIENT_JOB = (1 << 2), /**< accept a job that does not survive the
                                                         domain (Since: 3.5.0) */
    VIR_DOMAIN_BLOCK_COPY_SYNCHRONOUS_WRITES = (1 << 3), /**< guest writes finish when both sides
                                                              have them (Since: 8.0.0) */
    VIR_DOMAIN_BLOCK_COPY_TARGET_ZEROED = (1 << 4), /**< the destination already reads as zeroes,
                                                         write none (Since: 12.2.0) */
} virDomainBlockCopyFlags;

/** virDomainBlockJobAbortFlags: flags of virDomainBlockJobAbort() */
typedef enum {
    VIR_DOMAIN_BLOCK_JOB_ABORT_ASYNC = (1 << 0), /**< return at once; an event tells when the job
                                                      is gone (Since: 0.9.12) */
    VIR_DOMAIN_BLOCK_JOB_ABORT_PIVOT = (1 << 1), /**< finish a ready copy or active commit by
                                                      switching to its target (Since: 0.9.12) */
} virDomainBlockJobAbortFlags;

/** virConnectDomainEventBlockJobStatus: status a block job event carries */
typedef enum {
    VIR_DOMAIN_BLOCK_JOB_COMPLETED = 0, /**< finished; the chain has changed (Since: 0.9.4) */
    VIR_DOMAIN_BLOCK_JOB_FAILED = 1, /**< ended with an error (Since: 0.9.4) */
    VIR_DOMAIN_BLOCK_JOB_CANCELED = 2, /**< ended by virDomainBlockJobAbort() (Since: 0.9.12) */
    VIR_DOMAIN_BLOCK_JOB_READY = 3, /**< source and destination are equal and kept so; may be
                                         pivoted (Since: 1.0.0) */
#ifdef VIR_ENUM_SENTINELS
    VIR_DOMAIN_BLOCK_JOB_LAST = 4, /**< number of constants; grows (Since: 0.9.10) */
#endif
} virConnectDomainEventBlockJobStatus;

/** virDomainBlockJobInfoFlags: flags of virDomainGetBlockJobInfo() */
typedef enum {
    VIR_DOMAIN_BLOCK_JOB_INFO_BANDWIDTH_BYTES = (1 << 0), /**< report the bandwidth in bytes/s
                                                               rather than MiB/s (Since: 1.2.9) */
} virDomainBlockJobInfoFlags;

/** virDomainBlockJobSetSpeedFlags: flags of virDomainBlockJobSetSpeed() */
typedef enum {
    VIR_DOMAIN_BLOCK_JOB_SPEED_BANDWIDTH_BYTES = (1 << 0), /**< bandwidth is in bytes/s rather
                                                                than MiB/s (Since: 1.2.9) */
} virDomainBlockJobSetSpeedFlags;

/** virDomainBlockJobType: what a block job does */
typedef enum {
    VIR_DOMAIN_BLOCK_JOB_TYPE_UNKNOWN = 0, /**< a job this release does not know (Since: 0.9.4) */
    VIR_DOMAIN_BLOCK_JOB_TYPE_PULL = 1, /**< brings data of the backing chain into the active
                                             image (Since: 0.9.4) */
    VIR_DOMAIN_BLOCK_JOB_TYPE_COPY = 2, /**< mirrors the disk to another place (Since: 0.9.12) */
    VIR_DOMAIN_BLOCK_JOB_TYPE_COMMIT = 3, /**< moves data of inactive images down the chain
                                               (Since: 0.10.2) */
    VIR_DOMAIN_BLOCK_JOB_TYPE_ACTIVE_COMMIT = 4, /**< moves data of the active image down the
                                                      chain (Since: 1.2.6) */
    VIR_DOMAIN_BLOCK_JOB_TYPE_BACKUP = 5, /**< part of a backup (Since: 6.0.0) */
#ifdef VIR_ENUM_SENTINELS
    VIR_DOMAIN_BLOCK_JOB_TYPE_LAST = 6, /**< number of constants; grows (Since: 0.9.10) */
#endif
} virDomainBlockJobType;

/** virDomainBlockPullFlags: flags of virDomainBlockPull() */
typedef enum {
    VIR_DOMAIN_BLOCK_PULL_BANDWIDTH_BYTES = (1 << 6), /**< bandwidth is in bytes/s rather than
                                                           MiB/s (Since: 1.2.9) */
} virDomainBlockPullFlags;

/** virDomainBlockRebaseFlags: flags of virDomainBlockRebase() */
typedef enum {
    VIR_DOMAIN_BLOCK_REBASE_SHALLOW = (1 << 0), /**< copy only: keep the backing chain
                                                     (Since: 0.9.12) */
    VIR_DOMAIN_BLOCK_REBASE_REUSE_EXT = (1 << 1), /**< copy only: the destination exists and is
                                                       used as it is (Since: 0.9.12) */
    VIR_DOMAIN_BLOCK_REBASE_COPY_RAW = (1 << 2), /**< copy only: the destination is raw
                                                      (Since: 0.9.12) */
    VIR_DOMAIN_BLOCK_REBASE_COPY = (1 << 3), /**< base names the destination of a copy
                                                  (Since: 0.9.12) */
    VIR_DOMAIN_BLOCK_REBASE_RELATIVE = (1 << 4), /**< keep backing file names relative
                                                      (Since: 1.2.7) */
    VIR_DOMAIN_BLOCK_REBASE_COPY_DEV = (1 << 5), /**< copy only: the destination is a block
                                                      device (Since: 1.2.9) */
    VIR_DOMAIN_BLOCK_REBASE_BANDWIDTH_BYTES = (1 << 6), /**< bandwidth is in bytes/s rather than
                                                             MiB/s (Since: 1.2.9) */
} virDomainBlockRebaseFlags;

/** virDomainBlockResizeFlags: flags of virDomainBlockResize() */
typedef enum {
    VIR_DOMAIN_BLOCK_RESIZE_BYTES = (1 << 0), /**< size is in bytes rather than KiB
                                                   (Since: 0.9.11) */
    VIR_DOMAIN_BLOCK_RESIZE_CAPACITY = (1 << 1), /**< take the size of the underlying block
                                                      device; size must be 0 or equal to it
                                                      (Since: 10.0.0) */
    VIR_DOMAIN_BLOCK_RESIZE_EXTEND = (1 << 2), /**< refuse to make the disk smaller
                                                    (Since: 12.3.0) */
} virDomainBlockResizeFlags;

/** virDomainChannelFlags: flags of virDomainOpenChannel() */
typedef enum {
    VIR_DOMAIN_CHANNEL_FORCE = (1 << 0), /**< disconnect whoever uses the channel (Since: 1.0.2) */
} virDomainChannelFlags;

/** virDomainConsoleFlags: flags of virDomainOpenConsole() */
typedef enum {
    VIR_DOMAIN_CONSOLE_FORCE = (1 << 0), /**< disconnect whoever uses the console (Since: 0.9.11) */
    VIR_DOMAIN_CONSOLE_SAFE = (1 << 1), /**< only where exclusive access can be granted
                                             (Since: 0.9.11) */
} virDomainConsoleFlags;

/** virDomainControlState: whether the hypervisor instance accepts commands */
typedef enum {
    VIR_DOMAIN_CONTROL_OK = 0, /**< it does (Since: 0.9.3) */
    VIR_DOMAIN_CONTROL_JOB = 1, /**< busy with a job; part of the commands work (Since: 0.9.3) */
    VIR_DOMAIN_CONTROL_OCCUPIED = 2, /**< a command is being executed (Since: 0.9.3) */
    VIR_DOMAIN_CONTROL_ERROR = 3, /**< it cannot be commanded, see virDomainControlErrorReason
                                       (Since: 0.9.3) */
#ifdef VIR_ENUM_SENTINELS
    VIR_DOMAIN_CONTROL_LAST = 4, /**< number of constants; grows (Since: 0.9.10) */
#endif
} virDomainControlState;

/** virDomainControlErrorReason: details of VIR_DOMAIN_CONTROL_ERROR */
typedef enum {
    VIR_DOMAIN_CONTROL_ERROR_REASON_NONE = 0, /**< there is no error (Since: 1.2.14) */
    VIR_DOMAIN_CONTROL_ERROR_REASON_UNKNOWN = 1, /**< cause not known (Since: 1.2.14) */
    VIR_DOMAIN_CONTROL_ERROR_REASON_MONITOR = 2, /**< no connection to its monitor
                                                      (Since: 1.2.14) */
    VIR_DOMAIN_CONTROL_ERROR_REASON_INTERNAL = 3, /**< the driver lost its view of the domain
                                                       (Since: 1.2.14) */
#ifdef VIR_ENUM_SENTINELS
    VIR_DOMAIN_CONTROL_ERROR_REASON_LAST = 4, /**< number of constants; grows (Since: 1.2.14) */
#endif
} virDomainControlErrorReason;

/** virDomainCoreDumpFormat: format of virDomainCoreDumpWithFormat() */
typedef enum {
    VIR_DOMAIN_CORE_DUMP_FORMAT_RAW = 0, /**< the hypervisor's own, ELF with VIR_DUMP_MEMORY_ONLY
                                              (Since: 1.2.3) */
    VIR_DOMAIN_CORE_DUMP_FORMAT_KDUMP_ZLIB = 1, /**< kdump, compressed with zlib (Since: 1.2.3) */
    VIR_DOMAIN_CORE_DUMP_FORMAT_KDUMP_LZO = 2, /**< kdump, compressed with lzo (Since: 1.2.3) */
    VIR_DOMAIN_CORE_DUMP_FORMAT_KDUMP_SNAPPY = 3, /**< kdump, compressed with snappy
                                                       (Since: 1.2.3) */
    VIR_DOMAIN_CORE_DUMP_FORMAT_WIN_DMP = 4, /**< Windows crash dump (Since: 7.4.0) */
#ifdef VIR_ENUM_SENTINELS
    VIR_DOMAIN_CORE_DUMP_FORMAT_LAST = 5, /**< number of constants; grows (Since: 1.2.3) */
#endif
} virDomainCoreDumpFormat;

/** virDomainCrashedReason: reason of VIR_DOMAIN_CRASHED */
typedef enum {
    VIR_DOMAIN_CRASHED_UNKNOWN = 0, /**< no reason is reported (Since: 0.9.2) */
    VIR_DOMAIN_CRASHED_PANICKED = 1, /**< the guest's kernel panicked (Since: 1.1.1) */
#ifdef VIR_ENUM_SENTINELS
    VIR_DOMAIN_CRASHED_LAST = 2, /**< number of constants; grows (Since: 0.9.10) */
#endif
} virDomainCrashedReason;

/** virDomainDefineFlags: flags of virDomainDefineXMLFlags() */
typedef enum {
    VIR_DOMAIN_DEFINE_VALIDATE = (1 << 0), /**< check the XML against the schema (Since: 1.2.12) */
} virDomainDefineFlags;

/** virDomainDestroyFlagsValues: flags of virDomainDestroyFlags() */
typedef enum {
    VIR_DOMAIN_DESTROY_DEFAULT = 0, /**< kill, by force if need be (Since: 0.9.10) */
    VIR_DOMAIN_DESTROY_GRACEFUL = (1 << 0), /**< ask the process to end, fail rather than force
                                                 (Since: 0.9.10) */
    VIR_DOMAIN_DESTROY_REMOVE_LOGS = (1 << 1), /**< delete the domain's log as well
                                                    (Since: 8.3.0) */
} virDomainDestroyFlagsValues;

/** virDomainDeviceModifyFlags: target of device attach, detach and update */
typedef enum {
    VIR_DOMAIN_DEVICE_MODIFY_FORCE = (1 << 2), /**< also when the guest locked the device, such
                                                    as an ejected tray (Since: 0.8.6) */
    VIR_DOMAIN_DEVICE_MODIFY_CONFIG = VIR_DOMAIN_AFFECT_CONFIG, /**< the stored configuration
                                                                     (Since: 0.7.7) */
    VIR_DOMAIN_DEVICE_MODIFY_CURRENT = VIR_DOMAIN_AFFECT_CURRENT,
    /**< live when running, else stored (Since: 0.7.7) */
    VIR_DOMAIN_DEVICE_MODIFY_LIVE = VIR_DOMAIN_AFFECT_LIVE, /**< the running instance
                                                                 (Since: 0.7.7) */
} virDomainDeviceModifyFlags;

/** virDomainDirtyRateStatus: progress of a dirty rate measurement */
typedef enum {
    VIR_DOMAIN_DIRTYRATE_UNSTARTED = 0, /**< none was requested (Since: 7.2.0) */
    VIR_DOMAIN_DIRTYRATE_MEASURING = 1, /**< in progress (Since: 7.2.0) */
    VIR_DOMAIN_DIRTYRATE_MEASURED = 2, /**< result available (Since: 7.2.0) */
#ifdef VIR_ENUM_SENTINELS
    VIR_DOMAIN_DIRTYRATE_LAST = 3, /**< number of constants; grows (Since: 7.2.0) */
#endif
} virDomainDirtyRateStatus;

/** virDomainDirtyRateCalcFlags: method of virDomainStartDirtyRateCalc() */
typedef enum {
    VIR_DOMAIN_DIRTYRATE_MODE_PAGE_SAMPLING = 0, /**< compare samples of pages (Since: 8.1.0) */
    VIR_DOMAIN_DIRTYRATE_MODE_DIRTY_BITMAP = (1 << 0), /**< use KVM's dirty bitmap (Since: 8.1.0) */
    VIR_DOMAIN_DIRTYRATE_MODE_DIRTY_RING = (1 << 1), /**< use KVM's dirty ring, per vCPU
                                                          (Since: 8.1.0) */
} virDomainDirtyRateCalcFlags;

/** virDomainDiskErrorCode: error virDomainGetDiskErrors() reports */
typedef enum {
    VIR_DOMAIN_DISK_ERROR_NONE = 0, /**< no error (Since: 0.9.10) */
    VIR_DOMAIN_DISK_ERROR_UNSPEC = 1, /**< an I/O error (Since: 0.9.10) */
    VIR_DOMAIN_DISK_ERROR_NO_SPACE = 2, /**< the storage is full (Since: 0.9.10) */
#ifdef VIR_ENUM_SENTINELS
    VIR_DOMAIN_DISK_ERROR_LAST = 3, /**< number of constants; grows (Since: 0.9.10) */
#endif
} virDomainDiskErrorCode;

/** virDomainEventType: kind of a lifecycle event; the detail's enum depends on it */
typedef enum {
    VIR_DOMAIN_EVENT_DEFINED = 0, /**< configuration stored, virDomainEventDefinedDetailType
                                       (Since: 0.5.0) */
    VIR_DOMAIN_EVENT_UNDEFINED = 1, /**< configuration removed, virDomainEventUndefinedDetailType
                                         (Since: 0.5.0) */
    VIR_DOMAIN_EVENT_STARTED = 2, /**< virDomainEventStartedDetailType (Since: 0.5.0) */
    VIR_DOMAIN_EVENT_SUSPENDED = 3, /**< vCPUs stopped, virDomainEventSuspendedDetailType
                                         (Since: 0.5.0) */
    VIR_DOMAIN_EVENT_RESUMED = 4, /**< vCPUs run again, virDomainEventResumedDetailType
                                       (Since: 0.5.0) */
    VIR_DOMAIN_EVENT_STOPPED = 5, /**< instance gone, virDomainEventStoppedDetailType
                                       (Since: 0.5.0) */
    VIR_DOMAIN_EVENT_SHUTDOWN = 6, /**< guest finished shutting down,
                                        virDomainEventShutdownDetailType (Since: 0.9.8) */
    VIR_DOMAIN_EVENT_PMSUSPENDED = 7, /**< guest suspended itself,
                                           virDomainEventPMSuspendedDetailType (Since: 0.10.2) */
    VIR_DOMAIN_EVENT_CRASHED = 8, /**< guest crashed, virDomainEventCrashedDetailType
                                       (Since: 1.1.1) */
#ifdef VIR_ENUM_SENTINELS
    VIR_DOMAIN_EVENT_LAST = 9, /**< number of constants; grows (Since: 0.9.10) */
#endif
} virDomainEventType;

/** virDomainEventCrashedDetailType: detail of VIR_DOMAIN_EVENT_CRASHED */
typedef enum {
    VIR_DOMAIN_EVENT_CRASHED_PANICKED = 0, /**< the guest panicked (Since: 1.1.1) */
    VIR_DOMAIN_EVENT_CRASHED_CRASHLOADED = 1, /**< the guest panicked and runs its crash kernel
                                                   (Since: 6.1.0) */
#ifdef VIR_ENUM_SENTINELS
    VIR_DOMAIN_EVENT_CRASHED_LAST = 2, /**< number of constants; grows (Since: 1.1.1) */
#endif
} virDomainEventCrashedDetailType;

/** virDomainEventDefinedDetailType: detail of VIR_DOMAIN_EVENT_DEFINED */
typedef enum {
    VIR_DOMAIN_EVENT_DEFINED_ADDED = 0, /**< a new configuration (Since: 0.5.0) */
    VIR_DOMAIN_EVENT_DEFINED_UPDATED = 1, /**< an existing one was changed (Since: 0.5.0) */
    VIR_DOMAIN_EVENT_DEFINED_RENAMED = 2, /**< under its new name (Since: 1.2.19) */
    VIR_DOMAIN_EVENT_DEFINED_FROM_SNAPSHOT = 3, /**< taken over from a snapshot (Since: 1.3.3) */
#ifdef VIR_ENUM_SENTINELS
    VIR_DOMAIN_EVENT_DEFINED_LAST = 4, /**< number of constants; grows (Since: 0.9.10) */
#endif
} virDomainEventDefinedDetailType;

/** virConnectDomainEventDiskChangeReason: why a disk's source changed at start */
typedef enum {
    VIR_DOMAIN_EVENT_DISK_CHANGE_MISSING_ON_START = 0, /**< source missing, medium removed; the
                                                            new path is NULL (Since: 0.9.7) */
    VIR_DOMAIN_EVENT_DISK_DROP_MISSING_ON_START = 1, /**< source missing, disk left out; the new
                                                          path is NULL (Since: 1.1.2) */
#ifdef VIR_ENUM_SENTINELS
    VIR_DOMAIN_EVENT_DISK_CHANGE_LAST = 2, /**< number of constants; grows (Since: 0.9.10) */
#endif
} virConnectDomainEventDiskChangeReason;

/** virDomainEventGraphicsAddressType: family of a graphics client's address */
typedef enum {
    VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_IPV4 = 0, /**< IPv4 (Since: 0.8.0) */
    VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_IPV6 = 1, /**< IPv6 (Since: 0.8.0) */
    VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_UNIX = 2, /**< UNIX socket (Since: 0.9.7) */
#ifdef VIR_ENUM_SENTINELS
    VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_LAST = 3, /**< number of constants; grows (Since: 0.9.10) */
#endif
} virDomainEventGraphicsAddressType;

/** virDomainEventGraphicsPhase: phase of a graphics client's connection */
typedef enum {
    VIR_DOMAIN_EVENT_GRAPHICS_CONNECT = 0, /**< socket accepted (Since: 0.8.0) */
    VIR_DOMAIN_EVENT_GRAPHICS_INITIALIZE = 1, /**< authenticated and set up (Since: 0.8.0) */
    VIR_DOMAIN_EVENT_GRAPHICS_DISCONNECT = 2, /**< socket closed (Since: 0.8.0) */
#ifdef VIR_ENUM_SENTINELS
    VIR_DOMAIN_EVENT_GRAPHICS_LAST = 3, /**< number of constants; grows (Since: 0.9.10) */
#endif
} virDomainEventGraphicsPhase;

/**
 * virDomainEventID: event to register with virConnectDomainEventRegisterAny(), and the type its
 * callback must have
 */
typedef enum {
    VIR_DOMAIN_EVENT_ID_LIFECYCLE = 0, /**< virConnectDomainEventCallback (Since: 0.8.0) */
    VIR_DOMAIN_EVENT_ID_REBOOT = 1, /**< virConnectDomainEventGenericCallback (Since: 0.8.0) */
    VIR_DOMAIN_EVENT_ID_RTC_CHANGE = 2, /**< virConnectDomainEventRTCChangeCallback
                                             (Since: 0.8.0) */
    VIR_DOMAIN_EVENT_ID_WATCHDOG = 3, /**< virConnectDomainEventWatchdogCallback (Since: 0.8.0) */
    VIR_DOMAIN_EVENT_ID_IO_ERROR = 4, /**< virConnectDomainEventIOErrorCallback (Since: 0.8.0) */
    VIR_DOMAIN_EVENT_ID_GRAPHICS = 5, /**< virConnectDomainEventGraphicsCallback (Since: 0.8.0) */
    VIR_DOMAIN_EVENT_ID_IO_ERROR_REASON = 6, /**< virConnectDomainEventIOErrorReasonCallback
                                                  (Since: 0.8.1) */
    VIR_DOMAIN_EVENT_ID_CONTROL_ERROR = 7, /**< virConnectDomainEventGenericCallback
                                                (Since: 0.9.2) */
    VIR_DOMAIN_EVENT_ID_BLOCK_JOB = 8, /**< virConnectDomainEventBlockJobCallback, disk by source
                                            path (Since: 0.9.4) */
    VIR_DOMAIN_EVENT_ID_DISK_CHANGE = 9, /**< virConnectDomainEventDiskChangeCallback
                                              (Since: 0.9.7) */
    VIR_DOMAIN_EVENT_ID_TRAY_CHANGE = 10, /**< virConnectDomainEventTrayChangeCallback
                                               (Since: 0.9.11) */
    VIR_DOMAIN_EVENT_ID_PMWAKEUP = 11, /**< virConnectDomainEventPMWakeupCallback (Since: 0.9.11) */
    VIR_DOMAIN_EVENT_ID_PMSUSPEND = 12, /**< virConnectDomainEventPMSuspendCallback
                                             (Since: 0.9.11) */
    VIR_DOMAIN_EVENT_ID_BALLOON_CHANGE = 13, /**< virConnectDomainEventBalloonChangeCallback
                                                  (Since: 0.10.0) */
    VIR_DOMAIN_EVENT_ID_PMSUSPEND_DISK = 14, /**< virConnectDomainEventPMSuspendDiskCallback
                                                  (Since: 1.0.0) */
    VIR_DOMAIN_EVENT_ID_DEVICE_REMOVED = 15, /**< virConnectDomainEventDeviceRemovedCallback
                                                  (Since: 1.1.1) */
    VIR_DOMAIN_EVENT_ID_BLOCK_JOB_2 = 16, /**< virConnectDomainEventBlockJobCallback, disk by
                                               target (Since: 1.2.6) */
    VIR_DOMAIN_EVENT_ID_TUNABLE = 17, /**< virConnectDomainEventTunableCallback (Since: 1.2.9) */
    VIR_DOMAIN_EVENT_ID_AGENT_LIFECYCLE = 18, /**< virConnectDomainEventAgentLifecycleCallback
                                                   (Since: 1.2.11) */
    VIR_DOMAIN_EVENT_ID_DEVICE_ADDED = 19, /**< virConnectDomainEventDeviceAddedCallback
                                                (Since: 1.2.15) */
    VIR_DOMAIN_EVENT_ID_MIGRATION_ITERATION = 20, /**< virConnectDomainEventMigrationIterationCal
                                                       lback (Since: 1.3.2) */
    VIR_DOMAIN_EVENT_ID_JOB_COMPLETED = 21, /**< virConnectDomainEventJobCompletedCallback
                                                 (Since: 1.3.3) */
    VIR_DOMAIN_EVENT_ID_DEVICE_REMOVAL_FAILED = 22, /**< virConnectDomainEventDeviceRemovalFailed
                                                         Callback (Since: 1.3.4) */
    VIR_DOMAIN_EVENT_ID_METADATA_CHANGE = 23, /**< virConnectDomainEventMetadataChangeCallback
                                                   (Since: 3.0.0) */
    VIR_DOMAIN_EVENT_ID_BLOCK_THRESHOLD = 24, /**< virConnectDomainEventBlockThresholdCallback
                                                   (Since: 3.2.0) */
    VIR_DOMAIN_EVENT_ID_MEMORY_FAILURE = 25, /**< virConnectDomainEventMemoryFailureCallback
                                                  (Since: 6.9.0) */
    VIR_DOMAIN_EVENT_ID_MEMORY_DEVICE_SIZE_CHANGE = 26, /**< virConnectDomainEventMemoryDeviceSiz
                                                             eChangeCallback (Since: 7.9.0) */
    VIR_DOMAIN_EVENT_ID_NIC_MAC_CHANGE = 27, /**< virConnectDomainEventNICMACChangeCallback
                                                  (Since: 11.2.0) */
    VIR_DOMAIN_EVENT_ID_VCPU_REMOVED = 28, /**< virConnectDomainEventVcpuRemovedCallback
                                                (Since: 12.4.0) */
    VIR_DOMAIN_EVENT_ID_CHANNEL_LIFECYCLE = 29, /**< virConnectDomainEventChannelLifecycleCallbac
                                                     k (Since: 12.4.0) */
#ifdef VIR_ENUM_SENTINELS
    VIR_DOMAIN_EVENT_ID_LAST = 30, /**< number of constants; grows (Since: 0.8.0) */
#endif
} virDomainEventID;

/** virDomainEventIOErrorAction: what the hypervisor did about an I/O error */
typedef enum {
    VIR_DOMAIN_EVENT_IO_ERROR_NONE = 0, /**< ignored it (Since: 0.8.0) */
    VIR_DOMAIN_EVENT_IO_ERROR_PAUSE = 1, /**< paused the domain (Since: 0.8.0) */
    VIR_DOMAIN_EVENT_IO_ERROR_REPORT = 2, /**< passed it to the guest (Since: 0.8.0) */
#ifdef VIR_ENUM_SENTINELS
    VIR_DOMAIN_EVENT_IO_ERROR_LAST = 3, /**< number of constants; grows (Since: 0.9.10) */
#endif
} virDomainEventIOErrorAction;

/** virDomainMemoryFailureActionType: what was done about a memory error */
typedef enum {
    VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_IGNORE = 0, /**< nothing, the page was not needed
                                                            (Since: 6.9.0) */
    VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_INJECT = 1, /**< reported to the guest as a machine
                                                            check (Since: 6.9.0) */
    VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_FATAL = 2, /**< the hypervisor cannot go on
                                                           (Since: 6.9.0) */
    VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_RESET = 3, /**< the guest could not handle it and is
                                                           reset (Since: 6.9.0) */
#ifdef VIR_ENUM_SENTINELS
    VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_LAST = 4, /**< number of constants; grows
                                                          (Since: 6.9.0) */
#endif
} virDomainMemoryFailureActionType;

/** virDomainMemoryFailureRecipientType: whose memory failed */
typedef enum {
    VIR_DOMAIN_EVENT_MEMORY_FAILURE_RECIPIENT_HYPERVISOR = 0, /**< memory of the hypervisor
                                                                   itself (Since: 6.9.0) */
    VIR_DOMAIN_EVENT_MEMORY_FAILURE_RECIPIENT_GUEST = 1, /**< memory of the guest (Since: 6.9.0) */
#ifdef VIR_ENUM_SENTINELS
    VIR_DOMAIN_EVENT_MEMORY_FAILURE_RECIPIENT_LAST = 2, /**< number of constants; grows
                                                             (Since: 6.9.0) */
#endif
} virDomainMemoryFailureRecipientType;

/** virDomainEventPMSuspendedDetailType: detail of VIR_DOMAIN_EVENT_PMSUSPENDED */
typedef enum {
    VIR_DOMAIN_EVENT_PMSUSPENDED_MEMORY = 0, /**< suspended to memory (Since: 0.10.2) */
    VIR_DOMAIN_EVENT_PMSUSPENDED_DISK = 1, /**< suspended to disk (Since: 1.0.0) */
#ifdef VIR_ENUM_SENTINELS
    VIR_DOMAIN_EVENT_PMSUSPENDED_LAST = 2, /**< number of constants; grows (Since: 0.10.2) */
#endif
} virDomainEventPMSuspendedDetailType;

/** virDomainEventResumedDetailType: detail of VIR_DOMAIN_EVENT_RESUMED */
typedef enum {
    VIR_DOMAIN_EVENT_RESUMED_UNPAUSED = 0, /**< resumed by request (Since: 0.5.0) */
    VIR_DOMAIN_EVENT_RESUMED_MIGRATED = 1, /**< on the destination, or on the source after a
                                                failure (Since: 0.5.0) */
    VIR_DOMAIN_EVENT_RESUMED_FROM_SNAPSHOT = 2, /**< reverted to a snapshot of a running domain
                                                     (Since: 0.9.5) */
    VIR_DOMAIN_EVENT_RESUMED_POSTCOPY = 3, /**< on the destination, memory still arrives
                                                (Since: 1.3.3) */
    VIR_DOMAIN_EVENT_RESUMED_POSTCOPY_FAILED = 4, /**< still running, but post-copy is broken
                                                       (Since: 8.5.0) */
#ifdef VIR_ENUM_SENTINELS
    VIR_DOMAIN_EVENT_RESUMED_LAST = 5, /**< number of constants; grows (Since: 0.9.10) */
#endif
} virDomainEventResumedDetailType;

/** virDomainEventShutdownDetailType: detail of VIR_DOMAIN_EVENT_SHUTDOWN */
typedef enum {
    VIR_DOMAIN_EVENT_SHUTDOWN_FINISHED = 0, /**< the cause is not known (Since: 0.9.8) */
    VIR_DOMAIN_EVENT_SHUTDOWN_GUEST = 1, /**< the guest asked for it (Since: 3.4.0) */
    VIR_DOMAIN_EVENT_SHUTDOWN_HOST = 2, /**< a request or signal on the host (Since: 3.4.0) */
#ifdef VIR_ENUM_SENTINELS
    VIR_DOMAIN_EVENT_SHUTDOWN_LAST = 3, /**< number of constants; grows (Since: 0.9.10) */
#endif
} virDomainEventShutdownDetailType;

/** virDomainEventStartedDetailType: detail of VIR_DOMAIN_EVENT_STARTED */
typedef enum {
    VIR_DOMAIN_EVENT_STARTED_BOOTED = 0, /**< normal boot (Since: 0.5.0) */
    VIR_DOMAIN_EVENT_STARTED_MIGRATED = 1, /**< arrived by migration (Since: 0.5.0) */
    VIR_DOMAIN_EVENT_STARTED_RESTORED = 2, /**< from a saved image (Since: 0.5.0) */
    VIR_DOMAIN_EVENT_STARTED_FROM_SNAPSHOT = 3, /**< reverted to a snapshot (Since: 0.8.0) */
    VIR_DOMAIN_EVENT_STARTED_WAKEUP = 4, /**< woken by an event (Since: 0.9.11) */
    VIR_DOMAIN_EVENT_STARTED_RECREATED = 5, /**< new hypervisor instance in place of a reset
                                                 (Since: 11.6.0) */
#ifdef VIR_ENUM_SENTINELS
    VIR_DOMAIN_EVENT_STARTED_LAST = 6, /**< number of constants; grows (Since: 0.9.10) */
#endif
} virDomainEventStartedDetailType;

/** virDomainEventStoppedDetailType: detail of VIR_DOMAIN_EVENT_STOPPED */
typedef enum {
    VIR_DOMAIN_EVENT_STOPPED_SHUTDOWN = 0, /**< the guest shut down (Since: 0.5.0) */
    VIR_DOMAIN_EVENT_STOPPED_DESTROYED = 1, /**< killed by request (Since: 0.5.0) */
    VIR_DOMAIN_EVENT_STOPPED_CRASHED = 2, /**< guest or hypervisor crashed (Since: 0.5.0) */
    VIR_DOMAIN_EVENT_STOPPED_MIGRATED = 3, /**< left for another host (Since: 0.5.0) */
    VIR_DOMAIN_EVENT_STOPPED_SAVED = 4, /**< saved to a file (Since: 0.5.0) */
    VIR_DOMAIN_EVENT_STOPPED_FAILED = 5, /**< the hypervisor failed (Since: 0.5.0) */
    VIR_DOMAIN_EVENT_STOPPED_FROM_SNAPSHOT = 6, /**< reverted to a snapshot of a domain shut off
                                                     (Since: 0.8.0) */
    VIR_DOMAIN_EVENT_STOPPED_RECREATED = 7, /**< replaced by a new instance in place of a reset
                                                 (Since: 11.6.0) */
#ifdef VIR_ENUM_SENTINELS
    VIR_DOMAIN_EVENT_STOPPED_LAST = 8, /**< number of constants; grows (Since: 0.9.10) */
#endif
} virDomainEventStoppedDetailType;

/** virDomainEventSuspendedDetailType: detail of VIR_DOMAIN_EVENT_SUSPENDED */
typedef enum {
    VIR_DOMAIN_EVENT_SUSPENDED_PAUSED = 0, /**< paused by request (Since: 0.5.0) */
    VIR_DOMAIN_EVENT_SUSPENDED_MIGRATED = 1, /**< for the last phase of a migration
                                                  (Since: 0.5.0) */
    VIR_DOMAIN_EVENT_SUSPENDED_IOERROR = 2, /**< I/O error (Since: 0.8.0) */
    VIR_DOMAIN_EVENT_SUSPENDED_WATCHDOG = 3, /**< watchdog expired (Since: 0.8.0) */
    VIR_DOMAIN_EVENT_SUSPENDED_RESTORED = 4, /**< restored from a paused image (Since: 0.9.5) */
    VIR_DOMAIN_EVENT_SUSPENDED_FROM_SNAPSHOT = 5, /**< reverted to a snapshot of a paused domain
                                                       (Since: 0.9.5) */
    VIR_DOMAIN_EVENT_SUSPENDED_API_ERROR = 6, /**< a call failed and could not resume it
                                                   (Since: 1.0.1) */
    VIR_DOMAIN_EVENT_SUSPENDED_POSTCOPY = 7, /**< source of a post-copy migration (Since: 1.3.3) */
    VIR_DOMAIN_EVENT_SUSPENDED_POSTCOPY_FAILED = 8, /**< post-copy is broken (Since: 1.3.3) */
    VIR_DOMAIN_EVENT_SUSPENDED_GUEST_SHUTDOWN = 9, /**< the guest shut down, the instance is kept
                                                        for a job (Since: 11.10.0) */
#ifdef VIR_ENUM_SENTINELS
    VIR_DOMAIN_EVENT_SUSPENDED_LAST = 10, /**< number of constants; grows (Since: 0.9.10) */
#endif
} virDomainEventSuspendedDetailType;

/** virDomainEventTrayChangeReason: how a drive's tray moved */
typedef enum {
    VIR_DOMAIN_EVENT_TRAY_CHANGE_OPEN = 0, /**< opened (Since: 0.9.11) */
    VIR_DOMAIN_EVENT_TRAY_CHANGE_CLOSE = 1, /**< closed (Since: 0.9.11) */
#ifdef VIR_ENUM_SENTINELS
    VIR_DOMAIN_EVENT_TRAY_CHANGE_LAST = 2, /**< number of constants; grows (Since: 0.9.11) */
#endif
} virDomainEventTrayChangeReason;

/** virDomainEventUndefinedDetailType: detail of VIR_DOMAIN_EVENT_UNDEFINED */
typedef enum {
    VIR_DOMAIN_EVENT_UNDEFINED_REMOVED = 0, /**< configuration deleted (Since: 0.5.0) */
    VIR_DOMAIN_EVENT_UNDEFINED_RENAMED = 1, /**< the old name of a renamed domain (Since: 1.2.19) */
#ifdef VIR_ENUM_SENTINELS
    VIR_DOMAIN_EVENT_UNDEFINED_LAST = 2, /**< number of constants; grows (Since: 0.9.10) */
#endif
} virDomainEventUndefinedDetailType;

/** virDomainEventWatchdogAction: what was done when the watchdog expired */
typedef enum {
    VIR_DOMAIN_EVENT_WATCHDOG_NONE = 0, /**< nothing (Since: 0.8.0) */
    VIR_DOMAIN_EVENT_WATCHDOG_PAUSE = 1, /**< paused (Since: 0.8.0) */
    VIR_DOMAIN_EVENT_WATCHDOG_RESET = 2, /**< reset (Since: 0.8.0) */
    VIR_DOMAIN_EVENT_WATCHDOG_POWEROFF = 3, /**< powered off at once (Since: 0.8.0) */
    VIR_DOMAIN_EVENT_WATCHDOG_SHUTDOWN = 4, /**< asked to shut down (Since: 0.8.0) */
    VIR_DOMAIN_EVENT_WATCHDOG_DEBUG = 5, /**< a message was logged (Since: 0.8.0) */
    VIR_DOMAIN_EVENT_WATCHDOG_INJECTNMI = 6, /**< a non-maskable interrupt was injected
                                                  (Since: 1.2.17) */
#ifdef VIR_ENUM_SENTINELS
    VIR_DOMAIN_EVENT_WATCHDOG_LAST = 7, /**< number of constants; grows (Since: 0.9.10) */
#endif
} virDomainEventWatchdogAction;

/** virDomainFDAssociateFlags: flags of virDomainFDAssociate() */
typedef enum {
    VIR_DOMAIN_FD_ASSOCIATE_SECLABEL_RESTORE = (1 << 0), /**< try to restore the security label
                                                              afterwards (Since: 9.0.0) */
    VIR_DOMAIN_FD_ASSOCIATE_SECLABEL_WRITABLE = (1 << 1), /**< label for writing, even if the use
                                                               is read-only (Since: 9.0.0) */
} virDomainFDAssociateFlags;

/** virDomainGetHostnameFlags: source of virDomainGetHostname() */
typedef enum {
    VIR_DOMAIN_GET_HOSTNAME_LEASE = (1 << 0), /**< DHCP leases of the host's networks
                                                   (Since: 6.1.0) */
    VIR_DOMAIN_GET_HOSTNAME_AGENT = (1 << 1), /**< the guest agent (Since: 6.1.0) */
} virDomainGetHostnameFlags;

/** virDomainGraphicsReloadType: display of virDomainGraphicsReload() */
typedef enum {
    VIR_DOMAIN_GRAPHICS_RELOAD_TYPE_ANY = 0, /**< every display that can be reloaded
                                                  (Since: 10.2.0) */
    VIR_DOMAIN_GRAPHICS_RELOAD_TYPE_VNC = 1, /**< VNC (Since: 10.2.0) */
#ifdef VIR_ENUM_SENTINELS
    VIR_DOMAIN_GRAPHICS_RELOAD_TYPE_LAST = 2, /**< number of constants; grows (Since: 10.2.0) */
#endif
} virDomainGraphicsReloadType;

/** virDomainGuestInfoTypes: groups of virDomainGetGuestInfo() */
typedef enum {
    VIR_DOMAIN_GUEST_INFO_USERS = 1, /**< users logged in (Since: 5.7.0) */
    VIR_DOMAIN_GUEST_INFO_OS = 2, /**< operating system (Since: 5.7.0) */
    VIR_DOMAIN_GUEST_INFO_TIMEZONE = 4, /**< time zone (Since: 5.7.0) */
    VIR_DOMAIN_GUEST_INFO_HOSTNAME = 8, /**< host name (Since: 5.7.0) */
    VIR_DOMAIN_GUEST_INFO_FILESYSTEM = 16, /**< mounted filesystems (Since: 5.7.0) */
    VIR_DOMAIN_GUEST_INFO_DISKS = 32, /**< disks (Since: 7.0.0) */
    VIR_DOMAIN_GUEST_INFO_INTERFACES = 64, /**< network interfaces and addresses (Since: 7.10.0) */
    VIR_DOMAIN_GUEST_INFO_LOAD = 128, /**< load averages (Since: 11.2.0) */
    VIR_DOMAIN_GUEST_INFO_DEVICES = 256, /**< devices and their drivers (Since: 12.7.0) */
} virDomainGuestInfoTypes;

/** virDomainInterfaceAddressesSource: source of virDomainInterfaceAddresses() */
typedef enum {
    VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_LEASE = 0, /**< DHCP leases of the host's networks
                                                       (Since: 1.2.14) */
    VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_AGENT = 1, /**< the guest agent (Since: 1.2.14) */
    VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_ARP = 2, /**< the host's neighbour table (Since: 4.2.0) */
#ifdef VIR_ENUM_SENTINELS
    VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_LAST = 3, /**< number of constants; grows (Since: 1.2.14) */
#endif
} virDomainInterfaceAddressesSource;

/** virDomainJobType: progress of a job */
typedef enum {
    VIR_DOMAIN_JOB_NONE = 0, /**< no job (Since: 0.7.7) */
    VIR_DOMAIN_JOB_BOUNDED = 1, /**< the end can be estimated (Since: 0.7.7) */
    VIR_DOMAIN_JOB_UNBOUNDED = 2, /**< the end cannot be estimated (Since: 0.7.7) */
    VIR_DOMAIN_JOB_COMPLETED = 3, /**< finished (Since: 0.7.7) */
    VIR_DOMAIN_JOB_FAILED = 4, /**< ended with an error (Since: 0.7.7) */
    VIR_DOMAIN_JOB_CANCELLED = 5, /**< aborted (Since: 0.7.7) */
#ifdef VIR_ENUM_SENTINELS
    VIR_DOMAIN_JOB_LAST = 6, /**< number of constants; grows (Since: 0.9.10) */
#endif
} virDomainJobType;

/** virDomainJobOperation: what a job does */
typedef enum {
    VIR_DOMAIN_JOB_OPERATION_UNKNOWN = 0, /**< not known (Since: 3.3.0) */
    VIR_DOMAIN_JOB_OPERATION_START = 1, /**< start of a domain (Since: 3.3.0) */
    VIR_DOMAIN_JOB_OPERATION_SAVE = 2, /**< saving to a file (Since: 3.3.0) */
    VIR_DOMAIN_JOB_OPERATION_RESTORE = 3, /**< restoring from a file (Since: 3.3.0) */
    VIR_DOMAIN_JOB_OPERATION_MIGRATION_IN = 4, /**< destination of a migration (Since: 3.3.0) */
    VIR_DOMAIN_JOB_OPERATION_MIGRATION_OUT = 5, /**< source of a migration (Since: 3.3.0) */
    VIR_DOMAIN_JOB_OPERATION_SNAPSHOT = 6, /**< taking a snapshot (Since: 3.3.0) */
    VIR_DOMAIN_JOB_OPERATION_SNAPSHOT_REVERT = 7, /**< reverting to a snapshot (Since: 3.3.0) */
    VIR_DOMAIN_JOB_OPERATION_DUMP = 8, /**< core dump (Since: 3.3.0) */
    VIR_DOMAIN_JOB_OPERATION_BACKUP = 9, /**< backup (Since: 6.0.0) */
    VIR_DOMAIN_JOB_OPERATION_SNAPSHOT_DELETE = 10, /**< deleting a snapshot (Since: 9.0.0) */
#ifdef VIR_ENUM_SENTINELS
    VIR_DOMAIN_JOB_OPERATION_LAST = 11, /**< number of constants; grows (Since: 3.3.0) */
#endif
} virDomainJobOperation;

/** virDomainGetJobStatsFlags: flags of virDomainGetJobStats() */
typedef enum {
    VIR_DOMAIN_JOB_STATS_COMPLETED = (1 << 0), /**< statistics of the last finished job
                                                    (Since: 1.2.9) */
    VIR_DOMAIN_JOB_STATS_KEEP_COMPLETED = (1 << 1), /**< do not discard them on reading
                                                         (Since: 6.0.0) */
} virDomainGetJobStatsFlags;

/** virDomainLifecycleAction: what follows a lifecycle event */
typedef enum {
    VIR_DOMAIN_LIFECYCLE_ACTION_DESTROY = 0, /**< the instance is removed (Since: 3.9.0) */
    VIR_DOMAIN_LIFECYCLE_ACTION_RESTART = 1, /**< a new instance with the same configuration
                                                  (Since: 3.9.0) */
    VIR_DOMAIN_LIFECYCLE_ACTION_RESTART_RENAME = 2, /**< a new instance under another name
                                                         (Since: 3.9.0) */
    VIR_DOMAIN_LIFECYCLE_ACTION_PRESERVE = 3, /**< the instance is kept, stopped (Since: 3.9.0) */
    VIR_DOMAIN_LIFECYCLE_ACTION_COREDUMP_DESTROY = 4, /**< crash only: dump, then remove
                                                           (Since: 3.9.0) */
    VIR_DOMAIN_LIFECYCLE_ACTION_COREDUMP_RESTART = 5, /**< crash only: dump, then restart
                                                           (Since: 3.9.0) */
    VIR_DOMAIN_LIFECYCLE_ACTION_PRESERVE_RUNNING = 6, /**< crash only: the instance is left as it
                                                           is, running (Since: 12.6.0) */
#ifdef VIR_ENUM_SENTINELS
    VIR_DOMAIN_LIFECYCLE_ACTION_LAST = 7, /**< number of constants; grows (Since: 3.9.0) */
#endif
} virDomainLifecycleAction;

/** virDomainLifecycle: event virDomainSetLifecycleAction() configures */
typedef enum {
    VIR_DOMAIN_LIFECYCLE_POWEROFF = 0, /**< the guest powers off (Since: 3.9.0) */
    VIR_DOMAIN_LIFECYCLE_REBOOT = 1, /**< the guest reboots (Since: 3.9.0) */
    VIR_DOMAIN_LIFECYCLE_CRASH = 2, /**< the guest crashes (Since: 3.9.0) */
#ifdef VIR_ENUM_SENTINELS
    VIR_DOMAIN_LIFECYCLE_LAST = 3, /**< number of constants; grows (Since: 3.9.0) */
#endif
} virDomainLifecycle;

/** virDomainMemoryFailureFlags: facts about a memory error */
typedef enum {
    VIR_DOMAIN_MEMORY_FAILURE_ACTION_REQUIRED = (1 << 0), /**< the failing access was synchronous
                                                               (Since: 6.9.0) */
    VIR_DOMAIN_MEMORY_FAILURE_RECURSIVE = (1 << 1), /**< another error was being handled
                                                         (Since: 6.9.0) */
} virDomainMemoryFailureFlags;

/** virMemoryParameterType: former names of virTypedParameterType for memory tuning */
typedef enum {
    VIR_DOMAIN_MEMORY_PARAM_BOOLEAN = VIR_TYPED_PARAM_BOOLEAN, /**< char, 0 or 1 (Since: 0.8.5) */
    VIR_DOMAIN_MEMORY_PARAM_DOUBLE = VIR_TYPED_PARAM_DOUBLE, /**< double (Since: 0.8.5) */
    VIR_DOMAIN_MEMORY_PARAM_INT = VIR_TYPED_PARAM_INT, /**< int (Since: 0.8.5) */
    VIR_DOMAIN_MEMORY_PARAM_LLONG = VIR_TYPED_PARAM_LLONG, /**< long long (Since: 0.8.5) */
    VIR_DOMAIN_MEMORY_PARAM_UINT = VIR_TYPED_PARAM_UINT, /**< unsigned int (Since: 0.8.5) */
    VIR_DOMAIN_MEMORY_PARAM_ULLONG = VIR_TYPED_PARAM_ULLONG, /**< unsigned long long
                                                                  (Since: 0.8.5) */
} virMemoryParameterType;

/** virDomainMemoryStatTags: tag of a virDomainMemoryStatStruct and the unit of its value */
typedef enum {
    VIR_DOMAIN_MEMORY_STAT_SWAP_IN = 0, /**< read back from guest swap, KiB (Since: 0.7.5) */
    VIR_DOMAIN_MEMORY_STAT_SWAP_OUT = 1, /**< written to guest swap, KiB (Since: 0.7.5) */
    VIR_DOMAIN_MEMORY_STAT_MAJOR_FAULT = 2, /**< guest page faults with disk I/O, count
                                                 (Since: 0.7.5) */
    VIR_DOMAIN_MEMORY_STAT_MINOR_FAULT = 3, /**< guest page faults without disk I/O, count
                                                 (Since: 0.7.5) */
    VIR_DOMAIN_MEMORY_STAT_UNUSED = 4, /**< memory entirely free in the guest, KiB (Since: 0.7.5) */
    VIR_DOMAIN_MEMORY_STAT_AVAILABLE = 5, /**< memory the guest's system sees, KiB (Since: 0.7.5) */
    VIR_DOMAIN_MEMORY_STAT_ACTUAL_BALLOON = 6, /**< current balloon value, KiB (Since: 0.9.3) */
    VIR_DOMAIN_MEMORY_STAT_RSS = 7, /**< resident set of the domain's process, KiB
                                         (Since: 0.9.10) */
    VIR_DOMAIN_MEMORY_STAT_USABLE = 8, /**< could be taken without making the guest swap, KiB
                                            (Since: 2.1.0) */
    VIR_DOMAIN_MEMORY_STAT_LAST_UPDATE = 9, /**< last report of the guest, seconds since the
                                                 epoch (Since: 2.1.0) */
    VIR_DOMAIN_MEMORY_STAT_DISK_CACHES = 10, /**< guest page cache that can be dropped, KiB
                                                  (Since: 4.6.0) */
    VIR_DOMAIN_MEMORY_STAT_HUGETLB_PGALLOC = 11, /**< huge pages allocated, count (Since: 5.4.0) */
    VIR_DOMAIN_MEMORY_STAT_HUGETLB_PGFAIL = 12, /**< failed huge page allocations, count
                                                     (Since: 5.4.0) */
    VIR_DOMAIN_MEMORY_STAT_NR = 13, /**< number of tags, grows with releases (Since: 0.7.5) */
#ifdef VIR_ENUM_SENTINELS
    VIR_DOMAIN_MEMORY_STAT_LAST = VIR_DOMAIN_MEMORY_STAT_NR, /**< the same number (Since: 0.9.10) */
#endif
} virDomainMemoryStatTags;

/** virDomainMemoryModFlags: target of virDomainSetMemoryFlags() */
typedef enum {
    VIR_DOMAIN_MEM_MAXIMUM = (1 << 2), /**< change the ceiling rather than the balloon
                                            (Since: 0.9.1) */
    VIR_DOMAIN_MEM_CONFIG = VIR_DOMAIN_AFFECT_CONFIG, /**< the stored configuration
                                                           (Since: 0.9.0) */
    VIR_DOMAIN_MEM_CURRENT = VIR_DOMAIN_AFFECT_CURRENT, /**< live when running, else stored
                                                             (Since: 0.9.1) */
    VIR_DOMAIN_MEM_LIVE = VIR_DOMAIN_AFFECT_LIVE, /**< the running instance (Since: 0.9.0) */
} virDomainMemoryModFlags;

/** virDomainMessageType: kinds of virDomainGetMessages() */
typedef enum {
    VIR_DOMAIN_MESSAGE_DEPRECATION = 1, /**< uses features marked deprecated (Since: 7.1.0) */
    VIR_DOMAIN_MESSAGE_TAINTING = 2, /**< uses configurations outside support (Since: 7.1.0) */
    VIR_DOMAIN_MESSAGE_IOERRORS = 4, /**< I/O errors of disks (Since: 11.1.0) */
} virDomainMessageType;

/** virDomainMetadataType: piece of metadata of virDomainGetMetadata() and virDomainSetMetadata() */
typedef enum {
    VIR_DOMAIN_METADATA_DESCRIPTION = 0, /**< free text (Since: 0.9.10) */
    VIR_DOMAIN_METADATA_TITLE = 1, /**< one-line text (Since: 0.9.10) */
    VIR_DOMAIN_METADATA_ELEMENT = 2, /**< XML of an application, by namespace (Since: 0.9.10) */
#ifdef VIR_ENUM_SENTINELS
    VIR_DOMAIN_METADATA_LAST = 3, /**< number of constants; grows (Since: 0.9.10) */
#endif
} virDomainMetadataType;

/** virDomainMigrateMaxSpeedFlags: flags of the migration speed limits */
typedef enum {
    VIR_DOMAIN_MIGRATE_MAX_SPEED_POSTCOPY = (1 << 0), /**< the limit of the post-copy phase
                                                           (Since: 5.1.0) */
} virDomainMigrateMaxSpeedFlags;

/** virDomainCreateFlags: flags of virDomainCreateXML(), virDomainCreateWithFlags() and their kin */
typedef enum {
    VIR_DOMAIN_NONE = 0, /**< start normally (Since: 0.0.1) */
    VIR_DOMAIN_START_PAUSED = (1 << 0), /**< do not run the vCPUs yet (Since: 0.8.2) */
    VIR_DOMAIN_START_AUTODESTROY = (1 << 1), /**< destroy the domain when this connection closes
                                                  (Since: 0.9.3) */
    VIR_DOMAIN_START_BYPASS_CACHE = (1 << 2), /**< read a saved image past the page cache
                                                   (Since: 0.9.4) */
    VIR_DOMAIN_START_FORCE_BOOT = (1 << 3), /**< discard a managed save image, boot anew
                                                 (Since: 0.9.5) */
    VIR_DOMAIN_START_VALIDATE = (1 << 4), /**< check the XML against the schema (Since: 1.2.12) */
    VIR_DOMAIN_START_RESET_NVRAM = (1 << 5), /**< initialize the firmware variables from their
                                                  template (Since: 8.1.0) */
} virDomainCreateFlags;

/** virDomainNostateReason: reason of VIR_DOMAIN_NOSTATE */
typedef enum {
    VIR_DOMAIN_NOSTATE_UNKNOWN = 0, /**< no reason is reported (Since: 0.9.2) */
#ifdef VIR_ENUM_SENTINELS
    VIR_DOMAIN_NOSTATE_LAST = 1, /**< number of constants; grows (Since: 0.9.10) */
#endif
} virDomainNostateReason;

/** virDomainNumatuneMemMode: memory policy of VIR_DOMAIN_NUMA_MODE */
typedef enum {
    VIR_DOMAIN_NUMATUNE_MEM_STRICT = 0, /**< these nodes only, else fail (Since: 0.9.9) */
    VIR_DOMAIN_NUMATUNE_MEM_PREFERRED = 1, /**< this node first (Since: 0.9.9) */
    VIR_DOMAIN_NUMATUNE_MEM_INTERLEAVE = 2, /**< these nodes in turns (Since: 0.9.9) */
    VIR_DOMAIN_NUMATUNE_MEM_RESTRICTIVE = 3, /**< these nodes by cgroup only, may be changed live
                                                  (Since: 7.3.0) */
#ifdef VIR_ENUM_SENTINELS
    VIR_DOMAIN_NUMATUNE_MEM_LAST = 4, /**< number of constants; grows (Since: 0.9.9) */
#endif
} virDomainNumatuneMemMode;

/** virDomainOpenGraphicsFlags: flags of virDomainOpenGraphics() and virDomainOpenGraphicsFD() */
typedef enum {
    VIR_DOMAIN_OPEN_GRAPHICS_SKIPAUTH = (1 << 0), /**< skip the display's authentication
                                                       (Since: 0.9.7) */
} virDomainOpenGraphicsFlags;

/** virDomainSetUserPasswordFlags: flags of virDomainSetUserPassword() */
typedef enum {
    VIR_DOMAIN_PASSWORD_ENCRYPTED = (1 << 0), /**< the password is in the guest's crypt form
                                                   (Since: 1.2.16) */
} virDomainSetUserPasswordFlags;

/** virDomainPausedReason: reason of VIR_DOMAIN_PAUSED */
typedef enum {
    VIR_DOMAIN_PAUSED_UNKNOWN = 0, /**< no reason is known (Since: 0.9.2) */
    VIR_DOMAIN_PAUSED_USER = 1, /**< paused by request (Since: 0.9.2) */
    VIR_DOMAIN_PAUSED_MIGRATION = 2, /**< last phase of a migration (Since: 0.9.2) */
    VIR_DOMAIN_PAUSED_SAVE = 3, /**< being saved (Since: 0.9.2) */
    VIR_DOMAIN_PAUSED_DUMP = 4, /**< being dumped (Since: 0.9.2) */
    VIR_DOMAIN_PAUSED_IOERROR = 5, /**< I/O error (Since: 0.9.2) */
    VIR_DOMAIN_PAUSED_WATCHDOG = 6, /**< watchdog expired (Since: 0.9.2) */
    VIR_DOMAIN_PAUSED_FROM_SNAPSHOT = 7, /**< reverted to a snapshot of a paused domain
                                              (Since: 0.9.2) */
    VIR_DOMAIN_PAUSED_SHUTTING_DOWN = 8, /**< about to end (Since: 0.9.5) */
    VIR_DOMAIN_PAUSED_SNAPSHOT = 9, /**< a snapshot is being taken (Since: 1.0.1) */
    VIR_DOMAIN_PAUSED_CRASHED = 10, /**< the guest crashed (Since: 1.1.1) */
    VIR_DOMAIN_PAUSED_STARTING_UP = 11, /**< not yet started (Since: 1.2.14) */
    VIR_DOMAIN_PAUSED_POSTCOPY = 12, /**< source of a post-copy migration (Since: 1.3.3) */
    VIR_DOMAIN_PAUSED_POSTCOPY_FAILED = 13, /**< post-copy is broken (Since: 1.3.3) */
    VIR_DOMAIN_PAUSED_API_ERROR = 14, /**< a call failed and could not resume it (Since: 9.2.0) */
#ifdef VIR_ENUM_SENTINELS
    VIR_DOMAIN_PAUSED_LAST = 15, /**< number of constants; grows (Since: 0.9.10) */
#endif
} virDomainPausedReason;

/** virDomainPMSuspendedDiskReason: reason of a suspension to disk */
typedef enum {
    VIR_DOMAIN_PMSUSPENDED_DISK_UNKNOWN = 0, /**< no reason is reported (Since: 1.0.0) */
#ifdef VIR_ENUM_SENTINELS
    VIR_DOMAIN_PMSUSPENDED_DISK_LAST = 1, /**< number of constants; grows (Since: 1.0.0) */
#endif
} virDomainPMSuspendedDiskReason;

/** virDomainPMSuspendedReason: reason of VIR_DOMAIN_PMSUSPENDED */
typedef enum {
    VIR_DOMAIN_PMSUSPENDED_UNKNOWN = 0, /**< no reason is reported (Since: 0.9.11) */
#ifdef VIR_ENUM_SENTINELS
    VIR_DOMAIN_PMSUSPENDED_LAST = 1, /**< number of constants; grows (Since: 0.9.11) */
#endif
} virDomainPMSuspendedReason;

/**
 * virDomainProcessSignal: signal of virDomainSendProcessSignal(); translated to the guest's
 * numbers
 */
typedef enum {
    VIR_DOMAIN_PROCESS_SIGNAL_NOP = 0, /**< no signal, tests for the process (Since: 1.0.1) */
    VIR_DOMAIN_PROCESS_SIGNAL_HUP = 1, /**< SIGHUP (Since: 1.0.1) */
    VIR_DOMAIN_PROCESS_SIGNAL_INT = 2, /**< SIGINT (Since: 1.0.1) */
    VIR_DOMAIN_PROCESS_SIGNAL_QUIT = 3, /**< SIGQUIT (Since: 1.0.1) */
    VIR_DOMAIN_PROCESS_SIGNAL_ILL = 4, /**< SIGILL (Since: 1.0.1) */
    VIR_DOMAIN_PROCESS_SIGNAL_TRAP = 5, /**< SIGTRAP (Since: 1.0.1) */
    VIR_DOMAIN_PROCESS_SIGNAL_ABRT = 6, /**< SIGABRT (Since: 1.0.1) */
    VIR_DOMAIN_PROCESS_SIGNAL_BUS = 7, /**< SIGBUS (Since: 1.0.1) */
    VIR_DOMAIN_PROCESS_SIGNAL_FPE = 8, /**< SIGFPE (Since: 1.0.1) */
    VIR_DOMAIN_PROCESS_SIGNAL_KILL = 9, /**< SIGKILL (Since: 1.0.1) */
    VIR_DOMAIN_PROCESS_SIGNAL_USR1 = 10, /**< SIGUSR1 (Since: 1.0.1) */
    VIR_DOMAIN_PROCESS_SIGNAL_SEGV = 11, /**< SIGSEGV (Since: 1.0.1) */
    VIR_DOMAIN_PROCESS_SIGNAL_USR2 = 12, /**< SIGUSR2 (Since: 1.0.1) */
    VIR_DOMAIN_PROCESS_SIGNAL_PIPE = 13, /**< SIGPIPE (Since: 1.0.1) */
    VIR_DOMAIN_PROCESS_SIGNAL_ALRM = 14, /**< SIGALRM (Since: 1.0.1) */
    VIR_DOMAIN_PROCESS_SIGNAL_TERM = 15, /**< SIGTERM (Since: 1.0.1) */
    VIR_DOMAIN_PROCESS_SIGNAL_STKFLT = 16, /**< SIGSTKFLT (Since: 1.0.1) */
    VIR_DOMAIN_PROCESS_SIGNAL_CHLD = 17, /**< SIGCHLD (Since: 1.0.1) */
    VIR_DOMAIN_PROCESS_SIGNAL_CONT = 18, /**< SIGCONT (Since: 1.0.1) */
    VIR_DOMAIN_PROCESS_SIGNAL_STOP = 19, /**< SIGSTOP (Since: 1.0.1) */
    VIR_DOMAIN_PROCESS_SIGNAL_TSTP = 20, /**< SIGTSTP (Since: 1.0.1) */
    VIR_DOMAIN_PROCESS_SIGNAL_TTIN = 21, /**< SIGTTIN (Since: 1.0.1) */
    VIR_DOMAIN_PROCESS_SIGNAL_TTOU = 22, /**< SIGTTOU (Since: 1.0.1) */
    VIR_DOMAIN_PROCESS_SIGNAL_URG = 23, /**< SIGURG (Since: 1.0.1) */
    VIR_DOMAIN_PROCESS_SIGNAL_XCPU = 24, /**< SIGXCPU (Since: 1.0.1) */
    VIR_DOMAIN_PROCESS_SIGNAL_XFSZ = 25, /**< SIGXFSZ (Since: 1.0.1) */
    VIR_DOMAIN_PROCESS_SIGNAL_VTALRM = 26, /**< SIGVTALRM (Since: 1.0.1) */
    VIR_DOMAIN_PROCESS_SIGNAL_PROF = 27, /**< SIGPROF (Since: 1.0.1) */
    VIR_DOMAIN_PROCESS_SIGNAL_WINCH = 28, /**< SIGWINCH (Since: 1.0.1) */
    VIR_DOMAIN_PROCESS_SIGNAL_POLL = 29, /**< SIGPOLL, also SIGIO (Since: 1.0.1) */
    VIR_DOMAIN_PROCESS_SIGNAL_PWR = 30, /**< SIGPWR (Since: 1.0.1) */
    VIR_DOMAIN_PROCESS_SIGNAL_SYS = 31, /**< SIGSYS (Since: 1.0.1) */
    VIR_DOMAIN_PROCESS_SIGNAL_RT0 = 32, /**< real-time signal 0 (Since: 1.0.1) */
    VIR_DOMAIN_PROCESS_SIGNAL_RT1 = 33, /**< real-time signal 1 (Since: 1.0.1) */
    VIR_DOMAIN_PROCESS_SIGNAL_RT2 = 34, /**< real-time signal 2 (Since: 1.0.1) */
    VIR_DOMAIN_PROCESS_SIGNAL_RT3 = 35, /**< real-time signal 3 (Since: 1.0.1) */
    VIR_DOMAIN_PROCESS_SIGNAL_RT4 = 36, /**< real-time signal 4 (Since: 1.0.1) */
    VIR_DOMAIN_PROCESS_SIGNAL_RT5 = 37, /**< real-time signal 5 (Since: 1.0.1) */
    VIR_DOMAIN_PROCESS_SIGNAL_RT6 = 38, /**< real-time signal 6 (Since: 1.0.1) */
    VIR_DOMAIN_PROCESS_SIGNAL_RT7 = 39, /**< real-time signal 7 (Since: 1.0.1) */
    VIR_DOMAIN_PROCESS_SIGNAL_RT8 = 40, /**< real-time signal 8 (Since: 1.0.1) */
    VIR_DOMAIN_PROCESS_SIGNAL_RT9 = 41, /**< real-time signal 9 (Since: 1.0.1) */
    VIR_DOMAIN_PROCESS_SIGNAL_RT10 = 42, /**< real-time signal 10 (Since: 1.0.1) */
    VIR_DOMAIN_PROCESS_SIGNAL_RT11 = 43, /**< real-time signal 11 (Since: 1.0.1) */
    VIR_DOMAIN_PROCESS_SIGNAL_RT12 = 44, /**< real-time signal 12 (Since: 1.0.1) */
    VIR_DOMAIN_PROCESS_SIGNAL_RT13 = 45, /**< real-time signal 13 (Since: 1.0.1) */
    VIR_DOMAIN_PROCESS_SIGNAL_RT14 = 46, /**< real-time signal 14 (Since: 1.0.1) */
    VIR_DOMAIN_PROCESS_SIGNAL_RT15 = 47, /**< real-time signal 15 (Since: 1.0.1) */
    VIR_DOMAIN_PROCESS_SIGNAL_RT16 = 48, /**< real-time signal 16 (Since: 1.0.1) */
    VIR_DOMAIN_PROCESS_SIGNAL_RT17 = 49, /**< real-time signal 17 (Since: 1.0.1) */
    VIR_DOMAIN_PROCESS_SIGNAL_RT18 = 50, /**< real-time signal 18 (Since: 1.0.1) */
    VIR_DOMAIN_PROCESS_SIGNAL_RT19 = 51, /**< real-time signal 19 (Since: 1.0.1) */
    VIR_DOMAIN_PROCESS_SIGNAL_RT20 = 52, /**< real-time signal 20 (Since: 1.0.1) */
    VIR_DOMAIN_PROCESS_SIGNAL_RT21 = 53, /**< real-time signal 21 (Since: 1.0.1) */
    VIR_DOMAIN_PROCESS_SIGNAL_RT22 = 54, /**< real-time signal 22 (Since: 1.0.1) */
    VIR_DOMAIN_PROCESS_SIGNAL_RT23 = 55, /**< real-time signal 23 (Since: 1.0.1) */
    VIR_DOMAIN_PROCESS_SIGNAL_RT24 = 56, /**< real-time signal 24 (Since: 1.0.1) */
    VIR_DOMAIN_PROCESS_SIGNAL_RT25 = 57, /**< real-time signal 25 (Since: 1.0.1) */
    VIR_DOMAIN_PROCESS_SIGNAL_RT26 = 58, /**< real-time signal 26 (Since: 1.0.1) */
    VIR_DOMAIN_PROCESS_SIGNAL_RT27 = 59, /**< real-time signal 27 (Since: 1.0.1) */
    VIR_DOMAIN_PROCESS_SIGNAL_RT28 = 60, /**< real-time signal 28 (Since: 1.0.1) */
    VIR_DOMAIN_PROCESS_SIGNAL_RT29 = 61, /**< real-time signal 29 (Since: 1.0.1) */
    VIR_DOMAIN_PROCESS_SIGNAL_RT30 = 62, /**< real-time signal 30 (Since: 1.0.1) */
    VIR_DOMAIN_PROCESS_SIGNAL_RT31 = 63, /**< real-time signal 31 (Since: 1.0.1) */
    VIR_DOMAIN_PROCESS_SIGNAL_RT32 = 64, /**< real-time signal 32 (Since: 1.0.1) */
#ifdef VIR_ENUM_SENTINELS
    VIR_DOMAIN_PROCESS_SIGNAL_LAST = 65, /**< number of constants; grows (Since: 1.0.1) */
#endif
} virDomainProcessSignal;

/** virDomainRebootFlagValues: ways of virDomainReboot(); several are tried in turn */
typedef enum {
    VIR_DOMAIN_REBOOT_DEFAULT = 0, /**< the hypervisor's choice (Since: 0.9.10) */
    VIR_DOMAIN_REBOOT_ACPI_POWER_BTN = 1, /**< ACPI power button (Since: 0.9.10) */
    VIR_DOMAIN_REBOOT_GUEST_AGENT = 2, /**< guest agent (Since: 0.9.10) */
    VIR_DOMAIN_REBOOT_INITCTL = 4, /**< init's control channel; containers (Since: 1.0.1) */
    VIR_DOMAIN_REBOOT_SIGNAL = 8, /**< signal to init; containers (Since: 1.0.1) */
    VIR_DOMAIN_REBOOT_PARAVIRT = 16, /**< paravirtual control channel; Xen (Since: 1.2.5) */
} virDomainRebootFlagValues;

/** virDomainRunningReason: reason of VIR_DOMAIN_RUNNING */
typedef enum {
    VIR_DOMAIN_RUNNING_UNKNOWN = 0, /**< no reason is known (Since: 0.9.2) */
    VIR_DOMAIN_RUNNING_BOOTED = 1, /**< normal boot (Since: 0.9.2) */
    VIR_DOMAIN_RUNNING_MIGRATED = 2, /**< arrived by migration (Since: 0.9.2) */
    VIR_DOMAIN_RUNNING_RESTORED = 3, /**< from a saved image (Since: 0.9.2) */
    VIR_DOMAIN_RUNNING_FROM_SNAPSHOT = 4, /**< reverted to a snapshot (Since: 0.9.2) */
    VIR_DOMAIN_RUNNING_UNPAUSED = 5, /**< resumed by request (Since: 0.9.2) */
    VIR_DOMAIN_RUNNING_MIGRATION_CANCELED = 6, /**< a migration did not happen (Since: 0.9.2) */
    VIR_DOMAIN_RUNNING_SAVE_CANCELED = 7, /**< a save did not happen (Since: 0.9.2) */
    VIR_DOMAIN_RUNNING_WAKEUP = 8, /**< woken by an event (Since: 0.9.11) */
    VIR_DOMAIN_RUNNING_CRASHED = 9, /**< resumed after a crash (Since: 1.1.1) */
    VIR_DOMAIN_RUNNING_POSTCOPY = 10, /**< destination of a post-copy migration (Since: 1.3.3) */
    VIR_DOMAIN_RUNNING_POSTCOPY_FAILED = 11, /**< runs on, but post-copy is broken (Since: 8.5.0) */
#ifdef VIR_ENUM_SENTINELS
    VIR_DOMAIN_RUNNING_LAST = 12, /**< number of constants; grows (Since: 0.9.10) */
#endif
} virDomainRunningReason;

/** virDomainSaveRestoreFlags: flags of the save and restore calls */
typedef enum {
    VIR_DOMAIN_SAVE_BYPASS_CACHE = (1 << 0), /**< transfer past the page cache (Since: 0.9.4) */
    VIR_DOMAIN_SAVE_RUNNING = (1 << 1), /**< run after the restore (Since: 0.9.5) */
    VIR_DOMAIN_SAVE_PAUSED = (1 << 2), /**< stay paused after the restore (Since: 0.9.5) */
    VIR_DOMAIN_SAVE_RESET_NVRAM = (1 << 3), /**< restore only: firmware variables from their
                                                 template (Since: 8.1.0) */
} virDomainSaveRestoreFlags;

/** virSchedParameterType: former names of virTypedParameterType for the scheduler */
typedef enum {
    VIR_DOMAIN_SCHED_FIELD_BOOLEAN = VIR_TYPED_PARAM_BOOLEAN, /**< char, 0 or 1 (Since: 0.2.3) */
    VIR_DOMAIN_SCHED_FIELD_DOUBLE = VIR_TYPED_PARAM_DOUBLE, /**< double (Since: 0.2.3) */
    VIR_DOMAIN_SCHED_FIELD_INT = VIR_TYPED_PARAM_INT, /**< int (Since: 0.2.3) */
    VIR_DOMAIN_SCHED_FIELD_LLONG = VIR_TYPED_PARAM_LLONG, /**< long long (Since: 0.2.3) */
    VIR_DOMAIN_SCHED_FIELD_UINT = VIR_TYPED_PARAM_UINT, /**< unsigned int (Since: 0.2.3) */
    VIR_DOMAIN_SCHED_FIELD_ULLONG = VIR_TYPED_PARAM_ULLONG, /**< unsigned long long
                                                                 (Since: 0.2.3) */
} virSchedParameterType;

/** virDomainSetVcpuFlags: flags of virDomainSetVcpu() */
typedef enum {
    VIR_DOMAIN_SETVCPU_ASYNC_UNPLUG = (1 << 2), /**< live only: do not wait for the guest to
                                                     release the vCPUs (Since: 12.4.0) */
    VIR_DOMAIN_SETVCPU_AFFECT_CONFIG = VIR_DOMAIN_AFFECT_CONFIG, /**< the stored configuration
                                                                      (Since: 12.4.0) */
    VIR_DOMAIN_SETVCPU_AFFECT_CURRENT = VIR_DOMAIN_AFFECT_CURRENT,
    /**< live when running, else stored (Since: 12.4.0) */
    VIR_DOMAIN_SETVCPU_AFFECT_LIVE = VIR_DOMAIN_AFFECT_LIVE, /**< the running instance
                                                                  (Since: 12.4.0) */
} virDomainSetVcpuFlags;

/** virDomainShutdownFlagValues: ways of virDomainShutdownFlags(); several are tried in turn */
typedef enum {
    VIR_DOMAIN_SHUTDOWN_DEFAULT = 0, /**< the hypervisor's choice (Since: 0.9.10) */
    VIR_DOMAIN_SHUTDOWN_ACPI_POWER_BTN = 1, /**< ACPI power button (Since: 0.9.10) */
    VIR_DOMAIN_SHUTDOWN_GUEST_AGENT = 2, /**< guest agent (Since: 0.9.10) */
    VIR_DOMAIN_SHUTDOWN_INITCTL = 4, /**< init's control channel; containers (Since: 1.0.1) */
    VIR_DOMAIN_SHUTDOWN_SIGNAL = 8, /**< signal to init; containers (Since: 1.0.1) */
    VIR_DOMAIN_SHUTDOWN_PARAVIRT = 16, /**< paravirtual control channel; Xen (Since: 1.2.5) */
} virDomainShutdownFlagValues;

/** virDomainShutdownReason: reason of VIR_DOMAIN_SHUTDOWN */
typedef enum {
    VIR_DOMAIN_SHUTDOWN_UNKNOWN = 0, /**< no reason is known (Since: 0.9.2) */
    VIR_DOMAIN_SHUTDOWN_USER = 1, /**< by request (Since: 0.9.2) */
#ifdef VIR_ENUM_SENTINELS
    VIR_DOMAIN_SHUTDOWN_LAST = 2, /**< number of constants; grows (Since: 0.9.10) */
#endif
} virDomainShutdownReason;

/** virDomainShutoffReason: reason of VIR_DOMAIN_SHUTOFF */
typedef enum {
    VIR_DOMAIN_SHUTOFF_UNKNOWN = 0, /**< no reason is known (Since: 0.9.2) */
    VIR_DOMAIN_SHUTOFF_SHUTDOWN = 1, /**< the guest shut down (Since: 0.9.2) */
    VIR_DOMAIN_SHUTOFF_DESTROYED = 2, /**< killed by request (Since: 0.9.2) */
    VIR_DOMAIN_SHUTOFF_CRASHED = 3, /**< guest or hypervisor crashed (Since: 0.9.2) */
    VIR_DOMAIN_SHUTOFF_MIGRATED = 4, /**< left for another host (Since: 0.9.2) */
    VIR_DOMAIN_SHUTOFF_SAVED = 5, /**< saved to a file (Since: 0.9.2) */
    VIR_DOMAIN_SHUTOFF_FAILED = 6, /**< could not start (Since: 0.9.2) */
    VIR_DOMAIN_SHUTOFF_FROM_SNAPSHOT = 7, /**< reverted to a snapshot of a domain shut off
                                               (Since: 0.9.2) */
    VIR_DOMAIN_SHUTOFF_DAEMON = 8, /**< the daemon killed it when it reconnected (Since: 4.10.0) */
#ifdef VIR_ENUM_SENTINELS
    VIR_DOMAIN_SHUTOFF_LAST = 9, /**< number of constants; grows (Since: 0.9.10) */
#endif
} virDomainShutoffReason;

/** virDomainStatsTypes: groups of bulk statistics; 0 asks for all that are supported */
typedef enum {
    VIR_DOMAIN_STATS_STATE = (1 << 0), /**< state.* (Since: 1.2.8) */
    VIR_DOMAIN_STATS_CPU_TOTAL = (1 << 1), /**< cpu.* (Since: 1.2.9) */
    VIR_DOMAIN_STATS_BALLOON = (1 << 2), /**< balloon.* (Since: 1.2.9) */
    VIR_DOMAIN_STATS_VCPU = (1 << 3), /**< vcpu.* (Since: 1.2.9) */
    VIR_DOMAIN_STATS_INTERFACE = (1 << 4), /**< net.* (Since: 1.2.9) */
    VIR_DOMAIN_STATS_BLOCK = (1 << 5), /**< block.* (Since: 1.2.9) */
    VIR_DOMAIN_STATS_PERF = (1 << 6), /**< perf.* (Since: 1.3.3) */
    VIR_DOMAIN_STATS_IOTHREAD = (1 << 7), /**< iothread.* (Since: 4.10.0) */
    VIR_DOMAIN_STATS_MEMORY = (1 << 8), /**< memory.* (Since: 6.0.0) */
    VIR_DOMAIN_STATS_DIRTYRATE = (1 << 9), /**< dirtyrate.* (Since: 7.2.0) */
    VIR_DOMAIN_STATS_VM = (1 << 10), /**< vm.* (Since: 8.9.0) */
} virDomainStatsTypes;

/** virDomainSetTimeFlags: flags of virDomainSetTime() */
typedef enum {
    VIR_DOMAIN_TIME_SYNC = (1 << 0), /**< take the time from the guest's own hardware clock
                                          (Since: 1.2.5) */
} virDomainSetTimeFlags;

/** virDomainUndefineFlagsValues: flags of virDomainUndefineFlags() */
typedef enum {
    VIR_DOMAIN_UNDEFINE_MANAGED_SAVE = (1 << 0), /**< delete the managed save image too
                                                      (Since: 0.9.4) */
    VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA = (1 << 1), /**< forget the snapshots, keep their data
                                                            (Since: 0.9.5) */
    VIR_DOMAIN_UNDEFINE_NVRAM = (1 << 2), /**< delete the firmware variables (Since: 1.2.9) */
    VIR_DOMAIN_UNDEFINE_KEEP_NVRAM = (1 << 3), /**< keep the firmware variables (Since: 2.3.0) */
    VIR_DOMAIN_UNDEFINE_CHECKPOINTS_METADATA = (1 << 4), /**< forget the checkpoints, keep their
                                                              bitmaps (Since: 5.6.0) */
    VIR_DOMAIN_UNDEFINE_TPM = (1 << 5), /**< delete the TPM's state (Since: 8.9.0) */
    VIR_DOMAIN_UNDEFINE_KEEP_TPM = (1 << 6), /**< keep the TPM's state (Since: 8.9.0) */
} virDomainUndefineFlagsValues;

/** virDomainVcpuFlags: target of virDomainSetVcpusFlags() and virDomainGetVcpusFlags() */
typedef enum {
    VIR_DOMAIN_VCPU_MAXIMUM = (1 << 2), /**< the ceiling rather than the number online
                                             (Since: 0.8.5) */
    VIR_DOMAIN_VCPU_GUEST = (1 << 3), /**< on- and offline within the guest, through its agent
                                           (Since: 1.1.0) */
    VIR_DOMAIN_VCPU_HOTPLUGGABLE = (1 << 4), /**< vCPUs added in the stored configuration can be
                                                  unplugged (Since: 2.4.0) */
    VIR_DOMAIN_VCPU_ASYNC_UNPLUG = (1 << 5), /**< live only: do not wait for the guest to release
                                                  the vCPUs (Since: 12.4.0) */
    VIR_DOMAIN_VCPU_CONFIG = VIR_DOMAIN_AFFECT_CONFIG, /**< the stored configuration
                                                            (Since: 0.8.5) */
    VIR_DOMAIN_VCPU_CURRENT = VIR_DOMAIN_AFFECT_CURRENT, /**< live when running, else stored
                                                              (Since: 0.9.4) */
    VIR_DOMAIN_VCPU_LIVE = VIR_DOMAIN_AFFECT_LIVE, /**< the running instance (Since: 0.8.5) */
} virDomainVcpuFlags;

/** virDomainXMLFlags: flags of virDomainGetXMLDesc() */
typedef enum {
    VIR_DOMAIN_XML_SECURE = (1 << 0), /**< with passwords and other secrets; not on a read-only
                                           connection (Since: 0.3.3) */
    VIR_DOMAIN_XML_INACTIVE = (1 << 1), /**< the stored configuration of a running domain
                                             (Since: 0.3.3) */
    VIR_DOMAIN_XML_UPDATE_CPU = (1 << 2), /**< processor definition completed from the host
                                               (Since: 0.8.0) */
    VIR_DOMAIN_XML_MIGRATABLE = (1 << 3), /**< suitable for the destination of a migration
                                               (Since: 1.0.0) */
} virDomainXMLFlags;

/** virDomainSaveImageXMLFlags: flags of virDomainSaveImageGetXMLDesc() */
typedef enum {
    VIR_DOMAIN_SAVE_IMAGE_XML_SECURE = VIR_DOMAIN_XML_SECURE, /**< with passwords and other
                                                                   secrets (Since: 5.1.0) */
} virDomainSaveImageXMLFlags;

/** virDomainCoreDumpFlags: flags of virDomainCoreDump() and virDomainCoreDumpWithFormat() */
typedef enum {
    VIR_DUMP_CRASH = (1 << 0), /**< the domain crashes afterwards (Since: 0.7.5) */
    VIR_DUMP_LIVE = (1 << 1), /**< do not pause the domain meanwhile (Since: 0.7.5) */
    VIR_DUMP_BYPASS_CACHE = (1 << 2), /**< write past the page cache (Since: 0.9.4) */
    VIR_DUMP_RESET = (1 << 3), /**< reset the domain afterwards (Since: 0.9.7) */
    VIR_DUMP_MEMORY_ONLY = (1 << 4), /**< guest memory and registers only, for crash tools
                                          (Since: 0.9.13) */
} virDomainCoreDumpFlags;

/** virKeycodeSet: meaning of the key codes of virDomainSendKey() */
typedef enum {
    VIR_KEYCODE_SET_LINUX = 0, /**< Linux input codes (Since: 0.9.3) */
    VIR_KEYCODE_SET_XT = 1, /**< PC XT set (Since: 0.9.3) */
    VIR_KEYCODE_SET_ATSET1 = 2, /**< AT set 1 (Since: 0.9.3) */
    VIR_KEYCODE_SET_ATSET2 = 3, /**< AT set 2 (Since: 0.9.3) */
    VIR_KEYCODE_SET_ATSET3 = 4, /**< AT set 3 (Since: 0.9.3) */
    VIR_KEYCODE_SET_OSX = 5, /**< macOS (Since: 0.9.4) */
    VIR_KEYCODE_SET_XT_KBD = 6, /**< XT, as Linux keyboards send it (Since: 0.9.4) */
    VIR_KEYCODE_SET_USB = 7, /**< USB HID usages (Since: 0.9.4) */
    VIR_KEYCODE_SET_WIN32 = 8, /**< Windows virtual keys (Since: 0.9.4) */
    VIR_KEYCODE_SET_QNUM = 9, /**< QEMU's numbers: XT with extended keys above 128 (Since: 4.2.0) */
#ifdef VIR_ENUM_SENTINELS
    VIR_KEYCODE_SET_LAST = 10, /**< number of constants; grows (Since: 0.9.4) */
#endif
} virKeycodeSet;

/** virDomainMemoryFlags: address space of virDomainMemoryPeek() */
typedef enum {
    VIR_MEMORY_VIRTUAL = (1 << 0), /**< guest virtual addresses of the current vCPU
                                        (Since: 0.4.4) */
    VIR_MEMORY_PHYSICAL = (1 << 1), /**< guest physical addresses (Since: 0.7.0) */
} virDomainMemoryFlags;

/** virDomainMigrateFlags: flags of migration */
typedef enum {
    VIR_MIGRATE_LIVE = (1 << 0), /**< the domain runs during the transfer (Since: 0.3.2) */
    VIR_MIGRATE_PEER2PEER = (1 << 1), /**< the source's daemon connects to the destination's
                                           (Since: 0.7.2) */
    VIR_MIGRATE_TUNNELLED = (1 << 2), /**< memory goes through the daemons' connection; needs
                                           PEER2PEER (Since: 0.7.2) */
    VIR_MIGRATE_PERSIST_DEST = (1 << 3), /**< store the configuration on the destination
                                              (Since: 0.7.3) */
    VIR_MIGRATE_UNDEFINE_SOURCE = (1 << 4), /**< remove the configuration from the source
                                                 (Since: 0.7.3) */
    VIR_MIGRATE_PAUSED = (1 << 5), /**< stay paused on the destination (Since: 0.7.5) */
    VIR_MIGRATE_NON_SHARED_DISK = (1 << 6), /**< copy disks completely (Since: 0.8.2) */
    VIR_MIGRATE_NON_SHARED_INC = (1 << 7), /**< copy the top images only; the backing images
                                                exist there (Since: 0.8.2) */
    VIR_MIGRATE_CHANGE_PROTECTION = (1 << 8), /**< refuse configuration changes meanwhile
                                                   (Since: 0.9.4) */
    VIR_MIGRATE_UNSAFE = (1 << 9), /**< skip the check for safe disk caching (Since: 0.9.11) */
    VIR_MIGRATE_OFFLINE = (1 << 10), /**< move the stored configuration only (Since: 1.0.1) */
    VIR_MIGRATE_COMPRESSED = (1 << 11), /**< compress memory (Since: 1.0.3) */
    VIR_MIGRATE_ABORT_ON_ERROR = (1 << 12), /**< give up on an I/O error instead of waiting
                                                 (Since: 1.1.0) */
    VIR_MIGRATE_AUTO_CONVERGE = (1 << 13), /**< throttle vCPUs which dirty too much
                                                (Since: 1.2.3) */
    VIR_MIGRATE_RDMA_PIN_ALL = (1 << 14), /**< pin all memory at once; RDMA (Since: 1.2.9) */
    VIR_MIGRATE_POSTCOPY = (1 << 15), /**< allow virDomainMigrateStartPostCopy() (Since: 1.3.3) */
    VIR_MIGRATE_TLS = (1 << 16), /**< encrypt the hypervisors' connections (Since: 3.2.0) */
    VIR_MIGRATE_PARALLEL = (1 << 17), /**< several connections for memory (Since: 5.2.0) */
    VIR_MIGRATE_NON_SHARED_SYNCHRONOUS_WRITES = (1 << 18), /**< guest writes finish when both
                                                                sides have them (Since: 8.0.0) */
    VIR_MIGRATE_POSTCOPY_RESUME = (1 << 19), /**< recover a broken post-copy migration
                                                  (Since: 8.5.0) */
    VIR_MIGRATE_ZEROCOPY = (1 << 20), /**< send without copying; needs PARALLEL (Since: 8.5.0) */
} virDomainMigrateFlags;

/** virVcpuState: state of a vCPU */
typedef enum {
    VIR_VCPU_OFFLINE = 0, /**< not plugged or not online (Since: 0.1.4) */
    VIR_VCPU_RUNNING = 1, /**< runs or may run (Since: 0.1.4) */
    VIR_VCPU_BLOCKED = 2, /**< waits for a resource (Since: 0.1.4) */
#ifdef VIR_ENUM_SENTINELS
    VIR_VCPU_LAST = 3, /**< number of constants; grows (Since: 0.9.10) */
#endif
} virVcpuState;

/** virVcpuHostCpuState: host processor of a vCPU when there is no number */
typedef enum {
    VIR_VCPU_INFO_CPU_UNAVAILABLE = -2, /**< the driver cannot tell (Since: 6.10.0) */
    VIR_VCPU_INFO_CPU_OFFLINE = -1, /**< it is offline (Since: 6.10.0) */
} virVcpuHostCpuState;

/** virDomainBlockJobCursor: position of a block job; only its relation to the end has a meaning */
typedef unsigned long long virDomainBlockJobCursor;

/** _virBlkioParameter: the same structure under its former tag */
#define _virBlkioParameter _virTypedParameter
/*
 * Structures
 */

/** virBlkioParameter: former name of virTypedParameter, for I/O tuning */
typedef struct _virBlkioParameter virBlkioParameter;
/** virBlkioParameterPtr: pointer to a virBlkioParameter */
typedef virBlkioParameter *virBlkioParameterPtr;

/** virDomainBlockInfo: sizes of a disk (virDomainGetBlockInfo()) */
typedef struct _virDomainBlockInfo virDomainBlockInfo;
struct _virDomainBlockInfo {
    unsigned long long capacity; /**< size the guest sees, bytes */
    unsigned long long allocation; /**< occupied in the image or on the host, bytes */
    unsigned long long physical; /**< size of the container on the host, bytes */
};

/** virDomainBlockInfoPtr: pointer to a virDomainBlockInfo */
typedef virDomainBlockInfo *virDomainBlockInfoPtr;

/** virDomainBlockJobInfo: a running block job (virDomainGetBlockJobInfo()) */
typedef struct _virDomainBlockJobInfo virDomainBlockJobInfo;
struct _virDomainBlockJobInfo {
    int type; /**< a virDomainBlockJobType */
    unsigned long bandwidth; /**< limit, MiB/s or, if asked for, bytes/s; 0 is unlimited */
    virDomainBlockJobCursor cur; /**< position; equals end when all is copied */
    virDomainBlockJobCursor end; /**< position at the end, may move */
};

/** virDomainBlockJobInfoPtr: pointer to a virDomainBlockJobInfo */
typedef virDomainBlockJobInfo *virDomainBlockJobInfoPtr;

/**
 * virDomainBlockStatsStruct: I/O counters of a disk since the domain started; -1 stands for not
 * supported
 */
typedef struct _virDomainBlockStats virDomainBlockStatsStruct;
struct _virDomainBlockStats {
    long long rd_req; /**< reads, count */
    long long rd_bytes; /**< read, bytes */
    long long wr_req; /**< writes, count */
    long long wr_bytes; /**< written, bytes */
    long long errs; /**< failed requests, count; Xen only */
};

/** virDomainBlockStatsPtr: pointer to a virDomainBlockStatsStruct */
typedef virDomainBlockStatsStruct *virDomainBlockStatsPtr;

/**
 * virDomainControlInfo: whether the hypervisor instance accepts commands
 * (virDomainGetControlInfo())
 */
typedef struct _virDomainControlInfo virDomainControlInfo;
struct _virDomainControlInfo {
    unsigned int state; /**< a virDomainControlState */
    unsigned int details; /**< a virDomainControlErrorReason when state is an error */
    unsigned long long stateTime; /**< since the state was entered, milliseconds */
};

/** virDomainControlInfoPtr: pointer to a virDomainControlInfo */
typedef virDomainControlInfo *virDomainControlInfoPtr;

/** virDomainDiskError: a disk in error (virDomainGetDiskErrors()) */
typedef struct _virDomainDiskError virDomainDiskError;
struct _virDomainDiskError {
    char *disk; /**< target such as "vda"; the caller frees it with free() */
    int error; /**< a virDomainDiskErrorCode */
};

/** virDomainDiskErrorPtr: pointer to a virDomainDiskError */
typedef virDomainDiskError *virDomainDiskErrorPtr;

/** virDomainEventGraphicsAddress: one end of a graphics client's connection */
typedef struct _virDomainEventGraphicsAddress virDomainEventGraphicsAddress;
struct _virDomainEventGraphicsAddress {
    int family; /**< a virDomainEventGraphicsAddressType */
    char *node; /**< host address, or path of a UNIX socket */
    char *service; /**< port */
};

/** virDomainEventGraphicsAddressPtr: pointer to a virDomainEventGraphicsAddress */
typedef virDomainEventGraphicsAddress *virDomainEventGraphicsAddressPtr;

/** virDomainEventGraphicsSubjectIdentity: one name of a graphics client */
typedef struct _virDomainEventGraphicsSubjectIdentity virDomainEventGraphicsSubjectIdentity;
struct _virDomainEventGraphicsSubjectIdentity {
    char *type; /**< kind of the name, such as "x509dname" or "saslUsername" */
    char *name; /**< the name */
};

/** virDomainEventGraphicsSubjectIdentityPtr: pointer to a virDomainEventGraphicsSubjectIdentity */
typedef virDomainEventGraphicsSubjectIdentity *virDomainEventGraphicsSubjectIdentityPtr;

/** virDomainEventGraphicsSubject: what is known about a graphics client */
typedef struct _virDomainEventGraphicsSubject virDomainEventGraphicsSubject;
struct _virDomainEventGraphicsSubject {
    int nidentity; /**< entries of identities */
    virDomainEventGraphicsSubjectIdentityPtr identities; /**< its names */
};

/** virDomainEventGraphicsSubjectPtr: pointer to a virDomainEventGraphicsSubject */
typedef virDomainEventGraphicsSubject *virDomainEventGraphicsSubjectPtr;

/**
 * virDomainFSInfo: a mounted filesystem (virDomainGetFSInfo()), released with
 * virDomainFSInfoFree()
 */
typedef struct _virDomainFSInfo virDomainFSInfo;
struct _virDomainFSInfo {
    char *mountpoint; /**< where it is mounted in the guest */
    char *name; /**< device name in the guest */
    char *fstype; /**< type such as "xfs" */
    size_t ndevAlias; /**< entries of devAlias */
    char **devAlias; /**< targets of the disks which hold it, such as "vda" */
};

/** virDomainFSInfoPtr: pointer to a virDomainFSInfo */
typedef virDomainFSInfo *virDomainFSInfoPtr;

/**
 * virDomainIOThreadInfo: an I/O thread (virDomainGetIOThreadInfo()), released with
 * virDomainIOThreadInfoFree()
 */
typedef struct _virDomainIOThreadInfo virDomainIOThreadInfo;
struct _virDomainIOThreadInfo {
    unsigned int iothread_id; /**< its identifier, from 1 */
    unsigned char *cpumap; /**< host processors it may use, bit 0 of byte 0 is processor 0 */
    int cpumaplen; /**< bytes of cpumap */
};

/** virDomainIOThreadInfoPtr: pointer to a virDomainIOThreadInfo */
typedef virDomainIOThreadInfo *virDomainIOThreadInfoPtr;

/** virDomainIPAddress: an address of a virDomainInterface */
typedef struct _virDomainInterfaceIPAddress virDomainIPAddress;
struct _virDomainInterfaceIPAddress {
    int type; /**< a virIPAddrType */
    char *addr; /**< the address as text */
    unsigned int prefix; /**< length of the network prefix, bits */
};

/** virDomainIPAddressPtr: pointer to a virDomainIPAddress */
typedef virDomainIPAddress *virDomainIPAddressPtr;

/** virDomainInfo: basic facts about a domain (virDomainGetInfo()) */
typedef struct _virDomainInfo virDomainInfo;
struct _virDomainInfo {
    unsigned char state; /**< a virDomainState */
    unsigned long maxMem; /**< ceiling of memory, KiB */
    unsigned long memory; /**< memory in use, KiB */
    unsigned short nrVirtCpu; /**< vCPUs online */
    unsigned long long cpuTime; /**< processor time, ns */
};

/** virDomainInfoPtr: pointer to a virDomainInfo */
typedef virDomainInfo *virDomainInfoPtr;

/**
 * virDomainInterface: a network interface with its addresses, released with
 * virDomainInterfaceFree()
 */
typedef struct _virDomainInterface virDomainInterface;
struct _virDomainInterface {
    char *name; /**< in the guest (agent) or on the host (leases, neighbour table) */
    char *hwaddr; /**< MAC address, may be NULL */
    unsigned int naddrs; /**< entries of addrs */
    virDomainIPAddressPtr addrs; /**< its addresses */
};

/** virDomainInterfacePtr: pointer to a virDomainInterface */
typedef virDomainInterface *virDomainInterfacePtr;

/** virDomainInterfaceStatsStruct: counters of a network interface; -1 stands for not supported */
typedef struct _virDomainInterfaceStats virDomainInterfaceStatsStruct;
struct _virDomainInterfaceStats {
    long long rx_bytes; /**< received by the guest, bytes */
    long long rx_packets; /**< received by the guest, packets */
    long long rx_errs; /**< receive errors, count */
    long long rx_drop; /**< incoming packets dropped, count */
    long long tx_bytes; /**< sent by the guest, bytes */
    long long tx_packets; /**< sent by the guest, packets */
    long long tx_errs; /**< send errors, count */
    long long tx_drop; /**< outgoing packets dropped, count */
};

/** virDomainInterfaceStatsPtr: pointer to a virDomainInterfaceStatsStruct */
typedef virDomainInterfaceStatsStruct *virDomainInterfaceStatsPtr;

/** virDomainJobInfo: progress of a job (virDomainGetJobInfo()); a field not known is 0 */
typedef struct _virDomainJobInfo virDomainJobInfo;
struct _virDomainJobInfo {
    int type; /**< a virDomainJobType */
    unsigned long long timeElapsed; /**< since the job began, milliseconds */
    unsigned long long timeRemaining; /**< estimate for a bounded job, milliseconds */
    unsigned long long dataTotal; /**< memory and disks the job covers, bytes */
    unsigned long long dataProcessed; /**< of these, transferred, bytes */
    unsigned long long dataRemaining; /**< of these, left, bytes */
    unsigned long long memTotal; /**< memory the job covers, bytes */
    unsigned long long memProcessed; /**< of this, transferred, bytes */
    unsigned long long memRemaining; /**< of this, left, bytes */
    unsigned long long fileTotal; /**< disk data the job covers, bytes */
    unsigned long long fileProcessed; /**< of this, transferred, bytes */
    unsigned long long fileRemaining; /**< of this, left, bytes */
};

/** virDomainJobInfoPtr: pointer to a virDomainJobInfo */
typedef virDomainJobInfo *virDomainJobInfoPtr;

/** virDomainMemoryStatStruct: a memory statistic (virDomainMemoryStats()) */
typedef struct _virDomainMemoryStat virDomainMemoryStatStruct;
struct _virDomainMemoryStat {
    int tag; /**< a virDomainMemoryStatTags */
    unsigned long long val; /**< the value; its unit depends on the tag */
};

/** virDomainMemoryStatPtr: pointer to a virDomainMemoryStatStruct */
typedef virDomainMemoryStatStruct *virDomainMemoryStatPtr;

/** virDomainStatsRecord: statistics of one domain, released with virDomainStatsRecordListFree() */
typedef struct _virDomainStatsRecord virDomainStatsRecord;
struct _virDomainStatsRecord {
    virDomainPtr dom; /**< the domain; the record holds the reference */
    virTypedParameterPtr params; /**< values by name */
    int nparams; /**< entries of params */
};

/** virDomainStatsRecordPtr: pointer to a virDomainStatsRecord */
typedef virDomainStatsRecord *virDomainStatsRecordPtr;

/** _virMemoryParameter: the same structure under its former tag */
#define _virMemoryParameter _virTypedParameter
/** virMemoryParameter: former name of virTypedParameter, for memory tuning */
typedef struct _virMemoryParameter virMemoryParameter;
/** virMemoryParameterPtr: pointer to a virMemoryParameter */
typedef virMemoryParameter *virMemoryParameterPtr;

/** _virSchedParameter: the same structure under its former tag */
#define _virSchedParameter _virTypedParameter
/** virSchedParameter: former name of virTypedParameter, for the scheduler */
typedef struct _virSchedParameter virSchedParameter;
/** virSchedParameterPtr: pointer to a virSchedParameter */
typedef virSchedParameter *virSchedParameterPtr;

/** virVcpuInfo: a vCPU (virDomainGetVcpus()) */
typedef struct _virVcpuInfo virVcpuInfo;
struct _virVcpuInfo {
    unsigned int number; /**< of the vCPU, from 0 */
    int state; /**< a virVcpuState */
    unsigned long long cpuTime; /**< processor time, ns */
    int cpu; /**< host processor it runs on, or a virVcpuHostCpuState */
};

/** virVcpuInfoPtr: pointer to a virVcpuInfo */
typedef virVcpuInfo *virVcpuInfoPtr;

/*
 * Event callbacks
 *
 * Called on the thread that runs the event loop, one event at a time. Every pointer but opaque
 * is valid during the call only: keep a domain with virDomainRef() and copy strings. The
 * callback may call any function of this library.
 */

/**
 * virConnectDomainEventAgentLifecycleCallback:
 * @conn: connection the callback was registered on
 * @dom: domain the event is about
 * @state: a virConnectDomainEventAgentLifecycleState
 * @reason: a virConnectDomainEventAgentLifecycleReason
 * @opaque: the caller's pointer from the registration
 *
 * The guest agent appeared on its channel or left it. For VIR_DOMAIN_EVENT_ID_AGENT_LIFECYCLE.
 *
 * Since: 1.2.11
 */
typedef void (*virConnectDomainEventAgentLifecycleCallback)(virConnectPtr conn,
                                                            virDomainPtr dom,
                                                            int state,
                                                            int reason,
                                                            void *opaque);

/**
 * virConnectDomainEventBalloonChangeCallback:
 * @conn: connection the callback was registered on
 * @dom: domain the event is about
 * @actual: new value, KiB
 * @opaque: the caller's pointer from the registration
 *
 * The guest's balloon reached a new size. For VIR_DOMAIN_EVENT_ID_BALLOON_CHANGE.
 *
 * Since: 0.10.0
 */
typedef void (*virConnectDomainEventBalloonChangeCallback)(virConnectPtr conn,
                                                           virDomainPtr dom,
                                                           unsigned long long actual,
                                                           void *opaque);

/**
 * virConnectDomainEventBlockJobCallback:
 * @conn: connection the callback was registered on
 * @dom: domain the event is about
 * @disk: the disk: its source path, which a finished job may change
 *     (VIR_DOMAIN_EVENT_ID_BLOCK_JOB), or its target such as "vda"
 *     (VIR_DOMAIN_EVENT_ID_BLOCK_JOB_2)
 * @type: a virDomainBlockJobType
 * @status: a virConnectDomainEventBlockJobStatus
 * @opaque: the caller's pointer from the registration
 *
 * A block job ended or became ready. For VIR_DOMAIN_EVENT_ID_BLOCK_JOB and
 * VIR_DOMAIN_EVENT_ID_BLOCK_JOB_2.
 *
 * Since: 0.9.4
 */
typedef void (*virConnectDomainEventBlockJobCallback)(virConnectPtr conn,
                                                      virDomainPtr dom,
                                                      const char *disk,
                                                      int type,
                                                      int status,
                                                      void *opaque);

/**
 * virConnectDomainEventBlockThresholdCallback:
 * @conn: connection the callback was registered on
 * @dom: domain the event is about
 * @dev: target of the disk, "vda", or "vda[2]" for an image of its backing chain
 * @path: local source of that image, or NULL
 * @threshold: the offset that was armed, bytes
 * @excess: how far the write went beyond it, bytes
 * @opaque: the caller's pointer from the registration
 *
 * A write passed the threshold armed with virDomainSetBlockThreshold(), which is disarmed now.
 * For VIR_DOMAIN_EVENT_ID_BLOCK_THRESHOLD.
 *
 * Since: 3.2.0
 */
typedef void (*virConnectDomainEventBlockThresholdCallback)(virConnectPtr conn,
                                                            virDomainPtr dom,
                                                            const char *dev,
                                                            const char *path,
                                                            unsigned long long threshold,
                                                            unsigned long long excess,
                                                            void *opaque);

/**
 * virConnectDomainEventCallback:
 * @conn: connection the callback was registered on
 * @dom: domain the event is about
 * @event: a virDomainEventType
 * @detail: why; the enum depends on the event
 * @opaque: the caller's pointer from the registration
 *
 * The domain's lifecycle went on. For virConnectDomainEventRegister() and, cast, for
 * VIR_DOMAIN_EVENT_ID_LIFECYCLE.
 *
 * Returns 0; the value is ignored.
 *
 * Since: 0.5.0
 */
typedef int (*virConnectDomainEventCallback)(virConnectPtr conn,
                                             virDomainPtr dom,
                                             int event,
                                             int detail,
                                             void *opaque);

/**
 * virConnectDomainEventChannelLifecycleCallback:
 * @conn: connection the callback was registered on
 * @dom: domain the event is about
 * @channelName: name of the channel's target in the domain XML
 * @state: a virConnectDomainEventChannelLifecycleState
 * @reason: a virConnectDomainEventChannelLifecycleReason
 * @opaque: the caller's pointer from the registration
 *
 * The guest opened or closed a virtio channel, the guest agent's included. For
 * VIR_DOMAIN_EVENT_ID_CHANNEL_LIFECYCLE.
 *
 * Since: 12.4.0
 */
typedef void (*virConnectDomainEventChannelLifecycleCallback)(virConnectPtr conn,
                                                              virDomainPtr dom,
                                                              const char *channelName,
                                                              int state,
                                                              int reason,
                                                              void *opaque);

/**
 * virConnectDomainEventDeviceAddedCallback:
 * @conn: connection the callback was registered on
 * @dom: domain the event is about
 * @devAlias: alias of the device
 * @opaque: the caller's pointer from the registration
 *
 * A device was plugged. For VIR_DOMAIN_EVENT_ID_DEVICE_ADDED.
 *
 * Since: 1.2.15
 */
typedef void (*virConnectDomainEventDeviceAddedCallback)(virConnectPtr conn,
                                                         virDomainPtr dom,
                                                         const char *devAlias,
                                                         void *opaque);

/**
 * virConnectDomainEventDeviceRemovalFailedCallback:
 * @conn: connection the callback was registered on
 * @dom: domain the event is about
 * @devAlias: alias of the device
 * @opaque: the caller's pointer from the registration
 *
 * The guest refused to release a device whose removal was requested. For
 * VIR_DOMAIN_EVENT_ID_DEVICE_REMOVAL_FAILED.
 *
 * Since: 1.3.4
 */
typedef void (*virConnectDomainEventDeviceRemovalFailedCallback)(virConnectPtr conn,
                                                                 virDomainPtr dom,
                                                                 const char *devAlias,
                                                                 void *opaque);

/**
 * virConnectDomainEventDeviceRemovedCallback:
 * @conn: connection the callback was registered on
 * @dom: domain the event is about
 * @devAlias: alias of the device
 * @opaque: the caller's pointer from the registration
 *
 * A device is gone, at the latest a while after its removal was requested. For
 * VIR_DOMAIN_EVENT_ID_DEVICE_REMOVED.
 *
 * Since: 1.1.1
 */
typedef void (*virConnectDomainEventDeviceRemovedCallback)(virConnectPtr conn,
                                                           virDomainPtr dom,
                                                           const char *devAlias,
                                                           void *opaque);

/**
 * virConnectDomainEventDiskChangeCallback:
 * @conn: connection the callback was registered on
 * @dom: domain the event is about
 * @oldSrcPath: source before, or NULL
 * @newSrcPath: source now, or NULL when there is none
 * @devAlias: alias of the disk
 * @reason: a virConnectDomainEventDiskChangeReason
 * @opaque: the caller's pointer from the registration
 *
 * A disk's source was changed by the start-up policy. For VIR_DOMAIN_EVENT_ID_DISK_CHANGE.
 *
 * Since: 0.9.7
 */
typedef void (*virConnectDomainEventDiskChangeCallback)(virConnectPtr conn,
                                                        virDomainPtr dom,
                                                        const char *oldSrcPath,
                                                        const char *newSrcPath,
                                                        const char *devAlias,
                                                        int reason,
                                                        void *opaque);

/**
 * virConnectDomainEventGenericCallback:
 * @conn: connection the callback was registered on
 * @dom: domain the event is about
 * @opaque: the caller's pointer from the registration
 *
 * Any callback, cast with VIR_DOMAIN_EVENT_CALLBACK(); its own type for
 * VIR_DOMAIN_EVENT_ID_REBOOT (the guest rebooted) and VIR_DOMAIN_EVENT_ID_CONTROL_ERROR (the
 * hypervisor can no longer be commanded).
 *
 * Since: 0.8.0
 */
typedef void (*virConnectDomainEventGenericCallback)(virConnectPtr conn,
                                                     virDomainPtr dom,
                                                     void *opaque);

/**
 * virConnectDomainEventGraphicsCallback:
 * @conn: connection the callback was registered on
 * @dom: domain the event is about
 * @phase: a virDomainEventGraphicsPhase
 * @local: the server's end of the connection
 * @remote: the client's end of the connection
 * @authScheme: how the client authenticated
 * @subject: who the client is; empty unless the scheme tells
 * @opaque: the caller's pointer from the registration
 *
 * A graphics client came or went. For VIR_DOMAIN_EVENT_ID_GRAPHICS.
 *
 * Since: 0.8.0
 */
typedef void (*virConnectDomainEventGraphicsCallback)(virConnectPtr conn,
                                                      virDomainPtr dom,
                                                      int phase,
                                                      const virDomainEventGraphicsAddress *local,
                                                      const virDomainEventGraphicsAddress *remote,
                                                      const char *authScheme,
                                                      const virDomainEventGraphicsSubject *subject,
                                                      void *opaque);

/**
 * virConnectDomainEventIOErrorCallback:
 * @conn: connection the callback was registered on
 * @dom: domain the event is about
 * @srcPath: source of the disk, empty when it has none
 * @devAlias: alias of the disk
 * @action: a virDomainEventIOErrorAction
 * @opaque: the caller's pointer from the registration
 *
 * A guest request met an I/O error on the host. For VIR_DOMAIN_EVENT_ID_IO_ERROR.
 *
 * Since: 0.8.0
 */
typedef void (*virConnectDomainEventIOErrorCallback)(virConnectPtr conn,
                                                     virDomainPtr dom,
                                                     const char *srcPath,
                                                     const char *devAlias,
                                                     int action,
                                                     void *opaque);

/**
 * virConnectDomainEventIOErrorReasonCallback:
 * @conn: connection the callback was registered on
 * @dom: domain the event is about
 * @srcPath: source of the disk, empty when it has none
 * @devAlias: alias of the disk
 * @action: a virDomainEventIOErrorAction
 * @reason: cause, such as "enospc"; empty when not known
 * @opaque: the caller's pointer from the registration
 *
 * A guest request met an I/O error on the host. For VIR_DOMAIN_EVENT_ID_IO_ERROR_REASON.
 *
 * Since: 0.8.1
 */
typedef void (*virConnectDomainEventIOErrorReasonCallback)(virConnectPtr conn,
                                                           virDomainPtr dom,
                                                           const char *srcPath,
                                                           const char *devAlias,
                                                           int action,
                                                           const char *reason,
                                                           void *opaque);

/**
 * virConnectDomainEventJobCompletedCallback:
 * @conn: connection the callback was registered on
 * @dom: domain the event is about
 * @params: statistics, names as in virDomainGetJobStats(); not to be freed or changed
 * @nparams: entries of params
 * @opaque: the caller's pointer from the registration
 *
 * A job ended, on whichever side of a migration. For VIR_DOMAIN_EVENT_ID_JOB_COMPLETED.
 *
 * Since: 1.3.3
 */
typedef void (*virConnectDomainEventJobCompletedCallback)(virConnectPtr conn,
                                                          virDomainPtr dom,
                                                          virTypedParameterPtr params,
                                                          int nparams,
                                                          void *opaque);

/**
 * virConnectDomainEventMemoryDeviceSizeChangeCallback:
 * @conn: connection the callback was registered on
 * @dom: domain the event is about
 * @alias: alias of the memory device
 * @size: new size, KiB
 * @opaque: the caller's pointer from the registration
 *
 * The guest changed how much of a virtio-mem device it uses. For
 * VIR_DOMAIN_EVENT_ID_MEMORY_DEVICE_SIZE_CHANGE.
 *
 * Since: 7.9.0
 */
typedef void (*virConnectDomainEventMemoryDeviceSizeChangeCallback)(virConnectPtr conn,
                                                                    virDomainPtr dom,
                                                                    const char *alias,
                                                                    unsigned long long size,
                                                                    void *opaque);

/**
 * virConnectDomainEventMemoryFailureCallback:
 * @conn: connection the callback was registered on
 * @dom: domain the event is about
 * @recipient: a virDomainMemoryFailureRecipientType
 * @action: a virDomainMemoryFailureActionType
 * @flags: of virDomainMemoryFailureFlags
 * @opaque: the caller's pointer from the registration
 *
 * The host reported a hardware memory error which hits the domain. For
 * VIR_DOMAIN_EVENT_ID_MEMORY_FAILURE.
 *
 * Since: 6.9.0
 */
typedef void (*virConnectDomainEventMemoryFailureCallback)(virConnectPtr conn,
                                                           virDomainPtr dom,
                                                           int recipient,
                                                           int action,
                                                           unsigned int flags,
                                                           void *opaque);

/**
 * virConnectDomainEventMetadataChangeCallback:
 * @conn: connection the callback was registered on
 * @dom: domain the event is about
 * @type: a virDomainMetadataType
 * @nsuri: namespace of the element, NULL for title and description
 * @opaque: the caller's pointer from the registration
 *
 * virDomainSetMetadata() changed something. For VIR_DOMAIN_EVENT_ID_METADATA_CHANGE.
 *
 * Since: 3.0.0
 */
typedef void (*virConnectDomainEventMetadataChangeCallback)(virConnectPtr conn,
                                                            virDomainPtr dom,
                                                            int type,
                                                            const char *nsuri,
                                                            void *opaque);

/**
 * virConnectDomainEventMigrationIterationCallback:
 * @conn: connection the callback was registered on
 * @dom: domain the event is about
 * @iteration: number of the pass, from 1
 * @opaque: the caller's pointer from the registration
 *
 * A migration began another pass over the memory. For VIR_DOMAIN_EVENT_ID_MIGRATION_ITERATION.
 *
 * Since: 1.3.2
 */
typedef void (*virConnectDomainEventMigrationIterationCallback)(virConnectPtr conn,
                                                                virDomainPtr dom,
                                                                int iteration,
                                                                void *opaque);

/**
 * virConnectDomainEventNICMACChangeCallback:
 * @conn: connection the callback was registered on
 * @dom: domain the event is about
 * @alias: alias of the network interface
 * @oldMAC: MAC address before, as text
 * @newMAC: MAC address now, as text
 * @opaque: the caller's pointer from the registration
 *
 * The guest changed the MAC address of an interface. For VIR_DOMAIN_EVENT_ID_NIC_MAC_CHANGE.
 *
 * Since: 11.2.0
 */
typedef void (*virConnectDomainEventNICMACChangeCallback)(virConnectPtr conn,
                                                          virDomainPtr dom,
                                                          const char *alias,
                                                          const char *oldMAC,
                                                          const char *newMAC,
                                                          void *opaque);

/**
 * virConnectDomainEventPMSuspendCallback:
 * @conn: connection the callback was registered on
 * @dom: domain the event is about
 * @reason: always 0
 * @opaque: the caller's pointer from the registration
 *
 * The guest suspended itself to memory. For VIR_DOMAIN_EVENT_ID_PMSUSPEND.
 *
 * Since: 0.9.11
 */
typedef void (*virConnectDomainEventPMSuspendCallback)(virConnectPtr conn,
                                                       virDomainPtr dom,
                                                       int reason,
                                                       void *opaque);

/**
 * virConnectDomainEventPMSuspendDiskCallback:
 * @conn: connection the callback was registered on
 * @dom: domain the event is about
 * @reason: always 0
 * @opaque: the caller's pointer from the registration
 *
 * The guest suspended itself to disk. For VIR_DOMAIN_EVENT_ID_PMSUSPEND_DISK.
 *
 * Since: 1.0.0
 */
typedef void (*virConnectDomainEventPMSuspendDiskCallback)(virConnectPtr conn,
                                                           virDomainPtr dom,
                                                           int reason,
                                                           void *opaque);

/**
 * virConnectDomainEventPMWakeupCallback:
 * @conn: connection the callback was registered on
 * @dom: domain the event is about
 * @reason: always 0
 * @opaque: the caller's pointer from the registration
 *
 * The guest woke from a suspension. For VIR_DOMAIN_EVENT_ID_PMWAKEUP.
 *
 * Since: 0.9.11
 */
typedef void (*virConnectDomainEventPMWakeupCallback)(virConnectPtr conn,
                                                      virDomainPtr dom,
                                                      int reason,
                                                      void *opaque);

/**
 * virConnectDomainEventRTCChangeCallback:
 * @conn: connection the callback was registered on
 * @dom: domain the event is about
 * @utcoffset: distance of the guest's clock to UTC, seconds
 * @opaque: the caller's pointer from the registration
 *
 * The guest set its hardware clock. For VIR_DOMAIN_EVENT_ID_RTC_CHANGE.
 *
 * Since: 0.8.0
 */
typedef void (*virConnectDomainEventRTCChangeCallback)(virConnectPtr conn,
                                                       virDomainPtr dom,
                                                       long long utcoffset,
                                                       void *opaque);

/**
 * virConnectDomainEventTrayChangeCallback:
 * @conn: connection the callback was registered on
 * @dom: domain the event is about
 * @devAlias: alias of the drive
 * @reason: a virDomainEventTrayChangeReason
 * @opaque: the caller's pointer from the registration
 *
 * A drive's tray moved. For VIR_DOMAIN_EVENT_ID_TRAY_CHANGE.
 *
 * Since: 0.9.11
 */
typedef void (*virConnectDomainEventTrayChangeCallback)(virConnectPtr conn,
                                                        virDomainPtr dom,
                                                        const char *devAlias,
                                                        int reason,
                                                        void *opaque);

/**
 * virConnectDomainEventTunableCallback:
 * @conn: connection the callback was registered on
 * @dom: domain the event is about
 * @params: what changed, by the VIR_DOMAIN_TUNABLE_* names; not to be freed or changed
 * @nparams: entries of params
 * @opaque: the caller's pointer from the registration
 *
 * A tunable of the domain changed. For VIR_DOMAIN_EVENT_ID_TUNABLE.
 *
 * Since: 1.2.9
 */
typedef void (*virConnectDomainEventTunableCallback)(virConnectPtr conn,
                                                     virDomainPtr dom,
                                                     virTypedParameterPtr params,
                                                     int nparams,
                                                     void *opaque);

/**
 * virConnectDomainEventVcpuRemovedCallback:
 * @conn: connection the callback was registered on
 * @dom: domain the event is about
 * @vcpuid: the vCPU, as numbered in the domain XML
 * @opaque: the caller's pointer from the registration
 *
 * The guest released a vCPU whose removal was requested. For VIR_DOMAIN_EVENT_ID_VCPU_REMOVED.
 *
 * Since: 12.4.0
 */
typedef void (*virConnectDomainEventVcpuRemovedCallback)(virConnectPtr conn,
                                                         virDomainPtr dom,
                                                         unsigned int vcpuid,
                                                         void *opaque);

/**
 * virConnectDomainEventWatchdogCallback:
 * @conn: connection the callback was registered on
 * @dom: domain the event is about
 * @action: a virDomainEventWatchdogAction
 * @opaque: the caller's pointer from the registration
 *
 * The guest's watchdog expired. For VIR_DOMAIN_EVENT_ID_WATCHDOG.
 *
 * Since: 0.8.0
 */
typedef void (*virConnectDomainEventWatchdogCallback)(virConnectPtr conn,
                                                      virDomainPtr dom,
                                                      int action,
                                                      void *opaque);

/*
 * Helpers
 */

/**
 * VIR_COPY_CPUMAP:
 * @cpumaps: maps of several vCPUs, one after the other
 * @maplen: bytes of one map
 * @vcpu: which vCPU's map, from 0
 * @cpumap: destination of maplen bytes
 *
 * Copies one vCPU's map; needs string.h.
 */
#define VIR_COPY_CPUMAP(cpumaps, maplen, vcpu, cpumap) \
    memcpy((cpumap), VIR_GET_CPUMAP((cpumaps), (maplen), (vcpu)), (maplen))

/**
 * VIR_CPU_MAPLEN:
 * @cpu: number of processors
 *
 * Bytes a map of that many processors needs.
 */
#define VIR_CPU_MAPLEN(cpu) \
    (((cpu) + 7) / 8)

/**
 * VIR_CPU_USABLE:
 * @cpumaps: maps of several vCPUs, one after the other
 * @maplen: bytes of one map
 * @vcpu: which vCPU's map, from 0
 * @cpu: host processor
 *
 * Not 0 when the vCPU may run on the processor. No bounds check.
 */
#define VIR_CPU_USABLE(cpumaps, maplen, vcpu, cpu) \
    VIR_CPU_USED(VIR_GET_CPUMAP((cpumaps), (maplen), (vcpu)), (cpu))

/**
 * VIR_CPU_USED:
 * @cpumap: a map
 * @cpu: host processor
 *
 * Not 0 when the processor's bit is set. No bounds check.
 */
#define VIR_CPU_USED(cpumap, cpu) \
    ((cpumap)[(cpu) / 8] & (1 << ((cpu) % 8)))

/**
 * VIR_DOMAIN_EVENT_CALLBACK:
 * @cb: a callback of any type named by virDomainEventID
 *
 * Casts it to what virConnectDomainEventRegisterAny() takes.
 */
#define VIR_DOMAIN_EVENT_CALLBACK(cb) \
    ((virConnectDomainEventGenericCallback)(cb))

/**
 * VIR_GET_CPUMAP:
 * @cpumaps: maps of several vCPUs, one after the other
 * @maplen: bytes of one map
 * @vcpu: which vCPU's map, from 0
 *
 * Address of one vCPU's map.
 */
#define VIR_GET_CPUMAP(cpumaps, maplen, vcpu) \
    (&(cpumaps)[(vcpu) * (maplen)])

/**
 * VIR_UNUSE_CPU:
 * @cpumap: a map
 * @cpu: host processor
 *
 * Clears the processor's bit. No bounds check.
 */
#define VIR_UNUSE_CPU(cpumap, cpu) \
    ((cpumap)[(cpu) / 8] &= ~(1 << ((cpu) % 8)))

/**
 * VIR_USE_CPU:
 * @cpumap: a map
 * @cpu: host processor
 *
 * Sets the processor's bit. No bounds check.
 */
#define VIR_USE_CPU(cpumap, cpu) \
    ((cpumap)[(cpu) / 8] |= (1 << ((cpu) % 8)))

/*
 * Functions
 *
 * Every function resets the calling thread's error first and leaves a virError behind when it
 * fails (virGetLastError()). A NULL or foreign handle fails with VIR_ERR_INVALID_CONN or
 * VIR_ERR_INVALID_DOMAIN, a NULL where none is allowed or a number out of range with
 * VIR_ERR_INVALID_ARG, an unknown bit in flags with VIR_ERR_INVALID_ARG, a procedure the
 * hypervisor or the daemon lacks with VIR_ERR_NO_SUPPORT, a domain which is gone with
 * VIR_ERR_NO_DOMAIN, a domain in the wrong state with VIR_ERR_OPERATION_INVALID; these are not
 * repeated below. What a function returns through a pointer is undefined after an error unless
 * it says otherwise.
 */

/**
 * virConnectDomainEventDeregister:
 * @conn: an open connection
 * @cb: the callback of virConnectDomainEventRegister()
 *
 * Ends that registration. The callback may still be running on another thread when this returns;
 * its freecb is called once, when it cannot be called any more.
 *
 * Returns the number of lifecycle registrations left, or -1 on error; VIR_ERR_INVALID_ARG when
 * the callback is not registered.
 *
 * Since: 0.5.0
 */
int virConnectDomainEventDeregister(virConnectPtr conn, virConnectDomainEventCallback cb);

/**
 * virConnectDomainEventDeregisterAny:
 * @conn: an open connection
 * @callbackID: what virConnectDomainEventRegisterAny() returned
 *
 * Ends that registration. The callback may still be running on another thread when this returns;
 * its freecb is called once, when it cannot be called any more.
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.8.0
 */
int virConnectDomainEventDeregisterAny(virConnectPtr conn, int callbackID);

/**
 * virConnectDomainEventRegister:
 * @conn: an open connection
 * @cb: called for lifecycle events of every domain
 * @opaque: handed to cb, may be NULL
 * @freecb: called once with opaque after the registration has ended; may be NULL
 *
 * Older form of virConnectDomainEventRegisterAny() for lifecycle events: the callback itself is
 * the key. An event loop must be registered before the connection is opened.
 *
 * Returns the number of lifecycle registrations, or -1 on error; freecb is not called then.
 *
 * Since: 0.5.0
 */
int virConnectDomainEventRegister(virConnectPtr conn,
                                  virConnectDomainEventCallback cb,
                                  void *opaque,
                                  virFreeCallback freecb);

/**
 * virConnectDomainEventRegisterAny:
 * @conn: an open connection
 * @dom: report events of this domain only; NULL for all
 * @eventID: a virDomainEventID
 * @cb: callback of the type the event asks for, cast with VIR_DOMAIN_EVENT_CALLBACK()
 * @opaque: handed to cb, may be NULL
 * @freecb: called once with opaque after the registration has ended; may be NULL
 *
 * Asks for one kind of event. An event loop must be registered before the connection is opened
 * and must run; events are delivered on its thread. The connection is kept alive by the
 * registration.
 *
 * Errors: VIR_ERR_INVALID_ARG for an event this release does not know, VIR_ERR_NO_SUPPORT for
 * one the daemon does not.
 *
 * Returns an identifier for virConnectDomainEventDeregisterAny(), 0 or greater, or -1 on error;
 * freecb is not called then.
 *
 * Since: 0.8.0
 */
int virConnectDomainEventRegisterAny(virConnectPtr conn,
                                     virDomainPtr dom,
                                     int eventID,
                                     virConnectDomainEventGenericCallback cb,
                                     void *opaque,
                                     virFreeCallback freecb);

/**
 * virConnectDomainXMLFromNative:
 * @conn: an open connection
 * @nativeFormat: format such as "qemu-argv", "xen-xl" or "lxc-tools"
 * @nativeConfig: configuration in that format
 * @flags: none defined, pass 0
 *
 * Converts a hypervisor's own configuration to domain XML. Nothing is defined. QEMU stopped
 * supporting it.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns a string to be released with free(), or NULL on error.
 *
 * Since: 0.6.4
 */
char *virConnectDomainXMLFromNative(virConnectPtr conn,
                                    const char *nativeFormat,
                                    const char *nativeConfig,
                                    unsigned int flags);

/**
 * virConnectDomainXMLToNative:
 * @conn: an open connection
 * @nativeFormat: format such as "qemu-argv", "xen-xl" or "lxc-tools"
 * @domainXml: domain XML
 * @flags: none defined, pass 0
 *
 * Converts domain XML to a hypervisor's own configuration, such as a command line for debugging.
 * What the daemon prepares at start (sockets, labels, descriptors) is not contained.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns a string to be released with free(), or NULL on error.
 *
 * Since: 0.6.4
 */
char *virConnectDomainXMLToNative(virConnectPtr conn,
                                  const char *nativeFormat,
                                  const char *domainXml,
                                  unsigned int flags);

/**
 * virConnectGetAllDomainStats:
 * @conn: an open connection
 * @stats: virDomainStatsTypes of the groups wanted, 0 for all supported ones
 * @retStats: set to an allocated, NULL-terminated array; release with
 *     virDomainStatsRecordListFree()
 * @flags: virConnectGetAllDomainStatsFlags, filter included
 *
 * Statistics of every domain which passes the filter. A group may be incomplete for a domain
 * that is not running or busy; ENFORCE_STATS turns an unsupported group into an error
 * (VIR_ERR_ARGUMENT_UNSUPPORTED or VIR_ERR_CONFIG_UNSUPPORTED).
 *
 * Returns the number of records, or -1 on error.
 *
 * Since: 1.2.8
 */
int virConnectGetAllDomainStats(virConnectPtr conn,
                                unsigned int stats,
                                virDomainStatsRecordPtr **retStats,
                                unsigned int flags);

/**
 * virConnectGetDomainCapabilities:
 * @conn: an open connection
 * @emulatorbin: path of the emulator, NULL for the default
 * @arch: guest architecture, NULL for the host's
 * @machine: machine type, NULL for the default
 * @virttype: "kvm", "qemu" and so on, NULL for the best
 * @flags: virConnectGetDomainCapabilitiesFlags
 *
 * Describes, as XML, what a domain of such a kind can be made of.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns a string to be released with free(), or NULL on error.
 *
 * Since: 1.2.7
 */
char *virConnectGetDomainCapabilities(virConnectPtr conn,
                                      const char *emulatorbin,
                                      const char *arch,
                                      const char *machine,
                                      const char *virttype,
                                      unsigned int flags);

/**
 * virConnectListAllDomains:
 * @conn: an open connection
 * @domains: set to an allocated, NULL-terminated array; release each domain with virDomainFree()
 *     and the array with free(). NULL to count only
 * @flags: virConnectListAllDomainsFlags, 0 for all
 *
 * Lists domains in one consistent view.
 *
 * Returns the number of domains, or -1 on error (domains is NULL then).
 *
 * Since: 0.9.13
 */
int virConnectListAllDomains(virConnectPtr conn, virDomainPtr **domains, unsigned int flags);

/**
 * virConnectListDefinedDomains:
 * @conn: an open connection
 * @names: the caller's array; each entry is to be released with free()
 * @maxnames: capacity of names, from virConnectNumOfDefinedDomains()
 *
 * Names of the domains which are not running. Between counting and listing the set may change;
 * virConnectListAllDomains() avoids that.
 *
 * Returns the number of names stored, or -1 on error.
 *
 * Since: 0.1.1
 */
int virConnectListDefinedDomains(virConnectPtr conn, char **const names, int maxnames);

/**
 * virConnectListDomains:
 * @conn: an open connection
 * @ids: the caller's array
 * @maxids: capacity of ids, from virConnectNumOfDomains()
 *
 * Identifiers of the running domains. Between counting and listing the set may change;
 * virConnectListAllDomains() avoids that.
 *
 * Returns the number of identifiers stored, or -1 on error.
 *
 * Since: 0.0.3
 */
int virConnectListDomains(virConnectPtr conn, int *ids, int maxids);

/**
 * virConnectNumOfDefinedDomains:
 * @conn: an open connection
 *
 * Counts the domains which are not running.
 *
 * Returns their number, or -1 on error.
 *
 * Since: 0.1.5
 */
int virConnectNumOfDefinedDomains(virConnectPtr conn);

/**
 * virConnectNumOfDomains:
 * @conn: an open connection
 *
 * Counts the running domains.
 *
 * Returns their number, or -1 on error.
 *
 * Since: 0.0.3
 */
int virConnectNumOfDomains(virConnectPtr conn);

/**
 * virDomainAbortJob:
 * @domain: the domain
 *
 * Asks the current job (migration, save, dump, backup) to stop. The call which runs the job
 * fails with VIR_ERR_OPERATION_ABORTED; the job may also have finished before.
 *
 * Errors: VIR_ERR_OPERATION_INVALID when there is no job, or one which cannot be stopped.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.7.7
 */
int virDomainAbortJob(virDomainPtr domain);

/**
 * virDomainAbortJobFlags:
 * @domain: the domain
 * @flags: virDomainAbortJobFlagsValues
 *
 * Like virDomainAbortJob(). A migration in post-copy is refused unless
 * VIR_DOMAIN_ABORT_JOB_POSTCOPY is given, which breaks it until it is resumed with
 * VIR_MIGRATE_POSTCOPY_RESUME.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 8.5.0
 */
int virDomainAbortJobFlags(virDomainPtr domain, unsigned int flags);

/**
 * virDomainAddIOThread:
 * @domain: the domain
 * @iothread_id: identifier of the new thread; 0 is refused
 * @flags: virDomainModificationImpact
 *
 * Adds an I/O thread to which disks can be assigned.
 *
 * Errors: VIR_ERR_INVALID_ARG when the identifier is 0 or in use.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 1.2.15
 */
int virDomainAddIOThread(virDomainPtr domain, unsigned int iothread_id, unsigned int flags);

/**
 * virDomainAgentSetResponseTimeout:
 * @domain: the domain
 * @timeout: seconds, 0 or more, or a virDomainAgentResponseTimeoutValues
 * @flags: none defined, pass 0
 *
 * How long later calls wait for the guest agent. Lasts until the domain stops.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 5.10.0
 */
int virDomainAgentSetResponseTimeout(virDomainPtr domain, int timeout, unsigned int flags);

/**
 * virDomainAnnounceInterface:
 * @dom: the domain, running
 * @device: interface as MAC address or host device; NULL for all
 * @params: VIR_DOMAIN_ANNOUNCE_INTERFACE_* values; NULL for defaults
 * @nparams: entries of params
 * @flags: none defined, pass 0
 *
 * Makes the hypervisor send gratuitous ARP for the guest's interfaces, so that switches learn
 * their place. Does not wait for the last packet.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 12.5.0
 */
int virDomainAnnounceInterface(virDomainPtr dom,
                               const char *device,
                               virTypedParameterPtr params,
                               int nparams,
                               unsigned int flags);

/**
 * virDomainAttachDevice:
 * @domain: the domain
 * @xml: one device element of domain XML
 *
 * Plugs a device into a running domain. Equals virDomainAttachDeviceFlags() with
 * VIR_DOMAIN_AFFECT_LIVE; it is lost when the domain stops.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.1.9
 */
int virDomainAttachDevice(virDomainPtr domain, const char *xml);

/**
 * virDomainAttachDeviceFlags:
 * @domain: the domain
 * @xml: one device element of domain XML
 * @flags: virDomainDeviceModifyFlags
 *
 * Adds a device to the running instance, the stored configuration, or both.
 *
 * Errors: VIR_ERR_XML_ERROR, VIR_ERR_OPERATION_INVALID when the domain is not in the state asked
 * for, VIR_ERR_OPERATION_FAILED or VIR_ERR_CONFIG_UNSUPPORTED when the device cannot be added.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.7.7
 */
int virDomainAttachDeviceFlags(virDomainPtr domain, const char *xml, unsigned int flags);

/**
 * virDomainAuthorizedSSHKeysGet:
 * @domain: the domain, running, with its guest agent
 * @user: account in the guest
 * @keys: set to an allocated array of strings; release each string and the array with free()
 * @flags: none defined, pass 0
 *
 * Public keys that may log in as that user.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns the number of keys, or -1 on error; VIR_ERR_AGENT_UNRESPONSIVE when the agent does not
 * answer.
 *
 * Since: 6.10.0
 */
int virDomainAuthorizedSSHKeysGet(virDomainPtr domain,
                                  const char *user,
                                  char ***keys,
                                  unsigned int flags);

/**
 * virDomainAuthorizedSSHKeysSet:
 * @domain: the domain, running, with its guest agent
 * @user: account in the guest
 * @keys: public keys; NULL only when nkeys is 0
 * @nkeys: entries of keys; at least 1 to append or remove
 * @flags: virDomainAuthorizedSSHKeysSetFlags
 *
 * Replaces, extends or reduces the list of public keys of that user.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 6.10.0
 */
int virDomainAuthorizedSSHKeysSet(virDomainPtr domain,
                                  const char *user,
                                  const char **keys,
                                  unsigned int nkeys,
                                  unsigned int flags);

/**
 * virDomainBackupBegin:
 * @domain: the domain, running
 * @backupXML: what to back up, and how: push to a target or pull over NBD
 * @checkpointXML: checkpoint to create at the same instant, or NULL
 * @flags: virDomainBackupBeginFlags
 *
 * Starts a backup of the disks as they are now. Does not wait for its end: a push ends with a
 * job completed event, a pull when virDomainAbortJob() is called.
 *
 * Errors: VIR_ERR_XML_ERROR, VIR_ERR_OPERATION_INVALID when not running,
 * VIR_ERR_OPERATION_UNSUPPORTED.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 6.0.0
 */
int virDomainBackupBegin(virDomainPtr domain,
                         const char *backupXML,
                         const char *checkpointXML,
                         unsigned int flags);

/**
 * virDomainBackupGetXMLDesc:
 * @domain: the domain
 * @flags: none defined, pass 0
 *
 * Describes the backup which runs, with the defaults filled in.
 *
 * Errors: VIR_ERR_NO_DOMAIN_BACKUP when there is none.
 *
 * Returns a string to be released with free(), or NULL on error.
 *
 * Since: 6.0.0
 */
char *virDomainBackupGetXMLDesc(virDomainPtr domain, unsigned int flags);

/**
 * virDomainBlockCommit:
 * @dom: the domain
 * @disk: target such as "vda", or the source path
 * @base: image that receives the data, by path or "vda[3]"; NULL for the bottom of the chain
 * @top: highest image to move down; NULL for the active image
 * @bandwidth: limit in MiB/s, or bytes/s with VIR_DOMAIN_BLOCK_COMMIT_BANDWIDTH_BYTES; 0 is
 *     unlimited
 * @flags: virDomainBlockCommitFlags
 *
 * Starts moving the data of the images from above base up to top into base, which shortens the
 * chain. When top is the active image the job becomes ready and waits for
 * virDomainBlockJobAbort() with PIVOT.
 *
 * Errors: VIR_ERR_INVALID_ARG when disk, base or top is not part of the domain, VIR_ERR_OVERFLOW
 * for the bandwidth, VIR_ERR_BLOCK_COPY_ACTIVE when the disk is being mirrored.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.10.2
 */
int virDomainBlockCommit(virDomainPtr dom,
                         const char *disk,
                         const char *base,
                         const char *top,
                         unsigned long bandwidth,
                         unsigned int flags);

/**
 * virDomainBlockCopy:
 * @dom: the domain
 * @disk: target such as "vda", or the source path
 * @destxml: a disk element with the destination
 * @params: VIR_DOMAIN_BLOCK_COPY_* values; NULL when nparams is 0
 * @nparams: entries of params
 * @flags: virDomainBlockCopyFlags
 *
 * Starts mirroring a disk. Once the job is ready, virDomainBlockJobAbort() either drops the copy
 * or, with PIVOT, continues on it.
 *
 * Errors: VIR_ERR_BLOCK_COPY_ACTIVE when a mirror exists, VIR_ERR_OPERATION_INVALID for a
 * persistent domain without VIR_DOMAIN_BLOCK_COPY_TRANSIENT_JOB on hypervisors which cannot
 * resume it.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 1.2.8
 */
int virDomainBlockCopy(virDomainPtr dom,
                       const char *disk,
                       const char *destxml,
                       virTypedParameterPtr params,
                       int nparams,
                       unsigned int flags);

/**
 * virDomainBlockJobAbort:
 * @dom: the domain
 * @disk: target such as "vda", or the source path
 * @flags: virDomainBlockJobAbortFlags
 *
 * Ends the block job of a disk. Without flags it cancels; the disk stays on its source. With
 * PIVOT a ready copy or active commit ends on its destination.
 *
 * Errors: VIR_ERR_INVALID_ARG or VIR_ERR_OPERATION_INVALID when the disk has no job,
 * VIR_ERR_BLOCK_COPY_ACTIVE when it is not ready to be pivoted.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.9.4
 */
int virDomainBlockJobAbort(virDomainPtr dom, const char *disk, unsigned int flags);

/**
 * virDomainBlockJobSetSpeed:
 * @dom: the domain
 * @disk: target such as "vda", or the source path
 * @bandwidth: limit in MiB/s, or bytes/s with VIR_DOMAIN_BLOCK_JOB_SPEED_BANDWIDTH_BYTES; 0 is
 *     the default
 * @flags: virDomainBlockJobSetSpeedFlags
 *
 * Changes the speed limit of a block job.
 *
 * Errors: VIR_ERR_OPERATION_INVALID when the disk has no job, VIR_ERR_OVERFLOW for the
 * bandwidth.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.9.4
 */
int virDomainBlockJobSetSpeed(virDomainPtr dom,
                              const char *disk,
                              unsigned long bandwidth,
                              unsigned int flags);

/**
 * virDomainBlockPeek:
 * @dom: the domain
 * @disk: target such as "vda", or the source path
 * @offset: where to start, bytes
 * @size: how much to read, bytes; at most 4 MiB per call over a connection to a daemon
 * @buffer: receives size bytes; NULL only when size is 0
 * @flags: none defined, pass 0
 *
 * Reads what the disk contains on the host; a running guest may not have written everything yet.
 *
 * Errors: VIR_ERR_INVALID_ARG when the path is not a disk of the domain.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.4.2
 */
int virDomainBlockPeek(virDomainPtr dom,
                       const char *disk,
                       unsigned long long offset,
                       size_t size,
                       void *buffer,
                       unsigned int flags);

/**
 * virDomainBlockPull:
 * @dom: the domain
 * @disk: target such as "vda", or the source path
 * @bandwidth: limit in MiB/s, or bytes/s with VIR_DOMAIN_BLOCK_PULL_BANDWIDTH_BYTES; 0 is
 *     unlimited
 * @flags: virDomainBlockPullFlags
 *
 * Starts copying everything of the backing chain into the active image, which stands alone
 * afterwards.
 *
 * Errors: VIR_ERR_OPERATION_INVALID when not running, VIR_ERR_BLOCK_COPY_ACTIVE when the disk is
 * being mirrored.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.9.4
 */
int virDomainBlockPull(virDomainPtr dom,
                       const char *disk,
                       unsigned long bandwidth,
                       unsigned int flags);

/**
 * virDomainBlockRebase:
 * @dom: the domain
 * @disk: target such as "vda", or the source path
 * @base: image the disk shall rest on, by path or "vda[2]"; NULL to rest on none; with COPY the
 *     path of the destination, not NULL
 * @bandwidth: limit in MiB/s, or bytes/s with VIR_DOMAIN_BLOCK_REBASE_BANDWIDTH_BYTES; 0 is
 *     unlimited
 * @flags: virDomainBlockRebaseFlags
 *
 * Starts a pull of the images between base and the active image, or, with
 * VIR_DOMAIN_BLOCK_REBASE_COPY, a mirror to a local file; virDomainBlockCopy() does the latter
 * for any storage.
 *
 * Errors: VIR_ERR_BLOCK_COPY_ACTIVE when the disk is being mirrored, VIR_ERR_INVALID_ARG when
 * base is not in the chain.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.9.10
 */
int virDomainBlockRebase(virDomainPtr dom,
                         const char *disk,
                         const char *base,
                         unsigned long bandwidth,
                         unsigned int flags);

/**
 * virDomainBlockResize:
 * @dom: the domain, running
 * @disk: target such as "vda", or the source path
 * @size: new size in KiB, or bytes with VIR_DOMAIN_BLOCK_RESIZE_BYTES
 * @flags: virDomainBlockResizeFlags
 *
 * Changes the size the guest sees. Making a disk smaller loses its end;
 * VIR_DOMAIN_BLOCK_RESIZE_EXTEND refuses that.
 *
 * Errors: VIR_ERR_OVERFLOW when the size in bytes does not fit.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.9.8
 */
int virDomainBlockResize(virDomainPtr dom,
                         const char *disk,
                         unsigned long long size,
                         unsigned int flags);

/**
 * virDomainBlockStats:
 * @dom: the domain
 * @disk: target such as "vda", or the source path; "" for the sum of all disks where supported
 * @stats: filled with the counters
 * @size: sizeof(virDomainBlockStatsStruct)
 *
 * I/O counters of a disk of a running domain. virDomainBlockStatsFlags() knows more of them.
 *
 * Errors: VIR_ERR_INVALID_ARG when size is larger than this library's structure.
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.3.2
 */
int virDomainBlockStats(virDomainPtr dom,
                        const char *disk,
                        virDomainBlockStatsPtr stats,
                        size_t size);

/**
 * virDomainBlockStatsFlags:
 * @dom: the domain
 * @disk: target such as "vda", or the source path; "" for the sum of all disks where supported
 * @params: the caller's array; NULL when nparams points to 0
 * @nparams: in: capacity of params; out: entries filled
 * @flags: VIR_TYPED_PARAM_STRING_OKAY is implied, pass 0
 *
 * VIR_DOMAIN_BLOCK_STATS_* counters of a disk of a running domain.
 *
 * With 0 in nparams only the number of values is stored there: call once for the number, once
 * for the values.
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.9.5
 */
int virDomainBlockStatsFlags(virDomainPtr dom,
                             const char *disk,
                             virTypedParameterPtr params,
                             int *nparams,
                             unsigned int flags);

/**
 * virDomainCoreDump:
 * @domain: the domain
 * @to: path of the file on the daemon's host
 * @flags: virDomainCoreDumpFlags
 *
 * Writes the guest's memory to a file. The domain is paused meanwhile unless VIR_DUMP_LIVE is
 * given. A job: virDomainGetJobStats() and virDomainAbortJob() apply.
 *
 * Errors: VIR_ERR_INVALID_ARG for CRASH with RESET or LIVE, or LIVE with RESET;
 * VIR_ERR_OPERATION_INVALID when not running.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.1.9
 */
int virDomainCoreDump(virDomainPtr domain, const char *to, unsigned int flags);

/**
 * virDomainCoreDumpWithFormat:
 * @domain: the domain
 * @to: path of the file on the daemon's host
 * @dumpformat: a virDomainCoreDumpFormat
 * @flags: virDomainCoreDumpFlags
 *
 * Like virDomainCoreDump() with a choice of format; any but RAW needs VIR_DUMP_MEMORY_ONLY.
 *
 * Errors: VIR_ERR_INVALID_ARG for an unknown format, VIR_ERR_OPERATION_UNSUPPORTED for one the
 * hypervisor lacks.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 1.2.3
 */
int virDomainCoreDumpWithFormat(virDomainPtr domain,
                                const char *to,
                                unsigned int dumpformat,
                                unsigned int flags);

/**
 * virDomainCreate:
 * @domain: a defined domain
 *
 * Starts it; a managed save image is restored and removed.
 *
 * Errors: VIR_ERR_OPERATION_INVALID when it runs already.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.1.1
 */
int virDomainCreate(virDomainPtr domain);

/**
 * virDomainCreateLinux:
 * @conn: an open connection
 * @xmlDesc: domain XML
 * @flags: virDomainCreateFlags
 *
 * Former name of virDomainCreateXML().
 *
 * Returns the domain, to be released with virDomainFree(), or NULL on error.
 *
 * Since: 0.0.3
 */
virDomainPtr virDomainCreateLinux(virConnectPtr conn, const char *xmlDesc, unsigned int flags);

/**
 * virDomainCreateWithFiles:
 * @domain: a defined domain
 * @nfiles: entries of files
 * @files: open descriptors handed to the container's init as 3 and up; stay the caller's; NULL
 *     when nfiles is 0
 * @flags: virDomainCreateFlags
 *
 * Like virDomainCreateWithFlags(), with descriptors to inherit; containers only.
 *
 * Errors: VIR_ERR_ARGUMENT_UNSUPPORTED when the connection cannot pass descriptors.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 1.1.1
 */
int virDomainCreateWithFiles(virDomainPtr domain,
                             unsigned int nfiles,
                             int *files,
                             unsigned int flags);

/**
 * virDomainCreateWithFlags:
 * @domain: a defined domain
 * @flags: virDomainCreateFlags
 *
 * Starts it; a managed save image is restored and removed unless VIR_DOMAIN_START_FORCE_BOOT is
 * given.
 *
 * Errors: VIR_ERR_OPERATION_INVALID when it runs already.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.8.2
 */
int virDomainCreateWithFlags(virDomainPtr domain, unsigned int flags);

/**
 * virDomainCreateXML:
 * @conn: an open connection
 * @xmlDesc: domain XML
 * @flags: virDomainCreateFlags
 *
 * Starts a transient domain; when a defined one has the same name and UUID, that one is started
 * with this configuration.
 *
 * Errors: VIR_ERR_XML_ERROR, VIR_ERR_XML_INVALID_SCHEMA, VIR_ERR_OPERATION_INVALID when it runs
 * already, VIR_ERR_OPERATION_FAILED when name and UUID belong to different domains.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns the domain, to be released with virDomainFree(), or NULL on error.
 *
 * Since: 0.5.0
 */
virDomainPtr virDomainCreateXML(virConnectPtr conn, const char *xmlDesc, unsigned int flags);

/**
 * virDomainCreateXMLWithFiles:
 * @conn: an open connection
 * @xmlDesc: domain XML
 * @nfiles: entries of files
 * @files: open descriptors handed to the container's init as 3 and up; stay the caller's; NULL
 *     when nfiles is 0
 * @flags: virDomainCreateFlags
 *
 * Like virDomainCreateXML(), with descriptors to inherit; containers only.
 *
 * Errors: VIR_ERR_ARGUMENT_UNSUPPORTED when the connection cannot pass descriptors.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns the domain, to be released with virDomainFree(), or NULL on error.
 *
 * Since: 1.1.1
 */
virDomainPtr virDomainCreateXMLWithFiles(virConnectPtr conn,
                                         const char *xmlDesc,
                                         unsigned int nfiles,
                                         int *files,
                                         unsigned int flags);

/**
 * virDomainDefineXML:
 * @conn: an open connection
 * @xml: domain XML
 *
 * Stores a configuration, or replaces the one of the same UUID. A running domain keeps its live
 * configuration and becomes persistent.
 *
 * Errors: VIR_ERR_XML_ERROR, VIR_ERR_OPERATION_FAILED when the name belongs to another UUID.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns the domain, to be released with virDomainFree(), or NULL on error.
 *
 * Since: 0.1.1
 */
virDomainPtr virDomainDefineXML(virConnectPtr conn, const char *xml);

/**
 * virDomainDefineXMLFlags:
 * @conn: an open connection
 * @xml: domain XML
 * @flags: virDomainDefineFlags
 *
 * Like virDomainDefineXML().
 *
 * Errors: VIR_ERR_XML_ERROR, VIR_ERR_XML_INVALID_SCHEMA with VIR_DOMAIN_DEFINE_VALIDATE,
 * VIR_ERR_OPERATION_FAILED when the name belongs to another UUID.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns the domain, to be released with virDomainFree(), or NULL on error.
 *
 * Since: 1.2.12
 */
virDomainPtr virDomainDefineXMLFlags(virConnectPtr conn, const char *xml, unsigned int flags);

/**
 * virDomainDelIOThread:
 * @domain: the domain
 * @iothread_id: identifier of the thread, not 0
 * @flags: virDomainModificationImpact
 *
 * Removes an I/O thread which serves no device.
 *
 * Errors: VIR_ERR_INVALID_ARG when it does not exist or is in use.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 1.2.15
 */
int virDomainDelIOThread(virDomainPtr domain, unsigned int iothread_id, unsigned int flags);

/**
 * virDomainDelThrottleGroup:
 * @dom: the domain
 * @group: name of the group, not empty
 * @flags: virDomainModificationImpact
 *
 * Removes a throttle group no disk uses.
 *
 * Errors: VIR_ERR_OPERATION_FAILED or VIR_ERR_INVALID_ARG when it does not exist or is in use.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 11.2.0
 */
int virDomainDelThrottleGroup(virDomainPtr dom, const char *group, unsigned int flags);

/**
 * virDomainDestroy:
 * @domain: the domain
 *
 * Ends the hypervisor instance at once, without asking the guest. A transient domain disappears;
 * the handle stays valid and must still be released with virDomainFree().
 *
 * Errors: VIR_ERR_OPERATION_INVALID when not running.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.0.3
 */
int virDomainDestroy(virDomainPtr domain);

/**
 * virDomainDestroyFlags:
 * @domain: the domain
 * @flags: virDomainDestroyFlagsValues
 *
 * Like virDomainDestroy(). With GRACEFUL it fails with VIR_ERR_OPERATION_FAILED rather than use
 * SIGKILL.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.9.4
 */
int virDomainDestroyFlags(virDomainPtr domain, unsigned int flags);

/**
 * virDomainDetachDevice:
 * @domain: the domain
 * @xml: one device element of domain XML, precise enough to find the device
 *
 * Unplugs a device from a running domain. Equals virDomainDetachDeviceFlags() with
 * VIR_DOMAIN_AFFECT_LIVE.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.1.9
 */
int virDomainDetachDevice(virDomainPtr domain, const char *xml);

/**
 * virDomainDetachDeviceAlias:
 * @domain: the domain
 * @alias: alias of the device
 * @flags: virDomainDeviceModifyFlags
 *
 * Requests the removal of a device and returns without waiting for the guest:
 * VIR_DOMAIN_EVENT_ID_DEVICE_REMOVED or VIR_DOMAIN_EVENT_ID_DEVICE_REMOVAL_FAILED tells the
 * outcome.
 *
 * Errors: VIR_ERR_DEVICE_MISSING when there is no such device.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 4.4.0
 */
int virDomainDetachDeviceAlias(virDomainPtr domain, const char *alias, unsigned int flags);

/**
 * virDomainDetachDeviceFlags:
 * @domain: the domain
 * @xml: one device element of domain XML, precise enough to find the device
 * @flags: virDomainDeviceModifyFlags
 *
 * Removes a device from the running instance, the stored configuration, or both. Live removal
 * needs the guest's consent: success may mean requested only, and
 * VIR_DOMAIN_EVENT_ID_DEVICE_REMOVED tells when the device is gone.
 *
 * Errors: VIR_ERR_DEVICE_MISSING when it is not found, VIR_ERR_OPERATION_FAILED.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.7.7
 */
int virDomainDetachDeviceFlags(virDomainPtr domain, const char *xml, unsigned int flags);

/**
 * virDomainFDAssociate:
 * @domain: the domain
 * @name: name to refer to the descriptors by, in the domain XML's fdgroup
 * @nfds: entries of fds, not 0
 * @fds: open descriptors; duplicated, stay the caller's
 * @flags: virDomainFDAssociateFlags
 *
 * Hands descriptors to the daemon for later use by this domain, under a name. The association
 * lives as long as this connection; repeating the name replaces it.
 *
 * Errors: VIR_ERR_ARGUMENT_UNSUPPORTED when the connection cannot pass descriptors.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 9.0.0
 */
int virDomainFDAssociate(virDomainPtr domain,
                         const char *name,
                         unsigned int nfds,
                         int *fds,
                         unsigned int flags);

/**
 * virDomainFSFreeze:
 * @dom: the domain, running, with its guest agent
 * @mountpoints: mount points in the guest; NULL for all, nmountpoints being 0
 * @nmountpoints: entries of mountpoints
 * @flags: none defined, pass 0
 *
 * Makes filesystems consistent on disk and stops writes to them until virDomainFSThaw().
 *
 * Errors: VIR_ERR_AGENT_UNRESPONSIVE, VIR_ERR_OPERATION_INVALID when frozen already.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns the number of filesystems frozen, or -1 on error.
 *
 * Since: 1.2.5
 */
int virDomainFSFreeze(virDomainPtr dom,
                      const char **mountpoints,
                      unsigned int nmountpoints,
                      unsigned int flags);

/**
 * virDomainFSInfoFree:
 * @info: an entry of virDomainGetFSInfo(), or NULL
 *
 * Releases it. Leaves the thread's error alone.
 *
 * Since: 1.2.11
 */
void virDomainFSInfoFree(virDomainFSInfoPtr info);

/**
 * virDomainFSThaw:
 * @dom: the domain, running, with its guest agent
 * @mountpoints: mount points in the guest; NULL for all, nmountpoints being 0. The QEMU agent
 *     thaws all in any case
 * @nmountpoints: entries of mountpoints
 * @flags: none defined, pass 0
 *
 * Allows writes to frozen filesystems again.
 *
 * Errors: VIR_ERR_AGENT_UNRESPONSIVE.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns the number of filesystems thawed, or -1 on error.
 *
 * Since: 1.2.5
 */
int virDomainFSThaw(virDomainPtr dom,
                    const char **mountpoints,
                    unsigned int nmountpoints,
                    unsigned int flags);

/**
 * virDomainFSTrim:
 * @dom: the domain, running, with its guest agent
 * @mountPoint: one mount point, NULL for all; QEMU takes NULL only
 * @minimum: shortest free range to discard, bytes; 0 for all
 * @flags: none defined, pass 0
 *
 * Makes the guest tell its storage which blocks are unused.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 1.0.1
 */
int virDomainFSTrim(virDomainPtr dom,
                    const char *mountPoint,
                    unsigned long long minimum,
                    unsigned int flags);

/**
 * virDomainFree:
 * @domain: the domain
 *
 * Gives up one reference; the handle is released with the last one. The domain itself is not
 * touched.
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.0.3
 */
int virDomainFree(virDomainPtr domain);

/**
 * virDomainGetAutostart:
 * @domain: the domain
 * @autostart: set to 1 or 0
 *
 * Whether the domain is started with the host's daemon.
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.2.1
 */
int virDomainGetAutostart(virDomainPtr domain, int *autostart);

/**
 * virDomainGetAutostartOnce:
 * @domain: the domain
 * @autostart: set to 1 or 0
 *
 * Whether the domain is started the next time the host boots, and not after that.
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 11.2.0
 */
int virDomainGetAutostartOnce(virDomainPtr domain, int *autostart);

/**
 * virDomainGetBlkioParameters:
 * @domain: the domain
 * @params: the caller's array; NULL when nparams points to 0
 * @nparams: in: capacity of params; out: entries filled
 * @flags: virDomainModificationImpact
 *
 * VIR_DOMAIN_BLKIO_* values.
 *
 * With 0 in nparams only the number of values is stored there: call once for the number, once
 * for the values.
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.9.0
 */
int virDomainGetBlkioParameters(virDomainPtr domain,
                                virTypedParameterPtr params,
                                int *nparams,
                                unsigned int flags);

/**
 * virDomainGetBlockInfo:
 * @domain: the domain
 * @disk: target such as "vda", or the source path; not empty
 * @info: filled with the sizes
 * @flags: none defined, pass 0
 *
 * Sizes of a disk. Allocation of a running domain is the highest offset written.
 *
 * Errors: VIR_ERR_INVALID_ARG when the path is not a disk of the domain.
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.8.1
 */
int virDomainGetBlockInfo(virDomainPtr domain,
                          const char *disk,
                          virDomainBlockInfoPtr info,
                          unsigned int flags);

/**
 * virDomainGetBlockIoTune:
 * @dom: the domain
 * @disk: target such as "vda", or the source path; NULL to ask for the number of values only
 * @params: the caller's array; NULL when nparams points to 0
 * @nparams: in: capacity of params; out: entries filled
 * @flags: virDomainModificationImpact
 *
 * VIR_DOMAIN_BLOCK_IOTUNE_* limits of a disk.
 *
 * With 0 in nparams only the number of values is stored there: call once for the number, once
 * for the values.
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.9.8
 */
int virDomainGetBlockIoTune(virDomainPtr dom,
                            const char *disk,
                            virTypedParameterPtr params,
                            int *nparams,
                            unsigned int flags);

/**
 * virDomainGetBlockJobInfo:
 * @dom: the domain
 * @disk: target such as "vda", or the source path
 * @info: filled when there is a job
 * @flags: virDomainBlockJobInfoFlags
 *
 * Progress of the block job of a disk. A bandwidth in MiB/s is rounded up.
 *
 * Returns 1 when there is a job, 0 when there is none, -1 on error; VIR_ERR_OVERFLOW when the
 * bandwidth does not fit.
 *
 * Since: 0.9.4
 */
int virDomainGetBlockJobInfo(virDomainPtr dom,
                             const char *disk,
                             virDomainBlockJobInfoPtr info,
                             unsigned int flags);

/**
 * virDomainGetCPUStats:
 * @domain: the domain, running
 * @params: the caller's array of ncpus groups of nparams entries; NULL to ask for numbers
 * @nparams: entries per processor; 0 when params is NULL
 * @start_cpu: first host processor, or -1 for totals over all
 * @ncpus: processors wanted; 1 for totals
 * @flags: VIR_TYPED_PARAM_STRING_OKAY is implied, pass 0
 *
 * VIR_DOMAIN_CPU_STATS_* times, per host processor or in total. A group shorter than nparams
 * ends with entries of type 0.
 *
 * With params NULL: ncpus 0 and start_cpu 0 ask for the number of host processors, ncpus 1 asks
 * for nparams at start_cpu. Over a connection to a daemon nparams may be 16 and ncpus 128 at
 * most.
 *
 * Returns the number of values per processor, or the number asked for, or -1 on error; 0 when no
 * values are known.
 *
 * Since: 0.9.10
 */
int virDomainGetCPUStats(virDomainPtr domain,
                         virTypedParameterPtr params,
                         unsigned int nparams,
                         int start_cpu,
                         unsigned int ncpus,
                         unsigned int flags);

/**
 * virDomainGetConnect:
 * @dom: the domain
 *
 * The connection the handle belongs to. No reference is added: it lives as long as the handle.
 *
 * Returns the connection, or NULL on error.
 *
 * Since: 0.3.0
 */
virConnectPtr virDomainGetConnect(virDomainPtr dom);

/**
 * virDomainGetControlInfo:
 * @domain: the domain
 * @info: filled
 * @flags: none defined, pass 0
 *
 * Whether the hypervisor instance accepts commands, without asking it.
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.9.3
 */
int virDomainGetControlInfo(virDomainPtr domain, virDomainControlInfoPtr info, unsigned int flags);

/**
 * virDomainGetDiskErrors:
 * @dom: the domain
 * @errors: the caller's array, NULL when maxerrors is 0; each entry's disk is to be released
 *     with free()
 * @maxerrors: capacity of errors
 * @flags: none defined, pass 0
 *
 * Disks of a running domain which are in error. With maxerrors 0 the number of disks is
 * returned, which is capacity enough.
 *
 * Returns the number of entries stored, or the number of disks, or -1 on error.
 *
 * Since: 0.9.10
 */
int virDomainGetDiskErrors(virDomainPtr dom,
                           virDomainDiskErrorPtr errors,
                           unsigned int maxerrors,
                           unsigned int flags);

/**
 * virDomainGetEmulatorPinInfo:
 * @domain: the domain
 * @cpumap: receives the map, bit 0 of byte 0 is processor 0
 * @maplen: bytes of cpumap, VIR_CPU_MAPLEN() of the host's processors
 * @flags: virDomainModificationImpact
 *
 * Host processors the emulator's threads may use. Bytes beyond the host's processors are 0.
 *
 * Returns 1 when a map was stored, 0 when none applies, -1 on error.
 *
 * Since: 0.10.0
 */
int virDomainGetEmulatorPinInfo(virDomainPtr domain,
                                unsigned char *cpumap,
                                int maplen,
                                unsigned int flags);

/**
 * virDomainGetFSInfo:
 * @dom: the domain, running, with its guest agent
 * @info: set to an allocated array; release each entry with virDomainFSInfoFree() and the array
 *     with free()
 * @flags: none defined, pass 0
 *
 * Mounted filesystems of the guest and the disks they are on.
 *
 * Errors: VIR_ERR_AGENT_UNRESPONSIVE.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns the number of entries, or -1 on error.
 *
 * Since: 1.2.11
 */
int virDomainGetFSInfo(virDomainPtr dom, virDomainFSInfoPtr **info, unsigned int flags);

/**
 * virDomainGetGuestInfo:
 * @domain: the domain, running, with its guest agent
 * @types: virDomainGuestInfoTypes wanted; 0 for all the agent supports, where a missing one is
 *     no error
 * @params: set to an allocated array; release it with virTypedParamsFree()
 * @nparams: set to its length
 * @flags: none defined, pass 0
 *
 * VIR_DOMAIN_GUEST_INFO_* reports of the guest agent. The guest decides what they say.
 *
 * Errors: VIR_ERR_AGENT_UNRESPONSIVE, VIR_ERR_OPERATION_UNSUPPORTED.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 5.7.0
 */
int virDomainGetGuestInfo(virDomainPtr domain,
                          unsigned int types,
                          virTypedParameterPtr *params,
                          int *nparams,
                          unsigned int flags);

/**
 * virDomainGetGuestVcpus:
 * @domain: the domain, running, with its guest agent
 * @params: set to an allocated array; release it with virTypedParamsFree()
 * @nparams: set to its length
 * @flags: none defined, pass 0
 *
 * What the guest thinks of its processors: "vcpus", "online" and "offlinable", each a list such
 * as "0-3,5" (string).
 *
 * Errors: VIR_ERR_AGENT_UNRESPONSIVE.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 2.0.0
 */
int virDomainGetGuestVcpus(virDomainPtr domain,
                           virTypedParameterPtr *params,
                           unsigned int *nparams,
                           unsigned int flags);

/**
 * virDomainGetHostname:
 * @domain: the domain
 * @flags: virDomainGetHostnameFlags, 0 for the hypervisor's choice
 *
 * The guest's host name.
 *
 * Errors: VIR_ERR_NO_HOSTNAME when it is not known.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns a string to be released with free(), or NULL on error.
 *
 * Since: 0.10.0
 */
char *virDomainGetHostname(virDomainPtr domain, unsigned int flags);

/**
 * virDomainGetID:
 * @domain: the domain
 *
 * The number of the running instance, as known when the handle was obtained or last refreshed.
 * Nothing is sent.
 *
 * Returns the identifier, or (unsigned int)-1 when not running or on error.
 *
 * Since: 0.0.3
 */
unsigned int virDomainGetID(virDomainPtr domain);

/**
 * virDomainGetIOThreadInfo:
 * @dom: the domain
 * @info: set to an allocated array; release each entry with virDomainIOThreadInfoFree() and the
 *     array with free()
 * @flags: virDomainModificationImpact
 *
 * I/O threads with the host processors they may use.
 *
 * Returns the number of threads, or -1 on error.
 *
 * Since: 1.2.14
 */
int virDomainGetIOThreadInfo(virDomainPtr dom, virDomainIOThreadInfoPtr **info, unsigned int flags);

/**
 * virDomainGetInfo:
 * @domain: the domain
 * @info: filled
 *
 * State, memory, vCPUs and processor time. A shut off domain has the values of its configuration
 * and no time.
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.0.3
 */
int virDomainGetInfo(virDomainPtr domain, virDomainInfoPtr info);

/**
 * virDomainGetInterfaceParameters:
 * @domain: the domain
 * @device: interface as host device or MAC address
 * @params: the caller's array; NULL when nparams points to 0
 * @nparams: in: capacity of params; out: entries filled
 * @flags: virDomainModificationImpact
 *
 * VIR_DOMAIN_BANDWIDTH_* limits of a network interface.
 *
 * With 0 in nparams only the number of values is stored there: call once for the number, once
 * for the values.
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.9.9
 */
int virDomainGetInterfaceParameters(virDomainPtr domain,
                                    const char *device,
                                    virTypedParameterPtr params,
                                    int *nparams,
                                    unsigned int flags);

/**
 * virDomainGetJobInfo:
 * @domain: the domain
 * @info: filled; type is VIR_DOMAIN_JOB_NONE when there is no job
 *
 * Progress of the current job. virDomainGetJobStats() knows more.
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.7.7
 */
int virDomainGetJobInfo(virDomainPtr domain, virDomainJobInfoPtr info);

/**
 * virDomainGetJobStats:
 * @domain: the domain
 * @type: set to a virDomainJobType
 * @params: set to an allocated array; release it with virTypedParamsFree()
 * @nparams: set to its length
 * @flags: virDomainGetJobStatsFlags
 *
 * VIR_DOMAIN_JOB_* statistics of the current job, or with VIR_DOMAIN_JOB_STATS_COMPLETED of the
 * last one that finished, which are forgotten by reading unless KEEP_COMPLETED is added.
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 1.0.3
 */
int virDomainGetJobStats(virDomainPtr domain,
                         int *type,
                         virTypedParameterPtr *params,
                         int *nparams,
                         unsigned int flags);

/**
 * virDomainGetLaunchSecurityInfo:
 * @domain: the domain
 * @params: set to an allocated array; release it with virTypedParamsFree()
 * @nparams: set to its length
 * @flags: none defined, pass 0
 *
 * VIR_DOMAIN_LAUNCH_SECURITY_* facts of a confidential guest, such as the measurement before its
 * vCPUs start.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 4.5.0
 */
int virDomainGetLaunchSecurityInfo(virDomainPtr domain,
                                   virTypedParameterPtr *params,
                                   int *nparams,
                                   unsigned int flags);

/**
 * virDomainGetMaxMemory:
 * @domain: the domain
 *
 * The ceiling of the domain's memory.
 *
 * Returns KiB, or 0 on error.
 *
 * Since: 0.0.3
 */
unsigned long virDomainGetMaxMemory(virDomainPtr domain);

/**
 * virDomainGetMaxVcpus:
 * @domain: the domain, running
 *
 * How many vCPUs the instance may have; equals virDomainGetVcpusFlags() with LIVE and MAXIMUM.
 *
 * Returns the number, or -1 on error.
 *
 * Since: 0.2.1
 */
int virDomainGetMaxVcpus(virDomainPtr domain);

/**
 * virDomainGetMemoryParameters:
 * @domain: the domain
 * @params: the caller's array; NULL when nparams points to 0
 * @nparams: in: capacity of params; out: entries filled
 * @flags: virDomainModificationImpact
 *
 * VIR_DOMAIN_MEMORY_* limits, in KiB.
 *
 * With 0 in nparams only the number of values is stored there: call once for the number, once
 * for the values.
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.8.5
 */
int virDomainGetMemoryParameters(virDomainPtr domain,
                                 virTypedParameterPtr params,
                                 int *nparams,
                                 unsigned int flags);

/**
 * virDomainGetMessages:
 * @domain: the domain
 * @msgs: set to an allocated array of strings; release each string and the array with free()
 * @flags: virDomainMessageType wanted, 0 for all
 *
 * Warnings about the domain: deprecated features, taints, I/O errors.
 *
 * Returns the number of messages, or -1 on error.
 *
 * Since: 7.1.0
 */
int virDomainGetMessages(virDomainPtr domain, char ***msgs, unsigned int flags);

/**
 * virDomainGetMetadata:
 * @domain: the domain
 * @type: a virDomainMetadataType
 * @uri: namespace of the element; NULL for title and description
 * @flags: virDomainModificationImpact
 *
 * One piece of metadata as text or XML.
 *
 * Errors: VIR_ERR_NO_DOMAIN_METADATA when there is none.
 *
 * Returns a string to be released with free(), or NULL on error.
 *
 * Since: 0.9.10
 */
char *virDomainGetMetadata(virDomainPtr domain, int type, const char *uri, unsigned int flags);

/**
 * virDomainGetName:
 * @domain: the domain
 *
 * The name, from the handle; nothing is sent.
 *
 * Returns the name, which belongs to the handle and lives as long, or NULL on error.
 *
 * Since: 0.0.3
 */
const char *virDomainGetName(virDomainPtr domain);

/**
 * virDomainGetNumaParameters:
 * @domain: the domain
 * @params: the caller's array; NULL when nparams points to 0
 * @nparams: in: capacity of params; out: entries filled
 * @flags: virDomainModificationImpact
 *
 * VIR_DOMAIN_NUMA_* values.
 *
 * With 0 in nparams only the number of values is stored there: call once for the number, once
 * for the values.
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.9.9
 */
int virDomainGetNumaParameters(virDomainPtr domain,
                               virTypedParameterPtr params,
                               int *nparams,
                               unsigned int flags);

/**
 * virDomainGetOSType:
 * @domain: the domain
 *
 * Kind of guest: "hvm", "linux", "exe", "xen" and so on.
 *
 * Returns a string to be released with free(), or NULL on error.
 *
 * Since: 0.0.3
 */
char *virDomainGetOSType(virDomainPtr domain);

/**
 * virDomainGetPerfEvents:
 * @domain: the domain
 * @params: set to an allocated array; release it with virTypedParamsFree()
 * @nparams: set to its length
 * @flags: virDomainModificationImpact
 *
 * VIR_PERF_PARAM_* events, each true when counted. The counters are in VIR_DOMAIN_STATS_PERF.
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 1.3.3
 */
int virDomainGetPerfEvents(virDomainPtr domain,
                           virTypedParameterPtr *params,
                           int *nparams,
                           unsigned int flags);

/**
 * virDomainGetSchedulerParameters:
 * @domain: the domain
 * @params: the caller's array
 * @nparams: in: capacity of params, at most virDomainGetSchedulerType()'s number; out: entries
 *     filled
 *
 * VIR_DOMAIN_SCHEDULER_* values of the hypervisor's scheduler. Does not count: use
 * virDomainGetSchedulerType() for that.
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.2.3
 */
int virDomainGetSchedulerParameters(virDomainPtr domain, virTypedParameterPtr params, int *nparams);

/**
 * virDomainGetSchedulerParametersFlags:
 * @domain: the domain
 * @params: the caller's array
 * @nparams: in: capacity of params, at most virDomainGetSchedulerType()'s number; out: entries
 *     filled
 * @flags: virDomainModificationImpact
 *
 * VIR_DOMAIN_SCHEDULER_* values of the hypervisor's scheduler. Does not count: use
 * virDomainGetSchedulerType() for that.
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.9.2
 */
int virDomainGetSchedulerParametersFlags(virDomainPtr domain,
                                         virTypedParameterPtr params,
                                         int *nparams,
                                         unsigned int flags);

/**
 * virDomainGetSchedulerType:
 * @domain: the domain
 * @nparams: set to the number of values of the scheduler; may be NULL
 *
 * Name of the scheduler: "posix", "credit", "allocation" and so on.
 *
 * Returns a string to be released with free(), or NULL on error.
 *
 * Since: 0.2.3
 */
char *virDomainGetSchedulerType(virDomainPtr domain, int *nparams);

/**
 * virDomainGetSecurityLabel:
 * @domain: the domain, running
 * @seclabel: filled with label and enforcing flag; an empty label when there is none
 *
 * Label of the domain's process by the first security model.
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.6.1
 */
int virDomainGetSecurityLabel(virDomainPtr domain, virSecurityLabelPtr seclabel);

/**
 * virDomainGetSecurityLabelList:
 * @domain: the domain, running
 * @seclabels: set to an allocated array; release it with free()
 *
 * Labels of the domain's process, one per security model of the host.
 *
 * Returns the number of labels, or -1 on error.
 *
 * Since: 0.10.0
 */
int virDomainGetSecurityLabelList(virDomainPtr domain, virSecurityLabelPtr *seclabels);

/**
 * virDomainGetState:
 * @domain: the domain
 * @state: set to a virDomainState
 * @reason: set to the reason, whose enum depends on the state; may be NULL
 * @flags: none defined, pass 0
 *
 * State of the domain and why it is in it.
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.9.2
 */
int virDomainGetState(virDomainPtr domain, int *state, int *reason, unsigned int flags);

/**
 * virDomainGetTime:
 * @dom: the domain, running, with its guest agent
 * @seconds: set to seconds since the epoch; may be NULL
 * @nseconds: set to the rest in ns; may be NULL
 * @flags: none defined, pass 0
 *
 * Time of the guest's clock.
 *
 * Errors: VIR_ERR_AGENT_UNRESPONSIVE.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 1.2.5
 */
int virDomainGetTime(virDomainPtr dom,
                     long long *seconds,
                     unsigned int *nseconds,
                     unsigned int flags);

/**
 * virDomainGetUUID:
 * @domain: the domain
 * @uuid: receives VIR_UUID_BUFLEN bytes
 *
 * The UUID, from the handle; nothing is sent.
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.0.5
 */
int virDomainGetUUID(virDomainPtr domain, unsigned char *uuid);

/**
 * virDomainGetUUIDString:
 * @domain: the domain
 * @buf: receives VIR_UUID_STRING_BUFLEN bytes, NUL included
 *
 * The UUID as text, from the handle; nothing is sent.
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.1.1
 */
int virDomainGetUUIDString(virDomainPtr domain, char *buf);

/**
 * virDomainGetVcpuPinInfo:
 * @domain: the domain
 * @ncpumaps: vCPUs to report, from 0
 * @cpumaps: receives ncpumaps maps of maplen bytes, bit 0 of byte 0 is processor 0
 * @maplen: bytes of one map, VIR_CPU_MAPLEN() of the host's processors
 * @flags: virDomainModificationImpact
 *
 * Host processors each vCPU may use.
 *
 * Errors: VIR_ERR_OVERFLOW when ncpumaps times maplen does not fit.
 *
 * Returns the number of maps stored, or -1 on error.
 *
 * Since: 0.9.3
 */
int virDomainGetVcpuPinInfo(virDomainPtr domain,
                            int ncpumaps,
                            unsigned char *cpumaps,
                            int maplen,
                            unsigned int flags);

/**
 * virDomainGetVcpus:
 * @domain: the domain, running
 * @info: receives maxinfo entries
 * @maxinfo: vCPUs to report, from 0
 * @cpumaps: receives maxinfo maps of maplen bytes; NULL when maplen is 0
 * @maplen: bytes of one map, or 0
 *
 * State, processor time and place of each vCPU, and the host processors it may use.
 *
 * Errors: VIR_ERR_OVERFLOW when maxinfo times maplen does not fit, VIR_ERR_OPERATION_INVALID
 * when not running.
 *
 * Returns the number of entries stored, or -1 on error.
 *
 * Since: 0.1.4
 */
int virDomainGetVcpus(virDomainPtr domain,
                      virVcpuInfoPtr info,
                      int maxinfo,
                      unsigned char *cpumaps,
                      int maplen);

/**
 * virDomainGetVcpusFlags:
 * @domain: the domain
 * @flags: virDomainVcpuFlags
 *
 * Number of vCPUs, or their ceiling with VIR_DOMAIN_VCPU_MAXIMUM. VIR_DOMAIN_VCPU_GUEST asks the
 * guest agent and is refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns the number, or -1 on error.
 *
 * Since: 0.8.5
 */
int virDomainGetVcpusFlags(virDomainPtr domain, unsigned int flags);

/**
 * virDomainGetXMLDesc:
 * @domain: the domain
 * @flags: virDomainXMLFlags
 *
 * The configuration as XML: the live one when running, unless VIR_DOMAIN_XML_INACTIVE is given.
 * Secrets are left out; VIR_DOMAIN_XML_SECURE and VIR_DOMAIN_XML_MIGRATABLE are refused on a
 * read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns a string to be released with free(), or NULL on error.
 *
 * Since: 0.0.3
 */
char *virDomainGetXMLDesc(virDomainPtr domain, unsigned int flags);

/**
 * virDomainGraphicsReload:
 * @domain: the domain, running
 * @type: a virDomainGraphicsReloadType
 * @flags: none defined, pass 0
 *
 * Makes a display read its TLS certificates again.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 10.2.0
 */
int virDomainGraphicsReload(virDomainPtr domain, unsigned int type, unsigned int flags);

/**
 * virDomainHasManagedSaveImage:
 * @dom: the domain
 * @flags: none defined, pass 0
 *
 * Whether the next start restores a managed save image.
 *
 * Returns 1 if so, 0 if not, -1 on error.
 *
 * Since: 0.8.0
 */
int virDomainHasManagedSaveImage(virDomainPtr dom, unsigned int flags);

/**
 * virDomainIOThreadInfoFree:
 * @info: an entry of virDomainGetIOThreadInfo(), or NULL
 *
 * Releases it. Leaves the thread's error alone.
 *
 * Since: 1.2.14
 */
void virDomainIOThreadInfoFree(virDomainIOThreadInfoPtr info);

/**
 * virDomainInjectNMI:
 * @domain: the domain, running
 * @flags: none defined, pass 0
 *
 * Sends the guest a non-maskable interrupt.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.9.2
 */
int virDomainInjectNMI(virDomainPtr domain, unsigned int flags);

/**
 * virDomainInterfaceAddresses:
 * @dom: the domain, running
 * @ifaces: set to an allocated array; release each entry with virDomainInterfaceFree() and the
 *     array with free()
 * @source: a virDomainInterfaceAddressesSource
 * @flags: none defined, pass 0
 *
 * Addresses of the guest's network interfaces, as far as the source knows them. The guest agent
 * as source is refused on a read-only connection (VIR_ERR_OPERATION_DENIED) and reports all
 * interfaces of the guest.
 *
 * Errors: VIR_ERR_ARGUMENT_UNSUPPORTED for an unknown source, VIR_ERR_AGENT_UNRESPONSIVE.
 *
 * Returns the number of interfaces, or -1 on error.
 *
 * Since: 1.2.14
 */
int virDomainInterfaceAddresses(virDomainPtr dom,
                                virDomainInterfacePtr **ifaces,
                                unsigned int source,
                                unsigned int flags);

/**
 * virDomainInterfaceFree:
 * @iface: an entry of virDomainInterfaceAddresses(), or NULL
 *
 * Releases it with its addresses. Leaves the thread's error alone.
 *
 * Since: 1.2.14
 */
void virDomainInterfaceFree(virDomainInterfacePtr iface);

/**
 * virDomainInterfaceStats:
 * @dom: the domain, running
 * @device: interface as host device such as "vnet0", or MAC address
 * @stats: filled with the counters
 * @size: sizeof(virDomainInterfaceStatsStruct)
 *
 * Counters of a network interface, from the guest's point of view.
 *
 * Errors: VIR_ERR_INVALID_ARG when size is larger than this library's structure or there is no
 * such interface.
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.3.2
 */
int virDomainInterfaceStats(virDomainPtr dom,
                            const char *device,
                            virDomainInterfaceStatsPtr stats,
                            size_t size);

/**
 * virDomainIsActive:
 * @dom: the domain
 *
 * Whether the domain has a running instance.
 *
 * Returns 1 if so, 0 if not, -1 on error.
 *
 * Since: 0.7.3
 */
int virDomainIsActive(virDomainPtr dom);

/**
 * virDomainIsPersistent:
 * @dom: the domain
 *
 * Whether the domain has a stored configuration.
 *
 * Returns 1 if so, 0 if not, -1 on error.
 *
 * Since: 0.7.3
 */
int virDomainIsPersistent(virDomainPtr dom);

/**
 * virDomainIsUpdated:
 * @dom: the domain
 *
 * Whether a running domain's stored configuration was changed since it started.
 *
 * Returns 1 if so, 0 if not, -1 on error.
 *
 * Since: 0.8.6
 */
int virDomainIsUpdated(virDomainPtr dom);

/**
 * virDomainListGetStats:
 * @doms: NULL-terminated array of domains, at least one, all of one connection
 * @stats: virDomainStatsTypes of the groups wanted, 0 for all supported ones
 * @retStats: set to an allocated, NULL-terminated array; release with
 *     virDomainStatsRecordListFree()
 * @flags: virConnectGetAllDomainStatsFlags
 *
 * Statistics of the domains given, less those that vanished or do not pass the filter.
 *
 * Errors: VIR_ERR_INVALID_ARG for an empty array or domains of different connections.
 *
 * Returns the number of records, or -1 on error.
 *
 * Since: 1.2.8
 */
int virDomainListGetStats(virDomainPtr *doms,
                          unsigned int stats,
                          virDomainStatsRecordPtr **retStats,
                          unsigned int flags);

/**
 * virDomainLookupByID:
 * @conn: an open connection
 * @id: identifier of a running domain
 *
 * Finds a running domain by its number.
 *
 * Errors: VIR_ERR_NO_DOMAIN.
 *
 * Returns the domain, to be released with virDomainFree(), or NULL on error.
 *
 * Since: 0.0.3
 */
virDomainPtr virDomainLookupByID(virConnectPtr conn, int id);

/**
 * virDomainLookupByName:
 * @conn: an open connection
 * @name: its name
 *
 * Finds a domain by name.
 *
 * Errors: VIR_ERR_NO_DOMAIN.
 *
 * Returns the domain, to be released with virDomainFree(), or NULL on error.
 *
 * Since: 0.0.3
 */
virDomainPtr virDomainLookupByName(virConnectPtr conn, const char *name);

/**
 * virDomainLookupByUUID:
 * @conn: an open connection
 * @uuid: VIR_UUID_BUFLEN bytes
 *
 * Finds a domain by UUID.
 *
 * Errors: VIR_ERR_NO_DOMAIN.
 *
 * Returns the domain, to be released with virDomainFree(), or NULL on error.
 *
 * Since: 0.0.5
 */
virDomainPtr virDomainLookupByUUID(virConnectPtr conn, const unsigned char *uuid);

/**
 * virDomainLookupByUUIDString:
 * @conn: an open connection
 * @uuidstr: UUID as text, dashes optional
 *
 * Finds a domain by UUID.
 *
 * Errors: VIR_ERR_NO_DOMAIN, VIR_ERR_INVALID_ARG when the text is no UUID.
 *
 * Returns the domain, to be released with virDomainFree(), or NULL on error.
 *
 * Since: 0.1.1
 */
virDomainPtr virDomainLookupByUUIDString(virConnectPtr conn, const char *uuidstr);

/**
 * virDomainManagedSave:
 * @dom: a persistent domain, running
 * @flags: virDomainSaveRestoreFlags; RUNNING and PAUSED exclude each other
 *
 * Saves the domain to a file the daemon chooses, from which the next start restores it. A job:
 * virDomainAbortJob() applies.
 *
 * Errors: VIR_ERR_OPERATION_INVALID when not running or transient.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.8.0
 */
int virDomainManagedSave(virDomainPtr dom, unsigned int flags);

/**
 * virDomainManagedSaveDefineXML:
 * @domain: the domain
 * @dxml: domain XML with the same guest ABI; NULL to change the flags only
 * @flags: virDomainSaveRestoreFlags; RUNNING and PAUSED exclude each other
 *
 * Changes the configuration kept in the managed save image.
 *
 * Errors: VIR_ERR_OPERATION_INVALID when there is no image, VIR_ERR_CONFIG_UNSUPPORTED when the
 * guest would notice.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 3.7.0
 */
int virDomainManagedSaveDefineXML(virDomainPtr domain, const char *dxml, unsigned int flags);

/**
 * virDomainManagedSaveGetXMLDesc:
 * @domain: the domain
 * @flags: virDomainSaveImageXMLFlags
 *
 * Configuration kept in the managed save image. VIR_DOMAIN_SAVE_IMAGE_XML_SECURE is refused on a
 * read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Errors: VIR_ERR_OPERATION_INVALID when there is no image.
 *
 * Returns a string to be released with free(), or NULL on error.
 *
 * Since: 3.7.0
 */
char *virDomainManagedSaveGetXMLDesc(virDomainPtr domain, unsigned int flags);

/**
 * virDomainManagedSaveRemove:
 * @dom: the domain
 * @flags: none defined, pass 0
 *
 * Deletes the managed save image, so that the next start boots anew. No image is no error.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.8.0
 */
int virDomainManagedSaveRemove(virDomainPtr dom, unsigned int flags);

/**
 * virDomainMemoryPeek:
 * @dom: the domain, running
 * @start: address to start at
 * @size: how much to read, bytes; at most 4 MiB per call over a connection to a daemon
 * @buffer: receives size bytes; NULL only when size is 0
 * @flags: a virDomainMemoryFlags, exactly one
 *
 * Reads guest memory.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.4.2
 */
int virDomainMemoryPeek(virDomainPtr dom,
                        unsigned long long start,
                        size_t size,
                        void *buffer,
                        unsigned int flags);

/**
 * virDomainMemoryStats:
 * @dom: the domain, running
 * @stats: receives the statistics, in no fixed order
 * @nr_stats: capacity of stats; VIR_DOMAIN_MEMORY_STAT_NR is enough
 * @flags: none defined, pass 0
 *
 * Memory statistics as reported by the guest's balloon driver and the host. Those not known are
 * left out.
 *
 * Returns the number of entries stored, 0 when nr_stats is 0, -1 on error.
 *
 * Since: 0.7.5
 */
int virDomainMemoryStats(virDomainPtr dom,
                         virDomainMemoryStatPtr stats,
                         unsigned int nr_stats,
                         unsigned int flags);

/**
 * virDomainMigrate:
 * @domain: the domain on the source
 * @dconn: read-write connection to the destination, not NULL
 * @flags: virDomainMigrateFlags
 * @dname: name on the destination, NULL to keep it
 * @uri: transport of the memory, NULL to let the destination choose; with VIR_MIGRATE_PEER2PEER
 *     the destination's connection URI as the source reaches it, NULL for that of dconn
 * @bandwidth: limit in MiB/s; 0 is the hypervisor's default
 *
 * Moves a domain to another host. This process controls both daemons, or, with
 * VIR_MIGRATE_PEER2PEER, leaves that to the source. On failure the domain keeps running on the
 * source wherever that is possible. A job: virDomainGetJobStats() and virDomainAbortJob() apply.
 *
 * Errors: VIR_ERR_INVALID_ARG for flags that exclude each other, VIR_ERR_ARGUMENT_UNSUPPORTED or
 * VIR_ERR_NO_SUPPORT when the daemons share no protocol, VIR_ERR_OPERATION_INVALID,
 * VIR_ERR_OPERATION_ABORTED, VIR_ERR_MIGRATE_UNSAFE, VIR_ERR_MIGRATE_FINISH_OK when the source
 * cannot tell the outcome.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns the domain on dconn, to be released with virDomainFree(), or NULL on error.
 *
 * Since: 0.3.2
 */
virDomainPtr virDomainMigrate(virDomainPtr domain,
                              virConnectPtr dconn,
                              unsigned long flags,
                              const char *dname,
                              const char *uri,
                              unsigned long bandwidth);

/**
 * virDomainMigrate2:
 * @domain: the domain on the source
 * @dconn: read-write connection to the destination, not NULL
 * @dxml: domain XML for the destination, same guest ABI; NULL to keep it
 * @flags: virDomainMigrateFlags
 * @dname: name on the destination, NULL to keep it
 * @uri: transport of the memory, NULL to let the destination choose
 * @bandwidth: limit in MiB/s; 0 is the hypervisor's default
 *
 * Like virDomainMigrate(), with a changed configuration: host-side parts such as paths and
 * bridges may differ.
 *
 * Errors: as virDomainMigrate(); VIR_ERR_CONFIG_UNSUPPORTED when the guest would notice the
 * change.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns the domain on dconn, to be released with virDomainFree(), or NULL on error.
 *
 * Since: 0.9.2
 */
virDomainPtr virDomainMigrate2(virDomainPtr domain,
                               virConnectPtr dconn,
                               const char *dxml,
                               unsigned long flags,
                               const char *dname,
                               const char *uri,
                               unsigned long bandwidth);

/**
 * virDomainMigrate3:
 * @domain: the domain on the source
 * @dconn: read-write connection to the destination, not NULL
 * @params: VIR_MIGRATE_PARAM_* values; NULL when nparams is 0
 * @nparams: entries of params
 * @flags: virDomainMigrateFlags without VIR_MIGRATE_PEER2PEER and VIR_MIGRATE_TUNNELLED
 *
 * Like virDomainMigrate2() with all parameters by name. For peer-to-peer migration use
 * virDomainMigrateToURI3().
 *
 * Errors: as virDomainMigrate2(); VIR_ERR_INVALID_ARG for an unknown or doubled parameter.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns the domain on dconn, to be released with virDomainFree(), or NULL on error.
 *
 * Since: 1.1.0
 */
virDomainPtr virDomainMigrate3(virDomainPtr domain,
                               virConnectPtr dconn,
                               virTypedParameterPtr params,
                               unsigned int nparams,
                               unsigned int flags);

/**
 * virDomainMigrateGetCompressionCache:
 * @domain: the domain
 * @cacheSize: set to the size, bytes
 * @flags: none defined, pass 0
 *
 * Size of the XBZRLE page cache used for compressed migration.
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 1.0.3
 */
int virDomainMigrateGetCompressionCache(virDomainPtr domain,
                                        unsigned long long *cacheSize,
                                        unsigned int flags);

/**
 * virDomainMigrateGetMaxDowntime:
 * @domain: the domain
 * @downtime: set to the limit, milliseconds
 * @flags: none defined, pass 0
 *
 * How long a migration may stop the vCPUs at its end.
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 3.7.0
 */
int virDomainMigrateGetMaxDowntime(virDomainPtr domain,
                                   unsigned long long *downtime,
                                   unsigned int flags);

/**
 * virDomainMigrateGetMaxSpeed:
 * @domain: the domain
 * @bandwidth: set to the limit, MiB/s
 * @flags: virDomainMigrateMaxSpeedFlags
 *
 * Speed limit of migration.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.9.5
 */
int virDomainMigrateGetMaxSpeed(virDomainPtr domain, unsigned long *bandwidth, unsigned int flags);

/**
 * virDomainMigrateSetCompressionCache:
 * @domain: the domain
 * @cacheSize: size in bytes; the hypervisor may round it to a power of two
 * @flags: none defined, pass 0
 *
 * Size of the XBZRLE page cache used for compressed migration; also during one.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 1.0.3
 */
int virDomainMigrateSetCompressionCache(virDomainPtr domain,
                                        unsigned long long cacheSize,
                                        unsigned int flags);

/**
 * virDomainMigrateSetMaxDowntime:
 * @domain: the domain
 * @downtime: limit, milliseconds
 * @flags: none defined, pass 0
 *
 * How long a migration may stop the vCPUs at its end; also during one. An estimate is held
 * against it, the true downtime may be longer.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.8.0
 */
int virDomainMigrateSetMaxDowntime(virDomainPtr domain,
                                   unsigned long long downtime,
                                   unsigned int flags);

/**
 * virDomainMigrateSetMaxSpeed:
 * @domain: the domain
 * @bandwidth: limit, MiB/s
 * @flags: virDomainMigrateMaxSpeedFlags
 *
 * Speed limit of migration; also during one. Not kept when the domain stops.
 *
 * Errors: VIR_ERR_OVERFLOW when the value in bytes does not fit.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.9.0
 */
int virDomainMigrateSetMaxSpeed(virDomainPtr domain, unsigned long bandwidth, unsigned int flags);

/**
 * virDomainMigrateStartPostCopy:
 * @domain: the domain on the source, being migrated with VIR_MIGRATE_POSTCOPY
 * @flags: none defined, pass 0
 *
 * Switches to post-copy: vCPUs run on the destination at once and missing pages follow. From
 * then on neither side alone has all the memory.
 *
 * Errors: VIR_ERR_OPERATION_INVALID without such a migration.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 1.3.3
 */
int virDomainMigrateStartPostCopy(virDomainPtr domain, unsigned int flags);

/**
 * virDomainMigrateToURI:
 * @domain: the domain on the source
 * @duri: connection URI of the destination with VIR_MIGRATE_PEER2PEER, else the hypervisor's
 *     migration URI
 * @flags: virDomainMigrateFlags
 * @dname: name on the destination, NULL to keep it
 * @bandwidth: limit in MiB/s; 0 is the hypervisor's default
 *
 * Moves a domain by means of the source's daemon alone.
 *
 * Errors: as virDomainMigrate().
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.7.2
 */
int virDomainMigrateToURI(virDomainPtr domain,
                          const char *duri,
                          unsigned long flags,
                          const char *dname,
                          unsigned long bandwidth);

/**
 * virDomainMigrateToURI2:
 * @domain: the domain on the source
 * @dconnuri: connection URI of the destination, as the source's daemon reaches it; needed with
 *     VIR_MIGRATE_PEER2PEER, else NULL
 * @miguri: transport of the memory, NULL to let the destination choose
 * @dxml: domain XML for the destination, same guest ABI; NULL to keep it
 * @flags: virDomainMigrateFlags
 * @dname: name on the destination, NULL to keep it
 * @bandwidth: limit in MiB/s; 0 is the hypervisor's default
 *
 * Like virDomainMigrateToURI(), with separate URIs and a changed configuration.
 *
 * Errors: as virDomainMigrate2().
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.9.2
 */
int virDomainMigrateToURI2(virDomainPtr domain,
                           const char *dconnuri,
                           const char *miguri,
                           const char *dxml,
                           unsigned long flags,
                           const char *dname,
                           unsigned long bandwidth);

/**
 * virDomainMigrateToURI3:
 * @domain: the domain on the source
 * @dconnuri: connection URI of the destination, as the source's daemon reaches it; needed with
 *     VIR_MIGRATE_PEER2PEER, else NULL
 * @params: VIR_MIGRATE_PARAM_* values; NULL when nparams is 0
 * @nparams: entries of params
 * @flags: virDomainMigrateFlags
 *
 * Like virDomainMigrateToURI2() with all parameters by name.
 *
 * Errors: as virDomainMigrate3().
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 1.1.0
 */
int virDomainMigrateToURI3(virDomainPtr domain,
                           const char *dconnuri,
                           virTypedParameterPtr params,
                           unsigned int nparams,
                           unsigned int flags);

/**
 * virDomainOpenChannel:
 * @dom: the domain, running
 * @name: alias or target name of a channel; NULL for the first
 * @st: a new stream of the same connection
 * @flags: virDomainChannelFlags
 *
 * Connects a stream to a virtio channel of the guest. One user at a time.
 *
 * Errors: VIR_ERR_INVALID_ARG for a stream of another connection, VIR_ERR_OPERATION_FAILED when
 * the channel is in use.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 1.0.2
 */
int virDomainOpenChannel(virDomainPtr dom, const char *name, virStreamPtr st, unsigned int flags);

/**
 * virDomainOpenConsole:
 * @dom: the domain, running
 * @dev_name: alias of a console, serial or parallel device; NULL for the first console or serial
 *     port
 * @st: a new stream of the same connection
 * @flags: virDomainConsoleFlags
 *
 * Connects a stream to a text console of the guest. One user at a time.
 *
 * Errors: VIR_ERR_INVALID_ARG for a stream of another connection, VIR_ERR_OPERATION_FAILED when
 * the console is in use.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.8.6
 */
int virDomainOpenConsole(virDomainPtr dom,
                         const char *dev_name,
                         virStreamPtr st,
                         unsigned int flags);

/**
 * virDomainOpenGraphics:
 * @dom: the domain, running
 * @idx: which graphics device, from 0
 * @fd: one end of a socket pair; duplicated, stays the caller's
 * @flags: virDomainOpenGraphicsFlags
 *
 * Hands the display a connected socket; the client speaks its protocol at the other end.
 *
 * Errors: VIR_ERR_ARGUMENT_UNSUPPORTED when the connection cannot pass descriptors,
 * VIR_ERR_INVALID_ARG when fd is no socket.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.9.7
 */
int virDomainOpenGraphics(virDomainPtr dom, unsigned int idx, int fd, unsigned int flags);

/**
 * virDomainOpenGraphicsFD:
 * @dom: the domain, running
 * @idx: which graphics device, from 0
 * @flags: virDomainOpenGraphicsFlags
 *
 * Like virDomainOpenGraphics(), with the socket pair made by the daemon.
 *
 * Errors: VIR_ERR_ARGUMENT_UNSUPPORTED when the connection cannot pass descriptors.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns a connected socket which the caller closes, or -1 on error.
 *
 * Since: 1.2.8
 */
int virDomainOpenGraphicsFD(virDomainPtr dom, unsigned int idx, unsigned int flags);

/**
 * virDomainPMSuspendForDuration:
 * @dom: the domain, running, with its guest agent
 * @target: a virNodeSuspendTarget
 * @duration: seconds until it wakes by itself; 0 for never. QEMU takes 0 only
 * @flags: none defined, pass 0
 *
 * Asks the guest to suspend itself, without waiting until it did.
 *
 * Errors: VIR_ERR_ARGUMENT_UNSUPPORTED for a duration, VIR_ERR_AGENT_UNRESPONSIVE.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.9.10
 */
int virDomainPMSuspendForDuration(virDomainPtr dom,
                                  unsigned int target,
                                  unsigned long long duration,
                                  unsigned int flags);

/**
 * virDomainPMWakeup:
 * @dom: a domain in state VIR_DOMAIN_PMSUSPENDED
 * @flags: none defined, pass 0
 *
 * Wakes a guest suspended to memory.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.9.11
 */
int virDomainPMWakeup(virDomainPtr dom, unsigned int flags);

/**
 * virDomainPinEmulator:
 * @domain: the domain
 * @cpumap: bit 0 of byte 0 is processor 0; bits beyond the host's processors are ignored
 * @maplen: bytes of cpumap
 * @flags: virDomainModificationImpact
 *
 * Sets the host processors the emulator's threads may use. A map with all of them removes the
 * pinning.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.10.0
 */
int virDomainPinEmulator(virDomainPtr domain,
                         unsigned char *cpumap,
                         int maplen,
                         unsigned int flags);

/**
 * virDomainPinIOThread:
 * @domain: the domain
 * @iothread_id: identifier of the thread
 * @cpumap: bit 0 of byte 0 is processor 0; bits beyond the host's processors are ignored
 * @maplen: bytes of cpumap
 * @flags: virDomainModificationImpact
 *
 * Sets the host processors an I/O thread may use.
 *
 * Errors: VIR_ERR_INVALID_ARG when the thread does not exist.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 1.2.14
 */
int virDomainPinIOThread(virDomainPtr domain,
                         unsigned int iothread_id,
                         unsigned char *cpumap,
                         int maplen,
                         unsigned int flags);

/**
 * virDomainPinVcpu:
 * @domain: the domain, running
 * @vcpu: which vCPU, from 0
 * @cpumap: bit 0 of byte 0 is processor 0; bits beyond the host's processors are ignored
 * @maplen: bytes of cpumap
 *
 * Sets the host processors a vCPU may use; not kept when the domain stops.
 *
 * Errors: VIR_ERR_INVALID_ARG for a vCPU the domain lacks.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.1.4
 */
int virDomainPinVcpu(virDomainPtr domain, unsigned int vcpu, unsigned char *cpumap, int maplen);

/**
 * virDomainPinVcpuFlags:
 * @domain: the domain
 * @vcpu: which vCPU, from 0
 * @cpumap: bit 0 of byte 0 is processor 0; bits beyond the host's processors are ignored
 * @maplen: bytes of cpumap
 * @flags: virDomainModificationImpact
 *
 * Sets the host processors a vCPU may use.
 *
 * Errors: VIR_ERR_INVALID_ARG for a vCPU the domain lacks.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.9.3
 */
int virDomainPinVcpuFlags(virDomainPtr domain,
                          unsigned int vcpu,
                          unsigned char *cpumap,
                          int maplen,
                          unsigned int flags);

/**
 * virDomainReboot:
 * @domain: the domain, running
 * @flags: virDomainRebootFlagValues
 *
 * Asks the guest to reboot, and returns. The guest may ignore it; what follows is up to its
 * on_reboot action.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.1.0
 */
int virDomainReboot(virDomainPtr domain, unsigned int flags);

/**
 * virDomainRef:
 * @domain: the domain
 *
 * Adds a reference to the handle; each needs its own virDomainFree().
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.6.0
 */
int virDomainRef(virDomainPtr domain);

/**
 * virDomainRename:
 * @dom: a persistent domain; QEMU wants it shut off
 * @new_name: its new name, not empty
 * @flags: none defined, pass 0
 *
 * Changes the domain's name. Other handles keep the old one. Lifecycle events report an
 * undefined and a defined domain.
 *
 * Errors: VIR_ERR_OPERATION_INVALID when running or the name is taken.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 1.2.19
 */
int virDomainRename(virDomainPtr dom, const char *new_name, unsigned int flags);

/**
 * virDomainReset:
 * @domain: the domain, running
 * @flags: none defined, pass 0
 *
 * Resets the machine as its reset button would. The guest gets no warning.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.9.7
 */
int virDomainReset(virDomainPtr domain, unsigned int flags);

/**
 * virDomainRestore:
 * @conn: an open connection
 * @from: path of a saved image on the daemon's host
 *
 * Starts the domain saved by virDomainSave(). The image is kept; restoring it a second time with
 * changed disks corrupts the guest.
 *
 * Errors: VIR_ERR_OPERATION_FAILED when the file is no saved image, VIR_ERR_OPERATION_INVALID
 * when the domain runs.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.0.3
 */
int virDomainRestore(virConnectPtr conn, const char *from);

/**
 * virDomainRestoreFlags:
 * @conn: an open connection
 * @from: path of a saved image on the daemon's host
 * @dxml: domain XML with the same guest ABI, or NULL for the one in the image
 * @flags: virDomainSaveRestoreFlags; RUNNING and PAUSED exclude each other
 *
 * Like virDomainRestore().
 *
 * Errors: as virDomainRestore(); VIR_ERR_CONFIG_UNSUPPORTED when the guest would notice the
 * change.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.9.4
 */
int virDomainRestoreFlags(virConnectPtr conn,
                          const char *from,
                          const char *dxml,
                          unsigned int flags);

/**
 * virDomainRestoreParams:
 * @conn: an open connection
 * @params: VIR_DOMAIN_SAVE_PARAM_* values, the file at least
 * @nparams: entries of params
 * @flags: virDomainSaveRestoreFlags; RUNNING and PAUSED exclude each other
 *
 * Like virDomainRestoreFlags() with all parameters by name.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 8.4.0
 */
int virDomainRestoreParams(virConnectPtr conn,
                           virTypedParameterPtr params,
                           int nparams,
                           unsigned int flags);

/**
 * virDomainResume:
 * @domain: a paused domain
 *
 * Lets its vCPUs run again. No error when they do already.
 *
 * Errors: VIR_ERR_OPERATION_INVALID when not running or suspended by the guest.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.0.3
 */
int virDomainResume(virDomainPtr domain);

/**
 * virDomainSave:
 * @domain: the domain, running
 * @to: path of the image on the daemon's host
 *
 * Writes memory and devices to a file and ends the instance; virDomainRestore() continues it.
 * Disks are not contained. A job: virDomainGetJobStats() and virDomainAbortJob() apply.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.0.3
 */
int virDomainSave(virDomainPtr domain, const char *to);

/**
 * virDomainSaveFlags:
 * @domain: the domain, running
 * @to: path of the image on the daemon's host
 * @dxml: domain XML with the same guest ABI to store, or NULL for the live one
 * @flags: virDomainSaveRestoreFlags; RUNNING and PAUSED exclude each other
 *
 * Like virDomainSave().
 *
 * Errors: VIR_ERR_CONFIG_UNSUPPORTED when the guest would notice the change.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.9.4
 */
int virDomainSaveFlags(virDomainPtr domain, const char *to, const char *dxml, unsigned int flags);

/**
 * virDomainSaveImageDefineXML:
 * @conn: an open connection
 * @file: path of a saved image on the daemon's host
 * @dxml: domain XML with the same guest ABI
 * @flags: virDomainSaveRestoreFlags; RUNNING and PAUSED exclude each other
 *
 * Changes the configuration kept in a saved image.
 *
 * Errors: VIR_ERR_CONFIG_UNSUPPORTED when the guest would notice, VIR_ERR_OPERATION_FAILED when
 * the file is no saved image.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.9.4
 */
int virDomainSaveImageDefineXML(virConnectPtr conn,
                                const char *file,
                                const char *dxml,
                                unsigned int flags);

/**
 * virDomainSaveImageGetXMLDesc:
 * @conn: an open connection
 * @file: path of a saved image on the daemon's host
 * @flags: virDomainSaveImageXMLFlags
 *
 * Configuration kept in a saved image.
 *
 * Errors: VIR_ERR_OPERATION_FAILED when the file is no saved image.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns a string to be released with free(), or NULL on error.
 *
 * Since: 0.9.4
 */
char *virDomainSaveImageGetXMLDesc(virConnectPtr conn, const char *file, unsigned int flags);

/**
 * virDomainSaveParams:
 * @domain: the domain, running
 * @params: VIR_DOMAIN_SAVE_PARAM_* values; without a file it is a managed save
 * @nparams: entries of params
 * @flags: virDomainSaveRestoreFlags; RUNNING and PAUSED exclude each other
 *
 * Like virDomainSaveFlags() with all parameters by name.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 8.4.0
 */
int virDomainSaveParams(virDomainPtr domain,
                        virTypedParameterPtr params,
                        int nparams,
                        unsigned int flags);

/**
 * virDomainScreenshot:
 * @domain: the domain, running
 * @stream: a new stream of the same connection, to be read until its end
 * @screen: which display, from 0
 * @flags: none defined, pass 0
 *
 * Takes a picture of the guest's screen.
 *
 * Errors: VIR_ERR_INVALID_ARG for a stream of another connection.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns the MIME type of the picture, to be released with free(), or NULL on error.
 *
 * Since: 0.9.2
 */
char *virDomainScreenshot(virDomainPtr domain,
                          virStreamPtr stream,
                          unsigned int screen,
                          unsigned int flags);

/**
 * virDomainSendKey:
 * @domain: the domain, running
 * @codeset: a virKeycodeSet
 * @holdtime: how long the keys are held, milliseconds; 0 for the default
 * @keycodes: codes, pressed together
 * @nkeycodes: entries of keycodes, 1 to VIR_DOMAIN_SEND_KEY_MAX_KEYS
 * @flags: none defined, pass 0
 *
 * Presses and releases keys of the guest's keyboard.
 *
 * Errors: VIR_ERR_INVALID_ARG for an unknown set or too many keys, VIR_ERR_OPERATION_FAILED for
 * a code without translation.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.9.3
 */
int virDomainSendKey(virDomainPtr domain,
                     unsigned int codeset,
                     unsigned int holdtime,
                     unsigned int *keycodes,
                     int nkeycodes,
                     unsigned int flags);

/**
 * virDomainSendProcessSignal:
 * @domain: the domain, running
 * @pid_value: process in the container; negative for its group, not 0. Drivers may support 1,
 *     the init, only
 * @signum: a virDomainProcessSignal
 * @flags: none defined, pass 0
 *
 * Sends a signal to a process of the guest; containers.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 1.0.1
 */
int virDomainSendProcessSignal(virDomainPtr domain,
                               long long pid_value,
                               unsigned int signum,
                               unsigned int flags);

/**
 * virDomainSetAutostart:
 * @domain: a persistent domain
 * @autostart: 1 or 0
 *
 * Whether to start the domain with the host's daemon.
 *
 * Errors: VIR_ERR_OPERATION_INVALID when transient.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.2.1
 */
int virDomainSetAutostart(virDomainPtr domain, int autostart);

/**
 * virDomainSetAutostartOnce:
 * @domain: a persistent domain
 * @autostart: 1 or 0
 *
 * Whether to start the domain the next time the host boots, and not after that.
 *
 * Errors: VIR_ERR_OPERATION_INVALID when transient.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 11.2.0
 */
int virDomainSetAutostartOnce(virDomainPtr domain, int autostart);

/**
 * virDomainSetBlkioParameters:
 * @domain: the domain
 * @params: values by name; stay the caller's
 * @nparams: entries of params
 * @flags: virDomainModificationImpact
 *
 * Changes VIR_DOMAIN_BLKIO_* values; those not given stay.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.9.0
 */
int virDomainSetBlkioParameters(virDomainPtr domain,
                                virTypedParameterPtr params,
                                int nparams,
                                unsigned int flags);

/**
 * virDomainSetBlockIoTune:
 * @dom: the domain
 * @disk: target such as "vda", or the source path
 * @params: values by name; stay the caller's
 * @nparams: entries of params
 * @flags: virDomainModificationImpact
 *
 * Changes VIR_DOMAIN_BLOCK_IOTUNE_* limits of a disk, and of its throttle group; 0 lifts a
 * limit. Within a kind, bytes or operations, the limits not given are lifted; a kind without any
 * stays.
 *
 * Errors: VIR_ERR_INVALID_ARG for a total combined with a read or write limit of its kind,
 * VIR_ERR_ARGUMENT_UNSUPPORTED.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.9.8
 */
int virDomainSetBlockIoTune(virDomainPtr dom,
                            const char *disk,
                            virTypedParameterPtr params,
                            int nparams,
                            unsigned int flags);

/**
 * virDomainSetBlockThreshold:
 * @domain: the domain, running
 * @dev: target "vda", or "vda[2]" for an image of its backing chain
 * @threshold: offset in the image, bytes; 0 disarms
 * @flags: none defined, pass 0
 *
 * Arms a one-time event, VIR_DOMAIN_EVENT_ID_BLOCK_THRESHOLD, for a write beyond the offset.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 3.1.0
 */
int virDomainSetBlockThreshold(virDomainPtr domain,
                               const char *dev,
                               unsigned long long threshold,
                               unsigned int flags);

/**
 * virDomainSetGuestVcpus:
 * @domain: the domain, running, with its guest agent
 * @cpumap: list of vCPUs such as "1-3"
 * @state: 1 online, 0 offline
 * @flags: none defined, pass 0
 *
 * Sets vCPUs on- or offline within the guest. Some may have changed when it fails.
 *
 * Errors: VIR_ERR_INVALID_ARG for a vCPU that does not exist or cannot go offline,
 * VIR_ERR_AGENT_UNRESPONSIVE.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 2.0.0
 */
int virDomainSetGuestVcpus(virDomainPtr domain, const char *cpumap, int state, unsigned int flags);

/**
 * virDomainSetIOThreadParams:
 * @domain: the domain
 * @iothread_id: identifier of the thread
 * @params: VIR_DOMAIN_IOTHREAD_* values; stay the caller's
 * @nparams: entries of params
 * @flags: virDomainModificationImpact
 *
 * Changes polling and thread pool of an I/O thread; polling of the running instance only until
 * it stops.
 *
 * Errors: VIR_ERR_INVALID_ARG when the thread does not exist.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 4.10.0
 */
int virDomainSetIOThreadParams(virDomainPtr domain,
                               unsigned int iothread_id,
                               virTypedParameterPtr params,
                               int nparams,
                               unsigned int flags);

/**
 * virDomainSetInterfaceParameters:
 * @domain: the domain
 * @device: interface as host device or MAC address
 * @params: values by name; stay the caller's
 * @nparams: entries of params
 * @flags: virDomainModificationImpact
 *
 * Changes VIR_DOMAIN_BANDWIDTH_* limits of a network interface; a direction is removed with an
 * average of 0.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.9.9
 */
int virDomainSetInterfaceParameters(virDomainPtr domain,
                                    const char *device,
                                    virTypedParameterPtr params,
                                    int nparams,
                                    unsigned int flags);

/**
 * virDomainSetLaunchSecurityState:
 * @domain: a confidential guest, paused before its first instruction
 * @params: VIR_DOMAIN_LAUNCH_SECURITY_* values of the secret; stay the caller's
 * @nparams: entries of params
 * @flags: none defined, pass 0
 *
 * Injects the launch secret made for the guest's measurement.
 *
 * Errors: VIR_ERR_OPERATION_INVALID when it runs already.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 8.0.0
 */
int virDomainSetLaunchSecurityState(virDomainPtr domain,
                                    virTypedParameterPtr params,
                                    int nparams,
                                    unsigned int flags);

/**
 * virDomainSetLifecycleAction:
 * @domain: the domain
 * @type: a virDomainLifecycle
 * @action: a virDomainLifecycleAction
 * @flags: virDomainModificationImpact
 *
 * Chooses what follows a power-off, reboot or crash.
 *
 * Errors: VIR_ERR_INVALID_ARG for an action the event does not allow.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 3.9.0
 */
int virDomainSetLifecycleAction(virDomainPtr domain,
                                unsigned int type,
                                unsigned int action,
                                unsigned int flags);

/**
 * virDomainSetMaxMemory:
 * @domain: the domain
 * @memory: ceiling in KiB, not 0
 *
 * Changes the ceiling of memory; equals virDomainSetMemoryFlags() with VIR_DOMAIN_MEM_MAXIMUM.
 * QEMU refuses for a running domain.
 *
 * Errors: VIR_ERR_OVERFLOW for a value beyond 64 bits of bytes.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.0.3
 */
int virDomainSetMaxMemory(virDomainPtr domain, unsigned long memory);

/**
 * virDomainSetMemory:
 * @domain: the domain
 * @memory: target in KiB, not 0, at most the ceiling
 *
 * Moves the balloon of a running domain; the guest follows in its own time.
 *
 * Errors: VIR_ERR_INVALID_ARG beyond the ceiling.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.1.1
 */
int virDomainSetMemory(virDomainPtr domain, unsigned long memory);

/**
 * virDomainSetMemoryFlags:
 * @domain: the domain
 * @memory: target or ceiling in KiB, not 0
 * @flags: virDomainMemoryModFlags
 *
 * Moves the balloon, or with VIR_DOMAIN_MEM_MAXIMUM changes the ceiling.
 *
 * Errors: VIR_ERR_INVALID_ARG beyond the ceiling, VIR_ERR_OPERATION_INVALID for the ceiling of a
 * running domain.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.9.0
 */
int virDomainSetMemoryFlags(virDomainPtr domain, unsigned long memory, unsigned int flags);

/**
 * virDomainSetMemoryParameters:
 * @domain: the domain
 * @params: values by name; stay the caller's
 * @nparams: entries of params
 * @flags: virDomainModificationImpact
 *
 * Changes VIR_DOMAIN_MEMORY_* limits; VIR_DOMAIN_MEMORY_PARAM_UNLIMITED lifts one.
 *
 * Errors: VIR_ERR_INVALID_ARG when the limits contradict each other.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.8.5
 */
int virDomainSetMemoryParameters(virDomainPtr domain,
                                 virTypedParameterPtr params,
                                 int nparams,
                                 unsigned int flags);

/**
 * virDomainSetMemoryStatsPeriod:
 * @domain: the domain
 * @period: seconds between reports of the guest, 0 for none
 * @flags: virDomainModificationImpact
 *
 * How often the balloon driver refreshes virDomainMemoryStats().
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 1.1.1
 */
int virDomainSetMemoryStatsPeriod(virDomainPtr domain, int period, unsigned int flags);

/**
 * virDomainSetMetadata:
 * @domain: the domain
 * @type: a virDomainMetadataType
 * @metadata: text or XML element; NULL removes. A title has no line break
 * @key: namespace prefix to write the element with; NULL for title and description
 * @uri: namespace of the element; NULL for title and description
 * @flags: virDomainModificationImpact
 *
 * Changes one piece of metadata; an element replaces the one of the same namespace.
 *
 * Errors: VIR_ERR_INVALID_ARG.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.9.10
 */
int virDomainSetMetadata(virDomainPtr domain,
                         int type,
                         const char *metadata,
                         const char *key,
                         const char *uri,
                         unsigned int flags);

/**
 * virDomainSetNumaParameters:
 * @domain: the domain
 * @params: values by name; stay the caller's
 * @nparams: entries of params
 * @flags: virDomainModificationImpact
 *
 * Changes VIR_DOMAIN_NUMA_* values. The mode of a running domain cannot change; its nodes only
 * for RESTRICTIVE, and for STRICT where the hypervisor migrates memory.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.9.9
 */
int virDomainSetNumaParameters(virDomainPtr domain,
                               virTypedParameterPtr params,
                               int nparams,
                               unsigned int flags);

/**
 * virDomainSetPerfEvents:
 * @domain: the domain
 * @params: values by name; stay the caller's
 * @nparams: entries of params
 * @flags: virDomainModificationImpact
 *
 * Turns VIR_PERF_PARAM_* events on or off.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 1.3.3
 */
int virDomainSetPerfEvents(virDomainPtr domain,
                           virTypedParameterPtr params,
                           int nparams,
                           unsigned int flags);

/**
 * virDomainSetSchedulerParameters:
 * @domain: the domain
 * @params: values by name; stay the caller's
 * @nparams: entries of params
 *
 * Changes VIR_DOMAIN_SCHEDULER_* values of the running instance, or where the hypervisor has no
 * difference of the stored configuration.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.2.3
 */
int virDomainSetSchedulerParameters(virDomainPtr domain, virTypedParameterPtr params, int nparams);

/**
 * virDomainSetSchedulerParametersFlags:
 * @domain: the domain
 * @params: values by name; stay the caller's
 * @nparams: entries of params
 * @flags: virDomainModificationImpact
 *
 * Changes VIR_DOMAIN_SCHEDULER_* values; those not given stay.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.9.2
 */
int virDomainSetSchedulerParametersFlags(virDomainPtr domain,
                                         virTypedParameterPtr params,
                                         int nparams,
                                         unsigned int flags);

/**
 * virDomainSetThrottleGroup:
 * @dom: the domain
 * @group: name of the group, not empty
 * @params: values by name; stay the caller's
 * @nparams: entries of params
 * @flags: virDomainModificationImpact
 *
 * Creates a throttle group or changes its VIR_DOMAIN_BLOCK_IOTUNE_* limits, which the disks of
 * the group share.
 *
 * Errors: VIR_ERR_INVALID_ARG as for virDomainSetBlockIoTune().
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 11.2.0
 */
int virDomainSetThrottleGroup(virDomainPtr dom,
                              const char *group,
                              virTypedParameterPtr params,
                              int nparams,
                              unsigned int flags);

/**
 * virDomainSetTime:
 * @dom: the domain, running, with its guest agent
 * @seconds: seconds since the epoch; ignored with VIR_DOMAIN_TIME_SYNC
 * @nseconds: the rest in ns
 * @flags: virDomainSetTimeFlags
 *
 * Sets the guest's clock, and its hardware clock along with it.
 *
 * Errors: VIR_ERR_AGENT_UNRESPONSIVE.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 1.2.5
 */
int virDomainSetTime(virDomainPtr dom,
                     long long seconds,
                     unsigned int nseconds,
                     unsigned int flags);

/**
 * virDomainSetUserPassword:
 * @dom: the domain, running, with its guest agent
 * @user: account in the guest
 * @password: new password, or its crypt form with VIR_DOMAIN_PASSWORD_ENCRYPTED
 * @flags: virDomainSetUserPasswordFlags
 *
 * Changes a password in the guest.
 *
 * Errors: VIR_ERR_AGENT_UNRESPONSIVE.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 1.2.16
 */
int virDomainSetUserPassword(virDomainPtr dom,
                             const char *user,
                             const char *password,
                             unsigned int flags);

/**
 * virDomainSetVcpu:
 * @domain: the domain
 * @vcpumap: list of vCPUs such as "2-3", as numbered in the domain XML
 * @state: 1 to plug, 0 to unplug
 * @flags: virDomainSetVcpuFlags
 *
 * Plugs or unplugs certain vCPUs. For the running instance they must form one unit of hotplug;
 * with VIR_DOMAIN_SETVCPU_ASYNC_UNPLUG events tell the outcome.
 *
 * Errors: VIR_ERR_INVALID_ARG for vCPUs which do not exist or cannot be unplugged,
 * VIR_ERR_OPERATION_FAILED when the guest keeps them.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 3.1.0
 */
int virDomainSetVcpu(virDomainPtr domain, const char *vcpumap, int state, unsigned int flags);

/**
 * virDomainSetVcpus:
 * @domain: the domain, running
 * @nvcpus: number of vCPUs, not 0, at most the ceiling
 *
 * Changes the number of vCPUs of the running instance; equals virDomainSetVcpusFlags() with
 * VIR_DOMAIN_VCPU_LIVE.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.1.4
 */
int virDomainSetVcpus(virDomainPtr domain, unsigned int nvcpus);

/**
 * virDomainSetVcpusFlags:
 * @domain: the domain
 * @nvcpus: number of vCPUs, not 0, at most the ceiling
 * @flags: virDomainVcpuFlags
 *
 * Changes the number of vCPUs, or with VIR_DOMAIN_VCPU_MAXIMUM the stored ceiling.
 * VIR_DOMAIN_VCPU_GUEST excludes CONFIG and MAXIMUM; with VIR_DOMAIN_VCPU_ASYNC_UNPLUG events
 * tell the outcome.
 *
 * Errors: VIR_ERR_INVALID_ARG beyond the ceiling or for flags that exclude each other,
 * VIR_ERR_OPERATION_FAILED when the guest keeps a vCPU.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.8.5
 */
int virDomainSetVcpusFlags(virDomainPtr domain, unsigned int nvcpus, unsigned int flags);

/**
 * virDomainShutdown:
 * @domain: the domain, running
 *
 * Asks the guest to shut down, and returns. The guest may ignore it; what follows is up to its
 * on_poweroff action.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.0.3
 */
int virDomainShutdown(virDomainPtr domain);

/**
 * virDomainShutdownFlags:
 * @domain: the domain, running
 * @flags: virDomainShutdownFlagValues
 *
 * Like virDomainShutdown(), by the way chosen.
 *
 * Errors: VIR_ERR_INVALID_ARG or VIR_ERR_ARGUMENT_UNSUPPORTED for a way the hypervisor lacks,
 * VIR_ERR_AGENT_UNRESPONSIVE.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.9.10
 */
int virDomainShutdownFlags(virDomainPtr domain, unsigned int flags);

/**
 * virDomainStartDirtyRateCalc:
 * @domain: the domain, running
 * @seconds: length of the measurement, 1 to 60
 * @flags: a virDomainDirtyRateCalcFlags, one at most
 *
 * Starts measuring how fast the guest dirties memory; the result is in
 * VIR_DOMAIN_STATS_DIRTYRATE afterwards.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 7.2.0
 */
int virDomainStartDirtyRateCalc(virDomainPtr domain, int seconds, unsigned int flags);

/**
 * virDomainStatsRecordListFree:
 * @stats: array of virConnectGetAllDomainStats() or virDomainListGetStats(), or NULL
 *
 * Releases the array, its records and their domain references. Leaves the thread's error alone.
 *
 * Since: 1.2.8
 */
void virDomainStatsRecordListFree(virDomainStatsRecordPtr *stats);

/**
 * virDomainSuspend:
 * @domain: the domain, running
 *
 * Stops the vCPUs; memory and devices stay. No error when they are stopped already.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.0.3
 */
int virDomainSuspend(virDomainPtr domain);

/**
 * virDomainUndefine:
 * @domain: the domain
 *
 * Removes the stored configuration. A running domain becomes transient.
 *
 * Errors: VIR_ERR_OPERATION_INVALID for a managed save image, snapshots, checkpoints or firmware
 * variables; virDomainUndefineFlags() says what becomes of them.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.1.1
 */
int virDomainUndefine(virDomainPtr domain);

/**
 * virDomainUndefineFlags:
 * @domain: the domain
 * @flags: virDomainUndefineFlagsValues
 *
 * Like virDomainUndefine(), with a choice for what belongs to the domain.
 *
 * Errors: VIR_ERR_OPERATION_INVALID for what no flag decides.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.9.4
 */
int virDomainUndefineFlags(virDomainPtr domain, unsigned int flags);

/**
 * virDomainUpdateDeviceFlags:
 * @domain: the domain
 * @xml: one device element of domain XML with its new settings
 * @flags: virDomainDeviceModifyFlags
 *
 * Changes a device in place: the medium of a drive, the link or bridge of an interface, a
 * display's password and so on.
 *
 * Errors: VIR_ERR_DEVICE_MISSING or VIR_ERR_INVALID_ARG when it is not found,
 * VIR_ERR_OPERATION_UNSUPPORTED for a change which needs a new device.
 *
 * Refused on a read-only connection (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0 on success, -1 on error.
 *
 * Since: 0.8.0
 */
int virDomainUpdateDeviceFlags(virDomainPtr domain, const char *xml, unsigned int flags);

#ifdef __cplusplus
}
#endif

#endif
