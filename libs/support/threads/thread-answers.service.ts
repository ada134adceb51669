import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import type { Permitted } from '#access/permitted.js';
import { type Channel, ThreadKind } from '#channels/channel.entity.js';
import type { Viewer } from '#policy/viewer.js';
import { CaseTextsService } from '../requests/case-texts.service.js';
import { SupportRequest } from '../requests/support-request.entity.js';
import { ThreadOpenings } from './thread-openings.js';
import type { ThreadAnswer } from './thread-answer.view.js';

/** Reads the answer that stands before the messages of the conversation of a case. */
@Injectable()
export class ThreadAnswersService {
  constructor(
    private readonly access: AccessService,
    private readonly texts: CaseTextsService,
    private readonly openings: ThreadOpenings,
  ) {}

  /** Returns null for other threads, and for those who read the thread but not the request: partners read no answer. */
  async of(viewer: Viewer, channel: Permitted<Channel>): Promise<ThreadAnswer | null> {
    const { caseId, thread } = channel;
    if (!caseId || thread !== ThreadKind.requester) return null;
    const own = await this.find(viewer, caseId, 'read');
    const request = own ?? (await this.find(viewer, caseId, 'readFile'));
    if (!request) return null;
    // For a supporter it counts as an opening, like the messages.
    if (!own) await this.openings.openedCase(viewer, caseId);
    const reply = this.texts.decrypt(request, 'reply');
    const at = reply?.at ? new Date(reply.at) : request.acceptedAt;
    return reply && at && { workName: reply.workName, words: reply.words, at };
  }

  private find(viewer: Viewer, id: string, action: 'read' | 'readFile') {
    return this.access
      .list(SupportRequest, viewer, action)
      .andWhere('it.id = :id', { id })
      .getOne();
  }
}
