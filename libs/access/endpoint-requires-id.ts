import type { ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import {
  type GraphQLInputType,
  type GraphQLResolveInfo,
  isInputObjectType,
  isNonNullType,
} from 'graphql';

/**
 * Whether the endpoint requires the id of a row. Such an endpoint answers absent, hidden and forbidden with the same
 * NOT_FOUND.
 */
export function endpointRequiresId(context: ExecutionContext): boolean {
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
