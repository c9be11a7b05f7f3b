// The bundled fonts, the same files that the kernel measures and breaks lines with. Inter is loaded
// before the first paint, because a canvas does not wait for fonts by itself; those of other scripts
// when the first letter of theirs is to be painted, and then everything is painted again.

import { Subject } from '../subject.ts';

const WEIGHTS = [400, 500, 600, 700];
const FAMILY = 'Inter';
const ALPHABETS = ['IBM Plex Sans Arabic', ...['Arabic', 'Hebrew', 'Devanagari', 'Bengali', 'Tamil', 'Thai'].map((it) => `Noto Sans ${it}`)];
const SIGNS = ['Noto Sans Symbols', 'Noto Sans Symbols 2', 'Noto Emoji'];
const [JAPANESE, CHINESE, KOREAN] = ['Noto Sans JP', 'Noto Sans SC', 'Noto Sans KR'];

/** Whose forms Chinese characters take, by what else is written: as the kernel has it. */
export type Forms = 'japanese' | 'chinese' | 'korean';
const EAST_ASIAN: Record<Forms, string[]> = {
  japanese: [JAPANESE, CHINESE, KOREAN],
  chinese: [CHINESE, JAPANESE, KOREAN],
  korean: [KOREAN, JAPANESE, CHINESE],
};

/** What Inter may not have. */
const OTHER = /[^\u0000-\u052f\u1e00-\u206f\u20a0-\u20bf\u2190-\u2193\u2212\u2260-\u2265]/;
const OTHERS = new RegExp(OTHER.source, 'gu');
const KANA = /[\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9d]/gu;
const HANGUL = /[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]/gu;
const SHARED = /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{323af}]/u;
const LEFTWARD = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const LETTER = /[\p{L}\u200e\u200f]/u;

export function formsOf(text: string): Forms {
  const kana = text.match(KANA)?.length ?? 0;
  const hangul = text.match(HANGUL)?.length ?? 0;
  if (!kana && !hangul && SHARED.test(text)) return 'chinese';
  return hangul > kana ? 'korean' : 'japanese';
}

/** Whether a text is read from right to left, as its first letter has it. */
export function rightToLeft(text: string): boolean {
  if (!LEFTWARD.test(text)) return false;
  const first = LETTER.exec(text)?.[0] ?? '';
  return first === '\u200f' || LEFTWARD.test(first);
}

/** Writes a text from its left end, read the way it is read. */
export function write(context: CanvasRenderingContext2D, text: string, x: number, y: number): void {
  const leftward = rightToLeft(text);
  context.textAlign = 'left';
  if (leftward) context.direction = 'rtl';
  context.fillText(text, x, y);
  if (leftward) context.direction = 'ltr';
}

class Fonts extends Subject {
  /** Letters seen that Inter may not have. */
  #seen = new Set<string>();
  #asked: Promise<void> | null = null;
  #forms: Forms = 'japanese';
  #list = '';

  constructor() {
    super();
    this.#arrange();
  }

  #arrange(): void {
    const all = [FAMILY, ...ALPHABETS, ...EAST_ASIAN[this.#forms], ...SIGNS];
    this.#list = all.map((it) => `"${it}"`).join(', ');
  }

  /** The families for this text, those of its letters being asked for. */
  families(text: string): string {
    if (!OTHER.test(text)) return FAMILY;
    let fresh = false;
    for (const letter of text.match(OTHERS) ?? []) {
      if (this.#seen.has(letter)) continue;
      this.#seen.add(letter);
      fresh = true;
    }
    // Once for all texts of a frame.
    if (fresh) this.#asked ??= Promise.resolve().then(() => this.#load());
    return this.#list;
  }

  /** Another file is looked at: what the one before it was written in says nothing of this one. */
  begin(): void {
    this.#seen.clear();
  }

  async #load(): Promise<void> {
    this.#asked = null;
    const letters = [...this.#seen].join('');
    this.#forms = formsOf(letters);
    this.#arrange();
    document.documentElement.dataset.forms = this.#forms;
    // A font that cannot be had leaves the reader's own in its place.
    await Promise.allSettled(WEIGHTS.map((it) => document.fonts.load(`${it} 13px ${this.#list}`, letters)));
    this.changed();
  }
}

export const fonts = new Fonts();

/** The font of a text, as a canvas takes it. */
export const fontOf = (weight: number, size: number, text: string): string => `${weight} ${size}px ${fonts.families(text)}`;

export async function loadFonts(): Promise<void> {
  await Promise.all(WEIGHTS.map((weight) => document.fonts.load(`${weight} 13px ${FAMILY}`)));
}
