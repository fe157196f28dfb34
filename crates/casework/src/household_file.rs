//! The household's own file (`domain.md` 2.7, TEST-03): its members by the ids of their files, its
//! history, and what was given once to all. Nothing in it identifies a person.

use crate::{
    case::{Stamp, day_of},
    event::events,
    id::Id,
    lists::{AlertKind, HouseholdChange, HouseholdRole, ServiceType},
    macros::record,
    order::asks,
    own_file::{Entry, FileOrder},
    refusal::{Refusal, Why, ensure, ensure_at},
};

record! {
    /// One of those who form a household.
    pub struct Founder { pub person: Id, pub role: HouseholdRole }
}
record! {
    /// People who live or travel together become a household.
    pub struct Formed { pub members: Vec<Founder> }
}
record! {
    /// Somebody joins; a newborn has a file of its own too.
    pub struct Added { pub person: Id, pub role: HouseholdRole, pub reason: HouseholdChange }
}
record! {
    /// Somebody leaves; that they were here stays on file.
    pub struct Left { pub person: Id, pub reason: HouseholdChange }
}
record! {
    /// Somebody leaves the view of the household, or comes back into it.
    pub struct View { pub person: Id }
}
record! {
    /// Something is given once for the whole household.
    pub struct Kit {
        pub service_type: ServiceType, pub what: String,
        /// Why the same kind is given twice on one day.
        #[serde(default)] pub again_because: Option<String>,
    }
}
record! {
    /// What was given, and how many people it reached.
    pub struct KitGiven {
        pub kit: Id, pub service_type: ServiceType, pub what: String, pub reached: u32,
        #[serde(default)] pub again_because: Option<String>,
    }
}

asks! {
    /// What may be asked for in a household's file.
    HouseholdAsk {
        Form(Formed), AddMember(Added), MemberLeaves(Left), HideMember(View), ShowMember(View), GiveKit(Kit),
    }
}
events! {
    /// What became true in a household's file.
    HouseholdEvent {
        Formed(Formed), MemberAdded(Added), MemberLeft(Left), MemberHidden(View), MemberShown(View),
        KitGiven(KitGiven),
    }
}

/// What a command in a person's file means for the household's file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Echo {
    /// The person joins.
    Join {
        /// As whom.
        role: HouseholdRole,
        /// Through what.
        reason: HouseholdChange,
    },
    /// The person leaves.
    Leave(HouseholdChange),
    /// The person leaves the household's view.
    Hide,
    /// The person comes back into view.
    Show,
    /// The files of the other members in view are told (`household.receive_notice`).
    Tell(AlertKind),
}

impl Echo {
    /// What is asked of the household's file, for the person whose file brought it about; nothing
    /// when only other members' files are told.
    #[must_use]
    pub const fn ask(&self, person: Id) -> Option<HouseholdAsk> {
        match self {
            Self::Join { role, reason } => Some(HouseholdAsk::AddMember(Added {
                person,
                role: *role,
                reason: *reason,
            })),
            Self::Leave(reason) => Some(HouseholdAsk::MemberLeaves(Left {
                person,
                reason: *reason,
            })),
            Self::Hide => Some(HouseholdAsk::HideMember(View { person })),
            Self::Show => Some(HouseholdAsk::ShowMember(View { person })),
            Self::Tell(_) => None,
        }
    }
}

/// One stay of one person.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Member {
    pub person: Id,
    pub role: HouseholdRole,
    pub joined: Stamp,
    pub left: Option<(Stamp, HouseholdChange)>,
    pub hidden: bool,
}

/// A household's file, folded.
#[derive(Clone, Debug, Default, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Household {
    /// How many entries were folded.
    pub seen: u32,
    pub formed: Option<Stamp>,
    /// Every stay, also those that ended.
    pub members: Vec<Member>,
    pub kits: Vec<(Stamp, KitGiven)>,
}

impl Household {
    /// Folds a household's history.
    #[must_use]
    pub fn fold<'e>(entries: impl IntoIterator<Item = &'e Entry<HouseholdEvent>>) -> Self {
        let mut household = Self::default();
        entries.into_iter().for_each(|entry| household.apply(entry));
        household
    }

    /// Who lives there and stands in its view.
    pub fn in_view(&self) -> impl Iterator<Item = &Member> {
        self.members
            .iter()
            .filter(|member| member.left.is_none() && !member.hidden)
    }

    /// The present stay of a person, hidden or not.
    #[must_use]
    pub fn member(&self, person: Id) -> Option<&Member> {
        self.members
            .iter()
            .find(|member| member.person == person && member.left.is_none())
    }

    fn member_mut(&mut self, person: Id) -> Option<&mut Member> {
        self.members
            .iter_mut()
            .find(|member| member.person == person && member.left.is_none())
    }

    /// Adds one entry.
    pub fn apply(&mut self, entry: &Entry<HouseholdEvent>) {
        self.seen += 1;
        let stamp = entry.stamp();
        match &entry.body {
            HouseholdEvent::Formed(formed) => {
                self.formed = Some(stamp);
                for founder in &formed.members {
                    self.add(founder.person, founder.role, stamp);
                }
            }
            HouseholdEvent::MemberAdded(added) => self.add(added.person, added.role, stamp),
            HouseholdEvent::MemberLeft(left) => {
                if let Some(member) = self.member_mut(left.person) {
                    member.left = Some((stamp, left.reason));
                }
            }
            HouseholdEvent::MemberHidden(view) => self.set_hidden(view.person, true),
            HouseholdEvent::MemberShown(view) => self.set_hidden(view.person, false),
            HouseholdEvent::KitGiven(given) => self.kits.push((stamp, given.clone())),
        }
    }

    fn add(&mut self, person: Id, role: HouseholdRole, joined: Stamp) {
        self.members.push(Member {
            person,
            role,
            joined,
            left: None,
            hidden: false,
        });
    }

    fn set_hidden(&mut self, person: Id, hidden: bool) {
        if let Some(member) = self.member_mut(person) {
            member.hidden = hidden;
        }
    }
}

/// Decides an order on a household's file.
///
/// # Errors
/// A [`Refusal`] with its reason.
pub fn decide_household(
    household: &Household,
    order: &FileOrder<HouseholdAsk>,
) -> Result<Entry<HouseholdEvent>, Refusal> {
    let formed = household.formed.is_some();
    let event = match &order.ask {
        HouseholdAsk::Form(asked) => {
            ensure(!formed, Why::AlreadyDone)?;
            HouseholdEvent::Formed(form(asked)?)
        }
        _ if !formed => return Err(Refusal::new(Why::NotNow)),
        HouseholdAsk::AddMember(asked) => {
            let new = household.member(asked.person).is_none();
            ensure_at(new, Why::AlreadyInHousehold, "person")?;
            HouseholdEvent::MemberAdded(asked.clone())
        }
        HouseholdAsk::MemberLeaves(asked) => {
            present(household, asked.person)?;
            HouseholdEvent::MemberLeft(asked.clone())
        }
        HouseholdAsk::HideMember(asked) => {
            let hidden = present(household, asked.person)?.hidden;
            ensure(!hidden, Why::AlreadyDone)?;
            HouseholdEvent::MemberHidden(asked.clone())
        }
        HouseholdAsk::ShowMember(asked) => {
            let hidden = present(household, asked.person)?.hidden;
            ensure(hidden, Why::AlreadyDone)?;
            HouseholdEvent::MemberShown(asked.clone())
        }
        HouseholdAsk::GiveKit(asked) => HouseholdEvent::KitGiven(give(household, order, asked)?),
    };
    Ok(order.entry(event))
}

fn form(asked: &Formed) -> Result<Formed, Refusal> {
    ensure_at(!asked.members.is_empty(), Why::TextNeeded, "members")?;
    let mut people: Vec<Id> = asked.members.iter().map(|founder| founder.person).collect();
    people.sort_unstable();
    let twice = people.windows(2).any(|pair| pair[0] == pair[1]);
    ensure_at(!twice, Why::AlreadyInHousehold, "members")?;
    Ok(asked.clone())
}

fn present(household: &Household, person: Id) -> Result<&Member, Refusal> {
    let member = household.member(person);
    member.ok_or(Refusal::at(Why::NotInHousehold, "person"))
}

/// Counted once for the household, with the people it reached; the same kind twice on one day
/// needs a reason (TEST-03).
fn give(
    household: &Household,
    order: &FileOrder<HouseholdAsk>,
    asked: &Kit,
) -> Result<KitGiven, Refusal> {
    let day = day_of(order.happened);
    let today = household.kits.iter().any(|(stamp, kit)| {
        kit.service_type == asked.service_type && day_of(stamp.happened) == day
    });
    let reason = asked
        .again_because
        .as_deref()
        .is_some_and(|text| !text.trim().is_empty());
    ensure_at(!today || reason, Why::GivenToday, "service_type")?;
    let reached = u32::try_from(household.in_view().count()).unwrap_or(u32::MAX);
    ensure(reached > 0, Why::NotInHousehold)?;
    Ok(KitGiven {
        kit: order.command.nth(0),
        service_type: asked.service_type,
        what: asked.what.clone(),
        reached,
        again_because: asked.again_because.clone(),
    })
}
