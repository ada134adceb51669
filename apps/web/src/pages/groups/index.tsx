import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { FoundGroups } from '../../features/groups/found-groups';
import { GroupCard } from '../../features/groups/group-card';
import { GroupInvitations } from '../../features/groups/group-invitations';
import { MY_GROUPS } from '../../features/groups/groups.graphql';
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

/** A group says issue areas only; a place or a language is found as a word of what it says. */
const KINDS = ['issue'] as const;

/** Groups by issue area and by the words of what they say; without a question the viewer's own first. */
export default function Groups() {
  const { t } = useLingui();
  const [search, setSearch] = useSearch();
  const isAsked = search.chips.length > 0 || search.words !== '';
  const setChips = (chips: string[]) => setSearch({ ...search, chips });
  return (
    <div className="split">
      <aside className="filters only-d" aria-label={t`Filtros`}>
        <Filters chips={search.chips} kinds={KINDS} onChange={setChips} />
      </aside>
      <Page title={t`Grupos`} back={{ to: '/', label: t`Inicio` }}>
        <div className="inline between">
          <h1>
            <Trans>Grupos</Trans>
          </h1>
          <ButtonLink to="/groups/new" small icon="plus">
            <Trans>Fundar</Trans>
          </ButtonLink>
        </div>
        <FindingTabs />
        <SearchBox
          search={search}
          onSearch={setSearch}
          label={t`Buscar por tema o nombre`}
          placeholder={t`Tema o nombre`}
          isAsTyped
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
    <FoundGroups
      key={JSON.stringify(search)}
      {...search}
      mine={NONE}
      nothing={
        <NoResult
          title={<Trans>No hay ninguno con esos filtros</Trans>}
          onLess={() => onSearch(lessOf(search))}
        >
          <Trans>Ves los que se muestran a tu cuenta. Prueba con menos filtros.</Trans>
        </NoResult>
      }
    />
  );
}

const NONE: ReadonlySet<string> = new Set();

function All() {
  const [{ data: own }, refetch] = useQuery({ query: MY_GROUPS });
  const again = () => refetch({ requestPolicy: 'network-only' });
  useNews(['group'], again);
  const mine = own?.myGroups ?? [];
  return (
    <>
      <GroupInvitations onJoined={again} />
      {mine.length > 0 && (
        <section className="stack stack--3">
          <h2>
            <Trans>Tus grupos</Trans>
          </h2>
          {mine.map((group) => (
            <GroupCard key={group.id} group={group} />
          ))}
        </section>
      )}
      <section className="stack stack--3">
        <h2>
          <Trans>Para encontrar</Trans>
        </h2>
        <FoundGroups
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
    <EmptyState title={<Trans>Todavía no hay más grupos</Trans>}>
      <Trans>Funda uno sobre lo que te importa e invita a quienes conoces.</Trans>
    </EmptyState>
  );
}
