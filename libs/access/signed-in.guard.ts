import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Conflict, Forbidden, NotFound, Unauthenticated } from '#kernel/errors.js';
import { type EndpointAudience, checkAudience, Viewer } from '#policy/viewer.js';
import { AUDIENCE_METADATA_KEY } from './for.decorator.js';
import { isBackgroundRequest, httpRequestOf } from './http-request.js';
import { endpointRequiresId } from './endpoint-requires-id.js';
import { ViewerLoader } from './viewer.loader.js';

/**
 * Header with the account that the page was opened as. Without it, a page could act under another account that signed
 * in later in the same browser.
 */
const EXPECTED_ACCOUNT = 'x-trama-account';

interface Admitted {
  readonly request: { viewer?: Viewer };
}

/** Global guard: allows only members, unless the endpoint has `@For`. Reads the session once per request. */
@Injectable()
export class SignedInGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly viewers: ViewerLoader,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    // Nest also runs guards before socket messages; the viewer of a socket was determined in its handshake.
    if (context.getType() === 'ws') {
      return context.switchToWs().getClient<Admitted>().request.viewer !== undefined;
    }
    const req = httpRequestOf(context);
    req.reading ??= this.viewers.fromCookie(req.headers.cookie, !isBackgroundRequest(req));
    const viewer = await req.reading;
    req.viewer = viewer ?? Viewer.nobody();
    const expected = req.headers[EXPECTED_ACCOUNT];
    if (viewer && expected !== undefined && expected !== viewer.accountId)
      throw new Conflict('session.otherAccount');
    const places = [context.getHandler(), context.getClass()];
    const audiences = this.reflector.getAllAndOverride<EndpointAudience[] | undefined>(
      AUDIENCE_METADATA_KEY,
      places,
    );
    const answers = (audiences ?? ['member']).map((audience) => checkAudience(viewer, audience));
    if (answers.includes('ok')) return true;
    if (!viewer) throw new Unauthenticated();
    throw endpointRequiresId(context) ? new NotFound() : new Forbidden('door.notForYou');
  }
}
