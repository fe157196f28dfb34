//! The people and the words of the demonstration, read from their files.

use anyhow::Context;
use serde::Deserialize;

/// A text in the two languages of the centre, each with variants parted by `|`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Said {
    en: String,
    fr: String,
}

impl Said {
    /// The variant of this number, in French or English.
    pub fn pick(&self, fr: bool, n: usize) -> &str {
        variant(if fr { &self.fr } else { &self.en }, n)
    }
}

/// One of several variants parted by `|`.
pub fn variant(text: &str, n: usize) -> &str {
    let count = text.split('|').count();
    text.split('|').nth(n % count).unwrap_or(text)
}

/// A goal with its objective and the referral that serves it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Goal {
    pub domain: String,
    pub words: Said,
    pub text: Said,
    pub indicator: Said,
    pub baseline: Said,
    pub target: Said,
    /// Days from the plan to its date.
    pub days: i64,
    pub service: String,
    /// How the partner's name begins.
    pub to: String,
    pub urgency: String,
    pub shares: Vec<String>,
    /// What the partner is asked.
    pub ask: Said,
}

/// Level, code, polarity, strength, and the evidence in both languages.
type Factor = (String, String, String, String, String, String);

/// What brings people, and what is done about it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kind {
    pub name: String,
    pub route: String,
    pub criteria: Vec<String>,
    pub protection: bool,
    pub concerns: Vec<String>,
    #[serde(default)]
    pub immediate: Vec<String>,
    pub status: String,
    pub living: String,
    pub request: Said,
    pub reason: Said,
    /// Domain, severity, urgency.
    pub needs: Vec<(String, String, String)>,
    pub wish: Said,
    pub factors: Vec<Factor>,
    pub notes: Said,
    #[serde(rename = "goal")]
    pub goals: Vec<Goal>,
}

impl Kind {
    /// Whether something about the person's health goes to a partner.
    pub fn tells_of_health(&self) -> bool {
        let mut shared = self.goals.iter().flat_map(|goal| &goal.shares);
        shared.any(|category| category == "health_facts")
    }
}

/// Words that stand in many files.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shared {
    pub places: String,
    pub action_taken: Said,
    pub understood: Said,
    pub exposed: Said,
    pub avoid: Said,
    pub resist: Said,
    pub recover: Said,
    pub formulation: Said,
    pub rationale: Said,
    pub contact: Said,
    pub unreached: Said,
    pub review: Said,
    pub keeps: Said,
    pub reassess: Said,
    pub accepted: Said,
    pub completed: Said,
    pub full: Said,
    pub instead: Said,
    pub outcome: Said,
    pub final_picture: Said,
    pub after: Said,
}

/// One person and how far things have come.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    pub name: String,
    /// `f` or `m`.
    pub sex: String,
    pub age: i64,
    pub from: String,
    pub speaks: Vec<String>,
    pub kind: String,
    pub risk: String,
    /// The level at the beginning, where it was another.
    pub was: Option<String>,
    /// Days since the arrival.
    pub days: i64,
    #[serde(default)]
    pub stage: String,
    /// Days since the last contact, and days to the next that was agreed.
    pub seen: Option<i64>,
    pub next: Option<i64>,
    /// Days by which the next contact is late.
    pub late: Option<i64>,
    #[serde(default)]
    pub review_late: bool,
    /// Where the referrals of the goals stand.
    #[serde(default)]
    pub refs: Vec<String>,
    pub backup: Option<String>,
    /// A contact planned for today.
    pub today: Option<Planned>,
    /// The role in the household of four.
    pub household: Option<String>,
    /// The duplicate check is not decided.
    #[serde(default)]
    pub unsure: bool,
    /// Days since the closure, and its reason.
    pub closed: Option<i64>,
    pub reason: Option<String>,
}

/// A contact planned for today.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Planned {
    /// Where in what is left of the working day it stands, in hundredths.
    pub part: i64,
    /// The way, as forms take it.
    pub mode: String,
    /// What for.
    pub purpose: String,
    /// Who interprets, where nobody speaks the language.
    pub interpreter: Option<String>,
    pub place: Option<String>,
}

/// The people whom somebody carries.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Carries {
    pub worker: String,
    pub people: Vec<Person>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct People {
    carries: Vec<Carries>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Kinds {
    kind: Vec<Kind>,
}

/// All of it.
pub struct Words {
    kinds: Vec<Kind>,
    /// Words that stand in many files.
    pub shared: Shared,
    /// Who carries whom.
    pub carries: Vec<Carries>,
}

impl Words {
    /// Reads what is built in.
    pub fn read() -> anyhow::Result<Self> {
        let kinds: Kinds = toml::from_str(include_str!("kinds.toml")).context("kinds.toml")?;
        let people: People = toml::from_str(include_str!("people.toml")).context("people.toml")?;
        Ok(Self {
            kinds: kinds.kind,
            shared: toml::from_str(include_str!("words.toml")).context("words.toml")?,
            carries: people.carries,
        })
    }

    /// The kind of this name.
    pub fn kind(&self, name: &str) -> anyhow::Result<&Kind> {
        let mut all = self.kinds.iter();
        all.find(|kind| kind.name == name)
            .with_context(|| format!("no kind {name}"))
    }
}
