import { emulateMedia } from '@web/test-runner-commands';
import { openPrompt } from './prompt-harness.ts';
describe('x', () => {
  it('y', async () => {
    await emulateMedia({ forcedColors: 'active' });
    const p = await openPrompt();
    p.yes().focus();
    const o = [p.section(), p.yes(), document.body, document.documentElement].map((e) => {
      const s = getComputedStyle(e);
      return [e.localName, s.color, s.backgroundColor, s.outlineColor, s.borderTopColor].join(
        ' ; ',
      );
    });
    throw new Error(
      String(matchMedia('(forced-colors: active)').matches) +
        matchMedia('(prefers-color-scheme: dark)').matches +
        '\n' +
        o.join('\n'),
    );
  });
});
