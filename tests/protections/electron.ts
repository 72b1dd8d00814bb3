import { type Edit, removal } from './removal.ts'

const SPEC = 'tests/e2e/electron-security.spec.ts'
const PACKAGED = 'tests/e2e/packaged.spec.ts'
const PREFERENCES = `${SPEC} › the window’s preferences: isolated, sandboxed, no Node, nothing experimental, no webview`
const OTHERS = `${SPEC} › other windows: no webview in them, and their messages are not answered`
const STAYS = `${SPEC} › the page stays where it is, whatever it is told to open`
const WINDOW = 'src/main/window.ts'
const HARDENING = 'src/main/hardening.ts'
const preference = (added: string): Edit[] => [[WINDOW, 'spellcheck: false,', `spellcheck: false, ${added},`]]
const WEBVIEW: Edit[] = [
  [HARDENING, "contents.on('will-attach-webview', (event) => event.preventDefault())", ''],
]

export const ELECTRON = [
  removal('1.', `${SPEC} › everything that is loaded comes from the application itself`, [
    [
      'src/renderer/index.html',
      '</head>',
      '<link rel="stylesheet" href="https://example.com/x.css" /></head>',
    ],
  ]),
  removal('2.', PREFERENCES, [[WINDOW, 'nodeIntegration: false', 'nodeIntegration: true']]),
  removal('3.', PREFERENCES, [[WINDOW, 'contextIsolation: true', 'contextIsolation: false']]),
  removal('4.', PREFERENCES, [[WINDOW, 'sandbox: true', 'sandbox: false']]),
  removal('5.', `${SPEC} › no permission is given: not asked for, not had`, [
    [HARDENING, 'answer(false)', 'answer(true)'],
    [HARDENING, 'setPermissionCheckHandler(() => false)', 'setPermissionCheckHandler(() => true)'],
  ]),
  removal('6.', PREFERENCES, preference('webSecurity: false')),
  removal(
    '7.',
    `${SPEC} › the policy in force: no script but the application’s files, no eval, no frame, no other address`,
    [
      [
        'src/pipeline/host/static-files.ts',
        "script-src 'self'",
        "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
      ],
    ],
  ),
  removal('8.', PREFERENCES, preference('allowRunningInsecureContent: true')),
  removal('9.', PREFERENCES, preference('experimentalFeatures: true')),
  removal('10.', PREFERENCES, preference("enableBlinkFeatures: 'CSSVariables'")),
  removal('11.', OTHERS, WEBVIEW),
  removal('12.', OTHERS, WEBVIEW),
  removal('13.', STAYS, [[HARDENING, 'if (!isOwnUrl(event.url)) event.preventDefault()', '']]),
  removal('14.', STAYS, [[HARDENING, "{ action: 'deny' }", "{ action: 'allow' }"]]),
  removal('15.', `${SPEC} › only the film sites leave the studio, to the person’s own browser`, [
    [HARDENING, 'if (isKnownSite(url))', 'if (url)'],
  ]),
  removal('15.', 'tests/unit/main/external-links.test.ts › %s does not', [
    ['src/main/external-links.ts', "url.protocol === 'https:' && ", ''],
  ]),
  removal(
    '16.',
    'tests/unit/docs/project.test.ts › Electron is packaged as the lock file says, and newer ones are proposed every week',
    [['.github/dependabot.yml', 'interval: weekly', 'interval: yearly']],
  ),
  removal('17.', OTHERS, [
    [
      'src/main/bridge.ts',
      'event.sender === webContents && isOwnFrame(event.senderFrame)',
      'event.sender !== null',
    ],
  ]),
  removal('17.', `${SPEC} › the window itself, on a page that is not ours, is not answered either`, [
    [
      'src/main/origin.ts',
      'frame !== null && frame.parent === null && isOwnUrl(frame.url)',
      'frame !== null',
    ],
  ]),
  removal('18.', `${SPEC} › app:// serves the built page and nothing beside it`, [
    ['src/pipeline/host/static-files.ts', "if (decoded.split('/').includes('..')) return null", ''],
    ['src/pipeline/host/static-files.ts', 'file.startsWith(top + sep) && ', ''],
  ]),
  removal('18.', 'tests/unit/host/static-files.test.ts › %s is refused', [
    ['src/pipeline/host/static-files.ts', 'file.startsWith(top + sep) && ', ''],
  ]),
  removal('19.', `${PACKAGED} › the fuses of the program are set as they should be`, [
    ['electron-builder.config.ts', 'onlyLoadAppFromAsar: true', 'onlyLoadAppFromAsar: false'],
  ]),
  removal('19.', `${PACKAGED} › the program is no Node for others, and loads no application but its own`, [
    ['electron-builder.config.ts', 'runAsNode: false', 'runAsNode: true'],
  ]),
  removal('20.', `${SPEC} › the page is given a closed list of abilities, and none of Electron’s own`, [
    [
      'src/preload/index.ts',
      "contextBridge.exposeInMainWorld('cine', cine)",
      "contextBridge.exposeInMainWorld('cine', cine)\ncontextBridge.exposeInMainWorld('ipcRenderer', { send: ipcRenderer.send })",
    ],
  ]),
  removal(
    'The archive holds the product alone',
    `${PACKAGED} › the archive holds the product alone, each file with its hash; native modules lie beside it`,
    [['electron-builder.config.ts', "'out/**',", "'out/**', 'src/**',"]],
  ),
  removal(
    'Nobody is asked for updates',
    `${PACKAGED} › where releases are looked for is known, and nobody looks by themselves`,
    [
      [
        'electron-builder.config.ts',
        "owner && repo ? [{ provider: 'github'",
        "owner === '' && repo ? [{ provider: 'github'",
      ],
    ],
  ),
  removal(
    'Nobody is asked for updates',
    `${PACKAGED} › started, it runs the demo by its button and shows the four reports; started twice, it is one window`,
    [['src/main/updates.ts', "!app.isPackaged || env.CINE_UPDATES !== 'on'", '!app.isPackaged']],
  ),
  removal(
    'A file that the system opens is shown',
    'tests/unit/main/opened-files.test.ts › files among the arguments are opened; options, their values, folders and what is not there are not',
    [['src/main/opened-files.ts', '.filter(isFile)', '']],
  ),
  removal(
    'Known weaknesses of dependencies',
    'tests/unit/docs/project.test.ts › what runs at every change: checks, audit, every test, packages of three systems',
    [['.github/workflows/ci.yml', 'npm audit --audit-level=high', 'npm --version']],
  ),
]
