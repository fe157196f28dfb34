//! What stands outside of a case and decides on it: whether a partner is an authority, whether its
//! sharing agreement still holds, whether a receiver is there (`domain.md` section 8, DP13), and how
//! many cases somebody carries who takes one more (2.1).

use access::organisation::{Partner, Unit};
use casework::{
    Ask, Case, Event, Order,
    case::day_of,
    implementation::{Ask as Carrying, is_lifesaving},
    lists::TransferTo,
    refusal::{Refusal, Why, ensure_at},
    registration::Ask as Registering,
    transfer::{Ask as Handing, Proposal},
};
use jiff::civil::Date;

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
                    let agreed = partner.agrees_on(day_of(order.now));
                    if !agreed && !is_lifesaving(&case, &known.referral) {
                        return Err(no_agreement().within(known.at.classes).into());
                    }
                }
            }
            Ask::Registration(Registering::TakeCase(taking)) => {
                // How full a caseload is stands in the lists, not in what is posted.
                let carried = self.views.carried_by(order.by.account)?;
                taking.carries = u32::try_from(carried).unwrap_or(u32::MAX);
            }
            Ask::Transfer(Handing::ProposeTransfer(asked)) => {
                self.receiver_fits(asked, day_of(order.now))?;
            }
            _ => {}
        }
        Ok(order)
    }

    /// A case goes to somebody who is what the worker says, and who is still there.
    fn receiver_fits(&self, asked: &Proposal, today: Date) -> Result<(), Refusal> {
        let known = self.organisation();
        let fits = match (asked.to, known.unit(asked.receiver)) {
            (TransferTo::Colleague, Some(Unit::Account(account))) => !account.closed,
            (TransferTo::OtherCentre, Some(Unit::Centre(_))) => true,
            (TransferTo::Partner, Some(Unit::Partner(partner))) => partner.agrees_on(today),
            _ => false,
        };
        ensure_at(fits, Why::ReceiverNeeded, "receiver")
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
