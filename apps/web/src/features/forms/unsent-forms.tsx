import { Trans, useLingui } from '@lingui/react/macro';
import type { ComponentType } from 'react';
import { Link } from 'react-router';
import { problemText } from '../../lib/server/errors';
import { discardForm, formQueue, type QueuedForm, retryForms } from '../../lib/device/form-queue';
import { Button } from '../../ui/actions/button';
import { Card } from '../../ui/display/card';
import { RelativeTimeText } from '../../ui/display/relative-time';
import { JoinAnswerList } from '../../ui/people/join-answer-list';
import { OutboxBar } from '../../ui/display/connection-status';
import './error-texts';

interface JoinAnswer {
  readonly question: string;
  readonly answer: string;
}

interface UnsentFormsProps {
  /** Shows the texts of an unsent support request. Without it, a link leads to the page that has it. */
  supportDetails?: ComponentType<{ form: QueuedForm }>;
}

/** Forms stored on this device that are queued or were rejected. */
export function UnsentForms({ supportDetails }: UnsentFormsProps) {
  const waiting = formQueue.use();
  if (waiting.length === 0) return null;
  return (
    <Card className="stack stack--3">
      <h2>
        <Trans>Sin enviar todavía</Trans>
      </h2>
      <OutboxBar queued={waiting} onRetry={() => void retryForms()} />
      <ul className="stack stack--3">
        {waiting.map((form) => (
          <WaitingForm key={form.clientId} form={form} supportDetails={supportDetails} />
        ))}
      </ul>
    </Card>
  );
}

interface WaitingFormProps {
  form: QueuedForm;
  supportDetails: UnsentFormsProps['supportDetails'];
}

function WaitingForm({ form, supportDetails: SupportDetails }: WaitingFormProps) {
  const { t } = useLingui();
  const { about, kind } = form;
  const names = {
    introduction: t`Presentación con ${about}`,
    report: t`Reporte a moderación`,
    joinRequest: t`Pedido para entrar a ${about}`,
    support: t`Pedido de apoyo`,
  };
  const name = names[kind];
  return (
    <li className="stack stack--1">
      {kind === 'support' && !SupportDetails ? (
        <Link to="/support">{name}</Link>
      ) : (
        <strong>{name}</strong>
      )}
      <span className="xs muted">
        <State form={form} /> · <RelativeTimeText at={form.at} />
      </span>
      {form.state === 'failed' && <JoinAnswerList answers={writtenAnswers(form)} />}
      {kind === 'support' && SupportDetails && <SupportDetails form={form} />}
      <span>
        <Button
          kind="text"
          small
          aria-label={t`Descartar: ${name}`}
          disabled={form.state === 'sending'}
          onClick={() => void discardForm(form)}
        >
          <Trans>Descartar</Trans>
        </Button>
      </span>
    </li>
  );
}

/** The answers of a refused join request, so that their author can copy them. */
function writtenAnswers({ kind, input }: QueuedForm): JoinAnswer[] {
  if (kind !== 'joinRequest') return [];
  const { answers = [], answer = '' } = input as { answers?: JoinAnswer[]; answer?: string };
  return answer ? [{ question: '', answer }] : answers;
}

function State({ form: { state, problem } }: { form: QueuedForm }) {
  if (state === 'sending') return <Trans>Enviando</Trans>;
  if (state === 'queued') return <Trans>En cola: se enviará al volver la señal</Trans>;
  return (
    <>
      <Trans>No se envió.</Trans> {problem && problemText(problem)}
    </>
  );
}
