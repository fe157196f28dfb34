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
#[ignore = "rooms are written in English first; run with --ignored to see what is left to translate"]
fn every_room_speaks_all_languages() {
    let gaps = gaps(|_| true);
    assert!(gaps.is_empty(), "\n{}", gaps.join("\n"));
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
