//! The yearly figure: who counts in a year, once, and how the year adds up (section 7, rules (d)
//! and (e)).

use casework::supported::{Began, Ended, Supported, supported};
use jiff::tz::TimeZone;
use serde_json::json;

use crate::{
    closure::{close, proposal},
    contact::contact,
    story::*,
};

/// The years in which the person of a story counts. Stories begin on 2 March 2026.
fn years(story: &Story) -> Vec<(i16, Began, Ended)> {
    let found = supported(&story.events, &TimeZone::UTC).into_iter();
    found.map(|one| (one.year, one.began, one.ended)).collect()
}

fn met(story: &mut Story) -> &mut Story {
    let seen = contact();
    story.does(WORKER, "review", "record_contact", seen)
}

/// Registered, with consent to case management, and met.
fn accompanied() -> Story {
    let mut story = registered("low");
    story.does(
        WORKER,
        "consent",
        "record_consent",
        consent("case_management"),
    );
    met(&mut story);
    story
}

#[test]
fn somebody_new_counts_and_is_carried_over_into_the_years_in_which_they_were_helped() {
    let mut story = accompanied();
    assert_eq!(years(&story), [(2026, Began::New, Ended::StillOpen)]);
    story.days(2 * 365);
    assert_eq!(years(&story).len(), 1, "an open file alone is no support");
    met(&mut story);
    assert_eq!(
        years(&story),
        [
            (2026, Began::New, Ended::StillOpen),
            (2028, Began::CarriedOver, Ended::StillOpen)
        ]
    );
}

#[test]
fn without_consent_or_without_any_help_nobody_counts() {
    let mut story = registered("low");
    met(&mut story);
    assert!(years(&story).is_empty(), "registered, and not case managed");
    let mut story = registered("low");
    story.does(
        WORKER,
        "consent",
        "record_consent",
        consent("case_management"),
    );
    assert!(years(&story).is_empty(), "nothing was done yet");
    let tried = json!({"mode": "in_person_centre", "contact_type": "visit", "reached": false,
        "next_contact_due": LAST_DAY});
    let mut tries = story;
    tries.does(WORKER, "review", "record_contact", tried);
    assert!(years(&tries).is_empty(), "a try reached nobody");
    assert_eq!(years(&accompanied()).len(), 1);
}

#[test]
fn consent_counts_in_the_years_in_which_it_was_valid() {
    let mut story = accompanied();
    story.does(
        WORKER,
        "consent",
        "withdraw_consent",
        json!({"scope": "case_management"}),
    );
    assert_eq!(years(&story).len(), 1, "the year in which help was given");
    story.days(365);
    met(&mut story);
    assert_eq!(years(&story).len(), 1, "and not the one after");
    let again = consent("case_management");
    story.does(WORKER, "consent", "record_consent", again);
    assert_eq!(years(&story).len(), 2, "given anew");
}

#[test]
fn consent_that_ran_out_counts_no_longer() {
    let mut story = registered("low");
    let until = with(
        consent("case_management"),
        json!({"expires_on": "2026-12-31"}),
    );
    story.does(WORKER, "consent", "record_consent", until);
    met(&mut story);
    story.days(365);
    met(&mut story);
    assert_eq!(years(&story), [(2026, Began::New, Ended::StillOpen)]);
}

#[test]
fn closed_and_reopened_counts_once_a_year() {
    let mut story = accompanied();
    close(&mut story, proposal("objectives_met"));
    assert_eq!(years(&story), [(2026, Began::New, Ended::Closed)]);
    story.hours(24);
    story.does(WORKER, "closure", "reopen", json!({"reason": "came back"}));
    met(&mut story);
    assert_eq!(years(&story), [(2026, Began::New, Ended::StillOpen)]);

    let mut later = accompanied();
    close(&mut later, proposal("objectives_met"));
    later.days(365);
    met(&mut later);
    let after = (2027, Began::FollowedUp, Ended::ClosedBefore);
    assert_eq!(years(&later)[1], after, "seen again, and closed as before");
    later.does(WORKER, "closure", "reopen", json!({"reason": "came back"}));
    let back = (2027, Began::Reopened, Ended::StillOpen);
    assert_eq!(years(&later)[1], back);
}

#[test]
fn duplicates_and_errors_count_in_no_year_and_other_ends_do() {
    for reason in ["duplicate", "registered_in_error"] {
        let mut story = accompanied();
        if reason == "duplicate" {
            let same = json!({"duplicate_outcome": "same", "other_code": "K7Q-0001",
                "duplicate_reason": "the same photograph"});
            story.does(WORKER, "registration", "resolve_duplicate", same);
        }
        assert_eq!(years(&story).is_empty(), reason == "duplicate", "{reason}");
        let words = json!({"reason_in_words": "typed twice"});
        close(&mut story, with(proposal(reason), words));
        assert!(years(&story).is_empty(), "{reason}");
    }
}

#[test]
fn who_was_turned_away_counts_in_no_year() {
    let mut story = accompanied();
    let away = with(
        screening("low"),
        json!({"eligibility_result": "not_eligible", "reason_not_eligible": "none is met"}),
    );
    story.does(WORKER, "screening", "screen", away);
    assert!(years(&story).is_empty());
}

#[test]
fn who_takes_back_to_be_counted_is_a_tally_in_every_year() {
    let tallies = |story: &Story| {
        let found = supported(&story.events, &TimeZone::UTC).into_iter();
        found.map(|one| one.tally_only).collect::<Vec<_>>()
    };
    let mut story = accompanied();
    let scope = "statistics_non_identifying";
    story.does(WORKER, "consent", "record_consent", consent(scope));
    assert_eq!(tallies(&story), [false]);
    story.days(365);
    met(&mut story);
    story.does(
        WORKER,
        "consent",
        "withdraw_consent",
        json!({"scope": scope}),
    );
    assert_eq!(tallies(&story), [true, true]);
    story.hours(1);
    story.does(WORKER, "consent", "record_consent", consent(scope));
    assert_eq!(tallies(&story), [false, false]);
}

#[test]
fn the_year_ends_at_midnight_of_the_centre() {
    let story = |zone: &str| {
        let mut story = accompanied();
        story.now = "2026-12-31T23:30:00Z".parse().unwrap();
        met(&mut story);
        let zone = TimeZone::get(zone).unwrap();
        let found = supported(&story.events, &zone).into_iter();
        found.map(|one| one.year).collect::<Vec<_>>()
    };
    assert_eq!(story("UTC"), [2026]);
    assert_eq!(story("Europe/Rome"), [2026, 2027]);
}

/// However a life goes, whoever comes into a year stands somewhere at its end: the two sums agree,
/// because they count the same people; and a case that is open at the end of a year is carried over.
#[test]
fn what_is_still_open_is_carried_over() {
    let mut lives = vec![accompanied(), accompanied(), accompanied()];
    close(&mut lives[1], proposal("objectives_met"));
    for life in &mut lives {
        life.days(365);
        met(life);
    }
    let of = |year: i16| -> Vec<Supported> {
        let all = lives.iter();
        let all = all.flat_map(|life| supported(&life.events, &TimeZone::UTC));
        all.filter(|one| one.year == year).collect()
    };
    let open = of(2026);
    let open = open.iter().filter(|one| one.ended == Ended::StillOpen);
    let next = of(2027);
    let carried = next.iter().filter(|one| one.began == Began::CarriedOver);
    assert_eq!((open.count(), carried.count()), (2, 2));
    assert_eq!(next.len(), 3);
}
