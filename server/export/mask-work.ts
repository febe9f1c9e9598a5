import type { ExportedWork } from '../store/exports.ts';
import type { CommentDeed } from '../store/triage.ts';
import type { Masker, MaskReason } from './mask-comment.ts';

/**
 * What editors did with a comment, as a copy has it: their notes may repeat what the visitor
 * wrote, and a name that is masked wherever it stands may be an editor's or a tag's.
 * @param id the comment's number
 */
export function maskWork(
  id: number,
  { status, assignee, tags, events }: ExportedWork,
  masker: Masker,
): { work: ExportedWork; reasons: ReadonlySet<MaskReason> } {
  const reasons = new Set<MaskReason>();
  const seen = ({ text, reasons: why }: ReturnType<Masker['text']>) => {
    why.forEach((reason) => reasons.add(reason));
    return text;
  };
  const person = <Person extends { name: string }>(one: Person | null) =>
    one && { ...one, name: seen(masker.name(one.name)) };
  const tag = <Tag extends { name: string }>(one: Tag) => ({
    ...one,
    name: seen(masker.text(one.name)),
  });

  function maskDeed(deed: CommentDeed): CommentDeed {
    switch (deed.action) {
      case 'assigned':
        return { ...deed, from: person(deed.from), to: person(deed.to) };
      case 'tagged':
      case 'untagged':
        return { ...deed, tag: tag(deed.tag) };
      case 'noted':
        return { ...deed, note: seen(masker.comment({ id, text: deed.note })) };
      default:
        return deed;
    }
  }

  const work = {
    status,
    assignee: person(assignee),
    tags: tags.map(tag),
    events: events.map((event) => ({
      ...event,
      actor: seen(masker.name(event.actor)),
      deed: maskDeed(event.deed),
    })),
  };
  return { work, reasons };
}
