import { type Cells, each, EVERY, type Expected, without } from './expectation.js';

/* The part of the matrix that is about organisations, and about who is in them. `steward`: whoever speaks for it. */

const OWN = 'own';
const SPEAKS = 'steward';
/** In it; of a group as well, so that an audience of groups shows nothing more to them. */
const INSIDE = 'own member steward';
const NOBODY = '';

const me = (relations: string): Cells => ({ ME: relations });
const nobody: Cells = {};
const inside = { read: me(INSIDE) };
const onlyTheirOwn = { read: me(OWN), ...each(nobody, 'remove', 'handOver') };

type OfOrganisations = 'Organisation' | 'Affiliation' | 'OrganisationInvitation';

export const EXPECTED_OF_ORGANISATIONS: Pick<Expected, OfOrganisations> = {
  Organisation: {
    plain: {
      found: { PR: NOBODY, ME: EVERY, x: { PR: EVERY, ME: NOBODY } },
      read: me(EVERY),
      ...each(me(SPEAKS), 'edit', 'invite', 'end'),
      keep: nobody,
      report: me(without(EVERY, SPEAKS)),
    },
    states: {
      // A persona opens nothing, and a block nothing less: the organisation is nobody's profile.
      'for groups': {
        read: me(`${INSIDE} blocked invited`),
        report: me('own member blocked invited'),
      },
      'for its people': { read: me(`${INSIDE} invited`), report: me('own member invited') },
      ended: {
        ...inside,
        ...each(nobody, 'edit', 'invite', 'end'),
        keep: me(SPEAKS),
        report: me('own member'),
      },
    },
  },
  Affiliation: {
    plain: {
      read: me(without(EVERY, 'blocked', 'separated')),
      ...each(me(OWN), 'edit', 'leave'),
      ...each(me(SPEAKS), 'remove', 'handOver'),
    },
    states: {
      'name for groups': { read: me(`${INSIDE} introduced`) },
      'name for onlyMe': onlyTheirOwn,
      'for groups': { read: me(`${INSIDE} introduced`) },
      'for allies': { read: me(`${INSIDE} introduced`) },
      'for its people': inside,
      'for groups, the viewer outside': {
        read: me(`${INSIDE} introduced`),
        ...each(nobody, 'remove', 'handOver'),
      },
      'of an organisation for groups': inside,
      'of an organisation for its people': inside,
      'of one that ended': inside,
      'owner suspended': onlyTheirOwn,
    },
  },
  OrganisationInvitation: {
    plain: {
      read: me(`${SPEAKS} invited`),
      ...each(me('invited'), 'accept', 'decline'),
      withdraw: me(SPEAKS),
    },
    states: {
      // Whoever sent it cannot know, and may take it back all the same.
      declined: { read: me(SPEAKS), ...each(nobody, 'accept', 'decline') },
      accepted: each(nobody, 'read', 'accept', 'decline', 'withdraw'),
      'after 14 days': each(nobody, 'read', 'accept', 'decline', 'withdraw'),
      'name for onlyMe': { read: me('invited'), withdraw: nobody },
      'of somebody whom the viewer blocked': { read: me('invited'), withdraw: nobody },
      'of somebody whom a spokesperson blocked': {
        read: me(SPEAKS),
        ...each(nobody, 'accept', 'decline'),
      },
    },
  },
};
