/*
 * What `custom-elements.json` tells: the parts of the Custom Elements Manifest (schema 1.0.0)
 * that describe this element. Editors and catalogues of components read it.
 */

/** Something that has a name, and a sentence or two about it. */
export interface Described {
  name: string;
  description: string;
}

export interface Attribute extends Described {
  type: { text: string };
  /** In words. */
  default?: string;
}

export interface CustomProperty extends Described {
  /** As it stands in the style sheet. */
  default: string;
}

export interface ElementEvent extends Described {
  /** The class of the event. */
  type: { text: string; references: { name: string; module: string }[] };
}

export interface ClassField extends Described {
  kind: 'field';
  readonly: true;
  type: { text: string };
}

export interface EventClass extends Described {
  kind: 'class';
  superclass: { name: string };
  members: ClassField[];
}

export interface ElementClass extends Described {
  kind: 'class';
  customElement: true;
  tagName: string;
  superclass: { name: string };
  attributes: Attribute[];
  events: ElementEvent[];
  cssProperties: CustomProperty[];
  cssParts: Described[];
  slots: Described[];
}

export interface Manifest {
  schemaVersion: '1.0.0';
  modules: [ManifestModule<ElementClass>, ManifestModule<EventClass>];
}

interface ManifestModule<T> {
  kind: 'javascript-module';
  path: string;
  declarations: T[];
  exports: {
    kind: 'js' | 'custom-element-definition';
    name: string;
    declaration: { name: string; module: string };
  }[];
}
