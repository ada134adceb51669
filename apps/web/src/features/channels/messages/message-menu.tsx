import { useLingui } from '@lingui/react/macro';
import { useClient, useQuery } from 'urql';
import { usePageNavigate } from '../../../lib/page/use-page-navigate';
import { requestProblemOf, problemText } from '../../../lib/server/errors';
import { discardQueuedMessage, retryOutbox } from '../../../lib/device/outbox';
import { Menu, type MenuItem } from '../../../ui/actions/menu';
import { useToast } from '../../../ui/actions/toast';
import {
  MARK_UNREAD_FROM_MESSAGE,
  MESSAGE_ACTIONS_QUERY,
  PIN_MESSAGE,
  REMOVE_MESSAGE,
} from './message-actions.graphql';
import { resumeMarkingRead, stopMarkingRead } from '../feed/use-mark-read';
import type { ChannelMessage } from '../list/message-history.graphql';
import type { MessageActionsProps } from '../channel/channel-view';
import { QuickReactions } from './quick-reactions';
import { useDeletion } from './use-deletion';
import './error-texts';

/** Sheets that the menu can open. */
export type MessageSheet = 'emoji' | 'reactors' | 'earlier';

interface MessageMenuProps extends MessageActionsProps {
  onOpen: (sheet: MessageSheet) => void;
  /** Returns the menu items of other features that the actions in `viewerCan` allow. */
  others: (can: readonly string[]) => MenuItem[];
}

/** Menu of a message. On opening it asks the server which actions are allowed. */
export function MessageMenu(props: MessageMenuProps) {
  const { chosen, onClose, others } = props;
  const { t } = useLingui();
  const { message } = chosen;
  const copy = useCopy(props);
  const own = useOwn(props);
  const waiting = useWaiting(props);
  const [{ data, fetching }] = useQuery({
    query: MESSAGE_ACTIONS_QUERY,
    variables: { id: message?.id ?? '' },
    requestPolicy: 'network-only',
    pause: !message,
  });
  const can = data?.message.viewerCan ?? [];
  const talk = useTalk(props);
  return (
    <Menu
      label={t`Acciones del mensaje`}
      anchor={chosen.anchor}
      isBusy={fetching}
      onClose={onClose}
      items={[...talk, ...copy, ...waiting, ...own(can), ...others(can)]}
      strip={
        message &&
        props.onAnswer &&
        !props.isThread && <QuickReactions {...props} message={message} />
      }
    />
  );
}

/** Items to reply, mark as unread, and list reactions and earlier texts. */
function useTalk(props: MessageMenuProps): MenuItem[] {
  const { chosen, isThread, isMine, onClose, onAnswer, onOpen } = props;
  const { message } = chosen;
  const { t } = useLingui();
  const markUnread = useMarkUnread();
  if (!message) return [];
  const answer = () => {
    onClose();
    onAnswer?.(message);
  };
  const all: (MenuItem & { isThere: boolean })[] = [
    { isThere: onAnswer !== undefined, icon: 'reply', label: t`Responder`, onSelect: answer },
    {
      isThere: !isMine && !isThread,
      icon: 'mail',
      label: t`Marcar como no leído`,
      onSelect: () => void markUnread(message).finally(onClose),
    },
    {
      isThere: message.reactions.length > 0,
      icon: 'people',
      label: t`Quién reaccionó`,
      onSelect: () => onOpen('reactors'),
    },
    {
      isThere: message.editedAt !== null,
      icon: 'clock',
      label: t`Cómo era antes`,
      onSelect: () => onOpen('earlier'),
    },
  ];
  return all.filter(({ isThere }) => isThere);
}

/** Marks as unread and returns to the list: staying in the channel would mark it as read again. */
function useMarkUnread() {
  const client = useClient();
  const toast = useToast();
  const navigate = usePageNavigate();
  return async ({ id, channelId }: ChannelMessage): Promise<void> => {
    await stopMarkingRead(channelId);
    const { error } = await client.mutation(MARK_UNREAD_FROM_MESSAGE, { id });
    const problem = requestProblemOf(error);
    if (!problem) return void navigate('/channels');
    resumeMarkingRead();
    toast({ text: problemText(problem), icon: 'alert' });
  };
}

type Words = { body: string };
type Changed = { removeMessage?: ChannelMessage; pinMessage?: ChannelMessage };

function useCopy(props: MessageMenuProps): MenuItem[] {
  const { chosen, isThread, onClose } = props;
  const { message, queued } = chosen;
  const { t } = useLingui();
  const toast = useToast();
  const { body }: Words = queued ?? message ?? { body: '' };
  const copy = (text: string, done: string) => () => {
    onClose();
    navigator.clipboard.writeText(text).then(
      () => toast({ text: done }),
      () => toast({ text: t`No se pudo copiar`, icon: 'alert' }),
    );
  };
  const link = `${location.origin}${location.pathname}?m=${message?.id}`;
  const all: MenuItem[] = [
    { icon: 'copy', label: t`Copiar el texto`, onSelect: copy(body, t`Texto copiado`) },
    { icon: 'link', label: t`Copiar el enlace`, onSelect: copy(link, t`Enlace copiado`) },
  ];
  return message && !isThread ? all : all.slice(0, 1);
}

/** Items for an outbox entry. */
function useWaiting({ chosen: { message, queued }, onClose }: MessageMenuProps): MenuItem[] {
  const { t } = useLingui();
  if (!queued || queued.state === 'sending') return [];
  const retry = () => {
    onClose();
    retryOutbox();
  };
  const drop = () => {
    onClose();
    void discardQueuedMessage(queued);
  };
  const words = message ? t`Dejarlo como estaba` : t`Descartar`;
  const again: MenuItem = { icon: 'send', label: t`Reintentar`, onSelect: retry };
  return [
    ...(queued.state === 'failed' ? [again] : []),
    { icon: 'trash', label: words, onSelect: drop, isDanger: true },
  ];
}

/**
 * Menu items for a posted message: pin it as a facilitator or steward, edit or delete a message of the viewer, or
 * remove another member's message as a steward. An ally can also pin it.
 */
function useOwn({ chosen: { message }, onClose, onEdit, ...rest }: MessageMenuProps) {
  const { t } = useLingui();
  const act = useChange({ onClose, ...rest });
  const remove = useDeletion(rest.onChanged);
  return (can: readonly string[]): MenuItem[] => {
    if (!message) return [];
    const edit = () => {
      onClose();
      onEdit(message);
    };
    const deleteOwn = () => {
      onClose();
      void remove(message.id);
    };
    const pin = { input: { messageId: message.id, isPinned: !message.isPinned } };
    const bin = { icon: 'trash', isDanger: true } as const;
    const all: (MenuItem & { needs: string })[] = [
      {
        needs: 'pin',
        icon: 'pin',
        label: message.isPinned ? t`Dejar de fijar` : t`Fijar`,
        onSelect: () => void act(PIN_MESSAGE, pin),
      },
      { needs: 'edit', icon: 'edit', label: t`Editar`, onSelect: edit },
      { needs: 'delete', ...bin, label: t`Borrar`, onSelect: deleteOwn },
      {
        ...{ needs: 'remove', ...bin },
        label: t`Quitar el mensaje`,
        onSelect: () => void act(REMOVE_MESSAGE, { id: message.id }),
      },
    ];
    return all.filter(({ needs }) => can.includes(needs));
  };
}

type Change = typeof REMOVE_MESSAGE | typeof PIN_MESSAGE;

function useChange({ onClose, onChanged }: Pick<MessageActionsProps, 'onClose' | 'onChanged'>) {
  const toast = useToast();
  const client = useClient();
  return async (document: Change, variables: object): Promise<void> => {
    onClose();
    const { data, error } = await client.mutation<Changed, object>(document, variables);
    const changed = data?.removeMessage ?? data?.pinMessage;
    const problem = requestProblemOf(error);
    if (changed) onChanged(changed);
    else if (problem) toast({ text: problemText(problem), icon: 'alert' });
  };
}
