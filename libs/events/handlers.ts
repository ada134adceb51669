import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { EventType } from './define-event.js';
import { JOB, type JobSettings, LISTENS } from './on.decorator.js';

export interface EventHandler {
  /** `ClassName.method`: names the receipt, so renaming it hears old events again. */
  readonly name: string;
  readonly event: EventType<object>;
  run(payload: object, eventId: string): Promise<void>;
}
export interface JobHandler extends JobSettings {
  run(payload: unknown, jobId: string): Promise<void>;
}
type Method = (...args: unknown[]) => Promise<void>;

/** Finds every @On and @Job method of the application, once, at start. */
@Injectable()
export class Handlers implements OnModuleInit {
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
  }

  private add(instance: Record<string, Method>, name: string): void {
    const method = instance[name];
    if (typeof method !== 'function') return;
    const event = this.reflector.get<EventType<object> | undefined>(LISTENS, method);
    const job = this.reflector.get<JobSettings | undefined>(JOB, method);
    const run = method.bind(instance);
    if (event) this.events.push({ name: `${instance.constructor.name}.${name}`, event, run });
    if (job) this.jobs.push({ ...job, run });
  }
}
