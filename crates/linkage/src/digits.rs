//! Phones and numbers of documents, which are copied with slips and in many formats.

use any_ascii::any_ascii;

/// How two numbers compare.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Numbers {
    /// One or both are missing.
    Unknown,
    /// The same, whatever the format.
    Same,
    /// One slip apart.
    OneSlip,
    /// Different.
    Differ,
}

impl Numbers {
    /// How many there are.
    pub const COUNT: usize = 4;
}

/// The last digits of a phone in any script, without country and trunk prefixes; 0 for none.
#[must_use]
pub fn phone(text: &str) -> u64 {
    let digits: Vec<u64> = any_ascii(text)
        .chars()
        .filter_map(|c| c.to_digit(10))
        .map(u64::from)
        .collect();
    if digits.len() < 6 {
        return 0;
    }
    let tail = &digits[digits.len().saturating_sub(PHONE_TAIL)..];
    tail.iter().fold(1, |sum, digit| sum * 10 + digit)
}

const PHONE_TAIL: usize = 7;

/// A document's number: letters and digits, at most ten of them counted from the end; 0 for none.
#[must_use]
pub fn document(text: &str) -> u64 {
    let plain: Vec<u64> = any_ascii(text)
        .chars()
        .filter_map(|c| c.to_digit(36))
        .map(u64::from)
        .collect();
    if plain.len() < 4 {
        return 0;
    }
    let tail = &plain[plain.len().saturating_sub(DOCUMENT_TAIL)..];
    tail.iter().fold(1, |sum, digit| sum * 36 + digit)
}

const DOCUMENT_TAIL: usize = 11;

/// Compares two numbers made by [`phone`] (base 10) or [`document`] (base 36).
#[must_use]
pub fn compare(one: u64, other: u64, base: u64) -> Numbers {
    if one == 0 || other == 0 {
        return Numbers::Unknown;
    }
    if one == other {
        return Numbers::Same;
    }
    if one_slip(one, other, base) {
        Numbers::OneSlip
    } else {
        Numbers::Differ
    }
}

/// One digit other, missing or too many, or two neighbours turned.
fn one_slip(one: u64, other: u64, base: u64) -> bool {
    let (a, b) = (spelt(one, base), spelt(other, base));
    let head = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let tail = a
        .iter()
        .rev()
        .zip(b.iter().rev())
        .take_while(|(x, y)| x == y)
        .count();
    if a.len() != b.len() {
        return a.len().abs_diff(b.len()) == 1 && head + tail >= a.len().min(b.len());
    }
    let left = a.len().saturating_sub(head + tail);
    left <= 1 || (left == 2 && a[head] == b[head + 1] && a[head + 1] == b[head])
}

fn spelt(mut number: u64, base: u64) -> Vec<u64> {
    let mut digits = Vec::with_capacity(12);
    while number > 1 {
        digits.push(number % base);
        number /= base;
    }
    digits
}
