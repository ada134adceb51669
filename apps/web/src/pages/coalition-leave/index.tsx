import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { COALITION_QUERY, ownNameOf } from '../../features/coalitions/coalitions.graphql';
import { LeaveCoalition } from '../../features/coalitions/taking-part/leave-coalition';
import { KeptMessagesChoice } from '../../features/former-memberships/kept-messages-choice';
import { requestProblemOf } from '../../lib/server/errors';
import { Skeleton } from '../../ui/display/skeleton';
import { LoadFailed } from '../../ui/page/load-failed';
import { NotFound } from '../../ui/page/not-found';
import { Page } from '../../ui/page/page';

/** Confirmation before somebody ends their entry in a coalition: lists what they lose and what stays. */
export default function LeaveCoalitionPage() {
  const { t, i18n } = useLingui();
  const { slug = '' } = useParams();
  const [deletesMessages, setDeletesMessages] = useState(false);
  const [{ data, error }, refetch] = useQuery({ query: COALITION_QUERY, variables: { slug } });
  const problem = data ? undefined : requestProblemOf(error);
  const coalition = data?.group;
  const through = data?.myGrants.filter(
    (grant) => grant.state === 'accepted' && grant.coalition?.id === coalition?.id,
  );
  const names = new Intl.ListFormat(i18n.locale).format(through?.map(ownNameOf) ?? []);
  const mayNot = coalition && (coalition.kind === 'group' || coalition.myMembershipId === null);
  if (problem?.code === 'NOT_FOUND' || mayNot) return <NotFound />;
  return (
    <Page
      title={t`Salir de la coalición`}
      back={{ to: `/coalitions/${slug}`, label: t`La coalición` }}
      width={600}
    >
      {problem && <LoadFailed problem={problem} onRetry={() => refetch()} />}
      {!coalition && !problem && <Skeleton kind="text" />}
      {coalition && (
        <>
          <div className="stack stack--1">
            <h1 className="breakable">
              <Trans>¿Salir de {coalition.name}?</Trans>
            </h1>
            <p className="muted">
              <Trans>No hace falta que des una razón.</Trans>{' '}
              {names && <Trans>Sigues en {names}.</Trans>}
            </p>
          </div>
          <LeaveCoalition
            coalition={coalition}
            deletesMessages={deletesMessages}
            messagesChoice={
              <KeptMessagesChoice
                isCoalition
                deletesMessages={deletesMessages}
                onChange={setDeletesMessages}
              />
            }
          />
        </>
      )}
    </Page>
  );
}
