import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { Cleaner, FLAGS } from '#cleaning/cleaner.service.js';

describe('the process that cleans', () => {
  const run = async (code: string) => {
    const flags = FLAGS.filter((flag) => !flag.startsWith('--conditions'));
    const { stdout } = await promisify(execFile)(process.execPath, [...flags, '-e', code]);
    return stdout.trim();
  };
  const tried = (what: string) =>
    run(`try { ${what}; console.log('done') } catch (error) { console.log(error.code) }`);

  it('reads its code, and nothing that leads out of it', async () => {
    const read = (path: string) => tried(`require('fs').readFileSync(${JSON.stringify(path)})`);
    expect(await read(`${process.cwd()}/package.json`)).toBe('done');
    for (const path of ['/etc/passwd', '/proc/self/root/etc/passwd', '/proc/self/environ'])
      expect(await read(path)).toBe('ERR_ACCESS_DENIED');
    expect(await read(`/proc/self/cwd/docs/SECURITY.md`)).toBe('ERR_ACCESS_DENIED');
  });

  it('needs no more than that', async () => {
    const create = { width: 20, height: 10, channels: 3 as const, background: '#2f6b4f' };
    const cleaned = await new Cleaner().clean(await sharp({ create }).png().toBuffer());
    expect(cleaned).toMatchObject({ kind: 'image', width: 20, height: 10, removed: [] });
  });

  it('writes nothing and starts nothing', async () => {
    expect(await tried(`require('fs').writeFileSync('/tmp/x', 'x')`)).toBe('ERR_ACCESS_DENIED');
    expect(await tried(`require('child_process').execFileSync('id')`)).toBe('ERR_ACCESS_DENIED');
  });
});
