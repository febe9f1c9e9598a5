import type {
  Attribute,
  CustomProperty,
  Described,
  ElementClass,
  ElementEvent,
  EventClass,
  Manifest,
} from './manifest.ts';

/** Writes the reference of the element, in Markdown. */
export function renderReference({ modules: [element, events] }: Manifest): string {
  return element.declarations.map((one) => renderElement(one, events.declarations)).join('\n');
}

const renderElement = (element: ElementClass, eventClasses: EventClass[]) => `\
<!-- Generated from the doc comments in widget/ by \`npm run manifest\`: change them, not this file. -->

# \`<${element.tagName}>\`

${element.description} How to embed it stands in the [README](../README.md), how to dress it in [themes](themes.md). Tools read the same from [custom-elements.json](../custom-elements.json).

## Attributes

All of them may be left out. What is changed later counts at once.

${table(['Attribute', 'What it is', 'Type', 'Default'], element.attributes.map(attributeRow))}

## Content

${element.slots.map(({ description }) => description).join('\n\n')} It stands between the tags, and is hidden once the element shows itself.

## Events

All of them bubble, and pass the border of the shadow root. None carries the words of a comment. In brackets is the class.

${element.events.map((event) => eventSection(event, eventClasses)).join('\n\n')}

## Custom properties

The page's style sheet sets them on the element or on anything around it. \`light-dark(…)\` gives one value for light pages and one for dark ones.

${table(['Custom property', 'What it sets', 'Default'], element.cssProperties.map(propertyRow))}

These lines change nothing: they set the defaults.

\`\`\`css
${element.tagName} {
${element.cssProperties.map(({ name, default: usual }) => `  ${name}: ${usual};`).join('\n')}
}
\`\`\`

## Parts

A page can style a part in any way: what it says counts more than the element's own styles.

${table(['Part', 'What it is'], element.cssParts.map(partRow))}

\`\`\`css
${element.tagName}::part(${element.cssParts[0]?.name ?? ''}) {
  font-family: Georgia, serif;
}
\`\`\`
`;

const code = (text: string) => `\`${text}\``;

/** A bar would end the cell, also inside code. */
const cell = (text: string) => text.replaceAll('|', '\\|');

const table = (head: string[], rows: string[][]) =>
  [head, head.map(() => '---'), ...rows.map((row) => row.map(cell))]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');

const attributeRow = ({ name, description, type, default: usual }: Attribute) => [
  code(name),
  description,
  code(type.text),
  usual ?? (type.text === 'boolean' ? 'off' : 'none'),
];

const propertyRow = ({ name, description, default: usual }: CustomProperty) => [
  code(name),
  description,
  code(usual),
];

const partRow = ({ name, description }: Described) => [code(name), description];

function eventSection({ name, description, type }: ElementEvent, classes: EventClass[]): string {
  const { members = [] } = classes.find((one) => one.name === type.text) ?? {};
  const fields = members.map(
    (field) => `- ${code(field.name)}, ${code(field.type.text)}: ${field.description}\n`,
  );
  const told = ['event.type', ...members.map((field) => `event.${field.name}`)].join(', ');
  return `### ${code(name)}

${description} (${code(type.text)})

${fields.join('')}
\`\`\`js
document.addEventListener('${name}', (event) => {
  console.log(${told});
});
\`\`\``;
}
