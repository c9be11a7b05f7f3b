// The note beside the pointer names a few handoffs and counts the others.
import { expect, it } from 'vitest';
import { Hands } from '../testing/hands.ts';
import { noteOf } from './note.ts';

async function noteWith(made: number, removed: number): Promise<string[]> {
  const { app } = await Hands.on({ lanes: ['Sales', 'Onboarding'] });
  const names = (count: number, of: string) => Array.from({ length: count }, (_, at) => `H-${of}${at}`);
  [app.draft.made, app.draft.removed] = [names(made, '1'), names(removed, '2')];
  const context = { font: '', measureText: (text: string) => ({ width: 6 * text.length }) };
  return noteOf({ context: context as unknown as CanvasRenderingContext2D }, app)?.lines.map((it) => it.text) ?? [];
}

it('all of few handoffs are named', async () => {
  expect(await noteWith(0, 0)).toEqual([]);
  expect(await noteWith(2, 1)).toEqual(['+ H-10', '+ H-11', '− H-20']);
  expect(await noteWith(6, 0)).toHaveLength(6);
});

it('of many some that come and some that go are named, and the others are counted', async () => {
  expect(await noteWith(9, 4)).toEqual(['+ H-10', '+ H-11', '+ H-12', '− H-20', '− H-21', '− H-22', '… + 6, − 1 more']);
  expect(await noteWith(1, 8)).toEqual(['+ H-10', '− H-20', '− H-21', '− H-22', '− H-23', '− H-24', '… − 3 more']);
  expect(await noteWith(7, 0)).toEqual(['+ H-10', '+ H-11', '+ H-12', '+ H-13', '+ H-14', '+ H-15', '… + 1 more']);
});
