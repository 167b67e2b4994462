<?php
// Lists what a connection has, and leads a guest from its definition to its end. Argument: a URI, test:///default without one.
// Needs the extension: php -d extension=libvirt-php.so, or php.ini.

const GUEST = <<<XML
<domain type='test'>
  <name>example</name>
  <memory unit='MiB'>64</memory>
  <os><type>hvm</type></os>
</domain>
XML;

const STATES = [
    VIR_DOMAIN_RUNNING => 'running',
    VIR_DOMAIN_PAUSED => 'paused',
    VIR_DOMAIN_SHUTOFF => 'shut off',
];

function state($domain): string
{
    return STATES[libvirt_domain_get_info($domain)['state']];
}

$conn = libvirt_connect($argv[1] ?? 'test:///default', false, []);
printf("%s at %s\n", libvirt_connect_get_hypervisor($conn)['hypervisor'], libvirt_connect_get_uri($conn));
foreach (libvirt_list_domains($conn) as $name) {
    $domain = libvirt_domain_lookup_by_name($conn, $name);
    $info = libvirt_domain_get_info($domain);
    printf("domain %s: %s, %d KiB, %d CPUs\n", $name, state($domain), $info['maxMem'], $info['nrVirtCpu']);
}
foreach (libvirt_list_networks($conn) as $name) {
    $network = libvirt_network_get($conn, $name);
    printf("network %s: %s\n", $name, libvirt_network_get_active($network) ? 'active' : 'inactive');
}
foreach (libvirt_list_storagepools($conn) as $name) {
    $pool = libvirt_storagepool_lookup_by_name($conn, $name);
    printf("pool %s: %s\n", $name, libvirt_storagepool_is_active($pool) ? 'active' : 'inactive');
}

$guest = libvirt_domain_define_xml($conn, GUEST);
printf("%s defined: %s\n", libvirt_domain_get_name($guest), state($guest));
foreach (['create', 'suspend', 'resume', 'destroy'] as $step) {
    ("libvirt_domain_$step")($guest);
    printf("%s %s: %s\n", libvirt_domain_get_name($guest), $step, state($guest));
}
libvirt_domain_undefine($guest);
if (!@libvirt_domain_lookup_by_name($conn, 'example')) {
    printf("error: %s\n", libvirt_get_last_error());
}
