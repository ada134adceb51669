import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { EventType } from './event-type.js';
import {
  JOB_METADATA,
  type JobSettings,
  type EventHandlerSettings,
  ON_METADATA,
} from './on.decorator.js';

export interface EventHandler {
  /** `ClassName.method`, or the `id` of the decorator: the key in receipts and queued jobs. */
  readonly name: string;
  readonly event: EventType<object>;
  run(payload: object, eventId: string): Promise<void>;
}
export interface JobHandler extends JobSettings {
  run(payload: unknown, jobId: string): Promise<void>;
}
type Method = (...args: unknown[]) => Promise<void>;

/** Collects every @On and @Job method at startup. Throws if two have the same identifier. */
@Injectable()
export class HandlerRegistry implements OnModuleInit {
  readonly events: EventHandler[] = [];
  readonly jobs: JobHandler[] = [];

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit() {
    for (const { instance, isNotMetatype } of this.discovery.getProviders()) {
      if (isNotMetatype || !instance || typeof instance !== 'object') continue;
      for (const name of this.scanner.getAllMethodNames(
        Object.getPrototypeOf(instance) as object,
      )) {
        this.add(instance as Record<string, Method>, name);
      }
    }
    refuseRepeated(this.events, 'event handlers');
    refuseRepeated(this.jobs, 'jobs');
  }

  private add(instance: Record<string, Method>, name: string): void {
    const method = instance[name];
    if (typeof method !== 'function') return;
    const on = this.reflector.get<EventHandlerSettings | undefined>(ON_METADATA, method);
    const job = this.reflector.get<JobSettings | undefined>(JOB_METADATA, method);
    const run = method.bind(instance);
    const id = on?.id ?? `${instance.constructor.name}.${name}`;
    if (on) this.events.push({ name: id, event: on.event, run });
    if (job) this.jobs.push({ ...job, run });
  }
}

/** Throws if two handlers have the same identifier: they would share receipts, so that one would skip events. */
function refuseRepeated(handlers: readonly { name: string }[], kind: string): void {
  const names = handlers.map(({ name }) => name);
  const repeated = names.filter((name, at) => names.indexOf(name) !== at);
  if (repeated.length > 0) throw new Error(`Two ${kind} are called ${repeated.join(', ')}`);
}
