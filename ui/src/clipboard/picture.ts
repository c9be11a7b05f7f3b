// The selection as a picture, for a slide or a mail: the same shapes, in the colours one sees.

import type { App } from '../app.ts';
import { Painter } from '../canvas/paint.ts';
import { colours } from '../canvas/theme.ts';
import type { Group, RecordId } from '../contract.ts';
import { PARTS } from '../geometry/parts.ts';
import { inOrder } from '../geometry/scene_index.ts';
import { grown, union } from '../geometry/rect.ts';
import { words } from '../words.ts';
import { joining } from './gather.ts';

/** Pixels a point, and no side longer than so many pixels. */
const SHARPNESS = 2;
const MOST_PX = 8192;
const MARGIN = 16;

export const canCopyPicture = (): boolean =>
  typeof ClipboardItem !== 'undefined' && typeof navigator.clipboard?.write === 'function';

/** What of the selection can be seen, in painting order. */
export function pictured({ mirror, view }: App): Group[] {
  const steps = new Set([...view.selection].filter((id) => mirror.step(id)));
  const ids = new Set<RecordId>(steps);
  for (const { connector, handoff } of joining(mirror, steps)) {
    ids.add(connector.id);
    if (handoff) ids.add(handoff.id);
  }
  const parts = PARTS.filter((part) => part !== 'rung' && !part.startsWith('lane'));
  const groups = [...ids].flatMap((id) => parts.flatMap((it) => mirror.scene.get(it, id) ?? []));
  return groups.sort(inOrder);
}

const COPIES = ['copy', 'cut'] as const;

export async function copyPicture(app: App): Promise<void> {
  const groups = pictured(app);
  const [first, ...rest] = groups.map((it) => it.bounds);
  if (!first) return;
  const box = grown(rest.reduce(union, first), MARGIN);
  const zoom = Math.min(SHARPNESS, MOST_PX / box.w, MOST_PX / box.h);
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(box.w * zoom);
  canvas.height = Math.ceil(box.h * zoom);
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) return;
  const painter = new Painter(context, colours());
  painter.ink({ token: 'paper', alpha: 1 });
  context.fillRect(0, 0, canvas.width, canvas.height);
  painter.place(zoom, -box.x * zoom, -box.y * zoom, 1);
  groups.forEach((group) => painter.group(group));
  // A picture takes its time; what is copied meanwhile is newer, and stays.
  let isOld = false;
  const newer = () => {
    isOld = true;
  };
  COPIES.forEach((it) => document.addEventListener(it, newer, true));
  const png = new Promise<Blob>((made, failed) => {
    canvas.toBlob((blob) => (blob && !isOld ? made(blob) : failed(new Error('no picture'))), 'image/png');
  });
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
    app.notices.hint(words.pictureCopied);
  } catch {
    if (!isOld) app.notices.hint(words.pictureNotCopied);
  } finally {
    COPIES.forEach((it) => document.removeEventListener(it, newer, true));
  }
}
