import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';
import {
  CleanerService,
  NODE_PERMISSION_FLAGS,
  LIMITED_SHELL_COMMAND,
} from '#cleaning/cleaner.service.js';

describe('the cleaning process', () => {
  const run = async (code: string) => {
    const flags = NODE_PERMISSION_FLAGS.filter((flag) => !flag.startsWith('--conditions'));
    const { stdout } = await promisify(execFile)(process.execPath, [...flags, '-e', code]);
    return stdout.trim();
  };
  const tried = (what: string) =>
    run(`try { ${what}; console.log('done') } catch (error) { console.log(error.code) }`);

  it('can read its code and no other file', async () => {
    const read = (path: string) => tried(`require('fs').readFileSync(${JSON.stringify(path)})`);
    expect(await read(`${process.cwd()}/package.json`)).toBe('done');
    for (const path of ['/etc/passwd', '/proc/self/root/etc/passwd', '/proc/self/environ'])
      expect(await read(path)).toBe('ERR_ACCESS_DENIED');
    expect(await read(`/proc/self/cwd/docs/SECURITY.md`)).toBe('ERR_ACCESS_DENIED');
  });

  it('can re-encode an image with its restricted permissions', async () => {
    const create = { width: 20, height: 10, channels: 3 as const, background: '#2f6b4f' };
    const cleaned = await new CleanerService().clean(await sharp({ create }).png().toBuffer());
    expect(cleaned).toMatchObject({ kind: 'image', width: 20, height: 10, removed: [] });
  });

  it('has no network where user namespaces are available', async () => {
    const server = createServer((socket) => socket.end()).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const code = `require('net').connect(${port}, '127.0.0.1').on('connect', () => console.log('connected'))
      .on('error', (error) => console.log(error.code))`;
    const run = promisify(execFile);
    const program = ['-c', LIMITED_SHELL_COMMAND, '10', process.execPath, '-e', code];
    const { stdout } = await run('/bin/sh', program);
    server.close();
    const hasNamespaces = await run('unshare', ['-rn', 'true']).then(
      () => true,
      () => false,
    );
    expect(stdout.trim()).toBe(hasNamespaces ? 'ENETUNREACH' : 'connected');
  });

  it('cannot write a file', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'trama-cleaner-')), 'x');
    const write = `require('fs').writeFileSync(${JSON.stringify(file)}, 'x'); console.log('written')`;
    const run = promisify(execFile);
    const code = (limits: string) =>
      run('/bin/sh', ['-c', limits, '10', process.execPath, '-e', write]).then(
        ({ stdout }) => stdout.trim(),
        () => 'ended',
      );
    expect(await code('exec "$@"')).toBe('written');
    expect(await code(LIMITED_SHELL_COMMAND)).toBe('ended');
  });

  it('re-encodes a profile picture and detects similar ones', async () => {
    const create = { width: 300, height: 200, channels: 3 as const, background: '#2f6b4f' };
    const picture = await sharp({ create }).png().toBuffer();
    const { parts } = await new CleanerService().squares(picture, []);
    expect([...parts.keys()]).toEqual(['256', '96']);
    const again = await new CleanerService().squares(picture, [parts.get('96')!]);
    expect([...again.parts.keys()]).toEqual(['256', '96', 'alike']);
    const other = await sharp({ create: { ...create, background: '#fff' } })
      .png()
      .toBuffer();
    const apart = await new CleanerService().squares(other, [parts.get('96')!]);
    expect(apart.parts.has('alike')).toBe(false);
  });

  it('can neither write files nor start processes', async () => {
    expect(await tried(`require('fs').writeFileSync('/tmp/x', 'x')`)).toBe('ERR_ACCESS_DENIED');
    expect(await tried(`require('child_process').execFileSync('id')`)).toBe('ERR_ACCESS_DENIED');
  });
});
