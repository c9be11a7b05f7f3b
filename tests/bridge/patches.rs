//! Patches to every page that listens, as server-sent events: one patch, one line, in order.

use session::api::Patch;
use std::io::{self, Write};
use tiny_http::Request;

/// The pages that listen.
#[derive(Default)]
pub struct Patches(Vec<Box<dyn Write + Send>>);

impl Patches {
    /// Keeps this connection open for patches.
    ///
    /// # Errors
    /// The browser has gone.
    pub fn listen(&mut self, request: Request) -> io::Result<()> {
        // Written by hand: an ordinary response would hold patches back until it is full.
        let mut stream = request.into_writer();
        stream.write_all(
            b"HTTP/1.1 200 OK\r\n\
              content-type: text/event-stream\r\n\
              cache-control: no-store\r\n\
              connection: close\r\n\r\n\
              : listening\n\n",
        )?;
        stream.flush()?;
        self.0.push(stream);
        Ok(())
    }

    /// Sends a patch; a page that does not take it has gone.
    pub fn send(&mut self, patch: &Patch) {
        let Ok(said) = serde_json::to_string(patch) else { return };
        self.0.retain_mut(|stream| {
            write!(stream, "data: {said}\n\n").and_then(|()| stream.flush()).is_ok()
        });
    }
}
