//! What a visitor should meet: a plan in its fourth version with a disagreement, a consent
//! withdrawn yesterday, a transfer that nobody answered, a death.

use serde_json::json;

use super::{
    family::Household,
    plan,
    script::{Scene, Script},
    stories::somebody,
};

/// All of them.
pub fn tell(scene: &Scene<'_>, script: &mut Script) -> anyhow::Result<()> {
    disagrees(scene, script)?;
    withdraws(scene, script)?;
    moves(scene, script)?;
    dies(scene, script)
}

/// Four versions, and a person who says what she thinks of the last.
fn disagrees(scene: &Scene<'_>, script: &mut Script) -> anyhow::Result<()> {
    let line = json!({"name": "ሚርያም ኣብርሃ", "sex": "f", "age": 36, "from": "eri", "speaks": ["ti", "en"], "kind": "wages", "risk": "medium", "days": 150, "stage": "working", "seen": 5, "next": 9, "refs": ["serving", "accepted"]});
    let mut she = somebody(scene, script, "worker", 108, line)?;
    she.registered()?;
    let days = she.days();
    she.assessed(days)?;
    plan::goes_on(&mut she, days)?;
    for (day, why, by) in [
        (
            95,
            "the first employer closed; the claim goes against the contractor",
            "caseworker",
        ),
        (48, "wants evenings free for the course", "person"),
        (
            3,
            "the budget ends in spring: the course is to come before the job",
            "supervisor",
        ),
    ] {
        she.on(day, 10);
        she.does(
            "planning.revise_plan",
            json!({"reason": why, "asked_by": by}),
        )?;
        she.does(
            "planning.set_review_date",
            json!({"review_date": scene.day(day - 40)}),
        )?;
        let mut said = json!({"agreed_how": "signature", "agreed_on": scene.day(day), "language": "ti", "copy_given": "yes"});
        if by == "supervisor" {
            said = json!({"agreed_how": "disagrees", "agreed_on": scene.day(day), "language": "ti", "copy_given": "yes",
                "disagreement": "I need the job now. You put the course first because of your budget, not because of me."});
        }
        she.does("planning.record_agreement", said)?;
        she.does("approval.submit", json!({"subject": "plan"}))?;
        if by != "supervisor" {
            she.on(day - 1, 9);
            she.life
                .does("supervisor", "approval.approve", json!({"subject": "plan"}))?;
        }
    }
    she.life.into_script(script);
    Ok(())
}

/// Yesterday he took his yes back; everything rests, and partners have to be told.
fn withdraws(scene: &Scene<'_>, script: &mut Script) -> anyhow::Result<()> {
    let line = json!({"name": "Amadou Ndiaye", "sex": "m", "age": 30, "from": "sen", "speaks": ["wo", "fr"], "kind": "papers", "risk": "low", "days": 64, "stage": "working", "seen": 6, "next": 15, "refs": ["serving", "accepted"]});
    let mut he = somebody(scene, script, "worker", 109, line)?;
    he.registered()?;
    let days = he.days();
    he.assessed(days)?;
    plan::goes_on(&mut he, days)?;
    he.on(1, 16);
    he.does("consent.withdraw_consent", json!({"scope": "case_management", "in_their_words": "You were kind. I want to do it alone now, and nobody should call the town hall for me."}))?;
    he.life.into_script(script);
    Ok(())
}

/// Offered to the other centre four days ago; nobody said yes or no.
fn moves(scene: &Scene<'_>, script: &mut Script) -> anyhow::Result<()> {
    let line = json!({"name": "Yusuf Adan", "sex": "m", "age": 24, "from": "som", "speaks": ["so", "ar"], "kind": "street", "risk": "medium", "days": 67, "stage": "working", "seen": 5, "next": 6, "refs": ["done", "accepted"]});
    let mut he = somebody(scene, script, "worker3", 110, line)?;
    he.registered()?;
    let days = he.days();
    he.assessed(days)?;
    plan::goes_on(&mut he, days)?;
    he.on(4, 11);
    let proposed = he.does("transfer.propose_transfer", json!({"to": "other_centre", "receiver": scene.staff.centre("Harbour House")?, "reason": "He found work at the harbour and moves there on Monday.",
        "handover_plan": "Both workers meet him at the harbour gate; the course ends here, the shelter goes on there.", "person_informed": true}))?;
    he.does("transfer.offer", json!({"transfer": proposed.nth(0)}))?;
    he.life.into_script(script);
    Ok(())
}

/// He died two days ago; she depends on him, and somebody has to look.
fn dies(scene: &Scene<'_>, script: &mut Script) -> anyhow::Result<()> {
    let his = json!({"name": "Tesfay Araya", "sex": "m", "age": 49, "from": "eri", "speaks": ["ti"], "kind": "health", "risk": "medium", "days": 71, "stage": "working", "seen": 9, "next": 5, "refs": ["serving", "none"], "household": "head"});
    let hers = json!({"name": "ለተብርሃን Araya", "sex": "f", "age": 45, "from": "eri", "speaks": ["ti"], "kind": "elder", "risk": "low", "days": 71, "stage": "working", "seen": 9, "next": 5, "refs": ["serving", "none"], "household": "spouse"});
    let mut home = Household::default();
    let lane = script.lane();
    for (n, line, role) in [(111, hers, "spouse"), (112, his, "head")] {
        let person: super::words::Person = serde_json::from_value(line)?;
        let mut one = super::course::Course::new(scene, lane, &person, "worker", n)?;
        one.registered()?;
        let days = one.days();
        one.assessed(days)?;
        plan::goes_on(&mut one, days)?;
        home.add(one.life.file, role);
        if role == "head" {
            one.on(2, 18);
            one.does("closure.record_death", json!({"died_on": scene.day(2), "source": "the ward of the Regional Hospital, by telephone", "note": "In his sleep. His wife was with him."}))?;
        }
        one.life.into_script(script);
    }
    home.formed(scene, lane, "worker", 70, script)
}
