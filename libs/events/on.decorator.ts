import { SetMetadata } from '@nestjs/common';
import type { EventType } from './define-event.js';

export const LISTENS = 'events:listens';
export const JOB = 'events:job';

type Handler<P> = (payload: P, eventId: string) => Promise<void>;
type MethodDecoratorOf<Least> = <H extends Least>(
  target: object,
  name: string | symbol,
  descriptor: TypedPropertyDescriptor<H>,
) => void;

/**
 * The method hears the event, in a transaction of its own, at least once; a receipt makes a repeat harmless.
 * One event a handler; class and method name the receipt.
 */
export const On = <P extends object>(event: EventType<P>): MethodDecoratorOf<Handler<P>> =>
  SetMetadata(LISTENS, event) as MethodDecoratorOf<Handler<P>>;

export interface JobSettings {
  readonly name: string;
  /** A cron line in UTC: `0 3 * * *`. Unset: runs only when asked by `events.ask(name, …)`. */
  readonly cron?: string;
}

/** The method is a job: run by the clock, or when asked for. A repeat must be harmless. */
export const Job = (settings: JobSettings) => SetMetadata(JOB, settings);
