import { msg, str } from '@lit/localize';

/** What an administrator reads about a site's settings, in the source language (Swedish). */
export const words = {
  navSettings: msg('Inställningar', { id: 'nav.settings' }),
  settings: {
    title: msg('Inställningar', { id: 'settings.title' }),
    of: (site: string) => msg(str`Inställningar för ${site}`, { id: 'settings.of' }),
    choose: msg('Välj webbplats.', { id: 'settings.choose' }),
    toAll: msg('Alla inställningar', { id: 'settings.to-all' }),
    save: msg('Spara', { id: 'settings.save' }),
    saved: msg('Ändringen är sparad.', { id: 'settings.saved' }),
    savedForVisitors: msg('Ändringen är sparad. Den syns på webbplatsen inom några minuter.', {
      id: 'settings.saved-for-visitors',
    }),
    faultTitle: msg('Ändringen är inte sparad', { id: 'settings.fault-title' }),
    faultText: msg('Rätta det här och spara igen:', { id: 'settings.fault-text' }),
    staleTitle: msg('Någon annan har ändrat samtidigt', { id: 'settings.stale-title' }),
    staleText: msg(
      'Inget av ditt är sparat än. I fälten står det du skrev. Här står det som är sparat nu. Spara igen om det du skrev ska gälla.',
      { id: 'settings.stale-text' },
    ),
    empty: msg('Tomt', { id: 'settings.empty' }),
    yes: msg('Ja', { id: 'settings.yes' }),
    onLines: (lines: string) => msg(str`Fel på rad ${lines}.`, { id: 'settings.on-lines' }),
    topics: {
      site: {
        name: msg('Webbplatsen', { id: 'settings.site' }),
        text: msg('Namn, adresser och vad som skiljer sidor åt.', { id: 'settings.site-text' }),
      },
      prompt: {
        name: msg('Frågan', { id: 'settings.prompt' }),
        text: msg('Språk, texter och länkar som besökaren ser, och om kommentarer tas emot.', {
          id: 'settings.prompt-text',
        }),
      },
      off: {
        name: msg('Sidor utan fråga', { id: 'settings.off' }),
        text: msg('Stäng av frågan på en sida eller i en del av webbplatsen.', {
          id: 'settings.off-text',
        }),
      },
      retention: {
        name: msg('Gallring', { id: 'settings.retention' }),
        text: msg('Hur länge kommentarer sparas.', { id: 'settings.retention-text' }),
      },
      digest: {
        name: msg('Veckans svar', { id: 'settings.digest' }),
        text: msg('Om redaktörerna får mejl på måndagar om vad som finns att göra.', {
          id: 'settings.digest-text',
        }),
      },
      'open-data': {
        name: msg('Öppna data', { id: 'settings.open-data' }),
        text: msg('Om vem som helst får läsa hur många som har svarat vad.', {
          id: 'settings.open-data-text',
        }),
      },
      spam: {
        name: msg('Skräppost', { id: 'settings.spam' }),
        text: msg('Vad som inte ska räknas för att det ser ut att komma från en robot.', {
          id: 'settings.spam-text',
        }),
      },
    },
    embed: {
      name: msg('Lägg in frågan', { id: 'embed.title' }),
      text: msg('Kod och säkerhetspolicy att klistra in på webbplatsen.', { id: 'embed.text' }),
    },
    people: {
      name: msg('Personer', { id: 'settings.people' }),
      text: msg('Vilka som får läsa, arbeta med svaren och ändra inställningar.', {
        id: 'settings.people-text',
      }),
    },
    originTaken: (origin: string) =>
      msg(str`${origin} hör redan till en annan webbplats.`, { id: 'site.origin-taken' }),
    inLanguage: (language: string) => msg(str`På ${language}`, { id: 'prompt.in-language' }),
    layers: {
      decoy: msg('Fält som bara robotar fyller i', { id: 'spam.decoy' }),
      'too-quick': msg('Svar som kommer snabbare än någon hinner läsa', { id: 'spam.too-quick' }),
      flood: msg('Mycket många svar från samma håll', { id: 'spam.flood' }),
      'ballot-stuffing': msg('Mycket många svar på samma sida från samma håll', {
        id: 'spam.ballot',
      }),
      'repeated-text': msg('Samma text om och om igen', { id: 'spam.repeated' }),
      links: msg('Kommentarer med många länkar', { id: 'spam.links' }),
      'word-list': msg('Ord i listan nedan', { id: 'spam.word-list' }),
    },
    offNote: msg(
      'Frågan syns inte, och tjänsten tar inte emot svar om sidan. Det som redan är sparat finns kvar. Koden på sidan behöver hämtas från webbplatsens egen adress: se Lägg in frågan.',
      { id: 'off.note' },
    ),
    retentionNote: msg(
      'Hur länge kommentarer ska sparas är ett gallringsbeslut som fattas av myndigheten, tillsammans med arkivarien. Antalen sparas alltid.',
      { id: 'retention.note' },
    ),
    retentionNext: (comments: string, day: string) =>
      msg(str`Nästa körning raderar ${comments} kommentarer, de från före ${day}.`, {
        id: 'retention.next',
      }),
    retentionNone: msg('Nästa körning raderar inga kommentarer.', { id: 'retention.none' }),
    retentionConfirm: (comments: string, day: string) =>
      msg(
        str`Med den här ändringen raderas ${comments} kommentarer inom en timme, de från före ${day}. De går inte att få tillbaka.`,
        { id: 'retention.confirm' },
      ),
    retentionAgree: msg('Ja, radera dem', { id: 'retention.agree' }),
    embedNewest: msg('Alltid den senaste versionen', { id: 'embed.newest' }),
    embedNewestText: msg(
      'Klistra in sist i artikeln. Byt adress, titel och språk i formuläret mot sidans egna. Formuläret är för besökare utan skript. Texter, länkar och avstängda sidor följer inställningarna här.',
      { id: 'embed.newest-text' },
    ),
    embedStyle: msg('Stilmall', { id: 'embed.style' }),
    embedStyleText: msg('Håller platsen fri, så att inget flyttar sig när frågan kommer.', {
      id: 'embed.style-text',
    }),
    embedPolicy: msg('Säkerhetspolicy', { id: 'embed.policy' }),
    embedPolicyText: msg('Lägg till i den policy (CSP) som webbplatsen har.', {
      id: 'embed.policy-text',
    }),
    embedTrustedTypes: msg('Har policyn require-trusted-types-for, lägg också till:', {
      id: 'embed.trusted-types',
    }),
    embedPinned: (version: string) =>
      msg(str`Bara version ${version}, med kontrollsumma`, { id: 'embed.pinned' }),
    embedPinnedText: msg(
      'Webbläsaren kör bara exakt den här filen. Vid nästa uppgradering måste koden bytas. Inställningarna här följer inte med: skriv dem som attribut.',
      { id: 'embed.pinned-text' },
    ),
    embedPinnedElement: msg('Frågan på ett språk, utan laddare', { id: 'embed.element' }),
    embedNoHash: msg('Filerna finns inte på den här servern.', { id: 'embed.none' }),
  },
};
