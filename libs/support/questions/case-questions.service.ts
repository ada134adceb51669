import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { Conflict } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { CaseAudit } from '../requests/case-audit.js';
import { CaseTransitions } from '../requests/case-transitions.js';
import { SupportAssignmentService } from '../requests/support-assignment.service.js';
import { SupportRequest } from '../requests/support-request.entity.js';
import type { AnswerSupportInput } from '../requests/support-request.inputs.js';
import type { AnswerSupportQuestionInput } from './case-question.inputs.js';
import { QuestionTexts } from './question-texts.js';

/** Asks the requester before a request is answered, and takes their answers. The deadline is on hold meanwhile. */
@Injectable()
export class CaseQuestionsService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly assignment: SupportAssignmentService,
    private readonly cases: CaseTransitions,
    private readonly record: CaseAudit,
    private readonly texts: QuestionTexts,
  ) {}

  /**
   * Asks the requester of a claimed request, who reads the question without a name. Throws Conflict while another question
   * of this claim waits for an answer, and while a call is booked, in which both sides can ask.
   */
  async ask(viewer: Viewer, { requestId, words }: AnswerSupportInput): Promise<void> {
    await this.assignment.sweep();
    await this.db.write(async () => {
      const request = await this.access.load(SupportRequest, requestId, viewer, 'askRequester');
      await this.record.assertOpened(viewer, request);
      if (request.callEndsAt) throw new Conflict('support.askInCall');
      if (request.askedAt) throw new Conflict('support.questionOpen');
      await this.texts.ask(request, words);
      await this.cases.holdForQuestion(request);
      await this.record.write(viewer, request, 'askRequester');
    });
  }

  /**
   * Answers a question. The deadline goes on if it was on hold for this question, and the supporter who has the
   * request is notified. Also a question from a claim that ended can be answered, for the next supporter.
   */
  async answer(viewer: Viewer, input: AnswerSupportQuestionInput): Promise<void> {
    const { requestId, questionId, words } = input;
    await this.assignment.sweep();
    await this.db.write(async () => {
      const request = await this.access.load(SupportRequest, requestId, viewer, 'answerQuestion');
      const isLatest = await this.texts.answer(request, questionId, words);
      if (isLatest) await this.cases.resumeClaim(request);
      await this.cases.receiveAnswer(request);
    });
  }
}
