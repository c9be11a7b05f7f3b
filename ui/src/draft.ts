// What a gesture shows while it lasts: shapes that follow the pointer, shapes as the kernel would
// draw them, and the small marks beside them. Never stored, never decides; Escape drops it.

import type { Drawn, Group, LaneId, Place, Preview, Rect, RecordId, StepId, StepKind } from './contract.ts';
import type { Point } from './geometry/rect.ts';
import { keyText } from './geometry/scene_index.ts';
import type { Guide } from './geometry/snap.ts';
import { Subject } from './subject.ts';
import { words } from './words.ts';

/** A step that is not there yet. */
export interface Ghost {
  shape: StepKind;
  box: Rect;
}

/** A copy on its way: what it is a copy of, and where it would stand. */
export interface Copied {
  group: Group;
  box: Rect;
}

/** A step's place, and the box it fills there. */
export interface Landing {
  shape: StepKind;
  lane: LaneId;
  place: Place;
  size: { w: number; h: number };
}

/** A question that a gesture asks before it ends. */
export interface Choice {
  /** Beside this point of the canvas. */
  at: Point;
  pick: (shape: StepKind) => void;
}

export interface Picture {
  /** Steps that follow the pointer by a transform. */
  grabbed: ReadonlySet<StepId>;
  dx: number;
  dy: number;
  /** Where they would stand when let go. */
  landing: readonly Landing[];
  /** The lane a step would fall into. */
  lit: LaneId | null;
  ghost: Ghost | null;
  /** Copies on their way. */
  copies: readonly Copied[];
  /** A line from a step to the pointer. */
  wire: { from: Point; to: Point } | null;
  /** The step a line would lead to. */
  target: RecordId | null;
  marquee: Rect | null;
  guides: readonly Guide[];
  /** A lane head on its way, and the line it would go before. */
  lane: { id: LaneId; dy: number; slot: number } | null;
  /** What arrives at the end of a new line is being chosen. */
  choice: Choice | null;
}

/** What a gesture shows that shows nothing. */
export const NOTHING: Picture = {
  grabbed: new Set(),
  dx: 0,
  dy: 0,
  landing: [],
  lit: null,
  ghost: null,
  copies: [],
  wire: null,
  target: null,
  marquee: null,
  guides: [],
  lane: null,
  choice: null,
};

export class Draft extends Subject {
  picture: Picture = NOTHING;
  /** As the kernel would draw it. */
  drawn: Drawn | null = null;
  /** Why it may not be. */
  refusal: string | null = null;
  made: readonly string[] = [];
  removed: readonly string[] = [];
  /** The pointer on the canvas, for the note beside it. */
  pointer: Point = { x: 0, y: 0 };

  get active(): boolean {
    return this.picture !== NOTHING || this.drawn !== null || this.refusal !== null;
  }

  show(picture: Partial<Picture>, pointer?: Point): void {
    this.picture = { ...this.picture, ...picture };
    if (pointer) this.pointer = pointer;
    this.changed();
  }

  /** The kernel's answer to the gesture as it is. */
  answer(preview: Preview): void {
    const { refusal } = preview;
    this.refusal = refusal && words.refusal(refusal.code, refusal.message);
    this.drawn = preview.refusal || !preview.drawn ? null : asKnown(preview.drawn, this.drawn);
    this.made = preview.handoffsMade;
    this.removed = preview.handoffsRemoved;
    this.changed();
  }

  /** It may not be, as the view itself knows. */
  refuse(sentence: string, pointer: Point): void {
    this.pointer = pointer;
    this.refusal = sentence;
    this.changed();
  }

  /** Nothing would change as it is now. */
  unanswer(): void {
    this.refusal = null;
    this.drawn = null;
    this.made = [];
    this.removed = [];
    this.changed();
  }

  clear(): void {
    if (!this.active) return;
    this.picture = NOTHING;
    this.unanswer();
  }
}

/** The same, with every group that is as it was before for the one that was: it need not be painted again. */
function asKnown(drawn: Drawn, before: Drawn | null): Drawn {
  if (!before) return drawn;
  const known = new Map(before.groups.map((group) => [keyText(group.key), group]));
  const groups = drawn.groups.map((group) => {
    const old = known.get(keyText(group.key));
    return old && isSame(old, group) ? old : group;
  });
  return { ...drawn, groups };
}

/** Whether two plain values hold the same. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [Object.entries(a), b as Record<string, unknown>];
  if (left.length !== Object.keys(b).length) return false;
  return left.every(([name, value]) => name in right && isSame(value, right[name]));
}
