import { Plural, Trans } from '@lingui/react/macro';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { Banner } from '../../../ui/display/banner';
import { IconTile, Row } from '../../../ui/display/card';
import { SUPPORT_PAUSE } from './support-pause.graphql';

/** How many requests for support are late or about to be; 0 until it is loaded. */
function useOverdueCount(): number {
  const [{ data }] = useQuery({ query: SUPPORT_PAUSE, requestPolicy: 'cache-and-network' });
  return data?.supportPause.overdueCount ?? 0;
}

/** Tells administrators how many requests for support are late or about to be, without anything of them. */
export function OverdueSupport() {
  const count = useOverdueCount();
  if (count === 0) return null;
  return (
    <Banner look="warn" icon="clock" title={<OverdueTitle />}>
      <OverdueCountText overdueCount={count} />{' '}
      <Link to="/admin/settings">
        <Trans>Ver el apoyo en Ajustes</Trans>
      </Link>
    </Banner>
  );
}

/** The overdue banner as a row of the home page. */
export function OverdueSupportRow() {
  const count = useOverdueCount();
  if (count === 0) return null;
  return (
    <Row
      to="/admin/settings"
      start={<IconTile icon="clock" look="clay" />}
      title={<OverdueTitle />}
      note={<OverdueCountText overdueCount={count} />}
    />
  );
}

const OverdueTitle = () => <Trans>Hay pedidos de apoyo atrasados o por atrasarse</Trans>;

function OverdueCountText({ overdueCount }: { overdueCount: number }) {
  return (
    <Plural
      value={overdueCount}
      one="# pedido pasó el plazo de respuesta o está por pasarlo."
      other="# pedidos pasaron el plazo de respuesta o están por pasarlo."
    />
  );
}
