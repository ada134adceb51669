import { type ValidationError, ValidationPipe } from '@nestjs/common';
import { getMetadataStorage } from 'class-validator';
import { Invalid } from '#kernel/errors.js';

// Caches the validation rules of each class. They never change, and class-validator would search the metadata of all
// classes for every input.
const storage = getMetadataStorage();
const find = storage.getTargetValidationMetadatas.bind(storage);
const known = new Map<unknown, ReturnType<typeof find>>();
storage.getTargetValidationMetadatas = (target, schema, always, strict, groups) => {
  if (schema || always || strict || groups?.length)
    return find(target, schema, always, strict, groups);
  const rules = known.get(target) ?? find(target, schema, always, strict, groups);
  known.set(target, rules);
  return rules;
};

/** Returns the path and the violated rule of each invalid field, such as `items.2.labels.es`. */
function faultsOf({ property, constraints, children }: ValidationError): [string, string][] {
  if (!children?.length) return [[property, Object.keys(constraints ?? {})[0] ?? 'invalid']];
  const inside = children.flatMap((child) => faultsOf(child));
  return inside.map(([name, fault]) => [`${property}.${name}`, fault]);
}

/** Validates every input and refuses unknown properties. The error names fields, never values. */
export function createValidationPipe(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: false,
    stopAtFirstError: true,
    exceptionFactory: (errors) =>
      new Invalid('input', Object.fromEntries(errors.flatMap((one) => faultsOf(one)))),
  });
}
