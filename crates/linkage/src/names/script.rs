//! One written word, in any script, as Latin letters.

use unicode_normalization::UnicodeNormalization;

use super::fold::is_mark;

/// A word of a name in Latin letters.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Word {
    /// Lower-case ASCII letters only.
    pub text: String,
    /// Whether the script it came from leaves most vowels out, so that a missing one says nothing.
    pub bare: bool,
}

/// The words of a name. Signs that stand for a catch in the voice or that tie a word together
/// vanish (`N’Diaye`, `ʿAli`); every other sign parts two words.
#[must_use]
pub fn words(name: &str) -> Vec<Word> {
    let plain: String = name.nfkc().filter(|c| !is_silent(*c)).collect();
    plain
        .split(|c: char| !is_letter(c))
        .filter(|word| !word.is_empty())
        .filter_map(word)
        .collect()
}

/// Apostrophes of every make, half rings, soft hyphens: none of them tells two people apart.
const fn is_silent(c: char) -> bool {
    matches!(
        c,
        '\'' | '`'
            | '´'
            | '\u{2018}'..='\u{201B}'
            | '\u{02B9}'..='\u{02C1}'
            | '\u{02C8}'
            | '\u{00AD}'
            | '\u{200D}'..='\u{200F}'
            | '\u{2060}'..='\u{206F}'
            | '\u{A78B}'..='\u{A78C}'
    )
}

/// Letters, and the signs that belong to a letter before them.
fn is_letter(c: char) -> bool {
    c.is_alphabetic() || is_mark(c) || is_sign_of_a_letter(c)
}

/// Vowel killers and nasal signs of the Indian scripts, which are marks by Unicode's book.
const fn is_sign_of_a_letter(c: char) -> bool {
    matches!(
        c,
        '\u{093C}' | '\u{094D}' | '\u{09BC}' | '\u{09CD}' | '\u{0E31}'..='\u{0E4E}'
    )
}

fn word(written: &str) -> Option<Word> {
    let letters: String = written
        .replace(['ç', 'Ç'], "s")
        .nfkd()
        .filter(|c| !is_mark(*c))
        .collect();
    let bare = letters.chars().any(leaves_vowels_out);
    let without_article = match letters.strip_prefix("ال") {
        Some(rest) if rest.chars().count() >= 3 => rest,
        _ => &letters,
    };
    let text = romanised(without_article);
    // God's name is written with two letters and spoken with one doubled.
    let text = if bare {
        text.replace("llh", "lh")
    } else {
        text
    };
    // Some words are written with signs only that carry no letter of their own: ع, أ.
    let text = if text.is_empty() && bare {
        "a".into()
    } else {
        text
    };
    (!text.is_empty()).then_some(Word { text, bare })
}

/// Words are cut here: one sign may stand for a whole phrase, and nobody is told apart so late.
const LONGEST: usize = 40;

/// Letter by letter, so that an h of its own is not read as the second half of `sh` or `kh`.
fn romanised(letters: &str) -> String {
    let mut text = String::with_capacity(letters.len());
    for letter in letters.chars() {
        match letter {
            // z in Iran and Afghanistan, d or dh where Arabic is spoken.
            'ض' | 'ظ' => text.push_str("dh"),
            'ه' | 'ة' | 'ھ' if text.ends_with(['s', 'k', 't', 'd', 'z', 'g', 'c', 'p']) => {}
            _ => text.extend(
                any_ascii::any_ascii_char(letter)
                    .chars()
                    .map(|c| c.to_ascii_lowercase())
                    .filter(char::is_ascii_lowercase),
            ),
        }
    }
    text.truncate(LONGEST);
    text
}

/// Hebrew, Arabic, Syriac and their supplements, and the Indian scripts, whose unwritten vowel the
/// romanisation leaves out.
const fn leaves_vowels_out(c: char) -> bool {
    matches!(
        c,
        '\u{0590}'..='\u{08FF}' | '\u{0900}'..='\u{0DFF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}'
    )
}
