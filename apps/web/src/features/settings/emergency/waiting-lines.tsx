import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { useNews } from '../../../lib/server/use-news';
import { IconTile, Row, Rows } from '../../../ui/display/card';
import { PENDING_SETTING_CHANGES_QUERY } from '../desk/desk-settings.graphql';

/** Requests to add or change an emergency line that another administrator has not decided yet. */
export function WaitingLines() {
  const { t } = useLingui();
  const [{ data }, execute] = useQuery({
    query: PENDING_SETTING_CHANGES_QUERY,
    requestPolicy: 'cache-and-network',
  });
  useNews(['twoPersonAct'], () => execute({ requestPolicy: 'network-only' }));
  const waiting = (data?.twoPersonActs ?? []).filter(
    ({ kind, state }) => kind === 'changeEmergencyLine' && state === 'waiting',
  );
  if (waiting.length === 0) return null;
  return (
    <section className="stack stack--2">
      <h2>
        <Trans>Esperan aprobación</Trans>
      </h2>
      <Rows label={t`Esperan aprobación`}>
        {waiting.map(({ id, shown }) => (
          <Row
            key={id}
            to={`/approvals/${id}`}
            start={<IconTile icon="clock" />}
            title={<span lang="es">{valueOf(shown, 'service')}</span>}
            note={
              valueOf(shown, 'act') === 'add' ? (
                <Trans>Agregar una línea</Trans>
              ) : (
                <Trans>Cambiar una línea</Trans>
              )
            }
          />
        ))}
      </Rows>
    </section>
  );
}

const valueOf = (
  shown: readonly { readonly label: string; readonly value: string }[],
  label: string,
): string | undefined => shown.find((one) => one.label === label)?.value;
