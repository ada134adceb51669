import { useEffect, useEffectEvent, useState } from 'react';
import type { RequestProblem } from '../../lib/server/errors';

interface JoinAnswer {
  readonly question: string;
  readonly answer: string;
}

/** The name of the input of an answer, which is also the path of its error. */
export const answerField = (at: number): string => `answers.${at}.answer`;

/** State of the answers to the join questions of a group. An answer stays when its question is moved. */
export function useJoinAnswers(questions: readonly string[]) {
  const [written, setWritten] = useState<Readonly<Record<string, string>>>({});
  const answers = questions.map((question) => ({ question, answer: written[question] ?? '' }));
  const text = written[''] ?? '';
  return {
    answers,
    /** Text to a group without questions. */
    text,
    /** Answers to questions that the group no longer asks. */
    dropped: Object.entries(written)
      .filter(([question, answer]) => question && answer && !questions.includes(question))
      .map(([question, answer]): JoinAnswer => ({ question, answer })),
    write: (question: string, answer: string) =>
      setWritten((before) => ({ ...before, [question]: answer })),
    /** The part of the mutation's input. */
    input: questions.length > 0 ? { answers, answer: '' } : { answers: [], answer: text },
    /** The answers by the names of their inputs, to find blank ones. */
    values: Object.fromEntries(answers.map(({ answer }, at) => [answerField(at), answer])),
  };
}

/** Loads the questions again, once, each time the server refuses answers to earlier ones. */
export function useNewQuestions(problem: RequestProblem | undefined, load: () => void): void {
  const isOutdated = problem?.reason === 'joinRequest.questionsChanged';
  const loadNow = useEffectEvent(load);
  useEffect(() => {
    if (isOutdated) loadNow();
  }, [isOutdated]);
}

export type JoinAnswers = ReturnType<typeof useJoinAnswers>;
