import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useEffectEvent } from 'react';
import { Link } from 'react-router';
import { useClient, useQuery } from 'urql';
import { groupPath } from '../../lib/page/group-path';
import { requestProblemOf, problemText } from '../../lib/server/errors';
import { useMutationState } from '../../lib/server/use-mutation-state';
import { useNews } from '../../lib/server/use-news';
import { usePagedList } from '../../lib/server/use-paged-list';
import { setBadgeCount, useSetBadgeCount } from '../../lib/page/badge-counts';
import { useUnexpired } from '../../lib/device/use-unexpired';
import { Face as PersonFace } from '../../ui/display/face';
import { Badge } from '../../ui/display/badge';
import { ErrorBanner } from '../../ui/display/banner';
import { Button } from '../../ui/actions/button';
import { useToast } from '../../ui/actions/toast';
import { IconTile } from '../../ui/display/card';
import { EmptyState } from '../../ui/page/empty-state';
import { LoadFailed } from '../../ui/page/load-failed';
import { LoadMore } from '../../ui/page/load-more';
import { RelativeTimeText } from '../../ui/display/relative-time';
import { Skeleton } from '../../ui/display/skeleton';
import { usePlainText } from '../../ui/messages/use-plain-text';
import {
  INBOX_QUERY,
  UNREAD_INBOX_QUERY,
  type InboxItem,
  MARK_INBOX_READ,
  MARK_INBOX_ENTRY_READ,
  UNDO_MARK_INBOX_READ,
} from './inbox.graphql';

const NEWS = [
  ...['inbox', 'channels', 'introduction', 'joinRequest', 'blocks'],
  ...['groupInvitation', 'stewardshipOffer', 'group', 'organisationInvitation'],
];

/** The inbox without expired entries, its unread count, and a function to reload both. */
function useInbox() {
  const pages = usePagedList(INBOX_QUERY, (data) => data.inbox, {}, 'cache-and-network');
  const [{ data }, count] = useQuery({
    query: UNREAD_INBOX_QUERY,
    requestPolicy: 'cache-and-network',
  });
  const again = () => {
    pages.reload();
    count({ requestPolicy: 'network-only' });
  };
  useNews(NEWS, again);
  useSetBadgeCount('/inbox', data?.inboxUnread);
  const items = useUnexpired(pages.items, ({ message }) => message);
  const over = (pages.items?.length ?? 0) - (items?.length ?? 0);
  // Expired entries no longer count as unread.
  const recount = useEffectEvent(again);
  useEffect(() => {
    if (over > 0) recount();
  }, [over]);
  return { ...pages, items, again, unread: data?.inboxUnread ?? 0 };
}

/** The inbox, newest first. Each entry links to where it happened. */
export function InboxList() {
  const { t } = useLingui();
  const { items, problem, again, unread, ...pages } = useInbox();
  const readAll = useReadAll(again);
  if (!items)
    return problem ? <LoadFailed problem={problem} onRetry={again} /> : <Skeleton kind="row" />;
  if (items.length === 0) return <Nothing />;
  return (
    <>
      {unread > 0 && (
        <Button icon="check" isBusy={readAll.isBusy} onClick={() => void readAll.run()}>
          <Trans>Marcar todo como leído</Trans>
        </Button>
      )}
      <ErrorBanner text={readAll.message} />
      {problem && <LoadFailed problem={problem} onRetry={again} />}
      <ul className="card card--flush rows inbox" aria-label={t`Bandeja`}>
        {items.map((item) => (
          <li key={item.id}>
            <Item item={item} />
          </li>
        ))}
      </ul>
      <LoadMore hasMore={pages.hasMore} isBusy={pages.isBusy} onMore={pages.more} />
    </>
  );
}

/** Marks all entries as read, and offers to undo it while the server allows that. */
function useReadAll(onChanged: () => void) {
  const { t } = useLingui();
  const client = useClient();
  const toast = useToast();
  const { run, isBusy, message } = useMutationState(MARK_INBOX_READ);
  const undo = async () => {
    const { data, error } = await client.mutation(UNDO_MARK_INBOX_READ, {});
    const problem = requestProblemOf(error);
    if (problem) toast({ text: problemText(problem), icon: 'alert' });
    else if (data?.undoReadInbox) toast({ text: t`Vuelve a estar sin leer` });
    onChanged();
  };
  const readAll = async () => {
    if (!(await run({}))) return;
    toast({ text: t`Todo quedó como leído`, onUndo: () => void undo() });
    onChanged();
  };
  return { run: readAll, isBusy, message };
}

function Item({ item }: { item: InboxItem }) {
  const client = useClient();
  const open = async () => {
    if (!item.isUnread) return;
    const { data } = await client.mutation(MARK_INBOX_ENTRY_READ, { id: item.id }).toPromise();
    if (data) setBadgeCount('/inbox', data.readInboxEntry);
  };
  return (
    <Link
      className={item.isUnread ? 'row row--new' : 'row'}
      to={placeOf(item)}
      onClick={() => void open()}
    >
      <Face item={item} />
      <span className="grow">
        <span className="row__t">
          <Title item={item} />
        </span>
        {item.message && <Said body={item.message.body} />}
        <span className="row__s">
          <RelativeTimeText at={item.at} />
        </span>
        <State item={item} />
      </span>
    </Link>
  );
}

function Said({ body }: { body: string }) {
  const text = usePlainText(body);
  return <span className="row__s inbox__said">{text}</span>;
}

function State({ item: { isUnread, kind, message, group } }: { item: InboxItem }) {
  if (isUnread) {
    return (
      <Badge look="clay">
        <Trans>Sin leer</Trans>
      </Badge>
    );
  }
  if (message || (group && kind !== 'agreementsChanged')) return null;
  return (
    <Badge look="mine">
      <Trans>Espera tu respuesta</Trans>
    </Badge>
  );
}

function placeOf({ id, kind, message, introduction, joinRequest, group }: InboxItem): string {
  if (message) return `/channels/${message.channelId}?m=${message.id}`;
  if (joinRequest?.group) return `/groups/${joinRequest.group.slug}/requests`;
  if (group) return `${groupPath(group)}${kind === 'agreementsChanged' ? '/agreements' : ''}`;
  if (kind === 'successionRequest') return `/groups/succession/${id}`;
  if (kind === 'groupInvitation' || kind === 'stewardshipOffer') return '/groups';
  if (kind === 'organisationInvitation') return '/organisations';
  return introduction ? `/introductions/${introduction.id}` : '/introductions';
}

function Face({ item: { message, introduction } }: { item: InboxItem }) {
  const { t } = useLingui();
  const person = introduction?.person;
  if (message)
    return (
      <PersonFace id={message.authorId ?? message.id} name={message.authorName || t`Alguien`} />
    );
  if (person) return <PersonFace id={person.personId ?? ''} name={person.name || t`Alguien`} />;
  return <IconTile icon="groups" look="clay" />;
}

function Title({ item }: { item: InboxItem }) {
  const { kind, message, introduction, joinRequest, organisationInvitation } = item;
  const { t } = useLingui();
  const name = message?.authorName || introduction?.person.name || joinRequest?.name || t`Alguien`;
  const group = groupOf(item)?.name ?? t`un grupo`;
  if (kind === 'mention') return <Trans>{name} te mencionó</Trans>;
  if (kind === 'reply') return <Trans>{name} te respondió</Trans>;
  if (kind === 'introduction') return <Trans>{name}: una presentación</Trans>;
  if (kind === 'joinRequest')
    return (
      <Trans>
        {name} pide entrar a {group}
      </Trans>
    );
  if (kind === 'groupInvitation') return <Trans>Te invitan a {group}</Trans>;
  if (kind === 'stewardshipOffer') return <Trans>Te piden sostener {group}</Trans>;
  if (kind === 'successionRequest') return <Trans>¿Quieres sostener {group}?</Trans>;
  if (kind === 'successionEnded') return <Trans>{group} ya tiene quien lo sostenga</Trans>;
  if (kind === 'joined') return <Trans>Ya eres parte de {group}</Trans>;
  if (kind === 'stewardshipBegan') return <Trans>Ahora sostienes {group}</Trans>;
  if (kind === 'stewardshipEnded') return <Trans>Ya no sostienes {group}</Trans>;
  if (kind === 'facilitationBegan') return <Trans>Ahora facilitas {group}</Trans>;
  if (kind === 'agreementsChanged') return <Trans>Cambiaron los acuerdos de {group}</Trans>;
  if (kind === 'facilitationEnded') return <Trans>Ya no facilitas {group}</Trans>;
  if (kind === 'groupArchived') return <Trans>El grupo {group} se archivó</Trans>;
  if (kind === 'organisationInvitation') {
    const organisation = organisationInvitation?.organisation?.name ?? t`una organización`;
    return <Trans>Te invitan a ser parte de {organisation}</Trans>;
  }
  if (kind === 'suggestion') return <Trans>Te proponen conocer a alguien de tu grupo</Trans>;
  // A newer server may send a kind that this version does not know.
  return <Trans>Hay algo nuevo para ti</Trans>;
}

const groupOf = (item: InboxItem) =>
  item.group ??
  (item.joinRequest ?? item.groupInvitation ?? item.stewardshipOffer ?? item.successionRequest)
    ?.group;

function Nothing() {
  return (
    <EmptyState title={<Trans>Nada para ti por ahora</Trans>}>
      <Trans>
        Aquí llegan las menciones y respuestas, las invitaciones de grupos y organizaciones, y los
        pedidos de quienes quieren conocerte o entrar a un grupo que sostienes.
      </Trans>
    </EmptyState>
  );
}
