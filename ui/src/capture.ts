// The capture line: what is typed in it, what the kernel says it would make, where it goes on. The
// kernel alone understands the text; here is only what a person has in hand.

import type { App } from './app.ts';
import type { CaptureAt, CapturePreview, Failure, Rect, StepId, Suggested } from './contract.ts';
import { right, union } from './geometry/rect.ts';
import { Subject } from './subject.ts';
import { isFailure } from './transport.ts';
import { words } from './words.ts';

/** So many captured lines can be brought back. */
const MOST_LINES = 50;
/** What is half typed is no mistake yet; what rests so long is. */
const REST_MS = 700;

export interface Suggestions {
  from: number;
  to: number;
  items: readonly Suggested[];
}

const NONE: Suggestions = { from: 0, to: 0, items: [] };

export class Capture extends Subject {
  text = '';
  /** What the text would make; nothing while it has not been said. */
  preview: CapturePreview | null = null;
  /** It was tried as it is, so what is wrong with it is news. */
  failure: Failure | null = null;
  /** The last text that could be read, as it was drawn; what is typed on to it leaves it there. */
  #read: CapturePreview | null = null;
  /** Typing goes on, so what is wrong with the text is not said yet. */
  #typing: { over: () => void; timer: ReturnType<typeof setTimeout> } | null = null;
  suggestions: Suggestions = NONE;
  /** The suggestion that Enter takes; -1 is none. */
  chosen = -1;
  /** Counts up when the field should have the focus. */
  called = 0;
  #app: App;
  /** Where it went on, the newest last: an undone step leaves the one before it. */
  #trail: CaptureAt[] = [];
  #single: number | null = null;
  #lines: string[] = [];
  /** Which of the lines has been brought back. */
  #recalled: number | null = null;
  #asked = 0;

  constructor(app: App) {
    super();
    this.#app = app;
    app.view.subscribe(() => this.#follow());
  }

  /** Where the line goes on, as far as that is still there. */
  get at(): CaptureAt {
    const { mirror } = this.#app;
    const stepOf = ({ after }: CaptureAt) => mirror.step(after ?? -1);
    const newest = this.#trail.findLast((it) => stepOf(it)?.state === mirror.state);
    const after = newest && stepOf(newest);
    const wanted = newest ?? this.#trail.at(-1);
    const team = mirror.team(wanted?.team ?? null) ?? mirror.teamOf(after);
    return { after: after?.id ?? null, team: team?.id ?? null };
  }

  /** How many lines the text has. */
  get lines(): number {
    return this.text.split('\n').filter((line) => line.trim() !== '').length;
  }

  open(text?: string): void {
    const { mirror, readOnly, view } = this.#app;
    if (mirror.file === null || readOnly) return;
    if (view.page !== 'map') view.show('map');
    if (view.panel !== 'capture') view.open('capture');
    this.called += 1;
    if (text === undefined) this.type(this.text, null);
    else this.type(text.replace(/\r\n?/g, '\n').replace(/\n+$/, ''), null);
  }

  /** The text is now this; with a caret, what could stand there is asked as well. */
  type(text: string, caret: number | null): void {
    this.text = text;
    this.failure = null;
    this.#recalled = null;
    this.#suggest(NONE);
    if (text.trim() === '') this.rest();
    else this.#ask(caret);
    this.changed();
  }

  /** Takes the drawn preview off the map. */
  rest(): void {
    this.#asked += 1;
    this.preview = null;
    this.#read = null;
    this.#rested();
    const { camera, draft, kernel, mirror } = this.#app;
    kernel.previews.stop();
    draft.clear();
    camera.look(mirror.bounds, mirror.headWidth);
    this.changed();
  }

  /** Chooses the next suggestion, or the one before. */
  choose(by: number): void {
    const many = this.suggestions.items.length;
    // One place more than there are: none of them.
    if (many > 0) this.chosen = ((this.chosen + 1 + by + many + 1) % (many + 1)) - 1;
    this.changed();
  }

  /** The text with a suggestion in it; answers where the caret stands then. */
  accept(which: number): number | null {
    const { from, to, items } = this.suggestions;
    const item = items[which];
    if (!item) return null;
    const caret = from + item.text.length;
    this.type(this.text.slice(0, from) + item.text + this.text.slice(to), caret);
    return caret;
  }

  dismissSuggestions(): void {
    this.#suggest(NONE);
    this.changed();
  }

  /** An older captured line, or a newer one. */
  recall(by: number): boolean {
    const fresh = this.text === '' || this.#recalled !== null;
    const to = (this.#recalled ?? this.#lines.length) + by;
    if (!fresh || to < 0 || to > this.#lines.length) return false;
    this.type(this.#lines[to] ?? '', null);
    this.#recalled = to < this.#lines.length ? to : null;
    return true;
  }

  /** Makes what the text says; `true` when it is made. */
  async take(): Promise<boolean> {
    const { kernel, draft, view } = this.#app;
    const { text, at } = this;
    if (text.trim() === '') return false;
    const said = this.preview?.problem ? '' : this.says;
    this.#asked += 1;
    kernel.previews.stop();
    const answer = await kernel.capture(at, text);
    draft.clear();
    if (isFailure(answer)) {
      this.failure = answer;
      this.#read = null;
      this.#rested();
      this.changed();
      return false;
    }
    this.#lines = [...this.#lines.filter((line) => line !== text), text].slice(-MOST_LINES);
    this.#goOn({ after: answer.last, team: answer.team });
    // Typed on while the kernel was at it: that stays.
    if (this.text === text) this.type('', null);
    this.#reveal(answer.steps, answer.last);
    view.say(words.captured(said));
    return true;
  }

  /** In words, what the text would make; nothing while that is not known. */
  get says(): string {
    if (!this.#read) return '';
    const { preview, steps, made } = this.#read;
    const { mirror } = this.#app;
    const ways = new Set(
      preview.drawn.groups
        .filter(({ key }) => key.part === 'connector' || key.part === 'crossing')
        .filter(({ key }) => mirror.record(key.id) === undefined)
        .map(({ key }) => key.id),
    );
    const inside = Math.max(0, ways.size - preview.handoffsMade.length);
    const also = made.map((it) => words.guard.kind(it.kind, it.count));
    return words.captureMakes(steps, inside, preview.handoffsMade, also);
  }

  /** What is wrong with the text, once it was tried or while it is typed. */
  get problem(): Failure | null {
    return this.failure ?? (this.#typing ? null : (this.preview?.problem ?? null));
  }

  #ask(caret: number | null): void {
    const { kernel } = this.#app;
    const { text, at } = this;
    const mine = ++this.#asked;
    kernel.previews.askCapture(at, text, (preview) => {
      if (mine === this.#asked) this.#show(preview);
    });
    if (caret === null || text.includes('\n')) return;
    void kernel.complete(at, text, caret).then((found) => {
      if (mine !== this.#asked || !found) return;
      // What stands there already is no suggestion.
      const there = text.slice(found.from, found.to).trim();
      const items = found.items.filter((item) => item.text.trim() !== there);
      this.#suggest({ ...found, items });
      this.changed();
    });
  }

  #show(answer: CapturePreview): void {
    const { draft, camera, mirror } = this.#app;
    this.preview = answer;
    if (answer.problem) return this.#doubt();
    this.#rested();
    this.#read = answer;
    // The line itself says which handoffs appear; the note beside the pointer need not.
    draft.answer({ ...answer.preview, handoffsMade: [], handoffsRemoved: [] });
    const fresh = answer.preview.drawn.groups.filter(
      ({ key }) => key.part === 'step' && mirror.record(key.id) === undefined,
    );
    const last = fresh.at(-1);
    // A new team makes the map larger than it is.
    camera.look(union(mirror.bounds, answer.preview.drawn.bounds), mirror.headWidth);
    if (last) camera.reveal(last.bounds);
    this.changed();
  }

  /** The text cannot be read as it is: what was drawn stays while typing goes on, and goes when it rests. */
  #doubt(): void {
    const { draft, kernel } = this.#app;
    const over = this.#typing?.over ?? kernel.busy.begin();
    clearTimeout(this.#typing?.timer);
    const timer = setTimeout(() => {
      this.#rested();
      this.#read = null;
      draft.unanswer();
      this.changed();
    }, REST_MS);
    this.#typing = { over, timer };
    this.changed();
  }

  #rested(): void {
    clearTimeout(this.#typing?.timer);
    this.#typing?.over();
    this.#typing = null;
  }

  #goOn(at: CaptureAt): void {
    this.#trail = [...this.#trail, at].slice(-MOST_LINES);
  }

  #suggest(found: Suggestions): void {
    this.suggestions = found;
    this.chosen = -1;
  }

  #reveal(steps: readonly StepId[], last: StepId | null): void {
    const { mirror, camera } = this.#app;
    const drawn = (id: StepId) => mirror.scene.get('step', id)?.bounds;
    const all = steps.flatMap((id) => drawn(id) ?? []);
    const end = (last === null ? undefined : drawn(last)) ?? all.at(-1);
    if (!end) return;
    const whole = around(all);
    const fits = whole.w * camera.k < (camera.width - camera.head) * 0.8;
    camera.reveal(fits && whole.h * camera.k < camera.height * 0.5 ? whole : end);
  }

  /** A step that is selected, or a team, is where the line goes on. */
  #follow(): void {
    const { view, mirror } = this.#app;
    const { single } = view;
    if (single === this.#single) return;
    this.#single = single;
    const step = mirror.step(single ?? -1);
    const lane = mirror.lane(single ?? -1);
    if (step) this.#goOn({ after: step.id, team: mirror.teamOf(step)?.id ?? null });
    else if (lane) this.#goOn({ after: this.at.after, team: lane.team });
    else return;
    this.changed();
  }
}

/** The box round several. */
function around(all: readonly Rect[]): Rect {
  const x = Math.min(...all.map((it) => it.x));
  const y = Math.min(...all.map((it) => it.y));
  const w = Math.max(...all.map(right)) - x;
  return { x, y, w, h: Math.max(...all.map((it) => it.y + it.h)) - y };
}
