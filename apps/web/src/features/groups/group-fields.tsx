import { useLingui } from '@lingui/react/macro';
import type { GroupQuery } from '../../gql/types';
import { useTaxonomy } from '../../lib/server/taxonomy';
import { TextArea, TextField } from '../../ui/forms/field';
import { TaxonomyPicker } from '../../ui/forms/taxonomy-picker';

type Texts = Pick<GroupQuery['group'], 'name' | 'purpose' | 'question' | 'agreements'>;
type ErrorOf = (field: string) => string | undefined;

interface FieldsProps {
  /** What stands in the fields at first. */
  said?: Texts;
  errorOf: ErrorOf;
}

/** The texts of a form with `GroupPurpose` and `GroupRules`. */
export function groupTexts(form: HTMLFormElement): Omit<Texts, 'question'> & Partial<Texts> {
  const said = new FormData(form);
  const text = (name: string) => String(said.get(name) ?? '');
  const texts = { name: text('name'), purpose: text('purpose'), agreements: text('agreements') };
  return said.has('question') ? { ...texts, question: text('question') } : texts;
}

export function GroupPurpose({ said, errorOf }: FieldsProps) {
  const { t } = useLingui();
  return (
    <>
      <TextField
        label={t`Nombre del grupo`}
        name="name"
        maxLength={60}
        defaultValue={said?.name}
        error={errorOf('name')}
      />
      <TextArea
        label={t`Para qué existe`}
        hint={t`Una o dos frases que cualquiera entienda.`}
        name="purpose"
        rows={3}
        maxLength={600}
        defaultValue={said?.purpose}
        error={errorOf('purpose')}
      />
    </>
  );
}

interface IssueAreasProps {
  value: string[];
  onChange: (value: string[]) => void;
}

export function GroupIssueAreas({ value, onChange }: IssueAreasProps) {
  const { t } = useLingui();
  const taxonomy = useTaxonomy();
  return (
    <TaxonomyPicker
      legend={t`Temas`}
      terms={(taxonomy?.issueAreas ?? []).map((term) => ({ key: term.id, label: term.name }))}
      value={value}
      onChange={onChange}
      limit={5}
      isOptional
    />
  );
}

/** `isAsking`: people ask to join, so the group may have a question for them. */
export function GroupRules({ said, errorOf, isAsking }: FieldsProps & { isAsking: boolean }) {
  const { t } = useLingui();
  return (
    <>
      {isAsking && (
        <TextField
          label={t`Pregunta para quien pide entrar`}
          isOptional
          name="question"
          maxLength={200}
          defaultValue={said?.question}
          error={errorOf('question')}
        />
      )}
      <TextArea
        label={t`Acuerdos`}
        hint={t`Cómo se cuidan entre ustedes.`}
        isOptional
        name="agreements"
        rows={4}
        maxLength={4_000}
        defaultValue={said?.agreements}
        error={errorOf('agreements')}
      />
    </>
  );
}
