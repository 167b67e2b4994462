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
        self.vcpus.shrink_to_fit();
        self.os.boot.shrink_to_fit();
        self.devices.compact();
    }
}

impl Devices {
    /// Only lists that completing adds to have room to spare.
    fn compact(&mut self) {
        self.disks.iter_mut().for_each(Disk::compact);
        self.interfaces.iter_mut().for_each(Interface::compact);
        self.disks.shrink_to_fit();
        self.controllers.shrink_to_fit();
        self.serials.shrink_to_fit();
        self.consoles.shrink_to_fit();
        self.videos.shrink_to_fit();
        for graphics in &mut self.graphics {
            graphics.listens.shrink_to_fit();
        }
    }
}

impl Disk {
    fn compact(&mut self) {
        self.iotune.compact();
        self.driver.compact();
    }
}

impl Interface {
    fn compact(&mut self) {
        self.driver.compact();
        self.backend.compact();
    }
}
