import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type FormEvent } from 'react';
import { useMutationState } from '../../lib/server/use-mutation-state';
import { Banner, ErrorBanner } from '../../ui/display/banner';
import { Button } from '../../ui/actions/button';
import { TextArea } from '../../ui/forms/field';
import { useToast } from '../../ui/actions/toast';
import { useQueuedForm } from '../../ui/forms/use-queued-form';
import type { GroupQuery } from '../../gql/types';
import { JOIN_GROUP, REQUEST_TO_JOIN, WITHDRAW_JOIN_REQUEST } from './groups.graphql';
import { JoinNameChoice } from './join-name-choice';
import './error-texts';

interface JoinPanelProps {
  group: GroupQuery['group'];
  onChanged: () => void;
}

/** Lets a non-member join at once, or send a join request with an answer to the group's question. */
export function JoinPanel({ group, onChanged }: JoinPanelProps) {
  if (group.myRequestId)
    return <JoinRequestWaiting requestId={group.myRequestId} onChanged={onChanged} />;
  if (group.viewerCan.includes('join')) return <JoinNow group={group} onChanged={onChanged} />;
  if (group.viewerCan.includes('requestToJoin')) {
    return <AskToJoin group={group} onChanged={onChanged} />;
  }
  return (
    <Banner icon="lock">
      <Trans>A este grupo se entra por invitación.</Trans>
    </Banner>
  );
}

interface JoinRequestWaitingProps {
  requestId: string;
  onChanged: () => void;
}

/** Shows that a join request is pending, with a button to withdraw it. */
export function JoinRequestWaiting({ requestId, onChanged }: JoinRequestWaitingProps) {
  const { t } = useLingui();
  const toast = useToast();
  const withdraw = useMutationState(WITHDRAW_JOIN_REQUEST);
  const act = async () => {
    if (!(await withdraw.run({ id: requestId }))) return;
    toast({ text: t`Pedido retirado` });
    onChanged();
  };
  return (
    <div className="stack stack--3">
      <Banner look="info" icon="clock" title={<Trans>Ya pediste entrar</Trans>}>
        <Trans>Quien sostiene el grupo leerá tu respuesta. Te avisaremos por aquí.</Trans>
      </Banner>
      <ErrorBanner text={withdraw.message} />
      <Button kind="line" isBusy={withdraw.isBusy} onClick={() => void act()}>
        <Trans>Retirar el pedido</Trans>
      </Button>
    </div>
  );
}

function JoinNow({ group, onChanged }: JoinPanelProps) {
  const { t } = useLingui();
  const toast = useToast();
  const join = useMutationState(JOIN_GROUP);
  const [personaName, setName] = useState<string | null>(null);
  const act = async () => {
    if (!(await join.run({ groupId: group.id, personaName }))) return;
    toast({ text: t`Entraste al grupo` });
    onChanged();
  };
  return (
    <div className="stack stack--3">
      <ErrorBanner text={join.message} />
      <JoinNameChoice
        value={personaName}
        onChange={setName}
        error={join.fieldMessage('personaName')}
        isInvited={group.access === 'invitation'}
      />
      <Button kind="primary" block isBusy={join.isBusy} onClick={() => void act()}>
        <Trans>Entrar al grupo</Trans>
      </Button>
    </div>
  );
}

function AskToJoin({ group, onChanged }: JoinPanelProps) {
  const { t } = useLingui();
  const ask = useQueuedForm('joinRequest', REQUEST_TO_JOIN);
  const [answer, setAnswer] = useState('');
  const [personaName, setName] = useState<string | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const input = { groupId: group.id, answer, personaName };
    const filled = { subjectId: group.id, about: group.name, input, said: t`Pedido enviado` };
    if (await ask.send(filled)) onChanged();
  };
  return (
    <form className="card stack" onSubmit={(event) => void submit(event)}>
      <h2>
        <Trans>Pide entrar</Trans>
      </h2>
      <ErrorBanner text={ask.message} />
      <TextArea
        label={group.question || t`Cuéntale al grupo por qué quieres entrar`}
        name="answer"
        rows={4}
        maxLength={1_000}
        value={answer}
        onChange={(event) => setAnswer(event.target.value)}
        error={ask.fieldMessage('answer')}
        isOptional={group.question === ''}
      />
      <JoinNameChoice
        value={personaName}
        onChange={setName}
        error={ask.fieldMessage('personaName')}
      />
      <p className="xs muted">
        <Trans>Tu respuesta y el nombre que elijas los lee solo quien sostiene el grupo.</Trans>
      </p>
      <Button kind="primary" type="submit" block isBusy={ask.isBusy}>
        <Trans>Enviar pedido</Trans>
      </Button>
    </form>
  );
}
