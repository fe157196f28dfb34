//! What can be said in one language can be said in all.

use std::collections::BTreeSet;

use fluent_bundle::FluentResource;

use crate::Lang;
use crate::i18n::{files_of, keys_of};

fn keys(lang: Lang) -> Vec<&'static str> {
    files_of(lang).flat_map(|(_, text)| keys_of(text)).collect()
}

/// One line per file that differs from English.
fn gaps(only: impl Fn(&str) -> bool) -> Vec<String> {
    let mut gaps = Vec::new();
    for lang in Lang::ALL {
        for (file, text) in files_of(Lang::En).filter(|(file, _)| only(file)) {
            let theirs = files_of(lang)
                .find(|(name, _)| *name == file)
                .map_or("", |(_, text)| text);
            let (english, theirs) = (keys_of(text), keys_of(theirs));
            let missing: Vec<_> = english.difference(&theirs).collect();
            let strange: Vec<_> = theirs.difference(&english).collect();
            if !missing.is_empty() || !strange.is_empty() {
                gaps.push(format!(
                    "{}/{file}: missing {missing:?}, not in English {strange:?}",
                    lang.code()
                ));
            }
        }
    }
    gaps
}

#[test]
fn the_shell_and_its_forms_speak_all_languages() {
    let gaps = gaps(|file| file == "shell.ftl" || file == "forms.ftl");
    assert!(gaps.is_empty(), "\n{}", gaps.join("\n"));
}

#[test]
fn every_room_speaks_all_languages() {
    let gaps = gaps(|_| true);
    assert!(gaps.is_empty(), "\n{}", gaps.join("\n"));
}

/// Messages that may be the same in two languages: without letters of their own, names of countries
/// and languages, and the words in `SAME`.
fn may_be_the_same(key: &str, text: &str) -> bool {
    let mut depth = 0_u32;
    let letters = text.chars().filter(|letter| {
        match letter {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && letter.is_alphabetic()
    });
    letters.count() == 0
        || key.starts_with("code-country-")
        || key.starts_with("code-language-")
        || key.starts_with("lang-")
        || SAME.contains(&text)
}

/// Words that are the same word: a short list that is read in diffs.
const SAME: [&str; 2] = ["No", "Kafala"];

#[test]
fn no_language_repeats_the_english() {
    let english: std::collections::HashMap<_, _> = files_of(Lang::En)
        .flat_map(|(_, text)| text.lines())
        .filter_map(|line| line.split_once(" = "))
        .collect();
    for lang in Lang::ALL.into_iter().filter(|lang| *lang != Lang::En) {
        let lines = files_of(lang).flat_map(|(_, text)| text.lines());
        let same: Vec<_> = lines
            .filter_map(|line| line.split_once(" = "))
            .filter(|(key, text)| english.get(key) == Some(text))
            .filter(|(key, text)| !may_be_the_same(key, text))
            .collect();
        assert!(same.is_empty(), "{lang:?}: {same:?}");
    }
}

#[test]
fn no_other_language_has_a_file_that_english_lacks() {
    let english: BTreeSet<_> = files_of(Lang::En).map(|(file, _)| file).collect();
    for lang in Lang::ALL {
        let strange: Vec<_> = files_of(lang)
            .map(|(file, _)| file)
            .filter(|file| !english.contains(file))
            .collect();
        assert!(strange.is_empty(), "{lang:?}: {strange:?}");
    }
}

#[test]
fn every_file_parses() {
    for lang in Lang::ALL {
        for (file, text) in files_of(lang) {
            if let Err((_, flaws)) = FluentResource::try_new(text.to_owned()) {
                panic!("{}/{file}: {flaws:?}", lang.code());
            }
        }
    }
}

#[test]
fn every_key_is_said_once() {
    for lang in Lang::ALL {
        let mut seen = BTreeSet::new();
        let twice: Vec<_> = keys(lang)
            .into_iter()
            .filter(|key| !seen.insert(*key))
            .collect();
        assert!(twice.is_empty(), "{lang:?}: {twice:?}");
    }
}

#[test]
fn what_a_language_lacks_is_said_in_english_and_what_english_lacks_shows() {
    assert_eq!(Lang::Fr.t().say("sample-title"), "Assessment");
    assert_eq!(Lang::Fr.t().say("no-such-message"), "⟦no-such-message⟧");
    assert_eq!(
        Lang::En.t().code("needs", "declined"),
        "Did not want to say"
    );
}
