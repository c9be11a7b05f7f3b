// The charts of the analysis as pictures: the grid of waits and the load of the teams. Pure.

import type { HeatMap } from './flows.ts';
import type { Mark, Picture } from './picture.ts';
import type { LoadBar } from './load.ts';

const CELL_W = 64;
const CELL_H = 42;
const GAP = 2;

/** How strongly each step of heat is painted; the same as in the stylesheet. */
export const HEAT = [0, 0.1, 0.22, 0.36, 0.5, 1] as const;

export function heatPicture({ teams, rows }: HeatMap): Picture {
  const left = 12 + Math.max(0, ...teams.map((it) => it.name.length)) * 6.4;
  const top = 34;
  const marks: Mark[] = [];
  teams.forEach((team, at) => {
    const x = left + at * CELL_W + CELL_W / 2;
    const y = top + at * CELL_H + CELL_H / 2 + 4;
    marks.push({ is: 'text', x, y: 22, text: team.short, tone: 'secondary', anchor: 'middle' });
    marks.push({ is: 'text', x: left - 10, y, text: team.name, tone: 'secondary', anchor: 'end' });
  });
  rows.forEach((cells, r) =>
    cells.forEach(({ text, heat }, c) => {
      const [x, y] = [left + c * CELL_W, top + r * CELL_H];
      const box = { is: 'box', x, y, w: CELL_W - GAP, h: CELL_H - GAP, round: 4 } as const;
      marks.push({ ...box, tone: 'sunken', strength: r === c ? 1 : 0.45 });
      if (heat > 0) marks.push({ ...box, tone: 'trouble', strength: HEAT[heat] });
      if (text === '') return;
      const place = { x: x + (CELL_W - GAP) / 2, y: y + (CELL_H - GAP) / 2 + 4, anchor: 'middle' } as const;
      marks.push({ is: 'text', ...place, text, tone: heat === 5 ? 'surface' : 'ink', bold: heat > 0 });
    }),
  );
  return { width: left + teams.length * CELL_W + 12, height: top + teams.length * CELL_H + 12, marks };
}

const ROW = 32;
const BAR = 260;

export function loadPicture(bars: readonly LoadBar[]): Picture {
  const left = 24 + Math.max(0, ...bars.map((it) => it.name.length)) * 6.4;
  const marks: Mark[] = bars.flatMap(({ name, text, filled, strained }, at): Mark[] => {
    const y = 16 + at * ROW;
    const bar = { is: 'box', x: left, y: y + 4, h: 9, round: 4 } as const;
    return [
      { is: 'text', x: 12, y: y + 12, text: name, tone: 'ink' },
      { ...bar, w: BAR, tone: 'sunken' },
      { ...bar, w: BAR * filled, tone: strained ? 'trouble' : 'accent', strength: strained ? 1 : 0.65 },
      { is: 'text', x: left + BAR + 52, y: y + 12, text, tone: strained ? 'trouble' : 'ink', anchor: 'end' },
    ];
  });
  return { width: left + BAR + 64, height: 24 + bars.length * ROW, marks };
}
