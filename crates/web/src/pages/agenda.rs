//! What can be done at a place, in the order in which it is wanted: first what the gate still
//! needs, then everything else that fits the moment, under headings. Nothing that the reader may do
//! now is left out: the rules decide, not the order of a page.

use casebook::CaseLook;
use casework::{
    approval::Subject,
    case::Case,
    lists::{Step, StepState},
    refusal::{Missing, MissingWhat},
};

use super::sheet::Way;
use crate::{
    App, T,
    app::Inside,
    rooms::{self, Action, Place},
};

/// So many buttons stand on top.
const FIRST: usize = 3;
/// So few more are buttons too.
const FEW: usize = 2;
/// Up to so many ways stand open below them; more are folded.
const OPEN: usize = 6;

/// The ways on at a place.
#[derive(Debug, Default)]
pub struct Agenda {
    /// The next steps, the first of them the main one.
    pub first: Vec<Way>,
    /// Everything else, under headings.
    pub groups: Vec<(String, Vec<Way>)>,
    /// The words that unfold them, with how many there are.
    pub more: String,
    folded: bool,
}

impl Agenda {
    /// Nothing can be done here.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.first.is_empty() && self.groups.is_empty()
    }

    /// Few ways stand open, many are folded.
    #[must_use]
    pub const fn is_folded(&self) -> bool {
        self.folded
    }
}

/// Headings in order, with the kinds of work below each.
type Groups = &'static [(&'static str, &'static [&'static str])];

const GROUPS: [(&str, Groups); 7] = [
    (
        "reception",
        &[
            (
                "help",
                &[
                    "reception.give_help",
                    "reception.write_note",
                    "reception.record_desk_contact",
                ],
            ),
            (
                "danger",
                &[
                    "reception.report_danger",
                    "reception.answer_alert",
                    "reception.report_interpreter",
                    "reception.log_authority_request",
                    "reception.purge_inquiry",
                ],
            ),
        ],
    ),
    (
        "consent",
        &[
            (
                "consent",
                &["consent.record_consent", "consent.withdraw_consent"],
            ),
            (
                "without_consent",
                &[
                    "consent.propose_substitute",
                    "consent.confirm_substitute",
                    "consent.make_override",
                    "consent.countersign_override",
                    "consent.tell_person",
                ],
            ),
        ],
    ),
    (
        "registration",
        &[
            (
                "eligibility",
                &["screening.screen", "screening.decide_risk"],
            ),
            (
                "person",
                &[
                    "registration.record_identity",
                    "registration.record_background",
                    "registration.record_journey",
                    "registration.record_health",
                    "registration.record_sogi",
                    "registration.keep_photo",
                ],
            ),
            (
                "registering",
                &[
                    "registration.resolve_duplicate",
                    "registration.assign_worker",
                    "registration.set_safe_contact",
                    "registration.complete_registration",
                    "registration.register_emergency",
                ],
            ),
            (
                "age",
                &["registration.dispute_age", "registration.assess_age"],
            ),
        ],
    ),
    (
        "assessment",
        &[
            (
                "safety",
                &["assessment.check_safety", "assessment.make_safety_plan"],
            ),
            (
                "needs",
                &[
                    "assessment.answer_need",
                    "assessment.record_priorities",
                    "assessment.record_categories",
                ],
            ),
            (
                "picture",
                &[
                    "assessment.record_factor",
                    "assessment.retire_factor",
                    "assessment.link_factors",
                    "assessment.attach_profile",
                    "assessment.write_formulation",
                    "assessment.take_snapshot",
                ],
            ),
            (
                "violence",
                &[
                    "assessment.record_vea",
                    "assessment.screen_tip",
                    "assessment.skip_tip",
                    "assessment.conclude_tip",
                    "assessment.confirm_tip",
                    "assessment.change_formal_status",
                ],
            ),
            (
                "child",
                &[
                    "child.open_bia",
                    "child.record_bia",
                    "child.hold_bid_panel",
                    "child.tell_authority",
                    "child.start_tracing",
                    "child.record_tracing",
                    "child.describe_caregiver",
                ],
            ),
            ("finish", &["assessment.reassess", "approval.submit"]),
        ],
    ),
    (
        "planning",
        &[
            (
                "goals",
                &[
                    "planning.set_goal",
                    "planning.set_objective",
                    "planning.plan_action",
                    "planning.plan_cost",
                ],
            ),
            (
                "agreeing",
                &[
                    "planning.plan_monitoring",
                    "planning.set_review_date",
                    "planning.record_agreement",
                ],
            ),
            (
                "finish",
                &[
                    "planning.start_plan",
                    "planning.revise_plan",
                    "approval.submit",
                ],
            ),
        ],
    ),
    (
        "review",
        &[
            (
                "following",
                &[
                    "review.record_contact",
                    "review.hold_review",
                    "review.record_progress",
                    "review.hold_meeting",
                ],
            ),
            (
                "happened",
                &[
                    "review.record_trigger",
                    "review.report_missing_child",
                    "review.record_child_found",
                    "review.report_detention",
                    "review.mark_lost_contact",
                ],
            ),
            ("pause", &["review.put_on_hold", "review.resume"]),
        ],
    ),
    (
        "closure",
        &[
            (
                "closing",
                &[
                    "closure.propose_closure",
                    "closure.withdraw_proposal",
                    "closure.dispose_need",
                    "closure.name_referral_owner",
                    "closure.review_dependants",
                    "approval.submit",
                ],
            ),
            (
                "transfer",
                &[
                    "transfer.propose_transfer",
                    "transfer.accept",
                    "transfer.reject",
                    "transfer.offer",
                    "transfer.record_partner_answer",
                    "transfer.hold_handover_meeting",
                    "transfer.finish",
                    "transfer.revoke",
                ],
            ),
            (
                "after",
                &["closure.record_post_closure_check", "closure.reopen"],
            ),
            ("death", &["closure.record_death", "closure.correct_death"]),
        ],
    ),
];

/// What stands on top where no gate asks for anything, in order of use.
const USUAL: [(&str, &[&str]); 9] = [
    (
        "reception",
        &[
            "reception.give_help",
            "reception.report_danger",
            "reception.write_note",
        ],
    ),
    (
        "consent",
        &["consent.record_consent", "consent.withdraw_consent"],
    ),
    (
        "registration",
        &[
            "registration.record_identity",
            "registration.set_safe_contact",
        ],
    ),
    (
        "assessment",
        &[
            "assessment.check_safety",
            "assessment.answer_need",
            "assessment.record_factor",
        ],
    ),
    (
        "planning",
        &[
            "planning.start_plan",
            "planning.set_goal",
            "planning.revise_plan",
        ],
    ),
    (
        "implementation",
        &[
            "implementation.record_service",
            "implementation.draft_referral",
        ],
    ),
    (
        "review",
        &[
            "review.record_contact",
            "review.hold_review",
            "review.record_trigger",
        ],
    ),
    (
        "closure",
        &["closure.propose_closure", "transfer.propose_transfer"],
    ),
    (
        "household",
        &["household.join_household", "household.link_caregiver"],
    ),
];

/// What a table says of a place.
fn said<T: Copy + Default>(table: &[(&str, T)], place: &str) -> T {
    let found = table.iter().find(|(known, _)| *known == place);
    found.map_or_else(T::default, |(_, said)| *said)
}

/// What the reader may do at this place.
#[must_use]
pub fn of(app: &App, inside: &Inside, look: &CaseLook, place: &Place) -> Agenda {
    let t = inside.shell.t();
    let mut ways = allowed(app, inside, look, place);
    let mut take = |name: &str| {
        let at = ways.iter().position(|(known, _)| known == name)?;
        Some(ways.remove(at).1)
    };
    let wanted = wanted(look, place.name);
    let mut first: Vec<Way> = wanted
        .into_iter()
        .filter_map(&mut take)
        .take(FIRST)
        .collect();
    let mut grouped: Vec<(String, Vec<Way>)> = said(&GROUPS, place.name)
        .iter()
        .map(|(heading, names)| {
            let here = names.iter().filter_map(|name| take(name)).collect();
            (t.say(&format!("ways-{heading}")), here)
        })
        .collect();
    let other = ways.into_iter().map(|(_, way)| way).collect();
    grouped.push((t.say("ways-other"), other));
    grouped.retain(|(_, ways)| !ways.is_empty());
    if grouped.iter().map(|(_, ways)| ways.len()).sum::<usize>() <= FEW {
        first.extend(grouped.drain(..).flat_map(|(_, ways)| ways));
    }
    let more: usize = grouped.iter().map(|(_, ways)| ways.len()).sum();
    Agenda {
        first,
        groups: grouped,
        more: t.say_with("place-more", &[("count", more.to_string().into())]),
        folded: more > OPEN,
    }
}

/// Everything that the reader may do here, by name; approvals stand at their step.
fn allowed(app: &App, inside: &Inside, look: &CaseLook, place: &Place) -> Vec<(String, Way)> {
    let t = inside.shell.t();
    let here = rooms::actions().iter().filter(|action| {
        place.rooms.contains(&action.room)
            && action.of.is_none()
            && rooms::fits(&look.case, app.book.now(), action.room, action.kind)
            && app.book.may(&inside.actor, look, action.room, action.kind)
    });
    let mut ways: Vec<(String, Way)> = here
        .map(|action| (name(action), way(t, look, action)))
        .collect();
    let Some(subject) = subject_of(place.name) else {
        return ways;
    };
    for kind in ["submit", "approve", "send_back"] {
        let fits = pending(&look.case, subject) != (kind == "submit");
        if fits && app.book.may(&inside.actor, look, "approval", kind) {
            let subject = subject.code();
            let way = Way {
                href: format!("/cases/{}/approval/{kind}?subject={subject}", look.file),
                words: t.say(&format!("do-approval-{kind}")),
                hint: t.code("subject", subject),
            };
            ways.push((format!("approval.{kind}"), way));
        }
    }
    ways
}

fn name(action: &Action) -> String {
    format!("{}.{}", action.room, action.kind)
}

fn way(t: T, look: &CaseLook, action: &Action) -> Way {
    Way {
        href: format!("/cases/{}/{}/{}", look.file, action.room, action.kind),
        words: t.say(&action.title_key()),
        hint: String::new(),
    }
}

fn subject_of(place: &str) -> Option<Subject> {
    match place {
        "assessment" => Some(Subject::Assessment),
        "planning" => Some(Subject::Plan),
        "closure" => Some(Subject::Closure),
        _ => None,
    }
}

fn pending(case: &Case, subject: Subject) -> bool {
    case.approvals.pending(subject).is_some()
}

/// The names of what is wanted next, in order: an answer that somebody waits for, what the gate
/// misses, what people usually do here.
fn wanted(look: &CaseLook, place: &str) -> Vec<&'static str> {
    let missing = gate(look, place);
    let mut all = vec!["approval.approve", "approval.send_back"];
    let only_a_yes = |it: &Missing| it.what == MissingWhat::SupervisorApproval;
    if is_under_way(look, place) && missing.iter().all(only_a_yes) {
        all.push("approval.submit");
    }
    all.extend(missing.iter().filter_map(remedy).map(|(name, _)| name));
    all.extend(said(&USUAL, place));
    all
}

/// Whether the step that ends with an approval was begun and is not done.
fn is_under_way(look: &CaseLook, place: &str) -> bool {
    let step = match place {
        "assessment" => Step::Assessment,
        "planning" => Step::Planning,
        "closure" => Step::Closure,
        _ => return false,
    };
    let state = look.case.step(step).state();
    matches!(state, StepState::InProgress | StepState::RevisitDue)
}

/// What the gate of a step still needs.
fn gate<'l>(look: &'l CaseLook, place: &str) -> &'l [Missing] {
    let gates = &look.gates;
    match place {
        "registration" => &gates.g1,
        "assessment" => &gates.g2,
        "planning" => &gates.g3,
        "implementation" => &gates.g4,
        "review" => &gates.g5,
        "closure" => &gates.g6,
        _ => &[],
    }
}

/// The work that a missing point asks for, and what its address says beside.
#[must_use]
pub fn remedy(missing: &Missing) -> Option<(&'static str, String)> {
    use MissingWhat as M;
    let name = match missing.what {
        M::Eligibility => "screening.screen",
        M::RegistrationConsent | M::ReferralConsent | M::TransferConsent | M::ReturnConsent => {
            "consent.record_consent"
        }
        M::DuplicateCheck => "registration.resolve_duplicate",
        M::Worker => "registration.assign_worker",
        M::SafeContact => "registration.set_safe_contact",
        M::Identity => "registration.record_identity",
        M::SafetyCheck => "assessment.check_safety",
        M::NeedDomain => "assessment.answer_need",
        M::IndividualFactor | M::HouseholdFactor => "assessment.record_factor",
        M::ContextProfile => "assessment.attach_profile",
        M::RiskDecision => "screening.decide_risk",
        M::TipScreening => "assessment.screen_tip",
        M::TipConfirmation => "assessment.confirm_tip",
        M::OwnPriorities => "assessment.record_priorities",
        M::Formulation => "assessment.write_formulation",
        M::SafetyPlan => "assessment.make_safety_plan",
        M::Plan => "planning.start_plan",
        M::ObjectiveWithoutNeed | M::RiskUnanswered => "planning.set_objective",
        M::Participation => "planning.record_agreement",
        M::ReviewDate | M::ReviewDateTooLate => "planning.set_review_date",
        M::Monitoring => "planning.plan_monitoring",
        M::Review | M::ReviewOverdue => "review.hold_review",
        M::PlanUpdate => "planning.revise_plan",
        M::ClosureReason => "closure.propose_closure",
        M::UrgentNeedOpen | M::UnmetNeedDisposition => "closure.dispose_need",
        M::ReferralWithoutOwner => "closure.name_referral_owner",
        M::DependantsReview => "closure.review_dependants",
        M::HandoverPlan => "transfer.propose_transfer",
        M::DeathRecord => "closure.record_death",
        _ => return None,
    };
    let query = match (missing.what, missing.which) {
        (M::NeedDomain, Some((_, code))) => format!("?domain={code}"),
        _ => String::new(),
    };
    Some((name, query))
}

/// Where the reader can mend what is missing, if it is theirs to mend.
#[must_use]
pub fn way_to_mend(app: &App, look: &CaseLook, missing: &Missing) -> Option<String> {
    let (name, query) = remedy(missing)?;
    let (room, kind) = name.split_once('.')?;
    let may = app.book.may(&look.reader, look, room, kind);
    let fits = rooms::fits(&look.case, app.book.now(), room, kind);
    (may && fits).then(|| format!("/cases/{}/{room}/{kind}{query}", look.file))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn is_work(name: &str) -> bool {
        let (room, kind) = name.split_once('.').unwrap();
        rooms::action(room, kind).is_some()
    }

    #[test]
    fn every_name_is_work_that_somebody_does() {
        for (_, groups) in GROUPS {
            assert!(
                groups
                    .iter()
                    .flat_map(|(_, names)| *names)
                    .all(|name| is_work(name))
            );
        }
        for (_, names) in USUAL {
            assert!(names.iter().all(|name| is_work(name)));
        }
        for what in MissingWhat::ALL {
            let way = remedy(&Missing::general(*what));
            assert!(way.is_none_or(|(name, _)| is_work(name)), "{}", what.code());
        }
    }

    #[test]
    fn all_work_of_a_place_with_headings_stands_below_one() {
        for (name, groups) in GROUPS {
            let below: BTreeSet<&str> = groups
                .iter()
                .flat_map(|(_, names)| *names)
                .copied()
                .collect();
            let place = rooms::place(name).unwrap();
            let here = rooms::actions().iter().filter(|action| {
                place.rooms.contains(&action.room)
                    && action.of.is_none()
                    && action.kind != "receive_arrival"
            });
            let lost: Vec<String> = here
                .map(super::name)
                .filter(|name| !below.contains(name.as_str()))
                .collect();
            assert!(lost.is_empty(), "{name}: {lost:?}");
        }
    }
}
