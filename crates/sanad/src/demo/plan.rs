//! The plan and what follows from it: goals, referrals and their answers (sections 5 and 6).

use casework::Id;
use serde_json::json;

use super::{
    course::{Course, Days},
    rhythm::{accompanied, looked_at_again, rhythm, supervised},
    words::Goal,
};

/// From the plan on, as far as the person's line says.
pub fn goes_on(course: &mut Course<'_>, days: Days) -> anyhow::Result<()> {
    accompanied(course, days)?;
    supervised(course)?;
    let stage = course.person.stage.clone();
    if matches!(stage.as_str(), "assess_sent" | "assess_sent_risk") {
        return Ok(());
    }
    let plan = begun(course, days, stage == "planning")?;
    if stage == "planning" {
        return Ok(());
    }
    course.does("approval.submit", json!({"subject": "plan"}))?;
    match stage.as_str() {
        "plan_sent" => return Ok(()),
        "plan_back" => {
            course.on(1, 15);
            let back = json!({"subject": "plan", "comment": "Good goals. The second has no number to measure it by: how many nights, how many days?"});
            return course
                .life
                .does("supervisor", "approval.send_back", back)
                .map(drop);
        }
        _ => {}
    }
    course.on(days.started, 14);
    course
        .life
        .does("supervisor", "approval.approve", json!({"subject": "plan"}))?;
    for (at, action) in plan.iter().enumerate() {
        refers(course, days, at, *action)?;
    }
    services(course, days)?;
    looked_at_again(course, days)?;
    if stage == "revising" {
        revises(course)?;
    }
    Ok(())
}

/// The plan as it is first agreed; answers its referral actions.
fn begun(course: &mut Course<'_>, days: Days, half: bool) -> anyhow::Result<Vec<Id>> {
    let scene = course.life.scene;
    let hour = if days.planned == days.assessed {
        16
    } else {
        10
    };
    course.on(days.planned, hour);
    if course.grave() {
        course.does("assessment.make_safety_plan", json!({"warning_signs": "the same car twice; a call without a number",
            "safe_places": "the centre, the library, the neighbour on the first floor", "who_to_call": "the centre by day, the hotline by night",
            "steps": "leave by the yard, take the small bag, call from the station", "copy_given": "no_unsafe"}))?;
    }
    course.does("planning.start_plan", json!({}))?;
    let mut actions = Vec::new();
    let goals = if half { 1 } else { course.kind.goals.len() };
    for (at, goal) in course.kind.goals.iter().take(goals).enumerate() {
        actions.push(aims(course, days, at, goal)?);
    }
    if half {
        return Ok(actions);
    }
    course.does("planning.plan_monitoring", json!({"how": (["talks at the centre", "visits and calls", "calls at the agreed hour"][course.n % 3]),
        "how_often": if course.grave() { "weekly" } else { "every two weeks" }, "by_whom": "caseworker",
        "feedback_channel": "in_person_centre", "info_sharing_summary": "partners learn what the request says, and no more"}))?;
    let last = |risk: &str| {
        let (_, review, reassess) = rhythm(risk);
        review.min(reassess)
    };
    let within = last(course.first_risk()).min(last(&course.person.risk));
    let looks = days.started - within.max(2);
    course.does(
        "planning.set_review_date",
        json!({"review_date": scene.day(looks)}),
    )?;
    let how = ["signature", "signature", "thumbprint", "certified_verbal"][course.n % 4];
    let mut agreed = json!({"agreed_how": how, "agreed_on": scene.day(days.planned), "language": course.person.speaks[0],
        "copy_given": if course.grave() { "no_unsafe" } else { "yes" }});
    if how == "certified_verbal" {
        agreed["certificate"] =
            json!("Read aloud in full; agreed to every line, before the interpreter.");
    }
    course.does("planning.record_agreement", agreed)?;
    Ok(actions)
}

/// Days from the plan to a goal's date: what is worked on now is not over yet.
fn due_in(course: &Course<'_>, days: Days, goal: &Goal) -> i64 {
    let ahead = days.planned + 6 + i64::try_from(course.n * 5 % 31).unwrap_or_default();
    if course.person.closed.is_some() {
        goal.days
    } else {
        goal.days.max(ahead)
    }
}

fn aims(course: &mut Course<'_>, days: Days, at: usize, goal: &Goal) -> anyhow::Result<Id> {
    let scene = course.life.scene;
    let within = due_in(course, days, goal);
    let horizon = match within {
        ..=30 => "short",
        31..=180 => "medium",
        _ => "long",
    };
    let set = course.does("planning.set_goal", json!({"domain": goal.domain, "in_person_words": course.say(&goal.words), "priority": at + 1}))?;
    let due = scene.day(days.planned - within);
    let objective = course.does("planning.set_objective", json!({"goal": set.nth(0), "text": course.say(&goal.text),
        "indicator": course.say(&goal.indicator), "baseline": course.say(&goal.baseline), "target": course.say(&goal.target),
        "due": due, "horizon": horizon}))?;
    let action = course.does("planning.plan_action", json!({"objective": objective.nth(0), "action_type": "referral",
        "service_type": goal.service, "recipient": scene.staff.partner(&goal.to)?, "responsible": "caseworker",
        "start": scene.day(days.planned), "due": due}))?;
    if course.n % 2 == at % 2 {
        let own = [
            "to bring the papers that are still missing",
            "to come to the first appointment alone",
            "to call the partner once a week",
            "to keep a notebook",
        ][course.n % 4];
        course.does("planning.plan_action", json!({"objective": objective.nth(0), "action_type": "by_person", "responsible": "person",
            "start": scene.day(days.planned), "due": due, "note": own}))?;
    }
    Ok(action.nth(0))
}

fn state_of<'c>(course: &'c Course<'_>, at: usize) -> &'c str {
    if course.person.closed.is_some() {
        return "done";
    }
    course.person.refs.get(at).map_or("none", String::as_str)
}

/// The referral of a goal, as far as it came.
fn refers(course: &mut Course<'_>, days: Days, at: usize, action: Id) -> anyhow::Result<()> {
    let state = state_of(course, at).to_owned();
    let kind = course.kind;
    let Some(goal) = kind.goals.get(at).filter(|_| state != "none") else {
        return Ok(());
    };
    let to = course.life.scene.staff.partner(&goal.to)?;
    let sent = match state.as_str() {
        "sent" => 0,
        "late" => days
            .started
            .min(6 + i64::try_from(course.n % 5).unwrap_or_default()),
        "ack" => days.started.min(4),
        _ => days.started,
    };
    course.on(sent, 11 + i64::try_from(at).unwrap_or_default());
    if state != "waits" {
        let mut yes = course.consent("referral", &[to]);
        yes["service_types"] = json!([goal.service]);
        course.does("consent.record_consent", yes)?;
    }
    let channel = ["in_system", "encrypted_mail", "phone", "paper"][course.n % 4];
    let drafted = course.does("implementation.draft_referral", json!({"plan_action_ref": action, "to_agency": to, "service_type": goal.service,
        "reason": course.say(&goal.ask), "urgency": goal.urgency, "data_shared": goal.shares, "channel": channel}))?;
    if matches!(state.as_str(), "waits" | "draft") {
        return Ok(());
    }
    let referral = drafted.nth(0);
    course.does(
        "implementation.send_referral",
        json!({"referral": referral}),
    )?;
    answered(course, sent, &state, referral)?;
    if state == "done" {
        let end = json!({"action": action, "status": "done", "outcome": course.say(&course.life.scene.words.shared.completed)});
        course.does("implementation.end_action", end)?;
    }
    Ok(())
}

fn answered(course: &mut Course<'_>, sent: i64, state: &str, referral: Id) -> anyhow::Result<()> {
    let words = &course.life.scene.words.shared;
    let last = course.person.closed.unwrap_or_default();
    let says = |course: &mut Course<'_>, after: i64, status: &str, more: (&str, String)| {
        course.on((sent - after).max(last).max(0), 15);
        let mut body = json!({"referral": referral, "status": status});
        body[more.0] = json!(more.1);
        course
            .does("implementation.record_referral_answer", body)
            .map(drop)
    };
    let steps: &[&str] = match state {
        "ack" => &["acknowledged"],
        "accepted" => &["acknowledged", "accepted"],
        "serving" => &["acknowledged", "accepted", "in_service"],
        "done" => &["accepted", "in_service", "completed"],
        _ => &[],
    };
    for (at, status) in (1..).zip(steps) {
        let (field, text) = match *status {
            "completed" => ("outcome", course.say(&words.completed)),
            _ => ("note", course.say(&words.accepted)),
        };
        says(course, at * at + 1, status, (field, text))?;
    }
    if state == "full" {
        let instead = course.say(&words.instead);
        course.on((sent - 2).max(0), 15);
        course.does(
            "implementation.record_referral_answer",
            json!({"referral": referral, "status": "service_unavailable",
            "gap_reason": "full", "note": course.say(&words.full), "alternative": instead}),
        )?;
    }
    Ok(())
}

/// Help that the centre itself gives on the way.
fn services(course: &mut Course<'_>, days: Days) -> anyhow::Result<()> {
    const GIVEN: [(&str, &str, &str); 6] = [
        ("voucher", "voucher", "food vouchers for two weeks"),
        ("nfi_kit", "in_kind", "winter kit"),
        ("local_transport", "in_kind", "bus card for the month"),
        (
            "legal_information",
            "information",
            "evening on rights, with interpreter",
        ),
        ("interpretation", "service", "interpreter at the town hall"),
        ("dignity_kit", "in_kind", "hygiene kit"),
    ];
    let last = course.person.closed.unwrap_or_default();
    let count = if days.started - last > 40 { 2 } else { 1 };
    for at in 0..count {
        let (service, modality, note) = GIVEN[(course.n + at) % GIVEN.len()];
        let back = (days.started - last) / i64::try_from(count + 1).unwrap_or(2)
            * i64::try_from(at).unwrap_or_default();
        course.on((days.started - back).max(last), 12);
        course.does("implementation.record_service", json!({"service_type": service, "modality": modality, "provider": "Centre of the Two Roads",
            "direct_or_referral": "direct", "status": "delivered", "quantity": 1, "note": note}))?;
    }
    Ok(())
}

/// A new version is being written: somebody asked for a change.
fn revises(course: &mut Course<'_>) -> anyhow::Result<()> {
    course.on(2, 10);
    let why = if course.french() {
        "la personne souhaite commencer par le travail"
    } else {
        "wants to begin with work, and to let the rest wait"
    };
    course
        .does(
            "planning.revise_plan",
            json!({"reason": why, "asked_by": "person"}),
        )
        .map(drop)
}
