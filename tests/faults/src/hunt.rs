//! Looking for words in files, in every dress that a program might put on them.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// A word in one dress.
#[derive(Clone, Debug)]
pub struct Quarry {
    /// Which word, and how dressed: for a report.
    pub name: String,
    bytes: Vec<u8>,
}

/// A word as UTF-8, as UTF-16 both ways, in Base64 at each of its three places, in hexadecimal.
pub fn dresses(word: &str) -> Vec<Quarry> {
    let dressed = |how: &str, bytes: Vec<u8>| Quarry {
        name: format!("{word} ({how})"),
        bytes,
    };
    let mut all = vec![
        dressed("UTF-8", word.into()),
        dressed(
            "UTF-16 little",
            word.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        ),
        dressed(
            "UTF-16 big",
            word.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        ),
    ];
    all.extend(raw(word.as_bytes(), word));
    all
}

/// Bytes in hexadecimal and Base64.
pub fn raw(bytes: &[u8], name: &str) -> Vec<Quarry> {
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    let mut all = vec![
        ("hexadecimal", hex.to_uppercase().into_bytes()),
        ("small hexadecimal", hex.into_bytes()),
    ];
    for shift in 0..3 {
        all.push(("Base64", base64_core(bytes, shift)));
    }
    all.into_iter()
        .map(|(how, bytes)| Quarry {
            name: format!("{name} ({how})"),
            bytes,
        })
        .collect()
}

/// The bytes as they are.
pub fn plain(bytes: &[u8], name: &str) -> Quarry {
    Quarry {
        name: format!("{name} (as it is)"),
        bytes: bytes.to_vec(),
    }
}

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The part of the Base64 of anything holding these bytes that depends on them alone.
fn base64_core(bytes: &[u8], shift: usize) -> Vec<u8> {
    let mut padded = vec![0; shift];
    padded.extend(bytes);
    let (threes, _) = padded.as_chunks::<3>();
    let skip = if shift == 0 { 0 } else { 1 };
    threes
        .iter()
        .skip(skip)
        .flat_map(|three| {
            let [a, b, c] = three.map(u32::from);
            let all = a << 16 | b << 8 | c;
            [18, 12, 6, 0].map(|by| ALPHABET[(all >> by & 63) as usize])
        })
        .collect()
}

/// Every file below these places.
pub fn files(places: &[&Path]) -> anyhow::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut open: Vec<PathBuf> = places.iter().map(|place| place.to_path_buf()).collect();
    while let Some(path) = open.pop() {
        if path.is_dir() {
            for entry in fs::read_dir(&path)? {
                open.push(entry?.path());
            }
        } else if path.is_file() {
            found.push(path);
        }
    }
    Ok(found)
}

/// Where any of these stands: one line each.
pub fn hunt(places: &[&Path], quarry: &[Quarry]) -> anyhow::Result<(Vec<String>, u64)> {
    let (mut hits, mut searched) = (Vec::new(), 0);
    for path in files(places)? {
        // A file may go while the program runs.
        let Ok(content) = fs::read(&path) else {
            continue;
        };
        searched += content.len() as u64;
        let index = Index::of(&content);
        for one in quarry {
            if index.holds(&one.bytes) {
                hits.push(format!("{} in {}", one.name, path.display()));
            }
        }
    }
    Ok((hits, searched))
}

/// Where each pair of bytes begins, so that hundreds of words are looked for in one reading.
struct Index<'a> {
    content: &'a [u8],
    places: Vec<Vec<u32>>,
}

impl<'a> Index<'a> {
    fn of(content: &'a [u8]) -> Self {
        let mut places = vec![Vec::new(); 1 << 16];
        for (at, pair) in (0..).zip(content.windows(2)) {
            if pair != [0, 0] {
                places[pair_number(pair)].push(at);
            }
        }
        Self { content, places }
    }

    fn holds(&self, wanted: &[u8]) -> bool {
        let Some(first) = wanted.get(..2) else {
            return false;
        };
        self.places[pair_number(first)]
            .iter()
            .any(|at| self.content[*at as usize..].starts_with(wanted))
    }
}

fn pair_number(pair: &[u8]) -> usize {
    usize::from(pair[0]) << 8 | usize::from(pair[1])
}
