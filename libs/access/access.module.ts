import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { MembersModule } from '#members/members.module.js';
import { AccessService } from './access.service.js';
import { SignedInGuard } from './signed-in.guard.js';
import { Subjects } from './subjects.js';
import { ViewerLoader } from './viewer.loader.js';

@Module({
  imports: [MembersModule],
  providers: [
    AccessService,
    Subjects,
    ViewerLoader,
    { provide: APP_GUARD, useClass: SignedInGuard },
  ],
  exports: [AccessService, Subjects, ViewerLoader],
})
export class AccessModule {}
