/** Changes of one stored value. They run in order, so that no earlier change overwrites a later one. */
export class LatestChange {
  private count = 0;
  private last: Promise<unknown> = Promise.resolve();

  /** Runs `work` after the changes before it. Skips it if another change came meanwhile. */
  async change(work: () => Promise<void>): Promise<void> {
    this.count += 1;
    const own = this.count;
    await this.after(async () => {
      if (own === this.count) await work();
    });
  }

  /** Runs `read` after the changes before it. */
  after<T>(read: () => Promise<T>): Promise<T> {
    const next = this.last.then(read);
    this.last = next.catch(() => undefined);
    return next;
  }
}
