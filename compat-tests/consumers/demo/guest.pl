#!/usr/bin/perl
# Debian's own Sys::Virt manages a guest and talks to the agent in it. Usage: guest.pl URI NAME XML_FILE.
use strict;
use warnings;
use Sys::Virt;
use Sys::Virt::Event;

my $boot_seconds = 300;
my ($uri, $name, $xml_file) = @ARGV;
Sys::Virt::Event::register_default();
my $conn = Sys::Virt->new(uri => $uri);
printf "library %d hypervisor %s, host %s\n", $conn->get_library_version(), $conn->get_type(), $conn->get_hostname();

# Whether the guest's agent has connected, by the daemon's event.
my ($connected, $late) = (0, 0);
$conn->domain_event_register_any(undef, Sys::Virt::Domain::EVENT_ID_AGENT_LIFECYCLE, sub {
    my (undef, $domain, $state) = @_;
    $connected = $state == Sys::Virt::Domain::EVENT_AGENT_LIFECYCLE_STATE_CONNECTED if $domain->get_name() eq $name;
});

sub wait_for_agent {
    my $timer = Sys::Virt::Event::add_timeout($boot_seconds * 1000, sub { $late = 1 });
    until ($connected) {
        die "the agent did not connect within $boot_seconds s\n" if $late;
        Sys::Virt::Event::run_default();
    }
    Sys::Virt::Event::remove_timeout($timer);
}

sub guest_information {
    my ($domain) = @_;
    my $types = Sys::Virt::Domain::GUEST_INFO_OS | Sys::Virt::Domain::GUEST_INFO_HOSTNAME
        | Sys::Virt::Domain::GUEST_INFO_TIMEZONE | Sys::Virt::Domain::GUEST_INFO_USERS
        | Sys::Virt::Domain::GUEST_INFO_FILESYSTEM;
    my $found = $domain->get_guest_info($types);
    printf "guest %s=%s\n", $_, $found->{$_} for sort keys %$found;
    for my $nic ($domain->get_interface_addresses(Sys::Virt::Domain::INTERFACE_ADDRESSES_SRC_AGENT)) {
        printf "guest interface %s %s: %s\n", $nic->{name}, $nic->{hwaddr} // '-',
            join(' ', map { "$_->{addr}/$_->{prefix}" } @{$nic->{addrs}});
    }
    printf "guest file system %s on %s (%s)\n", $_->{name}, $_->{mountpoint}, $_->{fstype} for $domain->get_fs_info();
    $domain->set_time(2000000000, 0);
    printf "guest time set and read: %d\n", $domain->get_time()->[0];
    $domain->fs_freeze([]);
    $domain->fs_thaw([]);
    print "frozen and thawed\n";
    $domain->set_user_password("fred", "correct horse");
    print "password set\n";
}

open(my $source, '<', $xml_file) or die "$xml_file: $!\n";
my $xml = do { local $/; <$source> };
my $domain = $conn->define_domain($xml);
eval {
    $domain->create();
    my $info = $domain->get_info();
    printf "running %s %s id %d, %d KiB, %d CPU\n", $domain->get_name(), $domain->get_uuid_string(), $domain->get_id(),
        $info->{memory}, $info->{nrVirtCpu};
    my @stats = $conn->get_all_domain_stats(Sys::Virt::Domain::STATS_STATE);
    printf "statistics of %d domains\n", scalar(@stats);
    wait_for_agent();
    guest_information($domain);
    $domain->suspend();
    printf "suspended %d\n", ($domain->get_state())[0] == Sys::Virt::Domain::STATE_PAUSED;
    $domain->resume();
    printf "resumed %d\n", $domain->is_active();
    1;
} or warn $@;
my $failed = $@;
$domain->destroy() if $domain->is_active();
$domain->undefine();
die $failed if $failed;
eval { $conn->get_domain_by_name($name) };
printf "gone: error code %d\n", $@->code;
