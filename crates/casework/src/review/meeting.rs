//! Reviews and meetings: who may sit in which, and what a review decides (2.5, 3.11).

use crate::{
    answer::said,
    case::{Case, Stamp, day_of},
    class::Classes,
    decide::Yes,
    event::Body,
    id::Id,
    lists::{AlertKind, MeetingType, Participant, ReviewDecision, Scope, Step, Theme},
    order::Order,
    reception,
    refusal::{Refusal, Why, ensure_at},
    screening::{self, RiskDecision},
    sop::{Sop, hours_after},
};

use super::{Event, Meeting, ObjectiveProgress, Review};

pub(super) fn review(
    case: &Case,
    sop: &Sop,
    order: &Order,
    asked: &Review,
) -> Result<Yes, Refusal> {
    may_meet(
        case,
        order,
        asked.meeting_type,
        &asked.participants,
        &asked.partners,
    )?;
    ensure_at(said(&asked.goal_progress), Why::TextNeeded, "goal_progress")?;
    ensure_at(said(&asked.risk_reason), Why::TextNeeded, "risk_reason")?;
    let agreed = asked.changes_agreed.as_deref().is_some_and(said);
    let adjusts = asked.decision == ReviewDecision::AdjustPlan;
    ensure_at(!adjusts || agreed, Why::TextNeeded, "changes_agreed")?;
    let day = day_of(order.happened);
    let ahead = asked.next_review_on.is_none_or(|next| next > day);
    ensure_at(ahead, Why::DatesDisagree, "next_review_on")?;
    // As for the date of the plan: no later than the level decided now allows (3.1).
    let last = hours_after(order.happened, sop.times(asked.risk_level_new).reassess);
    if asked.next_review_on.is_some_and(|next| next > day_of(last)) {
        return Err(Refusal::at(Why::ReviewTooLate, "next_review_on").until(day_of(last)));
    }
    let risk = RiskDecision {
        risk_level: asked.risk_level_new,
        risk_reason: asked.risk_reason.clone(),
        below_floor: None,
    };
    let (classes, risk) =
        screening::decide_risk(case, sop, order, &risk).map_err(|mut refusal| {
            if refusal.why == Why::BelowFloor {
                refusal.field = Some("risk_level_new");
            }
            refusal
        })?;
    let mut kept = asked.clone();
    kept.held = Some(order.held);
    let escalates = asked.decision == ReviewDecision::Escalate;
    Ok(Yes::general(Body::Review(Event::ReviewHeld(kept)))
        .and(classes, risk)
        .and_if(escalates, Classes::GENERAL, || {
            reception::alert(order, 1, AlertKind::Escalated, Theme::SupervisorNow)
        }))
}

pub(super) fn meet(case: &Case, order: &Order, asked: &Meeting) -> Result<Yes, Refusal> {
    may_meet(
        case,
        order,
        asked.meeting_type,
        &asked.participants,
        &asked.partners,
    )?;
    ensure_at(said(&asked.minutes), Why::TextNeeded, "minutes")?;
    let classes = asked.about.iter().copied().collect();
    Ok(Yes::of(
        classes,
        Body::Review(Event::MeetingHeld(asked.clone())),
    ))
}

/// Case planning is with the person, case management is internal, others from outside take the
/// person's consent for each; a carer who may be the abuser is never asked or informed.
fn may_meet(
    case: &Case,
    order: &Order,
    meeting_type: MeetingType,
    participants: &[Participant],
    partners: &[Id],
) -> Result<(), Refusal> {
    let there = |who: Participant| participants.contains(&who);
    ensure_at(!participants.is_empty(), Why::TextNeeded, "participants")?;
    match meeting_type {
        MeetingType::CasePlanning => {
            ensure_at(
                there(Participant::Person),
                Why::PersonNotThere,
                "participants",
            )?;
        }
        MeetingType::CaseManagement | MeetingType::Supervision => {
            let outsiders = there(Participant::Partner) || there(Participant::Authority);
            ensure_at(
                !outsiders && partners.is_empty(),
                Why::InternalMeeting,
                "participants",
            )?;
        }
        MeetingType::CaseConference => named(partners)?,
        MeetingType::BestInterestsPanel
        | MeetingType::Handover
        | MeetingType::FamilyMeeting
        | MeetingType::GroupSession
        | MeetingType::DeskContact => {}
    }
    // A panel rests on the child's best interests; in every other meeting about one person the
    // person decides who from outside hears of them (S1, 2.5).
    let about_them = !matches!(
        meeting_type,
        MeetingType::BestInterestsPanel | MeetingType::GroupSession | MeetingType::DeskContact
    );
    if about_them {
        if there(Participant::Partner) || there(Participant::Authority) {
            named(partners)?;
        }
        outsiders_may_hear(case, order, meeting_type, partners)?;
    }
    let unsafe_carer = case.child.caregiver_is_abuser() || case.household.unsafe_caregiver();
    if there(Participant::Caregiver) && unsafe_carer {
        let classes = Classes::of(crate::class::Class::Child);
        return Err(Refusal::at(Why::CaregiverNotSafe, "participants").within(classes));
    }
    Ok(())
}

fn named(partners: &[Id]) -> Result<(), Refusal> {
    ensure_at(!partners.is_empty(), Why::RecipientNeeded, "partners")
}

/// Consent for each partner; who takes the case over is there with the consent to the transfer.
fn outsiders_may_hear(
    case: &Case,
    order: &Order,
    meeting_type: MeetingType,
    partners: &[Id],
) -> Result<(), Refusal> {
    let scope = Scope::CaseConference;
    let may = |scope, partner| case.consents.allows(scope, Some(partner), order.now);
    for partner in partners {
        let hands_over =
            meeting_type == MeetingType::Handover && may(Scope::TransferPartner, *partner).is_ok();
        if hands_over {
            continue;
        }
        may(scope, *partner).map_err(|why| {
            let refusal = Refusal::at(why, "partners").naming(Scope::LIST, scope.code());
            refusal.about(*partner)
        })?;
    }
    Ok(())
}

pub(super) fn progress(case: &Case, asked: &ObjectiveProgress) -> Result<Yes, Refusal> {
    let known = case.planning.objective(asked.objective);
    let objective = known.ok_or(Refusal::at(Why::ObjectiveUnknown, "objective"))?;
    Ok(Yes::of(
        objective.at.classes,
        Body::Review(Event::ProgressRecorded(asked.clone())),
    ))
}

pub(super) fn apply(case: &mut Case, stamp: Stamp, review: &Review) {
    match review.decision {
        ReviewDecision::Reassess => case.step_mut(Step::Assessment).revisit = true,
        ReviewDecision::AdjustPlan => case.step_mut(Step::Planning).revisit = true,
        // Notes of what comes next: a proposal is an entry of its own room.
        ReviewDecision::Continue
        | ReviewDecision::Escalate
        | ReviewDecision::ProposeTransfer
        | ReviewDecision::ProposeClosure => {}
    }
    let supervised = stamp.by.role == crate::actor::Role::Supervisor
        || review.participants.contains(&Participant::Supervisor);
    let state = &mut case.review;
    if supervised {
        state.last_supervisor_review = Some(stamp.happened);
    }
    // Nobody's clock is ended by somebody who may not know of what set it (2.5, DP3).
    let held = review.held.unwrap_or_else(Classes::all);
    let answered = |classes: Classes| classes.readable_with(held);
    (state.triggers).retain(|(at, classes)| *at > stamp.happened || !answered(*classes));
    state.reviews.push((stamp, review.clone()));
    case.step_mut(Step::Review)
        .finish(stamp.happened, stamp.by, None);
}
