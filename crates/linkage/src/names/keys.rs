//! The words under which an index files a name, so that another spelling finds it.

use std::collections::BTreeSet;

use super::{
    parts::parts,
    script::Word,
    sounds::{CH, DH, GH, KH, SH, TH, is_vowel, sounds},
};

/// Index keys such that two spellings of one name, in any script, very likely share at least one.
///
/// A key is the consonants of one part, those that conventions confuse made one; where a letter
/// may stand for two sounds a part has several keys. A compound written as two words is also filed
/// as one. Keys do not depend on the order of the parts. Sharing a key is a reason to compare
/// ([`super::fold::likeness`]), not a likeness. For misspelt names see [`near_keys`].
#[must_use]
pub fn keys(name: &str) -> Vec<String> {
    collect(name, |part, into| into.extend(bones(part)))
}

/// [`keys`], and beside them what survives a slip of the pen: every longer key with one consonant
/// left out, and the first and last letters of each part. Many more, and much less telling.
#[must_use]
pub fn near_keys(name: &str) -> Vec<String> {
    collect(name, |part, into| into.extend(near(part)))
}

fn collect(name: &str, make: impl Fn(&Word, &mut BTreeSet<String>)) -> Vec<String> {
    let parts = parts(name);
    let mut found = BTreeSet::new();
    for part in &parts {
        make(part, &mut found);
    }
    for pair in parts.windows(2) {
        make(&joined(&pair[0], &pair[1]), &mut found);
    }
    found.into_iter().collect()
}

fn joined(one: &Word, next: &Word) -> Word {
    Word {
        text: format!("{}{}", one.text, next.text),
        bare: one.bare || next.bare,
    }
}

/// The keys of one part with what survives a slip.
#[must_use]
pub fn near(part: &Word) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for key in bones(part) {
        if key.len() >= 3 {
            for gone in 0..key.len() {
                found.insert(format!("~{}{}", &key[..gone], &key[gone + 1..]));
            }
        }
        found.insert(key);
    }
    if part.text.len() >= 5 && !part.bare {
        found.insert(format!("^{}", &part.text[..3]));
        found.insert(format!("{}$", &part.text[part.text.len() - 3..]));
    }
    found
}

/// The first reading of one part: what it is counted under.
#[must_use]
pub fn first(part: &Word) -> String {
    let mut readings = vec![String::new()];
    read(&sounds(&part.text, part.bare), part.bare, &mut readings);
    readings.swap_remove(0)
}

/// The consonants of one part, with every reading of the letters that have two.
#[must_use]
pub fn bones(part: &Word) -> BTreeSet<String> {
    let mut readings = vec![String::new()];
    let heard = sounds(&part.text, part.bare);
    read(&heard, part.bare, &mut readings);
    if let Some(rest) = without_article(&part.text).filter(|_| !part.bare) {
        let mut others = vec![String::new()];
        read(&sounds(rest, false), false, &mut others);
        readings.extend(others);
    }
    readings
        .into_iter()
        .map(|key| if key.is_empty() { "-".into() } else { key })
        .collect()
}

/// `Alhassan`, `Elhadj`: an article written on to its word. `Alice` loses one too, in one reading.
#[must_use]
pub fn without_article(text: &str) -> Option<&str> {
    let rest = text
        .strip_prefix("al")
        .or_else(|| text.strip_prefix("el"))?;
    let next = *rest.as_bytes().first()?;
    (rest.len() >= 4 && !is_vowel(next)).then_some(rest)
}

/// Readings of one part are cut at this many; three letters of two sounds are eight.
const MOST_READINGS: usize = 8;

fn read(heard: &[u8], bare: bool, readings: &mut Vec<String>) {
    let mut vowel_between = true;
    for (at, sound) in heard.iter().enumerate() {
        if is_vowel(*sound) || (matches!(sound, b'h' | b'w' | b'y')) {
            vowel_between = true;
            continue;
        }
        let choices = classes(*sound, heard.get(at + 1).copied());
        let mut next = Vec::with_capacity(readings.len() * choices.len());
        for reading in readings.iter() {
            for class in choices {
                let mut longer = reading.clone();
                let again = !vowel_between && longer.ends_with(*class);
                if !class.is_empty() && !again {
                    longer.push_str(class);
                }
                if next.len() < MOST_READINGS && !next.contains(&longer) {
                    next.push(longer);
                }
            }
        }
        *readings = next;
        vowel_between = bare;
    }
}

/// The classes a sound may fall into; an empty one means that it may go unheard.
const fn classes(sound: u8, next: Option<u8>) -> &'static [&'static str] {
    match sound {
        b'b' | b'p' => &["b"],
        b'v' => &["", "b"],
        b't' | b'd' => &["t"],
        TH | DH => &["t", "s"],
        b's' | b'z' | SH => &["s"],
        CH => &["s", "k"],
        b'k' => &["k"],
        b'q' => &["k", "g"],
        KH => &["k", ""],
        b'c' => &["k", "", "s"],
        GH => &["g", ""],
        b'g' => &["g", "j"],
        b'j' => &["j", ""],
        b'x' => &["s", ""],
        b'n' if matches!(next, Some(b'b' | b'p')) => &["m", "n"],
        b'n' => &["n"],
        b'm' => &["m"],
        b'l' => &["l"],
        b'r' => &["r"],
        b'f' => &["f"],
        _ => &[""],
    }
}
