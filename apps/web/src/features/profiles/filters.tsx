import { Trans, useLingui } from '@lingui/react/macro';
import { useTaxonomy, type Term } from '../../lib/taxonomy';
import { Check, ChoiceGroup } from '../../ui/choice';

interface FiltersProps {
  chips: readonly string[];
  onChange: (chips: string[]) => void;
}

/** Every chip there is, by kind: a rail on wide screens, a sheet on phones. */
export function Filters({ chips, onChange }: FiltersProps) {
  const { t } = useLingui();
  const taxonomy = useTaxonomy();
  if (!taxonomy) return null;
  const groups: [string, readonly Term[]][] = [
    [t`Tema`, taxonomy.issueAreas],
    [t`Territorio`, [...taxonomy.sharedTerritories, ...taxonomy.countries]],
    [
      t`Lengua`,
      [...taxonomy.worldLanguages, ...taxonomy.regionLanguages, ...taxonomy.signLanguages],
    ],
    [t`Qué hace`, taxonomy.practices],
    [t`Sabe hacer`, taxonomy.skills],
  ];
  const toggle = (id: string) =>
    onChange(chips.includes(id) ? chips.filter((one) => one !== id) : [...chips, id]);
  return groups.map(([legend, terms]) => (
    <ChoiceGroup key={legend} legend={legend}>
      <Group terms={terms} chips={chips} onToggle={toggle} />
    </ChoiceGroup>
  ));
}

const SHOWN_FIRST = 8;

interface GroupProps {
  terms: readonly Term[];
  chips: readonly string[];
  onToggle: (id: string) => void;
}

/** The first few, those that are on, and the rest behind one line. */
function Group({ terms, chips, onToggle }: GroupProps) {
  const line = (term: Term) => (
    <Check key={term.id} checked={chips.includes(term.id)} onChange={() => onToggle(term.id)}>
      {term.name}
    </Check>
  );
  const first = terms.filter((term, at) => at < SHOWN_FIRST || chips.includes(term.id));
  const rest = terms.filter((term) => !first.includes(term));
  return (
    <>
      {first.map(line)}
      {rest.length > 0 && (
        <details>
          <summary className="xs">
            <Trans>Ver más</Trans>
          </summary>
          {rest.map(line)}
        </details>
      )}
    </>
  );
}
