//! The supervisor's round through HTTP: figures and their lists, duty and alerts, leave and cover,
//! the year's figure.

use crate::{
    house::House,
    lives::{arrives, consents, registered, screened},
    visitor::Visitor,
};

/// The number of a figure on the supervisor's page, by the address that it opens.
fn figure(visitor: &Visitor<'_>, href: &str) -> String {
    let page = visitor.get("/supervision");
    assert_eq!(page.status, 200, "{}", page.said());
    let before = format!("href=\"{href}\"><span class=\"figure-count\">");
    let rest = page.body.split(&before).nth(1).unwrap_or_default();
    rest.split('<').next().unwrap_or_default().to_owned()
}

const LISTS: [&str; 6] = [
    "contact",
    "arrivals",
    "referrals",
    "decisions",
    "floors",
    "doubts",
];

#[test]
fn every_figure_opens_its_list_and_counts_its_rows() {
    let house = House::new();
    let supervisor = house.visitor("supervisor");
    for list in LISTS {
        let href = format!("/supervision/{list}");
        assert_eq!(figure(&supervisor, &href), "0", "{list}");
        let page = supervisor.get(&href);
        assert!(page.says(&format!("watch-{list}-empty")), "{}", page.said());
    }
    let worker = house.visitor("caseworker");
    let file = arrives(&worker, &[("immediate_needs", "danger_now")]);
    arrives(&house.visitor("caseworker2"), &[]);
    assert_eq!(figure(&supervisor, "/supervision/arrivals"), "1");
    assert_eq!(figure(&supervisor, "/alerts"), "1");
    let list = supervisor.get("/supervision/arrivals");
    assert!(list.body.contains(&file), "{}", list.said());
    assert_eq!(list.body.matches("/registration/assign_worker").count(), 1);
}

#[test]
fn a_lowered_floor_and_a_doubt_are_watched_and_what_waits_for_two_is_with_the_approvals() {
    let house = House::new();
    let (worker, supervisor) = (house.visitor("caseworker"), house.visitor("supervisor"));
    let file = registered(&house, "");
    let doubt = [("duplicate_outcome", "unsure_review_later")];
    worker.did(&file, "registration.resolve_duplicate", &doubt);
    screened(&worker, &file, &[("initial_concerns", "homeless")]);
    let lower = [("risk_level", "low"), ("risk_reason", "it was a mistake")];
    worker
        .does(&file, "screening.decide_risk", &lower)
        .refused("below_floor");
    supervisor.did(&file, "screening.decide_risk", &lower);
    assert_eq!(figure(&supervisor, "/supervision/floors"), "1");
    assert_eq!(figure(&supervisor, "/supervision/doubts"), "1");
    let list = supervisor.get("/supervision/floors");
    assert!(list.body.contains("Invented supervisor"), "{}", list.said());
    assert_eq!(
        figure(&house.visitor("supervisor2"), "/supervision/floors"),
        "0"
    );

    let basis = [
        ("scope", "health_data"),
        ("legal_basis", "legal_obligation"),
        ("reason", "a court asked for it"),
    ];
    worker
        .does(&file, "consent.propose_substitute", &basis)
        .done("substitute");
    assert_eq!(
        figure(&supervisor, "/approvals"),
        "0",
        "none sent for approval"
    );
    assert_eq!(figure(&supervisor, "/supervision/decisions"), "1");
    let second = supervisor.get("/supervision/decisions");
    assert!(second.says("decision-substitute"), "{}", second.said());
    assert_eq!(second.body.matches("<tr").count(), 2, "heads and one row");
    let approvals = supervisor.get("/approvals");
    assert!(
        approvals.says("decision-substitute"),
        "{}",
        approvals.said()
    );
    let manager = house.visitor("case_manager").get("/approvals");
    assert!(!manager.says("decision-substitute"), "not theirs to decide");
}

#[test]
fn who_is_asked_first_gets_the_alert_and_then_the_next_and_then_all() {
    let house = House::new();
    let supervisor = house.visitor("supervisor");
    let puts = |name: &str, number: &str, phone: &str| {
        let account = house.account(name).to_string();
        let fields = [
            ("account", account.as_str()),
            ("number", number),
            ("phone", phone),
        ];
        supervisor.posts("/duty/new", &fields).done("duty");
    };
    puts("overseer", "1", "+390000002");
    puts("case_manager", "1", "+390000001");
    assert_eq!(house.visitor("reception").get("/duty").status, 404);
    let theirs = house.visitor("supervisor2").get("/duty");
    assert!(!theirs.body.contains("+390000001"), "another centre");

    let file = arrives(
        &house.visitor("caseworker"),
        &[("immediate_needs", "danger_now")],
    );
    let (manager, overseer) = (house.visitor("case_manager"), house.visitor("overseer"));
    let says = |visitor: &Visitor<'_>, key: &str| visitor.get("/alerts").says(key);
    assert!(says(&manager, "alerts-mine") && !says(&overseer, "alerts-mine"));
    assert!(
        overseer.get("/alerts").body.contains("tel:+390000001"),
        "whom to call"
    );
    house.pass(jiff::SignedDuration::from_mins(15));
    assert!(says(&overseer, "alerts-mine") && !says(&manager, "alerts-mine"));
    assert!(says(&manager, "alerts-others"), "passed on, and not gone");
    house.pass(jiff::SignedDuration::from_mins(15));
    let supervisor = house.visitor("supervisor");
    let (manager, overseer) = (house.visitor("case_manager"), house.visitor("overseer"));
    assert!(says(&supervisor, "alert-everybody"));
    assert!(says(&overseer, "alerts-mine"), "everybody's now");
    let all = supervisor.get("/alerts").body;
    assert!(all.contains("tel:+390000001") && all.contains("tel:+390000002"));

    let page = manager.get("/alerts");
    let alert = page.input("alert").unwrap().to_owned();
    let taken = manager.does(&file, "reception.take_alert", &[("alert", &alert)]);
    taken.done("reception.take_alert");
    assert!(taken.leads_to().starts_with("/alerts"));
    assert!(says(&supervisor, "alerts-others"));
    assert_eq!(figure(&supervisor, "/alerts"), "0", "somebody is on it");
    let answer = [("alert", alert.as_str()), ("what_was_done", "a safe room")];
    supervisor.did(&file, "reception.answer_alert", &answer);
    assert!(says(&manager, "alerts-empty"));
}

#[test]
fn an_alert_that_passed_on_stands_in_the_day_with_the_number_of_the_one_before() {
    let house = House::new();
    let supervisor = house.visitor("supervisor");
    for (name, number, phone) in [
        ("case_manager", "1", "+390000001"),
        ("colleague", "2", "+390000002"),
    ] {
        let account = house.account(name).to_string();
        let fields = [
            ("account", account.as_str()),
            ("number", number),
            ("phone", phone),
        ];
        supervisor.posts("/duty/new", &fields).done("duty");
    }
    let file = arrives(
        &house.visitor("caseworker"),
        &[("immediate_needs", "danger_now")],
    );
    let (manager, next) = (house.visitor("case_manager"), house.visitor("colleague"));
    let take = format!("/cases/{file}/reception/take_alert");
    let stands = |visitor: &Visitor<'_>| {
        let page = visitor.get("/day").body;
        let now = page.split("aria-labelledby=\"day-now\"").nth(1);
        let now = now.unwrap_or_default().split("</section>").next();
        now.unwrap_or_default().to_owned()
    };
    assert!(stands(&manager).contains(&take), "{}", stands(&manager));
    assert!(!stands(&manager).contains("tel:"), "nobody was before");
    assert!(!stands(&next).contains(&take), "not their turn yet");
    house.pass(jiff::SignedDuration::from_mins(15));
    assert!(stands(&next).contains(&take), "{}", stands(&next));
    assert!(stands(&next).contains("tel:+390000001"), "whom to call");
    assert!(!stands(&manager).contains(&take), "it passed on");

    let alert = next.get("/alerts").input("alert").unwrap().to_owned();
    next.did(&file, "reception.take_alert", &[("alert", &alert)]);
    let mine = stands(&next);
    assert!(mine.contains(&file) && !mine.contains(&take), "{mine}");
    let rows = mine.matches("class=\"day-row\"").count();
    assert_eq!(
        rows, 1,
        "as an alert and not again as something due: {mine}"
    );
    assert_eq!(supervisor.get("/").leads_to(), "/supervision");
    assert_eq!(supervisor.get("/day").status, 404);
}

#[test]
fn a_restricted_alert_passes_only_along_those_who_may_read_it() {
    let house = House::new();
    let supervisor = house.visitor("supervisor");
    for (name, phone) in [
        ("case_manager", "+390000001"),
        ("supervisor", "+390000002"),
        ("focal_point_gbv", "+390000003"),
    ] {
        let account = house.account(name).to_string();
        let fields = [
            ("account", account.as_str()),
            ("number", "9"),
            ("phone", phone),
        ];
        supervisor.posts("/duty/new", &fields).done("duty");
    }
    let need = [("immediate_needs", "sexual_violence_recent")];
    arrives(&house.visitor("caseworker"), &need);
    assert!(
        house
            .visitor("focal_point_gbv")
            .get("/alerts")
            .says("alerts-mine")
    );
    for name in [
        "case_manager",
        "supervisor",
        "caseworker",
        "focal_point_child",
    ] {
        let page = house.visitor(name).get("/alerts");
        assert!(page.says("alerts-empty"), "{name}: {}", page.said());
    }
    assert_eq!(figure(&supervisor, "/alerts"), "0", "no class, no trace");
    let reader = house.visitor("overseer").get("/alerts");
    assert!(reader.says("alerts-others"), "{}", reader.said());
    assert!(!reader.body.contains("+390000001"), "{}", reader.said());
}

#[test]
fn leave_shows_what_nobody_covers_and_one_action_names_the_cover() {
    let house = House::new();
    let supervisor = house.visitor("supervisor");
    let file = registered(&house, "");
    let worker = house.account("caseworker").to_string();
    let cover = house.account("colleague").to_string();
    let page = format!("/supervision/workers/{worker}");
    let form = format!("{page}/leave");
    let leave = |until: &'static str, cover: &str| {
        let fields = [("from", "2026-11-01"), ("until", until), ("cover", cover)];
        supervisor.posts(&form, &fields)
    };
    leave("2026-10-01", &cover).refused("dates_disagree");
    assert_eq!(leave("2026-11-09", &worker).status, 422, "not for oneself");
    leave("2026-11-09", &cover).done("leave");
    let uncovered = |body: &str| body.contains("badge-overdue\">1<");
    assert!(uncovered(&supervisor.get("/supervision").body));

    let colleague = house.visitor("colleague");
    assert_eq!(
        colleague.get(&format!("/cases/{file}")).status,
        404,
        "no access by leave"
    );
    let named = supervisor.posts(&format!("{page}/cover"), &[]);
    named.done("cover");
    assert!(named.leads_to().ends_with("named=1"));
    assert_eq!(
        colleague.get(&format!("/cases/{file}")).status,
        200,
        "now as backup"
    );
    assert!(!uncovered(&supervisor.get("/supervision").body));
    let again = supervisor.posts(&format!("{page}/cover"), &[]);
    assert!(again.leads_to().ends_with("named=0"));
    let days = [("from", "2026-11-01"), ("until", "2026-11-09")];
    for name in [
        "caseworker",
        "supervisor2",
        "report_officer",
        "data_protection",
    ] {
        let other = house.visitor(name);
        assert_eq!(other.get(&form).status, 404, "{name}");
        assert_eq!(other.posts(&form, &days).status, 404, "{name}");
        assert_eq!(
            other.posts(&format!("{page}/cover"), &[]).status,
            404,
            "{name}"
        );
    }
    let end = [days[0], days[1], ("ended", "yes")];
    supervisor.posts(&form, &end).done("leave ended");
    assert!(!supervisor.get(&page).says("leave-title"));
}

/// The yearly figure as this reader finds it.
fn reported(visitor: &Visitor<'_>) -> String {
    let page = visitor.get("/year?year=2026");
    let rest = page.body.split("figure-count\">").nth(1);
    let number = rest.and_then(|rest| rest.split('<').next());
    number.unwrap_or_default().to_owned()
}

#[test]
fn the_year_is_counted_for_three_roles_and_opens_no_case() {
    let house = House::new();
    let worker = house.visitor("caseworker");
    let file = registered(&house, "");
    registered(&house, "2");
    let officer = house.visitor("report_officer");
    assert_eq!(reported(&officer), "0", "nothing was done yet");
    let help = [
        ("service_type", "food"),
        ("modality", "in_kind"),
        ("what", "soup"),
    ];
    worker.did(&file, "reception.give_help", &help);
    for name in ["report_officer", "supervisor", "case_manager"] {
        assert_eq!(reported(&house.visitor(name)), "1", "{name}");
    }
    assert_eq!(
        reported(&house.visitor("report_officer2")),
        "0",
        "another centre"
    );
    let page = officer.get("/year?year=2026");
    assert!(page.says("year-definition-who") && page.says("year-definition-withdrawn"));
    assert!(!page.body.contains(&file) && !page.body.contains("/cases/"));
    for name in [
        "caseworker",
        "reception",
        "psychologist",
        "data_protection",
        "administrator",
    ] {
        assert_eq!(house.visitor(name).get("/year").status, 404, "{name}");
    }
    consents(
        &worker,
        &file,
        "statistics_non_identifying",
        &[("decision", "refused")],
    );
    assert_eq!(reported(&officer), "0", "a tally and no more");
    let page = officer.get("/year");
    assert!(
        page.body.contains("did not want to be counted"),
        "{}",
        page.said()
    );
}

#[test]
fn an_erasure_waits_on_the_page_of_its_second_person() {
    let house = House::new();
    let file = registered(&house, "");
    let page = house.visitor("caseworker").get(&format!("/cases/{file}"));
    let code = crate::lives::code_on(&page.body);
    let fields = [("person_code", code.as_str()), ("reason", "asked for it")];
    house
        .visitor("data_protection")
        .posts("/erasures", &fields)
        .done("erasure");
    let supervisor = house.visitor("supervisor");
    let waits = |visitor: &Visitor<'_>| visitor.get("/approvals").says("erasures-waiting");
    assert!(waits(&supervisor));
    assert!(!waits(&house.visitor("case_manager")) && !waits(&house.visitor("supervisor2")));
    house.app.book.rebuild().unwrap();
    assert!(waits(&supervisor), "also after a start");
    let list = supervisor.get("/approvals").body;
    let id = list
        .split("/erasures/")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .to_owned();
    let sure = [("person_code", code.as_str()), ("sure", "yes")];
    supervisor
        .posts(&format!("/erasures/{id}"), &sure)
        .done("erased");
    assert!(!waits(&supervisor));
}

#[test]
fn a_kept_year_stays_as_it_was_reported() {
    let house = House::new();
    let worker = house.visitor("caseworker");
    let help = [
        ("service_type", "food"),
        ("modality", "in_kind"),
        ("what", "soup"),
    ];
    let file = registered(&house, "");
    worker.did(&file, "reception.give_help", &help);
    let keep = "/year/keep?year=2026";
    let officer = house.visitor("report_officer");
    let too_early = officer.posts(keep, &[]);
    assert!(too_early.says("refusal-not_now"), "{}", too_early.said());
    house.hours(365 * 24);
    let (officer, worker) = (house.visitor("report_officer"), house.visitor("caseworker"));
    assert!(officer.get("/year?year=2026").says("year-not-kept"));
    officer.posts(keep, &[]).done("kept");
    assert_eq!(reported(&officer), "1");
    assert!(!officer.get("/year?year=2026").says("year-corrections"));
    let again = officer.posts(keep, &[("reason", "nothing is new")]);
    assert!(again.says("refusal-already_done"), "{}", again.said());

    consents(
        &worker,
        &file,
        "statistics_non_identifying",
        &[("decision", "refused")],
    );
    assert_eq!(reported(&officer), "1", "what was reported stays");
    let page = officer.get("/year?year=2026");
    assert!(page.says("year-corrections") && page.says("year-keep-again"));
    let silent = officer.posts(keep, &[]);
    assert!(silent.says("refusal-reason_needed"), "{}", silent.said());
    let said = [("reason", "one person took the consent to be counted back")];
    officer.posts(keep, &said).done("corrected");
    assert_eq!(reported(&officer), "0");
    let page = officer.get("/year?year=2026");
    assert!(page.says("year-kept-before") && page.body.contains(said[0].1));

    let supervisor = house.visitor("supervisor");
    assert_eq!(reported(&supervisor), "0", "one figure for every reader");
    assert!(!supervisor.get("/year?year=2026").says("do-year-keep"));
    assert_eq!(supervisor.get(keep).status, 404, "and others keep it");
    assert_eq!(supervisor.posts(keep, &said).status, 404);
}
