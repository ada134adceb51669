import { createServer } from 'node:http';

test('a test leaves a server listening', () =>
  new Promise<void>((done) => void createServer().listen(0, done)));
