import { Trans } from '@lingui/react/macro';
import { gql, useQuery } from 'urql';
import type { LostCoalitionsQuery, LostCoalitionsQueryVariables } from '../../gql/types';
import { Icon } from '../../ui/display/icon';
import { Skeleton } from '../../ui/display/skeleton';
import { coalitionsLostWith } from './coalitions-lost-with';

const LOST_COALITIONS_QUERY = gql<LostCoalitionsQuery, LostCoalitionsQueryVariables>`
  query LostCoalitions {
    myGrants {
      id
      state
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
  const [{ data, error }] = useQuery({
    query: LOST_COALITIONS_QUERY,
    requestPolicy: 'cache-and-network',
  });
  if (!data) return <NotKnown hasFailed={error !== undefined} />;
  const lost = coalitionsLostWith(sourceId, data.myGrants);
  return (
    <>
      {lost.map(({ id, name }) => (
        <li key={id}>
          <Icon name="coalition" size="s" />
          <span>
            {isGroup ? (
              <Trans>
                Tu lugar en {name}, porque participas por este grupo. Allí no se dice el motivo.
              </Trans>
            ) : (
              <Trans>
                Tu lugar en {name}, porque participas por esta organización. Allí no se dice el
                motivo.
              </Trans>
            )}
          </span>
        </li>
      ))}
      {lost.length > 0 && (
        <li>
          <Icon name="exit" size="s" />
          <span>
            <Trans>
              Tus mensajes en esas coaliciones quedan, sin tu nombre; puedes borrarlos durante 30
              días en Grupos, «De donde saliste».
            </Trans>
          </span>
        </li>
      )}
    </>
  );
}

/** The line while it is not known which coalitions the viewer leaves. */
function NotKnown({ hasFailed }: { hasFailed: boolean }) {
  return (
    <li>
      <Icon name="coalition" size="s" />
      {hasFailed ? (
        <span>
          <Trans>
            Tal vez también tu lugar en alguna coalición. No pudimos averiguarlo; prueba más tarde.
          </Trans>
        </span>
      ) : (
        <Skeleton kind="text" rows={1} />
      )}
    </li>
  );
}
