//! The five languages, and which of them a visitor reads.

use axum::http::HeaderMap;
use axum::http::header::ACCEPT_LANGUAGE;
use fluent_langneg::{NegotiationStrategy, negotiate_languages, parse_accepted_languages};
use unic_langid::LanguageIdentifier;

use super::T;
use crate::cookies;

/// A language of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, PartialOrd, Ord)]
pub enum Lang {
    /// English, the language of record of the messages.
    #[default]
    En,
    /// French.
    Fr,
    /// Arabic.
    Ar,
    /// Spanish.
    Es,
    /// Italian.
    It,
}

impl Lang {
    /// All of them, English first.
    pub const ALL: [Lang; 5] = [Lang::En, Lang::Fr, Lang::Ar, Lang::Es, Lang::It];

    /// The code in `lang="…"` and in the name of its folder.
    pub fn code(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Fr => "fr",
            Lang::Ar => "ar",
            Lang::Es => "es",
            Lang::It => "it",
        }
    }

    /// Its name in itself.
    pub fn name(self) -> &'static str {
        match self {
            Lang::En => "English",
            Lang::Fr => "Français",
            Lang::Ar => "العربية",
            Lang::Es => "Español",
            Lang::It => "Italiano",
        }
    }

    /// `rtl` or `ltr`.
    pub fn dir(self) -> &'static str {
        if self == Lang::Ar { "rtl" } else { "ltr" }
    }

    /// The language of this code.
    pub fn of_code(code: &str) -> Option<Lang> {
        Lang::ALL.into_iter().find(|lang| lang.code() == code)
    }

    /// What the visitor chose (cookie `lang`), else what the browser asks for, else English.
    pub fn of_visitor(headers: &HeaderMap) -> Lang {
        cookies::read(headers, cookies::LANG)
            .and_then(Lang::of_code)
            .unwrap_or_else(|| asked_for(headers))
    }

    /// The handle that speaks this language.
    pub fn t(self) -> T {
        T::new(self)
    }

    pub(super) fn id(self) -> LanguageIdentifier {
        self.code().parse().unwrap_or_default()
    }
}

fn asked_for(headers: &HeaderMap) -> Lang {
    let header = headers
        .get(ACCEPT_LANGUAGE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let asked = parse_accepted_languages(header.get(..header.len().min(200)).unwrap_or_default());
    let known = parse_accepted_languages(&Lang::ALL.map(Lang::code).join(","));
    let best = negotiate_languages(&asked, &known, None, NegotiationStrategy::Filtering);
    best.first()
        .and_then(|id| Lang::of_code(id.language.as_str()))
        .unwrap_or_default()
}
