//! Certificates of the server: the files, who may read the key, dates, names, and whether the authority is the signer.
use super::{Finding, Host, Settings, Verdict};
use oxivirt_tls::CertificateFacts;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

const DAY: i64 = 86_400;
/// So long before the end there is a warning.
const SOON: i64 = 30 * DAY;

/// Where the files are unless the configuration says so.
const AUTHORITY: &str = "/etc/pki/CA/cacert.pem";
const CERTIFICATE: &str = "/etc/pki/libvirt/servercert.pem";
const KEY: &str = "/etc/pki/libvirt/private/serverkey.pem";

/// Looks at the certificates.
pub(super) fn look(host: &Host, settings: &Settings, findings: &mut Vec<Finding>) {
    let place = |key: &str, default: &str| host.path(&settings.text(key).unwrap_or_else(|| default.to_owned()));
    let (authority, own, key) = (place("ca_file", AUTHORITY), place("cert_file", CERTIFICATE), place("key_file", KEY));
    if !authority.exists() && !own.exists() && !key.exists() {
        findings.push(Finding {
            area: "certificate",
            what: own.display().to_string(),
            verdict: Verdict::Absent,
            text: "there are no certificates: no TLS".to_owned(),
            hint: None,
        });
        return;
    }
    let signer = certificate(host, &authority, true, findings);
    let server = certificate(host, &own, false, findings);
    let issuer = server.and_then(|all| all.into_iter().next()).map(|first| first.issuer);
    if let (Some(signer), Some(issuer)) = (signer, issuer) {
        let (verdict, text, hint) = if signer.iter().any(|one| one.subject == issuer) {
            (Verdict::Well, format!("signed by {issuer}"), None)
        } else {
            let text = format!("signed by {issuer}, which is not in {}", authority.display());
            (Verdict::Problem, text, Some("clients that know the authority refuse this certificate"))
        };
        findings.push(Finding { area: "certificate", what: own.display().to_string(), verdict, text, hint });
    }
    findings.push(private_key(&key));
}

/// Looks at one file, and returns what it holds.
fn certificate(
    host: &Host,
    path: &Path,
    authority: bool,
    findings: &mut Vec<Finding>,
) -> Option<Vec<CertificateFacts>> {
    let what = path.display().to_string();
    let mut tell = |verdict, text: String, hint| {
        findings.push(Finding { area: "certificate", what: what.clone(), verdict, text, hint })
    };
    let content = match std::fs::read(path) {
        Ok(content) => content,
        Err(why) => {
            let hint = Some("TLS needs the authority's certificate, the server's and its key");
            tell(Verdict::Problem, crate::facts::plain(&why), hint);
            return None;
        }
    };
    let Some(all) = CertificateFacts::of_pem(&content).filter(|all| !all.is_empty()) else {
        tell(Verdict::Problem, "it holds no certificate".to_owned(), Some("it must be in PEM form"));
        return None;
    };
    for one in &all {
        let (verdict, hint) = judge(host.now, one, authority);
        let names = if authority { String::new() } else { format!(", for {}", one.names) };
        let text = format!("{}{names}, good from {} to {}", one.subject, date(one.not_before), date(one.not_after));
        tell(verdict, text, hint);
    }
    Some(all)
}

fn judge(now: i64, one: &CertificateFacts, authority: bool) -> (Verdict, Option<&'static str>) {
    if now < one.not_before {
        (Verdict::Problem, Some("it is not good yet: is the clock right?"))
    } else if now > one.not_after {
        (Verdict::Problem, Some("it has expired: clients refuse it"))
    } else if one.authority != authority {
        (
            Verdict::Problem,
            Some(if authority { "it may not sign others" } else { "it is an authority's, not a server's" }),
        )
    } else if one.not_after.saturating_sub(now) < SOON {
        (Verdict::Warning, Some("it expires within a month"))
    } else if !authority && one.names == "nobody" {
        (Verdict::Problem, Some("it names no host: clients refuse it"))
    } else {
        (Verdict::Well, None)
    }
}

fn private_key(path: &Path) -> Finding {
    let what = path.display().to_string();
    let (verdict, text, hint) = match std::fs::metadata(path) {
        Err(why) => {
            (Verdict::Problem, crate::facts::plain(&why), Some("TLS needs the key of the server's certificate"))
        }
        Ok(found) if found.permissions().mode() & 0o007 != 0 => {
            let text = format!("mode {:04o}", found.permissions().mode() & 0o7777);
            (Verdict::Problem, text, Some("everybody may read it: chmod 0600"))
        }
        Ok(found) => (Verdict::Well, format!("mode {:04o}", found.permissions().mode() & 0o7777), None),
    };
    Finding { area: "key", what, verdict, text, hint }
}

/// Returns a day as YYYY-MM-DD, from seconds since 1970.
#[expect(clippy::arithmetic_side_effects, reason = "numbers of days within 400 years, and what is divided from them")]
fn date(seconds: i64) -> String {
    // Days are counted from 1 March of the year 0: the day that may be missing is the last one of such a year.
    let days = seconds.div_euclid(DAY).saturating_add(719_468);
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = year_of_era.saturating_add(era.saturating_mul(400)).saturating_add(i64::from(month <= 2));
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days() {
        assert_eq!(date(0), "1970-01-01");
        assert_eq!(date(951_782_400), "2000-02-29");
        assert_eq!(date(1_709_251_199), "2024-02-29");
        assert_eq!(date(-1), "1969-12-31");
        assert_eq!(date(4_102_444_800), "2100-01-01");
    }

    #[test]
    fn what_is_wrong_with_a_certificate() {
        let good = CertificateFacts {
            subject: "CN=host".to_owned(),
            issuer: "CN=authority".to_owned(),
            names: "host".to_owned(),
            not_before: 0,
            not_after: 100 * DAY,
            authority: false,
        };
        let verdict = |now, one: &CertificateFacts, authority| judge(now, one, authority).0;
        assert_eq!(verdict(DAY, &good, false), Verdict::Well);
        assert_eq!(verdict(-1, &good, false), Verdict::Problem);
        assert_eq!(verdict(101 * DAY, &good, false), Verdict::Problem);
        assert_eq!(verdict(80 * DAY, &good, false), Verdict::Warning);
        assert_eq!(verdict(DAY, &good, true), Verdict::Problem);
        assert_eq!(verdict(DAY, &CertificateFacts { names: "nobody".to_owned(), ..good }, false), Verdict::Problem);
    }
}
