//! TEST-03, the complaint of the family: a store of its own, the accused locked out, an answer in time.

use casework::{
    Id,
    actor::{By, Role},
    due::DueWhat,
    feedback::{self, FeedbackAsk, FeedbackEvent, decide_feedback},
    own_file::{Entry, FileOrder},
    refusal::Why,
};
use jiff::Timestamp;
use serde_json::{Value, json};

use crate::{story::*, telling::*};

/// The guard has an account at the desk.
const GUARD: By = who(Role::Reception, 30);

/// D10: about a guard's language. The focal point answers within ten working days.
#[test]
fn the_complaint_about_a_guard_is_answered_in_time() {
    let focal_point = who(Role::FocalPointPsea, 20);
    let mut story = Story::begins();
    let d0 = story.now;
    on_day(&mut story, d0, 10);
    let mut entries: Vec<Entry<FeedbackEvent>> = Vec::new();
    let mut tries =
        |by: By, now: Timestamp, kind: &str, body: Value| -> Result<feedback::State, Why> {
            let ask: FeedbackAsk =
                serde_json::from_value(json!({"kind": kind, "body": body})).unwrap();
            let order = FileOrder {
                command: Id([8; 16]),
                by,
                now,
                happened: now,
                ask,
            };
            let state = feedback::State::fold(&entries);
            let entry = decide_feedback(&state, &order).map_err(|refusal| refusal.why)?;
            entries.push(entry);
            Ok(feedback::State::fold(&entries))
        };
    let said = json!({"channel": "in_person_centre", "anonymous": false, "feedback_type": "staff_conduct",
        "sensitivity": "ordinary", "text": "the guard insulted us", "person": Id([91; 16]),
        "about_staff": GUARD.account});
    let received = tries(DESK, story.now, "receive", said).unwrap();
    assert!(
        received.sensitive(),
        "conduct is sensitive whatever was ticked"
    );
    let due = feedback::dues(&received, &story.sop);
    let days = |what: DueWhat| {
        let found = due.iter().find(|due| due.what == what).unwrap();
        found.at.duration_since(story.now).as_hours() / 24
    };
    assert_eq!(days(DueWhat::FeedbackToFocalPoint), 1);
    assert_eq!(days(DueWhat::FeedbackResponse), 10);
    let taken = json!({});
    let accused = tries(GUARD, story.now, "acknowledge", taken.clone());
    assert_eq!(accused, Err(Why::NoSuchThing), "the accused learns nothing");
    let other = tries(SUPERVISOR, story.now, "acknowledge", taken.clone());
    assert_eq!(other, Err(Why::FocalPointNeeded));
    tries(focal_point, story.now, "acknowledge", taken).unwrap();
    on_day(&mut story, d0, 18);
    let outcome = json!({"outcome": "the guard was moved and trained"});
    let answered = tries(focal_point, story.now, "respond", outcome).unwrap();
    assert!(
        feedback::dues(&answered, &story.sop).is_empty(),
        "within ten working days"
    );
}
