import { Trans } from '@lingui/react/macro';
import { gql, useQuery } from 'urql';
import type { LostCoalitionsQuery, LostCoalitionsQueryVariables } from '../../gql/types';
import { Icon } from '../../ui/display/icon';
import { coalitionsLostWith } from './coalitions-lost-with';

const LOST_COALITIONS_QUERY = gql<LostCoalitionsQuery, LostCoalitionsQueryVariables>`
  query LostCoalitions {
    myGrants {
      id
      isAccepted
      coalition {
        id
        name
      }
      participant {
        id
        group {
          id
        }
        organisation {
          id
        }
      }
    }
  }
`;

interface LostCoalitionsProps {
  /** Id of the group or organisation. */
  sourceId: string;
  isGroup: boolean;
}

/** Lines of a list of consequences: the coalitions that the viewer leaves together with a group or an organisation. */
export function LostCoalitions({ sourceId, isGroup }: LostCoalitionsProps) {
  const [{ data }] = useQuery({
    query: LOST_COALITIONS_QUERY,
    requestPolicy: 'cache-and-network',
  });
  return coalitionsLostWith(sourceId, data?.myGrants ?? []).map(({ id, name }) => (
    <li key={id}>
      <Icon name="coalition" size="s" />
      <span>
        {isGroup ? (
          <Trans>
            Tu lugar en {name}, porque participas por este grupo. Allí no se dice el motivo.
          </Trans>
        ) : (
          <Trans>
            Tu lugar en {name}, porque participas por esta organización. Allí no se dice el motivo.
          </Trans>
        )}
      </span>
    </li>
  ));
}
