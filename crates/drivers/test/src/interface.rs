//! Interfaces of the host, and the transaction in which they may be changed. There are no events.
use crate::FROM;
use crate::domain::check_flags;
use crate::session::TestSession;
use oxivirt_driver_common::{Conflict, Key, Locked, ObjectList, answer, errors, filter, schema};
use oxivirt_model::constants::{
    VIR_CONNECT_LIST_INTERFACES_ACTIVE, VIR_CONNECT_LIST_INTERFACES_INACTIVE, VIR_INTERFACE_DEFINE_VALIDATE,
};
use oxivirt_model::{Error, ErrorCode, Result, message};
use oxivirt_protocol::{Call, driver, remote};
use oxivirt_sys::ForkLock;
use oxivirt_xml::interface::Body;
use std::sync::Arc;

/// An interface's definition.
type Definition = oxivirt_xml::interface::Interface;

/// An interface.
#[derive(Debug)]
pub(crate) struct Interface {
    /// Shared with readers and with what a transaction may go back to.
    definition: Arc<Definition>,
    active: bool,
}

type List = ObjectList<Interface>;

/// All interfaces, and those from before the transaction that runs.
#[derive(Debug)]
struct State {
    list: Arc<List>,
    backup: Option<Arc<List>>,
}

impl State {
    fn new() -> Self {
        Self { list: Arc::new(ObjectList::new()), backup: None }
    }
}

/// The interfaces of a host.
#[derive(Debug)]
pub(crate) struct Interfaces(ForkLock<State>);

impl Interface {
    fn new(definition: Arc<Definition>) -> Self {
        Self { definition, active: false }
    }

    /// Returns its hardware address; empty if it has none.
    fn mac(&self) -> &str {
        match &self.definition.body {
            Body::Ethernet(body) => body.mac.as_deref().unwrap_or_default(),
            Body::Bridge(_) | Body::Bond(_) | Body::Vlan(_) => "",
        }
    }

    fn wire(&self) -> remote::NonnullInterface<'static> {
        remote::NonnullInterface { name: self.definition.name.clone().into(), mac: self.mac().to_owned().into() }
    }
}

/// Names are all that interfaces are found by, so nothing stands in the way of a new one.
fn conflict(_: &Conflict) -> Error {
    errors::internal(FROM, "an interface of that name is being defined")
}

/// Adds an interface, or changes the definition of the one that has the name.
fn define<R>(list: &List, definition: Definition, then: impl FnOnce(&mut Locked<'_, Interface>) -> R) -> Result<R> {
    let definition = Arc::new(definition);
    let key = Key { name: definition.name.as_bytes(), uuid: None };
    list.define(key, Interface::new(Arc::clone(&definition)), conflict, |interface, new| {
        if !new {
            interface.definition = Arc::clone(&definition);
        }
        Ok(then(interface))
    })
}

fn not_running(text: Vec<u8>) -> Error {
    errors::invalid_operation(FROM, text)
}

impl Interfaces {
    /// Returns a host without interfaces.
    pub(crate) fn new() -> Self {
        Self(ForkLock::new(State::new(), State::new))
    }

    fn list(&self) -> Arc<List> {
        Arc::clone(&self.0.lock().list)
    }

    /// Adds an interface that works.
    ///
    /// # Errors
    /// None that could happen here.
    pub(crate) fn add_active(&self, definition: Definition) -> Result<()> {
        define(&self.list(), definition, |interface| interface.active = true)
    }

    /// Remembers all definitions.
    fn begin(&self) -> Result<()> {
        let list = self.list();
        let backup = ObjectList::new();
        // No interface is locked with the state.
        for definition in list.select(|_| true, |interface| Arc::clone(&interface.definition)) {
            define(&backup, Arc::unwrap_or_clone(definition), |_| ())?;
        }
        let mut state = self.0.lock();
        if state.backup.is_some() {
            return Err(not_running(message!("there is another transaction running.")));
        }
        state.backup = Some(Arc::new(backup));
        Ok(())
    }

    fn commit(&self) -> Result<()> {
        match self.0.lock().backup.take() {
            Some(_) => Ok(()),
            None => Err(not_running(message!("no transaction running, nothing to be committed."))),
        }
    }

    /// Brings the definitions back that were there at first. None of the interfaces works afterwards.
    fn rollback(&self) -> Result<()> {
        let mut state = self.0.lock();
        match state.backup.take() {
            Some(backup) => {
                state.list = backup;
                Ok(())
            }
            None => Err(not_running(message!("no transaction running, nothing to rollback."))),
        }
    }
}

/// Returns true if the interface is one of those that `flags`, virConnectListAllInterfacesFlags, select.
fn is_listed(interface: &Interface, flags: u32) -> bool {
    let active = interface.active;
    let group = [(VIR_CONNECT_LIST_INTERFACES_ACTIVE, active), (VIR_CONNECT_LIST_INTERFACES_INACTIVE, !active)];
    filter::selects(flags, &group)
}

fn no_interface(text: Vec<u8>) -> Error {
    Error::new(FROM, ErrorCode::NO_INTERFACE, text)
}

impl TestSession {
    /// Calls `then` with an interface, locked.
    ///
    /// # Errors
    /// There is none of that name; what `then` returns.
    fn interface<R>(&self, name: &[u8], then: impl FnOnce(&mut Locked<'_, Interface>) -> Result<R>) -> Result<R> {
        let list = self.driver()?.interfaces.list();
        let result = list.by_name(name).and_then(|object| list.with(&object, then));
        result.unwrap_or_else(|| Err(no_interface(message!("no interface with matching name '%1$s'", name))))
    }

    fn listed_interfaces<R>(&self, flags: u32, of: impl FnMut(&Interface) -> R) -> Result<Vec<R>> {
        Ok(self.driver()?.interfaces.list().select(|interface| is_listed(interface, flags), of))
    }

    fn names_of_interfaces(&self, flags: u32, max: i32) -> Result<Vec<oxivirt_xdr::Str<'static>>> {
        let names = self.listed_interfaces(flags, |interface| interface.definition.name.clone().into())?;
        Ok(answer::at_most(names, max))
    }

    /// Starts or stops an interface that is not in that state yet.
    fn set_interface(&self, handle: &remote::NonnullInterface<'_>, active: bool) -> Result<()> {
        self.interface(&handle.name, |interface| {
            if interface.active == active {
                return Err(Error::bare(FROM, ErrorCode::OPERATION_INVALID));
            }
            interface.active = active;
            Ok(())
        })
    }
}

impl driver::Interface for TestSession {
    fn connect_num_of_interfaces(&self, _: &mut Call) -> Result<remote::ConnectNumOfInterfacesRet> {
        let found = self.listed_interfaces(VIR_CONNECT_LIST_INTERFACES_ACTIVE, |_| ())?;
        Ok(remote::ConnectNumOfInterfacesRet { num: answer::count(found.len()) })
    }

    fn connect_num_of_defined_interfaces(&self, _: &mut Call) -> Result<remote::ConnectNumOfDefinedInterfacesRet> {
        let found = self.listed_interfaces(VIR_CONNECT_LIST_INTERFACES_INACTIVE, |_| ())?;
        Ok(remote::ConnectNumOfDefinedInterfacesRet { num: answer::count(found.len()) })
    }

    fn connect_list_interfaces<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::ConnectListInterfacesArgs,
    ) -> Result<remote::ConnectListInterfacesRet<'c>> {
        let names = self.names_of_interfaces(VIR_CONNECT_LIST_INTERFACES_ACTIVE, args.maxnames)?;
        Ok(remote::ConnectListInterfacesRet { names })
    }

    fn connect_list_defined_interfaces<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::ConnectListDefinedInterfacesArgs,
    ) -> Result<remote::ConnectListDefinedInterfacesRet<'c>> {
        let names = self.names_of_interfaces(VIR_CONNECT_LIST_INTERFACES_INACTIVE, args.maxnames)?;
        Ok(remote::ConnectListDefinedInterfacesRet { names })
    }

    fn connect_list_all_interfaces<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::ConnectListAllInterfacesArgs,
    ) -> Result<remote::ConnectListAllInterfacesRet<'c>> {
        let known = VIR_CONNECT_LIST_INTERFACES_ACTIVE | VIR_CONNECT_LIST_INTERFACES_INACTIVE;
        check_flags("testConnectListAllInterfaces", args.flags, known)?;
        let found = self.listed_interfaces(args.flags, Interface::wire)?;
        let (ifaces, ret) = answer::wanted(args.need_results, found);
        Ok(remote::ConnectListAllInterfacesRet { ifaces, ret })
    }

    fn interface_lookup_by_name<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::InterfaceLookupByNameArgs<'_>,
    ) -> Result<remote::InterfaceLookupByNameRet<'c>> {
        let iface = self.interface(&args.name, |interface| Ok(interface.wire()))?;
        Ok(remote::InterfaceLookupByNameRet { iface })
    }

    fn interface_lookup_by_mac_string<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::InterfaceLookupByMacStringArgs<'_>,
    ) -> Result<remote::InterfaceLookupByMacStringRet<'c>> {
        let list = self.driver()?.interfaces.list();
        let has = |interface: &Interface| {
            let mac = interface.mac();
            !mac.is_empty() && mac.as_bytes().eq_ignore_ascii_case(args.mac.as_bytes())
        };
        let mut found = list.select(has, |interface| interface.definition.name.clone());
        let name = match found.pop() {
            Some(name) if found.is_empty() => name,
            Some(_) => return Err(Error::bare(FROM, ErrorCode::MULTIPLE_INTERFACES)),
            None => return Err(no_interface(message!("no interface with matching mac '%1$s'", args.mac.as_bytes()))),
        };
        let mac = args.mac.to_str_lossy().into_owned().into();
        Ok(remote::InterfaceLookupByMacStringRet { iface: remote::NonnullInterface { name: name.into(), mac } })
    }

    fn interface_get_xml_desc<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::InterfaceGetXmlDescArgs<'_>,
    ) -> Result<remote::InterfaceGetXmlDescRet<'c>> {
        check_flags("testInterfaceGetXMLDesc", args.flags, 0)?;
        let definition = self.interface(&args.iface.name, |interface| Ok(Arc::clone(&interface.definition)))?;
        Ok(remote::InterfaceGetXmlDescRet { xml: definition.format().into() })
    }

    fn interface_define_xml<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::InterfaceDefineXmlArgs<'_>,
    ) -> Result<remote::InterfaceDefineXmlRet<'c>> {
        check_flags("testInterfaceDefineXML", args.flags, VIR_INTERFACE_DEFINE_VALIDATE)?;
        schema::INTERFACE.check(args.flags & VIR_INTERFACE_DEFINE_VALIDATE != 0, &args.xml)?;
        let definition = Definition::parse(&args.xml)?;
        let iface = define(&self.driver()?.interfaces.list(), definition, |interface| interface.wire())?;
        Ok(remote::InterfaceDefineXmlRet { iface })
    }

    fn interface_undefine(&self, _: &mut Call, args: &remote::InterfaceUndefineArgs<'_>) -> Result<()> {
        self.interface(&args.iface.name, |interface| {
            interface.remove();
            Ok(())
        })
    }

    fn interface_create(&self, _: &mut Call, args: &remote::InterfaceCreateArgs<'_>) -> Result<()> {
        check_flags("testInterfaceCreate", args.flags, 0)?;
        self.set_interface(&args.iface, true)
    }

    fn interface_destroy(&self, _: &mut Call, args: &remote::InterfaceDestroyArgs<'_>) -> Result<()> {
        check_flags("testInterfaceDestroy", args.flags, 0)?;
        self.set_interface(&args.iface, false)
    }

    fn interface_is_active(
        &self,
        _: &mut Call,
        args: &remote::InterfaceIsActiveArgs<'_>,
    ) -> Result<remote::InterfaceIsActiveRet> {
        let active = self.interface(&args.iface.name, |interface| Ok(interface.active))?;
        Ok(remote::InterfaceIsActiveRet { active: active.into() })
    }

    fn interface_change_begin(&self, _: &mut Call, args: &remote::InterfaceChangeBeginArgs) -> Result<()> {
        check_flags("testInterfaceChangeBegin", args.flags, 0)?;
        self.driver()?.interfaces.begin()
    }

    fn interface_change_commit(&self, _: &mut Call, args: &remote::InterfaceChangeCommitArgs) -> Result<()> {
        check_flags("testInterfaceChangeCommit", args.flags, 0)?;
        self.driver()?.interfaces.commit()
    }

    fn interface_change_rollback(&self, _: &mut Call, args: &remote::InterfaceChangeRollbackArgs) -> Result<()> {
        check_flags("testInterfaceChangeRollback", args.flags, 0)?;
        self.driver()?.interfaces.rollback()
    }
}
