import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from 'urql';
import { AGREEMENTS_QUERY } from '../../features/groups/agreements/agreements.graphql';
import { PublishAgreements } from '../../features/groups/agreements/publish-agreements';
import type { AgreementsQuery } from '../../gql/types';
import { requestProblemOf } from '../../lib/server/errors';
import { useNews } from '../../lib/server/use-news';
import { Skeleton } from '../../ui/display/skeleton';
import { LoadFailed } from '../../ui/page/load-failed';
import { NotFound } from '../../ui/page/not-found';
import { Page } from '../../ui/page/page';
import { useGroupPlace } from '../../ui/page/use-group-place';

/** A steward writes a new version of the agreements and sees what it changes before publishing it. */
export default function NewAgreementsPage() {
  const { slug, path } = useGroupPlace();
  return <NewAgreements key={path} slug={slug} path={path} />;
}

function NewAgreements({ slug, path }: { slug: string; path: string }) {
  const { t } = useLingui();
  // Bypasses the cache: the difference is shown against the version that is current now.
  const [{ data, error }, refetch] = useQuery({
    query: AGREEMENTS_QUERY,
    variables: { slug },
    requestPolicy: 'network-only',
  });
  const again = () => refetch({ requestPolicy: 'network-only' });
  useNews(['group'], again);
  // The group as it last was while the viewer could publish: the form with their text stays when they no longer can.
  const [opened, setOpened] = useState<AgreementsQuery['group']>();
  const group = data?.group;
  const may = group?.viewerCan.includes('publishAgreements');
  if (group && may && group !== opened) setOpened(group);
  const problem = data ? undefined : requestProblemOf(error);
  const isGone = problem?.code === 'NOT_FOUND';
  if (!opened && (isGone || may === false)) return <NotFound />;
  return (
    <Page title={t`Acuerdos`} back={{ to: `${path}/agreements`, label: t`Acuerdos` }} width={600}>
      <h1>
        <Trans>Una versión nueva</Trans>
      </h1>
      {problem && !opened && <LoadFailed problem={problem} onRetry={again} />}
      {!opened && !problem && <Skeleton kind="text" />}
      {opened && <PublishAgreements group={opened} mayPublish={may ?? !isGone} onChanged={again} />}
    </Page>
  );
}
