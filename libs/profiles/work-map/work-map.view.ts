import { Field, GraphQLISODateTime, Int, ObjectType } from '@nestjs/graphql';
import { TermView } from '#taxonomy/taxonomy.view.js';

/** So many people, from one number to another; nothing where there are fewer than five, or none. */
@ObjectType()
export class WorkMapCell {
  @Field(() => Int, { nullable: true })
  from!: number | null;

  @Field(() => Int, { nullable: true })
  to!: number | null;
}

@ObjectType()
export class WorkMapRow {
  @Field(() => TermView)
  territory!: TermView;

  /** One for each issue area, in their order. */
  @Field(() => [WorkMapCell])
  cells!: WorkMapCell[];
}

/** Issue areas by territories, as of a night at least a day ago. Territories without any number are left out. */
@ObjectType()
export class WorkMap {
  @Field(() => GraphQLISODateTime)
  takenAt!: Date;

  @Field(() => [TermView])
  issueAreas!: TermView[];

  @Field(() => [WorkMapRow])
  rows!: WorkMapRow[];
}
