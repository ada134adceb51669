import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { FormerMembers } from '../../features/former-memberships/exposure/former-members';
import { GroupLinks } from '../../features/groups/group-links';
import { GROUP_QUERY, GROUP_MEMBERS_QUERY } from '../../features/groups/groups.graphql';
import { MemberListNote, ShowMeInList } from '../../features/groups/member-list/show-me-in-list';
import { MemberRow } from '../../features/groups/member-row';
import { RemovedMembers } from '../../features/groups/removed-members';
import { SuggestMeeting } from '../../features/introductions/suggest-meeting';
import { requestProblemOf } from '../../lib/server/errors';
import { useNews } from '../../lib/server/use-news';
import { ButtonLink } from '../../ui/actions/button';
import { EmptyState } from '../../ui/page/empty-state';
import { LoadMore } from '../../ui/page/load-more';
import { NotFound } from '../../ui/page/not-found';
import { Page } from '../../ui/page/page';
import { Skeleton } from '../../ui/display/skeleton';
import { InviteMembers } from './invite-members';

/** Member list of a group, for its members. */
export default function GroupMembersPage() {
  const { t } = useLingui();
  const { slug = '' } = useParams();
  const [{ data, error }, refetch] = useQuery({ query: GROUP_QUERY, variables: { slug } });
  useNews(['group'], () => refetch({ requestPolicy: 'network-only' }));
  if (requestProblemOf(error)?.code === 'NOT_FOUND') return <NotFound />;
  const back = { to: `/groups/${slug}`, label: t`El grupo` };
  if (data?.group.myMembershipId === null) return <NotInside back={back} />;
  return (
    <Page title={t`Personas`} back={back} width={688}>
      <h1>
        <Trans>Personas</Trans>
      </h1>
      {data && <MemberListNote group={data.group} />}
      {data && (
        <ShowMeInList
          group={data.group}
          onChanged={() => refetch({ requestPolicy: 'network-only' })}
        />
      )}
      {data?.group.viewerCan.includes('invite') && (
        <>
          <InviteMembers groupId={data.group.id} group={data.group.name} />
          <GroupLinks groupId={data.group.id} isListed={data.group.isListed} />
        </>
      )}
      {data ? <Members slug={slug} group={data.group} after={null} /> : <Skeleton kind="row" />}
      {data?.group.viewerCan.includes('invite') && <RemovedMembers groupId={data.group.id} />}
      {data?.group.myRole === 'steward' && (
        <FormerMembers groupId={data.group.id} path={`/groups/${slug}`} />
      )}
    </Page>
  );
}

/** Shown to people who are not members of the group: only members may see the list. */
function NotInside({ back }: { back: { to: string; label: string } }) {
  const { t } = useLingui();
  return (
    <Page title={t`Personas`} back={back} width={688}>
      <EmptyState
        level="h1"
        title={<Trans>No estás en este grupo</Trans>}
        actions={
          <ButtonLink kind="primary" to={back.to}>
            <Trans>Ver el grupo</Trans>
          </ButtonLink>
        }
      >
        <Trans>Quiénes lo forman lo ven solo sus miembros.</Trans>
      </EmptyState>
    </Page>
  );
}

interface MembersProps {
  slug: string;
  group: { id: string; memberList: string | null };
  after: string | null;
}

function Members({ slug, group, after }: MembersProps) {
  const groupId = group.id;
  const [hasMore, setMore] = useState(false);
  const [{ data, fetching }, refetch] = useQuery({
    query: GROUP_MEMBERS_QUERY,
    variables: { groupId, after },
  });
  const again = () => refetch({ requestPolicy: 'network-only' });
  useNews(['group'], again);
  if (!data) return <Skeleton kind="row" />;
  const { items, nextCursor } = data.groupMembers;
  const people = items.filter(({ viewerCan }) => viewerCan.includes('suggest'));
  return (
    <>
      {!after && people.length > 1 && <SuggestMeeting groupId={groupId} />}
      <ul className="card card--flush rows">
        {items.map((member) => (
          <MemberRow
            key={member.id}
            slug={slug}
            member={member}
            isListOpen={group.memberList === 'members'}
            onChanged={again}
          />
        ))}
      </ul>
      {hasMore && nextCursor ? (
        <Members slug={slug} group={group} after={nextCursor} />
      ) : (
        <LoadMore hasMore={nextCursor !== null} isBusy={fetching} onMore={() => setMore(true)} />
      )}
    </>
  );
}
