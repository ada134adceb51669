/** A cached value that is reloaded on request. */
export class ReloadableValue<T> {
  /** The last loaded value; undefined before the first load. */
  current: T | undefined;
  private running: Promise<void> = Promise.resolve();
  /** The next load, until it starts. */
  private queued: Promise<void> | undefined;
  private hasFailed = false;

  constructor(private readonly load: () => Promise<T>) {}

  /**
   * Loads one at a time, so that an older result never overwrites a newer one. Resolves after a load that started after
   * this call.
   */
  reload(): Promise<void> {
    this.queued ??= this.running = this.running.then(() => {
      this.queued = undefined;
      return this.loadOnce();
    });
    return this.queued;
  }

  /** Reloads in the background if the last load failed. */
  retry(): void {
    if (this.hasFailed) void this.reload();
  }

  private async loadOnce(): Promise<void> {
    this.hasFailed = false;
    try {
      this.current = await this.load();
    } catch {
      this.hasFailed = true;
    }
  }
}
