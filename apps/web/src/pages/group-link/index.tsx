import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type FormEvent } from 'react';
import { Navigate, useLocation } from 'react-router';
import { useQuery } from 'urql';
import { LINKED_GROUP_QUERY, USE_GROUP_LINK } from '../../features/groups/group-links.graphql';
import { AgreementsText } from '../../features/groups/agreements/agreements-text';
import { ConsentNote } from '../../features/groups/agreements/consent-note';
import { usePinnedAgreements } from '../../features/groups/agreements/pinned-agreements';
import { JoinRequestWaiting } from '../../features/groups/join-panel';
import { JoinAnswerFields, JoinAnswersHint } from '../../features/groups/join-answer-fields';
import { JoinNameChoice } from '../../features/groups/join-name-choice';
import { useJoinAnswers, useNewQuestions } from '../../features/groups/use-join-answers';
import '../../features/groups/error-texts';
import type { LinkedGroupQuery } from '../../gql/types';
import { usePageNavigate } from '../../lib/page/use-page-navigate';
import { requestProblemOf } from '../../lib/server/errors';
import { useAgreementsChanged } from '../../lib/server/use-agreements-changed';
import { useMutationState } from '../../lib/server/use-mutation-state';
import { Button, ButtonLink } from '../../ui/actions/button';
import { useToast } from '../../ui/actions/toast';
import { ErrorBanner } from '../../ui/display/banner';
import { EmptyState } from '../../ui/page/empty-state';
import { Skeleton } from '../../ui/display/skeleton';
import { useBlankCheck } from '../../ui/forms/use-blank-check';
import { LoadFailed } from '../../ui/page/load-failed';
import { Page } from '../../ui/page/page';

/** Target page of a group link. The token is in the fragment of the URL, so that no server logs it. */
export default function GroupLinkPage() {
  const { t } = useLingui();
  const token = useLocation().hash.slice(1);
  const [{ data, error }, refetch] = useQuery({
    query: LINKED_GROUP_QUERY,
    variables: { token },
    requestPolicy: 'network-only',
    pause: token === '',
  });
  const problem = requestProblemOf(error);
  const isNone = token === '' || problem?.code === 'NOT_FOUND' || problem?.code === 'FORBIDDEN';
  if (data?.linkedGroup.slug) return <Navigate to={`/groups/${data.linkedGroup.slug}`} replace />;
  return (
    <Page title={t`Entrar a un grupo`} back={{ to: '/groups', label: t`Grupos` }} width={600}>
      {isNone && <NoLink />}
      {!isNone && problem && <LoadFailed problem={problem} onRetry={() => refetch()} />}
      {data && (
        <Use
          key={token}
          token={token}
          group={data.linkedGroup}
          onOutdated={() => refetch({ requestPolicy: 'network-only' })}
        />
      )}
      {!isNone && !problem && !data && <Skeleton kind="text" />}
    </Page>
  );
}

function NoLink() {
  return (
    <EmptyState
      level="h1"
      title={<Trans>Con este enlace no se puede entrar</Trans>}
      actions={
        <ButtonLink to="/groups">
          <Trans>Ver los grupos</Trans>
        </ButtonLink>
      }
    >
      <Trans>
        Puede que ya se haya usado, que hayan pasado sus 72 horas o que quien lo hizo ya no sostenga
        el grupo. Sirve solo para quien ya pasó su primer mes. Pídele otro a quien te lo dio.
      </Trans>
    </EmptyState>
  );
}

interface UseProps {
  token: string;
  group: LinkedGroupQuery['linkedGroup'];
  /** Called when the group asks other questions or has other agreements meanwhile. */
  onOutdated: () => void;
}

/** Shows the group to the holder of the link, and a button to join. */
function Use({ token, group, onOutdated }: UseProps) {
  const navigate = usePageNavigate();
  const [requestId, setRequestId] = useState(group.joinRequestId);
  const { pinned, notice } = usePinnedAgreements(group);
  const { agreements } = pinned;
  return (
    <>
      <div className="stack stack--1">
        <h1>{group.name}</h1>
        <p className="muted">{group.purpose}</p>
      </div>
      <AgreementsText text={agreements.text} />
      {notice}
      {requestId ? (
        <JoinRequestWaiting
          requestId={requestId}
          onChanged={() => navigate('/groups', { replace: true })}
        />
      ) : (
        <Form
          token={token}
          group={{ ...group, agreements }}
          onOutdated={onOutdated}
          onAsked={setRequestId}
        />
      )}
    </>
  );
}

interface FormProps extends UseProps {
  onAsked: (requestId: string | null) => void;
}

function Form({ token, group, onOutdated, onAsked }: FormProps) {
  const { t } = useLingui();
  const navigate = usePageNavigate();
  const toast = useToast();
  const use = useMutationState(USE_GROUP_LINK);
  const answers = useJoinAnswers(group.isListed ? [] : group.questions);
  const { form, isWhole, errorOf } = useBlankCheck(JSON.stringify(group.questions));
  const [personaName, setName] = useState<string | null>(null);
  useNewQuestions(use.problem, onOutdated);
  useAgreementsChanged(use.problem, onOutdated);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!isWhole(answers.values)) return;
    const agreementsVersion = group.agreements.version;
    const input = { token, ...answers.input, personaName, agreementsVersion };
    const used = (await use.run({ input }))?.useGroupLink;
    if (!used) return;
    if (!used.slug) return onAsked(used.joinRequestId);
    toast({ text: t`Entraste al grupo` });
    navigate(`/groups/${used.slug}`, { replace: true });
  };
  return (
    <form ref={form} className="card stack" onSubmit={(event) => void submit(event)} noValidate>
      <ErrorBanner text={use.message} />
      {!group.isListed && (
        <JoinAnswerFields
          answers={answers}
          errorOf={(field) => errorOf(field, use.fieldMessage(field))}
        />
      )}
      <JoinNameChoice
        value={personaName}
        onChange={setName}
        error={use.fieldMessage('personaName')}
      />
      {!group.isListed && <JoinAnswersHint />}
      <ConsentNote agreements={group.agreements} isRequest={!group.isListed} />
      <Button kind="primary" type="submit" block isBusy={use.isBusy}>
        {group.isListed ? <Trans>Entrar al grupo</Trans> : <Trans>Enviar pedido</Trans>}
      </Button>
    </form>
  );
}
