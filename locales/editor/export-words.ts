import { msg, str } from '@lit/localize';

/** What an editor reads who takes answers out of the service, in the source language (Swedish). */
export const words = {
  exporting: {
    nav: msg('Exportera', { id: 'frame.export' }),
    title: msg('Exportera svar', { id: 'export.title' }),
    text: msg('Hämta svaren som en fil. Varje export skrivs i loggen.', { id: 'export.text' }),
    toRecords: msg('Har någon begärt att få se svaren? Gör en kopia att lämna ut.', {
      id: 'export.records',
    }),
    ofPage: msg('Exportera eller lämna ut svaren om sidan', { id: 'export.of-page' }),

    site: msg('Webbplats', { id: 'export.site' }),
    scopeLegend: msg('Vilka sidor', { id: 'export.scope' }),
    scopes: {
      site: msg('Hela webbplatsen', { id: 'export.scope-site' }),
      section: msg('En del av webbplatsen', { id: 'export.scope-section' }),
      page: msg('En enda sida', { id: 'export.scope-page' }),
    },
    address: msg('Adress', { id: 'export.address' }),
    addressHint: msg(
      'Skriv hela adressen eller bara slutet, till exempel /tjanster. Den behövs inte för hela webbplatsen.',
      { id: 'export.address-hint' },
    ),
    period: msg('Period', { id: 'export.period' }),
    periods: {
      '7': msg('De senaste 7 dagarna', { id: 'export.period-week' }),
      '30': msg('De senaste 30 dagarna', { id: 'export.period-month' }),
      '90': msg('De senaste 90 dagarna', { id: 'export.period-quarter' }),
      '365': msg('De senaste 365 dagarna', { id: 'export.period-year' }),
      'this-year': msg('I år', { id: 'export.period-this-year' }),
      'last-year': msg('Förra året', { id: 'export.period-last-year' }),
      all: msg('Hela tiden', { id: 'export.period-all' }),
      edit: msg('Sedan senaste ändringen', { id: 'export.period-edit' }),
      dates: msg('Egna datum', { id: 'export.period-dates' }),
    },
    dates: msg('Egna datum', { id: 'export.dates' }),
    datesHint: msg('Används bara när du har valt egna datum. Skriv till exempel 2026-11-22.', {
      id: 'export.dates-hint',
    }),
    from: msg('Från och med', { id: 'export.from' }),
    to: msg('Till och med', { id: 'export.to' }),

    contentLegend: msg('Innehåll', { id: 'export.content' }),
    contents: {
      responses: msg('Varje svar, med kommentarer', { id: 'export.content-responses' }),
      counts: msg('Antal svar per sida och dag', { id: 'export.content-counts' }),
    },
    formatLegend: msg('Filformat', { id: 'export.format' }),
    formats: {
      xlsx: msg('Excel (XLSX)', { id: 'export.format-xlsx' }),
      csv: msg('Tabell i text (CSV)', { id: 'export.format-csv' }),
      json: msg('För program (JSON)', { id: 'export.format-json' }),
    },
    csvLegend: msg('Bara för CSV', { id: 'export.csv' }),
    separatorLabel: msg('Tecken mellan kolumnerna', { id: 'export.separator' }),
    separatorNames: {
      ';': msg('Semikolon, för Excel på svenska', { id: 'export.semicolon' }),
      ',': msg('Komma', { id: 'export.comma' }),
    },
    byteOrderMark: msg('Märk filen så att Excel visar å, ä och ö rätt', { id: 'export.mark' }),
    button: msg('Hämta filen', { id: 'export.button' }),
    noRight: msg(
      'Du får läsa svaren men inte exportera dem. Be en administratör om du behöver det.',
      { id: 'export.no-right' },
    ),

    faultsTitle: msg('Rätta det här först', { id: 'export.faults-title' }),
    faults: {
      address: {
        none: msg('Skriv en adress.', { id: 'export.address-none' }),
        'other-site': msg('Adressen hör inte till webbplatsen. Kontrollera hur den är skriven.', {
          id: 'export.address-other-site',
        }),
        'no-page': msg('Det finns inga svar om en sida med den adressen. Kontrollera adressen.', {
          id: 'export.address-no-page',
        }),
      },
      period: {
        'no-page': msg('Välj en enda sida, eller en annan period.', {
          id: 'export.period-no-page',
        }),
        'no-edit': msg('Det är inte känt när sidan ändrades. Välj en annan period.', {
          id: 'export.period-no-edit',
        }),
      },
      from: {
        'no-day': msg('Skriv ett datum som finns, till exempel 2026-11-22.', {
          id: 'export.no-day',
        }),
        'after-end': msg('Börja tidigare än du slutar.', { id: 'export.after-end' }),
      },
      to: {
        'no-day': msg('Skriv ett datum som finns, till exempel 2026-11-22.', {
          id: 'export.no-end-day',
        }),
      },
    },

    sheet: msg('Svar', { id: 'export.sheet' }),
    columns: {
      address: msg('Adress', { id: 'column.address' }),
      title: msg('Titel', { id: 'column.title' }),
      day: msg('Dag', { id: 'column.day' }),
      received: msg('Kom in', { id: 'column.received' }),
      answer: msg('Svar', { id: 'column.answer' }),
      rating: msg('Betyg', { id: 'column.rating' }),
      survey: msg('Enkät', { id: 'column.survey' }),
      pageLanguage: msg('Sidans språk', { id: 'column.page-language' }),
      widgetLanguage: msg('Frågans språk', { id: 'column.widget-language' }),
      pageUpdated: msg('Sidan uppdaterad', { id: 'column.page-updated' }),
      leftOut: msg('Räknas inte', { id: 'column.left-out' }),
      suspicion: msg('Misstänkt för', { id: 'column.suspicion' }),
      comment: msg('Kommentar', { id: 'column.comment' }),
      yes: msg('Ja', { id: 'column.yes' }),
      no: msg('Nej', { id: 'column.no' }),
      partly: msg('Delvis', { id: 'column.partly' }),
      comments: msg('Kommentarer', { id: 'column.comments' }),
      notCounted: msg('Räknas inte (antal)', { id: 'column.not-counted' }),
      masked: msg('Maskerad', { id: 'column.masked' }),
      status: msg('Status', { id: 'column.status' }),
      assignee: msg('Ansvarig', { id: 'column.assignee' }),
      tags: msg('Etiketter', { id: 'column.tags' }),
      history: msg('Historik', { id: 'column.history' }),
    },
    surveys: {
      page: msg('Frågan på sidan', { id: 'survey.page' }),
      gateway: msg('EU:s enkät', {
        id: 'survey.gateway',
        desc: 'The questions of the single digital gateway of the EU.',
      }),
    },

    recordsTitle: msg('Lämna ut svar', { id: 'records.title' }),
    recordsText: msg(
      'När någon begär att få se svaren kan du göra en kopia att lämna ut. I kopian maskerar du det som inte får lämnas ut. Svaren i Gensvar ändras inte.',
      { id: 'records.text' },
    ),
    recordsStart: msg('Välj vad som ska maskeras', { id: 'records.start' }),
    recordsChooseTitle: msg('Välj vad som ska maskeras', { id: 'records.choose-title' }),
    recordsFound: (responses: string, comments: string) =>
      msg(str`Urvalet har ${responses} svar och ${comments} kommentarer.`, { id: 'records.found' }),
    recordsNothing: msg('Det finns inga svar i urvalet.', { id: 'records.nothing' }),
    recordsTooMany: (most: string) =>
      msg(str`Urvalet har fler än ${most} svar. Välj en kortare period eller färre sidor.`, {
        id: 'records.too-many',
      }),
    recordsRules: msg(
      'Personnummer, telefonnummer och andra uppgifter som Gensvar känner igen maskeras alltid. Namn och adresser hittar bara du.',
      { id: 'records.rules' },
    ),
    recordsNotes: msg(
      'Kopian har också det som redaktörerna har gjort med kommentarerna, med anteckningar. När du maskerar en hel kommentar maskeras anteckningarna om den också.',
      { id: 'records.notes' },
    ),
    recordsWords: msg('Ord som ska maskeras överallt (frivilligt)', { id: 'records.words' }),
    recordsWordsHint: msg('Till exempel namn. Skriv ett på varje rad.', {
      id: 'records.words-hint',
    }),
    recordsMark: msg('Maskera hela kommentaren', { id: 'records.mark' }),
    commentOf: (moment: string) => msg(str`kommentaren ${moment}`, { id: 'records.comment-of' }),
    recordsBecomes: msg('Så står den i kopian:', { id: 'records.becomes' }),
    recordsPrevious: msg('Tidigare kommentarer', { id: 'records.previous' }),
    recordsNext: msg('Fler kommentarer', { id: 'records.next' }),
    recordsPreview: msg('Förhandsgranska kopian', { id: 'records.preview' }),
    recordsPreviewTitle: msg('Förhandsgranska kopian', { id: 'records.preview-title' }),
    recordsBack: msg('Ändra vad som maskeras', { id: 'records.back' }),
    recordsOther: msg('Gör ett annat urval', { id: 'records.other' }),
    recordsChanged: msg(
      'Svaren har ändrats sedan du valde vad som ska maskeras. Gå igenom dem igen.',
      { id: 'records.changed' },
    ),
    recordsTake: msg('Ta ut kopian', { id: 'records.take' }),
    recordsTakeText: msg('Varje kopia du tar ut skrivs i loggen.', { id: 'records.take-text' }),
    recordsMaskedList: msg('Maskerade kommentarer', { id: 'records.masked-list' }),
    recordsNoneMasked: msg('Ingen kommentar är maskerad.', { id: 'records.none-masked' }),
    recordsFirstOf: (shown: string, all: string) =>
      msg(str`Här visas de första ${shown} av ${all}.`, { id: 'records.first-of' }),
    copyFormats: {
      html: msg('Öppna att skriva ut', { id: 'records.as-page' }),
      xlsx: msg('Hämta Excel (XLSX)', { id: 'records.as-xlsx' }),
      csv: msg('Hämta tabell i text (CSV)', { id: 'records.as-csv' }),
      json: msg('Hämta för program (JSON)', { id: 'records.as-json' }),
    },

    mask: msg('[maskerat]', { id: 'records.mask-sign' }),
    maskedBy: {
      rules: msg('Personuppgifter', { id: 'records.by-rules' }),
      editor: msg('Hela kommentaren', { id: 'records.by-editor' }),
      words: msg('Utvalda ord', { id: 'records.by-words' }),
    },
    copyTitle: msg('Svar från besökare – kopia', { id: 'copy.title' }),
    copySite: msg('Webbplats', { id: 'copy.site' }),
    copyPages: msg('Sidor', { id: 'copy.pages' }),
    copyPeriod: msg('Period', { id: 'copy.period' }),
    copyAllDays: msg('Alla dagar', { id: 'copy.all-days' }),
    copyFrom: (day: string) => msg(str`Från och med ${day}`, { id: 'copy.from' }),
    copyTo: (day: string) => msg(str`Till och med ${day}`, { id: 'copy.to' }),
    copyMade: msg('Gjord', { id: 'copy.made' }),
    copyBy: msg('Av', { id: 'copy.by' }),
    copyResponses: msg('Svar', { id: 'copy.responses' }),
    copyComments: msg('Kommentarer', { id: 'copy.comments' }),
    copyMasked: msg('Maskerade kommentarer', { id: 'copy.masked' }),
    copyMaskNote: (mask: string) =>
      msg(str`Där det står ${mask} är något maskerat i kopian.`, { id: 'copy.mask-note' }),
    copyRating: (rating: string) => msg(str`betyg ${rating} av 5`, { id: 'copy.rating' }),
    copyHandling: msg('Hantering', { id: 'copy.handling' }),
    copyEnd: msg('Slut på kopian.', { id: 'copy.end' }),
  },
};
