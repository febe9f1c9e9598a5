import { openStore } from '../store/open-store.ts';
import type { Command } from './command.ts';

/** Compares all counts with the responses, while the service runs. */
export const checkCommand: Command = {
  name: 'check',
  usage: '\n      prove that the counts equal the responses, while the service runs',
  async run(config) {
    const store = await openStore(config);
    try {
      const differences = await store.findCountDifferences();
      const refused = await store.countRefused();
      if (differences.length === 0) {
        console.log('The counts equal the responses.');
        if (refused > 0) throw new Error(toldOfRefused(refused));
        return;
      }
      for (const { table, siteId, pageId, day } of differences) {
        const page = pageId === null ? '' : `, page ${pageId}`;
        console.log(`${table}: site ${siteId}${page}, ${day ?? 'all days'}`);
      }
      throw new Error(
        [
          `${differences.length} counts differ from the responses. Mend them with: gensvar rebuild-counts`,
          ...(refused > 0 ? [toldOfRefused(refused)] : []),
        ].join('\n'),
      );
    } finally {
      await store.close();
    }
  },
};

const toldOfRefused = (refused: number) =>
  `${refused} acknowledged answers could not be put into their tables and are kept in inbox_refused: see the runbook.`;
