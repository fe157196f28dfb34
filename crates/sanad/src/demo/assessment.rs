//! The assessment of somebody on their course (2.2): safety, needs, factors, context, what it all
//! means, and for a child the best interests.

use casework::{Id, lists::NeedDomain};
use serde_json::json;

use super::{
    course::{Course, Days, is_grave},
    words::variant,
};

impl Course<'_> {
    /// The assessment as far as it came: safety, and the first half of the needs.
    pub fn assessing(&mut self, day: i64) -> anyhow::Result<()> {
        self.on(day, 10);
        self.safety()?;
        self.needs(7)?;
        let factors = self.factors(1)?;
        debug_assert_eq!(factors.len(), 1);
        Ok(())
    }

    /// The whole assessment, sent and where needed approved (G2).
    pub fn assessed(&mut self, days: Days) -> anyhow::Result<()> {
        self.on(days.assessed, 10);
        self.safety()?;
        self.found(false)?;
        if self.child() {
            self.best_interests()?;
        }
        self.does("approval.submit", json!({"subject": "assessment"}))?;
        let waits = self.person.stage == "assess_sent";
        if (is_grave(self.first_risk()) || self.child()) && !waits {
            let same_day = days.assessed == days.planned;
            let (day, hour) = if same_day {
                (days.planned, 15)
            } else {
                (days.assessed - 1, 9)
            };
            self.on(day, hour);
            let yes = json!({"subject": "assessment"});
            self.life.does("supervisor", "approval.approve", yes)?;
        }
        Ok(())
    }

    /// Needs, factors, context, trafficking unless it was screened, wishes and what it all means.
    pub fn found(&mut self, screened: bool) -> anyhow::Result<()> {
        self.needs(NeedDomain::CODES.len())?;
        self.factors(usize::MAX)?;
        self.context()?;
        if !screened {
            self.does("assessment.skip_tip", json!({"why": "no_indication"}))?;
        }
        let wish = json!({"own_priorities": self.say(&self.kind.wish)});
        self.does("assessment.record_priorities", wish)?;
        self.formulated()
    }

    /// Screened, asked and registered after an emergency: with a photograph or without.
    pub fn admitted(&mut self, photo: &str) -> anyhow::Result<()> {
        self.screened()?;
        self.consents()?;
        if photo == "no" {
            let mut no = self.consent("photo", &[]);
            no["decision"] = json!("refused");
            self.does("consent.record_consent", no)?;
        }
        self.identified()
    }

    /// How safe the person is, asked in private.
    pub fn safety(&mut self) -> anyhow::Result<()> {
        let body = if self.grave() && self.n.is_multiple_of(2) {
            json!({"current_safety": "at_risk", "asked_in_private": true, "can_return_home": false})
        } else {
            json!({"current_safety": "safe", "asked_in_private": true})
        };
        self.does("assessment.check_safety", body).map(drop)
    }

    fn needs(&mut self, how_many: usize) -> anyhow::Result<()> {
        for (at, domain) in NeedDomain::CODES.iter().take(how_many).enumerate() {
            let found = self.kind.needs.iter().find(|(known, ..)| known == domain);
            let body = match found {
                Some((_, severity, urgency)) => {
                    json!({"domain": domain, "status": "need", "severity": severity, "urgency": urgency})
                }
                None if (at + self.n).is_multiple_of(11) => {
                    json!({"domain": domain, "status": "declined"})
                }
                None => json!({"domain": domain, "status": "no_need"}),
            };
            self.does("assessment.answer_need", body)?;
        }
        Ok(())
    }

    fn factors(&mut self, how_many: usize) -> anyhow::Result<Vec<Id>> {
        let french = self.french();
        let kind = self.kind;
        let mut known = Vec::new();
        for (level, code, polarity, strength, en, fr) in kind.factors.iter().take(how_many) {
            let body = json!({"level": level, "code": code, "polarity": polarity, "strength": strength,
                "phase": "during", "active": "now", "evidence_text": if french { fr } else { en },
                "source": "person", "confidence": (["medium", "high"][self.n % 2]), "person_agrees": "yes"});
            known.push(self.does("assessment.record_factor", body)?);
        }
        Ok(known)
    }

    fn context(&mut self) -> anyhow::Result<()> {
        let scene = self.life.scene;
        let place = variant(&scene.words.shared.places, self.n).to_owned();
        let since = scene.day(self.person.days + 60);
        let community = [
            "hostility",
            "no_services_nearby",
            "overcrowding",
            "diaspora_help",
        ][self.n % 4];
        let structural = [
            "restrictive_law",
            "no_labour_protection",
            "raids_and_detention",
        ][self.n % 3];
        for (level, place, code) in [
            ("community", place.as_str(), community),
            ("structural", "this country", structural),
        ] {
            let body = json!({"level": level, "place": place, "valid_from": since,
                "source": "the centre's own picture of the half-year", "applies": [code]});
            self.does("assessment.attach_profile", body)?;
        }
        Ok(())
    }

    /// What it means, in words; where health or violence is told, for its readers.
    pub fn formulated(&mut self) -> anyhow::Result<()> {
        let words = &self.life.scene.words.shared;
        let overall = match self.person.risk.as_str() {
            "urgent" => "critical",
            "high" => "high",
            "medium" => "moderate",
            _ => "low",
        };
        let body = json!({"exposed_to": self.say(&words.exposed), "helps_avoid": self.say(&words.avoid),
            "helps_resist": self.say(&words.resist), "helps_recover": self.say(&words.recover),
            "formulation_text": self.say(&words.formulation), "person_view": self.say(&self.kind.wish),
            "overall": overall, "rationale": self.say(&words.rationale)});
        self.does("assessment.write_formulation", body).map(drop)
    }

    /// The best interests assessment that every child gets (2.2).
    fn best_interests(&mut self) -> anyhow::Result<()> {
        let home = self.person.household.is_some();
        let bia = json!({"child_view": self.say(&self.kind.wish),
            "care_now": if home { "parents" } else { "foster" },
            "recommended_actions": if home { "stays with the parents; school first" } else { "foster care, school, a guardian within the month" },
            "bid_needed": false, "allows": ["temporary_care", "placement"]});
        self.does("child.open_bia", json!({}))?;
        self.does("child.record_bia", bia)?;
        if !home {
            let told = json!({"authority": "Guardianship Office", "what": "a child alone, placed for now with a family"});
            self.does("child.tell_authority", told)?;
        }
        Ok(())
    }
}
