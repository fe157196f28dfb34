//! How far two parts of a name are from each other, in sounds and slips of the pen.

use std::sync::LazyLock;

use super::sounds::{CH, DH, GH, KH, SH, TH, is_vowel};

/// How alike two parts are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Alike {
    /// Letter for letter.
    Exact,
    /// Two spellings of one name.
    Spelling,
    /// Most likely two spellings, or one slip in a long name.
    Close,
    /// A slip of the pen in a short name, or two names of one family of names.
    Loose,
    /// One is known to be a short or pet form of the other.
    Nickname,
    /// One is only the first letter of the other.
    Initial,
}

impl Alike {
    /// How many there are.
    pub const COUNT: usize = 6;
}

/// Distances (in hundredths of a consonant, over the weight of the parts) up to which two parts
/// are alike.
const SPELLING: u32 = 13;
const CLOSE: u32 = 24;
const LOOSE: u32 = 36;

/// A part ready to be compared.
#[derive(Debug, Clone, Default)]
pub struct Heard {
    /// One small number for each sound.
    pub codes: Box<[u8]>,
    /// Whether the script leaves vowels out.
    pub bare: bool,
}

impl Heard {
    /// Numbers the sounds.
    #[must_use]
    pub fn new(sounds: &[u8], bare: bool) -> Self {
        Self {
            codes: sounds
                .iter()
                .take(LONGEST)
                .map(|sound| code(*sound))
                .collect(),
            bare,
        }
    }

    fn weight(&self, bare: bool) -> u32 {
        let one = |code: &u8| match (usize::from(*code) < 26 && is_vowel(b'a' + code), bare) {
            (true, true) => 5,
            (true, false) => 40,
            (false, _) => 100,
        };
        self.codes.iter().map(one).sum()
    }
}

/// Longer parts are compared by their first sounds.
const LONGEST: usize = 24;

/// How alike the sounds of two parts are; [`Alike::Exact`] is for the caller to know.
#[must_use]
pub fn alike(one: &Heard, other: &Heard) -> Option<Alike> {
    let distance = distance(one, other);
    match distance {
        d if d <= SPELLING => Some(Alike::Spelling),
        d if d <= CLOSE => Some(Alike::Close),
        d if d <= LOOSE => Some(Alike::Loose),
        _ => None,
    }
}

/// The cheapest way from one part to the other, in hundredths of the weight of both.
#[must_use]
pub fn distance(one: &Heard, other: &Heard) -> u32 {
    let bare = one.bare || other.bare;
    let weight = (one.weight(bare) + other.weight(bare)).max(2 * LIGHTEST);
    200 * edits(&one.codes, &other.codes, bare) / weight
}

/// A part of one consonant would be near to everything if it weighed no more.
const LIGHTEST: u32 = 180;

fn edits(one: &[u8], other: &[u8], bare: bool) -> u32 {
    let prices = &PRICES[usize::from(bare)];
    let mut rows = [[0_u32; LONGEST + 1]; 3];
    for (at, code) in other.iter().enumerate() {
        rows[0][at + 1] = rows[0][at] + prices.gone[usize::from(*code)];
    }
    let (mut before, mut last, mut now) = (2, 0, 1);
    for (i, a) in one.iter().enumerate() {
        rows[now][0] = rows[last][0] + prices.gone[usize::from(*a)];
        for (j, b) in other.iter().enumerate() {
            let mut best = (rows[last][j] + prices.other[usize::from(*a)][usize::from(*b)])
                .min(rows[last][j + 1] + prices.gone[usize::from(*a)])
                .min(rows[now][j] + prices.gone[usize::from(*b)]);
            if i > 0 && j > 0 && *a == other[j - 1] && *b == one[i - 1] && a != b {
                best = best.min(rows[before][j - 1] + SWAPPED);
            }
            rows[now][j + 1] = best;
        }
        (before, last, now) = (last, now, before);
    }
    rows[last][other.len()]
}

/// Two neighbours written in the wrong order.
const SWAPPED: u32 = 60;

const CODES: usize = 32;

struct Prices {
    other: [[u32; CODES]; CODES],
    gone: [u32; CODES],
}

fn code(sound: u8) -> u8 {
    match sound {
        b'a'..=b'z' => sound - b'a',
        SH => 26,
        CH => 27,
        KH => 28,
        GH => 29,
        TH => 30,
        DH => 31,
        _ => 0,
    }
}

static PRICES: LazyLock<[Prices; 2]> = LazyLock::new(|| [prices(false), prices(true)]);

/// What it costs to take one sound for another, in hundredths; what is not here costs the whole.
/// From how the conventions differ, not from any list of names.
#[rustfmt::skip]
const CONFUSED: [(&[u8], &[u8], u32); 62] = [
    (b"a", b"e", 14), (b"e", b"i", 12), (b"o", b"u", 8), (b"a", b"o", 22), (b"i", b"a", 26), (b"e", b"o", 28), (b"e", b"u", 28),
    (b"w", b"u", 6), (b"w", b"o", 12), (b"w", b"v", 12), (b"v", b"u", 30), (b"y", b"i", 6), (b"y", b"e", 14), (b"y", b"j", 25),
    (b"k", b"q", 4), (b"k", b"c", 4), (b"q", b"c", 8), (b"k", b"g", 35), (b"q", b"g", 20), (b"q", b"G", 25), (b"k", b"C", 25),
    (b"k", b"X", 20), (b"c", b"X", 25), (b"q", b"X", 40), (b"h", b"X", 18), (b"h", b"x", 14), (b"x", b"X", 20), (b"h", b"j", 40),
    (b"X", b"j", 20), (b"X", b"C", 20), (b"X", b"G", 40), (b"X", b"g", 45), (b"g", b"G", 6), (b"G", b"r", 40), (b"G", b"h", 50), (b"g", b"j", 18),
    (b"S", b"C", 5), (b"S", b"s", 28), (b"S", b"x", 20), (b"C", b"s", 40), (b"C", b"j", 40), (b"S", b"j", 45), (b"C", b"c", 40),
    (b"s", b"z", 14), (b"s", b"c", 25), (b"s", b"T", 14), (b"z", b"T", 30), (b"z", b"D", 12), (b"s", b"D", 35), (b"z", b"j", 32), (b"x", b"s", 30),
    (b"t", b"T", 6), (b"d", b"D", 6), (b"t", b"d", 35), (b"T", b"D", 30), (b"d", b"z", 38), (b"b", b"p", 35), (b"b", b"v", 25), (b"f", b"v", 22), (b"f", b"p", 40),
    (b"n", b"m", 45), (b"r", b"l", 60),
];

/// What it costs to leave one sound out. A whole consonant costs 90.
const UNHEARD: [(u8, u32); 14] = [
    (b'a', 20),
    (b'e', 20),
    (b'i', 20),
    (b'o', 22),
    (b'u', 22),
    (b'h', 22),
    (b'w', 35),
    (b'y', 30),
    (b'c', 60),
    (b'x', 70),
    (b'q', 75),
    (KH, 75),
    (GH, 60),
    (b'n', 80),
];

fn prices(bare: bool) -> Prices {
    let mut other = [[100; CODES]; CODES];
    let mut gone = [90; CODES];
    for vowel in *b"aeiou" {
        for second in *b"aeiou" {
            other[usize::from(code(vowel))][usize::from(code(second))] = 30;
        }
    }
    for (at, row) in other.iter_mut().enumerate() {
        row[at] = 0;
    }
    for (one, second, price) in CONFUSED {
        let (a, b) = (usize::from(code(one[0])), usize::from(code(second[0])));
        other[a][b] = price;
        other[b][a] = price;
    }
    for (sound, price) in UNHEARD {
        gone[usize::from(code(sound))] = price;
    }
    if bare {
        unwritten(&mut other, &mut gone);
    }
    Prices { other, gone }
}

/// Where a script writes few vowels, one that is there or not says next to nothing, and the
/// letters for `w` and `y` may be vowels.
fn unwritten(other: &mut [[u32; CODES]; CODES], gone: &mut [u32; CODES]) {
    let soft: Vec<usize> = b"aeiouwy"
        .iter()
        .map(|sound| usize::from(code(*sound)))
        .collect();
    for a in &soft {
        gone[*a] = 3;
        for b in &soft {
            other[*a][*b] = if a == b { 0 } else { 4 };
        }
    }
    for sound in *b"wy" {
        gone[usize::from(code(sound))] = 12;
    }
    gone[usize::from(code(b'h'))] = 14;
}
