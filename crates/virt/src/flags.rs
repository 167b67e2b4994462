//! Flags whose use has rules of its own, with the names that errors tell.
use oxivirt_model::constants;
use oxivirt_protocol::Flag;

macro_rules! flags {
    ($($name:ident)*) => {$(
        pub(crate) const $name: Flag = (constants::$name as _, stringify!($name));
    )*};
}

flags! {
    VIR_DOMAIN_AFFECT_LIVE
    VIR_DOMAIN_AFFECT_CONFIG
    VIR_DOMAIN_VCPU_CONFIG
    VIR_DOMAIN_VCPU_MAXIMUM
    VIR_DOMAIN_VCPU_GUEST
    VIR_DOMAIN_XML_SECURE
    VIR_DOMAIN_XML_MIGRATABLE
    VIR_NETWORK_UPDATE_AFFECT_LIVE
    VIR_NETWORK_UPDATE_AFFECT_CONFIG
}
