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
  const { path, isCoalition } = useGroupPlace();
  const month = (at: string) => i18n.date(at, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const day = (at: string) => i18n.date(at, { dateStyle: 'long', timeZone: 'UTC' });
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
            {isCoalition ? (
              <Months from={month(exposure.joinedAt)} until={month(exposure.endedAt)} />
            ) : (
              <Dates
                from={month(exposure.joinedAt)}
                until={day(exposure.endedAt)}
                last={day(exposure.readableUntil)}
              />
            )}
          </div>
          <ExposureView exposure={exposure} />
        </>
      )}
    </Page>
  );
}

/** In a coalition the day of leaving could tell through which participant somebody took part. */
function Months({ from, until }: { from: string; until: string }) {
  return (
    <p className="muted">
      <Trans>
        Estuvo con este nombre desde {from} hasta {until}. Esta página se cierra 30 días después de
        que salió.
      </Trans>
    </p>
  );
}

function Dates({ from, until, last }: { from: string; until: string; last: string }) {
  return (
    <p className="muted">
      <Trans>
        Estuvo con este nombre desde {from} hasta el {until}. Esta página se cierra el {last}.
      </Trans>
    </p>
  );
}
