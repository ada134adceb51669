import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { type IStrategyOptionsWithRequest, Strategy } from 'passport-local';
import { DEVICE_COOKIE_NAME, sessionTokenIn } from '#access/session-cookie.js';
import { clientNetworkOf } from '#kernel/client-network.js';
import type { Account } from '#members/account.entity.js';
import { CredentialsService } from '../passwords/credentials.service.js';

const OPTIONS: IStrategyOptionsWithRequest = {
  usernameField: 'email',
  passwordField: 'password',
  session: false,
  passReqToCallback: true,
};

/** Passport strategy for signing in with address and password. */
@Injectable()
export class PasswordStrategy extends PassportStrategy(Strategy, 'password') {
  constructor(private readonly credentials: CredentialsService) {
    super(OPTIONS);
  }

  async validate(req: FastifyRequest, email: unknown, password: unknown): Promise<Account | false> {
    if (typeof email !== 'string' || typeof password !== 'string') return false;
    const device = sessionTokenIn(req.headers.cookie, DEVICE_COOKIE_NAME);
    const browser = { source: clientNetworkOf(req.ip), device };
    return (await this.credentials.check(email, password, browser)) ?? false;
  }
}
