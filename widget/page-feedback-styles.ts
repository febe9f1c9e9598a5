/**
 * The look of the prompt. Colours are custom properties with a value for light
 * and one for dark pages; lengths are rem, so that they grow with the visitor's
 * text; directions are logical, so that they turn with the language. The
 * transparent border becomes visible in forced colours. The short names of the
 * custom properties are inside the root, where no page's own can meet them.
 * What the page's text inherits, and would spoil the prompt, ends at the section. The spaces
 * between letters and words do not: visitors set them for the page, to read with less effort.
 */
export const pageFeedbackStyles = /* css */ `
  :host {
    display: block;
    min-block-size: inherit;
  }

  /* Important: the page's own rule, which holds the room, must not undo these. */
  :host([hidden]) {
    display: none !important;
  }

  :host([theme='light']) {
    color-scheme: light;
  }

  :host([theme='dark']) {
    color-scheme: dark;
  }

  * {
    box-sizing: border-box;
    margin: 0;
    scroll-margin: 5rem;
  }

  section {
    --text: var(--page-feedback-text, light-dark(#2b2a29, #fff));
    --surface: var(--page-feedback-surface, light-dark(#eef0ee, #2b2a29));
    --field: var(--page-feedback-field, light-dark(#fff, #2b2a29));
    --primary: var(--page-feedback-primary, light-dark(#3c4a39, #d5dad4));
    --error: var(--page-feedback-error, light-dark(#b50000, #edbfbf));
    --radius: var(--page-feedback-radius, 0.5rem);
    min-block-size: inherit;
    padding: var(--page-feedback-padding, 1.25rem);
    border: 1px solid transparent;
    border-radius: var(--radius);
    color: var(--text);
    background: var(--surface);
    font-size: 1rem;
    line-height: 1.5;
    overflow-wrap: anywhere;
    cursor: auto;
    hyphens: manual;
    text-align: start;
    text-indent: 0;
    text-transform: none;
    white-space: normal;
    word-break: normal;
  }

  #question {
    font-size: 1.25rem;
  }

  [part='answers'] {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
    margin-block-start: 0.75rem;
  }

  button,
  textarea {
    min-block-size: 2.75rem;
    padding: 0.5rem 1.25rem;
    border: 2px solid var(--primary);
    border-radius: var(--radius);
    color: var(--text);
    background: var(--field);
    font: inherit;
  }

  textarea {
    inline-size: 100%;
    padding: 0.5rem 0.75rem;
  }

  textarea[aria-invalid] {
    border-color: var(--error);
  }

  button,
  label,
  .room {
    font-weight: 600;
  }

  #masked {
    margin-block: 0.5rem;
    padding: 0.5rem 0.75rem;
    background: var(--field);
    white-space: pre-wrap;
  }

  [part='submit'],
  [aria-pressed='true'] {
    color: var(--field);
    background: var(--primary);
  }

  /* The choice is told by shape: a ring that is empty, or a tick. */
  [part='answer']::before {
    content: '';
    display: inline-block;
    inline-size: 1rem;
    block-size: 1rem;
    margin-inline-end: 0.5rem;
    border: 2px solid;
    border-radius: 50%;
    vertical-align: -0.125rem;
  }

  [aria-pressed='true']::before {
    inline-size: 0.5rem;
    margin-inline: 0.25rem 0.875rem;
    border-width: 0 2px 2px 0;
    border-radius: 0;
    transform: rotate(45deg);
  }

  button:hover {
    text-decoration: underline;
  }

  :focus-visible {
    outline: 3px solid var(--text);
    outline-offset: 2px;
  }

  /* The text that is expected stands here unseen: its room is there when it comes. */
  .room,
  .form-room {
    display: grid;
  }

  .room::before {
    content: attr(data-room);
    visibility: hidden;
  }

  .room::before,
  [part~='status'] {
    grid-area: 1 / 1;
  }

  .room:not([data-room='']),
  .room + button,
  form,
  [part='links'] {
    margin-block-start: 0.75rem;
  }

  .failure,
  [part='error'] {
    display: block;
    padding-inline-start: 0.75rem;
    border-inline-start: 0.375rem solid var(--error);
  }

  form {
    display: grid;
    justify-items: start;
    gap: 0.5rem;
  }

  a {
    display: inline-block;
    color: inherit;
  }

  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media print {
    :host {
      display: none !important;
    }
  }
`;
