import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { MembersModule } from '#members/members.module.js';
import { AccessService } from './access.service.js';
import { LockedAccessService } from './locked-access.service.js';
import { SignedInGuard } from './signed-in.guard.js';
import { PolicySubjects } from './policy-subjects.js';
import { ViewerLoader } from './viewer.loader.js';

@Module({
  imports: [MembersModule],
  providers: [
    AccessService,
    LockedAccessService,
    PolicySubjects,
    ViewerLoader,
    { provide: APP_GUARD, useClass: SignedInGuard },
  ],
  exports: [AccessService, LockedAccessService, PolicySubjects, ViewerLoader],
})
export class AccessModule {}
