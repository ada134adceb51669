import { randomUUID } from 'node:crypto';
import { PinnedMessagesService } from '#channels/messages/pinned-messages.service.js';
import { PostMessage } from '#channels/posting/post-message.js';
import { ReactionsService } from '#channels/messages/reactions.service.js';
import { TopicsService } from '#channels/topics/topics.service.js';
import { COALITION_MESSAGES } from '../coalition.js';
import { type DemoMessage, type MessageScript, PIN_EMOJI } from '../messages/message-script.js';
import { ALLY_MESSAGES, GROUP_MESSAGES } from '../messages/messages.js';
import { uploadDemoFile } from './attached-files.js';
import type { GroupAndChannelIds } from './groups.js';
import { endedAllianceSteps } from './ended-alliances.js';
import { type DemoStep, minutesToDays, type DemoContext } from './demo-context.js';

/** Posts the messages of groups and of the coalition. */
export const groupMessageSteps = (stage: DemoContext, places: GroupAndChannelIds): DemoStep[] =>
  [...GROUP_MESSAGES, ...COALITION_MESSAGES].flatMap((talk) =>
    said(stage, talk, async () => placeOf(places, talk.place)),
  );

/**
 * Posts the messages of allies, after the events of their alliances created the conversations. Two of these allies end
 * their alliance later.
 */
export const allyMessageSteps = (stage: DemoContext): DemoStep[] => [
  ...ALLY_MESSAGES.flatMap((talk) => said(stage, talk, () => conversationOf(stage, talk.place))),
  ...endedAllianceSteps(stage),
];

function said(
  stage: DemoContext,
  talk: MessageScript,
  channelOf: () => Promise<string>,
): DemoStep[] {
  const ids: string[] = [];
  return talk.messages.map(({ author, text: body, minutesAgo, answers, file, acts }, at) => ({
    daysAgo: minutesToDays(minutesAgo),
    run: async () => {
      const replyToId = answers === null ? null : ids[answers]!;
      const channelId = await channelOf();
      const topicId = talk.topic && (await topicIn(stage, channelId, talk.topic, author));
      const attachmentIds = file ? [await uploadDemoFile(stage, author, file)] : [];
      const message = {
        channelId,
        clientId: randomUUID(),
        body,
        replyToId,
        topicId,
        attachmentIds,
      };
      const { id } = await stage.get(PostMessage).post(await stage.viewer(author), message);
      ids[at] = id;
      for (const act of acts) await done(stage, id, act);
    },
  }));
}

async function done(stage: DemoContext, id: string, { sign, by }: DemoMessage['acts'][number]) {
  for (const handle of by) {
    const viewer = await stage.viewer(handle);
    if (sign === PIN_EMOJI) await stage.get(PinnedMessagesService).pin(viewer, id, true);
    else await stage.get(ReactionsService).react(viewer, id, sign, true);
  }
}

/** Finds the topic with this name; creates a missing topic in the author's name. */
async function topicIn(stage: DemoContext, channelId: string, name: string, author: string) {
  const sql = 'select id from topic where channel_id = $1 and name = $2';
  const [there] = await stage.db.query<{ id: string }>(sql, [channelId, name]);
  const viewer = await stage.viewer(author);
  return there?.id ?? (await stage.get(TopicsService).start(viewer, channelId, name)).id;
}

function placeOf(places: GroupAndChannelIds, place: string): string {
  const id = places.get(place);
  if (!id) throw new Error(`The demo world has no channel ${place}`);
  return id;
}

async function conversationOf(stage: DemoContext, place: string): Promise<string> {
  const [a, b] = place.split('+').map((handle) => stage.accountOf(handle));
  const [row] = await stage.db.query<{ id: string }>(
    `select c.id from channel c join ally y on y.alliance_id = c.alliance_id
     where y.account_id = $1 and y.other_id = $2`,
    [a, b],
  );
  if (!row) throw new Error(`The demo world has no conversation ${place}`);
  return row.id;
}
