import { Injectable } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { Unauthenticated } from '#kernel/errors.js';

/** Stands before the sign-in: whoever passes gave the right address and password. Everyone else gets one answer. */
@Injectable()
export class PasswordGuard extends AuthGuard('password') {
  override handleRequest<T>(error: unknown, account: T | false): T {
    if (error) throw error;
    if (!account) throw new Unauthenticated('signIn.refused');
    return account;
  }
}
