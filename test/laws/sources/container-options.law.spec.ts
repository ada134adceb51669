import { API_NODE_ARGUMENTS, API_NODE_ENVIRONMENT } from '../../../apps/cli/api-node-arguments.mjs';
import { readRepositoryFile } from '../../support/repository.js';

const DOCKERFILE = readRepositoryFile('Dockerfile');

test('the container starts Node with the same options and variables as every other start of the API', () => {
  const command = DOCKERFILE.match(/^CMD (.*)$/m)?.[1] ?? '[]';
  expect(JSON.parse(command)).toEqual(['node', ...API_NODE_ARGUMENTS]);
  for (const [name, value] of Object.entries(API_NODE_ENVIRONMENT))
    expect(DOCKERFILE).toContain(` ${name}=${value}\n`);
});
