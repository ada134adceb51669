import { randomUUID } from 'node:crypto';
import { PostMessage } from '#channels/post-message.js';
import type { DemoTalk } from '../talk.js';
import { ALLY_TALKS, GROUP_TALKS } from '../talks.js';
import type { Places } from './groups.js';
import { partings } from './partings.js';
import { type Act, daysOf, type Stage } from './stage.js';

/** What was said in groups. */
export const groupTalks = (stage: Stage, places: Places): Act[] =>
  GROUP_TALKS.flatMap((talk) => said(stage, talk, async () => placeOf(places, talk.place)));

/**
 * What allies said: their conversations are there once the events of their alliances were heard. The work of two of them
 * is done since.
 */
export const allyTalks = (stage: Stage): Act[] => [
  ...ALLY_TALKS.flatMap((talk) => said(stage, talk, () => conversationOf(stage, talk.place))),
  ...partings(stage),
];

function said(stage: Stage, talk: DemoTalk, channelOf: () => Promise<string>): Act[] {
  return talk.messages.map(({ author, text: body, minutesAgo }) => ({
    daysAgo: daysOf(minutesAgo),
    run: async () => {
      const message = { channelId: await channelOf(), clientId: randomUUID(), body };
      await stage.get(PostMessage).post(await stage.viewer(author), message);
    },
  }));
}

function placeOf(places: Places, place: string): string {
  const id = places.get(place);
  if (!id) throw new Error(`The demo world has no channel ${place}`);
  return id;
}

async function conversationOf(stage: Stage, place: string): Promise<string> {
  const [a, b] = place.split('+').map((handle) => stage.accountOf(handle));
  const [row] = await stage.db.query<{ id: string }>(
    `select c.id from channel c join ally y on y.alliance_id = c.alliance_id
     where y.account_id = $1 and y.other_id = $2`,
    [a, b],
  );
  if (!row) throw new Error(`The demo world has no conversation ${place}`);
  return row.id;
}
