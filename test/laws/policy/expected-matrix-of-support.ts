import {
  ALL_RELATIONS,
  type ExpectedCells,
  type ExpectedMatrix,
  sameCells,
} from './expected-cells.js';

/* The part of the permission matrix about support (rows 27e to 27g). */

const everybody: ExpectedCells = {
  ...{ AN: 'none', AP: ALL_RELATIONS, ME: ALL_RELATIONS, AU: ALL_RELATIONS, AD: ALL_RELATIONS },
  ...{ SP: ALL_RELATIONS, LO: ALL_RELATIONS, FO: ALL_RELATIONS },
};
const administrators: ExpectedCells = { AD: ALL_RELATIONS, 'ST+': '' };

/** Everybody who may read a line is told that the other actions are not allowed. */
export const EXPECTED_OF_SUPPORT: Pick<ExpectedMatrix, 'EmergencyLine'> = {
  EmergencyLine: {
    plain: { read: everybody, ...sameCells(administrators, 'propose', 'takeOff', 'review') },
  },
};
