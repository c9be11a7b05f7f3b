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

/** Traces a step of a kind. */
export function traceStep({ context }: Painter, box: Rect, shape: StepKind): void {
  context.beginPath();
  if (shape === 'decision') diamond(context, box);
  else if (shape === 'step') context.roundRect(box.x, box.y, box.w, box.h, 7);
  else context.arc(box.x + box.w / 2, box.y + box.h / 2, box.w / 2, 0, 7);
}

/** A step that is not there yet. */
export function ghost(painter: Painter, box: Rect, shape: StepKind, alpha = 1): void {
  const { context } = painter;
  traceStep(painter, box, shape);
  painter.ink({ token: 'surface', alpha: 0.85 * alpha });
  context.fill();
  stroke(painter, 'accent', 1.5, alpha);
}
