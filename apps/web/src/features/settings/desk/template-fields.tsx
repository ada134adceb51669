import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { ReasonClass } from '../../../gql/types';
import { Button } from '../../../ui/actions/button';
import { Select } from '../../../ui/forms/field';
import type { LocalisedText } from './desk-settings.graphql';
import { LanguageFields } from './language-fields';
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
  /** Whether the template is about a reason class. */
  hasClass: boolean;
  faults: EditableListErrors;
  onChange: (id: string, more: Partial<Omit<TemplateEntry, 'purpose'>>) => void;
}

/** Fields of a template. Existing templates are collapsed until edited or until they have an error. */
export function TemplateFields(props: TemplateFieldsProps) {
  const { entry, faults } = props;
  const [isOpened, setOpened] = useState(entry.key === null);
  const isWrong = faults.problems.some(({ field }) => field?.startsWith(`${entry.id}-`));
  if (isOpened || isWrong) return <Fields {...props} />;
  return (
    <Button small icon="edit" onClick={() => setOpened(true)}>
      <Trans>Cambiar</Trans>
    </Button>
  );
}

function Fields({ entry, hasClass, faults: { errorOf }, onChange }: TemplateFieldsProps) {
  const { id, titles, bodies } = entry;
  return (
    <>
      {hasClass && <ClassField {...{ entry, errorOf, onChange }} />}
      <p className="h3">
        <Trans>Cómo se llama</Trans>
      </p>
      <LanguageFields
        {...{ id, part: 'titles', texts: titles, errorOf }}
        onChange={(texts) => onChange(id, { titles: texts })}
      />
      <p className="h3">
        <Trans>Qué dice</Trans>
      </p>
      <LanguageFields
        {...{ id, part: 'bodies', texts: bodies, errorOf, isLong: true }}
        onChange={(texts) => onChange(id, { bodies: texts })}
      />
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
