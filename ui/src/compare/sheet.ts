// A canvas that shows a picture: still while nothing changes, copied while it is moved. Several
// sheets with one camera move together.

import { opaqueContext } from '../canvas/context.ts';
import { paintHead } from '../canvas/heads.ts';
import { Painter } from '../canvas/paint.ts';
import { Still } from '../canvas/still.ts';
import { colours, type Colours } from '../canvas/theme.ts';
import type { Camera } from '../canvas/camera.ts';
import type { Touched } from '../canvas/live.ts';
import type { Busy } from '../busy.ts';
import type { RecordId } from '../contract.ts';
import type { Picture } from './picture.ts';

/** A zoom that has not changed for so long rests. */
const REST_MS = 90;
const NOTHING: Touched = new Map();

export class Sheet {
  #canvas: HTMLCanvasElement;
  #camera: Camera;
  #busy: Busy;
  #painter: Painter;
  #still: Still;
  #colours: Colours;
  #picture: Picture | null = null;
  #ringed: readonly RecordId[] = [];
  #frame: (() => void) | null = null;
  #zoom: number;
  #zooming: ReturnType<typeof setTimeout> | undefined;
  #over: () => void;

  constructor(canvas: HTMLCanvasElement, camera: Camera, busy: Busy) {
    this.#canvas = canvas;
    this.#camera = camera;
    this.#busy = busy;
    this.#colours = colours();
    this.#painter = new Painter(opaqueContext(canvas), this.#colours);
    this.#still = new Still(this.#colours);
    this.#zoom = camera.k;
    this.#over = camera.subscribe(() => this.#moved());
  }

  end(): void {
    this.#over();
    clearTimeout(this.#zooming);
  }

  /** Shows a picture, with a ring round some of it. */
  show(picture: Picture | null, ringed: readonly RecordId[]): void {
    this.#picture = picture;
    this.#ringed = ringed;
    this.#soon();
  }

  recolour(): void {
    this.#colours = colours();
    this.#painter.colours = this.#colours;
    this.#soon();
  }

  #moved(): void {
    if (this.#zoom !== this.#camera.k) {
      this.#zoom = this.#camera.k;
      clearTimeout(this.#zooming);
      this.#zooming = setTimeout(() => {
        this.#zooming = undefined;
        this.#soon();
      }, REST_MS);
    }
    this.#soon();
  }

  #soon(): void {
    if (this.#frame) return;
    this.#frame = this.#busy.begin();
    requestAnimationFrame(() => {
      const over = this.#frame;
      this.#frame = null;
      this.#paint();
      over?.();
    });
  }

  #paint(): void {
    const { width, height } = this.#camera;
    const picture = this.#picture;
    if (width === 0 || height === 0) return;
    const ratio = window.devicePixelRatio || 1;
    const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (this.#canvas.width !== w || this.#canvas.height !== h) {
      this.#canvas.width = w;
      this.#canvas.height = h;
    }
    const { context } = this.#painter;
    if (!picture) {
      context.setTransform(1, 0, 0, 1, 0, 0);
      this.#painter.ink({ token: 'paper', alpha: 1 });
      context.fillRect(0, 0, w, h);
      return;
    }
    const wanted = {
      camera: this.#camera.position,
      width,
      height,
      ratio,
      drawing: picture.number,
      colours: this.#colours,
      touched: NOTHING,
    };
    this.#still.copy(context, picture.scene, wanted, this.#zooming !== undefined, null);
    this.#rings(picture, ratio);
    this.#heads(picture, ratio);
  }

  #heads(picture: Picture, ratio: number): void {
    const camera = this.#camera;
    const sight = camera.inSight();
    const at = { camera, mirror: { headWidth: picture.headWidth } };
    for (const band of picture.lanes) {
      if (band.top > sight.y + sight.h || band.top + band.height < sight.y) continue;
      const ground = picture.scene.get('lane', band.lane);
      const head = picture.scene.get('laneHead', band.lane);
      if (ground && head) paintHead(this.#painter, at, { band, ground, head }, ratio);
    }
  }

  #rings(picture: Picture, ratio: number): void {
    const { x, y, k } = this.#camera;
    const { context } = this.#painter;
    this.#painter.place(k, x, y, ratio);
    context.globalAlpha = 1;
    context.strokeStyle = this.#colours.accent;
    context.lineWidth = 2 / k;
    context.setLineDash([]);
    const room = 5;
    for (const id of this.#ringed) {
      const at = picture.boundsOf(id);
      if (!at) continue;
      context.beginPath();
      context.roundRect(at.x - room, at.y - room, at.w + 2 * room, at.h + 2 * room, 10);
      context.stroke();
    }
  }
}
