import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentViewer, For } from '#access/for.decorator.js';
import { Refusal } from '#kernel/errors.js';
import { fitsLength, isBlank, normaliseParagraphs } from '#kernel/text.js';
import type { Viewer } from '#policy/viewer.js';
import { ApplicantActionsService } from '#vetting/applicants/applicant-actions.service.js';
import { MAX_ANSWER_LENGTH } from '#vetting/applications/application.inputs.js';
import { DeleteApplication } from '#vetting/applicants/delete-application.js';
import { statusPage } from '../../web/public-pages/status/status-page.js';
import { applicationDeletedPage } from '../../web/public-pages/status/withdrawal-pages.js';
import { type FormFields, localisedPaths, formFieldText } from './page-request.js';
import { ApplicationStatusPages } from './application-status-pages.js';

interface Sent {
  readonly req: FastifyRequest;
  readonly reply: FastifyReply;
  readonly body: FormFields;
  readonly viewer: Viewer;
}

@For('anyone')
@Controller()
export class ApplicationStatusActionsController {
  constructor(
    private readonly pages: ApplicationStatusPages,
    private readonly acts: ApplicantActionsService,
    private readonly deletion: DeleteApplication,
  ) {}

  /** Renders the page again with a text that is too long, so that the applicant does not lose the text. */
  @Post(localisedPaths('join/status/answer'))
  answer(
    @Req() req: FastifyRequest,
    @Res() reply: FastifyReply,
    @Body() body: FormFields,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.written('answer', { req, reply, body, viewer }, (id, text) =>
      this.acts.answer(viewer, id, text),
    );
  }

  @Post(localisedPaths('join/status/appeal'))
  appeal(
    @Req() req: FastifyRequest,
    @Res() reply: FastifyReply,
    @Body() body: FormFields,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.written('appeal', { req, reply, body, viewer }, (id, text) =>
      this.acts.appeal(viewer, id, text),
    );
  }

  @Post(localisedPaths('join/status/withdraw'))
  withdraw(
    @Req() req: FastifyRequest,
    @Res() reply: FastifyReply,
    @Body() body: FormFields,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.done(req, reply, () => this.acts.withdraw(viewer, formFieldText(body, 'id')));
  }

  @Post(localisedPaths('join/status/delete'))
  delete(
    @Req() req: FastifyRequest,
    @Res() reply: FastifyReply,
    @Body() body: FormFields,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.pages.ofOwn(req, reply, viewer, async (_view, place) => {
      try {
        await this.deletion.run(viewer, formFieldText(body, 'id'), req, reply);
      } catch (error) {
        return this.refused(error, req, reply);
      }
      return this.pages.send(reply, applicationDeletedPage(place));
    });
  }

  private written(
    field: 'answer' | 'appeal',
    { req, reply, body, viewer }: Sent,
    act: (id: string, text: string) => Promise<void>,
  ) {
    const typed = formFieldText(body, field);
    const text = normaliseParagraphs(typed);
    return this.pages.ofOwn(req, reply, viewer, (view, place) => {
      if (isBlank(text) || !fitsLength(text, MAX_ANSWER_LENGTH)) {
        return this.pages.send(reply, statusPage(place, view, { [field]: typed }), 400);
      }
      return this.done(req, reply, () => act(formFieldText(body, 'id'), text));
    });
  }

  private async done(req: FastifyRequest, reply: FastifyReply, act: () => Promise<void>) {
    try {
      await act();
    } catch (error) {
      return this.refused(error, req, reply);
    }
    return this.pages.toStatus(req, reply);
  }

  /** Redirects to the viewer's own status page if the application has changed or belongs to another account. */
  private refused(error: unknown, req: FastifyRequest, reply: FastifyReply): FastifyReply {
    if (!(error instanceof Refusal)) throw error;
    return this.pages.toStatus(req, reply);
  }
}
