import { html } from 'hono/html';
import { bilingual, type Content, type Html, type ShownOperation } from './docs-page.ts';

/** What the page tells of one operation: words, parameters, a form to try it, answers. */
export function operationSection(operation: ShownOperation, base: string, server: string): Html {
  const { operationId, method, path, summary, description, parameters = [] } = operation;
  const scope = operation['x-scope'];
  return html`<section aria-labelledby="${operationId}">
    <h3 id="${operationId}">${summary}</h3>
    <p class="call"><code>${method} ${path}</code></p>
    ${bilingual(description)}
    ${scope === undefined ? '' : html`<p>Needs a token with the scope <code>${scope}</code>.</p>`}
    ${
      parameters.length === 0
        ? ''
        : html`<h4>Parameters</h4>
            <dl>
              ${parameters.map(
                (parameter) =>
                  html`<dt>
                      <code>${parameter.name}</code> (${parameter.in},
                      ${parameter.in === 'path' ? 'required' : 'optional'})
                    </dt>
                    <dd>
                      ${parameter.description} ${limitsOf(parameter.schema)} Example:
                      <code>${String(parameter.example)}</code>
                    </dd>`,
              )}
            </dl>`
    }
    ${
      operation.requestBody
        ? html`<h4>Request</h4>
            <p>${operation.requestBody.description}</p>
            ${examples(operation.requestBody.content)}`
        : html`<h4>Request</h4>
            <pre><code>${curl(operation, server)}</code></pre>
            ${tryForm(operation, base)}`
    }
    <h4>Answers</h4>
    ${Object.entries(operation.responses).map(
      ([status, response]) =>
        html`<details>
          <summary><strong>${status}</strong> ${response.description}</summary>
          ${response.content ? examples(response.content) : html`<p>Without a body.</p>`}
        </details>`,
    )}
  </section>`;
}

const examples = (content: Content): Html[] =>
  Object.entries(content).map(
    ([type, { schema, examples: named }]) =>
      html`<p><code>${type}</code>${schemaLink(schema)}</p>
        ${Object.values(named).map(
          ({ value }) =>
            html`<pre><code>${typeof value === 'string' ? value : JSON.stringify(value, null, 2)}</code></pre>`,
        )}`,
  );

function schemaLink(schema: object): Html | '' {
  if (!('$ref' in schema)) return '';
  const name = String(schema.$ref).split('/').at(-1) ?? '';
  return html`, schema <a href="#schema-${name}">${name}</a>`;
}

/** The numbers that bound a parameter, in words. */
function limitsOf(schema: unknown): string {
  const { minimum, maximum, default: usual } = schema as Record<string, unknown>;
  const words = [
    typeof minimum === 'number' && `from ${minimum}`,
    typeof maximum === 'number' && `to ${maximum}`,
    typeof usual === 'number' && `usually ${usual}`,
  ].filter((word) => word !== false);
  return words.length === 0 ? '' : `(${words.join(', ')})`;
}

/** The request in full, for a terminal. */
function curl({ path, parameters = [], 'x-scope': scope }: ShownOperation, server: string): string {
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    String(parameters.find((parameter) => parameter.name === name)?.example),
  );
  const query = parameters
    .filter(({ name }) => name === 'from' || name === 'to')
    .map(({ name, example }) => `${name}=${String(example)}`)
    .join('&');
  const token = scope === undefined ? '' : `-H 'Authorization: Bearer TOKEN' `;
  return `curl ${token}'${server}${address}${query === '' ? '' : `?${query}`}'`;
}

/** Hidden until the script that serves it has come. */
function tryForm(
  { operationId, path, summary, parameters = [] }: ShownOperation,
  base: string,
): Html {
  return html`<form class="try" hidden data-address="${base}${path}" aria-label="Try: ${summary}">
    ${parameters.map(({ name, in: place }) => {
      const id = `${operationId}-${name}`;
      return html`<p>
        <label for="${id}">${name}</label>
        <input id="${id}" name="${name}" data-in="${place}" autocomplete="off"${place === 'path' ? html` required` : ''} />
      </p>`;
    })}
    <button>Send<span class="unseen">: ${summary}</span></button>
    <p role="status"></p>
    <pre hidden><code></code></pre>
  </form>`;
}
