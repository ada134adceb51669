import { Injectable, Module, type Type } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import type { EventType } from './event-type.js';
import { HandlerRegistry } from './handler-registry.js';
import { Job, On } from './on.decorator.js';

// Created without `defineEvent`, because that registry is shared with other test files.
const Opened: EventType<object> = { name: 'room.opened', isRecordOnly: true };

@Injectable()
class Doorkeeper {
  @On(Opened)
  async greet(): Promise<void> {}
}

const renamed = (id?: string) => {
  @Injectable()
  class Concierge {
    @On(Opened, { id })
    async greet(): Promise<void> {}
  }
  return Concierge;
};

const cleaner = (job: string) => {
  @Injectable()
  class Cleaner {
    @Job({ name: job })
    async sweep(): Promise<void> {}
  }
  return Cleaner;
};

async function started(...providers: Type[]): Promise<HandlerRegistry> {
  @Module({ imports: [DiscoveryModule], providers: [HandlerRegistry, ...providers] })
  class Rooms {}
  const app = await NestFactory.createApplicationContext(Rooms, {
    logger: false,
    abortOnError: false,
  });
  const handlers = app.get(HandlerRegistry);
  await app.close();
  return handlers;
}

describe('event handlers', () => {
  it('have the identifier `Class.method`, or the explicit `id` of a renamed handler', async () => {
    const { events } = await started(Doorkeeper, renamed('Porter.greet'));
    expect(events.map(({ name }) => name)).toEqual(['Doorkeeper.greet', 'Porter.greet']);
  });

  it('prevent the startup if two have the same identifier', async () => {
    await expect(started(Doorkeeper, renamed('Doorkeeper.greet'))).rejects.toThrow(
      'Two event handlers are called Doorkeeper.greet',
    );
    await expect(started(renamed(), renamed())).rejects.toThrow('Concierge.greet');
  });

  it('prevent the startup if two jobs have the same name', async () => {
    await expect(started(cleaner('sweep'), cleaner('sweep'))).rejects.toThrow(
      'Two jobs are called sweep',
    );
    expect((await started(cleaner('sweep'), cleaner('scrub'))).jobs).toHaveLength(2);
  });
});
