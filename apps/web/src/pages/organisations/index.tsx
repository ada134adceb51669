import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { OrganisationSearchResults } from '../../features/organisations/organisation-search-results';
import { OrganisationCard } from '../../features/organisations/organisation-card';
import { OrganisationInvitations } from '../../features/organisations/organisation-invitations';
import { MY_ORGANISATIONS_QUERY } from '../../features/organisations/organisations.graphql';
import { SearchPage, OwnAndOtherResults } from '../../features/profiles/directory/search-page';
import { useNews } from '../../lib/server/use-news';
import { EmptyState } from '../../ui/page/empty-state';
import { NoResult } from '../../ui/page/no-result';

const KINDS = ['issue', 'territory', 'language', 'practice'] as const;

/** Finds organisations by work, place and language. Without a search, the viewer's own come first. */
export default function OrganisationsPage() {
  const { t } = useLingui();
  return (
    <SearchPage
      title={t`Organizaciones`}
      kinds={KINDS}
      found={{ to: '/organisations/new', label: <Trans>Crear</Trans> }}
      box={{
        label: t`Buscar por tema, territorio o nombre`,
        placeholder: t`Tema, territorio o nombre`,
      }}
      answers={({ search, onLess }) => (
        <OrganisationSearchResults
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
    <NoResult title={<Trans>No hay ninguna con esos filtros</Trans>} onLess={onLess}>
      <Trans>Ves las que se muestran a tu cuenta. Prueba con menos filtros.</Trans>
    </NoResult>
  );
}

function All() {
  const [{ data }, refetch] = useQuery({
    query: MY_ORGANISATIONS_QUERY,
    requestPolicy: 'cache-and-network',
  });
  const again = () => refetch({ requestPolicy: 'network-only' });
  useNews(['organisation'], again);
  const mine = data?.myOrganisations ?? [];
  const ids = new Set(mine.map(({ id }) => id));
  const cards = mine.map((one) => <OrganisationCard key={one.id} organisation={one} />);
  return (
    <>
      <OrganisationInvitations onJoined={again} />
      <OwnAndOtherResults ownTitle={<Trans>De las que eres parte</Trans>} own={cards}>
        <OrganisationSearchResults chips={[]} words="" mine={ids} nothing={<NoneYet />} />
      </OwnAndOtherResults>
    </>
  );
}

function NoneYet() {
  return (
    <EmptyState title={<Trans>Todavía no hay más organizaciones</Trans>}>
      <Trans>Crea la página de la tuya e invita a quienes son parte.</Trans>
    </EmptyState>
  );
}
