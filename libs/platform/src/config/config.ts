import { resolve } from 'node:path';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  Max,
  Min,
  MinLength,
  ValidateBy,
  validateSync,
} from 'class-validator';
import { keptSecret } from './kept-secret.js';

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
const NODE_ENVS = ['development', 'production', 'test'] as const;
const DATABASE_URL_RULE = 'must be a URL such as postgres://user:password@host:5432/database';

export class ConfigError extends Error {
  override name = 'ConfigError';
}

function IsUrlOf(protocols: string[], message: string): PropertyDecorator {
  return ValidateBy({
    name: 'isUrlOf',
    validator: {
      validate: (value) =>
        typeof value === 'string' && URL.canParse(value) && protocols.includes(new URL(value).protocol),
      defaultMessage: () => message,
    },
  });
}

/** What the environment says, each value checked; `databaseUrl` is absent where the embedded database is used. */
export class Config {
  @Max(65_535, { message: 'PORT must be a whole number from 0 to 65535' })
  @Min(0, { message: 'PORT must be a whole number from 0 to 65535' })
  @IsInt({ message: 'PORT must be a whole number from 0 to 65535' })
  readonly port: number;

  @Matches(/^[\w.:-]+$/, { message: 'HOST must be a host name or an IP address' })
  readonly host: string;

  @IsOptional()
  @IsUrlOf(['postgres:', 'postgresql:'], `DATABASE_URL ${DATABASE_URL_RULE}`)
  readonly databaseUrl?: string;

  @IsOptional()
  @IsUrlOf(['postgres:', 'postgresql:'], `APP_DATABASE_URL ${DATABASE_URL_RULE}`)
  readonly appDatabaseUrl?: string;

  @IsOptional()
  @IsUrlOf(['postgres:', 'postgresql:'], `PORTAL_DATABASE_URL ${DATABASE_URL_RULE}`)
  readonly portalDatabaseUrl?: string;

  @IsOptional()
  @IsUrlOf(['postgres:', 'postgresql:'], `AUTH_DATABASE_URL ${DATABASE_URL_RULE}`)
  readonly authDatabaseUrl?: string;

  /** Absolute path of the folder for the embedded database, files and mail. */
  @IsString({ message: 'DATA_DIR must be a path' })
  readonly dataDir: string;

  @IsBoolean({ message: 'DEMO must be on or off' })
  readonly demo: boolean;

  /** Present exactly when `demo` is on. */
  @IsOptional()
  @MinLength(8, { message: 'DEMO_PASSWORD must have 8 characters or more' })
  readonly demoPassword?: string;

  @IsNotEmpty({ message: 'SECRET must be set when DATABASE_URL is: 32 characters or more, the same for every process' })
  @MinLength(32, { message: 'SECRET must have 32 characters or more' })
  readonly secret: string;

  @IsBoolean({ message: 'WORKER must be on or off' })
  readonly worker: boolean;

  @IsOptional()
  @IsUrlOf(['smtp:', 'smtps:'], 'SMTP_URL must be a URL such as smtps://user:password@host:465')
  readonly smtpUrl?: string;

  /** The bucket for files; without one they lie below `dataDir`. */
  @IsOptional()
  @Matches(/^https?:\/\/[^:@/\s]+:[^:@/\s]+@[^@/?#\s]+\/[\w.-]+\/?(\?region=[\w-]+)?$/, {
    message: 'S3_URL must be a URL such as https://key:secret@host/bucket?region=eu-central-1',
  })
  readonly s3Url?: string;

  /** Where browsers reach the product, without a slash at the end. */
  @IsUrlOf(['http:', 'https:'], 'PUBLIC_URL must be a URL such as https://longlist.example')
  readonly publicUrl: string;

  @IsIn(LOG_LEVELS, { message: `LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}` })
  readonly logLevel: (typeof LOG_LEVELS)[number];

  @IsBoolean({ message: 'RATE_LIMIT must be on or off' })
  readonly rateLimit: boolean;

  @IsIn(NODE_ENVS, { message: `NODE_ENV must be one of ${NODE_ENVS.join(', ')}` })
  readonly nodeEnv: (typeof NODE_ENVS)[number];

  constructor(values: Record<keyof Config, unknown>) {
    Object.assign(this, values);
  }
}

/** The checked configuration; a wrong value throws a ConfigError of one line that names the variable and what is allowed. Secrets that are not given with the embedded database are made and kept in DATA_DIR. */
export function loadConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const given = (name: string) => env[name]?.trim() || undefined;
  const embedded = given('DATABASE_URL') === undefined;
  const port = given('PORT') ?? '3000';
  const host = given('HOST') ?? '127.0.0.1';
  const dataDir = resolve(given('DATA_DIR') ?? '.longlist');
  const demo = onOff(given('DEMO'), embedded);

  refuseContradictions(given, embedded, demo);
  const config = new Config({
    port: /^\d+$/.test(port) ? Number(port) : port,
    host,
    databaseUrl: given('DATABASE_URL'),
    appDatabaseUrl: given('APP_DATABASE_URL'),
    portalDatabaseUrl: given('PORTAL_DATABASE_URL'),
    authDatabaseUrl: given('AUTH_DATABASE_URL'),
    dataDir,
    demo,
    demoPassword: demo === true ? (given('DEMO_PASSWORD') ?? kept(dataDir, 'demo-password', 12)) : undefined,
    secret: given('SECRET') ?? (embedded ? kept(dataDir, 'secret', 48) : ''),
    worker: onOff(given('WORKER'), true),
    smtpUrl: given('SMTP_URL'),
    s3Url: given('S3_URL'),
    publicUrl: (given('PUBLIC_URL') ?? localUrl(host, port)).replace(/\/+$/, ''),
    logLevel: given('LOG_LEVEL') ?? 'info',
    rateLimit: onOff(given('RATE_LIMIT'), true),
    nodeEnv: given('NODE_ENV') ?? 'production',
  });
  const [fault] = validateSync(config, { forbidUnknownValues: true });
  if (fault) throw new ConfigError(Object.values(fault.constraints ?? {}).at(-1));
  return config;
}

function refuseContradictions(given: (name: string) => string | undefined, embedded: boolean, demo: unknown): void {
  if (demo === true && !embedded) {
    throw new ConfigError('DEMO must be off when DATABASE_URL is set: demo data goes into the embedded database alone');
  }
  const orphan = ['APP_DATABASE_URL', 'PORTAL_DATABASE_URL', 'AUTH_DATABASE_URL'].find((name) => given(name));
  if (embedded && orphan) throw new ConfigError(`${orphan} must be unset unless DATABASE_URL is set`);
  if (given('RATE_LIMIT') === 'off' && given('NODE_ENV') !== 'test') {
    throw new ConfigError('RATE_LIMIT must be on unless NODE_ENV is test');
  }
}

function onOff(value: string | undefined, byDefault: boolean): unknown {
  if (value === undefined) return byDefault;
  return value === 'on' ? true : value === 'off' ? false : value;
}

function localUrl(host: string, port: string): string {
  const reachable = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`;
}

function kept(dataDir: string, name: string, bytes: number): string {
  try {
    return keptSecret(dataDir, name, bytes);
  } catch (error) {
    throw new ConfigError(`DATA_DIR must be a folder that can be written: ${(error as Error).message}`);
  }
}
