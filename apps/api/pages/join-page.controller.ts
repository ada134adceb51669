import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentViewer, For } from '#access/for.decorator.js';
import { Invalid } from '#kernel/errors.js';
import { isLanguage, type Language } from '#kernel/language.js';
import { clientNetworkOf } from '#kernel/client-network.js';
import type { Viewer } from '#policy/viewer.js';
import { SettingsService } from '#settings/settings.service.js';
import { SignInService } from '#signin/sessions/sign-in.service.js';
import type { SubmittedApplication } from '#vetting/applicants/submit-application.js';
import { SubmitApplication } from '#vetting/applicants/submit-application.js';
import { ApplicationRateLimits } from '#vetting/applicants/application-rate-limits.js';
import type { JoinValues } from '../../web/public-pages/join/join-inputs.js';
import { preferredLanguage } from '../../web/public-pages/language.js';
import { joinFormProblems, applicationInputOf, joinFormValuesOf } from './join-form.js';
import { JoinPages } from './join-pages.js';
import { type FormFields, localisedPaths, pageLanguage, formFieldText } from './page-request.js';

/**
 * Serves the application form, which also works without JavaScript. Renders an invalid form again with its errors;
 * redirects to the receipt after a valid form.
 */
@For('anyone')
@Controller()
export class JoinPageController {
  constructor(
    private readonly pages: JoinPages,
    private readonly settings: SettingsService,
    private readonly limits: ApplicationRateLimits,
    private readonly apply: SubmitApplication,
    private readonly entrance: SignInService,
  ) {}

  /** Redirects to the status page if the viewer already applied. */
  @Get(localisedPaths('join'))
  async form(
    @Req() req: FastifyRequest,
    @Res() reply: FastifyReply,
    @CurrentViewer() viewer: Viewer,
  ) {
    const language = pageLanguage(req);
    if (await this.apply.hasSent(viewer)) return reply.redirect(`/${language}/join/status`, 303);
    const isOpen = await this.settings.areApplicationsOpen();
    if (!isOpen) return this.pages.closed(reply, language);
    return this.pages.begin(
      reply,
      viewer,
      language,
      formFieldText(req.query as FormFields, 'invitation'),
    );
  }

  /**
   * A form that was refused is shown under this URL. When the reader reloads the page, the browser is redirected to an
   * empty form in their language.
   */
  @Get('join')
  start(@Req() req: FastifyRequest, @Res() reply: FastifyReply) {
    const language = preferredLanguage(req.headers['accept-language']);
    return reply.header('vary', 'accept-language').redirect(`/${language}/join`, 303);
  }

  @Post('join')
  async send(
    @Req() req: FastifyRequest,
    @Res() reply: FastifyReply,
    @Body() body: FormFields,
    @CurrentViewer() viewer: Viewer,
  ) {
    const values = joinFormValuesOf(body);
    const lang = body?.['lang'];
    const language = isLanguage(lang) ? lang : languageIn(values);
    try {
      const { account, words } = await this.applied(req, viewer, values);
      await this.entrance.enter(account, req, reply);
      if (wantsJson(req)) return await reply.code(200).send({ words });
      return this.pages.receipt(reply, languageIn(values), words);
    } catch (error) {
      if (wantsJson(req)) throw error;
      return this.pages.again(reply, language, values, error);
    }
  }

  /** Validates all fields at once, so that one answer names every invalid field. */
  private async applied(
    req: FastifyRequest,
    viewer: Viewer,
    values: JoinValues,
  ): Promise<SubmittedApplication> {
    await this.apply.assertMaySubmit(viewer);
    await this.limits.sending(req.ip);
    const input = applicationInputOf(values);
    const problems = { ...(await this.apply.problems(viewer, input)), ...joinFormProblems(input) };
    if (Object.keys(problems).length > 0) throw new Invalid('input', problems);
    return this.apply.apply(viewer, input, clientNetworkOf(req.ip));
  }
}

const languageIn = ({ language }: JoinValues): Language => (isLanguage(language) ? language : 'es');

const wantsJson = ({ headers }: FastifyRequest): boolean =>
  (headers['content-type'] ?? '').startsWith('application/json');
