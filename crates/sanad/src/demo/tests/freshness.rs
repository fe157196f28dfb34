//! What time alone changes in the rows of a file is made anew when it does: the promise that each
//! file's rows carry holds for everything in them, on every life of the demonstration.

use casework::{Event, Sop};
use jiff::{SignedDuration, Timestamp};
use views::Projected;

use super::rehearsed;
use crate::dirs;

/// How late a change that time brings may show; no promise is shorter.
const LATE: SignedDuration = SignedDuration::from_mins(5);
/// How far is looked ahead, and in which steps: neither a day nor a round number of hours.
const AHEAD: SignedDuration = SignedDuration::from_hours(24 * 45);
const STEP: SignedDuration = SignedDuration::from_mins(11 * 60 + 7);

/// Walks on from a moment as the program does, making the rows anew when their promise ends; and
/// compares them at every step with what they would be if they were made then. Answers how often
/// time changed them.
fn walked(about: &str, events: &[Event], sop: &Sop, from: Timestamp) -> usize {
    let at = |moment| Projected::of(events, sop, moment);
    let Some(mut shown) = at(from) else {
        return 0;
    };
    let mut changes = 0;
    let mut made = from;
    let mut now = from + LATE;
    while now < from + AHEAD {
        while shown.until() <= now {
            made = shown.until().max(made + LATE);
            let Some(anew) = at(made) else { break };
            changes += usize::from(!anew.same_rows(&shown));
            shown = anew;
        }
        if now >= made + LATE {
            let Some(true) = at(now).map(|anew| anew.same_rows(&shown)) else {
                panic!(
                    "{about}: rows made at {made} differ at {now}, promised until {}",
                    shown.until()
                );
            };
        }
        now += STEP;
    }
    changes
}

#[test]
fn no_row_that_time_changes_is_shown_as_it_was() {
    let now: Timestamp = "2026-11-22T10:00:00Z".parse().unwrap();
    let (_, files, _) = rehearsed(now);
    let sop = dirs::sop(None).unwrap();
    let mut changes = 0;
    for (n, (file, events)) in files.iter().enumerate() {
        // One moment of each life, spread over the year: what is late there, others have ahead.
        let back = i64::try_from(n % 7).unwrap() * 41;
        let from = now - SignedDuration::from_hours(24 * back);
        let so_far = events.iter().filter(|event| event.recorded <= from);
        let so_far: Vec<Event> = so_far.cloned().collect();
        changes += walked(&file.to_string(), &so_far, &sop, from);
    }
    assert!(
        changes > 50,
        "time changed {changes} rows: too little to prove anything"
    );
}
