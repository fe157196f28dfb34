//! Context profiles: kept by the protection lead, inherited by cases (`domain.md` section 4).

use access::{
    Actor,
    context::{Context, ContextSaid},
    organisation::OrgEvent,
};
use casework::{
    Ask, Id, Order,
    assessment::Ask as Assessing,
    refusal::{Refusal, Why},
};

use crate::{Casebook, No};

impl Casebook {
    /// Writes down what a place or a country does to people; with the id of a known profile, its
    /// next version. Answers its id.
    ///
    /// # Errors
    /// A refusal when it says nothing of use; [`No::NotHere`] for whoever may not keep it.
    pub fn write_context(
        &self,
        actor: &Actor,
        command: Id,
        context: Option<Id>,
        said: ContextSaid,
    ) -> Result<Id, No> {
        self.keeps_context(actor, context)?;
        said.fits()?;
        let id = context.unwrap_or_else(|| command.nth(1));
        let event = OrgEvent::ContextWritten { said };
        self.append_org(command, actor.by.account, vec![(id, event)], Vec::new())?;
        Ok(id)
    }

    /// No case inherits it any more; those that did keep what they answered.
    ///
    /// # Errors
    /// [`No::NotHere`] for whoever may not keep it.
    pub fn end_context(&self, actor: &Actor, command: Id, context: Id) -> Result<(), No> {
        self.keeps_context(actor, Some(context))?;
        let event = OrgEvent::ContextEnded;
        let changed = vec![(context, event)];
        self.append_org(command, actor.by.account, changed, Vec::new())
    }

    fn keeps_context(&self, actor: &Actor, context: Option<Id>) -> Result<(), No> {
        let known = context.is_none_or(|id| self.context(id).is_some());
        if !self.may_anywhere(actor, "context.change") || !known {
            return Err(No::NotHere);
        }
        Ok(())
    }

    fn context(&self, id: Id) -> Option<Context> {
        let organisation = self.organisation();
        organisation
            .contexts()
            .find(|known| known.id == id)
            .cloned()
    }

    /// The order with what the profile itself says: a case inherits a version as it was written,
    /// whatever its page posted.
    ///
    /// # Errors
    /// A refusal when there is no such profile.
    pub(crate) fn with_context(&self, mut order: Order) -> Result<Order, No> {
        let Ask::Assessment(Assessing::AttachProfile(profile)) = &mut order.ask else {
            return Ok(order);
        };
        let Some(id) = profile.context else {
            profile.version = None;
            profile.factors.clear();
            return Ok(order);
        };
        let known = self.context(id).filter(|known| !known.ended);
        let Some((version, said)) = known
            .as_ref()
            .and_then(|it| Some((it.version(), it.current()?)))
        else {
            return Err(Refusal::at(Why::NoSuchThing, "context").into());
        };
        profile.level = said.level;
        profile.place.clone_from(&said.place);
        profile.valid_from = said.valid_from;
        profile.source.clone_from(&said.sources);
        profile.version = Some(version);
        profile.factors.clone_from(&said.factors);
        Ok(order)
    }
}
