import { type DynamicModule, Inject, Module } from '@nestjs/common';
import { Clock } from './clock.js';
import type { Config } from './config.js';
import { Sealer } from './sealed-box.js';

const CONFIG = Symbol('Config');

/** Injects the configuration: `@InjectConfig() private readonly config: Config`. */
export const InjectConfig = () => Inject(CONFIG);

/** Provides configuration, clock and seal globally. One of the two global modules; the other is the database. */
@Module({})
export class KernelModule {
  static with(config: Config, clock = new Clock()): DynamicModule {
    const providers = [
      { provide: CONFIG, useValue: config },
      { provide: Clock, useValue: clock },
      { provide: Sealer, useFactory: () => Sealer.of(config.sealKeyFile) },
    ];
    return { module: KernelModule, global: true, providers, exports: [CONFIG, Clock, Sealer] };
  }
}
