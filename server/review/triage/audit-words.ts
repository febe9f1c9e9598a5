import type { AuditEntry } from '../../store/audit-log.ts';
import { commentStatuses } from '../../store/comment-status.ts';
import type { Locale } from '../locale.ts';

type Detail = AuditEntry['detail'];

/**
 * What the audit log tells of the work with comments, in words.
 * @returns the words, and what of the detail is about something else
 */
export function triageInAudit(
  { action, detail }: Pick<AuditEntry, 'action' | 'detail'>,
  locale: Locale,
): { told: string[]; rest: Detail } {
  if (!/^(comment|tags|score)-/.test(action)) return { told: [], rest: detail };
  const { response, comments, status, assignee, tagged, untagged, ...more } = detail;
  const { leftOut, undone, removed, ...rest } = more;
  const { deeds, statuses } = locale.words.triage;
  const { audit } = locale.words.tagging;
  const { answers, tags, others } = answersInAudit(rest, locale);
  const told: string[] = [];
  const known = commentStatuses.find((each) => each === status);
  if (known) told.push(deeds.status(statuses[known]));
  if (assignee === null) told.push(deeds.unassigned);
  if (typeof assignee === 'string') told.push(deeds.assigned(assignee));
  if (typeof tagged === 'string') told.push(deeds.tagged(tagged));
  if (typeof untagged === 'string') told.push(deeds.untagged(untagged));
  if (typeof leftOut === 'boolean') told.push(leftOut ? deeds['left-out'] : deeds.counted);
  if (undone === true) told.push(audit.undone);
  if (removed === true) told.push(audit.removed);
  if (typeof response === 'number') told.push(audit.response(String(response)));
  else if (typeof comments === 'number') told.push(audit.comments(locale.formats.number(comments)));
  return { told: [...told, ...tags, ...answers], rest: others };
}

/** Suspected answers, and tags. */
function answersInAudit({ answers, day, change, was, ...others }: Detail, locale: Locale) {
  const { audit } = locale.words.tagging;
  const { changes } = audit;
  const tags: string[] = [];
  if (typeof change === 'string') tags.push((changes as Record<string, string>)[change] ?? change);
  if (typeof was === 'string') tags.push(audit.was(was));
  return {
    tags,
    answers: [
      ...(typeof day === 'string' ? [audit.day(locale.formats.day(day))] : []),
      ...(typeof answers === 'number' ? [audit.answers(locale.formats.number(answers))] : []),
    ],
    others,
  };
}
