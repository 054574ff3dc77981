export {
  type ApiKey,
  apiKeySchema,
  apiKeysSchema,
  ApiKeysError,
  createApiKey,
  parseApiKeys,
  type Scope,
  scopeSchema,
} from './api-keys.js';
export { createService, type ServiceLimits, type ServiceOptions } from './create-service.js';
export { openApiDocument } from './openapi-document.js';
export type { Problem } from './problem.js';
export type { Job, LoadSettings } from './wire.js';
