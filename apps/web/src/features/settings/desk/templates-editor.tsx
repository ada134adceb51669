import { Trans, useLingui } from '@lingui/react/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { ReactNode } from 'react';
import type { ReasonClass } from '../../../gql/types';
import type { RequestProblem } from '../../../lib/server/errors';
import { Button } from '../../../ui/actions/button';
import { deleteListDraft, isSame } from '../../../ui/forms/list-drafts';
import { EditableListItem } from '../../../ui/forms/editable-list-item';
import { type EditableList, useEditableList } from '../../../ui/forms/use-editable-list';
import type { LocalisedText } from './desk-settings.graphql';
import { EditableListForm } from './editable-list-form';
import { blankFields, fieldId, EMPTY_LOCALISED_TEXT, withoutTypename } from './language-fields';
import { TemplateFields, type TemplateEntry } from './template-fields';
import { type EditableListErrors, useListErrors } from './use-editable-list-errors';

const MOST = 24;
/** Maximum number of purposes: each has a list of its own. */
type Purposes<Purpose> = readonly [Purpose, Purpose, Purpose, Purpose?];

export interface StoredTemplate<Purpose extends string> {
  readonly id: string;
  readonly purpose: Purpose;
  readonly reasonClass?: ReasonClass | null;
  readonly titles: LocalisedText;
  readonly bodies: LocalisedText;
}

/** A kind of templates, and how a change of its list is requested. */
export interface TemplateKind<Purpose extends string> {
  /** The purposes in the order of the page. */
  readonly purposes: Purposes<Purpose>;
  readonly labels: Readonly<Record<Purpose, MessageDescriptor>>;
  /** A purpose whose templates have a reason class. */
  readonly classed?: Purpose;
  /** Returns the id of the request, or undefined on an error. */
  readonly send: (
    items: readonly TemplateEntry<Purpose>[],
    reason: string,
  ) => Promise<string | undefined>;
  readonly problem: RequestProblem | undefined;
  readonly isBusy: boolean;
}

interface TemplatesEditorProps<Purpose extends string> {
  templates: readonly StoredTemplate<Purpose>[];
  kind: TemplateKind<Purpose>;
  /** Name of the list with its version: unsent changes are found again under it. */
  form: string;
  /** Shows the current templates again. */
  onDiscarded: () => void;
  /** Opens the password sheet that explains `what`; calls `act` once the password is correct. */
  onConfirm: (what: ReactNode, act: () => void) => void;
  onAsked: (actId: string) => void;
}

/** Edits templates as a whole; another administrator must approve the change. */
export function TemplatesEditor<Purpose extends string>(props: TemplatesEditorProps<Purpose>) {
  const { templates, kind, form, onDiscarded, onConfirm, onAsked } = props;
  const { purposes, problem, isBusy } = kind;
  const of = (purpose: Purpose | undefined) =>
    templates.filter((one) => one.purpose === purpose).map(entryOf);
  const lists = useLists(purposes, of, form);
  const nameOf = useTemplateName(
    lists.flatMap(({ entries }) => entries),
    templates,
  );
  const kept = lists.flatMap((list) => list.kept);
  const faults = useListErrors(
    problem,
    kept.map((entry) => ({ id: entry.id, name: nameOf(entry) })),
  );
  const isChanged = purposes.some((purpose, at) => !isSame(lists[at]!.entries, of(purpose)));
  const ask = async (reason: string) => {
    faults.sent(kept);
    const items = kept.map((entry) => ({
      ...entry,
      titles: withoutTypename(entry.titles),
      bodies: withoutTypename(entry.bodies),
    }));
    const actId = await kind.send(items, reason);
    if (!actId) return;
    deleteListDraft(form);
    onAsked(actId);
  };
  const isClassed = (purpose: Purpose) => purpose === kind.classed;
  return (
    <EditableListForm
      {...{ faults, problem, isBusy, form, isChanged, onDiscarded }}
      blanks={() => kept.flatMap((entry) => blanksOfTemplate(entry, isClassed(entry.purpose)))}
      onWhole={(reason) => onConfirm(<Consequences />, () => void ask(reason))}
    >
      {purposes.map(
        (purpose, at) =>
          purpose && (
            <Section
              key={purpose}
              {...{ purpose, faults, nameOf }}
              stored={of(purpose)}
              label={kind.labels[purpose]}
              hasClass={isClassed(purpose)}
              list={lists[at]!}
              canAdd={kept.length < MOST}
            />
          ),
      )}
    </EditableListForm>
  );
}

/** One list for each purpose. The number of purposes of a kind never changes. */
function useLists<Purpose extends string>(
  purposes: Purposes<Purpose>,
  of: (purpose: Purpose | undefined) => readonly TemplateEntry<Purpose>[],
  form: string,
) {
  const draftOf = (at: number) => ({ form, part: `${at}` });
  return [
    useEditableList(() => of(purposes[0]), draftOf(0)),
    useEditableList(() => of(purposes[1]), draftOf(1)),
    useEditableList(() => of(purposes[2]), draftOf(2)),
    useEditableList(() => of(purposes[3]), draftOf(3)),
  ];
}

/**
 * Names a template by its title in the language of the page. Without one, a stored template has the title that is in use,
 * and a new one a number.
 */
function useTemplateName(
  entries: readonly TemplateEntry[],
  stored: readonly StoredTemplate<string>[],
): (entry: TemplateEntry) => string {
  const { t, i18n } = useLingui();
  const titleIn = (titles: LocalisedText | undefined) =>
    titles?.[i18n.locale as keyof LocalisedText] || titles?.es;
  const added = entries.filter(({ key }) => key === null).map(({ id }) => id);
  return ({ id, key, titles }) => {
    const inUse = stored.find((one) => one.id === key);
    const number = added.indexOf(id) + 1;
    return titleIn(titles) || titleIn(inUse?.titles) || t`texto nuevo ${number}`;
  };
}

const entryOf = <Purpose extends string>(
  template: StoredTemplate<Purpose>,
): TemplateEntry<Purpose> => {
  const { id, purpose, reasonClass = null, titles, bodies } = template;
  return { id: `text-${id}`, isRetired: false, key: id, purpose, reasonClass, titles, bodies };
};

const blanksOfTemplate = (
  { id, titles, bodies, reasonClass }: TemplateEntry<string>,
  hasClass: boolean,
) => [
  ...(hasClass && !reasonClass ? [`${id}-reasonClass`] : []),
  ...blankFields(id, 'titles', titles),
  ...blankFields(id, 'bodies', bodies),
];

interface SectionProps<Purpose extends string> {
  purpose: Purpose;
  label: MessageDescriptor;
  hasClass: boolean;
  list: EditableList<TemplateEntry<Purpose>>;
  /** The templates in use. */
  stored: readonly TemplateEntry<Purpose>[];
  nameOf: (entry: TemplateEntry<Purpose>) => string;
  faults: EditableListErrors;
  canAdd: boolean;
}

function Section<Purpose extends string>(props: SectionProps<Purpose>) {
  const { purpose, label, hasClass, list, stored, nameOf, faults, canAdd } = props;
  const { t, i18n } = useLingui();
  const heading = i18n._(label);
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
      <h2>{heading}</h2>
      <ol className="stack">
        {list.entries.map((entry, at) => (
          <EditableListItem
            key={entry.id}
            {...{ entry, list, canRetire: true, place: at + 1 }}
            {...{ name: nameOf(entry), title: nameOf(entry) }}
            removalNote={<Trans>Se quita si se aprueba.</Trans>}
          >
            <TemplateFields
              {...{ entry, hasClass, faults, name: nameOf(entry) }}
              stored={stored.find(({ id }) => id === entry.id)}
              onChange={list.change}
            />
          </EditableListItem>
        ))}
      </ol>
      {canAdd && (
        <Button icon="plus" block aria-label={t`Sumar un texto: ${heading}`} onClick={add}>
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
