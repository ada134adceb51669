import type { ViewerRelation } from '../../../apps/cli/policy-matrix/policy-cases.js';
import type { TestApp } from '../app/app.js';
import type { HttpColumn } from './matrix-people.js';
import type { Person } from '../factories/make-people.js';

/** A person, their column and their relation to the row. `id` is given if this person has a different row. */
export type RelatedPerson = readonly [HttpColumn, ViewerRelation, Person, id?: string];

/** A row in one of its states, with a person in every relation that HTTP tests can distinguish. */
export interface MatrixFixture {
  /** The id that the endpoint's argument takes. */
  readonly id: string;
  /** The id of the row in a list, if it differs from `id`. */
  readonly row?: string;
  /** Values of further arguments that these endpoints need. */
  readonly more?: Readonly<Record<string, string>>;
  readonly people: readonly RelatedPerson[];
}
export type MatrixFixtureFactory = (app: TestApp) => Promise<MatrixFixture>;

/** Inserts a block. */
export const insertBlock = (app: TestApp, one: Person, other: Person) =>
  app.db.query('insert into block (blocker_id, blocked_id) values ($1, $2) returning id', [
    ...[one.accountId, other.accountId],
  ]) as Promise<{ id: string }[]>;

export const insertSeparation = (app: TestApp, one: Person, other: Person) =>
  app.db.query(
    `insert into separation (low_id, high_id) values (least($1, $2)::uuid, greatest($1, $2)::uuid)`,
    [one.accountId, other.accountId],
  );
