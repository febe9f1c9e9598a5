import type { Locator, Page } from 'playwright-core';

/** The prompt of a demo page, as a visitor finds it. */
export interface DemoPrompt {
  yes: Locator;
  no: Locator;
  status: Locator;
  field: Locator;
  send: Locator;
}

/** What a visitor sees of the prompt, in Swedish. */
export function findPrompt(page: Page): DemoPrompt {
  const section = page.getByRole('region', { name: 'Hjälpte denna information dig?' });
  return {
    yes: section.getByRole('button', { name: /^Ja\b/ }),
    no: section.getByRole('button', { name: /^Nej\b/ }),
    status: section.getByRole('status').first(),
    field: section.getByRole('textbox'),
    send: section.getByRole('button', { name: 'Skicka', exact: true }),
  };
}

/** Reads on to the foot of the article, where the prompt takes the place of its plain form. */
export async function scrollToPrompt(page: Page): Promise<DemoPrompt> {
  await page.locator('page-feedback').scrollIntoViewIfNeeded();
  const prompt = findPrompt(page);
  await prompt.yes.waitFor();
  return prompt;
}
