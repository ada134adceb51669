import { Field, GraphQLISODateTime, Int, ObjectType } from '@nestjs/graphql';
import { TermView } from '#taxonomy/taxonomy.view.js';

/** A range of people, from one number to another; null if there are fewer than five. */
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

  /** One cell per issue area, in the order of the issue areas of the map. */
  @Field(() => [WorkMapCell])
  cells!: WorkMapCell[];
}

/**
 * The work map: issue areas by territories, computed in a night at least one day ago. Territories without numbers are
 * omitted.
 */
@ObjectType()
export class WorkMap {
  @Field(() => GraphQLISODateTime)
  takenAt!: Date;

  @Field(() => [TermView])
  issueAreas!: TermView[];

  @Field(() => [WorkMapRow])
  rows!: WorkMapRow[];
}
