import { LogController, type FastifyReply, type FastifyRequest } from 'fastify';

/** Logs one line per request when it is answered: method, path without query, status and milliseconds. */
export class RequestLog extends LogController {
  override incomingRequest(): void {
    // Only completed requests are logged: requests have no id that could join two lines.
  }

  override requestCompleted(
    error: Error | null | undefined,
    req: FastifyRequest,
    reply: FastifyReply,
  ): void {
    const said = { req, res: reply, ms: Math.round(reply.elapsedTime) };
    if (error) req.log.error({ ...said, err: error }, 'request failed');
    else req.log.info(said, 'request');
  }
}
