interface JoinAnswerListProps {
  /** The question is empty for a text without a question. */
  answers: readonly { question: string; answer: string }[];
}

/** Texts without a question, then answers to the join questions of a group, each under its question. */
export function JoinAnswerList({ answers }: JoinAnswerListProps) {
  const texts = answers.filter(({ question }) => question === '');
  const answered = answers.filter(({ question }) => question !== '');
  return (
    <>
      {texts.map(({ answer }) => (
        <p key={answer} className="said">
          {answer}
        </p>
      ))}
      {answered.length > 0 && (
        <dl className="dl">
          {answered.map(({ question, answer }) => (
            <div key={question}>
              <dt>{question}</dt>
              <dd className="said">{answer}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
