//! What colours mean: the output intent that PDF/A asks for, with a profile of sRGB made here, so
//! that none has to be bundled and its licence is ours.

use super::finish::string;
use lopdf::{Dictionary, Document, Object, Stream, dictionary};

const NAME: &str = "sRGB IEC61966-2.1";
/// Header and table of tags.
const HEADER: usize = 128;
/// The white of the profile connection space, D50, as all numbers here in parts of 65,536.
const WHITE: [u32; 3] = [0xF6D6, 0x1_0000, 0xD32D];
/// Red, green and blue of sRGB seen under that white.
const RED: [u32; 3] = [0x6FA2, 0x38F5, 0x0390];
const GREEN: [u32; 3] = [0x6299, 0xB785, 0x18DA];
const BLUE: [u32; 3] = [0x24A0, 0x0F84, 0xB6CF];

/// The output intent; its profile goes into the file.
pub fn intent(file: &mut Document) -> Dictionary {
    let profile = file.add_object(Stream::new(dictionary! { "N" => 3 }, profile()));
    dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => string("sRGB"),
        "RegistryName" => string("http://www.color.org"),
        "Info" => string(NAME),
        "DestOutputProfile" => Object::Reference(profile),
    }
}

/// sRGB as a profile of version 2 (ICC.1:2001-04), which every reader knows.
fn profile() -> Vec<u8> {
    let place = |of: [u32; 3]| [b"XYZ \0\0\0\0".to_vec(), words(&of)].concat();
    let parts = [
        (vec![b"desc"], description()),
        (vec![b"cprt"], b"text\0\0\0\0No copyright, use freely\0".to_vec()),
        (vec![b"wtpt"], place(WHITE)),
        (vec![b"rXYZ"], place(RED)),
        (vec![b"gXYZ"], place(GREEN)),
        (vec![b"bXYZ"], place(BLUE)),
        (vec![b"rTRC", b"gTRC", b"bTRC"], curve()),
    ];
    let count = parts.iter().map(|(names, _)| names.len()).sum::<usize>();
    let begin = HEADER + 4 + 12 * count;
    let (mut table, mut data) = (words(&[count as u32]), Vec::new());
    for (names, mut bytes) in parts {
        let at = words(&[(begin + data.len()) as u32, bytes.len() as u32]);
        for name in names {
            table.extend([name.as_slice(), &at].concat());
        }
        bytes.resize(bytes.len().next_multiple_of(4), 0);
        data.extend(bytes);
    }
    [header((begin + data.len()) as u32), table, data].concat()
}

fn header(size: u32) -> Vec<u8> {
    let mut header = words(&[size, 0, 0x0210_0000]);
    header.extend(b"mntrRGB XYZ ");
    // A day, because the format has a place for one: the first of 2026.
    header.extend([2026_u16, 1, 1, 0, 0, 0].map(u16::to_be_bytes).concat());
    header.extend(b"acsp");
    header.resize(68, 0);
    header.extend(words(&WHITE));
    header.resize(HEADER, 0);
    header
}

fn description() -> Vec<u8> {
    let mut text = b"desc\0\0\0\0".to_vec();
    text.extend(words(&[NAME.len() as u32 + 1]));
    text.extend(NAME.bytes());
    // The end of the name; then the same for Unicode and for old Macintoshes, which is left empty.
    text.resize(text.len() + 1 + 8 + 3 + 67, 0);
    text
}

/// How much light each of the 256 values of a colour is (IEC 61966-2-1).
fn curve() -> Vec<u8> {
    let light = |value: u8| {
        let part = f64::from(value) / 255.0;
        let light = if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) };
        (light * 65_535.0).round() as u16
    };
    let mut curve = b"curv\0\0\0\0".to_vec();
    curve.extend(words(&[256]));
    curve.extend((0..=255).flat_map(|value| light(value).to_be_bytes()));
    curve
}

fn words(of: &[u32]) -> Vec<u8> {
    of.iter().flat_map(|word| word.to_be_bytes()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(bytes: &[u8], at: usize) -> usize {
        u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap()) as usize
    }

    #[test]
    fn the_profile_is_whole_and_white_is_white() {
        let profile = profile();
        assert_eq!(word(&profile, 0), profile.len());
        assert_eq!(&profile[36..40], b"acsp");
        for tag in 0..word(&profile, HEADER) {
            let at = HEADER + 4 + tag * 12;
            let (offset, size) = (word(&profile, at + 4), word(&profile, at + 8));
            assert!(offset % 4 == 0 && offset + size <= profile.len());
        }
        for (axis, white) in WHITE.iter().enumerate() {
            let sum = RED[axis] + GREEN[axis] + BLUE[axis];
            assert!(sum.abs_diff(*white) < 16, "{sum:x} is not {white:x}");
        }
        let curve = curve();
        // Half of the value is a fifth of the light.
        assert_eq!(u16::from_be_bytes([curve[12 + 2 * 128], curve[13 + 2 * 128]]), 14_146);
        assert_eq!(curve[curve.len() - 2..], [0xFF, 0xFF]);
    }
}
