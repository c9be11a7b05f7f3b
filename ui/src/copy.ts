// Puts a text on the system's clipboard. WebKitGTK has the modern way only in some builds, so there
// is the old one behind it.

export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByCommand({ 'text/plain': text });
  }
}

/** The same thing as plain text and as HTML. */
export async function copyBoth(text: string, html: string): Promise<boolean> {
  const forms = { 'text/plain': text, 'text/html': html };
  try {
    const blobs = Object.entries(forms).map(([type, it]) => [type, new Blob([it], { type })]);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    return true;
  } catch {
    return copyByCommand(forms);
  }
}

function copyByCommand(forms: Record<string, string>): boolean {
  // The listener alone decides what is copied: nothing has to be selected for it.
  const put = (event: ClipboardEvent) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    for (const [type, it] of Object.entries(forms)) event.clipboardData?.setData(type, it);
  };
  window.addEventListener('copy', put, { capture: true, once: true });
  const done = document.execCommand('copy');
  window.removeEventListener('copy', put, { capture: true });
  return done;
}
