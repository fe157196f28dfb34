//! Who holds an alert now: it passes along the duty list until somebody says that they are on it,
//! and where the list ends it stays, with every number on it (`domain.md` 2.0, [D]).

use jiff::{SignedDuration, Timestamp};

use crate::id::Id;

/// Somebody on the duty list who may hold this alert, in the order of the list.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct OnDuty<F> {
    /// The account.
    pub account: Id,
    /// Whether it has duty at a moment.
    pub has_duty: F,
}

/// Who holds an alert.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Holder {
    /// Somebody is on it: it passes on no more.
    Taken(Id),
    /// It is this account's turn, until then.
    Turn {
        /// Whose.
        account: Id,
        /// Who had their turn just before, and said nothing.
        before: Option<Id>,
        /// When it passes on.
        until: Timestamp,
    },
    /// Everybody on the list had their turn: it stays with those whom its theme is for.
    Everybody,
}

/// Who holds an alert now. Whoever has no duty when their turn would come is passed over at once.
pub fn holder<F: Fn(Timestamp) -> bool>(
    raised: Timestamp,
    taken: Option<Id>,
    list: &[OnDuty<F>],
    minutes: u32,
    now: Timestamp,
) -> Holder {
    if let Some(account) = taken {
        return Holder::Taken(account);
    }
    let turn = SignedDuration::from_mins(i64::from(minutes.max(1)));
    let mut from = raised;
    let mut before = None;
    for place in list {
        if !(place.has_duty)(from) {
            continue;
        }
        let until = from.saturating_add(turn).unwrap_or(Timestamp::MAX);
        if now < until {
            let account = place.account;
            return Holder::Turn {
                account,
                before,
                until,
            };
        }
        (from, before) = (until, Some(place.account));
    }
    Holder::Everybody
}
