#!/usr/bin/perl
# Lists what a connection has, and leads a guest from its definition to its end. Argument: a URI, test:///default without one.
use strict;
use warnings;
use Sys::Virt;

my $guest_xml = <<'XML';
<domain type='test'>
  <name>example</name>
  <memory unit='MiB'>64</memory>
  <os><type>hvm</type></os>
</domain>
XML

my %states = (
    Sys::Virt::Domain::STATE_RUNNING() => 'running',
    Sys::Virt::Domain::STATE_PAUSED()  => 'paused',
    Sys::Virt::Domain::STATE_SHUTOFF() => 'shut off',
);

sub state_of { my ($state) = $_[0]->get_state; return $states{$state} }
sub activity { return $_[0]->is_active ? 'active' : 'inactive' }

my $conn = Sys::Virt->new(uri => $ARGV[0] // 'test:///default');
printf "%s at %s\n", $conn->get_type, $conn->get_uri;
for my $domain ($conn->list_all_domains) {
    my $info = $domain->get_info;
    printf "domain %s: %s, %d KiB, %d CPUs\n", $domain->get_name, state_of($domain), $info->{maxMem}, $info->{nrVirtCpu};
}
printf "network %s: %s\n", $_->get_name, activity($_) for $conn->list_all_networks;
printf "pool %s: %s\n", $_->get_name, activity($_) for $conn->list_all_storage_pools;

my $guest = $conn->define_domain($guest_xml);
printf "%s defined: %s\n", $guest->get_name, state_of($guest);
for my $step (qw(create suspend resume destroy)) {
    $guest->$step;
    printf "%s %s: %s\n", $guest->get_name, $step, state_of($guest);
}
$guest->undefine;
eval { $conn->get_domain_by_name('example') };
printf "error %d: %s\n", $@->code, $@->message;
