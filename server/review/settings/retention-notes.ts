import { html } from 'hono/html';
import { monthsBefore } from '../../retention/apply-retention.ts';
import type { Site, Store } from '../../store/store.ts';
import type { Locale } from '../locale.ts';
import type { Html } from '../review-environment.ts';

/** What a run of the retention would delete. */
export interface DryRun {
  comments: number;
  before: Date;
}

export async function runDry(
  store: Pick<Store, 'countCommentsBefore'>,
  { id, settings }: Site,
  now: Date,
): Promise<DryRun> {
  const before = monthsBefore(now, settings.retentionMonths);
  return { comments: await store.countCommentsBefore(id, before), before };
}

/** Who decides, and what the next run does by the settings that are stored. */
export function retentionNote({ comments, before }: DryRun, { words, formats }: Locale): Html {
  const { retentionNote: note, retentionNext, retentionNone } = words.settings;
  const next =
    comments === 0
      ? retentionNone
      : retentionNext(formats.number(comments), formats.moment(before));
  return html`<p>${note}</p>
    <p>${next}</p>`;
}

/** Asks whoever shortens the time so that comments are deleted whether that is what is meant. */
export function retentionConfirmation({ comments, before }: DryRun, locale: Locale): Html {
  const { words, formats } = locale;
  return html`<div class="notice" role="alert">
    <p>${words.settings.retentionConfirm(formats.number(comments), formats.moment(before))}</p>
    <label class="choice">
      <input name="agreed" type="checkbox" value="${comments}">
      ${words.settings.retentionAgree}
    </label>
  </div>`;
}
