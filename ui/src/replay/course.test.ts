// Where each case is at a moment: between events, waiting, over; branches that part and meet; forwards,
// backwards, and with many thousands of moves.
import { expect, it } from 'vitest';
import type { Move, Replay } from '../contract.ts';
import { Course, type Here, type Ways } from './course.ts';

const travels = (connector: number, from: number, until: number, of = 0): Move => ({
  is: 'travels',
  case: of,
  connector,
  from,
  until,
});
const begins = (step: number, at: number, of = 0): Move => ({ is: 'begins', case: of, step, at });
const ends = (at: number, of = 0): Move => ({ is: 'ends', case: of, at });

/** Connector 12 leads from step 1 to step 2. */
const WAYS: Ways = {
  ends: (connector) => ({ from: Math.floor(connector / 10), to: connector % 10 }),
  lasts: () => 0,
};

function course(moves: Move[], ways: Partial<Ways> = {}): Course {
  const cases = Math.max(...moves.map((it) => it.case)) + 1;
  const minutes = Math.max(...moves.map((it) => (it.is === 'ends' ? it.at : 0)));
  const clock = { kind: 'business', minutesPerDay: 480 } as const;
  return new Course({ clock, cases, minutes, moves } satisfies Replay, { ...WAYS, ...ways });
}

const said = (here: Here[]) => here.map(({ case: of, stretch }) => `${of} ${stretch.doing} ${stretch.step}`);
const at = (of: Course, time: number) => said(of.at(time).here);

const SIMPLE = [begins(1, 10), travels(12, 15, 25), begins(2, 40), travels(23, 50, 50), begins(3, 50), ends(50)];

it.each([
  [9.9, [], [1, 0, 0, 0]],
  [10, ['0 works 1'], [0, 1, 0, 0]],
  [14.9, ['0 works 1'], [0, 1, 0, 0]],
  [15, ['0 travels 2'], [0, 1, 0, 0]],
  [24.9, ['0 travels 2'], [0, 1, 0, 0]],
  [25, ['0 waits 2'], [0, 1, 1, 0]],
  [39.9, ['0 waits 2'], [0, 1, 1, 0]],
  [40, ['0 works 2'], [0, 1, 0, 0]],
  [50, [], [0, 0, 0, 1]],
  [999, [], [0, 0, 0, 1]],
])('one case at %d', (time, here, [toCome, underWay, waiting, done]) => {
  const moment = course(SIMPLE).at(time);
  expect(said(moment.here)).toEqual(here);
  expect(moment).toMatchObject({ toCome, underWay, waiting, done });
});

it('what is over is counted where it ended', () => {
  const it = course([...SIMPLE, begins(1, 60, 1), travels(14, 60, 70, 1), begins(4, 70, 1), ends(70, 1)]);
  expect(it.overAt(49)).toEqual([]);
  expect(it.overAt(50)).toEqual([{ step: 3, count: 1 }]);
  expect(it.overAt(70)).toEqual([{ step: 3, count: 1 }, { step: 4, count: 1 }]);
});

/** Step 1 hands on to 2 and 3 at once; both lead to 4, where they meet. */
const PARALLEL = [
  begins(1, 0),
  travels(12, 10, 20),
  travels(13, 10, 12),
  begins(3, 12),
  travels(34, 14, 15),
  begins(2, 20),
  travels(24, 30, 35),
  begins(4, 35),
  travels(45, 40, 40),
  begins(5, 40),
  ends(40),
];

it('branches part, and the first at the meeting place waits for the other', () => {
  const it = course(PARALLEL);
  expect(at(it, 5)).toEqual(['0 works 1']);
  expect(at(it, 11)).toEqual(['0 travels 2', '0 travels 3']);
  expect(at(it, 25)).toEqual(['0 works 2', '0 waits 4']);
  expect(at(it, 37)).toEqual(['0 works 4']);
  expect(it.at(25)).toMatchObject({ underWay: 1, waiting: 1 });
});

it('a case that comes back to the meeting place alone does not wait for anybody', () => {
  const back = PARALLEL.slice(0, 8);
  const it = course([...back, travels(44, 40, 45), begins(4, 50), travels(45, 60, 60), begins(5, 60), ends(60)]);
  expect(at(it, 37)).toEqual(['0 works 4']);
  expect(at(it, 47)).toEqual(['0 waits 4']);
  expect(at(it, 55)).toEqual(['0 works 4']);
});

it('where branches do not meet each begins by itself', () => {
  const it = course([
    begins(1, 0),
    travels(14, 10, 20),
    travels(24, 10, 22),
    begins(4, 30),
    travels(45, 40, 45),
    begins(4, 50),
    travels(45, 60, 61),
    ends(70),
  ]);
  expect(at(it, 25)).toEqual(['0 waits 4', '0 waits 4']);
  expect(at(it, 35).sort()).toEqual(['0 waits 4', '0 works 4']);
});

it('work that nothing is handed on from lasts as the map says, and not beyond the case', () => {
  const moves = [begins(1, 0), travels(12, 5, 6), travels(13, 5, 20), begins(2, 6), begins(3, 20), ends(20)];
  const it = course(moves, { lasts: (step) => (step === 2 ? 8 : 0) });
  expect(at(it, 13)).toEqual(['0 works 2', '0 travels 3']);
  expect(at(it, 14)).toEqual(['0 travels 3']);
  expect(it.overAt(20)).toEqual([{ step: 3, count: 1 }]);
  expect(at(course(moves, { lasts: () => 99 }), 20)).toEqual([]);
});

it('a connector that is gone is left out', () => {
  const it = course(SIMPLE, { ends: () => null });
  expect(at(it, 20)).toEqual([]);
  expect(it.at(20)).toMatchObject({ underWay: 1 });
});

it('backwards is as forwards', () => {
  const it = course([...PARALLEL, ...SIMPLE.map((move) => ({ ...move, case: 1 }))]);
  const times = Array.from({ length: 70 }, (_, time) => time);
  const forwards = times.map((time) => it.at(time));
  const backwards = times.toReversed().map((time) => it.at(time)).toReversed();
  expect(backwards).toEqual(forwards);
});

it('tens of thousands of moves are looked at case by case', () => {
  const cases = 500;
  const moves: Move[] = [];
  for (let of = 0; of < cases; of += 1) {
    for (let turn = 0; turn < 40; turn += 1) {
      const from = of * 3 + turn * 30;
      moves.push(begins(turn % 2 === 0 ? 1 : 2, from, of), travels(turn % 2 === 0 ? 12 : 21, from + 10, from + 20, of));
    }
    moves.push(ends(of * 3 + 1200, of));
  }
  const it = course(moves);
  let asked = 0;
  const began = performance.now();
  for (let time = 0; time < 2700; time += 1) {
    const moment = it.at(time);
    asked += moment.here.length;
    expect(moment.toCome + moment.underWay + moment.done).toBe(cases);
    expect(moment.here.length).toBe(moment.underWay);
  }
  expect(asked).toBeGreaterThan(500_000);
  // Far more than it takes, and far less than if each moment went through all moves.
  expect(performance.now() - began).toBeLessThan(5000);
});
