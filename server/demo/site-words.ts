/** What stands around the content on each page of the made-up website. */
export const siteWords = {
  sv: {
    skip: 'Gå till innehållet',
    site: 'Myndigheten',
    notice: 'Det här är en demonstration. Myndigheten är påhittad.',
    otherLanguage: 'English',
    breadcrumb: 'Du är här',
    home: 'Startsida',
    demoLinks: 'Demosidor',
    about: 'Om webbplatsen',
    privacy: {
      heading: 'Så hanteras ditt svar',
      text: 'Tjänsten sparar ditt svar, sidans adress och tiden. Om du skriver en kommentar sparas den också. Inga kakor används.',
    },
    contact: {
      heading: 'Kontakt',
      text: 'På en riktig webbplats står det här hur man når myndigheten. På demosidorna finns ingen att kontakta.',
    },
    accessibility: {
      heading: 'Tillgänglighet',
      text: 'På en riktig webbplats står det här hur man anmäler bristande tillgänglighet och vad som händer sedan.',
    },
  },
  en: {
    skip: 'Skip to the content',
    site: 'The Agency',
    notice: 'This is a demonstration. The agency is made up.',
    otherLanguage: 'Svenska',
    breadcrumb: 'You are here',
    home: 'Start page',
    demoLinks: 'Demo pages',
    about: 'About the website',
    privacy: {
      heading: 'How your answer is handled',
      text: 'The service stores your answer, the page address and the time. If you write a comment, it is stored too. No cookies are used.',
    },
    contact: {
      heading: 'Contact',
      text: 'On a real website, this tells how to reach the agency. On the demo pages there is nobody to contact.',
    },
    accessibility: {
      heading: 'Accessibility',
      text: 'On a real website, this tells how to report an accessibility problem and what happens next.',
    },
  },
};
