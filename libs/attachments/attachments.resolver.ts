import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, For } from '#access/for.decorator.js';
import type { Viewer } from '#policy/viewer.js';
import { AttachmentView } from './attachment.entity.js';
import { AttachmentsService } from './attachments.service.js';

/** Suspended members, applicants and guests send files in the thread of their case. */
@For('anySignedIn', 'guest')
@Resolver(() => AttachmentView)
export class AttachmentsResolver {
  constructor(private readonly attachments: AttachmentsService) {}

  @Query(() => AttachmentView, { description: 'One of one’s own that was not sent yet.' })
  attachment(
    @CurrentViewer() viewer: Viewer,
    @Args('uploadId', { type: () => ID }) uploadId: string,
  ) {
    return this.attachments.own(viewer, uploadId);
  }
}
