import { Module } from '@nestjs/common';
import { AccessModule } from '#access/access.module.js';
import { CleaningModule } from '#cleaning/cleaning.module.js';
import { EventsModule } from '#events/events.module.js';
import { FilesModule } from '#files/files.module.js';
import { RealtimeModule } from '#realtime/realtime.module.js';
import { RetentionModule } from '#retention/retention.module.js';
import { SigninModule } from '#signin/signin.module.js';
import { AttachmentsJobs } from './attachments.jobs.js';
import { AttachmentsResolver } from './attachments.resolver.js';
import { AttachmentsService } from './attachments.service.js';
import { UploadSanitiser } from './sanitise-upload.js';
import { ResumableUploads } from './resumable-uploads.js';
import { SealedAttachmentsService } from './sealed-attachments.service.js';
import { UploadQuotas } from './upload-quotas.js';
import { UploadStore } from './upload-store.js';
import { UploadsController } from './uploads.controller.js';

@Module({
  imports: [
    AccessModule,
    CleaningModule,
    EventsModule,
    FilesModule,
    RealtimeModule,
    RetentionModule,
    SigninModule,
  ],
  controllers: [UploadsController],
  providers: [
    AttachmentsService,
    AttachmentsJobs,
    AttachmentsResolver,
    UploadSanitiser,
    ResumableUploads,
    SealedAttachmentsService,
    UploadQuotas,
    UploadStore,
  ],
  exports: [AttachmentsService, SealedAttachmentsService],
})
export class AttachmentsModule {}
