//! Households: one of four that stays together, and Family K. of TEST-03.

use casework::{Id, household_file::Founder};
use serde_json::json;

use super::script::{Deed, Scene, Script, What};

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

/// Family K.
pub fn tell(_: &Scene<'_>, _: &mut Script) -> anyhow::Result<()> {
    Ok(())
}
