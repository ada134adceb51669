import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, type ReactNode, useState } from 'react';
import { languagesOf, useTaxonomy } from '../../../lib/server/taxonomy';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Button } from '../../../ui/actions/button';
import { TextField } from '../../../ui/forms/field';
import { FormProblem } from '../../../ui/forms/form-problem';
import { ReasonField } from '../../../ui/forms/reason-field';
import { TaxonomyPicker } from '../../../ui/forms/taxonomy-picker';
import { useBlankCheck } from '../../../ui/forms/use-blank-check';
import type { LocalisedText } from '../desk/desk-settings.graphql';
import '../error-texts';
import { ASK_TO_ADD_LINE, ASK_TO_CHANGE_LINE, type EditedLine } from './emergency-lines.graphql';
import { LineTextFields } from './line-text-fields';
import { TerritorySelect } from './territory-select';

export interface EmergencyLineFormProps {
  /** The line to change; absent for a new one. */
  line?: EditedLine | undefined;
  /** Opens the password sheet that explains `what`; calls `act` once the password is correct. */
  onConfirm: (what: ReactNode, act: () => void) => void;
  onAsked: (actId: string) => void;
}

interface LineDraft {
  readonly name: LocalisedText;
  readonly purpose: LocalisedText;
  readonly hours: LocalisedText;
  readonly phone: string;
  readonly languages: readonly string[];
  readonly territory: string;
  readonly reason: string;
}

const MAX_LANGUAGES = 8;
const MAX_PHONE_LENGTH = 24;

const textOf = (text: EditedLine['name'] | undefined): LocalisedText => ({
  ...{ es: text?.es ?? '', pt: text?.pt ?? '', en: text?.en ?? '' },
});

const draftOf = (line: EditedLine | undefined): LineDraft => ({
  ...{ name: textOf(line?.name), purpose: textOf(line?.purpose), hours: textOf(line?.hours) },
  phone: line?.phone ?? '',
  languages: line?.languages.map(({ id }) => id) ?? [],
  ...{ territory: line?.territory?.id ?? '', reason: '' },
});

/** Requests a new emergency line or a change of one; another administrator must approve it. */
export function EmergencyLineForm({ onConfirm, onAsked, ...props }: EmergencyLineFormProps) {
  // The version in the request must be that of the texts with which the form was opened.
  const [{ line }] = useState(props);
  const [draft, setDraft] = useState(() => draftOf(line));
  const { form, isWhole, errorOf } = useBlankCheck();
  const { ask, problem, isBusy, fieldMessage } = useAsk(line, onAsked);
  const { name, purpose, hours, phone, languages, reason } = draft;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const texts = { 'name.es': name.es, 'purpose.es': purpose.es, 'hours.es': hours.es };
    if (!isWhole({ ...texts, phone, languages, reason })) return;
    onConfirm(<Consequences />, () => void ask(draft));
  };
  return (
    <form className="stack" noValidate ref={form} onSubmit={submit}>
      <FormProblem problem={problem} />
      <LineFields
        draft={draft}
        onChange={(more) => setDraft({ ...draft, ...more })}
        errorOf={(field) => errorOf(field, fieldMessage(field))}
      />
      <Button kind="primary" block type="submit" isBusy={isBusy}>
        <Trans>Pedir aprobación</Trans>
      </Button>
    </form>
  );
}

function useAsk(line: EditedLine | undefined, onAsked: (actId: string) => void) {
  const add = useMutationState(ASK_TO_ADD_LINE);
  const change = useMutationState(ASK_TO_CHANGE_LINE);
  const { problem, isBusy, fieldMessage } = line ? change : add;
  const ask = async ({ territory, languages, ...rest }: LineDraft) => {
    const input = { ...rest, languages: [...languages], territory: territory || null };
    const id = line
      ? (await change.run({ input: { ...input, lineId: line.id, version: line.version } }))
          ?.askToChangeEmergencyLine.id
      : (await add.run({ input }))?.askToAddEmergencyLine.id;
    if (id) onAsked(id);
  };
  return { ask, problem, isBusy, fieldMessage };
}

interface LineFieldsProps {
  draft: LineDraft;
  onChange: (more: Partial<LineDraft>) => void;
  errorOf: (field: string) => string | undefined;
}

function LineFields({ draft, onChange, errorOf }: LineFieldsProps) {
  const { t } = useLingui();
  const taxonomy = useTaxonomy();
  const terms = taxonomy ? languagesOf(taxonomy) : [];
  const texts = [
    ['name', t`Cómo se llama`, undefined],
    ['purpose', t`Para qué sirve`, t`Por ejemplo: detención, amenaza, allanamiento.`],
    [
      'hours',
      t`Cuándo contesta`,
      t`Por ejemplo: 24 horas, o todos los días de 8:00 a 22:00, hora de Bogotá.`,
    ],
  ] as const;
  return (
    <>
      <TextField
        type="tel"
        autoComplete="off"
        label={t`Número`}
        hint={t`Con + y el código del país. Si solo funciona en un país, elige ese país y escríbelo como se marca allí, por ejemplo 105.`}
        maxLength={MAX_PHONE_LENGTH}
        value={draft.phone}
        error={errorOf('phone')}
        onChange={({ target }) => onChange({ phone: target.value })}
      />
      <TerritorySelect
        value={draft.territory}
        error={errorOf('territory')}
        onChange={(territory) => onChange({ territory })}
      />
      {texts.map(([part, legend, hint]) => (
        <LineTextFields
          key={part}
          {...{ part, legend, hint, errorOf }}
          texts={draft[part]}
          onChange={(text) => onChange({ [part]: text })}
        />
      ))}
      <TaxonomyPicker
        id="languages"
        legend={t`En qué lenguas contesta`}
        terms={terms.map(({ id, name }) => ({ key: id, label: name }))}
        limit={MAX_LANGUAGES}
        value={draft.languages}
        error={errorOf('languages')}
        onChange={(languages) => onChange({ languages })}
      />
      <ReasonField
        value={draft.reason}
        error={errorOf('reason')}
        onChange={(reason) => onChange({ reason })}
      />
    </>
  );
}

function Consequences() {
  return (
    <p>
      <Trans>
        Todavía no cambia nada. Otra persona de administración tiene hasta mañana a esta hora para
        aprobarlo. Cuando lo apruebe, cualquiera podrá leer la línea, también sin cuenta.
      </Trans>
    </p>
  );
}
