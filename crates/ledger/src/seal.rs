//! Sealing: XChaCha20-Poly1305 over padded bytes, bound to the place they are stored in.

use chacha20poly1305::aead::{AeadInOut, KeyInit};
use chacha20poly1305::{Tag, XChaCha20Poly1305, XNonce};
use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use sha2::Sha256;
use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::{Failure, Id, chance};

const NONCE: usize = 24;
const TAG: usize = 16;
/// The smallest size class. Most events fit in it, so most look alike from outside.
const SMALLEST: usize = 128;

/// A secret of 256 bits, wiped when it is no longer needed.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub(crate) struct Key(pub [u8; 32]);

impl Key {
    pub fn fresh() -> Result<Self, Failure> {
        chance::bytes().map(Self)
    }

    /// A key of its own for one purpose within one ledger.
    #[expect(
        clippy::expect_used,
        reason = "HKDF gives up to 8160 bytes, 32 are asked for"
    )]
    pub fn derive(&self, ledger: Id, purpose: &str) -> Self {
        let mut derived = [0; 32];
        Hkdf::<Sha256>::new(Some(&ledger.0), &self.0)
            .expand(purpose.as_bytes(), &mut derived)
            .expect("32 bytes are within what HKDF gives");
        Self(derived)
    }

    /// A keyed hash; the parts cannot run into each other.
    pub fn mac(&self, parts: &[&[u8]]) -> [u8; 32] {
        let mut block = [0; 64];
        block[..32].copy_from_slice(&self.0);
        let mut mac = <Hmac<Sha256> as KeyInit>::new(&block.into());
        block.zeroize();
        for part in parts {
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part);
        }
        mac.finalize().into_bytes().into()
    }
}

/// The place that sealed bytes belong to. Moved anywhere else, they do not open.
pub(crate) struct Place(Vec<u8>);

impl Place {
    pub fn new(ledger: Id, table: &str, parts: &[&[u8]]) -> Self {
        let mut bound = ledger.0.to_vec();
        for part in [table.as_bytes()].iter().chain(parts) {
            bound.extend((part.len() as u64).to_be_bytes());
            bound.extend_from_slice(part);
        }
        Self(bound)
    }
}

/// Seals bytes after padding them to a size class.
pub(crate) fn seal(key: &Key, place: &Place, clear: &[u8]) -> Result<Vec<u8>, Failure> {
    let length =
        u32::try_from(clear.len()).map_err(|_| Failure::Misuse("sealing more than 4 GiB"))?;
    let padded = size_class(clear.len() + 4);
    let mut sealed = Vec::with_capacity(NONCE + padded + TAG);
    sealed.extend(chance::bytes::<NONCE>()?);
    sealed.extend(length.to_be_bytes());
    sealed.extend_from_slice(clear);
    sealed.resize(NONCE + padded, 0);
    close(key, place, sealed)
}

/// Opens what [`seal`] closed; nothing when the key, the place or a single bit differs.
pub(crate) fn open(key: &Key, place: &Place, sealed: &[u8]) -> Option<Vec<u8>> {
    let mut clear = unclose(key, place, sealed)?;
    let length = u32::from_be_bytes(*clear.first_chunk()?) as usize;
    if length + 4 > clear.len() {
        return None;
    }
    clear.truncate(length + 4);
    clear.drain(..4);
    Some(clear)
}

/// Seals a key under another. All wrapped keys have one size, so nothing is padded.
pub(crate) fn wrap(under: &Key, place: &Place, key: &Key) -> Result<Vec<u8>, Failure> {
    let mut sealed = Vec::with_capacity(NONCE + 32 + TAG);
    sealed.extend(chance::bytes::<NONCE>()?);
    sealed.extend_from_slice(&key.0);
    close(under, place, sealed)
}

/// Opens a wrapped key.
pub(crate) fn unwrap(under: &Key, place: &Place, wrapped: &[u8]) -> Option<Key> {
    let mut clear = unclose(under, place, wrapped)?;
    let key = clear.as_slice().try_into().ok().map(Key);
    clear.zeroize();
    key
}

/// `sealed` is a nonce and the clear bytes; they are sealed in place and the tag put behind them.
fn close(key: &Key, place: &Place, mut sealed: Vec<u8>) -> Result<Vec<u8>, Failure> {
    let (nonce, clear) = sealed.split_at_mut(NONCE);
    let nonce =
        XNonce::try_from(&*nonce).map_err(|_| Failure::Misuse("a nonce of another size"))?;
    let tag = XChaCha20Poly1305::new(&key.0.into())
        .encrypt_inout_detached(&nonce, &place.0, clear.into())
        .map_err(|_| Failure::Misuse("sealing more than the cipher can"))?;
    sealed.extend_from_slice(&tag);
    Ok(sealed)
}

fn unclose(key: &Key, place: &Place, sealed: &[u8]) -> Option<Vec<u8>> {
    let (nonce, rest) = sealed.split_at_checked(NONCE)?;
    let (body, tag) = rest.split_at_checked(rest.len().checked_sub(TAG)?)?;
    let mut clear = body.to_vec();
    XChaCha20Poly1305::new(&key.0.into())
        .decrypt_inout_detached(
            &XNonce::try_from(nonce).ok()?,
            &place.0,
            clear.as_mut_slice().into(),
            &Tag::try_from(tag).ok()?,
        )
        .ok()?;
    Some(clear)
}

/// 128, 192, 256, 384, 512, 768 …: at most half is padding, and few sizes exist to tell events apart by.
pub(crate) fn size_class(length: usize) -> usize {
    let power = length.next_power_of_two().max(SMALLEST);
    let between = power / 4 * 3;
    if power > SMALLEST && length <= between {
        between
    } else {
        power
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn padding_hides_the_length_within_a_class_and_wastes_at_most_half() {
        assert_eq!(
            [0, 1, 128, 129, 192, 193, 256, 257, 1025].map(size_class),
            [128, 128, 128, 192, 192, 256, 256, 384, 1536]
        );
        for length in 65..100_000 {
            let class = size_class(length);
            assert!(
                class >= length && (class <= 128 || class * 2 < length * 3 + 2),
                "{length} -> {class}"
            );
        }
    }

    #[test]
    fn sealed_bytes_open_in_their_place_only_and_no_bit_may_differ() {
        let (key, ledger) = (Key([1; 32]), Id([2; 16]));
        let place = Place::new(ledger, "events", &[b"file", b"1"]);
        let sealed = seal(&key, &place, b"Amina").unwrap();
        assert_eq!(open(&key, &place, &sealed).as_deref(), Some(&b"Amina"[..]));
        assert_ne!(
            sealed,
            seal(&key, &place, b"Amina").unwrap(),
            "the nonce is drawn anew"
        );
        for other in [
            Place::new(Id([3; 16]), "events", &[b"file", b"1"]),
            Place::new(ledger, "looks", &[b"file", b"1"]),
            Place::new(ledger, "events", &[b"file1", b""]),
        ] {
            assert!(open(&key, &other, &sealed).is_none());
        }
        assert!(open(&Key([2; 32]), &place, &sealed).is_none());
        for byte in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[byte] ^= 1;
            assert!(open(&key, &place, &changed).is_none(), "byte {byte}");
        }
        for length in 0..sealed.len() {
            assert!(
                open(&key, &place, &sealed[..length]).is_none(),
                "cut to {length}"
            );
        }
    }
}
