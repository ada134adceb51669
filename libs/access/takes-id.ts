import type { ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import {
  type GraphQLInputType,
  type GraphQLResolveInfo,
  isInputObjectType,
  isNonNullType,
} from 'graphql';

/** Whether the door cannot be used without naming a row by its id: behind it absent, hidden and forbidden are one answer. */
export function takesId(context: ExecutionContext): boolean {
  if (context.getType<string>() !== 'graphql') return false;
  const { parentType, fieldName } =
    GqlExecutionContext.create(context).getInfo<GraphQLResolveInfo>();
  return (parentType.getFields()[fieldName]?.args ?? []).some(({ type }) => needsId(type));
}

function needsId(type: GraphQLInputType): boolean {
  if (!isNonNullType(type)) return false;
  const inner = type.ofType as GraphQLInputType;
  if (isInputObjectType(inner)) {
    return Object.values(inner.getFields()).some((field) => needsId(field.type));
  }
  return 'name' in inner && inner.name === 'ID';
}
