import { html } from 'hono/html';
import type { ExportedWork } from '../../store/exports.ts';
import type { Locale } from '../locale.ts';
import type { Html } from '../review-environment.ts';
import { workFacts } from '../triage/comment-card.ts';
import { historyList } from '../triage/history.ts';

/** What editors did with a comment, as its own page tells it: how it stands and its history. */
export const workInCopy = (work: ExportedWork, locale: Locale): Html =>
  html`${workFacts({ ...work, version: 0 }, locale)}
  ${work.events.length > 0 && historyList(work.events, locale)}`;
