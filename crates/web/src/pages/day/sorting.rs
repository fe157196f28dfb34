//! Which part of the day each thing belongs to, and in which order it stands there.

use std::{
    collections::{HashMap, HashSet},
    str::FromStr,
};

use casebook::Day;
use casework::{
    Id,
    due::DueWhat,
    harm::{Gravity, Turn, gravity, place, turn},
    lists::RiskLevel,
};
use jiff::{Timestamp, Zoned, civil::Date};
use views::{AppointmentRow, DayCase, DueRow};

/// One thing that is due, with what is known of its case.
#[derive(Clone, Debug)]
pub struct Item<'d> {
    pub what: DueWhat,
    pub row: &'d DueRow,
    /// The case; a closed one is in no list.
    pub case: Option<&'d DayCase>,
    pub appointment: Option<&'d AppointmentRow>,
    place: u8,
}

impl Item<'_> {
    pub fn at(&self) -> Timestamp {
        self.row.at
    }

    fn risk(&self) -> Option<RiskLevel> {
        risk(self.case?)
    }

    /// How grave it is, and since when: the order of what cannot wait.
    pub fn order(&self) -> (Gravity, Timestamp) {
        (gravity(self.what, self.risk()), self.row.at)
    }
}

/// The risk level of a case, while one was decided.
pub fn risk(case: &DayCase) -> Option<RiskLevel> {
    RiskLevel::from_str(case.case.risk.as_deref()?).ok()
}

/// The parts of a day.
#[derive(Debug, Default)]
pub struct Sorted<'d> {
    /// What cannot wait: gravest first.
    pub now: Vec<Item<'d>>,
    /// Today, by the hour; what has no hour follows.
    pub today: Vec<Item<'d>>,
    /// Late: in the order of harm.
    pub late: Vec<Item<'d>>,
    /// Late, or asked, and somebody else's move.
    pub waiting: Vec<Item<'d>>,
}

#[derive(Copy, Clone, PartialEq, Eq)]
enum Part {
    Now,
    Today,
    Late,
    Waiting,
    Later,
}

impl<'d> Sorted<'d> {
    /// Puts everything where it belongs; `may` says what the reader may do on a case.
    pub fn of(day: &'d Day, now: &Zoned, may: impl Fn(&DayCase, &str) -> bool) -> Self {
        let cases: HashMap<Id, &DayCase> = (day.rows.cases.iter())
            .map(|case| (case.case.file, case))
            .collect();
        let planned: HashMap<Id, &AppointmentRow> = (day.rows.appointments.iter())
            .map(|row| (row.appointment, row))
            .collect();
        let mine: HashSet<Id> = day.alerts.iter().map(|alert| alert.row.alert).collect();
        let mut sorted = Self::default();
        for row in &day.rows.due {
            let Ok(what) = DueWhat::from_str(&row.what) else {
                continue;
            };
            let case = cases.get(&row.file).copied();
            let appointment = row.which.and_then(|which| planned.get(&which).copied());
            if row.which.is_some_and(|which| mine.contains(&which)) {
                // It stands with the reader, and says more than that something is due.
                continue;
            }
            let mut item = Item {
                what,
                row,
                case,
                appointment,
                place: 0,
            };
            item.place = place(what, item.risk());
            let theirs = case.is_some_and(|case| may(case, "child.hold_bid_panel"));
            let list = match part(&item, now, theirs) {
                Part::Now => &mut sorted.now,
                Part::Today => &mut sorted.today,
                Part::Late => &mut sorted.late,
                Part::Waiting => &mut sorted.waiting,
                Part::Later => continue,
            };
            list.push(item);
        }
        let graver = |item: &Item<'_>| (item.place, item.at());
        sorted.now.sort_by_key(Item::order);
        sorted.late.sort_by_key(graver);
        sorted.waiting.sort_by_key(graver);
        sorted
            .today
            .sort_by_key(|item| (has_no_hour(item.what), item.at(), item.place));
        sorted
    }
}

fn part(item: &Item<'_>, now: &Zoned, holds_panels: bool) -> Part {
    let late = item.at() < now.timestamp();
    let day = day_of(item, now);
    if cannot_wait(item, now, late) {
        return Part::Now;
    }
    // An alert that does not stand with the reader is for others to answer.
    if item.what == DueWhat::AnswerAlert {
        return Part::Waiting;
    }
    match turn(item.what) {
        Turn::Outside if item.what != DueWhat::ReferralAnswer => return Part::Waiting,
        Turn::Outside => return Part::Later,
        Turn::Decider if item.what == DueWhat::BidPanel && holds_panels => {}
        Turn::Decider if item.what == DueWhat::SupervisorReview && !late => return Part::Later,
        Turn::Decider => return Part::Waiting,
        Turn::Worker => {}
    }
    // Nobody is late for an appointment on its day: it stands at its hour until it is ended.
    if day == now.date() && (!late || item.what == DueWhat::Appointment) {
        Part::Today
    } else if late {
        Part::Late
    } else {
        Part::Later
    }
}

/// A health window as long as it is open; the daily contact of somebody in danger, and of
/// somebody whose danger nobody has looked at yet; a countersignature (3.1, 2.7).
fn cannot_wait(item: &Item<'_>, now: &Zoned, late: bool) -> bool {
    match item.what {
        DueWhat::Countersign => true,
        DueWhat::HealthWindow => !late,
        DueWhat::FirstResponse | DueWhat::Contact | DueWhat::ContactTry => {
            let grave = matches!(item.risk(), None | Some(RiskLevel::Urgent));
            grave && item.case.is_some() && (late || day_of(item, now) == now.date())
        }
        _ => false,
    }
}

/// The day on which something is due where the reader is. What is due by the end of a day stands
/// at its last second in UTC, and means that day.
fn day_of(item: &Item<'_>, now: &Zoned) -> Date {
    if is_end_of_day(item.at()) {
        return item.at().to_zoned(jiff::tz::TimeZone::UTC).date();
    }
    item.at().to_zoned(now.time_zone().clone()).date()
}

/// Whether a moment is the last second of a day and therefore no hour.
pub fn is_end_of_day(at: Timestamp) -> bool {
    at.as_second().rem_euclid(86_400) == 86_399
}

/// Contacts are due by the end of a day, or by an hour that the time table counted and nobody
/// agreed.
const fn has_no_hour(what: DueWhat) -> bool {
    matches!(what, DueWhat::Contact | DueWhat::ContactTry)
}
