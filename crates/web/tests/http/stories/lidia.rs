//! TEST-01: a victim of trafficking, searched for by her employer; her own words decide.

use super::{SEND, completes, drafted};
use crate::{
    house::House,
    lives::{IDENTITY, arrives, but, closes, consent, consents, replaces, screened},
    visitor::{Fields, Visitor},
};

const TIP: Fields<'static> = &[
    ("preconditions", "private_room"),
    ("preconditions", "no_companion"),
    ("preconditions", "trusted_interpreter_or_none"),
    ("preconditions", "trained_interviewer"),
    ("preconditions", "basic_needs_met"),
    ("preconditions", "right_to_pause"),
    ("act_finding", "strong"),
    ("act_items", "recruitment"),
    ("act_items", "transport"),
    ("means_finding", "strong"),
    ("means_items", "deception"),
    ("purpose_finding", "strong"),
    ("purpose_items", "servitude"),
    ("planned", "no"),
    ("live_control", "yes"),
    ("smuggling_facts", "no"),
    ("age_at_event", "24"),
];

const LIDIA: Fields<'static> = &[
    ("preferred_name", "Lidia"),
    ("alias", "Lidia"),
    ("nationality", "eth"),
    ("dob", "2002-02-02"),
];

/// D0 and D1: from the hotline to the registration.
fn lidia_comes(house: &House) -> String {
    let worker = house.visitor("trusted");
    let hotline = [
        ("channel", "hotline"),
        ("immediate_needs", "danger_now"),
        ("request", "I left the house"),
    ];
    let file = arrives(&worker, &hotline);
    let medium = [
        ("entry_route", "hotline"),
        ("eligibility_criteria", "vulnerable_to_violence"),
        ("eligibility_result", "eligible"),
        ("intl_protection_concern", "no"),
        ("initial_risk", "medium"),
        ("risk_reason", "searched for"),
    ];
    let below = worker.does(&file, "screening.screen", &medium);
    below.refused("below_floor");
    assert!(below.minds("initial_risk"), "{}", below.said());
    screened(&worker, &file, &[("initial_risk", "urgent")]);
    house.hours(20);
    let worker = house.visitor("trusted");
    for scope in ["registration", "case_management", "health_data"] {
        consents(&worker, &file, scope, &[]);
    }
    let refuses = consent("authority_report", &[("decision", "refused")]);
    worker.did(&file, "consent.record_consent", &refuses);
    let lidia = but(IDENTITY, LIDIA);
    replaces(&worker, &file, "registration.record_identity", &lidia);
    let contact = [
        ("safe_channel", "phone_call"),
        ("may_leave_message", "no"),
        ("code_word", "bread"),
    ];
    completes(house, &file, "trusted", &contact);
    file
}

/// D2: what she tells, what it is, and who confirms it.
fn lidia_tells(house: &House, file: &str) {
    let worker = house.visitor("trusted");
    let safety = [
        ("asked_in_private", "yes"),
        ("current_safety", "at_risk"),
        ("danger_sources", "employer"),
        ("threat_detail", "is looking for her"),
    ];
    worker.did(file, "assessment.check_safety", &safety);
    let screen = "assessment.screen_tip";
    worker.does(file, screen, TIP).refused("consent_missing");
    consents(&worker, file, "vot_screening", &[]);
    let unprepared: Vec<_> = TIP.iter().skip(1).copied().collect();
    let answer = worker.does(file, screen, &unprepared);
    answer.refused("preconditions_missing");
    let screening = worker.makes(file, screen, TIP);
    let which = ("screening", screening.as_str());
    let concluded = [which, ("conclusion", "vot_assessed")];
    worker.did(file, "assessment.conclude_tip", &concluded);
    let agrees = [which, ("agrees", "yes")];
    let own = worker.does(file, "assessment.confirm_tip", &agrees);
    assert_eq!(own.status, 404, "{}", own.said());
    let overseer = house.visitor("overseer");
    overseer.did(file, "assessment.confirm_tip", &agrees);
}

#[test]
fn test_01_lidia_is_found_by_nobody_and_reported_by_nobody_but_herself() {
    let house = House::new();
    let file = lidia_comes(&house);
    house.hours(24);
    lidia_tells(&house, &file);
    let worker = house.visitor("trusted");
    let sms = [
        ("contact_type", "message"),
        ("mode", "sms"),
        ("reached", "no"),
    ];
    let answer = worker.does(&file, "review.record_contact", &sms);
    answer.refused("channel_unsafe");
    assert!(answer.minds("mode"));
    let lower = [("risk_level", "medium"), ("risk_reason", "calmer")];
    let answer = worker.does(&file, "screening.decide_risk", &lower);
    answer.refused("below_floor");
    let high = [("risk_level", "high"), ("risk_reason", "in a safe place")];
    worker.did(&file, "screening.decide_risk", &high);
    house.hours(24);
    let aims = her_plan(&house, &file);
    nobody_else_finds_her(&house, &file);
    her_words_decide(&house, &file);
    the_end_needs_a_supervisor(&house, &file, &aims);
}

#[test]
fn whoever_approves_reads_first_what_is_new_since_the_plan_was_approved() {
    const PLAN: &str = "approval/approve?subject=plan";
    let house = House::new();
    let file = lidia_comes(&house);
    house.hours(24);
    lidia_tells(&house, &file);
    house.hours(24);
    her_plan(&house, &file);
    let (worker, overseer) = (house.visitor("trusted"), house.visitor("overseer"));
    let since = |form: &str| {
        let said = overseer.opens(&file, form).said();
        let said = said.replace(['\u{2068}', '\u{2069}'], "");
        let from = said.find("Since version 1")?;
        said[from..].split(" | ").next().map(str::to_owned)
    };
    assert_eq!(since(PLAN), None, "it is approved");
    let why = [("reason", "she found work"), ("asked_by", "person")];
    worker.did(&file, "planning.revise_plan", &why);
    let nothing = "Since version 1, which was approved. Nothing differs.";
    assert_eq!(since(PLAN).as_deref(), Some(nothing));
    let work = [
        "livelihood_work_training",
        "my own work",
        "medium",
        "2027-01-03",
    ];
    aim(&worker, &file, work, &[("service_type", "accompaniment")]);
    let review = [("review_date", "2026-11-10")];
    replaces(&worker, &file, "planning.set_review_date", &review);
    let new = "Since version 1, which was approved. Added: 1 goal, 1 objective, 1 action. Changed: \
        the day of the review.";
    assert_eq!(since(PLAN).as_deref(), Some(new));
    let compared = format!("/cases/{file}/plan/compare?from=1");
    assert!(overseer.opens(&file, PLAN).body.contains(&compared));
    assert!(overseer.get(&compared).body.contains("my own work"));
    assert_eq!(since("approval/approve?subject=closure"), None);
}

/// One aim of hers with its objective and action; the action.
fn aim(worker: &Visitor<'_>, file: &str, aim: [&str; 4], more: Fields<'_>) -> String {
    let [domain, words, horizon, due] = aim;
    let need = [
        ("domain", domain),
        ("status", "need"),
        ("severity", "serious"),
    ];
    worker.did(file, "assessment.answer_need", &need);
    let goal = [
        ("domain", domain),
        ("in_person_words", words),
        ("priority", "1"),
    ];
    let goal = worker.makes(file, "planning.set_goal", &goal);
    let objective = [
        ("goal", goal.as_str()),
        ("text", words),
        ("indicator", "she says so"),
        ("baseline", "not yet"),
        ("target", "once"),
        ("due", due),
        ("horizon", horizon),
    ];
    let objective = worker.makes(file, "planning.set_objective", &objective);
    let action = [
        ("objective", objective.as_str()),
        ("action_type", "direct"),
        ("responsible", "caseworker"),
        ("start", "2026-11-05"),
        ("due", due),
    ];
    worker.makes(file, "planning.plan_action", &but(&action, more))
}

/// D3: a safe house within 30 days, a passport within 60, her wages within 180.
fn her_plan(house: &House, file: &str) -> [(&'static str, String); 3] {
    let worker = house.visitor("trusted");
    let consulate = house.partner("Consulate");
    worker.did(file, "planning.start_plan", &[]);
    let roof = ["safety", "a door that I can lock", "short", "2026-12-04"];
    let house_found = aim(&worker, file, roof, &[("service_type", "safe_house")]);
    let passport = ["documentation", "my passport", "medium", "2027-01-03"];
    let referral = [
        ("action_type", "referral"),
        ("service_type", "consular_liaison"),
        ("recipient", consulate.as_str()),
    ];
    let passport_made = aim(&worker, file, passport, &referral);
    let wages = [
        "legal_migration_status",
        "what I earned",
        "medium",
        "2027-05-03",
    ];
    let claim = [("service_type", "compensation_claim")];
    let wages_paid = aim(&worker, file, wages, &claim);
    let page = worker.opens(file, "planning");
    assert!(
        page.says("code-action_status-waiting_for_consent"),
        "{}",
        page.said()
    );
    let watched = [
        ("how", "visits"),
        ("how_often", "weekly"),
        ("by_whom", "caseworker"),
        ("feedback_channel", "phone_call"),
        ("info_sharing_summary", "the shelter learns the date only"),
    ];
    replaces(&worker, file, "planning.plan_monitoring", &watched);
    let review = [("review_date", "2026-11-09")];
    replaces(&worker, file, "planning.set_review_date", &review);
    let agreed = [
        ("agreed_how", "signature"),
        ("agreed_on", "2026-11-05"),
        ("language", "ar"),
        ("copy_given", "yes"),
    ];
    worker.did(file, "planning.record_agreement", &agreed);
    her_plan_is_approved(house, file);
    [
        (roof[0], house_found),
        (passport[0], passport_made),
        (wages[0], wages_paid),
    ]
}

/// The gate asks for a safety plan; another person approves.
fn her_plan_is_approved(house: &House, file: &str) {
    let worker = house.visitor("trusted");
    let subject = [("subject", "plan")];
    let early = worker.does(file, "approval.submit", &subject);
    early.refused("gate_not_met").misses("safety_plan");
    let safety = [
        ("warning_signs", "his car"),
        ("safe_places", "the shelter"),
        ("who_to_call", "the duty phone"),
        ("steps", "go in, lock, call"),
        ("copy_given", "no_unsafe"),
    ];
    replaces(&worker, file, "assessment.make_safety_plan", &safety);
    worker.did(file, "approval.submit", &subject);
    let own = worker.does(file, "approval.approve", &subject);
    assert_eq!(own.status, 404, "{}", own.said());
    let overseer = house.visitor("overseer");
    let form = overseer.opens(file, "approval/approve?subject=plan");
    assert!(form.says("since-first"), "{}", form.said());
    assert!(
        form.body.contains("a door that I can lock"),
        "the plan itself"
    );
    let back = [("subject", "plan"), ("comment", "why so soon?")];
    overseer.did(file, "approval.send_back", &back);
    let says_back = || worker.opens(file, "planning").body.contains("Sent back – ");
    assert!(says_back());
    worker.did(file, "approval.submit", &subject);
    assert!(!says_back());
    overseer.did(file, "approval.approve", &subject);
}

fn nobody_else_finds_her(house: &House, file: &str) {
    for name in ["colleague", "caseworker2", "focal_point_gbv"] {
        let visitor = house.visitor(name);
        for query in ["Lidia", "eth", "Ethiopia"] {
            let found = visitor.get(&format!("/search?q={query}"));
            assert!(found.says("search-empty"), "{name}: {}", found.said());
            assert!(!found.body.contains(file), "{name}");
        }
        assert_eq!(visitor.get(&format!("/cases/{file}")).status, 404);
    }
    let tip = house.visitor("focal_point_tip");
    assert_eq!(tip.get(&format!("/cases/{file}")).status, 200);
}

fn her_words_decide(house: &House, file: &str) {
    let (court, consulate) = (house.partner("Court"), house.partner("Consulate"));
    let worker = house.visitor("trusted");
    let authority = [("authority", "yes")];
    let report = drafted(&worker, file, &court, "tip_national_referral", &authority);
    let passport = drafted(&worker, file, &consulate, "consular_liaison", &[]);
    let (report, passport) = (
        &[("referral", report.as_str())],
        [("referral", passport.as_str())],
    );
    let formal = [
        ("formal_status", "referred_to_authority"),
        ("authority", "the police"),
    ];
    house.hours(24 * 17);
    let worker = house.visitor("trusted");
    worker.does(file, SEND, report).refused("consent_refused");
    let told = worker.does(file, "assessment.change_formal_status", &formal);
    told.refused("consent_refused");
    worker
        .does(file, SEND, &passport)
        .refused("consent_missing");
    let to_court = [("recipients", court.as_str())];
    let to_consulate = [("recipients", consulate.as_str())];
    let no = but(&to_consulate, &[("decision", "refused")]);
    consents(&worker, file, "consular_contact", &no);
    worker
        .does(file, SEND, &passport)
        .refused("consent_refused");
    house.hours(24 * 6);
    let worker = house.visitor("trusted");
    consents(&worker, file, "consular_contact", &to_consulate);
    worker.did(file, SEND, &passport);
    house.hours(24 * 44);
    let worker = house.visitor("trusted");
    worker.does(file, SEND, report).refused("consent_refused");
    consents(&worker, file, "authority_report", &to_court);
    worker.did(file, SEND, report);
    worker.did(file, "assessment.change_formal_status", &formal);
    house.hours(24 * 5);
    let worker = house.visitor("trusted");
    let recognised = but(&formal, &[("formal_status", "recognised")]);
    worker.did(file, "assessment.change_formal_status", &recognised);
    for referral in [report[0], passport[0]] {
        for status in ["accepted", "completed"] {
            let answer = [referral, ("status", status), ("outcome", "done")];
            let answer = if status == "accepted" {
                &answer[..2]
            } else {
                &answer[..]
            };
            worker.did(file, "implementation.record_referral_answer", answer);
        }
    }
}

fn the_end_needs_a_supervisor(house: &House, file: &str, aims: &[(&str, String)]) {
    house.hours(24 * 135);
    let worker = house.visitor("trusted");
    let subject = [("subject", "closure")];
    let early = worker.does(file, "approval.submit", &subject);
    early.refused("gate_not_met").misses("closure_reason");
    let own = worker.does(file, "approval.approve", &subject);
    assert_eq!(own.status, 404);
    let end = [
        ("reason", "objectives_met"),
        ("objectives_outcome", "all met"),
        ("final_picture", "steady work, a room"),
        ("safety_after", "lives elsewhere"),
        ("person_prepared", "yes"),
        ("reentry_info_given", "yes"),
        ("feedback_offered", "yes"),
    ];
    replaces(
        &worker,
        file,
        "closure.propose_closure",
        &but(&end, &[("final_risk", "low")]),
    );
    let unmet = worker.does(file, "approval.submit", &subject);
    unmet
        .refused("gate_not_met")
        .misses("unmet_need_disposition");
    for (domain, action) in aims {
        let done = [
            ("action", action.as_str()),
            ("status", "done"),
            ("outcome", "done"),
        ];
        worker.did(file, "implementation.end_action", &done);
        let met = [("domain", *domain), ("status", "met")];
        let form = format!("assessment/answer_need?domain={domain}");
        let base = worker
            .opens(file, &form)
            .input("base")
            .unwrap_or_default()
            .to_owned();
        worker.did(
            file,
            "assessment.answer_need",
            &but(&met, &[("base", &base)]),
        );
    }
    closes(house, &worker, file, &end);
    let closed = house.visitor("trusted").get("/cases/closed");
    assert!(closed.body.contains(file), "{}", closed.said());
}
