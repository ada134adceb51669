import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import type { Viewer } from '#policy/viewer.js';
import { AccountEndingsService } from '#signin/accounts/account-endings.service.js';
import { EntranceService } from '#signin/sessions/entrance.service.js';
import { Application } from '../applications/application.entity.js';

/** An applicant takes everything back: nothing of theirs is anybody else's yet, so it goes at once. */
@Injectable()
export class DeleteApplication {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly endings: AccountEndingsService,
    private readonly entrance: EntranceService,
  ) {}

  /** Deletes the account with its application, and signs every browser of it out. */
  async run(viewer: Viewer, id: string, req: FastifyRequest, reply: FastifyReply): Promise<void> {
    await this.db.write(async () => {
      const { accountId } = await this.access.load(Application, id, viewer, 'delete');
      await this.endings.end(accountId);
    });
    await this.entrance.leave(req, reply);
  }
}
