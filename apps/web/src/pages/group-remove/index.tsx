import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { GROUP_QUERY } from '../../features/groups/groups.graphql';
import { MemberCard } from '../../features/groups/member-card';
import { GROUP_MEMBER_QUERY } from '../../features/groups/persona.graphql';
import { RemoveMember } from '../../features/groups/remove-member';
import { requestProblemOf } from '../../lib/server/errors';
import { useMe } from '../../lib/server/session';
import { useNews } from '../../lib/server/use-news';
import { Skeleton } from '../../ui/display/skeleton';
import { LoadFailed } from '../../ui/page/load-failed';
import { NotFound } from '../../ui/page/not-found';
import { Page } from '../../ui/page/page';
import { useGroupPlace } from '../../ui/page/use-group-place';

/** Confirmation before a steward removes a member: shows the member, what they lose and what stays. */
export default function RemoveGroupMemberPage() {
  const { t } = useLingui();
  const { language } = useMe();
  const { id = '' } = useParams();
  const { slug, path, isCoalition } = useGroupPlace();
  const [{ data: of }] = useQuery({ query: GROUP_QUERY, variables: { slug } });
  const [{ data, error }, refetch] = useQuery({
    query: GROUP_MEMBER_QUERY,
    variables: { id, language },
    requestPolicy: 'cache-and-network',
  });
  const again = () => refetch({ requestPolicy: 'network-only' });
  useNews(['group'], again);
  const problem = requestProblemOf(error);
  const member = data?.groupMember;
  const mayNot = member && !member.viewerCan.includes('remove');
  if (problem?.code === 'NOT_FOUND' || mayNot) return <NotFound />;
  const group = of?.group.name;
  return (
    <Page
      title={isCoalition ? t`Sacar de la coalición` : t`Sacar del grupo`}
      back={{ to: `${path}/members`, label: t`Personas` }}
      width={600}
    >
      {problem && !member && <LoadFailed problem={problem} onRetry={again} />}
      {!(member && group) && !problem && <Skeleton kind="text" />}
      {member && group && (
        <>
          <div className="stack stack--1">
            <h1 className="breakable">
              <Trans>
                Sacar a {member.name} de {group}
              </Trans>
            </h1>
            <p className="muted">
              <Trans>Pasa enseguida, en todos sus dispositivos.</Trans>
            </p>
          </div>
          <MemberCard member={member} />
          <RemoveMember member={member} />
        </>
      )}
    </Page>
  );
}
