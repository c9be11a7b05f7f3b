// What both peers look at and take hold of, as Baton shows it: the middle of the map.

/** One by itself, and fifty together. */
export const DRAGGED = 51;
/** Room that Baton's lane heads take at the left of its stage, in pixels. */
const HEADS = 110;

/** @returns the map, the view of each peer, and the steps to drag, the nearest to the middle first */
export async function survey(browser, peer, zoom) {
  const map = await peer.map();
  const { bounds } = map;
  const middle = { x: bounds.x + bounds.w / 2, y: bounds.y + bounds.h / 2 };
  await browser.run('await window.bench.look(given[0])', { ...middle, k: zoom });
  const view = await browser.run('return window.bench.view()');
  // Baton looks at a point, the peer at a rectangle; the camera may not go quite there.
  const at = { x: (view.width / 2 - view.x) / view.k, y: (view.height / 2 - view.y) / view.k };
  // By the form of the stage, so that as many as can be are in sight, clear of the lane heads.
  const far = (it) => Math.max(Math.abs(it.x - at.x) / view.width, Math.abs(it.y - at.y) / view.height);
  const clear = (it) => view.x + it.x * view.k > HEADS && far(it) < 0.5 / view.k;
  const steps = map.steps.flatMap((it) => gripOf(it, map.flows)).filter(clear);
  const dragged = steps.toSorted((a, b) => far(a) - far(b)).slice(0, DRAGGED);
  if (dragged.length < DRAGGED) throw new Error(`only ${dragged.length} steps are in sight: zoom out`);
  return { map, views: { Baton: { ...at, k: view.k }, 'bpmn-js': view }, steps: dragged };
}

/** Where a step can be taken hold of: a point of it that no label lies over, if there is one. */
function gripOf({ id, box }, flows) {
  const labels = flows.flatMap((it) => it.label ?? []);
  const parts = [0.5, 0.3, 0.7];
  const points = parts.flatMap((across) =>
    parts.map((down) => ({ id, x: box.x + box.w * across, y: box.y + box.h * down })),
  );
  const under = (at, it) => at.x > it.x && at.x < it.x + it.w && at.y > it.y && at.y < it.y + it.h;
  return points.find((at) => !labels.some((it) => under(at, it))) ?? [];
}
