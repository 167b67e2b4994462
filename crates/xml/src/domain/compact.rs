//! Memory: what parsing and completing made and a definition that is kept does not need.
use super::Domain;
use super::devices::Devices;
use super::devices::disk::Disk;
use super::devices::interface::Interface;

impl Domain {
    /// Gives back memory that holds nothing.
    pub(super) fn compact(&mut self) {
        self.blkiotune.compact();
        self.memory_backing.compact();
        self.cputune.compact();
        self.numatune.compact();
        self.idmap.compact();
        self.perf.compact();
        self.vcpus.compact();
        self.iothread_ids.compact();
        self.throttle_groups.compact();
        self.sysinfo.compact();
        self.seclabels.compact();
        self.os.boot.shrink_to_fit();
        self.devices.compact();
    }
}

impl Devices {
    fn compact(&mut self) {
        self.disks.iter_mut().for_each(Disk::compact);
        self.interfaces.iter_mut().for_each(Interface::compact);
        let lines = self.serials.iter_mut().chain(&mut self.parallels);
        for device in lines.chain(&mut self.consoles).chain(&mut self.channels) {
            device.source.sources.compact();
        }
        for graphics in &mut self.graphics {
            graphics.listens.shrink_to_fit();
            graphics.channels.compact();
        }
        macro_rules! compact {
            ($($list:ident)*) => {
                $(self.$list.compact();)*
            };
        }
        compact! { leases filesystems smartcards parallels channels tpms sounds audios hostdevs redirdevs hubs watchdogs memballoons rngs nvrams panics shmems memories cryptos iommus vsocks pstores }
        // Only what completing adds to has room to spare.
        self.disks.shrink_to_fit();
        self.controllers.shrink_to_fit();
        self.serials.shrink_to_fit();
        self.consoles.shrink_to_fit();
        self.videos.shrink_to_fit();
    }
}

impl Disk {
    fn compact(&mut self) {
        self.iotune.compact();
        self.driver.compact();
        self.throttle_filters.compact();
        self.source.hosts.compact();
        self.source.cookies.compact();
        self.source.slices.compact();
        self.source.seclabels.compact();
    }
}

impl Interface {
    fn compact(&mut self) {
        self.driver.compact();
        self.backend.compact();
        self.ips.compact();
        self.routes.compact();
        self.port_forwards.compact();
    }
}
