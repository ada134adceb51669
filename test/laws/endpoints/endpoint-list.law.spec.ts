import { Controller, Get, type Type } from '@nestjs/common';
import { APP_GUARD, ModulesContainer } from '@nestjs/core';
import { Mutation, Query, Resolver } from '@nestjs/graphql';
import { WebSocketGateway } from '@nestjs/websockets';
import { For } from '#access/for.decorator.js';
import { useApp } from '../../support/app/app.js';
import { endpointsOf, gatewaysOf, formatEndpoints } from '../../../apps/cli/endpoints/endpoints.js';
import { readRepositoryFile } from '../../support/repository.js';

const app = useApp({ TRAMA_WORKER: '0' });
let classes: Type[];
beforeAll(async () => {
  classes = [...app.app.get(ModulesContainer).values()].flatMap(({ providers, controllers }) =>
    [...providers.values(), ...controllers.values()].flatMap(({ metatype }) =>
      typeof metatype === 'function' && metatype.prototype ? [metatype as Type] : [],
    ),
  );
}, 60_000);

/** Returns the lines that differ between this list and the committed one. */
function differences(list: string): string[] {
  const [now, before] = [list, readRepositoryFile('test/laws/doors.txt')].map((text) =>
    text.split('\n'),
  );
  return [
    ...now!.filter((line) => !before!.includes(line)).map((line) => `+ ${line}`),
    ...before!.filter((line) => !now!.includes(line)).map((line) => `- ${line}`),
  ];
}

test('every endpoint of the running application is in doors.txt (update it with npm run generate)', () => {
  expect(differences(formatEndpoints(endpointsOf(classes)))).toEqual([]);
});

test('every operation of the schema is in doors.txt', () => {
  const schema = readRepositoryFile('apps/api/schema.graphql');
  const fields = ['Query', 'Mutation', 'Subscription'].flatMap((type) => {
    const body = new RegExp(`^type ${type} \\{\\n([^}]*)\\n\\}`, 'm').exec(schema)?.[1] ?? '';
    return [...body.matchAll(/^ {2}(\w+)/gm)].map(([, name]) => `${type.toLowerCase()} ${name}`);
  });
  const doors = endpointsOf(classes).map(({ name }) => name);
  expect(doors.filter((name) => /^[a-z]/.test(name))).toEqual(fields.toSorted());
});

test('sockets have one gateway, and the guard covers every other endpoint', () => {
  expect(gatewaysOf(classes)).toEqual(['RealtimeGateway']);
  const guards = [...app.app.get(ModulesContainer).values()].flatMap(({ providers }) =>
    [...providers.values()].flatMap(({ token, name }) =>
      String(token).startsWith(APP_GUARD) ? [name] : [],
    ),
  );
  expect(guards).toHaveLength(1);
});

describe('the check of endpoints', () => {
  @Resolver()
  class Rooms {
    @Query(() => String)
    secretRoom() {}

    @For('anyone')
    @Mutation(() => String, { name: 'openRoom' })
    open() {}
  }
  @For('anyone')
  @Controller('rooms')
  class RoomsController {
    @Get(':id/key')
    key() {}
  }
  @WebSocketGateway()
  class RoomsGateway {}

  test('reports a new endpoint, whatever its audience', () => {
    const list = formatEndpoints(endpointsOf([...classes, Rooms, RoomsController]));
    expect(differences(list)).toEqual([
      '+ GET /rooms/:id/key · anyone',
      '+ mutation openRoom · anyone',
      '+ query secretRoom · member',
    ]);
  });

  test('reports an endpoint with a wider audience', () => {
    const wider = endpointsOf(classes).map((door) =>
      door.name === 'query me' ? { ...door, audiences: ['anyone'] as const } : door,
    );
    expect(differences(formatEndpoints(wider))).toContain('+ query me · anyone');
  });

  test('reports a second socket gateway', () => {
    expect(gatewaysOf([...classes, RoomsGateway])).not.toEqual(['RealtimeGateway']);
  });
});
