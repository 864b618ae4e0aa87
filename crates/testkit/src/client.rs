//! Requests that go into the router without a socket, and their answers.
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Request, StatusCode, header};
use serde_json::Value;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use tandem_server::Peer;
use tower::ServiceExt;

const HERE: IpAddr = IpAddr::V4(Ipv4Addr::new(203, 0, 113, 1));

/// A request.
#[derive(Clone, Debug)]
pub struct Call {
    /// GET, POST, ...
    pub method: String,
    /// With what is behind the question mark.
    pub path: String,
    /// Besides those of the client.
    pub headers: HeaderMap,
    /// What is sent.
    pub body: Vec<u8>,
    /// Where it comes from; 203.0.113.1 where nothing is said.
    pub ip: IpAddr,
}

impl Call {
    /// Without a body.
    pub fn new(method: &str, path: &str) -> Self {
        Self {
            method: method.to_owned(),
            path: path.to_owned(),
            headers: HeaderMap::new(),
            body: Vec::new(),
            ip: HERE,
        }
    }

    /// GET.
    pub fn get(path: &str) -> Self {
        Self::new("GET", path)
    }

    /// With a JSON body.
    pub fn json(self, body: &Value) -> Self {
        self.bytes("application/json", body.to_string().into_bytes())
    }

    /// With any body.
    pub fn bytes(mut self, kind: &str, body: Vec<u8>) -> Self {
        self.body = body;
        self.header(header::CONTENT_TYPE, kind)
    }

    /// With one file in a form, as a browser uploads it.
    pub fn upload(self, name: &str, content: &str) -> Self {
        let body = format!(
            "--edge\r\ncontent-disposition: form-data; name=\"files\"; filename=\"{name}\"\r\n\r\n{content}\r\n--edge--\r\n"
        );
        self.bytes("multipart/form-data; boundary=edge", body.into_bytes())
    }

    /// From somewhere else.
    pub fn from(mut self, ip: &str) -> Self {
        self.ip = ip.parse().expect("an address");
        self
    }

    /// With a header.
    pub fn header(mut self, name: HeaderName, value: &str) -> Self {
        self.headers.insert(name, HeaderValue::from_str(value).expect("a header's value"));
        self
    }

    /// Signing in.
    pub fn sign_in(email: &str, password: &str) -> Self {
        Self::new("POST", "/api/v1/session")
            .json(&serde_json::json!({ "email": email, "password": password }))
    }
}

/// Somebody who sends requests.
#[derive(Clone)]
pub struct Client {
    router: Router,
    headers: HeaderMap,
}

impl Client {
    /// Without any header.
    pub fn new(router: Router) -> Self {
        Self { router, headers: HeaderMap::new() }
    }

    /// Always with a header.
    pub fn with(mut self, name: HeaderName, value: &str) -> Self {
        self.headers.insert(name, HeaderValue::from_str(value).expect("a header's value"));
        self
    }

    /// Sends a request and waits for the whole answer.
    pub async fn send(&self, call: Call) -> Answer {
        let mut request = Request::builder().method(call.method.as_str()).uri(&call.path);
        let headers = request.headers_mut().expect("a request that can be built");
        headers.extend(self.headers.clone());
        headers.extend(call.headers);
        headers.entry(header::HOST).or_insert(HeaderValue::from_static("tandem.example"));
        let mut request = request.body(Body::from(call.body)).expect("a request");
        request.extensions_mut().insert(Peer(SocketAddr::new(call.ip, 40_000)));
        let response = self.router.clone().oneshot(request).await.expect("a router always answers");
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX).await.expect("a whole body").to_vec();
        Answer { status: parts.status, headers: parts.headers, body }
    }

    /// GET.
    pub async fn get(&self, path: &str) -> Answer {
        self.send(Call::get(path)).await
    }
}

/// An answer.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The whole body.
    pub body: Vec<u8>,
}

impl Answer {
    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The body as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body)
            .unwrap_or_else(|error| panic!("not JSON ({error}): {}", self.text()))
    }

    /// A header as text.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }
}
