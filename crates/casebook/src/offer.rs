//! A case offered to somebody: what a handover needs before they say yes, and nothing of the case.

use access::{Actor, stands};
use casework::{Case, Id, class::Classes, lists::RiskLevel, transfer::Transfer};

use crate::{Casebook, No};

/// What the receiver may know before accepting.
#[derive(Clone, Debug)]
pub struct Offer {
    /// The file.
    pub file: Id,
    /// The person's code.
    pub code: Option<String>,
    /// How grave it is.
    pub risk: Option<RiskLevel>,
    /// The transfer as it was proposed and offered.
    pub transfer: Transfer,
}

impl Casebook {
    /// Opens what a receiver needs to answer an offer.
    ///
    /// # Errors
    /// [`No::NotHere`] when nothing is offered to this actor.
    pub fn look_offer(&self, actor: &Actor, file: Id) -> Result<Offer, No> {
        let person = self.person(file)?;
        let standing = stands(actor, &person.whole, Classes::GENERAL);
        if !standing.receiver || !access::may(actor, "transfer.read", standing) {
            return Err(No::NotHere);
        }
        self.record_look(actor, "transfer.read", Some(file))?;
        let general = Case::fold_for(&person.events, Classes::GENERAL);
        let transfer = general.transfer.newest().cloned().ok_or(No::NotHere)?;
        Ok(Offer {
            file,
            code: general.registration.code.clone(),
            risk: general.risk(),
            transfer,
        })
    }
}
