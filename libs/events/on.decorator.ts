import { SetMetadata } from '@nestjs/common';
import type { EventType } from './event-type.js';

export const ON_METADATA = 'events:listens';
export const JOB_METADATA = 'events:job';

type Handler<P> = (payload: P, eventId: string) => Promise<void>;
type MethodDecoratorOf<Least> = <H extends Least>(
  target: object,
  name: string | symbol,
  descriptor: TypedPropertyDescriptor<H>,
) => void;

export interface EventHandlerSettings {
  readonly event: EventType<object>;
  readonly id?: string | undefined;
}

/**
 * Makes a method the handler of one event. It runs at least once, in its own transaction; a receipt makes a repeat
 * harmless. Its identifier `Class.method` is stored in receipts and queued jobs, so a renamed handler must keep the old
 * one as `id`.
 */
export const On = <P extends object>(
  event: EventType<P>,
  { id }: { readonly id?: string | undefined } = {},
): MethodDecoratorOf<Handler<P>> =>
  SetMetadata(ON_METADATA, { event, id }) as MethodDecoratorOf<Handler<P>>;

export interface JobSettings {
  readonly name: string;
  /** Cron expression in UTC, such as `0 3 * * *`. Without it the job runs only on `events.ask(name, …)`. */
  readonly cron?: string;
  /** Only one job of a named queue runs at a time, across all nodes. Jobs that wait in it do not block others. */
  readonly queue?: string;
  /** Allows statements of up to a minute, for scans of whole tables. Other jobs have the timeout of requests. */
  readonly isLong?: boolean;
  /** Deletes expired data, and therefore runs only while the clocks of this node and of PostgreSQL agree. */
  readonly destroys?: boolean;
}

/**
 * Makes a method a job, run on a schedule or on request. It receives the payload and the job's id, and must be
 * idempotent.
 */
export const Job = (settings: JobSettings) => SetMetadata(JOB_METADATA, settings);
