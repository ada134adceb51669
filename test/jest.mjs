import { join } from 'node:path';
import { buildArgv, runCLI } from 'jest';

export const ROOT = join(import.meta.dirname, '..');
const CONFIG = join(ROOT, '.config/jest.config.mjs');

/** Runs Jest with these arguments and returns its results. */
export async function runJest(...args) {
  const options = await buildArgv(['--config', CONFIG, '--passWithNoTests', ...args]);
  return (await runCLI(options, [ROOT])).results;
}

/**
 * Prints a summary and returns the exit status, which is not 0 after a failure, a skipped test or a run without tests.
 */
export function printSummary(runs) {
  const sum = (count) => runs.reduce((total, run) => total + count(run), 0);
  const passed = sum((run) => run.numPassedTests);
  // A file that does not load or has no test counts as a failure.
  const failed = sum((run) => run.numFailedTests + run.numRuntimeErrorTestSuites);
  const skipped = sum((run) => run.numPendingTests + run.numTodoTests);
  const isGood = runs.every((run) => run.success) && passed > 0 && failed === 0 && skipped === 0;
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  return isGood ? 0 : 1;
}
