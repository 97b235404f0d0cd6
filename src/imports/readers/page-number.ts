/** A head or foot of a page that says nothing but its number. */
export const isPageNumber = (text: string): boolean => /^[第共页，,of\-—–\s/\d]*$/i.test(text);
