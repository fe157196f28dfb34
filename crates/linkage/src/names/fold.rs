//! A name as letters only, and the older measure of likeness that lists use.

use unicode_normalization::UnicodeNormalization;

/// A name as it is compared: Latin letters without marks, lower case, single spaces.
#[must_use]
pub fn fold(name: &str) -> String {
    let plain: String = name.nfkd().filter(|c| !is_mark(*c)).collect();
    let latin = any_ascii::any_ascii(&plain).to_lowercase();
    let letters: String = latin
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { ' ' })
        .collect();
    letters.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Combining marks, Arabic vowel signs and the lengthening stroke carry no identity.
pub(crate) const fn is_mark(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036F}' | '\u{064B}'..='\u{065F}' | '\u{0670}' | '\u{0640}')
}

/// The consonants of a folded name: what survives between scripts that write no vowels.
#[must_use]
pub fn skeleton(folded: &str) -> String {
    let mut last = ' ';
    folded
        .chars()
        .filter(|c| !"aeiouy".contains(*c))
        .map(|c| match c {
            'q' | 'c' => 'k',
            'w' => 'v',
            'z' => 's',
            other => other,
        })
        .filter(|c| std::mem::replace(&mut last, *c) != *c || *c == ' ')
        .collect()
}

/// How alike two names are, 0 to 1: each part of the shorter against its best partner in the
/// longer, so that the order of the parts does not matter.
#[must_use]
pub fn likeness(one: &str, other: &str) -> f64 {
    let (one, other) = (fold(one), fold(other));
    let plain = parts_alike(&one, &other);
    let bones = 0.95 * parts_alike(&skeleton(&one), &skeleton(&other));
    plain.max(bones)
}

fn parts_alike(one: &str, other: &str) -> f64 {
    let (mut short, mut long): (Vec<&str>, Vec<&str>) = (
        one.split_whitespace().collect(),
        other.split_whitespace().collect(),
    );
    if short.len() > long.len() {
        std::mem::swap(&mut short, &mut long);
    }
    if short.is_empty() {
        return 0.0;
    }
    let best = |part: &str| {
        long.iter()
            .map(|candidate| strsim::jaro_winkler(part, candidate))
            .fold(0.0, f64::max)
    };
    let sum: f64 = short.iter().map(|part| best(part)).sum();
    #[expect(clippy::cast_precision_loss, reason = "a name has few parts")]
    let mean = sum / short.len() as f64;
    mean
}

/// From here on two names are worth a look by a person.
pub const WORTH_A_LOOK: f64 = 0.88;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_name_in_two_scripts_is_alike() {
        assert!(likeness("محمد عبد الله", "Mohamed Abdallah") >= WORTH_A_LOOK);
        assert!(likeness("Mariam Keïta", "mariam keita") > 0.99);
        assert!(likeness("Keita Mariam", "Mariam Keita") > 0.99);
    }

    #[test]
    fn different_names_are_not() {
        assert!(likeness("Mariam Keita", "John Okafor") < WORTH_A_LOOK);
        assert!(likeness("", "John") < WORTH_A_LOOK);
    }

    #[test]
    fn marks_and_signs_fold_away() {
        assert_eq!(fold("  José—ÁNGEL "), "jose angel");
        assert_eq!(skeleton("mohammed"), "mhmd");
    }
}
