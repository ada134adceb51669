import { Module } from '@nestjs/common';
import { CleaningModule } from '#cleaning/cleaning.module.js';
import { EventsModule } from '#events/events.module.js';
import { DownloadsService } from './downloads.service.js';
import { FilesService } from './files.service.js';
import { FolderStorage } from './folder-storage.js';
import { ProfilePicturesService } from './profile-pictures.service.js';
import { UploadPartsService } from './upload-parts.service.js';
import { FileStorage } from './file-storage.js';
import { UploadsService } from './uploads.service.js';

@Module({
  imports: [CleaningModule, EventsModule],
  providers: [
    DownloadsService,
    FilesService,
    ProfilePicturesService,
    UploadPartsService,
    UploadsService,
    { provide: FileStorage, useClass: FolderStorage },
  ],
  exports: [
    DownloadsService,
    FilesService,
    ProfilePicturesService,
    UploadPartsService,
    UploadsService,
  ],
})
export class FilesModule {}
