import { msg, str } from '@lit/localize';

/** Mail to editors, and the pages where they choose it, in the source language (Swedish). */
export const words = {
  mail: {
    nav: msg('Mejl', { id: 'mail.nav' }),
    title: msg('Mejl från Gensvar', { id: 'mail.title' }),
    notSetUp: msg('Tjänsten kan inte skicka mejl än. Den som sköter tjänsten kan ordna det.', {
      id: 'mail.not-set-up',
    }),
    intro: msg(
      'Här väljer du vilka mejl du vill ha. Mejlen innehåller antal och länkar, aldrig vad besökare har skrivit.',
      { id: 'mail.intro' },
    ),
    addressTitle: msg('Din mejladress', { id: 'mail.address-title' }),
    addressHint: msg('Vi skickar en länk till adressen. Öppna den för att bekräfta.', {
      id: 'mail.address-hint',
    }),
    address: msg('Mejladress', { id: 'mail.address' }),
    addressFault: msg('Skriv en mejladress, till exempel namn@example.se.', {
      id: 'mail.address-fault',
    }),
    addressSave: msg('Spara och skicka länken', { id: 'mail.address-save' }),
    isConfirmed: (address: string) =>
      msg(str`Mejlen skickas till ${address}.`, { id: 'mail.is-confirmed' }),
    isWaiting: (address: string) =>
      msg(
        str`Adressen ${address} är inte bekräftad än. Inga andra mejl skickas förrän du har öppnat länken som skickas dit.`,
        { id: 'mail.is-waiting' },
      ),
    sendAgain: msg('Skicka länken igen', { id: 'mail.send-again' }),
    changeAddress: msg('Byt mejladress', { id: 'mail.change-address' }),
    remove: msg('Ta bort adressen och alla mejl', { id: 'mail.remove' }),
    choicesTitle: msg('Vilka mejl vill du ha?', { id: 'mail.choices-title' }),
    scope: msg(
      'De gäller sidor som du är ansvarig för eller bevakar. Är det inga gäller de alla sidor på dina webbplatser.',
      { id: 'mail.scope' },
    ),
    digest: msg('Veckans svar, på måndag morgon när det finns något att göra', {
      id: 'mail.digest',
    }),
    warnings: msg('Varning när klart färre än förut svarar ja på en sida', {
      id: 'mail.warnings',
    }),
    saveChoices: msg('Spara valen', { id: 'mail.save-choices' }),
    watchesTitle: msg('Sidor som du bevakar', { id: 'mail.watches-title' }),
    watchesText: msg('Du får ett mejl när en sida har fått nya kommentarer, högst ett i timmen.', {
      id: 'mail.watches-text',
    }),
    noWatches: msg('Du bevakar ingen sida. Du börjar bevaka en sida i sidans rapport.', {
      id: 'mail.no-watches',
    }),
    unwatch: msg('Sluta bevaka', { id: 'mail.unwatch' }),
    watch: msg('Bevaka sidan', { id: 'mail.watch' }),
    isWatching: msg('Du bevakar sidan och får mejl om nya kommentarer.', {
      id: 'mail.is-watching',
    }),
    watchNeedsAddress: msg('Bekräfta din mejladress för att få mejlen.', {
      id: 'mail.watch-needs-address',
    }),
    toMail: msg('Välj mejl', { id: 'mail.to-mail' }),
    done: {
      sent: msg('En länk är skickad till adressen.', { id: 'mail.done-sent' }),
      failed: msg('Länken kunde inte skickas just nu. Försök igen om en stund.', {
        id: 'mail.done-failed',
      }),
      often: msg('Många länkar har skickats den senaste timmen. Försök igen om en timme.', {
        id: 'mail.done-often',
      }),
      saved: msg('Dina val är sparade.', { id: 'mail.done-saved' }),
      removed: msg('Adressen är borttagen. Du får inga fler mejl.', { id: 'mail.done-removed' }),
      unwatched: msg('Du bevakar inte längre sidan.', { id: 'mail.done-unwatched' }),
      watched: msg('Du bevakar nu sidan.', { id: 'mail.done-watched' }),
    },

    confirmTitle: msg('Bekräfta din mejladress', { id: 'mail.confirm-title' }),
    confirmText: (name: string) =>
      msg(str`${name} i Gensvar vill få mejl till den här adressen.`, { id: 'mail.confirm-text' }),
    confirmButton: msg('Bekräfta adressen', { id: 'mail.confirm-button' }),
    confirmed: msg('Mejladressen är bekräftad', { id: 'mail.confirmed' }),
    confirmedText: msg('Från och med nu får du de mejl som du har valt.', {
      id: 'mail.confirmed-text',
    }),
    stopTitle: msg('Sluta få de här mejlen?', { id: 'mail.stop-title' }),
    stops: {
      digest: msg('Du får inte längre veckans svar.', { id: 'mail.stop-digest' }),
      warnings: msg('Du får inte längre varningar.', { id: 'mail.stop-warnings' }),
      watch: msg('Du får inte längre mejl om nya kommentarer på sidan.', {
        id: 'mail.stop-watch',
      }),
    },
    stopText: {
      digest: msg('Det gäller mejlet med veckans svar.', { id: 'mail.stop-text-digest' }),
      warnings: msg('Det gäller varningar om sidor.', { id: 'mail.stop-text-warnings' }),
      watch: msg('Det gäller mejl om nya kommentarer på en sida.', {
        id: 'mail.stop-text-watch',
      }),
    },
    stopButton: msg('Sluta skicka', { id: 'mail.stop-button' }),
    stopped: msg('Mejlen är stoppade', { id: 'mail.stopped' }),
    deadTitle: msg('Länken går inte att använda', { id: 'mail.dead-title' }),
    deadText: msg('Länken är för gammal eller felaktig. Logga in för att ändra dina mejl.', {
      id: 'mail.dead-text',
    }),

    signInTitle: msg('Få en länk med mejl', { id: 'mail.sign-in-title' }),
    signInHint: msg('Skriv den mejladress som du har bekräftat i Gensvar.', {
      id: 'mail.sign-in-hint',
    }),
    signInButton: msg('Skicka en inloggningslänk', { id: 'mail.sign-in-button' }),
    signInSentTitle: msg('Titta i din mejl', { id: 'mail.sign-in-sent-title' }),
    signInSentText: msg(
      'Om adressen är bekräftad i Gensvar har vi skickat en länk till den. Kommer den inte inom några minuter kan du be den som sköter tjänsten om en länk.',
      { id: 'mail.sign-in-sent-text' },
    ),
  },

  letter: {
    confirmSubject: msg('Bekräfta din mejladress', { id: 'letter.confirm-subject' }),
    confirmText: (name: string) =>
      msg(
        str`${name} har angett den här adressen i Gensvar. Är det du? Öppna länken och bekräfta.`,
        { id: 'letter.confirm-text' },
      ),
    confirmLink: msg('Bekräfta mejladressen', { id: 'letter.confirm-link' }),
    confirmIgnore: msg(
      'Är det inte du behöver du inte göra något. Länken fungerar i 24 timmar och inga fler mejl skickas.',
      { id: 'letter.confirm-ignore' },
    ),
    signInSubject: msg('Din inloggningslänk till Gensvar', { id: 'letter.sign-in-subject' }),
    signInText: msg('Öppna länken för att logga in. Den fungerar en gång och inom 60 minuter.', {
      id: 'letter.sign-in-text',
    }),
    signInLink: msg('Logga in', { id: 'letter.sign-in-link' }),
    signInIgnore: msg('Har du inte bett om någon länk behöver du inte göra något.', {
      id: 'letter.sign-in-ignore',
    }),

    digestSubject: (summary: string) =>
      msg(str`Veckans svar: ${summary}`, { id: 'letter.digest-subject' }),
    digestTitle: (week: string) =>
      msg(str`Svar från besökare, vecka ${week}`, {
        id: 'letter.digest-title',
      }),
    digestMine: msg('Det gäller sidor som du är ansvarig för eller bevakar.', {
      id: 'letter.digest-mine',
    }),
    digestAll: (sites: string) =>
      msg(str`Det gäller alla sidor på ${sites}.`, { id: 'letter.digest-all' }),
    newTitle: msg('Nya kommentarer', { id: 'letter.new-title' }),
    newOnPage: (comments: number, figure: string) =>
      comments === 1
        ? msg('En ny kommentar.', { id: 'letter.new-one' })
        : msg(str`${figure} nya kommentarer.`, { id: 'letter.new' }),
    attentionTitle: msg('Behöver ses över', { id: 'letter.attention-title' }),
    worseTitle: msg('Klart färre än förut svarade ja', { id: 'letter.worse-title' }),
    betterTitle: msg('Klart fler än förut svarade ja', { id: 'letter.better-title' }),
    weekOnPage: (percent: string, yes: string, total: string, before: string) =>
      msg(
        str`${percent} svarade ja förra veckan (${yes} av ${total}). De åtta veckorna före: ${before}.`,
        { id: 'letter.week-on-page' },
      ),
    thisWeekOnPage: (percent: string, yes: string, total: string, before: string) =>
      msg(
        str`${percent} har svarat ja den här veckan (${yes} av ${total}). De åtta veckorna före: ${before}.`,
        { id: 'letter.this-week-on-page' },
      ),
    toStart: msg('Öppna Gensvar', { id: 'letter.to-start' }),
    dropSubject: (pages: number, figure: string) =>
      pages === 1
        ? msg('Klart färre än förut svarar ja på en sida', { id: 'letter.drop-subject-one' })
        : msg(str`Klart färre än förut svarar ja på ${figure} sidor`, {
            id: 'letter.drop-subject',
          }),
    dropText: msg(
      'Skillnaden är större än slumpen brukar ge. Läs kommentarerna och se om sidan nyss har ändrats.',
      { id: 'letter.drop-text' },
    ),
    watchSubject: (comments: number, figure: string) =>
      comments === 1
        ? msg('En ny kommentar på en sida som du bevakar', { id: 'letter.watch-subject-one' })
        : msg(str`${figure} nya kommentarer på en sida som du bevakar`, {
            id: 'letter.watch-subject',
          }),
    watchLink: msg('Läs kommentarerna', { id: 'letter.watch-link' }),
    noWords: msg('Vad besökare har skrivit står bara i Gensvar, inte i mejlet.', {
      id: 'letter.no-words',
    }),
    why: {
      digest: msg('Du får mejlet för att du har valt veckans svar i Gensvar.', {
        id: 'letter.why-digest',
      }),
      warnings: msg('Du får mejlet för att du har valt varningar i Gensvar.', {
        id: 'letter.why-warnings',
      }),
      watch: msg('Du får mejlet för att du bevakar sidan i Gensvar.', { id: 'letter.why-watch' }),
    },
    stop: msg('Sluta få de här mejlen', { id: 'letter.stop' }),
  },
};
