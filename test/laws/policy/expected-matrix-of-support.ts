import {
  ALL_RELATIONS,
  type ExpectedCells,
  type ExpectedMatrix,
  sameCells,
  withoutRelations,
} from './expected-cells.js';

/* The part of the permission matrix about support (rows 24 to 27h); see expected-matrix.ts. */

const OWN = 'own';
const NOT_RECUSED = withoutRelations(ALL_RELATIONS, OWN, 'recused');
/** The requester has these rights also while suspended. */
const withAccount: ExpectedCells = { AP: OWN, ME: OWN, SP: OWN };
/** A guest, who holds the recovery phrase of the case, has the rights of a requester on it. */
const requester: ExpectedCells = { ...withAccount, GU: OWN };
/** The requester and the partner side, on which guests are not. */
const bothOfSide = 'own partner';
const side: ExpectedCells = { AP: bothOfSide, ME: bothOfSide, SP: bothOfSide, GU: OWN };
const partner: ExpectedCells = { AP: 'partner', ME: 'partner', SP: 'partner' };
const supporter = (relations: string): ExpectedCells => ({ SU: relations });
const nobody: ExpectedCells = {};

const FILE = ['readFile', 'release'] as const;
const CALL = ['readCall', 'arrangeCall'] as const;
const ANSWERS = ['accept', 'decline', 'linkDuplicate', 'askRequester'] as const;
const QUEUE = ['queue', 'claim'] as const;
const assigned = supporter('assigned reviewed');
/** Another supporter of an accepted case, who reads and leaves it; the lead decides. */
const beside = supporter('assigned reviewed supporting');
/** Nobody is assigned, so only the requester reads when it was opened, its call and its supporters. */
const unassigned = {
  ...sameCells(side, 'readOpenings', 'readTeam', 'readConsents'),
  ...sameCells(requester, ...CALL),
  ...sameCells(nobody, 'leadCall', 'offer', 'readHelpers', 'manageTasks'),
};
const ended = {
  ...unassigned,
  ...sameCells(nobody, 'exclude', 'changeContact', 'withdraw', 'takePhrase', 'answerQuestion'),
  ...sameCells(nobody, ...QUEUE, ...FILE, ...ANSWERS, 'close', 'arrangeCall'),
};

const everybody: ExpectedCells = {
  ...{ AN: 'none', AP: ALL_RELATIONS, ME: ALL_RELATIONS, AU: ALL_RELATIONS, AD: ALL_RELATIONS },
  ...{ SP: ALL_RELATIONS, LO: ALL_RELATIONS, FO: ALL_RELATIONS, GU: ALL_RELATIONS },
};
const administrators: ExpectedCells = { AD: ALL_RELATIONS, 'ST+': '' };

export const EXPECTED_OF_SUPPORT: Pick<
  ExpectedMatrix,
  'EmergencyLine' | 'Interpretation' | 'Supporter' | 'SupportRequest'
> = {
  // Only the interpreter: the requester chooses them with the rights on the request.
  Interpretation: {
    plain: sameCells({ ME: OWN }, 'readFile', 'withdraw'),
    states: {
      'not agreed to': sameCells(nobody, 'readFile', 'withdraw'),
      'with a conflict of interest': sameCells(nobody, 'readFile', 'withdraw'),
    },
  },
  // Only a requester whose case the supporter accepted; nobody reads a supporter as a row.
  Supporter: { plain: { report: requester } },
  // Everybody who may read a line is told that the other actions are not allowed.
  EmergencyLine: {
    plain: { read: everybody, ...sameCells(administrators, 'propose', 'takeOff', 'review') },
  },
  SupportRequest: {
    plain: {
      make: { AP: ALL_RELATIONS, ME: ALL_RELATIONS },
      makeAsGuest: { AN: 'none', GU: ALL_RELATIONS },
      ...sameCells(requester, 'read', 'changeContact', 'answerQuestion', 'withdraw', 'delete'),
      exclude: withAccount,
      takePhrase: { AP: OWN, GU: OWN },
      ...sameCells(
        { ...side, SU: 'own partner assigned reviewed' },
        ...(['readOpenings', 'readTeam', 'readConsents'] as const),
      ),
      ...sameCells(nobody, 'leadHelpers', 'readAsHelper', 'answerAsHelper', 'consent'),
      withdrawConsent: requester,
      ...sameCells(withAccount, 'removePartner', 'readPartners'),
      ...sameCells(nobody, 'offerOwnership', 'answerOwnership'),
      ...sameCells(partner, 'readAsPartner', 'leaveSide'),
      ...sameCells(nobody, 'addPartner', 'answerInvitation'),
      ...sameCells({ ...requester, SU: 'own assigned reviewed' }, ...CALL),
      ...sameCells(nobody, 'reopen', 'keepOpen', 'offer', 'answerOffer', 'agreeToOffer', 'leave'),
      ...sameCells({ ME: ALL_RELATIONS }, 'interpret', 'setAvailability'),
      ...sameCells(supporter(ALL_RELATIONS), 'useWorkName'),
      ...sameCells(supporter(NOT_RECUSED), ...QUEUE),
      ...sameCells(assigned, ...FILE, ...ANSWERS, 'leadCall', 'readHelpers'),
      ...sameCells(nobody, 'close', 'manageTasks', 'manageLinks'),
      ...sameCells(nobody, 'leaveOwn', 'comeBack', 'takeOver'),
      readLinks: side,
    },
    states: {
      waiting: { ...unassigned, ...sameCells(nobody, ...FILE, ...ANSWERS) },
      accepted: {
        ...sameCells(nobody, ...QUEUE, ...ANSWERS, 'answerQuestion'),
        ...sameCells(assigned, 'close', 'offer'),
        ...sameCells(beside, 'readFile', 'readHelpers', 'manageTasks'),
        ...{ leadHelpers: assigned, consent: requester },
        ...sameCells({ ME: 'helper' }, 'readAsHelper', 'answerAsHelper'),
        ...{ leave: supporter('supporting'), answerOffer: supporter('offered') },
        ...{
          agreeToOffer: requester,
          leaveOwn: withAccount,
          addPartner: { ME: OWN },
          offerOwnership: withAccount,
          answerOwnership: { ME: 'partner' },
          answerInvitation: { ME: 'invited' },
        },
        ...sameCells(
          { ...side, SU: 'own partner assigned reviewed supporting' },
          ...(['readOpenings', 'readTeam', 'readConsents'] as const),
        ),
        readLinks: { ...side, SU: 'own partner assigned reviewed supporting' },
        ...sameCells(
          { ...requester, SU: 'own assigned reviewed supporting' },
          ...(['keepOpen', 'manageLinks'] as const),
        ),
      },
      // The requester left: they can come back, a member of the partner side can take the case over, and nobody decides.
      paused: {
        ...sameCells(
          nobody,
          ...QUEUE,
          ...ANSWERS,
          ...CALL,
          'leadCall',
          'close',
          'offer',
          'keepOpen',
        ),
        ...sameCells(nobody, 'exclude', 'changeContact', 'withdraw', 'takePhrase', 'removePartner'),
        ...sameCells(nobody, 'readPartners', 'withdrawConsent', 'answerQuestion'),
        ...{
          readCall: supporter('own assigned reviewed'),
          comeBack: requester,
          takeOver: { ME: 'partner' },
        },
        ...sameCells(beside, 'readFile', 'readHelpers', 'manageTasks'),
        manageLinks: supporter('own assigned reviewed supporting'),
        leave: supporter('supporting'),
        ...sameCells(
          { ...partner, SU: 'own partner assigned reviewed supporting' },
          ...(['readOpenings', 'readTeam', 'readConsents', 'readLinks'] as const),
        ),
      },
      // Reopening is like asking: nobody asks while suspended.
      closed: { ...ended, reopen: { AP: OWN, ME: OWN, GU: OWN } },
      declined: ended,
    },
  },
};
