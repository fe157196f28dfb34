//! Complaints and feedback (`domain.md` section 7, 2.7): a file of its own, with its own key and
//! its own readers; whoever is accused, and their line, never read it.

use jiff::Timestamp;

use crate::{
    actor::Role,
    answer::said,
    case::Stamp,
    due::{Due, DueWhat},
    event::events,
    id::Id,
    lists::{Channel, FeedbackSensitivity, FeedbackType, Theme},
    macros::record,
    order::asks,
    own_file::{Entry, FileOrder},
    refusal::{Refusal, Why, ensure, ensure_at},
    sop::{Sop, hours_after},
};

record! {
    /// What somebody says about the help or about us. Thanks count too.
    pub struct Feedback {
        pub channel: Channel, pub anonymous: bool, pub feedback_type: FeedbackType,
        /// Conduct, abuse and fraud are sensitive whatever is answered here.
        pub sensitivity: FeedbackSensitivity,
        pub text: String,
        /// Whose file it comes from; never when anonymous.
        #[serde(default)] pub person: Option<Id>,
        /// The account that it is about.
        #[serde(default)] pub about_staff: Option<Id>,
    }
}
record! {
    /// Taken up; whoever gave it was told so, unless nobody can be told.
    pub struct Acknowledgement { #[serde(default)] pub note: Option<String> }
}
record! {
    /// What came of it.
    pub struct Response { pub outcome: String }
}
record! {
    /// Whoever gave it knows what came of it.
    pub struct LoopClosed { pub how: String, #[serde(default)] pub satisfied: Option<bool> }
}

asks! {
    /// What may be asked for about feedback.
    FeedbackAsk {
        Receive(Feedback), Acknowledge(Acknowledgement), Respond(Response), CloseLoop(LoopClosed),
    }
}
events! {
    /// What became true about feedback.
    FeedbackEvent {
        Received(Feedback), Acknowledged(Acknowledgement), Responded(Response), LoopClosed(LoopClosed),
    }
}

/// One piece of feedback, folded.
#[derive(Clone, Debug, Default, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct State {
    /// How many entries were folded.
    pub seen: u32,
    pub received: Option<(Stamp, Feedback)>,
    pub acknowledged: Option<(Stamp, Acknowledgement)>,
    pub responded: Option<(Stamp, Response)>,
    pub closed: Option<(Stamp, LoopClosed)>,
}

/// Conduct, abuse by aid workers and fraud: the restricted channel (2.7).
#[must_use]
pub const fn restricted(feedback_type: FeedbackType) -> bool {
    matches!(
        feedback_type,
        FeedbackType::StaffConduct | FeedbackType::Sea | FeedbackType::Fraud
    )
}

impl State {
    /// Folds the history of one piece of feedback.
    #[must_use]
    pub fn fold<'e>(entries: impl IntoIterator<Item = &'e Entry<FeedbackEvent>>) -> Self {
        let mut state = Self::default();
        entries.into_iter().for_each(|entry| state.apply(entry));
        state
    }

    /// Adds one entry.
    pub fn apply(&mut self, entry: &Entry<FeedbackEvent>) {
        self.seen += 1;
        let stamp = entry.stamp();
        match &entry.body {
            FeedbackEvent::Received(body) => self.received = Some((stamp, body.clone())),
            FeedbackEvent::Acknowledged(body) => self.acknowledged = Some((stamp, body.clone())),
            FeedbackEvent::Responded(body) => self.responded = Some((stamp, body.clone())),
            FeedbackEvent::LoopClosed(body) => self.closed = Some((stamp, body.clone())),
        }
    }

    /// The account that must never read this file, nor anybody of its line.
    #[must_use]
    pub fn locked_out(&self) -> Option<Id> {
        self.received
            .as_ref()
            .and_then(|(_, feedback)| feedback.about_staff)
    }

    /// Whether only the focal point handles it.
    #[must_use]
    pub fn sensitive(&self) -> bool {
        self.received
            .as_ref()
            .is_some_and(|(_, feedback)| feedback.sensitivity == FeedbackSensitivity::Sensitive)
    }

    /// Whose it is to answer.
    #[must_use]
    pub fn theme(&self) -> Option<Theme> {
        let (_, feedback) = self.received.as_ref()?;
        Some(match feedback.feedback_type {
            FeedbackType::DataProtection => Theme::DataProtection,
            _ if self.sensitive() => Theme::Psea,
            _ => Theme::SupervisorNow,
        })
    }
}

/// Decides an order on one piece of feedback.
///
/// # Errors
/// A [`Refusal`] with its reason.
pub fn decide_feedback(
    state: &State,
    order: &FileOrder<FeedbackAsk>,
) -> Result<Entry<FeedbackEvent>, Refusal> {
    decide_in_place(state, order, false)
}

/// The same; `stands_in` where a supervisor of another centre stands in for the focal point,
/// because nobody else of the theme may know of it.
///
/// # Errors
/// A [`Refusal`] with its reason.
pub fn decide_in_place(
    state: &State,
    order: &FileOrder<FeedbackAsk>,
    stands_in: bool,
) -> Result<Entry<FeedbackEvent>, Refusal> {
    let event = match &order.ask {
        FeedbackAsk::Receive(asked) => receive(state, asked)?,
        FeedbackAsk::Acknowledge(asked) => {
            may_handle(state, order, stands_in)?;
            ensure(state.acknowledged.is_none(), Why::AlreadyDone)?;
            FeedbackEvent::Acknowledged(asked.clone())
        }
        FeedbackAsk::Respond(asked) => {
            may_handle(state, order, stands_in)?;
            ensure(state.acknowledged.is_some(), Why::NotNow)?;
            ensure(state.responded.is_none(), Why::AlreadyDone)?;
            ensure_at(said(&asked.outcome), Why::TextNeeded, "outcome")?;
            FeedbackEvent::Responded(asked.clone())
        }
        FeedbackAsk::CloseLoop(asked) => {
            may_handle(state, order, stands_in)?;
            ensure(state.responded.is_some(), Why::NotNow)?;
            ensure(state.closed.is_none(), Why::AlreadyDone)?;
            ensure_at(said(&asked.how), Why::TextNeeded, "how")?;
            FeedbackEvent::LoopClosed(asked.clone())
        }
    };
    Ok(order.entry(event))
}

fn receive(state: &State, asked: &Feedback) -> Result<FeedbackEvent, Refusal> {
    ensure(state.received.is_none(), Why::AlreadyDone)?;
    ensure_at(said(&asked.text), Why::TextNeeded, "text")?;
    ensure_at(
        !asked.anonymous || asked.person.is_none(),
        Why::Anonymous,
        "person",
    )?;
    let mut kept = asked.clone();
    if restricted(asked.feedback_type) {
        kept.sensitivity = FeedbackSensitivity::Sensitive;
    }
    Ok(FeedbackEvent::Received(kept))
}

/// Never the accused; what is sensitive only by its focal point, or who stands in.
fn may_handle(
    state: &State,
    order: &FileOrder<FeedbackAsk>,
    stands_in: bool,
) -> Result<(), Refusal> {
    ensure(state.received.is_some(), Why::NoSuchThing)?;
    // The accused is told what a stranger is told.
    ensure(
        state.locked_out() != Some(order.by.account),
        Why::NoSuchThing,
    )?;
    let focal_point = match state.theme() {
        Some(Theme::Psea) => order.by.role == Role::FocalPointPsea,
        Some(Theme::DataProtection) => order.by.role == Role::DataProtection,
        _ => true,
    };
    ensure(focal_point || stands_in, Why::FocalPointNeeded)
}

/// What is due on one piece of feedback (section 7).
#[must_use]
pub fn dues(state: &State, sop: &Sop) -> Vec<Due> {
    let Some((received, _)) = &state.received else {
        return Vec::new();
    };
    let by = |what, hours| Due::general(what, hours_after(received.happened, hours));
    let mut all = Vec::new();
    if state.acknowledged.is_none() {
        if state.sensitive() {
            all.push(by(
                DueWhat::FeedbackToFocalPoint,
                sop.sensitive_feedback_hours,
            ));
        }
        all.push(by(DueWhat::FeedbackAck, sop.feedback_ack_hours));
    }
    if state.responded.is_none() {
        all.push(by(DueWhat::FeedbackResponse, sop.feedback_response_hours));
    }
    all
}

/// The day the feedback was received, for lists.
#[must_use]
pub fn received_at(state: &State) -> Option<Timestamp> {
    state.received.as_ref().map(|(stamp, _)| stamp.happened)
}
