import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { SupportQuestionFieldsFragment } from '../../../gql/types';
import { Card } from '../../../ui/display/card';

interface QuestionListProps {
  title: ReactNode;
  questions: readonly SupportQuestionFieldsFragment[];
}

/** Questions to the requester with their answers, in a card; nothing if there are none. */
export function QuestionCard({ title, questions }: QuestionListProps) {
  if (questions.length === 0) return null;
  return (
    <Card className="stack--3">
      <h2>{title}</h2>
      <QuestionList questions={questions} />
    </Card>
  );
}

/** Questions to the requester with their answers. */
export function QuestionList({ questions }: Pick<QuestionListProps, 'questions'>) {
  const { i18n } = useLingui();
  if (questions.length === 0) return null;
  return (
    <dl className="qa stack stack--3">
      {questions.map(({ id, question, answer, answeredAt }) => {
        const day = answeredAt && i18n.date(answeredAt, { dateStyle: 'long' });
        return (
          <div key={id}>
            <dt className="said">{question}</dt>
            <dd className={answer ? 'said' : 'muted'}>{answer ?? <Trans>Sin respuesta</Trans>}</dd>
            {day && <dd className="xs muted">{day}</dd>}
          </div>
        );
      })}
    </dl>
  );
}
