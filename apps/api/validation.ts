import { type ValidationError, ValidationPipe } from '@nestjs/common';
import { getMetadataStorage } from 'class-validator';
import { Invalid } from '#kernel/errors.js';

// class-validator looks through all classes that there are at each input of any; their rules stand still.
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

/** What is wrong, and where: `items.2.labels.es`. */
function faultsOf({ property, constraints, children }: ValidationError): [string, string][] {
  if (!children?.length) return [[property, Object.keys(constraints ?? {})[0] ?? 'invalid']];
  const inside = children.flatMap((child) => faultsOf(child));
  return inside.map(([name, fault]) => [`${property}.${name}`, fault]);
}

/** Inputs are checked once, here. Unknown properties are refused, and the answer names fields, never values. */
export function validation(): ValidationPipe {
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
