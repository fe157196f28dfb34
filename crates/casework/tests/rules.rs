//! The rules, told as stories: given events, when somebody asks, then events or a refusal.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a helper of a test fails the test"
)]

#[path = "rules/age.rs"]
mod age;
#[path = "rules/ages.rs"]
mod ages;
#[path = "rules/alerts.rs"]
mod alerts;
#[path = "rules/appointments.rs"]
mod appointments;
#[path = "rules/approval.rs"]
mod approval;
#[path = "rules/assessment.rs"]
mod assessment;
#[path = "rules/child.rs"]
mod child;
#[path = "rules/closure.rs"]
mod closure;
#[path = "rules/closure_dangers.rs"]
mod closure_dangers;
#[path = "rules/closure_gate.rs"]
mod closure_gate;
#[path = "rules/closure_reasons.rs"]
mod closure_reasons;
#[path = "rules/conclusion.rs"]
mod conclusion;
#[path = "rules/consent.rs"]
mod consent;
#[path = "rules/consent_adults.rs"]
mod consent_adults;
#[path = "rules/consent_children.rs"]
mod consent_children;
#[path = "rules/contact.rs"]
mod contact;
#[path = "rules/contact_unsafe.rs"]
mod contact_unsafe;
#[path = "rules/costs.rs"]
mod costs;
#[path = "rules/death.rs"]
mod death;
#[path = "rules/escalation.rs"]
mod escalation;
#[path = "rules/feedback.rs"]
mod feedback;
#[path = "rules/forgetting.rs"]
mod forgetting;
#[path = "rules/formal_status.rs"]
mod formal_status;
#[path = "rules/formulation.rs"]
mod formulation;
#[path = "rules/harm.rs"]
mod harm;
#[path = "rules/household.rs"]
mod household;
#[path = "rules/household_file.rs"]
mod household_file;
#[path = "rules/implementation.rs"]
mod implementation;
#[path = "rules/incident.rs"]
mod incident;
#[path = "rules/lifesaving.rs"]
mod lifesaving;
#[path = "rules/marks.rs"]
mod marks;
#[path = "rules/meeting.rs"]
mod meeting;
#[path = "rules/moments.rs"]
mod moments;
#[path = "rules/needs.rs"]
mod needs;
#[path = "rules/out_of_reach.rs"]
mod out_of_reach;
#[path = "rules/packages.rs"]
mod packages;
#[path = "rules/picture.rs"]
mod picture;
#[path = "rules/plan_compare.rs"]
mod plan_compare;
#[path = "rules/plan_gate.rs"]
mod plan_gate;
#[path = "rules/plan_rests.rs"]
mod plan_rests;
#[path = "rules/plan_versions.rs"]
mod plan_versions;
#[path = "rules/plan_warnings.rs"]
mod plan_warnings;
#[path = "rules/planning.rs"]
mod planning;
#[path = "rules/plans.rs"]
mod plans;
#[path = "rules/recalls.rs"]
mod recalls;
#[path = "rules/reception.rs"]
mod reception;
#[path = "rules/referrals.rs"]
mod referrals;
#[path = "rules/registering.rs"]
mod registering;
#[path = "rules/registration.rs"]
mod registration;
#[path = "rules/registration_ages.rs"]
mod registration_ages;
#[path = "rules/review.rs"]
mod review;
#[path = "rules/review_clock.rs"]
mod review_clock;
#[path = "rules/safety.rs"]
mod safety;
#[path = "rules/scales.rs"]
mod scales;
#[path = "rules/screening.rs"]
mod screening;
#[path = "rules/sending.rs"]
mod sending;
#[path = "rules/sending_services.rs"]
mod sending_services;
#[path = "rules/service_types.rs"]
mod service_types;
#[path = "rules/services.rs"]
mod services;
#[path = "rules/story.rs"]
mod story;
#[path = "rules/supported.rs"]
mod supported;
#[path = "rules/tracing.rs"]
mod tracing;
#[path = "rules/trafficking.rs"]
mod trafficking;
#[path = "rules/transfer.rs"]
mod transfer;
#[path = "rules/transfer_free.rs"]
mod transfer_free;
#[path = "rules/transfer_partner.rs"]
mod transfer_partner;
#[path = "rules/violence.rs"]
mod violence;
#[path = "rules/words.rs"]
mod words;
