/** Types for the part of saxen that is used here, because saxen comes without types. */
declare module 'saxen' {
  export type Attributes = Readonly<Record<string, string>>;

  export class Parser {
    on(
      event: 'openTag',
      handle: (
        name: string,
        attributes: () => Attributes,
        decode: (text: string) => string,
        isSelfClosing: boolean,
      ) => void,
    ): this;
    on(
      event: 'closeTag',
      handle: (name: string, decode: (text: string) => string, isSelfClosing: boolean) => void,
    ): this;
    on(event: 'text' | 'cdata' | 'comment', handle: (text: string) => void): this;
    /**
     * Parses the next piece of a document, which can be cut anywhere. Throws if the document is not
     * well formed.
     */
    write(xml: string): this;
    /** Throws if the document is incomplete. */
    end(): Error | null;
  }
}
