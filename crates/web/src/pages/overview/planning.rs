//! The plan as it stands: need, goal, objective, actions, costs; how it was agreed, and what is
//! worth another look (`domain.md` section 6).

use casework::{
    Id,
    approval::Subject,
    lists::{ActionStatus, ActionType, Progress},
    planning::{
        ActionState, CostState, GoalState, ObjectiveState, Warning, status as status_of, warnings,
    },
};
use forms::Form;

use super::Reader;
use crate::{
    pages::{reading::moment, sheet::Piece},
    parts::{Badge, Cell, Empty, Facts, Goal, Notice, Objective, Plan, Table, Tone},
    rooms::{action_name, names},
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
    let mut open: Vec<&GoalState> = plan.goals.iter().filter(|g| g.dropped.is_none()).collect();
    open.sort_by_key(|known| known.goal.priority);
    if open.is_empty() {
        pieces.push(Piece::Empty(Empty::new(t.say("plan-no-goals"))));
    }
    let goals = open.into_iter().map(|known| goal(reader, known)).collect();
    pieces.push(Piece::Plan(Plan::new(goals)));
    pieces.extend(costs(reader).map(Piece::Table));
    pieces
}

/// Whether the plan can be written on now; links that would be refused are not offered.
fn writable(reader: &Reader<'_>) -> bool {
    let case = &reader.look.case;
    !case.planning.is_approved() && case.approvals.pending(Subject::Plan).is_none()
}

fn ways(reader: &Reader<'_>, kinds: &[&str], query: &str) -> Vec<(String, String)> {
    if writable(reader) {
        reader.ways("planning", kinds, query)
    } else {
        Vec::new()
    }
}

/// The plan as a whole: version, agreement, monitoring, next review.
fn whole(reader: &Reader<'_>) -> Facts {
    let (t, plan) = (reader.t, &reader.look.case.planning);
    let mut facts = Facts::new()
        .with(t.say("plan-version"), version(reader))
        .with(t.say("plan-agreement"), agreement(reader));
    if let Some((_, monitoring)) = &plan.monitoring {
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
    let review = plan
        .review_date
        .as_ref()
        .map(|(_, date)| t.day(date.review_date));
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

/// What the person said to the plan, and what changed since.
fn agreement(reader: &Reader<'_>) -> String {
    let (t, plan) = (reader.t, &reader.look.case.planning);
    let Some((_, _, said)) = plan.agreements.last() else {
        return t.say("plan-agreement-none");
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
    let altered: Vec<String> = plan
        .altered
        .iter()
        .map(|what| t.code("plan_altered", what.code()))
        .collect();
    if !altered.is_empty() {
        let what = altered.join(&t.say("forms-and"));
        lines.push(t.say_with("plan-agreement-again", &[("what", what.into())]));
    }
    lines.join("\n")
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

fn factor(reader: &Reader<'_>, id: Id) -> Option<String> {
    let asked = Form::new("planning.set_objective").pick_many("factor_refs");
    let known = names(reader.app, reader.t, &asked, reader.look);
    let mut all = known.of("factor_refs").iter();
    all.find(|(value, _)| *value == id.to_string())
        .map(|(_, label)| label.clone())
}

fn goal(reader: &Reader<'_>, known: &GoalState) -> Goal {
    let (t, goal) = (reader.t, &known.goal);
    let kinds = ["change_goal", "set_objective", "drop_goal"];
    let below = reader.look.case.planning.objectives.iter();
    Goal {
        need: t.say_with(
            "plan-need",
            &[
                ("need", t.code("need_domain", goal.domain.code()).into()),
                ("priority", goal.priority.to_string().into()),
            ],
        ),
        words: goal.in_person_words.clone(),
        ways: ways(reader, &kinds, &format!("goal={}", goal.goal)),
        objectives: below
            .filter(|objective| objective.objective.goal == goal.goal)
            .filter(|objective| objective.dropped.is_none())
            .map(|known| objective(reader, known))
            .collect(),
    }
}

fn objective(reader: &Reader<'_>, known: &ObjectiveState) -> Objective {
    let (t, id) = (reader.t, known.objective.objective);
    let word = t.code("progress", known.progress.code());
    let progress = match known.progress {
        Progress::Met => Badge::done(word),
        _ => Badge::new(word),
    };
    let kinds = ["change_objective", "plan_action", "drop_objective"];
    Objective {
        text: known.objective.text.clone(),
        progress,
        facts: measured(reader, known),
        actions: actions(reader, id),
        nobody: t.say("plan-no-actions"),
        ways: ways(reader, &kinds, &format!("objective={id}")),
    }
}

/// How an objective is seen, and until when; what is not said yet is left out.
fn measured(reader: &Reader<'_>, known: &ObjectiveState) -> Facts {
    let (t, objective) = (reader.t, &known.objective);
    let due = objective.due.map(|day| match objective.horizon {
        Some(horizon) => t.say_with(
            "plan-due-horizon",
            &[
                ("day", t.day(day).into()),
                ("horizon", t.code("horizon", horizon.code()).into()),
            ],
        ),
        None => t.day(day),
    });
    let factors: Vec<String> = objective
        .factor_refs
        .iter()
        .filter_map(|id| factor(reader, *id))
        .collect();
    let factors = (!factors.is_empty()).then(|| factors.join(&t.say("forms-and")));
    [
        ("plan-indicator", objective.indicator.clone()),
        ("plan-baseline", objective.baseline.clone()),
        ("plan-target", objective.target.clone()),
        ("plan-due", due),
        ("plan-factors", factors),
    ]
    .into_iter()
    .filter_map(|(key, value)| Some((key, value?)))
    .fold(Facts::new(), |facts, (key, value)| {
        facts.with(t.say(key), value)
    })
}

fn actions(reader: &Reader<'_>, objective: Id) -> Table {
    let t = reader.t;
    let heads = ["action", "who", "until", "state", "first", "next"];
    let heads = heads.map(|head| t.say(&format!("head-{head}"))).to_vec();
    let all = reader.look.case.planning.actions.iter();
    all.filter(|known| known.action.objective == objective)
        .map(|known| action(reader, known))
        .fold(Table::new(t.say("plan-actions"), heads), Table::row)
}

fn action(reader: &Reader<'_>, known: &ActionState) -> Vec<Cell> {
    let (t, plan) = (reader.t, &reader.look.case.planning);
    let action = &known.action;
    let first = action.depends_on.and_then(|id| plan.action(id));
    let ways = match plan.end_of(known) {
        None => {
            let query = format!("action={}", action.action);
            ways(reader, &["change_action", "plan_cost"], &query)
        }
        Some(_) => Vec::new(),
    };
    vec![
        Cell::Text(what(reader, known)),
        Cell::Text(t.code("responsible", action.responsible.code())),
        Cell::Text(t.day(action.due)),
        Cell::Badge(state(reader, known)),
        Cell::Text(first.map(|first| action_name(t, first)).unwrap_or_default()),
        Cell::Links(ways),
    ]
}

/// What an action is, and to whom it leads.
pub(super) fn what(reader: &Reader<'_>, known: &ActionState) -> String {
    let name = action_name(reader.t, known);
    match known.action.recipient {
        Some(partner) if known.action.action_type == ActionType::Referral => {
            format!("{name} – {}", reader.partner(partner))
        }
        _ => name,
    }
}

/// The state of an action now, and whether its day has passed.
pub(super) fn state(reader: &Reader<'_>, known: &ActionState) -> Badge {
    let t = reader.t;
    let status = status_of(&reader.look.case, known, reader.now);
    let word = t.code("action_status", status.code());
    let over = reader.look.case.planning.end_of(known).is_some();
    if status == ActionStatus::Done {
        Badge::done(word)
    } else if !over && known.action.due < reader.app.now().date() {
        Badge::overdue(format!("{word}, {}", t.say("state-overdue")))
    } else {
        Badge::new(word)
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
