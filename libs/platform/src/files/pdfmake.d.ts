declare module 'pdfmake' {
  type Document = NodeJS.ReadableStream & {
    readonly info: Record<string, unknown>;
    _id: Buffer;
    endMetadata: () => void;
    end(): void;
  };
  type Family = { normal: string; bold: string; italics: string; bolditalics: string };
  const pdfmake: {
    setFonts(fonts: Record<string, Family>): void;
    setUrlAccessPolicy(may: (url: string) => boolean): void;
    setLocalAccessPolicy(may: (path: string) => boolean): void;
    createPdf(definition: object): { getStream(): Promise<Document> };
  };
  export default pdfmake;
}
