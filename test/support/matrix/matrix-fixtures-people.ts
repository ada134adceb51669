import { Channel, ChannelHistory } from '#channels/channel.entity.js';
import { ChannelsService } from '#channels/channels.service.js';
import { isDuplicate } from '#database/database.js';
import { findable } from '../factories/visible-profiles.js';
import type { TestApp } from '../app/app.js';
import { as } from '../app/client.js';
import { END, PUT_AWAY } from '../talk/conversations.js';
import { ask, askThrough, three } from '../factories/introductions.js';
import { blocked, type Placer, separated } from './matrix-fixture.js';
import { befriend } from '../factories/two-person.js';
import { type Person, world } from '../factories/world.js';
import { forAWeek } from '../talk/message-retention.js';

/**
 * Creates the conversation of two new allies directly: without event handlers nothing else would. With them, whichever
 * comes first creates it.
 */
async function talkOf(app: TestApp, one: Person, other: Person): Promise<string> {
  const { id: allianceId } = await befriend(app, one, other);
  const start = { allianceId, history: ChannelHistory.start };
  const made = () => app.db.write(() => app.get(ChannelsService).insert(start));
  const there = () => app.db.repo(Channel).findOneByOrFail({ allianceId });
  const { id } = await made().catch((error: unknown) => {
    if (!isDuplicate(error)) throw error;
    return there();
  });
  return id;
}

export const PLACES_OF_PEOPLE: Readonly<Record<string, Placer>> = {
  async Profile(app) {
    const { ada, ally, foe, far } = await world(app, {
      ...{ ada: 'member', ally: 'member', foe: 'member', far: 'member' },
    });
    const { personId: id } = await findable(ada);
    await befriend(app, ada, ally);
    await blocked(app, ada, foe);
    await separated(app, ada, far);
    return {
      id,
      people: [
        ['ME', 'own', ada],
        ['ME', 'introduced', ally],
        ['ME', 'blocked', foe],
        ['ME', 'separated', far],
      ],
    };
  },
  async Introduction(app) {
    const { ada, ben } = await world(app, { ada: 'member', ben: 'member' });
    await findable(ada);
    const shown = await findable(ben);
    const { id } = await ask(ada, shown);
    const through = await three(app);
    const { id: toPass } = await askThrough(through.ada, through.benShown);
    return {
      id,
      people: [
        ['ME', 'own', ada],
        ['ME', 'asked', ben],
        ['ME', 'introducer', through.ivo, toPass],
      ],
    };
  },
  /** Its endpoints address it by the other person's id. */
  async Alliance(app) {
    const { ada, ben } = await world(app, { ada: 'member', ben: 'member' });
    const { personId: id } = await findable(ada);
    await befriend(app, ada, ben);
    return { id, people: [['ME', 'introduced', ben]] };
  },
  async 'Channel, conversation'(app) {
    const there = await world(app, {
      ...{ ada: 'member', ally: 'member', kept: 'member', away: 'member' },
    });
    const { ada, ally, kept, away } = there;
    const { personId } = await findable(ada);
    const [id, ofKept] = [await talkOf(app, ada, ally), await talkOf(app, ada, kept)];
    const ofAway = await talkOf(app, ada, away);
    await forAWeek(app, id);
    for (const one of [kept, away]) await as(one).ask(END, { personId });
    await as(away).ask(PUT_AWAY, { id: ofAway });
    return {
      id,
      people: [
        ['ME', 'introduced', ally],
        ['ME', 'formerAlly', kept, ofKept],
        ['ME', 'putAway', away, ofAway],
      ],
    };
  },
  async Block(app) {
    const { ada, ben } = await world(app, { ada: 'member', ben: 'member' });
    const [block] = await blocked(app, ada, ben);
    return {
      id: block!.id,
      people: [
        ['ME', 'own', ada],
        // A blocked introducer learns nothing of it.
        ['ME', 'blocked', ben],
      ],
    };
  },
};
