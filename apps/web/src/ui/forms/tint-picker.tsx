import { useLingui } from '@lingui/react/macro';
import { useId, type ReactNode } from 'react';
import { Avatar } from '../display/avatar';
import { FieldError } from './field';

const TINTS = ['', '1', '2', '3', '4', '5', '6'];

interface TintsProps {
  legend: ReactNode;
  value: string;
  onChange: (tint: string) => void;
  /** Initials to show, and the id whose default tint is the first choice. */
  of: { id: string; name: string };
  error?: string | undefined;
  className?: string;
}

/** Choice of the tint behind initials: the default one of the id, or one of six. */
export function TintPicker({ legend, value, onChange, of, error, className = '' }: TintsProps) {
  const { t } = useLingui();
  const group = useId();
  const errorId = `${group}-error`;
  return (
    <fieldset
      className={`tints ${className}`.trim()}
      aria-describedby={error ? errorId : undefined}
    >
      <legend className="label">{legend}</legend>
      <div className="wrap">
        {TINTS.map((tint) => (
          <label key={tint} className="tint">
            <input
              className="vh"
              type="radio"
              name={group}
              value={tint}
              checked={value === tint}
              onChange={() => onChange(tint)}
            />
            <Avatar {...of} colour={tint} />
            <span className="vh">{tint === '' ? t`El de siempre` : t`Color ${tint}`}</span>
          </label>
        ))}
      </div>
      <FieldError id={errorId} error={error} />
    </fieldset>
  );
}
