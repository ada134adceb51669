import { Trans, useLingui } from '@lingui/react/macro';
import { useId, useState } from 'react';
import { useTaxonomy } from '../../../lib/server/taxonomy';
import { Button } from '../../../ui/actions/button';
import { Tags } from '../../../ui/display/chip';
import { TextArea } from '../../../ui/forms/field';
import { TaxonomyPicker } from '../../../ui/forms/taxonomy-picker';
import { PROFILE_FIELDS } from './profile-fields';
import type { OwnProfileField } from './own-profile.graphql';
import { type useOwnField, fieldValue } from './use-own-field';

interface OwnTermsProps {
  field: OwnProfileField;
  label: string;
  own: ReturnType<typeof useOwnField>;
}

/** Shows the terms and free text of a field, and opens the picker. */
export function OwnTerms(props: OwnTermsProps) {
  const { field, label } = props;
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <Choosing {...props} onClose={() => setOpen(false)} />;
  return (
    <div className="stack stack--2">
      <Tags items={field.terms.map(({ name }) => name)} />
      {field.text && <p className="said">{field.text}</p>}
      <Button kind="line" small onClick={() => setOpen(true)}>
        <Trans>Elegir</Trans>
        <span className="vh"> {label}</span>
      </Button>
    </div>
  );
}

/** Saves terms and free text together, as one field. The selection is kept when the server rejects it. */
function Choosing({ field, label, own, onClose }: OwnTermsProps & { onClose: () => void }) {
  const { t } = useLingui();
  const id = useId();
  const [draft, setDraft] = useState(() => fieldValue(field));
  const save = async () => {
    if (await own.setValue(draft)) onClose();
  };
  return (
    <div className="stack stack--3">
      <Picker
        field={field}
        label={label}
        value={draft.terms ?? []}
        onChange={(terms) => setDraft({ ...draft, terms })}
      />
      {PROFILE_FIELDS[field.kind]?.isMixed && (
        <TextArea
          id={id}
          label={t`Con tus palabras`}
          isOptional
          rows={3}
          value={draft.text ?? ''}
          onChange={(event) => setDraft({ ...draft, text: event.target.value })}
        />
      )}
      <div className="inline">
        <Button kind="primary" small isBusy={own.isBusy} onClick={() => void save()}>
          <Trans>Guardar</Trans>
        </Button>
        <Button kind="text" small onClick={onClose}>
          <Trans>Cancelar</Trans>
        </Button>
      </div>
    </div>
  );
}

interface PickerProps {
  field: OwnProfileField;
  label: string;
  value: string[];
  onChange: (ids: string[]) => void;
}

function Picker({ field, label, value, onChange }: PickerProps) {
  const taxonomy = useTaxonomy();
  const { termsIn, limit = 10 } = PROFILE_FIELDS[field.kind] ?? {};
  const terms = (taxonomy && termsIn?.(taxonomy)) ?? [];
  return (
    <TaxonomyPicker
      legend={label}
      isLegendHidden
      limit={limit}
      terms={terms.map(({ id, name }) => ({ key: id, label: name }))}
      value={value}
      onChange={onChange}
    />
  );
}
