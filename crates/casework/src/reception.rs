//! Reception and immediate safety, before step 1 (`domain.md` 2.0): help before paperwork, no
//! name needed, the request in the person's own words.

mod alerts;
pub mod escalation;
mod forgetting;

pub(crate) use alerts::alert;
pub use alerts::{answers, takes};
pub(crate) use forgetting::{may_forget, tally};

use jiff::Timestamp;

use crate::{
    case::{Case, Stamp},
    class::{Class, Classes},
    decide::Yes,
    event::{Body, events},
    id::Id,
    lists::{
        AgeBand, AlertKind, Channel, CurrentSafety, DangerSource, DeliveryModel, Dimension,
        ImmediateNeed, Language, Modality, ServiceType, Sex, SexObserved, Status, Theme,
    },
    macros::record,
    order::{Order, asks},
    planning::about,
    refusal::{Refusal, Why, ensure, ensure_at},
    sop::{Sop, hours_after},
};

record! {
    /// Somebody at the door (2.0). No name is needed, and none is asked.
    pub struct Arrival {
        pub delivery_model: DeliveryModel, pub channel: Channel, pub language: Language,
        #[serde(default)] pub interpreter_ref: Option<String>,
        #[serde(default)] pub sex_observed: Option<SexObserved>,
        #[serde(default)] pub age_band: Option<AgeBand>,
        pub immediate_needs: Vec<ImmediateNeed>,
        /// When the violence happened, if that was said: the health windows count from it.
        #[serde(default)] pub violence_at: Option<Timestamp>,
        /// The request in the person's own words.
        pub request: String,
        pub action_taken: String,
    }
}
record! {
    /// The social action desk: needs seen from many sides, actions agreed together (2.0).
    pub struct DeskContact {
        pub dimensions: Vec<Dimension>, pub agreed_actions: String,
        #[serde(default)] pub guided_to: Option<String>,
        #[serde(default)] pub look_again_on: Option<jiff::civil::Date>,
    }
}
record! {
    /// Help that was given, at any time, with or without a case.
    pub struct Help {
        pub service_type: ServiceType, pub modality: Modality, pub what: String,
        #[serde(default)] pub quantity: Option<i64>,
        #[serde(default)] pub unit: Option<String>,
    }
}
record! {
    /// A danger that was told or seen, at any time.
    pub struct Danger {
        pub danger_sources: Vec<DangerSource>, pub threat_detail: String,
        pub current_safety: CurrentSafety, pub suicidal: bool, pub action_taken: String,
        /// What the entry is about; decides who may read it.
        #[serde(default)] pub about: Vec<Class>,
    }
}
record! {
    /// A note, at any time.
    pub struct Note {
        pub text: String,
        /// What the entry is about; decides who may read it.
        #[serde(default)] pub about: Vec<Class>,
    }
}
record! {
    /// An alert to a theme, never to a name.
    pub struct Alert { pub alert: Id, pub kind: AlertKind, pub theme: Theme }
}
record! {
    /// Somebody answered an alert.
    pub struct AlertAnswer { pub alert: Id, pub what_was_done: String }
}
record! {
    /// Somebody is on it: the alert passes on to nobody else, and still waits for its answer.
    pub struct AlertTaken { pub alert: Id }
}
record! {
    /// Hours in which health care after violence helps most (2.0): shown, never forced.
    pub struct HealthWindow { pub violence_at: Timestamp, pub hiv_until: Timestamp, pub contraception_until: Timestamp }
}
record! {
    /// The inquiry is over and nobody asked to be registered: keep a tally, forget the person.
    pub struct Purge { pub sex: Option<Sex> }
}

record! {
    /// An interpreter is not safe for this person (2.7): replaced, and what was said through them
    /// is unreliable.
    pub struct UnsafeInterpreter {
        pub interpreter_ref: String, pub why_unsafe: String,
        #[serde(default)] pub replaced_by: Option<String>,
        pub interview_unreliable: bool,
        /// What the entry is about; decides who may read it.
        #[serde(default)] pub about: Vec<Class>,
    }
}
record! {
    /// An authority asked for data (2.7, DP14): logged, never answered from here.
    pub struct AuthorityRequest { pub authority: String, pub what_was_asked: String }
}

asks! {
    /// What may be asked for at the door and at any time after.
    Ask {
        ReceiveArrival(Arrival), RecordDeskContact(DeskContact), GiveHelp(Help),
        ReportDanger(Danger), WriteNote(Note), AnswerAlert(AlertAnswer), TakeAlert(AlertTaken), PurgeInquiry(Purge), ReportInterpreter(UnsafeInterpreter), LogAuthorityRequest(AuthorityRequest),
    }
}
events! {
    /// What became true at the door and at any time after.
    Event {
        ArrivalReceived(Arrival), DeskContactRecorded(DeskContact), HelpGiven(Help),
        DangerReported(Danger), NoteWritten(Note), AlertRaised(Alert), AlertAnswered(AlertAnswer),
        HealthWindowOpened(HealthWindow), InterpreterReported(UnsafeInterpreter), AuthorityAsked(AuthorityRequest),
        AlertTaken(AlertTaken),
    }
}

/// An alert with its answer, if any.
#[derive(Clone, Debug, PartialEq)]
pub struct AlertState {
    /// The alert.
    pub alert: Alert,
    /// When it was raised.
    pub raised: Stamp,
    /// The classes one needs to read it.
    pub classes: crate::class::Classes,
    /// Somebody said that they are on it: it passes on no more.
    pub taken: Option<Stamp>,
    /// Answered, and by whom.
    pub answered: Option<Stamp>,
}

/// What reception knows.
#[derive(Clone, Debug, Default, PartialEq)]
#[expect(missing_docs, reason = "fields carry the names of domain.md")]
pub struct State {
    pub arrived_at: Option<Timestamp>,
    pub arrival: Option<Arrival>,
    pub received_by: Option<Stamp>,
    pub age_band: Option<AgeBand>,
    pub desk_contacts: Vec<(Stamp, DeskContact)>,
    pub help: Vec<(Stamp, Help)>,
    pub dangers: Vec<(Stamp, Danger)>,
    pub notes: u32,
    pub alerts: Vec<AlertState>,
    pub health_window: Option<HealthWindow>,
    pub unsafe_interpreters: Vec<(String, Classes)>,
    pub authority_requests: Vec<(Stamp, AuthorityRequest)>,
}

/// The lowest age of a band: a person at the edge counts as the younger.
#[must_use]
pub const fn least_age(band: AgeBand) -> i16 {
    match band {
        AgeBand::From0To5 => 0,
        AgeBand::From6To11 => 6,
        AgeBand::From12To14 => 12,
        AgeBand::From15To17 => 15,
        AgeBand::From18To59 => 18,
        AgeBand::From60 => 60,
    }
}

/// An age seen later: it counts where none was seen yet, or an older one.
pub(crate) fn see_age(case: &mut Case, band: Option<AgeBand>) {
    let known = &mut case.reception.age_band;
    if let Some(band) = band
        && known.is_none_or(|known| least_age(band) < least_age(known))
    {
        *known = Some(band);
    }
}

pub(crate) fn decide(case: &Case, sop: &Sop, order: &Order, ask: &Ask) -> Result<Yes, Refusal> {
    if let Ask::ReceiveArrival(arrival) = ask {
        return receive(case, sop, order, arrival);
    }
    ensure(case.status().is_some(), Why::NobodyArrived)?;
    let general = |event| Ok(Yes::general(Body::Reception(event)));
    match ask {
        Ask::ReceiveArrival(_) => Err(Refusal::new(Why::AlreadyArrived)),
        Ask::RecordDeskContact(contact) => general(Event::DeskContactRecorded(contact.clone())),
        Ask::GiveHelp(help) => Ok(Yes::of(
            about::class_of_service(help.service_type),
            Body::Reception(Event::HelpGiven(help.clone())),
        )),
        Ask::ReportDanger(danger) => Ok(report_danger(order, danger)),
        Ask::WriteNote(note) => {
            let classes = note.about.iter().copied().collect();
            Ok(Yes::of(
                classes,
                Body::Reception(Event::NoteWritten(note.clone())),
            ))
        }
        Ask::AnswerAlert(answer) => alerts::answer(case, order, answer),
        Ask::TakeAlert(taken) => alerts::take(case, order, taken),
        Ask::ReportInterpreter(report) => Ok(Yes::of(
            report.about.iter().copied().collect(),
            Body::Reception(Event::InterpreterReported(report.clone())),
        )),
        Ask::LogAuthorityRequest(request) => Ok(Yes::general(Body::Reception(
            Event::AuthorityAsked(request.clone()),
        ))
        .and(
            Classes::GENERAL,
            alert(order, 1, AlertKind::AuthorityRequest, Theme::DataProtection),
        )),
        Ask::PurgeInquiry(purge) => forgetting::purge(case, order, purge),
    }
}

fn receive(case: &Case, sop: &Sop, order: &Order, arrival: &Arrival) -> Result<Yes, Refusal> {
    use ImmediateNeed as Need;
    ensure(case.status().is_none(), Why::AlreadyArrived)?;
    let needs = &arrival.immediate_needs;
    ensure_at(
        !needs.contains(&Need::None) || needs.len() == 1,
        Why::NoneWithOthers,
        "immediate_needs",
    )?;
    let told_ahead = arrival
        .violence_at
        .is_some_and(|at| at > order.happened.max(order.now));
    ensure_at(!told_ahead, Why::HappenedInFuture, "violence_at")?;
    let mut kept = arrival.clone();
    // Who reads that somebody came must not learn of the violence: it is an entry of its own.
    kept.immediate_needs
        .retain(|need| *need != Need::SexualViolenceRecent);
    kept.violence_at = None;
    let mut yes = Yes::general(Body::Reception(Event::ArrivalReceived(kept)));
    let alerts = [
        (
            Need::DangerNow,
            AlertKind::DangerNow,
            Theme::SupervisorNow,
            Classes::GENERAL,
        ),
        (
            Need::SuicidalRisk,
            AlertKind::SuicidalRisk,
            Theme::SupervisorNow,
            Classes::GENERAL,
        ),
        (
            Need::ChildAlone,
            AlertKind::ChildAlone,
            Theme::ChildProtection,
            Classes::GENERAL,
        ),
        (
            Need::SexualViolenceRecent,
            AlertKind::SexualViolenceRecent,
            Theme::Gbv,
            Classes::of(Class::Gbv),
        ),
    ];
    for (n, (need, kind, theme, classes)) in (1..).zip(alerts) {
        yes = yes.and_if(needs.contains(&need), classes, || {
            alert(order, n, kind, theme)
        });
    }
    let violence = arrival.violence_at.unwrap_or(order.happened);
    Ok(yes.and_if(
        needs.contains(&Need::SexualViolenceRecent),
        Classes::of(Class::Gbv),
        || {
            Body::Reception(Event::HealthWindowOpened(HealthWindow {
                violence_at: violence,
                hiv_until: hours_after(violence, sop.hiv_prophylaxis_hours),
                contraception_until: hours_after(violence, sop.emergency_contraception_hours),
            }))
        },
    ))
}

fn report_danger(order: &Order, danger: &Danger) -> Yes {
    let classes: Classes = danger.about.iter().copied().collect();
    let urgent = danger.current_safety == CurrentSafety::ImmediateDanger;
    Yes::of(
        classes,
        Body::Reception(Event::DangerReported(danger.clone())),
    )
    .and_if(urgent, classes, || {
        alert(order, 1, AlertKind::DangerNow, Theme::SupervisorNow)
    })
    .and_if(danger.suicidal, classes, || {
        alert(order, 2, AlertKind::SuicidalRisk, Theme::SupervisorNow)
    })
    .and_if(
        !urgent && danger.current_safety == CurrentSafety::AtRisk,
        classes,
        || alert(order, 3, AlertKind::Threat, Theme::SupervisorNow),
    )
}

pub(crate) fn apply(case: &mut Case, stamp: Stamp, event: &Event) {
    match event {
        Event::ArrivalReceived(arrival) => {
            case.reception.arrived_at = Some(stamp.happened);
            case.reception.received_by = Some(stamp);
            case.reception.age_band = arrival.age_band;
            case.reception.arrival = Some(arrival.clone());
            case.centre = Some(stamp.by.centre);
            case.set_status(Status::Inquiry);
        }
        Event::DeskContactRecorded(contact) => {
            case.reception.desk_contacts.push((stamp, contact.clone()))
        }
        Event::HelpGiven(help) => case.reception.help.push((stamp, help.clone())),
        Event::DangerReported(danger) => {
            case.reception.dangers.push((stamp, danger.clone()));
            crate::review::trigger_within(case, stamp.happened, stamp.classes);
        }
        Event::NoteWritten(_) => case.reception.notes += 1,
        Event::InterpreterReported(report) => case
            .reception
            .unsafe_interpreters
            .push((report.interpreter_ref.clone(), stamp.classes)),
        Event::AuthorityAsked(request) => case
            .reception
            .authority_requests
            .push((stamp, request.clone())),
        Event::AlertRaised(alert) => alerts::raised(case, stamp, alert),
        Event::AlertAnswered(answer) => alerts::answered(case, stamp, answer),
        Event::AlertTaken(taken) => alerts::taken(case, stamp, taken),
        Event::HealthWindowOpened(window) => case.reception.health_window = Some(window.clone()),
    }
}
