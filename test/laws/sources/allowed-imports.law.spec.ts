import { spawnSync } from 'node:child_process';
import { ROOT, repositoryPath } from '../../support/repository.js';

const BAD = repositoryPath('test/laws/bad/arrows');

interface Violation {
  readonly rule: { readonly name: string };
  readonly from: string;
  readonly to: string;
}

/** Returns the violations that dependency-cruiser finds in the folders `apps` and `libs` of a source tree. */
function cruise(tree: string): string[] {
  const program = repositoryPath('node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const config = repositoryPath('.config/dependency-cruiser.cjs');
  const args = [program, '--config', config, '--output-type', 'json', 'apps', 'libs'];
  const options = { cwd: tree, encoding: 'utf8', maxBuffer: 2 ** 28 } as const;
  const { stdout } = spawnSync(process.execPath, args, options);
  const { summary } = JSON.parse(stdout) as { summary: { violations: Violation[] } };
  return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`).sort();
}

test('the import check reports each forbidden import of the bad example, and nothing else', () => {
  expect(cruise(BAD)).toEqual([
    'arrow-kernel: libs/kernel/reaches-up.ts → libs/groups/group.entity.ts',
    'between-libs-by-hash: libs/channels/by-dots.ts → libs/groups/group.entity.ts',
    'doors-of-a-feature: libs/channels/past-the-door.ts → libs/groups/group-words.ts',
    'libs-know-no-app: libs/channels/from-app.ts → apps/api/start.ts',
    'libs-know-no-app: libs/policy/from-its-test.ts → test/laws/expected-matrix.ts',
    'no-barrel: libs/members/through-barrel.ts → libs/members/index.ts',
    'no-circle: libs/members/circle-one.ts → libs/members/circle-two.ts',
    'no-unresolved: libs/members/nowhere.ts → ./lost.js',
    'unlisted-lib: apps/api/unlisted.ts → libs/rooms/room.service.ts',
    'web-arrow-1: apps/web/src/ui/reaches-up.ts → apps/web/src/features/groups/card.ts',
    'web-arrow-2: apps/web/src/features/channels/reaches-up.ts → apps/web/src/pages/page.ts',
    'web-arrow-3: apps/web/src/pages/reaches-up.ts → apps/web/src/app/server.ts',
    'web-features-are-strangers: apps/web/src/features/channels/stranger.ts → apps/web/src/features/groups/card.ts',
    'web-of-channel: apps/web/src/pages/shows-too-soon.ts → apps/web/src/features/attachments/row.ts',
    'web-of-duties: apps/web/src/pages/speaks-too-soon.ts → apps/web/src/features/settings/duties/form.ts',
    'web-of-people: apps/web/src/pages/knows-too-soon.ts → apps/web/src/features/profiles/card.ts',
    'web-stands-alone: apps/web/src/app/server.ts → apps/api/start.ts',
  ]);
});

test('all imports of the repository follow the dependency rules', () => {
  expect(cruise(ROOT)).toEqual([]);
});
