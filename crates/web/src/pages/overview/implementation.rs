//! What is under way: actions without an end, referrals with their answers, services, gaps.

use casebook::CaseLook;
use casework::{
    Id,
    implementation::{ReferralState, ServiceState},
    lists::{ActionType, ReferralStatus, Scope, ServiceStatus},
    planning::{ActionState, about},
};
use jiff::Timestamp;

use super::{Reader, lines};
use crate::{
    App,
    app::Inside,
    pages::{reading::moment, sheet::Piece},
    parts::{Badge, Cell, Notice, Table, Tone},
};

const ROOM: &str = "implementation";

pub(super) fn of<'a>(reader: &Reader<'_>) -> Vec<Piece<'a>> {
    let mut pieces: Vec<Piece<'a>> = recalled(reader).map(Piece::Notice).collect();
    let tables = [
        actions(reader),
        referrals(reader),
        services(reader),
        gaps(reader),
    ];
    let filled = tables.into_iter().filter(|table| !table.is_empty());
    pieces.extend(filled.map(Piece::Table));
    pieces
}

/// For the case page: what is not over yet, each with the way to its place.
#[must_use]
pub fn open_work<'a>(app: &App, inside: &Inside, look: &CaseLook) -> Option<Piece<'a>> {
    let reader = Reader::new(app, inside, look);
    let place = format!("/cases/{}/{ROOM}", look.file);
    let mut table = table(&reader, "open-work", &["what", "who", "until", "state"]);
    for known in look.case.planning.open_actions() {
        table = table.row(vec![
            Cell::Link(place.clone(), lines::what(&reader, known)),
            Cell::Text(responsible(&reader, known)),
            Cell::Text(reader.t.day(known.action.due)),
            Cell::Badge(lines::state(&reader, known)),
        ]);
    }
    let referrals = look.case.implementation.referrals.iter();
    for known in referrals.filter(|known| known.is_under_way()) {
        let referral = &known.referral;
        table = table.row(vec![
            Cell::Link(
                place.clone(),
                service(&reader, referral.service_type.code()),
            ),
            Cell::Text(reader.partner(referral.to_agency)),
            Cell::Text(until(&reader, referral.referral)),
            Cell::Badge(state(&reader, known)),
        ]);
    }
    (!table.is_empty()).then_some(Piece::Table(table))
}

fn table(reader: &Reader<'_>, title: &str, heads: &[&str]) -> Table {
    let heads = heads
        .iter()
        .map(|head| reader.t.say(&format!("head-{head}")));
    Table::new(reader.t.say(title), heads.collect())
}

fn service(reader: &Reader<'_>, code: &str) -> String {
    reader.t.code("service_type", code)
}

fn responsible(reader: &Reader<'_>, known: &ActionState) -> String {
    reader
        .t
        .code("responsible", known.action.responsible.code())
}

/// Referrals that were called back after they had left: their recipients must be told (DP6).
fn recalled<'r>(reader: &'r Reader<'_>) -> impl Iterator<Item = Notice> + use<'r> {
    let all = reader.look.case.implementation.referrals.iter();
    all.filter(|known| known.to_be_told()).map(|known| {
        let what = service(reader, known.referral.service_type.code());
        let to = reader.partner(known.referral.to_agency);
        Notice::new(Tone::Info, reader.t.say("referral-tell")).text(format!("{what} – {to}"))
    })
}

/// Actions without an end, with the ways to carry them out.
fn actions(reader: &Reader<'_>) -> Table {
    let heads = ["action", "who", "until", "state", "next"];
    let open = reader.look.case.planning.open_actions();
    open.map(|known| {
        vec![
            Cell::Text(lines::what(reader, known)),
            Cell::Text(responsible(reader, known)),
            Cell::Text(reader.t.day(known.action.due)),
            Cell::Badge(lines::state(reader, known)),
            Cell::Links(next_of_action(reader, known)),
        ]
    })
    .fold(table(reader, "open-work", &heads), Table::row)
}

fn next_of_action(reader: &Reader<'_>, known: &ActionState) -> Vec<(String, String)> {
    let action = &known.action;
    let mut query = format!("plan_action_ref={}", action.action);
    if let Some(service) = action.service_type {
        query.push_str(&format!("&service_type={}", service.code()));
    }
    let kind = if action.action_type == ActionType::Referral {
        if let Some(partner) = action.recipient {
            query.push_str(&format!("&to_agency={partner}"));
        }
        "draft_referral"
    } else {
        "record_service"
    };
    let mut next = reader.ways(ROOM, &[kind], &query);
    let end = format!("action={}", action.action);
    next.extend(reader.ways(ROOM, &["end_action"], &end));
    next
}

fn referrals(reader: &Reader<'_>) -> Table {
    let heads = ["service", "to", "state", "answer", "next"];
    let all = reader.look.case.implementation.referrals.iter().rev();
    all.map(|known| {
        let referral = &known.referral;
        vec![
            Cell::Text(service(reader, referral.service_type.code())),
            Cell::Text(reader.partner(referral.to_agency)),
            Cell::Badge(state(reader, known)),
            Cell::Text(until(reader, referral.referral)),
            Cell::Links(next_of_referral(reader, known)),
        ]
    })
    .fold(table(reader, "referrals-title", &heads), Table::row)
}

/// Until when an answer is due.
fn until(reader: &Reader<'_>, referral: Id) -> String {
    due(reader, referral)
        .map(|at| moment(reader.t, &reader.app.zone, at))
        .unwrap_or_default()
}

fn due(reader: &Reader<'_>, referral: Id) -> Option<Timestamp> {
    let mut all = reader.look.due.iter();
    all.find(|due| due.which == Some(referral))
        .map(|due| due.at)
}

fn state(reader: &Reader<'_>, known: &ReferralState) -> Badge {
    let t = reader.t;
    let status = known.shown_status(&reader.look.case, reader.now);
    let word = t.code("referral_status", status.code());
    let late = due(reader, known.referral.referral).is_some_and(|at| at < reader.now);
    if status == ReferralStatus::Completed {
        Badge::done(word)
    } else if late {
        Badge::overdue(format!("{word}, {}", t.say("state-overdue")))
    } else {
        Badge::new(word)
    }
}

/// What can be done with a referral where it stands: consent before it leaves, answers after it.
fn next_of_referral(reader: &Reader<'_>, known: &ReferralState) -> Vec<(String, String)> {
    let kinds: &[&str] = match known.status {
        ReferralStatus::Draft => &["send_referral", "change_referral", "recall_referral"],
        _ if known.to_be_told() => &["tell_recipient"],
        _ if known.is_under_way() => &["record_referral_answer", "recall_referral"],
        ReferralStatus::Completed if known.feedback_from_person.is_none() => {
            &["feedback_from_person"]
        }
        _ => &[],
    };
    let referral = &known.referral;
    let mut next = reader.ways(ROOM, kinds, &format!("referral={}", referral.referral));
    let shown = known.shown_status(&reader.look.case, reader.now);
    if shown == ReferralStatus::ConsentPending {
        let scope = about::scope_of(Some(referral.service_type), referral.authority);
        let mut query = format!("scope={}&recipients={}", scope.code(), referral.to_agency);
        if scope == Scope::Referral {
            query.push_str(&format!("&service_types={}", referral.service_type.code()));
        }
        next.splice(0..0, reader.ways("consent", &["record_consent"], &query));
    }
    next
}

fn services(reader: &Reader<'_>) -> Table {
    let heads = ["service", "provider", "state", "delivered", "next"];
    let all = reader.look.case.implementation.services.iter().rev();
    all.map(|known| a_service(reader, known))
        .fold(table(reader, "services-title", &heads), Table::row)
}

fn a_service(reader: &Reader<'_>, known: &ServiceState) -> Vec<Cell> {
    use ServiceStatus as S;
    let kept = &known.service;
    let word = reader.t.code("service_status", kept.status.code());
    let received = known.delivered_at;
    let query = format!("service={}", kept.service);
    let next = match kept.status {
        S::Delivered | S::RefusedByPerson | S::Cancelled => Vec::new(),
        _ => reader.ways(ROOM, &["update_service"], &query),
    };
    let state = match kept.status {
        S::Delivered => Badge::done(word),
        _ => Badge::new(word),
    };
    vec![
        Cell::Text(service(reader, kept.service_type.code())),
        Cell::Text(kept.provider.clone()),
        Cell::Badge(state),
        Cell::Text(
            received
                .map(|at| moment(reader.t, &reader.app.zone, at))
                .unwrap_or_default(),
        ),
        Cell::Links(next),
    ]
}

fn gaps(reader: &Reader<'_>) -> Table {
    let t = reader.t;
    let heads = ["service", "for", "reason", "since"];
    let all = reader.look.case.implementation.gaps.iter().rev();
    all.map(|(stamp, gap)| {
        let silence = || t.code("referral_status", ReferralStatus::NoResponse.code());
        let reason = gap.gap_reason.map(|why| t.code("gap_reason", why.code()));
        vec![
            Cell::Text(service(reader, gap.service_type.code())),
            Cell::Text(t.code("need_domain", gap.domain.code())),
            Cell::Text(reason.unwrap_or_else(silence)),
            Cell::Text(moment(t, &reader.app.zone, stamp.happened)),
        ]
    })
    .fold(table(reader, "gaps-title", &heads), Table::row)
}
