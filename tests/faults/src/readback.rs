//! Reading back through the pages: is everything there that was acknowledged, once, and whole?

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    deeds::{Deed, Post},
    desk::Desk,
};

/// What a look at all files of some posts came to.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// Acknowledged, but not there.
    pub lost: Vec<String>,
    /// There more than once.
    pub double: Vec<String>,
    /// There in part.
    pub half: Vec<String>,
    /// There at one look and not at another, without anything done in between.
    pub changed: Vec<String>,
    /// Pages that were not what they had to be.
    pub odd: Vec<String>,
    /// Pages answered, by file.
    pub views: BTreeMap<String, u64>,
    /// Which posts were there, by command.
    pub seen: BTreeMap<String, bool>,
    /// Files that are gone because somebody's inquiry was over.
    pub gone: BTreeSet<String>,
}

impl Found {
    /// Both.
    pub fn join(&mut self, other: Self) {
        self.lost.extend(other.lost);
        self.double.extend(other.double);
        self.half.extend(other.half);
        self.changed.extend(other.changed);
        self.odd.extend(other.odd);
        for (file, count) in other.views {
            *self.views.entry(file).or_default() += count;
        }
        self.seen.extend(other.seen);
        self.gone.extend(other.gone);
    }
}

/// Reads every file of these posts and compares. `all` holds every post ever made on them.
pub fn compare(desk: &Desk, all: &BTreeMap<String, Vec<&Post>>) -> anyhow::Result<Found> {
    let mut found = Found::default();
    for (file, posts) in all {
        let (answer, pages) = desk.story(file)?;
        match answer.status {
            200 => {
                *found.views.entry(file.clone()).or_default() += pages;
                present(&mut found, file, posts, &answer.body);
            }
            404 => absent(&mut found, file, posts),
            status => found.odd.push(format!("{file}: status {status}")),
        }
    }
    Ok(found)
}

fn present(found: &mut Found, file: &str, posts: &[&Post], page: &str) {
    let mut entries = 0;
    for post in posts {
        let name = format!("{:?} {} on {file}", post.deed, post.command);
        if post.deed == Deed::Purge {
            if post.acknowledged {
                found.lost.push(name.clone());
            }
            note(found, post, false, &name);
            continue;
        }
        let times = page.matches(&post.token).count();
        if times == 0 && post.acknowledged {
            found.lost.push(name.clone());
        }
        if times > 1 {
            found.double.push(format!("{name}: {times} times"));
        }
        if times > 0 {
            entries += if post.raises_alert() { 2 } else { 1 };
        }
        note(found, post, times > 0, &name);
    }
    let shown = page.matches("class=\"entry\"").count();
    if shown != entries {
        let words = format!("{file}: {shown} entries, {entries} belong to what is there");
        found.half.push(words);
    }
}

fn absent(found: &mut Found, file: &str, posts: &[&Post]) {
    let purged = posts.iter().any(|post| post.deed == Deed::Purge);
    if purged {
        found.gone.insert(file.to_owned());
    }
    for post in posts {
        let name = format!("{:?} {} on {file}", post.deed, post.command);
        if post.deed == Deed::Purge {
            note(found, post, true, &name);
        } else if !purged {
            if post.acknowledged {
                found.lost.push(name.clone());
            }
            note(found, post, false, &name);
        }
    }
}

fn note(found: &mut Found, post: &Post, there: bool, name: &str) {
    if post.seen.is_some_and(|before| before != there) && !post.acknowledged {
        found.changed.push(name.to_owned());
    }
    found.seen.insert(post.command.clone(), there);
}
