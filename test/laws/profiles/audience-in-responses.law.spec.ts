import fc from 'fast-check';
import { useApp } from '../../support/app/app.js';
import { closeAllSockets } from '../../support/app/sockets.js';
import { anyProfileHistory, MEMBER_COUNT } from './random-profile-history.js';
import { FIELD_KINDS, TERM_FIELD_KINDS, ProfileModel } from './profile-model.js';
import {
  readInsideGroups,
  readOutsideGroups,
  expectPictureAccess,
  openProfileSockets,
  plantProfileCanaries,
  type CanaryLookup,
} from './profile-responses.js';
import { ProfileWorld } from './profile-world.js';
import { numberOfRuns } from '../../support/sampled-sweeps.js';

/** Leaves out the colour, which has only six values. directory.law.spec.ts tests lists of terms. */
const WITH_CANARY = FIELD_KINDS.filter((kind) => !TERM_FIELD_KINDS.has(kind) && kind !== 'colour');

const WORLDS = numberOfRuns(6);

const app = useApp();

/** The responses to a viewer must contain exactly the fields whose audience includes the viewer. */
it(
  'no response, notice, file or mail discloses a field outside its audience',
  async () => {
    await fc.assert(
      fc.asyncProperty(anyProfileHistory, async (history) => {
        const world = await new ProfileWorld(app).begin();
        try {
          await world.live(history);
          const ears = await openProfileSockets(world);
          const canaryOf = await plantProfileCanaries(world, WITH_CANARY);
          for (let viewer = 0; viewer < MEMBER_COUNT; viewer += 1) {
            const outside = await readOutsideGroups(world, viewer, ears[viewer]!);
            const inside = await readInsideGroups(world, viewer);
            for (let owner = 0; owner < MEMBER_COUNT; owner += 1) {
              expectOnly(world, canaryOf, { owner, viewer }, outside);
              expectOnlyNames(world, canaryOf, { owner, viewer }, inside);
            }
            await expectPictureAccess(world, canaryOf, viewer);
          }
        } finally {
          closeAllSockets();
          await world.end();
        }
      }),
      { numRuns: WORLDS, endOnFailure: true },
    );
  },
  WORLDS * 60_000,
);

interface Two {
  readonly owner: number;
  readonly viewer: number;
}

function expectOnly(world: ProfileWorld, canaryOf: CanaryLookup, two: Two, traffic: string) {
  const want = WITH_CANARY.filter((kind) => isAllowed(world, two, kind));
  expectHeard(world, canaryOf, two, traffic, want);
}

/**
 * Asserts that groups and conversations show only the name of a member who uses their profile there, whatever its
 * audience. For a person who left, they show at most what the viewer may see elsewhere.
 */
function expectOnlyNames(world: ProfileWorld, canaryOf: CanaryLookup, two: Two, traffic: string) {
  const isOver = isAllowed(world, two, 'name') && traffic.includes(canaryOf(two.owner, 'name'));
  expectHeard(world, canaryOf, two, traffic, isMet(world, two) || isOver ? ['name'] : []);
}

function expectHeard(
  { model }: ProfileWorld,
  canaryOf: CanaryLookup,
  { owner, viewer }: Two,
  traffic: string,
  want: readonly string[],
) {
  if (model.members[owner]!.isSuspended) return;
  const got = WITH_CANARY.filter((kind) => traffic.includes(canaryOf(owner, kind)));
  expect({ owner, viewer, got }).toEqual({ owner, viewer, got: want });
}

const isAllowed = (
  { model }: ProfileWorld,
  { owner, viewer }: Two,
  kind: (typeof WITH_CANARY)[number],
) => model.maySee(owner, viewer, 'name') && model.maySee(owner, viewer, kind);

/** Whether the two are allies, or share a group in which the owner has no persona. */
function isMet({ model }: ProfileWorld, { owner, viewer }: Two): boolean {
  const [of, by] = [model.members[owner]!, model.members[viewer]!];
  if (by.isSuspended) return false;
  const pair = ProfileModel.pair(owner, viewer);
  const areAllies = model.allies.has(pair) && !model.hidden.get(pair)?.size;
  return areAllies || [...of.groups].some(([at, how]) => how === 'plain' && by.groups.has(at));
}
