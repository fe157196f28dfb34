//! Digests and base 64.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use md5::Md5;
use sha1::Sha1;
use sha2::{Digest, Sha256, Sha384, Sha512};

/// The digest of a text; nothing where the algorithm or the encoding is not known.
pub(super) fn digest(text: &str, algorithm: &str, encoding: &str) -> String {
    let bytes = match algorithm.trim().to_ascii_uppercase().as_str() {
        "MD5" => Md5::digest(text).to_vec(),
        "SHA-1" => Sha1::digest(text).to_vec(),
        "SHA-256" => Sha256::digest(text).to_vec(),
        "SHA-384" => Sha384::digest(text).to_vec(),
        "SHA-512" => Sha512::digest(text).to_vec(),
        _ => return String::new(),
    };
    match encoding.trim().to_ascii_lowercase().as_str() {
        "" | "base64" => encode(&bytes),
        "hex" => bytes.iter().map(|byte| format!("{byte:02x}")).collect(),
        _ => String::new(),
    }
}

pub(super) fn encode(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

/// The text behind base 64; nothing where there is none.
pub(super) fn decode(text: &str) -> String {
    let bytes = STANDARD.decode(text.trim()).unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}
