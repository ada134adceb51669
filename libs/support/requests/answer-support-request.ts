import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { Invalid } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { CaseAudit } from './case-audit.js';
import { CaseTextsService } from './case-texts.service.js';
import { CaseTransitions } from './case-transitions.js';
import { copyExclusions } from './request-exclusions.js';
import { SupportAssignmentService } from './support-assignment.service.js';
import {
  OPEN_STAGES,
  SupportCloseReason,
  SupportDeclineReason,
  SupportRequest,
  SupportStage,
} from './support-request.entity.js';
import type {
  AnswerSupportInput,
  CloseSupportInput,
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
      await this.cases.accept(request, this.texts.newReply(request, { workName, words }));
    });
  }

  decline(viewer: Viewer, input: DeclineSupportInput): Promise<void> {
    const { requestId, words, reason, alternatives } = input;
    return this.act(viewer, requestId, 'decline', async (request) => {
      const closing = { words, alternatives: alternatives || null };
      const box = this.texts.encrypt(request, 'closing', closing);
      await this.cases.end(request, { stage: SupportStage.declined, reason, closing: box });
      return reason === SupportDeclineReason.conduct ? reason : undefined;
    });
  }

  /**
   * Ends a request because another open one of the same requester is about the same. Its content becomes part of the
   * other one, which takes over its exclusions: otherwise a supporter who must not read it could hold the other one, and
   * nobody would read it. Throws Invalid, as for an unknown number, if the supporter of the other one has a conflict of
   * interest for this one only.
   */
  async linkDuplicate(viewer: Viewer, { requestId, number }: LinkDuplicateInput): Promise<void> {
    await this.assignment.sweep();
    await this.db.write(async () => {
      await this.lockBoth(viewer, requestId, number);
      await this.act(viewer, requestId, 'linkDuplicate', async (request) => {
        const { requesterId } = request;
        const where = { requesterId, number, stage: In(OPEN_STAGES), leftAt: IsNull() };
        const other = await this.db.repo(SupportRequest).findOneBy(where);
        const isSeen = other && other.id !== requestId && (await this.maySee(viewer, other.id));
        if (!isSeen) throw new Invalid('input', { number: 'notTheirs' });
        await this.cases.changeReaders(other, () => copyExclusions(this.db, request.id, other.id));
        if (!(await this.cases.reachesSupporterOf(other, request)))
          throw new Invalid('input', { number: 'notTheirs' });
        // Ends the hold of both: the supporter of the other request has more to read.
        for (const one of [request, other]) await this.cases.resumeClaim(one);
        await this.cases.takeOverPromise(other, request);
        await this.cases.endAsDuplicate(request, other);
      });
    });
  }

  close(viewer: Viewer, input: CloseSupportInput): Promise<void> {
    const { requestId, words, alternatives, isForConduct } = input;
    return this.act(viewer, requestId, 'close', async (request) => {
      const box = { words, alternatives: alternatives || null };
      const closing = this.texts.encrypt(request, 'closing', box);
      const closeReason = isForConduct ? SupportCloseReason.conduct : null;
      await this.cases.end(request, { stage: SupportStage.closed, closeReason, closing });
      return closeReason ?? undefined;
    });
  }

  /** Runs the act and audits it, with the reason class that `work` returns. */
  private async act(
    viewer: Viewer,
    id: string,
    action: 'accept' | 'decline' | 'linkDuplicate' | 'close',
    work: (request: SupportRequest) => Promise<string | void>,
  ): Promise<void> {
    await this.assignment.sweep();
    await this.db.write(async () => {
      const request = await this.access.load(SupportRequest, id, viewer, action);
      if (action !== 'close') await this.record.assertOpened(viewer, request);
      const reason = await work(request);
      await this.record.write(viewer, request, action, reason ?? undefined);
    });
  }

  /**
   * Locks the request and the other one of the same requester in the order of their ids, so that neither ends meanwhile
   * and two supporters cannot link both to each other. Checks first: a lock would disclose that the request exists.
   */
  private async lockBoth(viewer: Viewer, requestId: string, number: number): Promise<void> {
    await this.access.recheck(SupportRequest, requestId, viewer, 'linkDuplicate');
    await this.db.query(
      `select 1 from support_request r where r.id = $1 or r.number = $2 and r.requester_id = (
         select o.requester_id from support_request o where o.id = $1)
       order by r.id for no key update of r`,
      [requestId, number],
    );
  }

  private async maySee(viewer: Viewer, id: string): Promise<boolean> {
    const may = (action: string) => this.access.may('SupportRequest', id, viewer, action);
    return (await may('queue')) || may('readFile');
  }
}
