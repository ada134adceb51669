import ts from 'typescript';
import type { SourceFile } from '../../support/repository.js';

const REFUSALS = new Set(['Forbidden', 'Conflict', 'Invalid', 'TooMany', 'Unauthenticated']);
// The web app shows the texts of the invalid fields and no text for the reason `input`.
const GIVES_CODE_ALONE = new Set(['input']);

/** The message keys of refusals in a server file, and expressions from which the check cannot read a key. */
export interface RefusalReasons {
  readonly keys: string[];
  readonly unreadable: string[];
}

/**
 * Returns the message keys of refusals in a server file: for whole requests, for single inputs and for validation
 * rules.
 */
export function reasonsUsed({ path, text }: SourceFile): RefusalReasons {
  const given: RefusalReasons = { keys: [], unreadable: [] };
  const read = (node: ts.Expression | undefined) => {
    const keys = node && literals(node);
    if (keys) given.keys.push(...keys.filter((key) => !GIVES_CODE_ALONE.has(key)));
    else if (node) given.unreadable.push(`${path} ${node.getText()}`);
  };
  each(path, text, (node) => {
    if (ts.isNewExpression(node) && REFUSALS.has(node.expression.getText())) {
      const [reason, fields] = node.arguments ?? [];
      if (!isOfPolicy(reason)) read(reason);
      if (fields && node.expression.getText() === 'Invalid') valuesOf(fields).forEach(read);
    } else if (ts.isCallExpression(node) && nameOf(node) === 'because') read(node.arguments[0]);
    else if (ts.isCallExpression(node) && SAYS_OF_AN_INPUT.has(nameOf(node)))
      read(node.arguments[SAYS_OF_AN_INPUT.get(nameOf(node))!]);
    else if (ts.isDecorator(node)) given.keys.push(...keysOfDecorator(node));
    else if (isProblemFinder(node)) stringsIn(node).forEach((key) => given.keys.push(key));
  });
  return given;
}

/** Functions that create the problem of an input. The value is the index of the argument with the message key. */
const SAYS_OF_AN_INPUT = new Map([
  ['wrong', 1],
  ['rule', 0],
]);

/** Names of variables that hold a problem. The check reads the key in the function that found the problem. */
const FOUND = new Set(['problem', 'problems', 'reason', 'name']);

function literals(node: ts.Expression): string[] | undefined {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isParenthesizedExpression(node)) return literals(node.expression);
  if (ts.isIdentifier(node) && FOUND.has(node.text)) return [];
  if (!ts.isConditionalExpression(node)) return undefined;
  const [yes, no] = [literals(node.whenTrue), literals(node.whenFalse)];
  return yes && no && [...yes, ...no];
}

/** Skips reasons of the policy: libs/policy lists and types them. */
const isOfPolicy = (node: ts.Expression | undefined) =>
  node !== undefined && ts.isCallExpression(node) && nameOf(node) === 'reason';

function valuesOf(fields: ts.Expression): ts.Expression[] {
  if (!ts.isObjectLiteralExpression(fields)) return ts.isIdentifier(fields) ? [fields] : [];
  return fields.properties.flatMap((property) =>
    ts.isPropertyAssignment(property) ? [property.initializer] : [],
  );
}

/** Whether the function validates an input. Such a function returns message keys. */
function isProblemFinder(node: ts.Node): node is ts.FunctionLikeDeclaration {
  const isFunction = ts.isFunctionDeclaration(node) || ts.isArrowFunction(node);
  if (!isFunction) return false;
  const owner = ts.isArrowFunction(node) ? node.parent : node;
  const name = (owner as ts.NamedDeclaration).name?.getText() ?? '';
  return /^problems?Of$|^when$/.test(name);
}

function stringsIn(finder: ts.FunctionLikeDeclaration): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const isSaid =
      ts.isReturnStatement(node) ||
      (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken);
    const said = ts.isReturnStatement(node) ? node.expression : isSaid && (node as Assigned).right;
    if (said) found.push(...saidBy(said));
    ts.forEachChild(node, visit);
  };
  if (ts.isArrowFunction(finder) && !ts.isBlock(finder.body)) return saidBy(finder.body);
  visit(finder);
  return found;
}
type Assigned = ts.BinaryExpression;

const saidBy = (node: ts.Expression): string[] => {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isParenthesizedExpression(node)) return saidBy(node.expression);
  return ts.isConditionalExpression(node)
    ? [...saidBy(node.whenTrue), ...saidBy(node.whenFalse)]
    : [];
};

/** The name of a class-validator decorator, in lower camel case, is its message key. */
const RULES =
  /^(Is(?!Term|Territory|Optional)[A-Z]\w*|Array\w+|Max\w*|Min\w*|Length|Matches|Contains)$/;

function keysOfDecorator(decorator: ts.Decorator): string[] {
  const name = ts.isCallExpression(decorator.expression) ? nameOf(decorator.expression) : '';
  if (!RULES.test(name)) return [];
  return [name === 'IsUUID' ? 'isUuid' : name[0]!.toLowerCase() + name.slice(1)];
}

/**
 * Returns the keys for which a web app file has a text: keys given to `registerErrorTexts`, and keys that every page
 * knows.
 */
export function reasonsWithText({ path, text }: SourceFile): string[] {
  const found: string[] = [];
  each(path, text, (node) => {
    if (!ts.isObjectLiteralExpression(node) || !isExplained(node, path)) return;
    for (const { name } of node.properties) {
      if (name && (ts.isIdentifier(name) || ts.isStringLiteral(name))) found.push(name.text);
    }
  });
  return found;
}

function isExplained({ parent }: ts.Node, path: string): boolean {
  if (ts.isCallExpression(parent)) return parent.expression.getText() === 'registerErrorTexts';
  const isOfAll = path === 'apps/web/src/lib/server/errors.ts' && ts.isVariableDeclaration(parent);
  return isOfAll && parent.name.getText() === 'REASONS';
}

const nameOf = ({ expression }: ts.CallExpression): string =>
  ts.isPropertyAccessExpression(expression) ? expression.name.text : expression.getText();

function each(path: string, text: string, act: (node: ts.Node) => void): void {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const visit = (node: ts.Node): void => {
    act(node);
    ts.forEachChild(node, visit);
  };
  visit(source);
}
