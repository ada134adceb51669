import { Trans, useLingui } from '@lingui/react/macro';
import { useMe } from '../../lib/session';
import { Avatar } from '../../ui/avatar';
import { FieldError } from '../../ui/field';
import type { OwnField } from './own.graphql';
import type { useOwnField } from './use-own-field';

const TINTS = ['', '1', '2', '3', '4', '5', '6'];

interface TintRowProps {
  field: OwnField;
  own: ReturnType<typeof useOwnField>;
}

/** The tint behind one's initials. Whoever sees the name sees it. */
export function TintRow({ field, own }: TintRowProps) {
  const { t } = useLingui();
  const { personId, personName } = useMe();
  const errorId = `${field.id}-error`;
  return (
    <fieldset className="pf tints" aria-describedby={own.error ? errorId : undefined}>
      <legend className="label">
        <Trans>Color de tus iniciales</Trans>
      </legend>
      <div className="wrap">
        {TINTS.map((tint) => (
          <label key={tint} className="tint">
            <input
              className="vh"
              type="radio"
              name={field.id}
              value={tint}
              checked={field.text === tint}
              onChange={() => void own.setValue({ text: tint })}
            />
            <Avatar id={personId ?? ''} name={personName ?? ''} colour={tint} />
            <span className="vh">{tint === '' ? t`El de siempre` : t`Color ${tint}`}</span>
          </label>
        ))}
      </div>
      <FieldError id={errorId} error={own.error} />
    </fieldset>
  );
}
