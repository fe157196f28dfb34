//! The plan as it stands: need, goal, objective, actions, costs; how it was agreed, and what is
//! worth another look (`domain.md` section 6).

use casework::{
    approval::Subject,
    planning::{CostState, Version, Warning, warnings},
};

use super::{
    Reader,
    lines::{self, Shown, factor},
};
use crate::{
    app::Inside,
    pages::{
        reading::moment,
        sheet::{Piece, Way},
    },
    parts::{Badge, Cell, Empty, Facts, Notice, Table, Tone},
    rooms::action_name,
};

pub(super) fn of<'a>(reader: &Reader<'_>) -> Vec<Piece<'a>> {
    let (t, plan) = (reader.t, &reader.look.case.planning);
    let mut pieces = vec![Piece::Heading(t.say("plan-title"))];
    if plan.version == 0 {
        pieces.push(Piece::Empty(Empty::new(t.say("plan-none"))));
        return pieces;
    }
    pieces.push(Piece::Facts(whole(reader)));
    pieces.extend(doubts(reader).map(Piece::Notice));
    pieces.push(Piece::Ways(beside(reader)));
    pieces.extend(lines::pieces(&Shown {
        reader,
        version: plan.as_written(),
        lives: true,
        written: true,
    }));
    pieces.extend(costs(reader).map(Piece::Table));
    pieces
}

/// A version to be read: what was said to it, how it is followed, its lines.
pub(super) fn read<'a>(reader: &Reader<'_>, version: Version<'_>) -> Vec<Piece<'a>> {
    let t = reader.t;
    let plan = &reader.look.case.planning;
    let mut facts = Facts::new();
    if let Some(approved) = version.approved {
        let when = moment(t, &reader.app.zone, approved.happened);
        facts = facts.with(t.say("plan-approved"), when);
    }
    let agreement = agreement(reader, &version).join("\n");
    let facts = facts.with(t.say("plan-agreement"), agreement);
    let mut pieces = vec![Piece::Facts(followed(reader, &version, facts))];
    let in_force = plan.in_force().map(|kept| kept.version);
    pieces.extend(lines::pieces(&Shown {
        reader,
        lives: in_force == Some(version.number),
        version,
        written: false,
    }));
    pieces
}

/// Other ways to read the plan: by time, the version in force, what changed, with the person.
fn beside(reader: &Reader<'_>) -> Vec<Way> {
    let (t, plan) = (reader.t, &reader.look.case.planning);
    let file = reader.look.file;
    let way = |href: String, words: String| Way {
        href,
        words,
        hint: String::new(),
    };
    let mut all = vec![if by_time(reader.inside) {
        let href = format!("/cases/{file}/planning");
        way(href, t.say("plan-by-goal"))
    } else {
        let href = format!("/cases/{file}/planning?by=horizon");
        way(href, t.say("plan-by-horizon"))
    }];
    let versions = plan.versions();
    if let Some(kept) = plan.in_force().filter(|_| !plan.is_approved()) {
        let number = ("version", kept.version.to_string().into());
        let href = format!("/cases/{file}/plan?version={}", kept.version);
        all.push(way(href, t.say_with("plan-read-in-force", &[number])));
    }
    if versions.len() > 1 {
        let href = format!("/cases/{file}/plan/compare");
        all.push(way(href, t.say("plan-compare")));
    }
    let href = format!("/cases/{file}/side_by_side");
    all.push(way(href, t.say("place-side_by_side")));
    all
}

/// Whether the plan is asked for by time and not by goal.
pub fn by_time(inside: &Inside) -> bool {
    inside.asked("by") == Some("horizon")
}

/// Whether the plan can be written on now; links that would be refused are not offered.
fn writable(reader: &Reader<'_>) -> bool {
    let case = &reader.look.case;
    !case.planning.is_approved() && case.approvals.pending(Subject::Plan).is_none()
}

pub(super) fn ways(reader: &Reader<'_>, kinds: &[&str], query: &str) -> Vec<(String, String)> {
    if writable(reader) {
        reader.ways("planning", kinds, query)
    } else {
        Vec::new()
    }
}

/// The plan as a whole: version, agreement, monitoring, next review.
fn whole(reader: &Reader<'_>) -> Facts {
    let (t, plan) = (reader.t, &reader.look.case.planning);
    let mut agreement = agreement(reader, &plan.as_written());
    agreement.extend(again(reader));
    let facts = Facts::new()
        .with(t.say("plan-version"), version(reader))
        .with(t.say("plan-agreement"), agreement.join("\n"));
    followed(reader, &plan.as_written(), facts)
}

/// How a version is followed, and when it is looked at again.
fn followed(reader: &Reader<'_>, plan: &Version<'_>, mut facts: Facts) -> Facts {
    let t = reader.t;
    if let Some(monitoring) = plan.monitoring {
        let said = t.say_with(
            "plan-monitoring-said",
            &[
                ("often", monitoring.how_often.clone().into()),
                (
                    "who",
                    t.code("responsible", monitoring.by_whom.code()).into(),
                ),
                ("how", monitoring.how.clone().into()),
            ],
        );
        let channel = t.code("channel", monitoring.feedback_channel.code());
        facts = facts
            .with(t.say("plan-monitoring"), said)
            .with(t.say("plan-feedback"), channel);
    }
    let review = plan.review_date.map(|date| t.day(date));
    facts.with(
        t.say("plan-review"),
        review.unwrap_or_else(|| t.say("plan-review-none")),
    )
}

fn version(reader: &Reader<'_>) -> String {
    let (t, case) = (reader.t, &reader.look.case);
    let plan = &case.planning;
    let approved = |snapshot: &casework::planning::Snapshot| {
        moment(t, &reader.app.zone, snapshot.approved.happened)
    };
    let number = |version: u32| ("version", version.to_string().into());
    let before = plan.in_force().map(|snapshot| {
        let when = ("when", approved(snapshot).into());
        (snapshot.version, when)
    });
    match before {
        Some((version, when)) if plan.is_approved() => {
            t.say_with("plan-version-approved", &[number(version), when])
        }
        before => {
            let key = if case.approvals.pending(Subject::Plan).is_some() {
                "plan-version-waiting"
            } else {
                "plan-version-writing"
            };
            let mut words = t.say_with(key, &[number(plan.version)]);
            if let Some((version, when)) = before {
                words.push('\n');
                words.push_str(&t.say_with("plan-version-before", &[number(version), when]));
            }
            words
        }
    }
}

/// What the person said to a version.
fn agreement(reader: &Reader<'_>, plan: &Version<'_>) -> Vec<String> {
    let t = reader.t;
    let Some(said) = plan.agreement else {
        return vec![t.say("plan-agreement-none")];
    };
    let mut lines = vec![t.say_with(
        "plan-agreement-said",
        &[
            ("how", t.code("agreed_how", said.agreed_how.code()).into()),
            ("day", t.day(said.agreed_on).into()),
            ("language", t.code("language", said.language.code()).into()),
        ],
    )];
    let by = said.agreed_by.iter();
    let by: Vec<String> = by.map(|who| t.code("given_by", who.code())).collect();
    if !by.is_empty() {
        lines.push(by.join(&t.say("forms-and")));
    }
    lines.extend(said.disagreement.clone());
    let copy = t.code("copy_given", said.copy_given.code());
    lines.push(format!("{}: {copy}", t.say("plan-copy")));
    lines
}

/// What changed since the person agreed last.
fn again(reader: &Reader<'_>) -> Option<String> {
    let (t, plan) = (reader.t, &reader.look.case.planning);
    let altered = plan.altered.iter().filter(|_| !plan.agreements.is_empty());
    let altered: Vec<String> = altered
        .map(|what| t.code("plan_altered", what.code()))
        .collect();
    let what = altered.join(&t.say("forms-and"));
    (!altered.is_empty()).then(|| t.say_with("plan-agreement-again", &[("what", what.into())]))
}

/// The W rules as a soft notice, while the plan is being written.
fn doubts(reader: &Reader<'_>) -> Option<Notice> {
    let (t, case) = (reader.t, &reader.look.case);
    let all = warnings(case, reader.app.book.sop());
    if case.planning.is_approved() || case.planning.goals.is_empty() || all.is_empty() {
        return None;
    }
    let notice = Notice::new(Tone::Info, t.say("plan-warnings")).text(t.say("plan-warnings-text"));
    Some(all.iter().fold(notice, |notice, warning| {
        notice.point(in_words(reader, warning))
    }))
}

fn in_words(reader: &Reader<'_>, warning: &Warning) -> String {
    let (t, plan) = (reader.t, &reader.look.case.planning);
    let what = t.code("plan_warning", warning.what.code());
    let need = warning
        .domain
        .map(|domain| t.code("need_domain", domain.code()));
    let which = warning.which.and_then(|id| {
        let objective = plan.objective(id).map(|known| known.objective.text.clone());
        let action = || plan.action(id).map(|known| action_name(t, known));
        objective.or_else(action).or_else(|| factor(reader, id))
    });
    match need.or(which) {
        Some(which) => format!("{what}: {which}"),
        None => what,
    }
}

fn costs(reader: &Reader<'_>) -> Option<Table> {
    let t = reader.t;
    let heads = ["budget", "for", "planned", "spent", "state", "next"];
    let heads = heads.map(|head| t.say(&format!("head-{head}"))).to_vec();
    let all = reader.look.case.planning.costs.iter();
    let table = all
        .map(|known| cost(reader, known))
        .fold(Table::new(t.say("plan-costs"), heads), Table::row);
    (!table.is_empty()).then_some(table)
}

fn cost(reader: &Reader<'_>, known: &CostState) -> Vec<Cell> {
    let (t, cost) = (reader.t, &known.cost);
    let action = reader.look.case.planning.action(cost.action);
    let over = cost.amount_planned > reader.app.book.sop().cost_authority_cents;
    let query = format!("cost={}", cost.cost);
    let mut next = ways(reader, &["change_cost"], &query);
    let state = match (over, known.approved) {
        (true, None) => {
            next.extend(reader.ways("planning", &["approve_cost"], &query));
            Badge::new(t.say("cost-needs-approval"))
        }
        (_, Some(_)) => Badge::done(t.say("cost-approved")),
        (false, None) => Badge::new(t.say("cost-within")),
    };
    next.extend(reader.ways("planning", &["spend_cost"], &query));
    vec![
        Cell::Text(format!("{} ({})", cost.budget_line, cost.donor)),
        Cell::Text(
            action
                .map(|known| action_name(t, known))
                .unwrap_or_default(),
        ),
        Cell::Number(t.amount(cost.amount_planned, &cost.currency)),
        Cell::Number(t.amount(known.total_spent(), &cost.currency)),
        Cell::Badge(state),
        Cell::Links(next),
    ]
}
