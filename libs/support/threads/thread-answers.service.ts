import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import type { Permitted } from '#access/permitted.js';
import { type Channel, ThreadKind } from '#channels/channel.entity.js';
import type { Viewer } from '#policy/viewer.js';
import { CaseTextsService } from '../requests/case-texts.service.js';
import { SupportRequest } from '../requests/support-request.entity.js';
import { ThreadOpenings } from './thread-openings.js';
import type { ThreadAnswer } from './thread-answer.view.js';

/** Reads the answers that stand between the messages of the conversation of a case. */
@Injectable()
export class ThreadAnswersService {
  constructor(
    private readonly access: AccessService,
    private readonly texts: CaseTextsService,
    private readonly openings: ThreadOpenings,
  ) {}

  /**
   * The answers to the request, earliest first, also of supporters who have left. None for other threads, and for those who
   * read the thread but not the request: partners read no answer.
   */
  async of(viewer: Viewer, channel: Permitted<Channel>): Promise<ThreadAnswer[]> {
    const { caseId, thread } = channel;
    if (!caseId || thread !== ThreadKind.requester) return [];
    const own = await this.find(viewer, caseId, 'read');
    const request = own ?? (await this.find(viewer, caseId, 'readFile'));
    if (!request) return [];
    // For a supporter it counts as an opening, like the messages.
    if (!own) await this.openings.openedCase(viewer, caseId);
    const present = this.texts.presentReply(request);
    return [...this.texts.earlierReplies(request), ...(present ? [present] : [])];
  }

  private find(viewer: Viewer, id: string, action: 'read' | 'readFile') {
    return this.access
      .list(SupportRequest, viewer, action)
      .andWhere('it.id = :id', { id })
      .getOne();
  }
}
