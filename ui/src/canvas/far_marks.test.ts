// Stages and handoffs from afar: what is written, how large, and that it stays in its room.
import { expect, it } from 'vitest';
import type { Group, Rect, Shape, Token, Weight } from '../contract.ts';
import { Painter } from './paint.ts';
import type { Colours } from './theme.ts';

const text = (said: string, weight: Weight, token: Token): Shape => ({
  as: 'text',
  x: 0,
  y: 0,
  width: said.length * 6,
  text: said,
  style: { size: 11, weight },
  paint: { token, alpha: 1 },
});

function drawn(part: 'stage' | 'handoff', bounds: Rect, texts: Shape[]): Group {
  const box: Shape = { as: 'rect', rect: bounds, radius: 12, fill: null, stroke: null };
  return { key: { part, id: 1 }, bounds, line: [], shapes: [box, ...texts] };
}

const pill = (w: number, texts: Shape[]): Group =>
  drawn('handoff', { x: 100, y: 132, w, h: 24 }, texts);

interface Written {
  text: string;
  size: number;
  box: Rect;
  colour: string;
}

/** What is written at a zoom, and how large the box round it is. Letters are half as wide as high. */
function painted(group: Group, zoom: number): { written: Written[]; box: Rect } {
  const written: Written[] = [];
  let box = { x: 0, y: 0, w: 0, h: 0 };
  const size = () => Number(/([\d.]+)px/.exec(context.font)?.[1]);
  const context = {
    font: '',
    fillStyle: '',
    globalAlpha: 1,
    setTransform() {},
    beginPath() {},
    roundRect: (x: number, y: number, w: number, h: number) => (box = { x, y, w, h }),
    measureText: (it: string) => ({ width: (it.length * size()) / 2 }),
    fillText(text: string, x: number, y: number) {
      const at = { x, y: y - size() * 0.8, w: (text.length * size()) / 2, h: size() };
      written.push({ text, size: size(), box: at, colour: context.fillStyle });
    },
    fillRect() {},
  };
  const colours = new Proxy({}, { get: (_, token) => token }) as Colours;
  const painter = new Painter(context as unknown as CanvasRenderingContext2D, colours);
  painter.place(zoom, 0, 0, 1);
  painter.group(group);
  return { written, box };
}

const said = (number: string, wait: string, sla: string) => [
  text(number, 'medium', 'trouble'),
  text(wait, 'semiBold', 'trouble'),
  text(sla, 'regular', 'trouble'),
];

it.each<[string, Group, number, string[]]>([
  ['near, a pill says all', pill(190, said('H-01', '5\u00a0d wait', 'no SLA')), 0.6, ['H-01', '5\u00a0d wait', 'no SLA']],
  ['then its wait', pill(190, said('H-01', '5\u00a0d wait', 'no SLA')), 0.55, ['5\u00a0d wait']],
  ['as far as it goes', pill(190, said('H-01', '5\u00a0d wait', 'no SLA')), 0.3, ['5\u00a0d wait']],
  ['without why where that is long', pill(190, said('H-01', '~25\u00a0min missing information', 'no SLA')), 0.4, ['~25\u00a0min']],
  ['a pill that says its number alone says that', pill(50, [text('H-01', 'medium', 'trouble')]), 0.4, ['H-01']],
  ['from very far there is only the pill', pill(50, said('H-01', '5\u00a0d wait', 'no SLA')), 0.1, []],
])('%s', (_, group, zoom, expected) => {
  expect(painted(group, zoom).written.map((it) => it.text)).toEqual(expected);
});

it.each([0.55, 0.45, 0.35, 0.25])('a wait can be read in its pill at %s, in its colour', (zoom) => {
  const group = pill(150, said('H-01', '1.5\u00a0d queue', 'no SLA'));
  const { written, box } = painted(group, zoom);
  const [wait] = written;
  if (!wait) throw new Error('nothing is written');
  expect(wait.colour).toBe('trouble');
  expect(wait.size * zoom).toBeGreaterThanOrEqual(Math.min(9, 24 * zoom) * 0.8);
  // Pills on one lane line have two points between them.
  expect(group.bounds.y - box.y).toBeLessThanOrEqual(1);
  expect(wait.box.x).toBeGreaterThanOrEqual(box.x);
  expect(wait.box.x + wait.box.w).toBeLessThanOrEqual(box.x + box.w);
  expect(wait.box.y).toBeGreaterThanOrEqual(box.y);
  expect(wait.box.y + wait.box.h).toBeLessThanOrEqual(box.y + box.h);
});

it.each<[number, number, string, string]>([
  [0.8, 11, 'Qualify and win', 'Qualify and win'],
  [0.5, 18, 'Qualify and win', 'Qualify and win'],
  [0.25, 26, 'Qualify and win', 'Qualify an…'],
])('at %s the name of a stage is written at %s points', (zoom, size, name, expected) => {
  const head = { x: 0, y: -30, w: 160, h: 30 };
  const { written } = painted(drawn('stage', head, [text(name, 'semiBold', 'secondary')]), zoom);
  expect(written.map((it) => [it.size, it.text])).toEqual([[size, expected]]);
});
