/** The closed list of refusals. Anything else that is thrown is logged with an id and shown as "Something went wrong". */
export type ErrorCode =
  'NOT_FOUND' | 'FORBIDDEN' | 'UNAUTHENTICATED' | 'INVALID' | 'CONFLICT' | 'TOO_MANY' | 'INTERNAL';

/** A refusal. `reason` is a message key that the web app translates; it never carries data of anybody. */
export abstract class Refusal extends Error {
  abstract readonly code: ErrorCode;
  abstract readonly status: number;
  constructor(
    readonly reason?: string,
    /** For Invalid: the inputs at fault and what is wrong with each. */
    readonly fields?: Readonly<Record<string, string>>,
  ) {
    super(reason ?? 'refused');
  }
}

/** Absent and hidden are this same answer: it takes no reason, so that nothing can differ. */
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
/** The thing changed meanwhile, or the act was done already by another. */
export class Conflict extends Refusal {
  readonly code = 'CONFLICT';
  readonly status = 409;
}
/** A quota or limit; `retryAfterSeconds` where waiting helps. */
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
