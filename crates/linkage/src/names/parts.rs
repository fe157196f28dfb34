//! A name cut into the parts that tell people apart: particles go, compounds become one part.

use super::script::{Word, words};

/// The parts of a name, in the order they were written. Never more than [`MOST`].
#[must_use]
pub fn parts(name: &str) -> Vec<Word> {
    let mut found: Vec<Word> = words(name).into_iter().map(in_full).collect();
    found.retain(|word| !PLACEHOLDERS.contains(&word.text.as_str()));
    let found: Vec<Word> = compounds(found).into_iter().map(servant).collect();
    let telling: Vec<Word> = found
        .iter()
        .filter(|word| !is_particle(word))
        .cloned()
        .collect();
    let mut kept = if telling.is_empty() { found } else { telling };
    kept.truncate(MOST);
    kept
}

/// Longer names than this are cut: nobody is told apart by a ninth part.
pub const MOST: usize = 8;

/// What people type when there is no name.
const PLACEHOLDERS: [&str; 24] = [
    "unknown",
    "unkown",
    "unk",
    "lnu",
    "fnu",
    "nfn",
    "nln",
    "x",
    "xx",
    "xxx",
    "xxxx",
    "na",
    "nan",
    "none",
    "nil",
    "null",
    "inconnu",
    "inconnue",
    "sconosciuto",
    "sconosciuta",
    "unbekannt",
    "desconocido",
    "desconocida",
    "sn",
];

/// Articles, "son of", "daughter of", and the prepositions of Romance and Germanic family names.
const PARTICLES: [&str; 56] = [
    "al", "el", "il", "ul", "ar", "er", "as", "es", "ash", "ech", "ad", "ed", "an", "en", "at",
    "et", "az", "ez", "us", "ur", "l", "la", "le", "las", "los", "bin", "ben", "ibn", "bint",
    "bent", "binti", "ould", "uld", "wuld", "weld", "wald", "mint", "oulad", "ag", "walet", "de",
    "da", "do", "dos", "das", "del", "della", "di", "du", "des", "van", "von", "der", "den", "zu",
    "y",
];

/// Words that open a compound and hardly ever stand alone: a servant of, a father of, a slave of.
const OPENERS: [&str; 17] = [
    "abd", "abdu", "abdul", "abdel", "abdal", "abdoul", "abdi", "abu", "abou", "abo", "gebre",
    "gebra", "ghebre", "gabre", "ghebra", "wolde", "welde",
];

/// Words that close one: of the faith, of God.
const CLOSERS: [&str; 20] = [
    "din", "deen", "dine", "eddin", "eddine", "uddin", "uddine", "oddin", "addin", "aldin",
    "eldin", "eldine", "aldeen", "eldeen", "allah", "llah", "ullah", "ollah", "alla", "lah",
];

/// Short forms that are written for the whole name.
const SHORT_FORMS: [(&str, &str); 14] = [
    ("md", "mohammad"),
    ("mohd", "mohammad"),
    ("muhd", "mohammad"),
    ("mhd", "mohammad"),
    ("mohmd", "mohammad"),
    ("mhmd", "mohammad"),
    ("moh", "mohammad"),
    ("moha", "mohammad"),
    ("mst", "mosammat"),
    ("fco", "francisco"),
    ("fca", "francisca"),
    ("gpe", "guadalupe"),
    ("hno", "hermano"),
    ("ant", "antonio"),
];

fn in_full(mut word: Word) -> Word {
    if word.bare {
        return word;
    }
    if let Some((_, full)) = SHORT_FORMS.iter().find(|(short, _)| *short == word.text) {
        word.text = (*full).into();
    }
    word
}

/// Joins what is one name written as two or three words: `Abd al-Rahman`, `Nour Eddine`,
/// `Gebre Meskel`. A particle inside a compound goes first.
fn compounds(found: Vec<Word>) -> Vec<Word> {
    let mut joined: Vec<Word> = Vec::with_capacity(found.len());
    let mut waiting: Option<Word> = None;
    for word in found {
        let text = word.text.as_str();
        if waiting.is_some() && is_particle(&word) {
            continue;
        }
        if let Some(opener) = waiting.take() {
            joined.push(together(opener, &word));
            continue;
        }
        if OPENERS.contains(&text) || (word.bare && ["bd", "bw", "abw"].contains(&text)) {
            waiting = Some(word);
            continue;
        }
        if closes(&word) {
            if joined.len() > 1 && joined.last().is_some_and(is_particle) {
                joined.pop();
            }
            if let Some(before) = joined.pop() {
                joined.push(together(before, &word));
                continue;
            }
        }
        joined.push(word);
    }
    joined.extend(waiting);
    joined
}

/// `Abdulrahman`, `Abdurrahman`, `Abd al-Rahman`: the article inside is written in a dozen ways
/// and says nothing.
fn servant(mut word: Word) -> Word {
    let (stem, shortest) = if word.bare { ("bd", 3) } else { ("abd", 3) };
    let Some(rest) = word.text.strip_prefix(stem) else {
        return word;
    };
    let rest = rest.trim_start_matches(['a', 'e', 'i', 'o', 'u']);
    let rest = match rest.strip_prefix('l') {
        Some(after) if after.len() >= shortest && (word.bare || !after.starts_with('l')) => after,
        _ => rest,
    };
    if rest.len() >= shortest {
        word.text = format!("{stem}{rest}");
    }
    word
}

fn is_particle(word: &Word) -> bool {
    PARTICLES.contains(&word.text.as_str())
}

fn closes(word: &Word) -> bool {
    let text = word.text.as_str();
    CLOSERS.contains(&text) || (word.bare && ["ldyn", "dyn", "lh"].contains(&text))
}

fn together(mut first: Word, second: &Word) -> Word {
    first.text.push_str(&second.text);
    first.bare |= second.bare;
    first
}
