import { type Cells, each, EVERY, type Expected, without } from './expectation.js';

/* The part of the permission matrix about organisations and their members. `steward` is the spokesperson. */

const OWN = 'own';
const SPEAKS = 'steward';
/** People of the organisation, also as group members, so that the audience `groups` adds nothing for them. */
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
      // A persona gives no access, and a block takes none: an organisation is not a profile.
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
      // The sender cannot know that it was declined, so they may still withdraw it.
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
