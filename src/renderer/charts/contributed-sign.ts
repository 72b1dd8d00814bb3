/** Stands on what rests on a figure that people corrected, on the drawing and in words. */
export const CONTRIBUTED_SIGN = '◆'
