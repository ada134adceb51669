import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { EXPOSURE_QUERY } from '../../features/former-memberships/exposure/exposure.graphql';
import { ExposureView } from '../../features/former-memberships/exposure/exposure-view';
import { requestProblemOf } from '../../lib/server/errors';
import { Skeleton } from '../../ui/display/skeleton';
import { LoadFailed } from '../../ui/page/load-failed';
import { NotFound } from '../../ui/page/not-found';
import { Page } from '../../ui/page/page';
import { useGroupPlace } from '../../ui/page/use-group-place';

/** For stewards: what a former member could read, within 30 days. */
export default function FormerMemberPage() {
  const { t, i18n } = useLingui();
  const { id = '' } = useParams();
  const { path } = useGroupPlace();
  const [{ data, error }, refetch] = useQuery({
    query: EXPOSURE_QUERY,
    variables: { id },
    requestPolicy: 'network-only',
  });
  const problem = data ? undefined : requestProblemOf(error);
  if (problem?.code === 'NOT_FOUND') return <NotFound />;
  const exposure = data?.exposure;
  return (
    <Page
      title={t`Qué podía leer`}
      back={{ to: `${path}/members`, label: t`Personas` }}
      width={600}
    >
      {problem && <LoadFailed problem={problem} onRetry={() => refetch()} />}
      {!exposure && !problem && <Skeleton kind="text" />}
      {exposure && (
        <>
          <div className="stack stack--1">
            <h1 className="breakable">
              <Trans>Qué podía leer {exposure.name}</Trans>
            </h1>
            <Dates
              from={i18n.date(exposure.joinedAt, {
                month: 'long',
                year: 'numeric',
                timeZone: 'UTC',
              })}
              until={i18n.date(exposure.endedAt, { dateStyle: 'long', timeZone: 'UTC' })}
              last={i18n.date(exposure.readableUntil, { dateStyle: 'long' })}
            />
          </div>
          <ExposureView exposure={exposure} />
        </>
      )}
    </Page>
  );
}

function Dates({ from, until, last }: { from: string; until: string; last: string }) {
  return (
    <p className="muted">
      <Trans>
        Estuvo desde {from} hasta el {until}. Esta página se cierra el {last}.
      </Trans>
    </p>
  );
}
