//! Signed heads: the note that says how far the log went and what it held.

use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use jiff::Timestamp;
use sha2::{Digest, Sha256};

use crate::tree::{Frontier, Hash};
use crate::{Id, base64};

/// A signed statement of the whole log up to one point.
#[derive(Debug, Clone, Eq, PartialEq)]
pub struct Head {
    /// Heads are numbered from 1.
    pub number: u64,
    /// How many log rows it covers.
    pub size: u64,
    /// The root of the Merkle tree over them (RFC 6962).
    pub root: [u8; 32],
    /// The hash of the head before this one; zeros for the first.
    pub previous: [u8; 32],
    /// When it was made.
    pub at: Timestamp,
    /// The whole signed note as text, in tlog checkpoint form: what to print or mail.
    pub note: String,
}

impl Head {
    /// The head that follows `before`, signed.
    pub(crate) fn sign(
        before: Option<&Self>,
        log: &Frontier,
        at: Timestamp,
        ledger: Id,
        signer: &SigningKey,
    ) -> Self {
        let number = before.map_or(0, |head| head.number) + 1;
        let previous = before.map_or([0; 32], Self::hash);
        let (size, root) = (log.size(), log.root());
        let origin = origin(ledger);
        let (root_text, previous_text) = (base64::encode(&root), base64::encode(&previous));
        let text = format!(
            "{origin}\n{size}\n{root_text}\nhead {number}\nprevious {previous_text}\nat {at}\n"
        );
        let mut proof = key_hash(ledger, &signer.verifying_key()).to_vec();
        proof.extend(signer.sign(text.as_bytes()).to_bytes());
        let note = format!("{text}\n\u{2014} {origin} {}\n", base64::encode(&proof));
        Self {
            number,
            size,
            root,
            previous,
            at,
            note,
        }
    }

    /// Reads a note without judging its signature. Any other spelling than the one written is refused.
    pub fn parse(note: &str) -> Option<Self> {
        let (text, _) = note.split_once("\n\n")?;
        let mut lines = text.split('\n');
        let _origin = lines.next()?;
        let size = lines.next()?.parse().ok()?;
        let root = base64::decode(lines.next()?)?.try_into().ok()?;
        let number = lines.next()?.strip_prefix("head ")?.parse().ok()?;
        let previous = base64::decode(lines.next()?.strip_prefix("previous ")?)?
            .try_into()
            .ok()?;
        let at = lines.next()?.strip_prefix("at ")?.parse().ok()?;
        lines.next().is_none().then(|| Self {
            number,
            size,
            root,
            previous,
            at,
            note: note.to_owned(),
        })
    }

    /// What the next head names as its `previous`. Covers the signature too.
    pub(crate) fn hash(&self) -> Hash {
        Sha256::digest(self.note.as_bytes()).into()
    }

    /// Whether this ledger's key signed exactly this note.
    pub(crate) fn is_signed(&self, ledger: Id, key: &VerifyingKey) -> bool {
        let Some((text, proof)) = self.note.split_once("\n\n") else {
            return false;
        };
        let proof = proof
            .strip_prefix(&format!("\u{2014} {} ", origin(ledger)))
            .and_then(|rest| rest.strip_suffix('\n'))
            .and_then(base64::decode);
        let Some((named, signature)) = proof
            .as_deref()
            .and_then(|proof| proof.split_first_chunk::<4>())
        else {
            return false;
        };
        let Ok(signature) = Signature::from_slice(signature) else {
            return false;
        };
        *named == key_hash(ledger, key)
            && text.starts_with(&format!("{}\n", origin(ledger)))
            && key
                .verify_strict(format!("{text}\n").as_bytes(), &signature)
                .is_ok()
    }
}

fn origin(ledger: Id) -> String {
    format!("sanad.ledger/{ledger}")
}

/// The short name of a key in a signed note: 0x01 stands for Ed25519.
fn key_hash(ledger: Id, key: &VerifyingKey) -> [u8; 4] {
    let hash: Hash = Sha256::new()
        .chain_update(origin(ledger))
        .chain_update(b"\n\x01")
        .chain_update(key.as_bytes())
        .finalize()
        .into();
    [hash[0], hash[1], hash[2], hash[3]]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signed_head_reads_back_and_no_changed_byte_passes() {
        let signer = SigningKey::from_bytes(&[7; 32]);
        let (ledger, key) = (Id([1; 16]), signer.verifying_key());
        let mut log = Frontier::default();
        log.push(b"row");
        let first = Head::sign(None, &log, Timestamp::UNIX_EPOCH, ledger, &signer);
        let second = Head::sign(Some(&first), &log, Timestamp::UNIX_EPOCH, ledger, &signer);
        assert_eq!(Head::parse(&second.note).as_ref(), Some(&second));
        assert!(first.is_signed(ledger, &key) && second.is_signed(ledger, &key));
        assert!(!second.is_signed(Id([2; 16]), &key));
        assert_eq!((second.number, second.previous), (2, first.hash()));
        for at in 0..second.note.len() {
            let mut bytes = second.note.clone().into_bytes();
            bytes[at] ^= 1;
            let changed = String::from_utf8(bytes)
                .ok()
                .and_then(|note| Head::parse(&note));
            assert!(
                changed.is_none_or(|head| !head.is_signed(ledger, &key)),
                "byte {at}"
            );
        }
    }
}
