//! The invented people of the demonstration, each a list of commands with the days they happened.

use std::sync::Arc;

use access::Actor;
use anyhow::Context;
use casebook::{Casebook, Command, fresh_id};
use casework::{Ask, Id, actor::By};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use super::{Member, Turned};

/// One person's life at the centre so far.
pub struct Life<'a> {
    book: &'a Casebook,
    staff: &'a [Member],
    clock: &'a Turned,
    arrived: Timestamp,
    file: Option<Id>,
}

impl Life<'_> {
    /// Somebody does something, so many hours after the person arrived.
    fn does(&mut self, hours: i64, who: &str, what: &str, body: Value) -> anyhow::Result<()> {
        self.clock
            .to(self.arrived + SignedDuration::from_hours(hours));
        let (room, kind) = what.split_once('.').context("room.kind")?;
        let ask: Ask =
            serde_json::from_value(json!({"room": room, "what": {"kind": kind, "body": body}}))
                .with_context(|| format!("the demonstration's {what}"))?;
        let command = Command {
            id: fresh_id()?,
            file: self.file,
            happened: None,
            base: None,
            ask,
        };
        let done = self
            .book
            .carry_out(&self.actor(who)?, &command)
            .with_context(|| format!("the demonstration's {what}"))?;
        self.file = Some(done.file);
        Ok(())
    }

    fn actor(&self, who: &str) -> anyhow::Result<Actor> {
        let member = self
            .staff
            .iter()
            .find(|member| member.username == who)
            .context("no such member")?;
        Ok(Actor {
            by: By {
                account: member.id,
                role: member.role,
                centre: member.centre_id,
            },
            grants: member.grants.iter().copied().collect(),
        })
    }

    fn id_of(&self, who: &str) -> String {
        self.staff
            .iter()
            .find(|member| member.username == who)
            .map(|member| member.id.to_string())
            .unwrap_or_default()
    }
}

/// Everybody arrives.
pub fn arrive(
    book: &Casebook,
    staff: &[Member],
    clock: &Arc<Turned>,
    today: Timestamp,
) -> anyhow::Result<()> {
    let life = |days: i64| Life {
        book,
        staff,
        clock,
        arrived: today - SignedDuration::from_hours(days * 24),
        file: None,
    };
    inquiry(life(0))?;
    registered(life(9), "Salma Invented", "high", "sdn")?;
    registered(life(23), "Issa Imagined", "medium", "mli")
}

fn arrival(request: &str) -> Value {
    json!({"delivery_model": "individual_care", "channel": "in_person_centre", "language": "ar",
        "sex_observed": "female", "age_band": "from18_to59", "immediate_needs": ["food_water"],
        "request": request, "action_taken": "water, a meal, a quiet seat"})
}

fn inquiry(mut life: Life<'_>) -> anyhow::Result<()> {
    life.does(
        -2,
        "desk",
        "reception.receive_arrival",
        arrival("I need to know where I can sleep"),
    )?;
    life.does(
        -1,
        "desk",
        "reception.give_help",
        json!({"service_type": "food", "modality": "in_kind", "what": "a warm meal"}),
    )
}

fn registered(mut life: Life<'_>, name: &str, risk: &str, country: &str) -> anyhow::Result<()> {
    let explained = [
        "purpose",
        "recipients",
        "risks",
        "benefits",
        "refusal_has_no_penalty",
        "withdrawal",
        "limits_of_confidentiality",
        "complaint_route",
    ];
    life.does(
        0,
        "desk",
        "reception.receive_arrival",
        arrival("I want to work and to send my children to school"),
    )?;
    life.does(1, "worker", "screening.screen", json!({"entry_route": "self_referred",
        "eligibility_criteria": ["stranded_or_destitute"], "eligibility_result": "eligible", "complaint_route_explained": true,
        "intl_protection_concern": false, "initial_concerns": ["destitute"], "initial_risk": risk, "risk_reason": "no income, nobody here"}))?;
    for scope in ["registration", "case_management"] {
        life.does(1, "worker", "consent.record_consent", json!({"scope": scope, "decision": "given", "given_by": "oneself",
            "form": "written", "text_version": "2026-1", "language": "ar", "explained": explained,
            "understanding_checked": true, "understanding_words": "you write it down and I can say stop", "capacity": "able"}))?;
    }
    life.does(2, "worker", "registration.record_identity", json!({"preferred_name": name, "sex": "female",
        "nationality": [country], "languages": ["ar", "fr"], "dob": "1994-03-11", "dob_confidence": "stated"}))?;
    life.does(
        2,
        "worker",
        "registration.resolve_duplicate",
        json!({"duplicate_outcome": "none_found"}),
    )?;
    let worker = life.id_of("worker");
    life.does(
        3,
        "manager",
        "registration.assign_worker",
        json!({"worker": worker}),
    )?;
    life.does(
        3,
        "worker",
        "registration.set_safe_contact",
        json!({"safe_channel": ["phone_call", "in_person_centre"],
        "safe_times": "after 17:00", "may_leave_message": false, "code_word": "bread"}),
    )?;
    life.does(3, "worker", "registration.complete_registration", json!({}))
}
