//! What people can do, room by room: each kind of command with its form, written as a table. The
//! same table labels what was recorded when it is read again.
//!
//! To add something that people do: one entry in the room's table here; the words of its fields in
//! `locales/en/<room>.ftl`.

mod approval;
mod assessment;
mod child;
mod choices;
mod closure;
mod consent;
mod disclosure;
mod household;
mod implementation;
mod moment;
mod own_files;
mod planning;
mod reception;
mod registration;
mod review;
mod scales;
mod screening;
mod standing;
mod transfer;

pub(crate) use choices::planning::action_name;
pub use choices::{choices, colleagues, names, narrowed};
pub use moment::fits;
pub use own_files::{founders, own_file, own_files};
pub use standing::standing;

use std::sync::LazyLock;

use forms::{CodeList, Form};

/// One kind of command, its form, and the events that record it.
#[derive(Debug)]
pub struct Action {
    /// The room, as in the path and the permission table.
    pub room: &'static str,
    /// The kind, likewise.
    pub kind: &'static str,
    /// What is asked.
    pub form: Form,
    /// The kinds of events whose record has this form's fields.
    pub recorded: Vec<&'static str>,
    /// The part of the case that it replaces, for pages that carry a version.
    pub part: Option<&'static str>,
    /// It replaces what was recorded with the same answer to this question, one part for each.
    pub each: Option<&'static str>,
    /// Hard to take back.
    pub grave: bool,
    /// The field that names the one thing of the case that it is about: the way to it stands beside
    /// that thing, and its form comes filled with what stands.
    pub of: Option<&'static str>,
}

impl Action {
    /// A kind of command; its form is recorded by `recorded`.
    fn new(room: &'static str, kind: &'static str, recorded: &'static str, form: Form) -> Self {
        Self {
            room,
            kind,
            form: with_time(form),
            recorded: vec![recorded],
            part: None,
            each: None,
            grave: false,
            of: None,
        }
    }

    /// A form about the organisation: it says how things are from now on.
    fn timeless(room: &'static str, kind: &'static str, form: Form) -> Self {
        let known = Self::new(room, kind, "", Form::new(form.id));
        Self { form, ..known }
    }

    /// And also by another kind of event.
    fn also(mut self, recorded: &'static str) -> Self {
        self.recorded.push(recorded);
        self
    }

    /// It replaces this part of the case.
    const fn replaces(mut self, part: &'static str) -> Self {
        self.part = Some(part);
        self
    }

    /// It replaces what was recorded with the same answer to `field`: a need by its domain.
    const fn each(mut self, field: &'static str) -> Self {
        self.each = Some(field);
        self
    }

    /// Its button looks like what it is.
    const fn grave(mut self) -> Self {
        self.grave = true;
        self
    }

    /// It is about the one thing that this field names.
    const fn of(mut self, field: &'static str) -> Self {
        self.of = Some(field);
        self
    }

    /// The key of its title.
    #[must_use]
    pub fn title_key(&self) -> String {
        format!("do-{}-{}", self.room, self.kind)
    }
}

/// Every form asks when it happened, so that entries from paper keep the time tables true.
fn with_time(form: Form) -> Form {
    form.purpose("account")
        .section("when")
        .date_time("happened", false)
}

/// A code list of the rules as the forms know it.
macro_rules! list {
    ($name:ident) => {
        forms::CodeList {
            name: casework::lists::$name::LIST,
            codes: casework::lists::$name::CODES,
        }
    };
}
pub(crate) use list;

/// The classes of sensitive matter, for entries whose worker says what they are about.
pub(crate) const ABOUT: CodeList = CodeList {
    name: casework::class::Class::LIST,
    codes: casework::class::Class::CODES,
};

static ACTIONS: LazyLock<Vec<Action>> = LazyLock::new(|| {
    let mut all = reception::actions();
    all.extend(consent::actions());
    all.extend(screening::actions());
    all.extend(registration::actions());
    all.extend(assessment::actions());
    all.extend(child::actions());
    all.extend(review::actions());
    all.extend(closure::actions());
    all.extend(transfer::actions());
    all.extend(household::actions());
    all.extend(planning::actions());
    all.extend(implementation::actions());
    all.extend(approval::actions());
    all
});

/// Every kind of command that has a form.
#[must_use]
pub fn actions() -> &'static [Action] {
    &ACTIONS
}

/// The action of a path.
#[must_use]
pub fn action(room: &str, kind: &str) -> Option<&'static Action> {
    ACTIONS
        .iter()
        .find(|action| action.room == room && action.kind == kind)
}

/// The action whose form reads out this kind of event.
#[must_use]
pub fn recorded_by(room: &str, event: &str) -> Option<&'static Action> {
    ACTIONS
        .iter()
        .find(|action| action.room == room && action.recorded.contains(&event))
}

/// A place of the case page: a page of its own, with the rooms that it holds.
#[derive(Debug)]
pub struct Place {
    /// Its name in the path.
    pub name: &'static str,
    /// The rooms whose commands and records it shows.
    pub rooms: &'static [&'static str],
}

/// The places of a case, the six steps among them in the order of the work.
pub const PLACES: [Place; 9] = [
    Place {
        name: "reception",
        rooms: &["reception"],
    },
    Place {
        name: "consent",
        rooms: &["consent"],
    },
    Place {
        name: "registration",
        rooms: &["screening", "registration"],
    },
    Place {
        name: "assessment",
        rooms: &["assessment", "child"],
    },
    Place {
        name: "planning",
        rooms: &["planning"],
    },
    Place {
        name: "implementation",
        rooms: &["implementation"],
    },
    Place {
        name: "review",
        rooms: &["review"],
    },
    Place {
        name: "closure",
        rooms: &["closure", "transfer"],
    },
    Place {
        name: "household",
        rooms: &["household"],
    },
];

/// The place of this name.
#[must_use]
pub fn place(name: &str) -> Option<&'static Place> {
    PLACES.iter().find(|place| place.name == name)
}

/// The place where a room's work stands.
#[must_use]
pub fn place_of(room: &str) -> &'static str {
    PLACES
        .iter()
        .find(|place| place.rooms.contains(&room))
        .map_or("", |place| place.name)
}
