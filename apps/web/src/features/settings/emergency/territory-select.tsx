import { useLingui } from '@lingui/react/macro';
import { useTaxonomy } from '../../../lib/server/taxonomy';
import { Select } from '../../../ui/forms/field';

interface TerritorySelectProps {
  /** Id of a country or shared territory; empty for the whole region. */
  value: string;
  error: string | undefined;
  onChange: (id: string) => void;
}

export function TerritorySelect({ value, error, onChange }: TerritorySelectProps) {
  const { t } = useLingui();
  const taxonomy = useTaxonomy();
  const groups = [
    [t`Países`, taxonomy?.countries],
    [t`Territorios compartidos`, taxonomy?.sharedTerritories],
    [t`Otros países`, taxonomy?.otherCountries],
  ] as const;
  return (
    <Select
      label={t`Territorio`}
      // The options arrive with the taxonomy; until then the chosen one has none.
      value={taxonomy ? value : ''}
      error={error}
      onChange={({ target }) => onChange(target.value)}
    >
      <option value="">{t`Toda la región`}</option>
      {groups.map(([label, terms]) => (
        <optgroup key={label} label={label}>
          {terms?.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </optgroup>
      ))}
    </Select>
  );
}
