import ts from 'typescript';
import { readDocTags, readDocText } from './doc-comments.ts';
import type { ClassField, ElementEvent, EventClass } from './manifest.ts';
import { requireSame } from './source-names.ts';
import { findNodes, type TypedSource } from './sources.ts';

export const eventsFile = 'widget/feedback-events.ts';

/**
 * Reads the events that the element fires: their classes by the names that they have in
 * `GlobalEventHandlersEventMap`.
 * @throws Error when an event is not in the doc block of the element, or only there
 */
export function readEvents(
  { source }: TypedSource,
  element: ts.ClassDeclaration,
  classes: EventClass[],
): ElementEvent[] {
  const events = findNodes(source, ts.isInterfaceDeclaration)
    .filter(({ name }) => name.text === 'GlobalEventHandlersEventMap')
    .flatMap(({ members }) => members.filter(ts.isPropertySignature))
    .map(({ name, type }) => ({ name: textOfName(name), type: type?.getText() ?? '' }));
  requireSame(
    'Events',
    readDocTags(element, 'fires').map(({ name }) => name),
    events.map(({ name }) => name),
  );
  return events.map(({ name, type }) => {
    const eventClass = classes.find((one) => one.name === type);
    if (!eventClass) throw new Error(`There is no class ${type} for the event ${name}.`);
    const references = [{ name: type, module: eventsFile }];
    return { name, description: eventClass.description, type: { text: type, references } };
  });
}

/** Reads the classes of the events, with what each tells beside its name. */
export function readEventClasses({ checker, source }: TypedSource): EventClass[] {
  const exported = findNodes(source, ts.isClassDeclaration).filter((declaration) =>
    declaration.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword),
  );
  return exported.map((declaration) => ({
    kind: 'class',
    name: declaration.name?.text ?? '',
    description: readDocText(declaration),
    superclass: { name: 'Event' },
    members: declaration.members
      .filter(ts.isPropertyDeclaration)
      .map((field) => describeField(checker, field)),
  }));
}

function describeField(checker: ts.TypeChecker, field: ts.PropertyDeclaration): ClassField {
  // Readers see the words that a type allows, not the name that the source has for it.
  const text = checker.typeToString(
    checker.getTypeAtLocation(field),
    field,
    ts.TypeFormatFlags.InTypeAlias | ts.TypeFormatFlags.NoTruncation,
  );
  return {
    kind: 'field',
    name: field.name.getText(),
    description: readDocText(field),
    readonly: true,
    type: { text: text.replaceAll('"', "'") },
  };
}

const textOfName = (name: ts.PropertyName) =>
  ts.isStringLiteral(name) ? name.text : name.getText();
