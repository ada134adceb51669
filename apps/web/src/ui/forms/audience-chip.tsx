import { useLingui } from '@lingui/react/macro';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { AUDIENCE_LABELS, audiencesUpTo, type Audience } from './audience';
import { Choice } from './choice';
import { Icon } from '../display/icon';

interface AudienceChipProps {
  value: Audience;
  /** Widest allowed audience; wider ones are not offered. */
  ceiling?: Audience;
  /** Name of the field, such as "tu región"; it completes "¿Quién ve …?". */
  what: string;
  onChange: (audience: Audience) => void;
  /** Note below the choices, such as the reason for the ceiling. */
  note?: ReactNode;
  /** Further inputs below the choices. */
  more?: ReactNode;
  /** Content below the row of the chip, also while the choices are open. */
  children?: ReactNode;
  label: ReactNode;
}

/** Profile field with its label and its audience; the choices open directly below. */
export function AudienceField({
  value,
  ceiling = 'members',
  what,
  onChange,
  note,
  more,
  children,
  label,
}: AudienceChipProps) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <div className="pf__h">
        {label}
        <AudienceChip
          value={value}
          isOpen={isOpen}
          controls={id}
          onToggle={() => setOpen(!isOpen)}
        />
      </div>
      {isOpen && (
        <AudienceChoices
          id={id}
          value={value}
          ceiling={ceiling}
          what={what}
          onChange={onChange}
          onClose={() => setOpen(false)}
          note={note}
          more={more}
        />
      )}
      {children}
    </>
  );
}

interface ChipProps {
  value: Audience;
  isOpen: boolean;
  controls: string;
  onToggle: () => void;
}

/** Chip with the audience that opens the choices. */
export function AudienceChip({ value, isOpen, controls, onToggle }: ChipProps) {
  const { t, i18n } = useLingui();
  const { label, icon, look } = AUDIENCE_LABELS[value];
  const name = i18n._(label);
  return (
    <button
      type="button"
      className="aud"
      data-a={look}
      aria-expanded={isOpen}
      aria-controls={controls}
      aria-label={t`Quién lo ve: ${name}. Cambiar`}
      onClick={onToggle}
    >
      <Icon name={icon} size="xs" />
      {name}
      <Icon name="down" size="xs" />
    </button>
  );
}

type ChoicesProps = Required<Pick<AudienceChipProps, 'value' | 'ceiling' | 'what' | 'onChange'>> & {
  id: string;
  onClose: () => void;
  note: ReactNode;
  more: ReactNode;
};

/** Radio group of audiences. Escape closes it. */
export function AudienceChoices(props: ChoicesProps) {
  const { id, value, ceiling, what, onChange, onClose, note, more } = props;
  const { t } = useLingui();
  const box = useRef<HTMLFieldSetElement>(null);
  useEffect(() => box.current?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <fieldset
      className="field card aud__box"
      id={id}
      ref={box}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <legend className="vh">{t`¿Quién ve ${what}?`}</legend>
      {audiencesUpTo(ceiling).map((audience) => (
        <AudienceChoice
          key={audience}
          name={id}
          audience={audience}
          isChosen={audience === value}
          onChoose={() => onChange(audience)}
        />
      ))}
      {more}
      {note && (
        <p className="hint inline top">
          <Icon name="info" size="s" />
          <span>{note}</span>
        </p>
      )}
    </fieldset>
  );
}

interface AudienceChoiceProps {
  name: string;
  audience: Audience;
  isChosen: boolean;
  onChoose: () => void;
}

function AudienceChoice({ name, audience, isChosen, onChoose }: AudienceChoiceProps) {
  const { i18n } = useLingui();
  const { label, note, icon } = AUDIENCE_LABELS[audience];
  return (
    <Choice
      name={name}
      value={audience}
      checked={isChosen}
      onChange={onChoose}
      note={note && i18n._(note)}
      end={<Icon name={icon} size="s" />}
    >
      {i18n._(label)}
    </Choice>
  );
}
