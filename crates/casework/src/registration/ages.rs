//! Ages on file: what the person says, what papers say, what others say, what was assessed. While
//! they disagree, the youngest counts (`domain.md` 2.7, "age disputed").

use jiff::civil::Date;

use super::{AgeAssessed, Identity, State};
use crate::{
    actor::Role,
    case::{Case, Stamp, day_of, years_between},
    order::Order,
    refusal::{Refusal, Why, ensure_at},
};

/// From this age on nobody is a child.
const OF_AGE: i16 = 18;

impl State {
    /// The youngest age on file on a day; see [`Case::age_on`].
    #[must_use]
    pub fn age_on(&self, day: Date) -> Option<i16> {
        if let Some(born) = self.born_as_assessed() {
            return Some(years_between(born, day));
        }
        let said = self
            .age_disputes
            .iter()
            .filter_map(|(when, dispute)| born_about(dispute.age_said, day_of(when.happened)));
        // The latest birth is the youngest age.
        said.chain(self.born())
            .max()
            .map(|born| years_between(born, day))
    }

    /// Whether the age is disputed and not yet resolved: others say another one, or the person's
    /// papers do.
    #[must_use]
    pub fn age_disputed(&self) -> bool {
        let contradicted = || self.identity.as_ref().is_some_and(contradicts_itself);
        self.age_assessed.is_none() && (!self.age_disputes.is_empty() || contradicted())
    }

    /// The birth date that counts, for the day a child turns 18.
    #[must_use]
    pub fn born(&self) -> Option<Date> {
        self.born_as_assessed().or_else(|| {
            let known = self.identity.as_ref()?;
            let (dob, said) = (known.1.dob, born_as_said(known));
            if contradicts_itself(known) {
                return dob.max(said);
            }
            dob.or(said)
        })
    }

    fn born_as_assessed(&self) -> Option<Date> {
        let (stamp, assessed) = self.age_assessed.as_ref()?;
        let about = || born_about(assessed.age_assessed, day_of(stamp.happened));
        assessed.dob.or_else(about)
    }
}

fn born_as_said((stamp, identity): &(Stamp, Identity)) -> Option<Date> {
    born_about(identity.age_claimed?, day_of(stamp.happened))
}

/// A date and an age that the person says are one age when they differ by no more than a year, on
/// the same side of 18.
fn contradicts_itself((stamp, identity): &(Stamp, Identity)) -> bool {
    let (Some(dob), Some(said)) = (identity.dob, identity.age_claimed) else {
        return false;
    };
    let years = i64::from(years_between(dob, day_of(stamp.happened)));
    let of_age = i64::from(OF_AGE);
    (years - said).abs() > 1 || (years < of_age) != (said < of_age)
}

/// A birth date for an age in years said on a day: the youngest that the age allows. Only the 29th
/// of February may be missing in another year.
pub(crate) fn born_about(years: i64, on: Date) -> Option<Date> {
    let year = on.year().checked_sub(i16::try_from(years).ok()?)?;
    let day = Date::new(year, on.month(), on.day());
    day.or_else(|_| Date::new(year, on.month(), 28)).ok()
}

/// A date says how sure it is.
pub(super) fn said(identity: &Identity) -> Result<(), Refusal> {
    let dated = identity.dob.is_none() || identity.dob_confidence.is_some();
    ensure_at(dated, Why::TextNeeded, "dob_confidence")
}

/// A birth date found gives the age found; and whoever counts as a child stops to be one by a
/// supervisor's decision, because protection ends with it.
pub(super) fn may_assess(case: &Case, order: &Order, asked: &AgeAssessed) -> Result<(), Refusal> {
    let day = day_of(order.happened);
    let given = |dob: Date| i64::from(years_between(dob, day)) == asked.age_assessed;
    ensure_at(asked.dob.is_none_or(given), Why::AgeDiffers, "dob")?;
    let grows_up = asked.age_assessed >= i64::from(OF_AGE) && case.is_child_on(day);
    ensure_at(
        !grows_up || order.by.role == Role::Supervisor,
        Why::SupervisorNeeded,
        "age_assessed",
    )
}
