import ts from 'typescript';
import type { SourceFile } from '../../support/repository.js';

/**
 * An action that the code records in the audit log, for example `Membership.remove`. `subjects` lists the subjects of a
 * helper that several subjects share.
 */
export interface RecordedAction {
  readonly path: string;
  readonly action: string;
  readonly subjects: readonly string[];
}

interface Recorder {
  readonly path: string;
  readonly name: string;
  readonly subjects: readonly string[];
  /** Index of the argument with the action. */
  readonly at: number;
}

/**
 * Returns the actions that these files record. Code passes an action to `audit.record`, or to a method that passes its
 * parameter `action` on.
 */
export function recordedActions(files: readonly SourceFile[]): RecordedAction[] {
  const methods = files.flatMap(methodsOf);
  const recorders: Recorder[] = [];
  for (let known = -1; known < recorders.length;) {
    known = recorders.length;
    for (const method of methods.filter((one) => !recorders.some(isOf(one)))) {
      const subjects = method.calls.flatMap((call) => written(call, method, recorders).subjects);
      const { path, name, at } = method;
      if (at >= 0 && subjects.length > 0) recorders.push({ path, name, subjects, at });
    }
  }
  return methods.flatMap((method) =>
    method.calls.flatMap((call) => {
      const { subjects, actions } = written(call, method, recorders);
      return actions.map((action) => ({ path: method.path, action, subjects }));
    }),
  );
}

const isOf =
  ({ path, name }: Method) =>
  (one: Recorder) =>
    one.path === path && one.name === name;

interface Method {
  readonly path: string;
  readonly name: string;
  /** Index of the parameter with the action, or -1. */
  readonly at: number;
  readonly body: ts.Node;
  readonly calls: readonly ts.CallExpression[];
}

function methodsOf({ path, text }: SourceFile): Method[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  return nodesIn(source, ts.isMethodDeclaration).map((body) => ({
    path,
    name: body.name.getText(),
    at: body.parameters.findIndex((one) => /\baction\b/.test(textWithParts(one, body))),
    body,
    calls: nodesIn(body, ts.isCallExpression),
  }));
}

/** Returns the text of a parameter, and the names of the properties that the method destructures from it. */
function textWithParts(parameter: ts.ParameterDeclaration, method: ts.Node): string {
  const parts = nodesIn(method, ts.isVariableDeclaration).filter(
    ({ initializer }) => initializer?.getText() === parameter.name.getText(),
  );
  return [parameter, ...parts.map(({ name }) => name)].map((one) => one.getText()).join();
}

/** Returns the subjects and actions that one call records. */
function written(call: ts.CallExpression, method: Method, recorders: readonly Recorder[]) {
  const none = { subjects: [], actions: [] };
  if (!ts.isPropertyAccessExpression(call.expression)) return none;
  const { expression: receiver, name } = call.expression;
  if (/\baudit$/.test(receiver.getText()) && name.text === 'record') {
    const declared = nodesIn(method.body, ts.isVariableDeclaration)
      .filter((one) => one.name.getText() === 'subjectType')
      .flatMap((one) => stringsIn(one.initializer!));
    const subjects = [...declared, ...propertiesIn(method.body, 'subjectType')];
    return { subjects, actions: propertiesIn(method.body, 'action') };
  }
  const isOwn = receiver.kind === ts.SyntaxKind.ThisKeyword;
  const called = recorders.filter(
    ({ path, name: its }) =>
      its === name.text && isOwn === (path === method.path) && isNear(path, method.path),
  );
  const subjects = called.flatMap((one) => one.subjects);
  return { subjects, actions: called.flatMap(({ at }) => actionsOf(call.arguments[at])) };
}

/** Whether both files belong to the same library. Methods of other libraries may have the same name. */
const isNear = (one: string, other: string) => one.split('/')[1] === other.split('/')[1];

function actionsOf(argument: ts.Expression | undefined): string[] {
  if (!argument) return [];
  if (ts.isArrayLiteralExpression(argument)) return stringsIn(argument.elements.at(-1)!);
  return ts.isObjectLiteralExpression(argument)
    ? propertiesIn(argument, 'action')
    : stringsIn(argument);
}

const propertiesIn = (node: ts.Node, name: string): string[] =>
  nodesIn(node, ts.isPropertyAssignment)
    .filter((one) => one.name.getText() === name)
    .flatMap((one) => stringsIn(one.initializer));

function stringsIn(node: ts.Expression): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isAsExpression(node) || ts.isParenthesizedExpression(node))
    return stringsIn(node.expression);
  return ts.isConditionalExpression(node)
    ? [...stringsIn(node.whenTrue), ...stringsIn(node.whenFalse)]
    : [];
}

function nodesIn<T extends ts.Node>(node: ts.Node, is: (one: ts.Node) => one is T): T[] {
  const found: T[] = [];
  const visit = (one: ts.Node): void => {
    if (is(one)) found.push(one);
    ts.forEachChild(one, visit);
  };
  ts.forEachChild(node, visit);
  return found;
}
