import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import type { SupportDeclineReason } from '../../../gql/types';
import { fieldProblemText } from '../../../lib/server/errors';
import { type MutationState, useMutationState } from '../../../lib/server/use-mutation-state';
import { Button } from '../../../ui/actions/button';
import { useToast } from '../../../ui/actions/toast';
import { Card } from '../../../ui/display/card';
import { Choice, ChoiceGroup } from '../../../ui/forms/choice';
import { TextArea } from '../../../ui/forms/field';
import { FormProblem } from '../../../ui/forms/form-problem';
import { KIND_LABELS, REASON_LABELS } from '../support-labels';
import { TemplateText } from '../templates/template-text';
import type { SupportTemplatePurpose } from '../templates/templates.graphql';
import {
  type AnswerDraft,
  type AnswerKind,
  deleteAnswerDraft,
  useAnswerDraft,
} from './answer-drafts';
import {
  ACCEPT_SUPPORT_REQUEST,
  type CaseFile,
  DECLINE_SUPPORT_REQUEST,
  LINK_DUPLICATE,
} from './cases.graphql';

interface AnswerProps {
  file: CaseFile;
  onAnswered: () => void;
}

/** The answer to a claimed request: accept, decline, or link it to another request of the same person. */
export function AnswerForm({ file, onAnswered }: AnswerProps) {
  const [draft, onChange] = useAnswerDraft(file.id);
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
      {draft.kind === 'decline' && <Decline {...props} />}
      {draft.kind === 'duplicate' && <Duplicate file={file} />}
    </Card>
  );
}

interface DraftProps {
  file: CaseFile;
  draft: AnswerDraft;
  onChange: (changed: Partial<AnswerDraft>) => void;
}

interface MessageFormProps {
  label: string;
  hint: string;
  text: string;
  onText: (text: string) => void;
  state: Pick<MutationState<unknown, never>, 'problem' | 'isBusy' | 'fieldMessage'>;
  onSend: () => void;
  actLabel: ReactNode;
  /** The templates from which the text can start; by default none. */
  purposes?: readonly SupportTemplatePurpose[];
  /** Ids of the languages of the request. */
  languages?: readonly string[];
  children?: ReactNode;
}

const NONE: readonly never[] = [];

/** A text that the requester reads, with its button. */
export function MessageForm(props: MessageFormProps) {
  const { label, hint, text, onText, state, onSend, actLabel, children } = props;
  const { purposes = NONE, languages = NONE } = props;
  return (
    <form
      className="stack stack--3"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
      }}
    >
      {children}
      <TemplateText
        {...{ purposes, languages, label, hint }}
        rows={6}
        maxLength={4_000}
        value={text}
        onChange={onText}
        error={state.fieldMessage('words')}
      />
      <FormProblem problem={state.problem} />
      <Button kind="primary" block type="submit" isBusy={state.isBusy}>
        {actLabel}
      </Button>
    </form>
  );
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
      purposes={['accept', 'ask']}
      languages={languages}
      state={accept}
      onSend={() => void send()}
      actLabel={<Trans>Aceptar el pedido</Trans>}
    />
  );
}

function Decline({ file: { id: requestId, languages }, draft, onChange }: DraftProps) {
  const { t, i18n } = useLingui();
  const toast = useToast();
  const navigate = useNavigate();
  const { refusal: words, alternatives, reason } = draft;
  const [isSent, setSent] = useState(false);
  const decline = useMutationState(DECLINE_SUPPORT_REQUEST);
  const send = async () => {
    setSent(true);
    if (!reason) return;
    if (!(await decline.run({ input: { requestId, reason, words, alternatives } }))) return;
    deleteAnswerDraft(requestId);
    toast({ text: t`Respuesta enviada` });
    void navigate('/cases', { replace: true });
  };
  return (
    <MessageForm
      label={t`Tu mensaje`}
      hint={t`Quien pidió apoyo verá la razón y este mensaje, pero no tu nombre.`}
      text={words}
      onText={(refusal) => onChange({ refusal })}
      purposes={['decline', 'refer']}
      languages={languages}
      state={decline}
      onSend={() => void send()}
      actLabel={<Trans>Enviar la respuesta</Trans>}
    >
      <ChoiceGroup
        legend={<Trans>Razón</Trans>}
        error={isSent && !reason ? fieldProblemText('missing') : undefined}
      >
        {(Object.keys(REASON_LABELS) as SupportDeclineReason[]).map((one) => (
          <Choice
            key={one}
            name="reason"
            checked={reason === one}
            onChange={() => onChange({ reason: one })}
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
      <TextArea
        label={t`Dónde más puede buscar`}
        isOptional
        rows={3}
        maxLength={4_000}
        value={alternatives}
        onChange={({ target }) => onChange({ alternatives: target.value })}
      />
    </MessageForm>
  );
}

function Duplicate({ file: { id: requestId, others } }: { file: CaseFile }) {
  const { t, i18n } = useLingui();
  const toast = useToast();
  const navigate = useNavigate();
  const [number, setNumber] = useState(others[0]?.number);
  const link = useMutationState(LINK_DUPLICATE);
  const send = async () => {
    if (number === undefined || !(await link.run({ input: { requestId, number } }))) return;
    deleteAnswerDraft(requestId);
    toast({ text: t`Este pedido se cerró` });
    void navigate('/cases', { replace: true });
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
