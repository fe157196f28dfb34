//! The organisation as folded in memory: a few hundred accounts, centres and partners.

use std::{
    collections::BTreeMap,
    sync::{PoisonError, RwLockReadGuard, RwLockWriteGuard},
};

use access::{
    context::Context,
    organisation::{Account, Centre, Partner, Unit},
};
use casework::Id;

use crate::Casebook;

/// Accounts, centres and partners by id.
#[derive(Debug, Default, Clone)]
pub struct Organisation {
    units: BTreeMap<Id, Unit>,
}

impl Organisation {
    pub(crate) fn replace(&mut self, units: Vec<Unit>) {
        self.units = units.into_iter().map(|unit| (id_of(&unit), unit)).collect();
    }

    pub(crate) fn put(&mut self, unit: Unit) {
        self.units.insert(id_of(&unit), unit);
    }

    pub(crate) fn ids(&self) -> Vec<Id> {
        self.units.keys().copied().collect()
    }

    pub(crate) fn unit(&self, id: Id) -> Option<&Unit> {
        self.units.get(&id)
    }

    /// An account.
    #[must_use]
    pub fn account(&self, id: Id) -> Option<&Account> {
        match self.units.get(&id) {
            Some(Unit::Account(account)) => Some(account),
            _ => None,
        }
    }

    /// Whether an id is of an account that was closed.
    #[must_use]
    pub fn is_closed(&self, id: Id) -> bool {
        self.account(id).is_some_and(|account| account.closed)
    }

    /// An account by the name it signs in with, in lower case.
    #[must_use]
    pub fn account_named(&self, username: &str) -> Option<&Account> {
        self.accounts().find(|account| account.username == username)
    }

    /// All accounts.
    pub fn accounts(&self) -> impl Iterator<Item = &Account> {
        self.units.values().filter_map(|unit| match unit {
            Unit::Account(account) => Some(account),
            _ => None,
        })
    }

    /// All centres.
    pub fn centres(&self) -> impl Iterator<Item = &Centre> {
        self.units.values().filter_map(|unit| match unit {
            Unit::Centre(centre) => Some(centre),
            _ => None,
        })
    }

    /// All partners.
    pub fn partners(&self) -> impl Iterator<Item = &Partner> {
        self.units.values().filter_map(|unit| match unit {
            Unit::Partner(partner) => Some(partner),
            _ => None,
        })
    }

    /// What is known of places and countries, also what no case inherits any more.
    pub fn contexts(&self) -> impl Iterator<Item = &Context> {
        self.units.values().filter_map(|unit| match unit {
            Unit::Context(context) => Some(context),
            _ => None,
        })
    }

    /// What an id is called: an account's, centre's or partner's name.
    #[must_use]
    pub fn name(&self, id: Id) -> Option<&str> {
        self.units.get(&id).map(|unit| match unit {
            Unit::Account(account) => account.display_name.as_str(),
            Unit::Centre(centre) => centre.name.as_str(),
            Unit::Partner(partner) => partner.name.as_str(),
            Unit::Context(context) => (context.current()).map_or("", |said| said.place.as_str()),
        })
    }
}

const fn id_of(unit: &Unit) -> Id {
    match unit {
        Unit::Account(account) => account.id,
        Unit::Centre(centre) => centre.id,
        Unit::Partner(partner) => partner.id,
        Unit::Context(context) => context.id,
    }
}

impl Casebook {
    /// The organisation as it is now.
    pub fn organisation(&self) -> RwLockReadGuard<'_, Organisation> {
        self.organisation
            .read()
            .unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn organisation_mut(&self) -> RwLockWriteGuard<'_, Organisation> {
        self.organisation
            .write()
            .unwrap_or_else(PoisonError::into_inner)
    }
}
