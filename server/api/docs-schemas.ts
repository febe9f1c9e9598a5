import { html } from 'hono/html';
import type { Html } from './docs-page.ts';

/** What the page tells of every schema: its fields, what they hold and what they mean. */
export const schemaSections = (schemas: Record<string, Record<string, unknown>>): Html[] =>
  Object.entries(schemas).map(([name, schema]) => {
    const required = new Set(Array.isArray(schema['required']) ? schema['required'] : []);
    return html`<section aria-labelledby="schema-${name}">
      <h3 id="schema-${name}">${name}</h3>
      <dl>
        ${Object.entries(propertiesOf(schema)).map(
          ([field, property]) =>
            html`<dt>
                <code>${field}</code> (${typeOf(property)}${required.has(field) ? '' : ', optional'})
              </dt>
              <dd>${typeof property['description'] === 'string' ? property['description'] : ''}</dd>`,
        )}
      </dl>
    </section>`;
  });

type Property = Record<string, unknown>;

const isProperty = (value: unknown): value is Property =>
  typeof value === 'object' && value !== null;

const propertiesOf = (schema: Property) =>
  (isProperty(schema['properties']) ? schema['properties'] : {}) as Record<string, Property>;

/** What a field holds, in words. */
function typeOf(property: Property): string {
  const { $ref: reference, type, items, enum: values, format, anyOf } = property;
  if (typeof reference === 'string') return reference.split('/').at(-1) ?? '';
  if (Array.isArray(anyOf)) return anyOf.filter(isProperty).map(typeOf).join(' or ');
  if (Array.isArray(values)) return values.map((value) => JSON.stringify(value)).join(' or ');
  if (type === 'array' && isProperty(items)) return `list of ${typeOf(items)}`;
  if (Array.isArray(type)) return type.join(' or ');
  return [type, format].filter((word) => typeof word === 'string').join(', ');
}
