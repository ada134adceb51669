import { Module } from '@nestjs/common';
import { CleaningModule } from '#cleaning/cleaning.module.js';
import { EventsModule } from '#events/events.module.js';
import { Downloads } from './downloads.service.js';
import { FilesService } from './files.service.js';
import { FolderStorage } from './folder-storage.js';
import { OwnPictures } from './own-pictures.service.js';
import { Parts } from './parts.service.js';
import { Storage } from './storage.js';
import { UploadsService } from './uploads.service.js';

@Module({
  imports: [CleaningModule, EventsModule],
  providers: [
    Downloads,
    FilesService,
    OwnPictures,
    Parts,
    UploadsService,
    { provide: Storage, useClass: FolderStorage },
  ],
  exports: [Downloads, FilesService, OwnPictures, Parts, UploadsService],
})
export class FilesModule {}
