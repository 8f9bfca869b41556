import { choice, connectionString, flag, integer, listOf, optional, path, text, url, withDefault } from './variable';

const postgres = url('postgres', 'postgresql');

/** Algorithms with which an identity provider may sign: public-key ones only. */
const signatures = listOf('ES256', 'ES384', 'ES512', 'EdDSA', 'PS256', 'PS384', 'PS512', 'RS256', 'RS384', 'RS512');

/** Every variable that a part of the system reads. The README's table is made of these. */
export const variables = {
  PORT: withDefault(integer(0, 65535), '3000', {
    group: 'HTTP',
    about: 'Port to listen on; 0 takes a free one.',
  }),
  HOST: optional(text, {
    group: 'HTTP',
    about: 'Address to listen on. Without it: this machine only in standalone development, all addresses otherwise.',
  }),
  TRUSTED_PROXIES: withDefault(integer(0, 10), '0', {
    group: 'HTTP',
    about: 'How many proxies stand in front, for the address that public requests are counted by.',
  }),
  PUBLIC_REQUESTS_PER_MINUTE: withDefault(integer(1, 1_000_000), '600', {
    group: 'HTTP',
    about: 'How many requests a minute one address may make to public pages.',
  }),
  BODY_SECONDS: withDefault(integer(1, 600), '60', {
    group: 'HTTP',
    about: 'How long a caller may take to send a request that is no file.',
  }),
  SHUTDOWN_SECONDS: withDefault(integer(1, 600), '20', {
    group: 'HTTP',
    about: 'How long a stopping process waits for the requests that it has accepted.',
  }),

  DATABASE_URL: optional(postgres, {
    group: 'Stores',
    about: 'Standalone: a PostgreSQL server of your own instead of the embedded one; the login that owns the schema.',
    sensitive: true,
  }),
  DATABASE_ADMIN_URL: optional(postgres, {
    group: 'Stores',
    about: 'Login that migrates the schema (`npm run migrate`).',
    sensitive: true,
  }),
  DECISION_DATABASE_URL: optional(postgres, {
    group: 'Stores',
    about: 'Login of the deciding side.',
    sensitive: true,
  }),
  COLLECTION_DATABASE_URL: optional(postgres, {
    group: 'Stores',
    about: 'Login of the collecting side.',
    sensitive: true,
  }),
  DISCLOSURE_DATABASE_URL: optional(postgres, {
    group: 'Stores',
    about: 'Login of the public side, which only reads.',
    sensitive: true,
  }),
  AUDIT_DATABASE_URL: optional(postgres, {
    group: 'Stores',
    about: 'Login of the auditors, which only reads.',
    sensitive: true,
  }),
  WORKER_DATABASE_URL: optional(postgres, {
    group: 'Stores',
    about: 'Login of the worker, which publishes.',
    sensitive: true,
  }),
  DATABASE_POOL_SIZE: withDefault(integer(1, 200), '20', {
    group: 'Stores',
    about: 'Connections that each login may hold.',
  }),
  EVENTSTORE_URL: optional(connectionString('esdb', 'esdb+discover'), {
    group: 'Stores',
    about: 'EventStoreDB or KurrentDB that keeps the events. Without it PostgreSQL keeps them.',
    sensitive: true,
  }),
  EVENTSTORE_PREFIX: optional(text, {
    group: 'Stores',
    about: 'Prefix of stream names, which keeps several installations on one server apart.',
  }),
  VAR_DIR: withDefault(path, 'var', {
    group: 'Stores',
    about: 'Folder for what is kept between runs: embedded database, attachments, development keys and people.',
  }),
  ATTACHMENTS_URL: optional(url('s3'), {
    group: 'Stores',
    about: 'S3-compatible store that keeps attachments: `s3://bucket/prefix`. Without it a folder of VAR_DIR does.',
  }),
  ATTACHMENT_MIB: withDefault(integer(1, 65536), '512', {
    group: 'Stores',
    about: 'Largest attachment, in MiB.',
  }),
  S3_ENDPOINT: optional(url('https', 'http'), {
    group: 'Stores',
    about: "Address of the S3-compatible store. Without it Amazon's of the region.",
  }),
  S3_REGION: withDefault(text, 'cn-north-1', {
    group: 'Stores',
    about: 'Region that requests to the S3-compatible store are signed for.',
  }),
  S3_ACCESS_KEY_ID: optional(text, {
    group: 'Stores',
    about: 'Who the S3-compatible store takes us for.',
  }),
  S3_SECRET_ACCESS_KEY: optional(text, {
    group: 'Stores',
    about: 'What requests to the S3-compatible store are signed with.',
    sensitive: true,
  }),

  CALENDAR_DIR: optional(path, {
    group: 'Rules and people',
    about: 'Folder with further calendar years, one JSON file each; a file replaces the built-in year.',
  }),
  STAFF_FILE: optional(path, {
    group: 'Rules and people',
    about: 'JSON file with the people: names, roles, certificates. Without it the people of development.',
  }),
  DEMO_MODE: withDefault(flag, 'false', {
    group: 'Rules and people',
    about: 'Takes `Fajiao-Demo-Time` for the clock. Refused in production.',
  }),

  OIDC_ISSUER: optional(text, {
    group: 'Identity',
    about: 'Issuer (`iss`) of the access tokens. Without it the standalone app is its own, in development only.',
  }),
  OIDC_AUDIENCE: optional(text, {
    group: 'Identity',
    about: 'Audience (`aud`) that access tokens have to be made for.',
  }),
  OIDC_JWKS_URL: optional(url('https', 'http'), {
    group: 'Identity',
    about: "Where the issuer's public keys are.",
  }),
  OIDC_ALGORITHMS: withDefault(signatures, 'ES256,RS256', {
    group: 'Identity',
    about: 'Algorithms that tokens may be signed with.',
  }),
  OIDC_TOKEN_TYPE: withDefault(text, 'at+jwt', {
    group: 'Identity',
    about: 'Type (`typ`) of access tokens, RFC 9068.',
  }),
  OIDC_ROLES_CLAIM: withDefault(text, 'roles', {
    group: 'Identity',
    about: "Claim that lists a person's roles.",
  }),
  OIDC_MAX_TOKEN_AGE_MINUTES: withDefault(integer(1, 1440), '720', {
    group: 'Identity',
    about: 'Tokens older than this are refused even if they say that they last longer.',
  }),
  OIDC_CLOCK_TOLERANCE_SECONDS: withDefault(integer(0, 300), '30', {
    group: 'Identity',
    about: "How far the issuer's clock may be off.",
  }),

  BANKS_FILE: optional(path, {
    group: 'Banks',
    about: 'JSON file with the banks and the secrets that they sign with. Without it the banks of development.',
  }),
  CALLBACK_TOLERANCE_SECONDS: withDefault(integer(1, 3600), '300', {
    group: 'Banks',
    about: "How far from now a callback's signature may have been made.",
  }),

  STATEMENT_FILE_MIB: withDefault(integer(1, 4096), '512', {
    group: 'Banks',
    about: "Largest file that a bank's statement may have, in MiB.",
  }),

  SEAL_KEY_FILE: optional(path, {
    group: 'Secrets',
    about:
      "File with the key (32 bytes, base64) that seals personal data and hides parties' ids. Without it a development key.",
  }),

  NODE_ENV: withDefault(choice('development', 'test', 'production'), 'development', {
    group: 'Operation',
    about: 'In production nothing of development is made up: every secret and login has to be given.',
  }),
  LOG_LEVEL: withDefault(choice('trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'), 'info', {
    group: 'Operation',
    about: 'Least serious line that is logged.',
  }),
} as const;

export type Variables = typeof variables;
