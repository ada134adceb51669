import { createServer } from 'node:http';

test('leaves a server', () => new Promise<void>((done) => void createServer().listen(0, done)));
