import { addDays, mondayOf, weekOf } from '../days.ts';
import type { Recipient } from '../store/editor-mail.ts';
import type { WeekChange } from '../store/week-changes.ts';
import type { WorkFilter, WorkPage } from '../store/work-list.ts';
import { digestLetter, type Digest } from './letters.ts';
import type { Letter } from './letter.ts';
import { afterDelivery, type MailJob } from './mail-job.ts';
import { findOwnPages, type OwnPages } from './scope.ts';
import { judgeWeek, leastInWeek, weeksBefore } from './week-rule.ts';

/** When the summary of the week before is sent on Mondays: at seven in the morning. */
const firstHour = 7;

/** How many pages of a kind a summary names. */
const mostNamed = 5;

const period = 30;

/** A summary and who would have it. */
export interface PreparedDigest {
  recipient: Recipient;
  letter: Letter;
}

/**
 * Sends the weekly summaries: on Monday from seven, and until the end of Tuesday to those
 * whom it did not reach. Whoever has nothing to do gets none.
 */
export async function sendDigests(job: MailJob): Promise<void> {
  const { store, mail, clock, dayOf, hourOf } = job;
  const today = dayOf(clock());
  const monday = mondayOf(today);
  const isMonday = today === monday;
  if (!isMonday && today !== addDays(monday, 1)) return;
  if (isMonday && hourOf(clock()) < firstHour) return;
  const changes = createChanges(job, monday);
  for (const recipient of await listReaders(job)) {
    const { editor, wish } = recipient;
    const claim = { editorId: editor.id, kind: 'digest', subject: monday } as const;
    if (await store.isMailClaimed(claim)) continue;
    const letter = await prepare(job, recipient, monday, changes);
    // Also who has nothing to do is done with for this week.
    if (!(await store.claimMail(claim, clock())) || !letter) continue;
    const to = { editor, address: wish.address };
    const delivery = await mail.send(to, letter, { kind: 'digest' });
    if (!(await afterDelivery(delivery, [claim], job))) return;
  }
}

/** The summaries that would be sent if today were a Monday; nothing is sent or noted. */
export async function prepareDigests(job: MailJob): Promise<PreparedDigest[]> {
  const monday = mondayOf(job.dayOf(job.clock()));
  const changes = createChanges(job, monday);
  const prepared: PreparedDigest[] = [];
  for (const recipient of await listReaders(job)) {
    const letter = await prepare(job, recipient, monday, changes);
    if (letter) prepared.push({ recipient, letter });
  }
  return prepared;
}

/** Those who want the summary, each with the sites that send one. */
async function listReaders({ store }: MailJob): Promise<Recipient[]> {
  const sites = await store.listSites();
  const sending = new Set(sites.filter(({ settings }) => settings.digest).map(({ id }) => id));
  return (await store.listRecipients())
    .filter(({ wish }) => wish.digest)
    .map(({ editor, ...rest }) => ({
      ...rest,
      editor: { ...editor, siteIds: editor.siteIds.filter((id) => sending.has(id)) },
    }));
}

type Changes = (siteId: number) => Promise<WeekChange[]>;

/** The week before a Monday, of each site once, however many editors it has. */
function createChanges({ store }: MailJob, monday: string): Changes {
  const known = new Map<number, Promise<WeekChange[]>>();
  return (siteId) => {
    const found =
      known.get(siteId) ??
      store.listWeekChanges({
        siteId,
        week: { from: addDays(monday, -7), to: addDays(monday, -1) },
        since: addDays(monday, -7 * (weeksBefore + 1)),
        least: leastInWeek,
      });
    known.set(siteId, found);
    return found;
  };
}

async function prepare(
  { store, mail, ranking }: MailJob,
  { editor }: Recipient,
  monday: string,
  changesOf: Changes,
): Promise<Letter | null> {
  if (editor.siteIds.length === 0) return null;
  const own = await findOwnPages(store, editor);
  const filter: WorkFilter = {
    siteIds: editor.siteIds,
    period,
    ...(own && { caredForBy: editor.id }),
  };
  await ranking.refresh(editor.siteIds);
  const from = ranking.periodStarts()[period];
  const first = { limit: mostNamed, offset: 0 };
  const list = (sort: 'new' | 'attention') => store.listWork(filter, from, sort, first);
  const changes = (await Promise.all(editor.siteIds.map(changesOf))).flat();
  const digest: Digest = {
    week: weekOf(addDays(monday, -1)).number,
    sites: own ? null : await namesOf(store, editor.siteIds),
    sums: await store.sumWork(filter),
    waiting: (await list('new')).filter(({ waiting }: WorkPage) => waiting > 0),
    attention: (await list('attention')).filter(({ needsAttention }) => needsAttention),
    period,
    worse: changed(changes, 'worse', own),
    better: changed(changes, 'better', own),
  };
  const { sums, worse } = digest;
  if (sums.waiting === 0 && sums.attention === 0 && worse.length === 0) return null;
  return digestLetter(digest, mail.localeOf(editor), mail.review());
}

/** The pages that changed most: by how much the share of yes is another. */
function changed(changes: WeekChange[], how: 'better' | 'worse', own: OwnPages): WeekChange[] {
  const difference = ({ week, before }: WeekChange) =>
    Math.abs(week.yes / week.total - before.yes / before.total);
  return changes
    .filter(({ page }) => own === null || own.has(page.id))
    .filter(({ week, before }) => judgeWeek(week, before) === how)
    .sort((one, other) => difference(other) - difference(one))
    .slice(0, mostNamed);
}

const namesOf = async (store: MailJob['store'], siteIds: number[]): Promise<string[]> =>
  (await store.listSites()).filter(({ id }) => siteIds.includes(id)).map(({ name }) => name);
