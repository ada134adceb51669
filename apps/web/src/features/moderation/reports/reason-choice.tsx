import { useLingui } from '@lingui/react/macro';
import { useId, type ReactNode } from 'react';
import type { ReportReason } from '../../../gql/types';
import { Choice, ChoiceGroup } from '../../../ui/forms/choice';
import { REPORT_REASONS } from './report-reasons';

interface ReasonChoiceProps {
  legend: ReactNode;
  reason: ReportReason | undefined;
  error: string | undefined;
  onChange: (reason: ReportReason) => void;
}

export function ReasonChoice({ legend, reason, error, onChange }: ReasonChoiceProps) {
  const { i18n } = useLingui();
  const id = useId();
  return (
    <ChoiceGroup id={id} legend={legend} error={error}>
      {REPORT_REASONS.map(([value, words]) => (
        <Choice
          key={value}
          name={id}
          value={value}
          checked={reason === value}
          onChange={() => onChange(value)}
        >
          {i18n._(words)}
        </Choice>
      ))}
    </ChoiceGroup>
  );
}
