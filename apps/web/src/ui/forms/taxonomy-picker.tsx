import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { foldText } from '../../lib/text/fold-text';
import { CheckChoice, ChoiceGroup } from './choice';
import { TextField } from './field';

export interface Term {
  /** Stable slug of the term. */
  key: string;
  label: string;
}

interface TaxonomyPickerProps {
  id?: string;
  legend: string;
  /** Hides the legend when a heading with the same text is above it. */
  isLegendHidden?: boolean;
  terms: readonly Term[];
  value: readonly string[];
  onChange: (keys: string[]) => void;
  /** Maximum number of selected terms. */
  limit?: number;
  hint?: string;
  error?: string | undefined;
  isOptional?: boolean;
  /** Number of terms above which a search box appears. */
  searchFrom?: number;
}

/** Picker for issue areas, practices, territories or languages. */
export function TaxonomyPicker(props: TaxonomyPickerProps) {
  const { id, legend, isLegendHidden, terms, value, hint, error, isOptional } = props;
  const { searchFrom = 15 } = props;
  const { t } = useLingui();
  const [words, setWords] = useState('');
  const isSearched = terms.length > searchFrom;
  const isShown = (term: Term) => value.includes(term.key) || matches(term.label, words);
  return (
    <ChoiceGroup
      {...(id && { id })}
      legend={legend}
      {...(isLegendHidden && { isLegendHidden })}
      hint={hint}
      error={error}
      {...(isOptional && { isOptional })}
    >
      {isSearched && (
        <TextField
          label={t`Buscar en la lista`}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      )}
      <Terms {...props} terms={isSearched ? terms.filter(isShown).slice(0, 30) : terms} />
    </ChoiceGroup>
  );
}

function Terms({ terms, value, onChange, limit = Infinity }: TaxonomyPickerProps) {
  const toggle = (key: string) =>
    onChange(value.includes(key) ? value.filter((other) => other !== key) : [...value, key]);
  return (
    <div className={terms.filter(isLong).length > terms.length / 4 ? 'grid2 grid2--long' : 'grid2'}>
      {terms.map(({ key, label }) => (
        <CheckChoice
          key={key}
          data-long={isLong({ label }) || undefined}
          value={key}
          checked={value.includes(key)}
          disabled={!value.includes(key) && value.length >= limit}
          onChange={() => toggle(key)}
        >
          {label}
        </CheckChoice>
      ))}
    </div>
  );
}

/** Whether the label contains a word that is too long for a column on a phone. */
const isLong = ({ label }: Pick<Term, 'label'>) => /[^\s-]{11}/u.test(label);

/** Ignores accents and case: "amazonia" finds "Amazonía". */
const matches = (label: string, words: string) => foldText(label).includes(foldText(words).trim());
