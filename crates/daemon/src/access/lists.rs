//! Lists and counts of what a client may see: each is made of the driver's list of all objects, of which those are left out that rules
//! keep from the client.
use super::PolkitAccess;
use crate::errors;
use oxivirt_model::Result;
use oxivirt_model::constants::{
    VIR_CONNECT_LIST_DOMAINS_ACTIVE, VIR_CONNECT_LIST_DOMAINS_INACTIVE, VIR_CONNECT_LIST_INTERFACES_ACTIVE,
    VIR_CONNECT_LIST_INTERFACES_INACTIVE, VIR_CONNECT_LIST_NETWORKS_ACTIVE, VIR_CONNECT_LIST_NETWORKS_INACTIVE,
    VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE, VIR_CONNECT_LIST_STORAGE_POOLS_INACTIVE,
};
use oxivirt_protocol::remote::{self, Procedure};
use oxivirt_protocol::{Call, ObjectRef, Permission, net};
use oxivirt_xdr::{Decode, Encode, Reader, Writer};

/// How many of a list a client asked for.
fn most(wanted: i32) -> usize {
    usize::try_from(wanted).unwrap_or(0)
}

fn number(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

fn count(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Puts a result in place of the driver's.
fn replace<T: Encode>(result: &T, body: &mut Vec<u8>) -> Result<()> {
    body.clear();
    let most = net::MESSAGE_PAYLOAD_MAX as usize;
    result.encode(&mut Writer::new(body, most)).map_err(|error| oxivirt_protocol::encode_error(error, ""))
}

/// Makes a result of what the client may see of a list of all objects.
macro_rules! seen {
    ($access:expr, $body:expr, $method:ident($args:expr).$field:ident as $kind:ident, |$kept:ident| $result:expr) => {{
        let mut call = Call::new();
        let all = $access.session.$method(&mut call, &$args)?.$field;
        let mut $kept = Vec::new();
        for one in all {
            if $access.sees(&ObjectRef::$kind(&one), Permission::Getattr)? {
                $kept.push(one);
            }
        }
        replace(&$result, $body)
    }};
}

impl PolkitAccess<'_> {
    fn arguments<'p, T: Decode<'p>>(&'p self) -> Result<T> {
        T::decode(&mut Reader::cutting_strings(self.payload)).map_err(|_| errors::undecodable())
    }

    /// Makes the result of a procedure that lists or counts objects.
    ///
    /// # Errors
    /// The driver cannot be asked.
    pub(super) fn list(&self, procedure: u32, body: &mut Vec<u8>) -> Result<()> {
        match Procedure(procedure) {
            Procedure::CONNECT_LIST_ALL_DOMAINS => {
                let args: remote::ConnectListAllDomainsArgs = self.arguments()?;
                let need = args.need_results != 0;
                seen!(
                    self,
                    body,
                    connect_list_all_domains(remote::ConnectListAllDomainsArgs { need_results: 1, flags: args.flags })
                        .domains as Domain,
                    |kept| {
                        let ret = count(kept.len());
                        remote::ConnectListAllDomainsRet { domains: if need { kept } else { Vec::new() }, ret }
                    }
                )
            }
            Procedure::CONNECT_NUM_OF_DOMAINS => {
                let args =
                    remote::ConnectListAllDomainsArgs { need_results: 1, flags: VIR_CONNECT_LIST_DOMAINS_ACTIVE };
                seen!(self, body, connect_list_all_domains(args).domains as Domain, |kept| {
                    remote::ConnectNumOfDomainsRet { num: number(kept.len()) }
                })
            }
            Procedure::CONNECT_LIST_DOMAINS => {
                let wanted = most(self.arguments::<remote::ConnectListDomainsArgs>()?.maxids);
                let args =
                    remote::ConnectListAllDomainsArgs { need_results: 1, flags: VIR_CONNECT_LIST_DOMAINS_ACTIVE };
                seen!(self, body, connect_list_all_domains(args).domains as Domain, |kept| {
                    remote::ConnectListDomainsRet { ids: kept.iter().map(|one| one.id).take(wanted).collect() }
                })
            }
            Procedure::CONNECT_NUM_OF_DEFINED_DOMAINS => {
                let args =
                    remote::ConnectListAllDomainsArgs { need_results: 1, flags: VIR_CONNECT_LIST_DOMAINS_INACTIVE };
                seen!(self, body, connect_list_all_domains(args).domains as Domain, |kept| {
                    remote::ConnectNumOfDefinedDomainsRet { num: number(kept.len()) }
                })
            }
            Procedure::CONNECT_LIST_DEFINED_DOMAINS => {
                let wanted = most(self.arguments::<remote::ConnectListDefinedDomainsArgs>()?.maxnames);
                let args =
                    remote::ConnectListAllDomainsArgs { need_results: 1, flags: VIR_CONNECT_LIST_DOMAINS_INACTIVE };
                seen!(self, body, connect_list_all_domains(args).domains as Domain, |kept| {
                    remote::ConnectListDefinedDomainsRet {
                        names: kept.into_iter().map(|one| one.name).take(wanted).collect(),
                    }
                })
            }
            Procedure::CONNECT_LIST_ALL_NETWORKS => {
                let args: remote::ConnectListAllNetworksArgs = self.arguments()?;
                let need = args.need_results != 0;
                seen!(
                    self,
                    body,
                    connect_list_all_networks(remote::ConnectListAllNetworksArgs { need_results: 1, flags: args.flags })
                        .nets as Network,
                    |kept| {
                        let ret = count(kept.len());
                        remote::ConnectListAllNetworksRet { nets: if need { kept } else { Vec::new() }, ret }
                    }
                )
            }
            Procedure::CONNECT_NUM_OF_NETWORKS => {
                let args =
                    remote::ConnectListAllNetworksArgs { need_results: 1, flags: VIR_CONNECT_LIST_NETWORKS_ACTIVE };
                seen!(self, body, connect_list_all_networks(args).nets as Network, |kept| {
                    remote::ConnectNumOfNetworksRet { num: number(kept.len()) }
                })
            }
            Procedure::CONNECT_LIST_NETWORKS => {
                let wanted = most(self.arguments::<remote::ConnectListNetworksArgs>()?.maxnames);
                let args =
                    remote::ConnectListAllNetworksArgs { need_results: 1, flags: VIR_CONNECT_LIST_NETWORKS_ACTIVE };
                seen!(self, body, connect_list_all_networks(args).nets as Network, |kept| {
                    remote::ConnectListNetworksRet {
                        names: kept.into_iter().map(|one| one.name).take(wanted).collect(),
                    }
                })
            }
            Procedure::CONNECT_NUM_OF_DEFINED_NETWORKS => {
                let args =
                    remote::ConnectListAllNetworksArgs { need_results: 1, flags: VIR_CONNECT_LIST_NETWORKS_INACTIVE };
                seen!(self, body, connect_list_all_networks(args).nets as Network, |kept| {
                    remote::ConnectNumOfDefinedNetworksRet { num: number(kept.len()) }
                })
            }
            Procedure::CONNECT_LIST_DEFINED_NETWORKS => {
                let wanted = most(self.arguments::<remote::ConnectListDefinedNetworksArgs>()?.maxnames);
                let args =
                    remote::ConnectListAllNetworksArgs { need_results: 1, flags: VIR_CONNECT_LIST_NETWORKS_INACTIVE };
                seen!(self, body, connect_list_all_networks(args).nets as Network, |kept| {
                    remote::ConnectListDefinedNetworksRet {
                        names: kept.into_iter().map(|one| one.name).take(wanted).collect(),
                    }
                })
            }
            Procedure::CONNECT_LIST_ALL_STORAGE_POOLS => {
                let args: remote::ConnectListAllStoragePoolsArgs = self.arguments()?;
                let need = args.need_results != 0;
                seen!(
                    self,
                    body,
                    connect_list_all_storage_pools(remote::ConnectListAllStoragePoolsArgs {
                        need_results: 1,
                        flags: args.flags
                    })
                    .pools as StoragePool,
                    |kept| {
                        let ret = count(kept.len());
                        remote::ConnectListAllStoragePoolsRet { pools: if need { kept } else { Vec::new() }, ret }
                    }
                )
            }
            Procedure::CONNECT_NUM_OF_STORAGE_POOLS => {
                let args = remote::ConnectListAllStoragePoolsArgs {
                    need_results: 1,
                    flags: VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE,
                };
                seen!(self, body, connect_list_all_storage_pools(args).pools as StoragePool, |kept| {
                    remote::ConnectNumOfStoragePoolsRet { num: number(kept.len()) }
                })
            }
            Procedure::CONNECT_LIST_STORAGE_POOLS => {
                let wanted = most(self.arguments::<remote::ConnectListStoragePoolsArgs>()?.maxnames);
                let args = remote::ConnectListAllStoragePoolsArgs {
                    need_results: 1,
                    flags: VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE,
                };
                seen!(self, body, connect_list_all_storage_pools(args).pools as StoragePool, |kept| {
                    remote::ConnectListStoragePoolsRet {
                        names: kept.into_iter().map(|one| one.name).take(wanted).collect(),
                    }
                })
            }
            Procedure::CONNECT_NUM_OF_DEFINED_STORAGE_POOLS => {
                let args = remote::ConnectListAllStoragePoolsArgs {
                    need_results: 1,
                    flags: VIR_CONNECT_LIST_STORAGE_POOLS_INACTIVE,
                };
                seen!(self, body, connect_list_all_storage_pools(args).pools as StoragePool, |kept| {
                    remote::ConnectNumOfDefinedStoragePoolsRet { num: number(kept.len()) }
                })
            }
            Procedure::CONNECT_LIST_DEFINED_STORAGE_POOLS => {
                let wanted = most(self.arguments::<remote::ConnectListDefinedStoragePoolsArgs>()?.maxnames);
                let args = remote::ConnectListAllStoragePoolsArgs {
                    need_results: 1,
                    flags: VIR_CONNECT_LIST_STORAGE_POOLS_INACTIVE,
                };
                seen!(self, body, connect_list_all_storage_pools(args).pools as StoragePool, |kept| {
                    remote::ConnectListDefinedStoragePoolsRet {
                        names: kept.into_iter().map(|one| one.name).take(wanted).collect(),
                    }
                })
            }
            Procedure::CONNECT_LIST_ALL_INTERFACES => {
                let args: remote::ConnectListAllInterfacesArgs = self.arguments()?;
                let need = args.need_results != 0;
                seen!(
                    self,
                    body,
                    connect_list_all_interfaces(remote::ConnectListAllInterfacesArgs {
                        need_results: 1,
                        flags: args.flags
                    })
                    .ifaces as Interface,
                    |kept| {
                        let ret = count(kept.len());
                        remote::ConnectListAllInterfacesRet { ifaces: if need { kept } else { Vec::new() }, ret }
                    }
                )
            }
            Procedure::CONNECT_NUM_OF_INTERFACES => {
                let args =
                    remote::ConnectListAllInterfacesArgs { need_results: 1, flags: VIR_CONNECT_LIST_INTERFACES_ACTIVE };
                seen!(self, body, connect_list_all_interfaces(args).ifaces as Interface, |kept| {
                    remote::ConnectNumOfInterfacesRet { num: number(kept.len()) }
                })
            }
            Procedure::CONNECT_LIST_INTERFACES => {
                let wanted = most(self.arguments::<remote::ConnectListInterfacesArgs>()?.maxnames);
                let args =
                    remote::ConnectListAllInterfacesArgs { need_results: 1, flags: VIR_CONNECT_LIST_INTERFACES_ACTIVE };
                seen!(self, body, connect_list_all_interfaces(args).ifaces as Interface, |kept| {
                    remote::ConnectListInterfacesRet {
                        names: kept.into_iter().map(|one| one.name).take(wanted).collect(),
                    }
                })
            }
            Procedure::CONNECT_NUM_OF_DEFINED_INTERFACES => {
                let args = remote::ConnectListAllInterfacesArgs {
                    need_results: 1,
                    flags: VIR_CONNECT_LIST_INTERFACES_INACTIVE,
                };
                seen!(self, body, connect_list_all_interfaces(args).ifaces as Interface, |kept| {
                    remote::ConnectNumOfDefinedInterfacesRet { num: number(kept.len()) }
                })
            }
            Procedure::CONNECT_LIST_DEFINED_INTERFACES => {
                let wanted = most(self.arguments::<remote::ConnectListDefinedInterfacesArgs>()?.maxnames);
                let args = remote::ConnectListAllInterfacesArgs {
                    need_results: 1,
                    flags: VIR_CONNECT_LIST_INTERFACES_INACTIVE,
                };
                seen!(self, body, connect_list_all_interfaces(args).ifaces as Interface, |kept| {
                    remote::ConnectListDefinedInterfacesRet {
                        names: kept.into_iter().map(|one| one.name).take(wanted).collect(),
                    }
                })
            }
            Procedure::CONNECT_LIST_ALL_SECRETS => {
                let args: remote::ConnectListAllSecretsArgs = self.arguments()?;
                let need = args.need_results != 0;
                seen!(
                    self,
                    body,
                    connect_list_all_secrets(remote::ConnectListAllSecretsArgs { need_results: 1, flags: args.flags })
                        .secrets as Secret,
                    |kept| {
                        let ret = count(kept.len());
                        remote::ConnectListAllSecretsRet { secrets: if need { kept } else { Vec::new() }, ret }
                    }
                )
            }
            Procedure::CONNECT_NUM_OF_SECRETS => {
                let args = remote::ConnectListAllSecretsArgs { need_results: 1, flags: 0 };
                seen!(self, body, connect_list_all_secrets(args).secrets as Secret, |kept| {
                    remote::ConnectNumOfSecretsRet { num: number(kept.len()) }
                })
            }
            Procedure::CONNECT_LIST_SECRETS => {
                let wanted = most(self.arguments::<remote::ConnectListSecretsArgs>()?.maxuuids);
                let args = remote::ConnectListAllSecretsArgs { need_results: 1, flags: 0 };
                seen!(self, body, connect_list_all_secrets(args).secrets as Secret, |kept| {
                    remote::ConnectListSecretsRet {
                        uuids: kept.into_iter().map(|one| one.uuid.to_string().into()).take(wanted).collect(),
                    }
                })
            }
            Procedure::CONNECT_LIST_ALL_NWFILTERS => {
                let args: remote::ConnectListAllNwfiltersArgs = self.arguments()?;
                let need = args.need_results != 0;
                seen!(
                    self,
                    body,
                    connect_list_all_nwfilters(remote::ConnectListAllNwfiltersArgs {
                        need_results: 1,
                        flags: args.flags
                    })
                    .filters as Nwfilter,
                    |kept| {
                        let ret = count(kept.len());
                        remote::ConnectListAllNwfiltersRet { filters: if need { kept } else { Vec::new() }, ret }
                    }
                )
            }
            Procedure::CONNECT_NUM_OF_NWFILTERS => {
                let args = remote::ConnectListAllNwfiltersArgs { need_results: 1, flags: 0 };
                seen!(self, body, connect_list_all_nwfilters(args).filters as Nwfilter, |kept| {
                    remote::ConnectNumOfNwfiltersRet { num: number(kept.len()) }
                })
            }
            Procedure::CONNECT_LIST_NWFILTERS => {
                let wanted = most(self.arguments::<remote::ConnectListNwfiltersArgs>()?.maxnames);
                let args = remote::ConnectListAllNwfiltersArgs { need_results: 1, flags: 0 };
                seen!(self, body, connect_list_all_nwfilters(args).filters as Nwfilter, |kept| {
                    remote::ConnectListNwfiltersRet {
                        names: kept.into_iter().map(|one| one.name).take(wanted).collect(),
                    }
                })
            }
            Procedure::CONNECT_LIST_ALL_NODE_DEVICES => {
                let args: remote::ConnectListAllNodeDevicesArgs = self.arguments()?;
                let need = args.need_results != 0;
                seen!(
                    self,
                    body,
                    connect_list_all_node_devices(remote::ConnectListAllNodeDevicesArgs {
                        need_results: 1,
                        flags: args.flags
                    })
                    .devices as NodeDevice,
                    |kept| {
                        let ret = count(kept.len());
                        remote::ConnectListAllNodeDevicesRet { devices: if need { kept } else { Vec::new() }, ret }
                    }
                )
            }
            Procedure::CONNECT_LIST_ALL_NWFILTER_BINDINGS => {
                let args: remote::ConnectListAllNwfilterBindingsArgs = self.arguments()?;
                let need = args.need_results != 0;
                seen!(
                    self,
                    body,
                    connect_list_all_nwfilter_bindings(remote::ConnectListAllNwfilterBindingsArgs {
                        need_results: 1,
                        flags: args.flags
                    })
                    .bindings as NwfilterBinding,
                    |kept| {
                        let ret = count(kept.len());
                        remote::ConnectListAllNwfilterBindingsRet {
                            bindings: if need { kept } else { Vec::new() },
                            ret,
                        }
                    }
                )
            }
            Procedure::STORAGE_POOL_LIST_ALL_VOLUMES => {
                let args: remote::StoragePoolListAllVolumesArgs<'_> = self.arguments()?;
                let need = args.need_results != 0;
                let args = remote::StoragePoolListAllVolumesArgs { need_results: 1, ..args };
                seen!(self, body, storage_pool_list_all_volumes(args).vols as StorageVol, |kept| {
                    let ret = count(kept.len());
                    remote::StoragePoolListAllVolumesRet { vols: if need { kept } else { Vec::new() }, ret }
                })
            }
            Procedure::STORAGE_POOL_NUM_OF_VOLUMES => {
                let remote::StoragePoolNumOfVolumesArgs { pool } = self.arguments()?;
                let args = remote::StoragePoolListAllVolumesArgs { pool, need_results: 1, flags: 0 };
                seen!(self, body, storage_pool_list_all_volumes(args).vols as StorageVol, |kept| {
                    remote::StoragePoolNumOfVolumesRet { num: number(kept.len()) }
                })
            }
            Procedure::STORAGE_POOL_LIST_VOLUMES => {
                let remote::StoragePoolListVolumesArgs { pool, maxnames } = self.arguments()?;
                let args = remote::StoragePoolListAllVolumesArgs { pool, need_results: 1, flags: 0 };
                seen!(self, body, storage_pool_list_all_volumes(args).vols as StorageVol, |kept| {
                    let names = kept.into_iter().map(|one| one.name).take(most(maxnames)).collect();
                    remote::StoragePoolListVolumesRet { names }
                })
            }
            Procedure::NETWORK_LIST_ALL_PORTS => {
                let args: remote::NetworkListAllPortsArgs<'_> = self.arguments()?;
                let need = args.need_results != 0;
                let args = remote::NetworkListAllPortsArgs { need_results: 1, ..args };
                seen!(self, body, network_list_all_ports(args).ports as NetworkPort, |kept| {
                    let ret = count(kept.len());
                    remote::NetworkListAllPortsRet { ports: if need { kept } else { Vec::new() }, ret }
                })
            }
            Procedure::NODE_LIST_DEVICES => {
                let args: remote::NodeListDevicesArgs<'_> = self.arguments()?;
                self.devices(args.cap, args.flags, |names| {
                    let names = names.into_iter().take(most(args.maxnames)).collect();
                    replace(&remote::NodeListDevicesRet { names }, body)
                })
            }
            Procedure::NODE_NUM_OF_DEVICES => {
                let args: remote::NodeNumOfDevicesArgs<'_> = self.arguments()?;
                self.devices(args.cap, args.flags, |names| {
                    replace(&remote::NodeNumOfDevicesRet { num: number(names.len()) }, body)
                })
            }
            Procedure::CONNECT_GET_ALL_DOMAIN_STATS => {
                let answered = std::mem::take(body);
                let stats = remote::ConnectGetAllDomainStatsRet::decode(&mut Reader::new(&answered));
                let mut stats = stats.map_err(|_| errors::undecodable())?;
                let mut kept = Vec::new();
                for one in stats.ret_stats {
                    if self.sees(&ObjectRef::Domain(&one.dom), Permission::Read)? {
                        kept.push(one);
                    }
                }
                stats.ret_stats = kept;
                replace(&stats, body)
            }
            // Registrations: each event is judged when it comes.
            _ => Ok(()),
        }
    }

    /// Names of the host's devices that the client may see.
    fn devices(
        &self,
        cap: Option<oxivirt_xdr::Str<'_>>,
        flags: u32,
        then: impl FnOnce(Vec<oxivirt_xdr::Str<'_>>) -> Result<()>,
    ) -> Result<()> {
        let mut call = Call::new();
        let maxnames = number(remote::NODE_DEVICE_LIST_MAX as usize);
        let args = remote::NodeListDevicesArgs { cap, maxnames, flags };
        let all = self.session.node_list_devices(&mut call, &args)?.names;
        let mut kept = Vec::new();
        for name in all {
            let device = remote::NonnullNodeDevice { name };
            if self.sees(&ObjectRef::NodeDevice(&device), Permission::Getattr)? {
                kept.push(device.name);
            }
        }
        then(kept)
    }
}
