/** Returns PostgreSQL's error code (`23505` …) of any thrown value, or ''. */
export function errorCodeOf(error: unknown): string {
  const { code, driverError } = (error ?? {}) as { code?: string; driverError?: { code?: string } };
  return driverError?.code ?? code ?? '';
}

export const isDuplicate = (error: unknown): boolean => errorCodeOf(error) === '23505';

/** Whether another transaction held a lock for longer than `lock_timeout`. */
export const isLockTimeout = (error: unknown): boolean => errorCodeOf(error) === '55P03';

/** Whether PostgreSQL cancelled and rolled back a statement that took too long (`statement_timeout`). */
export const isStatementTimeout = (error: unknown): boolean => errorCodeOf(error) === '57014';

/** Codes with which PostgreSQL closes a connection: on shutdown, after a crash, or while it starts. */
const ENDS_CONNECTION = /^(57P0[1-3]|08...)$/;

/** Node's error codes for an unreachable host or a lost connection. */
const OUT_OF_REACH = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT'],
  ...['EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN'],
]);

const TOO_MANY_CONNECTIONS = '53300';

/** Messages of `pg` and its pool for a lost connection or a timeout while connecting; these errors have no code. */
const SAYS_LOST =
  /^(Connection terminated|Client (has encountered a connection error|was closed) and is not queryable|timeout expired|timeout exceeded when trying to connect)/;

/**
 * Whether a required server, usually PostgreSQL, was lost or unreachable: the same request may succeed later. Whether a
 * write was executed is unknown.
 */
export function isDatabaseOutage(error: unknown): boolean {
  const code = errorCodeOf(error);
  if (code === TOO_MANY_CONNECTIONS || OUT_OF_REACH.has(code)) return true;
  if (code) return ENDS_CONNECTION.test(code);
  return error instanceof Error && SAYS_LOST.test(error.message);
}

/** Whether PostgreSQL itself rejected a statement, and so rolled it back. */
const isRefusedByPostgres = (error: unknown): boolean =>
  /^(?=.*[0-9])[0-9A-Z]{5}$/.test(errorCodeOf(error));

/** Whether the connection ended before the answer, so that it is unknown whether the statement ran. */
export const isConnectionLost = (error: unknown): boolean =>
  !isRefusedByPostgres(error) || ENDS_CONNECTION.test(errorCodeOf(error));
