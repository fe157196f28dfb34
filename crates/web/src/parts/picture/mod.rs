//! The picture of vulnerability as a drawing (`domain.md` section 4): four rings around the person,
//! what protects on one side and what harms on the other. Shape and word tell them apart, size is
//! strength, colour is the phase beside its word; nothing is counted or added up.

mod layout;
mod wrap;

use askama::Template;
use askama::filters::HtmlSafe;

use layout::{Drawing, Frame};

/// On which side of the person something stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Where a line begins.
    Protects,
    /// Where a line ends.
    Harms,
}

/// One thing on the picture, in words.
#[derive(Debug, Clone)]
pub struct Item {
    /// Which ring, the outermost first.
    pub ring: usize,
    /// On which sides; what does both stands on both.
    pub sides: Vec<Side>,
    /// What it is.
    pub name: String,
    /// How strong, when, and what changed: words below the name.
    pub words: Vec<String>,
    /// 0 weak, 1 moderate, 2 strong.
    pub strength: u8,
    /// The code of the phase, for its colour.
    pub phase: &'static str,
    /// Of the place or the country.
    pub inherited: bool,
    /// How it differs from an earlier picture, for its look.
    pub turn: &'static str,
}

/// How one thing acts on another: their places among the items.
#[derive(Debug, Clone, Copy)]
pub struct Bond {
    /// What acts.
    pub from: usize,
    /// On what.
    pub to: usize,
    /// The code of how, for its look.
    pub how: &'static str,
}

/// The words of the drawing.
#[derive(Debug, Clone)]
pub struct Captions {
    /// What the drawing is.
    pub title: String,
    /// All of it in words, for those who do not see it.
    pub told: String,
    /// Over the side of what protects.
    pub protects: String,
    /// Over the side of what harms.
    pub harms: String,
    /// Under the person.
    pub person: String,
    /// The four rings, the outermost first.
    pub rings: Vec<String>,
    /// Where a side of a ring is empty.
    pub nothing: String,
    /// What the signs mean: a sign's class and its words.
    pub legend: Vec<(&'static str, String)>,
    /// Over them.
    pub legend_title: String,
}

/// The drawing, once for a wide page and once for a narrow one.
#[derive(Debug, Clone, Template)]
#[template(path = "parts/picture.html")]
pub struct Picture {
    captions: Captions,
    drawings: Vec<Drawing>,
}

impl HtmlSafe for Picture {}

impl Picture {
    /// Draws these items; `mirrored` for languages that run from right to left.
    pub fn new(captions: Captions, items: &[Item], bonds: &[Bond], mirrored: bool) -> Self {
        let drawings = [Frame::WIDE, Frame::NARROW]
            .map(|frame| layout::draw(frame, &captions, items, bonds, mirrored));
        Picture {
            captions,
            drawings: drawings.into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn captions() -> Captions {
        let word = |text: &str| text.to_owned();
        Captions {
            title: word("picture"),
            told: word("in words"),
            protects: word("Protects"),
            harms: word("Harms"),
            person: word("person"),
            rings: ["country", "place", "family", "self"].map(word).into(),
            nothing: word("nothing noted"),
            legend: Vec::new(),
            legend_title: word("signs"),
        }
    }

    fn item(ring: usize, side: Side, name: &str) -> Item {
        Item {
            ring,
            sides: vec![side],
            name: name.to_owned(),
            words: vec!["Strong".to_owned(), "Now".to_owned()],
            strength: 2,
            phase: "during",
            inherited: false,
            turn: "",
        }
    }

    /// What somebody reads on the drawing, without its geometry.
    fn read(picture: &Picture) -> String {
        let html = picture.render().unwrap();
        let mut text = String::new();
        let mut inside = false;
        for letter in html.chars() {
            match letter {
                '<' => inside = true,
                '>' => inside = false,
                _ if !inside => text.push(letter),
                _ => {}
            }
        }
        text
    }

    #[test]
    fn nothing_on_the_drawing_is_counted_or_added_up() {
        let few: Vec<Item> = vec![item(3, Side::Harms, "Debt")];
        let many: Vec<Item> = (0..12)
            .map(|at| item(at % 4, Side::Harms, "Debt"))
            .collect();
        for items in [few, many] {
            let said = read(&Picture::new(captions(), &items, &[], false));
            assert!(said.contains("Debt"));
            assert!(!said.chars().any(char::is_numeric), "{said}");
        }
    }

    #[test]
    fn what_does_both_stands_on_both_sides_and_what_does_one_on_one() {
        let mut both = item(2, Side::Protects, "Uncle");
        both.sides.push(Side::Harms);
        let times = |items: &[Item]| {
            let said = read(&Picture::new(captions(), items, &[], false));
            said.matches("Uncle").count()
        };
        // Once on each of the two drawings for each side.
        assert_eq!(times(&[both]), 4);
        assert_eq!(times(&[item(2, Side::Protects, "Uncle")]), 2);
    }

    #[test]
    fn a_side_without_anything_says_so() {
        let said = read(&Picture::new(captions(), &[], &[], false));
        assert_eq!(said.matches("nothing noted").count(), 16);
        let one = [item(0, Side::Harms, "Law")];
        let said = read(&Picture::new(captions(), &one, &[], false));
        assert_eq!(said.matches("nothing noted").count(), 14);
    }

    #[test]
    fn from_right_to_left_it_is_the_same_picture_mirrored() {
        let items = [item(1, Side::Protects, "Friends")];
        let frame = Frame::WIDE;
        let one = layout::draw(frame, &captions(), &items, &[], false);
        let other = layout::draw(frame, &captions(), &items, &[], true);
        let (one, other) = (&one.signs[0], &other.signs[0]);
        assert_eq!(one.x + other.x, frame.width);
        assert_ne!(one.x, other.x);
        assert_eq!(one.y, other.y);
    }

    #[test]
    fn a_longer_word_makes_a_taller_drawing_and_never_a_wider_one() {
        let short = layout::draw(
            Frame::NARROW,
            &captions(),
            &[item(3, Side::Harms, "Debt")],
            &[],
            false,
        );
        let name = "A very long story about a debt that nobody in the family ever speaks of at home, to which more was added on the way and again after arriving";
        let long = layout::draw(
            Frame::NARROW,
            &captions(),
            &[item(3, Side::Harms, name)],
            &[],
            false,
        );
        assert!(long.height > short.height);
        assert_eq!(long.width, short.width);
    }
}
