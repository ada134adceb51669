import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { Viewer } from '#policy/viewer.js';

/** A group or an organisation in a coalition, as the viewer sees it. Its id is of the coalition alone. */
@ObjectType('Participant')
export class ParticipantView {
  @Field(() => ID)
  id!: string;

  /** The name in the coalition; empty if the own name is not open to all members any more and no other was chosen. */
  @Field(() => String)
  name!: string;

  /** Whether the name was chosen for this coalition. */
  @Field(() => Boolean)
  hasShownName!: boolean;

  /** Whether the viewer is one of its people. */
  @Field(() => Boolean)
  isMine!: boolean;

  readonly coalitionId!: string;
  /** The id of the group or organisation; null under a chosen name, except for its people. */
  readonly groupId!: string | null;
  readonly organisationId!: string | null;
  /** The viewer with the rights after the request, which may have changed them. */
  readonly seenBy!: Viewer;
}
