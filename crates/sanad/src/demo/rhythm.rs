//! The rhythm of a case (3.1): contacts on schedule and late ones, reviews with the supervisor, full
//! looks again.

use serde_json::json;

use super::course::{Course, Days, is_grave};

/// How often a level asks for contact, review and full reassessment, in days (3.1, a little less).
pub const fn rhythm(risk: &str) -> (i64, i64, i64) {
    match risk.as_bytes() {
        b"urgent" => (1, 1, 6),
        b"high" => (7, 13, 29),
        b"medium" => (14, 29, 58),
        _ => (30, 88, 88),
    }
}

/// Contacts from the assessment to the last one.
pub fn accompanied(course: &mut Course<'_>, days: Days) -> anyhow::Result<()> {
    let (every, ..) = rhythm(&course.person.risk);
    let person = &course.person;
    let seen = match (person.seen, person.late, person.closed) {
        (Some(seen), ..) => seen,
        (None, Some(late), _) => every + late,
        (None, None, Some(closed)) if course.person.reason.as_deref() == Some("lost_contact") => {
            closed + 52
        }
        (None, None, Some(closed)) => closed + 2,
        (None, None, None) => return Ok(()),
    };
    let next = person
        .next
        .unwrap_or_else(|| -person.late.unwrap_or_default());
    let next = if person.closed.is_some() {
        7 - seen
    } else {
        next
    };
    let mut all = vec![(seen, next)];
    let mut day = seen;
    for turn in 0_i64.. {
        let before = day + every
            - (turn * 3 + i64::try_from(course.n).unwrap_or_default()) % (every / 4 + 1);
        if before >= days.assessed || before == day {
            break;
        }
        all.push((before, -day));
        day = before;
    }
    for (turn, (day, next)) in all.into_iter().rev().enumerate() {
        met(course, turn, day, next)?;
    }
    if person_is_hard_to_reach(course) {
        tried_in_vain(course)?;
    }
    Ok(())
}

fn person_is_hard_to_reach(course: &Course<'_>) -> bool {
    course.person.late.is_some_and(|late| late > 2)
}

fn met(course: &mut Course<'_>, turn: usize, day: i64, next: i64) -> anyhow::Result<()> {
    let scene = course.life.scene;
    let at = course.n + turn * 3;
    let french = course.french();
    let note = if at.is_multiple_of(3) {
        scene.words.shared.contact.pick(french, at)
    } else {
        course.kind.notes.pick(french, at)
    };
    let (mode, kind) = match (at % 3, course.n % 4) {
        (0, 0) => ("home_visit", "visit"),
        (1, _) => ("phone_call", "call"),
        _ => ("in_person_centre", "centre"),
    };
    let safety = if course.grave() && turn % 2 == 1 {
        "at_risk"
    } else {
        "safe"
    };
    let wellbeing = (1 + (turn + course.n) / 2).min(2 + course.n % 3);
    // Nobody agrees on a day that is further off than the level allows (3.1); another level is
    // decided at the next review only.
    let (_, review, _) = rhythm(course.first_risk());
    let levels = [course.risk_on(day), course.risk_on(day + review + 1)];
    let every = levels.map(|level| rhythm(level).0).into_iter().min();
    let next = scene.day((day - every.unwrap_or(1)).max(-next));
    course.on(day, 9 + i64::try_from(at % 7).unwrap_or_default());
    course
        .does(
            "review.record_contact",
            json!({"mode": mode, "contact_type": kind, "reached": true, "safety_now": safety,
        "wellbeing": wellbeing, "progress_note": note, "next_contact_due": next}),
        )
        .map(drop)
}

fn tried_in_vain(course: &mut Course<'_>) -> anyhow::Result<()> {
    let scene = course.life.scene;
    course.on(1, 17);
    let note = course.say(&scene.words.shared.unreached);
    course
        .does(
            "review.record_contact",
            json!({"mode": "phone_call", "contact_type": "call", "reached": false,
        "progress_note": note, "next_contact_due": scene.day(-1)}),
        )
        .map(drop)
}

/// Reviews with the supervisor, in the rhythm of the level.
pub fn supervised(course: &mut Course<'_>) -> anyhow::Result<()> {
    let first = if is_grave(course.first_risk()) {
        1
    } else {
        rhythm(course.first_risk()).1
    };
    let last = course.person.closed.unwrap_or_default();
    let mut day = course.person.days - first;
    while day >= last + i64::from(course.person.closed.is_some()) {
        let next = day - rhythm(course.risk_on(day)).1;
        if course.person.review_late && next < last {
            return Ok(());
        }
        reviewed(course, day, next)?;
        day = next;
    }
    Ok(())
}

fn reviewed(course: &mut Course<'_>, day: i64, next: i64) -> anyhow::Result<()> {
    let scene = course.life.scene;
    let words = &scene.words.shared;
    let french = course.french();
    let at = course.n + usize::try_from(day).unwrap_or_default();
    let level = course.risk_on(day).to_owned();
    let body = json!({"meeting_type": "case_management", "participants": ["caseworker", "supervisor", "case_manager"],
        "goal_progress": words.review.pick(french, at), "risk_level_new": level,
        "risk_reason": words.keeps.pick(french, at), "decision": "continue", "next_review_on": scene.day(next.min(day - 1))});
    course.on(day, 16);
    course
        .life
        .does("supervisor", "review.hold_review", body)
        .map(drop)
}

/// A full look again in the time of the level: safety, risk, what it means.
pub fn looked_at_again(course: &mut Course<'_>, days: Days) -> anyhow::Result<()> {
    let last = course.person.closed.unwrap_or_default() + 3;
    let mut day = days.started - rhythm(course.first_risk()).2 + 2;
    while day >= last {
        course.on(day, 13);
        let reason = course.say(&course.life.scene.words.shared.reassess);
        course.does("assessment.reassess", json!({"reason": reason}))?;
        course.safety()?;
        let level = course.risk_on(day).to_owned();
        let why = course.say(&course.life.scene.words.shared.keeps);
        course.does(
            "screening.decide_risk",
            json!({"risk_level": level, "risk_reason": why}),
        )?;
        course.formulated()?;
        course.does("approval.submit", json!({"subject": "assessment"}))?;
        if matches!(level.as_str(), "high" | "urgent") || course.child() {
            let yes = json!({"subject": "assessment", "comment": "Agreed."});
            course.life.does("supervisor", "approval.approve", yes)?;
        }
        day -= rhythm(&level).2;
    }
    Ok(())
}
