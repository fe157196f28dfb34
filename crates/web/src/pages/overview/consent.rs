//! What the person allows today, to whom; and what left already, on what basis (DP5, DP6, DP13).

use casework::{
    Id,
    case::Stamp,
    class::Class,
    consent::{Basis, Consent, State},
    implementation::ReferralState,
    lists::{DataCategory, LegalBasis, Scope},
};

use super::Reader;
use crate::{
    pages::{reading::moment, sheet::Piece},
    parts::{Badge, Cell, Table},
};

pub(super) fn of<'a>(reader: &Reader<'_>) -> Vec<Piece<'a>> {
    let tables = [allowed(reader), shared(reader)];
    let filled = tables.into_iter().filter(|table| !table.is_empty());
    filled.map(Piece::Table).collect()
}

/// Each scope that was ever decided, for each recipient that was ever named: yes, no, until when;
/// asked anew on every page.
fn allowed(reader: &Reader<'_>) -> Table {
    let t = reader.t;
    let heads = ["field-scope", "head-state", "head-since"];
    let heads = heads.iter().map(|head| t.say(head)).collect();
    let consents = &reader.look.case.consents;
    let rows = Scope::ALL.iter().flat_map(|scope| {
        let of_scope = last_words(consents, *scope).into_iter();
        of_scope.map(|(recipient, at)| (*scope, recipient, at))
    });
    rows.fold(
        Table::new(t.say("consent-now"), heads),
        |table, (scope, recipient, at)| {
            let word = match consents.allows(scope, recipient, reader.now) {
                Ok(Basis::Consent) => Badge::done(t.say("consent-yes")),
                Ok(Basis::Substitute(basis)) => Badge::done(t.code(LegalBasis::LIST, basis.code())),
                Err(why) => Badge::overdue(t.say(&format!("refusal-short-{}", why.code()))),
            };
            let what = t.code("consent_scope", scope.code());
            let what = match recipient.map(|id| reader.partner(id)) {
                Some(name) => format!("{what} – {name}"),
                None => what,
            };
            table.row(vec![
                Cell::Text(what),
                Cell::Badge(word),
                Cell::Text(moment(t, &reader.app.zone, at.happened)),
            ])
        },
    )
}

/// One consent in a few words.
pub struct Said {
    /// Whether it holds today.
    pub yes: bool,
    /// What it is for, to whom, until when.
    pub words: String,
}

/// What the person allows today in short, for pages that others may see too: what names a class of
/// matter stands there for its readers alone, and trafficking for nobody (DP3).
pub(super) fn in_short(reader: &Reader<'_>) -> Vec<Said> {
    let shown = |scope: &&Scope| match scope {
        Scope::VotScreening => false,
        Scope::HealthData => reader.look.held.has(Class::Health),
        Scope::MhpssSupport | Scope::MhpssScreening => reader.look.held.has(Class::Mhpss),
        _ => true,
    };
    let consents = &reader.look.case.consents;
    let scopes = Scope::ALL.iter().filter(shown);
    let all = scopes.flat_map(|scope| {
        let words = last_words(consents, *scope).into_iter();
        words.map(|(recipient, _)| (*scope, recipient))
    });
    all.map(|(scope, recipient)| said(reader, scope, recipient))
        .collect()
}

fn said(reader: &Reader<'_>, scope: Scope, recipient: Option<Id>) -> Said {
    let t = reader.t;
    let consents = &reader.look.case.consents;
    let yes = consents.allows(scope, recipient, reader.now).is_ok();
    let what = t.code("consent_scope", scope.code());
    let what = match recipient.map(|id| reader.partner(id)) {
        Some(name) => format!("{what} – {name}"),
        None => what,
    };
    let named = |said: &Consent| {
        let to = recipient.is_none_or(|one| said.recipients.contains(&one));
        said.scope == scope && to
    };
    let mut newest = consents.decisions.iter().rev();
    let until = newest.find(|(_, said)| named(said));
    let until = until.and_then(|(_, said)| said.expires_on).filter(|_| yes);
    let words = match until {
        Some(day) => {
            let day = ("day", t.day(day).into());
            t.say_with("consent-until", &[("what", what.into()), day])
        }
        None => what,
    };
    Said { yes, words }
}

/// Everybody whom decisions about a scope named, the newest first, with the last word about each;
/// `None` for decisions that named nobody.
fn last_words(consents: &State, scope: Scope) -> Vec<(Option<Id>, Stamp)> {
    let decided = consents
        .decisions
        .iter()
        .filter(|(_, said)| said.scope == scope);
    let decided = decided.map(|(at, said)| (*at, &said.recipients));
    let withdrawn = consents
        .withdrawals
        .iter()
        .filter(|(_, said)| said.scope == scope);
    let withdrawn = withdrawn.map(|(at, said)| (*at, &said.recipients));
    let substitutes = consents
        .substitutes
        .iter()
        .filter(|state| state.substitute.scope == scope);
    let two =
        substitutes.filter_map(|state| Some((state.confirmed?, &state.substitute.recipients)));
    let mut said: Vec<_> = decided.chain(withdrawn).chain(two).collect();
    said.sort_by_key(|(at, _)| std::cmp::Reverse(at.recorded));
    let mut found: Vec<(Option<Id>, Stamp)> = Vec::new();
    for (at, recipients) in said {
        let named = recipients.iter().copied().map(Some);
        let nobody = recipients.is_empty().then_some(None);
        for recipient in named.chain(nobody) {
            if !found.iter().any(|(known, _)| *known == recipient) {
                found.push((recipient, at));
            }
        }
    }
    found
}

/// What left, to whom and on what basis: referrals, and what an override shared by itself.
fn shared(reader: &Reader<'_>) -> Table {
    let t = reader.t;
    let heads = [
        "head-since",
        "head-to",
        "head-shared",
        "head-basis",
        "head-state",
    ];
    let heads = heads.iter().map(|head| t.say(head)).collect();
    let case = &reader.look.case;
    let referrals = case.implementation.referrals.iter();
    let sent = referrals.filter_map(|known| {
        let (at, sent) = known.sent.as_ref()?;
        Some((at.happened, a_referral(reader, known, sent.legal_basis)))
    });
    let used = |id: Id| {
        let mut all = case.implementation.referrals.iter();
        all.any(|known| matches!(&known.sent, Some((_, sent)) if sent.override_id == Some(id)))
    };
    let overrides = case.consents.overrides.iter();
    let overrides = overrides.filter(|state| !used(state.made.id)).map(|state| {
        let basis = t.code(LegalBasis::LIST, LegalBasis::VitalInterest.code());
        let row = [
            reader.partner(state.made.recipient),
            state.made.what_was_shared.clone(),
            basis,
            String::new(),
        ];
        (state.at.happened, row)
    });
    let mut rows: Vec<_> = sent.chain(overrides).collect();
    rows.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    rows.into_iter()
        .map(|(at, row)| {
            let when = moment(t, &reader.app.zone, at);
            let cells = std::iter::once(when).chain(row);
            cells.map(Cell::Text).collect()
        })
        .fold(Table::new(t.say("shared-title"), heads), Table::row)
}

fn a_referral(reader: &Reader<'_>, known: &ReferralState, basis: LegalBasis) -> [String; 4] {
    let t = reader.t;
    let referral = &known.referral;
    let data = referral.data_shared.iter();
    let data = data.map(|category| t.code(DataCategory::LIST, category.code()));
    let data = data.collect::<Vec<_>>().join(", ");
    let what = t.code("service_type", referral.service_type.code());
    [
        reader.partner(referral.to_agency),
        format!("{what}: {data}"),
        t.code(LegalBasis::LIST, basis.code()),
        t.code("referral_status", known.status.code()),
    ]
}
