import { Field, ObjectType } from '@nestjs/graphql';
import { AttachmentKind } from '#attachments/attachment.entity.js';

/** A file of a message that was reported, as the message showed it then: never its bytes. */
@ObjectType()
export class ForwardedFile {
  @Field(() => AttachmentKind)
  kind!: AttachmentKind;

  @Field(() => String)
  name!: string;

  @Field(() => String, { description: 'What its author wrote beside it.' })
  text!: string;
}
