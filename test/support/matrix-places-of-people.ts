import { findable } from './acquaintances.js';
import { ask, askThrough, three } from './introductions.js';
import { blocked, type Placer, separated } from './matrix-place.js';
import { befriend } from './two-person.js';
import { world } from './world.js';

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
  /** Its doors name it by the person at the other side. */
  async Alliance(app) {
    const { ada, ben } = await world(app, { ada: 'member', ben: 'member' });
    const { personId: id } = await findable(ada);
    await befriend(app, ada, ben);
    return { id, people: [['ME', 'introduced', ben]] };
  },
  async Block(app) {
    const { ada, ben } = await world(app, { ada: 'member', ben: 'member' });
    const [block] = await blocked(app, ada, ben);
    return {
      id: block!.id,
      people: [
        ['ME', 'own', ada],
        // Whoever is blocked learns nothing of it.
        ['ME', 'blocked', ben],
      ],
    };
  },
};
