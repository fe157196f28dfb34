//! One writer: posts until the program dies under it, and keeps what it was told.

use std::{
    collections::BTreeMap,
    sync::atomic::{AtomicBool, Ordering},
};

use crate::{
    chance::Chance,
    deeds::{Deed, Post},
    desk::Desk,
};

/// A writer with its session, its files and all that it ever posted.
pub struct Writer {
    /// Who.
    pub desk: Desk,
    /// Everything posted so far.
    pub posts: Vec<Post>,
    /// Pages of a case that were answered, by file.
    pub views: BTreeMap<String, u64>,
    /// Answers that nobody should get.
    pub complaints: Vec<String>,
    /// Posts made again with the same id after they were answered.
    pub repeated: u64,
    /// Posts made again with the same id because no answer came.
    pub retried: u64,
    chance: Chance,
    open: Vec<String>,
    /// The posts up to here were retried, or never will be.
    settled: usize,
}

/// How many files of its own a writer keeps adding to.
const AT_ONCE: usize = 6;

impl Writer {
    /// A writer who is signed in.
    pub const fn new(desk: Desk, chance: Chance) -> Self {
        Self {
            desk,
            posts: Vec::new(),
            views: BTreeMap::new(),
            complaints: Vec::new(),
            repeated: 0,
            retried: 0,
            chance,
            open: Vec::new(),
            settled: 0,
        }
    }

    /// Posts until the program is gone. `common` is a file to which all writers add.
    pub fn work(&mut self, common: &str, struck: &AtomicBool) {
        loop {
            let post = self.next_post(common);
            let answered = self.try_post(post, struck);
            if !answered {
                return;
            }
            if self.chance.once_in(6) && !self.look(common, struck) {
                return;
            }
        }
    }

    fn next_post(&mut self, common: &str) -> Post {
        let chance = &mut self.chance;
        let of_own = chance.pick(&self.open).cloned();
        let Some(own) = of_own.filter(|_| !chance.once_in(4)) else {
            return Post::arrival(chance);
        };
        let file = if chance.once_in(4) { common } else { &own };
        match chance.within(0, 10) {
            0..=4 => Post::on(Deed::Note, file, chance),
            5..=6 => Post::on(Deed::Help, file, chance),
            7..=8 => {
                // An inquiry with an unanswered alert cannot be ended: leave it as it is.
                let post = Post::on(Deed::Danger, file, chance);
                self.open.retain(|open| *open != post.file);
                post
            }
            _ => {
                self.open.retain(|open| *open != own);
                Post::on(Deed::Purge, &own, chance)
            }
        }
    }

    /// Whether an answer came.
    fn try_post(&mut self, mut post: Post, struck: &AtomicBool) -> bool {
        let answer = self.send(&post, struck);
        post.acknowledged = answer == Some(true);
        let again = post.acknowledged && self.chance.once_in(20);
        if again && self.send(&post, struck) == Some(true) {
            self.repeated += 1;
        }
        self.open_if_arrived(&post);
        self.posts.push(post);
        answer.is_some()
    }

    fn open_if_arrived(&mut self, post: &Post) {
        if post.deed == Deed::Arrival && post.acknowledged {
            self.open.push(post.file.clone());
            if self.open.len() > AT_ONCE {
                self.open.remove(0);
            }
        }
    }

    /// `Some(true)`: done. `Some(false)`: answered otherwise. `None`: no answer came.
    fn send(&mut self, post: &Post, struck: &AtomicBool) -> Option<bool> {
        match self.desk.post(&post.path(), &post.fields()) {
            Ok(answer) if answer.status == 303 => {
                let elsewhere = answer.location.as_deref() == Some("/sign-in");
                if elsewhere {
                    self.complain(post, "the session is gone");
                }
                Some(!elsewhere)
            }
            Ok(answer) => {
                self.complain(post, &format!("status {}", answer.status));
                Some(false)
            }
            Err(no) => {
                if !struck.load(Ordering::SeqCst) {
                    self.complain(post, &format!("no answer, though nobody was killed: {no}"));
                }
                None
            }
        }
    }

    fn complain(&mut self, post: &Post, why: &str) {
        self.complaints
            .push(format!("{:?} {}: {why}", post.deed, post.command));
    }

    fn look(&mut self, file: &str, struck: &AtomicBool) -> bool {
        match self.desk.get(&format!("/cases/{file}")) {
            Ok(answer) if answer.status == 200 => {
                *self.views.entry(file.to_owned()).or_default() += 1;
                true
            }
            Ok(answer) => {
                let words = format!("look at {file}: status {}", answer.status);
                self.complaints.push(words);
                true
            }
            Err(_) => !struck.load(Ordering::SeqCst),
        }
    }

    /// After a restart: half of what nobody answered is posted again, with the same id.
    pub fn retry(&mut self) {
        let running = AtomicBool::new(false);
        let places = self.settled..self.posts.len();
        self.settled = self.posts.len();
        for place in places {
            let post = self.posts[place].clone();
            if post.acknowledged || !self.chance.once_in(2) {
                continue;
            }
            if self.send(&post, &running) == Some(true) {
                self.retried += 1;
                self.posts[place].acknowledged = true;
                self.open_if_arrived(&post);
            }
        }
    }
}
