// Runs in the page of either peer, before the peer's own script: one act in each animation frame,
// and whether it changed anything. The paths are the same for both, counted in frames.
(() => {
  const nextFrame = () => new Promise((done) => requestAnimationFrame(() => done(performance.now())));
  /** So few frames tell nothing. */
  const LEAST = 5;
  /** What one frame pans, in pixels, and after how many it turns round. */
  const PAN = { x: 40, y: 10, turn: 24 };
  /** One notch of the wheel: the step in which the peer zooms, e to the power of this times 0.002. */
  const NOTCH = 75;
  /** How far a drag swings, in pixels, and where it ends: clear of the next step. */
  const SWING = { x: 160, y: 60 };
  const END = { x: 24, y: 6 };

  /** @returns {Promise<{ times: number[], changed: number }>} from frame to frame, in milliseconds */
  const frames = async (seconds, act) => {
    const times = [];
    let changed = 0;
    let before = await nextFrame();
    const since = before;
    while (before - since < seconds * 1000 || times.length < LEAST) {
      if (act()) changed += 1;
      const now = await nextFrame();
      times.push(now - before);
      before = now;
    }
    return { times, changed };
  };

  const mouse = { bubbles: true, cancelable: true, view: window };

  window.frames_ = {
    nextFrame,
    /** A turn of the wheel at a point. */
    wheel: (on, { x, y }, deltaX, deltaY, ctrlKey = false) =>
      on.dispatchEvent(
        new WheelEvent('wheel', { ...mouse, clientX: x, clientY: y, deltaX, deltaY, ctrlKey }),
      ),
    event: (Kind, name, on, { x, y }, more = {}) =>
      on.dispatchEvent(new Kind(name, { ...mouse, clientX: x, clientY: y, ...more })),

    /** `wheel(dx, dy)` pans; `camera()` is a text that changes with what is seen. */
    pan: (seconds, wheel, camera) => {
      let [right, down, gone, before] = [PAN.x, PAN.y, 0, camera()];
      return frames(seconds, () => {
        wheel(right, down);
        const now = camera();
        const changed = now !== before;
        before = now;
        gone += 1;
        if (!changed || gone === PAN.turn) [right, down, gone] = [-right, -down, 0];
        return changed;
      });
    },
    /** `wheel(dy)` zooms about the middle; `zoom()` is how far. */
    zoom: (seconds, wheel, zoom, { least, most }) => {
      let [by, before] = [NOTCH, zoom()];
      return frames(seconds, () => {
        wheel(by);
        const now = zoom();
        const changed = now !== before;
        before = now;
        if (now < least * 1.08) by = -NOTCH;
        if (now > most / 1.08) by = NOTCH;
        return changed;
      });
    },
    /** `move(point)` drags; `shown()` is a text that changes with what is dragged. */
    drag: (seconds, from, move, shown) => {
      let [swung, before] = [0, shown()];
      return frames(seconds, () => {
        swung += 1;
        move({ x: from.x + SWING.x * Math.sin(swung / 15), y: from.y + SWING.y * Math.sin(swung / 11) });
        const now = shown();
        const changed = now !== before;
        before = now;
        return changed;
      });
    },
    end: (from) => ({ x: from.x + END.x, y: from.y + END.y }),
  };
})();
