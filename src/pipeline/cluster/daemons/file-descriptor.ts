/**
 * An open file as the output of a process that outlives this one: the process gets the file itself, where
 * a stream would go through us. Execa takes any number; its types know only those up to 9.
 */
export const fileDescriptor = (fd: number) => fd as 3
