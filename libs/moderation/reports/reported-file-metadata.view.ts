import { Field, ObjectType } from '@nestjs/graphql';
import { AttachmentKind, type AttachmentView } from '#attachments/attachment.entity.js';

/** Metadata of a file in a reported message, as it was at the time of the report; never the file's content. */
@ObjectType('ForwardedFile')
export class ReportedFileMetadata {
  @Field(() => AttachmentKind)
  kind!: AttachmentKind;

  @Field(() => String)
  name!: string;

  @Field(() => String, { description: 'What its author wrote beside it.' })
  text!: string;
}

/**
 * Copies a file's metadata. A description by another member is omitted, because the author of the message did not write
 * it.
 */
export const toReportedFile = ({
  kind,
  name,
  text,
  isTextByAuthor,
}: AttachmentView): ReportedFileMetadata => ({
  ...{ kind, name, text: isTextByAuthor ? text : '' },
});
