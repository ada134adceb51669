import { Trans } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { MarkdownText } from '../../../ui/messages/markdown-text';
import { splitAtMentions } from '../composer/mentions';
import type { MentionTextProps } from './mention-input';
import { CHANNEL_PEOPLE_QUERY } from '../channel/channel-people.graphql';

/** Text of a message with its mentions highlighted. The viewer's own name is marked by more than colour. */
export function MentionText({ message, text, meId }: MentionTextProps) {
  const { channelId, mentionIds, mentionsAll } = message;
  const [{ data }] = useQuery({ query: CHANNEL_PEOPLE_QUERY, variables: { id: channelId } });
  const people = data?.channelPeople.filter(({ id }) => mentionIds.includes(id)) ?? [];
  const isMe = mentionIds.includes(meId) || (mentionsAll && message.authorId !== meId);
  const named = (said: string) =>
    splitAtMentions(said, people, mentionsAll).map(({ text: words, id, isAll }, at) => {
      if (!id && !isAll) return words;
      const isOwn = id === meId || isAll;
      return (
        <mark key={at} className={isOwn && isMe ? 'named named--me' : 'named'}>
          {words}
        </mark>
      );
    });
  return (
    <>
      <MarkdownText text={text} leaf={named} />
      {isMe && (
        <span className="vh">
          {' '}
          <Trans>(te menciona)</Trans>
        </span>
      )}
    </>
  );
}
