import { addDays, startOfDay } from '../../start-of-day.ts';
import { readSearch } from '../../store/comment-search/search-query.ts';
import type { CommentChoice, SinceEdit } from '../../store/comment-search.ts';
import type { Editor } from '../../store/store.ts';
import { readSection, sectionAddresses } from '../work-list/section.ts';
import { readDate, type Choices } from './choices.ts';
import type { Offers } from './offers.ts';

/** What is wrong with the choices, by the field in which it can be mended. */
export interface ChoiceFaults {
  q?: 'noWord';
  from?: 'badDate';
  to?: 'badDate' | 'wrongPeriod';
}

/**
 * The choices as the store wants them.
 * @returns faults where something cannot be understood: then nothing is looked for
 */
export function readChoice(
  choices: Choices,
  offers: Offers,
  editor: Editor,
  { today, dayOf }: SinceEdit,
): { choice: CommentChoice; faults: ChoiceFaults } {
  const { q, section, language, answer, tag, status, responsible, score } = choices;
  const faults: ChoiceFaults = {};
  const words = q === '' ? null : readSearch(q);
  if (q !== '' && !words) faults.q = 'noWord';
  const period = readPeriod(choices, offers, faults, { today, dayOf });
  const chosenTag = offers.tags.find(({ id }) => String(id) === tag);
  const path = section === '' ? null : readSection(section.replaceAll('\0', ''));
  const choice: CommentChoice = {
    siteIds: chosenTag ? [chosenTag.siteId] : offers.chosenSites.map(({ id }) => id),
    pageId: offers.page?.id,
    sections: path === null ? undefined : sectionAddresses(offers.chosenSites, path),
    language: language || undefined,
    answer: answer || undefined,
    ...period,
    // A tag that there is no longer stands on no comment.
    tagId: tag === '' ? undefined : Number(tag),
    status: status || undefined,
    assigneeId: assigneeOf(responsible, editor),
    leftOut: score === '' ? undefined : score === 'left-out',
    words: words ?? undefined,
  };
  return { choice, faults };
}

function readPeriod(
  { from, to, since }: Choices,
  { lastEdit }: Offers,
  faults: ChoiceFaults,
  { today, dayOf }: SinceEdit,
): Pick<CommentChoice, 'from' | 'before' | 'sinceEdit'> {
  const start = from === '' ? undefined : (readDate(from) ?? undefined);
  const end = to === '' ? undefined : (readDate(to) ?? undefined);
  if (from !== '' && !start) faults.from = 'badDate';
  if (to !== '' && !end) faults.to = 'badDate';
  if (start && end && start > end) faults.to = 'wrongPeriod';
  // The edit of one page is a beginning as any other: the day after it, as in its report.
  const edited = since === 'edit' && lastEdit !== null ? addDays(lastEdit, 1) : undefined;
  const first = edited !== undefined && edited > (start ?? '') ? edited : start;
  return {
    from: first === undefined ? undefined : startOfDay(first, dayOf),
    before: end === undefined ? undefined : startOfDay(addDays(end, 1), dayOf),
    sinceEdit: since === 'edit' && edited === undefined ? { today, dayOf } : undefined,
  };
}

function assigneeOf(responsible: string, editor: Editor): number | null | undefined {
  if (responsible === '') return undefined;
  if (responsible === 'nobody') return null;
  return responsible === 'mine' ? editor.id : Number(responsible);
}
