//! Options of implementation that only the case knows: its actions, services and referrals.

use std::collections::BTreeSet;

use casebook::CaseLook;
use casework::{
    implementation::ReferralState,
    lists::{ReferralStatus, ServiceStatus},
};
use forms::Choices;

use super::{Asked, Options, planning};

pub(super) fn options(asked: &Asked<'_>, look: &CaseLook) -> Option<Options> {
    match asked.field {
        "action" | "plan_action_ref" => Some(planning::actions(asked, look)),
        "service" => Some(services(asked, look)),
        "referral" => Some(referrals(asked, look)),
        _ => None,
    }
}

/// Services whose end is not written down yet.
fn services(asked: &Asked<'_>, look: &CaseLook) -> Options {
    use ServiceStatus as S;
    let over = |status| matches!(status, S::Delivered | S::RefusedByPerson | S::Cancelled);
    let known = look.case.implementation.services.iter();
    known
        .map(|state| &state.service)
        .filter(|service| asked.offers(!over(service.status)))
        .map(|service| {
            let what = asked.t.code("service_type", service.service_type.code());
            let status = asked.t.code("service_status", service.status.code());
            let words = format!("{what}, {} ({status})", service.provider);
            (service.service.to_string(), words)
        })
        .collect()
}

/// Referrals for which the form that asks makes sense now.
fn referrals(asked: &Asked<'_>, look: &CaseLook) -> Options {
    let names = asked.app.book.organisation();
    let known = look.case.implementation.referrals.iter();
    known
        .filter(|state| asked.offers(fits(asked.form, state)))
        .map(|state| {
            let referral = &state.referral;
            let what = asked.t.code("service_type", referral.service_type.code());
            let status = asked.t.code("referral_status", state.status.code());
            let to = names.name(referral.to_agency).unwrap_or_default();
            (
                referral.referral.to_string(),
                format!("{what}, {to} ({status})"),
            )
        })
        .collect()
}

fn fits(form: &str, state: &ReferralState) -> bool {
    match form {
        "implementation.send_referral" | "implementation.change_referral" => {
            state.status == ReferralStatus::Draft
        }
        "implementation.record_referral_answer" | "implementation.recall_referral" => {
            state.is_under_way()
        }
        "implementation.tell_recipient" => state.to_be_told(),
        _ => true,
    }
}

/// Of the answers to a referral, those that may follow where it stands: the one that was asked
/// about, else all that the reader knows of.
pub(super) fn narrowed(choices: Choices, look: &CaseLook, asked: &[(String, String)]) -> Choices {
    let named = asked.iter().find(|(name, _)| name == "referral");
    let meant = |state: &&ReferralState| match named {
        Some((_, id)) => state.referral.referral.to_string() == *id,
        None => state.is_under_way(),
    };
    let known = look.case.implementation.referrals.iter().filter(meant);
    let next: BTreeSet<_> = known.flat_map(ReferralState::may_follow).collect();
    if next.is_empty() {
        return choices;
    }
    choices.with("status", next.iter().map(|status| (status.code(), "")))
}
