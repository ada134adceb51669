import { Module } from '@nestjs/common';
import { AccessModule } from '#access/access.module.js';
import { MembersModule } from '#members/members.module.js';
import { CredentialsService } from './credentials.service.js';
import { EntranceService } from './entrance.service.js';
import { GuessesService } from './guesses.service.js';
import { MeResolver } from './me.resolver.js';
import { PasswordStrategy } from './password.strategy.js';
import { PasswordsService } from './passwords.service.js';
import { SigninController } from './signin.controller.js';

@Module({
  imports: [AccessModule, MembersModule],
  controllers: [SigninController],
  providers: [
    CredentialsService,
    EntranceService,
    GuessesService,
    MeResolver,
    PasswordStrategy,
    PasswordsService,
  ],
  exports: [CredentialsService, EntranceService, PasswordsService],
})
export class SigninModule {}
