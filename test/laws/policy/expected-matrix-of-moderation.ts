import {
  type ExpectedCells,
  sameCells,
  ALL_RELATIONS,
  type ExpectedMatrix,
  withoutRelations,
} from './expected-cells.js';

/* The part of the permission matrix about moderation; see expected-matrix.ts. */

const OWN = 'own';
const ASSIGNED = 'assigned reviewed';
const NOT_RECUSED = withoutRelations(ALL_RELATIONS, OWN, 'recused');

const me = (relations: string): ExpectedCells => ({ ME: relations });
const moderator = (relations: string): ExpectedCells => ({ MO: relations });
const nobody: ExpectedCells = {};

/** The reported member has these rights also while suspended. */
const told: ExpectedCells = { ME: OWN, SP: OWN };
const toldAndAssigned: ExpectedCells = { ...told, MO: `own ${ASSIGNED}` };

const FILE = ['read', 'readFile', 'note', 'release', 'hand'] as const;
const ACTS = [
  ...(['talk', 'warn', 'removeContent', 'suspend'] as const),
  ...(['separate', 'lift', 'askRemoval', 'close'] as const),
] as const;
const nothing = sameCells(nobody, 'queue', 'claim', ...FILE, ...ACTS);

export const EXPECTED_OF_MODERATION: Pick<
  ExpectedMatrix,
  'Matter' | 'Report' | 'Notice' | 'Appeal'
> = {
  Matter: {
    plain: {
      ...sameCells(moderator(NOT_RECUSED), 'queue', 'claim'),
      ...sameCells(moderator(ASSIGNED), ...FILE, ...ACTS),
    },
    states: {
      // Rule R4: the reported person has no rights on the matter, not even with the duty to moderate.
      'about oneself': nothing,
      closed: nothing,
      // Other moderators decide an appeal. They may do nothing else in the matter.
      appealed: {
        ...sameCells(
          moderator(withoutRelations(NOT_RECUSED, 'formerlyAssigned')),
          'queue',
          'claim',
        ),
        ...sameCells(nobody, ...ACTS),
      },
    },
  },
  Report: {
    plain: { read: { ME: OWN, MO: `own ${ASSIGNED}` }, readFile: moderator(ASSIGNED) },
    states: {
      'about oneself': { read: me(OWN), readFile: nobody },
      'of a closed matter': { read: me(OWN), readFile: nobody },
    },
  },
  Notice: {
    plain: { read: toldAndAssigned, answer: nobody, appeal: told, undo: nobody },
    states: {
      'not told yet': {
        read: moderator(ASSIGNED),
        appeal: nobody,
        undo: moderator(ASSIGNED),
      },
      'of a talk': { answer: told, appeal: nobody },
      'of a talk, answered': { appeal: nobody },
      'of a talk, its matter closed': { appeal: nobody },
      'after 20 days': { appeal: nobody },
      appealed: { appeal: nobody },
      'of what became of an appeal': { appeal: nobody },
      'about oneself': { read: told },
    },
  },
  Appeal: {
    plain: { read: toldAndAssigned, hear: moderator(ASSIGNED) },
    states: {
      heard: { hear: nobody },
      'about oneself': { read: told, hear: nobody },
      'against what oneself decided': { read: told, hear: nobody },
    },
  },
};
