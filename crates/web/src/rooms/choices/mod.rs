//! Options that only the case or the organisation knows, by the name of the field that asks.

mod assessment;
mod closure;
mod household;
mod implementation;
pub(crate) mod planning;
mod registering;
mod review;
mod transfer;

use access::organisation::Partner;
use casebook::{CaseLook, Organisation};
use casework::{
    Case, Id,
    actor::Role,
    case::day_of,
    consent::OverrideState,
    reception::{answers, takes},
};
use forms::{Choices, Form, Kind};

use crate::{App, T};

/// The options of every field of a form that picks among things of this case or organisation.
#[must_use]
pub fn choices(app: &App, t: T, form: &Form, look: Option<&CaseLook>, centre: Id) -> Choices {
    collect(app, t, form, look, centre, false)
}

/// The same for a form about one thing of a case, named in the address or the post: of its codes,
/// only those that fit where that thing stands.
#[must_use]
pub fn narrowed(
    choices: Choices,
    form: &Form,
    look: &CaseLook,
    asked: &[(String, String)],
) -> Choices {
    match form.id {
        "implementation.record_referral_answer" => implementation::narrowed(choices, look, asked),
        _ => choices,
    }
}

/// What every such field may name in a record, also what nobody would choose any more.
#[must_use]
pub fn names(app: &App, t: T, form: &Form, look: &CaseLook) -> Choices {
    let centre = look.case.centre.unwrap_or_default();
    collect(app, t, form, Some(look), centre, true)
}

fn collect(
    app: &App,
    t: T,
    form: &Form,
    look: Option<&CaseLook>,
    centre: Id,
    reading: bool,
) -> Choices {
    let picks = form
        .fields
        .iter()
        .filter(|field| matches!(field.kind, Kind::Pick | Kind::PickMany));
    let usual = registering::usual(app, Choices::none());
    picks.fold(usual, |choices, field| {
        let asked = Asked {
            app,
            t,
            form: form.id,
            field: field.name,
            centre,
            reading,
        };
        choices.with(field.name, options(&asked, look))
    })
}

type Options = Vec<(String, String)>;

/// Which field asks, and for whom.
struct Asked<'a> {
    app: &'a App,
    t: T,
    form: &'a str,
    field: &'a str,
    centre: Id,
    /// For a record that is read, and not for a form to fill.
    reading: bool,
}

impl Asked<'_> {
    /// What is still to be chosen, or anything when a record is read.
    const fn offers(&self, still: bool) -> bool {
        still || self.reading
    }
}

/// A room's own options win over those that all rooms share.
fn options(asked: &Asked<'_>, look: Option<&CaseLook>) -> Options {
    look.and_then(|look| of_room(asked, look))
        .or_else(|| organisation(asked))
        .or_else(|| look.map(|look| of_case(asked, look)))
        .unwrap_or_default()
}

/// The options that only one room knows: `rooms/choices/<room>.rs`.
fn of_room(asked: &Asked<'_>, look: &CaseLook) -> Option<Options> {
    match asked.form.split('.').next().unwrap_or_default() {
        "assessment" => assessment::options(asked, look),
        "planning" => planning::options(asked, look),
        "implementation" => implementation::options(asked, look),
        "review" => review::options(asked, look),
        "closure" => closure::options(asked, look),
        "transfer" => transfer::options(asked, look),
        "household" => household::options(asked, look),
        "consent" if asked.field == "text_version" => Some(registering::texts(asked)),
        "registration" if asked.form == "registration.take_case" && !asked.reading => {
            Some(registering::takers(asked, look))
        }
        _ => None,
    }
}

fn organisation(asked: &Asked<'_>) -> Option<Options> {
    let known = asked.app.book.organisation();
    let (t, centre) = (asked.t, asked.centre);
    match asked.field {
        "worker" | "backup" | "receiving_worker" | "owner" | "recipient" | "recipients"
        | "to_agency" | "partners" | "receiver" | "centre"
            if asked.reading =>
        {
            Some(everybody(&known))
        }
        "worker" => {
            let duty = [("duty".to_owned(), t.say("duty-worker"))];
            Some(
                duty.into_iter()
                    .chain(planners(&known, t, centre))
                    .collect(),
            )
        }
        "backup" | "receiving_worker" | "owner" => Some(workers(&known, t, centre).collect()),
        "recipient" | "recipients" | "to_agency" | "partners" => Some(
            (known.partners().filter(|partner| !partner.ended))
                .map(|partner| (partner.id.to_string(), partner_words(asked, partner)))
                .collect(),
        ),
        "centre" => Some(
            known
                .centres()
                .map(|centre| (centre.id.to_string(), centre.name.clone()))
                .collect(),
        ),
        _ => None,
    }
}

/// Those who carry cases at a centre, as options.
#[must_use]
pub fn colleagues(app: &App, t: T, centre: Id) -> Vec<(String, String)> {
    workers(&app.book.organisation(), t, centre).collect()
}

/// Everybody and every place by name; "duty" stands for whoever is on duty.
fn everybody(known: &Organisation) -> Options {
    let accounts = known
        .accounts()
        .map(|account| (account.id, &account.display_name));
    let centres = known.centres().map(|centre| (centre.id, &centre.name));
    let partners = known.partners().map(|partner| (partner.id, &partner.name));
    accounts
        .chain(centres)
        .chain(partners)
        .map(|(id, name)| (id.to_string(), name.clone()))
        .collect()
}

/// Those who carry cases at a centre, as one of their workers.
fn workers(known: &Organisation, t: T, centre: Id) -> impl Iterator<Item = (String, String)> {
    with_role(known, t, centre, |role| {
        plans(role) || role == Role::Psychologist
    })
}

/// Those who carry a case as a whole: a psychologist has a track of their own beside it.
fn planners(known: &Organisation, t: T, centre: Id) -> impl Iterator<Item = (String, String)> {
    with_role(known, t, centre, plans)
}

const fn plans(role: Role) -> bool {
    matches!(
        role,
        Role::Caseworker | Role::CaseManager | Role::Supervisor
    )
}

fn with_role(
    known: &Organisation,
    t: T,
    centre: Id,
    fits: impl Fn(Role) -> bool,
) -> impl Iterator<Item = (String, String)> {
    known
        .accounts()
        .filter(move |account| account.centre == centre && !account.closed && fits(account.role))
        .map(move |account| {
            (
                account.id.to_string(),
                format!(
                    "{} ({})",
                    account.display_name,
                    t.code("role", account.role.code())
                ),
            )
        })
}

/// A partner's name, and that its agreement is over where it is: sending to it would be refused.
fn partner_words(asked: &Asked<'_>, partner: &Partner) -> String {
    let name = partner.name.clone();
    if partner.agrees_on(day_of(asked.app.book.now())) {
        return name;
    }
    format!("{name} ({})", asked.t.say("agreement-over"))
}

/// Overrides by their recipient and what left, as far as the form that asks makes sense for them.
fn overrides(asked: &Asked<'_>, case: &Case) -> Options {
    let known = asked.app.book.organisation();
    let open = |state: &OverrideState| match asked.form {
        "consent.countersign_override" => state.countersigned.is_none(),
        "consent.tell_person" => state.told.is_none(),
        _ => true,
    };
    let all = case.consents.overrides.iter();
    all.filter(|state| asked.offers(open(state)))
        .map(|state| {
            let to = known.name(state.made.recipient).unwrap_or_default();
            let what: String = state.made.what_was_shared.chars().take(60).collect();
            (state.made.id.to_string(), format!("{to}: {what}"))
        })
        .collect()
}

fn of_case(asked: &Asked<'_>, look: &CaseLook) -> Options {
    let (t, case) = (asked.t, &look.case);
    match asked.field {
        "alert" => (case.reception.alerts.iter())
            .filter(|state| {
                let (role, theme) = (look.reader.by.role, state.alert.theme);
                let mine = match asked.form {
                    "reception.take_alert" => takes(role, theme),
                    _ => answers(role, theme),
                };
                asked.offers(mine && state.answered.is_none())
            })
            .map(|state| {
                (
                    state.alert.alert.to_string(),
                    t.code("alert_kind", state.alert.kind.code()),
                )
            })
            .collect(),
        "substitute" => (case.consents.substitutes.iter())
            .filter(|state| asked.offers(state.confirmed.is_none()))
            .map(|state| {
                let scope = t.code("consent_scope", state.substitute.scope.code());
                let basis = t.code("legal_basis", state.substitute.legal_basis.code());
                (
                    state.substitute.substitute.to_string(),
                    format!("{scope}: {basis}"),
                )
            })
            .collect(),
        "override_id" => overrides(asked, case),
        _ => Vec::new(),
    }
}
