import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { SupportDeclineReason } from '../../../gql/types';
import { usePageNavigate } from '../../../lib/page/use-page-navigate';
import { fieldProblemText } from '../../../lib/server/errors';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Button } from '../../../ui/actions/button';
import { useToast } from '../../../ui/actions/toast';
import { Card } from '../../../ui/display/card';
import { Choice, ChoiceGroup } from '../../../ui/forms/choice';
import { FormProblem } from '../../../ui/forms/form-problem';
import { useCall } from '../calls/use-call';
import { KIND_LABELS, REASON_LABELS } from '../support-labels';
import { Alternatives } from './alternatives';
import {
  type AnswerDraft,
  type AnswerKind,
  deleteAnswerDraft,
  useAnswerDraft,
} from './answer-drafts';
import { AskForm } from './ask-form';
import {
  ACCEPT_SUPPORT_REQUEST,
  type CaseFile,
  DECLINE_SUPPORT_REQUEST,
  LINK_DUPLICATE,
} from './cases.graphql';
import { MessageForm } from './message-form';

export interface AnswerProps {
  file: CaseFile;
  onAnswered: () => void;
}

/** The answer to a claimed request: accept, ask first, refer, decline, or link it to another request of the same person. */
export function AnswerForm({ file, onAnswered }: AnswerProps) {
  const [stored, onChange] = useAnswerDraft(file.id);
  const { booked } = useCall(file.id, !file.viewerCan.includes('readCall'));
  // In a call both sides can ask.
  const canAsk = !booked && !file.waitsForRequesterUntil && file.questionsLeft > 0;
  const draft = stored.kind === 'ask' && !canAsk ? { ...stored, kind: 'accept' as const } : stored;
  const choiceProps = (kind: AnswerKind) => ({
    name: 'kind',
    checked: draft.kind === kind,
    onChange: () => onChange({ kind }),
  });
  const props = { file, draft, onChange };
  return (
    <Card className="stack--3">
      <h2>
        <Trans>Tu respuesta</Trans>
      </h2>
      <ChoiceGroup legend={<Trans>Qué respondes</Trans>} isLegendHidden>
        <Choice {...choiceProps('accept')}>
          <Trans>Lo acepto</Trans>
        </Choice>
        {canAsk && (
          <Choice {...choiceProps('ask')}>
            <Trans>Primero pregunto</Trans>
          </Choice>
        )}
        <Choice {...choiceProps('refer')}>
          <Trans>Lo derivo a otro lugar</Trans>
        </Choice>
        <Choice {...choiceProps('decline')}>
          <Trans>No podemos</Trans>
        </Choice>
        {file.others.length > 0 && (
          <Choice {...choiceProps('duplicate')}>
            <Trans>Es lo mismo que otro pedido suyo</Trans>
          </Choice>
        )}
      </ChoiceGroup>
      {draft.kind === 'accept' && <Accept {...props} onAnswered={onAnswered} />}
      {draft.kind === 'ask' && <AskForm {...props} onAnswered={onAnswered} />}
      {draft.kind === 'refer' && <Refer {...props} />}
      {draft.kind === 'decline' && <Decline {...props} />}
      {draft.kind === 'duplicate' && <Duplicate file={file} />}
    </Card>
  );
}

export interface DraftProps {
  file: CaseFile;
  draft: AnswerDraft;
  onChange: (changed: Partial<AnswerDraft>) => void;
}

function Accept({ file, draft, onChange, onAnswered }: DraftProps & AnswerProps) {
  const { t } = useLingui();
  const toast = useToast();
  const { id: requestId, content, languages } = file;
  const accept = useMutationState(ACCEPT_SUPPORT_REQUEST);
  const send = async () => {
    if (!(await accept.run({ input: { requestId, words: draft.acceptance } }))) return;
    deleteAnswerDraft(requestId);
    toast({ text: t`Respuesta enviada` });
    onAnswered();
  };
  return (
    <MessageForm
      label={t`Tu mensaje`}
      hint={
        content.safeWay
          ? t`Quien pidió apoyo verá tu nombre de trabajo y este mensaje. Después escríbele por su forma segura.`
          : t`No dio una forma de contacto. Después conversan en el caso.`
      }
      text={draft.acceptance}
      onText={(acceptance) => onChange({ acceptance })}
      purposes={['accept']}
      languages={languages}
      state={accept}
      onSend={() => void send()}
      actLabel={<Trans>Aceptar el pedido</Trans>}
    />
  );
}

/** Sends a decline, then navigates to the queue. */
function useDecline({ file: { id: requestId }, draft }: DraftProps) {
  const { t } = useLingui();
  const toast = useToast();
  const navigate = usePageNavigate();
  const { refusal: words, alternatives } = draft;
  const state = useMutationState(DECLINE_SUPPORT_REQUEST);
  const send = async (reason: SupportDeclineReason) => {
    if (!(await state.run({ input: { requestId, reason, words, alternatives } }))) return;
    deleteAnswerDraft(requestId);
    toast({ text: t`Respuesta enviada` });
    navigate('/cases', { replace: true });
  };
  return { state, send };
}

function useRefusalProps({ file: { languages }, draft, onChange }: DraftProps) {
  const { t } = useLingui();
  return {
    label: t`Tu mensaje`,
    hint: t`Quien pidió apoyo verá la razón y este mensaje, pero no tu nombre.`,
    text: draft.refusal,
    onText: (refusal: string) => onChange({ refusal }),
    languages,
    actLabel: <Trans>Enviar la respuesta</Trans>,
  };
}

/** Declines with the reason `elsewhere`; requires a text about where else to look. */
function Refer(props: DraftProps) {
  const { alternatives } = props.draft;
  const [isSent, setSent] = useState(false);
  const { state, send } = useDecline(props);
  const isMissing = alternatives.trim() === '';
  const onSend = () => {
    setSent(true);
    if (!isMissing) void send('elsewhere');
  };
  return (
    <MessageForm {...useRefusalProps(props)} {...{ state, onSend }} purposes={['refer']}>
      <Alternatives
        text={alternatives}
        onText={(changed) => props.onChange({ alternatives: changed })}
        error={isSent && isMissing ? fieldProblemText('missing') : undefined}
      />
    </MessageForm>
  );
}

function Decline(props: DraftProps) {
  const { i18n } = useLingui();
  const { alternatives, reason } = props.draft;
  const [isSent, setSent] = useState(false);
  const { state, send } = useDecline(props);
  const onSend = () => {
    setSent(true);
    if (reason) void send(reason);
  };
  return (
    <MessageForm {...useRefusalProps(props)} {...{ state, onSend }} purposes={['decline', 'refer']}>
      <ChoiceGroup
        legend={<Trans>Razón</Trans>}
        error={isSent && !reason ? fieldProblemText('missing') : undefined}
      >
        {(Object.keys(REASON_LABELS) as SupportDeclineReason[]).map((one) => (
          <Choice
            key={one}
            name="reason"
            checked={reason === one}
            onChange={() => props.onChange({ reason: one })}
            note={
              one === 'conduct' && (
                <Trans>Durante un año no verás otros pedidos suyos; otras personas sí</Trans>
              )
            }
          >
            {i18n._(REASON_LABELS[one])}
          </Choice>
        ))}
      </ChoiceGroup>
      <Alternatives
        text={alternatives}
        onText={(changed) => props.onChange({ alternatives: changed })}
        isOptional
      />
    </MessageForm>
  );
}

function Duplicate({ file: { id: requestId, others } }: { file: CaseFile }) {
  const { t, i18n } = useLingui();
  const toast = useToast();
  const navigate = usePageNavigate();
  const [number, setNumber] = useState(others[0]?.number);
  const link = useMutationState(LINK_DUPLICATE);
  const send = async () => {
    if (number === undefined || !(await link.run({ input: { requestId, number } }))) return;
    deleteAnswerDraft(requestId);
    toast({ text: t`Este pedido se cerró` });
    navigate('/cases', { replace: true });
  };
  return (
    <div className="stack stack--3">
      <ChoiceGroup legend={<Trans>Sigue en el pedido</Trans>} error={link.fieldMessage('number')}>
        {others.map((other) => (
          <Choice
            key={other.id}
            name="duplicate"
            checked={number === other.number}
            onChange={() => setNumber(other.number)}
          >
            <span className="num">{other.number}</span> · {i18n._(KIND_LABELS[other.kind])}
          </Choice>
        ))}
      </ChoiceGroup>
      <p className="xs muted">
        <Trans>
          Lo que escribió aquí pasa al otro pedido: lo lee quien lo atienda, salvo que esa persona
          esté excluida de este. Avisamos a quien lo pidió.
        </Trans>
      </p>
      <FormProblem problem={link.problem} />
      <Button kind="primary" block isBusy={link.isBusy} onClick={() => void send()}>
        <Trans>Cerrar este y seguir en el otro</Trans>
      </Button>
    </div>
  );
}
