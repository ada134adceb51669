import type { DynamicModule, Type } from '@nestjs/common';

type Part = Type | DynamicModule;

/** All provider and controller classes of these modules and their imports, without starting the application. */
export function moduleClassesOf(modules: readonly Part[]): Type[] {
  const seen = new Set<Part>();
  const found = new Set<Type>();
  const visit = (part: Part) => {
    if (seen.has(part)) return;
    seen.add(part);
    for (const one of [...listed<Type>(part, 'providers'), ...listed<Type>(part, 'controllers')]) {
      if (typeof one === 'function') found.add(one);
    }
    for (const inner of listed<Part>(part, 'imports')) visit(inner);
  };
  for (const part of modules) visit(part);
  return [...found];
}

/** The entries of a module under `key`, from its decorator and, for a dynamic module, from the module object. */
function listed<T>(part: Part, key: 'imports' | 'providers' | 'controllers'): T[] {
  const module = 'module' in part ? part.module : part;
  const beside = 'module' in part ? (part[key] as T[] | undefined) : [];
  return [...((Reflect.getMetadata(key, module) as T[] | undefined) ?? []), ...(beside ?? [])];
}
