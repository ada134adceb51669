import { API_NODE_ARGUMENTS } from '../../../apps/cli/api-node-arguments.mjs';
import { readRepositoryFile } from '../../support/repository.js';

const DOCKERFILE = readRepositoryFile('Dockerfile');

test('the container starts Node with the same options as every other start of the API', () => {
  const command = DOCKERFILE.match(/^CMD (.*)$/m)?.[1] ?? '[]';
  expect(JSON.parse(command)).toEqual(['node', ...API_NODE_ARGUMENTS]);
});
