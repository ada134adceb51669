/** The closed list of refusals. Any other error is logged with a reference and shown as "Something went wrong". */
export type ErrorCode =
  'NOT_FOUND' | 'FORBIDDEN' | 'UNAUTHENTICATED' | 'INVALID' | 'CONFLICT' | 'TOO_MANY' | 'INTERNAL';

/** An expected error. `reason` is a message key that the web app translates; it never contains personal data. */
export abstract class Refusal extends Error {
  abstract readonly code: ErrorCode;
  abstract readonly status: number;
  constructor(
    readonly reason?: string,
    /** For Invalid: the violated rule of each invalid field. */
    readonly fields?: Readonly<Record<string, string>>,
  ) {
    super(reason ?? 'refused');
  }
}

/** The answer for absent and hidden rows alike. It takes no reason, so that the two cannot differ. */
export class NotFound extends Refusal {
  readonly code = 'NOT_FOUND';
  readonly status = 404;
  constructor() {
    super();
  }
}
export class Forbidden extends Refusal {
  readonly code = 'FORBIDDEN';
  readonly status = 403;
}
export class Unauthenticated extends Refusal {
  readonly code = 'UNAUTHENTICATED';
  readonly status = 401;
}
export class Invalid extends Refusal {
  readonly code = 'INVALID';
  readonly status = 400;
}
/** The row changed after the client read it, or another account already did this. */
export class Conflict extends Refusal {
  readonly code = 'CONFLICT';
  readonly status = 409;
}
/** A quota or rate limit was exceeded. `retryAfterSeconds` is set if waiting helps. */
export class TooMany extends Refusal {
  readonly code = 'TOO_MANY';
  readonly status = 429;
  constructor(
    reason?: string,
    readonly retryAfterSeconds?: number,
  ) {
    super(reason);
  }
}
