//! Font files taken apart and put together again: a subset has no table of characters, and a font
//! that other programs set text in needs one.

/// A table of a font file.
type Table = ([u8; 4], Vec<u8>);

/// Length of the head of a font file, and of each entry of its directory.
const HEAD: usize = 12;
const ENTRY: usize = 16;
/// What a whole font file has to sum up to.
const SUM: u32 = 0xB1B0_AFBA;

/// The font with these tables beside its own; one of the same name takes the place of the old one.
/// Nothing if the font cannot be read.
pub fn with_tables(font: &[u8], more: Vec<Table>) -> Option<Vec<u8>> {
    let mut tables = tables(font)?;
    tables.retain(|(name, _)| more.iter().all(|(new, _)| new != name));
    tables.extend(more);
    // The directory is searched by halving, so it has to be in order.
    tables.sort();
    let kind = font.get(..4)?;
    Some(joined(kind, tables))
}

fn tables(font: &[u8]) -> Option<Vec<Table>> {
    let count = usize::from(u16_at(font, 4)?);
    (0..count)
        .map(|index| {
            let at = HEAD + index * ENTRY;
            let name: [u8; 4] = font.get(at..at + 4)?.try_into().ok()?;
            let from = usize::try_from(u32_at(font, at + 8)?).ok()?;
            let length = usize::try_from(u32_at(font, at + 12)?).ok()?;
            Some((name, font.get(from..from.checked_add(length)?)?.to_vec()))
        })
        .collect()
}

fn joined(kind: &[u8], mut tables: Vec<Table>) -> Vec<u8> {
    for (name, data) in &mut tables {
        // The sum of the whole file is taken with its own place empty.
        if name == b"head"
            && let Some(place) = data.get_mut(8..12)
        {
            place.fill(0);
        }
    }
    let count = u16::try_from(tables.len()).unwrap_or(u16::MAX);
    let power = count.max(1).ilog2();
    let range = 16_u16 << power;
    let mut file = kind.to_vec();
    let search = [count, range, u16::try_from(power).unwrap_or(0), count * 16 - range];
    file.extend(search.iter().flat_map(|it| it.to_be_bytes()));
    let mut at = HEAD + tables.len() * ENTRY;
    let mut head = None;
    for (name, data) in &tables {
        if name == b"head" {
            head = Some(at);
        }
        file.extend(name);
        for number in [sum(data) as usize, at, data.len()] {
            file.extend(u32::try_from(number).unwrap_or(u32::MAX).to_be_bytes());
        }
        at += data.len().next_multiple_of(4);
    }
    for (_, data) in &tables {
        file.extend(data);
        file.resize(file.len().next_multiple_of(4), 0);
    }
    let rest = SUM.wrapping_sub(sum(&file));
    if let Some(place) = head.and_then(|head| file.get_mut(head + 8..head + 12)) {
        place.copy_from_slice(&rest.to_be_bytes());
    }
    file
}

/// The sum of a table as a font file has it: by words of four bytes, the last one filled up.
fn sum(data: &[u8]) -> u32 {
    data.chunks(4).fold(0, |sum: u32, chunk| {
        let mut word = [0; 4];
        word.iter_mut().zip(chunk).for_each(|(to, from)| *to = *from);
        sum.wrapping_add(u32::from_be_bytes(word))
    })
}

fn u16_at(data: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(data.get(at..at + 2)?.try_into().ok()?))
}

fn u32_at(data: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(data.get(at..at + 4)?.try_into().ok()?))
}

/// A table from characters of the basic plane, in order, to glyphs (`cmap`, format 4).
pub fn characters(glyphs: &[(u16, u16)]) -> Table {
    // One stretch for each character is a little longer than it could be, and simple. The last one
    // ends the table.
    let stretches: Vec<(u16, u16)> = glyphs
        .iter()
        .map(|(character, glyph)| (*character, glyph.wrapping_sub(*character)))
        .chain([(0xFFFF, 1)])
        .collect();
    let count = u16::try_from(stretches.len()).unwrap_or(u16::MAX);
    let power = count.ilog2();
    let range = 2_u16 << power;
    let length = 16 + 8 * count;
    // One table, for Windows and Unicode, 12 bytes from the start.
    let mut words = vec![0, 1, 3, 1, 0, 12];
    words.extend([4, length, 0, count * 2, range, u16::try_from(power).unwrap_or(0)]);
    words.push(count * 2 - range);
    words.extend(stretches.iter().map(|(character, _)| *character));
    words.push(0);
    words.extend(stretches.iter().map(|(character, _)| *character));
    words.extend(stretches.iter().map(|(_, shift)| *shift));
    words.extend(stretches.iter().map(|_| 0));
    (*b"cmap", words.into_iter().flat_map(u16::to_be_bytes).collect())
}

/// A table that says that glyphs have no names (`post`, version 3).
pub fn nameless() -> Table {
    let mut data = vec![0, 3, 0, 0];
    data.resize(32, 0);
    (*b"post", data)
}
