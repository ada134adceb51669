import { Plural, Trans } from '@lingui/react/macro';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { Banner } from '../../../ui/display/banner';
import { SUPPORT_PAUSE } from './support-pause.graphql';

/** Tells administrators how many requests for support are late or about to be, without anything of them. */
export function OverdueSupport() {
  const [{ data }] = useQuery({ query: SUPPORT_PAUSE, requestPolicy: 'cache-and-network' });
  const { overdueCount = 0 } = data?.supportPause ?? {};
  if (overdueCount === 0) return null;
  return (
    <Banner
      look="warn"
      icon="clock"
      title={<Trans>Hay pedidos de apoyo atrasados o por atrasarse</Trans>}
    >
      <Plural
        value={overdueCount}
        one="# pedido pasó el plazo de respuesta o está por pasarlo."
        other="# pedidos pasaron el plazo de respuesta o están por pasarlo."
      />{' '}
      <Link to="/admin/settings">
        <Trans>Ver el apoyo en Ajustes</Trans>
      </Link>
    </Banner>
  );
}
