import { API_ARGUMENTS } from '../../../apps/cli/api-arguments.mjs';
import { textOf } from '../../support/repository.js';

const DOCKERFILE = textOf('Dockerfile');

test('The container starts Node as every other start of the api does', () => {
  const command = DOCKERFILE.match(/^CMD (.*)$/m)?.[1] ?? '[]';
  expect(JSON.parse(command)).toEqual(['node', ...API_ARGUMENTS]);
});
