// Runs in Baton's page: what the bench does there, by the events of a mouse.
(() => {
  const { wheel, event, pan, zoom, drag, end, nextFrame } = window.frames_;
  const stage = document.querySelector('.stage');
  const canvas = stage.querySelector('canvas');
  const camera = () => window.batonTest.camera();
  const seen = () => {
    const { x, y, k } = camera();
    return `${x} ${y} ${k}`;
  };
  const middle = () => {
    const { left, top, width, height } = stage.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  };
  const pointer = (name, at, shiftKey = false) =>
    event(PointerEvent, name, canvas, at, {
      pointerId: 1,
      pointerType: 'mouse',
      isPrimary: true,
      shiftKey,
      button: name === 'pointermove' ? -1 : 0,
      buttons: name === 'pointerup' ? 0 : 1,
    });
  let [grip, moves] = [null, 0];

  window.bench = {
    /** The stage, and what of the scene it shows. */
    view: () => {
      const { width, height } = stage.getBoundingClientRect();
      const { x, y, k } = camera();
      return { width, height, x, y, k };
    },
    /** Looks at a point of the scene, as far as the camera goes there. */
    look: async ({ x, y, k }) => {
      wheel(canvas, middle(), 0, Math.log(camera().k / k) / 0.002, true);
      const at = window.batonTest.toClient(x, y);
      const to = middle();
      wheel(canvas, to, at.x - to.x, at.y - to.y);
      await window.batonTest.idle();
      await nextFrame();
    },
    pan: (seconds) => pan(seconds, (dx, dy) => wheel(canvas, middle(), dx, dy), seen),
    zoom: (seconds, within) =>
      zoom(seconds, (dy) => wheel(canvas, middle(), 0, dy, true), () => camera().k, within),
    /** Selects steps and presses on the first; points are of the scene. */
    press: async (steps) => {
      const points = steps.map(({ x, y }) => window.batonTest.toClient(x, y));
      for (const [index, point] of points.entries()) {
        pointer('pointerdown', point, index > 0);
        pointer('pointerup', point, index > 0);
      }
      await window.batonTest.idle();
      await nextFrame();
      grip = points[0];
      pointer('pointerdown', grip);
    },
    // Whether it follows shows when it is let go: a canvas has nothing to look up.
    drag: (seconds) =>
      drag(
        seconds,
        grip,
        (to) => {
          moves += 1;
          pointer('pointermove', to);
        },
        () => String(moves),
      ),
    release: async () => {
      pointer('pointermove', end(grip));
      await nextFrame();
      pointer('pointerup', end(grip));
      await nextFrame();
      await window.batonTest.idle();
    },
  };
})();
