import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Conflict, Forbidden, NotFound, Unauthenticated } from '#kernel/errors.js';
import { type DoorAudience, mayPass, Viewer } from '#policy/viewer.js';
import { AUDIENCE } from './for.decorator.js';
import { isBackground, requestOf } from './request.js';
import { takesId } from './takes-id.js';
import { ViewerLoader } from './viewer.loader.js';

/** A page names the account that it was opened as: whoever signed in beside it would else act by what is on that page. */
const EXPECTED_ACCOUNT = 'x-trama-account';

interface Admitted {
  readonly request: { viewer?: Viewer };
}

/** The global, closed guard: members only, unless the door says @For. Reads the session once a request. */
@Injectable()
export class SignedInGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly viewers: ViewerLoader,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    // Nest runs this before a gateway's messages too; who the socket is was settled at its handshake.
    if (context.getType() === 'ws') {
      return context.switchToWs().getClient<Admitted>().request.viewer !== undefined;
    }
    const req = requestOf(context);
    req.reading ??= this.viewers.fromCookie(req.headers.cookie, !isBackground(req));
    const viewer = await req.reading;
    req.viewer = viewer ?? Viewer.nobody();
    const expected = req.headers[EXPECTED_ACCOUNT];
    if (viewer && expected !== undefined && expected !== viewer.accountId)
      throw new Conflict('session.otherAccount');
    const places = [context.getHandler(), context.getClass()];
    const audiences = this.reflector.getAllAndOverride<DoorAudience[] | undefined>(
      AUDIENCE,
      places,
    );
    const answers = (audiences ?? ['member']).map((audience) => mayPass(viewer, audience));
    if (answers.includes('ok')) return true;
    if (!viewer) throw new Unauthenticated();
    throw takesId(context) ? new NotFound() : new Forbidden('door.notForYou');
  }
}
