const EMAIL =
  /^[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u;

/** The mail address in lower case, without `mailto:`; at most 254 characters. */
export function emailOf(text: string): string | undefined {
  const address = text
    .normalize('NFKC')
    .replace(/^mailto:/i, '')
    .replace(/^<(.*)>$/, '$1');
  if (address.length > 254 || address.includes('..')) return undefined;
  return EMAIL.test(address) ? address.toLowerCase() : undefined;
}

/**
 * The number as `+` and digits where its country is known (written, or a Chinese mobile), else its digits; 7 to 15 of
 * them. An extension is left out.
 */
export function phoneOf(text: string): string | undefined {
  const number = text
    .normalize('NFKC')
    .replace(/^(?:'|tel:)/i, '')
    .replace(/\s*(?:ext\.?|x|转|#)\s*\d{1,6}$/i, '')
    .trim();
  if (!/^\+?[\d()\s./·–—-]+$/.test(number)) return undefined;
  const international = /^(?:\+|00)/.test(number);
  const digits = (international ? number.replace('(0)', '') : number).replace(/\D/g, '').replace(/^00/, '');
  if (digits.length < 7 || digits.length > 15) return undefined;
  if (international) return `+${digits}`;
  if (/^1[3-9]\d{9}$/.test(digits)) return `+86${digits}`;
  return /^861[3-9]\d{9}$/.test(digits) ? `+${digits}` : digits;
}

/** The WeChat id, QQ number or phone number, 5 to 40 characters without spaces. */
export function wechatOf(text: string): string | undefined {
  const id = text.normalize('NFKC').replace(/^'/, '');
  return /^[\w.@+-]{5,40}$/.test(id) ? id : undefined;
}

/** The Maimai profile address or name, 2 to 200 characters. */
export function maimaiOf(text: string): string | undefined {
  return text.length >= 2 && text.length <= 200 ? text : undefined;
}
