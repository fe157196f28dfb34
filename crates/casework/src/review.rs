//! Step 5, monitoring and review: contacts at any time, reviews that decide, triggers that force
//! one, people who went missing or out of reach (`domain.md` 2.5, 2.7), and gate G5.

mod appointment;
mod clock;
mod contact;
mod incident;
mod meeting;

use std::collections::BTreeMap;

use jiff::{Timestamp, civil::Date};

use crate::{
    answer::Answer,
    case::{Case, Stamp},
    class::{Class, Classes},
    decide::{Yes, open},
    event::{Body, events},
    id::Id,
    lists::{
        AppointmentOutcome, AppointmentPurpose, Channel, ContactType, CurrentSafety, Language,
        MeetingType, NeedDomain, Participant, Progress, ReviewDecision, RiskLevel, Status, Step,
        Trigger,
    },
    macros::record,
    order::{Order, asks},
    planning,
    refusal::Refusal,
    sop::Sop,
};

pub use appointment::AppointmentState;
pub(crate) use clock::{dues, end_of, lost_until};
pub use clock::{g5, unreachable};
pub use contact::{next_at_latest, safe_channel};

record! {
    /// A contact, or the try to make one (2.5).
    pub struct Contact {
        /// Set by the rules.
        #[serde(default)] pub contact: Id,
        pub mode: Channel, pub contact_type: ContactType, pub reached: bool,
        /// Needed when the person was reached; "not asked" is an answer.
        #[serde(default)] pub safety_now: Option<Answer<CurrentSafety>>,
        /// 0 to 4, in the person's own view.
        #[serde(default)] pub wellbeing: Option<i64>,
        #[serde(default)] pub progress_note: Option<String>,
        /// Needed unless the case is closed.
        #[serde(default)] pub next_contact_due: Option<Date>,
        /// What the note is about; decides who may read it.
        #[serde(default)] pub about: Vec<Class>,
        /// It was the person who called, wrote or came.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")] pub by_person: bool,
        /// It has happened already, by a way that is not safe; kept only where it was not.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")] pub took_place: bool,
    }
}
record! {
    /// Words that belong to an entry and are of a class of their own.
    pub struct Detail { pub of: Id, pub text: String }
}
record! {
    /// A review (2.5): what was looked at, what was agreed, what was decided.
    pub struct Review {
        pub meeting_type: MeetingType, pub participants: Vec<Participant>,
        /// The partners at a case conference: each needs the person's consent.
        #[serde(default)] pub partners: Vec<Id>,
        #[serde(default)] pub agenda: Option<String>,
        pub goal_progress: String,
        #[serde(default)] pub changes_agreed: Option<String>,
        #[serde(default)] pub new_needs: Vec<NeedDomain>,
        pub risk_level_new: RiskLevel, pub risk_reason: String,
        pub decision: ReviewDecision,
        #[serde(default)] pub next_review_on: Option<Date>,
        /// Set by the rules: what whoever held it may read. A review answers for no more.
        #[serde(default, skip_serializing_if = "Option::is_none")] pub held: Option<Classes>,
    }
}
record! {
    /// Progress towards one objective (2.5).
    pub struct ObjectiveProgress {
        pub objective: Id, pub progress: Progress,
        #[serde(default)] pub note: Option<String>,
    }
}
record! {
    /// A meeting that decides no review: conference, supervision, panel, handover, family (3.11).
    pub struct Meeting {
        pub meeting_type: MeetingType, pub participants: Vec<Participant>,
        #[serde(default)] pub partners: Vec<Id>,
        pub minutes: String,
        #[serde(default)] pub action_list: Option<String>,
        /// What the minutes are about; decides who may read them.
        #[serde(default)] pub about: Vec<Class>,
    }
}
record! {
    /// Something that forces a review in time (2.5).
    pub struct Triggered {
        pub trigger: Trigger, pub text: String,
        /// What the entry is about; decides who may read it.
        #[serde(default)] pub about: Vec<Class>,
    }
}
record! {
    /// The person counts as out of reach (2.7).
    pub struct LostContact { #[serde(default)] pub note: Option<String> }
}
record! {
    /// A child is missing or suspected to be abducted: an incident (2.7).
    pub struct MissingChild {
        /// Set by the rules.
        #[serde(default)] pub incident: Id,
        pub last_seen: Timestamp, pub suspected_abduction: bool,
        #[serde(default)] pub authority_told: Option<String>,
        pub circumstances: String,
        /// What the circumstances are about; decides who may read them.
        #[serde(default)] pub about: Vec<Class>,
    }
}
record! {
    /// A missing child was found.
    pub struct Found { pub safe: bool, pub note: String }
}
record! {
    /// Detention (2.7): the place is told to few, a lawyer is offered, consulates need consent.
    pub struct Detention {
        /// Set by the rules.
        #[serde(default)] pub detention: Id,
        #[serde(default)] pub since: Option<Date>,
        #[serde(default)] pub authority: Option<String>,
        pub place: String, pub lawyer_offered: bool, pub consular_contact: bool, pub put_on_hold: bool,
        /// What the place is about; decides who may read it.
        #[serde(default)] pub about: Vec<Class>,
    }
}
record! {
    /// The work rests, for a reason.
    pub struct Hold { pub reason: String }
}
record! {
    /// The work goes on.
    pub struct Resume { #[serde(default)] pub reason: Option<String> }
}
record! {
    /// A contact planned for a time (2.5), with what is needed to understand each other (2.1).
    pub struct Appointment {
        /// Set by the rules.
        #[serde(default)] pub appointment: Id,
        pub planned_for: Timestamp, pub mode: Channel, pub appointment_purpose: AppointmentPurpose,
        /// The language that is spoken then.
        #[serde(default)] pub language: Option<Language>,
        pub interpreter_needed: bool,
        /// Who interprets, once somebody was found.
        #[serde(default)] pub interpreter_ref: Option<String>,
        #[serde(default)] pub place: Option<String>,
        /// What it is about; decides who may know of it.
        #[serde(default)] pub about: Vec<Class>,
    }
}
record! {
    /// What became of an appointment.
    pub struct AppointmentEnd {
        pub appointment: Id, pub appointment_outcome: AppointmentOutcome,
        #[serde(default)] pub note: Option<String>,
    }
}

asks! {
    /// What may be asked for while accompanying somebody.
    Ask {
        RecordContact(Contact), HoldReview(Review), RecordProgress(ObjectiveProgress),
        HoldMeeting(Meeting), RecordTrigger(Triggered), MarkLostContact(LostContact),
        ReportMissingChild(MissingChild), RecordChildFound(Found), ReportDetention(Detention),
        PutOnHold(Hold), Resume(Resume), PlanAppointment(Appointment),
        EndAppointment(AppointmentEnd),
    }
}
events! {
    /// What became true while accompanying somebody.
    Event {
        ContactRecorded(Contact), DetailNoted(Detail), ReviewHeld(Review),
        ProgressRecorded(ObjectiveProgress), MeetingHeld(Meeting), TriggerRecorded(Triggered),
        LostContactMarked(LostContact), ChildMissing(MissingChild), ChildFound(Found),
        Detained(Detention), HeldBack(Hold), Resumed(Resume), AppointmentPlanned(Appointment),
        AppointmentEnded(AppointmentEnd),
    }
}

/// What this room knows of the present episode.
#[derive(Clone, Debug, Default, PartialEq)]
#[expect(missing_docs, reason = "fields carry the names of domain.md")]
pub struct State {
    pub contacts: Vec<(Stamp, Contact)>,
    pub details: Vec<(Stamp, Detail)>,
    /// When the person was last reached.
    pub last_contact: Option<Timestamp>,
    pub last_safety: Option<(Stamp, CurrentSafety)>,
    pub reviews: Vec<(Stamp, Review)>,
    pub last_supervisor_review: Option<Timestamp>,
    pub meetings: Vec<(Stamp, Meeting)>,
    pub progress: BTreeMap<Id, (Stamp, ObjectiveProgress)>,
    /// What forced a review since the last one: when, and who may know.
    pub triggers: Vec<(Timestamp, Classes)>,
    pub lost: Option<Stamp>,
    pub missing: Option<(Stamp, MissingChild)>,
    pub detention: Option<(Stamp, Detention)>,
    pub on_hold: Option<(Stamp, Hold)>,
    pub appointments: Vec<AppointmentState>,
}

impl State {
    /// Appointments of which nobody has said yet what became of them.
    pub fn open_appointments(&self) -> impl Iterator<Item = &AppointmentState> {
        let all = self.appointments.iter();
        all.filter(|state| state.ended.is_none())
    }
}

pub(crate) fn decide(case: &Case, sop: &Sop, order: &Order, ask: &Ask) -> Result<Yes, Refusal> {
    match ask {
        // A contact, a danger or a missing child is written down at any time (2.7).
        Ask::RecordContact(asked) => contact::record(case, sop, order, asked),
        Ask::ReportMissingChild(asked) => incident::missing(case, order, asked),
        _ => open(case).and_then(|()| decide_open(case, sop, order, ask)),
    }
}

fn decide_open(case: &Case, sop: &Sop, order: &Order, ask: &Ask) -> Result<Yes, Refusal> {
    match ask {
        Ask::HoldReview(asked) => meeting::review(case, sop, order, asked),
        Ask::HoldMeeting(asked) => meeting::meet(case, order, asked),
        Ask::RecordProgress(asked) => meeting::progress(case, asked),
        Ask::RecordTrigger(asked) => incident::triggered(asked),
        Ask::MarkLostContact(asked) => incident::lost(case, sop, order, asked),
        Ask::RecordChildFound(asked) => incident::found(case, order, asked),
        Ask::ReportDetention(asked) => incident::detained(case, order, asked),
        Ask::PutOnHold(asked) => incident::hold(case, asked),
        Ask::Resume(asked) => incident::resume(case, order, asked),
        Ask::PlanAppointment(asked) => appointment::plan(case, order, asked),
        Ask::EndAppointment(asked) => appointment::end(case, order, asked),
        Ask::RecordContact(_) | Ask::ReportMissingChild(_) => Ok(Yes::default()),
    }
}

/// Something happened that forces a review within the SOP's time (2.5).
pub(crate) fn trigger(case: &mut Case, at: Timestamp) {
    trigger_within(case, at, Classes::GENERAL);
}

/// The same, when what happened is of these classes: who may not read it is not told of the clock.
pub(crate) fn trigger_within(case: &mut Case, at: Timestamp, classes: Classes) {
    case.review.triggers.push((at, classes));
}

/// Words of their own class stand in an entry of their own, beside the general one.
fn detail(of: Id, about: &[Class], text: Option<&str>) -> Option<(Classes, Body)> {
    let text = text.filter(|_| !about.is_empty())?.to_owned();
    let classes = about.iter().copied().collect();
    Some((
        classes,
        Body::Review(Event::DetailNoted(Detail { of, text })),
    ))
}

pub(crate) fn apply(case: &mut Case, stamp: Stamp, event: &Event) {
    match event {
        Event::ContactRecorded(contact) => contact::apply(case, stamp, contact),
        Event::DetailNoted(detail) => case.review.details.push((stamp, detail.clone())),
        Event::ReviewHeld(review) => meeting::apply(case, stamp, review),
        Event::ProgressRecorded(progress) => {
            let known = &mut case.review.progress;
            known.insert(progress.objective, (stamp, progress.clone()));
            planning::progress(case, progress.objective, progress.progress);
        }
        Event::MeetingHeld(meeting) => {
            if meeting.meeting_type == MeetingType::Supervision {
                case.review.last_supervisor_review = Some(stamp.happened);
            }
            case.review.meetings.push((stamp, meeting.clone()));
        }
        Event::TriggerRecorded(_) => trigger_within(case, stamp.happened, stamp.classes),
        Event::LostContactMarked(_) => case.review.lost = Some(stamp),
        Event::ChildMissing(missing) => {
            case.review.missing = Some((stamp, missing.clone()));
            trigger(case, stamp.happened);
        }
        Event::ChildFound(_) => case.review.missing = None,
        Event::Detained(detention) => {
            case.review.detention = Some((stamp, detention.clone()));
            trigger(case, stamp.happened);
        }
        Event::HeldBack(hold) => {
            case.review.on_hold = Some((stamp, hold.clone()));
            case.set_status(Status::OnHold);
        }
        Event::Resumed(_) => {
            case.review.on_hold = None;
            case.set_status(Status::Open);
        }
        Event::AppointmentPlanned(planned) => appointment::apply_planned(case, stamp, planned),
        Event::AppointmentEnded(ended) => appointment::apply_ended(case, stamp, ended),
    }
    if case.status() == Some(Status::Open) {
        case.step_mut(Step::Review).begin(stamp.happened);
    }
}

/// When the person was last reached or seen, arrival included.
#[must_use]
pub fn last_contact(case: &Case) -> Option<Timestamp> {
    case.review.last_contact.max(case.arrived_at())
}

/// The kind of meeting that an event records, when it does.
#[must_use]
pub fn meeting_held(event: &Event) -> Option<&'static str> {
    match event {
        Event::ReviewHeld(review) => Some(review.meeting_type.code()),
        Event::MeetingHeld(meeting) => Some(meeting.meeting_type.code()),
        _ => None,
    }
}
