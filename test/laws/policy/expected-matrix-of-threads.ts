import { type ExpectedCells, type ExpectedMatrix, sameCells } from './expected-cells.js';

/*
 * Threads of cases in the expected matrix: rows 26, 26a and 26b of the design. The facts of a viewer name the threads of a
 * supporter, and the view `case_thread_reader` checks the duty, so these cells do not.
 */

const OWN = 'own';
const nobody: ExpectedCells = {};
/** The requester of a case keeps it as an applicant, while suspended and as a guest. */
const sameInCase = (relations: string): ExpectedCells => ({
  ...{ AP: relations, ME: relations, SP: relations, GU: relations },
});
const requester = sameInCase(OWN);
const inCase = sameInCase('own assigned supporting partner');
const supporters = sameInCase('assigned supporting');

/** Actions that no thread has. */
const NO_THREAD = sameCells(
  nobody,
  ...(['startTopic', 'mentionAll', 'rename', 'archive', 'shorten', 'lengthen'] as const),
);
/** Everybody who posts in a thread also reads it. */
const thread = (cells: ExpectedCells) => ({
  ...sameCells(cells, 'read', 'watch', 'post'),
  ...NO_THREAD,
});
const endedThread = (cells: ExpectedCells) => ({
  ...sameCells(cells, 'read', 'watch'),
  ...{ post: nobody, ...NO_THREAD },
});

export const THREAD_STATES: ExpectedMatrix['Channel']['states'] = {
  'a requester’s thread': thread(inCase),
  'an internal thread': thread(supporters),
  'a thread of an outside helper': thread(sameInCase('assigned supporting helper')),
  'a thread of a helper who left': endedThread(supporters),
  'a thread of an ended request': endedThread(sameInCase('own partner')),
};

const MESSAGE_CHANGES = [
  ...(['react', 'edit', 'delete', 'undoDelete', 'remove', 'pin', 'block', 'report'] as const),
] as const;

export const MESSAGES_IN_THREADS: ExpectedMatrix['Message']['states'] = {
  'in a thread of a case': {
    read: inCase,
    ...sameCells(requester, 'edit', 'delete', 'undoDelete'),
    ...sameCells(nobody, 'react', 'remove', 'pin', 'block'),
    // The author of this message is the viewer in the relation `own`.
    report: sameInCase('assigned supporting partner'),
  },
  'in a thread of an ended request': {
    read: sameInCase('own partner'),
    ...sameCells(nobody, ...MESSAGE_CHANGES),
    report: sameInCase('partner'),
  },
};
