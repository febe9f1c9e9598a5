import { parseArgs } from 'node:util';
import { applyRetention } from '../retention/apply-retention.ts';
import { openStore } from '../store/open-store.ts';
import type { Command } from './command.ts';

/** Deletes comments whose time is over; the running service does the same every hour. */
export const retentionCommand: Command = {
  name: 'retention',
  usage: '[--dry-run]\n      delete comments whose time is over (--dry-run: tell only how many)',
  async run(config, args) {
    const { values } = parseArgs({
      args,
      options: { 'dry-run': { type: 'boolean', default: false } },
    });
    const dryRun = values['dry-run'];
    const store = await openStore(config);
    try {
      const clock = () => new Date();
      const results = await applyRetention({ store, clock, dryRun, actor: 'gensvar retention' });
      if (results.length === 0) console.log('There is no site yet.');
      for (const { site, before, comments } of results) {
        const done = dryRun ? 'would be deleted' : 'deleted';
        const kept = `kept for ${site.settings.retentionMonths} months`;
        const day = before.toISOString().slice(0, 10);
        console.log(`${site.key}: ${comments} comments from before ${day} ${done} (${kept})`);
      }
      console.log('How long comments are kept is for the archivist of the agency to decide.');
    } finally {
      await store.close();
    }
  },
};
