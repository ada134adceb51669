import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useTaxonomy } from '../../../lib/server/taxonomy';
import { Select } from '../../../ui/forms/field';
import { REGIONS_OF_COUNTRY_QUERY, type OwnProfileField } from './own-profile.graphql';

interface RegionPickerProps {
  field: OwnProfileField;
  onChoose: (terms: string[]) => void;
}

/** Chooses a first-level region of a country; nothing finer is ever stored. */
export function RegionPicker({ field, onChoose }: RegionPickerProps) {
  const { t } = useLingui();
  const taxonomy = useTaxonomy();
  const chosen = field.terms[0]?.id;
  const [country, setCountry] = useState(chosen?.split('-')[0] ?? '');
  const [{ data }] = useQuery({
    query: REGIONS_OF_COUNTRY_QUERY,
    variables: { country },
    pause: country === '',
  });
  const countries = taxonomy?.countries ?? [];
  return (
    <div className="stack stack--3">
      <Select
        label={t`País de la región`}
        value={country}
        onChange={(event) => setCountry(event.target.value)}
      >
        <option value="">{t`Elige un país`}</option>
        {countries.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      {country !== '' && (
        <Select
          label={t`Tu región`}
          value={chosen ?? ''}
          onChange={({ target: { value } }) => onChoose(value ? [value] : [])}
        >
          <option value="">
            <Trans>Prefiero no decir</Trans>
          </option>
          {data?.regions.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </div>
  );
}
