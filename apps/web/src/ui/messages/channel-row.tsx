import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Link, type To } from 'react-router';
import { Avatar } from '../display/avatar';
import { Face } from '../display/face';
import { CountBadge } from '../display/badge';
import { Icon } from '../display/icon';
import { ShortTime } from '../display/relative-time';

interface ChannelRowProps {
  to: To;
  id: string;
  name: string;
  /** Last message, or the kind of channel. */
  note?: ReactNode;
  /** Time of the last message. */
  at?: string | undefined;
  /** Number of unread messages that notify the viewer. */
  count?: number;
  /** Whether the channel has unread messages, also if `count` does not include them. */
  isNew?: boolean;
  /** Whether all unread messages are in topics. */
  isInTopics?: boolean | undefined;
  isCurrent?: boolean;
  /** Whether this is a conversation between allies, which has a round picture. */
  isConversation?: boolean;
  /** Whether the viewer turned off notifications. */
  isSilent?: boolean;
  /** Whether the channel cannot be opened now. */
  isAway?: boolean;
}

const scrollIntoView = (row: HTMLElement | null) => row?.scrollIntoView({ block: 'nearest' });

/** Row of the channel list: name, time, last message and number of unread messages. */
export function ChannelRow(props: ChannelRowProps) {
  const { to, id, name, note, at, isNew, isCurrent, isConversation, isAway } = props;
  const looks = ['chrow', isNew && 'chrow--new', isAway && 'chrow--away'];
  return (
    <Link
      ref={isCurrent ? scrollIntoView : null}
      className={looks.filter(Boolean).join(' ')}
      to={to}
      aria-current={isCurrent ? 'page' : undefined}
    >
      {isConversation ? <Face id={id} name={name} /> : <Avatar id={id} name={name} isGroup />}
      <span className="grow">
        <span className="chl">
          <span className="row__t">{name}</span>
          {at && <ShortTime at={at} />}
          {!note && <Signs {...props} />}
        </span>
        {note && (
          <span className="chl">
            <span className="row__s">{note}</span>
            <Signs {...props} />
          </span>
        )}
      </span>
    </Link>
  );
}

function Signs({ count = 0, isNew, isInTopics, isSilent, isAway }: ChannelRowProps) {
  const { t } = useLingui();
  return (
    <>
      {isSilent && (
        <>
          <Icon name="bellOff" size="s" />
          <span className="vh">{t`Sin avisos`}</span>
        </>
      )}
      {isAway && <Icon name="offline" size="s" />}
      <CountBadge count={count} label={t`sin leer`} />
      {isNew && count === 0 && isInTopics && <span className="badge">{t`Nuevo en temas`}</span>}
      {isNew && count === 0 && !isInTopics && (
        <span className="newdot">
          <span className="vh">{t`sin leer`}</span>
        </span>
      )}
    </>
  );
}
