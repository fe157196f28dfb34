//! Options of closures that only the case knows: the referrals that are still under way.

use casebook::CaseLook;

use super::{Asked, Options};

pub(super) fn options(asked: &Asked<'_>, look: &CaseLook) -> Option<Options> {
    if asked.field != "referral" {
        return None;
    }
    let known = asked.app.book.organisation();
    let under_way =
        (look.case.implementation.referrals.iter()).filter(|state| asked.offers(!state.is_over()));
    Some(
        under_way
            .map(|state| {
                let service = asked
                    .t
                    .code("service_type", state.referral.service_type.code());
                let to = known.name(state.referral.to_agency).unwrap_or_default();
                (
                    state.referral.referral.to_string(),
                    format!("{service} – {to}"),
                )
            })
            .collect(),
    )
}
