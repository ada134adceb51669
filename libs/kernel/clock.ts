/** Milliseconds of this machine's clock, which nothing moves; for comparing it with another machine's. */
export const systemTime = (): number => Date.now();

/** The server's time. Tests and the demo world replace it by class to move it. */
export class Clock {
  now(): Date {
    return new Date();
  }

  /** The moment `ms` milliseconds from now (negative: before now). */
  in(ms: number): Date {
    return new Date(this.now().getTime() + ms);
  }

  /** Whole seconds until `ms` milliseconds after `since` are over. */
  secondsUntil(since: Date, ms: number): number {
    return Math.ceil((since.getTime() + ms - this.now().getTime()) / SECOND);
  }
}

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** A clock that stands where it was put, for tests and for the making of the demo world. */
export class MovableClock extends Clock {
  private offset = 0;

  override now(): Date {
    return new Date(Date.now() + this.offset);
  }

  /** Moves on by `ms` milliseconds (negative: back). */
  move(ms: number): void {
    this.offset += ms;
  }

  /** Puts the clock at a moment; it runs on from there. */
  set(at: Date): void {
    this.offset = at.getTime() - Date.now();
  }
}
