// The cases of a replay over the still map: a disc each, a ring where it waits, a count where they
// are many, and how many are done at each end. Nothing is painted while a gesture changes the map.

import type { App } from '../app.ts';
import type { Rect, StepId, Token } from '../contract.ts';
import { bodyOf, isDiamond } from '../geometry/hit.ts';
import { clamp, right } from '../geometry/rect.ts';
import type { Doing } from '../replay/course.ts';
import { type Dot, type Ground, marksOf } from '../replay/piles.ts';
import { fontOf } from './fonts.ts';
import { stroke } from './marks.ts';
import type { Painter } from './paint.ts';

const INKS: Record<Doing, Token> = { travels: 'accent', waits: 'watch', works: 'accent' };
/** Letters of a count, in pixels of the screen. */
const LETTERS_PX = 10.5;
/** What lasts no longer is not seen while it runs. */
const BRIEF_SECONDS = 0.15;
/** The height of a count, in letters. */
const TALL = 1.55;

/** The radius of a dot in pixels of the screen: it shrinks with the map, and stays visible. */
const radiusPx = (k: number): number => clamp(5 * k, 3, 9);

export function paintDots(painter: Painter, app: App): void {
  const { playback, draft, camera } = app;
  const { course, time } = playback;
  if (!playback.active || !course || draft.active) return;
  const { k } = camera;
  const ground = groundOf(app);
  const brief = playback.playing ? playback.pace * playback.speed * BRIEF_SECONDS : 0;
  const look = { dot: radiusPx(k) / k, pile: (LETTERS_PX * TALL) / 2 / k, brief };
  const { dots, piles } = marksOf(playback.moment.here, time, ground, look);
  for (const dot of dots) disc(painter, dot, look.dot, k);
  for (const pile of piles) count(painter, pile, pile.count, INKS[pile.doing], k);
  for (const { step, count: many } of course.overAt(time)) {
    const body = ground.step(step)?.body;
    if (body) count(painter, cornerOf(body), many, 'good', k);
  }
  painter.context.globalAlpha = 1;
}

function groundOf({ mirror }: App): Ground {
  return {
    line: (id) => (mirror.scene.get('connector', id) ?? mirror.scene.get('crossing', id))?.line ?? null,
    step: (id: StepId) => {
      const group = mirror.scene.get('step', id);
      if (!group) return null;
      const body = bodyOf(group);
      const round = mirror.step(id)?.shape === 'start' || mirror.step(id)?.shape === 'end';
      return { body, shape: round ? 'circle' : isDiamond(group) ? 'diamond' : 'box' };
    },
  };
}

/** Where a circle would be cut by a line from its middle to the upper right. */
function cornerOf(body: Rect): { x: number; y: number } {
  const off = (body.w / 2) * (1 - Math.SQRT1_2);
  return { x: right(body) - off, y: body.y + off };
}

function disc(painter: Painter, { x, y, doing }: Dot, radius: number, k: number): void {
  const { context } = painter;
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  painter.ink({ token: INKS[doing], alpha: 1 });
  context.fill();
  // A rim sets those apart that lie over each other.
  stroke(painter, 'surface', 1.25 / k);
  if (doing !== 'waits') return;
  // Told from what moves without its colour, too.
  context.beginPath();
  context.arc(x, y, radius * 0.45, 0, 2 * Math.PI);
  painter.ink({ token: 'surface', alpha: 1 });
  context.fill();
}

/** A capsule with a number in it, as large at every zoom. */
function count(painter: Painter, { x, y }: { x: number; y: number }, many: number, ink: Token, k: number): void {
  const { context } = painter;
  const size = LETTERS_PX / k;
  const text = String(many);
  context.font = fontOf(700, size, text);
  const { width } = context.measureText(text);
  const h = size * TALL;
  const w = Math.max(h, width + size * 0.9);
  context.beginPath();
  context.roundRect(x - w / 2, y - h / 2, w, h, h / 2);
  painter.ink({ token: ink, alpha: 1 });
  context.fill();
  stroke(painter, 'surface', 1.25 / k);
  painter.ink({ token: 'surface', alpha: 1 });
  context.fillText(text, x - width / 2, y + size * 0.36);
}
