// A window is opened and closed again around the shapes that are seen through it.

import { expect, it } from 'vitest';
import type { Painter } from '../canvas/paint.ts';
import type { Shape } from '../contract.ts';
import { paintSeen } from './seen.ts';

/** A text that says which one it is. */
const said = (text: string) => ({ as: 'text', text }) as Shape;

it('paints each shape once and in order, those of a window inside of it', () => {
  const log: string[] = [];
  const context = {
    save: () => log.push('save'),
    beginPath: () => undefined,
    rect: (...edges: number[]) => log.push(`rect ${edges.join(' ')}`),
    clip: () => log.push('clip'),
    restore: () => log.push('restore'),
  };
  const shape = (it: Shape) => log.push(it.as === 'text' ? it.text : '');
  const painter = { context, shape } as unknown as Painter;
  const windows = [{ from: 1, until: 2, rect: { x: 1, y: 2, w: 3, h: 4 } }];
  paintSeen(painter, { shapes: [said('a'), said('b'), said('c')], windows });
  expect(log).toEqual(['a', 'save', 'rect 1 2 3 4', 'clip', 'b', 'restore', 'c']);
});
