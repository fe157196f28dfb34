//! The yearly figure: counted now, and kept for good once the year is over (`domain.md` section 7,
//! rules (d) to (f)).

use access::{
    Actor,
    figures::{KeptYear, YearFigure},
    organisation::OrgEvent,
};
use casework::{
    Id,
    refusal::{Refusal, Why},
};
use views::YearRow;

use crate::{Casebook, No, stored::ledger_id};

/// The persons supported by case management in a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Year {
    /// As it is counted now.
    pub counted: YearFigure,
    /// As it was kept, the last correction at the end.
    pub kept: Vec<KeptYear>,
    /// It is over at the centre: the figure may be kept.
    pub over: bool,
    /// The reader may open the persons behind each number.
    pub opens: bool,
}

impl Year {
    /// What a report says: the figure as it was last kept, or else as it is counted now.
    #[must_use]
    pub fn reported(&self) -> &YearFigure {
        self.kept.last().map_or(&self.counted, |kept| &kept.figure)
    }

    /// Something was recorded, merged or erased since it was kept.
    #[must_use]
    pub fn differs(&self) -> bool {
        !self.reported().agrees(&self.counted)
    }
}

impl Casebook {
    /// The years in which anybody counts or whose figure was kept, and one of them.
    ///
    /// # Errors
    /// [`No::NotHere`] for roles that read no figures.
    pub fn year(&self, actor: &Actor, year: i16) -> Result<(Vec<i16>, Year), No> {
        if !self.may_here(actor, "report.year") {
            return Err(No::NotHere);
        }
        self.record_look(actor, "report.year", None)?;
        let mut years = self.views.years(actor)?;
        let all = self.kept_years(actor);
        years.extend(all.iter().map(|kept| kept.figure.year));
        let of_this = |kept: &KeptYear| kept.figure.year == year;
        let found = Year {
            counted: self.counted(actor, year)?,
            kept: all.into_iter().filter(of_this).collect(),
            over: self.year_is_over(year),
            opens: self.opens_people(actor),
        };
        Ok((years, found))
    }

    /// Keeps a year's figure as it is counted now. An earlier one stays beside it, and the reason
    /// says what was corrected.
    ///
    /// # Errors
    /// Refusals for a year that is not over, for a correction without a reason, and when it was kept
    /// already and nothing changed; [`No::NotHere`] for whoever may not.
    pub fn keep_year(
        &self,
        actor: &Actor,
        command: Id,
        year: i16,
        reason: Option<String>,
    ) -> Result<(), No> {
        if !self.may_here(actor, "report.keep") {
            return Err(No::NotHere);
        }
        if !self.year_is_over(year) {
            return Err(Refusal::new(Why::NotNow).into());
        }
        let figure = YearFigure {
            reason,
            ..self.counted(actor, year)?
        };
        let mut earlier = self.kept_years(actor).into_iter();
        let last = earlier.rfind(|kept| kept.figure.year == year);
        if self.ledger.outcome(ledger_id(command))?.is_some() {
            // The same post again: what it asked for is done, though it would be counted anew.
            let mine = last.is_some_and(|kept| kept.by == actor.by.account);
            return if mine { Ok(()) } else { Err(No::IdTaken) };
        }
        if let Some(last) = last {
            if last.figure.agrees(&figure) {
                return Err(Refusal::new(Why::AlreadyDone).into());
            }
            if figure.reason.is_none() {
                return Err(Refusal::at(Why::ReasonNeeded, "reason").into());
            }
        }
        let kept = vec![(actor.by.centre, OrgEvent::YearKept { figure })];
        self.append_org(command, actor.by.account, kept, Vec::new())
    }

    /// The persons behind a year's figure, by their codes: one look.
    ///
    /// # Errors
    /// [`No::NotHere`] for whoever reads the number alone.
    pub fn year_people(&self, actor: &Actor, year: i16) -> Result<Vec<YearRow>, No> {
        if !self.may_here(actor, "report.year") || !self.opens_people(actor) {
            return Err(No::NotHere);
        }
        self.record_look(actor, "year.people", None)?;
        Ok(self.views.year_people(actor, year)?)
    }

    fn counted(&self, actor: &Actor, year: i16) -> Result<YearFigure, No> {
        let mut figure = YearFigure {
            year,
            began: [].into(),
            ended: [].into(),
            tally: 0,
            position: self.ledger.position(),
            reason: None,
        };
        for row in self.views.year(actor, year)? {
            if row.tally {
                figure.tally += row.count;
                continue;
            }
            *figure.began.entry(row.began).or_default() += row.count;
            *figure.ended.entry(row.ended).or_default() += row.count;
        }
        Ok(figure)
    }

    fn kept_years(&self, actor: &Actor) -> Vec<KeptYear> {
        let known = self.organisation();
        let mut centres = known.centres();
        let own = centres.find(|centre| centre.id == actor.by.centre);
        own.map(|centre| centre.years.clone()).unwrap_or_default()
    }

    fn year_is_over(&self, year: i16) -> bool {
        year < self.now().to_zoned(self.sop.zone()).year()
    }

    /// Of every case at the centre, and not of some: else a list would differ from its number.
    fn opens_people(&self, actor: &Actor) -> bool {
        self.may_here(actor, "case.read") && self.may_here(actor, "case.list")
    }
}
