/** A value that is kept in memory and loaded again on request. */
export class ReloadedValue<T> {
  /** As it was loaded last; undefined until it was. */
  current: T | undefined;
  private running: Promise<void> = Promise.resolve();
  /** The next load, while it has not begun. */
  private queued: Promise<void> | undefined;
  private hasFailed = false;

  constructor(private readonly load: () => Promise<T>) {}

  /** One load at a time, so that none overwrites a later one. Resolves after a load that began after this call. */
  reload(): Promise<void> {
    this.queued ??= this.running = this.running.then(() => {
      this.queued = undefined;
      return this.loadOnce();
    });
    return this.queued;
  }

  /** Tries again where the last load failed, and waits for nothing. */
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
