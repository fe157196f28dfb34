//! Options of transfers: to whom a case can go, and which transfer is meant.

use casebook::{CaseLook, Organisation};
use casework::{lists::TransferStatus, transfer::Transfer};

use super::{Asked, Options, planners};

pub(super) fn options(asked: &Asked<'_>, look: &CaseLook) -> Option<Options> {
    let known = asked.app.book.organisation();
    match (asked.field, asked.form) {
        (_, "transfer.propose_transfer") if asked.reading => None,
        ("receiver", _) => Some(receivers(asked, &known)),
        ("receiving_worker", "transfer.propose_transfer") => Some(elsewhere(asked, &known)),
        ("transfer", form) => {
            let here = (look.case.transfer.transfers.iter())
                .filter(|one| asked.offers(waits_for(form, one.status)));
            Some(here.map(|one| named(asked, &known, one)).collect())
        }
        _ => None,
    }
}

/// Colleagues, other centres, partners: each with the word for what it is.
fn receivers(asked: &Asked<'_>, known: &Organisation) -> Options {
    let word = |code: &str| asked.t.code("transfer_to", code);
    let colleagues = planners(known, asked.t, asked.centre);
    let centres = known.centres().filter(|other| other.id != asked.centre);
    let partners = known.partners().filter(|partner| !partner.ended);
    let all = (colleagues.map(|(id, name)| (id, "colleague", name)))
        .chain(centres.map(|one| (one.id.to_string(), "other_centre", one.name.clone())))
        .chain(partners.map(|one| (one.id.to_string(), "partner", one.name.clone())));
    all.map(|(id, kind, name)| (id, format!("{}: {name}", word(kind))))
        .collect()
}

/// Workers of the other centres, each with the centre's name.
fn elsewhere(asked: &Asked<'_>, known: &Organisation) -> Options {
    let others = known.centres().filter(|centre| centre.id != asked.centre);
    others
        .flat_map(|centre| {
            planners(known, asked.t, centre.id)
                .map(|(id, name)| (id, format!("{}: {name}", centre.name)))
        })
        .collect()
}

/// To whom, and how far it came.
pub(super) fn named(
    asked: &Asked<'_>,
    known: &Organisation,
    transfer: &Transfer,
) -> (String, String) {
    let to = known.name(transfer.asked.receiver).unwrap_or_default();
    let status = asked.t.code("transfer_status", transfer.status.code());
    (
        transfer.asked.transfer.to_string(),
        format!("{to} ({status})"),
    )
}

/// Whether the rules take this form for a transfer in this state.
fn waits_for(form: &str, status: TransferStatus) -> bool {
    use TransferStatus as Is;
    match form {
        "transfer.offer" => status == Is::Proposed,
        "transfer.revoke" => matches!(status, Is::Proposed | Is::Offered),
        "transfer.accept" | "transfer.reject" | "transfer.record_partner_answer" => {
            status == Is::Offered
        }
        "transfer.hold_handover_meeting" => status == Is::Accepted,
        "transfer.finish" => matches!(status, Is::Accepted | Is::HandoverMeeting),
        _ => true,
    }
}
