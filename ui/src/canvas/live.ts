// What is painted apart from the still picture while a gesture lasts: the grabbed steps, moved by a
// transform in the same frame as the pointer, and everything the kernel would draw otherwise. Pure.

import type { Group, GroupKey } from '../contract.ts';
import type { Draft } from '../draft.ts';
import { inOrder, keyText, type SceneIndex } from '../geometry/scene_index.ts';

export interface Live {
  group: Group;
  dx: number;
  dy: number;
}

/** A group that the draft touches, whatever it becomes. */
export type Touched = Map<string, GroupKey>;

/** Adds what the draft touches now; a gesture touches more and more, never less. */
export function touch(draft: Draft, scene: SceneIndex, touched: Touched): void {
  const add = (key: GroupKey) => touched.set(keyText(key), key);
  for (const id of draft.picture.grabbed) {
    for (const part of ['step', 'painPoint'] as const) if (scene.get(part, id)) add({ part, id });
  }
  for (const group of draft.drawn?.groups ?? []) if (isPainted(group.key)) add(group.key);
  for (const key of draft.drawn?.removed ?? []) if (isPainted(key)) add(key);
}

/** Heads are painted by themselves, and lanes reach across the canvas anyway. */
function isPainted(key: GroupKey): boolean {
  return key.part !== 'lane' && key.part !== 'laneHead';
}

/** Whether this follows the pointer: a step that is held, or what is pinned to its corner. */
export function isHeld({ part, id }: GroupKey, { picture }: Draft): boolean {
  return picture.grabbed.has(id) && (part === 'step' || part === 'painPoint');
}

/** What a gesture touches, in painting order: what it holds, as it lies on the map, and what else. */
export interface Apart {
  held: Group[];
  rest: Live[];
}

/** The touched groups as they look now, but for how far what is held has gone. */
export function apart(draft: Draft, scene: SceneIndex, touched: Touched): Apart {
  const drawn = new Map((draft.drawn?.groups ?? []).map((group) => [keyText(group.key), group]));
  const removed = new Set((draft.drawn?.removed ?? []).map(keyText));
  const [held, rest]: [Group[], Group[]] = [[], []];
  for (const [text, key] of touched) {
    const still = scene.get(key.part, key.id);
    if (isHeld(key, draft) && still) held.push(still);
    else if (!removed.has(text)) {
      const group = drawn.get(text) ?? still;
      if (group) rest.push(group);
    }
  }
  const unmoved = rest.sort(inOrder).map((group) => ({ group, dx: 0, dy: 0 }));
  return { held: held.sort(inOrder), rest: unmoved };
}

/** Groups as they were seen while a gesture lasted. */
export function asSeen(groups: readonly Group[], draft: Draft): Live[] {
  const drawn = new Map((draft.drawn?.groups ?? []).map((group) => [keyText(group.key), group]));
  const { dx, dy } = draft.picture;
  return groups.map((group) => {
    return isHeld(group.key, draft) ? { group, dx, dy } : { group: drawn.get(keyText(group.key)) ?? group, dx: 0, dy: 0 };
  });
}
