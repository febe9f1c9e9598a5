import ts from 'typescript';
import { readDocTags, readDocText, readDocType } from './doc-comments.ts';
import type { Attribute } from './manifest.ts';
import { requireSame } from './source-names.ts';
import { findNodes, readSource } from './sources.ts';

const settingsFile = 'widget/settings.ts';

/**
 * Reads the attributes: those of the settings, in their order, and then those that only
 * the doc block of the element tells of.
 * @throws Error when an attribute is not explained, or an explanation has no attribute
 */
export function readAttributes(root: string, element: ts.ClassDeclaration): Attribute[] {
  const source = readSource(root, settingsFile);
  const members = findNodes(source, ts.isInterfaceDeclaration)
    .filter(({ name }) => name.text === 'Settings')
    .flatMap((settings) => settings.members.filter(ts.isPropertySignature));
  const settings = members.map((member) =>
    describeAttribute(kebabCase(member.name.getText()), readDocText(member), readDocType(member)),
  );
  const others = readDocTags(element, 'attr').map(({ name, text, type }) =>
    describeAttribute(name, text, type),
  );
  const observed = readObserved(source);
  // Of the others, some are for the style sheet or the browser alone.
  const documented = [...settings, ...others.filter(({ name }) => observed.includes(name))];
  requireSame(
    'Attributes',
    documented.map(({ name }) => name),
    observed,
  );
  return [...settings, ...others];
}

/** What the element listens to: the list that stands beside the settings. */
function readObserved(source: ts.SourceFile): string[] {
  const [list] = findNodes(source, ts.isVariableDeclaration).filter(
    ({ name }) => name.getText() === 'settingNames',
  );
  const strings: string[] = [];
  list?.initializer?.forEachChild((item) => {
    if (ts.isStringLiteral(item)) strings.push(item.text);
  });
  return strings;
}

/** A sentence that begins with “Default:” tells the default, in words. */
function describeAttribute(name: string, text: string, type = 'string'): Attribute {
  const [description = '', usual] = text.split(/ Default: (.*)\.$/);
  return { name, description, type: { text: type }, ...(usual && { default: usual }) };
}

const kebabCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
