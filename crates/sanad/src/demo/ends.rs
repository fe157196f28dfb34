//! How a case ends: for the reasons of 3.12 that a small centre meets in a year.

use serde_json::json;

use super::course::{Course, Days};

/// Closes the case, or proposes to, as the person's line says.
pub fn ends(course: &mut Course<'_>, days: Days) -> anyhow::Result<()> {
    if course.person.stage == "closing" {
        course.on(2, 10);
        settles(course, "objectives_met")?;
        return proposes(course, "objectives_met");
    }
    let (Some(closed), Some(reason)) = (course.person.closed, course.person.reason.clone()) else {
        return Ok(());
    };
    prepares(course, &reason, closed)?;
    course.on(closed + 1, 10);
    settles(course, &reason)?;
    proposes(course, &reason)?;
    course.on(closed, 15);
    debug_assert!(days.started >= closed);
    course
        .life
        .does(
            "supervisor",
            "approval.approve",
            json!({"subject": "closure"}),
        )
        .map(drop)
}

/// What a reason needs before it can be named.
fn prepares(course: &mut Course<'_>, reason: &str, closed: i64) -> anyhow::Result<()> {
    match reason {
        "lost_contact" => lost(course, closed),
        "returned_avr" => {
            course.on(closed + 20, 11);
            let yes = course.consent("avr_return", &[]);
            course.does("consent.record_consent", yes).map(drop)
        }
        "transferred_partner" => handed_over(course, closed),
        "consent_withdrawn" => {
            course.on(closed + 3, 11);
            let words =
                json!({"scope": "case_management", "in_their_words": "Merci, je continue seule."});
            let withdrawn = course.does("consent.withdraw_consent", words)?;
            course.life.does("dataprotection", "reception.answer_alert",
                json!({"alert": withdrawn.nth(1), "what_was_done": "Partners told, work stopped, deletion to be looked at in 30 days."})).map(drop)
        }
        _ => Ok(()),
    }
}

/// Out of reach: tries on two channels, then the waiting time (2.7).
fn lost(course: &mut Course<'_>, closed: i64) -> anyhow::Result<()> {
    let scene = course.life.scene;
    for (day, mode, kind) in [
        (closed + 45, "phone_call", "call"),
        (closed + 42, "in_person_centre", "centre"),
        (closed + 38, "phone_call", "call"),
        (closed + 36, "phone_call", "call"),
    ] {
        course.on(day, 17);
        let note = course.say(&scene.words.shared.unreached);
        course.does(
            "review.record_contact",
            json!({"mode": mode, "contact_type": kind, "reached": false,
            "progress_note": note, "next_contact_due": scene.day(day - 3)}),
        )?;
    }
    course.on(closed + 34, 9);
    course
        .does(
            "review.mark_lost_contact",
            json!({"note": "Four tries by phone and at the centre; asked at the bus station."}),
        )
        .map(drop)
}

fn handed_over(course: &mut Course<'_>, closed: i64) -> anyhow::Result<()> {
    let hospital = course.life.scene.staff.partner("Regional Hospital")?;
    course.on(closed + 12, 10);
    let yes = course.consent("transfer_partner", &[hospital]);
    course.does("consent.record_consent", yes)?;
    let proposed = course.does("transfer.propose_transfer", json!({"to": "partner", "receiver": hospital,
        "handover_plan": "The social service of the hospital meets him on the ward; we are there the first time.",
        "reason": "Long treatment; the hospital's own social service follows him.", "person_informed": true}))?;
    let transfer = proposed.nth(0);
    course.does("transfer.offer", json!({"transfer": transfer}))?;
    course.on(closed + 8, 10);
    course.does("transfer.record_partner_answer", json!({"transfer": transfer, "accepted": true, "evidence": "letter of the ward, kept in the cabinet"})).map(drop)
}

/// Every aim and every need has its end.
fn settles(course: &mut Course<'_>, reason: &str) -> anyhow::Result<()> {
    let reached = matches!(
        reason,
        "objectives_met" | "resettled_or_regularised" | "reunified"
    );
    let kind = course.kind;
    for (domain, ..) in &kind.needs {
        if reached {
            course.does(
                "assessment.answer_need",
                json!({"domain": domain, "status": "met"}),
            )?;
        } else {
            let (how, note) = match reason {
                "person_chose_to_stop" | "consent_withdrawn" | "lost_contact" => {
                    ("person_declined", "goes on without us; the door stays open")
                }
                "transferred_partner" => (
                    "handed_over",
                    "the hospital's social service goes on with it",
                ),
                _ => (
                    "referred",
                    "a partner goes on with it, the address was given",
                ),
            };
            course.does(
                "closure.dispose_need",
                json!({"domain": domain, "disposition": how, "note": note}),
            )?;
        }
    }
    Ok(())
}

fn proposes(course: &mut Course<'_>, reason: &str) -> anyhow::Result<()> {
    let words = &course.life.scene.words.shared;
    let gone = reason == "lost_contact";
    let mut body = json!({"reason": reason, "objectives_outcome": course.say(&words.outcome),
        "person_prepared": !gone, "final_risk": "low", "final_picture": course.say(&words.final_picture),
        "safety_after": course.say(&words.after), "reentry_info_given": !gone, "feedback_offered": !gone});
    if gone {
        body["attempts"] = json!(
            "Four tries in ten days by phone and at the centre, and a word left with the night team."
        );
        body["final_risk"] = json!("medium");
    }
    course.does("closure.propose_closure", body)?;
    course
        .does("approval.submit", json!({"subject": "closure"}))
        .map(drop)
}
