import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { TemplatePurpose } from '../../../gql/types';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Button } from '../../../ui/actions/button';
import {
  REQUEST_TEMPLATES_CHANGE,
  type ReviewTemplates,
  type LocalisedText,
} from './desk-settings.graphql';
import { blankFields, fieldId, EMPTY_LOCALISED_TEXT, withoutTypename } from './language-fields';
import { EditableListForm } from './editable-list-form';
import { EditableListItem } from '../../../ui/forms/editable-list-item';
import { TemplateFields, type TemplateEntry } from './template-fields';
import { TEMPLATE_PURPOSE_LABELS } from './template-labels';
import { type EditableListErrors, useListErrors } from './use-editable-list-errors';
import { type EditableList, useEditableList } from '../../../ui/forms/use-editable-list';

const MOST = 24;

interface TemplatesEditorProps {
  now: ReviewTemplates;
  /** Opens the password sheet that explains `what`; calls `act` once the password is correct. */
  onConfirm: (what: ReactNode, act: () => void) => void;
  onAsked: (actId: string) => void;
}

/** Edits the review templates as a whole; another administrator must approve the change. */
export function TemplatesEditor({ now, onConfirm, onAsked }: TemplatesEditorProps) {
  const of = (purpose: TemplatePurpose) => () =>
    now.templates.filter((one) => one.purpose === purpose).map(entryOf);
  const lists = [
    useEditableList(of('ask')),
    useEditableList(of('accept')),
    useEditableList(of('decline')),
  ] as const;
  const { run, problem, isBusy } = useMutationState(REQUEST_TEMPLATES_CHANGE);
  const faults = useListErrors(problem);
  const kept = lists.flatMap((list) => list.kept);
  const ask = async (reason: string) => {
    faults.sent(kept);
    const items = kept.map(({ key, purpose, reasonClass, titles, bodies }) => ({
      ...{
        key,
        purpose,
        reasonClass,
        titles: withoutTypename(titles),
        bodies: withoutTypename(bodies),
      },
    }));
    const asked = await run({ input: { items, readAs: now.templatesReadAs, reason } });
    if (asked) onAsked(asked.askToChangeReasonTemplates.id);
  };
  const section = { faults, canAdd: kept.length < MOST };
  return (
    <EditableListForm
      {...{ faults, problem, isBusy }}
      blanks={() => kept.flatMap(blanksOfTemplate)}
      onWhole={(reason) => onConfirm(<Consequences />, () => void ask(reason))}
    >
      <Section {...section} purpose="ask" list={lists[0]} />
      <Section {...section} purpose="accept" list={lists[1]} />
      <Section {...section} purpose="decline" list={lists[2]} />
    </EditableListForm>
  );
}

const entryOf = (template: ReviewTemplates['templates'][number]): TemplateEntry => {
  const { id, purpose, reasonClass, titles, bodies } = template;
  return { id: `text-${id}`, isRetired: false, key: id, purpose, reasonClass, titles, bodies };
};

const blanksOfTemplate = ({ id, titles, bodies, purpose, reasonClass }: TemplateEntry) => [
  ...(purpose === 'decline' && !reasonClass ? [`${id}-reasonClass`] : []),
  ...blankFields(id, 'titles', titles),
  ...blankFields(id, 'bodies', bodies),
];

interface SectionProps {
  purpose: TemplatePurpose;
  list: EditableList<TemplateEntry>;
  faults: EditableListErrors;
  canAdd: boolean;
}

function Section({ purpose, list, faults, canAdd }: SectionProps) {
  const { t, i18n } = useLingui();
  const nameOf = ({ titles }: TemplateEntry) =>
    titles[i18n.locale as keyof LocalisedText] || titles.es || t`texto nuevo`;
  const add = () => {
    const id = `text-${crypto.randomUUID()}`;
    const empty = {
      key: null,
      purpose,
      reasonClass: null,
      titles: EMPTY_LOCALISED_TEXT,
      bodies: EMPTY_LOCALISED_TEXT,
    };
    list.add({ id, isRetired: false, ...empty }, fieldId(id, 'titles', 'es'));
  };
  return (
    <section className="stack stack--3">
      <h2>{i18n._(TEMPLATE_PURPOSE_LABELS[purpose])}</h2>
      <ol className="stack">
        {list.entries.map((entry, at) => (
          <EditableListItem
            key={entry.id}
            {...{ entry, list, canRetire: true, place: at + 1 }}
            {...{ name: nameOf(entry), title: nameOf(entry) }}
            removalNote={<Trans>Se quita si se aprueba.</Trans>}
          >
            <TemplateFields entry={entry} faults={faults} onChange={list.change} />
          </EditableListItem>
        ))}
      </ol>
      {canAdd && (
        <Button icon="plus" block onClick={add}>
          <Trans>Sumar un texto</Trans>
        </Button>
      )}
    </section>
  );
}

function Consequences() {
  return (
    <p>
      <Trans>
        Todavía no cambia nada: lo aprueba otra persona de administración, hasta mañana a esta hora.
        Lo que ya se envió no cambia: un texto solo sirve para empezar.
      </Trans>
    </p>
  );
}
