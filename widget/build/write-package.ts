import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describeElement } from './describe-element.ts';
import { renderElementTypes } from './element-types.ts';

/** What the project's own `package.json` lends to that of the element. */
type OwnPackage = Record<'name' | 'version' | 'license', unknown>;

const typesFile = 'page-feedback.d.ts';

/**
 * Writes the element as an npm package of its own, for websites that bundle their scripts. It
 * has no dependencies: whoever imports the prompt shall not install the service, its database
 * and its Node.js.
 * @param root the project's folder, built
 * @param folder where the package is to lie
 */
export async function writePackage(root: string, folder: string): Promise<void> {
  const built = resolve(root, 'dist/widget');
  const scripts = (await readdir(built)).filter((name) => name.endsWith('.js'));
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const name of scripts) await copyFile(resolve(built, name), resolve(folder, name));
  await copyFile(resolve(root, 'LICENSE'), resolve(folder, 'LICENSE'));

  const own = JSON.parse(await readFile(resolve(root, 'package.json'), 'utf8')) as OwnPackage;
  const description = JSON.stringify(describePackage(own, scripts), null, 2);
  const write = (name: string, text: string) => writeFile(resolve(folder, name), text);
  await write('package.json', `${description}\n`);
  await write(typesFile, renderElementTypes(describeElement(root)));
  await write('README.md', readme);
}

function describePackage({ name, version, license }: OwnPackage, scripts: string[]) {
  // The loader finds itself by its script tag: it can be copied, but not imported.
  const elements = scripts.filter((script) => /^page-feedback\.[\w-]+\.js$/.test(script)).sort();
  return {
    name,
    version,
    description: 'The element <page-feedback> of Gensvar: asks whether a page helped.',
    license,
    type: 'module',
    exports: {
      ...Object.fromEntries(
        elements.map((file) => [`./${file}`, { types: `./${typesFile}`, default: `./${file}` }]),
      ),
      './package.json': './package.json',
    },
    // Importing a file registers the element: a bundler must not drop it as unused.
    sideEffects: elements.map((file) => `./${file}`),
  };
}

const readme = `# gensvar

The element \`<page-feedback>\` of Gensvar, one file for each language. It needs a running service.

\`\`\`js
import 'gensvar/page-feedback.sv.js';
\`\`\`

\`\`\`html
<page-feedback service="https://feedback.example.se"></page-feedback>
\`\`\`

The attribute \`service\` is required here: a bundled script cannot tell where the service is. Without
it answers go to the website's own address, and the console tells of it at the first answer. Import in
the browser only, not where pages are made on a server.

The events are typed on the element, the document and the window:

\`\`\`js
document.addEventListener('feedback-answered', (event) => {
  console.log(event.answer);
});
\`\`\`
`;
