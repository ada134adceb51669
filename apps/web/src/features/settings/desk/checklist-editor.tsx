import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { deleteListDraft, isSame } from '../../../ui/forms/list-drafts';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Button } from '../../../ui/actions/button';
import {
  REQUEST_CHECKLIST_CHANGE,
  type ReviewChecklist,
  type LocalisedText,
} from './desk-settings.graphql';
import {
  blankFields,
  fieldId,
  LanguageFields,
  EMPTY_LOCALISED_TEXT,
  withoutTypename,
} from './language-fields';
import { EditableListForm } from './editable-list-form';
import { EditableListItem } from '../../../ui/forms/editable-list-item';
import { type EditableListErrors, useListErrors } from './use-editable-list-errors';
import {
  type ListEntry,
  type EditableList,
  useEditableList,
} from '../../../ui/forms/use-editable-list';

const NO_CONFLICT = 'noConflict';
const MOST = 12;

interface ItemEntry extends ListEntry {
  readonly key: string | null;
  readonly labels: LocalisedText;
}

interface ChecklistEditorProps {
  now: ReviewChecklist;
  /** Shows the current checklist again. */
  onDiscarded: () => void;
  /** Opens the password sheet that explains `what`; calls `act` once the password is correct. */
  onConfirm: (what: ReactNode, act: () => void) => void;
  onAsked: (actId: string) => void;
}

/** Edits the reviewers' checklist as a whole; another administrator must approve the change. */
export function ChecklistEditor({ now, onDiscarded, onConfirm, onAsked }: ChecklistEditorProps) {
  const { t } = useLingui();
  const form = `checklist ${now.checklistReadAs}`;
  const first = now.checklist.map(entryOf);
  const list = useEditableList(() => first, { form, part: 'items' });
  const { run, problem, isBusy } = useMutationState(REQUEST_CHECKLIST_CHANGE);
  const faults = useListErrors(
    problem,
    list.entries.map(({ id }, at) => ({ id, name: t`Punto ${at + 1}` })),
  );
  const ask = async (reason: string) => {
    faults.sent(list.kept);
    const items = list.kept.map(({ key, labels }) => ({ key, labels: withoutTypename(labels) }));
    const asked = await run({ input: { items, readAs: now.checklistReadAs, reason } });
    if (!asked) return;
    deleteListDraft(form);
    onAsked(asked.askToChangeChecklist.id);
  };
  return (
    <EditableListForm
      {...{ faults, problem, isBusy, form, onDiscarded }}
      isChanged={!isSame(list.entries, first)}
      blanks={() => list.kept.flatMap(({ id, labels }) => blankFields(id, 'labels', labels))}
      onWhole={(reason) => onConfirm(<Consequences />, () => void ask(reason))}
    >
      <Items list={list} faults={faults} />
    </EditableListForm>
  );
}

const entryOf = ({ key, labels }: ReviewChecklist['checklist'][number]): ItemEntry => ({
  ...{ id: `item-${key}`, isRetired: false, key, labels },
});

function Items({ list, faults }: { list: EditableList<ItemEntry>; faults: EditableListErrors }) {
  const { t, i18n } = useLingui();
  const nameOf = ({ labels }: ItemEntry) =>
    labels[i18n.locale as keyof LocalisedText] || labels.es || t`punto nuevo`;
  const add = () => {
    const id = `item-${crypto.randomUUID()}`;
    const entry = { id, isRetired: false, key: null, labels: EMPTY_LOCALISED_TEXT };
    list.add(entry, fieldId(id, 'labels', 'es'));
  };
  return (
    <>
      <ol className="stack" id="items" tabIndex={-1}>
        {list.entries.map((entry, at) => (
          <EditableListItem
            key={entry.id}
            {...{ entry, list }}
            name={nameOf(entry)}
            {...{ place: at + 1, title: <Trans>Punto {at + 1}</Trans> }}
            canRetire={entry.key !== NO_CONFLICT}
            removalNote={<Trans>Se quita si se aprueba.</Trans>}
          >
            <Item entry={entry} list={list} faults={faults} />
          </EditableListItem>
        ))}
      </ol>
      {list.kept.length < MOST ? (
        <Button icon="plus" block onClick={add}>
          <Trans>Sumar un punto</Trans>
        </Button>
      ) : (
        <p className="muted">
          <Trans>Doce puntos es lo más que cabe: una lista larga se marca sin leer.</Trans>
        </p>
      )}
    </>
  );
}

interface ItemProps {
  entry: ItemEntry;
  list: EditableList<ItemEntry>;
  faults: EditableListErrors;
}

function Item({ entry: { id, key, labels }, list, faults }: ItemProps) {
  if (key === NO_CONFLICT) return <Stays labels={labels} />;
  return (
    <LanguageFields
      {...{ id, part: 'labels', texts: labels, errorOf: faults.errorOf }}
      onChange={(texts) => list.change(id, { labels: texts })}
    />
  );
}

function Stays({ labels: { es, pt, en } }: { labels: LocalisedText }) {
  return (
    <>
      <p className="breakable">
        <span lang="es">{es}</span> · <span lang="pt">{pt}</span> · <span lang="en">{en}</span>
      </p>
      <p className="muted">
        <Trans>
          Este punto no se quita ni se cambia: sin él nadie opina. Puede ir en otro lugar.
        </Trans>
      </p>
    </>
  );
}

function Consequences() {
  return (
    <p>
      <Trans>
        Todavía no cambia nada: lo aprueba otra persona de administración, hasta mañana a esta hora.
        Entonces vale para cada opinión que se envíe desde ese momento; las que ya están siguen como
        se escribieron.
      </Trans>
    </p>
  );
}
