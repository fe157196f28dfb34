//! Complaints and feedback: own file, own readers, the accused locked out, answers in time.

use casework::{
    Id, Refusal,
    actor::{By, Role},
    due::DueWhat,
    feedback::{FeedbackAsk, FeedbackEvent, State, decide_feedback, dues, received_at, restricted},
    lists::{FeedbackType, Theme},
    own_file::{Entry, FileOrder},
    refusal::Why,
};
use jiff::Timestamp;
use serde_json::{Value, json};

use crate::story::*;

const FOCAL_POINT: By = who(Role::FocalPointPsea, 20);
const PRIVACY: By = who(Role::DataProtection, 21);

/// One piece of feedback, as it is handled.
#[derive(Default)]
struct Letter {
    entries: Vec<Entry<FeedbackEvent>>,
}

impl Letter {
    fn of(kind: &str) -> Self {
        let mut letter = Self::default();
        letter.does(DESK, "receive", feedback(kind));
        letter
    }

    fn tries(&mut self, by: By, kind: &str, body: Value) -> Result<(), Refusal> {
        let now: Timestamp = "2026-03-02T09:00:00Z".parse().unwrap();
        let ask: FeedbackAsk = serde_json::from_value(json!({"kind": kind, "body": body})).unwrap();
        let order = FileOrder {
            command: Id([8; 16]),
            by,
            now,
            happened: now,
            ask,
        };
        self.entries.push(decide_feedback(&self.state(), &order)?);
        Ok(())
    }

    #[track_caller]
    fn does(&mut self, by: By, kind: &str, body: Value) -> &mut Self {
        self.tries(by, kind, body).unwrap();
        self
    }

    #[track_caller]
    fn refuses(&mut self, by: By, kind: &str, body: Value, why: Why) {
        assert_eq!(self.tries(by, kind, body).unwrap_err().why, why);
    }

    fn state(&self) -> State {
        State::fold(&self.entries)
    }

    /// What is due, in hours from when it came.
    fn due(&self) -> Vec<(DueWhat, i64)> {
        let sop = Story::begins().sop;
        let from = received_at(&self.state()).unwrap();
        let all = dues(&self.state(), &sop).into_iter();
        all.map(|due| (due.what, due.at.duration_since(from).as_hours()))
            .collect()
    }
}

fn feedback(kind: &str) -> Value {
    json!({"channel": "in_person_centre", "anonymous": false, "feedback_type": kind,
        "sensitivity": "ordinary", "text": "the guard shouted", "person": Id([1; 16]).to_string()})
}

fn answer() -> Value {
    json!({"outcome": "the guard apologised"})
}

#[test]
fn feedback_says_something_and_an_anonymous_one_names_nobody() {
    let mut letter = Letter::default();
    letter.refuses(SUPERVISOR, "acknowledge", json!({}), Why::NoSuchThing);
    let silent = with(feedback("thanks"), json!({"text": " "}));
    letter.refuses(DESK, "receive", silent, Why::TextNeeded);
    let named = with(feedback("thanks"), json!({"anonymous": true}));
    letter.refuses(DESK, "receive", named.clone(), Why::Anonymous);
    letter.does(DESK, "receive", with(named, json!({"person": null})));
    letter.refuses(DESK, "receive", feedback("thanks"), Why::AlreadyDone);
    assert_eq!(letter.state().seen, 1);
}

#[test]
fn feedback_is_acknowledged_answered_and_the_loop_closed_in_order() {
    let mut letter = Letter::of("dissatisfaction");
    let loop_closed = json!({"how": "told by phone", "satisfied": true});
    letter.refuses(SUPERVISOR, "respond", answer(), Why::NotNow);
    letter.refuses(SUPERVISOR, "close_loop", loop_closed.clone(), Why::NotNow);
    letter.does(SUPERVISOR, "acknowledge", json!({}));
    letter.refuses(SUPERVISOR, "acknowledge", json!({}), Why::AlreadyDone);
    letter.refuses(
        SUPERVISOR,
        "respond",
        json!({"outcome": ""}),
        Why::TextNeeded,
    );
    letter.does(SUPERVISOR, "respond", answer());
    letter.refuses(SUPERVISOR, "respond", answer(), Why::AlreadyDone);
    letter.refuses(
        SUPERVISOR,
        "close_loop",
        json!({"how": " "}),
        Why::TextNeeded,
    );
    letter.does(SUPERVISOR, "close_loop", loop_closed.clone());
    letter.refuses(SUPERVISOR, "close_loop", loop_closed, Why::AlreadyDone);
    assert!(letter.state().closed.is_some());
}

#[test]
fn conduct_abuse_and_fraud_go_to_the_focal_point_whatever_is_ticked() {
    for kind in ["staff_conduct", "sea", "fraud"] {
        let mut letter = Letter::of(kind);
        assert!(letter.state().sensitive());
        assert_eq!(letter.state().theme(), Some(Theme::Psea));
        for by in [SUPERVISOR, MANAGER, PRIVACY] {
            letter.refuses(by, "acknowledge", json!({}), Why::FocalPointNeeded);
        }
        letter.does(FOCAL_POINT, "acknowledge", json!({}));
        letter.refuses(SUPERVISOR, "respond", answer(), Why::FocalPointNeeded);
        letter.does(FOCAL_POINT, "respond", answer());
        letter.refuses(
            SUPERVISOR,
            "close_loop",
            json!({"how": "x"}),
            Why::FocalPointNeeded,
        );
    }
    for kind in FeedbackType::ALL {
        let three = matches!(
            kind,
            FeedbackType::StaffConduct | FeedbackType::Sea | FeedbackType::Fraud
        );
        assert_eq!(restricted(*kind), three);
    }
}

#[test]
fn ordinary_feedback_may_be_declared_sensitive() {
    let mut letter = Letter::default();
    letter.does(
        DESK,
        "receive",
        with(
            feedback("dissatisfaction"),
            json!({"sensitivity": "sensitive"}),
        ),
    );
    assert_eq!(letter.state().theme(), Some(Theme::Psea));
    let open = Letter::of("dissatisfaction");
    assert!(!open.state().sensitive());
    assert_eq!(open.state().theme(), Some(Theme::SupervisorNow));
    assert_eq!(State::default().theme(), None);
}

#[test]
fn data_protection_has_its_own_focal_point() {
    let mut letter = Letter::of("data_protection");
    assert_eq!(letter.state().theme(), Some(Theme::DataProtection));
    letter.refuses(SUPERVISOR, "acknowledge", json!({}), Why::FocalPointNeeded);
    letter.refuses(FOCAL_POINT, "acknowledge", json!({}), Why::FocalPointNeeded);
    letter.does(PRIVACY, "acknowledge", json!({}));
}

#[test]
fn the_accused_is_told_that_there_is_nothing() {
    let mut letter = Letter::default();
    let about = json!({"about_staff": SUPERVISOR.account.to_string()});
    letter.does(DESK, "receive", with(feedback("dissatisfaction"), about));
    assert_eq!(letter.state().locked_out(), Some(SUPERVISOR.account));
    for (kind, body) in [
        ("acknowledge", json!({})),
        ("respond", answer()),
        ("close_loop", json!({"how": "x"})),
    ] {
        letter.refuses(SUPERVISOR, kind, body, Why::NoSuchThing);
    }
    letter.does(SECOND_SUPERVISOR, "acknowledge", json!({}));
    assert_eq!(Letter::of("thanks").state().locked_out(), None);
}

#[test]
fn answers_are_due_in_time() {
    use DueWhat::{FeedbackAck, FeedbackResponse, FeedbackToFocalPoint};
    let mut letter = Letter::of("question");
    assert_eq!(letter.due(), [(FeedbackAck, 48), (FeedbackResponse, 240)]);
    let mut sensitive = Letter::of("sea");
    let all = [
        (FeedbackToFocalPoint, 24),
        (FeedbackAck, 48),
        (FeedbackResponse, 240),
    ];
    assert_eq!(sensitive.due(), all);
    sensitive.does(FOCAL_POINT, "acknowledge", json!({}));
    letter.does(SUPERVISOR, "acknowledge", json!({}));
    assert_eq!(sensitive.due(), [(FeedbackResponse, 240)]);
    letter.does(SUPERVISOR, "respond", answer());
    assert_eq!(letter.due(), []);
    assert!(dues(&State::default(), &Story::begins().sop).is_empty());
    assert_eq!(received_at(&State::default()), None);
}
