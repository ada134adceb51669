import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { Conflict, NotFound } from '#kernel/errors.js';
import { isId, newId } from '#kernel/ids.js';
import { KeyedBox } from '#kernel/sealing/keyed-box.js';
import type { SupportRequest } from '../requests/support-request.entity.js';
import { CaseQuestion } from './case-question.entity.js';
import type { CaseQuestionView } from './case-question.view.js';

/** Maximum number of questions to the requester of a request. */
export const MAX_QUESTIONS = 5;

type RequestKey = Pick<SupportRequest, 'id' | 'key'>;
export type QuestionColumn = 'question' | 'answer';

const ORDER = { askedAt: 'ASC', id: 'ASC' } as const;
const contextOf = (id: string, column: QuestionColumn) => `case_question.${column} ${id}`;

/** Encrypts a question or an answer with the key of its request. */
export const encryptQuestionText = (
  { key }: Pick<RequestKey, 'key'>,
  id: string,
  column: QuestionColumn,
  words: string,
): Buffer => new KeyedBox(key).encrypt(contextOf(id, column), words);

const viewOf = (
  box: KeyedBox,
  { id, askedAt, answeredAt, question, answer }: CaseQuestion,
): CaseQuestionView => ({
  ...{ id, askedAt, answeredAt },
  question: box.decrypt<string>(contextOf(id, 'question'), question),
  answer: answer && box.decrypt<string>(contextOf(id, 'answer'), answer),
});

/** Stores the questions to a requester and their answers, encrypted with the key of the request. */
@Injectable()
export class QuestionTexts {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** The questions of a request with their answers, earliest first. */
  async of(request: RequestKey): Promise<CaseQuestionView[]> {
    return (await this.ofAll([request])).get(request.id)!;
  }

  /** The questions of each of these requests, like `of`, by the id of the request. */
  async ofAll(requests: readonly RequestKey[]): Promise<Map<string, CaseQuestionView[]>> {
    const where = { requestId: In(requests.map(({ id }) => id)) };
    const rows = await this.db.repo(CaseQuestion).find({ where, order: ORDER });
    const byRequest = Map.groupBy(rows, ({ requestId }) => requestId);
    return new Map(
      requests.map(({ id, key }) => {
        const box = new KeyedBox(key);
        return [id, (byRequest.get(id) ?? []).map((row) => viewOf(box, row))];
      }),
    );
  }

  /** Stores a question. Throws Conflict if the request has as many as allowed. */
  async ask(request: RequestKey, words: string): Promise<void> {
    this.db.assertWriting();
    const { id: requestId } = request;
    if ((await this.db.repo(CaseQuestion).countBy({ requestId })) >= MAX_QUESTIONS)
      throw new Conflict('support.tooManyQuestions');
    const [id, askedAt] = [newId(), this.clock.now()];
    const question = encryptQuestionText(request, id, 'question', words);
    await this.db.repo(CaseQuestion).insert({ id, requestId, askedAt, question });
  }

  /**
   * Stores the answer to a question, and returns whether it is the latest question. Throws NotFound for a question of
   * another request, and Conflict for one that is answered.
   */
  async answer(request: RequestKey, id: string, words: string): Promise<boolean> {
    this.db.assertWriting();
    const questions = this.db.repo(CaseQuestion);
    const all = await questions.find({ where: { requestId: request.id }, order: ORDER });
    const found = isId(id) && all.find((one) => one.id === id);
    if (!found) throw new NotFound();
    if (found.answeredAt) throw new Conflict('support.questionAnswered');
    const answer = encryptQuestionText(request, id, 'answer', words);
    await questions.update(id, { answer, answeredAt: this.clock.now() });
    return all.at(-1) === found;
  }

  /** Deletes the questions of these requests with their answers, which can say how to reach the person who answered. */
  async deleteOf(requestIds: readonly string[]): Promise<void> {
    this.db.assertWriting();
    await this.db.repo(CaseQuestion).delete({ requestId: In([...requestIds]) });
  }
}
