import type { Socket } from 'node:net';
import type { Client, Pool } from 'pg';
import type { DataSource } from 'typeorm';

// Properties that the types do not declare: `pg` does not report received bytes or a pending answer, and TypeORM does
// not expose its pool.

interface ClientInternals {
  readonly readyForQuery?: boolean;
  readonly connection: { readonly stream: Socket };
  getTransactionStatus(): string | null;
}
const internals = (client: Client): ClientInternals => client as unknown as ClientInternals;

/** The TCP or Unix socket of a client. */
export const socketOf = (client: Client): Socket => internals(client).connection.stream;

/** Whether the server owes the client an answer. */
export const isAnswerDue = (client: Client): boolean => internals(client).readyForQuery === false;

/** Whether the client is connected and in no transaction. */
export const isOutsideTransaction = (client: Client): boolean =>
  internals(client).getTransactionStatus() === 'I';

/** The pool behind an initialised data source. */
export const poolOf = ({ driver }: DataSource): Pool =>
  (driver as unknown as { readonly master: Pool }).master;
