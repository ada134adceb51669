import type { INestApplicationContext, Type } from '@nestjs/common';
import { ViewerLoader } from '#access/viewer.loader.js';
import { Database } from '#database/database.js';
import { DAY, MINUTE, type MovableClock } from '#kernel/clock.js';
import { SessionsService } from '#members/sessions/sessions.service.js';
import type { Viewer } from '#policy/viewer.js';

/** A step in the history of the demo world, with the number of days before now. */
export interface DemoStep {
  readonly daysAgo: number;
  run(): Promise<void>;
}

/** The context in which the demo world is played: services, an adjustable clock, and the accounts by handle. */
export class DemoContext {
  /** Account ids by handle. */
  readonly accounts = new Map<string, string>();
  private readonly now: number;

  constructor(
    private readonly app: INestApplicationContext,
    private readonly clock: MovableClock,
  ) {
    this.now = clock.now().getTime();
  }

  get<T>(type: Type<T> | (abstract new (...args: never[]) => T)): T {
    return this.app.get(type as Type<T>, { strict: false });
  }

  get db(): Database {
    return this.get(Database);
  }

  accountOf(handle: string): string {
    const id = this.accounts.get(handle);
    if (!id) throw new Error(`The demo world has no account with the handle ${handle} yet`);
    return id;
  }

  /** Loads the person's viewer at the current time of the clock. */
  async viewer(handle: string): Promise<Viewer> {
    const viewer = await this.get(ViewerLoader).byAccount(this.accountOf(handle));
    if (!viewer) throw new Error(`${handle} cannot sign in`);
    return viewer;
  }

  /** Runs an act in a session with a recent password confirmation and ends the session afterwards. */
  async confirmed<T>(handle: string, act: (viewer: Viewer) => Promise<T>): Promise<T> {
    const accountId = this.accountOf(handle);
    const { session } = await this.get(SessionsService).open(accountId, '');
    const done = await act((await this.get(ViewerLoader).bySession(session.id))!);
    await this.get(SessionsService).end(accountId, session.id);
    return done;
  }

  /** The current time of the clock. */
  get moment(): Date {
    return this.clock.now();
  }

  /** Sets the clock to this many days before the start. */
  moveTo(daysAgo: number): void {
    this.clock.set(new Date(this.now - daysAgo * DAY));
  }

  /** Runs the steps in chronological order, each at its time. */
  async play(acts: readonly DemoStep[]): Promise<void> {
    for (const act of acts.toSorted((a, b) => b.daysAgo - a.daysAgo)) {
      this.moveTo(act.daysAgo);
      await act.run();
    }
    this.moveTo(0);
  }
}

export const minutesToDays = (minutes: number): number => (minutes * MINUTE) / DAY;
