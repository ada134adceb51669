import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { createActionEnum } from '#access/action-enum.js';
import { AUDIENCES, type Audience } from '#policy/facts/audiences.js';
import { PersonCard } from '#profiles/persons/person.view.js';
import { Organisation } from './organisation.entity.js';

export const AffiliationAction = createActionEnum('Affiliation');

/** The audience of a member in an organisation, besides its people. */
export const AffiliationAudience = Object.fromEntries(
  AUDIENCES.map((audience) => [audience, audience]),
) as Record<Audience, Audience>;
registerEnumType(AffiliationAudience, { name: 'AffiliationAudience' });

/** A member in an organisation, as the viewer sees them. */
@ObjectType()
export class OrganisationPerson {
  /** The id of the affiliation. */
  @Field(() => ID)
  id!: string;

  @Field(() => Boolean)
  isSpokesperson!: boolean;

  @Field(() => Boolean)
  isMe!: boolean;

  /** The audience of the viewer's own affiliation; null for other people. */
  @Field(() => AffiliationAudience, { nullable: true })
  audience!: Audience | null;

  @Field(() => PersonCard)
  person!: PersonCard;
}

@ObjectType()
export class OrganisationPersonPage {
  @Field(() => [OrganisationPerson])
  items!: OrganisationPerson[];

  @Field(() => String, { nullable: true })
  nextCursor!: string | null;

  @Field(() => Boolean, { description: 'Whether the day’s measure of people is full.' })
  isWithheld!: boolean;
}

@ObjectType()
export class OrganisationPage {
  @Field(() => [Organisation])
  items!: Organisation[];

  @Field(() => String, { nullable: true })
  nextCursor!: string | null;
}
