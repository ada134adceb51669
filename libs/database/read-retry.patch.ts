import {
  type DataSource,
  QueryFailedError,
  type QueryRunner,
  QueryRunnerAlreadyReleasedError,
  QueryRunnerProviderAlreadyReleasedError,
} from 'typeorm';
import { errorCodeOf, isConnectionLost } from './postgres-error-codes.js';

const READ_ONLY = '25006'; // PostgreSQL's code `read_only_sql_transaction`.
const START = 'start transaction read only';

/**
 * Repeats a read once on another connection if its connection was lost before the answer. The repetition runs in a
 * read-only transaction, so PostgreSQL rejects writes, and they fail with the original error. Statements of an open
 * transaction are not repeated.
 */
export function retryReadsWhenLost({ driver }: DataSource): void {
  const create = driver.createQueryRunner.bind(driver);
  driver.createQueryRunner = (mode) => {
    const runner = create(mode);
    const query = runner.query.bind(runner) as Query;
    noteLoss(runner as Releasing);
    const asked: Query = async (...statement) => {
      try {
        return await query(...statement);
      } catch (error) {
        if (!(error instanceof QueryFailedError) || !isConnectionLost(error)) throw error;
        // PostgreSQL may announce the end of a connection before it closes it; the pool must not reuse it.
        await (runner as Releasing).releasePostgresConnection(error);
        if (runner.isTransactionActive) throw error;
        return again(create(mode), statement, error);
      }
    };
    runner.query = asked as typeof runner.query;
    return runner;
  };
}

/** A method of TypeORM's runner for failed connections, missing in its types. */
interface Releasing extends QueryRunner {
  releasePostgresConnection(error?: Error): Promise<void>;
}

const losses = new WeakMap<QueryRunner, Error>();

function noteLoss(runner: Releasing): void {
  const release = runner.releasePostgresConnection.bind(runner);
  runner.releasePostgresConnection = (error) => {
    if (error) losses.set(runner, error);
    return release(error);
  };
}

/**
 * Returns the error to report for a failed transaction. If its connection ended between two statements, TypeORM only
 * reports a released runner; the cause is the error that ended the connection.
 */
export function rootCauseOf(error: unknown, runner: QueryRunner | undefined): unknown {
  const isReleased =
    error instanceof QueryRunnerAlreadyReleasedError ||
    error instanceof QueryRunnerProviderAlreadyReleasedError;
  return (isReleased && runner && losses.get(runner)) || error;
}

type Query = (...statement: Parameters<QueryRunner['query']>) => Promise<unknown>;

async function again(runner: QueryRunner, statement: Parameters<Query>, lost: unknown) {
  try {
    await runner.query(START);
    return await runner.query(...statement);
  } catch (error) {
    throw errorCodeOf(error) === READ_ONLY ? lost : error;
  } finally {
    await runner.query('rollback').catch(() => undefined);
    await runner.release();
  }
}
