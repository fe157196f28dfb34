//! The names of the functions, and how many arguments each takes
//! (docs.getodk.org/form-operators-functions and getodk.github.io/xforms-spec).

macro_rules! functions {
    ($($variant:ident $name:literal $least:literal $most:literal),+ $(,)?) => {
        /// A function that expressions may call.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[allow(missing_docs)]
        pub enum Function { $($variant),+ }

        /// Each function, its name, and the least and most arguments it takes.
        const TABLE: &[(Function, &str, usize, usize)] =
            &[$((Function::$variant, $name, $least, $most)),+];
    };
}

const ANY: usize = 200;

functions! {
    If "if" 3 3, Coalesce "coalesce" 1 200, Once "once" 1 1, True "true" 0 0, False "false" 0 0,
    Not "not" 1 1, Boolean "boolean" 1 1, BooleanFromString "boolean-from-string" 1 1,
    Checklist "checklist" 2 200, WeightedChecklist "weighted-checklist" 2 200,
    Selected "selected" 2 2, SelectedAt "selected-at" 2 2, CountSelected "count-selected" 1 1,
    ChoiceName "jr:choice-name" 2 2, Position "position" 0 1, Last "last" 0 0,
    IndexedRepeat "indexed-repeat" 3 9, Count "count" 1 1, CountNonEmpty "count-non-empty" 1 1,
    Sum "sum" 1 200, Min "min" 1 200, Max "max" 1 200, Round "round" 1 2, Int "int" 1 1,
    Floor "floor" 1 1, Ceiling "ceiling" 1 1, Abs "abs" 1 1, Pow "pow" 2 2, Sqrt "sqrt" 1 1,
    Exp "exp" 1 1, Exp10 "exp10" 1 1, Log "log" 1 1, Log10 "log10" 1 1, Sin "sin" 1 1,
    Cos "cos" 1 1, Tan "tan" 1 1, Asin "asin" 1 1, Acos "acos" 1 1, Atan "atan" 1 1,
    Atan2 "atan2" 2 2, Pi "pi" 0 0, Number "number" 0 1, String "string" 0 1,
    Concat "concat" 0 200, Join "join" 1 200, Substr "substr" 2 3, Substring "substring" 2 3,
    SubstringBefore "substring-before" 2 2, SubstringAfter "substring-after" 2 2,
    StringLength "string-length" 0 1, Contains "contains" 2 2, StartsWith "starts-with" 2 2,
    EndsWith "ends-with" 2 2, Translate "translate" 3 3, NormalizeSpace "normalize-space" 0 1,
    UpperCase "upper-case" 1 1, LowerCase "lower-case" 1 1, Regex "regex" 2 2,
    Date "date" 1 1, DateTime "date-time" 1 1, Today "today" 0 0, Now "now" 0 0,
    FormatDate "format-date" 2 2, FormatDateTime "format-date-time" 2 2,
    DecimalDateTime "decimal-date-time" 1 1, DecimalDate "decimal-date" 1 1,
    DecimalTime "decimal-time" 1 1, Uuid "uuid" 0 1, Random "random" 0 0,
    Randomize "randomize" 1 2, Digest "digest" 2 3, Base64Encode "base64-encode" 1 1,
    Base64Decode "base64-decode" 1 1, PullData "pulldata" 4 4, Area "area" 1 200,
    Distance "distance" 1 200, Geofence "geofence" 2 2, Version "version" 0 0,
    Instance "instance" 1 1, Current "current" 0 0,
}

impl Function {
    /// The function of that name.
    pub fn named(name: &str) -> Option<Function> {
        let name = if name == "choice-name" {
            "jr:choice-name"
        } else {
            name
        };
        TABLE.iter().find(|row| row.1 == name).map(|row| row.0)
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        TABLE
            .iter()
            .find(|row| row.0 == self)
            .map_or("", |row| row.1)
    }
}

/// What to say when a function is called with a number of arguments that it does not take.
pub(super) fn wrong_count(function: Function, given: usize) -> Option<String> {
    let (_, name, least, most) = *TABLE.iter().find(|row| row.0 == function)?;
    let odd_pairs = match function {
        Function::WeightedChecklist => given % 2 == 1,
        Function::IndexedRepeat => given.is_multiple_of(2),
        _ => false,
    };
    if given >= least && given <= most && !odd_pairs {
        return None;
    }
    let takes = match (least, most) {
        (a, b) if a == b => format!("{a}"),
        (a, ANY) => format!("{a} or more"),
        (a, b) => format!("{a} to {b}"),
    };
    let why = if odd_pairs && given >= least && given <= most {
        format!("{name}() takes its arguments in pairs")
    } else {
        format!("{name}() takes {takes} arguments, not {given}")
    };
    Some(why)
}
