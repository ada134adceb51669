import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { useToast } from '../../../ui/actions/toast';
import { QUOTED_MESSAGE_QUERY } from '../messages/message-actions.graphql';
import { scrollToMessage } from './message-element';
import { feedPath } from './feed-path';
import type { ChannelMessage } from '../list/message-history.graphql';
import type { Timeline } from './timeline';

interface GoToMessageProps {
  timeline: Timeline<ChannelMessage>;
  onEarlier: () => Promise<void>;
}

/** Maximum number of earlier pages to load on the way to a message. */
const PAGES = 40;

const REPLACE = { replace: true };

/** Scrolls to the message named in the URL (`?m=`), for links, answers and pins. */
export function GoToMessage(way: GoToMessageProps) {
  const [params, setParams] = useSearchParams();
  const id = params.get('m');
  return id && <Going key={id} {...way} id={id} onDone={() => setParams({}, REPLACE)} />;
}

interface GoingProps extends GoToMessageProps {
  id: string;
  onDone: () => void;
}

/** Switches to the topic of the message if necessary, and loads earlier pages until the message is loaded. */
function Going({ id, timeline, onEarlier, onDone }: GoingProps) {
  const { t } = useLingui();
  const toast = useToast();
  const way = useRef({ pages: 0, isReading: false, from: '' });
  const [turn, setTurn] = useState(0);
  const navigate = useNavigate();
  const first = timeline.messages[0];
  const isThere = timeline.messages.some((message) => message.id === id);
  const [{ data, error }] = useQuery({
    query: QUOTED_MESSAGE_QUERY,
    variables: { id },
    pause: isThere,
  });
  const read = async (from: string) => {
    way.current = { pages: way.current.pages + 1, isReading: true, from };
    await onEarlier().catch(() => undefined);
    way.current.isReading = false;
    setTurn((last) => last + 1);
  };
  const step = useEffectEvent(() => {
    if (isThere) scrollToMessage(id);
    if (isThere) return onDone();
    const there = data?.message;
    if (there && (there.topicId ?? null) !== timeline.topicId)
      return void navigate(`${feedPath(there)}?m=${id}`, REPLACE);
    const { pages, isReading, from } = way.current;
    if (isReading || (!data && !error)) return;
    const isAbove = first !== undefined && (data?.message.seq ?? Infinity) < first.seq;
    if (isAbove && timeline.hasMore && pages < PAGES && first.id !== from)
      return void read(first.id);
    toast({ text: t`No se puede llegar a ese mensaje desde aquí.`, icon: 'alert' });
    onDone();
  });
  useEffect(() => step(), [id, isThere, data, error, turn]);
  return (
    <p className="feed__way" role="status">
      <Trans>Buscando el mensaje</Trans>
    </p>
  );
}
