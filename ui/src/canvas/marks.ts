// The forms that the overlay is made of: an outline, a diamond, the ghost of a step.

import type { Rect, Token } from '../contract.ts';
import type { Painter } from './paint.ts';

export function stroke(painter: Painter, token: Token, width: number, alpha = 1): void {
  const { context } = painter;
  context.globalAlpha = alpha;
  context.strokeStyle = painter.colours[token];
  context.lineWidth = width;
  context.setLineDash([]);
  context.stroke();
}

export function diamond(painter: Painter, { x, y, w, h }: Rect): void {
  const { context } = painter;
  context.moveTo(x + w / 2, y);
  context.lineTo(x + w, y + h / 2);
  context.lineTo(x + w / 2, y + h);
  context.lineTo(x, y + h / 2);
  context.closePath();
}

/** A step that is not there yet. */
export function ghost(painter: Painter, box: Rect, shape: string, alpha = 1): void {
  const { context } = painter;
  context.beginPath();
  if (shape === 'decision') diamond(painter, box);
  else if (shape === 'step') context.roundRect(box.x, box.y, box.w, box.h, 7);
  else context.arc(box.x + box.w / 2, box.y + box.h / 2, box.w / 2, 0, 7);
  painter.ink({ token: 'surface', alpha: 0.85 * alpha });
  context.fill();
  stroke(painter, 'accent', 1.5, alpha);
}
