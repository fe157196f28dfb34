//! The pictures of vulnerability of TEST-01 and TEST-02 (`domain.md` section 4): drawn in several
//! sittings, kept, and changed since, so that there is a difference to see.

use casework::Id;
use serde_json::json;

use super::course::Course;

/// One factor, as a line of a table: level, code, polarity, strength, phase, when it acts, what it
/// is based on.
pub type Line<'a> = (
    &'a str,
    &'a str,
    &'a str,
    &'a str,
    &'a str,
    &'a str,
    &'a str,
);

/// Somebody's picture, in the making.
impl Course<'_> {
    /// Records a factor; answers its id.
    pub fn factor(&mut self, line: Line<'_>) -> anyhow::Result<Id> {
        let known = self.does("assessment.record_factor", body(line))?;
        Ok(known.nth(0))
    }

    /// Says anew what is known of a factor.
    fn again(&mut self, factor: Id, line: Line<'_>) -> anyhow::Result<()> {
        let mut body = body(line);
        body["factor"] = json!(factor);
        self.does("assessment.record_factor", body).map(drop)
    }

    fn acts(&mut self, from: Id, kind: &str, to: Id, note: &str) -> anyhow::Result<()> {
        let body = json!({"from": from, "kind": kind, "to": to, "note": note});
        self.does("assessment.link_factors", body).map(drop)
    }
}

fn body((level, code, polarity, strength, phase, active, evidence): Line<'_>) -> serde_json::Value {
    json!({"level": level, "code": code, "polarity": polarity, "strength": strength, "phase": phase,
        "active": active, "evidence_text": evidence, "source": "person", "confidence": "high", "person_agrees": "yes"})
}

/// Lidia on day 2, before the assessment is sent: what holds her, and what carries her. Answers the
/// strong risks, which the plan has to meet.
#[expect(clippy::too_many_lines, reason = "a story is told in one piece")]
pub fn lidia_begins(her: &mut Course<'_>) -> anyhow::Result<Vec<Id>> {
    let papers = her.factor((
        "individual",
        "no_documents",
        "risk",
        "strong",
        "during",
        "now",
        "The employer keeps her passport in a locked drawer.",
    ))?;
    let rights = her.factor((
        "individual",
        "low_rights_knowledge",
        "risk",
        "moderate",
        "during",
        "now",
        "Believed that leaving the house is a crime.",
    ))?;
    her.factor((
        "individual",
        "marketable_skills",
        "protective",
        "moderate",
        "before",
        "now",
        "Kept a shop with her mother for four years.",
    ))?;
    let purpose = her.factor((
        "individual",
        "faith_or_purpose",
        "protective",
        "strong",
        "during",
        "now",
        "“My daughter will go to school.” Says it every time.",
    ))?;
    let debt = her.factor((
        "household",
        "debt",
        "risk",
        "moderate",
        "before",
        "now",
        "Her brother borrowed for the agency’s fee.",
    ))?;
    her.factor((
        "household",
        "family_contact",
        "mixed",
        "moderate",
        "after",
        "now",
        "Her mother comforts her; her brother asks for money at each call.",
    ))?;
    let sponsor = json!({"level": "structural", "code": "sponsorship_system", "polarity": "risk", "strength": "strong",
        "phase": "during", "active": "now", "evidence_text": "Her permit names the employer; leaving made her irregular.", "source": "document",
        "confidence": "high", "person_agrees": "yes", "not_changeable_by_us": true,
        "mitigation": "The lawyer asks for a permit of her own; the house tells no authority.", "linked_needs": ["legal_migration_status"]});
    let sponsor = her.does("assessment.record_factor", sponsor)?.nth(0);
    her.factor((
        "structural",
        "applied_law",
        "protective",
        "weak",
        "after",
        "expected",
        "Two wage claims were won last year, each after months.",
    ))?;
    her.factor((
        "community",
        "faith_or_womens_groups",
        "protective",
        "moderate",
        "after",
        "now",
        "The women of the sewing room ask for her.",
    ))?;
    her.acts(
        sponsor,
        "causes",
        papers,
        "The employer says the law lets him keep it.",
    )?;
    her.acts(rights, "aggravates", papers, "She did not ask for it back.")?;
    her.acts(
        purpose,
        "mitigates",
        debt,
        "She counts what school costs, not what is owed.",
    )?;
    Ok(vec![papers])
}

/// Three weeks later: she knows what is hers, and the brother’s lender has come to the village.
pub fn lidia_goes_on(her: &mut Course<'_>, papers: Id) -> anyhow::Result<()> {
    her.on(3, 11);
    her.again(
        papers,
        (
            "individual",
            "no_documents",
            "risk",
            "moderate",
            "during",
            "now",
            "The lawyer has a copy; a travel paper can be asked for.",
        ),
    )?;
    her.factor((
        "individual",
        "knows_rights",
        "protective",
        "moderate",
        "after",
        "now",
        "Explains to a newcomer that wages are owed also without a permit.",
    ))?;
    her.factor((
        "community",
        "safe_space",
        "protective",
        "strong",
        "after",
        "now",
        "A house with a door that she locks herself; Almaz sleeps across the hall.",
    ))?;
    her.factor((
        "household",
        "remittance_pressure",
        "risk",
        "moderate",
        "after",
        "now",
        "The lender sat in her mother’s yard for a day.",
    ))
    .map(drop)
}

/// What it means by now, in her words where she gave them.
pub fn lidia_means(her: &mut Course<'_>) -> anyhow::Result<()> {
    let body = json!({
        "exposed_to": "Being found by the employer; being sent back over the permit; her family being pressed for the debt.",
        "helps_avoid": "A house nobody knows; a code word; no calls to the old number.",
        "helps_resist": "Her daughter’s school as a purpose; the sewing room; she asks before she signs.",
        "helps_recover": "Wages that are owed to her, a passport in her own bag, sleep.",
        "formulation_text": "“They kept my papers, and then they kept me.” The permit names the employer: that made a drawer stronger than a door. What she knew of her rights was what he told her; since she knows better, the same law frightens her less.",
        "person_view": "“I was stupid to sign.” Then, later: “I was alone when I signed.”",
        "overall": "high", "rationale": "Safe today, and held by law and debt: neither ends with the locked door.", "about": ["trafficking"]});
    her.does("assessment.write_formulation", body).map(drop)
}

/// Idris in the first week.
#[expect(clippy::too_many_lines, reason = "a story is told in one piece")]
pub fn idris_begins(he: &mut Course<'_>) -> anyhow::Result<Id> {
    he.factor((
        "individual",
        "language_skills",
        "protective",
        "moderate",
        "during",
        "now",
        "Learned the language of the road in five months.",
    ))?;
    he.factor((
        "individual",
        "low_rights_knowledge",
        "risk",
        "moderate",
        "after",
        "now",
        "Thinks the police decide how old he is.",
    ))?;
    let debt = he.factor((
        "household",
        "debt",
        "risk",
        "weak",
        "before",
        "past",
        "A neighbour paid the lorry; the father says it is settled.",
    ))?;
    he.factor((
        "household",
        "safe_caregiver",
        "protective",
        "moderate",
        "after",
        "now",
        "The foster mother waits with the meal and asks nothing.",
    ))?;
    he.factor((
        "community",
        "safe_space",
        "protective",
        "moderate",
        "after",
        "now",
        "Plays football at the centre on Tuesdays.",
    ))?;
    he.factor((
        "structural",
        "universal_access",
        "protective",
        "moderate",
        "after",
        "expected",
        "School takes children without papers.",
    ))?;
    let relatives = he.factor((
        "household",
        "relatives_at_destination",
        "protective",
        "moderate",
        "during",
        "expected",
        "An uncle in the north drives a lorry.",
    ))?;
    he.acts(
        debt,
        "masks",
        relatives,
        "Nobody says who would pay for the journey to the uncle.",
    )?;
    Ok(relatives)
}

/// Since yesterday the uncle harms where he was thought to protect.
pub fn idris_goes_on(he: &mut Course<'_>, relatives: Id) -> anyhow::Result<()> {
    he.on(1, 12);
    he.again(
        relatives,
        (
            "household",
            "relatives_at_destination",
            "risk",
            "moderate",
            "during",
            "now",
            "The visit: two boys work for the uncle at night.",
        ),
    )?;
    he.factor((
        "individual",
        "education",
        "protective",
        "strong",
        "after",
        "now",
        "In class four days of five; the teacher moved him up.",
    ))
    .map(drop)
}
