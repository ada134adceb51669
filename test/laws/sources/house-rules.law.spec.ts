import { sourceFiles } from '../../support/repository.js';
import { methodsWithManyDecorators } from './methods-with-many-decorators.js';
import { LINE_RULES, barrelFiles, lineViolations, foreignRepositories } from './house-rules.js';
import { LISTED_EXCEPTIONS, createdTables, foreignTables, tableOwners } from './table-owners.js';

const CODE = /\.(ts|tsx|mjs)$/;
// Excludes the rules' own files, which quote what they forbid.
const files = sourceFiles(['apps', 'libs', 'test'], CODE, 1_500).filter(
  ({ path }) => path !== 'test/laws/sources/house-rules.ts',
);
const server = files.filter(({ path }) => !path.startsWith('apps/web/'));

describe.each(LINE_RULES.map((rule) => [rule.name, rule] as const))('%s', (_name, rule) => {
  const breaks = (text: string) =>
    lineViolations(rule, { path: 'libs/rooms/room.ts', text }).length > 0;

  test('the rule reports its bad examples', () => {
    expect(rule.bad.filter((line) => !breaks(line))).toEqual([]);
  });

  test('the rule accepts its good examples', () => {
    expect(rule.good.filter(breaks)).toEqual([]);
  });

  test('the rule holds in every file', () => {
    expect(files.flatMap((file) => lineViolations(rule, file))).toEqual([]);
  });
});

describe('no library has a barrel file', () => {
  test('the rule reports an index.ts in libs only', () => {
    const paths = [
      'libs/rooms/index.ts',
      'libs/rooms/deep/index.ts',
      'apps/web/src/pages/home/index.tsx',
    ];
    expect(barrelFiles(paths)).toEqual(paths.slice(0, 2));
  });

  test('the rule holds in every file', () => {
    expect(barrelFiles(files.map(({ path }) => path))).toEqual([]);
  });
});

describe("only the owning library uses an entity's repository", () => {
  const room = { path: 'libs/rooms/room.entity.ts', text: 'export class Room extends Row {}' };

  test("the rule reports another library's repository and accepts the library's own repository", () => {
    const own = { path: 'libs/rooms/rooms.service.ts', text: 'this.db.repo(Room).save(room)' };
    const stranger = { path: 'libs/guests/guests.service.ts', text: 'this.db.repo(Room).find()' };

    expect(foreignRepositories([room, own])).toEqual([]);
    expect(foreignRepositories([room, stranger])).toEqual([`${stranger.path} repo(Room) of rooms`]);
  });

  test('the rule holds in every file', () => {
    expect(foreignRepositories(server.filter(({ path }) => !path.endsWith('.spec.ts')))).toEqual(
      [],
    );
  });
});

describe('SQL names only tables of libraries that may be imported', () => {
  const owners = tableOwners(server);
  const inMembers = (text: string) => foreignTables([{ path: 'libs/members/a.ts', text }], owners);

  test.each([
    ["db.query('select 1 from message m')", 'message', 'channels'],
    ['const sql = `select ${id} from account a, "group" g`;', 'group', 'groups'],
    [
      'const sql = `${WITH} where exists (select from profile_field)`;',
      'profile_field',
      'profiles',
    ],
    ["'insert into channel_reader (id) values ($1)'", 'channel_reader', 'channels'],
    ["'update only topic set name = $1'", 'topic', 'channels'],
    ["'delete from account a using review r'", 'review', 'vetting'],
    ["query.innerJoin('join_request', 'r')", 'join_request', 'groups'],
    ["const OWNER = { table: 'profile', on: '{it}.id = {row}.id' };", 'profile', 'profiles'],
  ])('the rule reports %s in a library that comes before the owner', (text, table, owner) => {
    expect(inMembers(text)).toEqual([`members names ${table} of ${owner}`]);
  });

  test.each([
    "db.query('select 1 from account a join membership m on m.account_id = a.id')",
    "import { Message } from './message.entity.js'; // from message",
    "const message = row.message; list.join('message'.slice(1));",
  ])('the rule accepts %s', (text) => {
    expect(inMembers(text)).toEqual([]);
  });

  test('the rule accepts a table in a library that comes after the owner of the table', () => {
    const text = "db.query('select 1 from message m')";
    expect(foreignTables([{ path: 'libs/moderation/a.ts', text }], owners)).toEqual([]);
  });

  test('every table and view has exactly one owner', () => {
    expect([...owners.keys()].sort()).toEqual(createdTables(server));
  });

  test('the rule holds in every library, except for the listed tables', () => {
    const listed = Object.entries(LISTED_EXCEPTIONS).flatMap(([library, tables]) =>
      Object.keys(tables).map((table) => `${library} names ${table} of ${owners.get(table)}`),
    );
    const sources = server.filter(({ path }) => !path.endsWith('.spec.ts'));
    expect(foreignTables(sources, owners)).toEqual(listed.sort());
  });
});

describe('a method has at most three decorators', () => {
  const method = (...decorators: string[]) => ({
    path: 'libs/rooms/rooms.resolver.ts',
    text: `class Rooms { ${decorators.join(' ')} open(@Args('id') id: string) {} }`,
  });

  test('the rule reports four decorators and accepts three', () => {
    const three = ['@Mutation(() => Room)', "@For('member')", '@Throttled()'];

    expect(methodsWithManyDecorators(method(...three))).toEqual([]);
    expect(methodsWithManyDecorators(method(...three, '@Logged()'))).toHaveLength(1);
  });

  test('the rule holds in every file', () => {
    expect(server.flatMap(methodsWithManyDecorators)).toEqual([]);
  });
});
