import { useLingui } from '@lingui/react/macro';
import { useId, type FocusEvent } from 'react';
import { AudienceField } from '../../../ui/forms/audience-chip';
import { FieldError } from '../../../ui/forms/field';
import { ChosenGroups } from './chosen-groups';
import { PROFILE_FIELDS } from './profile-fields';
import type { OwnProfileField } from './own-profile.graphql';
import { OwnPicture } from './own-picture';
import { OwnTerms } from './own-terms';
import { RegionPicker } from './region-picker';
import { TintRow } from './tint-row';
import { useOwnField } from './use-own-field';

interface Props {
  field: OwnProfileField;
  onChanged: () => void;
}

export function OwnFieldRow({ field, onChanged }: Props) {
  const { i18n } = useLingui();
  const id = useId();
  const own = useOwnField(field, onChanged);
  if (field.kind === 'colour') return <TintRow field={field} own={own} />;
  const words = PROFILE_FIELDS[field.kind];
  if (!words) return null;
  const label = i18n._(words.label);
  return (
    <div className="pf">
      <AudienceField
        value={field.audience}
        ceiling={field.ceiling}
        what={i18n._(words.what)}
        onChange={(audience) => void own.setAudience(audience)}
        note={words.note && i18n._(words.note)}
        more={
          field.audience === 'groups' && (
            <ChosenGroups field={field} onChoose={(ids) => void own.setAudience('groups', ids)} />
          )
        }
        label={
          <LabelOf id={id} isText={!words.termsIn && !UNTYPED.has(field.kind)} label={label} />
        }
      >
        <Control id={id} field={field} label={label} own={own} onChanged={onChanged} />
        {words.hint && <p className="hint">{i18n._(words.hint)}</p>}
        <FieldError id={`${id}-error`} error={own.error} />
      </AudienceField>
    </div>
  );
}

function LabelOf({ id, isText, label }: { id: string; isText: boolean; label: string }) {
  if (!isText) return <span className="label">{label}</span>;
  return (
    <label className="label" htmlFor={id}>
      {label}
    </label>
  );
}

/** Fields without an input that a label could name. */
const UNTYPED: ReadonlySet<string> = new Set(['region', 'avatar']);

interface ControlProps {
  id: string;
  field: OwnProfileField;
  label: string;
  own: ReturnType<typeof useOwnField>;
  onChanged: () => void;
}

function Control(props: ControlProps) {
  const { field, label, own, onChanged } = props;
  const words = PROFILE_FIELDS[field.kind];
  if (field.kind === 'avatar') return <OwnPicture field={field} onChanged={onChanged} />;
  if (field.kind === 'region') {
    return <RegionPicker field={field} onChoose={(terms) => void own.setValue({ terms })} />;
  }
  if (words?.termsIn) return <OwnTerms field={field} label={label} own={own} />;
  return <TextControl key={field.version} {...props} />;
}

/** Saves on blur. The input is kept when the server rejects it. */
function TextControl({ id, field, own }: ControlProps) {
  const save = (event: FocusEvent<HTMLInputElement | HTMLTextAreaElement>) => {
    const text = event.target.value;
    if (text !== field.text) void own.setValue({ text });
  };
  const shared = {
    id,
    className: 'input',
    defaultValue: field.text,
    onBlur: save,
    'aria-invalid': own.error ? (true as const) : undefined,
    'aria-describedby': own.error ? `${id}-error` : undefined,
  };
  return PROFILE_FIELDS[field.kind]?.isLong ? (
    <textarea {...shared} rows={4} />
  ) : (
    <input type="text" {...shared} />
  );
}
