//! Households: one of four that stays together, and Family K. of TEST-03.

use anyhow::Context;
use casework::{Id, household_file::Founder};
use serde_json::json;

use super::{
    course::Course,
    script::{Deed, Scene, Script, What},
};

/// Who forms a household.
#[derive(Default)]
pub struct Household(Vec<(Id, String)>);

impl Household {
    /// One more.
    pub fn add(&mut self, file: Id, role: &str) {
        self.0.push((file, role.to_owned()));
    }

    /// They form it, so many days ago; the same lane as their own files.
    pub fn formed(
        &self,
        scene: &Scene<'_>,
        lane: usize,
        who: &'static str,
        days_ago: i64,
        script: &mut Script,
    ) -> anyhow::Result<()> {
        let members = self
            .0
            .iter()
            .map(|(person, role)| json!({"person": person, "role": role}));
        let members: Vec<Founder> = serde_json::from_value(members.collect())?;
        script.deeds.push(Deed {
            at: scene.at(days_ago, 16 * 60),
            who,
            lane,
            what: What::Form(casebook::fresh_id()?, members),
            about: "a household".into(),
        });
        Ok(())
    }
}

/// Family K. on the sixth day (TEST-03): the mother told in private, and left the household's view.
pub fn tell(scene: &Scene<'_>, script: &mut Script) -> anyhow::Result<()> {
    let lane = script.lane();
    let mut home = Household::default();
    let mut father = None;
    for (at, (name, sex, age, role, worker)) in FAMILY.into_iter().enumerate() {
        let line = json!({"name": name, "sex": sex, "age": age, "from": "syr", "speaks": ["ar"], "kind": "settle", "risk": "medium", "days": 6, "household": role});
        let person = serde_json::from_value(line)?;
        let mut one = Course::new(scene, lane, &person, worker, 120 + at)?;
        one.registered()?;
        home.add(one.life.file, role);
        match role {
            "head" => told_in_private(&mut one)?,
            "spouse" => {
                father = Some(one.life.file);
                one.on(5, 10);
                one.does("registration.resolve_duplicate", json!({"duplicate_outcome": "same_elsewhere", "duplicate_reason": "He says so himself: registered at the border post last month; link agreed."}))?;
            }
            "child" => {
                one.on(1, 10);
                let carer = father.context("the father comes first")?;
                one.does(
                    "household.link_caregiver",
                    json!({"caregiver": carer, "safe": false, "note": "told by the mother"}),
                )?;
                one.does(
                    "child.open_bia",
                    json!({"why": "a parent may be the danger"}),
                )?;
            }
            _ => {}
        }
        one.life.into_script(script);
    }
    home.formed(scene, lane, "manager", 5, script)
}

const FAMILY: [(&str, &str, i64, &str, &str); 5] = [
    ("كريم K.", "m", 38, "spouse", "colleague"),
    ("نادية K.", "f", 34, "head", "worker"),
    ("Lina K.", "f", 12, "child", "worker"),
    ("Rami K.", "m", 8, "child", "worker"),
    ("أم كريم K.", "f", 66, "grandparent", "colleague"),
];

/// What she said, where nobody of the household hears it.
fn told_in_private(she: &mut Course<'_>) -> anyhow::Result<()> {
    she.on(2, 10);
    she.does(
        "reception.write_note",
        json!({"text": "He beats me; tell nobody, above all not in this house.", "about": ["gbv"]}),
    )?;
    she.does("assessment.record_vea", json!({"type": "physical_assault", "phase": "during", "date_or_period": "since the spring", "ongoing": true,
        "perpetrator_type": "partner", "perpetrator_known": true, "source": "person", "case_context": ["intimate_partner"]}))?;
    she.does(
        "screening.decide_risk",
        json!({"risk_level": "high", "risk_reason": "not safe where she lives"}),
    )?;
    she.on(1, 9);
    she.does("household.hide_from_household", json!({"own_safe_contact": true, "reason": "her husband must not learn of these talks", "about": ["gbv"]}))?;
    she.does("registration.set_safe_contact", json!({"safe_channel": ["in_person_centre"], "may_leave_message": false, "code_word": "cumin", "unsafe_notes": "never the shared phone; she comes on market days"})).map(drop)
}
