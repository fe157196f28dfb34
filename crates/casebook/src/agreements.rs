//! Partners and their sharing agreements: added, renewed, ended and taken up again (`domain.md`
//! DP13).

use access::{Actor, organisation::OrgEvent};
use casework::{
    Id,
    refusal::{Refusal, Why},
};
use jiff::civil::Date;

use crate::{Casebook, No, accounts::administers};

/// What an administrator says about a partner.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct PartnerSaid {
    pub name: String,
    pub focal_point: String,
    pub agreement_until: Date,
    pub authority: bool,
}

impl Casebook {
    /// Adds a partner with whom a sharing agreement exists.
    ///
    /// # Errors
    /// A refusal when there is a partner of that name; [`No::NotHere`] for all but administrators.
    pub fn add_partner(&self, actor: &Actor, command: Id, said: PartnerSaid) -> Result<Id, No> {
        administers(actor)?;
        let id = command.nth(1);
        self.name_is_free(id, &said.name)?;
        let event = OrgEvent::PartnerAdded {
            name: said.name,
            focal_point: said.focal_point,
            agreement_until: said.agreement_until,
            authority: said.authority,
        };
        self.append_org(command, actor.by.account, vec![(id, event)], Vec::new())?;
        Ok(id)
    }

    /// Corrects a partner's file, or renews its agreement. Consents stay with the partner.
    ///
    /// # Errors
    /// A refusal when another partner has that name; [`No::NotHere`] for all but administrators.
    pub fn change_partner(
        &self,
        actor: &Actor,
        command: Id,
        partner: Id,
        said: PartnerSaid,
    ) -> Result<(), No> {
        administers(actor)?;
        self.name_is_free(partner, &said.name)?;
        let event = OrgEvent::PartnerChanged {
            name: said.name,
            focal_point: said.focal_point,
            agreement_until: said.agreement_until,
            authority: said.authority,
        };
        let by = actor.by.account;
        self.append_org(command, by, vec![(partner, event)], Vec::new())
    }

    /// Ends an agreement, or takes it up again.
    ///
    /// # Errors
    /// [`No::NotHere`] for all but administrators.
    pub fn end_agreement(
        &self,
        actor: &Actor,
        command: Id,
        partner: Id,
        ended: bool,
    ) -> Result<(), No> {
        administers(actor)?;
        let event = if ended {
            OrgEvent::PartnerEnded
        } else {
            OrgEvent::PartnerResumed
        };
        let by = actor.by.account;
        self.append_org(command, by, vec![(partner, event)], Vec::new())
    }

    /// One partner, one entry: consents name it, and a second one would not have them.
    fn name_is_free(&self, partner: Id, name: &str) -> Result<(), No> {
        let same = |known: &str| known.trim().to_lowercase() == name.trim().to_lowercase();
        let known = self.organisation();
        let mut others = known.partners().filter(|known| known.id != partner);
        if others.any(|known| same(&known.name)) {
            return Err(Refusal::at(Why::NameTaken, "name").into());
        }
        Ok(())
    }
}
