import { Trans } from '@lingui/react/macro';
import { TextArea } from './field';

interface ReasonFieldProps {
  id?: string;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

/** Reason for a request that another person must approve. */
export function ReasonField({ id, value, error, onChange }: ReasonFieldProps) {
  return (
    <TextArea
      id={id}
      label={<Trans>Por qué lo pides</Trans>}
      hint={<Trans>Lo lee quien lo aprueba, y nadie más.</Trans>}
      rows={5}
      value={value}
      error={error}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
