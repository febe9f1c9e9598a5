import { parseArgs } from 'node:util';
import { baseAddress } from '../base-address.ts';
import { prepareDigests, sendDigests } from '../mail/digests.ts';
import { letterAsText } from '../mail/letter.ts';
import { createMail } from '../mail/mail.ts';
import { createMailJob } from '../mail/mail-jobs.ts';
import { openStore } from '../store/open-store.ts';
import { loadWords } from '../words/words.ts';
import type { Command } from './command.ts';

/** Shows or sends the weekly summaries; the running service sends them on Mondays. */
export const digestCommand: Command = {
  name: 'digest',
  usage: `[--dry-run]
      send the weekly summaries that are due (--dry-run: show what each would say today)`,
  async run(config, args) {
    const { values } = parseArgs({
      args,
      options: { 'dry-run': { type: 'boolean', default: false } },
    });
    if (!config.mail) throw new Error('Set GENSVAR_SMTP_URL and GENSVAR_MAIL_FROM to send mail.');
    const store = await openStore(config);
    try {
      const clock = () => new Date();
      const { timeZone } = config;
      let faults = 0;
      const mail = createMail({
        settings: config.mail,
        ...{ store, words: await loadWords(), clock, timeZone },
        publicUrl: () => baseAddress(config),
        secret: await store.readSecret('mail'),
        report: (fault) => {
          faults += 1;
          console.error(fault instanceof Error ? fault.message : 'Mail was not sent.');
        },
      });
      const job = { ...createMailJob({ store, mail, clock, timeZone }), isStopping: () => false };
      if (!values['dry-run']) {
        await sendDigests(job);
        if (faults > 0) throw new Error('Not all mail was sent. Run the command again later.');
        return;
      }
      const prepared = await prepareDigests(job);
      for (const { recipient, letter } of prepared) {
        console.log(`To: ${recipient.wish.address}\nSubject: ${letter.subject}\n`);
        console.log(letterAsText(letter));
      }
      console.log(`${prepared.length} would be sent.`);
    } finally {
      await store.close();
    }
  },
};
