import type { ApolloServerPlugin } from '@apollo/server';
import type { ErrorCode } from '#kernel/errors.js';

const STATUS: Partial<Record<ErrorCode, number>> = { INVALID: 400, TOO_MANY: 429 };

/**
 * Sets the HTTP status of a document that was refused before any resolver ran. Without a status Apollo answers 500,
 * which proxies and monitoring would count as a server error.
 */
export function refusalStatus(): ApolloServerPlugin {
  return {
    requestDidStart: async () => ({
      async willSendResponse({ response: { http, body } }) {
        if (http.status !== 500 || body.kind !== 'single') return;
        const { code, retryAfterSeconds } = body.singleResult.errors?.[0]?.extensions ?? {};
        http.status = STATUS[code as ErrorCode] ?? 500;
        if (retryAfterSeconds) http.headers.set('retry-after', String(retryAfterSeconds));
      },
    }),
  };
}
