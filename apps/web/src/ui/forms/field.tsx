import { Trans } from '@lingui/react/macro';
import { useId, type ComponentProps, type ReactNode } from 'react';
import { Icon } from '../display/icon';

interface Words {
  label: ReactNode;
  hint?: ReactNode;
  /** Error message of this field, read by screen readers with the field. */
  error?: string | undefined;
  isOptional?: boolean;
}

interface Described {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

type FieldProps = Words & {
  id?: string | undefined;
  children: (described: Described) => ReactNode;
};

/** Label, hint and error around any control. `children` receives the ids for the control. */
export function Field({ label, hint, error, isOptional, id, children }: FieldProps) {
  const made = useId();
  const key = id ?? made;
  const described = [hint ? `${key}-hint` : '', error ? `${key}-error` : '']
    .filter(Boolean)
    .join(' ');
  return (
    <div className={error ? 'field field--error' : 'field'}>
      <label htmlFor={key}>
        {label} {isOptional && <OptionalLabel />}
      </label>
      {hint && (
        <span className="hint" id={`${key}-hint`}>
          {hint}
        </span>
      )}
      <FieldError id={`${key}-error`} error={error} />
      {children({
        id: key,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
      })}
    </div>
  );
}

export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  if (!error) return null;
  return (
    <span className="error" id={id}>
      <Icon name="alert" size="s" />
      {error}
    </span>
  );
}

export function OptionalLabel() {
  return (
    <span className="muted optional">
      <Trans>(opcional)</Trans>
    </span>
  );
}

export function TextField({
  label,
  hint,
  error,
  isOptional,
  id,
  className = '',
  ...rest
}: Words & ComponentProps<'input'>) {
  return (
    <Field {...words({ label, hint, error, isOptional })} id={id}>
      {(described) => (
        <input type="text" {...rest} {...described} className={`input ${className}`.trim()} />
      )}
    </Field>
  );
}

export function TextArea({
  label,
  hint,
  error,
  isOptional,
  id,
  className = '',
  ...rest
}: Words & ComponentProps<'textarea'>) {
  return (
    <Field {...words({ label, hint, error, isOptional })} id={id}>
      {(described) => <textarea {...rest} {...described} className={`input ${className}`.trim()} />}
    </Field>
  );
}

export function Select({
  label,
  hint,
  error,
  isOptional,
  id,
  children,
  ...rest
}: Words & ComponentProps<'select'>) {
  return (
    <Field {...words({ label, hint, error, isOptional })} id={id}>
      {(described) => (
        <select {...rest} {...described} className="input">
          {children}
        </select>
      )}
    </Field>
  );
}

function words({
  label,
  hint,
  error,
  isOptional,
}: { [K in keyof Words]: Words[K] | undefined }): Words {
  return { label, hint, error, ...(isOptional && { isOptional }) };
}
