import { readFileSync, readdirSync } from 'node:fs';
import ts from 'typescript';

/** Replaces each value in a text, and counts as one word. */
const VALUE = '◆';

function literalOf(node: ts.Node, constants: ReadonlyMap<string, string>): string | null {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  const rest = node.templateSpans.map(({ expression, literal }) => {
    const constant = ts.isIdentifier(expression) ? constants.get(expression.text) : undefined;
    return (constant ?? VALUE) + literal.text;
  });
  return node.head.text + rest.join('');
}

/**
 * Whether a literal is a key, the name of an import or a value to compare with, which the page
 * never shows.
 */
function isCode(node: ts.Node): boolean {
  const { parent } = node;
  return (
    (ts.isPropertyAssignment(parent) && parent.name === node) ||
    ts.isImportDeclaration(parent) ||
    ts.isLiteralTypeNode(parent) ||
    (ts.isBinaryExpression(parent) &&
      parent.operatorToken.kind === ts.SyntaxKind.EqualsEqualsEqualsToken)
  );
}

function textsIn(source: string): string[] {
  const file = ts.createSourceFile('texts.ts', source, ts.ScriptTarget.Latest, true);
  const constants = new Map<string, string>();
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    const text = literalOf(node, constants);
    if (text !== null && !isCode(node)) texts.push(text);
    if (ts.isVariableDeclaration(node) && node.initializer && ts.isIdentifier(node.name)) {
      const value = literalOf(node.initializer, constants);
      if (value !== null) constants.set(node.name.text, value);
    }
    node.forEachChild(visit);
  };
  visit(file);
  return texts;
}

/**
 * All texts in the source of a language's catalogue, so that no branch of a function is missed.
 * Each value in a text is `◆`.
 */
export function textsOf(language: string): readonly string[] {
  const folder = `src/i18n/messages/${language}`;
  return readdirSync(folder)
    .filter((name) => name !== 'index.ts')
    .flatMap((name) => textsIn(readFileSync(`${folder}/${name}`, 'utf8')))
    .filter((text) => /\p{L}/u.test(text));
}

/** Splits English text at full stops, question marks and exclamation marks. */
export function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.?!])\s+/);
}

export function wordCount(sentence: string): number {
  return sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}◆]/u.test(word)).length;
}
