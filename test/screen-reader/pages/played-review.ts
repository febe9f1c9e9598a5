import { createDayOf } from '../../../server/clock.ts';
import type { Answer } from '../../../server/contract/response-schema.ts';
import { startTestService } from '../../support/test-service.ts';

/** The review stands still here, so that its dates can be expected word by word. */
const now = new Date('2026-11-22T12:00:00Z');
const dayOf = createDayOf('Europe/Stockholm');
const origin = 'https://www.example.se';

interface PlayedDay {
  /** Such as `2026-11-18`; all answers came at noon, Swedish time. */
  day: string;
  answers: Partial<Record<Answer, number>>;
  /** Of the first answer. */
  comment?: string;
}

/** Was changed on 10 November, and has been better since. */
const apply: readonly PlayedDay[] = [
  {
    day: '2026-11-03',
    answers: { no: 30, yes: 10 },
    comment: 'Hittar inte blanketten för återbäring.',
  },
  { day: '2026-11-18', answers: { no: 4, yes: 26 }, comment: 'Vad kostar det?' },
];
const hours: readonly PlayedDay[] = [{ day: '2026-11-17', answers: { yes: 9 } }];

/** A review in which two pages have answers, behind a link that signs its editor in. */
export async function startPlayedReview(): Promise<{ address: string; stop: () => Promise<void> }> {
  const service = await startTestService({ clock: () => now });
  const { store, editor, site } = service;
  const by = { at: now, actor: 'Kim' };
  await store.setEditorLanguage(editor.id, 'sv');
  await store.addTag(site.id, 'Blankett', by);
  const play = (path: string, title: string, days: readonly PlayedDay[]) =>
    store.appendResponses(days.flatMap((each) => responsesOf(site.id, { path, title }, each)));
  await play('/ansok', 'Ansök om stöd', apply);
  await play('/tider', 'Öppettider', hours);
  const pages = await store.listPages([site.id], { limit: 2, offset: 0 });
  const changed = pages.find(({ title }) => title === 'Ansök om stöd');
  if (!changed) throw new Error('The played page is not there.');
  const edit = { siteId: site.id, pageId: changed.id, day: '2026-11-10', note: 'Blanketten först' };
  await store.addRevision(edit, by);
  return { address: await service.signInLink(), stop: service.stop };
}

function responsesOf(
  siteId: number,
  { path, title }: { path: string; title: string },
  { day, answers, comment }: PlayedDay,
) {
  const received = new Date(`${day}T11:00:00Z`);
  const all = (['no', 'yes'] as const).flatMap((answer) =>
    Array.from({ length: answers[answer] ?? 0 }, () => answer),
  );
  return all.map((answer, index) => ({
    key: crypto.randomUUID(),
    siteId,
    address: origin + path,
    received,
    day: dayOf(received),
    revisionNo: 1,
    content: {
      answer,
      survey: 'page' as const,
      title,
      pageLanguage: 'sv',
      ...(index === 0 && comment !== undefined && { comment }),
    },
  }));
}
