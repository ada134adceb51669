import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Clock } from '#kernel/clock.js';
import type { Viewer } from '#policy/viewer.js';
import { OwnRequestViewsService } from '#support/requests/own-request-views.service.js';
import { OwnApplicationService } from '#vetting/applicants/own-application.service.js';
import type { MyApplication } from '#vetting/applicants/my-application.view.js';
import { recoveryPhrasePage } from '../../web/public-pages/status/withdrawal-pages.js';
import type { StatusPageContext } from '../../web/public-pages/status/status-layout.js';
import { PublicPages } from './public-pages.js';
import { pageLanguage } from './page-request.js';

type Answer = FastifyReply | Promise<FastifyReply>;

@Injectable()
export class ApplicationStatusPages {
  constructor(
    private readonly out: PublicPages,
    private readonly own: OwnApplicationService,
    private readonly requests: OwnRequestViewsService,
    private readonly clock: Clock,
  ) {}

  /**
   * Renders the viewer's own application. Asks a viewer without an application for the recovery phrase, and redirects a
   * member to the app.
   */
  async ofOwn(
    req: FastifyRequest,
    reply: FastifyReply,
    viewer: Viewer,
    show: (view: MyApplication, place: StatusPageContext) => Answer,
  ): Promise<FastifyReply> {
    if (viewer.standing === 'member') return reply.redirect('/app', 303);
    const place = this.place(req);
    const view = await this.own.read(viewer, place.language);
    if (!view) return this.send(reply, recoveryPhrasePage(place));
    const support = (await this.requests.stateOf(viewer)) ?? undefined;
    const withoutPhrase = support ? await this.requests.withoutPhrase(viewer) : [];
    return show(view, { ...place, support, withoutPhrase });
  }

  send(reply: FastifyReply, page: string, status = 200): FastifyReply {
    return this.out.send(reply, page, status);
  }

  toStatus(req: FastifyRequest, reply: FastifyReply): FastifyReply {
    return reply.redirect(`/${pageLanguage(req)}/join/status`, 303);
  }

  place(req: FastifyRequest): StatusPageContext {
    return { language: pageLanguage(req), assets: this.out.assets, now: this.clock.now() };
  }
}
