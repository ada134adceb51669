import { Trans, useLingui } from '@lingui/react/macro';
import { useId, useState, type FocusEvent } from 'react';
import { useTaxonomy, type Term } from '../../lib/taxonomy';
import { AudienceField } from '../../ui/audience-chip';
import { Button } from '../../ui/button';
import { Tags } from '../../ui/chip';
import { FieldError } from '../../ui/field';
import { TaxonomyPicker } from '../../ui/taxonomy-picker';
import { ChosenGroups } from './chosen-groups';
import { FIELD_WORDS } from './field-words';
import type { OwnField } from './own.graphql';
import { RegionPicker } from './region-picker';
import { TintRow } from './tint-row';
import { useOwnField } from './use-own-field';

interface Props {
  field: OwnField;
  onChanged: () => void;
}

/** One field of one's own profile, with who sees it beside it. */
export function OwnFieldRow({ field, onChanged }: Props) {
  const { i18n } = useLingui();
  const id = useId();
  const own = useOwnField(field, onChanged);
  if (field.kind === 'colour') return <TintRow field={field} own={own} />;
  const words = FIELD_WORDS[field.kind];
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
        label={<LabelOf id={id} isText={!words.lists && field.kind !== 'region'} label={label} />}
      >
        <Control id={id} field={field} label={label} own={own} />
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

interface ControlProps {
  id: string;
  field: OwnField;
  label: string;
  own: ReturnType<typeof useOwnField>;
}

function Control(props: ControlProps) {
  const { field, label, own } = props;
  const words = FIELD_WORDS[field.kind];
  if (field.kind === 'region') {
    return <RegionPicker field={field} onChoose={(terms) => void own.setValue({ terms })} />;
  }
  if (words?.lists) return <TermsControl field={field} label={label} own={own} />;
  return <TextControl key={field.version} {...props} />;
}

/** Saved when one leaves it. What was typed stays when it is refused. */
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
  return FIELD_WORDS[field.kind]?.isLong ? (
    <textarea {...shared} rows={4} />
  ) : (
    <input type="text" {...shared} />
  );
}

function TermsControl({ field, label, own }: Omit<ControlProps, 'id'>) {
  const [draft, setDraft] = useState<string[]>();
  if (!draft) {
    const open = () => setDraft(field.terms.map(({ id }) => id));
    return (
      <div className="stack stack--2">
        <Tags items={field.terms.map(({ name }) => name)} />
        <Button kind="line" small onClick={open}>
          <Trans>Elegir</Trans>
          <span className="vh"> {label}</span>
        </Button>
      </div>
    );
  }
  const close = () => setDraft(undefined);
  const save = async () => {
    if (await own.setValue({ terms: draft })) close();
  };
  return (
    <div className="stack stack--3">
      <TermsPicker field={field} label={label} value={draft} onChange={setDraft} />
      <div className="inline">
        <Button kind="primary" small isBusy={own.isBusy} onClick={() => void save()}>
          <Trans>Guardar</Trans>
        </Button>
        <Button kind="text" small onClick={close}>
          <Trans>Cancelar</Trans>
        </Button>
      </div>
    </div>
  );
}

interface PickerProps {
  field: OwnField;
  label: string;
  value: string[];
  onChange: (ids: string[]) => void;
}

function TermsPicker({ field, label, value, onChange }: PickerProps) {
  const taxonomy = useTaxonomy();
  const { lists = [], limit = 10 } = FIELD_WORDS[field.kind] ?? {};
  const terms = lists.flatMap((list) => (taxonomy?.[list] ?? []) as readonly Term[]);
  return (
    <TaxonomyPicker
      legend={label}
      limit={limit}
      terms={terms.map(({ id, name }) => ({ key: id, label: name }))}
      value={value}
      onChange={onChange}
    />
  );
}
