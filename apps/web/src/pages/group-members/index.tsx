import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { GroupLinks } from '../../features/groups/group-links';
import { GROUP, GROUP_MEMBERS } from '../../features/groups/groups.graphql';
import { MemberRow } from '../../features/groups/member-row';
import { RemovedMembers } from '../../features/groups/removed-members';
import { SuggestMeeting } from '../../features/introductions/suggest-meeting';
import { problemOf } from '../../lib/server/errors';
import { useNews } from '../../lib/server/use-news';
import { LoadMore } from '../../ui/page/load-more';
import { NotFound } from '../../ui/page/not-found';
import { Page } from '../../ui/page/page';
import { Skeleton } from '../../ui/display/skeleton';
import { Inviting } from './inviting';

/** The people of a group, for those inside. */
export default function GroupMembers() {
  const { t } = useLingui();
  const { slug = '' } = useParams();
  const [{ data, error }] = useQuery({ query: GROUP, variables: { slug } });
  if (problemOf(error)?.code === 'NOT_FOUND') return <NotFound />;
  const back = { to: `/groups/${slug}`, label: t`El grupo` };
  return (
    <Page title={t`Personas`} back={back} width={688}>
      <h1>
        <Trans>Personas</Trans>
      </h1>
      {data?.group.viewerCan.includes('invite') && (
        <>
          <Inviting groupId={data.group.id} />
          <GroupLinks groupId={data.group.id} isListed={data.group.isListed} />
        </>
      )}
      {data ? (
        <Members slug={slug} groupId={data.group.id} after={null} />
      ) : (
        <Skeleton kind="row" />
      )}
      {data?.group.viewerCan.includes('invite') && <RemovedMembers groupId={data.group.id} />}
    </Page>
  );
}

interface MembersProps {
  slug: string;
  groupId: string;
  after: string | null;
}

function Members({ slug, groupId, after }: MembersProps) {
  const [hasMore, setMore] = useState(false);
  const [{ data, fetching }, refetch] = useQuery({
    query: GROUP_MEMBERS,
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
          <MemberRow key={member.id} slug={slug} member={member} onChanged={again} />
        ))}
      </ul>
      {hasMore && nextCursor ? (
        <Members slug={slug} groupId={groupId} after={nextCursor} />
      ) : (
        <LoadMore hasMore={nextCursor !== null} isBusy={fetching} onMore={() => setMore(true)} />
      )}
    </>
  );
}
