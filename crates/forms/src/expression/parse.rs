//! Words to an expression.

use super::ast::{Expr, Operator, Path, Start, Step, To};
use super::lex::{Placed, Word, words};
use super::library::{self, Function};

/// The longest expression that is read, in bytes.
pub const LONGEST: usize = 32 * 1024;
/// How deep brackets and calls may be nested.
pub const DEEPEST: usize = 60;

/// Why an expression cannot be read, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("at character {at}: {why}")]
pub struct Unclear {
    /// The character, from 1.
    pub at: usize,
    /// What is wrong, for the author of the form.
    pub why: String,
}

impl Unclear {
    pub(super) fn at(at: usize, why: &str) -> Unclear {
        Unclear {
            at,
            why: why.to_owned(),
        }
    }
}

/// Reads an expression.
///
/// # Errors
///
/// What is wrong with it, and at which character.
pub fn parse(source: &str) -> Result<Expr, Unclear> {
    if source.len() > LONGEST {
        return Err(Unclear::at(1, "this expression is too long"));
    }
    let words = words(source)?;
    let end = source.chars().count() + 1;
    let mut parser = Parser {
        words: &words,
        at: 0,
        depth: 0,
        end,
    };
    let expr = parser.ranked(0)?;
    match parser.words.get(parser.at) {
        None => Ok(expr),
        Some((Word::Close, at)) => Err(Unclear::at(*at, "this bracket closes nothing")),
        Some((Word::Sign(Operator::Equal), at)) => Err(Unclear::at(*at, "write = once")),
        Some((_, at)) => Err(Unclear::at(*at, "an operator is missing before this")),
    }
}

struct Parser<'a> {
    words: &'a [Placed],
    at: usize,
    depth: usize,
    end: usize,
}

impl Parser<'_> {
    fn peek(&self) -> Option<&Word> {
        self.words.get(self.at).map(|(word, _)| word)
    }

    fn place(&self) -> usize {
        self.words.get(self.at).map_or(self.end, |(_, at)| *at)
    }

    fn unclear<T>(&self, why: &str) -> Result<T, Unclear> {
        Err(Unclear::at(self.place(), why))
    }

    fn take(&mut self, word: &Word) -> bool {
        let is = self.peek() == Some(word);
        self.at += usize::from(is);
        is
    }

    fn deeper<T>(
        &mut self,
        read: impl FnOnce(&mut Self) -> Result<T, Unclear>,
    ) -> Result<T, Unclear> {
        if self.depth >= DEEPEST {
            return self.unclear("this is nested too deeply");
        }
        self.depth += 1;
        let done = read(self);
        self.depth -= 1;
        done
    }

    /// A chain of operators of one rank, made of what binds tighter.
    fn ranked(&mut self, rank: usize) -> Result<Expr, Unclear> {
        if rank > 5 {
            return self.unary();
        }
        let first = self.ranked(rank + 1)?;
        let mut rest = Vec::new();
        while let Some(Word::Sign(sign)) = self.peek() {
            let sign = *sign;
            if sign.rank() != rank {
                break;
            }
            self.at += 1;
            rest.push((sign, self.ranked(rank + 1)?));
        }
        Ok(if rest.is_empty() {
            first
        } else {
            Expr::Chain(Box::new(first), rest)
        })
    }

    fn unary(&mut self) -> Result<Expr, Unclear> {
        let mut signs = 0usize;
        while self.take(&Word::Sign(Operator::Minus)) {
            signs += 1;
        }
        let inner = self.union()?;
        // Two signs undo each other, but still make a number of what they stand before.
        Ok(match signs {
            0 => inner,
            n if n % 2 == 1 => Expr::Negative(Box::new(inner)),
            _ => Expr::Negative(Box::new(Expr::Negative(Box::new(inner)))),
        })
    }

    fn union(&mut self) -> Result<Expr, Unclear> {
        let first = self.path()?;
        if self.peek() != Some(&Word::Pipe) {
            return Ok(first);
        }
        let mut parts = vec![first];
        while self.take(&Word::Pipe) {
            parts.push(self.path()?);
        }
        Ok(Expr::Union(parts))
    }

    fn path(&mut self) -> Result<Expr, Unclear> {
        match self.peek() {
            Some(Word::Slash) => {
                self.at += 1;
                let steps = if self.at_step() {
                    self.steps()?
                } else {
                    Vec::new()
                };
                Ok(path(Start::Root, steps))
            }
            Some(Word::SlashSlash) => Ok(path(Start::Root, self.steps()?)),
            Some(Word::Name(_)) if self.is_call() => self.primary_path(),
            _ if self.at_step() => Ok(path(Start::Here, self.steps()?)),
            _ => self.primary_path(),
        }
    }

    fn is_call(&self) -> bool {
        self.words
            .get(self.at + 1)
            .is_some_and(|(word, _)| *word == Word::Open)
    }

    fn at_step(&self) -> bool {
        matches!(
            self.peek(),
            Some(Word::Name(_) | Word::Dot | Word::DotDot | Word::Star)
        )
    }

    fn primary_path(&mut self) -> Result<Expr, Unclear> {
        let base = self.primary()?;
        let keep = self.conditions()?;
        let onward = matches!(self.peek(), Some(Word::Slash | Word::SlashSlash));
        if keep.is_empty() && !onward {
            return Ok(base);
        }
        self.take(&Word::Slash);
        let steps = if onward { self.steps()? } else { Vec::new() };
        Ok(path(Start::At(Box::new(base), keep), steps))
    }

    fn primary(&mut self) -> Result<Expr, Unclear> {
        let word = self.peek().cloned();
        match word {
            Some(Word::Number(number)) => self.one(Expr::Number(number)),
            Some(Word::Text(text)) => self.one(Expr::Text(text)),
            Some(Word::Reference(name)) => self.one(Expr::Reference(name)),
            Some(Word::Name(name)) => self.deeper(|p| p.call(&name)),
            Some(Word::Open) => {
                let place = self.place();
                self.at += 1;
                let inner = self.deeper(|p| p.ranked(0))?;
                if self.take(&Word::Close) {
                    Ok(inner)
                } else {
                    Err(Unclear::at(place, "this bracket is never closed"))
                }
            }
            None => self.unclear("the expression ends where a value was expected"),
            _ => self.unclear("a value was expected here"),
        }
    }

    fn one(&mut self, expr: Expr) -> Result<Expr, Unclear> {
        self.at += 1;
        Ok(expr)
    }

    fn call(&mut self, name: &str) -> Result<Expr, Unclear> {
        let place = self.place();
        self.at += 2;
        let mut parts = Vec::new();
        if !self.take(&Word::Close) {
            loop {
                parts.push(self.ranked(0)?);
                if self.take(&Word::Comma) {
                    continue;
                }
                if self.take(&Word::Close) {
                    break;
                }
                return self.unclear("a comma or a closing bracket was expected here");
            }
        }
        let Some(function) = Function::named(name) else {
            let why = format!("the function {name}() is not supported");
            return Err(Unclear::at(place, &why));
        };
        match library::wrong_count(function, parts.len()) {
            Some(why) => Err(Unclear::at(place, &why)),
            None => Ok(Expr::Call(function, parts)),
        }
    }

    fn conditions(&mut self) -> Result<Vec<Expr>, Unclear> {
        let mut keep = Vec::new();
        while self.take(&Word::BracketOpen) {
            keep.push(self.deeper(|p| p.ranked(0))?);
            if !self.take(&Word::BracketClose) {
                return self.unclear("] was expected here");
            }
        }
        Ok(keep)
    }

    /// Steps, where the parser stands at the first or at a `//` before it.
    fn steps(&mut self) -> Result<Vec<Step>, Unclear> {
        let mut steps = Vec::new();
        loop {
            let below = self.take(&Word::SlashSlash);
            let to = match (self.peek(), below) {
                (Some(Word::Name(name)), true) => To::Below(name.clone()),
                (_, true) => return self.unclear("// is followed by a name"),
                (Some(Word::Name(name)), false) => To::Child(name.clone()),
                (Some(Word::Star), _) => To::Children,
                (Some(Word::Dot), _) => To::Itself,
                (Some(Word::DotDot), _) => To::Parent,
                _ => return self.unclear("a step of the path is missing here"),
            };
            if let To::Child(name) | To::Below(name) = &to
                && (is_axis(name) || self.is_call())
            {
                return self.unclear("only names, *, . and .. can be steps of a path");
            }
            self.at += 1;
            let keep = self.conditions()?;
            steps.push(Step { to, keep });
            if self.peek() != Some(&Word::SlashSlash) && !self.take(&Word::Slash) {
                return Ok(steps);
            }
        }
    }
}

fn path(start: Start, steps: Vec<Step>) -> Expr {
    Expr::Path(Path { start, steps })
}

/// XPath's other axes. A name with two colons that is none of them is a column of a list of
/// choices, such as `label::English`.
fn is_axis(name: &str) -> bool {
    const AXES: [&str; 13] = [
        "ancestor",
        "ancestor-or-self",
        "attribute",
        "child",
        "descendant",
        "descendant-or-self",
        "following",
        "following-sibling",
        "namespace",
        "parent",
        "preceding",
        "preceding-sibling",
        "self",
    ];
    name.split_once("::")
        .is_some_and(|(axis, _)| AXES.contains(&axis))
}
