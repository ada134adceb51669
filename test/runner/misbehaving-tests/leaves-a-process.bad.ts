import { spawn } from 'node:child_process';

test('leaves a process', () => void spawn('sleep', ['5'], { stdio: 'ignore' }));
