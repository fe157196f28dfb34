//! The town around the cases: people at the desk today, those who were helped and did not want to
//! be recorded, what people say of the centre.

use casebook::fresh_id;
use serde_json::json;

use super::script::{Deed, Life, Scene, Script, What};

/// Tells.
pub fn tell(scene: &Scene<'_>, script: &mut Script) -> anyhow::Result<()> {
    at_the_desk(scene, script)?;
    counted_only(scene, script)?;
    said_of_us(scene, script)
}

/// Minutes before now, who received them, what they asked for, what was needed.
const TODAY: [(i64, &str, &str, &str, &str); 6] = [
    (
        35,
        "desk",
        "I need to know where I can sleep",
        "shelter_tonight",
        "female",
    ),
    (95, "desk", "Two days without insulin", "medical", "male"),
    (
        170,
        "socialdesk",
        "The landlord changed the lock",
        "shelter_tonight",
        "female",
    ),
    (
        240,
        "outreach",
        "My friend did not wake up well",
        "medical",
        "male",
    ),
    (
        1_500,
        "desk",
        "A letter came and I cannot read it",
        "none",
        "female",
    ),
    (3_100, "desk", "Work, any work", "food_water", "male"),
];

fn at_the_desk(scene: &Scene<'_>, script: &mut Script) -> anyhow::Result<()> {
    for (ago, who, request, need, sex) in TODAY {
        let mut life = Life::new(scene, script.lane(), request)?;
        life.minutes_ago(ago);
        life.does(who, "reception.receive_arrival", json!({"delivery_model": "individual_care", "channel": "in_person_centre", "language": "ar",
            "sex_observed": sex, "age_band": "from18_to59", "immediate_needs": [need], "request": request, "action_taken": "tea, a seat, listened first"}))?;
        if ago > 1_000 || who == "socialdesk" {
            life.does(who, "reception.record_desk_contact", json!({"dimensions": ["housing", "social_network"], "agreed_actions": "comes back with the letter; we call the town hall together"}))?;
        }
        life.does(
            who,
            "reception.give_help",
            json!({"service_type": "food", "modality": "in_kind", "what": "a warm meal"}),
        )?;
        life.into_script(script);
    }
    Ok(())
}

/// Helped, asked, and "no" to being registered: a number stays, and nothing of the person (2.7).
fn counted_only(scene: &Scene<'_>, script: &mut Script) -> anyhow::Result<()> {
    const HELP: [&str; 5] = ["food", "clothing", "information", "phone_call_home", "wash"];
    let lane = script.lane();
    for n in 0..28_usize {
        let mut life = Life::new(scene, lane, "somebody who is only counted")?;
        let day = 6 + i64::try_from(n).unwrap_or_default() * 15;
        life.on(day, 9 + i64::try_from(n % 7).unwrap_or_default(), 10);
        let band = ["from18_to59", "from18_to59", "from60", "from18_to59"][n % 4];
        life.does("desk", "reception.receive_arrival", json!({"delivery_model": "individual_care", "channel": "in_person_centre", "language": "fr",
            "sex_observed": if n % 3 == 0 { "female" } else { "male" }, "age_band": band, "immediate_needs": ["food_water"], "request": "only for today", "action_taken": "helped, and asked no name"}))?;
        life.does("desk", "reception.give_help", json!({"service_type": HELP[n % 5], "modality": "in_kind", "what": "what was asked for"}))?;
        life.does("worker3", "consent.record_consent", json!({"scope": "registration", "decision": "refused", "given_by": "oneself", "form": "written", "text_version": "2026-1",
            "language": "fr", "explained": ["purpose", "refusal_has_no_penalty"], "understanding_checked": true, "capacity": "able"}))?;
        life.into_script(script);
    }
    Ok(())
}

/// Days ago, channel, what it is, the words, and how far it was answered.
const SAID: [(i64, &str, &str, &str, usize); 5] = [
    (
        40,
        "in_person_centre",
        "thanks",
        "The woman at the desk remembered my name. Nobody does that.",
        3,
    ),
    (
        16,
        "letter",
        "request",
        "Could the language course also be in the evening?",
        2,
    ),
    (
        6,
        "in_person_centre",
        "dissatisfaction",
        "Three hours on the corridor, and then it was closed.",
        1,
    ),
    (
        2,
        "in_person_centre",
        "dissatisfaction",
        "The guard at the gate spoke to my mother as one speaks to a dog.",
        0,
    ),
    (
        1,
        "hotline",
        "staff_conduct",
        "Somebody of the night shift asks for money for the better beds.",
        0,
    ),
];

fn said_of_us(scene: &Scene<'_>, script: &mut Script) -> anyhow::Result<()> {
    for (day, channel, kind, text, answered) in SAID {
        let lane = script.lane();
        let received = fresh_id()?;
        let file = received.nth(u16::MAX);
        let asks = [
            json!({"kind": "receive", "body": {"channel": channel, "anonymous": true, "feedback_type": kind, "sensitivity": "ordinary", "text": text}}),
            json!({"kind": "acknowledge", "body": {"note": "read, thank you"}}),
            json!({"kind": "respond", "body": {"outcome": "talked about at the Monday meeting; the hours were changed"}}),
            json!({"kind": "close_loop", "body": {"how": "a note on the board, as it was anonymous"}}),
        ];
        for (at, ask) in asks.into_iter().take(answered + 1).enumerate() {
            let step = i64::try_from(at).unwrap_or_default();
            let first = at == 0;
            script.deeds.push(Deed {
                at: scene.at(day - step, 11 * 60),
                who: if first { "desk" } else { "manager" },
                lane,
                what: What::Feedback(
                    if first { received } else { fresh_id()? },
                    (!first).then_some(file),
                    serde_json::from_value(ask)?,
                ),
                about: "feedback".into(),
            });
        }
    }
    Ok(())
}
