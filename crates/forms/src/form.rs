//! A form and its fields, written as a table.

use crate::kind::{CodeList, Kind, Sensitivity};

/// One question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Its name in the post, in the answers and in the messages (`field-<name>`).
    pub name: &'static str,
    /// What it takes.
    pub kind: Kind,
    /// Must it be answered (when it is asked at all)?
    pub required: bool,
    /// How much harm a leak can do.
    pub sensitivity: Sensitivity,
    /// What it is asked for, as a short code: `identify`, `safety`, `deliver`, `account`.
    pub purpose: &'static str,
    /// The heading it stands under (`section-<key>`).
    pub section: Option<&'static str>,
    /// Asked only when an earlier field has one of these values; otherwise dropped without a word.
    /// Yes/no fields and ticks answer `yes` and `no` here.
    pub only_when: Option<(&'static str, &'static [&'static str])>,
}

/// A form: an id such as `assessment.need`, and its questions in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// Room and thing, with a dot.
    pub id: &'static str,
    /// The questions, in the order in which they are asked.
    pub fields: Vec<Field>,
    purpose: &'static str,
    section: Option<&'static str>,
}

impl Form {
    /// An empty form.
    pub fn new(id: &'static str) -> Self {
        Form {
            id,
            fields: Vec::new(),
            purpose: "",
            section: None,
        }
    }

    /// The question of this name.
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// From here on, questions are asked for this purpose.
    pub fn purpose(mut self, purpose: &'static str) -> Self {
        self.purpose = purpose;
        self
    }

    /// From here on, questions stand under this heading.
    pub fn section(mut self, section: &'static str) -> Self {
        self.section = Some(section);
        self
    }

    /// Any kind of question; the shorter names below are this one.
    pub fn ask(mut self, name: &'static str, kind: Kind) -> Self {
        self.fields.push(Field {
            name,
            kind,
            required: matches!(kind, Kind::YesNo),
            sensitivity: Sensitivity::L,
            purpose: self.purpose,
            section: self.section,
            only_when: None,
        });
        self
    }

    /// One line.
    pub fn text(self, name: &'static str, max: usize) -> Self {
        self.ask(name, Kind::Text { max })
    }

    /// Several lines.
    pub fn long_text(self, name: &'static str, max: usize) -> Self {
        self.ask(name, Kind::LongText { max })
    }

    /// One code.
    pub fn code(self, name: &'static str, list: CodeList) -> Self {
        self.ask(name, Kind::Code(list))
    }

    /// One code, or unknown, not asked, declined.
    pub fn code_or(self, name: &'static str, list: CodeList) -> Self {
        self.ask(name, Kind::CodeOr(list))
    }

    /// Several codes.
    pub fn multi(self, name: &'static str, list: CodeList) -> Self {
        self.ask(name, Kind::Multi(list))
    }

    /// Several codes, or unknown, not asked, declined.
    pub fn multi_or(self, name: &'static str, list: CodeList) -> Self {
        self.ask(name, Kind::MultiOr(list))
    }

    /// A day; `future` says whether it may lie after today.
    pub fn date(self, name: &'static str, future: bool) -> Self {
        self.ask(name, Kind::Date { future })
    }

    /// A moment; `future` says whether it may lie after now.
    pub fn date_time(self, name: &'static str, future: bool) -> Self {
        self.ask(name, Kind::DateTime { future })
    }

    /// An explicit yes or no; required unless `optional` follows.
    pub fn yes_no(self, name: &'static str) -> Self {
        self.ask(name, Kind::YesNo)
    }

    /// Yes, no, or unknown, not asked, declined.
    pub fn yes_no_or(self, name: &'static str) -> Self {
        self.ask(name, Kind::YesNoOr)
    }

    /// A single box.
    pub fn tick(self, name: &'static str) -> Self {
        self.ask(name, Kind::Tick)
    }

    /// A whole number.
    pub fn int(self, name: &'static str, min: i64, max: i64) -> Self {
        self.ask(name, Kind::Int { min, max })
    }

    /// An amount of money.
    pub fn money(self, name: &'static str) -> Self {
        self.ask(name, Kind::Money)
    }

    /// A mark on a short scale.
    pub fn score(self, name: &'static str, min: i64, max: i64) -> Self {
        self.ask(name, Kind::Score { min, max })
    }

    /// One of the options given at run time.
    pub fn pick(self, name: &'static str) -> Self {
        self.ask(name, Kind::Pick)
    }

    /// Several of the options given at run time.
    pub fn pick_many(self, name: &'static str) -> Self {
        self.ask(name, Kind::PickMany)
    }

    /// A telephone number.
    pub fn phone(self, name: &'static str) -> Self {
        self.ask(name, Kind::Phone)
    }

    /// Something the page carries.
    pub fn hidden(self, name: &'static str) -> Self {
        self.ask(name, Kind::Hidden)
    }

    /// The question just before must be answered.
    pub fn required(self) -> Self {
        self.last(|field| field.required = true)
    }

    /// The question just before may stay empty.
    pub fn optional(self) -> Self {
        self.last(|field| field.required = false)
    }

    /// The question just before is personal.
    pub fn medium(self) -> Self {
        self.last(|field| field.sensitivity = Sensitivity::M)
    }

    /// The question just before is dangerous in the wrong hands.
    pub fn high(self) -> Self {
        self.last(|field| field.sensitivity = Sensitivity::H)
    }

    /// The question just before is asked only when `field` has one of `values`.
    pub fn only_when(self, field: &'static str, values: &'static [&'static str]) -> Self {
        self.last(|last| last.only_when = Some((field, values)))
    }

    fn last(mut self, change: impl FnOnce(&mut Field)) -> Self {
        if let Some(field) = self.fields.last_mut() {
            change(field);
        }
        self
    }
}
