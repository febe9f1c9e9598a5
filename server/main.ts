import { parseArgs } from 'node:util';
import { addSite } from './commands/add-site.ts';
import { inviteEditor } from './commands/invite-editor.ts';
import { serve } from './commands/serve.ts';
import { readConfig } from './config.ts';

const usage = `gensvar: page feedback for public websites

  serve [--demo]                     run the service (--demo: with demo pages and a link to sign in)
  site add KEY --name NAME --origin https://www.example.se [--origin …]
           [--fold-www] [--query-parameter NAME …] [--allowed-number NUMBER …]
                                     take in answers about a site's pages
  editor invite NAME [--site KEY …]  print a one-time link by which an editor signs in

Configuration is read from the environment: see README.md.`;

async function run(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      demo: { type: 'boolean', default: false },
      name: { type: 'string' },
      origin: { type: 'string', multiple: true, default: [] },
      site: { type: 'string', multiple: true, default: [] },
      'fold-www': { type: 'boolean', default: false },
      'query-parameter': { type: 'string', multiple: true, default: [] },
      'allowed-number': { type: 'string', multiple: true, default: [] },
      help: { type: 'boolean', default: false },
    },
  });
  const config = readConfig(process.env);
  const [first, second, subject] = positionals;
  const command = subject === undefined ? first : `${first} ${second}`;
  if (values.help) console.log(usage);
  else if (command === 'serve') await serve(config, values.demo);
  else if (command === 'site add' && subject) {
    await addSite(config, {
      key: subject,
      name: values.name ?? subject,
      origins: values.origin,
      foldWww: values['fold-www'],
      queryParameters: values['query-parameter'],
      allowedNumbers: values['allowed-number'],
    });
  } else if (command === 'editor invite' && subject) {
    await inviteEditor(config, subject, values.site);
  } else throw new Error(usage);
}

run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
