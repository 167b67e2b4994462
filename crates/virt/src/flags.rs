//! Flags whose use has rules of its own, with the names that errors tell.

/// A flag, or several of which one is meant, and its name in C.
pub(crate) type Flag = (u32, &'static str);

macro_rules! flags {
    ($($name:ident = $value:literal;)*) => {$(
        pub(crate) const $name: Flag = ($value, stringify!($name));
    )*};
}

flags! {
    VIR_DOMAIN_AFFECT_LIVE = 0x1;
    VIR_DOMAIN_AFFECT_CONFIG = 0x2;
    VIR_DOMAIN_VCPU_CONFIG = 0x2;
    VIR_DOMAIN_VCPU_MAXIMUM = 0x4;
    VIR_DOMAIN_VCPU_GUEST = 0x8;
    VIR_DOMAIN_XML_SECURE = 0x1;
    VIR_DOMAIN_XML_MIGRATABLE = 0x8;
}
