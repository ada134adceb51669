import { useTaxonomy } from '../../../lib/server/taxonomy';
import { Chip } from '../../../ui/display/chip';
import { commonTerms, termKindOf, type TermKind } from './common-terms';

/** Chips for the most common terms; those already selected are shown elsewhere. */
export function SuggestedChips({
  chips,
  kinds,
  onAdd,
}: {
  chips: readonly string[];
  kinds?: readonly TermKind[] | undefined;
  onAdd: (id: string) => void;
}) {
  const taxonomy = useTaxonomy();
  if (!taxonomy) return null;
  return commonTerms(taxonomy)
    .filter(({ id }) => !chips.includes(id) && (kinds?.includes(termKindOf(id)) ?? true))
    .map(({ id, shortName }) => (
      <Chip key={id} onClick={() => onAdd(id)}>
        {shortName}
      </Chip>
    ));
}
