import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { FormerGroupsLink } from '../../features/former-memberships/former-groups-link';
import { AgreementsWaiting } from '../../features/groups/agreements/agreements-waiting';
import { GroupSearchResults } from '../../features/groups/group-search-results';
import { GroupCard } from '../../features/groups/group-card';
import { StewardshipOffers } from '../../features/groups/stewardship-offers';
import { SuccessionCards } from '../../features/groups/succession/succession-cards';
import { GroupInvitations } from '../../features/groups/group-invitations';
import { MY_GROUPS_QUERY } from '../../features/groups/groups.graphql';
import { SearchPage, OwnAndOtherResults } from '../../features/profiles/directory/search-page';
import { COALITION_COUNT_PATHS, useBadgeCounts } from '../../lib/page/badge-counts';
import { useNews } from '../../lib/server/use-news';
import { CountBadge } from '../../ui/display/badge';
import { IconTile, Row, Rows } from '../../ui/display/card';
import { EmptyState } from '../../ui/page/empty-state';
import { NoResult } from '../../ui/page/no-result';

/** A group has only issue areas as terms. A text search finds places and languages that its texts mention. */
const KINDS = ['issue'] as const;

/** Finds groups by issue area and text. Without a search, the viewer's own groups come first. */
export default function GroupsPage() {
  const { t } = useLingui();
  return (
    <SearchPage
      title={t`Grupos`}
      kinds={KINDS}
      found={{ to: '/groups/new', label: <Trans>Fundar</Trans> }}
      box={{ label: t`Buscar por tema o nombre`, placeholder: t`Tema o nombre`, isAsTyped: true }}
      answers={({ search, onLess }) => (
        <GroupSearchResults
          key={JSON.stringify(search)}
          {...search}
          mine={NONE}
          nothing={<Nothing onLess={onLess} />}
        />
      )}
    >
      <All />
    </SearchPage>
  );
}

const NONE: ReadonlySet<string> = new Set();

function Nothing({ onLess }: { onLess: () => void }) {
  return (
    <NoResult title={<Trans>No hay ninguno con esos filtros</Trans>} onLess={onLess}>
      <Trans>Ves los que se muestran a tu cuenta. Prueba con menos filtros.</Trans>
    </NoResult>
  );
}

function All() {
  const [{ data: own }, refetch] = useQuery({
    query: MY_GROUPS_QUERY,
    requestPolicy: 'cache-and-network',
  });
  const again = () => refetch({ requestPolicy: 'network-only' });
  useNews(['group', 'joinRequest'], again);
  const mine = own?.myGroups ?? [];
  const ids = new Set(mine.map(({ id }) => id));
  const cards = mine.map((group) => <GroupCard key={group.id} group={group} />);
  return (
    <>
      <AgreementsWaiting />
      <SuccessionCards />
      <StewardshipOffers onChanged={again} />
      <GroupInvitations onJoined={again} />
      <CoalitionsLink />
      <FormerGroupsLink />
      <OwnAndOtherResults ownTitle={<Trans>Tus grupos</Trans>} own={cards}>
        <GroupSearchResults chips={[]} words="" mine={ids} nothing={<NoneYet />} />
      </OwnAndOtherResults>
    </>
  );
}

function CoalitionsLink() {
  const { t } = useLingui();
  const counts = useBadgeCounts();
  const waiting = COALITION_COUNT_PATHS.reduce((sum, path) => sum + (counts[path] ?? 0), 0);
  return (
    <Rows>
      <Row
        to="/coalitions"
        start={<IconTile icon="coalition" />}
        title={<Trans>Coaliciones</Trans>}
        note={<Trans>Grupos y organizaciones que trabajan en conjunto</Trans>}
        {...(waiting > 0 && { end: <CountBadge count={waiting} label={t`en espera`} /> })}
      />
    </Rows>
  );
}

function NoneYet() {
  return (
    <EmptyState title={<Trans>Todavía no hay más grupos</Trans>}>
      <Trans>Funda uno sobre lo que te importa e invita a quienes conoces.</Trans>
    </EmptyState>
  );
}
