import type { ElementEvent, EventClass, Manifest } from './manifest.ts';

/**
 * The types of the element for projects that import it: what the page may listen for.
 * They are interfaces, since the built element exports no class, and import nothing, so that
 * such a project needs no package but this one.
 * @returns the text of a declaration file
 */
export function renderElementTypes({ modules }: Manifest): string {
  const [{ declarations: elements }, { declarations: eventClasses }] = modules;
  const tags = elements.map(({ tagName, name }) => `    '${tagName}': ${name};`);
  const events = elements.flatMap((element) => element.events).map(renderEvent);
  return `${elements.map(renderElement).join('\n')}
${eventClasses.map(renderEventClass).join('\n')}
declare global {
  interface HTMLElementTagNameMap {
${tags.join('\n')}
  }

  /** The events bubble: the element, the document and the window can listen for them. */
  interface GlobalEventHandlersEventMap {
${events.join('\n')}
  }
}
`;
}

const renderElement = ({ description, name, superclass }: Named) =>
  `/** ${description} */
export interface ${name} extends ${superclass.name} {}
`;

type Named = Pick<EventClass, 'description' | 'name' | 'superclass'>;

function renderEventClass({ description, name, superclass, members }: EventClass): string {
  const fields = members.map(
    (field) => `  /** ${field.description} */
  readonly ${field.name}: ${field.type.text};
`,
  );
  return `/** ${description} */
export interface ${name} extends ${superclass.name} {${fields.length > 0 ? '\n' : ''}${fields.join('')}}
`;
}

const renderEvent = ({ name, type }: ElementEvent) => `    '${name}': ${type.text};`;
