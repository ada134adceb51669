import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { Viewer } from '#policy/viewer.js';
import type { FieldKind } from '../own/field-values.js';
import type { Profile } from '../profile.entity.js';
import type { ProfileField } from './profile-field.entity.js';

/** The fields of one profile that a viewer may see. One that is hidden is absent, as is one that says nothing. */
export type VisibleFields = ReadonlyMap<FieldKind, ProfileField>;

/** What the directory shows of a member: enough to choose whom to open, and no more of what a page has. */
@ObjectType({ description: 'A member in the directory.' })
export class PersonCard {
  @Field(() => ID)
  readonly id: string;

  @Field()
  readonly takesRequests: boolean;

  constructor(
    profile: Profile,
    readonly seenBy: Viewer,
    /** Whether somebody looks with another's eyes: then there is nothing to do here. */
    readonly isPreview: boolean,
    /** Where they were read already. */
    readonly fields?: VisibleFields,
  ) {
    this.id = profile.id;
    this.takesRequests = profile.takesRequests;
  }
}

/** A member as one viewer sees them: every field of it is read by that viewer's rights, whoever asked. */
@ObjectType()
export class Person extends PersonCard {}
