import type { Page } from 'playwright-core';

/** Not every browser lets a test switch script off; every one heeds a page that does. */
export const withoutScript = { 'content-security-policy': "script-src 'none'" };

/** Answers by the plain form, on the page or on the service's own, and waits for the receipt. */
export async function answerByForm(page: Page, answer: 'yes' | 'no'): Promise<void> {
  await page.locator(`button[name=answer][value=${answer}]`).click();
  await page.getByRole('heading', { name: 'Tack för ditt svar' }).waitFor();
}

/** Writes a comment on the receipt and waits for the thanks. */
export async function commentByForm(page: Page, comment: string): Promise<void> {
  await page.locator('textarea[name=comment]').fill(comment);
  await page.getByRole('button', { name: 'Skicka' }).click();
  await page.getByText('Tack! Vi har tagit emot din kommentar.').waitFor();
}
