//! Where accompanying stands: the last contact, the next one, tries in vain, what forces a review.

use casebook::CaseLook;
use casework::{due::DueWhat, review};

use super::super::{reading::moment, sheet::Piece};
use crate::{
    App, T,
    parts::{Badge, Fact, Facts},
};

pub fn of<'a>(app: &App, t: T, look: &CaseLook) -> Vec<Piece<'a>> {
    let state = &look.case.review;
    let now = app.book.now();
    let mut facts = Facts::new();
    if let Some(at) = state.last_contact {
        facts = facts.with(t.say("review-last-contact"), moment(t, &app.zone, at));
    }
    if let Some((stamp, safety)) = &state.last_safety {
        let words = format!(
            "{} ({})",
            t.code("current_safety", safety.code()),
            moment(t, &app.zone, stamp.happened)
        );
        facts = facts.with(t.say("field-safety_now"), words);
    }
    const CLOCKS: [DueWhat; 6] = [
        DueWhat::Contact,
        DueWhat::ContactTry,
        DueWhat::TriggerReview,
        DueWhat::Review,
        DueWhat::SupervisorReview,
        DueWhat::LostContactClosure,
    ];
    for due in look.due.iter().filter(|due| CLOCKS.contains(&due.what)) {
        let label = t.code("due", due.what.code());
        let mut fact = Fact::new(label, moment(t, &app.zone, due.at));
        fact.badge = (due.at < now).then(|| Badge::overdue(t.say("state-overdue")));
        facts = facts.fact(fact);
    }
    let tries = in_vain(look);
    if tries > 0 {
        let key = if review::unreachable(&look.case, app.book.sop(), now) {
            "review-tries-enough"
        } else {
            "review-tries-count"
        };
        let words = t.say_with(key, &[("tries", tries.to_string().into())]);
        facts = facts.with(t.say("review-tries"), words);
    }
    if !state.triggers.is_empty() {
        let since: Vec<String> = (state.triggers.iter())
            .map(|(at, _)| moment(t, &app.zone, *at))
            .collect();
        facts = facts.with(t.say("review-triggers"), since.join("\n"));
    }
    if facts.is_empty() {
        return Vec::new();
    }
    vec![Piece::Heading(t.say("review-now")), Piece::Facts(facts)]
}

/// Tries since the person was last reached; a chance meeting is no try.
fn in_vain(look: &CaseLook) -> usize {
    let state = &look.case.review;
    (state.contacts.iter())
        .filter(|(_, contact)| {
            let chance = contact.contact_type == casework::lists::ContactType::Chance;
            !contact.reached && !chance
        })
        .filter(|(stamp, _)| state.last_contact.is_none_or(|last| stamp.happened > last))
        .count()
}
