//! Regular expressions as form authors write them (Java and browsers), on a matcher that takes
//! time in proportion to the text, and the same pattern for the browser.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use regex::{Regex, RegexBuilder};
use regex_syntax::hir::{Class, Hir, HirKind, Look};

const LONGEST: usize = 2000;
const KEPT: usize = 200;

thread_local! {
    static COMPILED: RefCell<HashMap<String, Option<Rc<Regex>>>> = RefCell::new(HashMap::new());
}

/// Whether a text matches a pattern as a whole; a pattern that is none matches nothing.
pub(super) fn matches(text: &str, pattern: &str) -> bool {
    let known = COMPILED.with_borrow(|kept| kept.get(pattern).cloned());
    let regex = known.unwrap_or_else(|| {
        let regex = compile(pattern).ok().map(Rc::new);
        COMPILED.with_borrow_mut(|kept| {
            if kept.len() >= KEPT {
                kept.clear();
            }
            kept.insert(pattern.to_owned(), regex.clone());
        });
        regex
    });
    regex.is_some_and(|regex| regex.is_match(text))
}

fn compile(pattern: &str) -> Result<Regex, String> {
    if pattern.len() > LONGEST {
        return Err("this pattern is too long".to_owned());
    }
    RegexBuilder::new(&format!(r"\A(?:{})\z", ours(pattern)))
        .size_limit(1 << 20)
        .nest_limit(50)
        .build()
        .map_err(|problem| explained(pattern, &problem.to_string()))
}

/// Why a pattern cannot be used, for the author of the form.
pub(crate) fn flaw(pattern: &str) -> Option<String> {
    compile(pattern).err()
}

fn explained(pattern: &str, problem: &str) -> String {
    if ["(?=", "(?!", "(?<=", "(?<!"]
        .iter()
        .any(|look| pattern.contains(look))
    {
        return "look-ahead and look-behind are not supported in regex()".to_owned();
    }
    let reason = problem.lines().last().unwrap_or_default();
    let reason = reason.trim_start_matches("error: ");
    if reason.contains("backreferences") {
        return "back-references are not supported in regex()".to_owned();
    }
    format!("this is not a pattern that regex() can use: {reason}")
}

/// The author's pattern in the syntax of our matcher: `\d`, `\w`, `\s` are ASCII, a bracket in a
/// class is a bracket, and any sign may be escaped.
fn ours(pattern: &str) -> String {
    let mut out = String::new();
    let mut in_class = false;
    let mut rest = pattern.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '\\' => match rest.next() {
                Some('d') => out.push_str("[0-9]"),
                Some('D') => out.push_str("[^0-9]"),
                Some('w') => out.push_str("[A-Za-z0-9_]"),
                Some('W') => out.push_str("[^A-Za-z0-9_]"),
                Some('s') => out.push_str(r"[\t\n\x0B\x0C\r\x20]"),
                Some('S') => out.push_str(r"[^\t\n\x0B\x0C\r\x20]"),
                Some('b') if !in_class => out.push_str(r"(?-u:\b)"),
                Some('B') if !in_class => out.push_str(r"\B"),
                Some('u') => {
                    let hex: String = rest.by_ref().take(4).collect();
                    out.push_str(&format!(r"\x{{{hex}}}"));
                }
                Some(sign) if !sign.is_ascii_alphanumeric() => {
                    out.push_str(&format!(r"\x{{{:x}}}", u32::from(sign)));
                }
                Some(other) => out.extend(['\\', other]),
                None => out.push_str(r"\\"),
            },
            '[' if in_class => out.push_str(r"\["),
            '[' => {
                in_class = true;
                out.push('[');
                if rest.peek() == Some(&'^') {
                    rest.next();
                    out.push('^');
                }
            }
            ']' if in_class => {
                in_class = false;
                out.push(']');
            }
            '&' | '~' if in_class => out.extend(['\\', c]),
            '-' if in_class && rest.peek() == Some(&'-') => out.push_str(r"\-"),
            _ => out.push(c),
        }
    }
    out
}

/// The pattern for a browser's `RegExp` with the flag `u`, spelled out from what our matcher
/// understood, so that both match the same texts.
pub fn for_browser(pattern: &str) -> Option<String> {
    compile(pattern).ok()?;
    let hir = regex_syntax::ParserBuilder::new()
        .nest_limit(50)
        .build()
        .parse(&ours(pattern))
        .ok()?;
    let mut out = String::from("^(?:");
    spell(&hir, &mut out)?;
    out.push_str(")$");
    Some(out)
}

fn spell(hir: &Hir, out: &mut String) -> Option<()> {
    match hir.kind() {
        HirKind::Empty => {}
        HirKind::Literal(literal) => std::str::from_utf8(&literal.0)
            .ok()?
            .chars()
            .for_each(|c| out.push_str(&code(c))),
        HirKind::Class(Class::Unicode(class)) => {
            out.push('[');
            for range in class.ranges() {
                out.push_str(&code(range.start()));
                if range.start() != range.end() {
                    out.push('-');
                    out.push_str(&code(range.end()));
                }
            }
            out.push(']');
        }
        HirKind::Class(Class::Bytes(_)) => return None,
        HirKind::Look(look) => out.push_str(match look {
            Look::Start => "^",
            Look::End => "$",
            Look::WordAscii | Look::WordUnicode => r"\b",
            Look::WordAsciiNegate | Look::WordUnicodeNegate => r"\B",
            _ => return None,
        }),
        HirKind::Repetition(repeated) => {
            out.push_str("(?:");
            spell(&repeated.sub, out)?;
            let most = repeated.max.map_or(String::new(), |max| max.to_string());
            out.push_str(&format!("){{{},{most}}}", repeated.min));
        }
        HirKind::Capture(capture) => {
            out.push_str("(?:");
            spell(&capture.sub, out)?;
            out.push(')');
        }
        HirKind::Concat(parts) => parts.iter().try_for_each(|part| spell(part, out))?,
        HirKind::Alternation(parts) => {
            out.push_str("(?:");
            for (index, part) in parts.iter().enumerate() {
                if index > 0 {
                    out.push('|');
                }
                spell(part, out)?;
            }
            out.push(')');
        }
    }
    Some(())
}

fn code(c: char) -> String {
    if c.is_ascii_alphanumeric() {
        c.to_string()
    } else {
        format!(r"\u{{{:x}}}", u32::from(c))
    }
}
