import { API_NODE_ARGUMENTS } from '../../../apps/cli/api-node-arguments.mjs';
import { textOf } from '../../support/repository.js';

const DOCKERFILE = textOf('Dockerfile');

test('the container starts Node with the same options as every other start of the API', () => {
  const command = DOCKERFILE.match(/^CMD (.*)$/m)?.[1] ?? '[]';
  expect(JSON.parse(command)).toEqual(['node', ...API_NODE_ARGUMENTS]);
});
