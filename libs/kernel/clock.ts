/**
 * Returns the time of the machine's own clock in milliseconds. Tests cannot move this clock. Use it only to compare
 * clocks with another machine.
 */
export const systemTime = (): number => Date.now();

/** The application's time. Tests and the demo world replace the class to move it. */
export class Clock {
  now(): Date {
    return new Date();
  }

  /** Returns the time `ms` milliseconds from now; a negative value gives a past time. */
  in(ms: number): Date {
    return new Date(this.now().getTime() + ms);
  }

  /** Returns the whole seconds from now until `ms` milliseconds after `since`. */
  secondsUntil(since: Date, ms: number): number {
    return Math.ceil((since.getTime() + ms - this.now().getTime()) / SECOND);
  }
}

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** A clock that tests and the creation of the demo world can set. */
export class MovableClock extends Clock {
  private offset = 0;

  override now(): Date {
    return new Date(Date.now() + this.offset);
  }

  /** Moves the clock by `ms` milliseconds; a negative value moves it back. */
  move(ms: number): void {
    this.offset += ms;
  }

  /** Sets the clock, which then continues from that time. */
  set(at: Date): void {
    this.offset = at.getTime() - Date.now();
  }
}
