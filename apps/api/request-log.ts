import { LogController, type FastifyReply, type FastifyRequest } from 'fastify';

/** One line for each request, when it is answered: method, path without its query, status and milliseconds. */
export class RequestLog extends LogController {
  override incomingRequest(): void {
    // Said with the answer: without a name for the request two lines could not be joined.
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
