// Numbers that can be turned to see what would follow: a wait, how long a step takes, how often it is
// right, the people of a team, how much arrives. Nothing here touches the document. Pure.

import { calledBy } from '../canvas/spoken.ts';
import type { Command, Estimate, RecordId } from '../contract.ts';
import { MOST_MINUTES, readCount, readDuration, readPercent, type Read } from '../duration.ts';
import { exactDuration, exactPercent } from '../format.ts';
import type { Mirror } from '../mirror.ts';
import { words } from '../words.ts';

export type KnobKind = 'wait' | 'time' | 'quality' | 'people' | 'volume';
export const KINDS: readonly KnobKind[] = ['wait', 'time', 'quality', 'people', 'volume'];

/** What is typed is read again, so thousands are not set apart. */
const thousandths = new Intl.NumberFormat(words.locale, { maximumFractionDigits: 3, useGrouping: false });
/** Items in 1,000 days. */
const MOST_VOLUME = 4_000_000_000;

/** One number, and what it is turned to: minutes, ten-thousandths, people, items in 1,000 days. */
export interface Knob {
  kind: KnobKind;
  id: RecordId;
  value: number;
}

/** A number that could be turned, with what it is now. */
export interface Turnable extends Knob {
  name: string;
}

const stepName = (mirror: Mirror, id: RecordId) => mirror.step(id)?.name || words.unnamed;

/** Everything of a kind that has a value on the map, in the order of the map. */
export function turnables(mirror: Mirror, kind: KnobKind): Turnable[] {
  const steps = [...mirror.steps].sort((a, b) => a.place.x - b.place.x || a.id - b.id);
  switch (kind) {
    case 'wait':
      return steps
        .flatMap((step) => mirror.connectorsAt(step.id).filter((it) => it.from === step.id))
        .flatMap((it) => (it.wait ? [{ kind, id: it.id, value: it.wait.usual, name: calledBy(mirror, it) }] : []));
    case 'time':
      return steps.flatMap((it) => {
        const estimate = it.span ?? it.processTime;
        return estimate ? [{ kind, id: it.id, value: estimate.usual, name: stepName(mirror, it.id) }] : [];
      });
    case 'quality':
      return steps.flatMap((it) =>
        it.completeAccurate
          ? [{ kind, id: it.id, value: it.completeAccurate.usual, name: stepName(mirror, it.id) }]
          : [],
      );
    case 'people':
      return mirror.lanes.flatMap(({ team }) => {
        const it = mirror.team(team);
        return it?.headcount ? [{ kind, id: it.id, value: it.headcount, name: it.name || words.unnamed }] : [];
      });
    case 'volume': {
      const { process } = mirror;
      const volume = process?.volumePerThousandDays;
      return process && volume ? [{ kind, id: process.id, value: volume, name: process.name || words.unnamed }] : [];
    }
  }
}

/** The same number as it is now; nothing once it is gone. */
export const now = (mirror: Mirror, knob: Knob): Turnable | undefined =>
  turnables(mirror, knob.kind).find((it) => it.id === knob.id);

/** From where to where it can be dragged, and by how much; what is typed may go further. */
export function rangeOf({ kind, value }: Knob): { min: number; max: number; step: number } {
  switch (kind) {
    case 'wait':
    case 'time': {
      const step = value >= 2400 ? 60 : value >= 480 ? 30 : value >= 60 ? 5 : 1;
      return { min: 0, max: Math.max(Math.ceil((value * 2) / step) * step, 60), step };
    }
    case 'quality':
      return { min: 0, max: 10_000, step: 100 };
    case 'people':
      return { min: 1, max: value * 2 + 2, step: 1 };
    case 'volume': {
      const step = Math.max(1, Math.round(value / 20));
      return { min: step, max: step * 60, step };
    }
  }
}

export function written(mirror: Mirror, { kind, value }: Knob): string {
  switch (kind) {
    case 'wait':
    case 'time':
      return exactDuration(value, mirror.clock);
    case 'quality':
      return exactPercent(value);
    case 'people':
      return String(value);
    case 'volume':
      return thousandths.format(value / 1000);
  }
}

export function read(mirror: Mirror, kind: KnobKind, text: string): Read<number> {
  switch (kind) {
    case 'wait':
    case 'time':
      return readDuration(text, mirror.clock);
    case 'quality':
      return readPercent(text);
    case 'people':
      return readCount(text, 1, 10_000);
    case 'volume': {
      const plain = /^\d+(?:[.,]\d+)?$/.test(text.trim());
      const value = plain ? Math.round(Number(text.trim().replace(',', '.')) * 1000) : 0;
      return value > 0 && value <= MOST_VOLUME ? { value } : { problem: 'noNumber' };
    }
  }
}

/** The range goes along in proportion, so that it spreads as it did. */
function turned(estimate: Estimate<number> | null, value: number, most: number): Estimate<number> {
  const before = estimate ?? { usual: value, best: null, worst: null, confidence: 'guessed', sample: null, saidBy: '' };
  const scaled = (it: number | null, least: number) => {
    if (it === null) return null;
    const moved = before.usual > 0 ? Math.round((it / before.usual) * value) : it;
    return Math.min(most, Math.max(least, moved));
  };
  const best = scaled(before.best, 0);
  return { ...before, usual: value, best: best === null ? null : Math.min(best, value), worst: scaled(before.worst, value) };
}

/** The edit that would make it so. */
export function commandOf(mirror: Mirror, { kind, id, value }: Knob): Command[] {
  switch (kind) {
    case 'wait': {
      const wait = mirror.find('connector', id)?.wait ?? null;
      return [{ do: 'editConnector', connector: id, edit: { field: 'wait', value: turned(wait, value, MOST_MINUTES) } }];
    }
    case 'time': {
      const step = mirror.step(id);
      if (!step) return [];
      const field = step.span ? 'span' : 'processTime';
      const edit = { field, value: turned(step[field], value, MOST_MINUTES) } as const;
      // A step takes at least as long as it is worked on.
      const work = step.span && step.processTime && step.processTime.usual > value ? step.processTime : null;
      const less = { field: 'processTime', value: turned(work, value, MOST_MINUTES) } as const;
      return [
        ...(work ? [{ do: 'editStep', step: id, edit: less } as const] : []),
        { do: 'editStep', step: id, edit },
      ];
    }
    case 'quality': {
      const right = mirror.step(id)?.completeAccurate ?? null;
      const edit = { field: 'completeAccurate', value: turned(right, value, 10_000) } as const;
      return [{ do: 'editStep', step: id, edit }];
    }
    case 'people':
      return [{ do: 'editTeam', team: id, edit: { field: 'headcount', value } }];
    case 'volume':
      return [{ do: 'editProcess', process: id, edit: { field: 'volumePerThousandDays', value } }];
  }
}

/** People and volume are the same in every state. */
export const isOfAllStates = (command: Command): boolean => command.do === 'editTeam' || command.do === 'editProcess';
