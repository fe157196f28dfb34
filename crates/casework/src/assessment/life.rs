//! What else the assessment holds of section 2.2: the family, what the person can do, the optional
//! codes of specific needs, and health alerts, which only readers of health see.

use crate::{
    case::{Case, Stamp},
    class::{Class, Classes},
    decide::Yes,
    event::Body,
    lists::Step,
    macros::record,
    refusal::{Refusal, Why, ensure_at},
};

use super::{Event, given, said};

record! {
    /// The family and the skills, in words, and codes of specific needs such as `SC-UC` (3.2),
    /// which partners that use them ask for.
    pub struct Life {
        #[serde(default)] pub family_assessment: Option<String>,
        #[serde(default)] pub skills: Option<String>,
        #[serde(default)] pub un_needs_codes: Option<String>,
    }
}
record! {
    /// What whoever meets the person must know of their health: class health (2.2).
    pub struct HealthAlerts { pub health_alerts: String }
}

/// Describes family, skills and codes; at least one of them.
pub(super) fn describe(asked: &Life) -> Result<Yes, Refusal> {
    let texts = [
        &asked.family_assessment,
        &asked.skills,
        &asked.un_needs_codes,
    ];
    let any = texts.into_iter().any(|text| given(text.as_deref()));
    ensure_at(any, Why::TextNeeded, "family_assessment")?;
    let codes = asked.un_needs_codes.as_deref().unwrap_or_default();
    ensure_at(are_codes(codes), Why::CodesUnreadable, "un_needs_codes")?;
    Ok(Yes::general(Body::Assessment(Event::LifeDescribed(
        asked.clone(),
    ))))
}

/// Two letters, a dash, two letters; several stand apart by commas or spaces. The list itself
/// changes with its owner, so the letters are not checked further.
fn are_codes(text: &str) -> bool {
    text.split([',', ' '])
        .filter(|code| !code.is_empty())
        .all(|code| {
            let parts: Vec<&str> = code.split('-').collect();
            let upper =
                |part: &&str| part.len() == 2 && part.bytes().all(|b| b.is_ascii_uppercase());
            parts.len() == 2 && parts.iter().all(upper)
        })
}

/// Notes health alerts.
pub(super) fn alert(asked: &HealthAlerts) -> Result<Yes, Refusal> {
    said(&asked.health_alerts, "health_alerts")?;
    Ok(Yes::of(
        Classes::of(Class::Health),
        Body::Assessment(Event::HealthAlertsNoted(asked.clone())),
    ))
}

pub(super) fn apply(case: &mut Case, stamp: Stamp, event: &Event) {
    case.step_mut(Step::Assessment).begin(stamp.happened);
    match event {
        Event::LifeDescribed(life) => {
            case.assessment.life = Some((stamp, life.clone()));
            case.touch("life");
        }
        Event::HealthAlertsNoted(alerts) => {
            case.assessment.health_alerts = Some((stamp, alerts.clone()));
            case.touch("health_alerts");
        }
        _ => {}
    }
}
