import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { useTermNames } from '../../../lib/server/taxonomy';
import { Button } from '../../../ui/actions/button';
import { ErrorBanner } from '../../../ui/display/banner';
import { Card } from '../../../ui/display/card';
import { useQueuedForm } from '../../../ui/forms/use-queued-form';
import '../ask-error-texts';
import { ASK_SUPPORT } from '../ask-support.graphql';
import { DANGER_LABELS, KIND_LABELS } from '../support-labels';
import { askInputOf, deleteAskDraft, type AskDraft } from './ask-draft';
import { askPath, type AskStep } from './ask-steps';

/** The last page: shows the answers, each with a link to change it, and sends the request. */
export function CheckStep({ draft }: { draft: AskDraft }) {
  const { t, i18n } = useLingui();
  const names = useTermNames();
  const navigate = useNavigate();
  const { send, isBusy, message } = useQueuedForm('support', ASK_SUPPORT);
  const submit = async () => {
    const said = t`Recibimos tu pedido`;
    const { sendKey: subjectId } = draft;
    if (!(await send({ subjectId, about: '', input: { ...askInputOf(draft) }, said }))) return;
    await deleteAskDraft();
    void navigate('/support', { replace: true });
  };
  const { danger = 'unknown', kind = 'unsure' } = draft;
  return (
    <>
      <div className="stack stack--2">
        <h1>
          <Trans>Revisa tu pedido</Trans>
        </h1>
        <p className="muted">
          <Trans>Lo abre solo quien lo tome. Puedes retirarlo o borrarlo cuando quieras.</Trans>
        </p>
      </div>
      <Card className="stack--3">
        <dl className="qa stack stack--3">
          <Answer step="danger" about={t`¿Hay peligro ahora?`}>
            {i18n._(DANGER_LABELS[danger])}
          </Answer>
          <Answer step="kind" about={t`En qué te apoyamos`}>
            {i18n._(KIND_LABELS[kind])}
          </Answer>
          <Answer step="goal" about={t`Qué quieres lograr`}>
            {draft.goal}
          </Answer>
          <Answer step="tried" about={t`Qué has probado`}>
            {draft.tried}
          </Answer>
          <Answer step="readers" about={t`Quién no debe leerlo`}>
            {draft.excludedIds.length > 0 && t`Marcaste a ${draft.excludedIds.length}`}
          </Answer>
          <Answer step="languages" about={t`Idiomas`}>
            {draft.languages.map((id) => names(id) ?? id).join(', ')}
          </Answer>
          <Answer step="reach" about={t`Cómo te contactamos`}>
            {[draft.safeWay, draft.times, draft.name].filter(Boolean).join(' · ')}
          </Answer>
        </dl>
      </Card>
      <ErrorBanner text={message} />
      <Button kind="primary" block isBusy={isBusy} onClick={() => void submit()}>
        <Trans>Enviar el pedido</Trans>
      </Button>
    </>
  );
}

interface AnswerProps {
  step: AskStep;
  about: string;
  children: ReactNode;
}

function Answer({ step, about, children }: AnswerProps) {
  const { t } = useLingui();
  return (
    <div>
      <dt className="inline between">
        <span>{about}</span>
        <Link className="xs" to={askPath(step)} aria-label={t`Cambiar: ${about}`}>
          <Trans>Cambiar</Trans>
        </Link>
      </dt>
      <dd className={children ? 'said' : 'muted'}>{children || <Trans>Sin respuesta</Trans>}</dd>
    </div>
  );
}
