import { Conflict, Invalid } from '#kernel/errors.js';
import type { JoinAnswersInput } from '../groups.inputs.js';
import type { JoinAnswer } from './join-answer.view.js';

/**
 * The answers to store, in the order of the group's questions, each with the wording that the requester read; null if
 * there are none. Throws Conflict if the requester read other questions than the group has now, and Invalid for answers
 * together with a text.
 *
 * A web app that knows one question sends a single text and no wording: the text is stored without a question, since it
 * may have shown an earlier one.
 */
export function answersToQuestions(
  questions: readonly string[],
  { answers, answer }: JoinAnswersInput,
): JoinAnswer[] | null {
  if (answers?.length && answer) throw new Invalid('input', { answer: 'notWithAnswers' });
  if (answers ? !isAnswered(questions, answers) : questions.length > 1) {
    throw new Conflict('joinRequest.questionsChanged');
  }
  if (answers?.length) {
    const given = new Map(answers.map((one) => [one.question, one.answer]));
    return questions.map((question) => ({ question, answer: given.get(question)! }));
  }
  if (questions.length > 0 && !answer) throw new Invalid('input', { answer: 'blank' });
  return answer ? [{ question: '', answer }] : null;
}

/** Whether there is one answer to each question and no other. */
function isAnswered(questions: readonly string[], answers: readonly JoinAnswer[]): boolean {
  const given = new Set(answers.map(({ question }) => question));
  return answers.length === questions.length && questions.every((one) => given.has(one));
}
