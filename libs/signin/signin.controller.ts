import { Controller, Post, Req, Res, UseFilters, UseGuards } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { For } from '#access/for.decorator.js';
import { type Account, Standing } from '#members/account.entity.js';
import { SignInService } from './sessions/sign-in.service.js';
import { isHtmlFormRequest, languageOfForm } from './sessions/html-form-request.js';
import { PasswordGuard } from './sessions/password.guard.js';
import { SignInExceptionFilter } from './signin-exception.filter.js';

/** Routes to sign in and out. API clients get JSON, HTML forms get a redirect. */
@For('anyone')
@Controller('auth')
export class SigninController {
  constructor(private readonly entrance: SignInService) {}

  @Post('sign-in')
  @UseGuards(PasswordGuard)
  @UseFilters(SignInExceptionFilter)
  async signIn(@Req() req: FastifyRequest, @Res() reply: FastifyReply) {
    const account = (req as { user?: Account }).user!;
    await this.entrance.enter(account, req, reply);
    if (!isHtmlFormRequest(req)) return reply.code(200).send({ standing: account.standing });
    const isWaiting = account.standing === Standing.applicant;
    return reply.redirect(isWaiting ? `/${languageOfForm(req.body)}/join/status` : '/app', 303);
  }

  @Post('sign-out')
  async signOut(@Req() req: FastifyRequest, @Res() reply: FastifyReply) {
    await this.entrance.leave(req, reply);
    return isHtmlFormRequest(req) ? reply.redirect('/', 303) : reply.code(200).send({});
  }
}
