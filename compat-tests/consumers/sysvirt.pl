#!/usr/bin/perl
# Debian's Sys::Virt, unmodified. Argument: URI of a daemon's test driver, or none. Prints one line per fact.
use strict;
use warnings;
use Sys::Virt;

open(my $maps, "<", "/proc/self/maps") or die;
my %library = map { (split)[-1] => 1 } grep { m{/libvirt\.so} } <$maps>;
print "library $_\n" for sort keys %library;
# A socket of its own: whether a daemon runs on this machine must not matter.
eval { Sys::Virt->new(uri => "test+unix:///default?socket=/nonexistent/socket") };
printf "error code %d from %d\n", $@->code, $@->domain;
if (@ARGV) {
    my $conn = Sys::Virt->new(uri => $ARGV[0]);
    my $domain = $conn->get_domain_by_name("test");
    printf "domain %s memory %d\n", $domain->get_name(), $domain->get_info()->{memory};
    my @volumes = $conn->get_storage_pool_by_name("default-pool")->list_all_volumes();
    printf "volumes %d\n", scalar(@volumes);
}
