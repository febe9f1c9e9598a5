import { parseArgs } from 'node:util';
import { settingsSchema, type SiteSettings } from '../store/site-settings.ts';
import { openStore } from '../store/open-store.ts';
import type { Command } from './command.ts';
import { findSite } from './find-site.ts';

/** Changes what an agency has decided for a site; a running service follows within a minute. */
export const setSiteCommand: Command = {
  name: 'site set',
  usage: `KEY [--retention-months N] [--open-data yes|no]
          [--spam-layer-off NAME …] [--unwanted-word WORD …] [--prompt-off PATH …]
      change what is decided for a site, or tell it (each list replaces the one before;
      the name none empties it)`,
  async run(config, args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        'retention-months': { type: 'string' },
        'open-data': { type: 'string' },
        'spam-layer-off': { type: 'string', multiple: true },
        'unwanted-word': { type: 'string', multiple: true },
        'prompt-off': { type: 'string', multiple: true },
      },
    });
    const store = await openStore(config);
    try {
      const [key] = positionals;
      if (key === undefined) throw new Error('Give the key of the site.');
      const site = await findSite(store, key);
      const settings = readChanges(site.settings, {
        retentionMonths: values['retention-months'],
        openData: values['open-data'],
        spamLayersOff: values['spam-layer-off'],
        unwantedWords: values['unwanted-word'],
        promptOff: values['prompt-off'],
      });
      if (Object.keys(values).length > 0) {
        const by = { at: new Date(), actor: 'gensvar site set' };
        const changed = await store.changeSite(site, { ...site, settings }, by);
        if (!changed) throw new Error('Somebody else has changed the site meanwhile. Try again.');
      }
      for (const [name, value] of Object.entries(settings)) {
        console.log(`${name}: ${told(value)}`);
      }
    } finally {
      await store.close();
    }
  },
};

interface Changes {
  retentionMonths: string | undefined;
  openData: string | undefined;
  spamLayersOff: string[] | undefined;
  unwantedWords: string[] | undefined;
  promptOff: string[] | undefined;
}

/** @throws Error that names each setting with a fault */
function readChanges(settings: SiteSettings, changes: Changes): SiteSettings {
  const { retentionMonths, openData, spamLayersOff, unwantedWords, promptOff } = changes;
  const result = settingsSchema.safeParse({
    ...settings,
    ...(retentionMonths !== undefined && { retentionMonths: Number(retentionMonths) }),
    ...(openData !== undefined && {
      openData: openData === 'yes' || (openData !== 'no' && openData),
    }),
    ...(spamLayersOff && { spamLayersOff: listed(spamLayersOff) }),
    ...(unwantedWords && { unwantedWords: listed(unwantedWords) }),
    ...(promptOff && { prompt: { ...settings.prompt, offPaths: listed(promptOff) } }),
  });
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new Error(faults.join('\n'));
}

const told = (value: unknown): string => {
  if (Array.isArray(value)) return value.join(', ') || 'none';
  return typeof value === 'string' ? value : JSON.stringify(value);
};

const listed = (words: string[]) => (words.length === 1 && words[0] === 'none' ? [] : words);
