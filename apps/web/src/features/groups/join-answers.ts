export interface JoinAnswer {
  /** Empty for a text to a group without questions. */
  readonly question: string;
  readonly answer: string;
}

/** Texts by the question that they answer. */
export type WrittenAnswers = ReadonlyMap<string, string>;

/** The name of the input of an answer, which is also the path of its error. */
export const answerField = (at: number): string => `answers.${at}.answer`;

/** Sorts the written texts into those that answer the group's present questions and the others. */
export function sortAnswers(questions: readonly string[], written: WrittenAnswers) {
  const answers = questions.map((question): JoinAnswer => ({
    question,
    answer: written.get(question) ?? '',
  }));
  const text = written.get('') ?? '';
  const isDropped = ({ question, answer }: JoinAnswer) =>
    answer !== '' && !questions.includes(question) && (question !== '' || questions.length > 0);
  return {
    answers,
    /** Text to a group without questions. */
    text,
    /** Texts that the request would not contain, because the group's questions changed meanwhile. */
    dropped: [...written].map(([question, answer]) => ({ question, answer })).filter(isDropped),
    /** The part of the mutation's input. */
    input: questions.length > 0 ? { answers, answer: '' } : { answers: [], answer: text },
    /** The answers by the names of their inputs, to find blank ones. */
    values: Object.fromEntries(answers.map(({ answer }, at) => [answerField(at), answer])),
  };
}
