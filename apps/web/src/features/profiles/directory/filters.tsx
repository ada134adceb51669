import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { languagesOf, useTaxonomy, type Term } from '../../../lib/server/taxonomy';
import { Check, CheckChip, ChoiceGroup } from '../../../ui/forms/choice';
import { INTERPRETS_CHIP_PREFIX, SOUGHT_SKILL_CHIP_PREFIX } from './chip-names';
import type { TermKind } from './common-terms';

interface FiltersProps {
  chips: readonly string[];
  onChange: (chips: string[]) => void;
  /** Kinds of terms to show; all by default. */
  kinds?: readonly TermKind[] | undefined;
  /** Renders chips instead of a list, for narrow screens. */
  isDense?: boolean;
}

/** All filters by kind of term: a sidebar on wide screens, a sheet on phones. */
export function Filters({ chips, onChange, kinds, isDense = false }: FiltersProps) {
  const { t } = useLingui();
  const taxonomy = useTaxonomy();
  if (!taxonomy) return null;
  const languages = languagesOf(taxonomy);
  const groups: [TermKind | 'interprets' | 'seeks', string, readonly Term[]][] = [
    ['issue', t`Tema`, taxonomy.issueAreas],
    ['territory', t`Territorio`, [...taxonomy.sharedTerritories, ...taxonomy.countries]],
    ['language', t`Lengua`, languages],
    ['interprets', t`Interpreta`, under(INTERPRETS_CHIP_PREFIX, languages)],
    ['practice', t`Qué hace`, taxonomy.practices],
    ['skill', t`Sabe hacer`, taxonomy.skills],
    ['seeks', t`Busca apoyo en`, under(SOUGHT_SKILL_CHIP_PREFIX, taxonomy.skills)],
  ];
  const toggle = (id: string) =>
    onChange(chips.includes(id) ? chips.filter((one) => one !== id) : [...chips, id]);
  const some: readonly string[] | undefined = kinds;
  const shown = groups.filter(([kind]) => some?.includes(kind) ?? true);
  return shown.map(([, legend, terms]) => (
    <ChoiceGroup key={legend} legend={legend}>
      <Group terms={terms} chips={chips} onToggle={toggle} isDense={isDense} />
    </ChoiceGroup>
  ));
}

/** Prefixes term ids, to make chips of another kind from the same terms. */
const under = (prefix: string, terms: readonly Term[]): Term[] =>
  terms.map((term) => ({ ...term, id: prefix + term.id }));

const SHOWN_FIRST = 8;

interface GroupProps {
  terms: readonly Term[];
  chips: readonly string[];
  onToggle: (id: string) => void;
  isDense: boolean;
}

/**
 * Shows the first terms and those that were selected on mount; the others are collapsed. Selecting a term does not
 * reorder the list.
 */
function Group({ terms, chips, onToggle, isDense }: GroupProps) {
  const [onBefore] = useState(chips);
  const line = ({ id, name, shortName }: Term) => {
    const state = { checked: chips.includes(id), onChange: () => onToggle(id) };
    return isDense ? (
      <CheckChip key={id} {...state}>
        {shortName}
      </CheckChip>
    ) : (
      <Check key={id} {...state}>
        {name}
      </Check>
    );
  };
  const lines = (some: readonly Term[]) =>
    isDense ? <div className="wrap">{some.map(line)}</div> : some.map(line);
  const first = terms.filter((term, at) => at < SHOWN_FIRST || onBefore.includes(term.id));
  const rest = terms.filter((term) => !first.includes(term));
  return (
    <>
      {lines(first)}
      {rest.length > 0 && (
        <details>
          <summary className="xs">
            <Trans>Ver más</Trans>
          </summary>
          {lines(rest)}
        </details>
      )}
    </>
  );
}
