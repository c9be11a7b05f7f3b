// The groups of a scene, by key and by where they lie. Finding what is in sight or under the
// pointer costs the same on a map of twenty steps as on one of two thousand.

import type { Group, GroupKey, Part, Rect, RecordId } from '../contract.ts';
import { PARTS } from './parts.ts';
import { overlaps } from './rect.ts';

const RANK = new Map(PARTS.map((part, rank) => [part, rank]));
const CELL = 400;

/** A key as text, to find groups by. */
export const keyOf = (part: Part, id: RecordId): string => `${part}:${id}`;
export const keyText = (key: GroupKey): string => keyOf(key.part, key.id);

/** Painting order of two groups. */
export function inOrder(a: Group, b: Group): number {
  return (RANK.get(a.key.part) ?? 0) - (RANK.get(b.key.part) ?? 0) || a.key.id - b.key.id;
}

/** What can be asked what lies where. */
export interface Queried {
  /** The groups that reach into a rectangle, in painting order. */
  query(rect: Rect): Group[];
}

export class SceneIndex implements Queried {
  #groups = new Map<string, Group>();
  #cells = new Map<string, Set<Group>>();

  get size(): number {
    return this.#groups.size;
  }

  get(part: Part, id: RecordId): Group | undefined {
    return this.#groups.get(keyOf(part, id));
  }

  all(): Iterable<Group> {
    return this.#groups.values();
  }

  clear(): void {
    this.#groups.clear();
    this.#cells.clear();
  }

  put(group: Group): void {
    this.remove(group.key);
    this.#groups.set(keyText(group.key), group);
    for (const cell of cells(group.bounds)) {
      const held = this.#cells.get(cell);
      if (held) held.add(group);
      else this.#cells.set(cell, new Set([group]));
    }
  }

  remove(key: GroupKey): void {
    const old = this.#groups.get(keyText(key));
    if (!old) return;
    this.#groups.delete(keyText(key));
    for (const cell of cells(old.bounds)) this.#cells.get(cell)?.delete(old);
  }

  /**
   * The same scene with some groups drawn otherwise and some gone: a view of this one, made afresh
   * with every move of a gesture, so that nothing is copied.
   */
  with(groups: readonly Group[], removed: readonly GroupKey[]): Queried {
    const otherwise = new Set([...removed, ...groups.map((group) => group.key)].map(keyText));
    return {
      query: (rect) => {
        const still = this.query(rect).filter((group) => !otherwise.has(keyText(group.key)));
        const drawn = groups.filter((group) => overlaps(group.bounds, rect));
        return [...still, ...drawn].sort(inOrder);
      },
    };
  }

  query(rect: Rect): Group[] {
    const found = new Set<Group>();
    for (const cell of cells(rect)) {
      for (const group of this.#cells.get(cell) ?? []) {
        if (overlaps(group.bounds, rect)) found.add(group);
      }
    }
    return [...found].sort(inOrder);
  }
}

function* cells(rect: Rect): Iterable<string> {
  const [left, top] = [Math.floor(rect.x / CELL), Math.floor(rect.y / CELL)];
  const [east, south] = [Math.floor((rect.x + rect.w) / CELL), Math.floor((rect.y + rect.h) / CELL)];
  for (let x = left; x <= east; x += 1) for (let y = top; y <= south; y += 1) yield `${x},${y}`;
}
