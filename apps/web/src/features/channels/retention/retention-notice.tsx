import { Trans, useLingui } from '@lingui/react/macro';
import { RETENTION_NAMES } from '../../../lib/text/retention-names';
import { Icon } from '../../../ui/display/icon';
import { useAuthorName } from '../../../ui/messages/author-name';
import { messageElementId } from '../feed/message-element';
import type { MessageRowProps } from '../feed/message-row';

/** System message in the feed: who changed the channel's retention. */
export function RetentionNotice({ message, position }: MessageRowProps) {
  const { i18n } = useLingui();
  const { retention } = message;
  const authorName = useAuthorName(message.authorName);
  if (retention === null) return null;
  const time = i18n._(RETENTION_NAMES[retention]);
  return (
    <article
      id={messageElementId(message.id)}
      className="msg msg--folded"
      tabIndex={-1}
      aria-posinset={position}
      aria-setsize={-1}
    >
      <p className="xs muted center">
        <Icon name="clock" size="xs" />{' '}
        {retention === 'longest' ? (
          <Trans>{authorName} cambió el borrado automático al máximo de esta instancia</Trans>
        ) : (
          <Trans>
            {authorName} cambió el borrado automático a {time}
          </Trans>
        )}
      </p>
    </article>
  );
}
