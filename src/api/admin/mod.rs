//! Entry points of libvirt-admin.h by topic. Errors of this section are stored for the thread only: admin connections
//! have no record of their own.
mod client;
mod connect;
mod logging;
mod server;

use oxivirt_model::ErrorDomain;

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::ADMIN;
