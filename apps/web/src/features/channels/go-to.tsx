import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useQuery } from 'urql';
import { useToast } from '../../ui/toast';
import { QUOTED } from './acts.graphql';
import { toArticle } from './article';
import type { GoToProps } from './conversation';

/** So many pages are read at most on the way to a message. */
const PAGES = 40;

/** Goes to a message that a link, an answer or a pin names; where it stands further up, what lies between is read. */
export function GoTo({ id, timeline, onEarlier, onDone }: GoToProps) {
  const { t } = useLingui();
  const toast = useToast();
  const pages = useRef(0);
  const isThere = timeline.messages.some((message) => message.id === id);
  const [{ data, error }] = useQuery({ query: QUOTED, variables: { id }, pause: isThere });
  const step = useEffectEvent(() => {
    if (isThere) {
      toArticle(id);
      return onDone();
    }
    if (!data && !error) return;
    const isBefore = (data?.message.seq ?? Infinity) < (timeline.messages[0]?.seq ?? 0);
    if (isBefore && timeline.hasMore && pages.current < PAGES) {
      pages.current += 1;
      return void onEarlier();
    }
    toast({ text: t`No se puede llegar a ese mensaje desde aquí.`, icon: 'alert' });
    onDone();
  });
  useEffect(() => step(), [id, isThere, data, error, timeline]);
  return (
    <p className="feed__way" role="status">
      <Trans>Buscando el mensaje</Trans>
    </p>
  );
}
