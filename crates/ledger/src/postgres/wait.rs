//! Waiting for the network in threads that know nothing of it.

use std::future::{Future, poll_fn};
use std::pin::{Pin, pin};
use std::sync::{Arc, OnceLock};
use std::task::{Context, Poll, Wake, Waker};
use std::thread::Thread;
use std::time::{Duration, Instant};

use tokio::runtime::{Builder, Handle, Runtime};

use crate::Failure;

/// After this long the database counts as out of reach: whoever waits for a page hears it in time.
pub(super) const PATIENCE: Duration = Duration::from_secs(5);
/// For what takes long by its nature.
pub(super) const LONG_PATIENCE: Duration = Duration::from_secs(600);

/// One thread carries the bytes of all connections of this process.
pub(super) fn network() -> Result<Handle, Failure> {
    static NETWORK: OnceLock<Option<Runtime>> = OnceLock::new();
    let runtime = NETWORK.get_or_init(|| {
        let mut builder = Builder::new_multi_thread();
        builder.worker_threads(1).thread_name("ledger-network");
        builder.enable_io().enable_time().build().ok()
    });
    let handle = runtime.as_ref().map(|runtime| runtime.handle().clone());
    handle.ok_or_else(|| Failure::Unreachable("no thread for the network could be begun".into()))
}

struct Unpark(Thread);

impl Wake for Unpark {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
}

/// Waits in this thread, also when it belongs to a runtime of its own; nothing when it took too long.
pub(super) fn wait<F: Future>(future: F, patience: Duration) -> Option<F::Output> {
    let until = Instant::now() + patience;
    let waker = Waker::from(Arc::new(Unpark(std::thread::current())));
    let mut future = pin!(future);
    loop {
        if let Poll::Ready(done) = future.as_mut().poll(&mut Context::from_waker(&waker)) {
            return Some(done);
        }
        let left = until.checked_duration_since(Instant::now())?;
        std::thread::park_timeout(left);
    }
}

/// Sends everything in order before it waits for the first answer: one trip for all.
pub(super) async fn all<'f, T>(mut asked: Vec<Pin<Box<dyn Future<Output = T> + 'f>>>) -> Vec<T> {
    let mut answers: Vec<Option<T>> = asked.iter().map(|_| None).collect();
    poll_fn(|context| {
        for (question, answer) in asked.iter_mut().zip(&mut answers) {
            if answer.is_none()
                && let Poll::Ready(ready) = question.as_mut().poll(context)
            {
                *answer = Some(ready);
            }
        }
        if answers.iter().all(Option::is_some) {
            Poll::Ready(())
        } else {
            Poll::Pending
        }
    })
    .await;
    answers.into_iter().flatten().collect()
}
