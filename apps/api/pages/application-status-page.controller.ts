import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentViewer, For } from '#access/for.decorator.js';
import { NotFound, TooMany, Unauthenticated } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { SignInService } from '#signin/sessions/sign-in.service.js';
import { ApplicationRateLimits } from '#vetting/applicants/application-rate-limits.js';
import { RecoveryPhraseSignIn } from '#vetting/applicants/recovery-phrase-sign-in.js';
import type { PhraseProblem } from '../../web/public-pages/phrase-field.js';
import { statusPage } from '../../web/public-pages/status/status-page.js';
import {
  withdrawPage,
  recoveryPhrasePage,
} from '../../web/public-pages/status/withdrawal-pages.js';
import { submittedAnswersPage } from '../../web/public-pages/status/submitted-answers-page.js';
import { type FormFields, localisedPaths, formFieldText } from './page-request.js';
import { ApplicationStatusPages } from './application-status-pages.js';

/** Serves the status page of an application, which also works without JavaScript. */
@For('anyone')
@Controller()
export class ApplicationStatusPageController {
  constructor(
    private readonly pages: ApplicationStatusPages,
    private readonly back: RecoveryPhraseSignIn,
    private readonly limits: ApplicationRateLimits,
    private readonly entrance: SignInService,
  ) {}

  @Get(localisedPaths('join/status'))
  status(@Req() req: FastifyRequest, @Res() reply: FastifyReply, @CurrentViewer() viewer: Viewer) {
    return this.pages.ofOwn(req, reply, viewer, (view, place) =>
      this.pages.send(reply, statusPage(place, view)),
    );
  }

  /** Signs the applicant in with the recovery phrase. Every wrong phrase gets the same answer. */
  @Post(localisedPaths('join/status'))
  async comeBack(@Req() req: FastifyRequest, @Res() reply: FastifyReply, @Body() body: FormFields) {
    const words = formFieldText(body, 'words');
    try {
      await this.limits.returning(req.ip);
      const account = await this.back.accountOf(words);
      await this.entrance.enter(account, req, reply);
    } catch (error) {
      const problem = refusalOf(error);
      if (!problem) throw error;
      const page = recoveryPhrasePage(this.pages.place(req), { problem, typed: words });
      return this.pages.send(reply, page, problem === 'wait' ? 429 : 400);
    }
    return this.pages.toStatus(req, reply);
  }

  @Get(localisedPaths('join/status/sent'))
  sent(@Req() req: FastifyRequest, @Res() reply: FastifyReply, @CurrentViewer() viewer: Viewer) {
    return this.pages.ofOwn(req, reply, viewer, (view, place) =>
      view.answers
        ? this.pages.send(reply, submittedAnswersPage(place, view.answers, view))
        : this.pages.toStatus(req, reply),
    );
  }

  @Get(localisedPaths('join/status/leave'))
  leave(@Req() req: FastifyRequest, @Res() reply: FastifyReply, @CurrentViewer() viewer: Viewer) {
    return this.pages.ofOwn(req, reply, viewer, (view, place) =>
      this.pages.send(reply, withdrawPage(place, view)),
    );
  }
}

/**
 * Returns `wrong` also if the recovery phrase was replaced during the request, so that the answer is the same as for an
 * unknown phrase.
 */
function refusalOf(error: unknown): PhraseProblem | undefined {
  if (error instanceof TooMany) return 'wait';
  return error instanceof NotFound || error instanceof Unauthenticated ? 'wrong' : undefined;
}
