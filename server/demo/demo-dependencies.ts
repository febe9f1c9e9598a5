/** What the demo pages work with. */
export interface DemoDependencies {
  /** The service's base address as browsers reach it, without a trailing slash. */
  publicUrl: () => string;
  /** The path of the service's base address: empty, or such as `/gensvar`. */
  basePath: string;
}
