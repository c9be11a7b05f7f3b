// What the room says: marks by kind, pinned to what is selected or to nothing, and the minutes.

import type { App } from '../app.ts';
import { copyText } from '../copy.ts';
import { marksOf, minutesOf, type MarkKind } from '../marks.ts';
import { words } from '../words.ts';
import { type Action, opened, said, writable } from './action.ts';

async function copyMinutes(app: App): Promise<void> {
  const copied = await copyText(minutesOf(app.mirror));
  const count = marksOf(app.mirror).length;
  app.notices.hint(copied ? words.minutesCopied(count) : words.minutesFailed);
}

/** On what is selected letters are its text, so the key with Alt comes first. */
function mark(kind: MarkKind, key: string): Action {
  return {
    id: `room.${kind}`,
    label: said(words.addMark[kind]),
    keys: [`Alt+${key}`, key],
    when: writable,
    run: ({ view }) => view.mark(kind),
    group: 'room',
  };
}

export const room: Action[] = [
  mark('idea', 'I'),
  mark('question', 'Q'),
  mark('decision', 'G'),
  mark('assumption', 'A'),
  mark('parked', 'K'),
  mark('note', 'N'),
  {
    id: 'room.painPoint',
    label: said(words.addMark.painPoint),
    keys: [],
    when: writable,
    run: ({ view }) => view.mark('painPoint'),
    group: 'room',
  },
  {
    id: 'room.minutes',
    label: said(words.copyMinutes),
    keys: ['Ctrl+Shift+M'],
    when: (app) => opened(app) && marksOf(app.mirror).length > 0,
    run: copyMinutes,
    group: 'room',
  },
];
