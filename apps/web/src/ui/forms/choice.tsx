import type { ComponentProps, ReactNode } from 'react';
import { FieldError, OptionalLabel } from './field';

type ChoiceProps = Omit<ComponentProps<'input'>, 'type'> & {
  children: ReactNode;
  note?: ReactNode;
  /** Dashed border, for "I prefer not to say". */
  isPlain?: boolean;
  end?: ReactNode;
};

/** Radio button in a box. All options of a question have the same `name`. */
export function Choice(props: ChoiceProps) {
  return <Box type="radio" {...props} />;
}

/** Checkbox in a box. */
export function CheckChoice(props: ChoiceProps) {
  return <Box type="checkbox" {...props} />;
}

function Box({
  children,
  note,
  isPlain,
  end,
  type,
  ...rest
}: ChoiceProps & { type: 'radio' | 'checkbox' }) {
  return (
    <label className={isPlain ? 'choice choice--plain' : 'choice'}>
      <input {...rest} type={type} />
      <span className="grow">
        {children}
        {note && <small className="xs">{note}</small>}
      </span>
      {end}
    </label>
  );
}

/** Checkbox without a box, for filters and checklists. */
export function Check({
  children,
  ...rest
}: Omit<ComponentProps<'input'>, 'type'> & { children: ReactNode }) {
  return (
    <label className="check">
      <input {...rest} type="checkbox" />
      <span>{children}</span>
    </label>
  );
}

/** Checkbox that looks like a chip, for many short labels in a row. */
export function CheckChip({
  children,
  ...rest
}: Omit<ComponentProps<'input'>, 'type'> & { children: ReactNode }) {
  return (
    <label className="chip chip--check">
      <input {...rest} className="vh" type="checkbox" />
      {children}
    </label>
  );
}

interface ChoiceGroupProps {
  /** Target of the error summary's link. */
  id?: string;
  legend: ReactNode;
  isLegendHidden?: boolean;
  hint?: ReactNode;
  error?: string | undefined;
  isOptional?: boolean;
  /** Two columns. */
  isGrid?: boolean;
  children: ReactNode;
}

/** Question with options, as fieldset and legend. */
export function ChoiceGroup({
  id,
  legend,
  isLegendHidden,
  hint,
  error,
  isOptional,
  isGrid,
  children,
}: ChoiceGroupProps) {
  const errorId = `${id ?? 'choice'}-error`;
  return (
    <fieldset
      id={id}
      className={error ? 'field field--choices field--error' : 'field field--choices'}
      aria-describedby={error ? errorId : undefined}
    >
      <legend className={isLegendHidden ? 'vh' : undefined}>
        {legend} {isOptional && <OptionalLabel />}
      </legend>
      {hint && <span className="hint">{hint}</span>}
      <FieldError id={errorId} error={error} />
      {isGrid ? <div className="grid2">{children}</div> : children}
    </fieldset>
  );
}
