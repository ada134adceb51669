import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import type { Viewer } from '#policy/viewer.js';
import { AccountDeletionService } from '#signin/accounts/account-deletion.service.js';
import { SignInService } from '#signin/sessions/sign-in.service.js';
import { Application } from '../applications/application.entity.js';

/**
 * Deletes an applicant's account and application at once, without a waiting period: no other account depends on them
 * yet.
 */
@Injectable()
export class DeleteApplication {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly endings: AccountDeletionService,
    private readonly entrance: SignInService,
  ) {}

  /** Deletes the account with its application and ends all of its sessions. */
  async run(viewer: Viewer, id: string, req: FastifyRequest, reply: FastifyReply): Promise<void> {
    await this.db.write(async () => {
      const { accountId } = await this.access.load(Application, id, viewer, 'delete');
      await this.endings.end(accountId);
    });
    await this.entrance.leave(req, reply);
  }
}
