/** What the service is sent: text and numbers by the names of the contract. */
export type Fields = Record<string, unknown>;

export type Send = (url: string, fields: Fields, headers?: HeadersInit) => Promise<Response>;

const responses = (url: string) => `${url}/feedback/v1/responses`;

/** Sends any body, as it stands, and follows no redirect. */
export function sendBody(
  url: string,
  body: BodyInit | undefined,
  headers: HeadersInit = {},
): Promise<Response> {
  return fetch(responses(url), {
    method: 'POST',
    redirect: 'manual',
    headers,
    ...(body !== undefined && { body }),
    // A body of unknown length must be announced as a one-way stream.
    ...(body instanceof ReadableStream && { duplex: 'half' }),
  });
}

/** Sends a response as the element does: a form that asks for JSON. */
export const sendForm: Send = (url, fields, headers) =>
  sendBody(url, formBody(fields), { accept: 'application/json', ...fromHeaders(headers) });

/** Sends a response as a program does. */
export const sendJson: Send = (url, fields, headers) =>
  sendBody(url, JSON.stringify(fields), {
    'content-type': 'application/json',
    ...fromHeaders(headers),
  });

/** The two ways in which a response may be sent. */
export const transports = { form: sendForm, JSON: sendJson } satisfies Record<string, Send>;

/** The fields as a browser encodes a form. */
export function formBody(fields: Fields): URLSearchParams {
  return new URLSearchParams(Object.entries(fields).map(([name, value]) => [name, String(value)]));
}

const fromHeaders = (headers: HeadersInit | undefined) =>
  Object.fromEntries(new Headers(headers).entries());
