import { Module } from '@nestjs/common';
import { Cleaner } from './cleaner.service.js';

@Module({ providers: [Cleaner], exports: [Cleaner] })
export class CleaningModule {}
