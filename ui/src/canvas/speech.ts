// The map for ears, keys and tests: one focusable, named element for each visible step, connector
// and handoff, lying where the thing is drawn, moved with the camera by one transform.

import type { App } from '../app.ts';
import type { Group, Rect, RecordId } from '../contract.ts';
import { lengthOf, pointAt } from '../geometry/along.ts';
import { bodyOf } from '../geometry/hit.ts';
import { keyText } from '../geometry/scene_index.ts';
import { words } from '../words.ts';
import { spokenGroup } from './spoken.ts';

/** Elements a little outside the canvas exist too, so that Tab and walking reach them. */
const MARGIN_PX = 240;
/** The layer follows the map when it has come to rest for so long. */
const REST_MS = 60;

/** How large the place of a line is, in points of the scene. */
const LINE_BOX = 16;

/** The keys that mean something on each part. */
const KEYS: Partial<Record<Group['key']['part'], string>> = {
  step: 'F2 Delete Alt+ArrowRight Alt+ArrowLeft',
  connector: 'F2 Alt+W Delete Alt+ArrowRight Alt+ArrowLeft',
  crossing: 'F2 Alt+W Delete Alt+ArrowRight Alt+ArrowLeft',
  handoff: 'F2 Alt+W Alt+P Delete Alt+ArrowRight Alt+ArrowLeft',
  laneHead: 'F2 Delete',
  stage: 'F2 Delete',
};

export class Speech {
  #app: App;
  #layer: HTMLElement;
  /** What stays at the left edge of the stage: lane heads. */
  #edge: HTMLElement;
  #edgeWidth = '';
  #elements = new Map<string, { element: HTMLElement; group: Group }>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waiting: (() => void) | null = null;
  #overs: (() => void)[];
  /** The selection that the focus has followed. */
  #followed: ReadonlySet<RecordId> | null = null;
  /** What was done last was done by key. */
  #byKey = false;

  constructor(stage: HTMLElement, app: App) {
    this.#app = app;
    this.#layer = document.createElement('div');
    this.#layer.className = 'speech';
    this.#layer.setAttribute('role', 'group');
    this.#layer.tabIndex = -1;
    this.#layer.setAttribute('aria-description', words.mapHint);
    this.#edge = document.createElement('div');
    this.#edge.className = 'edge';
    this.#layer.append(this.#edge);
    stage.append(this.#layer);
    this.#layer.addEventListener('focusin', (event) => this.#focused(event.target));
    for (const name of ['focus', 'blur']) this.#layer.addEventListener(name, () => this.#mark());
    stage.addEventListener('focusselected', () => this.focusSelected());
    const later = () => this.#later();
    this.#overs = [
      app.mirror.subscribe(later),
      app.camera.subscribe(() => {
        if (this.#ringed) this.#follow();
        later();
      }),
      app.view.subscribe(() => {
        this.#mark();
        this.#keepFocus();
      }),
      keyed((byKey) => {
        this.#byKey = byKey;
        // Whoever points sees what is selected; the ring is for those who go on by key.
        this.#layer.classList.toggle('pointed', !byKey);
      }),
    ];
    this.#follow();
    later();
    // Who comes back to the map goes on where he was.
    if (app.view.selection.size > 0 && document.activeElement === document.body) this.focusSelected();
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#waiting?.();
    this.#overs.forEach((over) => over());
    this.#layer.remove();
  }

  /** Puts the focus on what is selected. */
  focusSelected(): void {
    this.#update();
    const { selection } = this.#app.view;
    const held = [...this.#elements.values()].find(({ group }) => selection.has(group.key.id));
    (held?.element ?? this.#layer).focus({ preventScroll: true });
  }

  /** Whether the ring of the keyboard is seen on one of the elements. */
  get #ringed(): boolean {
    const here = document.activeElement;
    return !this.#layer.classList.contains('pointed') && here !== this.#layer && this.#layer.contains(here);
  }

  /**
   * The layer lies where the map does. While nobody sees anything of it that can wait until the map
   * rests: to move a hundred elements costs a browser more than to copy the map.
   */
  #follow(): void {
    const { x, y, k, head } = this.#app.camera;
    this.#layer.style.transform = `translate(${x}px, ${y}px) scale(${k})`;
    this.#edge.style.transform = `translateX(${-x / k}px)`;
    // Not with every frame of a pan: the browser would lay the heads out anew.
    const width = `${head / k}px`;
    if (width === this.#edgeWidth) return;
    this.#edgeWidth = width;
    this.#edge.style.width = width;
  }

  #later(): void {
    this.#waiting ??= this.#app.kernel.busy.begin();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#update(), REST_MS);
  }

  #update(): void {
    clearTimeout(this.#timer);
    this.#follow();
    const { mirror, camera } = this.#app;
    this.#layer.setAttribute('aria-label', words.mapLabel(mirror.shown?.name ?? ''));
    const wanted = new Map<string, Group>();
    for (const group of mirror.scene.query(camera.inSight(MARGIN_PX))) {
      if (KEYS[group.key.part]) wanted.set(keyText(group.key), group);
    }
    // Heads stay at the left edge, wherever the map has been moved.
    const sight = camera.inSight(MARGIN_PX);
    for (const { lane, top, height } of mirror.lanes) {
      const head = mirror.scene.get('laneHead', lane);
      const seen = top < sight.y + sight.h && top + height > sight.y;
      if (head && seen) wanted.set(keyText(head.key), head);
    }
    for (const [key, { element, group }] of this.#elements) {
      const focused = element === document.activeElement;
      // What has the focus stays, or the keyboard would fall out of the map.
      const stays = focused && mirror.scene.get(group.key.part, group.key.id) !== undefined;
      if (wanted.has(key) || stays) continue;
      element.remove();
      this.#elements.delete(key);
      if (focused) this.#layer.focus({ preventScroll: true });
    }
    for (const [key, group] of wanted) this.#show(key, group);
    this.#mark();
    this.#waiting?.();
    this.#waiting = null;
  }

  #show(key: string, group: Group): void {
    const name = spokenGroup(this.#app.mirror, group);
    if (name === null) return;
    let held = this.#elements.get(key);
    if (!held) {
      const element = document.createElement('div');
      element.setAttribute('role', 'button');
      element.setAttribute('aria-keyshortcuts', KEYS[group.key.part] ?? '');
      // The stage is another thing in the stylesheet: where all of this is shown.
      const { part } = group.key;
      element.className = `spoken ${part === 'stage' ? 'stageHead' : part}`;
      element.tabIndex = -1;
      (part === 'laneHead' ? this.#edge : this.#layer).append(element);
      held = { element, group };
      this.#elements.set(key, held);
    }
    held.group = group;
    if (held.element.getAttribute('aria-label') !== name) held.element.setAttribute('aria-label', name);
    const { x, y, w, h } = isLine(group) ? onLine(group) : bodyOf(group);
    const { style } = held.element;
    style.top = `${y}px`;
    style.height = `${h}px`;
    if (group.key.part === 'laneHead') return;
    style.left = `${x}px`;
    style.width = `${w}px`;
  }

  /** Says what is selected, and lets Tab come in at one place. */
  #mark(): void {
    const { selection } = this.#app.view;
    let entry: HTMLElement | undefined;
    for (const { element, group } of this.#elements.values()) {
      const selected = selection.has(group.key.id);
      element.setAttribute('aria-pressed', String(selected));
      element.tabIndex = -1;
      if (selected || (entry === undefined && group.key.part === 'step')) entry = element;
    }
    // From the map itself Tab goes on to what comes after it, not into the map again.
    if (entry) entry.tabIndex = document.activeElement === this.#layer ? -1 : 0;
  }

  /** While the keyboard is on the map, the focus is on what is selected: what is lit is what it acts on. */
  #keepFocus(): void {
    const { view, hand } = this.#app;
    const { selection, editing } = view;
    // A pointer that presses or draws goes on with what it has; the focus follows when it lets go.
    if (selection === this.#followed || hand.busy) return;
    this.#followed = selection;
    const here = document.activeElement;
    const focused = [...this.#elements.values()].find(({ element }) => element === here);
    const onMap = focused !== undefined || here === this.#layer;
    if (!onMap || editing !== null || (focused && selection.has(focused.group.key.id))) return;
    if (selection.size > 0) this.focusSelected();
    else if (focused) this.#layer.focus({ preventScroll: true });
  }

  /** The selection follows the focus. */
  #focused(target: EventTarget | null): void {
    const held = [...this.#elements.values()].find(({ element }) => element === target);
    if (!held) return;
    const id: RecordId = held.group.key.id;
    const { view, camera } = this.#app;
    if (!view.selection.has(id)) view.select([id]);
    // Whoever came by key wants to see it; whoever clicked has seen it.
    const byKey = this.#byKey && held.element.matches(':focus-visible');
    if (byKey && held.group.key.part !== 'laneHead') camera.reveal(held.group.bounds);
  }
}

/** Tells whether a key was pressed last, or a pointer. */
function keyed(tell: (byKey: boolean) => void): () => void {
  const [key, pointer] = [() => tell(true), () => tell(false)];
  window.addEventListener('keydown', key, true);
  window.addEventListener('pointerdown', pointer, true);
  return () => {
    window.removeEventListener('keydown', key, true);
    window.removeEventListener('pointerdown', pointer, true);
  };
}

function isLine({ key, line }: Group): boolean {
  return (key.part === 'connector' || key.part === 'crossing') && line.length > 1;
}

/** A place on a line that says where the keyboard is: a box round all of it would lie over other things. */
function onLine({ line }: Group): Rect {
  const { x, y } = pointAt(line, lengthOf(line) / 2);
  return { x: x - LINE_BOX / 2, y: y - LINE_BOX / 2, w: LINE_BOX, h: LINE_BOX };
}
