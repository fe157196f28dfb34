//! The one place that rolls the dice: ids, tokens, person codes.

use casework::Id;

use crate::No;

/// Random bytes.
///
/// # Errors
/// When the operating system gives none; nothing may be made then.
#[expect(
    clippy::disallowed_methods,
    reason = "chance enters here and nowhere else"
)]
pub(crate) fn random<const N: usize>() -> Result<[u8; N], No> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| No::NoChance)?;
    Ok(bytes)
}

/// A fresh random id.
///
/// # Errors
/// When the operating system gives no random bytes.
pub fn fresh_id() -> Result<Id, No> {
    random().map(Id)
}

/// Letters and digits that are not mistaken for one another, aloud or on paper.
const ALPHABET: &[u8; 30] = b"23456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A person code: random, without meaning, with a check character (DP9), as `K7QM-X3RT-P`.
///
/// # Errors
/// When the operating system gives no random bytes.
pub fn person_code() -> Result<String, No> {
    let mut digits = Vec::with_capacity(9);
    while digits.len() < 8 {
        // Rejecting the tail of a byte's range keeps every character equally likely.
        digits.extend(
            random::<8>()?
                .into_iter()
                .filter(|byte| *byte < 240)
                .map(|byte| byte % 30),
        );
    }
    digits.truncate(8);
    let letter = |digit: u8| char::from(ALPHABET[usize::from(digit)]);
    let text: String = digits.iter().map(|digit| letter(*digit)).collect();
    Ok(format!(
        "{}-{}-{}",
        &text[..4],
        &text[4..],
        letter(check(&digits))
    ))
}

/// The check character: weighted sum modulo 29, which finds one wrong and two swapped characters.
fn check(digits: &[u8]) -> u8 {
    let sum: u32 = (1_u32..)
        .zip(digits)
        .map(|(place, digit)| place * u32::from(*digit))
        .sum();
    u8::try_from(sum % 29).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_of_the_alphabet_and_differ() {
        let one = person_code().unwrap();
        assert_eq!(one.len(), 11);
        assert!(
            one.bytes().all(|b| b == b'-' || ALPHABET.contains(&b)),
            "{one}"
        );
        assert_ne!(one, person_code().unwrap());
    }

    #[test]
    fn the_check_character_finds_a_wrong_and_a_swapped_one() {
        let right = [3, 14, 7, 22, 9, 1, 0, 28];
        let mut wrong = right;
        wrong[4] = 10;
        let mut swapped = right;
        swapped.swap(1, 2);
        assert!(check(&right) != check(&wrong) && check(&right) != check(&swapped));
    }
}
