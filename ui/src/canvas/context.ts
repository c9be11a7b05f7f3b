// The drawing context of a canvas. In WebKitGTK it draws on the processor: its frames came a third
// faster so where the graphics driver is software, and the canvas is copied whole anyway.

export function drawsOnProcessor(): boolean {
  const { userAgent } = navigator;
  return userAgent.includes('Linux') && !userAgent.includes('Chrome');
}

export function opaqueContext(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  return contextOf(canvas, false);
}

/** One through which what lies under it is seen where nothing is painted. */
export function clearContext(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  return contextOf(canvas, true);
}

function contextOf(canvas: HTMLCanvasElement, alpha: boolean): CanvasRenderingContext2D {
  const context = canvas.getContext('2d', { alpha, willReadFrequently: drawsOnProcessor() });
  if (!context) throw new Error('This system cannot paint.');
  return context;
}
