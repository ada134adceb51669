import {
  type ExpectedCells,
  sameCells,
  ALL_RELATIONS,
  type ExpectedMatrix,
  withoutRelations,
} from './expected-cells.js';

import { forParticipant, NOT_FOR_PARTICIPANT } from './expected-matrix-of-coalitions.js';

/* The part of the permission matrix about organisations and their members. `steward` is the spokesperson. */

const OWN = 'own';
const SPEAKS = 'steward';
/**
 * Relations of the people of an organisation. They may also be group members, but the audience `groups` gives them no
 * further rights.
 */
const INSIDE = 'own member facilitator steward';
const NOBODY = '';

const me = (relations: string): ExpectedCells => ({ ME: relations });
const nobody: ExpectedCells = {};
const inside = { read: me(INSIDE) };
const onlyTheirOwn = { read: me(OWN), ...sameCells(nobody, 'remove', 'handOver') };

type OfOrganisations = 'Organisation' | 'Affiliation' | 'OrganisationInvitation';

export const EXPECTED_OF_ORGANISATIONS: Pick<ExpectedMatrix, OfOrganisations> = {
  Organisation: {
    plain: {
      found: { PR: NOBODY, ME: ALL_RELATIONS, x: { PR: ALL_RELATIONS, ME: NOBODY } },
      read: me(ALL_RELATIONS),
      ...sameCells(me(SPEAKS), 'edit', 'invite', 'end'),
      keep: nobody,
      ...forParticipant(SPEAKS),
      report: me(withoutRelations(ALL_RELATIONS, SPEAKS)),
    },
    states: {
      // A persona gives no access here, and a block removes none, because an organisation is not a profile.
      'for groups': {
        read: me(`${INSIDE} readOnly blocked invited`),
        report: me('own member facilitator readOnly blocked invited'),
      },
      'for its people': {
        read: me(`${INSIDE} invited`),
        report: me('own member facilitator invited'),
      },
      ended: {
        ...inside,
        ...sameCells(nobody, 'edit', 'invite', 'end'),
        ...NOT_FOR_PARTICIPANT,
        keep: me(SPEAKS),
        report: me('own member facilitator'),
      },
    },
  },
  Affiliation: {
    plain: {
      read: me(withoutRelations(ALL_RELATIONS, 'blocked', 'separated')),
      ...sameCells(me(OWN), 'edit', 'leave'),
      ...sameCells(me(SPEAKS), 'remove', 'handOver'),
    },
    states: {
      'name for groups': { read: me(`${INSIDE} readOnly introduced`) },
      'name for onlyMe': onlyTheirOwn,
      'for groups': { read: me(`${INSIDE} readOnly introduced`) },
      'for allies': { read: me(`${INSIDE} introduced`) },
      'for its people': inside,
      'for groups, the viewer outside': {
        read: me(`${INSIDE} readOnly introduced`),
        ...sameCells(nobody, 'remove', 'handOver'),
      },
      'of an organisation for groups': { read: me(`${INSIDE} readOnly`) },
      'of an organisation for its people': inside,
      'of one that ended': inside,
      'owner suspended': onlyTheirOwn,
    },
  },
  OrganisationInvitation: {
    plain: {
      read: me(`${SPEAKS} invited`),
      ...sameCells(me('invited'), 'accept', 'decline'),
      withdraw: me(SPEAKS),
    },
    states: {
      // The sender cannot know that the invitation was declined, so the sender may still withdraw it.
      declined: { read: me(SPEAKS), ...sameCells(nobody, 'accept', 'decline') },
      accepted: sameCells(nobody, 'read', 'accept', 'decline', 'withdraw'),
      'after 14 days': sameCells(nobody, 'read', 'accept', 'decline', 'withdraw'),
      'name for onlyMe': { read: me('invited'), withdraw: nobody },
      'of somebody whom the viewer blocked': { read: me('invited'), withdraw: nobody },
      'of somebody whom a spokesperson blocked': {
        read: me(SPEAKS),
        ...sameCells(nobody, 'accept', 'decline'),
      },
    },
  },
};
