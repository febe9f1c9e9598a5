import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';
import { readDocSentence, readDocTags } from './doc-comments.ts';
import type { CustomProperty, Described, Manifest } from './manifest.ts';
import { readAttributes } from './read-attributes.ts';
import { eventsFile, readEventClasses, readEvents } from './read-events.ts';
import { findCustomProperties, findParts, requireSame } from './source-names.ts';
import { findNodes, readSource, readTypedSource } from './sources.ts';

const elementFile = 'widget/page-feedback.ts';
const tagName = 'page-feedback';

/**
 * Describes the element from its doc comments, types, templates and styles.
 * @param root the project's folder
 * @throws Error that names what is not explained, or explained but not there
 */
export function describeElement(root: string): Manifest {
  const [element] = findNodes(readSource(root, elementFile), ts.isClassDeclaration);
  const name = element?.name?.text;
  if (!element || !name) throw new Error(`There is no class in ${elementFile}.`);
  const described = {
    description: readDocSentence(element, 'summary'),
    attributes: readAttributes(root, element),
    cssProperties: readCustomProperties(root, element),
    cssParts: readParts(root, element),
    slots: readDocTags(element, 'slot').map(asDescribed),
  };
  const eventSource = readTypedSource(root, eventsFile);
  const eventClasses = readEventClasses(eventSource);
  const events = readEvents(eventSource, element, eventClasses);
  const declaration = { name, module: elementFile };
  return {
    schemaVersion: '1.0.0',
    modules: [
      {
        kind: 'javascript-module',
        path: elementFile,
        declarations: [
          {
            kind: 'class',
            customElement: true,
            tagName,
            name,
            superclass: { name: 'HTMLElement' },
            ...described,
            events,
          },
        ],
        exports: [
          { kind: 'js', name, declaration },
          { kind: 'custom-element-definition', name: tagName, declaration },
        ],
      },
      {
        kind: 'javascript-module',
        path: eventsFile,
        declarations: eventClasses,
        exports: eventClasses.map((one) => ({
          kind: 'js',
          name: one.name,
          declaration: { name: one.name, module: eventsFile },
        })),
      },
    ],
  };
}

const asDescribed = ({ name, text }: { name: string; text: string }): Described => ({
  name,
  description: text,
});

const namesOf = (list: { name: string }[]) => list.map(({ name }) => name);

function readParts(root: string, element: ts.ClassDeclaration): Described[] {
  const parts = readDocTags(element, 'csspart').map(asDescribed);
  requireSame('Parts', namesOf(parts), findParts(readAll(root, 'widget/*-template.ts')));
  return parts;
}

function readCustomProperties(root: string, element: ts.ClassDeclaration): CustomProperty[] {
  const found = findCustomProperties(readAll(root, 'widget/*-styles.ts'));
  const properties = readDocTags(element, 'cssprop');
  requireSame('Custom properties', namesOf(properties), namesOf(found));
  return properties.map((property) => ({
    ...asDescribed(property),
    default: found.find(({ name }) => name === property.name)?.default ?? '',
  }));
}

const readAll = (root: string, pattern: string) =>
  globSync(pattern, { cwd: root })
    .sort()
    .map((file) => readFileSync(resolve(root, file), 'utf8'))
    .join('\n');
