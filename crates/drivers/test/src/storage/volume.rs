//! Volumes.
use super::transfer::{Download, Upload};
use super::{Contents, Pool, no_volume, volume_type};
use crate::FROM;
use crate::domain::check_flags;
use crate::driver::Driver;
use crate::session::TestSession;
use oxivirt_driver_common::answer::{at_most, count, wanted};
use oxivirt_driver_common::errors;
use oxivirt_driver_common::schema;
use oxivirt_model::constants::*;
use oxivirt_model::{Error, ErrorCode, Result, message};
use oxivirt_protocol::driver::StorageVol;
use oxivirt_protocol::{Call, remote};
use oxivirt_sys::ForkLock;
use oxivirt_xml::storage::volume::{Capacity, Volume as Definition, VolumeSize};
use std::sync::Arc;

type Found = Result<remote::NonnullStorageVol<'static>>;

/// Adds a volume that a document describes; `from` is the name of one in the pool whose contents it begins with.
fn create(pool: &mut Pool, xml: &[u8], from: Option<&str>) -> Found {
    let mut definition = Definition::parse(xml, pool.definition.kind, Capacity::Needed)?;
    if pool.volumes.get(&definition.name).is_some() {
        return Err(Error::new(FROM, ErrorCode::OPERATION_FAILED, message!("storage vol already exists")));
    }
    let contents = match from {
        None => None,
        Some(from) => Some(pool.volumes.get(from).ok_or_else(|| no_volume(from))?.contents.lock().clone()),
    };
    let capacity = definition.capacity.unwrap_or_default();
    let allocation = definition.allocation.unwrap_or(capacity).0;
    let whole = pool.definition.allocation.0.checked_add(allocation);
    if whole.is_none_or(|whole| whole > pool.definition.capacity.0) {
        let text = message!("Not enough free space in pool for volume '%1$s'", definition.name);
        return Err(errors::internal(FROM, text));
    }
    let path = pool.path_of(&definition.name);
    definition.key = Some(path.clone());
    definition.target.path = Some(path);
    let name = definition.name.clone();
    pool.add(definition)?;
    let volume = pool.volumes.get(&name).ok_or_else(|| no_volume(&name))?;
    if let Some(mut contents) = contents {
        contents.truncate(capacity.0);
        *volume.contents.lock() = contents;
    }
    Ok(pool.wire_volume(volume))
}

impl Driver {
    /// Returns the volume of a pool that runs which is the first that `is` says true of.
    fn found_volume(&self, is: impl Fn(&Definition) -> bool) -> Option<remote::NonnullStorageVol<'static>> {
        let mut found = None;
        self.pools.each(|pool| {
            if found.is_none() && pool.active {
                let volume = pool.volumes.iter().find(|volume| is(&volume.definition));
                found = volume.map(|volume| pool.wire_volume(volume));
            }
        });
        found
    }
}

/// Returns the capacity that a volume is to get.
fn resized(pool: &mut Pool, name: &str, told: u64, flags: u32) -> Result<()> {
    let volume = pool.volumes.get(name).ok_or_else(|| no_volume(name))?;
    let capacity = volume.definition.capacity.unwrap_or_default().0;
    let allocation = volume.definition.allocation.unwrap_or_default().0;
    let shrink = flags & VIR_STORAGE_VOL_RESIZE_SHRINK != 0;
    let wanted = match flags & VIR_STORAGE_VOL_RESIZE_DELTA != 0 {
        true if shrink => capacity.saturating_sub(told),
        true => capacity.saturating_add(told),
        false => told,
    };
    if wanted < allocation {
        let text = message!("can't shrink capacity below existing allocation");
        return Err(errors::invalid_argument(FROM, text));
    }
    if wanted < capacity && !shrink {
        let text = message!("Can't shrink capacity below current capacity unless shrink flag explicitly specified");
        return Err(errors::invalid_argument(FROM, text));
    }
    let allocate = flags & VIR_STORAGE_VOL_RESIZE_ALLOCATE != 0;
    let more = if allocate { wanted.saturating_sub(allocation) } else { 0 };
    if more > pool.definition.available.0 {
        let text = message!("Not enough space left in storage pool");
        return Err(Error::new(FROM, ErrorCode::OPERATION_FAILED, text));
    }
    if let Some(volume) = pool.volumes.get_mut(name) {
        volume.definition.capacity = Some(VolumeSize(wanted));
        if allocate {
            volume.definition.allocation = Some(VolumeSize(wanted));
        }
        volume.contents.lock().truncate(wanted);
    }
    pool.set_allocation(pool.definition.allocation.0.wrapping_add(more));
    Ok(())
}

/// What streams of a volume begin with.
struct Opened {
    contents: Arc<ForkLock<Contents>>,
    capacity: u64,
}

impl TestSession {
    fn volume_info(&self, vol: &remote::NonnullStorageVol<'_>, physical: bool) -> Result<(i8, u64, u64)> {
        self.volume(vol, |pool, name| {
            let volume = pool.volumes.get(name).ok_or_else(|| no_volume(name))?;
            let kind = i8::try_from(volume_type(pool.definition.kind)).unwrap_or(i8::MAX);
            let capacity = volume.definition.capacity.unwrap_or_default().0;
            let allocation = volume.definition.allocation.unwrap_or_default().0;
            Ok((kind, capacity, if physical { capacity } else { allocation }))
        })
    }

    fn wipe(&self, vol: &remote::NonnullStorageVol<'_>) -> Result<()> {
        self.volume(vol, |pool, name| {
            let volume = pool.volumes.get(name).ok_or_else(|| no_volume(name))?;
            *volume.contents.lock() = Contents::default();
            Ok(())
        })
    }

    fn open_volume(&self, vol: &remote::NonnullStorageVol<'_>) -> Result<Opened> {
        self.volume(vol, |pool, name| {
            let volume = pool.volumes.get(name).ok_or_else(|| no_volume(name))?;
            let capacity = volume.definition.capacity.unwrap_or_default().0;
            Ok(Opened { contents: Arc::clone(&volume.contents), capacity })
        })
    }
}

impl StorageVol for TestSession {
    fn storage_pool_num_of_volumes(
        &self,
        _: &mut Call,
        args: &remote::StoragePoolNumOfVolumesArgs<'_>,
    ) -> Result<remote::StoragePoolNumOfVolumesRet> {
        let num = self.active_pool(&args.pool.name, |pool, _| Ok(count(pool.volumes.iter().count())))?;
        Ok(remote::StoragePoolNumOfVolumesRet { num })
    }

    fn storage_pool_list_volumes<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::StoragePoolListVolumesArgs<'_>,
    ) -> Result<remote::StoragePoolListVolumesRet<'c>> {
        self.active_pool(&args.pool.name, |pool, _| {
            let names = pool.volumes.iter().map(|volume| volume.definition.name.clone().into()).collect();
            Ok(remote::StoragePoolListVolumesRet { names: at_most(names, args.maxnames) })
        })
    }

    fn storage_pool_list_all_volumes<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::StoragePoolListAllVolumesArgs<'_>,
    ) -> Result<remote::StoragePoolListAllVolumesRet<'c>> {
        check_flags("testStoragePoolListAllVolumes", args.flags, 0)?;
        self.pool_by_uuid(&args.pool.uuid, |pool, _| {
            if !pool.active {
                return Err(errors::invalid_operation(FROM, message!("storage pool is not active")));
            }
            let vols = pool.volumes.iter().map(|volume| pool.wire_volume(volume)).collect();
            let (vols, ret) = wanted(args.need_results, vols);
            Ok(remote::StoragePoolListAllVolumesRet { vols, ret })
        })
    }

    fn storage_vol_create_xml<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::StorageVolCreateXmlArgs<'_>,
    ) -> Result<remote::StorageVolCreateXmlRet<'c>> {
        check_flags("testStorageVolCreateXML", args.flags, VIR_STORAGE_VOL_CREATE_VALIDATE)?;
        let vol = self.active_pool(&args.pool.name, |pool, _| {
            schema::STORAGE_VOL.check(args.flags & VIR_STORAGE_VOL_CREATE_VALIDATE != 0, &args.xml)?;
            create(pool, &args.xml, None)
        })?;
        Ok(remote::StorageVolCreateXmlRet { vol })
    }

    fn storage_vol_create_xml_from<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::StorageVolCreateXmlFromArgs<'_>,
    ) -> Result<remote::StorageVolCreateXmlFromRet<'c>> {
        check_flags("testStorageVolCreateXMLFrom", args.flags, VIR_STORAGE_VOL_CREATE_VALIDATE)?;
        // The stock library's driver looks for it in the same pool, whatever pool it is of.
        let from = args.clonevol.name.to_str_lossy();
        let vol = self.active_pool(&args.pool.name, |pool, _| {
            schema::STORAGE_VOL.check(args.flags & VIR_STORAGE_VOL_CREATE_VALIDATE != 0, &args.xml)?;
            create(pool, &args.xml, Some(&from))
        })?;
        Ok(remote::StorageVolCreateXmlFromRet { vol })
    }

    fn storage_vol_delete(&self, _: &mut Call, args: &remote::StorageVolDeleteArgs<'_>) -> Result<()> {
        check_flags("testStorageVolDelete", args.flags, 0)?;
        self.volume(&args.vol, |pool, name| {
            if let Some(volume) = pool.volumes.remove(name) {
                let allocation = volume.definition.allocation.unwrap_or_default().0;
                let left = pool.definition.allocation.0.wrapping_sub(allocation);
                pool.set_allocation(left);
            }
            Ok(())
        })
    }

    fn storage_vol_lookup_by_name<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::StorageVolLookupByNameArgs<'_>,
    ) -> Result<remote::StorageVolLookupByNameRet<'c>> {
        let name = args.name.to_str_lossy();
        self.active_pool(&args.pool.name, |pool, _| {
            let volume = pool.volumes.get(&name).ok_or_else(|| no_volume(&name))?;
            Ok(remote::StorageVolLookupByNameRet { vol: pool.wire_volume(volume) })
        })
    }

    fn storage_vol_lookup_by_key<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::StorageVolLookupByKeyArgs<'_>,
    ) -> Result<remote::StorageVolLookupByKeyRet<'c>> {
        let key = args.key.to_str_lossy();
        let found = self.driver()?.found_volume(|volume| volume.key.as_deref() == Some(&*key));
        let vol = found.ok_or_else(|| {
            Error::new(FROM, ErrorCode::NO_STORAGE_VOL, message!("no storage vol with matching key '%1$s'", key))
        })?;
        Ok(remote::StorageVolLookupByKeyRet { vol })
    }

    fn storage_vol_lookup_by_path<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::StorageVolLookupByPathArgs<'_>,
    ) -> Result<remote::StorageVolLookupByPathRet<'c>> {
        let path = args.path.to_str_lossy();
        let found = self.driver()?.found_volume(|volume| volume.target.path.as_deref() == Some(&*path));
        let vol = found.ok_or_else(|| {
            Error::new(FROM, ErrorCode::NO_STORAGE_VOL, message!("no storage vol with matching path '%1$s'", path))
        })?;
        Ok(remote::StorageVolLookupByPathRet { vol })
    }

    fn storage_vol_get_info(
        &self,
        _: &mut Call,
        args: &remote::StorageVolGetInfoArgs<'_>,
    ) -> Result<remote::StorageVolGetInfoRet> {
        let (r#type, capacity, allocation) = self.volume_info(&args.vol, false)?;
        Ok(remote::StorageVolGetInfoRet { r#type, capacity, allocation })
    }

    fn storage_vol_get_info_flags(
        &self,
        _: &mut Call,
        args: &remote::StorageVolGetInfoFlagsArgs<'_>,
    ) -> Result<remote::StorageVolGetInfoFlagsRet> {
        check_flags("testStorageVolGetInfoFlags", args.flags, VIR_STORAGE_VOL_GET_PHYSICAL)?;
        let physical = args.flags & VIR_STORAGE_VOL_GET_PHYSICAL != 0;
        let (r#type, capacity, allocation) = self.volume_info(&args.vol, physical)?;
        Ok(remote::StorageVolGetInfoFlagsRet { r#type, capacity, allocation })
    }

    fn storage_vol_get_xml_desc<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::StorageVolGetXmlDescArgs<'_>,
    ) -> Result<remote::StorageVolGetXmlDescRet<'c>> {
        check_flags("testStorageVolGetXMLDesc", args.flags, 0)?;
        self.volume(&args.vol, |pool, name| {
            let volume = pool.volumes.get(name).ok_or_else(|| no_volume(name))?;
            Ok(remote::StorageVolGetXmlDescRet { xml: volume.definition.format().into() })
        })
    }

    fn storage_vol_get_path<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::StorageVolGetPathArgs<'_>,
    ) -> Result<remote::StorageVolGetPathRet<'c>> {
        self.volume(&args.vol, |pool, name| {
            let volume = pool.volumes.get(name).ok_or_else(|| no_volume(name))?;
            Ok(remote::StorageVolGetPathRet { name: volume.definition.target.path.clone().unwrap_or_default().into() })
        })
    }

    fn storage_vol_wipe(&self, _: &mut Call, args: &remote::StorageVolWipeArgs<'_>) -> Result<()> {
        check_flags("testStorageVolWipe", args.flags, 0)?;
        self.wipe(&args.vol)
    }

    fn storage_vol_wipe_pattern(&self, _: &mut Call, args: &remote::StorageVolWipePatternArgs<'_>) -> Result<()> {
        check_flags("testStorageVolWipePattern", args.flags, 0)?;
        if args.algorithm >= VIR_STORAGE_VOL_WIPE_ALG_LAST {
            let text = message!("wiping algorithm %1$d not supported", args.algorithm);
            return Err(errors::invalid_argument(FROM, text));
        }
        self.wipe(&args.vol)
    }

    fn storage_vol_resize(&self, _: &mut Call, args: &remote::StorageVolResizeArgs<'_>) -> Result<()> {
        let known = VIR_STORAGE_VOL_RESIZE_ALLOCATE | VIR_STORAGE_VOL_RESIZE_DELTA | VIR_STORAGE_VOL_RESIZE_SHRINK;
        check_flags("testStorageVolResize", args.flags, known)?;
        self.volume(&args.vol, |pool, name| resized(pool, name, args.capacity, args.flags))
    }

    fn storage_vol_upload(&self, call: &mut Call, args: &remote::StorageVolUploadArgs<'_>) -> Result<()> {
        check_flags("testStorageVolUpload", args.flags, VIR_STORAGE_VOL_UPLOAD_SPARSE_STREAM)?;
        let Opened { contents, capacity } = self.open_volume(&args.vol)?;
        let sparse = args.flags & VIR_STORAGE_VOL_UPLOAD_SPARSE_STREAM != 0;
        self.streams.open(call, Upload::new(contents, capacity, (args.offset, args.length), sparse));
        Ok(())
    }

    fn storage_vol_download(&self, call: &mut Call, args: &remote::StorageVolDownloadArgs<'_>) -> Result<()> {
        check_flags("testStorageVolDownload", args.flags, VIR_STORAGE_VOL_DOWNLOAD_SPARSE_STREAM)?;
        let Opened { contents, capacity } = self.open_volume(&args.vol)?;
        let sparse = args.flags & VIR_STORAGE_VOL_DOWNLOAD_SPARSE_STREAM != 0;
        self.streams.open(call, Download::new(contents, capacity, (args.offset, args.length), sparse));
        Ok(())
    }
}
