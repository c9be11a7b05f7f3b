// A scripted pointer on an app with a fake kernel. Points are of the scene; the camera stands so
// that the heads are at the left edge at full size.

import { App } from '../app.ts';
import { at } from '../gestures/gesture.ts';
import { FakeKernel } from './fake.ts';
import { HEAD, type Plan } from './map.ts';

export class Hands {
  readonly kernel: FakeKernel;
  readonly app: App;

  private constructor(plan: Plan) {
    this.kernel = new FakeKernel(plan);
    this.app = new App(this.kernel);
  }

  static async on(plan: Plan): Promise<Hands> {
    const hands = new Hands(plan);
    hands.app.camera.resize(1400, 800);
    await hands.app.start();
    hands.app.camera.set({ x: HEAD, y: 0, k: 1 });
    hands.kernel.asked.length = 0;
    return hands;
  }

  at(x: number, y: number, shift = false, alt = false) {
    return at(this.app, this.app.camera.toClient({ x, y }), shift, true, alt);
  }

  press(x: number, y: number, { shift = false, alt = false, button = 0 } = {}): this {
    this.app.hand.press(this.at(x, y, shift, alt), button);
    return this;
  }

  move(x: number, y: number, shift = false): this {
    this.app.hand.move(this.at(x, y, shift));
    return this;
  }

  async lift(x: number, y: number, shift = false): Promise<void> {
    await this.app.hand.lift(this.at(x, y, shift));
    await this.idle();
  }

  async click(x: number, y: number, shift = false): Promise<void> {
    await this.press(x, y, { shift }).lift(x, y, shift);
  }

  async drag(from: [number, number], to: [number, number], shift = false): Promise<void> {
    this.press(...from, { shift }).move(from[0] + 5, from[1] + 5, shift).move(...to, shift);
    await this.lift(...to, shift);
  }

  escape(): void {
    this.app.hand.cancel();
  }

  /** Nothing is under way, and whoever waited for that has gone on. */
  async idle(): Promise<void> {
    await this.app.kernel.busy.idle();
    await new Promise((done) => setTimeout(done));
  }
}
