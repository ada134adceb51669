import { Trans, useLingui } from '@lingui/react/macro';
import { Banner } from '../../ui/display/banner';
import { TextArea } from '../../ui/forms/field';
import { JoinAnswerList } from '../../ui/people/join-answer-list';
import { answerField } from './join-answers';
import type { JoinAnswers } from './use-join-answers';

interface JoinAnswerFieldsProps {
  answers: JoinAnswers;
  errorOf: (field: string) => string | undefined;
}

/** One input for each join question of a group; a free text if it asks none. */
export function JoinAnswerFields({ answers, errorOf }: JoinAnswerFieldsProps) {
  const { t } = useLingui();
  const input = (question: string, value: string) => ({
    ...{ rows: question ? 3 : 4, maxLength: 1_000, value },
    onChange: (event: { target: { value: string } }) => answers.write(question, event.target.value),
  });
  return (
    <>
      {answers.dropped.length > 0 && (
        <Banner icon="info" title={<Trans>Lo que respondiste a otras preguntas</Trans>}>
          <JoinAnswerList answers={answers.dropped} />
        </Banner>
      )}
      {answers.answers.map(({ question, answer }, at) => (
        <TextArea
          key={question}
          label={question}
          name={answerField(at)}
          {...input(question, answer)}
          error={errorOf(answerField(at))}
        />
      ))}
      {answers.answers.length === 0 && (
        <TextArea
          label={t`Cuéntale al grupo por qué quieres entrar`}
          name="answer"
          {...input('', answers.text)}
          error={errorOf('answer')}
          isOptional
        />
      )}
    </>
  );
}

/** Hint that names the readers of the answers and the time until their deletion. */
export function JoinAnswersHint() {
  return (
    <p className="xs muted">
      <Trans>
        Tus respuestas las lee solo quien sostiene el grupo. Hasta que entres, nadie más ve el
        nombre que elijas. Las respuestas se borran 30 días después de que tu pedido termine.
      </Trans>
    </p>
  );
}
