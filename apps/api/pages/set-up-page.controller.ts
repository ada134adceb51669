import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { For } from '#access/for.decorator.js';
import { Invalid, NotFound } from '#kernel/errors.js';
import { mixesScripts } from '#kernel/names/confusable-names.js';
import { fitsLength, isBlank, normaliseLine } from '#kernel/text.js';
import { ProfilesService } from '#profiles/profiles.service.js';
import { SignInService } from '#signin/sessions/sign-in.service.js';
import { AccountSetUpService } from '#signin/passwords/account-set-up.service.js';
import {
  linkInvalidPage,
  type FieldProblems,
  setUpAccountPage,
} from '../../web/public-pages/account/account-pages.js';
import { PublicPages } from './public-pages.js';
import {
  type FormFields,
  localisedPaths,
  pageLanguage,
  formFieldText,
  mailLinkTokenOf,
} from './page-request.js';

const LONGEST_NAME = 60;

/**
 * Serves the page on which a founder or a new member of staff accepts a staff invitation: name, mail address, password.
 */
@For('anyone')
@Controller()
export class SetUpPageController {
  constructor(
    private readonly out: PublicPages,
    private readonly setUp: AccountSetUpService,
    private readonly profiles: ProfilesService,
    private readonly entrance: SignInService,
  ) {}

  @Get(localisedPaths('set-up'))
  async form(@Req() req: FastifyRequest, @Res() reply: FastifyReply, @Query() query: FormFields) {
    const token = mailLinkTokenOf(query);
    const seat = token && (await this.setUp.look(token));
    if (!seat) return this.over(req, reply);
    return this.out.send(reply, setUpAccountPage({ ...this.place(req), token, ...seat }));
  }

  @Post(localisedPaths('set-up'))
  async take(@Req() req: FastifyRequest, @Res() reply: FastifyReply, @Body() body: FormFields) {
    const token = mailLinkTokenOf(body) ?? '';
    const values = {
      name: normaliseLine(formFieldText(body, 'name')),
      email: formFieldText(body, 'email'),
    };
    try {
      const { language } = this.place(req);
      const chosen = { email: values.email, password: formFieldText(body, 'password'), language };
      const problem = problemOfName(values.name);
      if (problem) throw new Invalid('input', { name: problem });
      const brought = { token, code: formFieldText(body, 'code') };
      const account = await this.setUp.take(brought, chosen, async (accountId) => {
        await this.profiles.start(accountId, { name: values.name });
      });
      await this.entrance.enter(account, req, reply);
      return reply.redirect('/app', 303);
    } catch (error) {
      if (error instanceof NotFound) return this.over(req, reply);
      if (!(error instanceof Invalid)) throw error;
      const seat = await this.setUp.look(token);
      if (!seat) return this.over(req, reply);
      const problems: FieldProblems = error.fields ?? {};
      const place = { ...this.place(req), token, problems, ...seat };
      return this.out.send(reply, setUpAccountPage(place, values), 400);
    }
  }

  private over(req: FastifyRequest, reply: FastifyReply): FastifyReply {
    return this.out.send(reply, linkInvalidPage(this.place(req)), 404);
  }

  private place(req: FastifyRequest) {
    return { language: pageLanguage(req), assets: this.out.assets };
  }
}

function problemOfName(name: string): string | undefined {
  if (isBlank(name)) return 'blank';
  if (!fitsLength(name, LONGEST_NAME)) return 'tooLong';
  return mixesScripts(name) ? 'mixedScripts' : undefined;
}
