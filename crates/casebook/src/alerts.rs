//! Alerts that wait: whose turn it is on the duty list, under which number, and as much of the case
//! as it takes to answer one without reading it (`domain.md` 2.0, 2.7, DP6, DP14).

use access::{Actor, Standing, classes, duty::DutyPlace, may, organisation::Account, theme_of};
use casework::{
    Case, Id,
    actor::By,
    class::Classes,
    harm::{Gravity, gravity_of_alert},
    lists::AlertKind,
    reception::{
        answers,
        escalation::{Holder, OnDuty, holder},
        takes,
    },
};
use jiff::{Timestamp, tz::TimeZone};
use views::AlertRow;

use crate::{CaseLook, Casebook, No, Organisation, look::Gates};

/// How many alerts a list shows; the oldest are first.
pub(crate) const ROWS: usize = 200;

/// An alert that nobody answered yet, and where it stands.
#[derive(Clone, Debug)]
pub struct OpenAlert {
    /// The alert.
    pub row: AlertRow,
    /// Whose turn it is.
    pub holder: Holder,
    /// Everybody on the duty list who may hold it, with their numbers, in order.
    pub list: Vec<DutyPlace>,
    /// Whether the reader answers it, or may only begin.
    pub answers: bool,
}

impl OpenAlert {
    /// The number of an account on the list.
    #[must_use]
    pub fn phone(&self, account: Id) -> Option<&str> {
        let mut list = self.list.iter();
        let place = list.find(|place| place.account == account);
        place.map(|place| place.phone.as_str())
    }

    /// How grave it is, and since when it waits: the order in which alerts stand.
    #[must_use]
    pub fn order(&self) -> (Gravity, Timestamp) {
        let risk = self.row.risk.as_deref().and_then(|code| code.parse().ok());
        let kind = self.row.kind.parse().unwrap_or(AlertKind::DangerNow);
        (gravity_of_alert(kind, risk), self.row.raised_at)
    }

    /// Whether it waits for this account now: its turn, taken by it, or everybody's.
    fn waits_for(&self, account: Id) -> bool {
        match self.holder {
            Holder::Taken(by) => by == account,
            Holder::Turn { account: turn, .. } => turn == account,
            Holder::Everybody => true,
        }
    }

    /// Whether it stands with this account, in its day and in its list: its turn, or taken by it; and when everybody had
    /// their turn, with whoever is on the list or answers it.
    #[must_use]
    pub fn stands_with(&self, account: Id) -> bool {
        let asked = self.answers || self.phone(account).is_some();
        self.waits_for(account) && (self.holder != Holder::Everybody || asked)
    }
}

impl Casebook {
    /// The open alerts that the actor may take, the gravest first. An alert that passed on stays in
    /// the list of everybody who may take it: nothing drops.
    ///
    /// # Errors
    /// [`No::NotHere`] for roles that take none.
    pub fn open_alerts(&self, actor: &Actor) -> Result<Vec<OpenAlert>, No> {
        let rows = self.list(actor, "alert.list", || self.views.alerts(actor, ROWS))?;
        Ok(self.held(actor, rows))
    }

    /// The same for a page that shows them among other things and has recorded its own look.
    pub(crate) fn held(&self, actor: &Actor, rows: Vec<AlertRow>) -> Vec<OpenAlert> {
        let now = self.now();
        let known = self.organisation();
        let held = |row: AlertRow| {
            let list = on_duty(&known, actor.by.centre, &row);
            OpenAlert {
                answers: answers(actor.by.role, row.theme),
                holder: self.holder_of(&known, &row, &list, now),
                list,
                row,
            }
        };
        let mut all: Vec<OpenAlert> = rows.into_iter().map(held).collect();
        all.sort_by_key(OpenAlert::order);
        // Whoever answers an alert and reads no case is told no more than it takes to answer.
        if !self.reads_cases(actor) {
            all.iter_mut().for_each(|alert| alert.row.risk = None);
        }
        all
    }

    /// Whether the actor's role reads any case, however it stands to it.
    #[must_use]
    pub fn reads_cases(&self, actor: &Actor) -> bool {
        let closest = Standing {
            own: true,
            desk: true,
            centre: true,
            alert: true,
            receiver: false,
        };
        may(actor, "case.read", closest)
    }

    /// Who answers an alert at the actor's centre, by name: whom to go to when nobody stands on the
    /// duty list.
    #[must_use]
    pub fn answerers(&self, actor: &Actor, alert: &OpenAlert) -> Vec<String> {
        let known = self.organisation();
        let mut names: Vec<String> = (known.accounts())
            .filter(|account| answers(account.role, alert.row.theme))
            .filter(|account| may_take(account, actor.by.centre, &alert.row))
            .map(|account| account.display_name.clone())
            .collect();
        names.sort();
        names
    }

    fn holder_of(
        &self,
        known: &Organisation,
        row: &AlertRow,
        list: &[DutyPlace],
        now: Timestamp,
    ) -> Holder {
        let zone = self.sop.zone();
        let places = list.iter().map(|place| has_duty(known, place, &zone));
        let places: Vec<_> = places.collect();
        let minutes = self.sop.alert_pass_minutes;
        holder(row.raised_at, row.taken_by, &places, minutes, now)
    }

    /// A file for answering or taking an alert: it holds the actor's open alerts, and nothing else.
    pub(crate) fn look_to_answer(
        &self,
        actor: &Actor,
        file: Id,
        what: &str,
        standing: Standing,
        whole: &Case,
    ) -> Result<CaseLook, No> {
        self.record_look(actor, what, Some(file))?;
        let general = whole.reception.alerts.iter();
        let general = general.filter(|state| state.classes == Classes::GENERAL);
        let mut case = Case::default();
        case.reception.alerts = general
            .filter(|state| answers(actor.by.role, state.alert.theme))
            .cloned()
            .collect();
        Ok(CaseLook {
            reader: actor.clone(),
            file,
            case,
            events: Vec::new(),
            held: Classes::GENERAL,
            standing,
            due: Vec::new(),
            gates: Gates::default(),
        })
    }
}

/// Whoever stands on the centre's duty list and may take this alert: the same permission, relation
/// and classes that a page would ask of them. Restricted alerts pass along nobody else.
fn on_duty(known: &Organisation, centre: Id, row: &AlertRow) -> Vec<DutyPlace> {
    let mut centres = known.centres();
    let list = centres.find(|one| one.id == centre);
    let list = list.map(|one| one.duty.as_slice()).unwrap_or_default();
    let may_hold = |place: &&DutyPlace| {
        let account = known.account(place.account);
        account.is_some_and(|account| may_take(account, centre, row))
    };
    list.iter().filter(may_hold).cloned().collect()
}

fn may_take(account: &Account, centre: Id, row: &AlertRow) -> bool {
    if account.closed || account.centre != centre {
        return false;
    }
    let actor = Actor {
        by: By {
            account: account.id,
            role: account.role,
            centre: account.centre,
        },
        grants: account.grants,
    };
    let of_theme = theme_of(account.role).is_some_and(|theme| row.themes & 1 << theme as u8 != 0);
    let standing = Standing {
        own: row.worker == Some(account.id) || row.backup == Some(account.id),
        desk: row.desk,
        centre: true,
        alert: of_theme,
        receiver: false,
    };
    takes(account.role, row.theme)
        && may(&actor, "reception.take_alert", standing)
        && row.classes.readable_with(classes(&actor, standing))
}

/// Whether a place has duty at a moment: within its hours, and not on leave.
fn has_duty<'k>(
    known: &'k Organisation,
    place: &'k DutyPlace,
    zone: &'k TimeZone,
) -> OnDuty<impl Fn(Timestamp) -> bool + 'k> {
    let leave = known.account(place.account);
    let leave = leave.and_then(|account| account.leave.as_ref());
    OnDuty {
        account: place.account,
        has_duty: move |at: Timestamp| {
            let at = at.to_zoned(zone.clone());
            let away = leave.is_some_and(|leave| leave.holds_on(at.date()));
            !away && place.has_duty_at(at.time())
        },
    }
}
