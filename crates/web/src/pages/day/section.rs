//! The parts of a day as rows: a code and a short name, the risk as a word, one reason, one button.

use std::collections::BTreeMap;

use askama::{Template, filters::HtmlSafe};
use axum::response::Response;
use casebook::Day;
use casework::due::DueWhat;
use jiff::{Timestamp, Zoned};
use views::{ChangeRow, DayCase, Reach};

use super::{
    reach::{BETWEEN, is_safe, reach, spoken},
    sorting::{Item, Sorted, is_end_of_day},
    ways::{button, risk},
};
use crate::{
    App, T,
    app::Inside,
    pages::lists::code,
    parts::{Badge, Post},
};

/// How many kinds of changes are named before their number.
const KINDS_TOLD: usize = 3;

/// One row.
pub struct Row {
    /// The hour, or nothing.
    pub hour: Option<String>,
    pub href: String,
    pub code: String,
    pub name: Option<String>,
    pub risk: Option<Badge>,
    /// Why it stands here.
    pub why: String,
    /// By when, or since when.
    pub when: String,
    pub late: bool,
    /// What one must know before doing it.
    pub know: Vec<String>,
    /// What must not be overlooked.
    pub warning: Option<String>,
    /// Whom to call about it: the address and the words.
    pub call: Option<(String, String)>,
    pub button: (String, String),
    /// A button that does it at once, in place of the way to it.
    pub post: Option<Post>,
    /// The way to it stands beside that button all the same.
    pub both: bool,
}

/// One part of the day.
#[derive(Template)]
#[template(path = "pages/day_section.html")]
pub struct Section {
    pub id: &'static str,
    pub title: String,
    pub rows: Vec<Row>,
    /// What is said when there is nothing.
    pub empty: String,
    /// The rest: its number in words, and the list behind it.
    pub more: Option<(String, String)>,
    /// How many are behind it.
    pub hidden: usize,
}

impl HtmlSafe for Section {}

impl Section {
    /// How many there are, those that are not shown included.
    fn count(&self) -> usize {
        self.rows.len() + self.hidden
    }
}

/// What it takes to write the parts.
pub struct Sections<'a> {
    pub app: &'a App,
    pub inside: &'a Inside,
    pub day: &'a Day,
    pub now: &'a Zoned,
    pub hidden: bool,
}

impl Sections<'_> {
    pub(super) fn t(&self) -> T {
        self.inside.shell.t()
    }

    fn section(&self, id: &'static str, rows: Vec<Row>) -> Section {
        let t = self.t();
        Section {
            id,
            title: t.say(&format!("day-{id}")),
            rows,
            empty: t.say(&format!("day-{id}-empty")),
            more: None,
            hidden: 0,
        }
    }

    /// Alerts that stand with the reader and what else cannot wait, the gravest first whichever it
    /// is; then what was offered.
    pub fn now(&self, sorted: &Sorted<'_>) -> Result<Section, Response> {
        let alerts = self.day.alerts.iter();
        let alerts = alerts.map(|alert| Ok((alert.order(), self.alert(alert)?)));
        let mut rows = alerts.collect::<Result<Vec<_>, Response>>()?;
        let due = sorted.now.iter();
        rows.extend(due.map(|item| (item.order(), self.row(item))));
        rows.sort_by_key(|(order, _)| *order);
        let mut rows: Vec<Row> = rows.into_iter().map(|(_, row)| row).collect();
        rows.extend(self.day.offered.iter().map(|case| self.offer(case)));
        Ok(self.section("now", rows))
    }

    /// Today, by the hour.
    pub fn today(&self, sorted: &Sorted<'_>) -> Section {
        let rows = sorted.today.iter().map(|item| {
            let mut row = self.row(item);
            row.hour = Some(self.hour(item));
            row
        });
        self.section("today", rows.collect())
    }

    /// Late, in the order of harm, so many and then the number.
    pub fn late(&self, sorted: &Sorted<'_>, shown: usize) -> Section {
        let rows = sorted.late.iter().take(shown).map(|item| self.row(item));
        let mut section = self.section("late", rows.collect());
        let rest = sorted.late.len().saturating_sub(shown);
        if rest > 0 {
            let n = i64::try_from(rest).unwrap_or(i64::MAX);
            let words = self.t().say_with("day-late-more", &[("n", n.into())]);
            section.hidden = rest;
            section.more = Some(("/day/late".to_owned(), words));
        }
        section
    }

    /// Somebody else's move.
    pub fn waiting(&self, sorted: &Sorted<'_>) -> Section {
        let rows = sorted.waiting.iter().map(|item| self.row(item));
        self.section("waiting", rows.collect())
    }

    /// What others recorded since the reader left: one row a case, the newest first.
    pub fn changed(&self) -> Section {
        let mut of_case: BTreeMap<_, Vec<&ChangeRow>> = BTreeMap::new();
        for change in &self.day.rows.changes {
            of_case.entry(change.file).or_default().push(change);
        }
        let mut rows: Vec<(Timestamp, Row)> = (self.day.rows.cases.iter())
            .filter_map(|case| {
                let changes = of_case.get(&case.case.file)?;
                let newest = changes.first()?.at;
                Some((newest, self.change(case, changes, newest)))
            })
            .collect();
        rows.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
        let rows = rows.into_iter().map(|(_, row)| row).collect();
        let mut section = self.section("changed", rows);
        let since = self.t().moment(&self.zoned(self.day.since));
        section.empty = (self.t()).say_with("day-changed-empty", &[("since", since.into())]);
        section
    }

    fn change(&self, case: &DayCase, changes: &[&ChangeRow], newest: Timestamp) -> Row {
        let t = self.t();
        let mut kinds: Vec<String> = Vec::new();
        for change in changes {
            let words = t.say(&format!("event-{}-{}", change.room, change.kind));
            if !kinds.contains(&words) {
                kinds.push(words);
            }
        }
        let rest = kinds.len().saturating_sub(KINDS_TOLD);
        kinds.truncate(KINDS_TOLD);
        if rest > 0 {
            let n = i64::try_from(rest).unwrap_or(i64::MAX);
            kinds.push(t.say_with("day-and-more", &[("n", n.into())]));
        }
        let why = kinds.join(BETWEEN);
        let mut row = self.plain(case, why);
        row.when = ago(t, self.now.timestamp(), newest);
        row
    }

    fn plain(&self, case: &DayCase, why: String) -> Row {
        let t = self.t();
        let href = format!("/cases/{}", case.case.file);
        Row {
            hour: None,
            code: code(t, case.case.code.as_ref()),
            name: short(&case.reach, self.hidden),
            risk: Some(risk(t, case.case.risk.as_deref())),
            why,
            when: String::new(),
            late: false,
            know: Vec::new(),
            warning: None,
            call: None,
            post: None,
            both: false,
            button: (href.clone(), t.say("day-open")),
            href,
        }
    }

    fn offer(&self, case: &views::CaseRow) -> Row {
        let t = self.t();
        let href = format!("/cases/{}/transfer/accept", case.file);
        Row {
            hour: None,
            code: code(t, case.code.as_ref()),
            name: None,
            risk: Some(risk(t, case.risk.as_deref())),
            why: t.say("day-offered"),
            when: String::new(),
            late: false,
            know: Vec::new(),
            warning: None,
            call: None,
            post: None,
            both: false,
            button: (href.clone(), t.say("day-open")),
            href,
        }
    }

    /// One thing that is due.
    fn row(&self, item: &Item<'_>) -> Row {
        let t = self.t();
        let now = self.now.timestamp();
        let late = item.at() < now;
        let may = |action: &str| {
            let case = item.case;
            case.is_some_and(|case| self.app.book.may_today(&self.inside.actor, case, action))
        };
        let href = format!("/cases/{}", item.row.file);
        let mut row = Row {
            hour: None,
            code: code(t, item.row.code.as_ref()),
            name: item.case.and_then(|case| short(&case.reach, self.hidden)),
            risk: (item.case).map(|case| risk(t, case.case.risk.as_deref())),
            why: self.why(item),
            when: self.when(item),
            late,
            know: Vec::new(),
            warning: None,
            call: None,
            post: None,
            both: false,
            button: button(t, item, late, may),
            href,
        };
        if let Some(case) = item.case {
            self.what_to_know(item, &case.reach, &mut row);
        }
        row
    }

    fn why(&self, item: &Item<'_>) -> String {
        let t = self.t();
        let Some(planned) = item.appointment else {
            return match item.what {
                // The reader's own alerts stand above: this one is somebody else's to answer.
                DueWhat::AnswerAlert => t.say("day-alert-others"),
                what => t.code("due", what.code()),
            };
        };
        let purpose = t.code("appointment_purpose", &planned.purpose);
        let mode = t.code("channel", &planned.mode);
        [purpose, mode].join(BETWEEN)
    }

    /// Calls are made by safe ways only, in the person's language.
    fn what_to_know(&self, item: &Item<'_>, known: &Reach, row: &mut Row) {
        let t = self.t();
        let contacts = matches!(
            item.what,
            DueWhat::Contact | DueWhat::ContactTry | DueWhat::FirstResponse
        );
        if let Some(planned) = item.appointment {
            let language = planned.language.as_deref().or(known.language.as_deref());
            let who = planned.interpreter.as_deref();
            row.know
                .extend(spoken(t, language, planned.interpreter_needed, who));
            row.know.extend(planned.place.clone());
            if !is_safe(known, &planned.mode) {
                row.warning = Some(t.say("day-not-safe-any-more"));
            }
        } else if contacts {
            let who = known.interpreter.as_deref();
            row.know
                .extend(spoken(t, known.language.as_deref(), false, who));
        }
        if contacts || item.appointment.is_some() {
            row.know.push(reach(t, known));
        }
    }

    fn when(&self, item: &Item<'_>) -> String {
        let (t, now) = (self.t(), self.now.timestamp());
        if item.at() < now {
            return late_for(t, now, item.at());
        }
        if is_end_of_day(item.at()) {
            return t.say("day-by-tonight");
        }
        until(t, now, item.at())
    }

    fn hour(&self, item: &Item<'_>) -> String {
        if matches!(item.what, DueWhat::Contact | DueWhat::ContactTry) || is_end_of_day(item.at()) {
            return self.t().say("day-any-time");
        }
        self.t().time(&self.zoned(item.at()))
    }

    fn zoned(&self, at: Timestamp) -> Zoned {
        at.to_zoned(self.app.zone.clone())
    }
}

/// The short name, unless names are hidden.
pub fn short(reach: &Reach, hidden: bool) -> Option<String> {
    reach.short_name.clone().filter(|_| !hidden)
}

/// `in 3 hours`.
pub fn until(t: T, now: Timestamp, at: Timestamp) -> String {
    counted(t, "until", at.duration_since(now).as_mins())
}

/// `3 hours late`.
fn late_for(t: T, now: Timestamp, at: Timestamp) -> String {
    counted(t, "late", now.duration_since(at).as_mins())
}

/// `3 hours`, said of something that has waited so long.
pub fn waited(t: T, now: Timestamp, at: Timestamp) -> String {
    ago(t, now, at)
}

/// `3 hours ago`.
fn ago(t: T, now: Timestamp, at: Timestamp) -> String {
    counted(t, "ago", now.duration_since(at).as_mins())
}

/// Minutes below an hour, hours below two days, days beyond.
fn counted(t: T, how: &str, minutes: i64) -> String {
    let (unit, n) = match minutes {
        ..1 => return t.say(&format!("day-{how}-now")),
        1..60 => ("minutes", minutes),
        60..2_880 => ("hours", minutes / 60),
        _ => ("days", minutes / 1_440),
    };
    t.say_with(&format!("day-{how}-{unit}"), &[("n", n.into())])
}

/// `today`, `yesterday`, `3 days ago`, by the calendar and not by the hour.
pub fn days_ago(t: T, now: &Zoned, at: Timestamp) -> String {
    let then = at.to_zoned(now.time_zone().clone()).date();
    let days = now.date().since(then).map_or(0, |span| span.get_days());
    match days {
        ..=0 => t.say("day-seen-today"),
        1 => t.say("day-seen-yesterday"),
        n => t.say_with("day-ago-days", &[("n", i64::from(n).into())]),
    }
}
