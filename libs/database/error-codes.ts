/** PostgreSQL's error code (`23505` …) of anything thrown, or ''. */
export function codeOf(error: unknown): string {
  const { code, driverError } = (error ?? {}) as { code?: string; driverError?: { code?: string } };
  return driverError?.code ?? code ?? '';
}

/** Whether a write failed because the row is already there. */
export const isDuplicate = (error: unknown): boolean => codeOf(error) === '23505';

/** Whether somebody else held a lock for longer than the transaction would wait (`lock_timeout`). */
export const isHeld = (error: unknown): boolean => codeOf(error) === '55P03';

/** The server ends the connection: told to, after a crash of another one, or while it starts. */
const ENDS_CONNECTION = /^(57P0[1-3]|08...)$/;

/** Whether PostgreSQL itself refused a statement, and so undid it. */
const isRefusedByPostgres = (error: unknown): boolean =>
  /^(?=.*[0-9])[0-9A-Z]{5}$/.test(codeOf(error));

/** Whether the connection ended before the answer came: whether the statement ran is then unknown. */
export const isLost = (error: unknown): boolean =>
  !isRefusedByPostgres(error) || ENDS_CONNECTION.test(codeOf(error));
