import { Trans, useLingui } from '@lingui/react/macro';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { DAY_AND_TIME } from '../../../lib/text/day-and-time';
import { Button } from '../../../ui/actions/button';
import { useToast } from '../../../ui/actions/toast';
import { Card } from '../../../ui/display/card';
import { TextArea } from '../../../ui/forms/field';
import { FormProblem } from '../../../ui/forms/form-problem';
import type { OwnRequest } from '../own/own-requests.graphql';
import { countAnswered } from '../partners/count-answered';
import './error-texts';
import { deleteQuestionDraft, useQuestionDraft } from './question-drafts';
import { QuestionCard } from './question-list';
import { ANSWER_SUPPORT_QUESTION } from './questions.graphql';

type Question = OwnRequest['questions'][number];

/** The questions that wait for an answer of the requester, each with a field; the latest stands first. */
export function OpenQuestions({ request }: { request: OwnRequest }) {
  const { id, questions, hasQuestion, waitsForRequesterUntil, isUrgent } = request;
  if (!hasQuestion) return null;
  const open = questions.filter(({ answeredAt }) => !answeredAt).toReversed();
  return open.map((question, at) => (
    <Card key={question.id} className="stack--3">
      <h2>
        <Trans>Quien lee tu pedido pregunta</Trans>
      </h2>
      <p className="said">{question.question}</p>
      <AnswerForm
        requestId={id}
        question={question}
        waitsUntil={at === 0 ? waitsForRequesterUntil : null}
        isUrgent={isUrgent}
        isLast={open.length === 1}
      />
    </Card>
  ));
}

/** The other questions, with the answers. */
export function EarlierQuestions({ request: { questions, hasQuestion } }: { request: OwnRequest }) {
  const shown = hasQuestion ? questions.filter(({ answeredAt }) => answeredAt) : questions;
  return <QuestionCard title={<Trans>Lo que te preguntaron</Trans>} questions={shown} />;
}

interface AnswerFormProps {
  requestId: string;
  question: Question;
  /** Until when a supporter waits for this answer; null while nobody does. */
  waitsUntil: string | null;
  isUrgent: boolean;
  /** Whether no other question waits for an answer. */
  isLast: boolean;
}

function AnswerForm(props: AnswerFormProps) {
  const { requestId, question, waitsUntil, isUrgent, isLast } = props;
  const { id } = question;
  const { t } = useLingui();
  const toast = useToast();
  const [words, setWords] = useQuestionDraft(id);
  const answer = useMutationState(ANSWER_SUPPORT_QUESTION);
  const send = async () => {
    if (!(await answer.run({ input: { requestId, questionId: id, words } }))) return;
    deleteQuestionDraft(id);
    if (isLast) countAnswered();
    toast({ text: t`Respuesta enviada` });
  };
  return (
    <form
      className="stack stack--3"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextArea
        label={t`Tu respuesta`}
        hint={<Hint {...{ waitsUntil, isUrgent }} />}
        rows={4}
        maxLength={4_000}
        value={words}
        error={answer.fieldMessage('words')}
        onChange={({ target }) => setWords(target.value)}
      />
      <FormProblem problem={answer.problem} />
      <Button kind="primary" block type="submit" isBusy={answer.isBusy}>
        <Trans>Enviar mi respuesta</Trans>
      </Button>
    </form>
  );
}

function Hint({ waitsUntil, isUrgent }: Pick<AnswerFormProps, 'waitsUntil' | 'isUrgent'>) {
  const { i18n } = useLingui();
  if (!waitsUntil) return <Trans>La leerá quien atienda tu pedido.</Trans>;
  const when = i18n.date(waitsUntil, DAY_AND_TIME);
  return (
    <>
      {isUrgent ? (
        <Trans>Esperamos tu respuesta hasta el {when}.</Trans>
      ) : (
        <Trans>Sin apuro: esperamos tu respuesta hasta el {when}.</Trans>
      )}{' '}
      <Trans>
        Si para entonces no contestas, tu pedido vuelve a la cola y puedes contestar igual.
      </Trans>
    </>
  );
}
