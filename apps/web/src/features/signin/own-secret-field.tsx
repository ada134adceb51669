import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { TextField } from '../../ui/forms/field';
import { PasswordField } from './password-field';

interface OwnSecretFieldProps {
  id: string;
  /** Label of the password field. Default: "Tu contraseña". */
  label?: ReactNode;
  hasPassword: boolean;
  error?: string | undefined;
  value: string;
  onChange: (value: string) => void;
}

/** Field for the password or recovery phrase that confirms a serious action. */
export function OwnSecretField({
  label,
  hasPassword,
  value,
  onChange,
  ...field
}: OwnSecretFieldProps) {
  if (hasPassword) {
    const words = label ?? <Trans>Tu contraseña</Trans>;
    return <PasswordField {...field} label={words} value={value} onChange={onChange} />;
  }
  return (
    <TextField
      {...field}
      label={<Trans>Las doce palabras de tu comprobante</Trans>}
      hint={<Trans>En su orden, separadas por espacios. Da igual con o sin tildes.</Trans>}
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={512}
      required
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
