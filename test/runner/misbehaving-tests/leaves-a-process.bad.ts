import { spawn } from 'node:child_process';

test('a test leaves a child process running', () =>
  void spawn('sleep', ['30'], { stdio: 'ignore' }));
