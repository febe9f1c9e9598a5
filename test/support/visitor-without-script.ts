import { readForms, type PageForm } from './read-markup.ts';

/** A page as a visitor has it before them. */
export interface ShownPage {
  address: string;
  status: number;
  headers: Headers;
  markup: string;
  forms: PageForm[];
  /** The redirects that led here. */
  sentOn: { status: number; headers: Headers; to: string }[];
}

/** A browser without script, cookies or history. */
export interface VisitorWithoutScript {
  open: (address: string) => Promise<ShownPage>;
  /** Sends a form's fields as any page could have them. */
  send: (action: string, fields: Record<string, string>) => Promise<ShownPage>;
  /**
   * Writes into a form and presses one of its buttons.
   * @param button the text of the button
   */
  press: (
    form: PageForm | undefined,
    button: string | RegExp,
    written?: Record<string, string>,
  ) => Promise<ShownPage>;
}

const mostRedirects = 5;

/** @param language the browser's `Accept-Language` */
export function createVisitorWithoutScript(language = 'sv-SE,sv;q=0.9'): VisitorWithoutScript {
  const headers = {
    accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
    'accept-language': language,
  };

  async function show(address: string, request: RequestInit): Promise<ShownPage> {
    const sentOn: ShownPage['sentOn'] = [];
    let place = address;
    let response = await fetch(place, { ...request, headers, redirect: 'manual' });
    while (response.status === 303 && sentOn.length < mostRedirects) {
      place = new URL(response.headers.get('location') ?? '', place).href;
      sentOn.push({ status: response.status, headers: response.headers, to: place });
      await response.body?.cancel();
      response = await fetch(place, { headers, redirect: 'manual' });
    }
    const markup = await response.text();
    const { status } = response;
    const forms = readForms(markup, place);
    return { address: place, status, headers: response.headers, markup, forms, sentOn };
  }

  const send: VisitorWithoutScript['send'] = (action, fields) => {
    // A browser sends each line break of a form as two characters.
    const encoded = Object.entries(fields).map(([name, value]) => [
      name,
      value.replace(/\r?\n/g, '\r\n'),
    ]);
    return show(action, { method: 'POST', body: new URLSearchParams(encoded) });
  };

  return {
    open: (address) => show(address, {}),
    send,
    press(form, text, written = {}) {
      const button = form?.buttons.find((candidate) =>
        typeof text === 'string' ? candidate.text === text : text.test(candidate.text),
      );
      if (!form || !button) throw new Error(`There is no button ${String(text)}.`);
      const pressed = button.name === undefined ? {} : { [button.name]: button.value };
      return send(form.action, { ...form.fields, ...written, ...pressed });
    },
  };
}
