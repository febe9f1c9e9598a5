import { html } from 'hono/html';
import type { Article } from './article.ts';

const body = html`<section>
          <h2>Säg vart länken leder</h2>
          <p>
            Skriv länktexten så att den går att förstå även när den läses ensam. Den som använder
            skärmläsare går ofta från länk till länk. Den som skummar sidan gör samma sak med
            ögonen.
          </p>
          <h3>Använd målets egen rubrik</h3>
          <p>
            Låt länktexten likna rubriken på sidan som länken leder till. Då märker läsaren genast
            att det blev rätt.
          </p>
          <h3>Undvik ”Klicka här”</h3>
          <p>
            Korta uppmaningar säger inget om innehållet. Om flera länkar på sidan har samma text
            går de inte att skilja åt.
          </p>
          <ul>
            <li>Mindre bra: Klicka här för att komma till blanketten.</li>
            <li>Bättre: Blankett för att boka lokal.</li>
          </ul>
        </section>
        <section>
          <h2>Håll länktexten kort</h2>
          <p>
            Länka de ord som bär betydelsen, inte hela meningen. Ställ gärna länken sist i stycket.
            Då hinner läsaren ta in texten innan det är dags att välja.
          </p>
        </section>
        <section>
          <h2>Berätta det som läsaren inte väntar sig</h2>
          <p>Skriv ut i länktexten:</p>
          <ul>
            <li>filformat och storlek, om länken öppnar ett dokument</li>
            <li>språket, om målet är skrivet på ett annat språk än sidan</li>
            <li>att länken leder till en annan webbplats.</li>
          </ul>
        </section>
        <section>
          <h2>Kontrollera länkarna innan du publicerar</h2>
          <ol>
            <li>Läs bara länktexterna, en i taget.</li>
            <li>Fråga dig om du vet vart varje länk leder.</li>
            <li>Skriv om de länktexter som inte går att förstå.</li>
          </ol>
        </section>`;

/** The Swedish article of the demo. */
export const swedishArticle = (demo: string): Article => ({
  language: 'sv',
  title: 'Skriv tydliga länktexter',
  category: 'Skriva för webben',
  intro:
    'En bra länktext talar om vart länken leder. Då kan läsaren välja rätt, utan att behöva läsa hela stycket runt omkring.',
  body,
  readMore: [
    { href: `${demo}/states/`, text: 'Frågans alla lägen' },
    {
      href: 'https://www.w3.org/WAI/tips/writing/',
      text: 'Råd om att skriva tillgängligt, W3C (på engelska)',
      elsewhere: 'en',
    },
    {
      href: 'https://www.w3.org/WAI/WCAG22/Understanding/link-purpose-in-context.html',
      text: 'Riktlinjen om länkars syfte, W3C (på engelska)',
      elsewhere: 'en',
    },
  ],
  published: '2026-03-02',
  updated: '2026-10-14',
});
