import type { Relation } from '../../../apps/cli/matrix/worlds.js';
import type { TestApp } from '../app/app.js';
import type { HttpColumn } from './matrix-people.js';
import type { Person } from '../factories/world.js';

/** Somebody in a relation to the row; `id` where the row of their own is another. */
export type Related = readonly [HttpColumn, Relation, Person, id?: string];

/** A row of a subject in one of its states, and people in every relation to it that HTTP can tell apart. */
export interface Place {
  /** What the argument of a door names. */
  readonly id: string;
  /** What a list shows of it, where that is another id. */
  readonly row?: string;
  /** What else an argument of this row's doors must name. */
  readonly more?: Readonly<Record<string, string>>;
  readonly people: readonly Related[];
}
export type Placer = (app: TestApp) => Promise<Place>;

/** A block of one by the other. */
export const blocked = (app: TestApp, one: Person, other: Person) =>
  app.db.query('insert into block (blocker_id, blocked_id) values ($1, $2) returning id', [
    ...[one.accountId, other.accountId],
  ]) as Promise<{ id: string }[]>;

export const separated = (app: TestApp, one: Person, other: Person) =>
  app.db.query(
    `insert into separation (low_id, high_id) values (least($1, $2)::uuid, greatest($1, $2)::uuid)`,
    [one.accountId, other.accountId],
  );
