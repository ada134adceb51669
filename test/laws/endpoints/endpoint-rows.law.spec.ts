import { buildSchema, getNamedType, isObjectType } from 'graphql';
import { RoomSubscriptions } from '#realtime/room-subscriptions.js';
import { useApp } from '../../support/app/app.js';
import { actionsOf, type EndpointRow, splitAction } from './endpoint-row.js';
import { ENDPOINT_ROWS } from './endpoint-rows.js';
import { expectedActions } from '../policy/expected-cells.js';
import { EXPECTED_MATRIX } from '../expected-matrix.js';
import { readRepositoryFile } from '../../support/repository.js';

/**
 * The endpoints in doors.txt, which endpoint-list.law.spec.ts compares with the code. Pages in several languages count once.
 */
const calls = (): string[] => {
  const lines = readRepositoryFile('test/laws/doors.txt').split('\n').filter(Boolean);
  const names = lines.map((line) => line.split(' · ')[0]!);
  return [...new Set(names.map((name) => name.replace(/^(\w+) \/(en|es|pt)\//, '$1 /:language/')))];
};

/**
 * Returns the schema fields that lead to another row or contain its id. Leaves out the items of a page, which belong to
 * their query, and taxonomy terms, which belong to no account.
 */
const edges = (): string[] =>
  Object.values(buildSchema(readRepositoryFile('apps/api/schema.graphql')).getTypeMap()).flatMap(
    (type) => {
      if (!isObjectType(type) || /^__|^(Query|Mutation)$/.test(type.name)) return [];
      return Object.values(type.getFields()).flatMap((field) => {
        const to = getNamedType(field.type);
        const isRow = isObjectType(to) ? 'id' in to.getFields() && to.name !== 'Term' : false;
        const isId = to.name === 'ID' && !['id', 'issueAreas', 'chips'].includes(field.name);
        return (isRow && field.name !== 'items') || isId
          ? [`field ${type.name}.${field.name}`]
          : [];
      });
    },
  );

/** Returns the socket events that a client may emit, with `watch` once per kind of room. */
const emits = (watchable: readonly string[]): string[] => {
  const heard = [
    ...readRepositoryFile('libs/realtime/realtime.gateway.ts').matchAll(/\bon\('(\w+)'/g),
  ]
    .map(([, name]) => name!)
    .filter((name) => !['disconnect', 'packet'].includes(name));
  return heard.flatMap((name) =>
    name === 'watch' ? watchable.map((key) => `emit watch ${key}`) : [`emit ${name}`],
  );
};

/** Returns the problems of the list of rows, each with the endpoint's name. */
function faults(doors: readonly string[], rows: Readonly<Record<string, EndpointRow>>): string[] {
  return [
    ...doors.filter((door) => !rows[door]).map((door) => `${door} has no row in endpoint-rows.ts`),
    ...Object.keys(rows)
      .filter((name) => !doors.includes(name))
      .map((name) => `${name} is no door`),
    ...Object.entries(rows).flatMap(([name, row]) => {
      const unknown = actionsOf(row).filter((action) => {
        const [subject, verb] = splitAction(action);
        return (
          !(subject in EXPECTED_MATRIX) || !expectedActions(EXPECTED_MATRIX, subject).includes(verb)
        );
      });
      return unknown.map((action) => `${name} stands under ${action}, which is not in the matrix`);
    }),
    ...Object.entries(rows).flatMap(([name, row]) =>
      typeof row === 'object' && 'free' in row && !/^.{10,}\.$/.test(row.free)
        ? [`${name} does not say why it is free`]
        : [],
    ),
  ];
}

describe('endpoints and matrix rows', () => {
  const app = useApp({ TRAMA_WORKER: '0' });
  let doors: string[];
  beforeAll(async () => {
    const { subjects } = app.get(RoomSubscriptions) as unknown as { subjects: Map<string, string> };
    doors = [...calls(), ...edges(), ...emits([...subjects.keys()])];
  }, 60_000);

  it('each endpoint has a row of the permission matrix, or a reason for having none', () => {
    expect(doors.length).toBeGreaterThan(160);
    expect(doors).toEqual(expect.arrayContaining(['emit watch channel', 'field Group.channels']));
    expect(faults(doors, ENDPOINT_ROWS)).toEqual([]);
  });

  it('each endpoint is listed once', () => {
    const files = ['endpoint-rows', 'coalition-rows', 'support-rows', 'field-rows', 'route-rows'];
    const names = files.flatMap((file) => {
      const text = readRepositoryFile(`test/laws/endpoints/${file}.ts`).replace(
        /\/\*[^]*?\*\//,
        '',
      );
      return [...text.matchAll(/^ {2}'([^']+)':/gm)].map(([, name]) => name!);
    });
    expect(names.toSorted()).toEqual(Object.keys(ENDPOINT_ROWS).toSorted());
  });

  it('the check reports an endpoint without a row, a row without an endpoint, an unknown action and an empty reason', () => {
    const { 'mutation block': _taken, ...rest } = ENDPOINT_ROWS;
    const bad = {
      ...rest,
      'query diary': 'Channel.read',
      'query me': { own: 'Account.browse' as never },
      'query taxonomy': { free: '' },
    } as const;
    expect(faults(doors, bad)).toEqual([
      'mutation block has no row in endpoint-rows.ts',
      'query diary is no door',
      'query me stands under Account.browse, which is not in the matrix',
      'query taxonomy does not say why it is free',
    ]);
  });
});
