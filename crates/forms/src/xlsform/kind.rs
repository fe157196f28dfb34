//! What the `type` column says (xlsform.org, and the names that older forms use).

/// What a question is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[allow(missing_docs)]
pub enum Kind {
    /// The form itself.
    #[default]
    Form,
    Group,
    Repeat,
    Text,
    Integer,
    Decimal,
    Range,
    Date,
    Time,
    DateTime,
    SelectOne,
    SelectMultiple,
    Rank,
    Note,
    Acknowledge,
    Calculate,
    Hidden,
    Image,
    Audio,
    Video,
    File,
    Geopoint,
    Geotrace,
    Geoshape,
    Barcode,
    /// When the form was opened.
    Start,
    /// When the form was finished.
    End,
    /// The day the form was opened.
    Today,
    /// Something about the device or its owner: named, and never collected.
    Device,
}

const WORDS: &[(&str, Kind)] = &[
    ("text", Kind::Text),
    ("string", Kind::Text),
    ("add text prompt", Kind::Text),
    ("q string", Kind::Text),
    ("phone number", Kind::Text),
    ("get phone number", Kind::Text),
    ("integer", Kind::Integer),
    ("int", Kind::Integer),
    ("add integer prompt", Kind::Integer),
    ("q int", Kind::Integer),
    ("decimal", Kind::Decimal),
    ("add decimal prompt", Kind::Decimal),
    ("q decimal", Kind::Decimal),
    ("range", Kind::Range),
    ("date", Kind::Date),
    ("add date prompt", Kind::Date),
    ("q date", Kind::Date),
    ("time", Kind::Time),
    ("q time", Kind::Time),
    ("datetime", Kind::DateTime),
    ("date time", Kind::DateTime),
    ("add date time prompt", Kind::DateTime),
    ("q datetime", Kind::DateTime),
    ("note", Kind::Note),
    ("add note prompt", Kind::Note),
    ("q note", Kind::Note),
    ("acknowledge", Kind::Acknowledge),
    ("trigger", Kind::Acknowledge),
    ("add acknowledge prompt", Kind::Acknowledge),
    ("q acknowledge", Kind::Acknowledge),
    ("calculate", Kind::Calculate),
    ("calculation", Kind::Calculate),
    ("q calculate", Kind::Calculate),
    ("hidden", Kind::Hidden),
    ("image", Kind::Image),
    ("photo", Kind::Image),
    ("picture", Kind::Image),
    ("add image prompt", Kind::Image),
    ("add photo prompt", Kind::Image),
    ("q picture", Kind::Image),
    ("q image", Kind::Image),
    ("audio", Kind::Audio),
    ("add audio prompt", Kind::Audio),
    ("q audio", Kind::Audio),
    ("video", Kind::Video),
    ("add video prompt", Kind::Video),
    ("q video", Kind::Video),
    ("file", Kind::File),
    ("add file prompt", Kind::File),
    ("geopoint", Kind::Geopoint),
    ("location", Kind::Geopoint),
    ("gps", Kind::Geopoint),
    ("add location prompt", Kind::Geopoint),
    ("q location", Kind::Geopoint),
    ("q geopoint", Kind::Geopoint),
    ("geotrace", Kind::Geotrace),
    ("q geotrace", Kind::Geotrace),
    ("geoshape", Kind::Geoshape),
    ("q geoshape", Kind::Geoshape),
    ("barcode", Kind::Barcode),
    ("add barcode prompt", Kind::Barcode),
    ("q barcode", Kind::Barcode),
    ("start", Kind::Start),
    ("start time", Kind::Start),
    ("get start time", Kind::Start),
    ("end", Kind::End),
    ("end time", Kind::End),
    ("get end time", Kind::End),
    ("today", Kind::Today),
    ("get today", Kind::Today),
    ("deviceid", Kind::Device),
    ("device id", Kind::Device),
    ("get device id", Kind::Device),
    ("imei", Kind::Device),
    ("username", Kind::Device),
    ("phonenumber", Kind::Device),
    ("phone_number", Kind::Device),
    ("subscriberid", Kind::Device),
    ("subscriber id", Kind::Device),
    ("get subscriber id", Kind::Device),
    ("simserial", Kind::Device),
    ("sim id", Kind::Device),
    ("get sim id", Kind::Device),
    ("email", Kind::Device),
    ("audit", Kind::Device),
    ("start-geopoint", Kind::Device),
];

const SELECTS: &[(&str, Kind)] = &[
    ("select_one_from_file", Kind::SelectOne),
    ("select one from file", Kind::SelectOne),
    ("select_multiple_from_file", Kind::SelectMultiple),
    ("select multiple from file", Kind::SelectMultiple),
    ("select_one_external", Kind::SelectOne),
    ("select one external", Kind::SelectOne),
    ("add select one prompt using", Kind::SelectOne),
    ("add select multiple prompt using", Kind::SelectMultiple),
    ("select all that apply from", Kind::SelectMultiple),
    ("select all that apply", Kind::SelectMultiple),
    ("select one from", Kind::SelectOne),
    ("select_one", Kind::SelectOne),
    ("select one", Kind::SelectOne),
    ("select1", Kind::SelectOne),
    ("select_multiple", Kind::SelectMultiple),
    ("select multiple from", Kind::SelectMultiple),
    ("select multiple", Kind::SelectMultiple),
    ("rank", Kind::Rank),
];

/// What a cell of the `type` column says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Said {
    Begin(Kind),
    End(Option<Kind>),
    Question(Kind),
    Select {
        kind: Kind,
        list: String,
        other: bool,
        from: From,
    },
    /// A table beside the form, under a name.
    Table,
    /// Known, and not supported.
    Unsupported,
    Unknown,
}

/// Where the choices of a select stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum From {
    Choices,
    External,
    File,
}

pub(super) fn said(cell: &str) -> Said {
    let words: Vec<&str> = cell.split_whitespace().collect();
    let text = words.join(" ");
    let lower = text.to_lowercase();
    if lower.starts_with("uri:") {
        return Said::Question(Kind::Device);
    }
    if let Some((_, kind)) = WORDS.iter().find(|(word, _)| *word == lower) {
        return Said::Question(*kind);
    }
    let group = |rest: &str| match rest.trim() {
        "group" => Some(Kind::Group),
        "repeat" | "lgroup" | "looped group" => Some(Kind::Repeat),
        _ => None,
    };
    let after = |word: &str| {
        let rest = lower.strip_prefix(word)?;
        rest.strip_prefix([' ', '_', ':']).map(str::to_owned)
    };
    if let Some(rest) = after("begin") {
        return group(&rest).map_or(Said::Unsupported, Said::Begin);
    }
    if let Some(rest) = after("end") {
        return group(&rest).map_or(Said::Unsupported, |kind| Said::End(Some(kind)));
    }
    if lower == "csv-external" {
        return Said::Table;
    }
    let first = lower.split(' ').next().unwrap_or_default();
    if [
        "xml-external",
        "osm",
        "background-audio",
        "loop",
        "include",
        "cascading_select",
        "background-geopoint",
    ]
    .contains(&first)
    {
        return Said::Unsupported;
    }
    select(&text, &lower).unwrap_or(Said::Unknown)
}

fn select(text: &str, lower: &str) -> Option<Said> {
    let (word, kind) = SELECTS.iter().find(|(word, _)| {
        lower
            .strip_prefix(word)
            .is_some_and(|rest| rest.starts_with(' '))
    })?;
    let mut rest = text.get(word.len()..)?.trim();
    let mut other = false;
    for suffix in [" or_other", " or other", " or specify other"] {
        let at = rest.len().saturating_sub(suffix.len());
        if rest
            .get(at..)
            .is_some_and(|end| end.eq_ignore_ascii_case(suffix))
        {
            other = true;
            rest = rest.get(..at)?.trim();
        }
    }
    let from = if word.contains("file") {
        From::File
    } else if word.contains("external") {
        From::External
    } else {
        From::Choices
    };
    Some(Said::Select {
        kind: *kind,
        list: rest.to_owned(),
        other,
        from,
    })
}

impl Kind {
    /// Whether it holds other questions.
    pub fn holds(self) -> bool {
        matches!(self, Kind::Form | Kind::Group | Kind::Repeat)
    }

    /// Whether somebody is asked for an answer.
    pub fn asks(self) -> bool {
        !self.holds()
            && !matches!(
                self,
                Kind::Note
                    | Kind::Calculate
                    | Kind::Hidden
                    | Kind::Start
                    | Kind::End
                    | Kind::Today
                    | Kind::Device
            )
    }

    /// Whether a value is kept.
    pub fn keeps(self) -> bool {
        !self.holds() && !matches!(self, Kind::Note | Kind::Device)
    }

    /// Whether its answer is one or more of a list.
    pub fn chooses(self) -> bool {
        matches!(self, Kind::SelectOne | Kind::SelectMultiple | Kind::Rank)
    }

    /// Its name in XLSForm.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Form => "form",
            Kind::Group => "group",
            Kind::Repeat => "repeat",
            Kind::SelectOne => "select_one",
            Kind::SelectMultiple => "select_multiple",
            Kind::Rank => "rank",
            Kind::Device => "device",
            other => WORDS
                .iter()
                .find(|(_, kind)| *kind == other)
                .map_or("", |(word, _)| word),
        }
    }
}
