import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { Viewer } from '#policy/viewer.js';
import type { FieldKind } from '../own-profile/field-values.js';
import type { Profile } from '../profile.entity.js';
import type { ProfileField } from './profile-field.entity.js';

/** The non-empty fields of one profile that a viewer may see. */
export type VisibleFields = ReadonlyMap<FieldKind, ProfileField>;

/** A member as listed in the directory, with fewer fields than the full profile. */
@ObjectType({ description: 'A member in the directory.' })
export class PersonCard {
  @Field(() => ID)
  readonly id: string;

  @Field()
  readonly takesRequests: boolean;

  constructor(
    profile: Profile,
    readonly seenBy: Viewer,
    /** Set in the preview "see it as…", where no actions are offered. */
    readonly isPreview: boolean,
    /** Set if the fields are already loaded. */
    readonly fields?: VisibleFields,
  ) {
    this.id = profile.id;
    this.takesRequests = profile.takesRequests;
  }
}

/** A member as one viewer sees them. Every field is read with the rights of `seenBy`. */
@ObjectType()
export class Person extends PersonCard {}
