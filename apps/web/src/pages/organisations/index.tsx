import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { FoundOrganisations } from '../../features/organisations/found-organisations';
import { OrganisationCard } from '../../features/organisations/organisation-card';
import { OrganisationInvitations } from '../../features/organisations/organisation-invitations';
import { MY_ORGANISATIONS } from '../../features/organisations/organisations.graphql';
import { ChosenChips } from '../../features/profiles/chosen-chips';
import { Filters } from '../../features/profiles/filters';
import { SearchBox } from '../../features/profiles/search-box';
import { lessOf, type Search, useSearch } from '../../features/profiles/use-search';
import { useNews } from '../../lib/use-news';
import { ButtonLink } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { FindingTabs } from '../../ui/finding-tabs';
import { NoResult } from '../../ui/no-result';
import { Page } from '../../ui/page';

const KINDS = ['issue', 'territory', 'language', 'practice'] as const;

/** Organisations by what they do, where, and in which languages; without a question the viewer's own first. */
export default function Organisations() {
  const { t } = useLingui();
  const [search, setSearch] = useSearch();
  const isAsked = search.chips.length > 0 || search.words !== '';
  const setChips = (chips: string[]) => setSearch({ ...search, chips });
  return (
    <div className="split">
      <aside className="filters only-d" aria-label={t`Filtros`}>
        <Filters chips={search.chips} kinds={KINDS} onChange={setChips} />
      </aside>
      <Page title={t`Organizaciones`} back={{ to: '/', label: t`Inicio` }}>
        <div className="inline between">
          <h1>
            <Trans>Organizaciones</Trans>
          </h1>
          <ButtonLink to="/organisations/new" small icon="plus">
            <Trans>Crear</Trans>
          </ButtonLink>
        </div>
        <FindingTabs />
        <SearchBox
          search={search}
          onSearch={setSearch}
          label={t`Buscar por tema, territorio o nombre`}
          placeholder={t`Tema, territorio o nombre`}
        />
        <ChosenChips
          search={search}
          onSearch={setSearch}
          kinds={KINDS}
          done={<Trans>Ver resultados</Trans>}
        />
        {isAsked ? <Answers search={search} onSearch={setSearch} /> : <All />}
      </Page>
    </div>
  );
}

interface AnswersProps {
  search: Search;
  onSearch: (search: Search) => void;
}

function Answers({ search, onSearch }: AnswersProps) {
  return (
    <FoundOrganisations
      key={JSON.stringify(search)}
      {...search}
      mine={NONE}
      nothing={
        <NoResult
          title={<Trans>No hay ninguna con esos filtros</Trans>}
          onLess={() => onSearch(lessOf(search))}
        >
          <Trans>Ves las que se muestran a tu cuenta. Prueba con menos filtros.</Trans>
        </NoResult>
      }
    />
  );
}

const NONE: ReadonlySet<string> = new Set();

function All() {
  const [{ data }, refetch] = useQuery({
    query: MY_ORGANISATIONS,
    requestPolicy: 'cache-and-network',
  });
  const again = () => refetch({ requestPolicy: 'network-only' });
  useNews(['organisation'], again);
  const mine = data?.myOrganisations ?? [];
  return (
    <>
      <OrganisationInvitations onJoined={again} />
      {mine.length > 0 && (
        <section className="stack stack--3">
          <h2>
            <Trans>De las que eres parte</Trans>
          </h2>
          {mine.map((one) => (
            <OrganisationCard key={one.id} organisation={one} />
          ))}
        </section>
      )}
      <section className="stack stack--3">
        <h2>
          <Trans>Para encontrar</Trans>
        </h2>
        <FoundOrganisations
          chips={[]}
          words=""
          mine={new Set(mine.map(({ id }) => id))}
          nothing={<NoneYet />}
        />
      </section>
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
