import { useEffect, useEffectEvent, useState } from 'react';
import type { RequestProblem } from '../../lib/server/errors';
import { sortAnswers, type WrittenAnswers } from './join-answers';

/** State of the answers to the join questions of a group. An answer stays when its question is moved. */
export function useJoinAnswers(questions: readonly string[]) {
  const [written, setWritten] = useState<WrittenAnswers>(new Map());
  return {
    ...sortAnswers(questions, written),
    write: (question: string, answer: string) =>
      setWritten((before) => new Map(before).set(question, answer)),
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
