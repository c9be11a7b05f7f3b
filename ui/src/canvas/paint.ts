// Paints shapes with Canvas 2D, exactly where the scene puts them. Knows nothing of gestures.

import type { Group, Paint, Segment, Shape, Stroke, Weight } from '../contract.ts';
import { isFar, LEAST_TEXT_PX, leftOf, paintFar } from './far.ts';
import { paintFarMark } from './far_marks.ts';
import { fontOf, write } from './fonts.ts';
import { pictureOf } from './pictures.ts';
import type { Colours } from './theme.ts';

const WEIGHTS: Record<Weight, number> = { regular: 400, medium: 500, semiBold: 600, bold: 700 };

export class Painter {
  readonly context: CanvasRenderingContext2D;
  colours: Colours;
  #zoom = 1;
  #seenAt = 1;

  constructor(context: CanvasRenderingContext2D, colours: Colours) {
    this.context = context;
    this.colours = colours;
  }

  /** How large the scene is painted, in CSS pixels a point. */
  get zoom(): number {
    return this.#zoom;
  }

  /**
   * From here on the scene lies so: zoom, and offset in CSS pixels. It has the detail that is seen at
   * the zoom `seenAt`.
   */
  place(zoom: number, x: number, y: number, ratio: number, seenAt = zoom): void {
    this.#zoom = zoom;
    this.#seenAt = seenAt;
    // Whole device pixels, so that hairlines and letters stay sharp while the map moves.
    const [left, top] = [Math.round(x * ratio), Math.round(y * ratio)];
    this.context.setTransform(zoom * ratio, 0, 0, zoom * ratio, left, top);
  }

  group(group: Group, dx = 0, dy = 0): void {
    const moved = dx !== 0 || dy !== 0;
    if (moved) {
      this.context.save();
      this.context.translate(dx, dy);
    }
    if (group.key.part === 'step' && isFar(this.#seenAt)) paintFar(this, group, this.#seenAt);
    else if (!paintFarMark(this, group, this.#seenAt)) {
      for (const shape of group.shapes) {
        const left = shape.as === 'text' ? leftOf(group, shape, this.#seenAt) : 1;
        if (left > 0) this.shape(shape, left);
      }
    }
    if (moved) this.context.restore();
  }

  /** Of a text that is `left` over only in part so much is seen. */
  shape(shape: Shape, left = 1): void {
    const { context } = this;
    switch (shape.as) {
      case 'rect': {
        const { x, y, w, h } = shape.rect;
        context.beginPath();
        if (shape.radius > 0) context.roundRect(x, y, w, h, shape.radius);
        else context.rect(x, y, w, h);
        return this.#fillAndStroke(shape.fill, shape.stroke);
      }
      case 'circle':
        context.beginPath();
        context.arc(shape.cx, shape.cy, Math.max(shape.r, 0), 0, 2 * Math.PI);
        return this.#fillAndStroke(shape.fill, shape.stroke);
      case 'path':
        this.#trace(shape.segments);
        return this.#fillAndStroke(shape.fill, shape.stroke);
      case 'image': {
        const picture = pictureOf(shape.png);
        const { x, y, w, h } = shape.rect;
        context.globalAlpha = 1;
        if (picture) context.drawImage(picture, x, y, w, h);
        return;
      }
      case 'text':
        return this.#text(shape, left);
    }
  }

  ink(paint: Paint): void {
    this.context.globalAlpha = paint.alpha;
    this.context.fillStyle = this.colours[paint.token];
  }

  #fillAndStroke(fill: Paint | null, stroke: Stroke | null): void {
    const { context } = this;
    if (fill) {
      this.ink(fill);
      context.fill();
    }
    if (!stroke) return;
    context.globalAlpha = stroke.paint.alpha;
    context.strokeStyle = this.colours[stroke.paint.token];
    context.lineWidth = stroke.width;
    context.lineJoin = 'round';
    context.setLineDash(stroke.dash);
    context.stroke();
  }

  #trace(segments: readonly Segment[]): void {
    const { context } = this;
    context.beginPath();
    for (const segment of segments) {
      if (segment === 'Z') context.closePath();
      else if ('M' in segment) context.moveTo(...segment.M);
      else if ('L' in segment) context.lineTo(...segment.L);
      else context.bezierCurveTo(...segment.C);
    }
  }

  #text(shape: Extract<Shape, { as: 'text' }>, left: number): void {
    const { context } = this;
    const { size, weight } = shape.style;
    this.ink(shape.paint);
    context.globalAlpha *= left;
    if (size * this.#zoom < LEAST_TEXT_PX) {
      // A bar where words would be.
      context.globalAlpha *= 0.3;
      context.fillRect(shape.x, shape.y - size * 0.55, shape.width, size * 0.4);
      return;
    }
    context.font = fontOf(WEIGHTS[weight], size, shape.text);
    write(context, shape.text, shape.x, shape.y);
  }
}
