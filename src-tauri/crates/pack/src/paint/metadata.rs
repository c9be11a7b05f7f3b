//! What a file says of itself: the information dictionary, the same as XMP, and which standards
//! it keeps. Without dates: the day of a pack is printed in it, in words.

use super::finish::{language, string};
use super::pdf::Fonts;
use super::svg::escaped;
use crate::page::Booklet;
use lopdf::{Document, Object, Stream, dictionary};

/// Which standards a file keeps.
#[derive(Clone, Copy)]
pub struct Claim {
    /// PDF/A-2u (ISO 19005-2): whole by itself, and every character known, for archives.
    archive: bool,
    /// PDF/UA-1 (ISO 14289-1): read aloud in order.
    accessible: bool,
}

impl Claim {
    /// What is true of a booklet. Both standards forbid the empty box that stands for a character
    /// without a glyph. A form to be filled in is no archive: other programs will write into it
    /// with what fonts they have, and readers show a file for archives as one not to be changed.
    pub fn of(booklet: &Booklet, fonts: &Fonts) -> Claim {
        let legible = !fonts.values().any(|(_, numbers)| numbers.contains_key(&0));
        let named = !booklet.title.trim().is_empty();
        Claim { archive: legible && booklet.widgets.is_empty(), accessible: legible && named }
    }

    /// The same as XMP.
    fn xmp(self) -> String {
        let mut said = String::new();
        if self.archive {
            said += "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>";
        }
        if self.accessible {
            said += "<pdfuaid:part>1</pdfuaid:part>";
        }
        said
    }

    /// PDF/A knows only its own words, so that those of PDF/UA have to be explained.
    fn explained(self) -> &'static str {
        if self.archive && self.accessible { EXPLAINED } else { "" }
    }
}

/// A description of its own: PDFBox does not find it beside the words that it explains.
const EXPLAINED: &str = "<rdf:Description rdf:about=\"\" \
    xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\" \
    xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" \
    xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\"><pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\
    <pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>\
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\
    <pdfaProperty:name>part</pdfaProperty:name>\
    <pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
    <pdfaProperty:category>internal</pdfaProperty:category>\
    <pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed\
    </pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag>\
    </pdfaExtension:schemas></rdf:Description>";

/// The prefixes of the words in use.
const SPACES: [(&str, &str); 5] = [
    ("dc", "http://purl.org/dc/elements/1.1/"),
    ("pdf", "http://ns.adobe.com/pdf/1.3/"),
    ("xmp", "http://ns.adobe.com/xap/1.0/"),
    ("pdfaid", "http://www.aiim.org/pdfa/ns/id/"),
    ("pdfuaid", "http://www.aiim.org/pdfua/ns/id/"),
];

/// Puts both into a file; where the XMP is.
pub fn set(file: &mut Document, booklet: &Booklet, claim: Claim) -> Object {
    let mut entries = dictionary! {
        "Title" => string(&booklet.title),
        "Subject" => string(&subject(booklet)),
        "Creator" => string("Baton"),
        "Producer" => string("Baton"),
    };
    if !booklet.author.is_empty() {
        entries.set("Author", string(&booklet.author));
    }
    let id = file.add_object(entries);
    file.trailer.set("Info", id);
    let header = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
    let mut stream = Stream::new(header, xmp(booklet, claim).into_bytes());
    stream.allows_compression = false;
    Object::Reference(file.add_object(stream))
}

fn subject(booklet: &Booklet) -> String {
    booklet.subject.replace('\u{a0}', " ")
}

fn xmp(booklet: &Booklet, claim: Claim) -> String {
    let (title, subject) = (escaped(&booklet.title), escaped(&subject(booklet)));
    let language = language(booklet);
    let author = if booklet.author.is_empty() {
        String::new()
    } else {
        let name = escaped(&booklet.author);
        format!("<dc:creator><rdf:Seq><rdf:li>{name}</rdf:li></rdf:Seq></dc:creator>")
    };
    let spaces = SPACES.map(|(prefix, space)| format!(" xmlns:{prefix}=\"{space}\"")).concat();
    let (explained, claim) = (claim.explained(), claim.xmp());
    format!(
        "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\
         <x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\
         <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">{explained}\
         <rdf:Description rdf:about=\"\"{spaces}>\
         <dc:format>application/pdf</dc:format>\
         <dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{title}</rdf:li></rdf:Alt></dc:title>\
         <dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">{subject}</rdf:li></rdf:Alt>\
         </dc:description>{author}<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag>\
         </dc:language><pdf:Producer>Baton</pdf:Producer><xmp:CreatorTool>Baton</xmp:CreatorTool>\
         {claim}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"w\"?>"
    )
}
