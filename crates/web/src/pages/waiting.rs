//! What waits for a second person – approvals, costs, overrides, erasures – and meetings held.

use std::sync::Arc;

use axum::{extract::State, response::Response};

use casebook::Proposal;
use casework::sop::hours_after;
use views::{ApprovalRow, Watch};

use super::{
    lists::code,
    reading::moment,
    sheet::{Piece, Sheet},
    supervision,
};
use crate::{
    App, Page, T,
    app::{Inside, Visit, answer, enter, off, say_no},
    parts::{Badge, Cell, Empty, Notice, Table, Tone},
};

/// What waits for an approval, the oldest first.
pub async fn approvals(State(app): State<Arc<App>>, visit: Visit) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| waiting(app, &inside)))
    })
    .await
}

fn waiting(app: &App, inside: &Inside) -> Result<Response, Response> {
    let t = inside.shell.t();
    let fail = |no| say_no(inside.shell.lang, &no);
    let rows = app.book.approvals(&inside.actor).map_err(fail)?;
    let approves = app.book.may_here(&inside.actor, "approval.approve");
    let decisions = match approves {
        true => (app.book.watched(&inside.actor, Watch::Decisions)).map_err(fail)?,
        false => Vec::new(),
    };
    let proposals = app.book.proposals(&inside.actor).map_err(fail)?;
    let mut pieces = Vec::new();
    if !rows.is_empty() {
        pieces.push(Piece::Table(to_approve(app, t, &rows, approves)));
    }
    if !decisions.is_empty() {
        pieces.push(Piece::Table(supervision::decisions(app, t, &decisions)));
    }
    if !proposals.is_empty() {
        pieces.push(Piece::Table(erasures(app, t, &proposals)));
    }
    if pieces.is_empty() {
        pieces.push(Piece::Empty(Empty::new(t.say("approvals-empty"))));
    }
    let mut page = Page::new(&inside.shell, "approvals-title");
    if inside.asked("done").is_some() {
        page = page.notice(Notice::new(Tone::Success, t.say("done-title")));
    }
    Ok(page.show(Sheet { pieces }))
}

/// Plans, assessments and closures, the oldest first; late ones say so.
fn to_approve(app: &App, t: T, rows: &[ApprovalRow], approves: bool) -> Table {
    let mut heads = vec![
        "head-code",
        "head-what",
        "head-asked-by",
        "head-since",
        "head-state",
    ];
    if approves {
        heads.push("head-do");
    }
    let heads = heads.iter().map(|head| t.say(head)).collect();
    let known = app.book.organisation();
    let (now, sop) = (app.book.now(), app.book.sop());
    let table = Table::new(t.say("approvals-title"), heads).under_its_title();
    rows.iter().fold(table, |table, row| {
        let (file, subject) = (row.file, row.subject.as_str());
        let place = if subject == "plan" {
            "planning"
        } else {
            subject
        };
        let late = hours_after(row.asked_at, sop.approval_hours) < now;
        let state = match late {
            true => Badge::overdue(t.say("state-overdue")),
            false => Badge::new(t.say("state-open")),
        };
        let mut cells = vec![
            Cell::Link(format!("/cases/{file}/{place}"), code(t, row.code.as_ref())),
            Cell::Text(t.code("subject", subject)),
            Cell::Text(known.name(row.asked_by).unwrap_or_default().to_owned()),
            Cell::Text(moment(t, &app.zone, row.asked_at)),
            Cell::Badge(state),
        ];
        if approves {
            let way = |kind: &str| {
                let href = format!("/cases/{file}/approval/{kind}?subject={subject}");
                (href, t.say(&format!("do-approval-{kind}")))
            };
            cells.push(Cell::Links(vec![way("approve"), way("send_back")]));
        }
        table.row(cells)
    })
}

/// Erasures that wait for this reader as the second person.
fn erasures(app: &App, t: T, proposals: &[(Proposal, Option<String>)]) -> Table {
    let heads = ["head-code", "head-asked-by", "head-since"];
    let heads = heads.iter().map(|head| t.say(head)).collect();
    let known = app.book.organisation();
    let table = Table::new(t.say("erasures-waiting"), heads);
    proposals.iter().fold(table, |table, (proposal, shown)| {
        table.row(vec![
            Cell::Link(
                format!("/erasures/{}", proposal.id),
                code(t, shown.as_ref()),
            ),
            Cell::Text(known.name(proposal.by).unwrap_or_default().to_owned()),
            Cell::Text(moment(t, &app.zone, proposal.at)),
        ])
    })
}

/// Meetings held, newest first.
pub async fn meetings(State(app): State<Arc<App>>, visit: Visit) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| held(app, &inside)))
    })
    .await
}

fn held(app: &App, inside: &Inside) -> Result<Response, Response> {
    let t = inside.shell.t();
    let rows = app
        .book
        .meetings(&inside.actor)
        .map_err(|no| say_no(inside.shell.lang, &no))?;
    let heads = ["head-code", "head-what", "head-since"];
    let heads = heads.iter().map(|head| t.say(head)).collect();
    let table = rows.iter().fold(
        Table::new(t.say("meetings-title"), heads).under_its_title(),
        |table, row| {
            table.row(vec![
                Cell::Link(
                    format!("/cases/{}/review", row.file),
                    code(t, row.code.as_ref()),
                ),
                Cell::Text(t.code("meeting_type", &row.meeting)),
                Cell::Text(moment(t, &app.zone, row.held_at)),
            ])
        },
    );
    Ok(one_table(inside, "meetings", table))
}

/// A page with one table, or the words for when there is nothing in it.
fn one_table(inside: &Inside, name: &str, table: Table) -> Response {
    let piece = if table.is_empty() {
        let t = inside.shell.t();
        Piece::Empty(Empty::new(t.say(&format!("{name}-empty"))))
    } else {
        Piece::Table(table)
    };
    Page::new(&inside.shell, &format!("{name}-title")).show(Sheet {
        pieces: vec![piece],
    })
}
