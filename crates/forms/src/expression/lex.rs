//! Characters to words.

use super::ast::Operator;
use super::parse::Unclear;

/// A word of an expression.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Word {
    Number(f64),
    Text(String),
    Reference(String),
    Name(String),
    Sign(Operator),
    Open,
    Close,
    BracketOpen,
    BracketClose,
    Comma,
    Slash,
    SlashSlash,
    Dot,
    DotDot,
    Star,
    Pipe,
}

/// A word and where it begins, in characters from the start, from 1.
pub(super) type Placed = (Word, usize);

struct Lexer<'a> {
    characters: &'a [char],
    at: usize,
    words: Vec<Placed>,
}

/// Splits an expression into words.
pub(super) fn words(source: &str) -> Result<Vec<Placed>, Unclear> {
    let characters: Vec<char> = source.chars().collect();
    let mut lexer = Lexer {
        characters: &characters,
        at: 0,
        words: Vec::new(),
    };
    while let Some(&next) = characters.get(lexer.at) {
        if next.is_whitespace() || matches!(next, '\u{feff}' | '\u{200b}') {
            lexer.at += 1;
        } else {
            let start = lexer.at;
            let word = lexer.word(next)?;
            lexer.words.push((word, start + 1));
        }
    }
    Ok(lexer.words)
}

impl Lexer<'_> {
    fn peek(&self, ahead: usize) -> Option<char> {
        self.characters.get(self.at + ahead).copied()
    }

    fn word(&mut self, next: char) -> Result<Word, Unclear> {
        if let Some((word, width)) = self.fixed(next) {
            self.at += width;
            return Ok(word);
        }
        match next {
            '\'' | '"' | '\u{2018}' | '\u{2019}' | '\u{201c}' | '\u{201d}' => self.text(next),
            '$' => self.reference(),
            '.' | '0'..='9' => self.number(),
            _ if begins_name(next) => Ok(self.name()),
            '@' => Err(self.unclear("attributes (@) are not supported")),
            '&' => Err(self.unclear("& has no meaning here; write and, or concat()")),
            '!' => Err(self.unclear("! has no meaning here; write not()")),
            _ => Err(self.unclear(&format!("{next:?} has no meaning here"))),
        }
    }

    /// Signs that are always the same; `*` and the dots depend on what stands around them.
    fn fixed(&self, next: char) -> Option<(Word, usize)> {
        let second = self.peek(1);
        Some(match (next, second) {
            ('!', Some('=')) => (Word::Sign(Operator::Unequal), 2),
            ('<', Some('=')) => (Word::Sign(Operator::AtMost), 2),
            ('>', Some('=')) => (Word::Sign(Operator::AtLeast), 2),
            ('/', Some('/')) => (Word::SlashSlash, 2),
            ('.', Some('.')) => (Word::DotDot, 2),
            ('.', Some('0'..='9')) => return None,
            ('≤', _) => (Word::Sign(Operator::AtMost), 1),
            ('≥', _) => (Word::Sign(Operator::AtLeast), 1),
            ('≠', _) => (Word::Sign(Operator::Unequal), 1),
            ('=', _) => (Word::Sign(Operator::Equal), 1),
            ('<', _) => (Word::Sign(Operator::Less), 1),
            ('>', _) => (Word::Sign(Operator::More), 1),
            ('+', _) => (Word::Sign(Operator::Plus), 1),
            ('-' | '\u{2212}' | '\u{2013}', _) => (Word::Sign(Operator::Minus), 1),
            ('*', _) if self.after_operand() => (Word::Sign(Operator::Times), 1),
            ('*', _) => (Word::Star, 1),
            ('/', _) => (Word::Slash, 1),
            ('.', _) => (Word::Dot, 1),
            ('(', _) => (Word::Open, 1),
            (')', _) => (Word::Close, 1),
            ('[', _) => (Word::BracketOpen, 1),
            (']', _) => (Word::BracketClose, 1),
            (',', _) => (Word::Comma, 1),
            ('|', _) => (Word::Pipe, 1),
            _ => return None,
        })
    }

    /// Whether the last word ends a value, so that what follows is an operator.
    fn after_operand(&self) -> bool {
        matches!(
            self.words.last(),
            Some((
                Word::Number(_)
                    | Word::Text(_)
                    | Word::Reference(_)
                    | Word::Name(_)
                    | Word::Close
                    | Word::BracketClose
                    | Word::Dot
                    | Word::DotDot
                    | Word::Star,
                _
            ))
        )
    }

    /// Quotes as authors type them: straight, or curly where a spreadsheet made them so.
    fn text(&mut self, open: char) -> Result<Word, Unclear> {
        let closes = |c: char| match open {
            '\'' | '"' => c == open,
            '\u{2018}' | '\u{2019}' => matches!(c, '\u{2018}' | '\u{2019}' | '\''),
            _ => matches!(c, '\u{201c}' | '\u{201d}' | '"'),
        };
        let rest = self.characters.get(self.at + 1..).unwrap_or_default();
        let Some(length) = rest.iter().position(|c| closes(*c)) else {
            return Err(self.unclear("this text has no closing quote"));
        };
        let text = rest.iter().take(length).collect();
        self.at += length + 2;
        Ok(Word::Text(text))
    }

    fn reference(&mut self) -> Result<Word, Unclear> {
        if self.peek(1) != Some('{') {
            return Err(self.unclear("a reference is written ${name}"));
        }
        let rest = self.characters.get(self.at + 2..).unwrap_or_default();
        let Some(length) = rest.iter().position(|c| *c == '}') else {
            return Err(self.unclear("this reference has no closing brace"));
        };
        let name: String = rest.iter().take(length).collect();
        let name = name.trim().to_owned();
        if name.starts_with("last-saved#") {
            return Err(self.unclear("answers of the last saved form (last-saved#) are not kept"));
        }
        if !is_name(&name) {
            return Err(self.unclear(&format!("${{{name}}} is not a name")));
        }
        self.at += length + 3;
        Ok(Word::Reference(name))
    }

    fn number(&mut self) -> Result<Word, Unclear> {
        let start = self.at;
        while self.peek(0).is_some_and(|c| c.is_ascii_digit()) {
            self.at += 1;
        }
        if self.peek(0) == Some('.') && self.peek(1) != Some('.') {
            self.at += 1;
            while self.peek(0).is_some_and(|c| c.is_ascii_digit()) {
                self.at += 1;
            }
        }
        if self.peek(0).is_some_and(begins_name) {
            return Err(self.unclear("a name cannot begin with a digit"));
        }
        let text: String = self.characters[start..self.at].iter().collect();
        match text.parse::<f64>() {
            Ok(number) if number.is_finite() => Ok(Word::Number(number)),
            _ => Err(self.unclear("this is not a number")),
        }
    }

    /// A name, or an operator that looks like one: `div` between two values is an operator, in
    /// front of a bracket or alone it is a name.
    fn name(&mut self) -> Word {
        let start = self.at;
        while self.peek(0).is_some_and(continues_name) {
            self.at += 1;
        }
        let name: String = self.characters[start..self.at].iter().collect();
        if self.after_operand() {
            let sign = match name.as_str() {
                "and" | "AND" | "And" => Some(Operator::And),
                "or" | "OR" | "Or" => Some(Operator::Or),
                "div" => Some(Operator::Divide),
                "mod" => Some(Operator::Modulo),
                _ => None,
            };
            if let Some(sign) = sign {
                return Word::Sign(sign);
            }
        }
        Word::Name(name)
    }

    fn unclear(&self, why: &str) -> Unclear {
        Unclear::at(self.at + 1, why)
    }
}

fn begins_name(c: char) -> bool {
    c == '_' || c.is_alphabetic()
}

fn continues_name(c: char) -> bool {
    begins_name(c) || c.is_numeric() || matches!(c, '-' | '.' | ':' | '\u{b7}')
}

/// Whether something can be the name of a question, a group or a column (XML's rule for names).
pub fn is_name(name: &str) -> bool {
    let mut characters = name.chars();
    characters.next().is_some_and(begins_name) && characters.all(continues_name)
}
