// The marks over the map: they are where a gesture would have what they mark.
import { expect, it } from 'vitest';
import { Hands } from '../testing/hands.ts';
import { HEAD, LANE_HEIGHT, laneId } from '../testing/map.ts';
import { paintOverlay } from './overlay.ts';
import { Painter } from './paint.ts';
import type { Colours } from './theme.ts';

/** What of these forms the overlay traces, each with its numbers rounded outwards to whole points. */
function traced(app: Hands['app'], form: 'rect' | 'roundRect' | 'lineTo'): number[][] {
  const found: number[][] = [];
  const trace = (x: number, y: number, w = 0, h = 0) =>
    found.push([Math.floor(x), Math.floor(y), Math.ceil(w), Math.ceil(h)]);
  const ignores = () => {};
  const context = new Proxy({}, { get: (_, name) => (name === form ? trace : ignores), set: () => true });
  const colours = new Proxy({}, { get: (_, token) => token }) as Colours;
  const all = { part: app.camera.inSight(), glide: null, isMarked: () => false };
  paintOverlay(new Painter(context as unknown as CanvasRenderingContext2D, colours), app, 1, all);
  return found;
}

it('a selected lane is framed as high as it would be', async () => {
  const { app } = await Hands.on({ lanes: ['Sales', 'Onboarding'] });
  app.view.select([laneId(0)]);
  const before = [-HEAD + 1, 1, HEAD - 3, LANE_HEIGHT - 3];
  expect(traced(app, 'rect')).toEqual([before]);
  const [first, second] = app.mirror.lanes;
  if (!first || !second) throw new Error('there are two lanes');
  const lanes = [{ ...first, height: 200 }, { ...second, top: 200 }];
  app.draft.drawn = { groups: [], moved: [], removed: [], lanes, bounds: app.mirror.bounds };
  expect(traced(app, 'rect')).toEqual([[-HEAD + 1, 1, HEAD - 3, 197]]);
});

it('of a handoff that would vanish nothing is marked where it was', async () => {
  const steps = [{ id: 101, name: 'Close', lane: 0, x: 200 }, { id: 102, name: 'Greet', lane: 1, x: 400 }];
  const connectors = [{ id: 90, from: 101, to: 102, handoff: 106 }];
  const { app } = await Hands.on({ lanes: ['Sales', 'Onboarding'], steps, connectors });
  app.view.select([90]);
  const forms = ['lineTo', 'roundRect'] as const;
  expect(forms.map((it) => traced(app, it).length > 0)).toEqual([true, true]);
  const removed = [{ part: 'crossing', id: 90 }, { part: 'handoff', id: 106 }] as const;
  const within = app.mirror.scene.get('crossing', 90);
  if (!within) throw new Error('the map has it');
  app.draft.show({ grabbed: new Set([102]) });
  app.draft.drawn = { groups: [], moved: [], removed: [...removed], lanes: null, bounds: app.mirror.bounds };
  expect(forms.map((it) => traced(app, it))).toEqual([[], []]);
  const line = { ...within, key: { part: 'connector', id: 90 } as const, line: [[7, 8], [9, 8]] as [number, number][] };
  app.draft.drawn = { ...app.draft.drawn, groups: [line] };
  expect(traced(app, 'lineTo')).toEqual([[9, 8, 0, 0]]);
});
