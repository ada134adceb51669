import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type FormEvent } from 'react';
import { useQuery } from 'urql';
import { useAgreementsChanged } from '../../lib/server/use-agreements-changed';
import { useMutationState } from '../../lib/server/use-mutation-state';
import { Banner, ErrorBanner } from '../../ui/display/banner';
import { Button } from '../../ui/actions/button';
import { useToast } from '../../ui/actions/toast';
import { useQueuedForm } from '../../ui/forms/use-queued-form';
import type { GroupQuery } from '../../gql/types';
import { useBlankCheck } from '../../ui/forms/use-blank-check';
import { JoinAnswerList } from '../../ui/people/join-answer-list';
import {
  JOIN_ANSWERS_QUERY,
  JOIN_GROUP,
  REQUEST_TO_JOIN,
  WITHDRAW_JOIN_REQUEST,
} from './groups.graphql';
import { JoinAnswerFields, JoinAnswersHint } from './join-answer-fields';
import { ConsentNote } from './agreements/consent-note';
import { JoinNameChoice } from './join-name-choice';
import { useJoinAnswers, useNewQuestions } from './use-join-answers';
import './error-texts';

interface JoinPanelProps {
  group: GroupQuery['group'];
  onChanged: () => void;
}

/** Lets a non-member join at once, or send a join request with answers to the group's questions. */
export function JoinPanel({ group, onChanged }: JoinPanelProps) {
  if (group.myRequestId)
    return <JoinRequestWaiting requestId={group.myRequestId} onChanged={onChanged} />;
  if (group.viewerCan.includes('join')) return <JoinNow group={group} onChanged={onChanged} />;
  if (group.viewerCan.includes('requestToJoin')) {
    return <AskToJoin group={group} onChanged={onChanged} />;
  }
  if (group.wasRemoved) {
    return (
      <Banner icon="lock">
        <Trans>
          Te sacaron de este grupo. Puedes volver cuando quien lo sostiene te lo permita.
        </Trans>
      </Banner>
    );
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
        <Trans>Quien sostiene el grupo leerá lo que escribiste. Te avisaremos por aquí.</Trans>
      </Banner>
      <OwnAnswers requestId={requestId} />
      <ErrorBanner text={withdraw.message} />
      <Button kind="line" isBusy={withdraw.isBusy} onClick={() => void act()}>
        <Trans>Retirar el pedido</Trans>
      </Button>
    </div>
  );
}

/** The requester's own answers; shows nothing until they are loaded. */
function OwnAnswers({ requestId }: { requestId: string }) {
  const [{ data }] = useQuery({ query: JOIN_ANSWERS_QUERY, variables: { id: requestId } });
  if (!data?.joinAnswers.length) return null;
  return (
    <section className="card stack stack--3">
      <h2>
        <Trans>Lo que escribiste</Trans>
      </h2>
      <JoinAnswerList answers={data.joinAnswers} />
    </section>
  );
}

function JoinNow({ group, onChanged }: JoinPanelProps) {
  const { t } = useLingui();
  const toast = useToast();
  const join = useMutationState(JOIN_GROUP);
  const [personaName, setName] = useState<string | null>(null);
  useAgreementsChanged(join.problem, onChanged);
  const act = async () => {
    const agreementsVersion = group.agreements.version;
    if (!(await join.run({ groupId: group.id, personaName, agreementsVersion }))) return;
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
      <ConsentNote agreements={group.agreements} />
      <Button kind="primary" block isBusy={join.isBusy} onClick={() => void act()}>
        <Trans>Entrar al grupo</Trans>
      </Button>
    </div>
  );
}

function AskToJoin({ group, onChanged }: JoinPanelProps) {
  const { t } = useLingui();
  const ask = useQueuedForm('joinRequest', REQUEST_TO_JOIN);
  const answers = useJoinAnswers(group.questions);
  const { form, isWhole, errorOf } = useBlankCheck(JSON.stringify(group.questions));
  const [personaName, setName] = useState<string | null>(null);
  useNewQuestions(ask.problem, onChanged);
  useAgreementsChanged(ask.problem, onChanged);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!isWhole(answers.values)) return;
    const agreementsVersion = group.agreements.version;
    const input = { groupId: group.id, ...answers.input, personaName, agreementsVersion };
    const filled = { subjectId: group.id, about: group.name, input, said: t`Pedido enviado` };
    if (await ask.send(filled)) onChanged();
  };
  return (
    <form ref={form} className="card stack" onSubmit={(event) => void submit(event)} noValidate>
      <h2>
        <Trans>Pide entrar</Trans>
      </h2>
      <ErrorBanner text={ask.message} />
      <JoinAnswerFields
        answers={answers}
        errorOf={(field) => errorOf(field, ask.fieldMessage(field))}
      />
      <JoinNameChoice
        value={personaName}
        onChange={setName}
        error={ask.fieldMessage('personaName')}
      />
      <JoinAnswersHint />
      <ConsentNote agreements={group.agreements} isRequest />
      <Button kind="primary" type="submit" block isBusy={ask.isBusy}>
        <Trans>Enviar pedido</Trans>
      </Button>
    </form>
  );
}
