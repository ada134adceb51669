import ts from 'typescript';
import type { SourceFile } from '../support/sources.js';

const REFUSALS = new Set(['Forbidden', 'Conflict', 'Invalid', 'TooMany', 'Unauthenticated']);
const GIVES_CODE_ALONE = new Set(['input']); // its sentence is that of each field

/** The message keys with which a file of the server refuses, as `path key`. */
export function reasonsGiven({ path, text }: SourceFile): string[] {
  return strings(path, text, (call) => {
    const isRefusal = ts.isNewExpression(call) && REFUSALS.has(call.expression.getText());
    const isRule =
      ts.isCallExpression(call) &&
      ts.isPropertyAccessExpression(call.expression) &&
      call.expression.name.text === 'because';
    return isRefusal || isRule;
  }).filter((key) => !GIVES_CODE_ALONE.has(key));
}

/** The keys for which a file of the web app has a sentence: those given to `explain` and those of REASONS. */
export function reasonsExplained({ path, text }: SourceFile): string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node) && isOfReasons(node)) {
      for (const property of node.properties) {
        const name = property.name;
        if (name && (ts.isIdentifier(name) || ts.isStringLiteral(name))) found.push(name.text);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isOfReasons({ parent }: ts.Node): boolean {
  if (ts.isCallExpression(parent)) return parent.expression.getText() === 'explain';
  return ts.isVariableDeclaration(parent) && parent.name.getText().endsWith('REASONS');
}

/** The first argument, where it is a string or a choice between two, of each call that is meant. */
function strings(path: string, text: string, isMeant: (call: Call) => boolean): string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if ((ts.isCallExpression(node) || ts.isNewExpression(node)) && isMeant(node)) {
      const [first] = node.arguments ?? [];
      const said =
        first && ts.isConditionalExpression(first) ? [first.whenTrue, first.whenFalse] : [first];
      for (const one of said) if (one && ts.isStringLiteral(one)) found.push(one.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
type Call = ts.CallExpression | ts.NewExpression;
