import { UNEXPECTED_ERROR_CHANNEL } from '../../../apps/api/error-responses.js';
import type { TestApp } from './app.js';
import type { Answer } from '../gql/schema.js';
import { nextNode } from './next-node.js';

export type ErrorCode =
  'NOT_FOUND' | 'FORBIDDEN' | 'UNAUTHENTICATED' | 'INVALID' | 'CONFLICT' | 'TOO_MANY' | 'INTERNAL';

/** Errors behind INTERNAL responses, by their reference. */
const causes = new Map<string, unknown>();
UNEXPECTED_ERROR_CHANNEL.subscribe((message) => {
  const { reference, error } = message as { reference: string; error: unknown };
  causes.set(reference, error);
});

/** Prints the cause of an INTERNAL response, because the application writes no log in tests. */
export function printCause({ code, reference }: Extensions): void {
  if (code === 'INTERNAL') console.error('INTERNAL because of', causes.get(reference ?? ''));
}

/** A refusal as a client receives it: `expect(…).rejects.toMatchObject({ code: 'NOT_FOUND' })`. */
export class RefusedError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly reason: string | undefined,
    readonly fields: Record<string, string> | undefined,
    readonly raw: unknown,
  ) {
    super(`${code}${reason ? ` ${reason}` : ''}`);
  }
}

/** The sender of a request: a signed-in person, or an anonymous client. */
export interface Requester {
  readonly app: TestApp;
  /** The Cookie header; undefined when not signed in. */
  readonly cookie?: string | undefined;
}

export type GraphqlVariables = Record<string, unknown>;

/** A GraphQL client over HTTP for one person. */
export function apiAs(asker: Requester) {
  const post = (body: unknown, headers: Record<string, string> = {}) =>
    send(asker, '/graphql', { body: JSON.stringify(body), headers: { ...JSON_BODY, ...headers } });
  return {
    /** Returns the raw HTTP response, for tests about status, headers and bytes. */
    raw: (document: string, variables: GraphqlVariables = {}) =>
      post({ query: document, variables }),

    /** Returns the data, or throws RefusedError with the code of the first error. */
    async ask<T = Answer>(document: string, variables: GraphqlVariables = {}): Promise<T> {
      const answer = (await (await post({ query: document, variables })).json()) as Result<T>;
      const [error] = answer.errors ?? [];
      if (error || !answer.data) throw refused(error?.extensions, answer);
      return answer.data;
    },

    /** Returns the error code of a document, or 'OK'. */
    async code(document: string, variables: GraphqlVariables = {}): Promise<ErrorCode | 'OK'> {
      const answer = (await (await post({ query: document, variables })).json()) as Result<unknown>;
      const extensions = answer.errors?.[0]?.extensions;
      if (extensions) printCause(extensions);
      return extensions?.code ?? 'OK';
    },
  };
}

const JSON_BODY = { 'content-type': 'application/json' };

interface Result<T> {
  readonly data?: T;
  readonly errors?: readonly { extensions?: Extensions }[];
}
interface Extensions {
  readonly code?: ErrorCode;
  readonly reason?: string;
  readonly fields?: Record<string, string>;
  readonly reference?: string | undefined;
}

function refused(of: Extensions | undefined, raw: unknown): RefusedError {
  if (of) printCause(of);
  return new RefusedError(of?.code ?? 'INTERNAL', of?.reason, of?.fields, raw);
}

interface Sent {
  readonly method?: string;
  readonly body?: string;
  readonly headers?: Record<string, string>;
}

/** Sends a request as a browser on our own page does: with Origin and cookies, without following redirects. */
export function send(asker: Requester, path: string, sent: Sent = {}): Promise<Response> {
  const { cookie } = asker;
  const app = nextNode(asker.app);
  const { method = sent.body === undefined ? 'GET' : 'POST', body, headers = {} } = sent;
  return fetch(`${app.url}${path}`, {
    method,
    redirect: 'manual',
    headers: {
      ...(method !== 'GET' && { origin: app.origin }),
      ...(cookie && { cookie }),
      ...headers,
    },
    ...(body !== undefined && { body }),
  });
}

export const sendJson = (asker: Requester, path: string, body: unknown): Promise<Response> =>
  send(asker, path, { body: JSON.stringify(body), headers: JSON_BODY });

/** Sends a form to a route, as a page without JavaScript does. */
export const sendForm = (asker: Requester, path: string, fields: Record<string, string>) =>
  send(asker, path, {
    body: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
  });
