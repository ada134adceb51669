import type { ComponentProps, ReactNode } from 'react';
import { FieldError, Optional } from './field';

type ChoiceProps = Omit<ComponentProps<'input'>, 'type'> & {
  children: ReactNode;
  note?: ReactNode;
  /** Dashed, for "I prefer not to say". */
  isPlain?: boolean;
  end?: ReactNode;
};

/** One of several: a radio in a box. Give all of a question the same `name`. */
export function Choice(props: ChoiceProps) {
  return <Box type="radio" {...props} />;
}

/** Any of several: a checkbox in a box. */
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

/** A bare checkbox line, for filters and checklists. */
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

/** A checkbox that looks like a chip, for many short words side by side. */
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
  /** The target of an error summary's link. */
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

/** A question with choices: fieldset and legend. */
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
        {legend} {isOptional && <Optional />}
      </legend>
      {hint && <span className="hint">{hint}</span>}
      <FieldError id={errorId} error={error} />
      {isGrid ? <div className="grid2">{children}</div> : children}
    </fieldset>
  );
}
