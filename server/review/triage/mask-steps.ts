import type { PlacedComment } from '../../store/triage.ts';
import type { ReviewContext } from '../review-environment.ts';
import { commentAddress } from './comment-links.ts';
import { changedPage, maskForm, previewPage, type MaskFault } from './mask-page.ts';
import { findPieces, maskedText, nameOfPiece, proposals } from './mask-words.ts';
import { valueOf, valuesOf, type Fields } from './read-change.ts';
import { returnAddress } from './return-to.ts';
import { textMark } from './text-mark.ts';
import type { TriageDependencies } from './triage-dependencies.ts';

/** The most characters that an editor may write of words to hide. */
const longestMore = 1000;

/** Masking in steps: choose the words, look at the result, and confirm it. */
export function createMaskSteps({ store, clock, root, show }: TriageDependencies) {
  const allowedNumbersOf = async ({ siteId }: PlacedComment): Promise<string[]> =>
    (await store.listSites()).find(({ id }) => id === siteId)?.allowedNumbers ?? [];

  async function showForm(
    c: ReviewContext,
    comment: PlacedComment,
    kept?: { chosen: string[]; more: string },
    fault?: MaskFault,
  ): Promise<Response> {
    const found = proposals(comment.text, await allowedNumbersOf(comment));
    const { chosen, more } = kept ?? { chosen: found.map(nameOfPiece), more: '' };
    return show(c, maskForm(c, { comment, root, found, chosen, more, fault }));
  }

  async function take(c: ReviewContext, comment: PlacedComment): Promise<Response> {
    const { masking } = c.var.locale.words;
    const fields: Fields = await c.req.parseBody({ all: true });
    if (valueOf(fields, 'mark') !== textMark(comment.text)) {
      return show(c, changedPage(c, comment, root));
    }
    const kept = { chosen: valuesOf(fields, 'found'), more: valueOf(fields, 'more') };
    const more = kept.more.replaceAll('\r\n', '\n');
    if (valueOf(fields, 'step') === 'edit') return showForm(c, comment, kept);
    const refuse = (text: string) => showForm(c, comment, kept, { text });
    if (more.length > longestMore) return refuse(masking.maskFaultLong);
    const allowed = await allowedNumbersOf(comment);
    const hiding = findPieces(comment.text, allowed, kept.chosen, more);
    if (hiding.missing.length > 0) {
      return refuse(masking.maskFaultMissing(hiding.missing.map((each) => `”${each}”`).join(', ')));
    }
    if (hiding.pieces.length === 0) return refuse(masking.maskFaultNothing);
    if (valueOf(fields, 'step') !== 'confirm') {
      return show(c, previewPage(c, { comment, root, hiding, ...kept }));
    }
    const text = maskedText(hiding);
    const by = { at: clock(), actor: c.var.editor?.name ?? '' };
    const { id, siteId } = comment;
    const isDone = await store.maskComment({ id, siteId, text, was: comment.text }, by);
    if (!isDone) return show(c, changedPage(c, comment, root));
    const back = commentAddress(c, comment, root);
    return c.redirect(returnAddress(back, root, { done: 'masked' }), 303);
  }

  return { showForm: (c: ReviewContext, comment: PlacedComment) => showForm(c, comment), take };
}
