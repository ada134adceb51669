import { Injectable } from '@nestjs/common';
import { ThreadKind } from '#channels/channel.entity.js';
import { ThreadsService } from '#channels/sealed/threads.service.js';
import { Database } from '#database/database.js';
import { CaseTextsService } from '../requests/case-texts.service.js';
import type { SupportRequest } from '../requests/support-request.entity.js';
import { Supporter } from '../requests/supporter.entity.js';

/** Lets the people of an accepted case take part in its threads. The caller must have locked the request. */
@Injectable()
export class CaseThreadsService {
  constructor(
    private readonly db: Database,
    private readonly threads: ThreadsService,
    private readonly texts: CaseTextsService,
  ) {}

  /**
   * Begins the part of the supporter under the present work name, and that of the requester under the name in the request.
   * The first acceptance makes the threads.
   */
  async join(request: SupportRequest): Promise<void> {
    const { id, assigneeId } = request;
    if (!assigneeId) return;
    await this.joinRequester(request);
    await this.joinSupporter(id, assigneeId);
  }

  /** Begins the part of the requester under the name in the request, unless they take part already. */
  async joinRequester(request: SupportRequest): Promise<void> {
    const { id, requesterId: accountId } = request;
    const name = this.texts.decrypt(request, 'content')?.name ?? null;
    await this.threads.join(id, { accountId, name, threads: [ThreadKind.requester] });
  }

  /** Begins the part of a supporter under the present work name. The threads exist. */
  async joinSupporter(requestId: string, accountId: string): Promise<void> {
    const { workName: name } = await this.db.repo(Supporter).findOneByOrFail({ accountId });
    const threads = [ThreadKind.requester, ThreadKind.internal, ThreadKind.outside];
    await this.threads.join(requestId, { accountId, name, threads, isSupporter: true });
  }

  /** Ends the part of a supporter; their messages keep their name. */
  leaveSupporter(requestId: string, accountId: string): Promise<void> {
    return this.threads.leave(requestId, accountId);
  }

  /** Ends the part of the supporter who leads the case. */
  async leave({ id, assigneeId }: SupportRequest): Promise<void> {
    if (assigneeId) await this.leaveSupporter(id, assigneeId);
  }
}
