import { useTaxonomy } from '../../../lib/server/taxonomy';
import { Chip } from '../../../ui/display/chip';
import { atHand, kindOf, type TermKind } from './common-terms';

/** Chips for the most common terms; those already selected are shown elsewhere. */
export function AtHand({
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
  return atHand(taxonomy)
    .filter(({ id }) => !chips.includes(id) && (kinds?.includes(kindOf(id)) ?? true))
    .map(({ id, shortName }) => (
      <Chip key={id} onClick={() => onAdd(id)}>
        {shortName}
      </Chip>
    ));
}
