/** What is used of saxen, which brings no types. */
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
    /** The next part of a document, cut anywhere. Throws where it is not well formed. */
    write(xml: string): this;
    /** Throws where the document is not over. */
    end(): Error | null;
  }
}
