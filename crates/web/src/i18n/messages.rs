//! Messages by key, with English behind every language.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use super::Lang;

/// (language, file, text), as the build script found them.
static FILES: &[(&str, &str, &str)] = include!(concat!(env!("OUT_DIR"), "/locales.rs"));

static BUNDLES: LazyLock<Vec<FluentBundle<FluentResource>>> =
    LazyLock::new(|| Lang::ALL.into_iter().map(bundle).collect());

/// Says messages in one language. Cheap to copy; every page holds one as `t`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct T {
    lang: Lang,
}

impl T {
    pub(super) fn new(lang: Lang) -> Self {
        T { lang }
    }

    /// The language it speaks.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The message of this key.
    pub fn say(&self, key: &str) -> String {
        self.say_with(key, &[])
    }

    /// The message of this key with its arguments: `t.say_with("due-in", &[("n", 3.into())])`.
    /// What is put in stands between isolates, so a name in another script cannot disturb the line.
    pub fn say_with(&self, key: &str, args: &[(&str, FluentValue<'_>)]) -> String {
        self.find_with(key, args)
            .unwrap_or_else(|| format!("⟦{key}⟧"))
    }

    /// The message of this key, if there is one in this language or in English.
    pub fn find(&self, key: &str) -> Option<String> {
        self.find_with(key, &[])
    }

    /// The same with arguments.
    pub fn find_with(&self, key: &str, args: &[(&str, FluentValue<'_>)]) -> Option<String> {
        [self.lang, Lang::En]
            .into_iter()
            .find_map(|lang| look_up(lang, key, args))
    }

    /// The label of a code: `code-<list>-<code>`, or one of the answers that every list may take.
    pub fn code(&self, list: &str, code: &str) -> String {
        if let Some(answer) = self.find(&format!("code-{list}-{code}")) {
            return answer;
        }
        self.find(&format!("answer-{code}"))
            .unwrap_or_else(|| format!("⟦code-{list}-{code}⟧"))
    }
}

fn look_up(lang: Lang, key: &str, args: &[(&str, FluentValue<'_>)]) -> Option<String> {
    let place = Lang::ALL.iter().position(|one| *one == lang)?;
    let bundle = BUNDLES.get(place)?;
    let pattern = bundle.get_message(key)?.value()?;
    let args: FluentArgs<'_> = args
        .iter()
        .map(|(name, value)| (*name, value.clone()))
        .collect();
    Some(
        bundle
            .format_pattern(pattern, Some(&args), &mut Vec::new())
            .into_owned(),
    )
}

/// A message that does not parse is left out and found by the test of keys; the rest still speaks.
fn bundle(lang: Lang) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new_concurrent(vec![lang.id()]);
    for (_, text) in files_of(lang) {
        let (Ok(resource) | Err((resource, _))) = FluentResource::try_new(text.to_owned());
        bundle.add_resource(resource).unwrap_or_default();
    }
    #[cfg(test)]
    add_sample_words(&mut bundle, lang);
    bundle
}

#[cfg(test)]
fn add_sample_words(bundle: &mut FluentBundle<FluentResource>, lang: Lang) {
    let words = match lang {
        Lang::En => include_str!("../tests/words/en.ftl"),
        Lang::Ar => include_str!("../tests/words/ar.ftl"),
        _ => "",
    };
    bundle.add_resource_overriding(FluentResource::try_new(words.to_owned()).unwrap());
}

/// The files of a language: name and text.
pub fn files_of(lang: Lang) -> impl Iterator<Item = (&'static str, &'static str)> {
    FILES
        .iter()
        .filter(move |(code, _, _)| *code == lang.code())
        .map(|(_, file, text)| (*file, *text))
}

/// The keys of one file's text.
pub fn keys_of(text: &str) -> BTreeSet<&str> {
    let starts_a_message =
        |line: &&str| line.starts_with(|c: char| c.is_ascii_alphabetic()) && line.contains('=');
    text.lines()
        .filter(starts_a_message)
        .filter_map(|line| line.split(['=', ' ']).next())
        .collect()
}
