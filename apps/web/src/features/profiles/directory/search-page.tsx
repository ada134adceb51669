import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { ButtonLink } from '../../../ui/actions/button';
import { DirectoryTabs } from '../../../ui/page/directory-tabs';
import { Page } from '../../../ui/page/page';
import type { TermKind } from './common-terms';
import { ClearFilters, FilterBar } from './filter-bar';
import { Filters } from './filters';
import { SearchBox } from './search-box';
import { hasFilters, widenSearch, type DirectorySearch } from './search-url';
import { useRemoveFilters } from './use-remove-filters';
import { useDirectorySearch } from './use-directory-search';

interface Answers {
  readonly search: DirectorySearch;
  readonly onLess: () => void;
}

interface FindingPageProps {
  title: string;
  /** Kinds of terms to filter by. */
  kinds: readonly TermKind[];
  found: { readonly to: string; readonly label: ReactNode };
  box: { readonly label: string; readonly placeholder: string; readonly isAsTyped?: boolean };
  /** Renders the results of a search. */
  answers: (of: Answers) => ReactNode;
  /** Shown without a search. */
  children: ReactNode;
}

/** Page to search organisations or groups, with the same chips and text as the directory. */
export function SearchPage({ title, kinds, found, box, answers, children }: FindingPageProps) {
  const { t } = useLingui();
  const [search, setSearch] = useDirectorySearch();
  const setChips = (chips: string[]) => setSearch({ ...search, chips });
  const asked = { search, onSearch: setSearch };
  const removeFilters = useRemoveFilters(search, setSearch);
  return (
    <div className="split">
      <aside className="filters only-d" aria-label={t`Filtros`}>
        <Filters chips={search.chips} kinds={kinds} onChange={setChips} />
      </aside>
      <Page className="stack finding" title={title} back={{ to: '/', label: t`Inicio` }}>
        <div className="finding__head">
          <h1>{title}</h1>
          <DirectoryTabs />
          <ButtonLink to={found.to} small icon="plus">
            {found.label}
          </ButtonLink>
        </div>
        <SearchBox {...asked} {...box} />
        <FilterBar {...asked} kinds={kinds} done={<Trans>Ver resultados</Trans>} />
        <ClearFilters {...asked} />
        {hasFilters(search)
          ? answers({ search, onLess: () => removeFilters(widenSearch(search)) })
          : children}
      </Page>
    </div>
  );
}

interface OwnAndOthersProps {
  ownTitle: ReactNode;
  /** Cards of the viewer's own groups or organisations; the section is omitted if empty. */
  own: readonly ReactNode[];
  children: ReactNode;
}

/** Lists the viewer's own results first, then all others. */
export function OwnAndOtherResults({ ownTitle, own, children }: OwnAndOthersProps) {
  return (
    <>
      {own.length > 0 && (
        <section className="stack stack--3">
          <h2>{ownTitle}</h2>
          {own}
        </section>
      )}
      <section className="stack stack--3">
        <h2>
          <Trans>Para encontrar</Trans>
        </h2>
        {children}
      </section>
    </>
  );
}
