//! The Merkle tree over the log (RFC 6962), kept as its right edge only.

use sha2::{Digest, Sha256};

pub(crate) type Hash = [u8; 32];

/// The roots of the full subtrees, largest first: all that is needed to add leaves and to give the root.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(crate) struct Frontier {
    size: u64,
    peaks: Vec<Hash>,
}

impl Frontier {
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Adds a leaf; equal neighbours merge as in a binary counter.
    pub fn push(&mut self, leaf: &[u8]) {
        let mut hash: Hash = Sha256::new()
            .chain_update([0])
            .chain_update(leaf)
            .finalize()
            .into();
        let mut size = self.size;
        while size & 1 == 1 {
            if let Some(left) = self.peaks.pop() {
                hash = node(&left, &hash);
            }
            size >>= 1;
        }
        self.peaks.push(hash);
        self.size += 1;
    }

    pub fn root(&self) -> Hash {
        let mut peaks = self.peaks.iter().rev();
        let Some(last) = peaks.next() else {
            return Sha256::digest([]).into();
        };
        peaks.fold(*last, |right, left| node(left, &right))
    }

    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = self.size.to_be_bytes().to_vec();
        bytes.extend(self.peaks.iter().flatten());
        bytes
    }

    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (size, rest) = bytes.split_first_chunk::<8>()?;
        let (peaks, odd) = rest.as_chunks::<32>();
        let size = u64::from_be_bytes(*size);
        let whole = odd.is_empty() && peaks.len() == size.count_ones() as usize;
        whole.then(|| Self {
            size,
            peaks: peaks.to_vec(),
        })
    }
}

fn node(left: &Hash, right: &Hash) -> Hash {
    Sha256::new()
        .chain_update([1])
        .chain_update(left)
        .chain_update(right)
        .finalize()
        .into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::hex;

    /// The inputs and roots of the reference test of Certificate Transparency.
    #[test]
    fn the_tree_gives_the_roots_of_the_reference() {
        let leaves: [&[u8]; 8] = [
            b"",
            b"\x00",
            b"\x10",
            b"\x20\x21",
            b"\x30\x31",
            b"\x40\x41\x42\x43",
            b"\x50\x51\x52\x53\x54\x55\x56\x57",
            b"\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f",
        ];
        let mut tree = Frontier::default();
        assert!(hex(&tree.root()).starts_with("e3b0c442"));
        let roots = leaves.map(|leaf| {
            tree.push(leaf);
            assert_eq!(Frontier::from_bytes(&tree.to_bytes()), Some(tree.clone()));
            hex(&tree.root())
        });
        assert_eq!(
            roots[0],
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
        );
        assert_eq!(
            roots[1],
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"
        );
        assert_eq!(
            roots[6],
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c"
        );
        assert_eq!(
            roots[7],
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
        );
    }
}
