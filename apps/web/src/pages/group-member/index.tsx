import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { MemberCard } from '../../features/groups/member-card';
import { GROUP_MEMBER_QUERY } from '../../features/groups/persona.graphql';
import { ReportButton } from '../../features/moderation/reports/report-button';
import { requestProblemOf } from '../../lib/server/errors';
import { useMe } from '../../lib/server/session';
import { useNews } from '../../lib/server/use-news';
import { ButtonLink } from '../../ui/actions/button';
import { NotFound } from '../../ui/page/not-found';
import { Page } from '../../ui/page/page';
import { useGroupPlace } from '../../ui/page/use-group-place';
import { Skeleton } from '../../ui/display/skeleton';

/** One member of a group, with the name and profile that they use in that group. */
export default function GroupMemberPage() {
  const { t } = useLingui();
  const { language } = useMe();
  const { id = '' } = useParams();
  const { path, isCoalition } = useGroupPlace();
  const [{ data, error }, refetch] = useQuery({
    query: GROUP_MEMBER_QUERY,
    variables: { id, language },
    requestPolicy: 'cache-and-network',
  });
  useNews(['group'], () => refetch({ requestPolicy: 'network-only' }));
  if (requestProblemOf(error)?.code === 'NOT_FOUND') return <NotFound />;
  const back = { to: `${path}/members`, label: t`Personas` };
  const member = data?.groupMember;
  return (
    <Page title={isCoalition ? t`En la coalición` : t`En el grupo`} back={back} width={688}>
      {member ? <MemberCard member={member} heading="h1" /> : <Skeleton rows={1} />}
      {member?.personId ? (
        <ButtonLink to={`/people/${member.personId}`}>
          <Trans>Ver su perfil</Trans>
        </ButtonLink>
      ) : (
        <p className="xs muted">
          <Trans>Esto es lo que muestra aquí.</Trans>
        </p>
      )}
      {member?.viewerCan.includes('report') && (
        <ReportButton
          target={{ subject: 'Membership', subjectId: id }}
          label={t`Reportar su foto`}
        />
      )}
    </Page>
  );
}
