import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { IconTile, Row, Rows } from '../../../ui/display/card';
import { SUPPORT_ROTA } from './rota.graphql';

/** A link to the rota, with the names of today. */
export function RotaRow() {
  const { i18n } = useLingui();
  const [{ data }] = useQuery({ query: SUPPORT_ROTA, requestPolicy: 'cache-and-network' });
  const rota = data?.supportRota;
  const onDuty = rota?.days.find(({ weekday }) => weekday === rota.today)?.workNames;
  const names = onDuty && new Intl.ListFormat(i18n.locale).format(onDuty);
  return (
    <Rows>
      <Row
        to="/cases/rota"
        start={<IconTile icon="people" look="plain" />}
        title={<Trans>Guardia</Trans>}
        note={names ? <Trans>Hoy: {names}</Trans> : onDuty && <Trans>Hoy no hay nadie</Trans>}
      />
    </Rows>
  );
}
