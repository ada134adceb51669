import { DefaultNamingStrategy } from 'typeorm';

const snake = (name: string) => name.replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();

/** Maps `passwordHash` in a class to `password_hash` in its table. */
export class SnakeCaseNamingStrategy extends DefaultNamingStrategy {
  override tableName(className: string, given: string | undefined) {
    return given ?? snake(className);
  }
  override columnName(property: string, given: string | undefined, prefixes: string[]) {
    return snake([...prefixes, given ?? property].join('_'));
  }
  override joinColumnName(relation: string, column: string) {
    return snake(`${relation}_${column}`);
  }
}
