import ts from 'typescript';
import type { SourceFile } from '../../support/repository.js';

const MOST = 3;

/** Returns methods with more than three decorators. To fix a violation, combine decorators into one named decorator. */
export function methodsWithManyDecorators({ path, text }: SourceFile): string[] {
  const found: string[] = [];
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const visit = (node: ts.Node): void => {
    const count = ts.isMethodDeclaration(node) ? (ts.getDecorators(node) ?? []).length : 0;
    if (count > MOST && ts.isMethodDeclaration(node)) {
      found.push(`${path} ${node.name.getText(source)} has ${count} decorators`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
