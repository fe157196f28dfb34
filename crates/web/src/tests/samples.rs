//! Sample pages with everything on them. `WEB_SAMPLES=folder cargo test -p web samples` writes them.

use askama::Template;
use axum::response::Response;
use forms::{Choices, CodeList, Form, Problem, Problems};

use crate::parts::{
    Badge, Cell, Empty, Entry, Facts, Notice, Pager, Person, Step, StepState, Steps, Story, Table,
    Tone,
};
use crate::{FormView, Lang, Page, Shell, T, assets};

const SAFETY: CodeList = CodeList {
    name: "safety",
    codes: &["safe", "at_risk", "immediate_danger"],
};
const DOMAIN: CodeList = CodeList {
    name: "domain",
    codes: &[
        "shelter", "food", "health", "legal", "work", "school", "family",
    ],
};
const NEEDS: CodeList = CodeList {
    name: "needs",
    codes: &["medical", "shelter", "food", "child_alone", "none"],
};

/// A form with every kind of question.
pub(super) fn form() -> Form {
    Form::new("sample.safety")
        .purpose("safety")
        .section("now")
        .code_or("current_safety", SAFETY)
        .required()
        .long_text("threat_detail", 4000)
        .required()
        .high()
        .only_when("current_safety", &["at_risk", "immediate_danger"])
        .yes_no("safe_tonight")
        .multi_or("immediate_needs", NEEDS)
        .required()
        .section("more")
        .code("domain", DOMAIN)
        .score("wellbeing", 0, 4)
        .date("arrived_on", false)
        .date_time("seen_at", false)
        .int("children", 0, 20)
        .money("cost")
        .section("contact")
        .text("name", 80)
        .required()
        .medium()
        .phone("phone")
        .pick("worker")
        .tick("told")
        .hidden("case")
}

pub(super) fn choices() -> Choices {
    Choices::none().with("worker", [("a1", "Amal Haddad"), ("b2", "Bruno Conti")])
}

pub(super) fn problems() -> Problems {
    let typed = [
        ("current_safety", "at_risk"),
        ("threat_detail", ""),
        ("immediate_needs", "medical"),
        ("immediate_needs", "none"),
        ("arrived_on", "21/11/26"),
        ("name", "نور <b>\"x\"</b>"),
        ("case", "k7"),
    ];
    let typed: Vec<_> = typed
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect();
    Problems::none(&typed)
        .on("threat_detail", Problem::Missing)
        .on("immediate_needs", Problem::Contradiction)
        .on("arrived_on", Problem::NotADate)
}

fn shell(lang: Lang, path: &str) -> Shell {
    let mut shell = Shell::new(lang, path)
        .signed_in("Marta Ricci", "Caseworker · Centro Aurora")
        .place("/", "nav-today");
    shell = shell
        .place("/cases", "nav-cases")
        .place("/reports", "nav-reports");
    shell.nav[0].count = Some(3);
    shell
}

fn person(t: T) -> Person {
    Person::new(t, "K-0412")
        .name("نور الهدى Amari")
        .about("24".to_owned())
        .about("العربية, Français".to_owned())
        .badge(Badge::risk(t, "high"))
        .badge(Badge::restricted("MHPSS".to_owned()))
        .fact(
            t.say("section-contact"),
            "SMS, 10:00–12:00, “Lina”".to_owned(),
        )
        .fact(t.say("section-now"), t.code("safety", "at_risk"))
        .fact(t.say("field-seen_at"), "24 November 2026".to_owned())
}

fn steps(t: T) -> Steps {
    let states = [
        ("registration", StepState::Done),
        ("assessment", StepState::InProgress),
        ("planning", StepState::AwaitingApproval),
        ("implementation", StepState::RevisitDue),
        ("review", StepState::NotStarted),
        ("closure", StepState::NotStarted),
    ];
    let step = |(key, state)| Step {
        key,
        state,
        href: (key != "closure").then(|| format!("/cases/k7/{key}")),
        here: key == "assessment",
        next: (key == "planning").then(|| (t.say("field-domain"), None)),
        missing: vec![
            (t.say("field-current_safety"), Some("/cases/k7".to_owned())),
            (t.say("field-immediate_needs"), None),
        ],
    };
    Steps::new(t, states.into_iter().map(step).collect())
}

#[derive(Template)]
#[template(
    ext = "html",
    source = r#"<div class="beside"><div class="stack"><section class="sheet"><h2>{{ t.say("section-more") }}</h2>{{ facts }}</section><section class="sheet">{{ story }}</section></div>
<div class="stack"><section class="sheet"><h2>{{ t.say("nav-today") }}</h2><ul class="lines"><li><a href="/x">{{ t.say("field-phone") }}</a> {{ overdue }}</li><li><a href="/y">{{ t.say("field-domain") }}</a></li></ul></section>{{ empty }}</div></div>"#
)]
struct FileBody {
    t: T,
    facts: Facts,
    story: Story,
    overdue: Badge,
    empty: Empty,
}

/// The page of a file.
pub(super) fn file_page(lang: Lang) -> Response {
    let (t, shell) = (lang.t(), shell(lang, "/cases/k7/assessment"));
    let entry = |day: &str, time: &str, title: &str| Entry {
        at: "2026-11-20T09:30:00Z".to_owned(),
        day: day.to_owned(),
        time: time.to_owned(),
        title: title.to_owned(),
        by: "Marta Ricci".to_owned(),
        ..Entry::default()
    };
    let mut told = entry("20 November 2026", "10:30", "Met at the desk");
    told.text = Some("She came with her sister.\nقالت إنها تشعر بالأمان هنا.".to_owned());
    told.badge = Some(Badge::restricted("MHPSS".to_owned()));
    let story = vec![
        told,
        entry("20 November 2026", "11:10", "Consent given"),
        entry("18 November 2026", "16:00", "Arrived"),
    ];
    let body = FileBody {
        t,
        facts: Facts::new()
            .with(t.say("field-domain"), t.code("domain", "shelter"))
            .with(t.say("field-children"), "2".to_owned()),
        story: Story::new(story),
        overdue: Badge::overdue("3".to_owned()),
        empty: Empty::new(t.say("error-not-here")).link("/new", t.say("forms-save")),
    };
    Page::new(&shell, "sample-title")
        .person(person(t))
        .steps(steps(t))
        .back("/cases", t.say("nav-cases"))
        .show(body)
}

/// The page of a form that came back with problems.
pub(super) fn form_page(lang: Lang) -> Response {
    let (t, shell) = (lang.t(), shell(lang, "/cases/k7/assessment?tab=\"x\""));
    let (form, choices, problems) = (form(), choices(), problems());
    let view = FormView::new(&form, &choices, t)
        .with_problems(&problems)
        .action("/cases/k7/safety")
        .command("c1")
        .base("12")
        .cancel("/cases/k7");
    Page::new(&shell, "sample-title")
        .lead(t.say("hint-current_safety"))
        .person(person(t).alert(t.code("safety", "immediate_danger")))
        .show(view)
}

#[derive(Template)]
#[template(
    ext = "html",
    source = r#"{{ table }}{{ pager }}<div class="actions"><a class="button primary" href="/new">{{ t.say("forms-save") }}</a><button class="button grave">{{ t.say("nav-cases") }}</button><button>{{ t.say("forms-cancel") }}</button></div>"#
)]
struct DayBody {
    t: T,
    table: Table,
    pager: Pager,
}

/// The page of the day.
pub(super) fn day_page(lang: Lang) -> Response {
    let (t, shell) = (lang.t(), shell(lang, "/"));
    let heads = [
        "nav-cases",
        "field-current_safety",
        "field-seen_at",
        "field-children",
    ]
    .map(|key| t.say(key))
    .to_vec();
    let mut table = Table::new(t.say("nav-today"), heads);
    for (code, risk) in [
        ("K-0412", "urgent"),
        ("K-0388", "high"),
        ("K-0379", "medium"),
        ("K-0301", "low"),
    ] {
        table = table.row(vec![
            Cell::Link(format!("/cases/{code}"), format!("{code} نور")),
            Cell::Badge(Badge::risk(t, risk)),
            Cell::Text("24 November 2026, 10:30".to_owned()),
            Cell::Number("2".to_owned()),
        ]);
    }
    let mut page = Page::new(&shell, "sample-day-title");
    for tone in [Tone::Danger, Tone::Refusal, Tone::Info, Tone::Success] {
        let notice =
            Notice::new(tone, t.say("field-threat_detail")).text(t.say("hint-current_safety"));
        page = page.notice(
            notice
                .point(t.say("field-phone"))
                .link("/x", t.say("nav-cases")),
        );
    }
    page.show(DayBody {
        t,
        table,
        pager: Pager::new(
            t,
            2,
            9,
            Some("?page=1".to_owned()),
            Some("?page=3".to_owned()),
        ),
    })
}

#[tokio::test]
async fn samples_are_written_where_somebody_wants_to_look_at_them() {
    let Ok(folder) = std::env::var("WEB_SAMPLES") else {
        return;
    };
    std::fs::create_dir_all(format!("{folder}/assets")).unwrap();
    for asset in assets::all() {
        std::fs::write(format!("{folder}{}", asset.path), asset.plain).unwrap();
    }
    for lang in Lang::ALL {
        for (name, page) in [
            ("file", file_page(lang)),
            ("form", form_page(lang)),
            ("day", day_page(lang)),
            ("lost", crate::not_here(lang)),
        ] {
            std::fs::write(
                format!("{folder}/{name}-{}.html", lang.code()),
                super::text_of(page).await,
            )
            .unwrap();
        }
    }
}
