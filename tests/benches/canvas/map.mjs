// A synthetic map as a Baton file, a bridge that shows it, and what its scene looks like: the
// boxes, bends and words that the peer's diagram is made of.

import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../..', import.meta.url));
export const target = process.env.CARGO_TARGET_DIR ?? join(root, 'target');

/**
 * @typedef {{ x: number, y: number, w: number, h: number }} Rect
 * @typedef {{ id: number, lane: number, name: string, box: Rect }} Step
 * @typedef {{ id: number, from: number, to: number, line: [number, number][] }} Way
 * @typedef {Way & { name: string, label: Rect | null }} Flow
 * @typedef {{ id: number, name: string, top: number, height: number }} Lane
 * @typedef {{ bounds: Rect, lanes: Lane[], steps: Step[], flows: Flow[] }} Drawing
 */

/** The newest build of a binary: an older one may not read what the newest writes. */
function built(name) {
  const builds = ['release', 'debug'].map((it) => join(target, it, name)).filter(existsSync);
  builds.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  if (builds.length === 0) throw new Error(`${name} is not built: cargo build -p baton-tests`);
  return builds[0];
}

/**
 * Copies what is measured, so that a build meanwhile changes nothing.
 * @param {string} folder
 * @returns {{ bridge: string, synthetic: string, dist: string, build: string }}
 */
export function takeBuilds(folder) {
  const [bridge, synthetic] = [process.env.BATON_BRIDGE ?? built('bridge'), built('synthetic')];
  const dist = process.env.BATON_DIST ?? join(root, 'ui', 'dist');
  if (!existsSync(join(dist, 'index.html'))) throw new Error('no view: npm --prefix ui run build');
  const taken = { bridge: join(folder, 'bridge'), synthetic: join(folder, 'synthetic') };
  copyFileSync(bridge, taken.bridge);
  copyFileSync(synthetic, taken.synthetic);
  cpSync(dist, join(folder, 'dist'), { recursive: true });
  const build = bridge.includes('release') ? 'release' : 'debug';
  return { ...taken, dist: join(folder, 'dist'), build };
}

/** Makes the file of a map. */
export function makeMap({ synthetic }, steps, file) {
  execFileSync(synthetic, [String(steps), file], { stdio: ['ignore', 'ignore', 'inherit'] });
}

/**
 * A bridge on a copy of a map's file.
 * @returns {Promise<{ address: string, pid: number, opened(): Promise<any>, end(): void }>}
 */
export async function startBridge({ bridge, dist }, folder, file) {
  const copy = join(folder, `${Date.now()}.baton`);
  copyFileSync(file, copy);
  const child = spawn(bridge, ['--dist', dist, '--dir', folder, copy], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  const address = await new Promise((found, failed) => {
    let said = '';
    child.stdout.on('data', (part) => {
      said += part;
      const line = /listening (\S+)/.exec(said)?.[1];
      if (line) found(line);
    });
    child.on('exit', () => failed(new Error('the bridge ended at once')));
  });
  const opened = async () => {
    const answer = await fetch(`${address}/ask`, { method: 'POST', body: '{"ask":"start"}' });
    const reply = await answer.json();
    const opened = reply.with?.opened;
    if (!opened) throw new Error(`the bridge did not open the map: ${JSON.stringify(reply)}`);
    return opened;
  };
  return { address, pid: child.pid, opened, end };
}

/** @returns {Drawing} what of an open file a diagram is made of */
export function mapOf({ scene, records }) {
  const of = (kind) => records.filter((it) => it.kind === kind);
  const groups = new Map(scene.groups.map((it) => [`${it.key.part} ${it.key.id}`, it]));
  const teams = new Map(of('team').map((it) => [it.id, it.name]));
  const numbers = new Map(of('handoff').map((it) => [it.connector, it.id]));
  const flows = of('connector').map(({ id, from, to }) => {
    const line = groups.get(`connector ${id}`) ?? groups.get(`crossing ${id}`);
    const label = groups.get(`handoff ${numbers.get(id)}`) ?? groups.get(`label ${id}`);
    const words = (label?.shapes ?? []).filter((it) => it.as === 'text').map((it) => it.text);
    return { id, from, to, line: line.line, name: words.join(' '), label: label?.bounds ?? null };
  });
  return {
    bounds: scene.bounds,
    lanes: scene.lanes.map((it) => ({ ...it, id: it.lane, name: teams.get(it.team) })),
    steps: of('step').map((it) => ({ ...it, box: groups.get(`step ${it.id}`).bounds })),
    flows,
  };
}

/** The places of all steps as text, to tell which were moved. @returns {Map<number, string>} */
export function placesOf({ records }) {
  const steps = records.filter((it) => it.kind === 'step');
  return new Map(steps.map((it) => [it.id, `${it.lane} ${it.place.x} ${it.place.y}`]));
}
