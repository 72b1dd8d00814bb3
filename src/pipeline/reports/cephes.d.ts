/** What we use of cephes, whose package keeps its own types out of reach of its `exports`. */
declare module 'cephes' {
  const cephes: {
    /** Until then, no function may be called. */
    compiled: Promise<void>
    /** The quantile `p` of Student's t with `k` degrees of freedom. */
    stdtri(k: number, p: number): number
  }
  export default cephes
}
