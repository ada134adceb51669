import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { COALITION_QUERY } from '../../features/coalitions/coalitions.graphql';
import { InviteForm } from '../../features/coalitions/invitations/invite-form';
import { SentInvitations } from '../../features/coalitions/invitations/sent-invitations';
import { usePasswordConfirmation } from '../../features/signin/use-password-confirmation';
import { requestProblemOf } from '../../lib/server/errors';
import { useNews } from '../../lib/server/use-news';
import { Skeleton } from '../../ui/display/skeleton';
import { LoadFailed } from '../../ui/page/load-failed';
import { NotFound } from '../../ui/page/not-found';
import { Page } from '../../ui/page/page';

/** A coalition steward invites groups and organisations, and sees the open invitations. */
export default function CoalitionInvitePage() {
  const { t } = useLingui();
  const { slug = '' } = useParams();
  const { confirm, sheet } = usePasswordConfirmation();
  const [{ data, error }, refetch] = useQuery({
    query: COALITION_QUERY,
    variables: { slug },
    requestPolicy: 'cache-and-network',
  });
  const again = () => refetch({ requestPolicy: 'network-only' });
  useNews(['group'], again);
  const problem = data ? undefined : requestProblemOf(error);
  const group = data?.group;
  const mayNot =
    group && (group.kind === 'group' || !group.viewerCan.includes('inviteParticipant'));
  if (problem?.code === 'NOT_FOUND' || mayNot) return <NotFound />;
  return (
    <Page
      title={t`Invitar`}
      back={{ to: `/coalitions/${slug}`, label: t`La coalición` }}
      width={600}
    >
      <div className="stack stack--1">
        <h1>
          <Trans>Invitar a un grupo u organización</Trans>
        </h1>
        {data && (
          <p className="muted breakable">
            <Trans>
              A la coalición {data.group.name}. Lo decide quien sostiene el grupo o representa a la
              organización.
            </Trans>
          </p>
        )}
      </div>
      {problem && <LoadFailed problem={problem} onRetry={again} />}
      {!data && !problem && <Skeleton kind="text" />}
      {data && (
        <>
          <InviteForm coalition={data.group} onConfirm={confirm} onChanged={again} />
          <SentInvitations coalitionId={data.group.id} />
        </>
      )}
      {sheet}
    </Page>
  );
}
