//! Looking at households: who stands in the view, without a trace of who is hidden from it.

use std::collections::HashSet;

use access::{Actor, Standing};
use casework::{
    Case, Id,
    case::Stamp,
    class::Classes,
    household_file::{Household, KitGiven},
    lists::{HouseholdChange, HouseholdRole},
};

use crate::{Casebook, No};

/// How many cases one reader's choice of households is made from.
const MANY: usize = 10_000;

/// A household as one reader may see it.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the names say it")]
pub struct HouseholdLook {
    pub household: Id,
    /// Who stands in its view, and who left it; nobody who is hidden from it.
    pub members: Vec<MemberLook>,
    pub kits: Vec<KitLook>,
}

/// One member, as far as the reader may know.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the names say it")]
pub struct MemberLook {
    pub role: HouseholdRole,
    pub joined: Stamp,
    pub left: Option<(Stamp, HouseholdChange)>,
    /// The case, when the reader may open it.
    pub case: Option<MemberName>,
}

/// A member whose case the reader may open.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the names say it")]
pub struct MemberName {
    pub file: Id,
    pub code: Option<String>,
    pub name: Option<String>,
}

/// What was given, with the people it reached as far as the reader may count them.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the names say it")]
pub struct KitLook {
    pub at: Stamp,
    pub given: KitGiven,
    pub reached: u32,
}

impl Casebook {
    /// Opens a household.
    ///
    /// # Errors
    /// [`No::NotHere`] for those who work on none of its present members.
    pub fn look_household(&self, actor: &Actor, household: Id) -> Result<HouseholdLook, No> {
        let known = self.household_file(household)?.state;
        if !self.works_on(actor, &known, "household.read")? {
            return Err(No::NotHere);
        }
        self.record_look(actor, "household.read", Some(household))?;
        let shown = known.members.iter().filter(|member| !member.hidden);
        let members: Result<Vec<MemberLook>, No> = shown
            .map(|member| {
                Ok(MemberLook {
                    role: member.role,
                    joined: member.joined,
                    left: member.left,
                    case: self.member_name(actor, member.person)?,
                })
            })
            .collect();
        Ok(HouseholdLook {
            household,
            members: members?,
            kits: kits(&known),
        })
    }

    /// Whether the actor may do this on the case of one who lives there, hidden or not.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn works_on(&self, actor: &Actor, household: &Household, action: &str) -> Result<bool, No> {
        for member in household.members.iter().filter(|one| one.left.is_none()) {
            if access::may(actor, action, self.standing(actor, member.person)?) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Whether the actor may give something to a household.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn may_give_kit(&self, actor: &Actor, household: Id) -> Result<bool, No> {
        let known = self.household_file(household)?.state;
        self.works_on(actor, &known, "household.give_kit")
    }

    fn standing(&self, actor: &Actor, file: Id) -> Result<Standing, No> {
        Ok(self.person(file)?.standing(actor))
    }

    /// What a member is called, for those who may open the case.
    pub(crate) fn member_name(&self, actor: &Actor, file: Id) -> Result<Option<MemberName>, No> {
        if !access::may(actor, "case.read", self.standing(actor, file)?) {
            return Ok(None);
        }
        let general = Case::fold_for(&self.person(file)?.events, Classes::GENERAL);
        Ok(Some(MemberName {
            file,
            code: general.registration.code.clone(),
            name: general.registration.shown_name().map(str::to_owned),
        }))
    }

    /// The cases and inquiries that lists show to the actor.
    fn near(&self, actor: &Actor) -> Result<HashSet<Id>, No> {
        let rows = self.views.caseload(actor, MANY)?.into_iter();
        let desk = self.views.desk(actor, MANY)?.into_iter();
        let desk = desk.map(|row| row.case);
        Ok(rows.chain(desk).map(|row| row.file).collect())
    }

    /// Everybody whose case the actor may open and link to a household: recorded as one look.
    ///
    /// # Errors
    /// [`No::NotHere`] for roles without a caseload.
    pub fn people(&self, actor: &Actor) -> Result<Vec<MemberName>, No> {
        if !self.may_anywhere(actor, "case.list") {
            return Err(No::NotHere);
        }
        self.record_look(actor, "case.list", None)?;
        let mut all = Vec::new();
        for file in self.near(actor)? {
            let joins = access::may(
                actor,
                "household.join_household",
                self.standing(actor, file)?,
            );
            if joins {
                all.extend(self.member_name(actor, file)?);
            }
        }
        all.retain(|one| one.name.is_some() || one.code.is_some());
        all.sort_by(|a, b| a.name.cmp(&b.name).then_with(|| a.code.cmp(&b.code)));
        Ok(all)
    }

    /// The households that somebody may be linked to by this actor: those in whose view a person
    /// stands whose case the actor may open. For a choice in a form, within a page's own look.
    ///
    /// # Errors
    /// When views or ledger cannot be read.
    pub fn households(&self, actor: &Actor) -> Result<Vec<(Id, Vec<MemberName>)>, No> {
        let near = self.near(actor)?;
        let own: Vec<(Id, Vec<Id>)> = (self.own_files().households.iter())
            .map(|(id, one)| (*id, one.in_view().map(|member| member.person)))
            .map(|(id, people)| (id, people.filter(|one| near.contains(one)).collect()))
            .collect();
        let mut all = Vec::new();
        for (household, people) in own {
            let mut names = Vec::new();
            for person in people {
                names.extend(self.member_name(actor, person)?);
            }
            if !names.is_empty() {
                all.push((household, names));
            }
        }
        Ok(all)
    }

    /// The others in the view of a household whose cases the actor may open, with their roles.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn housemates(
        &self,
        actor: &Actor,
        household: Id,
        person: Id,
    ) -> Result<Vec<(HouseholdRole, MemberName)>, No> {
        let known = self.household_file(household)?.state;
        let others = known.in_view().filter(|member| member.person != person);
        let mut all = Vec::new();
        for member in others {
            if let Some(name) = self.member_name(actor, member.person)? {
                all.push((member.role, name));
            }
        }
        Ok(all)
    }
}

/// Counted as the reader may: those who were there then, without anybody who is hidden now.
fn kits(household: &Household) -> Vec<KitLook> {
    let there = |kit: &Stamp| {
        let shown = household.members.iter().filter(|member| {
            let gone = member
                .left
                .is_some_and(|(left, _)| left.recorded <= kit.recorded);
            !member.hidden && member.joined.recorded <= kit.recorded && !gone
        });
        u32::try_from(shown.count()).unwrap_or(u32::MAX)
    };
    (household.kits.iter())
        .map(|(at, given)| KitLook {
            at: *at,
            given: given.clone(),
            reached: given.reached.min(there(at)),
        })
        .collect()
}
