//! TEST-01, TEST-02, TEST-04 and TEST-05 of section 9, each half-way, at a day on which there is
//! something to do.

use casework::Id;
use serde_json::{Value, json};

use super::{
    course::{Course, Days},
    lidia, picture,
    script::{Scene, Script},
    words::Person,
};

/// Lidia on day 26, Idris on day 31, Bakary on day 10, Sami on day 15.
pub fn tell(scene: &Scene<'_>, script: &mut Script) -> anyhow::Result<()> {
    lidia::tell(scene, script)?;
    idris(scene, script)?;
    bakary(scene, script)?;
    sami(scene, script)
}

/// Somebody with a history of their own.
pub fn somebody<'s>(
    scene: &'s Scene<'s>,
    script: &mut Script,
    worker: &'static str,
    n: usize,
    line: Value,
) -> anyhow::Result<Course<'s>> {
    let person: Person = serde_json::from_value(line)?;
    let lane = script.lane();
    Course::new(scene, lane, &person, worker, n)
}

/// A goal, its objective and the referral planned for it; answers the action.
pub fn aim(
    course: &mut Course<'_>,
    domain: &str,
    words: &str,
    text: &str,
    target: &str,
    days: i64,
    (service, to): (&str, Id),
) -> anyhow::Result<Id> {
    let scene = course.life.scene;
    let begun = course.life.days_ago();
    let goal = course.does(
        "planning.set_goal",
        json!({"domain": domain, "in_person_words": words, "priority": 1}),
    )?;
    let horizon = if days <= 30 { "short" } else { "medium" };
    let due = scene.day(begun - days);
    let answers = std::mem::take(&mut course.answers);
    let objective = course.does("planning.set_objective", json!({"goal": goal.nth(0), "text": text, "indicator": "seen and noted", "baseline": "none", "target": target, "due": due, "horizon": horizon, "factor_refs": answers}))?;
    let action = course.does("planning.plan_action", json!({"objective": objective.nth(0), "action_type": "referral", "service_type": service, "recipient": to, "responsible": "caseworker", "start": scene.day(begun), "due": due}))?;
    Ok(action.nth(0))
}

/// Watched, dated, agreed, sent for approval.
pub fn agrees(course: &mut Course<'_>, copy: &str) -> anyhow::Result<()> {
    let scene = course.life.scene;
    let begun = course.life.days_ago();
    course.does("planning.plan_monitoring", json!({"how": "talks and calls", "how_often": "weekly", "by_whom": "caseworker", "feedback_channel": "in_person_centre", "info_sharing_summary": "partners learn what the request says"}))?;
    course.does(
        "planning.set_review_date",
        json!({"review_date": scene.day(begun - 28)}),
    )?;
    course.does("planning.record_agreement", json!({"agreed_how": "signature", "agreed_on": scene.day(begun), "language": course.person.speaks[0], "copy_given": copy}))?;
    course
        .does("approval.submit", json!({"subject": "plan"}))
        .map(drop)
}

/// Reviews with the supervisor on these days.
pub fn supervised(course: &mut Course<'_>, days: &[i64], level: &str) -> anyhow::Result<()> {
    let scene = course.life.scene;
    for day in days {
        course.on(*day, 17);
        course.life.does("supervisor", "review.hold_review", json!({"meeting_type": "case_management", "participants": ["caseworker", "supervisor"],
            "goal_progress": "Goals looked at one by one.", "risk_level_new": level, "risk_reason": "the same dangers, held", "decision": "continue", "next_review_on": scene.day(day - 13)}))?;
    }
    Ok(())
}

/// He says sixteen, the police say nineteen; yesterday the uncle turned out not to be safe.
fn idris(scene: &Scene<'_>, script: &mut Script) -> anyhow::Result<()> {
    let line = json!({"name": "إدريس Invented", "sex": "m", "age": 16, "from": "sdn", "speaks": ["ar"], "kind": "alone", "risk": "high", "days": 31, "stage": "assess_sent_risk", "seen": 4, "next": 3});
    let mut he = somebody(scene, script, "colleague", 102, line)?;
    he.registered()?;
    he.on(30, 9);
    he.does("registration.dispute_age", json!({"said_by": "police at the station", "age_said": 19, "dissent": "He counts his school years on his fingers: sixteen."}))?;
    let days = Days {
        assessed: 29,
        planned: 27,
        started: 26,
    };
    he.on(29, 9);
    let uncle = picture::idris_begins(&mut he)?;
    he.assessed(days)?;
    he.on(29, 15);
    he.does("assessment.make_safety_plan", json!({"warning_signs": "somebody at the school gate who knows his name", "safe_places": "the foster family, the school, the centre",
        "who_to_call": "the foster mother, then the centre", "steps": "stays among people, calls, waits to be fetched", "copy_given": "yes"}))?;
    let child_view = "I want to go to school, and not to the uncle before I know him.";
    he.on(27, 10);
    he.does("child.record_bia", json!({"child_view": child_view, "care_now": "foster", "tracing_status": "not_started",
        "recommended_actions": "Foster care goes on while his family is looked for.", "bid_needed": false, "allows": ["temporary_care"]}))?;
    idris_plans(&mut he)?;
    he.on(26, 10);
    let yes = he.consent("tracing", &[]);
    he.does("consent.record_consent", yes)?;
    he.does("child.start_tracing", json!({"who": "an uncle in the north", "what_is_known": "drives a lorry, a scar on the hand"}))?;
    he.on(19, 12);
    he.does("child.record_tracing", json!({"result": "found_safe", "who": "his uncle", "safety_note": "Says the right names; visit to come."}))?;
    for (day, note) in [
        (
            18,
            "Wants to call the uncle today. We wait for the visit first.",
        ),
        (11, "First school report, proud and shy."),
        (
            4,
            "Quiet. Asked whether he must go to the uncle. Told: nobody decides without him.",
        ),
    ] {
        he.on(day, 14);
        he.does("review.record_contact", json!({"mode": "in_person_centre", "contact_type": "centre", "reached": true, "safety_now": "safe", "wellbeing": 2, "progress_note": note, "next_contact_due": scene.day(day - 7)}))?;
    }
    supervised(&mut he, &[30, 17, 5], "high")?;
    he.on(8, 10);
    he.does("child.record_bia", json!({"child_view": child_view, "care_now": "foster", "tracing_status": "found_safe",
        "recommended_actions": "Foster care goes on; panel on where he lives in the long run.", "bid_needed": true, "bid_reason": "durable_solution_for_uasc", "allows": ["temporary_care"]}))?;
    he.on(1, 11);
    he.does("child.record_tracing", json!({"result": "found_unsafe", "who": "his uncle", "safety_note": "The visit: two boys work for him at night. Not before a best-interests step."}))?;
    picture::idris_goes_on(&mut he, uncle)?;
    he.life.into_script(script);
    Ok(())
}

/// School first: that much is sure while everything else is open.
fn idris_plans(he: &mut Course<'_>) -> anyhow::Result<()> {
    let school = he.life.scene.staff.partner("Open School")?;
    he.on(26, 14);
    he.does("planning.start_plan", json!({}))?;
    aim(
        he,
        "education_language",
        "to go to school",
        "is in class four days of five",
        "4 of 5 days",
        60,
        ("school_enrolment", school),
    )?;
    agrees(he, "yes")?;
    he.on(25, 9);
    let yes = json!({"subject": "plan"});
    he.life
        .does("supervisor", "approval.approve", yes)
        .map(drop)
}

/// Found at the gate; on his feet; this morning back in hospital.
#[expect(clippy::too_many_lines, reason = "a story is told in one piece")]
fn bakary(scene: &Scene<'_>, script: &mut Script) -> anyhow::Result<()> {
    let line = json!({"name": "Bakary Invented", "sex": "m", "age": 41, "from": "gmb", "speaks": ["en", "wo"], "kind": "health", "risk": "medium", "days": 10});
    let mut he = somebody(scene, script, "worker", 104, line)?;
    let hospital = scene.staff.partner("Regional Hospital")?;
    he.life.on(10, 2, 10);
    he.life.does("desk", "reception.receive_arrival", json!({"delivery_model": "individual_care", "channel": "in_person_centre", "language": "other", "sex_observed": "male", "age_band": "from18_to59",
        "immediate_needs": ["medical"], "request": "cannot speak", "action_taken": "recovery position, ambulance called 02:12"}))?;
    he.does("registration.register_emergency", json!({"danger": "unconscious at the gate", "minimum_data": "man of about forty, found 02:10"}))?;
    let drafted = he.does("implementation.draft_referral", json!({"to_agency": hospital, "service_type": "specialist_care", "reason": "Unconscious, found at the gate.", "urgency": "now1h", "data_shared": ["need_only"], "channel": "phone"}))?;
    let made = he.does("consent.make_override", json!({"recipient": hospital, "danger": "may die", "why_not_asked": "unconscious", "minimum_data": ["need_only", "health_facts"], "what_was_shared": "how and when he was found", "capacity": "in_doubt"}))?;
    he.does(
        "implementation.send_referral",
        json!({"referral": drafted.nth(0)}),
    )?;
    he.life.on(10, 11, 0);
    he.life.does(
        "supervisor",
        "consent.countersign_override",
        json!({"override_id": made.nth(0), "comment": "Right, and no word too much."}),
    )?;
    he.does("implementation.record_referral_answer", json!({"referral": drafted.nth(0), "status": "in_service", "note": "Admitted; sugar, they say."}))?;
    he.on(8, 9);
    he.does(
        "consent.tell_person",
        json!({"override_id": made.nth(0), "in_their_words": "You did well. Thank you."}),
    )?;
    he.admitted("no")?;
    let days = Days {
        assessed: 7,
        planned: 6,
        started: 6,
    };
    he.assessed(days)?;
    he.on(6, 15);
    he.does("planning.start_plan", json!({}))?;
    let clinic = scene.staff.partner("Hill Clinic")?;
    let action = aim(
        &mut he,
        "health",
        "to know my sugar and not to fall down",
        "measures his sugar on 25 of 30 days",
        "25 days",
        30,
        ("primary_care", clinic),
    )?;
    agrees(&mut he, "yes")?;
    he.life
        .does("supervisor", "approval.approve", json!({"subject": "plan"}))?;
    he.on(5, 10);
    let yes = he.consent("referral", &[clinic]);
    he.does("consent.record_consent", yes)?;
    let control = he.does("implementation.draft_referral", json!({"plan_action_ref": action, "to_agency": clinic, "service_type": "primary_care", "reason": "Diabetes, first control and a meter.", "urgency": "within72h", "data_shared": ["name", "health_facts"], "channel": "in_system"}))?;
    he.does(
        "implementation.send_referral",
        json!({"referral": control.nth(0)}),
    )?;
    he.does("implementation.record_referral_answer", json!({"referral": control.nth(0), "status": "accepted", "note": "Thursday, nine o'clock."}))?;
    he.on(3, 14);
    he.does("review.record_contact", json!({"mode": "in_person_centre", "contact_type": "centre", "reached": true, "safety_now": "safe", "wellbeing": 3, "progress_note": "Walks slowly, jokes fast. Wrote his first numbers into the little book.", "next_contact_due": scene.day(-4)}))?;
    he.life.minutes_ago(150);
    he.does("review.record_trigger", json!({"trigger": "relapse", "text": "In hospital again since the night; the meter was left at the flat.", "about": ["health"]}))?;
    he.life.into_script(script);
    Ok(())
}

/// A single room, a safety reason, and no more than that leaves this house.
fn sami(scene: &Scene<'_>, script: &mut Script) -> anyhow::Result<()> {
    let line = json!({"name": "سامي Invented", "sex": "m", "age": 27, "from": "irq", "speaks": ["ar", "en"], "kind": "asylum", "risk": "medium", "days": 15});
    let mut he = somebody(scene, script, "worker", 105, line)?;
    he.registered()?;
    he.on(10, 9);
    let days = Days {
        assessed: 10,
        planned: 9,
        started: 8,
    };
    he.assessed(days)?;
    he.on(9, 9);
    he.does("registration.record_sogi", json!({"sexual_orientation": "gay", "why_needed": "a single room, and another interpreter", "hide_from": "the interpreter of the first talk"}))?;
    he.does("reception.report_interpreter", json!({"interpreter_ref": "interpreter A", "why_unsafe": "of his community; he is afraid of talk", "replaced_by": "interpreter B", "interview_unreliable": true, "about": ["sogi"]}))?;
    he.does("planning.start_plan", json!({}))?;
    let house = scene.staff.partner("Blue Door")?;
    let lawyers = scene.staff.partner("Lawyers")?;
    let room = aim(
        &mut he,
        "shelter",
        "a door and nobody behind it",
        "has a single room for 60 nights",
        "60 nights",
        60,
        ("rent_support", house),
    )?;
    aim(
        &mut he,
        "legal_migration_status",
        "to say it once, to the right person",
        "has had his asylum interview with a lawyer beside him",
        "1 interview",
        90,
        ("representation", lawyers),
    )?;
    agrees(&mut he, "no_unsafe")?;
    he.life
        .does("supervisor", "approval.approve", json!({"subject": "plan"}))?;
    he.on(7, 10);
    let yes = he.consent("referral", &[house]);
    he.does("consent.record_consent", yes)?;
    let asked = he.does("implementation.draft_referral", json!({"plan_action_ref": room, "to_agency": house, "service_type": "rent_support", "reason": "single room, safety reason", "urgency": "within72h", "data_shared": ["name", "need_only"], "channel": "phone"}))?;
    he.does(
        "implementation.send_referral",
        json!({"referral": asked.nth(0)}),
    )?;
    he.does("implementation.record_referral_answer", json!({"referral": asked.nth(0), "status": "in_service", "note": "Room 4, since the evening."}))?;
    he.on(4, 11);
    he.does("review.record_contact", json!({"mode": "in_person_centre", "contact_type": "centre", "reached": true, "safety_now": "safe", "wellbeing": 3, "progress_note": "Reads the lawyer's questions aloud, in two languages.", "next_contact_due": scene.day(-3)}))?;
    he.life.minutes_ago(21);
    he.does("reception.report_danger", json!({"danger_sources": ["community"], "threat_detail": "A neighbour waited at his door this morning and said he would come back with others.", "current_safety": "at_risk", "suicidal": false, "action_taken": "Sits with us; another room is being looked for today."}))?;
    he.life.into_script(script);
    Ok(())
}
