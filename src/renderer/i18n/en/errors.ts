/** See the French one. */
export default {
  next_step: 'Next step',
  retry: 'Try again',
  engine_says: 'Detail',
  NOTHING_PUBLISHED: {
    sentence: 'No film is published in this lake yet.',
    hint: 'Run the pipeline on your files from the home page, or try the demo data.',
  },
} as const
