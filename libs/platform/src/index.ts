export { bootstrap, type BootstrapOptions, type Running } from './bootstrap';
export {
  type Config,
  ConfigFaults,
  type ConfigWith,
  loadConfig,
  type Requires,
  type VariableName,
} from './config/config';
export { configurationTable, withConfigurationTable } from './config/readme-table';
export { openSecrets, type Secrets } from './config/secrets';
export { keptFile } from './config/kept-file';
export type { ContextPart } from './context/context-part';
export {
  projectionsOf,
  type ProjectionsPort,
  type ProjectionStatus,
  type Readiness,
  type ReadinessCheck,
  readinessOf,
  type RefusalRecorder,
  refusalRecorderOf,
  type RefusedRequest,
} from './context/ports';
export { BANKS, CLOCK, CONFIG, PEOPLE } from './context/tokens';
export { WiringFaults } from './context/wiring-check';
export { createApplication } from './create-application';
export { calendarCheck } from './health/calendar-check';
export { databaseCheck, eventStoreCheck } from './health/store-checks';
export { type Html, html } from './html/html';
export { Act, Caller } from './http/act.decorators';
export type { ActRequest, CallerRequest } from './http/act-request';
export { answered, type AnswerHeaders } from './http/answer';
export { type BodyFile, UploadedFile } from './http/body-file';
export { decodeCursor, encodeCursor } from './http/cursor';
export { IsCivilDate, IsFen, IsInstant, IsUuid, Text } from './http/fields';
export { PageQueryDto } from './http/page-query.dto';
export { CivilDateParam, InstantParam, UuidParam } from './http/param.pipes';
export { signMessage } from './identity/bank-signature';
export { type Bank, type BankAgreement, BankRegister, fingerprintOf, standingOf } from './identity/bank-register';
export { openBanks, readBanks } from './identity/banks';
export type { ContractEvent, ContractEvents } from './identity/development/contract-events';
export { DevelopmentIssuer } from './identity/development/development-issuer';
export { openPeople } from './identity/open-people';
export { People, type Person, type UnitKind, unitKinds } from './identity/people';
export { Operation, type OperationPolicy, type OperationRule, type OperationTable } from './identity/policy';
export { PolicyTable } from './identity/policy-table';
export { collectingRoles, decidingRoles, type Role, type Side, sidesOf } from './identity/roles';
export { readStaff } from './identity/staff-file';
export { main } from './main';
export { Log } from './observability/log';
export { Metrics } from './observability/metrics';
export { openApiDocument } from './openapi/document';
export { PlatformModule, type PlatformOptions } from './platform.module';
export { Closing } from './process/closing';
export { type Foundation, openFoundation } from './process/foundation';
export { type LoginChoice, openLogin, type OpenLogin, runHost } from './process/login';
export { serve, type ServedContext, type ServeOptions } from './process/serve';
export { platformProblem, Problem, problemsOf, refused } from './problem/problem';
export type { CodeTable, Detail, Language, Sentence } from './problem/sentence';
export * from './database';
