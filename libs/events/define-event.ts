/** Something that happened, told after COMMIT to whoever listens. `P` holds ids and facts, never text of a person. */
export interface EventType<P extends object> {
  readonly name: string;
  /** Nobody needs to listen: the event is a record for later readers. */
  readonly isRecordOnly: boolean;
  /** Only for the compiler: which payload belongs to the event. */
  readonly payload?: P;
}

const known = new Map<string, EventType<object>>();

/** Declares an event: a noun and a past participle, `channel.archived`. Throws when the name is taken. */
export function defineEvent<P extends object>(
  name: string,
  options: { recordOnly?: boolean } = {},
): EventType<P> {
  if (known.has(name)) throw new Error(`The event ${name} is defined twice`);
  const event = { name, isRecordOnly: options.recordOnly ?? false };
  known.set(name, event);
  return event;
}

/** Every event of the loaded code, for the laws. */
export const allEvents = (): readonly EventType<object>[] => [...known.values()];
