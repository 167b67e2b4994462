//! The processor that several hosts have in common.
use super::common::{Baseline, internal};
use super::ppc64::Ppc64Map;
use super::x86::X86Map;
use super::{family, read_family};
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, message};
use oxivirt_sys::OnceBox;
use oxivirt_xml::host_cpu::HostCpu;

/// Returns the `<cpu>` that guests can have on each of the hosts whose `<cpu>` elements are given. With `expand` all its features are
/// named.
///
/// # Errors
/// A document is not the processor of a host, or has what is not in the map; the hosts have nothing in common; nothing is known of the
/// architecture, which is that of the first.
pub fn baseline(documents: &[&[u8]], expand: bool) -> Result<String> {
    let cpus = documents.iter().map(|document| HostCpu::parse(document)).collect::<Result<Vec<_>>>()?;
    let Some(first) = cpus.first() else {
        return Err(Error::new(ErrorDomain::CPU, ErrorCode::INVALID_ARG, message!("no CPUs given")));
    };
    let arch = first.arch.as_str();
    let common = match family(arch)? {
        Some("x86") => {
            let map = x86()?;
            let mut common = map.baseline(first, &cpus)?;
            if expand {
                map.expand(&mut common)?;
            }
            common
        }
        Some(family) => Ppc64Map::read(family)?.baseline(first, &cpus)?,
        // Whatever the first has: nothing is compared.
        None if arch.starts_with("arm") || arch == "aarch64" => {
            Baseline { model: first.model.clone(), fixed: false, vendor: None, features: Vec::new() }
        }
        None => {
            let text = message!("cannot compute baseline CPU of %1$s architecture", arch);
            return Err(Error::new(ErrorDomain::CPU, ErrorCode::NO_SUPPORT, text));
        }
    };
    Ok(common.format())
}

/// Returns the map of x86 processors, which is hundreds of files: it is read once.
fn x86() -> Result<&'static X86Map> {
    static MAP: OnceBox<X86Map> = OnceBox::new();
    if MAP.get().is_none() {
        let mut map = X86Map::default();
        read_family("x86", &mut |node| map.note(node))?;
        // Another thread may have been faster.
        let _ = MAP.set(map);
    }
    MAP.get().ok_or_else(|| internal("the map of CPU models is lost"))
}
