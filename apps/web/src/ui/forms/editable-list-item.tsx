import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Button, IconButton } from '../actions/button';
import { buttonId, type ListEntry, type EditableList } from './use-editable-list';

interface ListItemProps<T extends ListEntry> {
  entry: T;
  list: EditableList<T>;
  /** Accessible name of the item: its text, or that it is new. */
  name: string;
  title: ReactNode;
  /** Position in the list, starting at 1. */
  place: number;
  canRetire: boolean;
  /** False disables the button that restores the removed item, because the list is full. */
  canRestore?: boolean;
  /** Text next to a removed item: when the removal takes effect. */
  removalNote: ReactNode;
  children: ReactNode;
}

/** An item of an editable list: its fields, and buttons to move and remove it. */
export function EditableListItem<T extends ListEntry>(props: ListItemProps<T>) {
  const { entry, list, name, title, canRetire, canRestore = true, removalNote, children } = props;
  const { id, isRetired } = entry;
  return (
    <li className="card stack stack--3">
      <fieldset className="field" id={id}>
        <legend className="h3" id={titleId(id)}>
          {title}
        </legend>
        {isRetired ? (
          <Retired name={name} note={removalNote} />
        ) : (
          <div className="stack stack--3">{children}</div>
        )}
      </fieldset>
      <div className="inline between wrap">
        <Places {...props} />
        {isRetired && (
          <Button
            small
            {...namedByItem(id, 'restore')}
            disabled={!canRestore}
            onClick={() => list.restore(id)}
          >
            <Trans>Deshacer</Trans>
          </Button>
        )}
        {!isRetired && canRetire && (
          <Button
            small
            kind="danger-line"
            icon="trash"
            {...namedByItem(id, 'retire')}
            onClick={() => list.retire(id)}
          >
            <Trans>Quitar</Trans>
          </Button>
        )}
      </div>
    </li>
  );
}

const titleId = (id: string) => `${id}-title`;

/** Id of a button, and its accessible name: its text and the title of the item, because each item has such a button. */
const namedByItem = (id: string, act: 'retire' | 'restore') => ({
  id: buttonId(id, act),
  'aria-labelledby': `${buttonId(id, act)} ${titleId(id)}`,
});

function Retired({ name, note }: { name: string; note: ReactNode }) {
  return (
    <p className="muted breakable">
      <s>{name}</s> {note}
    </p>
  );
}

/** At the ends of the list the buttons are marked as disabled but stay focusable, so that the focus is not lost. */
function Places<T extends ListEntry>({ entry: { id }, list, name, place }: ListItemProps<T>) {
  const { t } = useLingui();
  const isFirst = place === 1;
  const isLast = place === list.entries.length;
  return (
    <span className="inline">
      <IconButton
        icon="up"
        id={buttonId(id, 'up')}
        label={t`Subir: ${name}`}
        aria-disabled={isFirst || undefined}
        onClick={() => list.move(id, -1)}
      />
      <IconButton
        icon="down"
        id={buttonId(id, 'down')}
        label={t`Bajar: ${name}`}
        aria-disabled={isLast || undefined}
        onClick={() => list.move(id, 1)}
      />
    </span>
  );
}
