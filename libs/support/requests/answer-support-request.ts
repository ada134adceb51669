import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { Invalid } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { CaseAudit } from './case-audit.js';
import { CaseTextsService } from './case-texts.service.js';
import { CaseTransitions } from './case-transitions.js';
import { SupportAssignmentService } from './support-assignment.service.js';
import { OPEN_STAGES, SupportRequest, SupportStage } from './support-request.entity.js';
import type {
  AnswerSupportInput,
  DeclineSupportInput,
  LinkDuplicateInput,
} from './support-request.inputs.js';

/** Answers a claimed request, and closes a case. The requester reads what the supporter writes. */
@Injectable()
export class AnswerSupportRequest {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly assignment: SupportAssignmentService,
    private readonly cases: CaseTransitions,
    private readonly texts: CaseTextsService,
    private readonly record: CaseAudit,
  ) {}

  /** Makes the request a case of the viewer, who is known to the requester by their work name from then on. */
  accept(viewer: Viewer, { requestId, words }: AnswerSupportInput): Promise<void> {
    return this.act(viewer, requestId, 'accept', async (request) => {
      const workName = await this.record.workNameOf(viewer);
      await this.cases.accept(request, this.texts.close(request, 'reply', { workName, words }));
    });
  }

  decline(viewer: Viewer, input: DeclineSupportInput): Promise<void> {
    const { requestId, words, reason, alternatives } = input;
    return this.act(viewer, requestId, 'decline', async (request) => {
      const closing = { words, alternatives: alternatives || null };
      const box = this.texts.close(request, 'closing', closing);
      await this.cases.end(request, { stage: SupportStage.declined, reason, closing: box });
    });
  }

  /** Ends a request because another open one of the same requester is about the same. */
  linkDuplicate(viewer: Viewer, { requestId, number }: LinkDuplicateInput): Promise<void> {
    return this.act(viewer, requestId, 'linkDuplicate', async (request) => {
      const { requesterId } = request;
      const where = { requesterId, number, stage: In(OPEN_STAGES) };
      const other = await this.db.repo(SupportRequest).findOneBy(where);
      const isSeen = other && other.id !== requestId && (await this.maySee(viewer, other.id));
      if (!isSeen) throw new Invalid('input', { number: 'notTheirs' });
      await this.cases.end(request, { stage: SupportStage.duplicate, duplicateOfId: other.id });
    });
  }

  close(viewer: Viewer, { requestId, words }: AnswerSupportInput): Promise<void> {
    return this.act(viewer, requestId, 'close', async (request) => {
      const closing = this.texts.close(request, 'closing', { words, alternatives: null });
      await this.cases.end(request, { stage: SupportStage.closed, closing });
    });
  }

  private async act(
    viewer: Viewer,
    id: string,
    action: 'accept' | 'decline' | 'linkDuplicate' | 'close',
    work: (request: SupportRequest) => Promise<void>,
  ): Promise<void> {
    await this.assignment.sweep();
    await this.db.write(async () => {
      const request = await this.access.load(SupportRequest, id, viewer, action);
      await work(request);
      await this.record.write(viewer, request, action);
    });
  }

  private async maySee(viewer: Viewer, id: string): Promise<boolean> {
    const may = (action: string) => this.access.may('SupportRequest', id, viewer, action);
    return (await may('queue')) || may('readFile');
  }
}
