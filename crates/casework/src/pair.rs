//! Two files that may be of one person (`domain.md` 2.7, "possible duplicate"): what people decided
//! about them, in a file of its own. Nobody's own history tells of a pair, so that a file that must
//! not be guessed at leaves no trace in the other.

use crate::{
    answer::said,
    case::Stamp,
    event::events,
    id::Id,
    lists::PairVerdict,
    macros::record,
    order::asks,
    own_file::{Entry, FileOrder},
    refusal::{Refusal, Why, ensure, ensure_at},
};

record! {
    /// Somebody looked at both and decided, or could not. A later verdict takes the earlier one back.
    pub struct Judgement {
        /// The two files, the smaller id first.
        pub one: Id, pub other: Id,
        pub pair_verdict: PairVerdict,
        /// The file that goes on, where it is one person and both are ours to change.
        #[serde(default, skip_serializing_if = "Option::is_none")] pub keep: Option<Id>,
        pub verdict_reason: String,
        /// A hash of what was compared: the verdict holds until something of it changes.
        pub compared: String,
    }
}

asks! {
    /// What may be asked for about a pair.
    PairAsk { Judge(Judgement) }
}
events! {
    /// What became true about a pair.
    PairEvent { Judged(Judgement) }
}

/// A pair, folded.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pair {
    /// How many entries were folded.
    pub seen: u32,
    /// Every verdict, the last one last.
    pub judged: Vec<(Stamp, Judgement)>,
}

impl Pair {
    /// Folds the history of a pair.
    #[must_use]
    pub fn fold<'e>(entries: impl IntoIterator<Item = &'e Entry<PairEvent>>) -> Self {
        let mut pair = Self::default();
        entries.into_iter().for_each(|entry| pair.apply(entry));
        pair
    }

    /// Adds one entry.
    pub fn apply(&mut self, entry: &Entry<PairEvent>) {
        self.seen += 1;
        let PairEvent::Judged(judgement) = &entry.body;
        self.judged.push((entry.stamp(), judgement.clone()));
    }

    /// The verdict that stands.
    #[must_use]
    pub fn verdict(&self) -> Option<&(Stamp, Judgement)> {
        self.judged.last()
    }

    /// Whether the verdict holds for what is known of the two now: *not the same* until a field
    /// changes, *the same* until somebody takes it back.
    #[must_use]
    pub fn holds(&self, compared: &str) -> bool {
        self.verdict()
            .is_some_and(|(_, last)| match last.pair_verdict {
                PairVerdict::Same => true,
                PairVerdict::NotSame => last.compared == compared,
                PairVerdict::Unsure => false,
            })
    }

    /// The file that does not go on, and the one that does.
    #[must_use]
    pub fn merged(&self) -> Option<(Id, Id)> {
        let (_, last) = self.verdict()?;
        let keep = last
            .keep
            .filter(|_| last.pair_verdict == PairVerdict::Same)?;
        let goes = if keep == last.one {
            last.other
        } else {
            last.one
        };
        Some((goes, keep))
    }
}

/// Two files in the order in which a pair names them.
#[must_use]
pub fn in_order(one: Id, other: Id) -> (Id, Id) {
    (one.min(other), one.max(other))
}

/// A verdict on a pair: always with a reason, never by itself, and one that changes something.
///
/// # Errors
/// A refusal in words for the reader.
pub fn decide(pair: &Pair, order: &FileOrder<PairAsk>) -> Result<Entry<PairEvent>, Refusal> {
    let PairAsk::Judge(judgement) = &order.ask;
    ensure_at(
        said(&judgement.verdict_reason),
        Why::ReasonNeeded,
        "verdict_reason",
    )?;
    let ours = |file: Id| file == judgement.one || file == judgement.other;
    ensure(judgement.one < judgement.other, Why::NotAllowed)?;
    ensure_at(judgement.keep.is_none_or(ours), Why::NotAllowed, "keep")?;
    let same = judgement.pair_verdict == PairVerdict::Same;
    ensure_at(same || judgement.keep.is_none(), Why::NotAllowed, "keep")?;
    let again = pair.verdict().is_some_and(|(_, last)| {
        last.pair_verdict == judgement.pair_verdict
            && last.keep == judgement.keep
            && last.compared == judgement.compared
            && judgement.pair_verdict != PairVerdict::Unsure
    });
    ensure(!again, Why::AlreadyDone)?;
    Ok(order.entry(PairEvent::Judged(judgement.clone())))
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;
    use crate::actor::{By, Role};

    const ONE: Id = Id([1; 16]);
    const OTHER: Id = Id([2; 16]);

    fn judgement(pair_verdict: PairVerdict, keep: Option<Id>, reason: &str) -> Judgement {
        Judgement {
            one: ONE,
            other: OTHER,
            pair_verdict,
            keep,
            verdict_reason: reason.to_owned(),
            compared: "a".to_owned(),
        }
    }

    fn asked(judgement: Judgement) -> FileOrder<PairAsk> {
        FileOrder {
            command: Id([9; 16]),
            by: By {
                account: Id([7; 16]),
                role: Role::Supervisor,
                centre: Id([8; 16]),
            },
            now: Timestamp::UNIX_EPOCH,
            happened: Timestamp::UNIX_EPOCH,
            ask: PairAsk::Judge(judgement),
        }
    }

    fn judged(pair: &Pair, judgement: Judgement) -> Result<Pair, Why> {
        let entry = decide(pair, &asked(judgement)).map_err(|refusal| refusal.why)?;
        let mut after = pair.clone();
        after.apply(&entry);
        Ok(after)
    }

    #[test]
    fn a_verdict_needs_a_reason_and_names_only_the_two() {
        let none = Pair::default();
        let without = judgement(PairVerdict::NotSame, None, " ");
        assert_eq!(judged(&none, without), Err(Why::ReasonNeeded));
        let third = judgement(PairVerdict::Same, Some(Id([3; 16])), "the same scar");
        assert_eq!(judged(&none, third), Err(Why::NotAllowed));
        let kept = judgement(PairVerdict::NotSame, Some(ONE), "two faces");
        assert_eq!(judged(&none, kept), Err(Why::NotAllowed));
        let good = judgement(PairVerdict::NotSame, None, "two faces");
        assert!(judged(&none, good.clone()).is_ok());
        let twice = judged(&none, good.clone()).and_then(|pair| judged(&pair, good));
        assert_eq!(twice, Err(Why::AlreadyDone));
    }

    #[test]
    fn not_the_same_holds_until_a_field_changes_and_unsure_never_does() {
        let none = Pair::default();
        let apart = judged(&none, judgement(PairVerdict::NotSame, None, "two faces"));
        assert!(apart.as_ref().is_ok_and(|pair| pair.holds("a")));
        assert!(apart.is_ok_and(|pair| !pair.holds("b")));
        let unsure = judged(
            &none,
            judgement(PairVerdict::Unsure, None, "not here today"),
        );
        assert!(unsure.is_ok_and(|pair| !pair.holds("a")));
    }

    #[test]
    fn one_person_is_merged_and_a_later_verdict_takes_it_back() {
        let same = judgement(PairVerdict::Same, Some(OTHER), "says so herself");
        let merged = judged(&Pair::default(), same).unwrap_or_default();
        assert_eq!(merged.merged(), Some((ONE, OTHER)));
        assert!(merged.holds("b"), "until somebody takes it back");
        let back = judgement(PairVerdict::NotSame, None, "a cousin of one name");
        let back = judged(&merged, back).unwrap_or_default();
        assert_eq!((back.merged(), back.judged.len()), (None, 2));
    }
}
