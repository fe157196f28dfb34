//! Lines of words for a drawing, which cannot measure its letters: by a cautious guess of widths.

/// A long text ends after so many lines; the table has all of it.
const LINES: usize = 4;

/// How many letters of this size fit into so many units.
pub fn letters(units: i32, size: i32) -> usize {
    // Latin and Arabic letters are on average a little wider than half their size.
    let fits = units.saturating_mul(100) / (size.max(1) * 55);
    usize::try_from(fits).unwrap_or(0).max(6)
}

/// The text in lines of at most so many letters.
pub fn wrap(text: &str, letters: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let mut rest: Vec<char> = word.chars().collect();
        let joins = lines.last().is_some_and(|line| {
            !line.is_empty() && line.chars().count() + 1 + rest.len() <= letters
        });
        if joins && let Some(line) = lines.last_mut() {
            line.push(' ');
            line.extend(rest);
            continue;
        }
        while rest.len() > letters {
            let tail = rest.split_off(letters - 1);
            lines.push(rest.iter().collect::<String>() + "-");
            rest = tail;
        }
        lines.push(rest.into_iter().collect());
    }
    if lines.len() > LINES {
        lines.truncate(LINES);
        if let Some(line) = lines.last_mut() {
            line.push('…');
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_whole_where_they_fit_and_no_line_is_too_long() {
        assert_eq!(wrap("no regular status", 10), ["no regular", "status"]);
        assert_eq!(wrap("indistinguishable", 10), ["indisting-", "uishable"]);
        assert_eq!(wrap("", 10), Vec::<String>::new());
    }

    #[test]
    fn a_long_text_ends_with_a_sign_that_it_goes_on() {
        let long = wrap("one two three four five six seven", 5);
        assert_eq!(long.len(), 4);
        assert!(long[3].ends_with('…'));
        assert!(!wrap("one two", 5).last().unwrap().ends_with('…'));
    }
}
