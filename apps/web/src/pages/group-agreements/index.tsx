import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { AGREEMENTS_QUERY } from '../../features/groups/agreements/agreements.graphql';
import { ChangedAgreements } from '../../features/groups/agreements/changed-agreements';
import { hasUnconsentedCount, Unconsented } from '../../features/groups/agreements/unconsented';
import { Summaries } from '../../features/groups/agreements/summaries';
import { VersionLine } from '../../features/groups/agreements/version-line';
import type { AgreementsQuery } from '../../gql/types';
import { groupPath } from '../../lib/page/group-path';
import { requestProblemOf } from '../../lib/server/errors';
import { useNews } from '../../lib/server/use-news';
import { ButtonLink } from '../../ui/actions/button';
import { Banner } from '../../ui/display/banner';
import { Skeleton } from '../../ui/display/skeleton';
import { EmptyState } from '../../ui/page/empty-state';
import { LoadFailed } from '../../ui/page/load-failed';
import { NotFound } from '../../ui/page/not-found';
import { Page } from '../../ui/page/page';
import { useGroupPlace } from '../../ui/page/use-group-place';

type Group = AgreementsQuery['group'];

/**
 * The agreements of a group: for a member who has not consented to them yet, what changed and the two answers; for
 * stewards, the way to a new version.
 */
export default function GroupAgreementsPage() {
  const { t } = useLingui();
  const { slug, back } = useGroupPlace();
  const [{ data, error }, refetch] = useQuery({
    query: AGREEMENTS_QUERY,
    variables: { slug },
    requestPolicy: 'cache-and-network',
  });
  const again = () => refetch({ requestPolicy: 'network-only' });
  useNews(['group'], again);
  const problem = data ? undefined : requestProblemOf(error);
  const group = data?.group;
  if (problem?.code === 'NOT_FOUND') return <NotFound />;
  return (
    <Page title={t`Acuerdos`} back={back} width={600}>
      {problem && <LoadFailed problem={problem} onRetry={again} />}
      {!group && !problem && <Skeleton kind="text" />}
      {group?.agreementsChange && (
        <ChangedAgreements key={group.id} group={group} onChanged={again} />
      )}
      {group && !group.agreementsChange && <Current group={group} />}
      {group && <ForStewards group={group} />}
    </Page>
  );
}

function Current({ group }: { group: Group }) {
  const { agreements, agreementsSummary } = group;
  if (agreements.text === '') {
    return (
      <EmptyState level="h1" title={<Trans>Aquí no hay acuerdos</Trans>}>
        <Trans>
          Los acuerdos dicen cómo se cuidan entre ustedes. Los publica quien sostiene el grupo o la
          coalición.
        </Trans>
      </EmptyState>
    );
  }
  return (
    <>
      <div className="stack stack--2">
        <VersionLine group={group} />
        <h1>
          <Trans>Acuerdos</Trans>
        </h1>
      </div>
      <Summaries summaries={agreementsSummary ? [agreementsSummary] : []} isOfVersion />
      <p className="said">{agreements.text}</p>
    </>
  );
}

/**
 * How many have not consented, and the way to a new version; renders nothing for other members. The server decides who
 * is a steward: in a coalition the role of the membership does not say so.
 */
function ForStewards({ group }: { group: Group }) {
  const mayPublish = group.viewerCan.includes('publishAgreements');
  if (!mayPublish && group.unconsentedCount === null) return null;
  return (
    <div className="stack stack--3">
      {hasUnconsentedCount(group) && (
        <Banner icon="people">
          <Unconsented group={group} />
        </Banner>
      )}
      {mayPublish && (
        <ButtonLink icon="edit" to={`${groupPath(group)}/agreements/new`}>
          <Trans>Escribir una versión nueva</Trans>
        </ButtonLink>
      )}
    </div>
  );
}
