import { channel } from 'node:diagnostics_channel';
import { unwrapResolverError } from '@apollo/server/errors';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import {
  errorCodeOf,
  isStatementTimeout,
  isDatabaseOutage,
} from '#database/postgres-error-codes.js';
import { type ErrorCode, Refusal, TooMany } from '#kernel/errors.js';
import { newId } from '#kernel/ids.js';
import { stackFramesOf } from '#kernel/logger.js';

const BY_STATUS: Record<number, ErrorCode> = {
  400: 'INVALID',
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  409: 'CONFLICT',
  413: 'INVALID',
  415: 'INVALID',
  429: 'TOO_MANY',
};

interface Answer {
  readonly code: ErrorCode;
  readonly reason?: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly retryAfterSeconds?: number;
  /** Identifies the log entry with the details. */
  readonly reference?: string;
}

/**
 * The error while PostgreSQL is unavailable or slow: the client may retry soon. The reason distinguishes this error
 * from the rate limit of an account.
 */
const AWAY = new TooMany('server.away', 2);
const AWAY_STATUS = 503;
const isAway = (error: unknown): boolean => isDatabaseOutage(error) || isStatementTimeout(error);

interface Log {
  unexpected(reference: string, error: unknown): void;
  outage(error: unknown): void;
}

/**
 * Converts an error into the answer for a client. A lost PostgreSQL connection or a statement that timed out gives
 * TOO_MANY with a time to try again. Any other error that is not a `Refusal` is logged and gives INTERNAL.
 */
function answerTo(error: unknown, log: Log): Answer {
  if (error instanceof Refusal) {
    const { code, reason, fields } = error;
    const retryAfterSeconds = error instanceof TooMany ? error.retryAfterSeconds : undefined;
    return {
      code,
      ...(reason && { reason }),
      ...(fields && { fields }),
      ...(retryAfterSeconds && { retryAfterSeconds }),
    };
  }
  const code = BY_STATUS[statusOf(error)];
  if (code) return { code };
  if (isAway(error)) {
    log.outage(error);
    return answerTo(AWAY, log);
  }
  const reference = newId();
  log.unexpected(reference, error);
  return { code: 'INTERNAL', reference };
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  return (error as { statusCode?: number } | undefined)?.statusCode ?? 500;
}

/** Diagnostics channel on which tests receive the error behind an INTERNAL answer, with its reference. */
export const UNEXPECTED_ERROR_CHANNEL = channel('trama.unexpected-error');

/** Failures within this time of each other count as one outage, which is logged once. */
const OUTAGE_PAUSE_MS = 10_000;
let outageAt = -Infinity;

const logTo = (logger: Logger): Log => ({
  unexpected(reference, error) {
    logger.error({ reference, ...factsOf(error) }, 'unexpected error');
    UNEXPECTED_ERROR_CHANNEL.publish({ reference, error });
  },
  outage(error) {
    const isNew = performance.now() - outageAt > OUTAGE_PAUSE_MS;
    outageAt = performance.now();
    if (!isNew) return;
    const facts = { code: errorCodeOf(error), ...factsOf(error) };
    logger.error(facts, 'PostgreSQL was lost or too slow; requests are asked to try again');
  },
});

function factsOf(error: unknown) {
  const { name, stack } = error instanceof Error ? error : new Error('not an error');
  return { error: name, places: stackFramesOf(stack) };
}

/** Formats every GraphQL error with `extensions.code` and a message key. */
export function createGraphqlErrorFormatter(logger: Logger) {
  const log = logTo(logger);
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const cause = refusalIn(error) ?? unwrapResolverError(error);
    const isBeforeResolvers = cause === error && !(cause instanceof Refusal);
    const answer: Answer = isBeforeResolvers ? beforeResolvers(formatted) : answerTo(cause, log);
    const message = answer.code === 'INTERNAL' ? 'Something went wrong' : answer.code;
    const path = formatted.path && { path: formatted.path };
    return { message, ...path, extensions: { ...answer } };
  };
}

/** Finds the `Refusal` that an Apollo plugin threw: Apollo wraps the `Refusal` in another error. */
const refusalIn = (error: unknown): Refusal | undefined => {
  const { originalError } = (error ?? {}) as { originalError?: unknown };
  return originalError instanceof Refusal ? originalError : undefined;
};

/**
 * Answers a document that Apollo refused: it does not match the schema or exceeds a limit. Discloses nothing of the
 * schema.
 */
function beforeResolvers(formatted: GraphQLFormattedError): Answer {
  const code = formatted.extensions?.['code'];
  if (code === 'INTERNAL_SERVER_ERROR' && formatted.path) return { code: 'INTERNAL' };
  return { code: 'INVALID', reason: 'document' };
}

/** Answers a refused HTTP route like GraphQL: `{code, reason}` with the matching status. */
@Catch()
export class RefusalFilter implements ExceptionFilter {
  private readonly log: Log;

  constructor(logger: Logger) {
    this.log = logTo(logger);
  }

  catch(error: unknown, host: ArgumentsHost) {
    if (host.getType() !== 'http') throw error; // GraphQL has its own formatter, and socket handlers answer themselves
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    send(reply, error, this.log);
  }
}

/** Refuses a malformed URL before any route or hook runs. The answer does not repeat the URL. */
export const refuseMalformedUrl =
  (headers: Record<string, string>) =>
  (_error: unknown, _req: unknown, reply: FastifyReply): void => {
    void reply
      .headers(headers)
      .header('cache-control', 'no-store')
      .code(400)
      .send({ code: 'INVALID' });
  };

function send(reply: FastifyReply, error: unknown, log: Log): void {
  const answer = answerTo(error, log);
  const status = isAway(error) ? AWAY_STATUS : statusFor(error);
  if (answer.retryAfterSeconds) reply.header('retry-after', answer.retryAfterSeconds);
  void reply.code(status).send(answer);
}

function statusFor(error: unknown): number {
  if (error instanceof Refusal) return error.status;
  return BY_STATUS[statusOf(error)] ? statusOf(error) : 500;
}
