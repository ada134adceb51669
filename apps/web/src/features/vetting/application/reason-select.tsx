import { useLingui } from '@lingui/react/macro';
import type { ReasonClass } from '../../../gql/types';
import { Select } from '../../../ui/forms/field';
import { REASON_CLASS_LABELS } from './vetting-labels';

interface ReasonSelectProps {
  value: ReasonClass | undefined;
  onChange: (value: ReasonClass | undefined) => void;
  error: string | undefined;
}

export function ReasonSelect({ value, onChange, error }: ReasonSelectProps) {
  const { t, i18n } = useLingui();
  return (
    <Select
      label={t`La razón, en una línea`}
      value={value ?? ''}
      onChange={({ target }) => onChange((target.value || undefined) as ReasonClass | undefined)}
      error={error}
    >
      <option value="">{t`Elige una`}</option>
      {Object.entries(REASON_CLASS_LABELS).map(([key, label]) => (
        <option key={key} value={key}>
          {i18n._(label)}
        </option>
      ))}
    </Select>
  );
}
