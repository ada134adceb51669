import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { TextField } from '../../ui/forms/field';

interface PasswordFieldProps {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  value: string;
  onChange: (value: string) => void;
  /** Whether a new password is chosen, instead of entering the current one. */
  isNew?: boolean;
}

/** Password input for password managers and pasting, without autocorrection. */
export function PasswordField({ isNew, value, onChange, ...field }: PasswordFieldProps) {
  return (
    <TextField
      {...field}
      type="password"
      autoComplete={isNew ? 'new-password' : 'current-password'}
      autoCapitalize="none"
      spellCheck={false}
      maxLength={512}
      required
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

/** Hint shown wherever a password is chosen. */
export function usePasswordHint(): string {
  const { t } = useLingui();
  return t`12 caracteres o más. Una frase larga que recuerdes sirve muy bien.`;
}
