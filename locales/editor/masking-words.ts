import { msg, str } from '@lit/localize';

/**
 * What an editor reads when masking, deleting or handing over a comment, in the source
 * language (Swedish).
 */
const masking = {
  maskLink: msg('Maskera ord i kommentaren', { id: 'mask.link' }),
  maskTitle: msg('Maskera ord', { id: 'mask.title' }),
  maskText: msg(
    'Ord som du maskerar byts mot [dolt]. De försvinner för alltid, också ur sökningen. Besökaren kan inte längre ändra sitt svar.',
    { id: 'mask.text' },
  ),
  maskFound: msg('Förslag: det här ser ut som personuppgifter', { id: 'mask.found' }),
  maskNoneFound: msg(
    'Inga personuppgifter hittades automatiskt. Namn och adresser går inte att hitta så: läs texten.',
    { id: 'mask.none-found' },
  ),
  maskMore: msg('Andra ord som ska maskeras', { id: 'mask.more' }),
  maskMoreHint: msg('Skriv dem som de står i kommentaren. Ett ord eller en följd av ord per rad.', {
    id: 'mask.more-hint',
  }),
  maskPreview: msg('Förhandsgranska', { id: 'mask.preview' }),
  maskFaultNothing: msg('Välj ett förslag eller skriv de ord som ska maskeras.', {
    id: 'mask.fault-nothing',
  }),
  maskFaultMissing: (words: string) =>
    msg(str`Det här finns inte i kommentaren: ${words}. Skriv det som det står där.`, {
      id: 'mask.fault-missing',
    }),
  maskFaultLong: msg('Det är för mycket text. Maskera i flera omgångar.', {
    id: 'mask.fault-long',
  }),
  maskConfirmTitle: msg('Ska orden maskeras?', { id: 'mask.confirm-title' }),
  maskConfirmText: msg('Så här blir kommentaren. Det går inte att ångra.', {
    id: 'mask.confirm-text',
  }),
  maskConfirm: msg('Maskera orden för alltid', { id: 'mask.confirm' }),
  maskEdit: msg('Ändra vad som maskeras', { id: 'mask.edit' }),
  maskChangedTitle: msg('Kommentaren har en annan text nu', { id: 'mask.changed-title' }),
  maskChangedText: msg(
    'Besökaren eller en annan redaktör har ändrat den. Inget är maskerat. Läs texten och börja om.',
    { id: 'mask.changed-text' },
  ),

  deleteLink: msg('Radera kommentaren', { id: 'delete.link' }),
  deleteTitle: msg('Ska kommentaren raderas?', { id: 'delete.title' }),
  deleteText: msg(
    'Texten försvinner för alltid, med anteckningar, etiketter och historik. Svaret räknas som förut. Det går inte att ångra.',
    { id: 'delete.text' },
  ),
  deleteRecords: msg(
    'En kommentar är en allmän handling. Radera den bara om det finns ett beslut om gallring som gäller den.',
    { id: 'delete.records' },
  ),
  deleteStale: msg(
    'Inget är raderat än. Kommentaren har ändrats, eller så har någon gjort något med den, sedan du öppnade sidan. Läs den igen.',
    { id: 'delete.stale' },
  ),
  deleteConfirm: msg('Radera för alltid', { id: 'delete.confirm' }),

  handOverLink: msg('Lämna över till registratorn', { id: 'hand-over.link' }),
  handOverSlipLink: msg('Visa texten till registratorn', { id: 'hand-over.slip-link' }),
  handOverTitle: msg('Lämna över till registratorn', { id: 'hand-over.title' }),
  handOverText: msg(
    'Statusen blir ”Överlämnad till registrator”. Det loggas. Sedan visas texten, så att du kan kopiera den eller skriva ut den.',
    { id: 'hand-over.text' },
  ),
  errandTitle: msg('Om det är ett ärende', { id: 'hand-over.errand-title' }),
  errandText: msg(
    'En kommentar kan vara en anmälan, en ansökan, ett klagomål eller en begäran om handlingar. Lämna över den samma dag. Besökaren kan inte få svar härifrån.',
    { id: 'hand-over.errand-text' },
  ),
  threatTitle: msg('Om det är ett hot', { id: 'hand-over.threat-title' }),
  threatText: msg(
    'Ring 112 om faran är akut. Maskera eller radera inget: texten kan vara bevis. Berätta för din chef och säkerhetsansvarig. Lämna sedan över texten.',
    { id: 'hand-over.threat-text' },
  ),
  handOver: msg('Lämna över', { id: 'hand-over.do' }),
  slipTitle: msg('Text till registratorn', { id: 'hand-over.slip-title' }),
  slipText: msg('Kopiera texten eller skriv ut sidan.', { id: 'hand-over.slip-text' }),
  slip: {
    id: msg('Kommentarens nummer', { id: 'slip.id' }),
    site: msg('Webbplats', { id: 'slip.site' }),
    page: msg('Sida', { id: 'slip.page' }),
    address: msg('Adress', { id: 'slip.address' }),
    received: msg('Kom in', { id: 'slip.received' }),
    answer: msg('Svar på frågan ”Hjälpte denna information dig?”', { id: 'slip.answer' }),
    text: msg('Kommentar', { id: 'slip.text' }),
    handedOver: msg('Överlämnad', { id: 'slip.handed-over' }),
    handedOverBy: (name: string, moment: string) =>
      msg(str`${moment} av ${name}`, { id: 'slip.handed-over-by' }),
  },
};

export const words = { masking };
