import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { API_ARGUMENTS } from '../../apps/cli/api-arguments.mjs';

const DOCKERFILE = readFileSync(join(import.meta.dirname, '../../Dockerfile'), 'utf8');

test('The container starts Node as every other start of the api does', () => {
  const command = DOCKERFILE.match(/^CMD (.*)$/m)?.[1] ?? '[]';
  expect(JSON.parse(command)).toEqual(['node', ...API_ARGUMENTS]);
});
