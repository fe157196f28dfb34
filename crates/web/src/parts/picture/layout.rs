//! Where everything stands on the drawing. Coordinates are whole units of the view box; they are
//! worked out from left to right and mirrored at the end.

use super::{
    Bond, Captions, Item, Side,
    wrap::{letters, wrap},
};

/// The measures of one drawing.
#[derive(Debug, Clone, Copy)]
pub struct Frame {
    /// For which pages, as a class.
    pub name: &'static str,
    pub width: i32,
    /// From ring to ring.
    inset: i32,
    /// From the middle to the signs.
    gutter: i32,
    /// From the signs to their words.
    beside: i32,
    /// Letters and lines of names and of the words below them.
    name_size: i32,
    name_line: i32,
    word_size: i32,
    word_line: i32,
    /// Signs by strength.
    signs: [i32; 3],
    /// A ring's own name, and the least height below it.
    head: i32,
    least: i32,
    /// Half of the person's shoulders.
    person: i32,
}

impl Frame {
    pub const WIDE: Frame = Frame {
        name: "wide",
        width: 900,
        inset: 16,
        gutter: 46,
        beside: 20,
        name_size: 16,
        name_line: 20,
        word_size: 13,
        word_line: 17,
        signs: [5, 8, 11],
        head: 38,
        least: 40,
        person: 25,
    };
    pub const NARROW: Frame = Frame {
        name: "narrow",
        width: 344,
        inset: 5,
        gutter: 19,
        beside: 11,
        name_size: 13,
        name_line: 16,
        word_size: 11,
        word_line: 14,
        signs: [3, 5, 7],
        head: 34,
        least: 34,
        person: 13,
    };

    const fn middle(self) -> i32 {
        self.width / 2
    }
}

/// A ring, with the place of its name.
#[derive(Debug, Clone)]
pub struct Ring {
    pub x: i32,
    pub y: i32,
    pub width: i32,
    pub height: i32,
    pub round: i32,
    pub depth: usize,
    pub head: String,
    pub head_y: i32,
}

/// A sign: round for what protects, pointed for what harms.
#[derive(Debug, Clone)]
pub struct Sign {
    pub x: i32,
    pub y: i32,
    pub size: i32,
    pub pointed: bool,
    pub class: String,
}

/// A line of words.
#[derive(Debug, Clone)]
pub struct Words {
    pub x: i32,
    pub y: i32,
    pub anchor: &'static str,
    pub class: String,
    pub text: String,
}

/// A line from sign to sign.
#[derive(Debug, Clone)]
pub struct Curve {
    pub path: String,
    pub how: &'static str,
}

/// All of it.
#[derive(Debug, Clone)]
pub struct Drawing {
    pub name: &'static str,
    pub width: i32,
    pub height: i32,
    pub middle: i32,
    pub rings: Vec<Ring>,
    pub signs: Vec<Sign>,
    pub words: Vec<Words>,
    pub curves: Vec<Curve>,
    /// The person: where the head is, its size, and the shoulders.
    pub head: (i32, i32, i32),
    pub shoulders: String,
}

/// What is being drawn.
struct Pen<'a> {
    frame: Frame,
    captions: &'a Captions,
    items: &'a [Item],
    drawing: Drawing,
    /// Where the first sign of each item stands.
    places: Vec<Option<(i32, i32)>>,
}

/// Draws everything into a frame.
pub fn draw(
    frame: Frame,
    captions: &Captions,
    items: &[Item],
    bonds: &[Bond],
    mirrored: bool,
) -> Drawing {
    let mut pen = Pen {
        frame,
        captions,
        items,
        drawing: Drawing {
            name: frame.name,
            width: frame.width,
            height: 0,
            middle: frame.middle(),
            rings: Vec::new(),
            signs: Vec::new(),
            words: Vec::new(),
            curves: Vec::new(),
            head: (0, 0, 0),
            shoulders: String::new(),
        },
        places: vec![None; items.len()],
    };
    let below = pen.heads();
    let end = (0..captions.rings.len()).fold(below, |top, ring| pen.ring(ring, top));
    pen.close(end);
    bonds.iter().for_each(|bond| pen.bond(*bond));
    if mirrored {
        pen.mirror();
    }
    pen.drawing
}

impl Pen<'_> {
    /// The names of the two sides; answers where the rings begin.
    fn heads(&mut self) -> i32 {
        let frame = self.frame;
        let y = frame.name_line + 4;
        for (side, text) in [
            (Side::Protects, &self.captions.protects),
            (Side::Harms, &self.captions.harms),
        ] {
            let sign = sign(
                side,
                self.x(side, frame.gutter),
                y - frame.name_size / 3,
                frame,
            );
            let words = self.line(side, y, "pic-side", text.clone());
            self.drawing.signs.push(sign);
            self.drawing.words.push(words);
        }
        y + frame.name_line
    }

    /// One ring and what stands in it; answers where the next begins.
    fn ring(&mut self, ring: usize, top: i32) -> i32 {
        let frame = self.frame;
        let depth = i32::try_from(ring).unwrap_or(0);
        let x = depth * frame.inset;
        self.drawing.rings.push(Ring {
            x,
            y: top,
            width: frame.width - 2 * x,
            height: 0,
            round: (frame.inset * (6 - depth)).max(frame.inset),
            depth: ring,
            head: self.captions.rings.get(ring).cloned().unwrap_or_default(),
            head_y: top + frame.head * 2 / 3,
        });
        let from = top + frame.head + frame.name_size;
        let ends = [Side::Protects, Side::Harms].map(|side| self.side(ring, side, from));
        let innermost = ring + 1 == self.captions.rings.len();
        let least = if innermost {
            5 * frame.person
        } else {
            frame.least
        };
        let end = ends.into_iter().max().unwrap_or(from).max(from + least);
        if innermost {
            self.person(i32::midpoint(from, end) - frame.person);
        }
        end
    }

    /// Everything on one side of a ring; answers where it ends.
    fn side(&mut self, ring: usize, side: Side, from: i32) -> i32 {
        let frame = self.frame;
        let depth = i32::try_from(ring).unwrap_or(0);
        let room = frame.middle() - frame.gutter - frame.beside - depth * frame.inset - frame.inset;
        let here: Vec<usize> = (self.items.iter().enumerate())
            .filter(|(_, item)| item.ring == ring && item.sides.contains(&side))
            .map(|(at, _)| at)
            .collect();
        if here.is_empty() {
            let nothing = self.captions.nothing.clone();
            let words = self.line(side, from, "pic-none", nothing);
            self.drawing.words.push(words);
            return from + frame.name_line;
        }
        here.into_iter()
            .fold(from, |y, at| self.item(at, side, y, room))
    }

    /// One item: its sign, its name, its words; answers where the next begins.
    fn item(&mut self, at: usize, side: Side, from: i32, room: i32) -> i32 {
        let frame = self.frame;
        let Some(item) = self.items.get(at) else {
            return from;
        };
        let mut sign = sign(
            side,
            self.x(side, frame.gutter),
            from - frame.name_size / 3,
            frame,
        );
        let known = frame.signs.get(usize::from(item.strength));
        sign.size = known.copied().unwrap_or(frame.signs[1]);
        let outlined = if item.inherited { " pic-outlined" } else { "" };
        sign.class = format!("pic-sign pic-{}{outlined} {}", item.phase, item.turn);
        if let Some(place) = self.places.get_mut(at) {
            place.get_or_insert((sign.x, sign.y));
        }
        self.drawing.signs.push(sign);
        let strong = if item.strength == 2 {
            " pic-strong"
        } else {
            ""
        };
        let class = format!("pic-name{strong} {}", item.turn);
        let mut y = from;
        for text in wrap(&item.name, letters(room, frame.name_size)) {
            let words = self.line(side, y, &class, text);
            self.drawing.words.push(words);
            y += frame.name_line;
        }
        y -= frame.name_line - frame.word_line;
        let class = format!("pic-words {}", item.turn);
        for text in joined(&item.words, letters(room, frame.word_size)) {
            let words = self.line(side, y, &class, text);
            self.drawing.words.push(words);
            y += frame.word_line;
        }
        y + frame.name_line * 3 / 5
    }

    /// The person, in the middle of the innermost ring.
    fn person(&mut self, y: i32) {
        let (middle, half) = (self.frame.middle(), self.frame.person);
        let neck = y + half * 3 / 4;
        self.drawing.head = (middle, y, half * 11 / 20);
        self.drawing.shoulders = format!(
            "M{} {} v-{} a{half} {half} 0 0 1 {} 0 v{} z",
            middle - half,
            neck + half * 3 / 2,
            half / 2,
            half * 2,
            half / 2,
        );
    }

    /// The rings end one around the other.
    fn close(&mut self, end: i32) {
        let inset = self.frame.inset;
        let count = i32::try_from(self.drawing.rings.len()).unwrap_or(0);
        for (ring, depth) in self.drawing.rings.iter_mut().zip(0_i32..) {
            ring.height = end + (count - depth - 1) * inset - ring.y;
        }
        self.drawing.height = end + count * inset;
    }

    fn bond(&mut self, bond: Bond) {
        let place = |at: usize| self.places.get(at).copied().flatten();
        let (Some((x, y)), Some((to_x, to_y))) = (place(bond.from), place(bond.to)) else {
            return;
        };
        // Both ends lean towards the middle, so that lines run in the gutter and cross no words.
        let towards = |x: i32| i32::midpoint(x, self.frame.middle());
        let path = format!(
            "M{x} {y} C{} {y} {} {to_y} {to_x} {to_y}",
            towards(x),
            towards(to_x)
        );
        self.drawing.curves.push(Curve {
            path,
            how: bond.how,
        });
    }

    fn line(&self, side: Side, y: i32, class: &str, text: String) -> Words {
        let anchor = match side {
            Side::Protects => "end",
            Side::Harms => "start",
        };
        Words {
            x: self.x(side, self.frame.gutter + self.frame.beside),
            y,
            anchor,
            class: class.to_owned(),
            text,
        }
    }

    const fn x(&self, side: Side, off: i32) -> i32 {
        match side {
            Side::Protects => self.frame.middle() - off,
            Side::Harms => self.frame.middle() + off,
        }
    }

    /// Turns left and right around. Words keep their anchors: a line's start changes sides with
    /// its direction.
    fn mirror(&mut self) {
        let width = self.frame.width;
        for sign in &mut self.drawing.signs {
            sign.x = width - sign.x;
        }
        for words in &mut self.drawing.words {
            words.x = width - words.x;
        }
        for curve in &mut self.drawing.curves {
            curve.path = mirrored(&curve.path, width);
        }
    }
}

/// A path of pairs, each after at most one letter, with its first numbers turned around.
fn mirrored(path: &str, width: i32) -> String {
    let turned = path.split(' ').enumerate().map(|(at, part)| {
        let number = part.trim_start_matches(char::is_alphabetic);
        let letter = part.get(..part.len() - number.len()).unwrap_or_default();
        match number.parse::<i32>() {
            Ok(x) if at % 2 == 0 => format!("{letter}{}", width - x),
            _ => part.to_owned(),
        }
    });
    turned.collect::<Vec<String>>().join(" ")
}

fn sign(side: Side, x: i32, y: i32, frame: Frame) -> Sign {
    Sign {
        x,
        y,
        size: frame.signs[1],
        pointed: side == Side::Harms,
        class: "pic-sign pic-key".to_owned(),
    }
}

/// Words with dots between them, in as few lines as they need.
fn joined(words: &[String], letters: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words {
        let width = word.chars().count() + 3;
        match lines.last_mut() {
            Some(line) if line.chars().count() + width <= letters => {
                line.push_str(" · ");
                line.push_str(word);
            }
            _ => lines.extend(wrap(word, letters)),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mirrored_path_turns_across_and_not_upside_down() {
        assert_eq!(
            mirrored("M10 5 C20 5 30 9 40 9", 100),
            "M90 5 C80 5 70 9 60 9"
        );
        let once = mirrored("M10 5 C20 5 30 9 40 9", 100);
        assert_eq!(mirrored(&once, 100), "M10 5 C20 5 30 9 40 9");
    }

    #[test]
    fn words_share_a_line_while_they_fit() {
        let words = ["Strong", "On the way", "Now"].map(str::to_owned);
        assert_eq!(joined(&words, 40), ["Strong · On the way · Now"]);
        assert_eq!(joined(&words, 12), ["Strong", "On the way", "Now"]);
    }
}
