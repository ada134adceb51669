import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal, TooMany } from '#kernel/errors.js';
import { isHtmlFormRequest, languageOfForm } from './sessions/html-form-request.js';

/**
 * Handles a rejected sign-in: API clients get the error code, HTML forms are redirected to their page with an
 * explanation.
 */
@Catch(Refusal)
export class SignInExceptionFilter implements ExceptionFilter {
  catch(refusal: Refusal, host: ArgumentsHost) {
    const http = host.switchToHttp();
    const req = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const seconds = refusal instanceof TooMany ? refusal.retryAfterSeconds : undefined;
    if (seconds) reply.header('retry-after', seconds);
    if (isHtmlFormRequest(req)) {
      return void reply.redirect(
        `/${languageOfForm(req.body)}/sign-in?state=${stateOf(refusal)}`,
        303,
      );
    }
    const { code, reason, status } = refusal;
    const wait = seconds ? { retryAfterSeconds: seconds } : {};
    return void reply.code(status).send({ code, reason, ...wait });
  }
}

function stateOf(refusal: Refusal): string {
  if (refusal instanceof TooMany) return refusal.reason === 'signIn.busy' ? 'busy' : 'wait';
  return refusal.reason === 'account.idle' ? 'idle' : 'refused';
}
