interface JoinAnswerListProps {
  /** The question is empty for a text without a question. */
  answers: readonly { question: string; answer: string }[];
}

/** Answers to the join questions of a group, each under its question. */
export function JoinAnswerList({ answers }: JoinAnswerListProps) {
  const [only] = answers;
  if (only?.question === '') return <p className="said">{only.answer}</p>;
  return (
    <dl className="dl">
      {answers.map(({ question, answer }) => (
        <div key={question}>
          <dt>{question}</dt>
          <dd className="said">{answer}</dd>
        </div>
      ))}
    </dl>
  );
}
