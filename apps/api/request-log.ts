import { LogController, type FastifyReply, type FastifyRequest } from 'fastify';

/** Logs one line for each answered request: method, path without query, status and milliseconds. */
export class RequestLog extends LogController {
  override incomingRequest(): void {
    // Logs only completed requests: a request has no id, so a log line at its start could not be matched with one at
    // its end.
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
