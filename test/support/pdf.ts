import { extractText, getDocumentProxy } from 'unpdf';

/** What stands on each page of a PDF, in the order of its signs, with single spaces. */
export async function pagesOf(pdf: Uint8Array): Promise<string[]> {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const { text } = await extractText(document, { mergePages: false });
  return text.map((page) => page.replaceAll(/\s+/g, ' '));
}
