/** A switch and a radio button are inputs too, and take neither letters nor Ctrl+Z. */
const FIELDS =
  'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable="true"], [role="dialog"]'

/** Whether what is typed there is for the field, not for the window. */
export function takesKeys(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(FIELDS) !== null
}
