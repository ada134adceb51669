import { Module } from '@nestjs/common';
import { EventsModule } from '#events/events.module.js';
import { FilesService } from './files.service.js';
import { FolderStorage } from './folder-storage.js';
import { Storage } from './storage.js';
import { UploadsService } from './uploads.service.js';

@Module({
  imports: [EventsModule],
  providers: [FilesService, UploadsService, { provide: Storage, useClass: FolderStorage }],
  exports: [FilesService, UploadsService],
})
export class FilesModule {}
