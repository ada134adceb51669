/** PostgreSQL's error code (`23505` …) of anything thrown, or ''. */
export function codeOf(error: unknown): string {
  const { code, driverError } = (error ?? {}) as { code?: string; driverError?: { code?: string } };
  return driverError?.code ?? code ?? '';
}

/** Whether a write failed because the row is already there. */
export const isDuplicate = (error: unknown): boolean => codeOf(error) === '23505';

/** Whether somebody else held a lock for longer than the transaction would wait (`lock_timeout`). */
export const isHeld = (error: unknown): boolean => codeOf(error) === '55P03';

/** Whether PostgreSQL ended a statement that took too long (`statement_timeout`), and so undid it. */
export const isCancelled = (error: unknown): boolean => codeOf(error) === '57014';

/** The server ends the connection: told to, after a crash of another one, or while it starts. */
const ENDS_CONNECTION = /^(57P0[1-3]|08...)$/;

/** Errors of Node for another side that cannot be reached, or that was lost. */
const OUT_OF_REACH = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT'],
  ...['EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN'],
]);

/** PostgreSQL has no connection left for anybody. */
const TOO_MANY_CONNECTIONS = '53300';

/** Messages of `pg` and its pool for a connection that ended or could not be opened in time; these errors have no code. */
const SAYS_LOST =
  /^(Connection terminated|Client (has encountered a connection error|was closed) and is not queryable|timeout expired|timeout exceeded when trying to connect)/;

/**
 * Whether this was thrown because a server that the process needs, PostgreSQL first of all, was lost or could not be
 * reached: the same request may succeed a moment later. Whether a write happened is unknown.
 */
export function isOutage(error: unknown): boolean {
  const code = codeOf(error);
  if (code === TOO_MANY_CONNECTIONS || OUT_OF_REACH.has(code)) return true;
  if (code) return ENDS_CONNECTION.test(code);
  return error instanceof Error && SAYS_LOST.test(error.message);
}

/** Whether PostgreSQL itself refused a statement, and so undid it. */
const isRefusedByPostgres = (error: unknown): boolean =>
  /^(?=.*[0-9])[0-9A-Z]{5}$/.test(codeOf(error));

/** Whether the connection ended before the answer came: whether the statement ran is then unknown. */
export const isLost = (error: unknown): boolean =>
  !isRefusedByPostgres(error) || ENDS_CONNECTION.test(codeOf(error));
