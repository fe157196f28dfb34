//! A life at the centre in a few posts, from the door to registration.

use anyhow::Context;

use crate::{chance::Chance, desk::Desk};

/// What is said in it; every text unique, so that it can be looked for.
#[derive(Clone, Debug)]
pub struct Words {
    /// The person's name.
    pub name: String,
    /// Another name.
    pub alias: String,
    /// A telephone number.
    pub phone: String,
    /// A word agreed for the telephone.
    pub code_word: String,
    /// What the person asked for.
    pub request: String,
    /// What was written down.
    pub note: String,
    /// What the person said when asked to agree.
    pub understanding: String,
}

impl Words {
    /// Words that nobody ever used.
    pub fn new(chance: &mut Chance) -> Self {
        let mut word = |what: &str| {
            let id = chance.id();
            format!("{what}canary{}", &id[..12])
        };
        let (name, alias, code_word) = (word("Nadira "), word("Little "), word("code"));
        let (request, note, understanding) = (word("please "), word("she said "), word("I know "));
        let digits = 10_000_000 + chance.next() % 90_000_000;
        Self {
            name,
            alias,
            phone: format!("+2126{digits}"),
            code_word,
            request,
            note,
            understanding,
        }
    }

    /// All of them, to be looked for.
    pub fn all(&self) -> Vec<String> {
        let mut all = vec![
            self.name.clone(),
            self.alias.clone(),
            self.code_word.clone(),
            self.request.clone(),
            self.note.clone(),
            self.understanding.clone(),
        ];
        // Both as typed and without its sign, as some would store it.
        all.extend([self.phone.clone(), self.phone[1..].to_owned()]);
        all
    }
}

const EXPLAINED: [&str; 8] = [
    "purpose",
    "recipients",
    "risks",
    "benefits",
    "refusal_has_no_penalty",
    "withdrawal",
    "limits_of_confidentiality",
    "complaint_route",
];

/// Somebody arrives and is registered; gives the file and the person's code.
pub fn registered(
    worker: &Desk,
    manager: &Desk,
    words: &Words,
    chance: &mut Chance,
) -> anyhow::Result<(String, String)> {
    let file = worker.arrives(&chance.id(), &words.request, "food_water")?;
    let mut does = |desk: &Desk, what: &str, fields: &[(&str, &str)]| {
        desk.does(&file, what, &chance.id(), fields)
    };
    does(
        worker,
        "screening/screen",
        &[
            ("entry_route", "self_referred"),
            ("eligibility_criteria", "stranded_or_destitute"),
            ("eligibility_result", "eligible"),
            ("complaint_route_explained", "on"),
            ("intl_protection_concern", "no"),
            ("initial_concerns", "destitute"),
            ("initial_risk", "high"),
            ("risk_reason", "no income, nobody here"),
        ],
    )?;
    for scope in ["registration", "case_management"] {
        does(worker, "consent/record_consent", &consent(scope, words))?;
    }
    does(
        worker,
        "registration/record_identity",
        &[
            ("preferred_name", &words.name),
            ("alias", &words.alias),
            ("sex", "female"),
            ("nationality", "sdn"),
            ("languages", "ar"),
            ("dob", "1994-03-11"),
            ("dob_confidence", "stated"),
        ],
    )?;
    let none_found = [("duplicate_outcome", "none_found")];
    does(worker, "registration/resolve_duplicate", &none_found)?;
    does(manager, "registration/assign_worker", &[("worker", "duty")])?;
    does(
        worker,
        "registration/set_safe_contact",
        &[
            ("safe_channel", "phone_call"),
            ("phone", &words.phone),
            ("may_leave_message", "no"),
            ("code_word", &words.code_word),
        ],
    )?;
    does(worker, "registration/complete_registration", &[])?;
    does(worker, "reception/write_note", &[("text", &words.note)])?;
    let page = manager.get(&format!("/cases/{file}"))?.body;
    let code = code_on(&page).context("no person code on the page")?;
    Ok((file, code))
}

fn consent<'a>(scope: &'a str, words: &'a Words) -> Vec<(&'a str, &'a str)> {
    let mut fields = vec![
        ("scope", scope),
        ("decision", "given"),
        ("given_by", "oneself"),
        ("form", "written"),
        ("text_version", "2026-1"),
        ("language", "ar"),
        ("understanding_checked", "on"),
        ("understanding_words", words.understanding.as_str()),
        ("capacity", "able"),
    ];
    fields.extend(EXPLAINED.map(|what| ("explained", what)));
    fields
}

/// The person's code in the head of a case page.
fn code_on(page: &str) -> Option<String> {
    let (_, text) = page.split_once("class=\"person-code\">")?;
    Some(text.split('<').next()?.trim().to_owned())
}
