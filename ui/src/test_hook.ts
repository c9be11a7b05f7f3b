// What journeys take hold of where the page itself shows nothing to wait for: where the scene lies
// on the screen, and when nothing is under way. There only for a page that is driven or asks for it.

import type { App } from './app.ts';
import type { Group } from './contract.ts';
import { inOrder } from './geometry/scene_index.ts';

export interface TestHook {
  /** Zoom and offset: client = scene * k + (left + x, top + y). */
  camera(): { x: number; y: number; k: number; left: number; top: number };
  toClient(x: number, y: number): { x: number; y: number };
  /** Resolves when no request, preview or paint is under way. */
  idle(): Promise<void>;
  /** All that the view has of the map, in painting order. */
  drawn(): readonly Group[];
  /** What something beside the map speaks of, and is marked. */
  pointedOut(): readonly number[];
}

declare global {
  interface Window {
    batonTest?: TestHook;
  }
}

export function hookUp(app: App): void {
  if (!navigator.webdriver && !new URLSearchParams(location.search).has('test')) return;
  const corner = () => document.querySelector('.stage')?.getBoundingClientRect();
  window.batonTest = {
    camera: () => {
      const { left = 0, top = 0 } = corner() ?? {};
      return { ...app.camera.position, left, top };
    },
    toClient: (x, y) => {
      const { left = 0, top = 0 } = corner() ?? {};
      const at = app.camera.toClient({ x, y });
      return { x: at.x + left, y: at.y + top };
    },
    idle: () => app.kernel.busy.idle(),
    drawn: () => [...app.mirror.scene.all()].sort(inOrder),
    pointedOut: () => app.view.pointedOut,
  };
}
