import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type FormEvent } from 'react';
import { useAct } from '../../lib/use-act';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { TextArea } from '../../ui/field';
import { useToast } from '../../ui/toast';
import type { GroupQuery } from '../../gql/types';
import { JOIN_GROUP, REQUEST_TO_JOIN } from './groups.graphql';
import './reasons';

interface JoinPanelProps {
  group: GroupQuery['group'];
  onChanged: () => void;
}

/** The way in for somebody outside: at once, or by asking with an answer to the group's question. */
export function JoinPanel({ group, onChanged }: JoinPanelProps) {
  if (group.hasAsked) {
    return (
      <Banner look="info" icon="clock" title={<Trans>Ya pediste entrar</Trans>}>
        <Trans>Quien sostiene el grupo leerá tu respuesta. Te avisaremos por aquí.</Trans>
      </Banner>
    );
  }
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

function JoinNow({ group, onChanged }: JoinPanelProps) {
  const { t } = useLingui();
  const toast = useToast();
  const join = useAct(JOIN_GROUP);
  const act = async () => {
    if (!(await join.run({ groupId: group.id }))) return;
    toast({ text: t`Entraste al grupo` });
    onChanged();
  };
  return (
    <div className="stack stack--3">
      {join.message && (
        <Banner look="danger" role="alert">
          {join.message}
        </Banner>
      )}
      <Button kind="primary" block isBusy={join.isBusy} onClick={() => void act()}>
        <Trans>Entrar al grupo</Trans>
      </Button>
    </div>
  );
}

function AskToJoin({ group, onChanged }: JoinPanelProps) {
  const { t } = useLingui();
  const toast = useToast();
  const ask = useAct(REQUEST_TO_JOIN);
  const [answer, setAnswer] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await ask.run({ input: { groupId: group.id, answer } }))) return;
    toast({ text: t`Pedido enviado` });
    onChanged();
  };
  return (
    <form className="card stack" onSubmit={(event) => void submit(event)}>
      <h2>
        <Trans>Pide entrar</Trans>
      </h2>
      {ask.message && (
        <Banner look="danger" role="alert">
          {ask.message}
        </Banner>
      )}
      <TextArea
        label={group.question || t`Cuéntale al grupo por qué quieres entrar`}
        name="answer"
        rows={4}
        maxLength={1_000}
        value={answer}
        onChange={(event) => setAnswer(event.target.value)}
        error={ask.fieldMessage('answer')}
      />
      <p className="xs muted">
        <Trans>Tu respuesta y tu nombre los lee solo quien sostiene el grupo.</Trans>
      </p>
      <Button kind="primary" type="submit" block isBusy={ask.isBusy}>
        <Trans>Enviar pedido</Trans>
      </Button>
    </form>
  );
}
