import { Plural, Trans } from '@lingui/react/macro';
import { gql, useQuery } from 'urql';
import type {
  AppealsWithoutModeratorQuery,
  AppealsWithoutModeratorQueryVariables,
} from '../../../gql/types';
import { Banner } from '../../../ui/display/banner';

const MISSING = gql<AppealsWithoutModeratorQuery, AppealsWithoutModeratorQueryVariables>`
  query AppealsWithoutModerator {
    appealsWithoutModerator
  }
`;

/** Warns administrators that appeals wait because no other moderator is available. It does not say whose appeals. */
export function MissingModerator() {
  const [{ data }] = useQuery({ query: MISSING, requestPolicy: 'cache-and-network' });
  const count = data?.appealsWithoutModerator ?? 0;
  if (count === 0) return null;
  return (
    <Banner look="warn" icon="people" title={<Trans>Falta alguien que modere</Trans>}>
      <Plural
        value={count}
        one="Una apelación espera: la tiene que oír alguien que no decidió, y no hay nadie más."
        other="# apelaciones esperan: las tiene que oír alguien que no decidió, y no hay nadie más."
      />
    </Banner>
  );
}
