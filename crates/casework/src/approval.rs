//! Approvals: asked for by one, given or returned by another, never by oneself (`domain.md`
//! section 2 table, gates G2, G3, G6).

use jiff::Timestamp;

use crate::{
    actor::Role,
    assessment,
    case::{Case, Stamp},
    closure,
    decide::{Yes, open},
    event::{Body, events},
    id::Id,
    lists::Step,
    macros::{codes, record},
    order::{Order, asks},
    planning,
    refusal::{Missing, Refusal, Why, ensure, ensure_at},
    registration::Worker,
    sop::Sop,
};

codes! {
    /// What can be sent for approval.
    Subject as "subject" { Assessment, Plan, Closure }
}

record! {
    /// Sends something for approval; where none is needed, it is done at once.
    pub struct Submit { pub subject: Subject }
}
record! {
    /// Approves.
    pub struct Approve { pub subject: Subject, #[serde(default)] pub comment: Option<String> }
}
record! {
    /// Sends back, with a comment that says what to change.
    pub struct SendBack { pub subject: Subject, pub comment: String }
}
record! {
    /// Done without an approval, because the SOP asks for none here.
    pub struct Completed { pub subject: Subject }
}

asks! {
    /// What may be asked for about approvals.
    Ask { Submit(Submit), Approve(Approve), SendBack(SendBack) }
}
events! {
    /// What became true about approvals.
    Event { Submitted(Submit), Approved(Approve), SentBack(SendBack), Completed(Completed) }
}

/// One thing waiting for approval, or decided.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Request {
    pub subject: Subject,
    pub asked: Stamp,
    pub answer: Option<Answered>,
}

/// How an approval was answered.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Answered {
    pub at: Stamp,
    pub approved: bool,
    pub comment: Option<String>,
}

/// All approvals of the episode.
#[derive(Clone, Debug, Default, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct State {
    pub requests: Vec<Request>,
    /// Who wrote what is not approved yet: they do not approve it, whoever sends it.
    pub authors: Vec<(Subject, Id)>,
}

impl State {
    /// The request of this subject that waits for an answer.
    #[must_use]
    pub fn pending(&self, subject: Subject) -> Option<&Request> {
        self.requests
            .iter()
            .rev()
            .find(|request| request.subject == subject && request.answer.is_none())
    }

    /// What was sent is not sent any more.
    pub(crate) fn drop_pending(&mut self, subject: Subject) {
        let waits = |request: &Request| request.subject == subject && request.answer.is_none();
        self.requests.retain(|request| !waits(request));
    }
}

impl Subject {
    /// The step that the approval belongs to.
    #[must_use]
    pub const fn step(self) -> Step {
        match self {
            Self::Assessment => Step::Assessment,
            Self::Plan => Step::Planning,
            Self::Closure => Step::Closure,
        }
    }

    /// What the gate still needs, the approval itself left aside.
    #[must_use]
    pub fn missing(self, case: &Case, sop: &Sop, now: Timestamp) -> Vec<Missing> {
        match self {
            Self::Assessment => assessment::g2(case, sop, now),
            Self::Plan => planning::g3(case, sop, now),
            Self::Closure => closure::g6(case, sop, now),
        }
    }

    /// Whether somebody else must approve: plans and closures always, assessments when high,
    /// urgent or of a child (G2).
    #[must_use]
    pub fn needs_approval(self, case: &Case, now: Timestamp) -> bool {
        match self {
            Self::Assessment => assessment::needs_approval(case, now),
            Self::Plan | Self::Closure => true,
        }
    }
}

pub(crate) fn decide(case: &Case, sop: &Sop, order: &Order, ask: &Ask) -> Result<Yes, Refusal> {
    open(case)?;
    match ask {
        Ask::Submit(submit) => send(case, sop, order, submit),
        Ask::Approve(approve) => {
            answerable(case, order, approve.subject)?;
            after_asked(case, order, approve.subject)?;
            let missing = approve.subject.missing(case, sop, order.now);
            if !missing.is_empty() {
                return Err(Refusal::gate(missing));
            }
            Ok(Yes::general(Body::Approval(Event::Approved(
                approve.clone(),
            ))))
        }
        Ask::SendBack(back) => {
            answerable(case, order, back.subject)?;
            after_asked(case, order, back.subject)?;
            ensure_at(
                !back.comment.trim().is_empty(),
                Why::CommentNeeded,
                "comment",
            )?;
            Ok(Yes::general(Body::Approval(Event::SentBack(back.clone()))))
        }
    }
}

fn send(case: &Case, sop: &Sop, order: &Order, submit: &Submit) -> Result<Yes, Refusal> {
    let subject = submit.subject;
    ensure(case.approvals.pending(subject).is_none(), Why::AlreadyDone)?;
    let missing = subject.missing(case, sop, order.now);
    if !missing.is_empty() {
        return Err(Refusal::gate(missing));
    }
    let event = if subject.needs_approval(case, order.now) {
        Event::Submitted(submit.clone())
    } else {
        Event::Completed(Completed { subject })
    };
    Ok(Yes::general(Body::Approval(event)))
}

/// Nobody approves their own work: not the one who sent it, not those who wrote it, and not the
/// workers of the case.
fn answerable(case: &Case, order: &Order, subject: Subject) -> Result<(), Refusal> {
    let request = case
        .approvals
        .pending(subject)
        .ok_or(Refusal::new(Why::NothingToApprove))?;
    ensure(order.by.role == Role::Supervisor, Why::SupervisorNeeded)?;
    let me = order.by.account;
    let wrote = case.approvals.authors.contains(&(subject, me));
    let own = request.asked.by.account == me || carries(case, me) || wrote;
    ensure(!own, Why::SelfApproval)
}

/// Whether the account is one of the workers of the case.
pub(crate) fn carries(case: &Case, account: Id) -> bool {
    let given = case.registration.worker.as_ref();
    given.is_some_and(|(_, given)| {
        given.worker == Worker::Account(account) || given.backup == Some(account)
    })
}

/// What an event writes that somebody else has to approve. Deciding a risk, confirming and
/// approving are the supervisor's own part and no authorship.
const fn writes(body: &Body) -> Option<Subject> {
    use {assessment::Event as A, closure::Event as C, planning::Event as P};
    match body {
        Body::Assessment(
            A::NeedAnswered(_)
            | A::FactorRecorded(_)
            | A::PictureJudged(_)
            | A::FormulationWritten(_),
        ) => Some(Subject::Assessment),
        Body::Planning(
            P::GoalSet(_)
            | P::GoalChanged(_)
            | P::ObjectiveSet(_)
            | P::ObjectiveChanged(_)
            | P::ActionPlanned(_)
            | P::ActionChanged(_)
            | P::CostPlanned(_)
            | P::CostChanged(_)
            | P::AgreementRecorded(_),
        ) => Some(Subject::Plan),
        Body::Closure(C::ClosureProposed(_)) => Some(Subject::Closure),
        _ => None,
    }
}

/// Notes who wrote something that will need an approval.
pub(crate) fn note_author(case: &mut Case, by: Id, body: &Body) {
    let authored = writes(body).map(|subject| (subject, by));
    let authors = &mut case.approvals.authors;
    authors.extend(authored.filter(|known| !authors.contains(known)));
}

/// The answer is not older than the question: retention counts from it (DP18).
fn after_asked(case: &Case, order: &Order, subject: Subject) -> Result<(), Refusal> {
    let pending = case.approvals.pending(subject);
    pending.map_or(Ok(()), |request| order.follows(request.asked.happened))
}

pub(crate) fn apply(case: &mut Case, stamp: Stamp, event: &Event) {
    match event {
        Event::Submitted(submit) => {
            case.approvals.requests.push(Request {
                subject: submit.subject,
                asked: stamp,
                answer: None,
            });
            case.step_mut(submit.subject.step())
                .ask(stamp.happened, stamp.by);
        }
        Event::Completed(completed) => {
            case.step_mut(completed.subject.step())
                .finish(stamp.happened, stamp.by, None);
            done(case, completed.subject, stamp);
        }
        Event::Approved(approve) => {
            let by = answer(case, approve.subject, stamp, true, approve.comment.clone());
            case.step_mut(approve.subject.step()).finish(
                stamp.happened,
                by.unwrap_or(stamp).by,
                Some(stamp.by),
            );
            done(case, approve.subject, stamp);
        }
        Event::SentBack(back) => {
            answer(case, back.subject, stamp, false, Some(back.comment.clone()));
            case.step_mut(back.subject.step()).send_back();
        }
    }
}

fn answer(
    case: &mut Case,
    subject: Subject,
    at: Stamp,
    approved: bool,
    comment: Option<String>,
) -> Option<Stamp> {
    let pending = case.approvals.requests.iter_mut().rev();
    let request = pending
        .into_iter()
        .find(|request| request.subject == subject && request.answer.is_none())?;
    request.answer = Some(Answered {
        at,
        approved,
        comment,
    });
    Some(request.asked)
}

/// What a finished subject starts.
fn done(case: &mut Case, subject: Subject, at: Stamp) {
    case.approvals.authors.retain(|(of, _)| *of != subject);
    match subject {
        Subject::Assessment => {
            assessment::completed(case, at);
            case.step_mut(Step::Planning).begin(at.happened);
        }
        Subject::Plan => planning::approved(case, at),
        Subject::Closure => closure::approved(case, at),
    }
}
