//! The accept loop: a time limit for headers and bodies, a limit for connections, and an end that lets requests finish.
use crate::{Server, router};
use hyper::server::conn::http1::Builder;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tower::ServiceExt;
use tower_http::timeout::RequestBodyTimeoutLayer;

/// What connections may take.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// For all headers of a request to arrive, the wait for the first of them included.
    pub headers_within: Duration,
    /// For the next piece of a body to arrive.
    pub body_within: Duration,
    /// All headers of a request together.
    pub header_bytes_max: usize,
    /// At once; more are closed unheard.
    pub connections_max: usize,
    /// For requests to finish when the server ends.
    pub finish_within: Duration,
}

impl Limits {
    /// What the program runs with.
    pub fn standard() -> Self {
        Self {
            headers_within: Duration::from_secs(15),
            body_within: Duration::from_secs(30),
            header_bytes_max: 64 << 10,
            connections_max: 4_000,
            finish_within: Duration::from_secs(30),
        }
    }
}

/// The other side's address, for login limits.
#[derive(Clone, Copy, Debug)]
pub struct Peer(pub SocketAddr);

/// Serves until `end` is there, then lets requests finish.
pub async fn serve(
    server: Server,
    listener: TcpListener,
    limits: Limits,
    end: impl Future<Output = ()>,
) -> std::io::Result<()> {
    let router = router(server).layer(RequestBodyTimeoutLayer::new(limits.body_within));
    let room = Arc::new(Semaphore::new(limits.connections_max));
    let graceful = GracefulShutdown::new();
    let mut end = std::pin::pin!(end);
    loop {
        let (stream, peer) = tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok(accepted) => accepted,
                // Out of file handles: the next attempt may find one.
                Err(_) => { tokio::time::sleep(Duration::from_millis(50)).await; continue }
            },
            () = &mut end => break,
        };
        let Ok(place) = room.clone().try_acquire_owned() else { continue };
        connection(stream, peer, router.clone(), limits, &graceful, place);
    }
    drop(listener);
    // Whoever is still not done then has had their time.
    let _ = tokio::time::timeout(limits.finish_within, graceful.shutdown()).await;
    Ok(())
}

fn connection(
    stream: TcpStream,
    peer: SocketAddr,
    router: axum::Router,
    limits: Limits,
    graceful: &GracefulShutdown,
    place: tokio::sync::OwnedSemaphorePermit,
) {
    let service = router.map_request(move |mut request: axum::http::Request<hyper::body::Incoming>| {
        request.extensions_mut().insert(Peer(peer));
        request
    });
    // Not the builder that first finds out the protocol: it waits for the first byte without any limit.
    let mut builder = Builder::new();
    builder.timer(TokioTimer::new()).header_read_timeout(limits.headers_within);
    builder.max_buf_size(limits.header_bytes_max);
    let connection = builder.serve_connection(TokioIo::new(stream), TowerToHyperService::new(service));
    let watched = graceful.watch(connection);
    tokio::spawn(async move {
        // A connection that breaks off is the other side's affair.
        let _ = watched.await;
        drop(place);
    });
}
