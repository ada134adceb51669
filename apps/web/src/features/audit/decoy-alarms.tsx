import { Trans } from '@lingui/react/macro';
import { gql, useQuery } from 'urql';
import type { DecoyAlarmsQuery, DecoyAlarmsQueryVariables } from '../../gql/types';
import { Banner } from '../../ui/display/banner';
import { RelativeTime } from '../../ui/display/relative-time';

const ALARMS = gql<DecoyAlarmsQuery, DecoyAlarmsQueryVariables>`
  query DecoyAlarms {
    decoyAlarms {
      createdAt
      seq
    }
  }
`;

/**
 * Warns administrators that an account may be collecting profiles. It shows only the number of the audit entry;
 * auditors can look it up.
 */
export function DecoyAlarms() {
  const [{ data }] = useQuery({ query: ALARMS, requestPolicy: 'cache-and-network' });
  const alarms = data?.decoyAlarms ?? [];
  if (alarms.length === 0) return null;
  return (
    <Banner look="warn" icon="search" title={<Trans>Alguien puede estar juntando gente</Trans>}>
      <Trans>
        Una cuenta abrió perfiles señuelo como no lo hace quien busca con quién trabajar. Por sí
        solo no prueba nada. Quien audita ve en el registro qué cuenta fue.
      </Trans>
      {alarms.map(({ seq, createdAt }) => (
        <span key={seq}>
          <br />
          <Trans>Registro {seq}</Trans>, <RelativeTime at={createdAt} />
        </span>
      ))}
    </Banner>
  );
}
