//! The rules, told as stories: given events, when somebody asks, then events or a refusal.

#[path = "rules/approval.rs"]
mod approval;
#[path = "rules/consent.rs"]
mod consent;
#[path = "rules/reception.rs"]
mod reception;
#[path = "rules/registration.rs"]
mod registration;
#[path = "rules/screening.rs"]
mod screening;
#[path = "rules/story.rs"]
mod story;
