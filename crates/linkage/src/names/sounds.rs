//! A part of a name as sounds: one letter for each, whatever convention spelt it.
//!
//! `sh`, `ch`, `sch` and their like are one sound each in every convention but not the same one:
//! French writes `ch` where English writes `sh`, Spanish writes `j` where both write `kh`. So a
//! spelling becomes the sound *as written*, and [`super::compare`] and [`super::keys`] know which
//! sounds are mistaken for which.

/// `sh`.
pub const SH: u8 = b'S';
/// `ch`: `sh` in French, `tsh` in English and Spanish, `k` in Italian, `kh` in German.
pub const CH: u8 = b'C';
/// `kh`.
pub const KH: u8 = b'X';
/// `gh`.
pub const GH: u8 = b'G';
/// `th`.
pub const TH: u8 = b'T';
/// `dh`.
pub const DH: u8 = b'D';

/// Spelling to sound, the longest first. What is not here stands for itself.
const SPELT: [(&[u8], &[u8]); 40] = [
    (b"tsch", b"C"),
    (b"dsch", b"j"),
    (b"sch", b"S"),
    (b"tch", b"C"),
    (b"tsh", b"C"),
    (b"dzh", b"j"),
    (b"sh", b"S"),
    (b"ch", b"C"),
    (b"kh", b"X"),
    (b"gh", b"G"),
    (b"th", b"T"),
    (b"dh", b"D"),
    (b"dj", b"j"),
    (b"ph", b"f"),
    (b"zh", b"j"),
    (b"ck", b"k"),
    (b"cq", b"k"),
    (b"qu", b"ku"),
    (b"ts", b"s"),
    (b"tz", b"s"),
    (b"gue", b"ge"),
    (b"gui", b"gi"),
    (b"ce", b"se"),
    (b"ci", b"si"),
    (b"cy", b"si"),
    (b"oou", b"u"),
    (b"ou", b"u"),
    (b"oo", b"u"),
    (b"ow", b"u"),
    (b"uw", b"u"),
    (b"ee", b"i"),
    (b"ie", b"i"),
    (b"ii", b"i"),
    (b"iy", b"i"),
    (b"ij", b"ij"),
    (b"ey", b"ai"),
    (b"ei", b"ai"),
    (b"ay", b"ai"),
    (b"ai", b"ai"),
    (b"aw", b"au"),
];

/// Vowels as sounds.
#[must_use]
pub const fn is_vowel(sound: u8) -> bool {
    matches!(sound, b'a' | b'e' | b'i' | b'o' | b'u')
}

/// The sounds of a part. A doubled sound is one sound; `y` is a vowel unless a vowel follows. In a
/// word from a script that leaves vowels out nothing is doubled in writing, and two equal letters
/// are two sounds.
#[must_use]
pub fn sounds(text: &str, bare: bool) -> Vec<u8> {
    let letters = text.as_bytes();
    let mut heard: Vec<u8> = Vec::with_capacity(letters.len());
    let mut at = 0;
    while at < letters.len() {
        let (taken, sound) = next(letters, at);
        at += taken;
        for one in sound {
            if bare || heard.last() != Some(&one) {
                heard.push(one);
            }
        }
    }
    heard
}

fn next(letters: &[u8], at: usize) -> (usize, Vec<u8>) {
    let rest = &letters[at..];
    for (spelt, sound) in &SPELT {
        if rest.starts_with(spelt) && !glides(rest, spelt) {
            return (spelt.len(), sound.to_vec());
        }
    }
    let sound = match rest[0] {
        b'y' if !rest.get(1).is_some_and(|next| is_vowel(*next)) => b'i',
        b'q' => b'q',
        other => other,
    };
    (1, vec![sound])
}

/// `aya`, `iya`, `awa`: the second letter belongs to the vowel after it.
fn glides(rest: &[u8], spelt: &[u8]) -> bool {
    matches!(spelt.last(), Some(b'y' | b'w'))
        && spelt.len() == 2
        && rest.get(2).is_some_and(|next| is_vowel(*next))
}
