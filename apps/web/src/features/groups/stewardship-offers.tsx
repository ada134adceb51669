import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { useNews } from '../../lib/server/use-news';
import { InvitationCard } from '../../ui/people/invitation-card';
import {
  ACCEPT_STEWARDSHIP,
  DECLINE_STEWARDSHIP,
  STEWARDSHIP_OFFERS_QUERY,
} from './groups.graphql';
import './error-texts';

interface StewardshipOffersProps {
  /** Limits the list to offers of this group. */
  groupId?: string;
  onChanged: () => void;
}

/** Open offers to become a steward; renders nothing without any. */
export function StewardshipOffers({ groupId, onChanged }: StewardshipOffersProps) {
  const { t } = useLingui();
  const [{ data }, refetch] = useQuery({ query: STEWARDSHIP_OFFERS_QUERY });
  const again = () => refetch({ requestPolicy: 'network-only' });
  useNews(['stewardshipOffer', 'group'], again);
  const changed = () => {
    again();
    onChanged();
  };
  return data?.stewardshipOffers.map(
    ({ id, group }) =>
      group &&
      (groupId ?? group.id) === group.id && (
        <InvitationCard
          key={id}
          id={id}
          into={group}
          title={<Trans>Te piden sostener {group.name}</Trans>}
          about={
            <Trans>
              Decidirías quién entra, quién sale y lo que el grupo dice de sí, junto con quien lo
              sostiene hoy. Todas las personas del grupo verían que lo sostienes.
            </Trans>
          }
          accept={{
            document: ACCEPT_STEWARDSHIP,
            label: <Trans>Aceptar</Trans>,
            done: t`Ahora sostienes el grupo`,
          }}
          decline={{ document: DECLINE_STEWARDSHIP, done: t`Respuesta enviada` }}
          onChanged={changed}
        />
      ),
  );
}
