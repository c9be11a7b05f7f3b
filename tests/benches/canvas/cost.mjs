// What a tree of processes costs, from /proc: CPU time and resident memory. A process that ends
// between two readings takes its time with it; browsers keep theirs while a page is open.

import { readdirSync, readFileSync } from 'node:fs';

/** What /proc counts CPU time in, on every Linux that WebKitGTK runs on. */
const TICK_MS = 10;
/** A tree is quiet when it takes less than this part of one core for so long. */
const QUIET = { part: 0.1, for: 300, patience: 20_000 };

/** @returns {{ parent: number, ticks: number } | null} nothing when the process has gone */
function stat(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name, in brackets, may hold anything. The third field of proc(5) comes after it.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) };
  } catch {
    return null;
  }
}

/** The processes below this one. @param {number} root @returns {number[]} */
export function below(root) {
  const children = new Map();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const parent = stat(name)?.parent;
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const found = [];
  for (let next = [root]; next.length > 0; ) {
    next = next.flatMap((pid) => children.get(pid) ?? []);
    found.push(...next);
  }
  return found;
}

/** User and system time of these processes so far, in milliseconds. @param {number[]} pids */
export function cpuMs(pids) {
  return pids.reduce((sum, pid) => sum + (stat(pid)?.ticks ?? 0) * TICK_MS, 0);
}

/** Resident memory in MiB, what is shared counted by its share (PSS). @param {number[]} pids */
export function memoryMib(pids) {
  const kib = pids.map((pid) => {
    try {
      return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]);
    } catch {
      return 0;
    }
  });
  return kib.reduce((sum, it) => sum + it, 0) / 1024;
}

/** Waits until these processes have nothing more to do. @param {() => number[]} pids */
export async function quiet(pids) {
  const until = Date.now() + QUIET.patience;
  while (Date.now() < until) {
    const [before, since] = [cpuMs(pids()), Date.now()];
    await new Promise((done) => setTimeout(done, QUIET.for));
    if (cpuMs(pids()) - before < QUIET.part * (Date.now() - since)) return;
  }
}
