// The forms that the overlay is made of: an outline, a diamond, the ghost of a step.

import type { Rect, StepKind, Token } from '../contract.ts';
import type { Painter } from './paint.ts';

export function stroke(painter: Painter, token: Token, width: number, alpha = 1): void {
  const { context } = painter;
  context.globalAlpha = alpha;
  context.strokeStyle = painter.colours[token];
  context.lineWidth = width;
  context.setLineDash([]);
  context.stroke();
}

export function diamond(context: CanvasRenderingContext2D, { x, y, w, h }: Rect): void {
  context.moveTo(x + w / 2, y);
  context.lineTo(x + w, y + h / 2);
  context.lineTo(x + w / 2, y + h);
  context.lineTo(x, y + h / 2);
  context.closePath();
}

/** Adds the outline of a step of a kind to the path. */
export function addStep(context: CanvasRenderingContext2D, box: Rect, shape: StepKind): void {
  if (shape === 'decision') return diamond(context, box);
  if (shape === 'step') return context.roundRect(box.x, box.y, box.w, box.h, 7);
  const [x, y, radius] = [box.x + box.w / 2, box.y + box.h / 2, box.w / 2];
  context.moveTo(x + radius, y);
  context.arc(x, y, radius, 0, 7);
}

/** A step that is not there yet. */
export function ghost(painter: Painter, box: Rect, shape: StepKind, alpha = 1): void {
  const { context } = painter;
  context.beginPath();
  addStep(context, box, shape);
  painter.ink({ token: 'surface', alpha: 0.85 * alpha });
  context.fill();
  stroke(painter, 'accent', 1.5, alpha);
}
