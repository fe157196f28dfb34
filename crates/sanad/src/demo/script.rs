//! A script of the past: who did what when. Every id is known before anything is done, because the
//! rules derive ids from the command's; so lives are told one by one and played in the order of
//! time.

use anyhow::Context;
use casebook::{Command, fresh_id};
use casework::{Ask, Id, feedback::FeedbackAsk, household_file::Founder};
use jiff::{SignedDuration, Timestamp, civil::Date, tz::TimeZone};
use serde_json::{Value, json};

use super::{staff::Staff, words::Words};

/// What the lives are told from: today, the people who work here, the words.
pub struct Scene<'s> {
    /// The moment at which the demonstration begins.
    pub now: Timestamp,
    /// Where the centre is, by its clock.
    pub zone: TimeZone,
    /// Who works here.
    pub staff: &'s Staff,
    /// Notes, goals, answers.
    pub words: Words,
}

impl<'s> Scene<'s> {
    /// Today, with these people.
    pub fn new(now: Timestamp, staff: &'s Staff, zone: TimeZone) -> anyhow::Result<Self> {
        Ok(Self {
            now,
            zone,
            staff,
            words: Words::read()?,
        })
    }

    /// A moment of today; see [`super::today::later_today`].
    pub fn later_today(&self, part: i64) -> Timestamp {
        super::today::later_today(self.now, &self.zone, part)
    }

    /// A day counted back from today, as forms take it.
    pub fn day(&self, days_ago: i64) -> Date {
        casework::case::day_of(self.now - SignedDuration::from_hours(24 * days_ago))
    }

    /// A time of a day counted back from today; never in the future.
    pub fn at(&self, days_ago: i64, minute_of_day: i64) -> Timestamp {
        let midnight = self.now.as_second().div_euclid(86_400) * 86_400;
        let second = midnight - days_ago * 86_400 + minute_of_day * 60;
        let at = Timestamp::from_second(second).unwrap_or(self.now);
        at.min(self.now - SignedDuration::from_secs(90))
    }
}

/// One thing that somebody did.
pub struct Deed {
    /// When.
    pub at: Timestamp,
    /// Whose name to sign in with.
    pub who: &'static str,
    /// Deeds of one lane are done one after the other.
    pub lane: usize,
    /// What.
    pub what: What,
    /// For whoever mends the demonstration.
    pub about: String,
}

/// The doors that a deed goes through.
#[expect(
    clippy::large_enum_variant,
    reason = "thousands, and nearly all are the large one"
)]
pub enum What {
    /// A command on a person's file.
    Case(Command),
    /// A household is formed.
    Form(Id, Vec<Founder>),
    /// Feedback, received (without a file) or answered.
    Feedback(Id, Option<Id>, FeedbackAsk),
}

/// Everything that happens.
#[derive(Default)]
pub struct Script {
    /// The deeds.
    pub deeds: Vec<Deed>,
    lanes: usize,
}

impl Script {
    /// A lane of its own, for somebody who has to do with nobody else's file.
    pub const fn lane(&mut self) -> usize {
        self.lanes += 1;
        self.lanes
    }

    /// The same in the order of time; what happened at one moment stays in the order of telling.
    pub fn in_order(mut self) -> Self {
        self.deeds.sort_by_key(|deed| deed.at);
        self
    }
}

/// One person's life at the centre, while it is told.
pub struct Life<'s> {
    /// What it is told from.
    pub scene: &'s Scene<'s>,
    /// The person's file.
    pub file: Id,
    arrival: Option<Id>,
    at: Timestamp,
    name: String,
    lane: usize,
    deeds: Vec<Deed>,
}

impl<'s> Life<'s> {
    /// Nobody yet.
    pub fn new(scene: &'s Scene<'s>, lane: usize, name: &str) -> anyhow::Result<Self> {
        let arrival = fresh_id()?;
        Ok(Self {
            scene,
            file: arrival.nth(u16::MAX),
            arrival: Some(arrival),
            at: scene.now,
            name: name.to_owned(),
            lane,
            deeds: Vec::new(),
        })
    }

    /// What follows happens so many days ago, at this hour and minute.
    pub fn on(&mut self, days_ago: i64, hour: i64, minute: i64) -> &mut Self {
        self.at = self.scene.at(days_ago, hour * 60 + minute);
        self
    }

    /// What follows happens so many minutes before now.
    pub fn minutes_ago(&mut self, minutes: i64) -> &mut Self {
        self.at = self.scene.now - SignedDuration::from_mins(minutes);
        self
    }

    /// How many days ago it is where the telling stands.
    pub fn days_ago(&self) -> i64 {
        let midnight = |at: Timestamp| at.as_second().div_euclid(86_400);
        midnight(self.scene.now) - midnight(self.at)
    }

    /// Somebody does something; the next thing happens some minutes later.
    pub fn does(&mut self, who: &'static str, what: &str, body: Value) -> anyhow::Result<Id> {
        let (room, kind) = what.split_once('.').context("room.kind")?;
        let about = format!("{}: {who} {what}", self.name);
        let ask: Ask =
            serde_json::from_value(json!({"room": room, "what": {"kind": kind, "body": body}}))
                .with_context(|| about.clone())?;
        let (id, file) = match self.arrival.take() {
            Some(first) => (first, None),
            None => (fresh_id()?, Some(self.file)),
        };
        let command = Command {
            id,
            file,
            happened: None,
            base: None,
            ask,
        };
        self.push(who, What::Case(command), about);
        Ok(id)
    }

    /// Something through another door, told in this life.
    pub fn push(&mut self, who: &'static str, what: What, about: String) {
        let minutes = 3 + i64::try_from(about.len() % 7).unwrap_or_default();
        let last = self.scene.now - SignedDuration::from_secs(60);
        self.deeds.push(Deed {
            at: self.at,
            who,
            lane: self.lane,
            what,
            about,
        });
        self.at = (self.at + SignedDuration::from_mins(minutes)).min(last);
    }

    /// The end of the telling.
    pub fn into_script(self, script: &mut Script) {
        script.deeds.extend(self.deeds);
    }
}
