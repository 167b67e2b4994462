//! For whom a session acts: the nine attributes of the stock library's identities (`VIR_CONNECT_IDENTITY_…`).

/// What is known of a caller. Access rules decide by it; what is not proven is left out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Identity {
    /// Name of the user the process runs as.
    pub user_name: Option<Vec<u8>>,
    /// User id of the process.
    pub uid: Option<u64>,
    /// Name of the group the process runs as.
    pub group_name: Option<Vec<u8>>,
    /// Group id of the process.
    pub gid: Option<u64>,
    /// Id of the process.
    pub pid: Option<i64>,
    /// When the process was started, in clock ticks since the machine was: with the id it names one process for ever.
    pub process_time: Option<u64>,
    /// Name the user gave to SASL.
    pub sasl_user_name: Option<Vec<u8>>,
    /// Whom the client's certificate is for, as its distinguished name.
    pub x509_distinguished_name: Option<Vec<u8>>,
    /// SELinux context of the process.
    pub selinux_context: Option<Vec<u8>>,
}

impl Identity {
    /// Nothing is known.
    pub const NOBODY: Self = Self {
        user_name: None,
        uid: None,
        group_name: None,
        gid: None,
        pid: None,
        process_time: None,
        sasl_user_name: None,
        x509_distinguished_name: None,
        selinux_context: None,
    };
}
