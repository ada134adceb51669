/** A set of ids that a rule may look into; in SQL an EXISTS, in memory a list. */
export type IdSet = readonly string[];
/** Null: it has not come. */
export type Moment = Date | null;
