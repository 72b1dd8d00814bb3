/** The engine as a process of its own, and who keeps it alive. */
export { asServerMessage, type ChildExit, type EngineChild, GRACE_MS } from './child.ts'
export { spawnNodeEngine } from './child-node.ts'
export { engineEntry } from './engine-entry.ts'
export { contentSecurityPolicy, contentType, staticFile } from './static-files.ts'
export { type EngineClient, EngineSupervisor } from './supervisor.ts'
