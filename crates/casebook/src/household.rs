//! Households across files: formed in one append with the files of all who form it, changed with
//! the file of whoever joins, leaves, hides or shows.

use access::Actor;
use casework::{
    Ask, Id, Order,
    household::{self, Join, Notice},
    household_file::{Echo, Formed, Founder, Household, HouseholdAsk, Kit, decide_household},
    lists::{AlertKind, HouseholdChange},
    own_file::FileOrder,
};
use jiff::Timestamp;
use ledger::FileAppend;

use crate::{
    Casebook, Command, No,
    carry_out::{Outcome, TRIES, hash_of},
    own_files::household_bytes,
    stored::ledger_id,
};

/// What one command changes beside the file that it was about.
#[derive(Debug, Default)]
pub struct BesideFiles {
    /// In the household's file and the files of its members.
    pub files: Vec<FileAppend>,
    /// The members.
    pub people: Vec<Id>,
}

impl Casebook {
    /// Forms a household: its own file and the file of each who forms it, in one append.
    ///
    /// # Errors
    /// [`No::NotHere`] when one of the files is not the actor's to work on; the refusal of the
    /// first person who may not be linked, above all for want of their own consent.
    pub fn form_household(
        &self,
        actor: &Actor,
        command: Id,
        happened: Option<Timestamp>,
        members: &[Founder],
    ) -> Result<Id, No> {
        let household = command.nth(u16::MAX);
        let body = hash_of(&("household.form", happened, members));
        if let Some(outcome) = self.ledger.outcome(ledger_id(command))? {
            return Ok(self.answer_again(actor, command, &body, &outcome)?.file);
        }
        let outcome = Outcome {
            account: actor.by.account,
            body: body.clone(),
            file: household,
            forget: false,
            household: Some(household),
            others: members.iter().map(|founder| founder.person).collect(),
        };
        for _ in 0..TRIES {
            let mut files = vec![self.founding(actor, command, happened, members)?];
            for founder in members {
                files.push(self.founder(actor, command, happened, household, founder)?);
            }
            if let Some(file) = self.append_own(command, files, &outcome)? {
                return Ok(file);
            }
        }
        Err(No::Busy)
    }

    fn founding(
        &self,
        actor: &Actor,
        command: Id,
        happened: Option<Timestamp>,
        members: &[Founder],
    ) -> Result<FileAppend, No> {
        let ask = HouseholdAsk::Form(Formed {
            members: members.to_vec(),
        });
        let order = self.file_order(actor, command, happened, ask);
        let entry = decide_household(&Household::default(), &order)?;
        Ok(FileAppend {
            file: ledger_id(command.nth(u16::MAX)),
            expected: 0,
            events: vec![household_bytes(entry)],
        })
    }

    fn founder(
        &self,
        actor: &Actor,
        command: Id,
        happened: Option<Timestamp>,
        household: Id,
        founder: &Founder,
    ) -> Result<FileAppend, No> {
        let person = self.person(founder.person)?;
        if person.events.is_empty() {
            return Err(No::NotHere);
        }
        let join = Join {
            household,
            role: founder.role,
            reason: HouseholdChange::Formed,
        };
        let order = self.order(
            actor,
            &Command {
                id: command,
                file: Some(founder.person),
                happened,
                base: None,
                ask: Ask::Household(household::Ask::JoinHousehold(join)),
            },
        )?;
        let yes = self.decide_for(actor, &person, &order)?;
        Ok(self.file_append(founder.person, person.length, &order, &yes))
    }

    /// Gives something once for the whole household.
    ///
    /// # Errors
    /// [`No::NotHere`] for those who work on no member; [`No::Refused`] by the rules.
    pub fn give_kit(
        &self,
        actor: &Actor,
        command: Id,
        happened: Option<Timestamp>,
        household: Id,
        kit: &Kit,
    ) -> Result<(), No> {
        let body = hash_of(&("household.give_kit", household, happened, kit));
        if let Some(outcome) = self.ledger.outcome(ledger_id(command))? {
            return self.answer_again(actor, command, &body, &outcome).map(drop);
        }
        let outcome = Outcome {
            account: actor.by.account,
            body,
            file: household,
            forget: false,
            household: Some(household),
            others: Vec::new(),
        };
        let _turn = self.turns.of(household);
        for _ in 0..TRIES {
            let file = self.household_file(household)?;
            if !self.works_on(actor, &file.state, "household.give_kit")? {
                return Err(No::NotHere);
            }
            let ask = HouseholdAsk::GiveKit(kit.clone());
            let order = self.file_order(actor, command, happened, ask);
            let entry = decide_household(&file.state, &order)?;
            let append = FileAppend {
                file: ledger_id(household),
                expected: file.length,
                events: vec![household_bytes(entry)],
            };
            if self.append_own(command, vec![append], &outcome)?.is_some() {
                return Ok(());
            }
        }
        Err(No::Busy)
    }

    /// What a command in one person's file means for the household's own file, and for the files
    /// of those who live there.
    pub(crate) fn household_beside(
        &self,
        person: Id,
        household: Id,
        what: &Echo,
        order: &Order,
    ) -> Result<BesideFiles, No> {
        let known = self.household_file(household)?;
        if let Echo::Tell(kind) = what {
            return self.tell(person, household, &known.state, *kind, order);
        }
        let Some(ask) = what.ask(person) else {
            return Ok(BesideFiles::default());
        };
        let file_order = FileOrder {
            command: order.command,
            by: order.by,
            now: order.now,
            happened: order.happened,
            ask,
        };
        let entry = match (decide_household(&known.state, &file_order), what) {
            (Ok(entry), _) => entry,
            (Err(refusal), Echo::Join { .. }) => return Err(refusal.into()),
            // The household's file says so already: the person's own file is what counts.
            (Err(_), _) => return Ok(BesideFiles::default()),
        };
        Ok(BesideFiles {
            files: vec![FileAppend {
                file: ledger_id(household),
                expected: known.length,
                events: vec![household_bytes(entry)],
            }],
            people: Vec::new(),
        })
    }

    /// The workers of the others in view are told; nobody who is hidden is named or told.
    fn tell(
        &self,
        person: Id,
        household: Id,
        known: &Household,
        kind: AlertKind,
        order: &Order,
    ) -> Result<BesideFiles, No> {
        let mut beside = BesideFiles::default();
        for member in known.in_view().filter(|member| member.person != person) {
            let file = self.person(member.person)?;
            let notice = Order {
                happened: order.now,
                base: None,
                ask: Ask::Household(household::Ask::ReceiveNotice(Notice { household, kind })),
                ..order.clone()
            };
            // A notice never keeps a danger from being reported.
            let Ok(yes) = casework::decide(&file.whole, &self.sop, &notice) else {
                continue;
            };
            beside
                .files
                .push(self.file_append(member.person, file.length, &notice, &yes));
            beside.people.push(member.person);
        }
        Ok(beside)
    }
}
