// Runs in the peer's page: the same by the events of a mouse, its own interface where those of a
// script do not reach.
(() => {
  const { wheel, event, pan, zoom, drag, end, nextFrame } = window.frames_;
  const [canvas, elements, selection, bus] = ['canvas', 'elementRegistry', 'selection', 'eventBus'].map(
    (it) => modeler.get(it),
  );
  const stage = document.querySelector('#stage');
  const viewport = stage.querySelector('.viewport');
  // Asking for its viewbox would measure the whole drawing again.
  const seen = () => viewport.getAttribute('transform');
  const middle = () => {
    const { left, top, width, height } = stage.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  };
  const on = stage.querySelector('.djs-container');
  // The wheel works while the mouse is over the canvas.
  bus.fire('canvas.mouseover');
  let grip = null;

  window.bench = {
    look: async ({ x, y, k, width, height }) => {
      canvas.viewbox({ x: -x / k, y: -y / k, width: width / k, height: height / k });
      await nextFrame();
    },
    pan: (seconds) => pan(seconds, (dx, dy) => wheel(on, middle(), dx, dy), seen),
    zoom: (seconds, within) =>
      zoom(seconds, (dy) => wheel(on, middle(), 0, dy, true), () => Number(/[\d.]+/.exec(seen())[0]), within),
    press: async (steps) => {
      const shapes = steps.map(({ id }) => elements.get(`step${id}`));
      selection.select(shapes);
      await nextFrame();
      const { left, top } = stage.getBoundingClientRect();
      const { x, y, scale } = canvas.viewbox();
      grip = { x: (steps[0].x - x) * scale + left, y: (steps[0].y - y) * scale + top };
      const hit = (id) => elements.getGraphics(id).querySelector('.djs-hit');
      event(MouseEvent, 'mousedown', hit(shapes[0].id), grip, { button: 0, buttons: 1 });
      // Beyond where a press becomes a drag.
      event(MouseEvent, 'mousemove', document, { x: grip.x + 12, y: grip.y }, { buttons: 1 });
      // The pool takes whatever is dropped on it.
      event(MouseEvent, 'mouseover', hit('pool'), grip, { buttons: 1 });
      await nextFrame();
    },
    drag: (seconds) => {
      const ghost = stage.querySelector('.djs-drag-group');
      if (!ghost) throw new Error('nothing is dragged');
      const move = (to) => event(MouseEvent, 'mousemove', document, to, { buttons: 1 });
      return drag(seconds, grip, move, () => ghost.getAttribute('transform'));
    },
    release: async () => {
      event(MouseEvent, 'mousemove', document, end(grip), { buttons: 1 });
      await nextFrame();
      event(MouseEvent, 'mouseup', document, end(grip), { button: 0 });
      await nextFrame();
      // It takes no click for a moment after a drag.
      await new Promise((done) => setTimeout(done, 600));
    },
    /** Where the steps are. */
    places: () =>
      elements
        .filter((it) => /^step\d+$/.test(it.id))
        .map((it) => [Number(it.id.slice(4)), `${it.x} ${it.y}`]),
  };
})();
