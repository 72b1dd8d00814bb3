import type { Configuration } from 'electron-builder'

/**
 * The installable studio. `npm run package` makes what this system can make of it; `-- --dir` only the folder.
 * What is not said here is electron-builder's own.
 */

/** `owner/repository` of the releases, which GitHub's workflows say; without it no update can be looked for. */
const [owner, repo] = (process.env.GITHUB_REPOSITORY ?? '').split('/')

const association = (ext: string, name: string, mimeType: string) =>
  ({ ext, name, mimeType, role: 'Viewer', rank: 'Alternate' }) as const

export default {
  appId: 'org.cinedatalake.studio',
  productName: 'Ciné DataLake Studio',
  copyright: 'MIT licence',
  // What a Debian package must say.
  extraMetadata: {
    homepage:
      owner && repo ? `https://github.com/${owner}/${repo}` : 'https://example.org/cine-datalake-studio',
  },
  // The product's name has letters that not every system takes in the name of a program.
  executableName: 'cine-datalake-studio',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder fills it in
  artifactName: 'cine-datalake-studio-${version}-${os}-${arch}.${ext}',
  directories: { output: 'dist', buildResources: 'resources/icons' },
  files: ['package.json', 'out/**', '!**/*.map', 'resources/{demo,hadoop,spark}/**'],
  asar: true,
  asarUnpack: [
    // The system loads these, and it cannot look into an archive.
    '**/*.{node,so,dylib,dll}',
    // Java, Python and Maven read these.
    'resources/**',
  ],
  // Every native module brings its binaries.
  npmRebuild: false,
  electronFuses: {
    // The studio is no Node for others, by environment, by argument, or by the file that it loads.
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    onlyLoadAppFromAsar: true,
    // Looked at by macOS and Windows; nothing does on Linux.
    enableEmbeddedAsarIntegrityValidation: true,
    enableCookieEncryption: true,
    // The page comes from app://, which needs nothing of what file:// may.
    grantFileProtocolExtraPrivileges: false,
    loadBrowserProcessSpecificV8Snapshot: false,
    resetAdHocDarwinSignature: false,
  },
  fileAssociations: [
    association('csv', 'CSV', 'text/csv'),
    association('parquet', 'Parquet', 'application/vnd.apache.parquet'),
  ],
  publish: owner && repo ? [{ provider: 'github', owner, repo, releaseType: 'draft' }] : null,
  linux: {
    target: ['AppImage', 'deb'],
    category: 'Science',
    icon: 'resources/icons',
    synopsis: 'A data lake for film data, with a window on it',
    maintainer: 'Ciné DataLake Studio <noreply@example.org>',
  },
  deb: { depends: ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1'] },
  win: { target: ['nsis'], icon: 'resources/icons/icon.png' },
  nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true },
  mac: { target: ['dmg', 'zip'], icon: 'resources/icons/icon.png', category: 'public.app-category.business' },
} satisfies Configuration
