//! Beginning and revising a plan, how it is watched and reviewed, and the person's agreement.

use jiff::{Timestamp, civil::Date};

use super::{
    Event,
    records::{Agreement, Monitoring, ReviewDate, Revision, Start, Started},
    said, writable,
};
use crate::{
    case::{Case, day_of},
    decide::Yes,
    event::Body,
    lists::{AgreedHow, RiskLevel},
    order::Order,
    refusal::{Refusal, Why, ensure, ensure_at},
    sop::{Sop, hours_after},
};

pub(super) fn start(case: &Case, order: &Order, start: &Start) -> Result<Yes, Refusal> {
    ensure(case.planning.version == 0, Why::AlreadyDone)?;
    let start = start.start.unwrap_or_else(|| day_of(order.happened));
    Ok(general(Event::PlanStarted(Started { start })))
}

/// A new version begins from the approved one; a version still being written is simply changed.
pub(super) fn revise(case: &Case, revision: &Revision) -> Result<Yes, Refusal> {
    ensure(case.planning.is_approved(), Why::PlanNotApproved)?;
    said(&revision.reason, "reason")?;
    Ok(general(Event::PlanRevised(revision.clone())))
}

pub(super) fn monitor(case: &Case, monitoring: &Monitoring) -> Result<Yes, Refusal> {
    writable(case)?;
    said(&monitoring.how, "how")?;
    said(&monitoring.how_often, "how_often")?;
    said(&monitoring.info_sharing_summary, "info_sharing_summary")?;
    Ok(general(Event::MonitoringPlanned(monitoring.clone())))
}

pub(super) fn set_review_date(
    case: &Case,
    sop: &Sop,
    order: &Order,
    date: &ReviewDate,
) -> Result<Yes, Refusal> {
    writable(case)?;
    let field = "review_date";
    let today = day_of(order.now);
    ensure_at(date.review_date >= today, Why::DatesDisagree, field)?;
    let last = latest_review(case, sop, order.now);
    if date.review_date > last {
        return Err(Refusal::at(Why::ReviewTooLate, field).until(last));
    }
    Ok(general(Event::ReviewDateSet(date.clone())))
}

/// The last day that 3.1 allows for the next review of the plan: before a full reassessment is
/// due, counted from today, so that a higher risk or a later approval is judged anew. A case
/// without a risk level is held to the strictest.
pub(super) fn latest_review(case: &Case, sop: &Sop, now: Timestamp) -> Date {
    let risk = case.risk().unwrap_or(RiskLevel::Urgent);
    day_of(hours_after(now, sop.times(risk).reassess))
}

/// Agreement, or a disagreement written down; it can be recorded while an approver looks, because
/// the person's word changes nothing that they look at.
pub(super) fn agree(case: &Case, order: &Order, agreed: &Agreement) -> Result<Yes, Refusal> {
    ensure(case.planning.version > 0, Why::PlanNotOpen)?;
    // A day of tolerance: the person's calendar may be ahead of UTC.
    let tomorrow = day_of(hours_after(order.now, 24));
    ensure_at(
        agreed.agreed_on <= tomorrow,
        Why::HappenedInFuture,
        "agreed_on",
    )?;
    match agreed.agreed_how {
        AgreedHow::Disagrees => said(
            agreed.disagreement.as_deref().unwrap_or_default(),
            "disagreement",
        )?,
        AgreedHow::CertifiedVerbal => ensure_at(
            agreed
                .certificate
                .as_deref()
                .is_some_and(|text| !text.trim().is_empty()),
            Why::CertificateNeeded,
            "certificate",
        )?,
        AgreedHow::Signature | AgreedHow::Thumbprint => {}
    }
    Ok(general(Event::AgreementRecorded(agreed.clone())))
}

fn general(event: Event) -> Yes {
    Yes::general(Body::Planning(event))
}
