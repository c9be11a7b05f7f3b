//! One file of the flight recorder: entries that are only ever appended, each hashed together with
//! the one before it, so that a torn or foreign tail is seen and cut off.
//!
//! Layout: `BATONREC`, 1, the document's id (16 bytes), the hash the segment continues from (32);
//! then entries of length (4, little-endian), payload, hash (32).

use crate::digest::Digest;
use crate::meta::DocumentId;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::Path;

const MAGIC: &[u8; 9] = b"BATONREC\x01";
const HEADER: usize = 57;
const HASH: usize = 32;

/// What a segment holds up to the first byte that is not as it was written.
pub(crate) struct Contents {
    pub(crate) entries: Vec<Vec<u8>>,
    chain: Digest,
    /// Bytes up to the end of the last whole entry; 0 when even the header is not whole.
    sound: u64,
}

/// Reads a segment of this document. Anything else reads as nothing.
pub(crate) fn read(path: &Path, document: &DocumentId) -> io::Result<Contents> {
    let mut bytes = Vec::new();
    match File::open(path) {
        Ok(mut file) => drop(file.read_to_end(&mut bytes)?),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(error),
    }
    Ok(parse(&bytes, document))
}

fn parse(bytes: &[u8], document: &DocumentId) -> Contents {
    let mut contents = Contents { entries: Vec::new(), chain: Digest::default(), sound: 0 };
    let Some((header, mut rest)) = bytes.split_at_checked(HEADER) else { return contents };
    if !header.starts_with(MAGIC) || header.get(9..25) != Some(document.as_slice()) {
        return contents;
    }
    contents.chain = Digest::of(&[header]);
    contents.sound = HEADER as u64;
    while let Some((payload, hash, after)) = next(rest) {
        let chain = Digest::of(&[&contents.chain.0, payload]);
        if chain.0 != hash {
            break;
        }
        contents.chain = chain;
        contents.sound += (4 + payload.len() + HASH) as u64;
        contents.entries.push(payload.to_vec());
        rest = after;
    }
    contents
}

fn next(bytes: &[u8]) -> Option<(&[u8], &[u8], &[u8])> {
    let (length, rest) = bytes.split_first_chunk::<4>()?;
    let (payload, rest) = rest.split_at_checked(u32::from_le_bytes(*length) as usize)?;
    let (hash, rest) = rest.split_at_checked(HASH)?;
    Some((payload, hash, rest))
}

/// A segment being written to.
#[derive(Debug)]
pub(crate) struct Segment {
    file: File,
    chain: Digest,
    length: u64,
}

impl Segment {
    /// Opens a segment to append to, and cuts off what is not sound. One that is not there or has
    /// no whole header begins anew, continuing from `previous`.
    pub(crate) fn open(
        path: &Path,
        document: &DocumentId,
        previous: Digest,
    ) -> io::Result<Segment> {
        let contents = read(path, document)?;
        let mut options = File::options();
        options.create(true).truncate(false).write(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(path)?;
        file.set_len(contents.sound)?;
        file.seek(SeekFrom::End(0))?;
        if contents.sound > 0 {
            return Ok(Segment { file, chain: contents.chain, length: contents.sound });
        }
        let mut header = Vec::with_capacity(HEADER);
        header.extend_from_slice(MAGIC);
        header.extend_from_slice(document);
        header.extend_from_slice(&previous.0);
        file.write_all(&header)?;
        file.sync_all()?;
        sync_folder_of(path)?;
        Ok(Segment { file, chain: Digest::of(&[&header]), length: HEADER as u64 })
    }

    /// Appends an entry; it is on disk when this returns.
    pub(crate) fn append(&mut self, payload: &[u8]) -> io::Result<()> {
        let length = u32::try_from(payload.len()).map_err(io::Error::other)?;
        let chain = Digest::of(&[&self.chain.0, payload]);
        let mut entry = Vec::with_capacity(4 + payload.len() + HASH);
        entry.extend_from_slice(&length.to_le_bytes());
        entry.extend_from_slice(payload);
        entry.extend_from_slice(&chain.0);
        self.file.write_all(&entry)?;
        self.file.sync_data()?;
        self.chain = chain;
        self.length += entry.len() as u64;
        Ok(())
    }

    pub(crate) fn length(&self) -> u64 {
        self.length
    }

    pub(crate) fn chain(&self) -> Digest {
        self.chain
    }
}

/// Makes a new or renamed name in a folder survive a power cut.
#[cfg(unix)]
pub(crate) fn sync_folder_of(path: &Path) -> io::Result<()> {
    match path.parent() {
        Some(folder) => File::open(folder)?.sync_all(),
        None => Ok(()),
    }
}

/// Folders cannot be synced here; the file system's own log does it.
#[cfg(not(unix))]
pub(crate) fn sync_folder_of(_path: &Path) -> io::Result<()> {
    Ok(())
}
