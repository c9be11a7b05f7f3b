// Something that changes and says so. The canvas and the panels subscribe; nobody polls.

export class Subject {
  #listeners = new Set<() => void>();

  /** Calls `listener` after every change; the answer ends that. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  protected changed(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}
