//! Making a connection, and handing its bytes to the thread of the network.

use std::future::poll_fn;
use std::sync::Arc;
use std::time::Duration;

use tokio_postgres::tls::{MakeTlsConnect, TlsConnect, TlsStream};
use tokio_postgres::{AsyncMessage, Client, NoTls, Socket};

use super::faults::fault;
use super::wait::{PATIENCE, network, wait};
use super::{Address, News};
use crate::Failure;

/// Connects, with TLS wherever the way leaves this machine.
pub(super) fn connect(address: &Address, news: Option<Arc<News>>) -> Result<Client, Failure> {
    match address.tls()? {
        Some(tls) => begin(address, tls, news),
        None => begin(address, NoTls, news),
    }
}

fn begin<T>(address: &Address, tls: T, news: Option<Arc<News>>) -> Result<Client, Failure>
where
    T: MakeTlsConnect<Socket> + Send + 'static,
    T::Stream: TlsStream + Send + 'static,
    T::TlsConnect: Send,
    <T::TlsConnect as TlsConnect<Socket>>::Future: Send,
{
    let network = network()?;
    let config = address.config().clone();
    let (tell, told) = tokio::sync::oneshot::channel();
    // Connecting needs the network's clock, which only its own thread has.
    network.spawn(async move {
        let (client, mut connection) = match config.connect(tls).await {
            Ok(both) => both,
            Err(error) => {
                let _ = tell.send(Err(unreachable(&error)));
                return;
            }
        };
        if tell.send(Ok(client)).is_err() {
            return;
        }
        while let Some(Ok(message)) = poll_fn(|context| connection.poll_message(context)).await {
            if let (AsyncMessage::Notification(_), Some(news)) = (message, &news) {
                news.ring();
            }
        }
        if let Some(news) = news {
            news.ring();
        }
    });
    let patience = PATIENCE + Duration::from_secs(1);
    match wait(told, patience) {
        Some(Ok(answer)) => answer,
        _ => Err(Failure::Unreachable("no answer in time".into())),
    }
}

/// While connecting, the first cause says most: a refused port, a certificate of somebody else.
fn unreachable(error: &tokio_postgres::Error) -> Failure {
    match fault(error) {
        Failure::Engine(words) if error.as_db_error().is_none() => Failure::Unreachable(words),
        other => other,
    }
}
