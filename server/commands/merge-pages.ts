import { parseArgs } from 'node:util';
import { locatePage } from '../intake/locate-page.ts';
import { createSiteRegister } from '../intake/site-register.ts';
import { finishMerge } from '../page-merge/finish-merges.ts';
import { openStore } from '../store/open-store.ts';
import type { MergeOutcome } from '../store/page-merges.ts';
import type { Command } from './command.ts';

/** Gives the answers of a page that has moved to its successor. */
export const mergePagesCommand: Command = {
  name: 'page merge',
  usage: `--from ADDRESS --into ADDRESS
      let a moved page's answers count for its new address; it cannot be undone`,
  async run(config, args) {
    const { values } = parseArgs({
      args,
      options: { from: { type: 'string' }, into: { type: 'string' } },
    });
    const { from, into } = values;
    if (from === undefined || into === undefined) throw new Error('Give --from and --into.');
    const store = await openStore(config);
    try {
      const sites = createSiteRegister(store, () => new Date());
      const old = await locatePage(sites, from);
      const successor = await locatePage(sites, into);
      if (old.site.id !== successor.site.id) {
        throw new Error('The two addresses belong to different sites.');
      }
      const siteId = old.site.id;
      const page = await store.findPlaceAt(siteId, old.address);
      if (!page) throw new Error(`There are no answers about ${old.address}.`);
      const by = { at: new Date(), actor: 'gensvar page merge' };
      const merge = { siteId, pageId: page.id, into: successor.address };
      const outcome = await store.beginMerge(merge, by);
      if (outcome.kind !== 'begun') throw new Error(hindrances[outcome.kind]);
      const moved = await finishMerge(store, page.id);
      console.log(`${moved} answers about ${old.address} now count for ${successor.address}.`);
    } finally {
      await store.close();
    }
  },
};

const hindrances: Record<Exclude<MergeOutcome['kind'], 'begun'>, string> = {
  same: 'The two addresses are of the same page.',
  merged: 'One of the pages has already been merged with another.',
  unknown: 'There is no such page on the site.',
};
