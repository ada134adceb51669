/** A set of ids that a rule can search: an EXISTS in SQL, an array in memory. */
export type IdSet = readonly string[];
/** The time of an event; null if the event has not happened. */
export type NullableDate = Date | null;
