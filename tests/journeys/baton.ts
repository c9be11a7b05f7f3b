// Baton in Chromium on the real kernel: starts a bridge on a folder of its own, opens the page, and
// gives a journey its hands. No journey waits for time; it waits for a state.

import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import type { Opened, Reply } from '../../ui/src/contract.ts';
import type {} from '../../ui/src/test_hook.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const target = process.env.CARGO_TARGET_DIR ?? join(root, 'target');
const AGREED_TODAY = join(root, 'tests', 'fixtures', 'lead-to-customer.agreed-today.json');
const CHROMIUM = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface Point {
  x: number;
  y: number;
}

export interface Setting {
  theme?: 'light' | 'dark';
  width?: number;
  height?: number;
  /** Pixels of the screen to one of CSS. */
  ratio?: number;
  /** Things glide to where an edit moved them; else they are there at once, as journeys want it. */
  glides?: boolean;
  /** Which sample is opened: one state with agreements at the handoffs of today, or the bundled one. */
  sample?: 'agreedToday' | 'bundled';
}

export class Baton {
  readonly page: Page;
  /** Where the bridge's dialogs point. */
  readonly folder: string;
  /** What went wrong in the page; a journey ends with none. */
  readonly wrongs: string[] = [];
  #browser: Browser;
  #bridge: ChildProcess;

  private constructor(page: Page, browser: Browser, bridge: ChildProcess, folder: string) {
    this.page = page;
    this.folder = folder;
    this.#browser = browser;
    this.#bridge = bridge;
    page.on('pageerror', (error) => this.wrongs.push(`${error.message}\n${error.stack}`));
    page.on('console', (said) => {
      // A refused request is an answer, and the view's own matter.
      const refused = said.text().includes('422');
      if (said.type() === 'error' && !refused) this.wrongs.push(said.text());
    });
  }

  static async start(setting: Setting = {}): Promise<Baton> {
    const { theme = 'light', width = 1440, height = 900, ratio = 1, sample = 'agreedToday' } = setting;
    const reducedMotion = setting.glides ? 'no-preference' : 'reduce';
    const folder = mkdtempSync(join(tmpdir(), 'baton-journey-'));
    const { bridge, address } = await startBridge(folder, sample === 'bundled' ? [] : ['--sample', AGREED_TODAY]);
    const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: CHROMIUM });
    const page = await browser.newPage({
      viewport: { width, height },
      colorScheme: theme,
      deviceScaleFactor: ratio,
      reducedMotion,
    });
    const baton = new Baton(page, browser, bridge, folder);
    page.setDefaultTimeout(30_000);
    // As in the app, where a page that relies on changing it would break.
    await page.addInitScript(() => Object.freeze(Object.prototype));
    await page.goto(address);
    await page.getByRole('heading', { level: 1 }).waitFor();
    return baton;
  }

  async end(): Promise<void> {
    await this.#browser.close();
    this.#bridge.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }

  async openSample(): Promise<void> {
    await this.page.getByRole('button', { name: 'Open the sample' }).click();
    await this.mapIsShown();
  }

  async newEngagement(): Promise<void> {
    await this.page.getByRole('button', { name: 'New engagement' }).click();
    await this.mapIsShown();
  }

  async mapIsShown(): Promise<void> {
    await this.page.locator('.stage > canvas').waitFor();
    await this.idle();
  }

  /** Nothing is under way in the view. */
  async idle(): Promise<void> {
    await this.page.evaluate(() => window.batonTest?.idle());
  }

  /** A thing on the map by its spoken name. */
  thing(name: string | RegExp): Locator {
    return this.page.locator('.speech').getByRole('button', { name });
  }

  tool(name: string): Locator {
    return this.page.getByRole('toolbar', { name: 'Tools' }).getByRole('button', { name });
  }

  field(name: string): Locator {
    return this.page.getByRole('complementary', { name: 'Inspector' }).getByLabel(name, { exact: true });
  }

  /** A point of the scene, on the screen. */
  at(x: number, y: number): Promise<Point> {
    return this.page.evaluate(
      ([x, y]) => window.batonTest?.toClient(x, y) ?? { x: 0, y: 0 },
      [x, y] as const,
    );
  }

  async middle(of: Locator): Promise<Point> {
    const box = await of.boundingBox();
    if (!box) throw new Error('it is not on the screen');
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  /** Presses at one point, moves to another as a hand does, and lets go. */
  async drag(from: Point, to: Point, before?: () => Promise<void>): Promise<void> {
    const { mouse } = this.page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move(to.x, to.y, { steps: 8 });
    if (before) {
      await this.idle();
      await before();
    }
    await mouse.up();
    await this.idle();
  }

  /** From the handle at the right of a step. */
  async connect(from: Locator, to: Point): Promise<void> {
    const box = await from.boundingBox();
    if (!box) throw new Error('it is not on the screen');
    const { x, y } = await this.middle(from);
    await this.page.mouse.move(x, y);
    await this.drag({ x: box.x + box.width + 11, y }, to);
  }

  async press(keys: string): Promise<void> {
    await this.page.keyboard.press(keys);
    await this.idle();
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
    await this.idle();
  }

  /** What axe finds wrong with the page as it is. */
  async faults(): Promise<string[]> {
    await this.idle();
    await this.page.evaluate(axe.source);
    // Colours on their way from one theme to the other are of neither.
    await this.page.evaluate(() => Promise.allSettled(document.getAnimations().map((it) => it.finished)));
    return this.page.evaluate(async () => {
      const { violations } = await (window as never as { axe: typeof axe }).axe.run();
      return violations.map((it) => `${it.id}: ${it.nodes.map((node) => node.html).join(' ')}`);
    });
  }

  /** What has the focus is called. */
  focused(): Promise<string> {
    return this.page.evaluate(() => {
      const it = document.activeElement as HTMLInputElement | null;
      const text = it?.getAttribute('aria-label') ?? it?.labels?.[0]?.textContent ?? it?.textContent ?? '';
      return text.replace(/\s+/g, ' ').trim();
    });
  }

  /** Presses Tab until this has the focus. */
  async tabTo(name: string | RegExp): Promise<void> {
    const fits = (it: string) => (typeof name === 'string' ? it === name : name.test(it));
    for (let pressed = 0; pressed < 250; pressed += 1) {
      if (fits(await this.focused())) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`Tab never came to ${name}`);
  }

  /** Goes to a thing on the map by the command palette, wherever it lies. */
  async find(name: string): Promise<void> {
    await this.press('Control+k');
    await this.type(name);
    await this.press('Enter');
  }

  /** Gives a thing on the map another name, by keyboard. */
  async rename(from: string, to: string): Promise<void> {
    await this.find(from);
    await this.press('F2');
    await this.press('Control+A');
    await this.type(to);
    await this.press('Enter');
  }

  /** The document as the kernel has it. */
  opened(): Promise<Opened> {
    return this.page.evaluate(async () => {
      const body = JSON.stringify({ ask: 'start' });
      const answer = (await (await fetch('ask', { method: 'POST', body })).json()) as Reply;
      const opened = answer.reply === 'started' ? answer.with.opened : null;
      if (!opened) throw new Error('no file is open');
      return opened;
    });
  }

  async records<K extends Opened['records'][number]['kind']>(
    kind: K,
  ): Promise<Extract<Opened['records'][number], { kind: K }>[]> {
    const { records } = await this.opened();
    return records.filter((it) => it.kind === kind) as never;
  }
}

async function startBridge(
  folder: string,
  more: readonly string[],
): Promise<{ bridge: ChildProcess; address: string }> {
  const binary = join(target, 'debug', 'bridge');
  if (!existsSync(binary)) throw new Error('the bridge is not built: cargo build -p baton-tests');
  const dist = process.env.BATON_DIST ?? join(root, 'ui', 'dist');
  const bridge = spawn(binary, ['--dist', dist, '--dir', folder, ...more], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await new Promise<string>((found, failed) => {
    let said = '';
    bridge.stdout?.on('data', (part: Buffer) => {
      said += part.toString();
      const line = /listening (\S+)/.exec(said)?.[1];
      if (line) found(line);
    });
    bridge.on('exit', () => failed(new Error('the bridge ended at once')));
  });
  return { bridge, address };
}
