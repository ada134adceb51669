import {
  ALL_RELATIONS,
  type ExpectedCells,
  type ExpectedMatrix,
  sameCells,
  withoutRelations,
} from './expected-cells.js';

const OWN = 'own';
const ASSIGNED = 'assigned reviewed';
const NOT_RECUSED = withoutRelations(ALL_RELATIONS, OWN, 'recused');
const NOBODY = '';

const me = (relations: string): ExpectedCells => ({ ME: relations });
const vetter = (relations: string): ExpectedCells => ({ VT: relations });
const nobody: ExpectedCells = {};
/** Rows 2 and 3 of the design table: applicants act on their own application, reviewers on assigned applications. */
const myApplication: ExpectedCells = { AP: OWN, ME: OWN };
const decided = {
  read: myApplication,
  ...sameCells(nobody, 'withdraw', 'queue', 'claim', 'release', 'readFile', 'ask', 'review'),
  ...sameCells(nobody, 'readReviews', 'note', 'decide', 'declareConflict', 'vouch', 'report'),
  findByCode: me(OWN),
};

/** The expected cells of applications, their reviews and notes, vouches and decisions. */
export const EXPECTED_OF_VETTING = {
  Application: {
    plain: {
      submit: {
        AN: 'none',
        AP: OWN,
        x: { ME: ALL_RELATIONS, AU: ALL_RELATIONS, AD: ALL_RELATIONS },
      },
      read: { ...myApplication, VT: `own ${ASSIGNED}` },
      answer: nobody,
      appeal: nobody,
      withdraw: myApplication,
      delete: myApplication,
      ...sameCells(vetter(NOT_RECUSED), 'queue', 'claim', 'declareConflict'),
      ...sameCells(vetter(ASSIGNED), 'release', 'readFile', 'ask', 'review', 'report'),
      ...sameCells(vetter('reviewed'), 'readReviews', 'note', 'decide'),
      findByCode: me(ALL_RELATIONS),
      vouch: {
        PR: NOBODY,
        ME: withoutRelations(ALL_RELATIONS, OWN),
        VT: withoutRelations(ALL_RELATIONS, OWN, 'assigned', 'reviewed', 'recused'),
      },
    },
    states: {
      asked: { answer: myApplication },
      accepted: decided,
      declined: { ...decided, appeal: myApplication },
      'declined ten days ago': decided,
      appealed: {},
      'declined once more': decided,
      'of one’s own chain': { vouch: nobody },
    },
  },
  Review: {
    plain: { read: vetter('own reviewed'), change: vetter(OWN) },
    states: { decided: { read: nobody, change: nobody } },
  },
  ApplicationNote: {
    plain: { read: vetter('own reviewed') },
    states: { decided: { read: nobody } },
  },
  Vouch: {
    plain: {
      give: { PR: NOBODY, ME: ALL_RELATIONS, x: { PR: ALL_RELATIONS, ME: NOBODY } },
      read: { ME: OWN, VT: `own ${ASSIGNED}` },
      withdraw: me(OWN),
    },
    states: { withdrawn: { withdraw: nobody }, decided: { read: me(OWN) } },
  },
  Decision: {
    plain: { read: { VT: NOT_RECUSED, MO: NOT_RECUSED } },
    states: {
      'about no account': {
        read: {
          VT: withoutRelations(ALL_RELATIONS, 'recused'),
          MO: withoutRelations(ALL_RELATIONS, 'recused'),
        },
      },
    },
  },
} satisfies Partial<ExpectedMatrix>;
