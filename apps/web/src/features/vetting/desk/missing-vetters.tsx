import { Plural, Trans } from '@lingui/react/macro';
import { gql, useQuery } from 'urql';
import type { MissingVettersQuery, MissingVettersQueryVariables } from '../../../gql/types';
import { Banner } from '../../../ui/display/banner';

const MISSING = gql<MissingVettersQuery, MissingVettersQueryVariables>`
  query MissingVetters {
    missingVetters
  }
`;

/** Warns administrators if too few accounts can vet the waiting applications. */
export function MissingVetters() {
  const [{ data }] = useQuery({ query: MISSING, requestPolicy: 'cache-and-network' });
  const missing = data?.missingVetters ?? 0;
  if (missing === 0) return null;
  return (
    <Banner look="warn" icon="people" title={<Trans>Falta gente que lea postulaciones</Trans>}>
      <Plural
        value={missing}
        one="Algo espera que quienes revisan hoy no pueden leer. Hace falta # persona más que revise postulaciones."
        other="Algo espera que quienes revisan hoy no pueden leer. Hacen falta # personas más que revisen postulaciones."
      />
    </Banner>
  );
}
