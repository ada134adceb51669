import { useLingui } from '@lingui/react/macro';
import type { GroupQuery } from '../../gql/types';
import { useTaxonomy } from '../../lib/server/taxonomy';
import { TextArea, TextField } from '../../ui/forms/field';
import { TaxonomyPicker } from '../../ui/forms/taxonomy-picker';

export type GroupTexts = Pick<GroupQuery['group'], 'name' | 'purpose'>;
type ErrorOf = (field: string) => string | undefined;

interface FieldsProps {
  initial?: GroupTexts;
  errorOf: ErrorOf;
}

/** Reads the texts of a form that contains `GroupPurpose`. */
export function readGroupTexts(form: HTMLFormElement): GroupTexts {
  const data = new FormData(form);
  const text = (name: string) => String(data.get(name) ?? '');
  return { name: text('name'), purpose: text('purpose') };
}

/** Reads the text of a form that contains `GroupAgreements`. */
export const readAgreements = (form: HTMLFormElement): string =>
  String(new FormData(form).get('agreements') ?? '');

export function GroupPurpose({ initial, errorOf }: FieldsProps) {
  const { t } = useLingui();
  return (
    <>
      <TextField
        label={t`Nombre del grupo`}
        name="name"
        maxLength={60}
        defaultValue={initial?.name}
        error={errorOf('name')}
      />
      <TextArea
        label={t`Para qué existe`}
        hint={t`Una o dos frases que cualquiera entienda.`}
        name="purpose"
        rows={3}
        maxLength={600}
        defaultValue={initial?.purpose}
        error={errorOf('purpose')}
      />
    </>
  );
}

interface IssueAreasProps {
  errorOf: ErrorOf;
  value: string[];
  onChange: (value: string[]) => void;
}

export function GroupIssueAreas({ errorOf, value, onChange }: IssueAreasProps) {
  const { t } = useLingui();
  const taxonomy = useTaxonomy();
  return (
    <TaxonomyPicker
      legend={t`Temas`}
      terms={(taxonomy?.issueAreas ?? []).map((term) => ({ key: term.id, label: term.name }))}
      value={value}
      onChange={onChange}
      limit={5}
      error={errorOf('issueAreas')}
      isOptional
    />
  );
}

/** The first version of the agreements. Later ones are published on a page of their own. */
export function GroupAgreements({ errorOf }: Pick<FieldsProps, 'errorOf'>) {
  const { t } = useLingui();
  return (
    <TextArea
      label={t`Acuerdos`}
      hint={t`Cómo se cuidan entre ustedes.`}
      isOptional
      name="agreements"
      rows={4}
      maxLength={4_000}
      error={errorOf('agreements')}
    />
  );
}
