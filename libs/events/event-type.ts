/**
 * A fact that happened, delivered to handlers after COMMIT. The payload `P` contains ids and facts, never text written
 * by people.
 */
export interface EventType<P extends object> {
  readonly name: string;
  /** Whether the event is only recorded and needs no handler. */
  readonly isRecordOnly: boolean;
  /** Exists only for type inference of the payload. */
  readonly payload?: P;
}

const known = new Map<string, EventType<object>>();

/**
 * Declares an event. The name is a noun and a past participle, such as `channel.archived`. Throws if another event has
 * the same name.
 */
export function defineEvent<P extends object>(
  name: string,
  options: { recordOnly?: boolean } = {},
): EventType<P> {
  if (known.has(name)) throw new Error(`The event ${name} is defined twice`);
  const event = { name, isRecordOnly: options.recordOnly ?? false };
  known.set(name, event);
  return event;
}

/** Returns every event of the loaded code, for the architecture tests. */
export const allEventTypes = (): readonly EventType<object>[] => [...known.values()];
