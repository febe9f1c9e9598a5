import { msg, str } from '@lit/localize';

/** The start page and who answers for pages, in the source language (Swedish). */
export const words = {
  work: {
    newComments: (comments: number, figure: string, pages: number, pagesFigure: string) => {
      if (comments === 0) return msg('Inga nya kommentarer.', { id: 'work.no-new' });
      if (comments === 1) return msg('En ny kommentar.', { id: 'work.one-new' });
      return pages === 1
        ? msg(str`${figure} nya kommentarer på en sida.`, { id: 'work.new-one-page' })
        : msg(str`${figure} nya kommentarer på ${pagesFigure} sidor.`, { id: 'work.new' });
    },
    attention: (pages: number, figure: string) => {
      if (pages === 0) return msg('Ingen sida behöver ses över.', { id: 'work.no-attention' });
      return pages === 1
        ? msg('En sida behöver ses över.', { id: 'work.one-attention' })
        : msg(str`${figure} sidor behöver ses över.`, { id: 'work.attention' });
    },
    showNew: msg('Visa bara sidor med nya kommentarer', { id: 'work.show-new' }),
    showAttention: msg('Visa sidorna som behöver ses över först', { id: 'work.show-attention' }),
    caveat: msg('Så räknas det här', { id: 'work.caveat' }),
    attentionNote: msg(
      'En sida behöver ses över när troligen minst var fjärde svarar nej och minst tio har svarat under perioden. Ordningen tar hänsyn både till andelen och till hur många som har svarat.',
      { id: 'work.attention-note' },
    ),
    why: (no: string, total: string, days: string, percent: string) =>
      msg(
        str`Behöver ses över: ${no} av ${total} svarade nej de senaste ${days} dagarna, troligen minst ${percent}.`,
        { id: 'work.why' },
      ),
    whySinceEdit: (no: string, total: string, percent: string) =>
      msg(
        str`Behöver ses över: ${no} av ${total} svarade nej sedan senaste ändringen, troligen minst ${percent}.`,
        { id: 'work.why-since-edit' },
      ),

    listTitle: msg('Sidor', { id: 'work.list-title' }),
    pages: (count: number, figure: string) =>
      count === 1
        ? msg('En sida.', { id: 'work.one-page' })
        : msg(str`${figure} sidor.`, { id: 'work.pages' }),
    orders: {
      new: msg('Nya kommentarer först, sedan sidor som behöver ses över.', {
        id: 'work.order-new',
      }),
      attention: msg('Sidor som behöver ses över först.', { id: 'work.order-attention' }),
      newest: msg('Senaste svaret först.', { id: 'work.order-newest' }),
      answers: msg('Flest svar under perioden först.', { id: 'work.order-answers' }),
      title: msg('I bokstavsordning efter titel.', { id: 'work.order-title' }),
    },
    figuresOf: (days: string) =>
      msg(str`Antalen gäller de senaste ${days} dagarna.`, { id: 'work.figures-of' }),
    figuresSinceEdit: msg(
      'Antalen gäller från dagen efter den då varje sida senast ändrades. Sidor utan känd ändring är inte med.',
      { id: 'work.figures-since-edit' },
    ),
    newOfThem: (figure: string) => msg(str`varav ${figure} nya`, { id: 'work.new-of-them' }),
    newOlder: (figure: string) => msg(str`${figure} nya i allt`, { id: 'work.new-older' }),
    openPage: msg('Öppna sidan', { id: 'work.open-page' }),

    filterTitle: msg('Välj sidor', { id: 'work.filter-title' }),
    more: (chosen: number, figure: string) =>
      chosen === 0
        ? msg('Fler val', { id: 'work.more' })
        : msg(str`Fler val (${figure} gjorda)`, { id: 'work.more-chosen' }),
    search: msg('Sök i titel och adress', { id: 'work.search' }),
    sort: msg('Ordning', { id: 'work.sort' }),
    sorts: {
      new: msg('Nya kommentarer', { id: 'work.sort-new' }),
      attention: msg('Behöver ses över', { id: 'work.sort-attention' }),
      newest: msg('Senaste svaret', { id: 'work.sort-newest' }),
      answers: msg('Flest svar', { id: 'work.sort-answers' }),
      title: msg('Titel', { id: 'work.sort-title' }),
    },
    period: msg('Period', { id: 'work.period' }),
    lastDays: (days: string) => msg(str`Senaste ${days} dagarna`, { id: 'work.last-days' }),
    site: msg('Webbplats', { id: 'work.site' }),
    allSites: msg('Alla webbplatser', { id: 'work.all-sites' }),
    section: msg('Del av webbplatsen', { id: 'work.section' }),
    sectionHint: msg('Början på adressen, till exempel /stod', { id: 'work.section-hint' }),
    language: msg('Språk', { id: 'work.language' }),
    allLanguages: msg('Alla språk', { id: 'work.all-languages' }),
    owner: msg('Ansvarig', { id: 'work.owner' }),
    allOwners: msg('Alla', { id: 'work.all-owners' }),
    mine: msg('Mina sidor', { id: 'work.mine' }),
    nobodys: msg('Sidor utan ansvarig', { id: 'work.nobodys' }),
    onlyNew: msg('Bara sidor med nya kommentarer', { id: 'work.only-new' }),
    show: msg('Visa', { id: 'work.show' }),
    showAll: msg('Visa alla sidor', { id: 'work.show-all' }),
    assignSection: msg('Ange ansvarig för en hel del av webbplatsen', {
      id: 'work.assign-section',
    }),

    noneTitle: msg('Inga sidor passar valen', { id: 'work.none-title' }),
    noneText: msg('Ändra valen ovanför eller visa alla sidor.', { id: 'work.none-text' }),
    noneNew: msg('Inga sidor här har nya kommentarer. Allt är hanterat.', { id: 'work.none-new' }),
    noneMine: msg(
      'Du är inte ansvarig för någon av sidorna. Öppna en sidas rapport för att ange dig som ansvarig.',
      { id: 'work.none-mine' },
    ),
  },
  owner: {
    title: msg('Ansvarig för sidan', { id: 'owner.title' }),
    nobody: msg('Ingen', { id: 'owner.nobody' }),
    choose: msg('Ansvarig', { id: 'owner.choose' }),
    change: msg('Ändra ansvarig', { id: 'owner.change' }),
    save: msg('Spara ansvarig', { id: 'owner.save' }),
    saved: msg('Ansvarig är sparad.', { id: 'owner.saved' }),
    isNow: (name: string) => msg(str`Ansvarig: ${name}.`, { id: 'owner.is-now' }),
    staleTitle: msg('Någon annan har ändrat ansvarig', { id: 'owner.stale-title' }),
    staleText: (now: string, wanted: string) =>
      msg(str`Nu är ansvarig: ${now}. Du valde: ${wanted}.`, { id: 'owner.stale-text' }),
    staleSave: msg('Spara mitt val ändå', { id: 'owner.stale-save' }),
    staleKeep: msg('Behåll och gå tillbaka till sidans rapport', { id: 'owner.stale-keep' }),

    sectionTitle: msg('Ansvarig för en del av webbplatsen', { id: 'owner.section-title' }),
    sectionText: msg('Välj en del av webbplatsen och den som ska ansvara för sidorna där.', {
      id: 'owner.section-text',
    }),
    sectionLater: msg('Sidor som tillkommer senare får ingen ansvarig av sig själva.', {
      id: 'owner.section-later',
    }),
    sectionFault: msg('Skriv början på en adress, till exempel /stod.', {
      id: 'owner.section-fault',
    }),
    count: msg('Räkna sidorna', { id: 'owner.count' }),
    counted: (pages: string, section: string, owned: string) =>
      msg(str`Sidor i ${section}: ${pages}. Av dem har ${owned} redan en ansvarig.`, {
        id: 'owner.counted',
      }),
    countedNone: (section: string) =>
      msg(str`Det finns inga sidor med svar i ${section}. Kontrollera adressen.`, {
        id: 'owner.counted-none',
      }),
    onlyNobodys: msg('Ändra bara sidor som saknar ansvarig', { id: 'owner.only-nobodys' }),
    sectionSave: msg('Spara för alla sidorna', { id: 'owner.section-save' }),
    sectionSaved: (pages: string) =>
      msg(str`Ansvarig är sparad. Ändrade sidor: ${pages}.`, { id: 'owner.section-saved' }),
  },
};
