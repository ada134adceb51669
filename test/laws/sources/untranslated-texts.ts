import ts from 'typescript';
import type { SourceFile } from '../../support/repository.js';

/** HTML attributes whose text people see or screen readers announce. */
const SPOKEN =
  /^(aria-(label|description|roledescription|valuetext)|title|alt|placeholder|label|hint|help|lead|text)$/;
const WORD = /\p{L}{2,}/u;
const NAMES = /\bTrama\b/g; // The product name is the same in every language.

const hasWords = (text: string) => WORD.test(text.replaceAll(NAMES, ''));

/** Returns untranslated texts of a file, as `path:line "text"`. */
export function untranslatedTexts({ path, text }: SourceFile): string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (isTranslated(node)) return;
    const words = wordsOf(node);
    if (words !== undefined && hasWords(words)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      found.push(`${path}:${line + 1} "${words.trim()}"`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isTranslated(node: ts.Node): boolean {
  const element = ts.isJsxElement(node) ? node.openingElement : node;
  const isElement = ts.isJsxOpeningElement(element) || ts.isJsxSelfClosingElement(element);
  return isElement && /^(Trans|Plural|Select|SelectOrdinal)$/.test(element.tagName.getText());
}

function wordsOf(node: ts.Node): string | undefined {
  if (ts.isJsxText(node)) return node.text;
  if (ts.isJsxAttribute(node)) {
    const { initializer, name } = node;
    const isSpoken = initializer && ts.isStringLiteral(initializer) && SPOKEN.test(name.getText());
    return isSpoken ? initializer.text : undefined;
  }
  if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'html') {
    return textOf(node.template);
  }
  return undefined;
}

/** Returns the text of an HTML template, without tags and placeholders. */
function textOf(template: ts.TemplateLiteral): string {
  const parts = ts.isNoSubstitutionTemplateLiteral(template)
    ? [template.text]
    : [template.head.text, ...template.templateSpans.map((span) => span.literal.text)];
  return parts
    .join('\0')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/[\w-]+="[^"]*"/g, ' ') // Removes attributes, because a template may contain only a part of a tag.
    .replaceAll(/&\w+;/g, ' ');
}
