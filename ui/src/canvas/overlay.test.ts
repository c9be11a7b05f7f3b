// The marks over the map: the frame of a selected lane goes along while the lane is resized.
import { expect, it } from 'vitest';
import { Hands } from '../testing/hands.ts';
import { HEAD, LANE_HEIGHT, laneId } from '../testing/map.ts';
import { paintOverlay } from './overlay.ts';
import { Painter } from './paint.ts';
import type { Colours } from './theme.ts';

/** The rectangles that the overlay traces, rounded outwards to whole points. */
function framed(app: Hands['app']): number[][] {
  const found: number[][] = [];
  const rect = (x: number, y: number, w: number, h: number) =>
    found.push([Math.floor(x), Math.floor(y), Math.ceil(w), Math.ceil(h)]);
  const ignores = () => {};
  const context = new Proxy(
    { rect },
    { get: (held, name) => (name === 'rect' ? held.rect : ignores), set: () => true },
  );
  const colours = new Proxy({}, { get: (_, token) => token }) as Colours;
  const all = { part: app.camera.inSight(), glide: null, isMarked: () => false };
  paintOverlay(new Painter(context as unknown as CanvasRenderingContext2D, colours), app, 1, all);
  return found;
}

it('a selected lane is framed as high as it would be', async () => {
  const { app } = await Hands.on({ lanes: ['Sales', 'Onboarding'] });
  app.view.select([laneId(0)]);
  const before = [-HEAD + 1, 1, HEAD - 3, LANE_HEIGHT - 3];
  expect(framed(app)).toEqual([before]);
  const [first, second] = app.mirror.lanes;
  if (!first || !second) throw new Error('there are two lanes');
  const lanes = [{ ...first, height: 200 }, { ...second, top: 200 }];
  app.draft.drawn = { groups: [], moved: [], removed: [], lanes, bounds: app.mirror.bounds };
  expect(framed(app)).toEqual([[-HEAD + 1, 1, HEAD - 3, 197]]);
});
