// Counts what is under way: requests, previews, frames. Tests wait until nothing is.

export class Busy {
  #count = 0;
  #waiting: (() => void)[] = [];

  /** Something began; call the answer once, when it is over. */
  begin(): () => void {
    this.#count += 1;
    let over = false;
    return () => {
      if (over) return;
      over = true;
      this.#count -= 1;
      if (this.#count === 0) this.#waiting.splice(0).forEach((done) => done());
    };
  }

  /** Resolves when nothing is under way. */
  async idle(): Promise<void> {
    while (this.#count > 0) await new Promise<void>((done) => this.#waiting.push(done));
  }
}
