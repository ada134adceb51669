import type { ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Viewer } from '#policy/viewer.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the guard: `Viewer.nobody()` without a session. */
    viewer?: Viewer;
    reading?: Promise<Viewer | undefined>;
  }
}

/** Request and reply, the same for routes and for GraphQL. */
export interface HttpExchange {
  readonly req: FastifyRequest;
  readonly reply: FastifyReply;
}

export function httpExchangeOf(context: ExecutionContext): HttpExchange {
  if (context.getType<string>() === 'graphql') {
    return GqlExecutionContext.create(context).getContext<HttpExchange>();
  }
  const http = context.switchToHttp();
  return { req: http.getRequest(), reply: http.getResponse() };
}

export const httpRequestOf = (context: ExecutionContext): FastifyRequest =>
  httpExchangeOf(context).req;

/**
 * Whether the page sent the request by itself, without an action of the person. Such a request does not count as
 * activity and does not extend the session.
 */
export const isBackgroundRequest = ({ headers }: FastifyRequest): boolean =>
  headers['x-trama-background'] !== undefined;
