import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { requestProblemOf } from '../../../lib/server/errors';
import { useMe } from '../../../lib/server/session';
import { EmptyState } from '../../../ui/page/empty-state';
import { LoadFailed } from '../../../ui/page/load-failed';
import { Skeleton } from '../../../ui/display/skeleton';
import { FEWER_THAN_FIVE, HeatMatrix } from './heat-matrix';
import { WORK_MAP_QUERY, type WorkMapData } from './work-map.graphql';
import { WorkMapTable } from './work-map-table';
import { useWorkMapSummary } from './work-map-summary';

/** Shows how many people work on each issue area in each territory, without identifying them. */
export function WorkMap() {
  const { language } = useMe();
  const [{ data, error }, execute] = useQuery({ query: WORK_MAP_QUERY, variables: { language } });
  const problem = requestProblemOf(error);
  if (problem) {
    return (
      <LoadFailed problem={problem} onRetry={() => execute({ requestPolicy: 'network-only' })} />
    );
  }
  if (!data) return <Skeleton rows={6} />;
  if (!data.workMap) return <NotYet />;
  if (data.workMap.rows.length === 0) return <NoNumber />;
  return <Shown map={data.workMap} />;
}

function Shown({ map }: { map: WorkMapData }) {
  const { t, i18n } = useLingui();
  const words = useWorkMapSummary(map);
  const day = i18n.date(map.takenAt, { day: 'numeric', month: 'long' });
  return (
    <figure className="chart stack stack--3">
      <figcaption className="stack stack--2">
        {words.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <p className="xs muted">
          <Trans>
            Así estaba el {day}. Los números van de cinco en cinco, y desde cincuenta de diez en
            diez. “{FEWER_THAN_FIVE}” quiere decir menos de cinco personas, o ninguna: no se
            distingue.
          </Trans>
        </p>
      </figcaption>
      <HeatMatrix map={map} summary={words.join(' ')} label={t`Temas y territorios`} />
      <WorkMapTable map={map} />
    </figure>
  );
}

function NotYet() {
  return (
    <EmptyState title={<Trans>Todavía no hay números</Trans>}>
      <Trans>Se cuentan de noche y se muestran un día después.</Trans>
    </EmptyState>
  );
}

function NoNumber() {
  return (
    <EmptyState title={<Trans>Todavía no hay números</Trans>}>
      <Trans>
        En ningún territorio trabajan cinco personas o más en un mismo tema. Con menos no se muestra
        ninguno.
      </Trans>
    </EmptyState>
  );
}
