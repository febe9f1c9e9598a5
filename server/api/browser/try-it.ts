/** Lets a reader of the page about the API try each way to read something. */

const token = document.querySelector<HTMLInputElement>('#token');
const forms = document.querySelectorAll<HTMLFormElement>('form.try');

/** Nothing is sent by pressing Enter in the field of the token. */
token?.form?.addEventListener('submit', (event) => event.preventDefault());
if (token?.form) token.form.hidden = false;

for (const form of forms) {
  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void send(form);
  });
}

async function send(form: HTMLFormElement): Promise<void> {
  const status = form.querySelector('[role="status"]');
  const shown = form.querySelector('pre');
  const code = shown?.querySelector('code');
  if (!status || !shown || !code) return;
  status.textContent = 'Sending …';
  try {
    const response = await fetch(addressOf(form), {
      credentials: 'omit',
      cache: 'no-store',
      headers: {
        accept: 'application/json',
        ...(token?.value && { authorization: `Bearer ${token.value}` }),
      },
    });
    code.textContent = readable(await response.text());
    shown.hidden = false;
    status.textContent = `The answer is ${response.status}. It follows.`;
  } catch {
    shown.hidden = true;
    status.textContent = 'No answer came. Is the service reachable?';
  }
}

/** The address with its parameters; an empty field is a parameter that is not sent. */
function addressOf(form: HTMLFormElement): URL {
  let path = form.dataset['address'] ?? '';
  const query = new URLSearchParams();
  for (const { name, value, dataset } of form.querySelectorAll('input')) {
    const text = value.trim();
    if (dataset['in'] === 'path') path = path.replace(`{${name}}`, encodeURIComponent(text));
    else if (text !== '') query.set(name, text);
  }
  const url = new URL(path, location.href);
  url.search = query.toString();
  return url;
}

/** JSON with its lines broken; anything else as it came. */
function readable(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
