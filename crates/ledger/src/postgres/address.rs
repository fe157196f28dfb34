//! Where a PostgreSQL database is, and that the way there is as safe as it must be.

use std::fmt;
use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, RootCertStore};
use tokio_postgres::Config;
use tokio_postgres::config::{Host, SslMode, TargetSessionAttrs};
use tokio_postgres_rustls::MakeRustlsConnect;

use crate::Failure;

/// The address of a PostgreSQL database: `postgres://name@host/database?sslrootcert=ca.pem`. Also
/// `passwordfile=`, so that no password stands in a command line, and whatever else the driver knows.
///
/// The certificate of the database is always checked, and its name with it. Only a database on this
/// very machine may do without.
#[derive(Clone)]
pub struct Address {
    config: Config,
    roots: Option<PathBuf>,
}

impl Address {
    /// Whether this text is the address of such a database, and not a path.
    #[must_use]
    pub fn is_one(text: &str) -> bool {
        text.starts_with("postgres://") || text.starts_with("postgresql://")
    }

    pub(super) const fn config(&self) -> &Config {
        &self.config
    }

    /// How to seal the way there; nothing for a database on this machine.
    pub(super) fn tls(&self) -> Result<Option<MakeRustlsConnect>, Failure> {
        let Some(path) = &self.roots else {
            return Ok(None);
        };
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(|error| Failure::Weak(error.to_string()))?
            .with_root_certificates(roots(path)?)
            .with_no_client_auth();
        Ok(Some(MakeRustlsConnect::new(config)))
    }

    fn is_on_this_machine(&self) -> bool {
        let local = |host: &Host| match host {
            Host::Tcp(name) => {
                name == "localhost"
                    || (name.parse::<IpAddr>()).is_ok_and(|address| address.is_loopback())
            }
            Host::Unix(_) => true,
        };
        self.config.get_hosts().iter().all(local)
            && self.config.get_hostaddrs().iter().all(IpAddr::is_loopback)
    }
}

fn roots(path: &Path) -> Result<RootCertStore, Failure> {
    let unreadable =
        |error: &dyn fmt::Display| Failure::Weak(format!("{}: {error}", path.display()));
    let mut store = RootCertStore::empty();
    for certificate in CertificateDer::pem_file_iter(path).map_err(|error| unreadable(&error))? {
        let certificate = certificate.map_err(|error| unreadable(&error))?;
        store.add(certificate).map_err(|error| unreadable(&error))?;
    }
    if store.is_empty() {
        return Err(unreadable(&"holds no certificate"));
    }
    Ok(store)
}

impl FromStr for Address {
    type Err = Failure;

    fn from_str(text: &str) -> Result<Self, Failure> {
        let (place, options) = text.split_once('?').unwrap_or((text, ""));
        let (mut roots, mut password, mut others) = (None, None, Vec::new());
        for option in options.split('&').filter(|option| !option.is_empty()) {
            match option.split_once('=') {
                Some(("sslrootcert", path)) => roots = Some(PathBuf::from(path)),
                Some(("passwordfile", path)) => password = Some(PathBuf::from(path)),
                // Never less than this, so that asking for it changes nothing.
                Some(("sslmode", "verify-full")) => {}
                Some(("sslmode", other)) => {
                    let words = format!("sslmode={other} checks no certificate");
                    return Err(Failure::Weak(words));
                }
                _ => others.push(option),
            }
        }
        let mut config: Config = format!("{place}?{}", others.join("&"))
            .parse()
            .map_err(|_| Failure::Misuse("this is no address of a PostgreSQL database"))?;
        if let Some(path) = password {
            let text = std::fs::read_to_string(&path).map_err(|fault| Failure::io(&path, fault))?;
            config.password(text.trim_end());
        }
        config
            .application_name("sanad")
            .connect_timeout(Duration::from_secs(3))
            .tcp_user_timeout(Duration::from_secs(5))
            .keepalives_idle(Duration::from_secs(5))
            .target_session_attrs(TargetSessionAttrs::ReadWrite)
            .ssl_mode(match roots {
                Some(_) => SslMode::Require,
                None => SslMode::Disable,
            });
        let address = Self { config, roots };
        if address.roots.is_none() && !address.is_on_this_machine() {
            return Err(Failure::Weak(
                "the database is on another machine, and its certificate is not checked: add sslrootcert=".into(),
            ));
        }
        Ok(address)
    }
}

/// Without the password.
impl fmt::Debug for Address {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.config.get_dbname().unwrap_or_default();
        write!(out, "postgres://…/{name}")
    }
}

impl PartialEq for Address {
    fn eq(&self, other: &Self) -> bool {
        self.config == other.config && self.roots == other.roots
    }
}

impl Eq for Address {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_database_on_this_machine_may_do_without_a_certificate() {
        for here in [
            "postgres://sanad@localhost/sanad",
            "postgres://sanad@127.0.0.1:5433/sanad?options=-csearch_path%3Done",
            "postgresql:///sanad?host=/run/postgresql",
            "postgres://sanad@db.example/sanad?sslrootcert=/etc/ca.pem&sslmode=verify-full",
        ] {
            assert!(here.parse::<Address>().is_ok(), "{here}");
        }
        for elsewhere in [
            "postgres://sanad@db.example/sanad",
            "postgres://sanad@db.example/sanad?sslmode=require",
            "postgres://sanad@localhost/sanad?sslmode=prefer",
            "postgres://sanad@localhost,db.example/sanad",
        ] {
            let refused = elsewhere.parse::<Address>();
            assert!(matches!(refused, Err(Failure::Weak(_))), "{elsewhere}");
        }
        assert!(Address::is_one("postgres://a/b") && !Address::is_one("/var/lib/sanad"));
    }

    #[test]
    fn a_password_is_never_printed() {
        let address: Address = "postgres://sanad:secret@localhost/centre".parse().unwrap();
        assert_eq!(format!("{address:?}"), "postgres://…/centre");
    }
}
