import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import type { ReasonClass } from '../../../gql/types';
import { Button } from '../../../ui/actions/button';
import { Badge } from '../../../ui/display/badge';
import { Select } from '../../../ui/forms/field';
import { isSame } from '../../../ui/forms/list-drafts';
import type { LocalisedText } from './desk-settings.graphql';
import { fieldId, LanguageFields } from './language-fields';
import { TEMPLATE_REASON_LABELS } from './template-labels';
import type { EditableListErrors } from './use-editable-list-errors';
import type { ListEntry } from '../../../ui/forms/use-editable-list';

export interface TemplateEntry<Purpose extends string = string> extends ListEntry {
  readonly key: string | null;
  readonly purpose: Purpose;
  readonly reasonClass: ReasonClass | null;
  readonly titles: LocalisedText;
  readonly bodies: LocalisedText;
}

interface TemplateFieldsProps {
  entry: TemplateEntry;
  /** Accessible name of the template. */
  name: string;
  /** The template as it is in use; undefined for a new one. */
  stored: TemplateEntry | undefined;
  /** Whether the template is about a reason class. */
  hasClass: boolean;
  faults: EditableListErrors;
  onChange: (id: string, more: Partial<Omit<TemplateEntry, 'purpose'>>) => void;
}

/** Fields of a template. Existing templates are collapsed until edited or until they have an error. */
export function TemplateFields(props: TemplateFieldsProps) {
  const { t } = useLingui();
  const { entry, name, stored, faults, onChange } = props;
  const { id } = entry;
  const [isOpened, setOpened] = useState(entry.key === null);
  const isWrong = faults.problems.some(({ field }) => field?.startsWith(`${id}-`));
  const isOpen = isOpened || isWrong;
  const isChanged = stored !== undefined && !isSame(entry, stored);
  const focus = useRef<string>(undefined);
  useEffect(() => {
    if (focus.current) document.getElementById(focus.current)?.focus();
    focus.current = undefined;
  }, [isOpen]);
  const open = (is: boolean) => {
    focus.current = is ? fieldId(id, 'titles', 'es') : `${id}-open`;
    setOpened(is);
  };
  const discard = () => {
    if (stored) onChange(id, stored);
    faults.forget(id);
    open(false);
  };
  if (!isOpen) {
    return (
      <span className="inline wrap">
        <Button
          small
          icon="edit"
          id={`${id}-open`}
          aria-label={t`Cambiar: ${name}`}
          onClick={() => open(true)}
        >
          <Trans>Cambiar</Trans>
        </Button>
        {isChanged && (
          <Badge look="clay" icon="edit">
            <Trans>Con cambios sin pedir</Trans>
          </Badge>
        )}
      </span>
    );
  }
  return (
    <>
      <Fields {...props} />
      <span className="btns">
        {!isWrong && (
          <Button small aria-label={t`Cerrar: ${name}`} onClick={() => open(false)}>
            <Trans>Cerrar</Trans>
          </Button>
        )}
        {isChanged && (
          <Button small kind="text" aria-label={t`Descartar cambios: ${name}`} onClick={discard}>
            <Trans>Descartar cambios</Trans>
          </Button>
        )}
      </span>
    </>
  );
}

function Fields({ entry, hasClass, faults: { errorOf }, onChange }: TemplateFieldsProps) {
  const { id, titles, bodies } = entry;
  return (
    <>
      {hasClass && <ClassField {...{ entry, errorOf, onChange }} />}
      <fieldset className="field">
        <legend className="h3">
          <Trans>Cómo se llama</Trans>
        </legend>
        <div className="stack stack--3">
          <LanguageFields
            {...{ id, part: 'titles', texts: titles, errorOf }}
            onChange={(texts) => onChange(id, { titles: texts })}
          />
        </div>
      </fieldset>
      <fieldset className="field">
        <legend className="h3">
          <Trans>Qué dice</Trans>
        </legend>
        <div className="stack stack--3">
          <LanguageFields
            {...{ id, part: 'bodies', texts: bodies, errorOf, isLong: true }}
            onChange={(texts) => onChange(id, { bodies: texts })}
          />
        </div>
      </fieldset>
    </>
  );
}

interface ClassFieldProps extends Pick<TemplateFieldsProps, 'entry' | 'onChange'> {
  errorOf: EditableListErrors['errorOf'];
}

function ClassField({ entry: { id, reasonClass }, errorOf, onChange }: ClassFieldProps) {
  const { t, i18n } = useLingui();
  const key = `${id}-reasonClass`;
  return (
    <Select
      id={key}
      label={t`La razón, en una línea`}
      value={reasonClass ?? ''}
      error={errorOf(key)}
      onChange={({ target }) =>
        onChange(id, { reasonClass: (target.value || null) as ReasonClass | null })
      }
    >
      <option value="">{t`Elige una`}</option>
      {Object.entries(TEMPLATE_REASON_LABELS).map(([name, label]) => (
        <option key={name} value={name}>
          {i18n._(label)}
        </option>
      ))}
    </Select>
  );
}
