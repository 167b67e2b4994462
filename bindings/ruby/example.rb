#!/usr/bin/ruby
# Lists what a connection has, and leads a guest from its definition to its end. Argument: a URI, test:///default without one.
require 'libvirt'

GUEST = <<~XML
  <domain type='test'>
    <name>example</name>
    <memory unit='MiB'>64</memory>
    <os><type>hvm</type></os>
  </domain>
XML

STATES = {
  Libvirt::Domain::RUNNING => 'running',
  Libvirt::Domain::PAUSED => 'paused',
  Libvirt::Domain::SHUTOFF => 'shut off'
}.freeze

def state(domain)
  STATES[domain.state.first]
end

def activity(object)
  object.active? ? 'active' : 'inactive'
end

conn = Libvirt.open(ARGV.fetch(0, 'test:///default'))
puts "#{conn.type} at #{conn.uri}"
conn.list_all_domains.each do |domain|
  info = domain.info
  puts "domain #{domain.name}: #{state(domain)}, #{info.max_mem} KiB, #{info.nr_virt_cpu} CPUs"
end
conn.list_all_networks.each { |network| puts "network #{network.name}: #{activity(network)}" }
conn.list_all_storage_pools.each { |pool| puts "pool #{pool.name}: #{activity(pool)}" }

guest = conn.define_domain_xml(GUEST)
puts "#{guest.name} defined: #{state(guest)}"
%i[create suspend resume destroy].each do |step|
  guest.public_send(step)
  puts "#{guest.name} #{step}: #{state(guest)}"
end
guest.undefine
begin
  conn.lookup_domain_by_name('example')
rescue Libvirt::RetrieveError => e
  puts "error #{e.libvirt_code}: #{e.libvirt_message}"
end
conn.close
