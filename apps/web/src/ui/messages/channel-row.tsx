import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Link, type To } from 'react-router';
import { Avatar } from '../display/avatar';
import { Count } from '../display/badge';
import { Icon } from '../display/icon';

interface ChannelRowProps {
  to: To;
  id: string;
  name: string;
  /** The last line, or what kind of place it is. */
  note?: ReactNode;
  unread?: number;
  isCurrent?: boolean;
  /** A conversation between allies: a round face. */
  isConversation?: boolean;
  /** Its reader hears nothing of it. */
  isSilent?: boolean;
  /** Cannot be opened now. */
  isAway?: boolean;
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
  isSilent,
  isAway,
}: ChannelRowProps) {
  const { t } = useLingui();
  return (
    <Link
      className={isAway ? 'chrow chrow--away' : 'chrow'}
      to={to}
      aria-current={isCurrent ? 'page' : undefined}
    >
      <Avatar id={id} name={name} isGroup={!isConversation} />
      <span className="grow">
        <span className="row__t">{name}</span>
        {note && <span className="row__s">{note}</span>}
      </span>
      {isSilent && (
        <>
          <Icon name="bellOff" size="s" />
          <span className="vh">{t`Sin avisos`}</span>
        </>
      )}
      {isAway && <Icon name="offline" size="s" />}
      <Count count={unread} label={t`sin leer`} />
    </Link>
  );
}
