//! The way to a database on another machine is sealed, and its certificate checked: the right one is
//! taken, any other refused.

use std::fs;
use std::net::TcpListener;
use std::path::Path;

use ledger::{Dirs, Failure, Ledger, SealedLedger};
use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair};

use crate::house::{add, id};
use crate::server::Server;

struct Authority {
    issuer: Issuer<'static, KeyPair>,
    pem: String,
}

impl Authority {
    fn new() -> Self {
        let key = KeyPair::generate().unwrap();
        let mut params = CertificateParams::new(vec![]).unwrap();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let pem = params.self_signed(&key).unwrap().pem();
        Self {
            issuer: Issuer::new(params, key),
            pem,
        }
    }

    fn certify(&self, name: &str) -> (String, String) {
        let key = KeyPair::generate().unwrap();
        let params = CertificateParams::new(vec![name.to_owned()]).unwrap();
        let certificate = params.signed_by(&key, &self.issuer).unwrap();
        (certificate.pem(), key.serialize_pem())
    }
}

fn free_port() -> u16 {
    let socket = TcpListener::bind("127.0.0.1:0").unwrap();
    socket.local_addr().unwrap().port()
}

/// A server that shows this certificate, and accepts nobody without TLS over the network.
fn server(folder: &Path, port: u16, (certificate, key): &(String, String)) -> Server {
    let settings = format!(
        "port = {port}\nlisten_addresses = '127.0.0.1'\nssl = on\nssl_cert_file = 'its.pem'\nssl_key_file = 'its.key'"
    );
    let server = Server::make(folder, &settings);
    let data = server.data();
    fs::write(data.join("its.pem"), certificate).unwrap();
    fs::write(data.join("its.key"), key).unwrap();
    fs::write(
        data.join("pg_hba.conf"),
        "local all all trust\nhostssl all all 127.0.0.1/32 trust\n",
    )
    .unwrap();
    for name in ["its.pem", "its.key"] {
        let path = data.join(name);
        let owner = fs::metadata(&data).unwrap();
        std::os::unix::fs::chown(
            &path,
            Some(std::os::unix::fs::MetadataExt::uid(&owner)),
            Some(std::os::unix::fs::MetadataExt::gid(&owner)),
        )
        .unwrap();
        fs::set_permissions(&path, std::os::unix::fs::PermissionsExt::from_mode(0o600)).unwrap();
    }
    server.start();
    server
}

#[test]
fn the_right_certificate_is_taken_and_any_other_refused() {
    let folder = tempfile::tempdir().unwrap();
    fs::set_permissions(
        folder.path(),
        std::os::unix::fs::PermissionsExt::from_mode(0o755),
    )
    .unwrap();
    let (ours, others) = (Authority::new(), Authority::new());
    let port = free_port();
    let server = server(
        &folder.path().join("server"),
        port,
        &ours.certify("localhost"),
    );
    let (right, wrong) = (
        folder.path().join("ours.pem"),
        folder.path().join("others.pem"),
    );
    fs::write(&right, &ours.pem).unwrap();
    fs::write(&wrong, &others.pem).unwrap();
    let open = |host: &str, roots: Option<&Path>| {
        let roots = roots.map_or(String::new(), |path| {
            format!("?sslrootcert={}", path.display())
        });
        let address = format!("postgres://sanad@{host}:{port}/postgres{roots}")
            .parse()
            .unwrap();
        let dirs = Dirs::beside(folder.path().join("centre")).with_database(Some(address));
        SealedLedger::open(&dirs)
    };
    let ledger = open("localhost", Some(&right)).unwrap();
    add(&ledger, id(1), 0, &["sealed twice"]).unwrap();
    assert_eq!(ledger.read(id(1)).unwrap().len(), 1);
    drop(ledger);
    // Another authority; another name than the one certified; no TLS at all.
    for (host, roots) in [
        ("localhost", Some(&*wrong)),
        ("127.0.0.1", Some(&*right)),
        ("localhost", None),
    ] {
        let refused = open(host, roots).err();
        assert!(
            matches!(&refused, Some(Failure::Unreachable(_) | Failure::Engine(_))),
            "{host} {roots:?}: {refused:?}"
        );
    }
    server.stop();
}
