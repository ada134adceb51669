import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentViewer, For } from '#access/for.decorator.js';
import { Invalid, NotFound, TooMany } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { SignInService } from '#signin/sessions/sign-in.service.js';
import { CaseGuestsService } from '#support/requests/guests/case-guests.service.js';
import type { PhraseProblem } from '../../web/public-pages/phrase-field.js';
import { returnPage } from '../../web/public-pages/support/return-page.js';
import { type FormFields, formFieldText, localisedPaths, pageLanguage } from './page-request.js';
import { PublicPages } from './public-pages.js';

/** Serves the page that opens a case by its recovery phrase. It also works without JavaScript. */
@For('anyone')
@Controller()
export class SupportReturnPageController {
  constructor(
    private readonly out: PublicPages,
    private readonly guests: CaseGuestsService,
    private readonly entrance: SignInService,
  ) {}

  /** Redirects to the case while it is open in this browser. */
  @Get(localisedPaths('support/return'))
  form(@Req() req: FastifyRequest, @Res() reply: FastifyReply, @CurrentViewer() viewer: Viewer) {
    if (viewer.standing === 'guest') return reply.redirect('/app/support', 303);
    return this.out.send(reply, returnPage(pageLanguage(req), this.out.assets));
  }

  /** Opens the case. Every phrase that opens none gets the same answer. */
  @Post(localisedPaths('support/return'))
  async comeBack(@Req() req: FastifyRequest, @Res() reply: FastifyReply, @Body() body: FormFields) {
    const words = formFieldText(body, 'words');
    try {
      const { guestId, requestId } = await this.guests.open(words, req.ip);
      await this.entrance.enterAsGuest(guestId, req, reply);
      return await reply.redirect(`/app/support/${requestId}`, 303);
    } catch (error) {
      const problem = refusalOf(error);
      if (!problem) throw error;
      const refused = { problem, typed: words };
      const page = returnPage(pageLanguage(req), this.out.assets, refused);
      return this.out.send(reply, page, problem === 'wait' ? 429 : 400);
    }
  }
}

/** The case may be destroyed between the check of the phrase and the session; then the answer is that of an unknown phrase. */
function refusalOf(error: unknown): PhraseProblem | undefined {
  if (error instanceof TooMany) return 'wait';
  return error instanceof Invalid || error instanceof NotFound ? 'wrong' : undefined;
}
