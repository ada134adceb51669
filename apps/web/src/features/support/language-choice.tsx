import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { languagesOf, useTaxonomy } from '../../lib/server/taxonomy';
import { Skeleton } from '../../ui/display/skeleton';
import { TaxonomyPicker } from '../../ui/forms/taxonomy-picker';

/** The number of languages before the others are expanded. */
const COLLAPSED_COUNT = 3;

interface LanguageChoiceProps {
  legend: string;
  value: readonly string[];
  error: string | undefined;
  onChange: (languages: string[]) => void;
}

/** A choice of languages: the three that most people speak, and the others once they are expanded. */
export function LanguageChoice({ legend, value, error, onChange }: LanguageChoiceProps) {
  const taxonomy = useTaxonomy();
  const [isOpen, setOpen] = useState(false);
  if (!taxonomy) return <Skeleton rows={3} />;
  const all = languagesOf(taxonomy);
  const hasOthers = value.some((id) => all.findIndex((one) => one.id === id) >= COLLAPSED_COUNT);
  const shown = isOpen || hasOthers ? all : all.slice(0, COLLAPSED_COUNT);
  return (
    <>
      <TaxonomyPicker
        legend={legend}
        terms={shown.map(({ id, name }) => ({ key: id, label: name }))}
        value={[...value]}
        limit={10}
        error={error}
        onChange={onChange}
      />
      {shown.length === COLLAPSED_COUNT && (
        <button type="button" className="btn btn--text btn--sm" onClick={() => setOpen(true)}>
          <Trans>Otro idioma</Trans>
        </button>
      )}
    </>
  );
}
