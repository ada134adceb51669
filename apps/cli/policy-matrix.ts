import { writeFile } from 'node:fs/promises';
import { type Command, UsageError } from './command.js';
import { policyMatrixDocument } from './policy-matrix/matrix-document.js';

/** Writes the policy matrix. Needs no database. */
export const policyMatrixCommand: Command = {
  words: 'matrix',
  help: 'writes the permission matrix to a file',
  async run([file]) {
    if (!file) throw new UsageError('matrix <file>');
    await writeFile(file, policyMatrixDocument());
  },
};
