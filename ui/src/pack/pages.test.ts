// Which pages a pack has: the list, its order, the presets.

import { describe, expect, it } from 'vitest';
import type { PackChoice, PackSheet } from '../contract.ts';
import { ALL, hex, linesOf, moved, presetOf, PRESETS, rgb, toggled } from './pages.ts';

const choice = (pages: PackChoice['pages']): PackChoice => ({
  name: '',
  pages,
  states: [],
  team: null,
  paper: 'a4',
  maps: 'fitted',
  language: 'english',
  status: 'draft',
  version: '',
  confidential: '',
  accent: null,
  brief: false,
  resolution: 144,
});
const sheet = (kind: PackSheet['kind']): PackSheet => ({ kind, width: 595, height: 842 });

describe('the list of pages', () => {
  it('says where each begins and how many there are', () => {
    const lines = linesOf(['cover', 'cards'], [sheet('cover'), sheet('cards'), sheet('cards')]);
    expect(lines.filter((it) => it.on)).toEqual([
      { kind: 'cover', on: true, count: 1, first: 0 },
      { kind: 'cards', on: true, count: 2, first: 1 },
    ]);
    expect(lines).toHaveLength(ALL.length);
  });

  it('shows what is left out where it would usually stand', () => {
    const lines = linesOf(['cover', 'summary', 'cards'], []).map((it) => it.kind);
    expect(lines.slice(0, 4)).toEqual(['cover', 'contents', 'summary', 'scope']);
    expect(linesOf([], []).map((it) => it.kind)).toEqual(ALL);
  });

  it('takes a page out and puts it back where it was', () => {
    const without = toggled(ALL, 'legend');
    expect(without).not.toContain('legend');
    expect(toggled(without, 'legend')).toEqual(ALL);
    expect(toggled(['signOff', 'cover'], 'contents')).toEqual(['signOff', 'cover', 'contents']);
  });

  it('moves a page, and never out of the list', () => {
    expect(moved(['cover', 'summary', 'cards'], 'cards', 0)).toEqual(['cards', 'cover', 'summary']);
    expect(moved(['cover', 'summary', 'cards'], 'cover', 99)).toEqual(['summary', 'cards', 'cover']);
    expect(moved(['cover', 'summary'], 'cover', -1)).toEqual(['cover', 'summary']);
    expect(moved(['cover'], 'plan', 0)).toEqual(['cover']);
  });
});

it('knows a preset by its pages', () => {
  expect(presetOf(choice([...ALL]))).toBe('full');
  expect(presetOf(choice([...PRESETS.team]))).toBe('team');
  expect(presetOf(choice(['cover']))).toBeNull();
});

it('reads a colour as it writes it', () => {
  expect(rgb('#3d52d5')).toEqual([61, 82, 213]);
  expect(hex([61, 82, 213])).toBe('#3d52d5');
  expect(rgb('blue')).toBeNull();
});
