//! What a partner's own file says about a referral: whether it is an authority, and whether the
//! sharing agreement still holds (`domain.md` section 8, DP13).

use access::organisation::Partner;
use casework::{
    Ask, Case, Event, Order,
    case::day_of,
    implementation::Ask as Carrying,
    refusal::{Refusal, Why},
};

use crate::{Casebook, No};

impl Casebook {
    /// The order with what the partner's file says in it.
    ///
    /// # Errors
    /// A refusal when nothing may be shared with the partner.
    pub(crate) fn with_partner(&self, mut order: Order, events: &[Event]) -> Result<Order, No> {
        match &mut order.ask {
            Ask::Implementation(Carrying::DraftReferral(referral)) => {
                let partner = self.partner(referral.to_agency)?;
                // What the partner is stands in its file, not in a box that a worker ticks.
                referral.authority = partner.authority;
            }
            Ask::Implementation(Carrying::SendReferral(send)) => {
                let case = Case::fold(events);
                if let Some(known) = case.implementation.referral(send.referral) {
                    let partner = self.partner(known.referral.to_agency)?;
                    let agreed = !partner.ended && partner.agreement_until >= day_of(order.now);
                    if !agreed {
                        return Err(no_agreement().within(known.at.classes).into());
                    }
                }
            }
            _ => {}
        }
        Ok(order)
    }

    fn partner(&self, id: casework::Id) -> Result<Partner, No> {
        let known = self.organisation();
        let partner = known.partners().find(|partner| partner.id == id).cloned();
        partner.ok_or_else(|| no_agreement().into())
    }
}

fn no_agreement() -> Refusal {
    Refusal::new(Why::PartnerUnknown)
}
