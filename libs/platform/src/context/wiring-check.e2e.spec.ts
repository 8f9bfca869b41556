import { Controller, Get, Module, Post } from '@nestjs/common';
import { systemClock } from '@fajiao/kernel';
import {
  type ContextPart,
  createApplication,
  loadConfig,
  Log,
  Operation,
  People,
  PlatformModule,
  type PlatformOptions,
  refusalRecorderOf,
} from '../index';

@Controller('things')
class ThingsController {
  @Get('bare')
  bare() {
    return {};
  }

  @Get('unknown')
  @Operation('things.unknown')
  unknown() {
    return {};
  }

  @Post('careless')
  @Operation('things.careless')
  careless() {
    return {};
  }

  @Get('writing')
  @Operation('things.writing')
  writing() {
    return {};
  }

  @Get('one')
  @Operation('things.twice')
  one() {
    return {};
  }

  @Get('other')
  @Operation('things.twice')
  other() {
    return {};
  }
}

@Module({ controllers: [ThingsController] })
class ThingsModule {}

@Module({})
class App {}

const part: ContextPart = {
  context: 'things',
  side: 'neither',
  title: 'Things',
  description: '',
  module: ThingsModule,
  messages: {},
  operations: {
    'things.careless': { roles: ['head'] },
    'things.writing': { roles: ['head'], write: 'act' },
    'things.twice': { roles: ['head'] },
    'things.nowhere': { roles: ['head'] },
    'things.open': { roles: 'public', write: 'opening' },
  },
};

const config = loadConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent' });

function appOf(contexts: PlatformOptions['contexts'], providers: { provide: string; useValue: unknown }[] = []) {
  const tokens = {
    OIDC_ISSUER: 'https://idp.example',
    OIDC_AUDIENCE: 'fajiao',
    OIDC_JWKS_URL: 'https://idp.example/jwks',
  };
  return {
    module: App,
    providers,
    imports: [
      PlatformModule.register({
        config: { ...config, ...tokens },
        clock: systemClock,
        people: new People([]),
        contexts,
        log: new Log(config),
      }),
      ThingsModule,
    ],
  };
}

describe('a process whose routes and policy table do not fit', () => {
  it('does not start, and says everything that is wrong', async () => {
    const app = await createApplication(appOf([part]));
    await expect(app.init()).rejects.toMatchObject({
      name: 'WiringFaults',
      faults: [
        'ThingsController.bare has no @Operation',
        'things.unknown (ThingsController.unknown) has no entry in the policy table',
        'things.careless (ThingsController.careless) writes: say how',
        'things.writing (ThingsController.writing) is a GET that its entry says writes',
        'things.writing writes, and nobody records refusals of things',
        'things.twice has 2 routes',
        'things.nowhere has no route',
        'things.open has no route',
        'things.open lets anybody write',
        'things.open writes, and nobody records refusals of things',
      ],
    });
  });

  it('finds a recorder in whichever module provides it', async () => {
    const recorder = { provide: refusalRecorderOf('things'), useValue: { record: () => Promise.resolve() } };
    const app = await createApplication(appOf([part], [recorder]));
    await expect(app.init()).rejects.not.toThrow('nobody records refusals');
  });

  it('is not built when an operation stands in the table of another context', () => {
    expect(() => appOf([{ ...part, operations: { 'other.read': { roles: ['head'] } } }])).toThrow(
      'operation other.read stands in the table of things',
    );
  });
});

describe('a process that nobody tells whose tokens to believe', () => {
  it('is not built', () => {
    const options = { config, clock: systemClock, people: new People([]), contexts: [] };
    expect(() => PlatformModule.register(options)).toThrow('OIDC_ISSUER, OIDC_AUDIENCE and OIDC_JWKS_URL are needed');
  });
});
