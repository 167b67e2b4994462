#!/usr/bin/perl
# Debian's own Sys::Virt manages a guest. Usage: guest.pl URI NAME; prints what it saw.
use strict;
use warnings;
use Sys::Virt;

my ($uri, $name) = @ARGV;
my $conn = Sys::Virt->new(uri => $uri);
printf "library %d hypervisor %s, host %s\n", $conn->get_library_version(), $conn->get_type(), $conn->get_hostname();
my $xml = "<domain type='qemu'><name>$name</name><memory unit='MiB'>64</memory>"
    . "<os><type arch='x86_64'>hvm</type></os></domain>";
my $domain = $conn->define_domain($xml);
$domain->create();
eval {
    my $info = $domain->get_info();
    printf "running %s %s id %d, %d KiB, %d CPU\n", $domain->get_name(), $domain->get_uuid_string(), $domain->get_id(),
        $info->{memory}, $info->{nrVirtCpu};
    my @stats = $conn->get_all_domain_stats(Sys::Virt::Domain::STATS_STATE);
    printf "statistics of %d domains\n", scalar(@stats);
    $domain->suspend();
    printf "suspended %d\n", ($domain->get_state())[0] == Sys::Virt::Domain::STATE_PAUSED;
    $domain->resume();
    printf "resumed %d\n", $domain->is_active();
    1;
} or warn $@;
my $failed = $@;
$domain->destroy();
$domain->undefine();
die $failed if $failed;
eval { $conn->get_domain_by_name($name) };
printf "gone: error code %d\n", $@->code;
