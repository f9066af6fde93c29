/** Digits as the machine reads them, whichever of the two scripts they were typed in. */
export const plainDigits = (text: string): string =>
  text.replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660)).replaceAll("٫", ".");
