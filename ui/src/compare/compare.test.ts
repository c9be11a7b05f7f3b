// A comparison in words and as a waterfall, and the picture it is painted from.

import { describe, expect, it } from 'vitest';
import type { Clock, Group, Measure, Scene, StateChange, Waterfall } from '../contract.ts';
import { fallPicture, fallRows } from './fall.ts';
import { Picture } from './picture.ts';
import { effectOf, moved, signed, valueSaid, verdict } from './said.ts';

const clock: Clock = { kind: 'business', minutesPerDay: 480 };
const measure = (of: Partial<Measure>): Measure => ({
  of: 'leadTime',
  unit: 'minutes',
  before: 16570,
  after: 6919,
  lessIsBetter: true,
  ...of,
});

describe('figures before and after', () => {
  it.each([
    [measure({}), '− 58 %', 'better'],
    [measure({ after: 20000 }), '+ 21 %', 'worse'],
    [measure({ of: 'handoffs', unit: 'count', before: 9, after: 7 }), '− 2', 'better'],
    [measure({ of: 'expectedHandoffs', unit: 'count', before: 11.2, after: 8.09 }), '− 28 %', 'better'],
    [measure({ unit: 'percent', before: 3.665, after: 38.205, lessIsBetter: false }), '+ 34.5', 'better'],
    [measure({ after: null }), '', 'same'],
    [measure({ after: 16570 }), 'same', 'same'],
    [measure({ before: 0, after: 10 }), '', 'worse'],
  ])('%o', (it, change, says) => {
    expect(moved(it)).toBe(change);
    expect(verdict(it)).toBe(says);
  });

  it('says a value in its unit', () => {
    expect(valueSaid(6919, 'minutes', clock)).toBe('14.4 d');
    expect(valueSaid(734.11, 'personMinutes', clock)).toBe('12.2 h');
    expect(valueSaid(8.0911, 'count', clock)).toBe('8.1');
    expect(valueSaid(null, 'count', clock)).toBe('–');
    expect(signed(-624, 'minutes', clock)).toBe('− 1.3 d');
    expect(signed(40, 'minutes', clock)).toBe('+ 40 min');
    expect(signed(34.54, 'percent', clock)).toBe('+ 34.5 points');
  });

  it('is silent about an effect of nothing', () => {
    const change = { leadTime: 0, expectedLeadTime: -12.5 } as StateChange;
    expect(effectOf(change, 'leadTime')).toBeNull();
    expect(effectOf(change, 'expectedLeadTime')).toBe(-12.5);
  });
});

describe('the waterfall', () => {
  const part = (by: number, change: string | null = 'x') => ({ change, title: `Part ${by}`, records: [], by });
  const fall: Waterfall = {
    of: 'leadTime',
    unit: 'minutes',
    before: 1000,
    after: 400,
    parts: [part(-500), part(-200), part(100, null)],
  };

  it('leads from before to after, each bar from the end of the one above', () => {
    const { marks, height } = fallPicture(fall, clock, 300);
    const boxes = marks.flatMap((it) => (it.is === 'box' ? [it] : []));
    expect(boxes).toHaveLength(5);
    const ends = boxes.map((it) => [Math.round(it.x), Math.round(it.x + it.w)]);
    const at = (minutes: number) => Math.round(2 + (minutes / 1000) * 296);
    expect(ends).toEqual([
      [at(0), at(1000)],
      [at(500), at(1000)],
      [at(300), at(500)],
      [at(300), at(400)],
      [at(0), at(400)],
    ]);
    expect(boxes.map((it) => it.tone)).toEqual(['accent', 'good', 'good', 'trouble', 'accent']);
    expect(height).toBe(5 * 34);
  });

  it('puts the small causes together, and the table names all', () => {
    const parts = Array.from({ length: 14 }, (_, at) => part(-at - 1));
    const many = { ...fall, parts };
    const boxes = fallPicture(many, clock, 300).marks.filter((it) => it.is === 'box');
    expect(boxes).toHaveLength(13);
    expect(fallRows(many, clock)).toHaveLength(17);
  });

  it('has a column that adds up', () => {
    const [, ...rows] = fallRows(fall, clock);
    const numbers = rows.map((row) => Number(row[2]));
    const last = numbers.pop();
    expect(numbers.reduce((sum, it) => sum + it, 0)).toBe(last);
  });
});

describe('a compared picture', () => {
  const paint = { token: 'ink', alpha: 1 } as const;
  const group = (part: Group['key']['part'], id: number): Group => ({
    key: { part, id },
    bounds: { x: id * 10, y: 0, w: 5, h: 5 },
    line: [],
    shapes: [{ as: 'circle', cx: 0, cy: 0, r: 1, fill: paint, stroke: null }],
  });
  const scene: Scene = {
    state: 1,
    bounds: { x: 0, y: 0, w: 100, h: 100 },
    headWidth: 10,
    lanes: [],
    groups: [group('lane', 1), group('step', 2), group('step', 3)],
  };
  const alpha = (picture: Picture, part: Group['key']['part'], id: number) => {
    const shape = picture.scene.get(part, id)?.shapes[0];
    return shape && 'fill' in shape ? shape.fill?.alpha : undefined;
  };

  it('is pale where nothing changed, but for the ground', () => {
    const picture = new Picture(scene, new Set([3]));
    expect(alpha(picture, 'lane', 1)).toBe(1);
    expect(alpha(picture, 'step', 2)).toBeLessThan(0.3);
    expect(alpha(picture, 'step', 3)).toBe(1);
    expect(alpha(new Picture(scene, null), 'step', 2)).toBe(1);
  });

  it('knows where things are, and is another than the one before', () => {
    const [one, two] = [new Picture(scene, null), new Picture(scene, null)];
    expect(one.boundsOf(3)).toEqual({ x: 30, y: 0, w: 5, h: 5 });
    expect(one.boundsOf(9)).toBeNull();
    expect(one.number).not.toBe(two.number);
  });
});
