import { Channel, ChannelHistory } from '#channels/channel.entity.js';
import { ChannelsService } from '#channels/channels.service.js';
import { isDuplicate } from '#database/database.js';
import { makeVisibleProfile } from '../factories/visible-profiles.js';
import type { TestApp } from '../app/app.js';
import { apiAs } from '../app/client.js';
import { END_ALLIANCE, PUT_AWAY_CONVERSATION } from '../messages/conversations.js';
import {
  requestIntroduction,
  requestThroughIntroducer,
  makeIntroducerTrio,
} from '../factories/introductions.js';
import { insertBlock, type MatrixFixtureFactory, insertSeparation } from './matrix-fixture.js';
import { makeAllies } from '../factories/two-person-acts.js';
import { type Person, makePeople } from '../factories/make-people.js';
import { setWeekRetention } from '../messages/message-retention.js';

/**
 * Returns the conversation of two new allies. Creates it directly, because tests without event handlers would have
 * none. With handlers, the conversation is created by whoever is first.
 */
async function talkOf(app: TestApp, one: Person, other: Person): Promise<string> {
  const { id: allianceId } = await makeAllies(app, one, other);
  const start = { allianceId, history: ChannelHistory.start };
  const made = () => app.db.write(() => app.get(ChannelsService).insert(start));
  const there = () => app.db.repo(Channel).findOneByOrFail({ allianceId });
  const { id } = await made().catch((error: unknown) => {
    if (!isDuplicate(error)) throw error;
    return there();
  });
  return id;
}

export const PEOPLE_FIXTURES: Readonly<Record<string, MatrixFixtureFactory>> = {
  async Profile(app) {
    const { ada, ally, foe, far } = await makePeople(app, {
      ...{ ada: 'member', ally: 'member', foe: 'member', far: 'member' },
    });
    // A name of its own, by which it is on the first page of the directory.
    const { personId: id, name } = await makeVisibleProfile(ada, 'Zulema Paranaense');
    await makeAllies(app, ada, ally);
    await insertBlock(app, ada, foe);
    await insertSeparation(app, ada, far);
    return {
      id,
      more: { words: name },
      people: [
        ['ME', 'own', ada],
        ['ME', 'introduced', ally],
        ['ME', 'blocked', foe],
        ['ME', 'separated', far],
      ],
    };
  },
  async Introduction(app) {
    const { ada, ben } = await makePeople(app, { ada: 'member', ben: 'member' });
    await makeVisibleProfile(ada);
    const shown = await makeVisibleProfile(ben);
    const { id } = await requestIntroduction(ada, shown);
    const through = await makeIntroducerTrio(app);
    const { id: toPass } = await requestThroughIntroducer(through.ada, through.benShown);
    return {
      id,
      people: [
        ['ME', 'own', ada],
        ['ME', 'asked', ben],
        ['ME', 'introducer', through.ivo, toPass],
      ],
    };
  },
  /** Endpoints address an alliance by the id of the other person. */
  async Alliance(app) {
    const { ada, ben } = await makePeople(app, { ada: 'member', ben: 'member' });
    const { personId: id } = await makeVisibleProfile(ada);
    await makeAllies(app, ada, ben);
    return { id, people: [['ME', 'introduced', ben]] };
  },
  async 'Channel, conversation'(app) {
    const there = await makePeople(app, {
      ...{ ada: 'member', ally: 'member', kept: 'member', away: 'member' },
    });
    const { ada, ally, kept, away } = there;
    const { personId } = await makeVisibleProfile(ada);
    const [id, ofKept] = [await talkOf(app, ada, ally), await talkOf(app, ada, kept)];
    const ofAway = await talkOf(app, ada, away);
    await setWeekRetention(app, id);
    for (const one of [kept, away]) await apiAs(one).ask(END_ALLIANCE, { personId });
    await apiAs(away).ask(PUT_AWAY_CONVERSATION, { id: ofAway });
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
    const { ada, ben } = await makePeople(app, { ada: 'member', ben: 'member' });
    const [block] = await insertBlock(app, ada, ben);
    return {
      id: block!.id,
      people: [
        ['ME', 'own', ada],
        // A blocked introducer does not see the introduction.
        ['ME', 'blocked', ben],
      ],
    };
  },
};
