import { addDays, mondayOf } from '../days.ts';
import type { MailClaim } from '../store/editor-mail.ts';
import type { WeekChange } from '../store/week-changes.ts';
import { dropLetter } from './letters.ts';
import { afterDelivery, type MailJob } from './mail-job.ts';
import { findOwnPages } from './scope.ts';
import { deviateForMany, judgeWeek, leastInWeek, weeksBefore } from './week-rule.ts';

/** Warns of pages that clearly fewer say yes to this week; once for each page and week. */
export async function sendDrops(job: MailJob): Promise<void> {
  const { store, mail, clock, dayOf } = job;
  const monday = mondayOf(dayOf(clock()));
  const recipients = (await store.listRecipients()).filter(({ wish }) => wish.warnings);
  const siteIds = [...new Set(recipients.flatMap(({ editor }) => editor.siteIds))];
  const drops: WeekChange[] = [];
  for (const siteId of siteIds) {
    const changes = await store.listWeekChanges({
      siteId,
      week: { from: monday, to: addDays(monday, 6) },
      since: addDays(monday, -7 * weeksBefore),
      least: leastInWeek,
    });
    drops.push(
      ...changes.filter(({ week, before }) => judgeWeek(week, before, deviateForMany) === 'worse'),
    );
  }
  if (drops.length === 0) return;

  for (const { editor, wish } of recipients) {
    const own = await findOwnPages(store, editor);
    const told: WeekChange[] = [];
    const claims: MailClaim[] = [];
    for (const drop of drops) {
      const { id, siteId } = drop.page;
      if (!editor.siteIds.includes(siteId) || (own !== null && !own.has(id))) continue;
      const claim: MailClaim = { editorId: editor.id, kind: 'drop', subject: `${id}/${monday}` };
      if (!(await store.claimMail(claim, clock()))) continue;
      told.push(drop);
      claims.push(claim);
    }
    if (told.length === 0) continue;
    const letter = dropLetter(told, mail.localeOf(editor), mail.review());
    const to = { editor, address: wish.address };
    const delivery = await mail.send(to, letter, { kind: 'warnings' });
    if (!(await afterDelivery(delivery, claims, job))) return;
  }
}
