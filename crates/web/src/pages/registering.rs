//! The way from the door to a code (`domain.md` 2.0, 2.1): what is done, and one large button to what
//! comes next; what a form begins with because it is known already; what one should know before it.

use casebook::CaseLook;
use casework::{
    case::day_of,
    floors,
    lists::{AgeBand, OutcomeStatus, RiskLevel, Scope, Sex, SexObserved, Status},
    refusal::MissingWhat,
    sop::{AssentNeeded, ChildConsent, FloorReason},
};

use super::{agenda, refusal::missing_words, sheet::Piece};
use crate::{
    App, T,
    app::Inside,
    parts::{Notice, Onward, OnwardState, OnwardStep, Tone},
    rooms::Action,
};

/// The steps in the order of the conversation: G1 does not mind, people do.
const WAY: [(MissingWhat, &str); 6] = [
    (MissingWhat::Eligibility, "screen"),
    (MissingWhat::RegistrationConsent, "consent"),
    (MissingWhat::Identity, "identity"),
    (MissingWhat::DuplicateCheck, "similar"),
    (MissingWhat::SafeContact, "contact"),
    (MissingWhat::Worker, "worker"),
];

/// Whether somebody is on the way: here, not registered, neither turned away nor unwilling.
#[must_use]
pub fn is_under_way(app: &App, look: &CaseLook) -> bool {
    let case = &look.case;
    let no = case.consents.said_no(Scope::Registration, app.book.now());
    look.reads()
        && case.status() == Some(Status::Inquiry)
        && case.outcome != Some(OutcomeStatus::NotEligible)
        && no.is_none()
}

/// The way, for a person on it.
#[must_use]
pub fn onward(app: &App, t: T, look: &CaseLook) -> Option<Onward> {
    if !is_under_way(app, look) {
        return None;
    }
    let missing = |what: MissingWhat| look.gates.g1.iter().find(|known| known.what == what);
    let mut next = None;
    let mut steps: Vec<OnwardStep> = Vec::new();
    for (what, key) in WAY {
        let words = t.say(&format!("onward-{key}"));
        let step = match missing(what) {
            None => OnwardStep {
                words,
                state: OnwardState::Done,
                href: None,
            },
            Some(missing) => {
                let href = agenda::way_to_mend(app, look, missing);
                let is_next = next.is_none();
                if is_next {
                    next = Some((href.clone(), t.say(&format!("onward-do-{key}")), what));
                }
                OnwardStep {
                    words,
                    state: if is_next {
                        OnwardState::Now
                    } else {
                        OnwardState::Open
                    },
                    href: href.filter(|_| !is_next),
                }
            }
        };
        steps.push(step);
    }
    Some(leading(app, t, look, steps, next))
}

type Next = Option<(Option<String>, String, MissingWhat)>;

/// With the button: to what is missing, or to the end; where the reader may not, who may.
fn leading(app: &App, t: T, look: &CaseLook, mut steps: Vec<OnwardStep>, next: Next) -> Onward {
    let done = steps.iter().filter(|step| step.state == OnwardState::Done);
    let done = done.count().to_string();
    let last = if next.is_none() {
        OnwardState::Now
    } else {
        OnwardState::Open
    };
    steps.push(OnwardStep {
        words: t.say("onward-complete"),
        state: last,
        href: None,
    });
    let all = steps.len().to_string();
    let title = t.say_with(
        "onward-title",
        &[("done", done.into()), ("all", all.into())],
    );
    let onward = Onward::new(t, title, steps);
    let complete = ("registration", "complete_registration");
    match next {
        Some((Some(href), words, _)) => onward.way(href, words),
        Some((None, _, MissingWhat::Worker)) => onward.note(t.say("onward-who-assigns")),
        Some((None, ..)) => onward.note(t.say("onward-not-yours")),
        None if look.gates.g1.is_empty()
            && app.book.may(&look.reader, look, complete.0, complete.1) =>
        {
            let href = format!("/cases/{}/{}/{}", look.file, complete.0, complete.1);
            onward.way(href, t.say("onward-do-complete"))
        }
        None => {
            let words = look
                .gates
                .g1
                .iter()
                .map(|missing| missing_words(t, missing));
            let words: Vec<String> = words.collect();
            onward.note(words.join(&t.say("forms-and")))
        }
    }
}

/// What a form begins with: nobody is asked twice what the door, the consent or the centre's own
/// procedure said already. Each may be corrected.
#[must_use]
pub fn known(
    app: &App,
    inside: &Inside,
    look: &CaseLook,
    action: &Action,
) -> Vec<(String, String)> {
    let case = &look.case;
    let arrival = case.reception.arrival.as_ref();
    let band = case.reception.age_band;
    let mut all: Vec<(&str, String)> = Vec::new();
    let mut knows = |name, value: Option<&str>| {
        all.extend(value.map(|value| (name, value.to_owned())));
    };
    match (action.room, action.kind) {
        ("screening", "screen") => knows("age_band", band.map(AgeBand::code)),
        ("consent", "record_consent") => {
            let under_way = is_under_way(app, look);
            knows("scope", under_way.then_some(Scope::Registration.code()));
            let asked_before = case.consents.decisions.last();
            let language = asked_before.map(|(_, consent)| consent.language);
            let language = language.or(arrival.map(|arrival| arrival.language));
            knows("language", language.map(casework::lists::Language::code));
            knows("interpreter_ref", interpreter(look));
            let newest = app.book.sop().consent_texts_for(scope_asked(inside));
            knows(
                "text_version",
                newest.map(|text| text.version.as_str()).next(),
            );
            knows("given_by", decides_alone(app, look).then_some("oneself"));
        }
        ("registration", "record_identity") => {
            let seen = arrival.and_then(|arrival| arrival.sex_observed);
            knows("sex", seen.and_then(sex).map(Sex::code));
            knows("languages", arrival.map(|arrival| arrival.language.code()));
        }
        ("registration", "take_case") => {
            knows(
                "worker",
                app.book
                    .has_room(&inside.actor)
                    .ok()
                    .map(|room| if room { "me" } else { "duty" }),
            );
            let me = inside.actor.by.account.to_string();
            for (_, value) in all.iter_mut().filter(|(_, value)| value == "me") {
                value.clone_from(&me);
            }
        }
        _ => {}
    }
    all.into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect()
}

fn scope_asked(inside: &Inside) -> Scope {
    let asked = inside.asked("scope").and_then(|code| code.parse().ok());
    asked.unwrap_or(Scope::Registration)
}

/// The interpreter at the door, unless one found not to be safe for the person (2.7).
fn interpreter(look: &CaseLook) -> Option<&str> {
    let reception = &look.case.reception;
    let name = reception.arrival.as_ref()?.interpreter_ref.as_deref()?;
    let known = &reception.unsafe_interpreters;
    known.iter().all(|(other, _)| other != name).then_some(name)
}

/// What the door saw is a beginning, and never more: the person says it.
const fn sex(seen: SexObserved) -> Option<Sex> {
    match seen {
        SexObserved::Female => Some(Sex::Female),
        SexObserved::Male => Some(Sex::Male),
        SexObserved::NotClear => None,
    }
}

/// The band of the child rule that counts for the person today, as far as an age is known.
fn child_band<'a>(app: &'a App, look: &CaseLook) -> Option<&'a ChildConsent> {
    let years = look.case.age_on(day_of(app.book.now()))?;
    app.book.sop().child_band(years)
}

/// An adult, or a young person who decides (2.1, child rule).
fn decides_alone(app: &App, look: &CaseLook) -> bool {
    match child_band(app, look) {
        Some(band) => band.own,
        None => !look.case.is_child(app.book.now()),
    }
}

/// Questions of a form that do not concern this person.
#[must_use]
pub fn not_asked(app: &App, look: &CaseLook, action: &Action) -> &'static [&'static str] {
    if (action.room, action.kind) != ("consent", "record_consent") || !look.reads() {
        return &[];
    }
    match child_band(app, look) {
        Some(band) if band.own && band.caregiver_if_safe => &["assent"],
        Some(band) if band.own => &["assent", "caregiver_situation", "caregiver_agrees"],
        Some(_) => &["caregiver_agrees"],
        None if look.case.is_child(app.book.now()) => &["caregiver_agrees"],
        None => &["assent", "caregiver_situation", "caregiver_agrees"],
    }
}

/// What one should know before the form: the least risk level that the facts propose, with the
/// reason (3.1); who decides at this age (2.1); which answers came from before.
#[must_use]
pub fn before<'a>(app: &App, inside: &Inside, look: &CaseLook, action: &Action) -> Vec<Piece<'a>> {
    if !look.reads() {
        return Vec::new();
    }
    let t = inside.shell.t();
    let mut pieces: Vec<Piece<'a>> = Vec::new();
    match (action.room, action.kind) {
        ("screening", _) => pieces.extend(least(app, t, look).map(Piece::Notice)),
        ("consent", "record_consent") => {
            let key = format!("consent-who-{}", who_decides(app, look));
            pieces.push(Piece::Notice(Notice::new(Tone::Info, t.say(&key))));
        }
        ("registration", "take_case") => {
            if let Ok(carried) = app.book.carries(&inside.actor) {
                let cap = app.book.sop().caseload_cap.to_string();
                let words = [("count", carried.to_string().into()), ("cap", cap.into())];
                let notice = Notice::new(Tone::Info, t.say_with("caseload-now", &words));
                pieces.push(Piece::Notice(notice));
            }
        }
        _ => {}
    }
    pieces
}

/// The words for who decides: by the band of the child rule, or that no age is known.
fn who_decides(app: &App, look: &CaseLook) -> &'static str {
    let Some(band) = child_band(app, look) else {
        let day = day_of(app.book.now());
        return match (look.case.is_child(app.book.now()), look.case.age_on(day)) {
            (true, _) => "child-unknown",
            (false, None) => "unknown",
            (false, Some(_)) => "adult",
        };
    };
    match (band.own, band.caregiver_if_safe, band.assent) {
        (true, true, _) => "young",
        (true, false, _) => "young-alone",
        (false, _, AssentNeeded::Written) => "child-written",
        (false, _, AssentNeeded::Verbal) => "child-verbal",
        (false, _, AssentNeeded::None) => "child",
    }
}

/// The gravest level that what the reader may know proposes.
fn least(app: &App, t: T, look: &CaseLook) -> Option<Notice> {
    let now = app.book.now();
    let all = floors::floors(&look.case, app.book.sop(), now);
    let open = all
        .into_iter()
        .filter(|floor| floor.classes.readable_with(look.held));
    let floor = open.min_by_key(|floor| floor.level)?;
    let level = t.code(RiskLevel::LIST, floor.level.code());
    let reason = t.code(FloorReason::LIST, floor.reason.code());
    let words = [("level", level.into()), ("reason", reason.into())];
    Some(Notice::new(Tone::Info, t.say_with("floor-least", &words)))
}
