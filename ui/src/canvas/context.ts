// The drawing context of a canvas. In WebKitGTK it draws on the processor: its frames came a third
// faster so where the graphics driver is software, and the canvas is copied whole anyway.

import type { Rect } from '../contract.ts';
import { common } from '../geometry/rect.ts';

export function drawsOnProcessor(): boolean {
  const { userAgent } = navigator;
  return userAgent.includes('Linux') && !userAgent.includes('Chrome');
}

let slow: boolean | undefined;

/** Whether there is no graphics card that scales a picture at no cost. */
export function scalesSlowly(): boolean {
  slow ??= drawsOnProcessor() || !hasGraphicsCard();
  return slow;
}

/** What draws where nothing else can, by name. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;

function hasGraphicsCard(): boolean {
  const probe = document.createElement('canvas').getContext('webgl');
  const named = probe?.getExtension('WEBGL_debug_renderer_info');
  const name: unknown = probe && named && probe.getParameter(named.UNMASKED_RENDERER_WEBGL);
  probe?.getExtension('WEBGL_lose_context')?.loseContext();
  return probe !== null && !SOFTWARE.test(String(name));
}

export function opaqueContext(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  return contextOf(canvas, false);
}

/** One through which what lies under it is seen where nothing is painted. */
export function clearContext(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  return contextOf(canvas, true);
}

function contextOf(canvas: HTMLCanvasElement, alpha: boolean): CanvasRenderingContext2D {
  const context = canvas.getContext('2d', { alpha, willReadFrequently: drawsOnProcessor() });
  if (!context) throw new Error('This system cannot paint.');
  return context;
}

/** Copies a canvas to a place of another, or no more of it than fills a part of that. */
export function copyTo(to: CanvasRenderingContext2D, from: HTMLCanvasElement, left: number, top: number, part: Rect | null): void {
  to.setTransform(1, 0, 0, 1, 0, 0);
  to.globalAlpha = 1;
  if (!part) return to.drawImage(from, left, top);
  const whole = { x: left, y: top, w: from.width, h: from.height };
  const box = common(part, common(whole, { x: 0, y: 0, w: to.canvas.width, h: to.canvas.height }) ?? part);
  if (!box) return;
  const { x, y, w, h } = box;
  to.drawImage(from, x - left, y - top, w, h, x, y, w, h);
}

/** Paints within a rectangle of whole pixels alone. */
export function within(context: CanvasRenderingContext2D, { x, y, w, h }: Rect, paint: () => void): void {
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.save();
  context.beginPath();
  context.rect(x, y, w, h);
  context.clip();
  paint();
  context.restore();
}
