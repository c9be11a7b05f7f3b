// A kernel for tests of gestures: it notes what it is asked, carries out the few commands that
// gestures send, and refuses what a test wants refused.

import type { Command, Failure, Opened, Patch, Record, Replay, Reply, Request } from '../contract.ts';
import type { Transport } from '../transport.ts';
import { connector, groups, opened, type Plan, step } from './map.ts';

export class FakeKernel implements Transport {
  readonly asked: Request[] = [];
  file: Opened;
  /** The sentence with which previews and commands are refused. */
  refuses: string | null = null;
  /** What a simulation plays, or why it cannot. */
  replay: Replay | Failure | null = null;
  /** Patches are kept back until a test lets them go. */
  holds: Patch[] | null = null;
  #patch: (patch: Patch) => void = () => {};
  #next = 1000;

  constructor(plan: Plan) {
    this.file = opened(plan);
  }

  /** The commands that were carried out. */
  get applied(): Command[] {
    return this.asked.flatMap((it) => (it.ask === 'apply' ? [it.command] : []));
  }

  get previewed(): Command[] {
    return this.asked.flatMap((it) => (it.ask === 'preview' ? [it.command] : []));
  }

  listen(patch: (patch: Patch) => void): Promise<void> {
    this.#patch = patch;
    return Promise.resolve();
  }

  async ask(request: Request): Promise<Reply> {
    this.asked.push(request);
    await Promise.resolve();
    switch (request.ask) {
      case 'start':
        return {
          reply: 'started',
          with: { version: '1', recent: [], opened: this.file, failure: null, reopened: null },
        };
      case 'preview':
        return { reply: 'previewed', with: this.#preview(request.sequence) };
      case 'apply':
        if (this.refuses !== null) {
          throw { code: 'refused', message: this.refuses, hint: '', ids: [] };
        }
        this.send(this.#carryOut(request.command));
        return { reply: 'done' };
      case 'replay':
        if (this.replay === null) return { reply: 'done' };
        if ('code' in this.replay) throw this.replay;
        return { reply: 'replay', with: this.replay };
      case 'undo':
      case 'redo':
      case 'ladderWidth':
        this.send(this.patchTo(this.file.records, []));
        return { reply: 'done' };
      default:
        return { reply: 'done' };
    }
  }

  send(patch: Patch): void {
    if (this.holds) this.holds.push(patch);
    else this.#patch(patch);
  }

  /** The patch to these records, one revision on. */
  patchTo(records: Record[], made: number[]): Patch {
    const before = this.file;
    const gone = before.records.filter((it) => !records.some((now) => now.id === it.id));
    const drawn = groups(records);
    this.file = { ...before, revision: before.revision + 1, records };
    this.file.scene = { ...before.scene, groups: drawn };
    return {
      revision: this.file.revision,
      state: this.file.state,
      records: records.filter((it) => !before.records.includes(it)),
      removedRecords: gone.map((it) => it.id),
      drawn: {
        groups: drawn,
        moved: [],
        removed: before.scene.groups
          .map((it) => it.key)
          .filter((key) => !drawn.some((it) => it.key.part === key.part && it.key.id === key.id)),
        lanes: null,
        bounds: before.scene.bounds,
      },
      ladder: null,
      figures: null,
      checks: null,
      history: before.history,
      made,
      notices: null,
    };
  }

  #preview(sequence: number) {
    const refusal =
      this.refuses === null
        ? null
        : { code: 'alreadyConnected' as const, message: this.refuses, ids: [] };
    const drawn = { groups: [], moved: [], removed: [], lanes: null, bounds: this.file.scene.bounds };
    return { sequence, drawn, handoffsMade: [], handoffsRemoved: [], refusal };
  }

  #carryOut(command: Command): Patch {
    const { records } = this.file;
    const made: Record[] = [];
    const add = (record: Record) => {
      made.push(record);
      return record.id;
    };
    let next = [...records];
    switch (command.do) {
      case 'arrange':
      case 'moveSteps':
        next = records.map((it) => {
          const move = command.moves.find((move) => move.step === it.id);
          return move && it.kind === 'step' ? { ...it, lane: move.lane, place: move.place } : it;
        });
        break;
      case 'addStep': {
        const { name, lane, place, shape } = command;
        add({ kind: 'step', ...step(this.#next++, name, lane, place.x, place.y), shape });
        break;
      }
      case 'connect': {
        const { to } = command;
        const target =
          to.to === 'step'
            ? to.step
            : add({
                kind: 'step',
                ...step(this.#next++, to.name, to.lane, to.place.x, to.place.y),
              });
        add({ kind: 'connector', ...connector(this.#next++, command.from, target) });
        break;
      }
      case 'precede': {
        const { name, lane, place } = command;
        const made = add({ kind: 'step', ...step(this.#next++, name, lane, place.x, place.y) });
        add({ kind: 'connector', ...connector(this.#next++, made, command.step) });
        break;
      }
      case 'duplicate':
      case 'paste': {
        const { shift, lane } = command.do === 'paste' ? command : { shift: { x: 0, y: 0 }, lane: null };
        const ids = new Map<number, number>();
        for (const it of command.records) {
          if (it.kind !== 'step') continue;
          ids.set(it.id, this.#next);
          const place = { x: it.place.x + shift.x, y: it.place.y + shift.y };
          add({ ...it, id: this.#next++, lane: lane ?? it.lane, place });
        }
        for (const it of command.records) {
          const [from, to] = it.kind === 'connector' ? [ids.get(it.from), ids.get(it.to)] : [];
          if (from !== undefined && to !== undefined) {
            add({ kind: 'connector', ...connector(this.#next++, from, to) });
          }
        }
        break;
      }
      case 'lock':
        next = records.map((it) =>
          it.kind === 'step' && command.steps.includes(it.id) ? { ...it, pinned: command.pinned } : it,
        );
        break;
      case 'editConnector': {
        const { field, value } = command.edit;
        next = records.map((it) => (it.id === command.connector ? { ...it, [field]: value } : it) as Record);
        break;
      }
      case 'addStage':
        add({
          kind: 'stage',
          id: this.#next++,
          state: command.state,
          name: command.name,
          order: 0,
          until: command.until,
          sla: null,
        });
        break;
      case 'rename':
        next = records.map((it) => (it.id === command.id ? { ...it, name: command.name } : it) as Record);
        break;
      case 'delete':
        next = records.filter((it) => !command.ids.includes(it.id));
        break;
    }
    return this.patchTo([...next, ...made], made.map((it) => it.id));
  }
}
