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
import {
  ACCEPT_SUPPORT_REQUEST,
  type CaseFile,
  CLOSE_SUPPORT_CASE,
  DECLINE_SUPPORT_REQUEST,
  LINK_DUPLICATE,
  RELEASE_SUPPORT_REQUEST,
} from './cases.graphql';

type Way = 'accept' | 'decline' | 'duplicate';

interface AnswerProps {
  file: CaseFile;
  onAnswered: () => void;
}

/** The answer to a claimed request: accept, decline, or link it to another request of the same person. */
export function AnswerForm({ file, onAnswered }: AnswerProps) {
  const [way, setWay] = useState<Way>('accept');
  const box = (one: Way) => ({
    name: 'way',
    checked: way === one,
    onChange: () => setWay(one),
  });
  return (
    <Card className="stack--3">
      <h2>
        <Trans>Tu respuesta</Trans>
      </h2>
      <ChoiceGroup legend={<Trans>Qué respondes</Trans>} isLegendHidden>
        <Choice {...box('accept')}>
          <Trans>Lo acompaño</Trans>
        </Choice>
        <Choice {...box('decline')}>
          <Trans>No podemos</Trans>
        </Choice>
        {file.others.length > 0 && (
          <Choice {...box('duplicate')}>
            <Trans>Es lo mismo que otro pedido suyo</Trans>
          </Choice>
        )}
      </ChoiceGroup>
      {way === 'accept' && <Accept file={file} onAnswered={onAnswered} />}
      {way === 'decline' && <Decline file={file} onAnswered={onAnswered} />}
      {way === 'duplicate' && <Duplicate file={file} onAnswered={onAnswered} />}
    </Card>
  );
}

interface WordsFormProps {
  label: string;
  hint: string;
  words: string;
  onWords: (words: string) => void;
  state: Pick<MutationState<unknown, never>, 'problem' | 'isBusy' | 'fieldMessage'>;
  onSend: () => void;
  actLabel: ReactNode;
  children?: ReactNode;
}

/** A text that the requester reads, with its button. */
function WordsForm(props: WordsFormProps) {
  const { label, hint, words, onWords, state, onSend, actLabel, children } = props;
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
      <TextArea
        label={label}
        hint={hint}
        rows={6}
        maxLength={4_000}
        value={words}
        onChange={({ target }) => onWords(target.value)}
        error={state.fieldMessage('words')}
      />
      <FormProblem problem={state.problem} />
      <Button kind="primary" block type="submit" isBusy={state.isBusy}>
        {actLabel}
      </Button>
    </form>
  );
}

function Accept({ file: { id: requestId }, onAnswered }: AnswerProps) {
  const { t } = useLingui();
  const toast = useToast();
  const [words, setWords] = useState('');
  const accept = useMutationState(ACCEPT_SUPPORT_REQUEST);
  const send = async () => {
    if (!(await accept.run({ input: { requestId, words } }))) return;
    toast({ text: t`Respuesta enviada` });
    onAnswered();
  };
  return (
    <WordsForm
      label={t`Qué le dices`}
      hint={t`Lee tu nombre de trabajo y estas palabras. Después le escribes por su forma segura.`}
      words={words}
      onWords={setWords}
      state={accept}
      onSend={() => void send()}
      actLabel={<Trans>Aceptar el pedido</Trans>}
    />
  );
}

function Decline({ file: { id: requestId } }: AnswerProps) {
  const { t, i18n } = useLingui();
  const toast = useToast();
  const navigate = useNavigate();
  const [words, setWords] = useState('');
  const [alternatives, setAlternatives] = useState('');
  const [reason, setReason] = useState<SupportDeclineReason>();
  const [isSent, setSent] = useState(false);
  const decline = useMutationState(DECLINE_SUPPORT_REQUEST);
  const send = async () => {
    setSent(true);
    if (!reason) return;
    if (!(await decline.run({ input: { requestId, reason, words, alternatives } }))) return;
    toast({ text: t`Respuesta enviada` });
    void navigate('/cases', { replace: true });
  };
  return (
    <WordsForm
      label={t`Qué le dices`}
      hint={t`Lee la razón y estas palabras, sin tu nombre.`}
      words={words}
      onWords={setWords}
      state={decline}
      onSend={() => void send()}
      actLabel={<Trans>Enviar la respuesta</Trans>}
    >
      <ChoiceGroup
        legend={<Trans>Razón</Trans>}
        error={isSent && !reason ? fieldProblemText('missing') : undefined}
      >
        {(Object.keys(REASON_LABELS) as SupportDeclineReason[]).map((one) => (
          <Choice key={one} name="reason" checked={reason === one} onChange={() => setReason(one)}>
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
        onChange={({ target }) => setAlternatives(target.value)}
      />
    </WordsForm>
  );
}

function Duplicate({ file: { id: requestId, others } }: AnswerProps) {
  const { t, i18n } = useLingui();
  const toast = useToast();
  const navigate = useNavigate();
  const [number, setNumber] = useState(others[0]?.number);
  const link = useMutationState(LINK_DUPLICATE);
  const send = async () => {
    if (number === undefined || !(await link.run({ input: { requestId, number } }))) return;
    toast({ text: t`Quedó unido al otro pedido` });
    void navigate('/cases', { replace: true });
  };
  return (
    <div className="stack stack--3">
      <ChoiceGroup legend={<Trans>Sigue en el pedido</Trans>}>
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
      <FormProblem problem={link.problem} />
      <Button kind="primary" block isBusy={link.isBusy} onClick={() => void send()}>
        <Trans>Unir los pedidos</Trans>
      </Button>
    </div>
  );
}

/** Closes a case with words to the requester. */
export function CloseForm({ file: { id: requestId } }: { file: CaseFile }) {
  const { t } = useLingui();
  const toast = useToast();
  const navigate = useNavigate();
  const [words, setWords] = useState('');
  const close = useMutationState(CLOSE_SUPPORT_CASE);
  const send = async () => {
    if (!(await close.run({ input: { requestId, words } }))) return;
    toast({ text: t`Cerraste el caso` });
    void navigate('/cases', { replace: true });
  };
  return (
    <Card className="stack--3">
      <h2>
        <Trans>Cerrar el caso</Trans>
      </h2>
      <WordsForm
        label={t`Palabras para cerrar`}
        hint={t`Las lee quien pidió apoyo. El caso se destruye a los 90 días.`}
        words={words}
        onWords={setWords}
        state={close}
        onSend={() => void send()}
        actLabel={<Trans>Cerrar el caso</Trans>}
      />
    </Card>
  );
}

/** Returns a request or case to the queue. */
export function ReleaseButton({ file: { id, stage } }: { file: CaseFile }) {
  const { t } = useLingui();
  const toast = useToast();
  const navigate = useNavigate();
  const { run, isBusy, problem } = useMutationState(RELEASE_SUPPORT_REQUEST);
  const act = async () => {
    if (!(await run({ id }))) return;
    toast({ text: t`Volvió a la cola` });
    void navigate('/cases', { replace: true });
  };
  return (
    <div className="stack stack--2">
      <FormProblem problem={problem} />
      <Button kind="text" isBusy={isBusy} onClick={() => void act()}>
        <Trans>Devolverlo a la cola</Trans>
      </Button>
      {stage === 'accepted' && (
        <p className="xs muted">
          <Trans>Avisamos a quien lo pidió. No hay que explicar nada.</Trans>
        </p>
      )}
    </div>
  );
}
