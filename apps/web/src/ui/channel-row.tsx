import { useLingui } from '@lingui/react/macro';
import { Link, type To } from 'react-router';
import { Avatar } from './avatar';
import { Count } from './badge';

interface ChannelRowProps {
  to: To;
  id: string;
  name: string;
  /** The last line, or what kind of place it is. */
  note?: string | undefined;
  unread?: number;
  isCurrent?: boolean;
  /** A conversation between allies: a round face. */
  isConversation?: boolean;
}

/** A channel in the list. */
export function ChannelRow({
  to,
  id,
  name,
  note,
  unread = 0,
  isCurrent,
  isConversation,
}: ChannelRowProps) {
  const { t } = useLingui();
  return (
    <Link className="chrow" to={to} aria-current={isCurrent ? 'page' : undefined}>
      <Avatar id={id} name={name} isGroup={!isConversation} />
      <span className="grow">
        <span className="row__t">{name}</span>
        {note && <span className="row__s">{note}</span>}
      </span>
      <Count count={unread} label={t`sin leer`} />
    </Link>
  );
}
