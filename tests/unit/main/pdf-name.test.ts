import { expect, test } from 'vitest'
import { pdfName } from '../../../src/main/pdf-name.ts'

test.each([
  [
    'correlation_20261124T205000Z-c813cc_1990-2000_drama.pdf',
    'correlation_20261124T205000Z-c813cc_1990-2000_drama.pdf',
  ],
  ['Études', 'Études.pdf'],
  ['../../.bashrc', 'bashrc.pdf'],
  ['/etc/passwd', 'passwd.pdf'],
  ['a"b<c>|d?*.pdf', 'abcd.pdf'],
  ['', 'cine.pdf'],
  ['...', 'cine.pdf'],
  [null, 'cine.pdf'],
  [{ name: 'x' }, 'cine.pdf'],
  ['x'.repeat(1000), `${'x'.repeat(150)}.pdf`],
])('of what the page proposes only a file name is taken: %j', (proposed, name) => {
  expect(pdfName(proposed)).toBe(name)
})
