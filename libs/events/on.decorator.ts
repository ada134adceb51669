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

export interface ListenSettings {
  readonly event: EventType<object>;
  readonly id?: string | undefined;
}

/**
 * The method handles the event in a transaction of its own, at least once; a receipt makes a repeat harmless. One event
 * a handler. Its identifier, `Class.method`, stands in receipts and queued jobs: a renamed one keeps the old as `id`.
 */
export const On = <P extends object>(
  event: EventType<P>,
  { id }: { readonly id?: string | undefined } = {},
): MethodDecoratorOf<Handler<P>> =>
  SetMetadata(LISTENS, { event, id }) as MethodDecoratorOf<Handler<P>>;

export interface JobSettings {
  readonly name: string;
  /** A cron line in UTC: `0 3 * * *`. Unset: runs only when asked by `events.ask(name, …)`. */
  readonly cron?: string;
  /** One job of a queue runs at a time, on all nodes together: what waits in it holds up nothing else. */
  readonly queue?: string;
  /** Its statements go through whole tables and may take a minute; those of others take as long as a request's. */
  readonly isLong?: boolean;
  /** It destroys what is over, and so runs only while the clocks agree. */
  readonly destroys?: boolean;
}

/** The method is a job: run by the clock, or when asked for. It gets a payload and its job's id. A repeat must be harmless. */
export const Job = (settings: JobSettings) => SetMetadata(JOB, settings);
