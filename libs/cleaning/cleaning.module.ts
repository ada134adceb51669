import { Module } from '@nestjs/common';
import { CleanerService } from './cleaner.service.js';

@Module({ providers: [CleanerService], exports: [CleanerService] })
export class CleaningModule {}
