import { hint, no, thanksForAnswer, whatWasMissing, yes } from './familiar-words.ts';
import type { Journey } from './journey.ts';

const privacy =
  'Vi sparar ditt svar, sidans adress och tiden. Vi använder inga kakor. Svaret blir en allmän handling.';

export const browseMode: Journey = {
  title: 'Reads the prompt without Tab, by heading, button and line',
  page: 'short',
  opensWith: 'Öppettider huvud nivå 1.',
  steps: [
    {
      does: 'asks for the next heading',
      press: 'h',
      hears: ['Hjälpte denna information dig? huvud nivå 2.'],
    },
    {
      does: 'reads the next line',
      press: 'Down',
      hears: ['Ditt svar hjälper oss att förbättra sidan.'],
    },
    { does: 'asks for the next button', press: 'b', hears: [`${yes} inte nedtryckt.`] },
    { does: 'asks for the next button', press: 'b', hears: [`${no} inte nedtryckt.`] },
    { does: 'answers no', press: 'Return', hears: ['nedtryckt', thanksForAnswer] },
    { does: 'reads the next line', press: 'Down', hears: [thanksForAnswer] },
    {
      does: 'reads the next line',
      press: 'Down',
      hears: {
        Chromium: ['formulär', whatWasMissing],
        Firefox: [`${whatWasMissing} klickbar.`],
      },
    },
    {
      does: 'reads the next line',
      press: 'Down',
      hears: [hint.replace(' Kontakta oss.', ''), 'Kontakta oss länk.'],
    },
    { does: 'reads the next line', press: 'Down', hears: [`${whatWasMissing} post.`, hint] },
    { does: 'reads the next line', press: 'Down', hears: ['Du kan skriva 1000 tecken till.'] },
    { does: 'reads the next line', press: 'Down', hears: ['Skicka tryckknapp.'] },
    {
      does: 'reads the next line',
      press: 'Down',
      hears: {
        Chromium: [privacy, 'Läs mer länk.', 'om hur vi hanterar ditt svar.'],
        Firefox: [privacy, 'Läs mer länk.', 'om hur vi hanterar ditt svar länk.'],
      },
    },
    {
      does: 'reads the next line',
      press: 'Down',
      hears: ['Rapportera bristande tillgänglighet länk.'],
    },
    { does: 'reads the next line', press: 'Down', hears: ['Länken efter frågan länk.'] },
  ],
};
