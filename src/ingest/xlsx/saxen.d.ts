/** Types for the used part of saxen, which has no types. */
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
    /** Parses the next piece of a document, cut anywhere. Throws if it is not well formed. */
    write(xml: string): this;
    /** Throws if the document is incomplete. */
    end(): Error | null;
  }
}
