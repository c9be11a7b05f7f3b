//! The form of a PDF (AcroForm): its fields, each on its page, and the font they are filled in
//! with. There is no script in it: readers differ in what they run, many refuse all of it, and a
//! form that came by mail should have none. So a date is a text whose tooltip says how to write it.

use super::form_font;
use super::widget::{self, Looks};
use crate::Error;
use crate::page::Booklet;
use lopdf::{Document, Object, ObjectId, dictionary};

/// Puts the widgets of a booklet on their pages; their ids, in the same order.
pub fn set(
    file: &mut Document,
    booklet: &Booklet,
    pages: &[ObjectId],
) -> Result<Vec<ObjectId>, Error> {
    if booklet.widgets.is_empty() {
        return Ok(Vec::new());
    }
    let font = form_font::add(file)?;
    let mut looks = Looks::new(font);
    let mut ids = Vec::new();
    for it in &booklet.widgets {
        let (Some(sheet), Some(page)) = (booklet.pages.get(it.page), pages.get(it.page)) else {
            return Err(Error::Pdf(format!("the field {} is on no page", it.name)));
        };
        let field = widget::field(file, it, sheet.height, *page, &mut looks);
        let id = file.add_object(field);
        annotate(file, *page, id)?;
        ids.push(id);
    }
    let form = file.add_object(dictionary! {
        "Fields" => ids.iter().map(|id| Object::Reference(*id)).collect::<Vec<_>>(),
        // Every field brings its appearance, so that a reader need not make one: a form that is
        // only opened is not asked to be saved, and is as it was printed.
        "NeedAppearances" => false,
        "DR" => dictionary! { "Font" => dictionary! { form_font::NAME => font } },
        "DA" => widget::appearance(widget::SIZE),
    });
    let catalog = file.catalog_mut().map_err(|why| Error::Pdf(why.to_string()))?;
    catalog.set("AcroForm", form);
    Ok(ids)
}

/// Adds an annotation behind those that a page has; the tab key goes by the structure, and by this
/// order in readers that know none.
fn annotate(file: &mut Document, page: ObjectId, annotation: ObjectId) -> Result<(), Error> {
    let page = file.get_object_mut(page).and_then(Object::as_dict_mut);
    let page = page.map_err(|why| Error::Pdf(why.to_string()))?;
    match page.get_mut(b"Annots").and_then(Object::as_array_mut) {
        Ok(all) => all.push(annotation.into()),
        Err(_) => page.set("Annots", vec![Object::Reference(annotation)]),
    }
    Ok(())
}
