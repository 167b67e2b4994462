//! What stock libvirt 12.8.0 prints for a domain's parts outside of `<devices>`, or why it refuses them.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may fail so")]
use oxivirt_model::{ErrorCode, Result};
use oxivirt_xml::FormatFlags;
use oxivirt_xml::domain::{Completion, Domain, ParseOptions};

/// Returns what is printed of a domain with these parts in `<os>` and behind it.
fn printed(os: &str, parts: &str) -> Result<String> {
    let document = format!(
        "<domain type='test'><name>i</name><uuid>10867fce-accb-43ce-9b69-52811266838e</uuid><memory>1048576</memory>\
         <vcpu>4</vcpu><os><type arch='x86_64'>hvm</type>{os}</os>{parts}</domain>"
    );
    let mut domain = Domain::parse(document.as_bytes(), ParseOptions::default())?;
    let random = |bytes: &mut [u8]| bytes.fill(1);
    domain.complete(&Completion {
        arch: "x86_64",
        mac_prefix: [0x52, 0x54, 0],
        random: &random,
        interface_prefix: None,
    })?;
    domain.validate()?;
    let text = String::from_utf8(domain.format(FormatFlags { inactive: true, ..FormatFlags::default() })).unwrap();
    Ok(text.lines().map(str::trim).collect())
}

/// Checks that the parts are printed as they are.
fn kept(os: &str, parts: &str) {
    becomes(os, parts, &format!("{os}{parts}"));
}

fn becomes(os: &str, parts: &str, expected: &str) {
    let text = printed(os, parts).unwrap_or_else(|error| panic!("{os}{parts}: {}", error.text()));
    assert!(text.contains(expected), "{os}{parts}: {text}");
}

fn refused(os: &str, parts: &str, code: ErrorCode, expected: &str) {
    let error = printed(os, parts).err().unwrap_or_else(|| panic!("{os}{parts} is accepted"));
    assert_eq!(error.code, code, "{os}{parts}");
    assert!(error.text().ends_with(expected), "{os}{parts}: {}", error.text());
}

#[test]
fn identities() {
    kept("", "<hwuuid>11111111-2222-3333-4444-555555555555</hwuuid>");
    refused("", "<hwuuid>x</hwuuid>", ErrorCode::INTERNAL_ERROR, "malformed hwuuid element");
    let sysinfo = "<sysinfo type='smbios'><system><entry name='uuid'>10867fce-accb-43ce-9b69-52811266838e</entry></system></sysinfo>";
    kept("", sysinfo);
    let both = format!("<hwuuid>11111111-2222-3333-4444-555555555555</hwuuid>{sysinfo}");
    refused("", &both, ErrorCode::XML_DETAIL, "UUID mismatch between <hwuuid> and <sysinfo>");
    kept("", "<seclabel type='dynamic' model='' relabel='yes'/>");
}

#[test]
fn booting() {
    for os in ["<nvram/>", "<nvram template='/x'>/y</nvram>", "<loader/>"] {
        refused(os, "", ErrorCode::XML_DETAIL, "no loader path specified and firmware auto selection disabled");
    }
    kept("<loader type='rom'>/a</loader><nvram>/b</nvram>", "");
    kept("<varstore/>", "");
    kept("<loader type='pflash' format='qcow2'>/a</loader>", "");
    for (os, expected) in [
        ("<loader format='vmdk'>/a</loader>", "Unsupported loader format 'vmdk'"),
        ("<nvram format='dir'/>", "Unsupported nvram format 'dir'"),
        ("<nvram templateFormat='qcow'/>", "Unsupported nvram template format 'qcow'"),
    ] {
        refused(os, "", ErrorCode::XML_ERROR, expected);
    }
    refused("<nvram/><varstore/>", "", ErrorCode::XML_ERROR, "Cannot have both <nvram> and <varstore>");
    refused("<shim>/a</shim>", "", ErrorCode::CONFIG_UNSUPPORTED, "shim only allowed with kernel option");
    kept("<kernel>/k</kernel><shim>/a</shim>", "");
    becomes(
        "<initenv name='a'/><firmware><feature enabled='x' name='x'/></firmware>",
        "",
        "hvm</type><boot dev='hd'/></os>",
    );
    kept("<acpi><table type='raw'></table></acpi>", "");
    becomes("<bootmenu enable='no' timeout='-1'/>", "", "<bootmenu enable='no'/>");
    let range = "invalid value for boot menu timeout, must be in range [0,65535]";
    refused("<bootmenu enable='yes' timeout='65536'/>", "", ErrorCode::CONFIG_UNSUPPORTED, range);
    let number = "'timeout' in element 'bootmenu': '-1'. Expected non-negative integer value";
    refused("<bootmenu enable='yes' timeout='-1'/>", "", ErrorCode::XML_ERROR, number);
    let number = "'rebootTimeout' in element 'bios': 'x'. Expected integer value";
    refused("<bios rebootTimeout='x'/>", "", ErrorCode::XML_ERROR, number);
}

#[test]
fn memory_and_nodes() {
    becomes("", "<memtune><hard_limit/><swap_hard_limit unit='x'/></memtune>", "</currentMemory><vcpu");
    becomes(
        "",
        "<memtune><hard_limit>0</hard_limit></memtune>",
        "<memtune><hard_limit unit='KiB'>0</hard_limit></memtune>",
    );
    let path = "Invalid value 'x' for element or attribute './memtune/hard_limit[1]'";
    refused("", "<memtune><hard_limit>x</hard_limit></memtune>", ErrorCode::XML_ERROR, path);
    let pages = "<memoryBacking><hugepages><page size='1' unit='KiB' nodeset='0'/></hugepages></memoryBacking>";
    becomes("", pages, "<page size='1' unit='KiB'/>");
    becomes("", &format!("{pages}<cpu><numa><cell memory='1'/></numa></cpu>"), pages);
    becomes("", "<numatune><memory/></numatune>", "</vcpu><os>");
    let cache = |level: u32| {
        format!(
            "<cache level='{level}' associativity='none' policy='none'><size value='1' unit='MiB'/><line value='1' unit='x'/></cache>"
        )
    };
    let numa = |cell: &str, link: &str| {
        format!(
            "<cpu><numa><cell cpus='0' memory='1'>{cell}</cell><cell memory='1'/><interconnects>{link}</interconnects></numa></cpu>"
        )
    };
    becomes("", &numa(&cache(3), ""), "<size value='1' unit='KiB'/><line value='1' unit='B'/>");
    refused("", &numa(&cache(4), ""), ErrorCode::XML_ERROR, "Ain't nobody heard of that much cache level");
    let twice = format!("{}{}", cache(1), cache(1));
    refused("", &numa(&twice, ""), ErrorCode::XML_ERROR, "Cache level '1' already defined");
    let link = |initiator: u32, target: u32, cache: u32| {
        format!("<latency initiator='{initiator}' target='{target}' cache='{cache}' type='access' value='1'/>")
    };
    becomes("", &numa(&cache(1), &link(0, 0, 1)), &link(0, 0, 1));
    for (link, expected) in [
        (link(2, 0, 0), "'initiator' refers to a non-existent NUMA node"),
        (link(0, 2, 0), "'target' refers to a non-existent NUMA node"),
        (link(1, 0, 0), "NUMA nodes without CPUs can't be initiator"),
        (link(0, 1, 1), "'cache' refers to a non-existent NUMA node cache"),
        (format!("{}{}", link(0, 1, 0), link(0, 1, 0)), "Duplicate info for NUMA latencies"),
    ] {
        refused("", &numa(&cache(1), &link), ErrorCode::XML_ERROR, expected);
    }
}

#[test]
fn resctrl_groups() {
    let cache = "<cache id='0' level='3' type='both' size='3' unit='MiB'/>";
    for tune in [
        format!("<cachetune>{cache}<monitor level='3'/></cachetune>"),
        format!("<cachetune vcpus='0-1'>{cache}<monitor level='3' vcpus='0-1'/><monitor level='3' vcpus='1'/></cachetune>"),
        "<memorytune><monitor vcpus='1'/></memorytune>".to_owned(),
        "<energytune><monitor/></energytune>".to_owned(),
        "<cachetune vcpus='1'><monitor level='3' vcpus='1'/></cachetune><energytune vcpus='1'><monitor vcpus='1'/></energytune>".to_owned(),
    ] {
        kept("", &format!("<cputune>{tune}</cputune>"));
    }
    for (tune, expected) in [
        (
            "<energytune vcpus='0-1'><monitor/></energytune>",
            "<energytune vcpus='0-1'><monitor vcpus='0-1'/></energytune>",
        ),
        ("<energytune vcpus='31'><monitor vcpus='x'/></energytune>", "</vcpu><os>"),
        ("<cachetune vcpus='0-1'/><cachetune vcpus='1-2'/>", "</vcpu><os>"),
        (
            "<memorytune vcpus='0'><node id='3' bandwidth='1'/></memorytune><memorytune vcpus='0'><node id='0' bandwidth='1'/></memorytune>",
            "<memorytune vcpus='0'><node id='0' bandwidth='1'/><node id='3' bandwidth='1'/></memorytune>",
        ),
    ] {
        becomes("", &format!("<cputune>{tune}</cputune>"), expected);
    }
    for (tune, code, expected) in [
        ("<energytune vcpus='x'/>", ErrorCode::XML_ERROR, "Invalid energytune attribute 'vcpus' value 'x'"),
        (
            "<memorytune><monitor vcpus=''/></memorytune>",
            ErrorCode::XML_ERROR,
            "Invalid monitor attribute 'vcpus' value ''",
        ),
        ("<energytune><monitor vcpus='31'/></energytune>", ErrorCode::INVALID_ARG, "vcpus is empty"),
        ("<cachetune><monitor level='2'/></cachetune>", ErrorCode::XML_ERROR, "Invalid monitor cache level '2'"),
        (
            "<energytune vcpus='0'><monitor vcpus='1'/></energytune>",
            ErrorCode::INVALID_ARG,
            "Monitor vcpus conflicts with allocation",
        ),
        (
            "<energytune vcpus='0-1'><monitor/><monitor vcpus='1'/></energytune>",
            ErrorCode::INVALID_ARG,
            "vcpus overlaps in resctrl groups",
        ),
        (
            "<energytune vcpus='0-1'><monitor vcpus='0'/><monitor vcpus='0'/></energytune>",
            ErrorCode::INVALID_ARG,
            "Identical vcpus found in same type monitors",
        ),
        (
            "<energytune><monitor/><monitor/></energytune>",
            ErrorCode::XML_ERROR,
            "Duplicate whole-process monitor of the same resource type",
        ),
        (
            "<energytune><monitor vcpus='0'/><monitor/></energytune>",
            ErrorCode::XML_ERROR,
            "Whole-process and explicit monitors cannot be mixed",
        ),
        (
            "<cachetune><monitor level='3'/></cachetune><memorytune vcpus='0'/>",
            ErrorCode::XML_ERROR,
            "Whole-process and per-vcpu resctrl allocations cannot be mixed",
        ),
        (
            "<energytune vcpus='0-1'><monitor/></energytune><energytune vcpus='1-2'><monitor/></energytune>",
            ErrorCode::XML_ERROR,
            "Overlapping vcpus in resctrls",
        ),
    ] {
        refused("", &format!("<cputune>{tune}</cputune>"), code, expected);
    }
}

#[test]
fn running_resctrl_groups_have_names() {
    let live = |tune: &str| {
        let document = format!(
            "<domain type='test' id='1'><name>i</name><memory>1</memory><vcpu>4</vcpu><os><type>hvm</type></os><cputune>{tune}</cputune></domain>"
        );
        let domain = Domain::parse(document.as_bytes(), ParseOptions { inactive: false }).unwrap();
        let text = String::from_utf8(domain.format(FormatFlags::default())).unwrap();
        text.lines().map(str::trim).filter(|line| line.starts_with("<energytune")).collect::<String>()
    };
    assert_eq!(live("<energytune vcpus='0-1'><monitor/></energytune>"), "<energytune vcpus='0-1' id='vcpus_0-1'>");
    assert_eq!(live("<energytune vcpus='0' id='a'><monitor/></energytune>"), "<energytune vcpus='0' id='a'>");
    assert_eq!(live("<energytune><monitor/></energytune>"), "<energytune>");
}

#[test]
fn threads_and_weights() {
    let sizes = "thread_pool_min must be smaller or equal to thread_pool_max";
    for part in [
        "<defaultiothread thread_pool_min='0'/>",
        "<iothreadids><iothread id='1' thread_pool_min='2' thread_pool_max='1'/></iothreadids>",
    ] {
        refused("", part, ErrorCode::CONFIG_UNSUPPORTED, sizes);
    }
    let positive = "thread_pool_max must be a positive integer";
    refused("", "<defaultiothread thread_pool_max='0'/>", ErrorCode::CONFIG_UNSUPPORTED, positive);
    kept("", "<defaultiothread thread_pool_max='1'/>");
    let thread =
        |weight: u32| format!("<iothreadids><iothread id='1'><poll weight='{weight}'/></iothread></iothreadids>");
    kept("", &thread(63));
    refused("", &thread(64), ErrorCode::CONFIG_UNSUPPORTED, "poll weight 64 is out of range [0, 63]");
    let weight = |text: &str| format!("<blkiotune><device><path>a</path><weight>{text}</weight></device></blkiotune>");
    becomes("", &weight("-4294967295"), &weight("1"));
    refused("", &weight("-4294967296"), ErrorCode::CONFIG_UNSUPPORTED, "could not parse weight -4294967296");
    refused("", "<cputune><emulatorpin/></cputune>", ErrorCode::INTERNAL_ERROR, "missing cpuset for emulatorpin");
    refused("", "<cputune><vcpupin vcpu='0'/></cputune>", ErrorCode::INTERNAL_ERROR, "missing cpuset for vcpupin");
    refused("", "<cputune><emulatorpin cpuset=''/></cputune>", ErrorCode::INVALID_ARG, "Failed to parse bitmap ''");
    let vcpus =
        "<vcpus><vcpu id='0' enabled='no'/><vcpu id='1' enabled='no'/><vcpu id='0' enabled='yes' order='1'/></vcpus>";
    becomes("", vcpus, "<vcpus><vcpu id='0' enabled='yes' hotpluggable='no' order='1'/><vcpu id='1' enabled='no'");
    let absent = "vCPU '9' is not present in domain definition";
    refused("", "<cputune><vcpusched vcpus='9' scheduler='idle'/></cputune>", ErrorCode::CONFIG_UNSUPPORTED, absent);
    let sched = "Missing attribute 'vcpus' in element 'vcpusched'";
    refused("", "<cputune><vcpusched scheduler='x'/></cputune>", ErrorCode::XML_ERROR, sched);
    kept("", "<cputune><vcpusched vcpus='0' scheduler='fifo' priority='1'/></cputune>");
    becomes(
        "",
        "<cputune><emulatorsched vcpus='x' scheduler='idle' priority='x'/></cputune>",
        "<emulatorsched scheduler='idle'/>",
    );
    let group = "<throttlegroups><throttlegroup><size_iops_sec>x</size_iops_sec></throttlegroup></throttlegroups>";
    refused("", group, ErrorCode::XML_ERROR, "throttle group field 'size_iops_sec' must be an integer");
}

#[test]
fn features_and_protection() {
    kept("", "<features><virtualization/></features>");
    let page = "Unable to parse HPT maxpagesize setting";
    refused("", "<features><hpt><maxpagesize>x</maxpagesize></hpt></features>", ErrorCode::CONFIG_UNSUPPORTED, page);
    let segment = "Invalid value 'x' for element or attribute 'string(./features/smm/tseg)'";
    refused("", "<features><smm><tseg>x</tseg></smm></features>", ErrorCode::XML_ERROR, segment);
    becomes("<bios useserial='x'/>", "", "<bios useserial='no'/>");
    kept("", "<features><hyperv mode='custom'><spinlocks state='on'/></hyperv></features>");
    becomes("", "<clock basis='x'/>", "<clock offset='utc'/>");
    let basis = "unknown clock basis 'x'";
    refused("", "<clock offset='variable' basis='x'/>", ErrorCode::CONFIG_UNSUPPORTED, basis);
    kept("", "<iommufd enabled='yes' fdgroup=''/>");
    let group = "Setting 'fdgroup' when 'iommufd' is disabled is not supported.";
    refused("", "<iommufd enabled='no' fdgroup='a'/>", ErrorCode::CONFIG_UNSUPPORTED, group);
    let enabled = "Missing required attribute 'enabled' in element 'iommufd'";
    refused("", "<iommufd/>", ErrorCode::XML_ERROR, enabled);
    let map = |uid: &str, gid: &str| format!("<idmap>{uid}{gid}</idmap>");
    let one = "<uid start='1' target='1' count='1'/>";
    refused("", &map(one, ""), ErrorCode::CONFIG_UNSUPPORTED, "uid and gid should be mapped both");
    let root = "You must map the root user of container";
    refused("", &map(one, &one.replace("uid", "gid")), ErrorCode::CONFIG_UNSUPPORTED, root);
    let settings = "invalid idmap start/target/count settings";
    refused("", &map("<uid start='-1' target='1' count='1'/>", ""), ErrorCode::XML_ERROR, settings);
    kept("", "<launchSecurity type='tdx'><quoteGenerationService/></launchSecurity>");
    let owner = |text: &str| format!("<launchSecurity type='tdx'><mrOwner>{text}</mrOwner></launchSecurity>");
    kept("", &owner(&"A".repeat(64)));
    for (text, got) in [("abc", 0), ("/a/b", 3), ("!/a/=", 2), ("AA==", 1)] {
        let expected = format!("Unexpected length of 'mrOwner', expected 48 got {got}");
        refused("", &owner(text), ErrorCode::CONFIG_UNSUPPORTED, &expected);
    }
}
