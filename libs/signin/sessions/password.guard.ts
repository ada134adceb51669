import { Injectable } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { Unauthenticated } from '#kernel/errors.js';

/** Guards the sign-in route: only a correct address and password pass. All failures get the same answer. */
@Injectable()
export class PasswordGuard extends AuthGuard('password') {
  override handleRequest<T>(error: unknown, account: T | false): T {
    if (error) throw error;
    if (!account) throw new Unauthenticated('signIn.refused');
    return account;
  }
}
