// Copies on their way out and back: a table for others, the same records for us, and nothing at all
// from what is not ours.
import { beforeEach, expect, it } from 'vitest';
import { Hands } from '../testing/hands.ts';
import { laneId } from '../testing/map.ts';
import { asHtml, fromHtml } from './carry.ts';
import { take, written } from './events.ts';
import { pasting } from './paste.ts';

const PLAN = {
  lanes: ['Sales', 'Onboarding'],
  steps: [
    { id: 101, name: 'Close "deal" & <b>sign</b>', lane: 0, x: 200 },
    { id: 102, name: '=1+1\tx', lane: 1, x: 500 },
    { id: 103, name: 'Alone', lane: 1, x: 800 },
  ],
  connectors: [{ id: 90, from: 101, to: 102, handoff: 100 }],
};

let hands: Hands;
beforeEach(async () => {
  hands = await Hands.on(PLAN);
});
const applied = () => hands.kernel.applied;

it('the text is a table that no sheet takes for a formula', () => {
  const { text } = written(hands.app, new Set([101, 102]));
  expect(text.split('\n').map((line) => line.split('\t'))).toEqual([
    ['Step', 'Team', 'Process time', '%C&A', 'Leads to', 'Wait after'],
    ['Close "deal" & <b>sign</b>', 'Sales', '', '', "'=1+1 x", ''],
    ["'=1+1 x", 'Onboarding', '', '', '', ''],
  ]);
});

it('where it leads is said only of what is copied along, so that the text can be pasted too', () => {
  const { text } = written(hands.app, new Set([101]));
  expect(text.split('\n')[1]?.split('\t')[4]).toBe('');
});

it('the table carries the records, escaped, and they come back as they were', () => {
  const { html } = written(hands.app, new Set([101, 102]));
  expect(html).not.toContain('<b>');
  const copied = fromHtml(`<html><body><!--StartFragment-->${html}<!--EndFragment--></body></html>`);
  const kinds = copied?.records.map((it) => `${it.kind} ${it.id}`);
  expect(kinds).toEqual([
    'step 101',
    'step 102',
    'connector 90',
    'handoff 100',
    `lane ${laneId(0)}`,
    'team 10',
    `lane ${laneId(1)}`,
    'team 11',
  ]);
  expect(copied?.records[0]).toMatchObject({ name: 'Close "deal" & <b>sign</b>' });
});

const step = { kind: 'step', id: 1, state: 3, lane: 20, shape: 'step', name: 'A', place: { x: 1, y: 1 }, systems: [] };
const html = (it: unknown) => asHtml([], it as never);
it.each<[string, string]>([
  ['nothing', ''],
  ['another table', '<table><tr><td>1</td></tr></table>'],
  ['no JSON', '<table data-baton-copy="{nonsense">'],
  ['no records', html({ state: 3, records: [] })],
  ['no state', html({ records: [step] })],
  ['a kind that is never copied', html({ state: 3, records: [{ ...step, kind: 'engagement' }] })],
  ['a kind out of the prototype', html({ state: 3, records: [{ ...step, kind: 'constructor' }] })],
  ['a broken place', html({ state: 3, records: [{ ...step, place: { x: 'a', y: 1 } }] })],
  ['an unknown shape', html({ state: 3, records: [{ ...step, shape: 'star' }] })],
  ['one bad among good', html({ state: 3, records: [step, { kind: 'step', id: 2 }] })],
  ['too much', `<table data-baton-copy="${'x'.repeat(5_000_001)}">`],
])('%s is not ours', (_, found) => {
  expect(fromHtml(found)).toBe(null);
});

it('too much is copied as a table alone', () => {
  const records = Array.from({ length: 60 }, (_, id) => ({ ...step, id, name: 'x'.repeat(90_000) }));
  expect(html({ state: 3, records })).not.toContain('data-');
  expect(fromHtml(html({ state: 3, records: records.slice(0, 5) }))?.records).toHaveLength(5);
});

it('is pasted beside what it is a copy of, and selected', async () => {
  hands.app.hand.at = null;
  await take(hands.app, written(hands.app, new Set([101, 102])));
  expect(applied()).toMatchObject([{ do: 'paste', shift: { x: 468, y: 0 }, lane: null }]);
  expect([...hands.app.view.selection].map((id) => hands.app.mirror.step(id)?.place.x)).toEqual([668, 968]);
});

it('is pasted under the pointer: one team into that lane, several each into their own', () => {
  const copied = (ids: number[]) => fromHtml(written(hands.app, new Set(ids)).html)!;
  hands.app.hand.at = hands.at(600, 90);
  expect(pasting(hands.app, copied([103]))).toMatchObject({ lane: laneId(0), shift: { x: -200, y: 18 } });
  // As far on as to lie on nothing.
  expect(pasting(hands.app, copied([101, 103]))).toMatchObject({ lane: null, shift: { x: 168, y: 0 } });
  // Over the lane heads is not over the map.
  hands.app.hand.at = hands.at(-60, 90);
  expect(pasting(hands.app, copied([103]))).toMatchObject({ lane: null, shift: { x: 168 } });
});

it('on another map it goes to the same place, and lies on nothing that stands there in the lane of the same team', () => {
  const copied = { ...fromHtml(written(hands.app, new Set([101])).html)!, state: 77 };
  // Another state has lanes of its own, of teams that may be called the same.
  const lanes = copied.records.map((it) => (it.kind === 'lane' ? { ...it, id: 900 } : it));
  const records = lanes.map((it) => (it.kind === 'step' ? { ...it, lane: 900 } : it));
  hands.app.hand.at = null;
  expect(pasting(hands.app, { ...copied, records })).toMatchObject({ lane: null, shift: { x: 168, y: 0 } });
  const elsewhere = records.map((it) => (it.kind === 'team' ? { ...it, name: 'Legal' } : it));
  expect(pasting(hands.app, { ...copied, records: elsewhere })).toMatchObject({ shift: { x: 0, y: 0 } });
});

it('text that is not ours becomes a capture line, and nothing in a file that is read only', async () => {
  const heard: (string | undefined)[] = [];
  hands.app.view.openCapture = (text) => void heard.push(text);
  await take(hands.app, { text: 'Sales: call > sign', html: '<b>Sales</b>' });
  await take(hands.app, { text: ' ', html: '' });
  expect(heard).toEqual(['Sales: call > sign']);
  hands.app.mirror.open({ ...hands.kernel.file, readOnly: true });
  await take(hands.app, written(hands.app, new Set([101])));
  expect(applied()).toEqual([]);
});
