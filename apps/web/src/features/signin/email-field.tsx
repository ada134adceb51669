import type { ReactNode } from 'react';
import { TextField } from '../../ui/forms/field';

interface EmailFieldProps {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  value: string;
  onChange: (value: string) => void;
}

/** Email input without autocorrection. */
export function EmailField({ onChange, ...field }: EmailFieldProps) {
  return (
    <TextField
      {...field}
      type="email"
      autoComplete="email"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={254}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
