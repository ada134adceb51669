import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { LostCoalitions } from '../../features/former-memberships/lost-coalitions';
import { KeptMessagesChoice } from '../../features/former-memberships/kept-messages-choice';
import { GROUP_QUERY } from '../../features/groups/groups.graphql';
import { LeaveGroup } from '../../features/groups/leave-group';
import { requestProblemOf } from '../../lib/server/errors';
import { Skeleton } from '../../ui/display/skeleton';
import { LoadFailed } from '../../ui/page/load-failed';
import { NotFound } from '../../ui/page/not-found';
import { Page } from '../../ui/page/page';

/** Confirmation before leaving a group: lists what the member loses and what stays. */
export default function LeaveGroupPage() {
  const { t } = useLingui();
  const { slug = '' } = useParams();
  const [deletesMessages, setDeletesMessages] = useState(false);
  const [{ data, error }, refetch] = useQuery({
    query: GROUP_QUERY,
    variables: { slug },
    requestPolicy: 'cache-and-network',
  });
  const problem = data ? undefined : requestProblemOf(error);
  const group = data?.group;
  if (problem?.code === 'NOT_FOUND' || group?.myMembershipId === null) return <NotFound />;
  return (
    <Page
      title={t`Salir del grupo`}
      back={{ to: `/groups/${slug}`, label: t`El grupo` }}
      width={600}
    >
      {problem && <LoadFailed problem={problem} onRetry={() => refetch()} />}
      {!group && !problem && <Skeleton kind="text" />}
      {group && (
        <>
          <div className="stack stack--1">
            <h1 className="breakable">
              <Trans>¿Salir de {group.name}?</Trans>
            </h1>
            <p className="muted">
              <Trans>No hace falta que des una razón.</Trans>
            </p>
          </div>
          <LeaveGroup
            membershipId={group.myMembershipId!}
            group={group}
            onRefused={() => refetch({ requestPolicy: 'network-only' })}
            lostCoalitions={<LostCoalitions sourceId={group.id} isGroup />}
            deletesMessages={deletesMessages}
            messagesChoice={
              <KeptMessagesChoice
                isCoalition={false}
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
