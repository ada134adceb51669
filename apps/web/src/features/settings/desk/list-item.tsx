import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Button, IconButton } from '../../../ui/actions/button';
import { buttonId, type Entry, type List } from './use-list';

interface ListItemProps<T extends Entry> {
  entry: T;
  list: List<T>;
  /** What it is called aloud: its words, or that it is new. */
  name: string;
  title: ReactNode;
  /** Where it stands, as people count. */
  place: number;
  /** Whether it can be taken off the list. */
  canRetire: boolean;
  children: ReactNode;
}

/** One item of a list that is being changed: its fields, where it stands, and taking it away. */
export function ListItem<T extends Entry>(props: ListItemProps<T>) {
  const { entry, list, name, title, canRetire, children } = props;
  const { id, isRetired } = entry;
  return (
    <li className="card stack stack--3">
      <fieldset className="field" id={id}>
        <legend className="h3">{title}</legend>
        {isRetired ? <Retired name={name} /> : <div className="stack stack--3">{children}</div>}
      </fieldset>
      <div className="inline between wrap">
        <Places {...props} />
        {isRetired && (
          <Button small id={buttonId(id, 'restore')} onClick={() => list.restore(id)}>
            <Trans>Deshacer</Trans>
          </Button>
        )}
        {!isRetired && canRetire && (
          <Button
            small
            kind="danger-line"
            icon="trash"
            id={buttonId(id, 'retire')}
            onClick={() => list.retire(id)}
          >
            <Trans>Quitar</Trans>
          </Button>
        )}
      </div>
    </li>
  );
}

function Retired({ name }: { name: string }) {
  return (
    <p className="muted breakable">
      <s>{name}</s> <Trans>Se quita si se aprueba.</Trans>
    </p>
  );
}

/** At an end they stay, so that the focus has where to be. */
function Places<T extends Entry>({ entry: { id }, list, name, place }: ListItemProps<T>) {
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
