import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { For } from '#access/for.decorator.js';
import { Invalid, NotFound } from '#kernel/errors.js';
import { EmailAddressesService } from '#signin/accounts/email-addresses.service.js';
import { EmailChangeUndoService } from '#signin/accounts/email-change-undo.service.js';
import { SignInService } from '#signin/sessions/sign-in.service.js';
import { PasswordResetService } from '#signin/passwords/password-reset.service.js';
import { PasswordResetRequestsService } from '#signin/passwords/password-reset-requests.service.js';
import * as pages from '../../web/public-pages/account/account-pages.js';
import { PublicPages } from './public-pages.js';
import {
  type FormFields,
  localisedPaths,
  pageLanguage,
  formFieldText,
  mailLinkTokenOf,
} from './page-request.js';

/**
 * Serves the pages that mailed links open. GET changes nothing, because mail scanners open links too; only a submitted
 * form uses up the link.
 */
@For('anyone')
@Controller()
export class MailedLinkPagesController {
  constructor(
    private readonly out: PublicPages,
    private readonly recovery: PasswordResetService,
    private readonly resetRequests: PasswordResetRequestsService,
    private readonly addresses: EmailAddressesService,
    private readonly kept: EmailChangeUndoService,
    private readonly entrance: SignInService,
  ) {}

  @Get(localisedPaths('forgot'))
  forgot(@Req() req: FastifyRequest, @Res() reply: FastifyReply, @Query() query: FormFields) {
    return this.out.send(
      reply,
      pages.forgotPasswordPage(this.place(req), formFieldText(query, 'state') === 'sent'),
    );
  }

  @Post(localisedPaths('forgot'))
  async askForLink(
    @Req() req: FastifyRequest,
    @Res() reply: FastifyReply,
    @Body() body: FormFields,
  ) {
    await this.resetRequests.ask(body?.['email']);
    return reply.redirect(`/${pageLanguage(req)}/forgot?state=sent`, 303);
  }

  @Get(localisedPaths('reset'))
  async resetForm(
    @Req() req: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query() query: FormFields,
  ) {
    const token = mailLinkTokenOf(query);
    if (!token || !(await this.recovery.isGood(token))) return this.over(req, reply);
    return this.out.send(reply, pages.resetPasswordPage({ ...this.place(req), token }));
  }

  /**
   * Also records this browser as known to the account, so that the owner can still sign in while other people guess
   * passwords.
   */
  @Post(localisedPaths('reset'))
  async reset(@Req() req: FastifyRequest, @Res() reply: FastifyReply, @Body() body: FormFields) {
    const token = mailLinkTokenOf(body) ?? '';
    const place = { ...this.place(req), token };
    return this.answer(
      req,
      reply,
      async () => {
        const accountId = await this.recovery.reset(token, formFieldText(body, 'password'));
        await this.entrance.know(accountId, req, reply);
        return reply.redirect(`/${place.language}/sign-in?state=changed`, 303);
      },
      (problems) => pages.resetPasswordPage({ ...place, problems }),
    );
  }

  @Get(localisedPaths('confirm'))
  async confirmForm(
    @Req() req: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query() query: FormFields,
  ) {
    const token = mailLinkTokenOf(query);
    if (!token || !(await this.addresses.isGood(token))) return this.over(req, reply);
    return this.out.send(reply, pages.confirmAddressPage({ ...this.place(req), token }));
  }

  @Post(localisedPaths('confirm'))
  async confirm(@Req() req: FastifyRequest, @Res() reply: FastifyReply, @Body() body: FormFields) {
    const token = mailLinkTokenOf(body) ?? '';
    const done = async () => {
      await this.addresses.confirm(token);
      return this.out.send(reply, pages.addressConfirmedPage(this.place(req)));
    };
    return this.answer(req, reply, done, () =>
      pages.confirmAddressPage({ ...this.place(req), token }),
    );
  }

  @Get(localisedPaths('keep'))
  async keepForm(
    @Req() req: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query() query: FormFields,
  ) {
    const token = mailLinkTokenOf(query);
    if (!token || !(await this.kept.isGood(token))) return this.over(req, reply);
    return this.out.send(reply, pages.keepAddressPage({ ...this.place(req), token }));
  }

  @Post(localisedPaths('keep'))
  async keep(@Req() req: FastifyRequest, @Res() reply: FastifyReply, @Body() body: FormFields) {
    const token = mailLinkTokenOf(body) ?? '';
    const done = async () => {
      const reset = await this.kept.keep(token);
      return this.out.send(reply, pages.addressKeptPage({ ...this.place(req), token: reset }));
    };
    return this.answer(req, reply, done, () =>
      pages.keepAddressPage({ ...this.place(req), token }),
    );
  }

  /** Sends the result of `done`, the form again with its errors, or the page of an invalid link. */
  private async answer(
    req: FastifyRequest,
    reply: FastifyReply,
    done: () => Promise<FastifyReply>,
    again: (problems: pages.FieldProblems) => string,
  ): Promise<FastifyReply> {
    try {
      return await done();
    } catch (error) {
      if (error instanceof NotFound) return this.over(req, reply);
      if (error instanceof Invalid) return this.out.send(reply, again(error.fields ?? {}), 400);
      throw error;
    }
  }

  private over(req: FastifyRequest, reply: FastifyReply): FastifyReply {
    return this.out.send(reply, pages.linkInvalidPage(this.place(req)), 404);
  }

  private place(req: FastifyRequest) {
    return { language: pageLanguage(req), assets: this.out.assets };
  }
}
